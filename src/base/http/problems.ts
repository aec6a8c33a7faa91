/** Problems of the HTTP surface as a whole: what any request may be answered with, whatever it asks for. */
import { problem } from '#base/problem.ts';

export const internalFault = problem({
  code: 'E-INTERNAL',
  status: 500,
  vi: 'Hệ thống gặp lỗi ngoài dự kiến. Chưa có gì bị thay đổi.',
  en: 'The system met an unexpected fault. Nothing was changed.',
  next: {
    vi: 'Thử lại sau ít phút. Nếu vẫn lỗi, gửi mã yêu cầu {requestId} cho bộ phận hỗ trợ.',
    en: 'Try again in a few minutes; if it goes on, give support the request id {requestId}.',
  },
  example: { requestId: 'req-7f3a' },
});

export const databaseAway = problem({
  code: 'E-DATABASE-AWAY',
  status: 503,
  vi: 'Cơ sở dữ liệu tạm thời không trả lời. Những gì đã có biên nhận vẫn an toàn.',
  en: 'The database does not answer for the moment. Whatever has a receipt is safe.',
  next: { vi: 'Thử lại sau ít phút.', en: 'Try again in a few minutes.' },
  example: {},
});

export const outcomeUnknown = problem({
  code: 'E-OUTCOME-UNKNOWN',
  status: 503,
  vi: 'Kết nối tới cơ sở dữ liệu đứt đúng lúc ghi: chưa rõ việc vừa gửi đã được ghi hay chưa.',
  en: 'The connection to the database was lost while writing: it is not known whether what was sent has been written.',
  next: {
    vi: 'Đợi vài giây, mở lại trang để xem việc đó đã có chưa; chưa có thì gửi lại y như vậy.',
    en: 'Wait a few seconds and open the page again to see whether it stands; if it does not, send the same again.',
  },
  example: {},
});

export const badRequest = problem({
  code: 'E-REQUEST',
  status: 400,
  vi: 'Yêu cầu không đúng dạng: {detail}.',
  en: 'The request has the wrong shape: {detail}.',
  next: { vi: 'Xem mô tả ở trang tài liệu API rồi gửi lại.', en: 'See the API reference and send it again.' },
  example: { detail: 'body/asOf must match format "date"' },
});

export const badJson = problem({
  code: 'E-JSON',
  status: 400,
  vi: 'Nội dung gửi lên không phải JSON hợp lệ: {detail}.',
  en: 'The body is not valid JSON: {detail}.',
  next: { vi: 'Kiểm tra dấu ngoặc, dấu phẩy và tên trường lặp.', en: 'Check brackets, commas and repeated names.' },
  example: { detail: { vi: 'trường "asOf" xuất hiện hai lần', en: 'the name "asOf" stands twice' } },
});

export const bodyTooLarge = problem({
  code: 'E-BODY-TOO-LARGE',
  status: 413,
  vi: 'Nội dung gửi lên lớn hơn giới hạn cho phép.',
  en: 'The body is larger than allowed.',
  next: { vi: 'Chia nhỏ rồi gửi lại.', en: 'Split it and send again.' },
  example: {},
});

export const mediaTypeUnknown = problem({
  code: 'E-MEDIA-TYPE',
  status: 415,
  vi: 'Cổng không nhận kiểu nội dung {type} ở địa chỉ này.',
  en: 'This address does not take content of type {type}.',
  next: {
    vi: 'Gửi JSON (application/json), hoặc tệp .xlsx ở địa chỉ tải lên.',
    en: 'Send JSON (application/json), or an .xlsx to the upload address.',
  },
  example: { type: 'text/xml' },
});

export const noSuchAddress = problem({
  code: 'E-NOT-FOUND',
  status: 404,
  vi: 'Không có địa chỉ này, hoặc nội dung không nằm trong phạm vi của anh/chị.',
  en: 'There is no such address, or what it names is not within your reach.',
  next: { vi: 'Quay lại trang trước hoặc mở từ danh sách.', en: 'Go back, or open it from its list.' },
  example: {},
});

export const keyMissing = problem({
  code: 'E-IDEMPOTENCY-KEY',
  status: 400,
  vi: 'Yêu cầu thay đổi dữ liệu cần kèm một mã "Idempotency-Key" (8–128 ký tự).',
  en: 'A request that changes something needs an "Idempotency-Key" of 8 to 128 signs.',
  next: { vi: 'Gửi lại, mỗi lần bấm dùng một mã mới.', en: 'Send it again, with a new key for each request.' },
  example: {},
});

export const keyUsedOtherwise = problem({
  code: 'E-IDEMPOTENCY-REUSED',
  status: 422,
  vi: 'Mã Idempotency-Key này đã dùng cho một yêu cầu khác.',
  en: 'This Idempotency-Key was used for another request.',
  next: { vi: 'Dùng một mã mới.', en: 'Use a new key.' },
  example: {},
});

export const stillRunning = problem({
  code: 'E-IDEMPOTENCY-RUNNING',
  status: 409,
  vi: 'Yêu cầu này đang được xử lý.',
  en: 'This request is being worked on.',
  next: { vi: 'Chờ vài giây rồi tải lại trang.', en: 'Wait a few seconds, then reload.' },
  example: {},
});

export const tooManyRequests = problem({
  code: 'E-TOO-MANY',
  status: 429,
  vi: 'Anh/chị vừa gửi quá nhiều yêu cầu trong một phút.',
  en: 'Too many requests within a minute.',
  next: { vi: 'Chờ {seconds} giây rồi tiếp tục.', en: 'Wait {seconds} seconds, then go on.' },
  example: { seconds: '20' },
});
