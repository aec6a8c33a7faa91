/** Problems of accounts and of the roles that are asked for and given. */
import { problem } from '#base/problem.ts';

export const roleNotOfABody = problem({
  code: 'E-ROLE-NOT-YOURS',
  status: 403,
  vi: 'Quản trị của cơ quan không cấp được vai trò {role} ở cơ quan này.',
  en: 'An administrator of an agency cannot give the role {role} over this agency.',
  next: {
    vi: 'Chọn một vai trò của cơ quan; vai trò toàn quốc do hai quản trị của cơ quan gốc cấp, ở cơ quan gốc, hoặc do người vận hành cấp: npx congvu account grant.',
    en: 'Choose a role of the agency; those of the country are given by two administrators of the root, over the root, or by the operator: npx congvu account grant.',
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

export const importFormula = problem({
  code: 'E-IMPORT-FORMULA',
  status: 422,
  vi: 'Ô này là công thức: giá trị thật nằm ở nơi khác.',
  en: 'This cell is a formula: its value stands elsewhere.',
  next: { vi: 'Chép ô, dán lại dạng giá trị (Paste Values).', en: 'Copy the cell and paste it as a value.' },
  example: {},
});

export const importCellLong = problem({
  code: 'E-IMPORT-CELL-LONG',
  status: 422,
  vi: 'Ô này dài quá {most} ký tự.',
  en: 'This cell has more than {most} letters.',
  next: { vi: 'Kiểm tra xem dữ liệu có bị dán nhầm cột không.', en: 'See whether it was pasted into the wrong column.' },
  example: { most: '200' },
});

export const importMark = problem({
  code: 'E-IMPORT-MARK',
  status: 422,
  vi: 'Không hiểu "{value}" ở cột Thu hồi.',
  en: '"{value}" is not understood in the column that takes roles back.',
  next: {
    vi: 'Gõ x để thu hồi vai trò của dòng này, hoặc để trống.',
    en: 'Write x to take the role of this line back, or leave it empty.',
  },
  example: { value: 'không' },
});

export const importNothingToEnd = problem({
  code: 'E-IMPORT-NOTHING-TO-END',
  status: 422,
  vi: 'Người này không giữ vai trò này ở cơ quan này, nên không có gì để thu hồi.',
  en: 'This person does not hold this role over this agency: there is nothing to take back.',
  next: {
    vi: 'Kiểm tra số định danh, vai trò và mã cơ quan, hoặc bỏ dòng này.',
    en: 'Check number, role and agency, or take the line out.',
  },
  example: {},
});

export const importUnknown = problem({
  code: 'E-IMPORT-UNKNOWN',
  status: 422,
  vi: 'Không có vai trò nào đang có mang số hệ thống này trong phạm vi anh/chị quản trị.',
  en: 'No role that stands has this system number within what you administer.',
  next: {
    vi: 'Tải lại danh sách từ Cổng (vai trò có thể đã được thu hồi). Dòng mới thì để trống cột này.',
    en: 'Take the list from the portal again (the role may have been taken back). Leave this column empty for a new line.',
  },
  example: {},
});

export const importLineFixed = problem({
  code: 'E-IMPORT-LINE-FIXED',
  status: 422,
  vi: 'Dòng này là vai trò đang có: ô này đang là "{stands}", không đổi được thành "{said}".',
  en: 'This line is a role that stands: the cell is "{stands}" and cannot become "{said}".',
  next: {
    vi: 'Trả ô về như cũ. Muốn đổi thì gõ x ở cột Thu hồi của dòng này và thêm một dòng mới.',
    en: 'Put the cell back as it was. To change it, take the role of this line back (write x) and add a new line.',
  },
  example: { stands: 'Người nhập liệu', said: 'Người đối soát' },
});

export const importTermOfTwo = problem({
  code: 'E-IMPORT-TERM-OF-TWO',
  status: 409,
  vi: 'Vai trò {role} do hai quản trị quyết định, nên không đổi ngày cuối bằng danh sách được.',
  en: 'The role {role} is decided by two administrators: a list does not change its last day.',
  next: {
    vi: 'Thu hồi vai trò này (gõ x), rồi đề nghị lại với ngày mới sau khi đã thu hồi.',
    en: 'Take the role back (write x), and ask for it again with the new day once it is taken back.',
  },
  example: { role: { vi: 'Xác nhận', en: 'Confirming officer' } },
});

export const importDayTurned = problem({
  code: 'E-IMPORT-DAY-TURNED',
  status: 422,
  vi: 'Ngày {day} không có thật; có vẻ ngày và tháng bị đảo chỗ ({turned}?).',
  en: 'There is no day {day}; day and month seem to be turned round ({turned}?).',
  next: { vi: 'Ghi ngày trước, tháng sau: 31/12/2026.', en: 'Write the day first, then the month: 31/12/2026.' },
  example: { day: '12/31/2026', turned: '31/12/2026' },
});

export const importNames = problem({
  code: 'E-IMPORT-NAMES',
  status: 422,
  vi: 'Số định danh này mang tên khác ở dòng {line}: "{name}".',
  en: 'This citizen number has another name on line {line}: "{name}".',
  next: { vi: 'Kiểm tra xem dòng nào ghi nhầm số hoặc nhầm tên.', en: 'See which line has the wrong number or the wrong name.' },
  example: { line: '2', name: 'Nguyễn Văn Mẫu' },
});

export const importEndsMany = problem({
  code: 'E-IMPORT-ENDS-MANY',
  status: 422,
  vi: 'Danh sách thu hồi hoặc đổi ngày {count} vai trò; một lần nhiều nhất {most}.',
  en: 'The list takes back or changes {count} roles; at most {most} at once.',
  next: {
    vi: 'Chia thành nhiều tệp, hoặc khóa tài khoản trên màn hình.',
    en: 'Split it into several files, or lock accounts on the screen.',
  },
  example: { count: '2500', most: '2000' },
});

export const importChanged = problem({
  code: 'E-IMPORT-CHANGED',
  status: 409,
  vi: 'Từ lúc xem trước đến nay, tài khoản và vai trò đã có thay đổi: kết quả sẽ khác với những gì đã xem.',
  en: 'Accounts and roles changed since the look: what comes of the list is not what was shown.',
  next: { vi: 'Tải lại tệp để xem trước lần nữa, rồi giao.', en: 'Upload the file again for a new look, then give.' },
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
