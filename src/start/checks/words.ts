/** Words of the checks for people, in both languages. */
import type { Bilingual } from '#base/problem.ts';
import type { CheckName, CheckState } from './shapes.ts';

export const CHECK_WORDS: Readonly<Record<CheckName, Bilingual>> = {
  program: { vi: 'Chương trình', en: 'Program' },
  settings: { vi: 'Thiết lập', en: 'Settings' },
  database: { vi: 'Cơ sở dữ liệu', en: 'Database' },
  clock: { vi: 'Đồng hồ', en: 'Clock' },
  keys: { vi: 'Khóa', en: 'Keys' },
  schema: { vi: 'Cấu trúc dữ liệu', en: 'Schema' },
  administrators: { vi: 'Quản trị viên', en: 'Administrators' },
  'sign-in': { vi: 'Đăng nhập', en: 'Sign-in' },
  population: { vi: 'Dữ liệu dân cư', en: 'Population service' },
  scanner: { vi: 'Quét mã độc', en: 'Malware scanner' },
  mail: { vi: 'Thư', en: 'Mail' },
  disk: { vi: 'Đĩa', en: 'Disk' },
  port: { vi: 'Cổng mạng', en: 'Port' },
  log: { vi: 'Nhật ký', en: 'Audit log' },
  retention: { vi: 'Thời hạn lưu', en: 'Retention' },
  erasures: { vi: 'Hủy dữ liệu cá nhân', en: 'Erasures' },
  'sealed-rows': { vi: 'Mã hóa khi lưu', en: 'Sealed at rest' },
  jobs: { vi: 'Việc nền', en: 'Background work' },
  backup: { vi: 'Sao lưu', en: 'Backup' },
  'restore-drill': { vi: 'Diễn tập khôi phục', en: 'Restore drill' },
  certificates: { vi: 'Chứng thư của thẻ', en: 'Certificates of cards' },
  'card-clock': { vi: 'Đồng hồ ký thẻ', en: 'Clock of the card' },
  'card-site': { vi: 'Tên cũ của nơi cấp thẻ', en: 'Former names of the issuer' },
  'listener-certificates': { vi: 'Chứng thư TLS', en: 'TLS certificates' },
};

export const STATE_MARKS: Readonly<Record<CheckState, string>> = { ok: '✓', made: '+', warning: '!', failed: '✗' };

export const programFound = (node: string, platform: string): Bilingual => ({
  vi: `Node ${node} trên ${platform}`,
  en: `Node ${node} on ${platform}`,
});

export const databaseFound = (what: { version: string; database: string; owner: string; app: string; locale: string }): Bilingual => ({
  vi: `PostgreSQL ${what.version}, cơ sở dữ liệu ${what.database} (UTF8, ${what.locale}), tài khoản chủ ${what.owner}, tài khoản sản phẩm ${what.app}`,
  en: `PostgreSQL ${what.version}, database ${what.database} (UTF8, ${what.locale}), owner ${what.owner}, log-in of the product ${what.app}`,
});
export const databasePrepared = (found: Bilingual, made: readonly string[]): Bilingual => ({
  vi: `${found.vi}; vừa đặt: ${made.join(', ')}`,
  en: `${found.en}; set now: ${made.join(', ')}`,
});
export const clockFound = (seconds: number): Bilingual => ({
  vi: `lệch ${Math.abs(seconds).toFixed(1).replace('.', ',')} giây so với máy chủ cơ sở dữ liệu`,
  en: `${Math.abs(seconds).toFixed(1)} seconds from the database server`,
});
export const keysFound = (folder: string): Bilingual => ({ vi: `có sẵn trong ${folder}`, en: `there, in ${folder}` });
export const keysMade = (folder: string): Bilingual => ({ vi: `vừa tạo trong ${folder}`, en: `made now, in ${folder}` });
export const schemaFound = (head: string): Bilingual => ({ vi: `phiên bản ${head}`, en: `at ${head}` });
export const schemaMade = (head: string, steps: number): Bilingual => ({
  vi: `vừa đưa lên phiên bản ${head} (${steps} bước)`,
  en: `brought to ${head} now (${steps} steps)`,
});
export const administratorsFound = (count: number, org: string): Bilingual => ({
  vi: `${count} quản trị viên của ${org}`,
  en: `${count} administrator${count === 1 ? '' : 's'} of ${org}`,
});
export const diskFound = (freeMib: number): Bilingual => ({
  vi: `còn trống ít nhất ${freeMib} MiB ở mỗi thư mục`,
  en: `at least ${freeMib} MiB free in each folder`,
});
export const portFree = (ports: string): Bilingual => ({ vi: `${ports} chưa ai dùng`, en: `nobody uses ${ports}` });
export const portAnswers = (ports: string): Bilingual => ({ vi: `Công Vụ trả lời ở ${ports}`, en: `Công Vụ answers on ${ports}` });
export const signInFound = (address: string, shape: string): Bilingual => ({
  vi: `${address} (dạng ${shape})`,
  en: `${address} (shape ${shape})`,
});
export const populationFound = (host: string): Bilingual => ({ vi: host, en: host });
export const mailFound = (host: string): Bilingual => ({ vi: host, en: host });
export const OUTSIDE_WORDS = {
  noScanner: {
    vi: 'chưa đặt SCANNER_URL: tệp tải lên không được quét và được ghi là "chưa quét"',
    en: 'SCANNER_URL is not set: uploads are not scanned, and are called so',
  },
  scanner: { vi: 'clamd', en: 'clamd' },
  simulated: { vi: 'bộ mô phỏng của bản trình diễn', en: 'the simulator of the demo' },
  noMail: {
    vi: 'chưa đặt SMTP_URL: không gửi thư, thông báo chỉ có trên Cổng',
    en: 'SMTP_URL is not set: no mail, notices stand in the portal alone',
  },
} as const;
export const backupFound = (madeAt: string | null): Bilingual =>
  madeAt === null ? { vi: 'chưa có', en: 'none' } : { vi: `gần nhất lúc ${madeAt}`, en: `the last one at ${madeAt}` };
export const drillFound = (at: string | null): Bilingual =>
  at === null ? { vi: 'chưa lần nào', en: 'never' } : { vi: `gần nhất lúc ${at}`, en: `the last one at ${at}` };
export const jobsFound = (waiting: number): Bilingual => ({ vi: `${waiting} việc đang chờ`, en: `${waiting} waiting` });
export const logFound = (seconds: number): Bilingual => ({ vi: `chậm ${seconds} giây`, en: `${seconds} seconds behind` });
export const retentionFound = (at: string | null): Bilingual =>
  at === null ? { vi: 'chưa chạy lần nào', en: 'it never ran' } : { vi: `chạy lần cuối ${at}`, en: `it ran last at ${at}` };
export const erasuresFound = (listed: number, granted: number): Bilingual => ({
  vi: `${listed} người trong danh sách, ${granted} quyết định đang chờ thực hiện. Bản sao lưu cũ hơn một lần hủy còn giữ người ấy cho đến khi bị bỏ (congvu backup --keep); khôi phục từ đó thì hủy lại`,
  en: `${listed} people on the list, ${granted} decisions not carried out yet. A backup older than an erasure holds that person until it goes (congvu backup --keep); a restore of it erases them again`,
});
export const sealedRowsFound = (rows: { readonly people: number; readonly versions: number; readonly items: number }): Bilingual =>
  rows.people + rows.versions + rows.items === 0
    ? { vi: 'mọi nhóm phải mã hóa đều đã mã hóa', en: 'every group that is sealed at rest stands sealed' }
    : {
        vi: `còn đọc được: ${rows.people} hồ sơ hôm nay, ${rows.versions} lần ghi trong lịch sử, ${rows.items} mục đã gửi. Chúng được ghi trước khi nhóm ấy phải mã hóa; hồ sơ hôm nay được mã hóa ở lần ghi tới, lịch sử giữ nguyên vì nhật ký cam kết từng byte`,
        en: `still open: ${rows.people} records of today, ${rows.versions} versions of the past, ${rows.items} items. They were written before their group was sealed; a record of today is sealed with its next statement, the past stays because the log commits to its bytes`,
      };
export const certificatesFound = (first: string | null): Bilingual =>
  first === null
    ? { vi: 'chưa có khóa thẻ', en: 'there are no keys of cards yet' }
    : { vi: `hết hạn sớm nhất ngày ${first}`, en: `the first ends on ${first}` };
export const listenerCertificatesFound = (first: string | null): Bilingual =>
  first === null
    ? { vi: 'không đọc được', en: 'they cannot be read' }
    : { vi: `hết hạn sớm nhất ngày ${first}`, en: `the first ends on ${first}` };
export const settingsFound = (count: number): Bilingual => ({ vi: `${count} thiết lập đã đặt`, en: `${count} settings are set` });

export const cardClockFound = (signedAt: string | null): Bilingual => ({
  vi: signedAt === null ? 'chưa ký danh sách nào' : `lần ký danh sách thẻ gần nhất ${signedAt}`,
  en: signedAt === null ? 'no list was signed yet' : `last list of the card signed ${signedAt}`,
});
export const cardSiteFound = (count: number): Bilingual => ({ vi: `${count} tên cũ đã ghi`, en: `former names written: ${count}` });
