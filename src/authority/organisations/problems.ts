/** What stands in the way of a change of bodies. */
import { problem } from '#base/problem.ts';
import { CODE_SOURCE_LETTERS_MAX } from './limits.ts';

export const bodyNotThere = problem({
  code: 'E-ORG-NOT-THERE',
  status: 409,
  vi: 'Cơ quan "{name}" không có vào ngày {day}: đã kết thúc, chưa thành lập, hoặc chưa từng có.',
  en: 'The agency "{name}" is not there on {day}: it has ended, has not begun, or never was.',
  next: {
    vi: 'Chọn ngày hiệu lực khác, hoặc chọn lại cơ quan trong cây.',
    en: 'Choose another day of effect, or the agency in the tree again.',
  },
  example: { name: 'Trường THCS Đồng Mẫu', day: '2026-12-01' },
});

export const rootStays = problem({
  code: 'E-ORG-ROOT',
  status: 409,
  vi: '"{name}" là gốc của cây cơ quan: không chuyển, không kết thúc.',
  en: '"{name}" is the top of the tree of agencies: it is neither moved nor ended.',
  next: { vi: 'Chọn một cơ quan bên dưới.', en: 'Choose an agency below it.' },
  example: { name: 'Cả nước' },
});

export const nothingChanged = problem({
  code: 'E-ORG-UNCHANGED',
  status: 422,
  vi: 'Vào ngày {day}, "{name}" đã đúng như đề nghị: không có gì thay đổi.',
  en: 'On {day} "{name}" is as asked already: nothing changes.',
  next: { vi: 'Xem lại trang của cơ quan, sửa chỗ cần đổi.', en: 'Look at the page of the agency, and write what is to change.' },
  example: { name: 'Sở Nội vụ', day: '2026-12-01' },
});

export const codeNotHeld = problem({
  code: 'E-ORG-CODE-NOT-HELD',
  status: 409,
  vi: 'Vào ngày {day}, "{name}" không mang mã {code}.',
  en: 'On {day} "{name}" does not have the code {code}.',
  next: { vi: 'Xem các mã và thời gian của mã trên trang của cơ quan.', en: 'Look at the codes and their days on the page of the agency.' },
  example: { name: 'Sở Nội vụ', code: 'H26.01', day: '2026-12-01' },
});

export const nameLength = problem({
  code: 'E-ORG-NAME',
  status: 422,
  vi: 'Tên cơ quan cần từ 2 đến {most} ký tự.',
  en: 'The name of an agency has 2 to {most} letters.',
  next: { vi: 'Ghi tên đầy đủ như trong quyết định.', en: 'Write the full name as the decision has it.' },
  example: { most: '300' },
});

export const listEntryUnknown = problem({
  code: 'E-ORG-LIST-ENTRY',
  status: 422,
  vi: 'Mã "{code}" không có trong danh mục {list} vào ngày {day}.',
  en: 'The code "{code}" is not in the list {list} on {day}.',
  next: { vi: 'Chọn một mã của danh mục đang có hiệu lực.', en: 'Choose a code of the list that is in force.' },
  example: { code: 'HUYEN', list: 'cap_co_quan', day: '2026-12-01' },
});

export const parentUnknown = problem({
  code: 'E-ORG-PARENT-UNKNOWN',
  status: 422,
  vi: 'Không có cơ quan cấp trên "{parent}".',
  en: 'There is no parent agency "{parent}".',
  next: {
    vi: 'Ghi mã của một cơ quan có trong cây, hoặc trong cùng danh sách.',
    en: 'Write the code of an agency of the tree, or of the same list.',
  },
  example: { parent: 'H26.99' },
});

export const parentNotThere = problem({
  code: 'E-ORG-PARENT-NOT-THERE',
  status: 409,
  vi: 'Cơ quan cấp trên "{name}" không có vào ngày {day}: đã kết thúc hoặc chưa thành lập.',
  en: 'The parent agency "{name}" is not there on {day}: it has ended or has not begun.',
  next: { vi: 'Chọn cơ quan cấp trên khác, hoặc ngày hiệu lực khác.', en: 'Choose another parent, or another day of effect.' },
  example: { name: 'Phòng Giáo dục và Đào tạo', day: '2026-12-01' },
});

export const parentEnds = problem({
  code: 'E-ORG-PARENT-ENDS',
  status: 409,
  vi: 'Cơ quan cấp trên "{name}" kết thúc từ ngày {day}, trước cơ quan này.',
  en: 'The parent agency "{name}" ends on {day}, before this one.',
  next: {
    vi: 'Chọn cơ quan cấp trên còn hoạt động, hoặc đổi ngày kết thúc của cơ quan cấp trên trước.',
    en: 'Choose a parent that goes on, or change the end of that one first.',
  },
  example: { name: 'Phòng Giáo dục và Đào tạo', day: '2027-01-01' },
});

export const bodiesInCircle = problem({
  code: 'E-ORG-CIRCLE',
  status: 409,
  vi: 'Các cơ quan sẽ trực thuộc nhau thành vòng: {names}.',
  en: 'The agencies would stand below each other in a circle: {names}.',
  next: { vi: 'Chọn cơ quan cấp trên không nằm bên dưới cơ quan này.', en: 'Choose a parent that does not stand below this agency.' },
  example: { names: 'A → B → A' },
});

export const siblingName = problem({
  code: 'E-ORG-SIBLING-NAME',
  status: 409,
  vi: 'Dưới "{parent}" đã có cơ quan mang tên "{name}" trong thời gian này.',
  en: 'Below "{parent}" there is an agency named "{name}" at that time already.',
  next: {
    vi: 'Dùng cơ quan đã có, hoặc ghi tên đầy đủ để không trùng.',
    en: 'Use the one that is there, or write the full name so that the two differ.',
  },
  example: { parent: 'UBND tỉnh Mẫu Sơn', name: 'Sở Nội vụ' },
});

export const codeForm = problem({
  code: 'E-ORG-CODE-FORM',
  status: 422,
  vi: 'Mã "{code}" không đúng dạng: mã định danh như H26.15.02 hoặc 000.02.15.H26; mã nội bộ gồm chữ hoa, chữ số, dấu chấm.',
  en: 'The code "{code}" is not of the form: an identifier is like H26.15.02 or 000.02.15.H26; a code of our own has capitals, digits and points.',
  next: { vi: 'Chép đúng mã trong quyết định.', en: 'Copy the code from the decision.' },
  example: { code: 'h26-15' },
});

export const codeTaken = problem({
  code: 'E-ORG-CODE-TAKEN',
  status: 409,
  vi: 'Mã {code} là của "{name}" từ ngày {from} đến trước ngày {until}.',
  en: 'The code {code} is of "{name}" from {from} until before {until}.',
  next: {
    vi: 'Dùng mã khác; hoặc thu mã ở cơ quan kia trước, từ cùng ngày.',
    en: 'Use another code; or take it from the other agency first, from the same day on.',
  },
  example: { code: 'H26.15', name: 'Sở Nội vụ', from: '2025-07-01', until: '9999-12-31' },
});

export const codeSecond = problem({
  code: 'E-ORG-CODE-SECOND',
  status: 409,
  vi: '"{name}" đang có mã định danh {code}: mỗi thời điểm một cơ quan có một mã định danh.',
  en: '"{name}" has the identifier {code}: an agency has one identifier at a time.',
  next: { vi: 'Thu mã đang có từ cùng ngày, trong cùng một lần thay đổi.', en: 'Take the one that it has from the same day on.' },
  example: { name: 'Sở Nội vụ', code: 'H26.15' },
});

export const childrenStay = problem({
  code: 'E-ORG-CHILDREN',
  status: 409,
  vi: '"{name}" còn {count} đơn vị trực thuộc: {some}.',
  en: '"{name}" still has {count} units below it: {some}.',
  next: {
    vi: 'Chuyển hoặc kết thúc các đơn vị trực thuộc trước, hoặc trong cùng danh sách.',
    en: 'Move or end the units below it first, or in the same list.',
  },
  example: { name: 'A', count: '2', some: 'B; C' },
});

export const mergerIntoItself = problem({
  code: 'E-ORG-MERGE-ITSELF',
  status: 422,
  vi: '"{name}" không thể sáp nhập vào chính mình.',
  en: '"{name}" cannot go into itself.',
  next: { vi: 'Chọn cơ quan khác tiếp nhận.', en: 'Choose another agency that takes it.' },
  example: { name: 'Trường THCS Đồng Mẫu' },
});

export const successorTwice = problem({
  code: 'E-ORG-SUCCESSOR-TWICE',
  status: 409,
  vi: '"{name}" đã có nơi kế thừa khác trong cùng thay đổi, hoặc nơi tiếp nhận cũng kết thúc trong thay đổi ấy.',
  en: '"{name}" has another successor in the same change, or the one that takes it ends in it too.',
  next: {
    vi: 'Giữ một nơi kế thừa; sáp nhập nối tiếp thì lập từng thay đổi.',
    en: 'Keep one successor; make mergers that follow each other one at a time.',
  },
  example: { name: 'Trường THCS Đồng Mẫu' },
});

export const mergerAlone = problem({
  code: 'E-ORG-MERGE-ALONE',
  status: 422,
  vi: 'Một lần sáp nhập hoặc thu hồi sáp nhập là một thay đổi riêng.',
  en: 'A merger, and the undo of one, is a change of its own.',
  next: { vi: 'Lập từng thay đổi.', en: 'Make one change for each.' },
  example: {},
});

export const mergerHeld = problem({
  code: 'E-ORG-MERGE-HELD',
  status: 409,
  vi: '"{name}" còn {submissions} hồ sơ gửi chưa xong, {seconded} người biệt phái hoặc kiêm nhiệm, {cases} vụ việc đang mở, {lines} đường trao đổi.',
  en: '"{name}" still has {submissions} submissions that are open, {seconded} people on secondment or a concurrent post, {cases} open cases, {lines} exchange lines.',
  next: { vi: 'Xử lý xong các việc này, rồi sáp nhập.', en: 'Finish these, then merge.' },
  example: { name: 'Trường THCS Đồng Mẫu', submissions: '1', seconded: '2', cases: '0', lines: '0' },
});

export const mergerNotYet = problem({
  code: 'E-ORG-MERGE-NOT-YET',
  status: 409,
  vi: 'Sáp nhập có hiệu lực từ {on}: đến ngày ấy người thứ hai mới cho hiệu lực được.',
  en: 'The merger takes effect on {on}: the second person can put it in force from that day on.',
  next: {
    vi: 'Mở lại thay đổi này vào ngày ấy; nội dung được tính lại khi đó.',
    en: 'Open the change again on that day; what it does is counted anew then.',
  },
  example: { on: '2027-01-01' },
});

export const undoUnknown = problem({
  code: 'E-ORG-UNDO-UNKNOWN',
  status: 409,
  vi: 'Không có lần sáp nhập nào như thế để thu hồi, hoặc nó đã được thu hồi.',
  en: 'There is no such merger to undo, or it was undone already.',
  next: { vi: 'Mở lịch sử của cơ quan để xem.', en: 'Look at the history of the agency.' },
  example: {},
});

export const undoHeld = problem({
  code: 'E-ORG-UNDO-HELD',
  status: 409,
  vi: 'Chưa thu hồi được: từ khi sáp nhập, {people} người đã được một việc khác chuyển hoặc bố trí lại, và {events} thay đổi khác đã có hiệu lực trên các cơ quan này.',
  en: 'It cannot be undone yet: since the merger {people} people were moved or placed otherwise by another act, and {events} other changes of these agencies came in force.',
  next: {
    vi: 'Thu hồi những việc sau trước (việc sau cùng trước hết); hoặc lập thay đổi mới theo quyết định mới.',
    en: 'Undo what came later first, the last one first; or make a new change on a new decision.',
  },
  example: { people: '2', events: '1' },
});

export const stillHeld = problem({
  code: 'E-ORG-HELD',
  status: 409,
  vi: '"{name}" còn {people} người, {accounts} tài khoản có vai trò, {submissions} hồ sơ gửi chưa xong.',
  en: '"{name}" still has {people} people, {accounts} accounts with a role, {submissions} submissions that are open.',
  next: {
    vi: 'Chuyển người sang cơ quan khác, thu vai trò, xử lý xong hồ sơ gửi, rồi kết thúc cơ quan.',
    en: 'Transfer the people, take back the roles, finish the submissions, then end the agency.',
  },
  example: { name: 'Trường THCS Đồng Mẫu', people: '110', accounts: '2', submissions: '1' },
});

export const moveTakesPeople = problem({
  code: 'E-ORG-MOVE-PEOPLE',
  status: 409,
  vi: 'Chuyển "{name}" sang bộ, tỉnh khác sẽ đổi cơ quan quản lý của {people} người: phải kèm quyết định chuyển người.',
  en: 'Moving "{name}" to another ministry or province would change the managing agency of {people} people: that needs a decision about the people.',
  next: {
    vi: 'Chuyển người trước bằng vụ việc chuyển cơ quan, rồi chuyển đơn vị.',
    en: 'Transfer the people first by cases of transfer, then move the agency.',
  },
  example: { name: 'Bệnh viện Đa khoa Núi Mẫu', people: '280' },
});

export const decisionMissing = problem({
  code: 'E-ORG-DECISION',
  status: 422,
  vi: 'Thay đổi cơ quan cần quyết định: số, ngày, người ký, cơ quan ban hành; ngày quyết định không sau hôm nay, không trước {first}.',
  en: 'A change of agencies needs its decision: number, day, signer, issuer; its day is not after today, nor before {first}.',
  next: { vi: 'Ghi đủ các mục của quyết định rồi gửi lại.', en: 'Write what is missing of the decision, then send it again.' },
  example: { first: '1945-09-02' },
});

export const effectBeforeDecision = problem({
  code: 'E-ORG-EFFECT-BEFORE',
  status: 422,
  vi: 'Ngày hiệu lực {on} trước ngày quyết định {day}: cần ghi vì sao.',
  en: 'The day of effect {on} is before the day of the decision {day}: say why.',
  next: { vi: 'Ghi căn cứ hồi tố trong ô lý do, hoặc sửa ngày.', en: 'Write on what the retroactive effect rests, or correct the day.' },
  example: { on: '2026-01-01', day: '2026-03-15' },
});

export const noSecondForBodies = problem({
  code: 'E-ORG-NO-SECOND',
  status: 409,
  vi: 'Thay đổi cơ quan do một quản trị viên đề nghị và một quản trị viên khác cho hiệu lực, nhưng phạm vi này chưa có quản trị viên thứ hai.',
  en: 'A change of agencies is asked for by one administrator and put in force by another, but there is no second one over these agencies.',
  next: {
    vi: 'Đề nghị quản trị viên của cơ quan cấp trên, hoặc người vận hành chạy npx congvu add-administrator --org MÃ_CƠ_QUAN.',
    en: 'Ask the administrators of the agency above, or have the operator run npx congvu add-administrator --org CODE.',
  },
  example: {},
});

export const changeNotOpen = problem({
  code: 'E-ORG-CHANGE-DECIDED',
  status: 409,
  vi: 'Thay đổi này không còn chờ.',
  en: 'This change does not wait any more.',
  next: { vi: 'Mở lại danh sách thay đổi.', en: 'Open the list of changes again.' },
  example: {},
});

export const changeNotYours = problem({
  code: 'E-ORG-CHANGE-NOT-YOURS',
  status: 403,
  vi: 'Người lập thay đổi mới gửi hoặc rút được; người khác mới cho hiệu lực hoặc từ chối được.',
  en: 'Who made the change sends it or takes it back; somebody else puts it in force or refuses it.',
  next: { vi: 'Nhờ quản trị viên kia.', en: 'Have the other administrator do it.' },
  example: {},
});

export const changeStale = problem({
  code: 'E-ORG-PLAN-STALE',
  status: 409,
  vi: 'Cây cơ quan đã thay đổi từ khi thay đổi này được trình: nội dung anh/chị xem không còn đúng.',
  en: 'The tree of agencies has changed since this change was shown: what you saw does not hold any more.',
  next: { vi: 'Mở lại thay đổi, xem nội dung mới rồi quyết định.', en: 'Open the change again, look at what it does now, then decide.' },
  example: {},
});

export const changeRefusalWhy = problem({
  code: 'E-ORG-REFUSAL-WHY',
  status: 422,
  vi: 'Từ chối thì phải nói lý do.',
  en: 'A refusal says why.',
  next: { vi: 'Ghi lý do, để người lập biết phải sửa gì.', en: 'Write the reason, so that who made it knows what to correct.' },
  example: {},
});

export const changeIncomplete = problem({
  code: 'E-ORG-INCOMPLETE',
  status: 422,
  vi: 'Nội dung thay đổi thiếu: {field}.',
  en: 'The change lacks: {field}.',
  next: { vi: 'Điền mục còn thiếu.', en: 'Fill in what is missing.' },
  example: { field: 'name' },
});

export const listLineTwice = problem({
  code: 'E-ORG-LIST-TWICE',
  status: 422,
  vi: 'Cơ quan này đã có ở dòng {line} của danh sách.',
  en: 'This agency stands on line {line} of the list already.',
  next: { vi: 'Giữ một dòng, xóa dòng kia.', en: 'Keep one line, take the other out.' },
  example: { line: '12' },
});

export const oldCodeUnsourced = problem({
  code: 'E-ORG-OLD-CODE-SOURCE',
  status: 422,
  vi: 'Mã cũ còn dùng cần căn cứ, dài nhất {most} ký tự.',
  en: 'An old code that goes on needs what says so, at most {most} letters.',
  next: {
    vi: 'Ghi số và ngày của văn bản, hoặc tên danh sách, nói rằng mã này còn dùng.',
    en: 'Write number and day of the paper, or the name of the list, that says the code goes on.',
  },
  example: { most: String(CODE_SOURCE_LETTERS_MAX) },
});

export const listLineIncomplete = problem({
  code: 'E-ORG-LIST-EMPTY-CELL',
  status: 422,
  vi: 'Cơ quan mới cần ghi ô này.',
  en: 'A new agency needs this cell.',
  next: {
    vi: 'Ghi tên, mã cơ quan cấp trên, loại hình và cấp; hoặc sửa mã nếu là cơ quan đã có.',
    en: 'Write name, parent, kind and level; or correct the code where the agency is there already.',
  },
  example: {},
});
