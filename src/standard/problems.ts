/**
 * Every code of the standard: what can be wrong with a cell, a value, a record. Declared once; a page each in docs/problems.
 * Order: the cell and its text · identity · dates · codes and places · numbers · contact · what is missing · the 12 rules · documents.
 */
import { problem } from '#base/problem.ts';

const sameCell = { vi: 'Sửa ô này rồi gửi lại tệp.', en: 'Correct this cell and send the file again.' };
const checkCorrected = {
  vi: 'Không phải làm gì; hãy xem giá trị đã sửa có đúng không.',
  en: 'Nothing to do; see whether the corrected value is right.',
};

// The cell and its text

export const cellFormula = problem({
  code: 'E-CELL-FORMULA',
  group: { vi: 'Thay công thức bằng giá trị', en: 'Replace formulas by values' },
  vi: 'Ô chứa công thức; hệ thống không nhận công thức.',
  en: 'The cell holds a formula; formulas are not accepted.',
  next: {
    vi: 'Sao chép ô rồi dán lại dạng giá trị (Paste Special → Values).',
    en: 'Copy the cell and paste it back as a value (Paste Special → Values).',
  },
  example: {},
});
export const cellError = problem({
  code: 'E-CELL-ERROR',
  group: { vi: 'Ô báo lỗi của bảng tính', en: 'Cells that show a spreadsheet error' },
  vi: 'Ô chứa lỗi của bảng tính ({value}), không phải dữ liệu.',
  en: 'The cell holds a spreadsheet error ({value}), not data.',
  next: { vi: 'Gõ lại giá trị đúng vào ô.', en: 'Type the right value into the cell.' },
  example: { value: '#N/A' },
});
export const cellLogical = problem({
  code: 'E-CELL-LOGICAL',
  group: { vi: 'Ô chứa TRUE hoặc FALSE', en: 'Cells that hold TRUE or FALSE' },
  vi: 'Ô chứa giá trị lô-gic {value} của bảng tính, không phải dữ liệu của cột này.',
  en: 'The cell holds the logical value {value}, which is no data of this column.',
  next: { vi: 'Gõ lại giá trị đúng vào ô.', en: 'Type the right value into the cell.' },
  example: { value: 'TRUE' },
});
export const cellDate = problem({
  code: 'E-CELL-DATE',
  group: { vi: 'Ô bị bảng tính đổi thành ngày', en: 'Cells that the spreadsheet turned into dates' },
  vi: 'Ô này là kiểu ngày giờ (đang hiện {shown}), còn cột này không ghi ngày; có lẽ bảng tính đã tự đổi chữ gõ vào thành ngày.',
  en: 'The cell is of the type date or time (it shows {shown}), and this column holds none; the spreadsheet probably turned what was typed into a date.',
  next: {
    vi: 'Đặt ô ở dạng Văn bản (Text) rồi gõ lại đúng như giấy tờ gốc.',
    en: 'Set the cell to Text and type it again as in the original document.',
  },
  example: { shown: '12/05/2026' },
});
export const cellDigitsLost = problem({
  code: 'E-CELL-DIGITS-LOST',
  group: { vi: 'Gõ lại số dài bị bảng tính làm mất chữ số', en: 'Retype long numbers that lost digits' },
  vi: 'Bảng tính chỉ giữ 15 chữ số của một số; số trong ô dài hơn nên các chữ số cuối đã mất.',
  en: 'A spreadsheet keeps 15 digits of a number; this one is longer, and its last digits are lost.',
  next: { vi: 'Đặt ô ở dạng Văn bản (Text) rồi gõ lại đủ các chữ số.', en: 'Set the cell to Text and type all digits again.' },
  example: {},
});
export const textForm = problem({
  code: 'E-TEXT-NOT-NFC',
  group: { vi: 'Đã chuyển sang Unicode dựng sẵn', en: 'Rewritten as composed Unicode' },
  severity: 'corrected',
  vi: 'Chữ gõ theo Unicode tổ hợp; đã chuyển sang Unicode dựng sẵn: {corrected}.',
  en: 'Letters were typed in decomposed Unicode; changed to composed letters: {corrected}.',
  next: checkCorrected,
  example: { corrected: 'Nguyễn Thị Hòa' },
});
export const textInvisible = problem({
  code: 'E-TEXT-INVISIBLE',
  group: { vi: 'Đã bỏ ký tự ẩn', en: 'Invisible characters removed' },
  severity: 'corrected',
  vi: 'Có ký tự ẩn ({characters}); đã bỏ.',
  en: 'There were invisible characters ({characters}); they were taken out.',
  next: checkCorrected,
  example: { characters: 'U+200B' },
});
export const textLookAlike = problem({
  code: 'E-TEXT-LOOK-ALIKE',
  group: { vi: 'Đã thay chữ trông giống chữ Việt', en: 'Look-alike letters replaced' },
  severity: 'corrected',
  vi: 'Có chữ của bảng chữ cái khác trông giống chữ Việt ({characters}); đã thay: {corrected}.',
  en: 'Letters of another alphabet that look like Latin ones ({characters}) were replaced: {corrected}.',
  next: checkCorrected,
  example: { characters: 'U+0410', corrected: 'An' },
});
export const cellAsAbove = problem({
  code: 'E-CELL-AS-ABOVE',
  group: { vi: 'Chép lại giá trị thay cho "như trên"', en: 'Write the value out in place of "as above"' },
  vi: '"{value}" là "như trên": hồ sơ của mỗi người phải ghi đủ, không dựa vào dòng khác.',
  en: '"{value}" says "as above": a record stands by itself, not by another row.',
  next: {
    vi: 'Chép giá trị của dòng trên vào ô này, nếu đúng với người này.',
    en: 'Copy the value of the row above, if it is true of this person.',
  },
  example: { value: 'nt' },
});
export const cellStandIn = problem({
  code: 'E-CELL-STAND-IN',
  group: { vi: 'Bỏ chữ thế chỗ', en: 'Take out stand-ins' },
  vi: '"{value}" không phải giá trị, chỉ là chữ thế chỗ.',
  en: '"{value}" is no value, it only fills the cell.',
  next: {
    vi: 'Để trống nếu chưa khai; hoặc ghi Chưa xác định, Không rõ, Không áp dụng.',
    en: 'Leave it blank if it is not stated; or write "Chưa xác định", "Không rõ", "Không áp dụng".',
  },
  example: { value: '...' },
});
export const cellStruck = problem({
  code: 'E-CELL-STRUCK',
  group: { vi: 'Bỏ chữ bị gạch ngang', en: 'Take out what is struck through' },
  vi: 'Ô có chữ bị gạch ngang: "{struck}". Chữ đã gạch bỏ thì không đọc.',
  en: 'Words of the cell are struck through: "{struck}". What is struck out is not read.',
  next: { vi: 'Xóa hẳn chữ đã gạch bỏ, giữ lại giá trị đúng.', en: 'Delete what is struck out and keep the right value.' },
  example: { struck: '1985' },
});
export const textTcvn3 = problem({
  code: 'E-TEXT-TCVN3',
  group: { vi: 'Gõ lại chữ phông TCVN3 (ABC)', en: 'Retype text of a TCVN3 (ABC) font' },
  vi: 'Chữ gõ bằng phông TCVN3 (ABC), không phải Unicode. Có lẽ là: {suggested}.',
  en: 'The text was typed in a TCVN3 (ABC) font, not Unicode. Probably: {suggested}.',
  next: {
    vi: 'Chấp nhận gợi ý, hoặc gõ lại bằng phông Unicode (Times New Roman).',
    en: 'Accept the suggestion, or type it again in a Unicode font (Times New Roman).',
  },
  example: { suggested: 'Nguyễn Văn Hùng' },
});
export const textVni = problem({
  code: 'E-TEXT-VNI',
  group: { vi: 'Gõ lại chữ phông VNI', en: 'Retype text of a VNI font' },
  vi: 'Chữ gõ bằng phông VNI, không phải Unicode. Có lẽ là: {suggested}.',
  en: 'The text was typed in a VNI font, not Unicode. Probably: {suggested}.',
  next: {
    vi: 'Chấp nhận gợi ý, hoặc gõ lại bằng phông Unicode (Times New Roman).',
    en: 'Accept the suggestion, or type it again in a Unicode font (Times New Roman).',
  },
  example: { suggested: 'Nguyễn Văn Hùng' },
});
export const textMojibake = problem({
  code: 'E-TEXT-MOJIBAKE',
  group: { vi: 'Gõ lại chữ bị vỡ bảng mã', en: 'Retype text broken by a wrong encoding' },
  vi: 'Chữ bị vỡ do đọc sai bảng mã. Có lẽ là: {suggested}.',
  en: 'The text was broken by a wrong encoding. Probably: {suggested}.',
  next: { vi: 'Chấp nhận gợi ý, hoặc gõ lại ô này.', en: 'Accept the suggestion, or type the cell again.' },
  example: { suggested: 'Sơ yếu lý lịch' },
});
export const textTooLong = problem({
  code: 'E-TEXT-TOO-LONG',
  group: { vi: 'Rút ngắn chữ quá dài', en: 'Shorten text that is too long' },
  vi: 'Dài {length} ký tự; tối đa {max}.',
  en: '{length} characters long; at most {max}.',
  next: { vi: 'Rút gọn nội dung.', en: 'Shorten the text.' },
  example: { length: '612', max: '500' },
});
export const textPattern = problem({
  code: 'E-TEXT-PATTERN',
  group: { vi: 'Viết lại cho đúng dạng', en: 'Write in the form asked for' },
  vi: 'Viết không đúng dạng. Dạng đúng: {form}.',
  en: 'Not in the right form. It should be: {form}.',
  next: sameCell,
  example: { form: '2026-2031' },
});
export const nameCharacters = problem({
  code: 'E-NAME-CHARACTERS',
  group: { vi: 'Bỏ ký tự lạ trong họ tên', en: 'Remove odd characters from names' },
  vi: 'Họ tên có ký tự không thể có trong họ tên: {characters}.',
  en: 'The name holds characters that a name cannot have: {characters}.',
  next: {
    vi: 'Ghi họ tên như trong giấy khai sinh, chỉ gồm chữ cái và dấu cách.',
    en: 'Write the name as on the birth certificate, letters and spaces only.',
  },
  example: { characters: '1 @' },
});
export const nameSeveral = problem({
  code: 'E-NAME-SEVERAL',
  group: { vi: 'Mỗi ô ghi một họ tên', en: 'One name in each cell' },
  vi: 'Ô này có vẻ ghi hai tên, nối bằng "{sign}".',
  en: 'The cell seems to hold two names, joined by "{sign}".',
  next: {
    vi: 'Giữ họ tên theo giấy khai sinh; tên gọi khác ghi ở trang "Tên gọi khác", người khác ghi ở dòng riêng.',
    en: 'Keep the name of the birth certificate; other names have a sheet of their own, other people a row of their own.',
  },
  example: { sign: 'tức' },
});
export const nameTitle = problem({
  code: 'E-NAME-TITLE',
  group: { vi: 'Bỏ chức danh trước họ tên', en: 'Take titles out of names' },
  vi: 'Trước họ tên có chức danh: {title}.',
  en: 'A title stands before the name: {title}.',
  next: {
    vi: 'Chỉ ghi họ và tên. Học hàm, học vị có cột riêng.',
    en: 'Write the name alone. Academic titles have columns of their own.',
  },
  example: { title: 'ThS' },
});
export const nameCase = problem({
  code: 'E-NAME-CASE',
  group: { vi: 'Xem lại chữ hoa trong họ tên', en: 'Look at the capitals of names' },
  severity: 'warning',
  vi: 'Chữ hoa, chữ thường trong họ tên không đều; tên sẽ hiện trên thẻ đúng như đã ghi.',
  en: 'Capitals of the name are uneven; it will stand on the card as it is written.',
  next: {
    vi: 'Viết hoa chữ cái đầu mỗi chữ, nếu giấy khai sinh ghi như vậy.',
    en: 'Give each word a capital, if the birth certificate does.',
  },
  example: {},
});
export const nameLength = problem({
  code: 'E-NAME-LENGTH',
  group: { vi: 'Ghi đủ họ tên', en: 'Give the whole name' },
  vi: 'Họ tên phải có từ 2 đến 100 ký tự.',
  en: 'A name has 2 to 100 characters.',
  next: sameCell,
  example: {},
});
export const nameOneWord = problem({
  code: 'E-NAME-ONE-WORD',
  group: { vi: 'Kiểm tra họ tên chỉ có một chữ', en: 'Check names of one word' },
  severity: 'warning',
  vi: 'Họ tên chỉ có một chữ.',
  en: 'The name is a single word.',
  next: { vi: 'Kiểm tra xem có thiếu họ hoặc tên đệm không.', en: 'See whether the family name is missing.' },
  example: {},
});

// Identity

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
    vi: 'Đối chiếu với thẻ căn cước rồi chấp nhận gợi ý hoặc gõ lại đủ 12 số.',
    en: 'Compare with the citizen card, then accept the suggestion or type all 12 digits.',
  },
  example: {},
});
export const idScientific = problem({
  code: 'E-ID-SCIENTIFIC',
  group: { vi: 'Gõ lại số định danh bị đổi sang 1.23E+11', en: 'Retype citizen numbers turned into 1.23E+11' },
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
    vi: 'Chấp nhận gợi ý nếu đúng; lần sau để ô ở dạng Văn bản (Text).',
    en: 'Accept the suggestion if it is right; next time keep the cell in Text format.',
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

// Dates

export const dateImpossible = problem({
  code: 'E-DATE-IMPOSSIBLE',
  group: { vi: 'Sửa ngày không có trong lịch', en: 'Mend days that do not exist' },
  vi: 'Không có ngày này trong lịch.',
  en: 'There is no such day in the calendar.',
  next: {
    vi: 'Ghi lại ngày theo giấy tờ gốc, dạng ngày/tháng/năm.',
    en: 'Write the date again from the original document, day/month/year.',
  },
  example: {},
});
export const dateZone = problem({
  code: 'E-DATE-ZONE',
  group: { vi: 'Ghi lại ngày kèm giờ quốc tế', en: 'Write dates that come with the time of another zone' },
  vi: '{value} là một thời điểm theo giờ nước khác; theo giờ Việt Nam có thể là một ngày khác ({days}).',
  en: '{value} is an instant by the clock of another zone; in Viet Nam it may be another day ({days}).',
  next: {
    vi: 'Ghi ngày/tháng/năm theo giấy tờ gốc, không kèm giờ.',
    en: 'Write day/month/year as on the original document, without a time.',
  },
  example: { value: '1980-05-12T17:00:00Z', days: '12/05/1980, 13/05/1980' },
});
export const dateSwapped = problem({
  code: 'E-DATE-SWAPPED',
  group: { vi: 'Đổi lại ngày và tháng', en: 'Swap day and month back' },
  vi: 'Tháng lớn hơn 12. Ngày và tháng có bị đổi chỗ không ({suggested})?',
  en: 'The month is over 12. Were day and month swapped ({suggested})?',
  next: { vi: 'Xem giấy tờ gốc rồi ghi lại dạng ngày/tháng/năm.', en: 'Look at the original document and write it as day/month/year.' },
  example: { suggested: '25/12/1990' },
});
export const dateForm = problem({
  code: 'E-DATE-FORM',
  group: { vi: 'Ghi lại ngày cho đọc được', en: 'Write dates that can be read' },
  vi: 'Không đọc được ngày này.',
  en: 'This is not a date that can be read.',
  next: { vi: 'Ghi dạng ngày/tháng/năm, ví dụ 01/02/1990.', en: 'Write it as day/month/year, e.g. 01/02/1990.' },
  example: {},
});
export const dateNotWhole = problem({
  code: 'E-DATE-NOT-WHOLE',
  group: { vi: 'Ghi đủ ngày, tháng, năm', en: 'Give day, month and year' },
  vi: 'Cần đủ ngày, tháng, năm.',
  en: 'Day, month and year are all needed.',
  next: {
    vi: 'Ghi dạng ngày/tháng/năm; nếu không biết, gõ "Không rõ".',
    en: 'Write it as day/month/year; if it is not known, type "Không rõ".',
  },
  example: {},
});
export const dateHidden = problem({
  code: 'E-DATE-YEAR-HIDDEN',
  group: { vi: 'Ghi cả năm của ngày', en: 'Give the year of dates' },
  vi: 'Ô chỉ hiện {shown}, không hiện năm; ngày nằm trong ô là {whole}, có thể do bảng tính tự thêm năm.',
  en: 'The cell shows {shown}, without the year; the day in it is {whole}, whose year the spreadsheet may have added.',
  next: { vi: 'Ghi lại ngày theo giấy tờ gốc, đủ ngày/tháng/năm.', en: 'Write the date again from the original document, day/month/year.' },
  example: { shown: '27/02', whole: '27/02/2026' },
});
export const dateCentury = problem({
  code: 'E-DATE-CENTURY',
  group: { vi: 'Đã hiểu năm hai chữ số', en: 'Two-digit years understood' },
  severity: 'corrected',
  vi: 'Năm chỉ có hai chữ số; đã hiểu là {corrected}.',
  en: 'The year has two digits; it was read as {corrected}.',
  next: checkCorrected,
  example: { corrected: '01/02/1990' },
});
export const dateGuessed = problem({
  code: 'E-DATE-DIGITS',
  group: { vi: 'Đã hiểu ngày ghi là một dãy số', en: 'Dates given as digits understood' },
  severity: 'corrected',
  vi: 'Ngày ghi là một dãy số; đã hiểu là {corrected}.',
  en: 'The date is a run of digits; it was read as {corrected}.',
  next: checkCorrected,
  example: { corrected: '01/02/1990' },
});
export const dateFuture = problem({
  code: 'E-DATE-FUTURE',
  group: { vi: 'Sửa ngày chưa tới', en: 'Mend dates that have not come yet' },
  vi: 'Ngày {value} chưa tới.',
  en: '{value} lies in the future.',
  next: sameCell,
  example: { value: '01/02/2090' },
});
export const dateTooEarly = problem({
  code: 'E-DATE-TOO-EARLY',
  group: { vi: 'Sửa ngày quá xa trong quá khứ', en: 'Mend dates too far in the past' },
  vi: 'Ngày {value} quá xa trong quá khứ (trước năm 1900).',
  en: '{value} lies too far in the past (before 1900).',
  next: sameCell,
  example: { value: '01/02/1890' },
});
export const dateYear = problem({
  code: 'E-DATE-YEAR',
  group: { vi: 'Sửa năm không thể đúng', en: 'Mend years that cannot be right' },
  vi: 'Năm trong "{value}" không thể đúng (ngoài khoảng 1850–2150).',
  en: 'The year in "{value}" cannot be right (outside 1850–2150).',
  next: sameCell,
  example: { value: '01/02/0985' },
});
export const yearFuture = problem({
  code: 'E-YEAR-FUTURE',
  group: { vi: 'Kiểm tra năm chưa tới', en: 'Check years that have not come yet' },
  severity: 'warning',
  vi: 'Năm {year} chưa tới (hôm nay là {today}), nhưng đây là việc đã qua.',
  en: '{year} has not come yet (today is {today}), but this is something that has happened.',
  next: { vi: 'Ghi lại năm theo giấy tờ gốc.', en: 'Write the year again from the original document.' },
  example: { year: '2099', today: '24/11/2026' },
});
export const endBeforeStart = problem({
  code: 'E-END-BEFORE-START',
  group: { vi: 'Ngày kết thúc trước ngày bắt đầu', en: 'End before start' },
  vi: 'Ngày kết thúc ({end}) trước ngày bắt đầu ({start}).',
  en: 'The end ({end}) comes before the start ({start}).',
  next: { vi: 'Sửa một trong hai ngày.', en: 'Correct one of the two dates.' },
  example: { end: '01/2019', start: '05/2020' },
});
export const dateOrder = problem({
  code: 'E-DATE-ORDER',
  group: { vi: 'Sửa thứ tự các ngày', en: 'Mend the order of dates' },
  vi: '{later} ({laterDate}) phải sau hoặc trùng {earlier} ({earlierDate}).',
  en: '{later} ({laterDate}) must not come before {earlier} ({earlierDate}).',
  next: { vi: 'Sửa một trong hai ngày.', en: 'Correct one of the two dates.' },
  example: {
    later: { vi: 'Ngày vào cơ quan hiện đang công tác', en: 'Joined the present body on' },
    laterDate: '01/01/2010',
    earlier: { vi: 'Ngày tuyển dụng lần đầu', en: 'First recruited on' },
    earlierDate: '01/06/2012',
  },
});
export const tooYoung = problem({
  code: 'E-TOO-YOUNG',
  group: { vi: 'Kiểm tra ngày so với tuổi', en: 'Check dates against age' },
  vi: 'Ngày {date}, người này chưa đủ {years} tuổi.',
  en: 'On {date} the person was not yet {years}.',
  next: { vi: 'Kiểm tra ngày này và ngày sinh.', en: 'See whether this date and the date of birth are right.' },
  example: { date: '01/02/2000', years: '18' },
});
export const unusualAge = problem({
  code: 'E-AGE-UNUSUAL',
  group: { vi: 'Kiểm tra tuổi khác thường', en: 'Check unusual ages' },
  severity: 'warning',
  vi: 'Tuổi tính đến nay là {age}; thường từ {min} đến {max}.',
  en: 'The age today is {age}; it is usually {min} to {max}.',
  next: {
    vi: 'Kiểm tra ngày sinh; nếu đúng, xác nhận khi gửi.',
    en: 'See whether the date of birth is right; if so, acknowledge it when submitting.',
  },
  example: { age: '91', min: '15', max: '75' },
});
export const cardTooEarly = problem({
  code: 'E-CARD-TOO-EARLY',
  group: { vi: 'Kiểm tra ngày cấp căn cước', en: 'Check the day the identity card was issued' },
  severity: 'warning',
  vi: 'Căn cước cấp ngày {date}, khi người này chưa đủ {years} tuổi.',
  en: 'The citizen card was issued on {date}, before the person was {years}.',
  next: { vi: 'Kiểm tra ngày cấp và ngày sinh.', en: 'See whether issue date and date of birth are right.' },
  example: { date: '01/02/1995', years: '14' },
});

// Codes and places

export const codeUnknown = problem({
  code: 'E-CODE-UNKNOWN',
  group: { vi: 'Chọn lại mã trong danh mục', en: 'Choose a code of the list' },
  vi: '"{value}" không có trong danh mục {list}.',
  en: '"{value}" is not in the list {list}.',
  next: { vi: 'Chọn một mục trong danh sách thả xuống của ô.', en: 'Choose an entry from the drop-down of the cell.' },
  example: { value: 'Người Hoa Kỳ', list: { vi: 'Dân tộc', en: 'Ethnic groups' } },
});
export const codeMisspelt = problem({
  code: 'E-CODE-MISSPELT',
  group: { vi: 'Tên viết gần đúng, chọn lại trong danh mục', en: 'Nearly right names: choose from the list' },
  vi: '"{value}" không có trong danh mục {list}. Tên gần giống: {suggested}.',
  en: '"{value}" is not in the list {list}. Names like it: {suggested}.',
  next: {
    vi: 'Chọn trong danh sách thả xuống; chỉ nhận gợi ý khi đúng là mục đó.',
    en: 'Choose from the drop-down; accept the suggestion only if that is what is meant.',
  },
  example: { value: 'Đại hok', list: { vi: 'Trình độ chuyên môn', en: 'Professional qualification' }, suggested: 'DH – Đại học' },
});
export const codeListClosed = problem({
  code: 'E-CODE-CLOSED',
  group: { vi: 'Thay mã đã hết hiệu lực', en: 'Replace codes that have ended' },
  vi: 'Mã {value} chỉ có hiệu lực đến hết ngày {until}.',
  en: 'Code {value} was valid until {until}.',
  next: { vi: 'Chọn một mã trong: {allowed}.', en: 'Choose one of: {allowed}.' },
  example: { value: 'CB_XA', until: '30/06/2025', allowed: 'CB, CC, VC' },
});
export const codeRewritten = problem({
  code: 'E-CODE-REWRITTEN',
  group: { vi: 'Đã hiểu tên viết khác danh mục', en: 'Names written otherwise understood' },
  severity: 'corrected',
  vi: 'Đã hiểu "{value}" là {corrected}.',
  en: '"{value}" was read as {corrected}.',
  next: checkCorrected,
  example: { value: 'dai hoc', corrected: 'DH – Đại học' },
});
export const codeUnlisted = problem({
  code: 'E-CODE-UNLISTED',
  group: { vi: 'Đề nghị bổ sung danh mục', en: 'Propose entries for the lists' },
  severity: 'warning',
  vi: '"{value}" chưa có trong danh mục {list}; giữ nguyên như đã ghi, kèm đề nghị bổ sung danh mục.',
  en: '"{value}" is not in the list {list}; it is kept as typed, with a proposal to add it.',
  next: {
    vi: 'Nếu viết nhầm thì chọn lại trong danh sách. Nếu đúng thì để nguyên và gửi: đề nghị bổ sung đi cùng hồ sơ.',
    en: 'If it is misspelt, choose from the list. If it is right, leave it and submit: the proposal goes with the record.',
  },
  example: { value: 'V.99.01.01', list: { vi: 'Ngạch công chức', en: 'Civil-service grades' } },
});
export const codeNotYet = problem({
  code: 'E-CODE-NOT-YET',
  group: { vi: 'Thay mã chưa có hiệu lực vào ngày đó', en: 'Replace codes not yet in force on that day' },
  vi: 'Mã {value} chỉ có hiệu lực từ ngày {from}.',
  en: 'Code {value} begins only on {from}.',
  next: { vi: 'Chọn một mã có vào ngày đó: {allowed}.', en: 'Choose a code of that day: {allowed}.' },
  example: { value: 'HD_CC', from: '01/07/2025', allowed: 'CC, VC' },
});
export const codeAmbiguous = problem({
  code: 'E-CODE-AMBIGUOUS',
  group: { vi: 'Chọn đúng một mục trong danh mục', en: 'Choose exactly one entry' },
  vi: '"{value}" có thể là nhiều mục: {candidates}.',
  en: '"{value}" can be more than one entry: {candidates}.',
  next: { vi: 'Ghi mã, hoặc chọn trong danh sách thả xuống.', en: 'Give the code, or choose from the drop-down.' },
  example: { value: 'Cử nhân', candidates: 'CN – Cử nhân, DH – Đại học' },
});
export const communeOld = problem({
  code: 'E-COMMUNE-OLD',
  group: { vi: 'Đổi xã, phường cũ sang đơn vị mới', en: 'Replace former communes by those of today' },
  vi: '{value} là đơn vị hành chính cũ (đến hết ngày {until}); nay thuộc: {successors}.',
  en: '{value} is a former unit (until {until}); it now belongs to: {successors}.',
  next: {
    vi: 'Địa chỉ hiện nay phải theo xã, phường hiện hành: chọn một trong các đơn vị trên.',
    en: 'A present address uses the communes of today: choose one of those.',
  },
  example: { value: '00016', until: '30/06/2025', successors: '00004 – Phường Ba Đình' },
});
export const provinceOld = problem({
  code: 'E-PROVINCE-OLD',
  group: { vi: 'Đổi tỉnh cũ sang tỉnh mới', en: 'Replace former provinces by those of today' },
  vi: '{value} là tỉnh cũ (đến hết ngày {until}); nay thuộc: {successors}.',
  en: '{value} is a former province (until {until}); it is now part of: {successors}.',
  next: { vi: 'Địa chỉ hiện nay phải theo tỉnh, thành phố hiện hành.', en: 'A present address uses the provinces of today.' },
  example: { value: '02', until: '30/06/2025', successors: '08 – Tỉnh Tuyên Quang' },
});
export const addressIncomplete = problem({
  code: 'E-ADDRESS-INCOMPLETE',
  group: { vi: 'Ghi đủ các phần của địa chỉ', en: 'Complete the address' },
  vi: 'Địa chỉ thiếu phần "{part}".',
  en: 'Part "{part}" of the address is missing.',
  next: {
    vi: 'Điền phần còn thiếu; nếu ở nước ngoài, ghi tên nước và chi tiết.',
    en: 'Fill in what is missing; for an address abroad give the country and the details.',
  },
  example: { part: { vi: 'Tỉnh, thành phố', en: 'Province' } },
});
export const communeElsewhere = problem({
  code: 'E-COMMUNE-ELSEWHERE',
  group: { vi: 'Xã, phường không thuộc tỉnh đã ghi', en: 'Commune is not in the province given' },
  vi: 'Xã, phường {commune} không thuộc tỉnh {province} vào thời điểm đó.',
  en: 'Commune {commune} did not belong to province {province} then.',
  next: { vi: 'Kiểm tra cả hai ô: tỉnh và xã, phường.', en: 'See whether province and commune are both right.' },
  example: { commune: '00004', province: '79' },
});
export const communeUnknown = problem({
  code: 'E-COMMUNE-UNKNOWN',
  group: { vi: 'Chọn lại xã, phường trong danh mục', en: 'Choose a commune of the list' },
  vi: '"{value}" không phải xã, phường, đặc khu đã biết.',
  en: '"{value}" is no known commune.',
  next: {
    vi: 'Ghi mã 5 số, hoặc tên đầy đủ như "Phường Ba Đình".',
    en: 'Give the 5-digit code, or the full name such as "Phường Ba Đình".',
  },
  example: { value: 'Xã Ba Đinh' },
});
export const placeNamesake = problem({
  code: 'E-PLACE-NAMESAKE',
  group: { vi: 'Kiểm tra đơn vị cùng tên của thời kỳ khác', en: 'Check units that bore one name at different times' },
  severity: 'warning',
  vi: '"{value}" là tên của nhiều đơn vị qua các thời kỳ: {candidates}. Đang hiểu là {chosen}.',
  en: '"{value}" was the name of several units over time: {candidates}. It is read as {chosen}.',
  next: {
    vi: 'Nếu không phải, ghi mã của đơn vị đúng, hoặc ghi HIEN_NAY (hiện nay), NGAY_SU_KIEN (ngày sinh), THOI_DIEM_KHAC (thời điểm khác) ở cột "Đơn vị hành chính của ngày nào".',
    en: 'If that is wrong, give the code of the right unit, or HIEN_NAY (today), NGAY_SU_KIEN (day of birth) or THOI_DIEM_KHAC (another day) in the column "Units of which day".',
  },
  example: {
    value: 'Hậu Giang',
    candidates: 'LS_HAU_GIANG – Tỉnh Hậu Giang (1976–1991), 93 – Tỉnh Hậu Giang (2004–2025)',
    chosen: 'LS_HAU_GIANG – Tỉnh Hậu Giang (1976–1991)',
  },
});
export const placeUnlisted = problem({
  code: 'E-PLACE-UNLISTED',
  group: { vi: 'Địa danh cũ chưa có trong danh mục', en: 'Former places that the list does not hold' },
  severity: 'warning',
  vi: 'Danh mục chưa có địa danh "{value}"; giữ nguyên chữ ở phần chi tiết của địa chỉ.',
  en: 'The list holds no place "{value}"; the words are kept in the details of the address.',
  next: {
    vi: 'Nếu viết nhầm thì sửa lại. Nếu đúng là tên cũ thì để nguyên.',
    en: 'Correct it if it is misspelt. If it is a former name, leave it as it is.',
  },
  example: { value: 'Xã Cổ Nhuế' },
});
export const bodyForm = problem({
  code: 'E-BODY-FORM',
  group: { vi: 'Ghi đúng mã hoặc tên cơ quan', en: 'Write the code or the name of the body' },
  vi: '"{value}" không phải mã định danh, cũng không phải tên chính thức của cơ quan nào vào ngày {on}.',
  en: '"{value}" is neither the code nor the official name of a body on {on}.',
  next: {
    vi: 'Ghi mã định danh cơ quan, ví dụ G09 hoặc H26.12, hoặc đúng tên chính thức.',
    en: 'Give the code of the body, e.g. G09 or H26.12, or its official name.',
  },
  example: { value: 'Phòng Tổ chức', on: '01/07/2025' },
});
export const bodyAmbiguous = problem({
  code: 'E-BODY-AMBIGUOUS',
  group: { vi: 'Chọn đúng một cơ quan', en: 'Choose exactly one body' },
  vi: '"{value}" có thể là nhiều cơ quan: {candidates}.',
  en: '"{value}" can be more than one body: {candidates}.',
  next: { vi: 'Ghi mã của cơ quan đúng.', en: 'Give the code of the right one.' },
  example: { value: 'Sở Nội vụ', candidates: 'H26.01 – Sở Nội vụ (UBND thành phố Hà Nội); H41.01 – Sở Nội vụ (UBND tỉnh Thái Nguyên)' },
});
export const bodyNameOfAnotherDay = problem({
  code: 'E-BODY-NAME-DAY',
  group: { vi: 'Ghi tên cơ quan đúng với ngày của dữ liệu', en: 'Name the body as of the day of the data' },
  vi: '"{value}" không phải tên của cơ quan nào vào ngày {on}; là tên ở thời gian khác của: {now}.',
  en: '"{value}" was no name of a body on {on}; at another time it was that of: {now}.',
  next: { vi: 'Ghi mã, hoặc tên của cơ quan vào ngày đó.', en: 'Give the code, or the name that the body had on that day.' },
  example: { value: 'UBND tỉnh Thừa Thiên Huế', on: '01/07/2025', now: 'T63.46 – UBND thành phố Huế' },
});
export const bodyNotLookedUp = problem({
  code: 'E-BODY-NOT-LOOKED-UP',
  group: { vi: 'Tên cơ quan chờ tra khi nộp', en: 'Names of bodies that are looked up on upload' },
  severity: 'warning',
  vi: '"{value}" là tên, không phải mã: khi nộp hệ thống mới tra được là cơ quan nào.',
  en: '"{value}" is a name, not a code: which body it is can only be looked up on upload.',
  next: {
    vi: 'Ghi mã định danh nếu biết, hoặc để nguyên tên chính thức.',
    en: 'Give the code if you know it, or leave the official name.',
  },
  example: { value: 'Trường THPT Mẫu Sơn' },
});

// Numbers

export const numberForm = problem({
  code: 'E-NUMBER-FORM',
  group: { vi: 'Ghi số, không ghi chữ', en: 'Give a number' },
  vi: 'Không phải một số.',
  en: 'This is not a number.',
  next: sameCell,
  example: {},
});
export const numberNotWhole = problem({
  code: 'E-NUMBER-NOT-WHOLE',
  group: { vi: 'Ghi số nguyên', en: 'Give a whole number' },
  vi: 'Phải là số nguyên.',
  en: 'It has to be a whole number.',
  next: sameCell,
  example: {},
});
export const numberAmongWords = problem({
  code: 'E-NUMBER-AMONG-WORDS',
  group: { vi: 'Ghi số, bỏ chữ bên cạnh', en: 'Give the number without the words beside it' },
  vi: 'Ô này chỉ ghi số, nhưng có cả chữ: "{words}".',
  en: 'The cell takes a number alone, but words stand beside it: "{words}".',
  next: {
    vi: 'Ghi riêng số ở đây; phần còn lại (phần trăm vượt khung, ghi chú) ghi vào cột của nó.',
    en: 'Give the number here; the rest (percentage over the scale, remarks) goes into its own column.',
  },
  example: { words: '4.98 VK 7%' },
});
export const numberPercent = problem({
  code: 'E-NUMBER-PERCENT',
  group: { vi: 'Bỏ dấu phần trăm', en: 'Take out signs of percent' },
  vi: 'Ô này là phần trăm ({value}); cột này ghi số, không kèm dấu %.',
  en: 'The cell is a percentage ({value}); the column takes a number without the sign.',
  next: {
    vi: 'Ghi lại số, đặt ô ở dạng Văn bản; đơn vị (hệ số hay phần trăm) ghi ở cột của nó.',
    en: 'Write the number again in a text cell; its unit (coefficient or percent) has its own column.',
  },
  example: { value: '25%' },
});
export const numberGrouped = problem({
  code: 'E-NUMBER-GROUPED',
  group: { vi: 'Ghi rõ dấu ngăn nghìn hay dấu thập phân', en: 'Tell thousands from decimals' },
  vi: '"{value}" có thể là {grouped} hoặc {decimal}.',
  en: '"{value}" may be {grouped} or {decimal}.',
  next: { vi: 'Ghi số không có dấu ngăn nghìn.', en: 'Write the number without separators of thousands.' },
  example: { value: '500.000', grouped: '500000.00', decimal: '500.00' },
});
export const numberRewritten = problem({
  code: 'E-NUMBER-REWRITTEN',
  group: { vi: 'Đã viết lại số', en: 'Numbers rewritten' },
  severity: 'corrected',
  vi: 'Số được viết lại: {corrected}.',
  en: 'The number was written anew: {corrected}.',
  next: checkCorrected,
  example: { corrected: '1490000' },
});
export const decimalComma = problem({
  code: 'E-DECIMAL-COMMA',
  group: { vi: 'Đã đổi dấu phẩy thập phân', en: 'Decimal commas replaced' },
  severity: 'corrected',
  vi: 'Dấu phẩy thập phân đã đổi thành dấu chấm: {corrected}.',
  en: 'The decimal comma was changed to a point: {corrected}.',
  next: checkCorrected,
  example: { corrected: '3.66' },
});
export const decimalPlaces = problem({
  code: 'E-DECIMAL-PLACES',
  group: { vi: 'Bớt chữ số thập phân', en: 'Fewer decimal places' },
  vi: 'Có nhiều hơn {places} chữ số thập phân.',
  en: 'It has more than {places} decimal places.',
  next: sameCell,
  example: { places: '2' },
});
export const numberRange = problem({
  code: 'E-NUMBER-RANGE',
  group: { vi: 'Số nằm ngoài khoảng cho phép', en: 'Numbers out of range' },
  vi: 'Phải từ {min} đến {max}.',
  en: 'It has to be from {min} to {max}.',
  next: sameCell,
  example: { min: '1', max: '16' },
});
export const numberOneOf = problem({
  code: 'E-NUMBER-ONE-OF',
  group: { vi: 'Chỉ ghi một trong các số cho phép', en: 'Give one of the numbers allowed' },
  vi: 'Chỉ nhận một trong các giá trị: {allowed}.',
  en: 'It has to be one of: {allowed}.',
  next: sameCell,
  example: { allowed: '70, 85, 100' },
});
export const flagForm = problem({
  code: 'E-FLAG-FORM',
  group: { vi: 'Chỉ ghi Có hoặc Không', en: 'Give only yes or no' },
  vi: 'Chỉ ghi "Có" hoặc "Không".',
  en: 'Write "Có" (yes) or "Không" (no).',
  next: sameCell,
  example: {},
});

// Contact

export const phoneForm = problem({
  code: 'E-PHONE-FORM',
  group: { vi: 'Sửa số điện thoại', en: 'Mend phone numbers' },
  vi: 'Không phải số điện thoại Việt Nam: di động có 10 số, bắt đầu bằng 03, 05, 07, 08 hoặc 09.',
  en: 'Not a Vietnamese telephone number: mobiles have 10 digits and begin with 03, 05, 07, 08 or 09.',
  next: sameCell,
  example: {},
});
export const phoneLandline = problem({
  code: 'E-PHONE-LANDLINE',
  group: { vi: 'Số máy bàn ở cột di động', en: 'Landlines in the mobile column' },
  severity: 'warning',
  vi: 'Đây là số máy bàn, không phải di động: không nhận được tin nhắn.',
  en: 'This is a landline, not a mobile: it takes no messages.',
  next: { vi: 'Ghi số di động của người đó nếu có.', en: 'Give the mobile number of the person if there is one.' },
  example: {},
});
export const phoneRewritten = problem({
  code: 'E-PHONE-REWRITTEN',
  group: { vi: 'Đã viết lại số điện thoại', en: 'Phone numbers rewritten' },
  severity: 'corrected',
  vi: 'Số điện thoại đã đưa về dạng 10 số (thêm số 0, đổi +84 hoặc đầu số cũ).',
  en: 'The telephone number was written with 10 digits (lost zero, +84 or an old prefix).',
  next: checkCorrected,
  example: {},
});
export const emailForm = problem({
  code: 'E-EMAIL-FORM',
  group: { vi: 'Sửa địa chỉ thư điện tử', en: 'Mend e-mail addresses' },
  vi: 'Không phải địa chỉ thư điện tử.',
  en: 'This is not an e-mail address.',
  next: sameCell,
  example: {},
});
export const emailDomain = problem({
  code: 'E-EMAIL-DOMAIN',
  group: { vi: 'Kiểm tra tên miền thư công vụ', en: 'Check the domain of official e-mail' },
  severity: 'warning',
  vi: 'Thư công vụ nên dùng tên miền {domain}.',
  en: 'An official address should be under {domain}.',
  next: { vi: 'Ghi thư công vụ, nếu có.', en: 'Give the official address if there is one.' },
  example: { domain: 'gov.vn' },
});

// What is missing

export const required = problem({
  code: 'E-REQUIRED',
  group: { vi: 'Điền ô bắt buộc còn trống', en: 'Fill in required cells' },
  vi: 'Thiếu "{label}" (bắt buộc).',
  en: '"{label}" is missing (required).',
  next: { vi: 'Điền ô này; nếu không biết, gõ "Không rõ".', en: 'Fill in the cell; if it is not known, type "Không rõ".' },
  example: { label: { vi: 'Ngày sinh', en: 'Date of birth' } },
});
export const requiredWhen = problem({
  code: 'E-REQUIRED-WHEN',
  group: { vi: 'Điền ô cần có trong trường hợp này', en: 'Fill in cells required in this case' },
  vi: 'Thiếu "{label}": cần có khi {when}.',
  en: '"{label}" is missing: it is needed when {when}.',
  next: { vi: 'Điền ô này; nếu không biết, gõ "Không rõ".', en: 'Fill in the cell; if it is not known, type "Không rõ".' },
  example: {
    label: { vi: 'Ngày vào Đảng (dự bị)', en: 'Admitted to the Party' },
    when: { vi: 'có khai ngày chính thức', en: 'the official date is stated' },
  },
});
export const requiredPart = problem({
  code: 'E-REQUIRED-PART',
  group: { vi: 'Điền phần còn thiếu của một mục', en: 'Fill in the missing part' },
  vi: 'Thiếu phần "{part}" của "{label}".',
  en: 'Part "{part}" of "{label}" is missing.',
  next: { vi: 'Điền phần còn thiếu, hoặc xóa các phần kia.', en: 'Fill in what is missing, or clear the other parts.' },
  example: { label: { vi: 'Quyết định', en: 'Decision' }, part: { vi: 'Số', en: 'Number' } },
});
export const absenceNotAllowed = problem({
  code: 'E-ABSENCE-NOT-ALLOWED',
  group: { vi: 'Ghi giá trị thật thay cho lời khai trống', en: 'Give a real value' },
  vi: 'Không thể ghi "{value}" cho "{label}".',
  en: '"{value}" cannot stand for "{label}".',
  next: { vi: 'Ghi giá trị thật.', en: 'Give the real value.' },
  example: { value: 'Không áp dụng', label: { vi: 'Họ và tên khai sinh', en: 'Full name at birth' } },
});
export const noneOtherWord = problem({
  code: 'E-NONE-OTHER-WORD',
  group: { vi: 'Ghi "Không có" khi không có dòng nào', en: 'Write "Không có" where there are no lines' },
  vi: '"{value}" trong trang "{sheet}" có nghĩa là người này không có mục nào không?',
  en: 'Does "{value}" on sheet "{sheet}" mean that this person has none?',
  next: {
    vi: 'Nếu đúng, ghi "Không có" (mọi mục đã khai trước đây sẽ được bỏ). Nếu chưa rõ, để trống.',
    en: 'If so, write "Không có" (what was stated before is taken out). If it is not known, leave it blank.',
  },
  example: { value: 'Không', sheet: 'Kỷ luật' },
});
export const noneBesideLines = problem({
  code: 'E-NONE-BESIDE-LINES',
  group: { vi: 'Bỏ "Không có" hoặc bỏ các dòng còn lại', en: 'Remove "none", or the other lines' },
  vi: 'Vừa ghi "Không có" vừa có dòng khác của người này trong trang "{sheet}".',
  en: '"Không có" stands beside other lines of this person on sheet "{sheet}".',
  next: { vi: 'Bỏ dòng "Không có", hoặc bỏ các dòng kia.', en: 'Take out the line "Không có", or the other lines.' },
  example: { sheet: 'Khen thưởng' },
});
export const lineTwice = problem({
  code: 'E-LINE-TWICE',
  group: { vi: 'Bỏ dòng khai hai lần', en: 'Remove lines given twice' },
  vi: 'Dòng này trùng với dòng {row} của cùng một người ({key}).',
  en: 'This line repeats row {row} of the same person ({key}).',
  next: { vi: 'Xóa một trong hai dòng.', en: 'Delete one of the two lines.' },
  example: { row: '7', key: '2025' },
});

// The 12 cross-field rules (QT01 stands under identity)

export const payCoefficient = problem({
  code: 'E-PAY-COEFFICIENT',
  group: { vi: 'Hệ số không khớp bảng lương', en: 'Coefficient differs from the pay table' },
  vi: 'Hệ số {stated} không khớp bảng lương: {grade} bậc {step} là {expected}.',
  en: 'Coefficient {stated} does not fit the pay table: {grade} step {step} is {expected}.',
  next: { vi: 'Kiểm tra mã ngạch, bậc và hệ số theo quyết định lương.', en: 'Compare grade, step and coefficient with the pay decision.' },
  example: { stated: '3.33', grade: '01.003', step: '5', expected: '3.66' },
});
export const allowanceUnit = problem({
  code: 'E-ALLOWANCE-UNIT',
  group: { vi: 'Xem lại giá trị và đơn vị của phụ cấp', en: 'Look at value and unit of allowances' },
  severity: 'warning',
  vi: 'Phụ cấp {value} với đơn vị "{unit}" là mức không thường gặp.',
  en: 'An allowance of {value} in the unit "{unit}" is unusual.',
  next: {
    vi: 'Xem lại giá trị và đơn vị: hệ số 0,25 hay 25 phần trăm.',
    en: 'Look at value and unit again: a coefficient of 0.25, or 25 per cent.',
  },
  example: { value: '40.00', unit: 'Hệ số' },
});
export const familySide = problem({
  code: 'E-FAMILY-SIDE',
  group: { vi: 'Quan hệ gia đình khác bên đã ghi', en: 'Relation of the other side of the family' },
  severity: 'warning',
  vi: 'Quan hệ "{relation}" không thuộc bên gia đình đã ghi ở dòng này.',
  en: 'The relation "{relation}" is not of the side of the family stated in this line.',
  next: {
    vi: 'Bên vợ hoặc chồng: chọn cha vợ/cha chồng, mẹ vợ/mẹ chồng…; bên bản thân: chọn cha đẻ, mẹ đẻ…',
    en: "On the spouse's side choose father-in-law, mother-in-law and so on; on the own side father, mother and so on.",
  },
  example: { relation: 'Cha đẻ' },
});
export const payGroupUnsure = problem({
  code: 'E-PAY-GROUP-UNSURE',
  group: { vi: 'Hệ số khác nhóm lương chưa chắc', en: 'Coefficient outside a pay group that is not certain' },
  severity: 'warning',
  vi: 'Hệ số {stated} không có trong nhóm lương đã biết của {grade} ({groups}), nhưng nhóm này chưa chắc đúng.',
  en: 'Coefficient {stated} is not in the known pay group of {grade} ({groups}), but that group is not certain.',
  next: {
    vi: 'So với quyết định xếp lương. Nếu ghi đúng quyết định thì để nguyên.',
    en: 'Compare with the pay decision. If it says the same, leave it as it is.',
  },
  example: { stated: '2.41', grade: 'V.07.07.22', groups: 'A2.1' },
});
export const payStep = problem({
  code: 'E-PAY-STEP',
  group: { vi: 'Bậc lương không có trong ngạch', en: 'Pay step does not exist in the grade' },
  vi: 'Ngạch {grade} không có bậc {step} vào ngày {on} (tối đa {max} bậc).',
  en: 'Grade {grade} has no step {step} on {on} (at most {max}).',
  next: { vi: 'Kiểm tra mã ngạch và bậc.', en: 'See whether grade and step are right.' },
  example: { grade: '01.003', step: '12', on: '01/01/2024', max: '9' },
});
export const payOrder = problem({
  code: 'E-PAY-ORDER',
  group: { vi: 'Kiểm tra hai dòng lương cùng một ngày', en: 'Check pay lines of one day' },
  vi: 'Hai dòng lương cùng hưởng từ ngày {date}: dòng này và dòng {row}.',
  en: 'Two pay lines are paid from {date}: this one and row {row}.',
  next: {
    vi: 'Bỏ dòng thừa, hoặc sửa ngày hưởng. Nếu đúng là hai việc cùng ngày (nâng bậc rồi chuyển ngạch), xác nhận khi gửi.',
    en: 'Take out the one too many, or correct its day. If two changes really fell on one day (a raise and a change of grade), acknowledge it when submitting.',
  },
  example: { date: '01/01/2021', row: '7' },
});
export const payStepFalls = problem({
  code: 'E-PAY-STEP-FALLS',
  group: { vi: 'Kiểm tra bậc lương bị giảm', en: 'Check falling pay steps' },
  vi: 'Bậc lương giảm từ {before} xuống {step} trong cùng ngạch, nhưng loại biến động không phải xếp lại lương hay kỷ luật.',
  en: 'The step falls from {before} to {step} in one grade, but the change is neither a re-ranking nor a discipline.',
  next: { vi: 'Sửa bậc lương, hoặc chọn đúng loại biến động.', en: 'Correct the step, or choose the right kind of change.' },
  example: { before: '5', step: '3' },
});
export const payOverScale = problem({
  code: 'E-PAY-OVER-SCALE',
  group: { vi: 'Kiểm tra thâm niên vượt khung', en: 'Check the over-scale allowance' },
  vi: 'Phụ cấp thâm niên vượt khung {percent}% không hợp lệ: từ {first}% trở lên và chỉ ở bậc cuối cùng của ngạch (bậc {last}).',
  en: 'An over-scale allowance of {percent}% cannot be: it is {first}% or more, and only at the last step of the grade ({last}).',
  next: { vi: 'Kiểm tra bậc lương và tỉ lệ theo quyết định.', en: 'Compare step and percentage with the decision.' },
  example: { percent: '3', first: '5', last: '9' },
});
export const ratingPoints = problem({
  code: 'E-RATING-POINTS',
  group: { vi: 'Điểm không khớp kết quả xếp loại', en: 'Points differ from the rating' },
  severity: 'warning',
  vi: 'Điểm {points} thấp hơn mức {needed} của kết quả xếp loại "{rating}".',
  en: 'Points {points} are below the {needed} of the rating "{rating}".',
  next: { vi: 'Kiểm tra điểm và mức xếp loại.', en: 'See whether points and rating are right.' },
  example: { points: '65.00', needed: '70', rating: { vi: 'Hoàn thành tốt nhiệm vụ', en: 'Good' } },
});
export const partyOrder = problem({
  code: 'E-PARTY-ORDER',
  group: { vi: 'Kiểm tra hai ngày vào Đảng', en: 'Check the two Party dates' },
  vi: 'Ngày vào Đảng chính thức ({official}) trước ngày vào Đảng dự bị ({probation}).',
  en: 'Full membership ({official}) comes before admission ({probation}).',
  next: { vi: 'Sửa một trong hai ngày theo thẻ đảng viên.', en: 'Correct one of the dates from the Party card.' },
  example: { official: '01/02/2009', probation: '01/02/2010' },
});
export const gradeEducation = problem({
  code: 'E-GRADE-EDUCATION',
  group: { vi: 'Kiểm tra ngạch so với trình độ', en: 'Check grade against education' },
  severity: 'warning',
  vi: 'Ngạch {grade} (nhóm {group}) thường đòi trình độ từ {needed}, nhưng trình độ ghi là {stated}.',
  en: 'Grade {grade} (group {group}) usually needs {needed} or higher, but the qualification stated is {stated}.',
  next: {
    vi: 'Kiểm tra trình độ chuyên môn; hồ sơ cũ thì xác nhận khi gửi.',
    en: 'See whether the qualification is right; for an old record acknowledge it when submitting.',
  },
  example: {
    grade: '01.003',
    group: 'A1',
    needed: { vi: 'Đại học', en: 'University degree' },
    stated: { vi: 'Trung cấp', en: 'Intermediate' },
  },
});
export const careerGap = problem({
  code: 'E-CAREER-GAP',
  group: { vi: 'Kiểm tra khoảng trống trong quá trình công tác', en: 'Check gaps in the career' },
  severity: 'warning',
  vi: 'Quá trình công tác trống {months} tháng, từ {from} đến {to}.',
  en: 'The career has a gap of {months} months, from {from} to {to}.',
  next: {
    vi: 'Bổ sung thời gian còn thiếu; nếu đúng là không làm việc, xác nhận khi gửi.',
    en: 'Add what is missing; if there was no work then, acknowledge it when submitting.',
  },
  example: { months: '7', from: '06/2015', to: '01/2016' },
});
export const careerOverlap = problem({
  code: 'E-CAREER-OVERLAP',
  group: { vi: 'Kiểm tra giai đoạn công tác chồng lấn', en: 'Check overlapping posts' },
  severity: 'warning',
  vi: 'Hai giai đoạn công tác chồng lấn {months} tháng: dòng này bắt đầu {start}, dòng {row} đến {end} mới hết.',
  en: 'Two periods overlap by {months} months: this one begins {start}, row {row} ends only {end}.',
  next: {
    vi: 'Sửa tháng bắt đầu hoặc kết thúc; nếu đúng, xác nhận khi gửi. Nếu là kiêm nhiệm, chọn loại quá trình "Kiêm nhiệm".',
    en: 'Correct a start or an end, or acknowledge it when submitting; for a concurrent post choose the kind "Kiêm nhiệm".',
  },
  example: { months: '14', start: '01/2015', row: '8', end: '02/2016' },
});
export const careerTwoPresent = problem({
  code: 'E-CAREER-TWO-PRESENT',
  group: { vi: 'Kiểm tra hai giai đoạn chưa kết thúc', en: 'Check two posts without an end' },
  severity: 'warning',
  vi: 'Có hơn một giai đoạn công tác chưa kết thúc (dòng này và dòng {row}).',
  en: 'More than one period has no end (this row and row {row}).',
  next: {
    vi: 'Ghi tháng kết thúc của giai đoạn cũ. Nếu là kiêm nhiệm, chọn loại quá trình "Kiêm nhiệm"; nếu đúng như đã ghi, xác nhận khi gửi.',
    en: 'Give the old period its end. For a concurrent post choose the kind "Kiêm nhiệm"; if it is right as it stands, acknowledge it when submitting.',
  },
  example: { row: '8' },
});
export const twoEmployers = problem({
  code: 'E-TWO-EMPLOYERS',
  group: { vi: 'Người do cơ quan khác quản lý', en: 'Managed by another body' },
  vi: 'Người này đang được một cơ quan khác quản lý.',
  en: 'Another body manages this person at present.',
  next: {
    vi: 'Làm thủ tục chuyển hoặc biệt phái; liên hệ Vụ Công chức - Viên chức nếu thông tin sai.',
    en: 'Arrange a transfer or secondment; turn to the ministry if this is wrong.',
  },
  example: {},
});
export const raiseUnderDiscipline = problem({
  code: 'E-RAISE-UNDER-DISCIPLINE',
  group: { vi: 'Kiểm tra nâng bậc trong thời gian kỷ luật', en: 'Check raises during a discipline' },
  vi: 'Nâng bậc lương từ ngày {date}, nhưng thời hạn nâng bậc bị kéo dài do kỷ luật: sớm nhất là ngày {until}.',
  en: 'The raise counts from {date}, but a discipline lengthens the time for which the step is held: {until} at the earliest.',
  next: {
    vi: 'Kiểm tra ngày hưởng, mốc tính nâng bậc của dòng trước và quyết định kỷ luật.',
    en: 'Compare the pay date, the counting date of the line before, and the discipline decision.',
  },
  example: { date: '01/03/2024', until: '01/09/2024' },
});
export const raiseEarly = problem({
  code: 'E-RAISE-EARLY',
  group: { vi: 'Kiểm tra nâng bậc sớm hơn thời hạn', en: 'Check raises before they were due' },
  severity: 'warning',
  vi: 'Nâng bậc lương từ ngày {date}, sớm hơn ngày đủ thời hạn giữ bậc ({due}).',
  en: 'The raise counts from {date}, before the step had been held long enough ({due}).',
  next: {
    vi: 'Kiểm tra ngày hưởng, mốc tính nâng bậc của dòng trước và loại biến động; nếu đúng theo quyết định, xác nhận khi gửi.',
    en: 'Look at the pay date, the counting date of the line before and the kind of change; if the decision says so, acknowledge it when submitting.',
  },
  example: { date: '01/03/2024', due: '01/06/2025' },
});
export const recordClosed = problem({
  code: 'E-RECORD-CLOSED',
  group: { vi: 'Hồ sơ đã khóa', en: 'Closed records' },
  vi: 'Hồ sơ đã khóa vì người này đã nghỉ hưu, thôi việc, chuyển đi hoặc từ trần.',
  en: 'The record is closed: the person has retired, left, transferred or died.',
  next: {
    vi: 'Nếu vẫn phải sửa, người có quyền xác nhận mở trang hồ sơ này, chọn "Mở lại hồ sơ" và nêu lý do; sau đó làm lại bước này.',
    en: 'If it has to be changed after all, whoever confirms opens the page of the record, chooses "Reopen the record" and gives the reason; then do this step again.',
  },
  example: {},
});
export const jobPositionRequired = problem({
  code: 'E-JOB-POSITION-REQUIRED',
  group: { vi: 'Điền mã vị trí việc làm', en: 'Fill in the job position' },
  vi: 'Thiếu mã vị trí việc làm: bắt buộc với số liệu từ ngày {since}.',
  en: 'The job position code is missing: it is required for data as of {since} or later.',
  next: { vi: 'Ghi mã theo đề án vị trí việc làm của cơ quan.', en: "Give the code from the body's job position scheme." },
  example: { since: '01/01/2025' },
});
export const districtAfter2025 = problem({
  code: 'E-DISTRICT-AFTER-2025',
  group: { vi: 'Bỏ huyện trong địa chỉ sau khi bỏ cấp huyện', en: 'Remove districts from addresses of today' },
  vi: 'Từ {since} không còn cấp huyện; địa chỉ có hiệu lực tại {on} không được ghi huyện.',
  en: 'Districts ended on {since}; an address in force on {on} has none.',
  next: { vi: 'Xóa phần huyện.', en: 'Clear the district.' },
  example: { since: '01/07/2025', on: '24/11/2026' },
});
export const personTwoBodies = problem({
  code: 'E-PERSON-TWO-BODIES',
  group: { vi: 'Người đã có hồ sơ ở cơ quan khác', en: 'Already in the record of another body' },
  vi: 'Số định danh này đã có hồ sơ ở một cơ quan khác và không có biệt phái hay chuyển công tác đang làm.',
  en: 'This citizen number has a record with another body, and no secondment or transfer is in progress.',
  next: {
    vi: 'Kiểm tra số định danh; nếu đúng và có quyết định tiếp nhận, mở "Tiếp nhận, trùng số" và chọn "Đề nghị tiếp nhận".',
    en: 'Check the number; if it is right and there is a decision, open "Transfers and double claims" and choose "Ask for a transfer".',
  },
  example: {},
});

// Documents that come ready made (exchange, API)

export const documentShape = problem({
  code: 'E-DOCUMENT-SHAPE',
  group: { vi: 'Giá trị sai kiểu', en: 'Values of the wrong shape' },
  vi: 'Giá trị ở {path} không đúng kiểu; cần: {needed}.',
  en: 'The value at {path} is not of the right kind; needed: {needed}.',
  next: { vi: 'Đối chiếu với lược đồ JSON của hồ sơ.', en: 'Compare with the JSON Schema of the record.' },
  example: { path: '/G/luong/0/heSo', needed: { vi: 'số thập phân dạng chữ, 2 chữ số lẻ', en: 'decimal text with 2 places' } },
});
export const documentKey = problem({
  code: 'E-DOCUMENT-KEY',
  group: { vi: 'Khóa không có trong từ điển trường', en: 'Keys unknown to the dictionary' },
  vi: 'Khóa {path} không có trong từ điển trường.',
  en: 'Key {path} is not in the field dictionary.',
  next: { vi: 'Bỏ khóa này, hoặc dùng đúng phiên bản từ điển.', en: 'Take it out, or use the right version of the dictionary.' },
  example: { path: '/B/hoTen' },
});
