/** The words for people of each act and purpose. `satisfies` makes the compiler name one that is missing. */
import type { Bilingual } from '#base/problem.ts';
import type { Act, Purpose, Read } from './shapes.ts';

export const ACT_WORDS = {
  'submission.received': { vi: 'Nhận tệp', en: 'File received' },
  'submission.checked': { vi: 'Kiểm tra tệp', en: 'File checked' },
  'submission.corrected': { vi: 'Nhận tệp đã sửa', en: 'Corrected file received' },
  'submission.submitted': { vi: 'Gửi hồ sơ', en: 'Submission sent' },
  'submission.line-sent': { vi: 'Chuyển một người đi đối soát', en: 'One person sent on' },
  'submission.withdrawn': { vi: 'Rút hồ sơ đã gửi', en: 'Submission withdrawn' },
  'suggestion.accepted': { vi: 'Nhận gợi ý sửa', en: 'Suggestion accepted' },
  'receipt.issued': { vi: 'Cấp biên nhận', en: 'Receipt issued' },
  'population.matched': { vi: 'Đối soát dân cư', en: 'Matched with the population database' },
  'item.confirmed': { vi: 'Xác nhận', en: 'Confirmed' },
  'item.returned': { vi: 'Trả lại để sửa', en: 'Returned' },
  'item.quarantined': { vi: 'Cách ly để xem xét', en: 'Quarantined' },
  'record.registered': { vi: 'Ghi vào sổ đăng ký', en: 'Registered' },
  'template.issued': { vi: 'Cấp mẫu nhập liệu', en: 'Template issued' },
  'file.given-back': { vi: 'Trả tệp đã đánh dấu lỗi', en: 'Marked file given back' },
  'session.opened': { vi: 'Đăng nhập', en: 'Signed in' },
  'session.closed': { vi: 'Đăng xuất', en: 'Signed out' },
  'session.refused': { vi: 'Từ chối đăng nhập', en: 'Sign-in refused' },
  'grant.changed': { vi: 'Thay đổi phân quyền', en: 'Grant changed' },
  'account.changed': { vi: 'Thay đổi tài khoản', en: 'Account changed' },
  'config.changed': { vi: 'Thay đổi cấu hình', en: 'Configuration changed' },
  'organisation.changed': { vi: 'Thay đổi cơ cấu tổ chức', en: 'Organisation changed' },
  'payload.erased': { vi: 'Xóa nội dung theo yêu cầu hợp pháp', en: 'Content lawfully erased' },
  'card.created': { vi: 'Lập thẻ', en: 'Card made' },
  'card.offered': { vi: 'Mời nhận thẻ', en: 'Card offered' },
  'card.issued': { vi: 'Cấp thẻ vào ví', en: 'Card issued to a wallet' },
  'card.ended': { vi: 'Chấm dứt hiệu lực thẻ', en: 'Card ended' },
  'backup.made': { vi: 'Sao lưu', en: 'Backup made' },
  'backup.restored': { vi: 'Khôi phục từ bản sao lưu', en: 'Restored from a backup' },
  'record.read': { vi: 'Mở hồ sơ', en: 'Record opened' },
  'record.unmasked': { vi: 'Xem giá trị đang che', en: 'Masked value shown' },
  'record.searched': { vi: 'Tìm kiếm', en: 'Searched' },
  'record.history': { vi: 'Xem lịch sử', en: 'History shown' },
  'record.listed': { vi: 'Xem danh sách', en: 'Listed' },
  'reads.read': { vi: 'Xem ai đã xem', en: 'Looked at who viewed' },
  'item.read': { vi: 'Mở hồ sơ chờ xác nhận', en: 'Item opened for confirmation' },
  'queue.read': { vi: 'Xem hàng chờ', en: 'Queue shown' },
  'submission.read': { vi: 'Xem hồ sơ đã gửi', en: 'Submission shown' },
  'file.read': { vi: 'Tải tệp', en: 'File downloaded' },
  'receipt.read': { vi: 'Xem biên nhận', en: 'Receipt shown' },
  'audit.read': { vi: 'Xem nhật ký', en: 'Audit log read' },
  'export.made': { vi: 'Xuất dữ liệu', en: 'Data exported' },
  'portrait.read': { vi: 'Xem ảnh chân dung', en: 'Portrait shown' },
  'card.read': { vi: 'Xem thẻ', en: 'Card shown' },
} as const satisfies Readonly<Record<Act | Read, Bilingual>>;

export const PURPOSE_WORDS = {
  SUBMIT: { vi: 'Gửi hồ sơ', en: 'Submitting' },
  CONFIRM: { vi: 'Xác nhận hồ sơ', en: 'Confirming' },
  REGISTER: { vi: 'Ghi sổ', en: 'Registering' },
  MATCH: { vi: 'Đối soát với dữ liệu dân cư', en: 'Matching with the population database' },
  CORRECT: { vi: 'Sửa sai', en: 'Correcting' },
  CONSULT: { vi: 'Tra cứu phục vụ công việc', en: 'Consulting for work' },
  SUPERVISE: { vi: 'Kiểm tra, giám sát', en: 'Supervising' },
  OWN_RECORD: { vi: 'Xem hồ sơ của chính mình', en: 'Own record' },
  SIGN_IN: { vi: 'Đăng nhập', en: 'Signing in' },
  ADMINISTER: { vi: 'Quản trị', en: 'Administering' },
  OPERATE: { vi: 'Vận hành hệ thống', en: 'Operating the system' },
  DISPUTE: { vi: 'Giải quyết khiếu nại', en: 'Handling a dispute' },
  STATISTICS: { vi: 'Thống kê', en: 'Statistics' },
  CARD: { vi: 'Cấp và quản lý thẻ', en: 'Issuing and keeping cards' },
} as const satisfies Readonly<Record<Purpose, Bilingual>>;

/** Words of an act as stored; an unknown one (a newer version wrote it) shows its code. */
export const actWords = (act: string): Bilingual => (ACT_WORDS as Readonly<Record<string, Bilingual>>)[act] ?? { vi: act, en: act };
/** Words of a purpose as stored; an unknown one shows its code. */
export const purposeWords = (purpose: string): Bilingual =>
  (PURPOSE_WORDS as Readonly<Record<string, Bilingual>>)[purpose] ?? { vi: purpose, en: purpose };
