/** Problems of confirming. */
import { problem } from '#base/problem.ts';

export const shownHasChanged = problem({
  code: 'E-CONFIRM-CHANGED',
  status: 409,
  vi: 'Nội dung vừa thay đổi so với những gì anh/chị đang xem.',
  en: 'The content has changed since you were shown it.',
  next: { vi: 'Mở lại hồ sơ để xem nội dung mới rồi xác nhận.', en: 'Open the record again, look at the new content, then confirm.' },
  example: {},
});

export const nothingToDecide = problem({
  code: 'E-CONFIRM-NOTHING-OPEN',
  status: 409,
  vi: 'Không còn mục nào đang chờ xác nhận trong yêu cầu này.',
  en: 'None of the items of this request is waiting for confirmation any more.',
  next: {
    vi: 'Quay lại hàng chờ; có thể người khác vừa xử lý xong.',
    en: 'Go back to the queue; someone else may have just dealt with it.',
  },
  example: {},
});

export const twoVerdicts = problem({
  code: 'E-CONFIRM-TWO-VERDICTS',
  status: 422,
  vi: 'Yêu cầu nêu cùng một mục hai lần, hoặc vừa xác nhận vừa trả lại một mục. Chưa có gì được ghi.',
  en: 'The request names one item twice, or accepts and returns the same item. Nothing was written.',
  next: {
    vi: 'Mở lại hồ sơ và chọn đúng một kết quả cho mỗi mục: xác nhận hoặc trả lại.',
    en: 'Open the record again and choose one verdict for each item: accept or return.',
  },
  example: {},
});

export const cellOfAnotherGroup = problem({
  code: 'E-RETURN-CELL-ELSEWHERE',
  status: 422,
  vi: 'Ô {field} không thuộc nhóm {group} đang được trả lại, hoặc được nêu hai lần.',
  en: 'Cell {field} is not of group {group} that is being returned, or is named twice.',
  next: {
    vi: 'Chọn ô trong đúng nhóm được trả lại, mỗi ô một lý do.',
    en: 'Choose cells of the group that is returned, each with one reason.',
  },
  example: { field: 'luong.heSo', group: 'B' },
});

/** A warning that stands beside what the officer is shown. */
export const sentBySubject = problem({
  code: 'E-SENT-BY-SUBJECT',
  severity: 'warning',
  group: { vi: 'Người gửi là chính chủ hồ sơ', en: 'The sender is the person of the record' },
  vi: 'Người tải lên, sửa hoặc gửi xác nhận hồ sơ này là chính chủ hồ sơ.',
  en: 'Whoever sent, corrected or submitted this record is the person of the record.',
  next: { vi: 'Đối chiếu kỹ với hồ sơ gốc trước khi xác nhận.', en: 'Compare carefully with the original documents before confirming.' },
  example: {},
});

export const mismatchNeedsReason = problem({
  code: 'E-CONFIRM-MISMATCH-REASON',
  vi: 'Thông tin nhân thân {level} với Cơ sở dữ liệu quốc gia về dân cư, nên cần chọn lý do trước khi xác nhận.',
  en: 'The identity is "{level}" with the population database: choose a reason before confirming.',
  next: {
    vi: 'Chọn một lý do trong danh sách, hoặc trả lại để cơ quan kiểm tra.',
    en: 'Choose a reason from the list, or return it for the agency to check.',
  },
  example: { level: { vi: 'lệch', en: 'different' } },
});

export const unknownReason = problem({
  code: 'E-CONFIRM-REASON-UNKNOWN',
  vi: 'Không có lý do nào mang mã {reason}.',
  en: 'There is no reason with code {reason}.',
  next: { vi: 'Chọn một lý do trong danh sách.', en: 'Choose a reason from the list.' },
  example: { reason: 'LY_DO_99' },
});

export const returnNeedsCell = problem({
  code: 'E-RETURN-NEEDS-CELL',
  vi: 'Khi trả lại, cần chỉ ra ít nhất một ô và lý do.',
  en: 'When returning, name at least one cell and the reason.',
  next: { vi: 'Chọn ô cần sửa và lý do, rồi trả lại.', en: 'Choose the cell to be repaired and the reason, then return.' },
  example: {},
});

export const identityBeforeTheRest = problem({
  code: 'E-CONFIRM-IDENTITY-FIRST',
  vi: 'Người này chưa có trong CSDL: cần xác nhận nhóm Nhân thân cùng lúc hoặc trước các nhóm khác.',
  en: 'This person is not in the register yet: confirm the identity group together with or before the others.',
  next: { vi: 'Chọn thêm nhóm Nhân thân, hoặc trả lại cả hồ sơ.', en: 'Add the identity group, or return the whole record.' },
  example: {},
});

export const numberTaken = problem({
  code: 'E-CONFIRM-ELSEWHERE',
  status: 409,
  vi: 'Trong lúc hồ sơ này chờ, một cơ quan khác đã xác nhận người mang số định danh này. Chưa có gì được ghi vào CSDL.',
  en: 'While this record was waiting, another agency confirmed the person with this citizen number. Nothing was written.',
  next: {
    vi: 'Mở "Tiếp nhận, trùng số" để xem hai bên. Nếu người này nay thuộc cơ quan anh/chị, lập đề nghị tiếp nhận; nếu số bị gõ nhầm, trả lại hồ sơ để sửa.',
    en: 'Open "Transfers and double claims" to see both sides. If the person is yours now, ask for the transfer; if the number was mistyped, return the record to be corrected.',
  },
  example: {},
});

/** Stands in the marked workbook beside what the check found. */
export const cellReturned = problem({
  code: 'E-CELL-RETURNED',
  group: { vi: 'Ô bị trả lại khi xác nhận', en: 'Cells returned at confirmation' },
  vi: '{name}: cơ quan quản lý trả lại mục này. Lý do: {reason}.',
  en: '{name}: the managing agency returned this. Reason: {reason}.',
  next: {
    vi: 'Sửa trong tệp theo hồ sơ gốc rồi tải bản đã sửa lên chính đợt này.',
    en: 'Fix it by the original documents and upload the corrected file to the same submission.',
  },
  example: { name: 'Nguyễn Văn A', reason: { vi: 'Sai ngạch, bậc hoặc hệ số', en: 'Wrong grade, step or coefficient' } },
});

export const listChosen = problem({
  code: 'E-LIST-CHOSEN',
  vi: '{count} hồ sơ đã chọn không còn chờ xác nhận trong đợt gửi này, hoặc được chọn hai lần.',
  en: 'Of the chosen records, {count} do not wait for a confirmation in this submission, or were chosen twice.',
  next: { vi: 'Mở lại danh sách chờ rồi chọn lại.', en: 'Open the queue again and choose anew.' },
  example: { count: '2' },
  status: 409,
});

export const listNotShown = problem({
  code: 'E-LIST-NOT-SHOWN',
  status: 409,
  vi: 'Không có danh sách nào như vậy đang chờ anh/chị ký: chưa lập, hoặc đã ký rồi.',
  en: 'No such list waits for your signature: it was not made, or has been signed.',
  next: { vi: 'Lập lại danh sách của hồ sơ gửi này rồi ký.', en: 'Make the list of this submission again, then sign it.' },
  example: {},
});

export const sampleNotOpened = problem({
  code: 'E-LIST-SAMPLE',
  status: 409,
  vi: 'Còn {count} hồ sơ trong mẫu kiểm tra anh/chị chưa mở.',
  en: 'Records of the sample that you have not opened yet: {count}.',
  next: { vi: 'Mở từng hồ sơ của mẫu, xem kỹ, rồi ký danh sách.', en: 'Open each record of the sample, look at it, then sign the list.' },
  example: { count: '3' },
});

export const sampleUndecided = problem({
  code: 'E-LIST-SAMPLE-UNDECIDED',
  status: 409,
  vi: 'Có {count} hồ sơ trong mẫu kiểm tra đã bị trả lại hoặc để lại một phần, nên danh sách của hồ sơ gửi này chưa ký được.',
  en: 'Records of a sample were returned, or left in part: {count}. Until they are decided no list of this submission is signed.',
  next: {
    vi: 'Quyết định các hồ sơ đó: chờ cơ quan gửi sửa rồi xác nhận. Trong lúc ấy vẫn xác nhận được từng người.',
    en: 'Decide those records: wait for their correction, then confirm them. Meanwhile people can be confirmed one by one.',
  },
  example: { count: '1' },
});

export const attestationUnknown = problem({
  code: 'E-ATTESTATION-UNKNOWN',
  status: 404,
  vi: 'Không có bản xác nhận nào mang mã này trong hồ sơ anh/chị được xem.',
  en: 'There is no attestation of that name in a record that you may see.',
  next: {
    vi: 'Mở lại danh sách bản xác nhận của hồ sơ và chọn một bản trong đó.',
    en: 'Open the list of attestations of the record again and choose one of it.',
  },
  example: {},
});
