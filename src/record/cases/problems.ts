/** Problems of cases. */
import { problem } from '#base/problem.ts';
import type { Bilingual } from '#base/problem.ts';

export const caseNotFound = problem({
  code: 'E-CASE-NOT-FOUND',
  status: 404,
  vi: 'Không tìm thấy việc này trong phạm vi của anh/chị.',
  en: 'There is no such case within your reach.',
  next: { vi: 'Mở lại từ danh sách "Tiếp nhận, trùng số".', en: 'Open it again from the list of cases.' },
  example: {},
});

export const caseNumber = problem({
  code: 'E-CASE-NUMBER',
  vi: 'Số định danh phải đủ 12 chữ số.',
  en: 'A citizen number has 12 digits.',
  next: { vi: 'Nhập lại số định danh trên thẻ căn cước.', en: 'Type the number as it stands on the identity card.' },
  example: {},
});

export const caseDemoNumber = problem({
  code: 'E-CASE-NUMBER-DEMO',
  vi: 'Số bắt đầu bằng 000 là số của người giả định, chỉ dùng trong bản trình diễn.',
  en: 'A number that begins with 000 is an invented person’s, for the demo alone.',
  next: { vi: 'Nhập số định danh thật của người này.', en: 'Type the real number of the person.' },
  example: {},
});

export const caseGround = problem({
  code: 'E-CASE-GROUND',
  vi: 'Thiếu căn cứ: cần số và ngày quyết định (hoặc văn bản của cơ quan Công an khi đổi số), ngày không sau hôm nay.',
  en: 'The ground is missing: number and date of the decision (or of the police’s notice for a new number), not after today.',
  next: { vi: 'Ghi số và ngày như trên văn bản.', en: 'Type both as they stand on the document.' },
  example: {},
});

export const caseDay = problem({
  code: 'E-CASE-DAY',
  vi: 'Ngày tiếp nhận {day} không hợp lệ: phải là ngày có thật, không trước ngày quyết định và không quá {daysMax} ngày sau hôm nay.',
  en: 'The effective day {day} is not valid: a real day, not before the decision and at most {daysMax} days from today.',
  next: { vi: 'Ghi ngày có hiệu lực nêu trong quyết định.', en: 'Type the day that the decision names.' },
  example: { day: '2028-01-01', daysMax: '365' },
});

export const casePost = problem({
  code: 'E-CASE-POST',
  vi: 'Chưa ghi được chức vụ kiêm nhiệm: cần một mã hoặc tên chức vụ, dài nhất {charsMax} ký tự, không có dãy số dài.',
  en: 'The concurrent post cannot be taken: a code or the name of a post is needed, at most {charsMax} signs, without a long number.',
  next: { vi: 'Ghi chức vụ như trong quyết định.', en: 'Type the post as it stands in the decision.' },
  example: { charsMax: '150' },
});

export const caseUntil = problem({
  code: 'E-CASE-UNTIL',
  vi: 'Ngày kết thúc {day} không hợp lệ: phải là ngày có thật, không trước ngày bắt đầu, không trước hôm nay và không quá {daysMax} ngày.',
  en: 'The last day {day} is not valid: a real day, not before the first, not before today and at most {daysMax} days.',
  next: { vi: 'Ghi ngày cuối của thời hạn nêu trong quyết định.', en: 'Type the last day of the term that the decision names.' },
  example: { day: '2025-01-01', daysMax: '3660' },
});

export const caseBodyDay = problem({
  code: 'E-CASE-BODY-DAY',
  status: 409,
  vi: 'Vào ngày {day}, cơ quan nhận người này chưa có, không còn, hoặc chưa có mã của mình: không cập nhật được vào CSDL từ ngày đó.',
  en: 'On {day} the agency that would get the person did not exist, exists no more, or had no code of its own: the register cannot record it from that day.',
  next: {
    vi: 'Ghi ngày có hiệu lực mà cơ quan đó đã có mã; nếu cơ quan đã sắp xếp lại, làm với cơ quan kế tục.',
    en: 'Give an effective day on which that agency has its code; if it was reorganised, use the agency that succeeds it.',
  },
  example: { day: '01/07/2025' },
});

export const caseNobody = problem({
  code: 'E-CASE-NOBODY',
  status: 409,
  vi: 'Chưa cơ quan nào có hồ sơ đã xác nhận mang số định danh này, nên không cần tiếp nhận.',
  en: 'No agency has a confirmed record with this citizen number: there is nothing to be transferred.',
  next: {
    vi: 'Kiểm tra lại số; nếu đúng, tải lên hồ sơ của người này như bình thường.',
    en: 'Check the number; if it is right, send the record as usual.',
  },
  example: {},
});

export const caseMine = problem({
  code: 'E-CASE-MINE',
  status: 409,
  vi: 'Người này đang thuộc hồ sơ do chính cơ quan này quản lý.',
  en: 'This agency manages the person already.',
  next: {
    vi: 'Tra cứu hồ sơ theo số định danh; người đã thôi việc thì mở lại hồ sơ trước khi gửi.',
    en: 'Look the record up by the number; of somebody who left, reopen it before sending.',
  },
  example: {},
});

export const caseOpenAlready = problem({
  code: 'E-CASE-OPEN',
  status: 409,
  vi: 'Đã có một việc cùng loại về người này đang chờ.',
  en: 'There is an open case of this kind about the person already.',
  next: { vi: 'Mở việc đang chờ trong danh sách "Tiếp nhận, trùng số".', en: 'Open it from the list of cases.' },
  example: {},
});

export const caseReceiver = problem({
  code: 'E-CASE-RECEIVER',
  vi: 'Không có cơ quan nào mang mã {code} hôm nay, hoặc đó chính là cơ quan đang quản lý.',
  en: 'No agency has the code {code} today, or it is the one that manages the person.',
  next: { vi: 'Chọn cơ quan tiếp nhận trong danh mục.', en: 'Choose the receiving agency from the list.' },
  example: { code: 'H41.51' },
});

export const caseNumberTaken = problem({
  code: 'E-CASE-NUMBER-TAKEN',
  status: 409,
  vi: 'Số mới này không dùng được cho việc đổi số: đã là số của người này, hoặc đã thuộc một hồ sơ khác.',
  en: 'The new number cannot be used: it is this person’s already, or it belongs to another record.',
  next: {
    vi: 'Kiểm tra lại số trên thẻ căn cước mới. Nếu đúng, báo cơ quan quản lý CSDL để làm rõ hai hồ sơ.',
    en: 'Check the number on the new identity card. If it is right, tell the operator: two records must be cleared up.',
  },
  example: {},
});

export const caseStep = problem({
  code: 'E-CASE-STEP',
  status: 409,
  vi: 'Việc này không còn ở bước cho phép làm điều vừa chọn.',
  en: 'The case is no longer at a step where this can be done.',
  next: { vi: 'Tải lại trang để xem trạng thái mới nhất.', en: 'Reload the page to see the newest state.' },
  example: {},
});

export const caseOtherAgreed = problem({
  code: 'E-CASE-OTHER-AGREED',
  status: 409,
  vi: 'Người này đã có một việc tiếp nhận khác được hai bên đồng ý.',
  en: 'Another transfer of this person has been agreed to already.',
  next: {
    vi: 'Xem việc đó trong danh sách; chỉ một cơ quan quản lý một người.',
    en: 'See that case in the list; one person has one managing agency.',
  },
  example: {},
});

export const caseNotMatched = problem({
  code: 'E-CASE-NOT-MATCHED',
  status: 409,
  vi: 'Số mới chưa được đối soát khớp với CSDL quốc gia về dân cư ({level}).',
  en: 'The new number has not been matched with the population database ({levelEn}).',
  next: {
    vi: 'Chưa có trả lời: chờ rồi tải lại trang. Lệch hoặc không tìm thấy: kiểm tra lại số mới, rút việc này và lập lại với số đúng.',
    en: 'No answer yet: wait and reload. A mismatch, or not found: check the new number, withdraw and ask again with the right one.',
  },
  example: { level: 'chưa có trả lời', levelEn: 'no answer yet' },
});

export const caseSameRecord = problem({
  code: 'E-CASE-SAME-RECORD',
  status: 409,
  vi: 'Số định danh này đã là của chính hồ sơ đang mở: không có hai hồ sơ để hợp nhất.',
  en: 'The number is of this very record: there are no two records to merge.',
  next: { vi: 'Nhập số định danh ghi trong hồ sơ kia của người này.', en: 'Type the citizen number of the other record of this person.' },
  example: {},
});

export const caseSurvivor = problem({
  code: 'E-CASE-SURVIVOR',
  status: 409,
  vi: 'Một hồ sơ khác đã được hợp nhất vào hồ sơ này, nên hồ sơ này phải là hồ sơ giữ lại.',
  en: 'Another record was merged into this one already: it must be the one that stays.',
  next: { vi: 'Lập việc hợp nhất từ hồ sơ kia vào hồ sơ này.', en: 'Propose the merge from the other record into this one.' },
  example: {},
});

export const caseUnderWay = problem({
  code: 'E-CASE-UNDER-WAY',
  status: 409,
  vi: 'Chưa hợp nhất được, vì còn việc dở dang về một trong hai hồ sơ: {what}.',
  en: 'The records cannot be merged while something about one of them is under way: {whatEn}.',
  next: {
    vi: 'Xác nhận, trả lại hoặc rút hồ sơ đã gửi; kết thúc việc, biệt phái đang mở; rồi làm lại.',
    en: 'Confirm, return or withdraw what was sent; end open cases, secondments and concurrent posts; then try again.',
  },
  example: { what: 'hồ sơ gửi chưa xác nhận xong', whatEn: 'something sent that is not confirmed yet' },
});

export const caseChoice = problem({
  code: 'E-CASE-CHOICE',
  vi: 'Lựa chọn cho mục "{path}" không hợp lệ: mục này giống nhau ở hai hồ sơ, hoặc không được lấy từ hồ sơ kia.',
  en: 'The choice for "{path}" is not possible: both records say the same, or it is not taken from the other one.',
  next: { vi: 'Tải lại trang và chọn lại từng mục khác nhau.', en: 'Reload the page and choose again, value by value.' },
  example: { path: 'hoTenKhaiSinh' },
});

export const caseChanged = problem({
  code: 'E-CASE-RECORDS-CHANGED',
  status: 409,
  vi: 'Một trong hai hồ sơ đã thay đổi từ khi anh/chị xem.',
  en: 'One of the two records has changed since you looked at them.',
  next: { vi: 'Tải lại trang để đối chiếu lại hai hồ sơ.', en: 'Reload the page and compare the two again.' },
  example: {},
});

export const caseMergeStandsOn = problem({
  code: 'E-CASE-MERGE-STANDS-ON',
  status: 409,
  vi: 'Không tách lại được, vì đã có việc dựa trên hồ sơ hợp nhất: {what}.',
  en: 'The merge cannot be undone, because something stands on it: {whatEn}.',
  next: {
    vi: 'Nếu là hồ sơ gửi hoặc việc đang mở: kết thúc việc đó rồi làm lại. Nếu đã có phiên bản mới hoặc thẻ đã cấp: đính chính bằng hồ sơ gửi mới.',
    en: 'If something sent or a case is open, end it and try again. If a new version or a card was issued, correct the record by a new submission.',
  },
  example: { what: 'đã có phiên bản hồ sơ mới', whatEn: 'a newer version of the record' },
});

/** What is under way, or stands on a merge, in words. */
const STANDING_WORDS: Readonly<Record<string, Bilingual>> = {
  version: { vi: 'đã có phiên bản hồ sơ mới', en: 'a newer version of the record' },
  item: { vi: 'hồ sơ gửi chưa xác nhận xong', en: 'something sent that is not confirmed yet' },
  case: { vi: 'một việc khác đang mở', en: 'another open case' },
  secondment: { vi: 'đang biệt phái', en: 'a secondment in force' },
  concurrent: { vi: 'đang kiêm nhiệm ở cơ quan khác', en: 'a concurrent post at another agency in force' },
  card: { vi: 'thẻ đã cấp vào ví', en: 'a card issued to a wallet' },
  merge: { vi: 'hồ sơ đã được hợp nhất tiếp', en: 'a further merge' },
  merged: { vi: 'một trong hai hồ sơ đã được hợp nhất với hồ sơ khác', en: 'one of the two was merged with another record' },
};
/** The parameters of the two problems above. */
export const standingWords = (codes: readonly string[]): { readonly what: string; readonly whatEn: string } => ({
  what: codes.map((code) => STANDING_WORDS[code]!.vi).join('; '),
  whatEn: codes.map((code) => STANDING_WORDS[code]!.en).join('; '),
});

export const caseStandsOn = problem({
  code: 'E-CASE-STANDS-ON',
  status: 409,
  vi: 'Không hủy được: sau khi tiếp nhận đã có hồ sơ mới được gửi hoặc xác nhận.',
  en: 'It cannot be undone: something has been sent or confirmed since the transfer.',
  next: { vi: 'Lập đề nghị chuyển người này về cơ quan cũ.', en: 'Offer the person back by a new transfer.' },
  example: {},
});
