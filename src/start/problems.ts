/** Problems of the HTTP surface as a whole, and of starting, backing up and restoring. */
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
  next: { vi: 'Gửi lại, mỗi lần bấm dùng một mã mới.', en: 'Send it again, with a new key for each wish.' },
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

export const bodyNotYours = problem({
  code: 'E-BODY-NOT-YOURS',
  status: 404,
  vi: 'Không tìm thấy cơ quan này trong phạm vi của anh/chị.',
  en: 'There is no such body within your reach.',
  next: { vi: 'Chọn một cơ quan trong danh sách được giao.', en: 'Choose one of the bodies that you were given.' },
  example: {},
});

export const backupNotReadable = problem({
  code: 'E-BACKUP-NOT-READABLE',
  status: 500,
  vi: 'Tệp sao lưu không đọc được: {why}.',
  en: 'The backup cannot be read: {why}.',
  next: {
    vi: 'Dùng đúng thư mục khóa của lúc sao lưu, hoặc lấy bản sao lưu khác.',
    en: 'Use the keys folder of that time, or take another backup.',
  },
  example: { why: { vi: 'sai khóa', en: 'the key is another one' } },
});

export const backupNotRecorded = problem({
  code: 'E-BACKUP-NOT-RECORDED',
  status: 500,
  vi: 'Nhật ký không ghi được dòng của việc sao lưu hoặc khôi phục này ({detail}), nên việc dừng lại và không giữ lại gì.',
  en: 'The audit log did not take the row of this backup or restore ({detail}): it stopped, and nothing of it was kept.',
  next: {
    vi: 'Xem cơ sở dữ liệu còn chỗ và còn ghi được không (npx congvu migrate), rồi chạy lại lệnh.',
    en: 'See whether the database has room and takes writes (npx congvu migrate), then run the command again.',
  },
  example: { detail: 'no partition of relation "audit_event" found for row' },
});

export const restoreNotEmpty = problem({
  code: 'E-RESTORE-NOT-EMPTY',
  status: 500,
  vi: 'Cơ sở dữ liệu đích đã có người nên không khôi phục đè lên.',
  en: 'The database holds people already; nothing is restored over them.',
  next: { vi: 'Chọn DATA_FOLDER trống, hoặc một cơ sở dữ liệu mới.', en: 'Choose an empty DATA_FOLDER, or a new database.' },
  example: {},
});

export const portTaken = problem({
  code: 'E-PORT-TAKEN',
  status: 500,
  vi: 'Cổng {port} đang có chương trình khác dùng.',
  en: 'Port {port} is used by another program.',
  next: {
    vi: 'Dừng chương trình đó, hoặc chọn cổng khác: PORT={other} npm start',
    en: 'Stop that program, or choose another port: PORT={other} npm start',
  },
  example: { port: '3000', other: '3001' },
});

export const workerNeedsDatabase = problem({
  code: 'E-WORKER-NO-DATABASE',
  status: 500,
  vi: 'Xử lý nền riêng cần một PostgreSQL có sẵn: cơ sở dữ liệu đi kèm thuộc về tiến trình đã khởi động nó.',
  en: 'Background work apart needs a PostgreSQL of its own: the embedded one belongs to the process that started it.',
  next: {
    vi: 'Đặt DATABASE_URL và DATABASE_OWNER_URL như của máy chủ; hoặc chạy congvu start, trong đó đã có xử lý nền.',
    en: 'Set DATABASE_URL and DATABASE_OWNER_URL as the server has them; or run congvu start, which does the background work itself.',
  },
  example: {},
});

export const otherPeopleHere = problem({
  code: 'E-DEMO-OTHER-PEOPLE',
  status: 500,
  vi: 'DEMO=1 nhưng cơ sở dữ liệu có người không thuộc bản trình diễn.',
  en: 'DEMO=1, but the database holds people who are not of the demo.',
  next: { vi: 'Chạy không có DEMO=1, hoặc trỏ tới một cơ sở dữ liệu trống.', en: 'Run without DEMO=1, or point to an empty database.' },
  example: {},
});

export const installedAlready = problem({
  code: 'E-INSTALLED-ALREADY',
  status: 409,
  vi: 'Hệ thống này đã cài đặt và đã có tài khoản.',
  en: 'This installation is set up and has accounts.',
  next: {
    vi: 'Quản trị viên thêm người và phân quyền trên Cổng. Không cài lại lên dữ liệu đang dùng.',
    en: 'Administrators add people and grants in the portal. Do not install over data in use.',
  },
  example: {},
});

export const administratorNotGiven = problem({
  code: 'E-INSTALL-PERSON',
  status: 422,
  vi: 'Chưa có họ tên hoặc số định danh 12 số của quản trị viên đầu tiên.',
  en: 'The name or the 12-digit number of the first administrator is missing.',
  next: {
    vi: 'Chạy lại và gõ khi được hỏi; hoặc đưa hai dòng vào đầu vào chuẩn: họ tên, rồi số định danh. Số 000… không dùng ngoài bản trình diễn.',
    en: 'Run it again and type when asked, or pipe in two lines: name, then number. Numbers with 000 are for the demo only.',
  },
  example: {},
});

export const noSuchBodyCode = problem({
  code: 'E-BODY-CODE',
  status: 404,
  vi: 'Không có cơ quan mã {code} hôm nay.',
  en: 'There is no body with the code {code} today.',
  next: {
    vi: 'Dùng mã định danh điện tử của bộ hoặc tỉnh, thí dụ H26; xem docs/standard/codelists.md.',
    en: 'Use the electronic code of a ministry or province, such as H26; see docs/standard/codelists.md.',
  },
  example: { code: 'H99' },
});

export const roleNotOfABody = problem({
  code: 'E-ROLE-NOT-YOURS',
  status: 403,
  vi: 'Quản trị của cơ quan không cấp được vai trò {role}.',
  en: 'An administrator of a body cannot give the role {role}.',
  next: {
    vi: 'Chọn một vai trò của cơ quan; vai trò của Bộ do hệ thống cấp.',
    en: 'Choose a role of the body; those of the ministry are given by the system.',
  },
  example: { role: 'GIAM_SAT' },
});

export const accountIsYours = problem({
  code: 'E-ACCOUNT-YOURS',
  status: 403,
  vi: 'Không ai tự thay đổi tài khoản hay vai trò của chính mình.',
  en: 'Nobody changes their own account or roles.',
  next: { vi: 'Đề nghị một quản trị khác thực hiện.', en: 'Ask another administrator to do it.' },
  example: {},
});

export const grantDayNotValid = problem({
  code: 'E-GRANT-DAY',
  status: 422,
  vi: 'Ngày bắt đầu {day} không hợp lệ: phải là một ngày có thật, từ hôm nay trở đi.',
  en: 'The first day {day} is not valid: it must be a real day, today or later.',
  next: { vi: 'Ghi ngày theo dạng năm-tháng-ngày, ví dụ 2026-12-01.', en: 'Write the day as year-month-day, e.g. 2026-12-01.' },
  example: { day: '2026-02-30' },
});

export const nationalIdNotValid = problem({
  code: 'E-ACCOUNT-NATIONAL-ID',
  status: 422,
  vi: 'Số định danh của người được cấp tài khoản phải gồm đúng 12 chữ số.',
  en: 'The citizen number of the account must have exactly 12 digits.',
  next: { vi: 'Kiểm tra lại số trên căn cước, không bỏ số 0 ở đầu.', en: 'Check the number on the card; keep its leading zeros.' },
  example: {},
});

export const rolesTogether = problem({
  code: 'E-ROLES-TOGETHER',
  status: 409,
  vi: 'Một người không cùng lúc giữ vai trò {role} và vai trò {other} trên cùng một cơ quan hay cơ quan trên, dưới của nó.',
  en: 'Nobody holds the roles {role} and {other} at once over one body, or over one above or below it.',
  next: {
    vi: 'Cấp vai trò cho một người khác; hoặc thu hồi vai trò kia trước. Hai số định danh của một người vẫn là một người.',
    en: 'Give the role to somebody else, or take the other one back first. Two citizen numbers of one person are one person.',
  },
  example: { role: { vi: 'Xác nhận', en: 'Confirming officer' }, other: { vi: 'Nhập liệu', en: 'Data entry' } },
});

export const noSecondAdministrator = problem({
  code: 'E-NO-SECOND-ADMINISTRATOR',
  status: 409,
  vi: 'Vai trò {role} do một quản trị đề nghị và một quản trị khác duyệt, nhưng cơ quan này chưa có quản trị thứ hai.',
  en: 'The role {role} is asked for by one administrator and granted by another, but this body has no second administrator.',
  next: {
    vi: 'Người vận hành dừng máy chủ, chạy npx congvu add-administrator --org MÃ_CƠ_QUAN để lập quản trị thứ hai, khởi động lại; hoặc đề nghị quản trị của cơ quan cấp trên.',
    en: 'The operator stops the server, runs npx congvu add-administrator --org CODE for the second administrator, and starts it again; or ask the administrators of the body above.',
  },
  example: { role: { vi: 'Xác nhận', en: 'Confirming officer' } },
});

export const grantAskedAlready = problem({
  code: 'E-GRANT-ASKED-ALREADY',
  status: 409,
  vi: 'Vai trò này của người này đã được đề nghị và đang chờ quản trị thứ hai duyệt.',
  en: 'This role of this person was asked for already, and waits for a second administrator.',
  next: { vi: 'Nhờ một quản trị khác của cơ quan duyệt đề nghị đang chờ.', en: 'Have another administrator decide the one that waits.' },
  example: {},
});

export const grantWishNotOpen = problem({
  code: 'E-GRANT-WISH-NOT-OPEN',
  status: 409,
  vi: 'Đề nghị cấp vai trò này không còn chờ duyệt, hoặc không do anh/chị duyệt.',
  en: 'This wish for a role is not waiting any more, or it is not yours to decide.',
  next: {
    vi: 'Mở lại danh sách đề nghị. Ai đề nghị, hoặc được cấp, thì không tự duyệt.',
    en: 'Open the list of wishes again. Nobody decides what they asked for, or what they would get.',
  },
  example: {},
});

export const administratorsEnough = problem({
  code: 'E-ADMINISTRATORS-ENOUGH',
  status: 409,
  vi: 'Cơ quan này đã có đủ hai quản trị; từ đây các quản trị tự cấp thêm, một người đề nghị và một người duyệt.',
  en: 'This body has two administrators already; from here on they give the role themselves, one asking and one granting.',
  next: {
    vi: 'Đăng nhập Cổng và cấp vai trò quản trị như mọi vai trò khác.',
    en: 'Sign in to the portal and give the role like any other.',
  },
  example: {},
});

export const notInstalled = problem({
  code: 'E-NOT-INSTALLED',
  status: 409,
  vi: 'Chưa có quản trị nào: bản cài đặt này chưa được cài lần đầu.',
  en: 'There is no administrator yet: this installation was not set up.',
  next: { vi: 'Chạy npx congvu install --org MÃ_CƠ_QUAN trước.', en: 'Run npx congvu install --org CODE first.' },
  example: {},
});

export const accountIsAdministrator = problem({
  code: 'E-ALREADY-ADMINISTRATOR',
  status: 409,
  vi: 'Người này đã là quản trị của cơ quan; quản trị thứ hai phải là một người khác.',
  en: 'This person is the administrator of the body already; the second one must be somebody else.',
  next: { vi: 'Chạy lại với họ tên và số định danh của một người khác.', en: 'Run it again with the name and number of somebody else.' },
  example: {},
});
