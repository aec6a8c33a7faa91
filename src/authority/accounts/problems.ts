/** Problems of accounts and of the roles that are asked for and given. */
import { problem } from '#base/problem.ts';

export const roleNotOfABody = problem({
  code: 'E-ROLE-NOT-YOURS',
  status: 403,
  vi: 'Quản trị của cơ quan không cấp được vai trò {role}.',
  en: 'An administrator of an agency cannot give the role {role}.',
  next: {
    vi: 'Chọn một vai trò của cơ quan; vai trò toàn quốc do người vận hành cấp: npx congvu account grant.',
    en: 'Choose a role of the agency; those of the country are given by the operator: npx congvu account grant.',
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
  en: 'Nobody holds the roles {role} and {other} at once over one agency, or over one above or below it.',
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
  en: 'The role {role} is asked for by one administrator and granted by another, but this agency has no second administrator.',
  next: {
    vi: 'Người vận hành dừng máy chủ, chạy npx congvu add-administrator --org MÃ_CƠ_QUAN để lập quản trị thứ hai, khởi động lại; hoặc đề nghị quản trị của cơ quan cấp trên.',
    en: 'The operator stops the server, runs npx congvu add-administrator --org CODE for the second administrator, and starts it again; or ask the administrators of the agency above.',
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

export const grantRequestNotOpen = problem({
  code: 'E-GRANT-REQUEST-NOT-OPEN',
  status: 409,
  vi: 'Đề nghị cấp vai trò này không còn chờ duyệt, hoặc không do anh/chị duyệt.',
  en: 'This request for a role is not waiting any more, or it is not yours to decide.',
  next: {
    vi: 'Mở lại danh sách đề nghị. Ai đề nghị, hoặc được cấp, thì không tự duyệt.',
    en: 'Open the list of requests again. Nobody decides what they asked for, or what they would get.',
  },
  example: {},
});

export const delegationKindUnknown = problem({
  code: 'E-DELEGATION-KIND',
  status: 422,
  vi: 'Loại việc đã chọn không thuộc quyền quyết định của anh/chị ở cơ quan này.',
  en: 'The kinds of act chosen are not yours to decide at this agency.',
  next: { vi: 'Chọn lại loại việc trong danh sách.', en: 'Choose from the kinds that are listed.' },
  example: {},
});

export const delegationTime = problem({
  code: 'E-DELEGATION-TIME',
  status: 422,
  vi: 'Thời gian ủy quyền từ {from} đến {until} không hợp lệ: bắt đầu từ hôm nay trở đi, dài nhất {days} ngày, không quá ngày hết vai trò của anh/chị.',
  en: 'A delegation from {from} to {until} is not valid: it begins today or later, lasts {days} days at most, and ends with your own role at the latest.',
  next: { vi: 'Chọn lại ngày bắt đầu và ngày cuối.', en: 'Choose the first and the last day again.' },
  example: { from: '2026-12-01', until: '2027-12-01', days: '90' },
});

export const delegationBasisMissing = problem({
  code: 'E-DELEGATION-BASIS',
  status: 422,
  vi: 'Ủy quyền cần số và ngày của quyết định, hoặc lý do.',
  en: 'A delegation needs the number and the day of a decision, or a reason.',
  next: {
    vi: 'Ghi số, ngày quyết định ủy quyền (không sau hôm nay), hoặc lý do từ 10 ký tự.',
    en: 'Write the number and day of the decision (not after today), or a reason of at least 10 characters.',
  },
  example: {},
});

export const delegateNotHere = problem({
  code: 'E-DELEGATE-NOT-HERE',
  status: 422,
  vi: 'Người được chọn không giữ vai trò nào ở cơ quan của anh/chị hay đơn vị trực thuộc.',
  en: 'The person chosen holds no role at your agency or its units.',
  next: { vi: 'Chọn một người trong danh sách.', en: 'Choose somebody from the list.' },
  example: {},
});

export const delegationNotOpen = problem({
  code: 'E-DELEGATION-NOT-OPEN',
  status: 409,
  vi: 'Ủy quyền này đã kết thúc, hoặc quyền mà nó dựa vào không còn.',
  en: 'This delegation has ended, or the right that it comes from stands no more.',
  next: { vi: 'Mở lại danh sách ủy quyền.', en: 'Open the list of delegations again.' },
  example: {},
});

export const importName = problem({
  code: 'E-IMPORT-NAME',
  status: 422,
  vi: 'Họ và tên cần từ 2 đến 100 ký tự.',
  en: 'A name has 2 to 100 letters.',
  next: { vi: 'Ghi họ và tên đầy đủ.', en: 'Write the full name.' },
  example: {},
});

export const importTwice = problem({
  code: 'E-IMPORT-TWICE',
  status: 422,
  vi: 'Người này với vai trò và cơ quan này đã có ở dòng {line} của danh sách.',
  en: 'This person with this role and agency stands on line {line} of the list already.',
  next: { vi: 'Giữ một dòng, xóa dòng kia.', en: 'Keep one line, take the other out.' },
  example: { line: '2' },
});

export const importBody = problem({
  code: 'E-IMPORT-BODY',
  status: 422,
  vi: 'Không có cơ quan mang mã {code} trong phạm vi anh/chị quản trị.',
  en: 'No agency of the code {code} is within what you administer.',
  next: { vi: 'Dùng mã cơ quan như trong danh sách cơ quan của Cổng.', en: 'Use the code as the portal lists it.' },
  example: { code: 'H26.03.01' },
});

export const importEnd = problem({
  code: 'E-IMPORT-END',
  status: 422,
  vi: 'Ngày cuối {day} không hợp lệ: phải là một ngày có thật, không trước ngày bắt đầu.',
  en: 'The last day {day} is not valid: it must be a real day, not before the first.',
  next: {
    vi: 'Ghi ngày theo dạng 31/12/2026, hoặc để trống nếu không có ngày cuối.',
    en: 'Write it as 31/12/2026, or leave it empty for no end.',
  },
  example: { day: '31/02/2027' },
});
