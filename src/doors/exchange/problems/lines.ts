/** What is said no to where people set up a line: who asks, who grants, and what is asked for. */
import { problem } from '#base/problem.ts';

export const callerNotTaken = problem({
  code: 'E-EXCHANGE-CALLER-NOT-TAKEN',
  vi: 'Không đăng ký được bên gọi: {why}.',
  en: 'The caller cannot be enrolled: {why}.',
  next: {
    vi: 'Kiểm tra chứng thư (còn hạn, dành cho bên gọi), mạng và tên, rồi đăng ký lại.',
    en: 'Look at the certificate (in force, for callers), the networks and the name, then enrol it again.',
  },
  example: { why: { vi: 'chứng thư đã hết hạn', en: 'the certificate has expired' } },
});

export const lineAsked = problem({
  code: 'E-EXCHANGE-ASKED',
  vi: 'Đề nghị về đường trao đổi thiếu hoặc sai mục “{where}”.',
  en: 'The request about the line lacks “{where}”, or has it wrong.',
  next: {
    vi: 'Khóa là nửa công khai Ed25519 dạng PEM, không bao giờ gửi khóa bí mật; tên gồm chữ không dấu, số, dấu chấm, gạch; lý do ít nhất 10 ký tự.',
    en: 'A key is the public half of an Ed25519 pair as PEM, never the private one; names have plain letters, digits, dots and dashes; a reason has 10 letters at least.',
  },
  example: { where: 'publicKey' },
});

export const lineRequestOpen = problem({
  code: 'E-EXCHANGE-REQUEST-OPEN',
  status: 409,
  vi: 'Đã có một đề nghị cùng loại về đường trao đổi này đang chờ quyết định.',
  en: 'A request of this kind about the line waits for its decision already.',
  next: {
    vi: 'Chờ người thứ hai quyết định, hoặc người đề nghị rút lại.',
    en: 'Wait for the second person, or let who asked take it back.',
  },
  example: {},
});

export const lineRequestStanding = problem({
  code: 'E-EXCHANGE-REQUEST-STANDING',
  status: 409,
  vi: 'Đề nghị không còn phù hợp với đường trao đổi lúc này.',
  en: 'The request does not fit how the line stands now.',
  next: { vi: 'Tải lại trang để xem đường trao đổi đang thế nào.', en: 'Reload the page to see how the line stands.' },
  example: {},
});

export const lineNameTaken = problem({
  code: 'E-EXCHANGE-NAME-TAKEN',
  status: 409,
  vi: 'Tên {name} đã dùng cho một nguồn hoặc một khóa khác.',
  en: 'The name {name} is that of another source or another key.',
  next: { vi: 'Chọn tên khác; tên đã dùng không dùng lại.', en: 'Choose another; a name that was used is not used again.' },
  example: { name: 'nut-1' },
});

export const lineOfficer = problem({
  code: 'E-EXCHANGE-OFFICER',
  vi: 'Khóa xác nhận chỉ đăng ký cho cán bộ đang có quyền xác nhận của cơ quan, khác với người đề nghị và người quyết định.',
  en: 'A confirming key is enrolled for an officer who may confirm for the agency today, and who neither asks nor decides.',
  next: { vi: 'Chọn cán bộ khác, hoặc để người khác đề nghị.', en: 'Choose another officer, or let somebody else ask.' },
  example: {},
});

export const lineRequestNotFound = problem({
  code: 'E-EXCHANGE-REQUEST-NOT-FOUND',
  status: 404,
  vi: 'Không có đề nghị này, hoặc không thuộc phạm vi của anh/chị.',
  en: 'There is no such request, or it is not within your reach.',
  next: { vi: 'Mở lại từ trang Đường trao đổi.', en: 'Open it from the page Exchange lines.' },
  example: {},
});

export const lineRequestGone = problem({
  code: 'E-EXCHANGE-REQUEST-GONE',
  status: 409,
  vi: 'Đề nghị này đã được quyết định hoặc đã rút.',
  en: 'This request was decided or taken back.',
  next: { vi: 'Tải lại trang để xem kết quả.', en: 'Reload the page to see what came of it.' },
  example: {},
});

export const lineRefusal = problem({
  code: 'E-EXCHANGE-REFUSAL',
  vi: 'Từ chối thì phải nói vì sao (ít nhất 10 ký tự).',
  en: 'A refusal says why (10 letters at least).',
  next: { vi: 'Ghi lý do; người đề nghị đọc được.', en: 'Write the reason; who asked reads it.' },
  example: {},
});
