/** Problems of sending. */
import { problem } from '#base/problem.ts';

export const draftOfBody = problem({
  code: 'E-UPLOAD-DRAFT',
  status: 409,
  vi: 'Cơ quan này đang có bản chưa gửi của chính tệp hoặc hồ sơ này; bản chưa gửi chỉ cơ quan đó xem được.',
  en: 'This agency has a draft of this very file or submission that was not sent; a draft is seen by that agency alone.',
  next: {
    vi: 'Đề nghị cơ quan gửi xác nhận hoặc rút bản của họ, rồi tải lên lại.',
    en: 'Ask the agency to submit or withdraw theirs, then upload again.',
  },
  example: {},
});

export const submissionNotFound = problem({
  code: 'E-SUBMISSION-NOT-FOUND',
  status: 404,
  vi: 'Không tìm thấy lần gửi này trong phạm vi của anh/chị.',
  en: 'There is no such submission within your reach.',
  next: { vi: 'Mở lại từ danh sách "Các đợt cập nhật hồ sơ".', en: 'Open it again from the list of submissions.' },
  example: {},
});

export const uploadEmpty = problem({
  code: 'E-UPLOAD-EMPTY',
  status: 400,
  vi: 'Tệp gửi lên không có nội dung.',
  en: 'The uploaded file is empty.',
  next: { vi: 'Chọn lại tệp biểu mẫu đã điền rồi tải lên.', en: 'Choose the filled-in form again and upload it.' },
  example: {},
});

export const uploadTooLarge = problem({
  code: 'E-UPLOAD-TOO-LARGE',
  status: 413,
  vi: 'Tệp lớn hơn {limitMegabytes} MB nên chưa được nhận.',
  en: 'The file is larger than {limitMegabytes} MB and was not received.',
  next: {
    vi: '{smaller} Rồi gửi lại.',
    en: '{smaller} Then send it again.',
  },
  example: {
    limitMegabytes: '50',
    smaller: { vi: 'Chia thành nhiều tệp nhỏ hơn.', en: 'Split it into several smaller files.' },
  },
});

export const uploadUnknown = problem({
  code: 'E-UPLOAD-UNKNOWN',
  status: 415,
  vi: 'Không nhận ra đây là loại tệp nào nên chưa được nhận.',
  en: 'It is not known what kind of file this is: it was not received.',
  next: { vi: 'Tải biểu mẫu ở mục Biểu mẫu, điền rồi gửi tệp đó.', en: 'Download the form (page Templates), fill it in and send that.' },
  example: {},
});

export const uploadNotRead = problem({
  code: 'E-UPLOAD-NOT-READ',
  status: 500,
  vi: 'Hệ thống đã thử nhiều lần mà chưa đọc được tệp này. Lỗi ở phía hệ thống, không phải ở nội dung tệp; chưa có gì được ghi vào hồ sơ.',
  en: 'The system tried several times and could not read this file. The fault is on its side, not in the file; nothing was written to any record.',
  next: {
    vi: 'Tải lên lại chính tệp đó: hệ thống giữ lại và đọc lại từ đầu. Nếu vẫn vậy, báo cho người vận hành kèm số tiếp nhận.',
    en: 'Upload the same file again: it is kept and read anew. If it happens again, tell whoever operates the system, with the upload number.',
  },
  example: {},
});

export const contentGone = problem({
  code: 'E-UPLOAD-CONTENT-GONE',
  status: 410,
  vi: 'Nội dung của tệp này đã được xóa theo thời hạn lưu: tệp chưa từng được gửi và đã rút hoặc bị từ chối từ lâu.',
  en: 'The content of this file was removed after its term: it was never sent, and was withdrawn or refused long ago.',
  next: {
    vi: 'Nếu vẫn cần, tải lên lại từ bản trên máy của anh/chị.',
    en: 'If it is still needed, upload it again from your own copy.',
  },
  example: {},
});

export const otherKindOfUpload = problem({
  code: 'E-UPLOAD-OTHER-KIND',
  status: 409,
  vi: 'Lần gửi này là {wanted}; tệp vừa chọn thuộc loại khác nên chưa được nhận.',
  en: 'This submission is of {wanted}; the file just chosen is of another kind and was not received.',
  next: {
    vi: 'Chọn đúng loại tệp để sửa đợt này, hoặc mở "Tải tệp lên" để tải tệp kia lên thành một đợt mới.',
    en: 'Choose a file of the same kind to correct this submission, or upload the other one as a new submission.',
  },
  example: { wanted: { vi: 'biểu mẫu', en: 'a form' } },
});

export const notCheckedYet = problem({
  code: 'E-SUBMIT-NOT-CHECKED',
  status: 409,
  vi: 'Tệp này đang ở bước "{stage}" nên chưa làm được việc này.',
  en: 'The file is at the step "{stage}": this cannot be done now.',
  next: {
    vi: 'Chờ kiểm tra xong, hoặc tải lại trang để xem trạng thái mới nhất.',
    en: 'Wait for the check to end, or reload the page to see the newest state.',
  },
  example: { stage: { vi: 'đang đọc', en: 'being read' } },
});

export const hasErrors = problem({
  code: 'E-SUBMIT-HAS-ERRORS',
  vi: '{people} người còn lỗi nên chưa gửi được cả tệp.',
  en: '{people} people still have errors, so the file cannot be sent whole.',
  next: {
    vi: 'Sửa các ô lỗi rồi tải lại, hoặc chọn "Gửi người đã đúng trước": những người còn lại sẽ chờ.',
    en: 'Repair the cells and upload again, or choose to send the good people first: the rest will wait.',
  },
  example: { people: '12' },
});

export const nobodyAccepted = problem({
  code: 'E-SUBMIT-NOBODY',
  vi: 'Không có người nào đủ điều kiện để gửi.',
  en: 'There is nobody who can be sent.',
  next: { vi: 'Sửa các ô lỗi trong tệp được trả lại rồi tải lên lần nữa.', en: 'Repair the marked cells and upload the file again.' },
  example: {},
});

export const warningsNotAcknowledged = problem({
  code: 'E-SUBMIT-WARNINGS',
  vi: 'Còn cảnh báo chưa được xác nhận đã đọc: {codes}.',
  en: 'Warnings not yet acknowledged: {codes}.',
  next: { vi: 'Đọc từng cảnh báo và đánh dấu "Đã xem, vẫn gửi".', en: 'Read each warning and tick "seen, send anyway".' },
  example: { codes: 'E-AGE-UNUSUAL' },
});

export const acknowledgedOtherwise = problem({
  code: 'E-SUBMIT-ACKNOWLEDGED',
  vi: 'Danh sách cảnh báo đã xem có mã nêu hai lần hoặc không có trong tệp này: {codes}. Chưa gửi gì.',
  en: 'The list of acknowledged warnings names a code twice, or one that this file does not have: {codes}. Nothing was sent.',
  next: { vi: 'Tải lại danh sách cảnh báo của tệp, xem lại rồi gửi.', en: 'Reload the warnings of the file, read them again, then send.' },
  example: { codes: 'E-AGE-UNUSUAL' },
});

export const asOfInFuture = problem({
  code: 'E-SUBMIT-AS-OF',
  vi: 'Ngày "số liệu tính đến" {asOf} không hợp lệ: phải là một ngày có thật và không sau hôm nay.',
  en: 'The date of the data, {asOf}, is not valid: it must be a real day, not after today.',
  next: { vi: 'Chọn ngày mà số liệu trong tệp phản ánh đúng thực tế.', en: 'Choose the day on which the data was true.' },
  example: { asOf: '2027-01-01' },
});

export const checkedAgain = problem({
  code: 'E-SUBMIT-CHECK-AGAIN',
  status: 409,
  vi: 'Ngày số liệu đã đổi sang {asOf} nên tệp đang được kiểm tra lại theo ngày đó.',
  en: 'The date of the data changed to {asOf}: the file is being checked again as of that day.',
  next: {
    vi: 'Chờ vài giây, xem lại kết quả rồi bấm Gửi lần nữa.',
    en: 'Wait a few seconds, look at the result, then press Submit again.',
  },
  example: { asOf: '2026-06-30' },
});

export const personElsewhere = problem({
  code: 'E-PERSON-ELSEWHERE',
  group: { vi: 'Người thuộc hồ sơ của cơ quan khác', en: 'People of another agency' },
  vi: 'Số định danh này đang thuộc hồ sơ do một cơ quan khác quản lý.',
  en: 'This citizen number belongs to a record managed by another agency.',
  next: {
    vi: 'Kiểm tra lại số. Nếu đúng người và có quyết định tiếp nhận: mở "Tiếp nhận, trùng số", chọn "Đề nghị tiếp nhận" và nhập số này; khi cơ quan đang quản lý đồng ý, gửi lại hồ sơ. Những người khác trong tệp vẫn gửi trước được.',
    en: 'Check the number. If it is the right person and there is a decision: open "Transfers and double claims", choose "Ask for a transfer" and type this number; once the managing agency agrees, send the record again. The others of the file can be sent first.',
  },
  example: {},
});

export const personKeptApart = problem({
  code: 'E-PERSON-KEPT-APART',
  group: { vi: 'Người có hồ sơ quản lý riêng', en: 'People whose record is kept apart' },
  vi: 'Hồ sơ của người này được quản lý riêng, nên không gửi trong tệp.',
  en: 'The record of this person is kept apart, and is sent in no file.',
  next: {
    vi: 'Bỏ dòng này khỏi tệp; những người khác vẫn gửi được. Thay đổi của hồ sơ quản lý riêng do người giữ hồ sơ ấy làm, theo quy định bảo vệ bí mật nhà nước.',
    en: 'Leave this line out; the others can be sent. Changes of a record kept apart are made by those who keep it, by the rules on state secrets.',
  },
  example: {},
});

export const numberReplaced = problem({
  code: 'E-NUMBER-REPLACED',
  group: { vi: 'Số định danh đã được thay bằng số mới', en: 'Citizen numbers that were replaced' },
  vi: 'Số định danh này là số cũ của một người đã có hồ sơ tại cơ quan; người đó nay mang số khác.',
  en: 'This citizen number is the former one of a person with a record in this agency; the person has another number now.',
  next: {
    vi: 'Tra cứu theo số cũ này để mở hồ sơ, rồi ghi số mới vào tệp.',
    en: 'Look the record up by this former number, and put the new number into the file.',
  },
  example: {},
});

export const maybeSamePerson = problem({
  code: 'E-PERSON-SAME-OLD-NUMBER',
  group: { vi: 'Số cũ là của người đã có hồ sơ', en: 'Former numbers of people who have a record' },
  vi: 'Số giấy tờ cũ ghi ở đây đang là số định danh của một hồ sơ đã có: rất có thể là cùng một người được xác lập lại số.',
  en: 'The former number given here is the citizen number of an existing record: very likely one person whose number was made anew.',
  next: {
    vi: 'Nếu cùng một người: không gửi thành hồ sơ mới; mở hồ sơ đang có, chọn "Đổi số định danh" (hồ sơ của cơ quan khác: đề nghị tiếp nhận bằng số cũ trước). Nếu không phải: sửa ô số cũ.',
    en: 'If it is one person: do not send a second record; open the existing one and choose "Change the number" (if another agency has it: ask for the transfer by the former number first). If not: correct the cell.',
  },
  example: {},
});

export const suggestionGone = problem({
  code: 'E-SUGGESTION-GONE',
  status: 409,
  vi: 'Không còn gợi ý nào phù hợp để áp dụng.',
  en: 'There is no suggestion left to apply.',
  next: {
    vi: 'Tải lại danh sách lỗi; có thể gợi ý đã được áp dụng.',
    en: 'Reload the list; the suggestion may have been applied already.',
  },
  example: {},
});

export const returnedUnchanged = problem({
  code: 'E-RETURNED-UNCHANGED',
  group: { vi: 'Ô bị trả lại mà chưa sửa', en: 'Returned values that were not changed' },
  vi: 'Giá trị này đã bị trả lại ({reason}) và vẫn như cũ.',
  en: 'This value was returned ({reason}) and is as it was.',
  next: {
    vi: 'Sửa giá trị trong tệp. Nếu giá trị đúng, chọn "Giữ nguyên vì…" và nêu căn cứ; cán bộ xác nhận sẽ đọc được.',
    en: 'Correct the value in the file. If it is right, choose "Keep it because…" and say why; the confirming officer will read it.',
  },
  example: { reason: { vi: 'Khác với hồ sơ giấy', en: 'Differs from the paper file' } },
});

export const returnedKept = problem({
  code: 'E-RETURNED-KEPT',
  severity: 'warning',
  group: { vi: 'Ô bị trả lại, giữ nguyên có nêu lý do', en: 'Returned values kept with a reason' },
  vi: 'Giá trị này đã bị trả lại ({reason}); cơ quan gửi giữ nguyên và nêu lý do.',
  en: 'This value was returned ({reason}); the sending agency keeps it and says why.',
  next: {
    vi: 'Người gửi: đọc lại lý do trước khi gửi. Cán bộ xác nhận: đọc lý do rồi quyết định.',
    en: 'Sender: read the reason again before submitting. Officer: read it, then decide.',
  },
  example: { reason: { vi: 'Khác với hồ sơ giấy', en: 'Differs from the paper file' } },
});

export const answerGone = problem({
  code: 'E-ANSWER-GONE',
  status: 409,
  vi: 'Ô này không còn là ô bị trả lại chưa sửa của tệp mới nhất.',
  en: 'This is no returned and unchanged value of the latest file any more.',
  next: { vi: 'Tải lại danh sách lỗi.', en: 'Reload the list of problems.' },
  example: {},
});

export const suggestionsTwice = problem({
  code: 'E-SUGGESTION-TWICE',
  vi: 'Yêu cầu nêu một gợi ý hai lần, hoặc hai giá trị khác nhau cho cùng một ô. Chưa áp dụng gì.',
  en: 'The request names one suggestion twice, or two different values for the same cell. Nothing was applied.',
  next: { vi: 'Chọn đúng một giá trị cho mỗi ô rồi áp dụng lại.', en: 'Choose one value for each cell, then apply again.' },
  example: {},
});

export const suggestionsNotNamed = problem({
  code: 'E-SUGGESTION-NOT-NAMED',
  vi: 'Chưa nói rõ áp dụng gợi ý nào: không áp dụng cùng lúc cho cả một loại lỗi.',
  en: 'It is not said which suggestions to apply: a whole kind of problem is never applied at once.',
  next: {
    vi: 'Chọn một nhóm ô cùng giá trị, cùng gợi ý (chỉ gợi ý chắc chắn), hoặc từng ô một.',
    en: 'Choose a group of cells with the same value and the same suggestion (certain ones only), or one cell at a time.',
  },
  example: {},
});

export const guessesOneByOne = problem({
  code: 'E-SUGGESTION-GUESSES',
  vi: 'Gợi ý đoán phải được xem và áp dụng từng ô một.',
  en: 'Suggestions that are guesses are looked at and applied one cell at a time.',
  next: {
    vi: 'So từng ô với giấy tờ gốc rồi áp dụng riêng ô đó, hoặc sửa ô trong tệp.',
    en: 'Compare the cell with the original paper, then apply this one only, or fix the cell in the file.',
  },
  example: {},
});

export const unknownCandidate = problem({
  code: 'E-SUGGESTION-NO-CANDIDATE',
  vi: '"{value}" không nằm trong các khả năng của ô này.',
  en: '"{value}" is not among the values that this cell may mean.',
  next: { vi: 'Tải lại danh sách lỗi rồi chọn một giá trị được nêu.', en: 'Reload the list and choose one of the values shown.' },
  example: { value: 'Tỉnh Hòa Bình' },
});

export const acceptanceSent = problem({
  code: 'E-ACCEPTANCE-SENT',
  status: 409,
  vi: 'Tệp này {stage} nên không hoàn tác gợi ý được nữa.',
  en: 'The file is {stage}: applied suggestions can no longer be undone.',
  next: {
    vi: 'Hồ sơ đã gửi: chờ cơ quan xác nhận trả lại rồi tải tệp đã sửa lên. Hồ sơ đã rút: tải tệp lên lại.',
    en: 'Of a submission that was sent: wait until it is returned, then upload a corrected file. Of one that was withdrawn: upload the file again.',
  },
  example: { stage: { vi: 'đã gửi', en: 'sent' } },
});

export const acceptanceGone = problem({
  code: 'E-ACCEPTANCE-GONE',
  status: 409,
  vi: 'Bước áp dụng này không còn là bước cuối, hoặc đã được hoàn tác.',
  en: 'This step is not the last one any more, or was undone already.',
  next: {
    vi: 'Tải lại trang: chỉ hoàn tác được bước áp dụng gần nhất.',
    en: 'Reload the page: only the latest step can be undone.',
  },
  example: {},
});

export const bodyHasNoFileFor = problem({
  code: 'E-PERSON-NOT-IN-SUBMISSION',
  status: 404,
  vi: 'Người này không có trong lần gửi đang xem.',
  en: 'This person is not part of the submission.',
  next: { vi: 'Quay lại hàng chờ xác nhận.', en: 'Go back to the queue.' },
  example: {},
});

export const otherBody = problem({
  code: 'E-WORKBOOK-OTHER-BODY',
  vi: 'Biểu mẫu này được phát cho {found}, không phải cho {wanted}, nên chưa được nhận.',
  en: 'This template was issued for "{found}", not for "{wanted}": it was not taken.',
  next: {
    vi: 'Gửi cho cơ quan nào thì chọn đúng cơ quan đó khi tải lên. Người của cơ quan mình: điền vào biểu mẫu của cơ quan mình (mục Biểu mẫu).',
    en: "Choose, when uploading, the agency that the template was issued for. For your own people fill in your own agency's template (page Templates).",
  },
  example: { found: 'Trường THPT Mẫu Sơn (H26.03.01)', wanted: 'UBND xã Mẫu Trung (H41.51)' },
});

// Approved before it is sent (approval.ts, sending-rules.ts)

export const approvalNeeded = problem({
  code: 'E-SUBMIT-APPROVAL',
  status: 409,
  vi: 'Cơ quan này duyệt trước khi gửi: chưa có người đứng đầu đơn vị duyệt nên chưa gửi.',
  en: 'This agency approves before sending: the head of the unit has not approved, so nothing was sent.',
  next: {
    vi: 'Bấm “Đề nghị duyệt gửi”; khi được duyệt, hồ sơ được gửi và có biên nhận.',
    en: 'Press “Ask for approval”; once approved it is sent and has its receipt.',
  },
  example: {},
});

export const approvalNotNeeded = problem({
  code: 'E-APPROVAL-NOT-NEEDED',
  status: 409,
  vi: 'Cơ quan này không yêu cầu duyệt trước khi gửi.',
  en: 'This agency does not ask for an approval before sending.',
  next: { vi: 'Tải lại trang rồi gửi xác nhận trực tiếp.', en: 'Reload the page, then submit directly.' },
  example: {},
});

export const approvalWaits = problem({
  code: 'E-APPROVAL-WAITS',
  status: 409,
  vi: 'Hồ sơ này đã được đề nghị duyệt và đang chờ.',
  en: 'Approval was asked for already, and is waited for.',
  next: { vi: 'Chờ duyệt, hoặc rút đề nghị rồi đề nghị lại.', en: 'Wait for it, or take the request back and ask again.' },
  example: {},
});

export const partOfFirstLoad = problem({
  code: 'E-FIRST-LOAD-PART',
  status: 409,
  vi: 'Tệp này là một phần của đợt nạp lần đầu: không gửi, sửa hoặc rút riêng.',
  en: 'This file is a part of a first load: it is not sent, corrected or withdrawn by itself.',
  next: { vi: 'Làm tiếp ở trang “Nạp lần đầu” của cơ quan.', en: 'Go on at the page “First load” of the agency.' },
  example: {},
});

export const sentByPerson = problem({
  code: 'E-SUBMISSION-OF-PERSON',
  status: 409,
  vi: 'Đây là bản kê khai do chính người có hồ sơ gửi: cơ quan xác nhận hoặc trả lại, không gửi thay, không sửa thay và không rút.',
  en: 'This is a declaration that the person sent themselves: the agency confirms it or returns it, and neither sends, corrects nor withdraws it for them.',
  next: {
    vi: 'Xem và quyết định ở trang “Chờ xác nhận”; nếu chưa đúng thì trả lại, kèm lý do cho người kê khai.',
    en: 'Look at it and decide on the page of what waits to be confirmed; if it is not right, return it with the reason for the person.',
  },
  example: {},
});

export const sentOtherwise = problem({
  code: 'E-UPLOAD-SENT-OTHERWISE',
  status: 409,
  vi: 'Chính tệp này đã được tải lên theo cách khác (số {number}): một lần gửi thường và một đợt nạp lần đầu không nhận cùng một tệp.',
  en: 'This very file was uploaded in the other way (number {number}): an ordinary submission and a first load do not take the same file.',
  next: {
    vi: 'Rút tệp đã tải lên trước, hoặc bỏ những người đã gửi khỏi tệp này.',
    en: 'Withdraw what was uploaded before, or leave out the people who were sent.',
  },
  example: { number: 'TL-4K7QD-9XM2P' },
});

export const approvalNotFound = problem({
  code: 'E-APPROVAL-NOT-FOUND',
  status: 404,
  vi: 'Không có đề nghị duyệt nào đang chờ ở đây.',
  en: 'No request for approval waits here.',
  next: { vi: 'Mở lại danh sách “Duyệt gửi”.', en: 'Open the list of approvals again.' },
  example: {},
});

export const approvalVoid = problem({
  code: 'E-APPROVAL-VOID',
  status: 409,
  vi: 'Đề nghị duyệt không còn hiệu lực: tệp hoặc câu trả lời đã thay đổi sau khi đề nghị. Chưa gửi gì.',
  en: 'The request is void: the file or its answers changed since it was made. Nothing was sent.',
  next: {
    vi: 'Đề nghị người gửi xem lại rồi bấm “Đề nghị duyệt gửi” lần nữa.',
    en: 'Have the sender review it and ask for approval again.',
  },
  example: {},
});

export const approvalReason = problem({
  code: 'E-APPROVAL-REASON',
  vi: 'Chưa nêu lý do trả lại.',
  en: 'No reason is given for sending it back.',
  next: { vi: 'Ghi rõ cần sửa gì để người gửi biết.', en: 'Say what has to be changed, so that the sender knows.' },
  example: {},
});

export const sendingRuleDay = problem({
  code: 'E-SENDING-RULE-DAY',
  vi: 'Ngày bắt đầu phải từ hôm nay trở đi.',
  en: 'The first day must be today or later.',
  next: { vi: 'Chọn hôm nay hoặc một ngày sau.', en: 'Choose today or a later day.' },
  example: {},
});

export const sendingRuleReason = problem({
  code: 'E-SENDING-RULE-REASON',
  vi: 'Chưa nêu lý do thay đổi.',
  en: 'No reason is given for the change.',
  next: { vi: 'Ghi căn cứ hoặc lý do, ví dụ số quyết định, quy chế.', en: 'Give the ground, such as a decision or a regulation.' },
  example: {},
});

export const sendingRuleSame = problem({
  code: 'E-SENDING-RULE-SAME',
  status: 409,
  vi: 'Từ ngày {from}, cơ quan đã ở đúng chế độ này nên không có gì thay đổi.',
  en: 'From {from} the agency is in this mode already: nothing changes.',
  next: { vi: 'Xem lại lịch sử thay đổi, hoặc chọn ngày khác.', en: 'See the history of changes, or choose another day.' },
  example: { from: '2026-12-01' },
});
