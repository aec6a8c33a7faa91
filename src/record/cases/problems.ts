/** Problems of cases. */
import { problem } from '#base/problem.ts';

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

export const caseUntil = problem({
  code: 'E-CASE-UNTIL',
  vi: 'Ngày kết thúc biệt phái {day} không hợp lệ: phải là ngày có thật, không trước ngày bắt đầu, không trước hôm nay và không quá {daysMax} ngày.',
  en: 'The last day of the secondment {day} is not valid: a real day, not before the first, not before today and at most {daysMax} days.',
  next: { vi: 'Ghi ngày cuối của thời hạn nêu trong quyết định.', en: 'Type the last day of the term that the decision names.' },
  example: { day: '2025-01-01', daysMax: '3660' },
});

export const caseBodyDay = problem({
  code: 'E-CASE-BODY-DAY',
  status: 409,
  vi: 'Vào ngày {day}, cơ quan nhận người này chưa có, không còn, hoặc chưa có mã của mình: sổ không ghi được từ ngày đó.',
  en: 'On {day} the body that would get the person did not exist, exists no more, or had no code of its own: the register cannot record it from that day.',
  next: {
    vi: 'Ghi ngày có hiệu lực mà cơ quan đó đã có mã; nếu cơ quan đã sắp xếp lại, làm với cơ quan kế tục.',
    en: 'Give an effective day on which that body has its code; if it was reorganised, use the body that succeeds it.',
  },
  example: { day: '01/07/2025' },
});

export const caseNobody = problem({
  code: 'E-CASE-NOBODY',
  status: 409,
  vi: 'Chưa cơ quan nào có hồ sơ đã xác nhận mang số định danh này, nên không cần tiếp nhận.',
  en: 'No body has a confirmed record with this citizen number: there is nothing to be transferred.',
  next: {
    vi: 'Kiểm tra lại số; nếu đúng, nộp hồ sơ của người này như bình thường.',
    en: 'Check the number; if it is right, send the record as usual.',
  },
  example: {},
});

export const caseMine = problem({
  code: 'E-CASE-MINE',
  status: 409,
  vi: 'Người này đang thuộc hồ sơ do chính cơ quan này quản lý.',
  en: 'This body manages the person already.',
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
  en: 'No body has the code {code} today, or it is the one that manages the person.',
  next: { vi: 'Chọn cơ quan tiếp nhận trong danh mục.', en: 'Choose the receiving body from the list.' },
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
    en: 'See that case in the list; one person has one managing body.',
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

export const caseStandsOn = problem({
  code: 'E-CASE-STANDS-ON',
  status: 409,
  vi: 'Không hủy được: sau khi tiếp nhận đã có hồ sơ mới được gửi hoặc xác nhận.',
  en: 'It cannot be undone: something has been sent or confirmed since the transfer.',
  next: { vi: 'Lập đề nghị chuyển người này về cơ quan cũ.', en: 'Offer the person back by a new transfer.' },
  example: {},
});
