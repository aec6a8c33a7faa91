/** What the exchange says no to: of a call, of a batch, of one change. */
import { problem } from '#base/problem.ts';

const ASK_CENTRE = {
  vi: 'Liên hệ đơn vị vận hành trung tâm; hai người của trung tâm mở lại đường trao đổi và cấp đợt đánh số mới.',
  en: 'Get in touch with who runs the centre; two people there release the line and grant a new epoch.',
} as const;

export const notThisSource = problem({
  code: 'E-EXCHANGE-SOURCE',
  status: 403,
  vi: 'Gói ghi nguồn {named} gửi đến {audience}, không phải của đường trao đổi {source}.',
  en: 'The batch names source {named} and installation {audience}; this is the line of {source}.',
  next: {
    vi: 'Xem lại mã nguồn và mã nơi nhận trong cấu hình của phần mềm cơ quan.',
    en: 'Check the code of the source and of the installation in the settings of your software.',
  },
  example: { named: 'H26', audience: 'trung-tam', source: 'H27' },
});

export const signatureWrong = problem({
  code: 'E-EXCHANGE-SIGNATURE',
  status: 401,
  vi: 'Chữ ký của gói không khớp với khóa đã đăng ký của nguồn {source}.',
  en: 'The signature of the batch does not fit the key that source {source} has registered.',
  next: {
    vi: 'Ký lại đúng văn bản bảng kê của gói bằng khóa đang dùng; đăng ký khóa mới nếu khóa đã đổi.',
    en: 'Sign the very text of the manifest with the key in use; register the new key if it has changed.',
  },
  example: { source: 'H26' },
});

export const manifestUnread = problem({
  code: 'E-EXCHANGE-MANIFEST',
  status: 400,
  vi: 'Bảng kê của gói không đọc được: {where}.',
  en: 'The manifest of the batch cannot be read: {where}.',
  next: {
    vi: 'Gửi bảng kê dạng JSON chuẩn (RFC 8785) đủ các mục của tiêu chuẩn.',
    en: 'Send the manifest as canonical JSON (RFC 8785) with all the members of the standard.',
  },
  example: { where: '/epoch' },
});

export const digestWrong = problem({
  code: 'E-EXCHANGE-DIGEST',
  vi: 'Nội dung gói không khớp với mã băm trong bảng kê.',
  en: 'The content of the batch does not fit the digest in its manifest.',
  next: {
    vi: 'Gửi lại đúng gói đã lưu; không tạo lại gói khi gửi lại.',
    en: 'Send the very batch that was kept; do not make it anew to send it again.',
  },
  example: {},
});

export const gap = problem({
  code: 'E-EXCHANGE-GAP',
  status: 409,
  vi: 'Gói bắt đầu từ số {first}, trung tâm đang chờ số {expected}.',
  en: 'The batch begins with number {first}; the centre waits for number {expected}.',
  next: {
    vi: 'Gửi các gói từ số đang chờ trở đi, theo thứ tự.',
    en: 'Send the batches from the expected number on, in order.',
  },
  example: { first: '12', expected: '9' },
});

export const fork = problem({
  code: 'E-EXCHANGE-FORK',
  status: 409,
  vi: 'Số {first} đã được nhận với nội dung khác: có thể phần mềm đã được khôi phục hoặc nhân bản. Đường trao đổi được tạm khóa, cả hai bản được giữ làm bằng chứng.',
  en: 'Number {first} was received with another content: the software may have been restored or cloned. The line is frozen; both are kept as evidence.',
  next: ASK_CENTRE,
  example: { first: '9' },
});

export const frozenSource = problem({
  code: 'E-EXCHANGE-FROZEN',
  status: 409,
  vi: 'Đường trao đổi của nguồn {source} đang tạm khóa.',
  en: 'The line of source {source} is frozen.',
  next: ASK_CENTRE,
  example: { source: 'H26' },
});

export const epochWrong = problem({
  code: 'E-EXCHANGE-EPOCH',
  status: 409,
  vi: 'Đợt đánh số {epoch} không phải đợt đang dùng ({current}).',
  en: 'Epoch {epoch} is not the one in use ({current}).',
  next: {
    vi: 'Dừng bản phần mềm này nếu đã có bản khác thay thế; nếu không, đăng ký lại để được cấp đợt mới.',
    en: 'Stop this copy of the software if another has taken its place; else enrol again to be granted a new epoch.',
  },
  example: { epoch: '1', current: '2' },
});

export const windowFull = problem({
  code: 'E-EXCHANGE-WINDOW',
  status: 429,
  vi: 'Đang có {waiting} gói chờ xử lý, bằng số gói được gửi trước.',
  en: '{waiting} batches wait to be judged: as many as may be in flight.',
  next: { vi: 'Gửi lại sau thời gian ghi trong Retry-After.', en: 'Send it again after the time in Retry-After.' },
  example: { waiting: '8' },
});

export const loadLater = problem({
  code: 'E-EXCHANGE-LATER',
  status: 503,
  vi: 'Trung tâm đang bận: luồng nạp lần đầu tạm dừng nhận, các luồng khác vẫn nhận.',
  en: 'The centre is busy: first loads wait; the other lanes are taken.',
  next: { vi: 'Gửi lại sau thời gian ghi trong Retry-After.', en: 'Send it again after the time in Retry-After.' },
  example: {},
});

export const batchTooLarge = problem({
  code: 'E-EXCHANGE-SIZE',
  status: 413,
  vi: 'Gói vượt quá {limit}.',
  en: 'The batch is larger than {limit}.',
  next: { vi: 'Chia thành các gói nhỏ hơn.', en: 'Cut it into smaller batches.' },
  example: { limit: { vi: '1.000 thay đổi', en: '1,000 changes' } },
});

export const notCompressed = problem({
  code: 'E-EXCHANGE-COMPRESSION',
  status: 415,
  vi: 'Nội dung không phải tệp nén gzip nguyên vẹn.',
  en: 'The content is no whole gzip file.',
  next: {
    vi: 'Nén các dòng của gói bằng gzip, một tệp, không kèm gì phía sau.',
    en: 'Compress the lines of the batch by gzip: one file, with nothing behind it.',
  },
  example: {},
});

export const lineUnread = problem({
  code: 'E-EXCHANGE-LINE',
  vi: 'Dòng {line} của gói không phải một thay đổi theo tiêu chuẩn: {where}.',
  en: 'Line {line} of the batch is no change as the standard has it: {where}.',
  next: {
    vi: 'Mỗi dòng là một thay đổi dạng JSON chuẩn (RFC 8785), đánh số liền nhau từ số đầu đến số cuối của gói.',
    en: 'Each line is one change as canonical JSON (RFC 8785), numbered densely from the first to the last number of the batch.',
  },
  example: { line: '3', where: '/operation' },
});

export const resultUnknown = problem({
  code: 'E-EXCHANGE-UNKNOWN-BATCH',
  status: 404,
  vi: 'Trung tâm không giữ gói nào mang tên này.',
  en: 'The centre holds no batch of this name.',
  next: { vi: 'Gửi gói trước, rồi hỏi kết quả.', en: 'Send the batch first, then ask for its result.' },
  example: {},
});

export const releaseNeedsTwo = problem({
  code: 'E-EXCHANGE-RELEASE',
  status: 409,
  vi: 'Mở lại đường trao đổi cần hai người khác nhau.',
  en: 'Two different people release a line.',
  next: { vi: 'Mời người thứ hai xem bằng chứng và đồng ý.', en: 'Ask a second person to look at the evidence and to agree.' },
  example: {},
});

export const notTheWriter = problem({
  code: 'E-EXCHANGE-NOT-WRITER',
  vi: 'Hồ sơ này do cơ quan khác quản lý; thay đổi không được ghi nhận và đã báo cho người trực.',
  en: 'This record is kept by another agency; the change was not taken, and who is on duty was told.',
  next: {
    vi: 'Chỉ gửi thay đổi về người do cơ quan quản lý; nếu người đó vừa chuyển đến, tiếp nhận trước.',
    en: 'Send changes of people whom your agency manages; if the person has just moved to you, take them first.',
  },
  example: {},
});

export const personUnknown = problem({
  code: 'E-EXCHANGE-PERSON',
  vi: 'Chưa có hồ sơ nào của người này.',
  en: 'There is no record of this person yet.',
  next: { vi: 'Gửi thay đổi nhận hồ sơ (claim) trước.', en: 'Send the change that claims the record first.' },
  example: {},
});

export const nothingStands = problem({
  code: 'E-EXCHANGE-NOTHING-STANDS',
  vi: 'Không có gì đang ghi nhận để {operation}.',
  en: 'Nothing stands that could be changed by {operation}.',
  next: {
    vi: 'Đối chiếu lại với trung tâm, rồi gửi thay đổi đúng với điều đang ghi nhận.',
    en: 'Compare with the centre, then send the change that fits what stands.',
  },
  example: { operation: 'end' },
});

export const changeIncomplete = problem({
  code: 'E-EXCHANGE-INCOMPLETE',
  vi: 'Thay đổi loại {operation} thiếu: {lacks}.',
  en: 'A change of kind {operation} lacks: {lacks}.',
  next: { vi: 'Bổ sung và gửi thành thay đổi mới.', en: 'Complete it and send it as a new change.' },
  example: { operation: 'retract', lacks: 'because' },
});

export const approvedByMaker = problem({
  code: 'E-EXCHANGE-SAME-PERSON',
  vi: 'Người phê duyệt rút lại phải khác người lập và khác người có hồ sơ.',
  en: 'Who approves a retraction must be another than who made it, and another than the person of the record.',
  next: { vi: 'Nhờ người khác có thẩm quyền phê duyệt.', en: 'Let somebody else who may approve it do so.' },
  example: {},
});

export const schemaUnknown = problem({
  code: 'E-EXCHANGE-SCHEMA',
  vi: 'Thay đổi viết theo {schema}; trung tâm nhận {supported}. Thay đổi được giữ, chưa xét.',
  en: 'The change is written by {schema}; the centre takes {supported}. It is kept, and not judged yet.',
  next: { vi: 'Cập nhật phần mềm lên phiên bản đang nhận.', en: 'Bring your software to a version that is taken.' },
  example: { schema: 'cbccvc@9.0', supported: 'cbccvc@3, cbccvc@2' },
});

export const factDiffers = problem({
  code: 'E-EXCHANGE-CONFLICT',
  vi: 'Thông tin này đã đổi sau khi phần mềm của cơ quan đọc nó; chưa bên nào được ghi đè, chờ người có thẩm quyền quyết định.',
  en: 'This fact has changed since your software read it; neither side was overwritten, and a person decides.',
  next: { vi: 'Mở việc cần giải quyết và chọn giá trị đúng.', en: 'Open the case and choose the value that is right.' },
  example: {},
});

export const claimedTwice = problem({
  code: 'E-EXCHANGE-DUAL-CLAIM',
  vi: 'Hai cơ quan cùng nhận hồ sơ của một người; cả hai chờ giải quyết, không hồ sơ nào bị xóa.',
  en: 'Two agencies claim one person; both wait for the case to be settled, and no record is deleted.',
  next: { vi: 'Hai cơ quan thống nhất trong việc cần giải quyết.', en: 'The two agencies settle it in the case.' },
  example: {},
});

export const notReleased = problem({
  code: 'E-EXCHANGE-NOT-RELEASED',
  vi: 'Người này chưa được cơ quan đang quản lý cho chuyển đến cơ quan gửi.',
  en: 'The agency that manages this person has not let them go to the sender.',
  next: { vi: 'Đề nghị cơ quan đang quản lý làm thủ tục chuyển đi trước.', en: 'Ask the managing agency to release the person first.' },
  example: {},
});

export const sourceUnknown = problem({
  code: 'E-EXCHANGE-UNKNOWN-SOURCE',
  status: 403,
  vi: 'Chưa đăng ký đường trao đổi nào mang mã {source}.',
  en: 'No line of the code {source} is enrolled.',
  next: { vi: 'Đăng ký phần mềm của cơ quan với trung tâm trước.', en: 'Enrol the software of your agency with the centre first.' },
  example: { source: 'H26' },
});

export const callerRefused = problem({
  code: 'E-EXCHANGE-CALLER',
  status: 403,
  vi: 'Trung tâm không nhận ra bên gọi: {why}.',
  en: 'The centre does not know who calls: {why}.',
  next: {
    vi: 'Gọi bằng chứng thư, mạng và kênh đã đăng ký cho nguồn của cơ quan; nếu đã đổi, đăng ký lại với trung tâm.',
    en: 'Call with the certificate, the network and the carrier that are enrolled for your source; if they have changed, enrol them again.',
  },
  example: { why: { vi: 'chứng thư chưa đăng ký cho nguồn nào', en: 'the certificate is enrolled for no source' } },
});

export const bytesDiffer = problem({
  code: 'E-EXCHANGE-BYTES',
  status: 400,
  vi: 'Nội dung đến nơi không khớp Content-Digest: {why}.',
  en: 'What arrived does not fit its Content-Digest: {why}.',
  next: {
    vi: 'Gửi lại gói kèm Content-Digest (RFC 9530, sha-256 của đúng các byte gửi đi).',
    en: 'Send it again with Content-Digest (RFC 9530, sha-256 of the very bytes that are sent).',
  },
  example: { why: { vi: 'mã băm khác', en: 'another digest' } },
});

export const notThisType = problem({
  code: 'E-EXCHANGE-TYPE',
  status: 415,
  vi: 'Kiểu nội dung {type}, kiểu nén {encoding} không phải kiểu được nhận.',
  en: 'Content of type {type} in the encoding {encoding} is not taken.',
  next: {
    vi: 'Gửi application/x-ndjson, nén gzip hoặc không nén (Content-Encoding: gzip hay identity).',
    en: 'Send application/x-ndjson, as gzip or as it is (Content-Encoding: gzip or identity).',
  },
  example: { type: 'text/csv', encoding: 'br' },
});

export const tooSlow = problem({
  code: 'E-EXCHANGE-SLOW',
  status: 408,
  vi: 'Đã {seconds} giây không nhận được gì thêm của gói.',
  en: 'Nothing more of the batch has come for {seconds} seconds.',
  next: { vi: 'Gửi lại gói; đường truyền chậm thì gửi gói nhỏ hơn.', en: 'Send the batch again; over a slow line send smaller ones.' },
  example: { seconds: '20' },
});

export const questionUnread = problem({
  code: 'E-EXCHANGE-QUESTION',
  status: 400,
  vi: 'Yêu cầu không đọc được: {where}.',
  en: 'The request cannot be read: {where}.',
  next: {
    vi: 'Gửi JSON chuẩn (RFC 8785) đúng các mục của tiêu chuẩn.',
    en: 'Send canonical JSON (RFC 8785) with the members of the standard.',
  },
  example: { where: '/bucket' },
});

export const fileUnread = problem({
  code: 'E-EXCHANGE-FILE',
  vi: 'Tệp không phải gói được mã hóa cho trung tâm này, hoặc đã bị đổi trên đường đi.',
  en: 'The file is no batch that is encrypted to this centre, or it was changed on the way.',
  next: {
    vi: 'Xuất lại tệp từ gói đã lưu, mã hóa bằng khóa đang công bố của trung tâm.',
    en: 'Write the file again from the kept batch, encrypted by the key that the centre publishes.',
  },
  example: {},
});

export const waitsForOfficer = problem({
  code: 'E-EXCHANGE-WAITS',
  severity: 'warning',
  vi: 'Thay đổi đang chờ {who}, hạn {by}.',
  en: 'The change waits for {who}, by {by}.',
  next: {
    vi: 'Không gửi lại. Kết quả cuối cùng sẽ có trong luồng tin của cơ quan.',
    en: 'Do not send it again. What becomes of it in the end comes by the feed of your agency.',
  },
  example: {
    who: { vi: 'cán bộ xác nhận của Sở Nội vụ', en: 'an officer of the Department of Home Affairs who confirms' },
    by: '07/12/2026',
  },
});

export const heldByAnother = problem({
  code: 'E-EXCHANGE-HELD',
  vi: 'Thay đổi này không sai, nhưng một thay đổi khác của cùng người trong gói không nhận được: cả người được trả lại.',
  en: 'Nothing is wrong with this change; another one of the same person in the batch could not be taken, and the person goes back whole.',
  next: {
    vi: 'Sửa thay đổi bị lỗi rồi gửi lại mọi thay đổi của người đó thành thay đổi mới.',
    en: 'Repair the one that is wrong, and send all changes of the person again as new ones.',
  },
  example: {},
});

export const changeReturned = problem({
  code: 'E-EXCHANGE-RETURNED',
  vi: 'Cán bộ xác nhận trả lại: {reasons}.',
  en: 'The officer who confirms sent it back: {reasons}.',
  next: { vi: 'Sửa theo lý do trả lại và gửi thành thay đổi mới.', en: 'Repair it by the reasons and send it as a new change.' },
  example: { reasons: 'ngaySinh: SAI_GIA_TRI' },
});

export const changeTakenBack = problem({
  code: 'E-EXCHANGE-TAKEN-BACK',
  vi: 'Lần gửi chứa thay đổi này đã được rút lại hoặc thay bằng lần gửi sau.',
  en: 'The submission that holds this change was taken back, or another took its place.',
  next: {
    vi: 'Đối chiếu với trung tâm; gửi thành thay đổi mới nếu vẫn cần.',
    en: 'Compare with the centre; send it as a new change if it is still needed.',
  },
  example: {},
});

export const confirmationWrong = problem({
  code: 'E-EXCHANGE-CONFIRMATION',
  vi: 'Văn bản xác nhận không đúng là của gói này: {where}.',
  en: 'The confirmation is not one of this very batch: {where}.',
  next: {
    vi: 'Ký văn bản xác nhận dạng JSON chuẩn nêu đúng nguồn, đợt, luồng, số đầu, số cuối và mã băm của gói đã gửi.',
    en: 'Sign the canonical JSON that names source, epoch, lane, first and last number and the digest of the batch as it was sent.',
  },
  example: { where: '/sha256' },
});

export const confirmerUnknown = problem({
  code: 'E-EXCHANGE-CONFIRMER',
  status: 403,
  vi: 'Khóa xác nhận chưa đăng ký cho cán bộ nào của nguồn {source}, đã hết hạn, hoặc chữ ký không khớp.',
  en: 'The key of the confirmation is enrolled for no officer of source {source}, has ended, or its signature does not fit.',
  next: {
    vi: 'Hai người của cơ quan đăng ký khóa xác nhận cho cán bộ có quyền xác nhận, rồi xác nhận lại.',
    en: 'Two people of the agency enrol the key for an officer who may confirm; then sign again.',
  },
  example: { source: 'H26' },
});

export const confirmerIsMaker = problem({
  code: 'E-EXCHANGE-CONFIRMER-IS-MAKER',
  status: 409,
  vi: 'Người đăng ký phần mềm gửi gói này không xác nhận được nội dung của nó.',
  en: 'Who enrolled the software that sent this batch confirms none of it.',
  next: { vi: 'Để cán bộ xác nhận khác của cơ quan ký.', en: 'Let another officer of the agency who confirms sign it.' },
  example: {},
});
