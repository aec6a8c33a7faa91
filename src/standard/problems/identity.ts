/** What can be wrong with the numbers that say who somebody is. */
import { problem } from '#base/problem.ts';
import { checkCorrected, sameCell } from './next-steps.ts';

export const idLostZero = problem({
  code: 'E-ID-LOST-ZERO',
  group: { vi: 'Đã thêm lại số 0 ở đầu số định danh', en: 'Lost zero of the citizen number put back' },
  severity: 'corrected',
  vi: 'Số định danh mất số 0 ở đầu; đã thêm lại.',
  en: 'The citizen number had lost its leading zero; it was put back.',
  next: { vi: 'Không phải làm gì; lần sau để ô ở dạng Văn bản (Text).', en: 'Nothing to do; next time keep the cell in Text format.' },
  example: {},
});
export const idWritten = problem({
  code: 'E-ID-REWRITTEN',
  group: { vi: 'Đã viết lại số định danh đủ 12 chữ số', en: 'Citizen number rewritten as 12 digits' },
  severity: 'corrected',
  vi: 'Số định danh có dấu cách, dấu chấm hoặc ghi dạng số; đã đưa về 12 chữ số.',
  en: 'The citizen number held separators or stood as a number; it was written as 12 digits.',
  next: checkCorrected,
  example: {},
});
export const idGuessed = problem({
  code: 'E-ID-UNSURE',
  group: { vi: 'Kiểm tra số định danh thiếu số hoặc lẫn chữ', en: 'Check citizen numbers with missing digits or letters' },
  vi: 'Số định danh thiếu chữ số hoặc lẫn chữ cái; chưa chắc là số nào.',
  en: 'The citizen number lacks digits or holds letters; it is not certain which number it is.',
  next: {
    vi: 'Đối chiếu với thẻ căn cước rồi áp dụng gợi ý hoặc gõ lại đủ 12 số.',
    en: 'Compare with the citizen card, then apply the suggestion or type all 12 digits.',
  },
  example: {},
});
export const idScientific = problem({
  code: 'E-ID-SCIENTIFIC',
  group: { vi: 'Gõ lại số định danh bị đổi sang 1,23E+11', en: 'Retype citizen numbers turned into 1.23E+11' },
  vi: 'Bảng tính đã đổi số này sang dạng 1.23E+11 và làm mất các chữ số cuối.',
  en: 'The spreadsheet turned the number into 1.23E+11 and lost its last digits.',
  next: { vi: 'Đặt ô ở dạng Văn bản (Text) rồi gõ lại đủ các chữ số.', en: 'Set the cell to Text and type all digits again.' },
  example: {},
});
export const idForm = problem({
  code: 'E-ID-FORM',
  group: { vi: 'Ghi đủ 12 chữ số của số định danh', en: 'Give all 12 digits of the citizen number' },
  vi: 'Số định danh phải gồm đúng 12 chữ số.',
  en: 'A citizen number has exactly 12 digits.',
  next: { vi: 'Ghi lại theo thẻ căn cước.', en: 'Copy it from the citizen card.' },
  example: {},
});
export const idOld = problem({
  code: 'E-ID-OLD-CARD',
  group: { vi: 'Thay số CMND 9 số bằng số định danh', en: 'Replace 9-digit numbers by citizen numbers' },
  vi: 'Đây là số chứng minh nhân dân 9 số, không phải số định danh 12 số.',
  en: 'This is a 9-digit identity card number, not the 12-digit citizen number.',
  next: {
    vi: 'Ghi số định danh 12 số; số CMND cũ ghi ở cột "Số CMND cũ".',
    en: 'Give the 12-digit number; the old one goes into "Old identity card number".',
  },
  example: {},
});
export const idDemoPrefix = problem({
  code: 'E-ID-DEMO-PREFIX',
  group: { vi: 'Thay số mẫu (000) bằng số thật', en: 'Replace sample numbers (000)' },
  vi: 'Số bắt đầu bằng 000 là số mẫu, không được cấp cho ai.',
  en: 'Numbers that begin with 000 are samples; nobody has one.',
  next: { vi: 'Ghi số định danh thật.', en: 'Give the real citizen number.' },
  example: {},
});
export const idUnknownPrefix = problem({
  code: 'E-ID-UNKNOWN-PREFIX',
  group: { vi: 'Kiểm tra ba số đầu của số định danh', en: 'Check the first three digits of the citizen number' },
  severity: 'warning',
  vi: 'Ba số đầu {prefix} không phải mã tỉnh đã biết của số định danh.',
  en: 'The first three digits {prefix} are no known province code of citizen numbers.',
  next: {
    vi: 'Đối chiếu với thẻ căn cước; nếu đúng, xác nhận khi gửi.',
    en: 'Compare with the citizen card; if it is right, acknowledge it when submitting.',
  },
  example: { prefix: '013' },
});
export const idSex = problem({
  code: 'E-ID-SEX',
  group: { vi: 'Số định danh không khớp giới tính', en: 'Citizen number and sex disagree' },
  severity: 'warning',
  vi: 'Chữ số thứ 4 của số định danh ({digit}) là của {expected}, nhưng giới tính ghi là {stated}.',
  en: 'Digit 4 of the citizen number ({digit}) says {expected}, but the sex stated is {stated}.',
  next: {
    vi: 'Đối chiếu số định danh và giới tính với thẻ căn cước. Nếu cả hai đúng như thẻ, xác nhận khi gửi: CSDL quốc gia về dân cư sẽ trả lời.',
    en: 'Compare number and sex with the citizen card. If both are as on the card, acknowledge it when submitting: the population database will tell.',
  },
  example: { digit: '1', expected: { vi: 'nữ', en: 'female' }, stated: { vi: 'nam', en: 'male' } },
});
export const numberNotOwn = problem({
  code: 'E-NUMBER-NOT-OWN',
  group: { vi: 'Mã 12 chữ số khác số định danh của người này', en: 'A number of 12 digits that is not the person’s citizen number' },
  severity: 'warning',
  vi: 'Số ghi ở đây ({form}) khác số định danh của chính người này.',
  en: 'The number here ({form}) is not the citizen number of this person.',
  next: {
    vi: 'Đối chiếu với giấy tờ: nếu gõ nhầm hoặc ghi số của người khác thì sửa; nếu còn mã cũ thì ghi mã cũ. Nếu đúng như giấy tờ, xác nhận khi gửi.',
    en: 'Compare with the document: correct a slip or the number of somebody else; where the former number is held, state that one. If it is as in the document, acknowledge it when submitting.',
  },
  example: { form: { vi: '12 chữ số, là số định danh cá nhân', en: '12 digits, the citizen number' } },
});
export const idBirthYear = problem({
  code: 'E-ID-BIRTH-YEAR',
  group: { vi: 'Số định danh không khớp năm sinh', en: 'Citizen number and year of birth disagree' },
  severity: 'warning',
  vi: 'Số định danh cho biết năm sinh {expected}, nhưng ngày sinh ghi năm {stated}.',
  en: 'The citizen number says born in {expected}, but the date of birth says {stated}.',
  next: {
    vi: 'Đối chiếu số định danh và ngày sinh với thẻ căn cước. Nếu cả hai đúng như thẻ, xác nhận khi gửi: CSDL quốc gia về dân cư sẽ trả lời.',
    en: 'Compare number and date of birth with the citizen card. If both are as on the card, acknowledge it when submitting: the population database will tell.',
  },
  example: { expected: '1985', stated: '1958' },
});
export const recordCodeDiffers = problem({
  code: 'E-RECORD-CODE-DIFFERS',
  group: { vi: 'Xóa mã hồ sơ khác với số định danh', en: 'Clear record codes that differ from the citizen number' },
  vi: 'Mã định danh hồ sơ điện tử khác với số định danh cá nhân của dòng này.',
  en: 'The code of the electronic record differs from the citizen number of this row.',
  next: {
    vi: 'Xóa ô này (cột bị khóa: chọn Review > Unprotect Sheet, không cần mật khẩu): mã hồ sơ là số định danh (NĐ 27/2026/NĐ-CP, Điều 16), hệ thống tự ghi. Nếu chính số định danh sai, sửa ở cột "Số định danh cá nhân"; nếu người này đã đổi số, mở hồ sơ và chọn "Đổi số định danh".',
    en: 'Clear the cell (the column is locked: Review > Unprotect Sheet, no password): the code is the citizen number (Decree 27/2026, art. 16) and is written by the system. If the number itself is wrong, correct the column "Citizen number"; if it was made anew, open the record and choose "Change the number".',
  },
  example: {},
});
export const digitsForm = problem({
  code: 'E-DIGITS-FORM',
  group: { vi: 'Ghi đủ số chữ số', en: 'Give the right count of digits' },
  vi: 'Phải gồm {lengths} chữ số.',
  en: 'It has {lengths} digits.',
  next: sameCell,
  example: { lengths: '10' },
});
export const digitsLostZero = problem({
  code: 'E-DIGITS-LOST-ZERO',
  group: { vi: 'Kiểm tra số 0 ở đầu', en: 'Check the leading zero' },
  vi: 'Có lẽ số này mất số 0 ở đầu: {suggested}.',
  en: 'The number has probably lost its leading zero: {suggested}.',
  next: {
    vi: 'Áp dụng gợi ý nếu đúng; lần sau để ô ở dạng Văn bản (Text).',
    en: 'Apply the suggestion if it is right; next time keep the cell in Text format.',
  },
  example: { suggested: '0123456789' },
});
export const numberFormNotThen = problem({
  code: 'E-NUMBER-FORM-DATED',
  group: { vi: 'Dạng số chưa dùng vào ngày số liệu', en: 'Forms of numbers not in use on the day' },
  vi: 'Dạng số này chỉ dùng từ {from} đến {until}; số liệu tính đến ngày {on}.',
  en: 'This form of the number is in use from {from} until {until}; the data are as of {on}.',
  next: { vi: 'Ghi số theo dạng của ngày đó: {forms}.', en: 'Give the number in the form of that day: {forms}.' },
  example: { from: '01/08/2025', until: '…', on: '30/06/2025', forms: { vi: '10 chữ số', en: '10 digits' } },
});
