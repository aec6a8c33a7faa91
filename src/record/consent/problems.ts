/** Problems of consents. */
import { problem } from '#base/problem.ts';

export const consentCode = problem({
  code: 'E-CONSENT-CODE',
  // A refusal: who tries codes is written down.
  status: 403,
  vi: 'Mã này không đúng, đã hết hạn, hoặc đã được dùng.',
  en: 'This code is wrong, has expired, or was used.',
  next: {
    vi: 'Nhờ người có hồ sơ tạo mã mới ở trang “Đồng ý cho xem hồ sơ” rồi đọc lại. Mỗi mã chỉ dùng một lần.',
    en: 'Ask the person to make a new code on “Consent to view my record” and read it to you. Each code works once.',
  },
  example: {},
});

export const consentNotNeeded = problem({
  code: 'E-CONSENT-NOT-NEEDED',
  status: 409,
  vi: 'Cơ quan anh/chị đang quản lý hoặc sử dụng người này, nên xem hồ sơ theo thẩm quyền, không theo sự đồng ý.',
  en: 'Your agency manages or employs this person: it reads the record by its authority, not by consent.',
  next: { vi: 'Mở hồ sơ ở trang “Tra cứu hồ sơ”.', en: 'Open the record under “Find people”.' },
  example: {},
});

export const consentPurpose = problem({
  code: 'E-CONSENT-PURPOSE',
  status: 409,
  vi: 'Mục đích “{purpose}” không có trong danh mục đang dùng.',
  en: 'The purpose “{purpose}” is not in the list in force.',
  next: { vi: 'Tải lại trang và chọn một mục đích trong danh mục.', en: 'Reload the page and choose a purpose of the list.' },
  example: { purpose: 'DAO_TAO' },
});

export const consentReason = problem({
  code: 'E-CONSENT-REASON',
  status: 409,
  vi: 'Lý do cần ít nhất {count} chữ để người có hồ sơ hiểu mình đồng ý cho việc gì.',
  en: 'The reason needs at least {count} letters, so that the person knows what they consent to.',
  next: {
    vi: 'Ghi rõ khóa học, hồ sơ, việc cụ thể và số văn bản nếu có.',
    en: 'Name the course, the file or the matter, with the number of its paper if there is one.',
  },
  example: { count: '10' },
});

export const consentUntil = problem({
  code: 'E-CONSENT-UNTIL',
  status: 409,
  vi: 'Ngày cuối {day} không được trước hôm nay hay sau {last}.',
  en: 'The last day {day} may not be before today or after {last}.',
  next: { vi: 'Chọn một ngày từ hôm nay đến {last}.', en: 'Choose a day from today to {last}.' },
  example: { day: '2027-12-31', last: '2027-02-28' },
});

export const consentParts = problem({
  code: 'E-CONSENT-PARTS',
  status: 409,
  vi: 'Phần thông tin đã chọn trống, hoặc có mục không được hỏi hay không được cho.',
  en: 'Nothing was chosen, or something that may not be asked for, or was not asked for.',
  next: {
    vi: 'Tải lại trang rồi chọn ít nhất một mục trong danh sách. Thông tin nhạy cảm phải chọn từng mục.',
    en: 'Reload the page and choose at least one of those listed. Sensitive fields are chosen one by one.',
  },
  example: {},
});

export const consentNotFound = problem({
  code: 'E-CONSENT-NOT-FOUND',
  status: 404,
  vi: 'Không có sự đồng ý này, hoặc không phải của anh/chị.',
  en: 'There is no such consent, or it is not yours.',
  next: { vi: 'Tải lại danh sách rồi chọn lại.', en: 'Reload the list and choose again.' },
  example: {},
});

export const consentNotAsked = problem({
  code: 'E-CONSENT-NOT-ASKED',
  status: 409,
  vi: 'Yêu cầu này đã được trả lời, đã được rút, hoặc đã quá hạn trả lời.',
  en: 'This request was answered, taken back, or not answered in time.',
  next: { vi: 'Tải lại trang để xem trạng thái hiện nay.', en: 'Reload the page to see how it stands.' },
  example: {},
});

export const consentNotGiven = problem({
  code: 'E-CONSENT-NOT-GIVEN',
  status: 409,
  vi: 'Sự đồng ý này không còn hiệu lực nên không có gì để rút.',
  en: 'This consent does not hold any more: there is nothing to withdraw.',
  next: { vi: 'Tải lại trang để xem trạng thái hiện nay.', en: 'Reload the page to see how it stands.' },
  example: {},
});

export const consentNotHolding = problem({
  code: 'E-CONSENT-NOT-HOLDING',
  status: 403,
  vi: 'Không có sự đồng ý còn hiệu lực: người có hồ sơ chưa trả lời, đã từ chối, đã rút lại, hoặc đã qua ngày cuối.',
  en: 'No consent holds: the person has not answered, has refused, has withdrawn it, or its last day is over.',
  next: {
    vi: 'Nếu vẫn cần xem, nhờ người có hồ sơ tạo mã mới và gửi yêu cầu khác.',
    en: 'If you still need to look, ask the person for a new code and send another request.',
  },
  example: {},
});
