/** Problems of erasures. */
import { problem } from '#base/problem.ts';

export const erasureGround = problem({
  code: 'E-ERASURE-GROUND',
  status: 422,
  vi: 'Căn cứ "{ground}" không có trong danh sách căn cứ hủy dữ liệu hôm nay.',
  en: 'The ground "{ground}" is not in today’s list of grounds for an erasure.',
  next: { vi: 'Chọn một trong: {allowed}.', en: 'Choose one of: {allowed}.' },
  example: { ground: 'X', allowed: 'NHAP_NHAM, QUYET_DINH' },
});

export const erasurePaper = problem({
  code: 'E-ERASURE-PAPER',
  status: 422,
  vi: 'Thiếu văn bản làm căn cứ hủy, hoặc ngày {day} chưa tới hay không phải ngày.',
  en: 'The paper for the erasure is missing, or its day {day} has not come or is no day.',
  next: {
    vi: 'Ghi số, ngày và nơi ban hành của văn bản; bản giấy lưu ở cơ quan, không tải lên đây.',
    en: 'State number, day and issuer of the paper; the paper itself stays with the agency and is not uploaded.',
  },
  example: { day: '2030-01-01' },
});

export const erasureKept = problem({
  code: 'E-ERASURE-KEPT',
  status: 409,
  vi: 'Pháp luật còn giữ hồ sơ này với căn cứ đã chọn: {why}.',
  en: 'The law keeps this record against the ground chosen: {why}.',
  next: {
    vi: 'Không hủy. Sai thì đính chính; đã thôi phục vụ thì hồ sơ đóng và hẹp người xem; có quyết định của cơ quan có thẩm quyền thì chọn căn cứ ấy.',
    en: 'It is not destroyed. What is wrong is corrected, a record of who left is closed and seen by few; with a decision of an authority choose that ground.',
  },
  example: { why: { vi: 'người này đang công tác', en: 'the person is in service' } },
});

export const erasureStands = problem({
  code: 'E-ERASURE-STANDS',
  status: 409,
  vi: 'Còn việc chưa xong của người này: {what}.',
  en: 'Something of this person is not over: {what}.',
  next: {
    vi: 'Xử lý xong (xác nhận, trả lại, rút, trả lời) rồi đề nghị lại.',
    en: 'Settle it (confirm, return, withdraw, answer), then ask again.',
  },
  example: { what: { vi: 'mục chờ xác nhận', en: 'items that wait to be confirmed' } },
});

export const erasureOpen = problem({
  code: 'E-ERASURE-OPEN',
  status: 409,
  vi: 'Đã có một đề nghị hủy dữ liệu của người này đang chờ.',
  en: 'An erasure of this person is asked for already, and waits.',
  next: { vi: 'Xem trang Hủy dữ liệu cá nhân.', en: 'See the page Erasures.' },
  example: {},
});

export const erasureGone = problem({
  code: 'E-ERASURE-GONE',
  status: 409,
  vi: 'Đề nghị này đã được quyết định, rút lại hoặc hết hạn.',
  en: 'This request was decided, taken back or has lapsed.',
  next: { vi: 'Tải lại trang Hủy dữ liệu cá nhân để xem kết quả.', en: 'Reload the page Erasures to see what came of it.' },
  example: {},
});

export const erasureNotFound = problem({
  code: 'E-ERASURE-NOT-FOUND',
  status: 404,
  vi: 'Không có đề nghị hủy dữ liệu này, hoặc không thuộc phạm vi của anh/chị.',
  en: 'There is no such erasure, or it is not within your reach.',
  next: { vi: 'Mở lại từ trang Hủy dữ liệu cá nhân.', en: 'Open it from the page Erasures.' },
  example: {},
});

export const erasureFromAbove = problem({
  code: 'E-ERASURE-ABOVE',
  status: 403,
  vi: 'Việc hủy dữ liệu do quản trị của cơ quan cấp trên quyết định, không phải của chính cơ quan quản lý hồ sơ.',
  en: 'An erasure is decided by an administrator of an agency above, not of the one that manages the record.',
  next: { vi: 'Chuyển cho quản trị của cơ quan cấp trên.', en: 'Leave it to the administrator of the agency above.' },
  example: {},
});

export const erasureRefusal = problem({
  code: 'E-ERASURE-REFUSAL',
  status: 422,
  vi: 'Từ chối thì phải nói vì sao (ít nhất 10 ký tự).',
  en: 'A refusal says why (10 letters at least).',
  next: { vi: 'Ghi lý do; người đề nghị đọc được.', en: 'Write the reason; who asked reads it.' },
  example: {},
});
