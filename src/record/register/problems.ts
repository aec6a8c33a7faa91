/** Problems of the register. */
import { problem } from '#base/problem.ts';
import type { Bilingual } from '#base/problem.ts';

export const personNotFound = problem({
  code: 'E-PERSON-NOT-FOUND',
  status: 404,
  vi: 'Không tìm thấy hồ sơ này trong phạm vi của anh/chị.',
  en: 'There is no such record within your reach.',
  next: { vi: 'Tra cứu lại theo tên hoặc số định danh.', en: 'Search again by name or citizen number.' },
  example: {},
});

export const recordKeptApart = problem({
  code: 'E-RECORD-KEPT-APART',
  status: 403,
  vi: 'Hồ sơ này được quản lý riêng theo quy định, nên không đưa ra ngoài bằng cách này.',
  en: 'This record is kept apart by the law, and leaves by no such way.',
  next: {
    vi: 'Liên hệ người giữ hồ sơ quản lý riêng của cơ quan quản lý; việc trích, sao thực hiện ngoài hệ thống, theo quy định bảo vệ bí mật nhà nước.',
    en: 'Ask those who keep such records at the managing agency; extracts and copies are made outside this system, by the rules on state secrets.',
  },
  example: {},
});

export const dayNotValid = problem({
  code: 'E-DAY-NOT-VALID',
  status: 400,
  vi: 'Ngày "{day}" không đúng dạng năm-tháng-ngày.',
  en: 'The day "{day}" is not year-month-day.',
  next: { vi: 'Chọn lại ngày cần xem.', en: 'Choose the day again.' },
  example: { day: '31/02/2026' },
});

export const noPortrait = problem({
  code: 'E-PORTRAIT-NONE',
  status: 404,
  vi: 'Hồ sơ này chưa có ảnh chân dung ở ngày đang xem.',
  en: 'The record has no portrait on the day shown.',
  next: {
    vi: 'Cơ quan gửi ảnh ở mục "Tải tệp lên": một ảnh đặt tên bằng số định danh, hoặc một tệp .zip nhiều ảnh.',
    en: 'The agency sends it by "Upload": one picture named by the citizen number, or a .zip of many.',
  },
  example: {},
});

export const documentUnknown = problem({
  code: 'E-DOCUMENT-UNKNOWN',
  status: 404,
  vi: 'Hồ sơ không có văn bản đính kèm ở dòng {line}.',
  en: 'The record has no attached document at line {line}.',
  next: { vi: 'Mở lại hồ sơ: dòng có thể vừa được thay.', en: 'Open the record again: the line may have been replaced.' },
  example: { line: '3' },
});

export const recordIsOpen = problem({
  code: 'E-RECORD-OPEN',
  status: 409,
  vi: 'Hồ sơ này đang mở nên không cần mở lại.',
  en: 'The record is open: there is nothing to reopen.',
  next: { vi: 'Gửi thay đổi như bình thường.', en: 'Send the change as usual.' },
  example: {},
});

export const reopenedAlready = problem({
  code: 'E-RECORD-REOPENED',
  status: 409,
  vi: 'Hồ sơ này đã được mở lại và đang chờ thay đổi.',
  en: 'The record was reopened already and waits for its change.',
  next: {
    vi: 'Gửi thay đổi; hồ sơ tự khóa lại khi thay đổi được ghi nhận.',
    en: 'Send the change; the record closes again when it is registered.',
  },
  example: {},
});

export const reopeningReason = problem({
  code: 'E-REOPENING-REASON',
  vi: 'Lý do mở lại "{reason}" không có trong danh mục.',
  en: 'The reason "{reason}" for reopening is not in the list.',
  next: { vi: 'Chọn một trong: {allowed}.', en: 'Choose one of: {allowed}.' },
  example: { reason: 'KHAC', allowed: 'DONG_NHAM, BO_SUNG, TRO_LAI' },
});

export const fieldNotVisible = problem({
  code: 'E-FIELD-NOT-VISIBLE',
  status: 403,
  vi: 'Vai trò hiện tại không được xem trường này.',
  en: 'This field is not visible to your role.',
  next: { vi: 'Nếu công việc cần đến, đề nghị người có thẩm quyền cung cấp.', en: 'If your work needs it, ask an authorised colleague.' },
  example: {},
});

// Bodies of the employment: who states one speaks for it (employment.ts)

export const bodyUnknown = problem({
  code: 'E-BODY-UNKNOWN',
  group: { vi: 'Chọn lại mã cơ quan', en: 'Choose the code of an agency' },
  vi: '{label}: không có cơ quan nào mang mã "{value}" vào ngày {on}.',
  en: '{labelEn}: no agency had the code "{value}" on {on}.',
  next: { vi: 'Ghi mã định danh cơ quan, ví dụ H26.12.', en: 'Give the code of the agency, e.g. H26.12.' },
  example: { label: 'Cơ quan, đơn vị sử dụng', labelEn: 'Using agency', value: 'H99', on: '01/07/2025' },
});

export const employerElsewhere = problem({
  code: 'E-EMPLOYER-ELSEWHERE',
  group: { vi: 'Cơ quan ngoài phạm vi của cơ quan gửi', en: 'Agencies outside the sender' },
  vi: '{label} ghi là "{name}" (mã {value}): không phải {sender}, cũng không trực thuộc.',
  en: '{labelEn} is "{name}" (code {value}): neither the sender, "{sender}", nor an agency below it.',
  next: {
    vi: 'Ghi nhầm: sửa mã cơ quan. Người này đã về cơ quan mình: ghi mã cơ quan mình và làm thủ tục tiếp nhận. Vẫn ở cơ quan kia: cơ quan đó gửi. Đang biệt phái: ghi trạng thái Biệt phái.',
    en: 'If it is a slip, correct the code. If the person has come to you, give your own code and arrange the transfer. If they are still there, that agency sends them. If they are seconded, give that work state.',
  },
  example: {
    label: 'Cơ quan, đơn vị sử dụng',
    labelEn: 'Using agency',
    name: 'Trường THPT Mẫu Sơn',
    value: 'H26.03.01',
    sender: 'UBND xã Mẫu Trung',
  },
});

export const secondmentNotAgreed = problem({
  code: 'E-SECONDMENT-NOT-AGREED',
  severity: 'warning',
  group: { vi: 'Biệt phái chờ cơ quan sử dụng đồng ý', en: 'Secondments that the using agency has not agreed to' },
  vi: 'Hồ sơ ghi biệt phái đến "{name}" (mã {value}), nhưng cơ quan đó chưa đồng ý: giữ như đã ghi, chưa có thẻ và danh sách nào theo cơ quan đó.',
  en: 'The record says a secondment to "{name}" (code {value}), which has not agreed: it is kept as typed, and no card or list follows it yet.',
  next: {
    vi: 'Sau khi hồ sơ được xác nhận, mở hồ sơ của người này và lập "Biệt phái"; khi cơ quan đó đồng ý, CSDL ghi nhận.',
    en: 'Once the record is confirmed, open it and offer the secondment; when that agency agrees, the register takes it.',
  },
  example: { name: 'UBND xã Mẫu Trung', value: 'H41.51' },
});

export const employerAbove = problem({
  code: 'E-EMPLOYER-ABOVE',
  group: { vi: 'Cơ quan cấp trên của cơ quan gửi', en: 'Agencies above the sender' },
  vi: '{label} ghi là cơ quan cấp trên "{name}" (mã {value}); {sender} không gửi thay cho cấp trên.',
  en: '{labelEn} is "{name}" (code {value}), an agency above the sender, "{sender}": nobody speaks for the agency above.',
  next: {
    vi: 'Người của cơ quan mình: ghi mã {senderCode} hoặc mã đơn vị trực thuộc. Người của cấp trên: để cấp trên gửi.',
    en: 'For your own people give {senderCode}, or the code of an agency below. People of the agency above are sent by that agency.',
  },
  example: {
    label: 'Cơ quan có thẩm quyền quản lý',
    labelEn: 'Managing agency',
    name: 'UBND thành phố Hà Nội',
    value: 'H26',
    sender: 'Trường THPT Mẫu Sơn',
    senderCode: 'H26.03.01',
  },
});

export const employerEnded = problem({
  code: 'E-EMPLOYER-ENDED',
  group: { vi: 'Cơ quan đã kết thúc hoạt động', en: 'Agencies that have ended' },
  vi: '{label} ghi là "{name}" (mã {value}): cơ quan này chỉ có đến hết ngày {lastDay}, dữ liệu tính đến ngày {on}.',
  en: '{labelEn} is "{name}" (code {value}): that agency ended on {lastDay}, the data is of {on}.',
  next: {
    vi: 'Ghi mã cơ quan hiện nay. Cơ quan tiếp nhận theo quyết định sắp xếp: {successors}.',
    en: 'Give the code of the agency of that day. It went on as: {successors}.',
  },
  example: {
    label: 'Cơ quan, đơn vị sử dụng',
    labelEn: 'Using agency',
    name: 'UBND tỉnh Hà Giang',
    value: 'H22',
    lastDay: '30/06/2025',
    on: '01/11/2026',
    successors: '"UBND tỉnh Tuyên Quang" (H60)',
  },
});

export const employerCodeChanged = problem({
  code: 'E-EMPLOYER-CODE-CHANGED',
  group: { vi: 'Mã cơ quan đã thay', en: 'Codes of agencies that were replaced' },
  vi: '{label}: mã {value} của "{name}" không còn dùng vào ngày {on}.',
  en: '{labelEn}: the code {value} of "{name}" was no longer in use on {on}.',
  next: { vi: 'Ghi mã đang dùng: {code}.', en: 'Give the code of that day: {code}.' },
  example: {
    label: 'Cơ quan, đơn vị sử dụng',
    labelEn: 'Using agency',
    value: 'H26.09',
    name: 'Sở Nội vụ (mẫu)',
    on: '01/11/2026',
    code: 'H26.01',
  },
});

export const employerNotYet = problem({
  code: 'E-EMPLOYER-NOT-YET',
  group: { vi: 'Cơ quan chưa có vào ngày của dữ liệu', en: 'Agencies that did not exist yet' },
  vi: '{label} ghi là "{name}" (mã {value}): mã này có từ {from}, sau ngày của dữ liệu ({on}).',
  en: '{labelEn} is "{name}" (code {value}): that code begins on {from}, after the date of the data ({on}).',
  next: {
    vi: 'Chọn lại ngày "số liệu tính đến", hoặc ghi cơ quan của ngày đó.',
    en: 'Choose the date of the data again, or give the agency of that day.',
  },
  example: {
    label: 'Cơ quan, đơn vị sử dụng',
    labelEn: 'Using agency',
    name: 'UBND tỉnh Tuyên Quang',
    value: 'T34.08',
    from: '01/07/2025',
    on: '31/12/2024',
  },
});

export const employerAmbiguous = problem({
  code: 'E-EMPLOYER-AMBIGUOUS',
  group: { vi: 'Mã của nhiều cơ quan', en: 'Codes of several agencies' },
  vi: '{label}: vào ngày {on} mã {value} là của nhiều cơ quan: {names}.',
  en: '{labelEn}: on {on} the code {value} belonged to several agencies: {names}.',
  next: { vi: 'Ghi mã nội bộ của đúng cơ quan, có ở mục Biểu mẫu.', en: "Give the agency's own code, as the page of templates shows it." },
  example: {
    label: 'Cơ quan, đơn vị sử dụng',
    labelEn: 'Using agency',
    value: 'H26.09',
    on: '01/07/2025',
    names: '"Sở Nội vụ (mẫu)", "Sở Y tế (mẫu)"',
  },
});

// Operations on one line of a repeating section (line-operation.ts). Whoever sends one may not see what the record says: no value of it stands in the words.

/** What to do about what a rule finds of the record as it would stand, where the words for it name a value. */
export const AFTER_AN_ACT: Bilingual = {
  vi: 'Mở hồ sơ, xem các dòng đang có của mục này rồi sửa lại thao tác.',
  en: 'Open the record, look at the lines of this section, then fix the act.',
};

export const lineUnknown = problem({
  code: 'E-LINE-UNKNOWN',
  status: 409,
  group: { vi: 'Nêu lại số của dòng', en: 'Name the line again' },
  vi: '{section}: hồ sơ của người này không có dòng số {line}.',
  en: '{section}: the record of this person has no line {line}.',
  next: {
    vi: 'Lấy số của dòng (dong) trong hồ sơ như đang có rồi gửi lại; dòng chưa có thì gửi "thêm dòng".',
    en: 'Take the number of the line (dong) from the record as it stands and send again; a line that is not there is added.',
  },
  example: { section: { vi: 'Diễn biến lương', en: 'Pay history' }, line: '7' },
});

export const lineEnded = problem({
  code: 'E-LINE-ENDED',
  status: 409,
  group: { vi: 'Dòng đã kết thúc', en: 'Lines that have ended' },
  vi: '{section}: dòng số {line} đã kết thúc.',
  en: '{section}: line {line} has ended already.',
  next: {
    vi: 'Mở hồ sơ xem ngày kết thúc: ghi sai thì gửi "sửa dòng" với ngày đúng; ghi đúng rồi thì bỏ thao tác này.',
    en: 'Open the record and look at that day: if it is wrong, correct the line; if it is right, leave this operation out.',
  },
  example: { section: { vi: 'Hợp đồng', en: 'Contracts' }, line: '2' },
});

export const lineHasNoEnd = problem({
  code: 'E-LINE-NO-END',
  group: { vi: 'Mục không có ngày kết thúc', en: 'Lines without an end' },
  vi: '{section}: dòng của mục này không có ngày kết thúc nên không kết thúc được.',
  en: '{section}: lines of this section have no end, so none can be ended.',
  next: {
    vi: 'Gửi "thêm dòng" cho việc mới, hoặc "sửa dòng" nếu dòng cũ ghi sai.',
    en: 'Add a line for what is new, or correct the line if it is wrong.',
  },
  example: { section: { vi: 'Khen thưởng', en: 'Awards' } },
});

export const lineExists = problem({
  code: 'E-LINE-EXISTS',
  status: 409,
  group: { vi: 'Dòng đã có trong hồ sơ', en: 'Lines that the record has already' },
  vi: '{section}: hồ sơ đã có việc này ở dòng số {line} ({key}).',
  en: '{section}: the record has this already as line {line} ({key}).',
  next: {
    vi: 'Ghi sai thì gửi "sửa dòng" cho dòng số {line}; là việc khác thì ghi thêm điều phân biệt, như số quyết định.',
    en: 'If it is wrong there, correct line {line}; if it is another fact, state what tells them apart, such as the number of the decision.',
  },
  example: { section: { vi: 'Diễn biến lương', en: 'Pay history' }, line: '3', key: '2026-07-01' },
});

export const filterNotSeen = problem({
  code: 'E-SEARCH-FIELD-NOT-SEEN',
  status: 403,
  vi: 'Vai trò của anh/chị không xem trường thông tin {field} nên không lọc hay sắp xếp theo trường này được.',
  en: 'Your role does not see {field}, so it cannot filter or sort by it.',
  next: {
    vi: 'Bỏ điều kiện này rồi tìm lại theo họ tên hoặc số định danh.',
    en: 'Take the condition out and search by name or citizen number.',
  },
  example: { field: { vi: 'Chức vụ (chức danh) hiện tại', en: 'Present post' } },
});
