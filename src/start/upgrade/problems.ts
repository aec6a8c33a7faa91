/** Problems of upgrading. */
import { problem } from '#base/problem.ts';

export const upgradeServersTooOld = problem({
  code: 'E-UPGRADE-SERVERS-TOO-OLD',
  status: 409,
  vi: 'Đang có chương trình phiên bản {found} chạy trên cơ sở dữ liệu này; sau lần nâng cấp này chỉ phiên bản từ {oldest} trở lên còn chạy được.',
  en: 'Programs at {found} are running on this database; after this upgrade only those from {oldest} on can.',
  next: {
    vi: 'Dừng các máy chủ và tiến trình xử lý nền đó rồi chạy lại congvu upgrade; hoặc nâng cấp qua bản phát hành ở giữa.',
    en: 'Stop those servers and workers and run congvu upgrade again; or go by the release between.',
  },
  example: { found: '0321_stored_file', oldest: '0501_facts_for_metrics' },
});

export const upgradeFirst = problem({
  code: 'E-UPGRADE-FIRST',
  status: 500,
  vi: 'Cơ sở dữ liệu đang ở bản {found}, chương trình này cần bản {known}. Chưa có gì thay đổi.',
  en: 'The database is at {found}, and this program needs {known}. Nothing was changed.',
  next: {
    vi: 'Chạy congvu upgrade của chương trình này (sao lưu trước, đếm lại sau), rồi khởi động lại.',
    en: 'Run congvu upgrade of this program (a backup before, a count after), then start again.',
  },
  example: { found: '0530_sign_ins', known: '0581_backups_in_the_log' },
});

export const upgradeFailed = problem({
  code: 'E-UPGRADE-FAILED',
  status: 500,
  vi: 'Di trú không xong ({detail}); mọi bước đã được hủy, cơ sở dữ liệu như trước.',
  en: 'The migrations failed ({detail}); all of them were undone, the database is as it was.',
  next: {
    vi: 'Chương trình cũ vẫn chạy được. Gửi nguyên văn lỗi cho nơi phát hành; khi đã xử lý thì chạy lại congvu upgrade.',
    en: 'The former program goes on. Send the words to who releases; run congvu upgrade again when it is settled.',
  },
  example: { detail: 'canceling statement due to lock timeout' },
});

export const upgradeLost = problem({
  code: 'E-UPGRADE-LOST',
  status: 500,
  vi: 'Sau khi di trú bảng {table} có {after} dòng, trước đó {before}.',
  en: 'After the migrations the table {table} has {after} rows, {before} before.',
  next: {
    vi: 'Đừng cho ai làm việc tiếp. Khôi phục từ bản sao lưu vừa làm (lệnh ở trên), bằng chương trình cũ.',
    en: 'Let nobody go on working. Restore the backup just made (the command above), by the former program.',
  },
  example: { table: 'person_version', before: '1200', after: '1199' },
});

export const upgradeNotWhole = problem({
  code: 'E-UPGRADE-NOT-WHOLE',
  status: 500,
  vi: 'Sau khi di trú, nhật ký hoặc dữ liệu không còn toàn vẹn: {what} ({count} điểm).',
  en: 'After the migrations log or register do not hold: {what} ({count} findings).',
  next: {
    vi: 'Chạy congvu verify-state xem đủ các điểm. Nếu trước khi nâng cấp vẫn toàn vẹn: khôi phục từ bản sao lưu vừa làm, bằng chương trình cũ.',
    en: 'See all findings by congvu verify-state. If they held before, restore the backup just made, by the former program.',
  },
  example: { what: { vi: 'mục 12 khác với ô nhật ký', en: 'leaf 12 differs from its tile' }, count: '1' },
});
