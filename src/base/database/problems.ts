/** Problems of the database as a whole. */
import { problem } from '#base/problem.ts';

export const knownAtNotSettled = problem({
  code: 'E-KNOWN-AT-NOT-SETTLED',
  vi: 'Thời điểm "theo hiểu biết lúc" chưa chốt: chỉ xem được đến {settled}.',
  en: 'That point of knowledge is not settled yet: what was known can be shown up to {settled}.',
  next: { vi: 'Chọn thời điểm sớm hơn, hoặc bỏ trống để xem hiện tại.', en: 'Choose an earlier point, or leave it empty for now.' },
  example: { settled: '184223' },
});

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
    vi: 'Dùng một tài khoản khác: không phải superuser, không BYPASSRLS, không sở hữu bảng, không tạo được bảng. npx congvu install --print-sql in câu lệnh.',
    en: 'Use another one: no superuser, no BYPASSRLS, owner of nothing, no right to create. npx congvu install --print-sql prints the statements.',
  },
  example: { role: 'postgres', why: 'superuser' },
});

export const databasePasswordWrong = problem({
  code: 'E-DATABASE-PASSWORD',
  status: 500,
  vi: 'PostgreSQL không nhận mật khẩu của tài khoản {role} trong {setting}.',
  en: 'PostgreSQL does not take the password of the role {role} in {setting}.',
  next: {
    vi: 'Sửa mật khẩu trong {setting} (ký tự đặc biệt viết dạng %XX), hoặc nhờ quản trị cơ sở dữ liệu đặt lại bằng lệnh \\password.',
    en: 'Correct the password in {setting} (special characters as %XX), or have the database administrator set it again with \\password.',
  },
  example: { role: 'hoso_app', setting: 'DATABASE_URL' },
});

export const databaseRoleMissing = problem({
  code: 'E-DATABASE-LOGIN',
  status: 500,
  vi: 'PostgreSQL không cho tài khoản {role} trong {setting} vào: không có tài khoản đó, hoặc pg_hba.conf hay quyền CONNECT không cho từ máy này.',
  en: 'PostgreSQL does not let the role {role} of {setting} in: there is none, or pg_hba.conf or the right CONNECT does not allow it from here.',
  next: {
    vi: 'Nhờ quản trị cơ sở dữ liệu chạy câu lệnh do npx congvu install --print-sql in ra, và cho máy này trong pg_hba.conf.',
    en: 'Have the database administrator run what npx congvu install --print-sql prints, and allow this machine in pg_hba.conf.',
  },
  example: { role: 'hoso_app', setting: 'DATABASE_URL' },
});

export const databaseNotThere = problem({
  code: 'E-DATABASE-NOT-THERE',
  status: 500,
  vi: 'Máy chủ PostgreSQL không có cơ sở dữ liệu {database} nêu trong {setting}.',
  en: 'The PostgreSQL server has no database {database}, named in {setting}.',
  next: {
    vi: 'Sửa tên trong {setting}, hoặc nhờ quản trị cơ sở dữ liệu chạy câu lệnh do npx congvu install --print-sql in ra.',
    en: 'Correct the name in {setting}, or have the database administrator run what npx congvu install --print-sql prints.',
  },
  example: { database: 'hoso', setting: 'DATABASE_URL' },
});

export const databaseServerAway = problem({
  code: 'E-DATABASE-SERVER',
  status: 500,
  vi: 'Không nối được tới PostgreSQL tại {where} ({setting}: {why}).',
  en: 'There is no connection to PostgreSQL at {where} ({setting}: {why}).',
  next: {
    vi: 'Xem máy chủ đó đang chạy chưa, tên và cổng trong {setting} đúng chưa, tường lửa có cho không.',
    en: 'See whether that server runs, whether name and port in {setting} are right, and whether a firewall stands between.',
  },
  example: { where: 'db.example:5432', setting: 'DATABASE_URL', why: 'ECONNREFUSED' },
});

export const databaseServerBusy = problem({
  code: 'E-DATABASE-BUSY',
  status: 500,
  vi: 'PostgreSQL tại {where} đang khởi động, hoặc đã hết số kết nối.',
  en: 'PostgreSQL at {where} is starting, or has no connection left.',
  next: { vi: 'Thử lại sau một phút; nếu còn, tăng max_connections.', en: 'Try again in a minute; if it stays so, raise max_connections.' },
  example: { where: 'db.example:5432' },
});

export const databaseServerTls = problem({
  code: 'E-DATABASE-TLS',
  status: 500,
  vi: 'Kết nối TLS tới PostgreSQL tại {where} không thành: {why}.',
  en: 'The TLS connection to PostgreSQL at {where} fails: {why}.',
  next: {
    vi: 'Thêm sslrootcert=TỆP (chứng thư của nơi cấp) vào URL, hoặc nhờ quản trị cơ sở dữ liệu bật ssl và cấp chứng thư đúng tên máy chủ.',
    en: "Add sslrootcert=FILE (the authority's certificate) to the URL, or have the database administrator turn ssl on with a certificate for the server's name.",
  },
  example: { where: 'db.example:5432', why: { vi: 'chứng thư đã hết hạn', en: 'its certificate has expired' } },
});

export const databaseNoTls = problem({
  code: 'E-DATABASE-NO-TLS',
  status: 500,
  vi: '{setting} nối tới một máy khác mà không có TLS được kiểm tra: dữ liệu cá nhân sẽ đi qua mạng để ai cũng đọc được.',
  en: '{setting} goes to another machine without verified TLS: personal data would pass the network for others to read.',
  next: {
    vi: 'Thêm sslmode=verify-full (và sslrootcert=TỆP) vào URL. Nếu mạng giữa hai máy đã được mã hóa bằng cách khác: đặt DATABASE_TLS=off.',
    en: 'Add sslmode=verify-full (and sslrootcert=FILE) to the URL. If the network between is encrypted otherwise: set DATABASE_TLS=off.',
  },
  example: { setting: 'DATABASE_URL' },
});

export const databasesApart = problem({
  code: 'E-DATABASE-TWO-PLACES',
  status: 500,
  vi: 'DATABASE_URL và DATABASE_OWNER_URL không dẫn tới cùng một cơ sở dữ liệu.',
  en: 'DATABASE_URL and DATABASE_OWNER_URL do not lead to one and the same database.',
  next: { vi: 'Ghi cùng máy chủ, cổng và tên cơ sở dữ liệu ở hai URL.', en: 'Give both URLs the same server, port and database.' },
  example: {},
});

export const databaseEncoding = problem({
  code: 'E-DATABASE-ENCODING',
  status: 500,
  vi: 'Cơ sở dữ liệu {database} dùng bảng mã {found}; cần UTF8.',
  en: 'The database {database} is encoded as {found}; UTF8 is needed.',
  next: {
    vi: "Tạo cơ sở dữ liệu mới: create database … template template0 encoding 'UTF8' locale 'C.UTF-8'. Bảng mã không đổi được về sau.",
    en: "Make a new one: create database … template template0 encoding 'UTF8' locale 'C.UTF-8'. An encoding cannot be changed later.",
  },
  example: { database: 'hoso', found: 'LATIN1' },
});

export const databaseExtension = problem({
  code: 'E-DATABASE-EXTENSION',
  status: 500,
  vi: 'Cơ sở dữ liệu {database} chưa có phần mở rộng pg_trgm, và tài khoản chủ không tự tạo được.',
  en: 'The database {database} has no extension pg_trgm, and the owner cannot make it.',
  next: {
    vi: 'Nhờ quản trị cơ sở dữ liệu cài gói postgresql-contrib nếu thiếu, rồi chạy: create extension pg_trgm schema public',
    en: 'Have the database administrator install postgresql-contrib where it is missing, and run: create extension pg_trgm schema public',
  },
  example: { database: 'hoso' },
});

export const databaseNoRight = problem({
  code: 'E-DATABASE-NO-RIGHT',
  status: 500,
  vi: 'Tài khoản {role} thiếu quyền: {right}.',
  en: 'The log-in {role} lacks a right: {right}.',
  next: {
    vi: 'Nhờ quản trị cơ sở dữ liệu chạy câu lệnh do npx congvu install --print-sql in ra.',
    en: 'Have the database administrator run what npx congvu install --print-sql prints.',
  },
  example: { role: 'hoso_owner', right: 'CREATE ON DATABASE hoso' },
});

export const databaseOfAnother = problem({
  code: 'E-DATABASE-OF-ANOTHER',
  status: 500,
  vi: 'Cơ sở dữ liệu {database} là của phần mềm khác: có bảng {tables}. Chưa có gì bị thay đổi.',
  en: 'The database {database} is of another product: it has the tables {tables}. Nothing was changed.',
  next: { vi: 'Dùng một cơ sở dữ liệu riêng, trống.', en: 'Use an empty database of its own.' },
  example: { database: 'ketoan', tables: 'public.hoa_don' },
});

export const databaseOfDemo = problem({
  code: 'E-DATABASE-OF-DEMO',
  status: 500,
  vi: 'Cơ sở dữ liệu {database} là của bản trình diễn, có người hư cấu: không dùng để vận hành thật. Chưa có gì bị thay đổi.',
  en: 'The database {database} is a demo with invented people: it is not used for real. Nothing was changed.',
  next: {
    vi: 'Trỏ DATABASE_URL và DATABASE_OWNER_URL (hoặc DATA_FOLDER) tới một nơi mới, trống. Muốn xem bản trình diễn: đặt DEMO=1.',
    en: 'Point DATABASE_URL and DATABASE_OWNER_URL (or DATA_FOLDER) to a new, empty place. To look at the demo: set DEMO=1.',
  },
  example: { database: 'congvu' },
});

export const otherPeopleHere = problem({
  code: 'E-DEMO-OTHER-PEOPLE',
  status: 500,
  vi: 'Đây là bản trình diễn, nhưng cơ sở dữ liệu có người không thuộc bản trình diễn. Chưa có gì bị thay đổi.',
  en: 'This is a demo, but the database holds people who are not of the demo. Nothing was changed.',
  next: {
    vi: 'Vận hành thật: đặt NODE_ENV=production, bỏ DEMO. Bản trình diễn: trỏ tới một cơ sở dữ liệu hoặc DATA_FOLDER trống.',
    en: 'For real operation set NODE_ENV=production without DEMO. For a demo point to an empty database or DATA_FOLDER.',
  },
  example: {},
});

export const clocksApart = problem({
  code: 'E-CLOCKS-APART',
  status: 500,
  vi: 'Đồng hồ máy này và đồng hồ máy chủ cơ sở dữ liệu lệch nhau {seconds} giây; nhiều nhất {most} giây.',
  en: 'The clock here and that of the database server are {seconds} seconds apart; {most} at most.',
  next: {
    vi: 'Đồng bộ cả hai máy với một máy chủ giờ (chrony hoặc systemd-timesyncd: timedatectl), rồi chạy lại.',
    en: 'Synchronise both with a time server (chrony or systemd-timesyncd: timedatectl) and run it again.',
  },
  example: { seconds: '31536000', most: '5' },
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
