/** Problems of access. */
import { problem } from '#base/problem.ts';

export const notSignedIn = problem({
  code: 'E-NOT-SIGNED-IN',
  status: 401,
  vi: 'Anh/chị chưa đăng nhập, hoặc phiên làm việc đã hết.',
  en: 'You are not signed in, or your session has ended.',
  next: { vi: 'Đăng nhập lại; bản nháp và những gì đã tải lên vẫn còn.', en: 'Sign in again; drafts and uploads are still there.' },
  example: {},
});

export const notAllowed = problem({
  code: 'E-NOT-ALLOWED',
  status: 403,
  vi: 'Vai trò hiện tại không được làm việc này.',
  en: 'Your role does not allow this.',
  next: {
    vi: 'Nếu công việc cần đến, đề nghị quản trị của cơ quan cấp vai trò phù hợp.',
    en: "If your work needs it, ask your agency's administrator for the role.",
  },
  example: {},
});

export const notWithinReach = problem({
  code: 'E-NOT-WITHIN-REACH',
  status: 404,
  vi: 'Không tìm thấy trong phạm vi cơ quan của anh/chị.',
  en: 'Not found within the agencies you act for.',
  next: { vi: 'Kiểm tra lại cơ quan, hoặc mở từ danh sách.', en: 'Check the agency, or open it from its list.' },
  example: {},
});

export const samePerson = problem({
  code: 'E-CONFIRM-SAME-PERSON',
  status: 403,
  vi: 'Người gửi không được tự xác nhận, cũng không được tự duyệt gửi dữ liệu của chính mình.',
  en: 'Nobody confirms or approves what they sent.',
  next: { vi: 'Đề nghị một người có thẩm quyền khác thực hiện.', en: 'Ask another authorised person to do it.' },
  example: {},
});

export const ownRecord = problem({
  code: 'E-CONFIRM-OWN-RECORD',
  status: 403,
  vi: 'Không ai được tự xác nhận hồ sơ của chính mình.',
  en: 'Nobody confirms their own record.',
  next: { vi: 'Đề nghị một người có thẩm quyền khác xác nhận.', en: 'Ask another authorised officer to confirm it.' },
  example: {},
});

export const identityTooLow = problem({
  code: 'E-IDENTITY-LEVEL',
  status: 403,
  vi: 'Việc này cần định danh điện tử mức 2; tài khoản vừa đăng nhập ở mức {level}.',
  en: 'This needs electronic identity of level 2; you signed in with level {level}.',
  next: {
    vi: 'Nâng tài khoản định danh lên mức 2 tại cơ quan công an, rồi đăng nhập lại.',
    en: 'Have your identity account raised to level 2, then sign in again.',
  },
  example: { level: '1' },
});

export const crossSite = problem({
  code: 'E-CROSS-SITE',
  status: 403,
  vi: 'Yêu cầu đến từ một trang web khác nên bị từ chối.',
  en: 'The request came from another site and was refused.',
  next: { vi: 'Mở Cổng bằng địa chỉ chính thức của nó rồi thao tác lại.', en: 'Open the portal at its own address and try again.' },
  example: {},
});

export const signInFailed = problem({
  code: 'E-SIGN-IN',
  status: 400,
  vi: 'Đăng nhập chưa thành công: {why}.',
  en: 'Signing in did not succeed: {why}.',
  next: { vi: 'Thử đăng nhập lại từ đầu.', en: 'Start signing in again.' },
  example: { why: { vi: 'hết thời gian', en: 'out of time' } },
});

export const noAccount = problem({
  code: 'E-NO-ACCOUNT',
  status: 403,
  vi: 'Định danh này không có tài khoản đang hoạt động trên Cổng.',
  en: 'This identity has no active account on the portal.',
  next: {
    vi: 'Nếu anh/chị là cán bộ, công chức, viên chức: hỏi bộ phận tổ chức cán bộ của cơ quan xem hồ sơ đã được gửi và xác nhận chưa; hồ sơ được cập nhật vào CSDL rồi thì đăng nhập được ngay. Nếu anh/chị làm nhiệm vụ trên Cổng: liên hệ quản trị của cơ quan để được cấp vai trò.',
    en: "If you are an official: ask your agency's personnel unit whether your record was sent in and confirmed; once it is registered you can sign in at once. If you work at the portal: ask your agency's administrator for a role.",
  },
  example: {},
});

export const sessionNotFound = problem({
  code: 'E-SESSION-NOT-FOUND',
  status: 404,
  vi: 'Không có phiên làm việc này.',
  en: 'There is no such session.',
  next: { vi: 'Tải lại danh sách phiên.', en: 'Reload the list of sessions.' },
  example: {},
});

export const linkedElsewhere = problem({
  code: 'E-IDENTITY-LINKED',
  status: 403,
  vi: 'Định danh điện tử này đã gắn với một tài khoản khác, hoặc tài khoản của anh/chị đã gắn với một định danh khác.',
  en: 'This electronic identity is tied to another account, or your account to another identity.',
  next: {
    vi: 'Liên hệ quản trị của cơ quan; không thử bằng tài khoản của người khác.',
    en: "Ask your agency's administrator; do not try with somebody else's account.",
  },
  example: {},
});

export const readingBudgetSpent = problem({
  code: 'E-READING-BUDGET',
  status: 429,
  vi: 'Trong {span}, anh/chị đã xem tới mức {limit} người mà vai trò của mình được xem. Lần xem này không được thực hiện và đã ghi vào nhật ký.',
  en: 'Within {span} you have seen the {limit} people that your role allows. This reading was not done, and that is recorded.',
  next: {
    vi: 'Chờ hết khoảng thời gian này; nếu công việc cần hơn, nêu lý do ở mục “Xin xem thêm hồ sơ” để một người thứ hai duyệt.',
    en: 'Wait until that time is over; if your work needs more, give the reason under “Ask to see more records”, for a second person to grant.',
  },
  example: { limit: '300', span: { vi: 'giờ qua', en: 'the last hour' } },
});

export const allowanceNotOpen = problem({
  code: 'E-ALLOWANCE-NOT-OPEN',
  status: 409,
  vi: 'Đề nghị xem thêm này không còn chờ duyệt, hoặc không do anh/chị duyệt.',
  en: 'This request is not waiting any more, or it is not yours to decide.',
  next: { vi: 'Mở lại danh sách đề nghị.', en: 'Open the list of requests again.' },
  example: {},
});
