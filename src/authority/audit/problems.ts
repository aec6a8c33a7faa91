/** The codes of the audit log. */
import { problem } from '#base/problem.ts';

export const auditFenced = problem({
  code: 'E-AUDIT-FENCED',
  status: 503,
  vi: 'Một tiến trình khác đang xếp thứ tự nhật ký (nhiệm kỳ {term}).',
  en: 'Another process sequences the audit log now (term {term}).',
  next: {
    vi: 'Không cần làm gì: tiến trình kia đang ghi tiếp, tiến trình này sẽ chờ.',
    en: 'Nothing to do: the other one goes on, this one waits.',
  },
  example: { term: '12' },
});

export const logStandsStill = problem({
  code: 'E-LOG-STANDS-STILL',
  status: 503,
  vi: 'Nhật ký của hệ thống không được ký tiếp đã {minutes} phút, nên việc có giá trị pháp lý (gửi, xác nhận, cấp, trao quyền, xuất) tạm dừng; chưa có gì được ghi.',
  en: 'The log of the system has not been signed for {minutes} minutes: what binds somebody (to send, confirm, issue, grant, export) is paused; nothing was written.',
  next: {
    vi: 'Việc đang làm vẫn còn đó; xem hồ sơ vẫn được. Thử lại sau vài phút: tự chạy tiếp khi nhật ký được ký. Nếu còn lâu, báo cho người vận hành.',
    en: 'What is being worked on stays, and records can be looked at. Try again in some minutes: it goes on by itself when the log is signed. If it lasts, tell whoever operates the system.',
  },
  example: { minutes: '12' },
});

export const auditRolledBack = problem({
  code: 'E-AUDIT-ROLLED-BACK',
  status: 503,
  vi: 'Nhật ký trong cơ sở dữ liệu có {size} dòng, ít hơn {published} dòng đã ký và công bố. Không ký tiếp.',
  en: 'The log in the database has {size} leaves, fewer than the {published} that were signed and published. Nothing more is signed.',
  next: {
    vi: 'Nếu vừa khôi phục từ bản sao lưu cũ: khôi phục bản mới hơn, hoặc mở nhật ký kỳ mới với tên mới. Nếu không: chạy congvu audit verify và báo cho người giám sát.',
    en: 'If an older backup was restored: restore a newer one, or open a new epoch of the log under a new name. If not: run congvu audit verify and tell the auditor.',
  },
  example: { size: '1200', published: '1350' },
});

export const auditInconsistent = problem({
  code: 'E-AUDIT-INCONSISTENT',
  status: 503,
  vi: 'Nhật ký hiện tại ({size} dòng) không nối tiếp bản đã ký ở {signed} dòng: phần đã ký đã bị thay đổi. Không ký tiếp.',
  en: 'The log as it stands ({size} leaves) does not continue the head signed at {signed} leaves: what was signed has been changed. Nothing more is signed.',
  next: {
    vi: 'Chạy congvu audit verify để biết dòng nào khác, và báo cho người giám sát.',
    en: 'Run congvu audit verify to learn which rows differ, and tell the auditor.',
  },
  example: { size: '1350', signed: '1200' },
});

export const auditEventNotFound = problem({
  code: 'E-AUDIT-EVENT-NOT-FOUND',
  status: 404,
  vi: 'Không có dòng nhật ký này, hoặc anh/chị không được xem.',
  en: 'There is no such row of the log, or it is not yours to see.',
  next: { vi: 'Chọn lại từ trang Nhật ký.', en: 'Choose again from the log page.' },
  example: {},
});

export const auditNotSequencedYet = problem({
  code: 'E-AUDIT-NOT-YET',
  status: 409,
  vi: 'Dòng này vừa được ghi và chưa có trong bản ký nào.',
  en: 'This row was written just now and is in no signed head yet.',
  next: { vi: 'Chờ vài giây rồi thử lại.', en: 'Wait a few seconds and try again.' },
  example: {},
});

export const auditNothingSigned = problem({
  code: 'E-AUDIT-NOTHING-SIGNED',
  status: 404,
  vi: 'Nhật ký chưa có bản ký nào.',
  en: 'No head of the log has been signed yet.',
  next: { vi: 'Thử lại sau khi có hành động đầu tiên được ghi.', en: 'Try again after the first act was recorded.' },
  example: {},
});

export const auditTileNotFound = problem({
  code: 'E-AUDIT-TILE-NOT-FOUND',
  status: 404,
  vi: 'Không có mảnh nhật ký {path}.',
  en: 'The log has no tile {path}.',
  next: {
    vi: 'Đọc checkpoint để biết nhật ký có bao nhiêu dòng, rồi tính lại đường dẫn.',
    en: 'Read the checkpoint for the size of the log, then work out the path again.',
  },
  example: { path: 'tile/0/000.p/7' },
});

export const auditExportTooMany = problem({
  code: 'E-AUDIT-EXPORT-TOO-MANY',
  status: 422,
  vi: 'Lựa chọn này có hơn {max} dòng; chưa xuất dòng nào.',
  en: 'This choice has more than {max} rows; nothing was exported.',
  next: {
    vi: 'Chọn ít ngày hơn, một cơ quan hoặc một loại việc, rồi xuất lại.',
    en: 'Choose fewer days, one agency or one act, then export again.',
  },
  example: { max: '20000' },
});

export const auditDaysNotValid = problem({
  code: 'E-AUDIT-DAYS',
  status: 422,
  vi: 'Khoảng ngày từ {from} đến {to} không đúng.',
  en: 'From {from} to {to} is no span of days.',
  next: { vi: 'Chọn ngày đầu không sau ngày cuối.', en: 'Choose a first day that is not after the last.' },
  example: { from: '2026-11-30', to: '2026-11-01' },
});
