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

export const stepUpNeeded = problem({
  code: 'E-STEP-UP',
  status: 403,
  vi: 'Việc này cần anh/chị xác thực lại bằng khóa truy cập; một lần xác thực dùng được trong {minutes} phút.',
  en: 'This needs you to verify yourself with your passkey again; one verification is good for {minutes} minutes.',
  next: {
    vi: 'Xác thực bằng khóa truy cập rồi làm tiếp; chưa có gì thay đổi.',
    en: 'Verify with your passkey, then go on; nothing has changed yet.',
  },
  example: { minutes: '5' },
});

export const passkeyNeeded = problem({
  code: 'E-PASSKEY-NEEDED',
  status: 403,
  vi: 'Việc này cần khóa truy cập, mà tài khoản của anh/chị chưa có khóa nào.',
  en: 'This needs a passkey, and your account has none.',
  next: {
    vi: 'Đăng ký khóa tại "Khóa truy cập của tôi" (máy tính, điện thoại hoặc khóa bảo mật), rồi làm lại; chưa có gì thay đổi.',
    en: 'Add one at “My passkeys” (computer, phone or security key), then try again; nothing has changed yet.',
  },
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

export const logoutNotValid = problem({
  code: 'E-LOGOUT-TOKEN',
  status: 400,
  vi: 'Yêu cầu đăng xuất của nhà cung cấp định danh không được nhận: {why}.',
  en: 'The logout of the identity provider was not taken: {why}.',
  next: {
    vi: 'Nhà cung cấp gửi logout_token theo OpenID Connect Back-Channel Logout 1.0, ký bằng khóa đã công bố, mỗi token một lần.',
    en: 'The provider sends a logout_token by OpenID Connect Back-Channel Logout 1.0, signed with a published key, each token once.',
  },
  example: { why: { vi: 'token đã dùng', en: 'the token was used before' } },
});

export const signInAway = problem({
  code: 'E-SIGN-IN-AWAY',
  status: 503,
  vi: 'Nhà cung cấp định danh không trả lời ({detail}), nên lúc này chưa đăng nhập được.',
  en: 'The identity provider does not answer ({detail}), so nobody can sign in right now.',
  next: {
    vi: 'Thử lại sau vài phút. Nếu còn, báo bộ phận vận hành mã này; người vận hành chạy npx congvu doctor.',
    en: 'Try again in a few minutes. If it stays so, tell the operators this code; they run npx congvu doctor.',
  },
  example: { detail: 'ECONNREFUSED' },
});

export const signInPlain = problem({
  code: 'E-SIGN-IN-PLAIN',
  status: 503,
  vi: 'Nhà cung cấp định danh dùng một địa chỉ http, không mã hóa, nên không đăng nhập qua đó.',
  en: 'The identity provider uses an http address, without encryption; nobody is signed in over it.',
  next: {
    vi: 'Người vận hành đặt OIDC_ISSUER là địa chỉ https, và xem mọi địa chỉ mà nhà cung cấp công bố đều là https.',
    en: 'The operators set OIDC_ISSUER to an https address, and see that all addresses that the provider publishes are https.',
  },
  example: {},
});

export const signInProvider = problem({
  code: 'E-SIGN-IN-PROVIDER',
  status: 503,
  vi: 'Nhà cung cấp định danh không đúng như thiết lập: {why}.',
  en: 'The identity provider is not as the settings say: {why}.',
  next: {
    vi: 'Người vận hành đối chiếu các thiết lập OIDC_… với tài liệu của nhà cung cấp (docs/install/sign-in.md), rồi chạy npx congvu doctor.',
    en: 'The operators compare the settings OIDC_… with the papers of the provider (docs/install/sign-in.md) and run npx congvu doctor.',
  },
  example: { why: { vi: 'tên tự khai khác với OIDC_ISSUER', en: 'it names itself otherwise than OIDC_ISSUER' } },
});

export const signInClient = problem({
  code: 'E-SIGN-IN-CLIENT',
  status: 503,
  vi: 'Nhà cung cấp định danh không nhận ứng dụng này ({detail}).',
  en: 'The identity provider does not take this client ({detail}).',
  next: {
    vi: 'Người vận hành kiểm tra OIDC_CLIENT_ID, OIDC_CLIENT_SECRET và địa chỉ trở về PUBLIC_URL/auth/callback đã đăng ký.',
    en: 'The operators check OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and the registered way back PUBLIC_URL/auth/callback.',
  },
  example: { detail: 'invalid_client' },
});

export const signInClock = problem({
  code: 'E-SIGN-IN-CLOCK',
  status: 503,
  vi: 'Đồng hồ của nhà cung cấp định danh và của máy chủ này lệch nhau, hoặc câu trả lời đã cũ, nên không tin được.',
  en: 'The clocks of the identity provider and of this server differ, or its answer is old, so it cannot be trusted.',
  next: {
    vi: 'Đăng nhập lại từ đầu. Nếu còn, người vận hành đồng bộ giờ của máy chủ (timedatectl) và báo nhà cung cấp.',
    en: 'Sign in again from the start. If it stays so, the operators synchronise the clock (timedatectl) and tell the provider.',
  },
  example: {},
});

export const signInClaims = problem({
  code: 'E-SIGN-IN-CLAIMS',
  status: 503,
  vi: 'Nhà cung cấp định danh không gửi điều cần biết: trường {claim} thiếu hoặc không đúng dạng.',
  en: 'The identity provider does not send what is needed: the claim {claim} is missing or of another form.',
  next: {
    vi: 'Người vận hành đặt OIDC_NUMBER_CLAIM, OIDC_LEVEL_CLAIM, OIDC_LEVELS, OIDC_SCOPE theo tài liệu của nhà cung cấp (docs/install/sign-in.md).',
    en: 'The operators set OIDC_NUMBER_CLAIM, OIDC_LEVEL_CLAIM, OIDC_LEVELS, OIDC_SCOPE by the papers of the provider (docs/install/sign-in.md).',
  },
  example: { claim: 'national_id' },
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
