/** Problems of the database as a whole. */
import { problem } from '#base/problem.ts';

export const noEmbeddedServer = problem({
  code: 'E-DATABASE-NO-BINARIES',
  status: 500,
  vi: 'Máy này ({platform}) không có sẵn PostgreSQL đi kèm.',
  en: 'There is no packaged PostgreSQL for this machine ({platform}).',
  next: {
    vi: 'Cài PostgreSQL 15 trở lên, rồi đặt DATABASE_URL và DATABASE_OWNER_URL.',
    en: 'Install PostgreSQL 15 or later and set DATABASE_URL and DATABASE_OWNER_URL.',
  },
  example: { platform: 'freebsd-x64' },
});

export const dataOfOtherMajor = problem({
  code: 'E-DATABASE-OTHER-MAJOR',
  status: 500,
  vi: 'Dữ liệu trong {folder} thuộc PostgreSQL {found}, bản đi kèm là {wanted}.',
  en: 'The data in {folder} belong to PostgreSQL {found}; the packaged one is {wanted}.',
  next: {
    vi: 'Chạy bản cũ, "congvu backup", rồi "congvu restore" với bản mới.',
    en: 'Run the old release, "congvu backup", then "congvu restore" with the new one.',
  },
  example: { folder: 'data/pg18', found: '17', wanted: '18' },
});

export const dataInUse = problem({
  code: 'E-DATABASE-IN-USE',
  status: 500,
  vi: 'Một bản Công Vụ khác đang chạy trên thư mục {folder} (tiến trình PostgreSQL {pid}).',
  en: 'Another Công Vụ runs on the folder {folder} (PostgreSQL process {pid}).',
  next: { vi: 'Dừng bản đó trước, hoặc đặt DATA_FOLDER khác.', en: 'Stop that one first, or set another DATA_FOLDER.' },
  example: { folder: 'data/pg18', pid: '4711' },
});

export const serverDoesNotStart = problem({
  code: 'E-DATABASE-NOT-STARTED',
  status: 500,
  vi: 'PostgreSQL không khởi động được: {detail}',
  en: 'PostgreSQL does not start: {detail}',
  next: {
    vi: 'Kiểm tra dung lượng đĩa và quyền của thư mục dữ liệu rồi chạy lại.',
    en: 'Check disk space and the rights of the data folder, then start again.',
  },
  example: { detail: 'could not create lock file: No space left on device' },
});

export const serverTooOld = problem({
  code: 'E-DATABASE-TOO-OLD',
  status: 500,
  vi: 'Máy chủ PostgreSQL {found} quá cũ: cần 15 trở lên.',
  en: 'PostgreSQL {found} is too old: 15 or later is needed.',
  next: { vi: 'Nâng cấp máy chủ cơ sở dữ liệu.', en: 'Upgrade the database server.' },
  example: { found: '14.9' },
});

export const appRoleTooStrong = problem({
  code: 'E-DATABASE-ROLE',
  status: 500,
  vi: 'Tài khoản trong DATABASE_URL ({role}) có quyền vượt tường bảo vệ hàng: {why}.',
  en: 'The role of DATABASE_URL ({role}) can pass row-level security: {why}.',
  next: {
    vi: 'Dùng tài khoản congvu_app: không phải superuser, không sở hữu bảng, NOBYPASSRLS.',
    en: 'Use congvu_app: no superuser, owner of nothing, NOBYPASSRLS.',
  },
  example: { role: 'postgres', why: 'superuser' },
});

export const migrationChanged = problem({
  code: 'E-MIGRATION-CHANGED',
  status: 500,
  vi: 'Tệp di trú {name} đã bị sửa sau khi áp dụng.',
  en: 'The migration {name} was changed after it had been applied.',
  next: { vi: 'Trả tệp về nguyên trạng và viết một tệp di trú mới.', en: 'Put the file back as it was and write a new migration.' },
  example: { name: '0040_register' },
});

export const schemaNewer = problem({
  code: 'E-SCHEMA-NEWER',
  status: 500,
  vi: 'Cơ sở dữ liệu đã ở phiên bản {found}, mới hơn phần mềm này ({known}).',
  en: 'The database is at {found}, newer than this release ({known}).',
  next: { vi: 'Chạy phiên bản phần mềm mới hơn.', en: 'Run a newer release.' },
  example: { found: '0120_cards', known: '0090_http' },
});
