/** Problems of rehearsing a restore. */
import { problem } from '#base/problem.ts';

export const drillNoBackup = problem({
  code: 'E-DRILL-NO-BACKUP',
  status: 404,
  vi: 'Không có bản sao lưu nào trong {folder}.',
  en: 'There is no backup in {folder}.',
  next: { vi: 'Chạy npx congvu backup, hoặc nêu tệp bằng --backup.', en: 'Run npx congvu backup, or name the file by --backup.' },
  example: { folder: '/var/lib/congvu/backups' },
});

export const drillNotWhole = problem({
  code: 'E-DRILL-NOT-WHOLE',
  status: 500,
  vi: 'Bản sao lưu {file} khôi phục được nhưng không toàn vẹn: {what}.',
  en: 'The backup {file} was restored, and does not hold: {what}.',
  next: {
    vi: 'Chạy npx congvu verify-state trên dữ liệu đang dùng; sao lưu lại ngay; giữ tệp này để tìm nguyên nhân.',
    en: 'Run npx congvu verify-state on what is in use; make a backup now; keep this file to find out why.',
  },
  example: { file: 'congvu-20261129T183000Z.backup', what: { vi: 'mục 12 khác với ô nhật ký', en: 'leaf 12 differs from its tile' } },
});

export const drillNever = problem({
  code: 'E-DRILL-NEVER',
  status: 500,
  vi: 'Chưa lần nào diễn tập khôi phục từ bản sao lưu.',
  en: 'No backup was ever restored as a drill.',
  next: {
    vi: 'Chạy npx congvu restore-drill và đặt lịch hằng tháng.',
    en: 'Run npx congvu restore-drill, and set a timer for one each month.',
  },
  example: {},
});

export const drillOld = problem({
  code: 'E-DRILL-OLD',
  status: 500,
  vi: 'Lần diễn tập khôi phục gần nhất đã {days} ngày.',
  en: 'The last drill of a restore was {days} days ago.',
  next: { vi: 'Chạy npx congvu restore-drill.', en: 'Run npx congvu restore-drill.' },
  example: { days: '41' },
});

export const drillFailed = problem({
  code: 'E-DRILL-FAILED',
  status: 500,
  vi: 'Lần diễn tập khôi phục gần nhất không đạt (tệp {file}).',
  en: 'The last drill of a restore failed (file {file}).',
  next: {
    vi: 'Sao lưu lại (npx congvu backup), diễn tập lại (npx congvu restore-drill); vẫn không đạt thì chạy npx congvu verify-state.',
    en: 'Make a backup (npx congvu backup) and drill again (npx congvu restore-drill); if it fails again, run npx congvu verify-state.',
  },
  example: { file: 'congvu-20261129T183000Z.backup' },
});
