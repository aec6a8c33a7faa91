/** Problems of installing and running. */
import { problem } from '#base/problem.ts';

export const portTaken = problem({
  code: 'E-PORT-TAKEN',
  status: 500,
  vi: 'Cổng {port} đang có chương trình khác dùng.',
  en: 'Port {port} is used by another program.',
  next: {
    vi: 'Dừng chương trình đó, hoặc chọn cổng khác: PORT={other} npm start',
    en: 'Stop that program, or choose another port: PORT={other} npm start',
  },
  example: { port: '3000', other: '3001' },
});

export const workerNeedsDatabase = problem({
  code: 'E-WORKER-NO-DATABASE',
  status: 500,
  vi: 'Xử lý nền riêng cần một PostgreSQL có sẵn: cơ sở dữ liệu đi kèm thuộc về tiến trình đã khởi động nó.',
  en: 'Background work apart needs a PostgreSQL of its own: the embedded one belongs to the process that started it.',
  next: {
    vi: 'Đặt DATABASE_URL và DATABASE_OWNER_URL như của máy chủ; hoặc chạy congvu start, trong đó đã có xử lý nền.',
    en: 'Set DATABASE_URL and DATABASE_OWNER_URL as the server has them; or run congvu start, which does the background work itself.',
  },
  example: {},
});

export const installedAlready = problem({
  code: 'E-INSTALLED-ALREADY',
  status: 409,
  vi: 'Hệ thống này đã cài đặt và đã có tài khoản.',
  en: 'This installation is set up and has accounts.',
  next: {
    vi: 'Quản trị viên thêm người và phân quyền trên Cổng. Không cài lại lên dữ liệu đang dùng.',
    en: 'Administrators add people and grants in the portal. Do not install over data in use.',
  },
  example: {},
});

export const administratorNotGiven = problem({
  code: 'E-INSTALL-PERSON',
  status: 422,
  vi: 'Chưa có họ tên hoặc số định danh 12 số của quản trị viên đầu tiên.',
  en: 'The name or the 12-digit number of the first administrator is missing.',
  next: {
    vi: 'Chạy lại và gõ khi được hỏi; hoặc đưa hai dòng vào đầu vào chuẩn: họ tên, rồi số định danh. Số 000… không dùng ngoài bản trình diễn.',
    en: 'Run it again and type when asked, or pipe in two lines: name, then number. Numbers with 000 are for the demo only.',
  },
  example: {},
});

export const noSuchBodyCode = problem({
  code: 'E-BODY-CODE',
  status: 404,
  vi: 'Không có cơ quan mã {code} hôm nay.',
  en: 'There is no agency with the code {code} today.',
  next: {
    vi: 'Dùng mã định danh điện tử của bộ hoặc tỉnh, thí dụ H26; xem docs/standard/codelists.md.',
    en: 'Use the electronic code of a ministry or province, such as H26; see docs/standard/codelists.md.',
  },
  example: { code: 'H99' },
});

export const clerkNotGiven = problem({
  code: 'E-INITIAL-CLERK',
  status: 422,
  vi: 'Chưa có số định danh 12 số của người nhập liệu, hoặc người đó không có tài khoản ở đây.',
  en: 'The 12-digit number of the clerk is missing, or nobody with it has an account here.',
  next: {
    vi: 'Chạy lại và gõ số định danh của người có vai trò nhập liệu hoặc đối soát của cơ quan.',
    en: 'Run it again and type the number of somebody who enters or reconciles for the agency.',
  },
  example: {},
});

export const noFileThere = problem({
  code: 'E-INITIAL-FILE',
  status: 422,
  vi: 'Không có tệp {file}.',
  en: 'There is no file {file}.',
  next: {
    vi: 'Kiểm tra lại đường dẫn; các phần đã thêm vẫn còn, chạy lại không thêm hai lần.',
    en: 'Check the path; parts that were added stay, and none is added twice.',
  },
  example: { file: 'ho-so.csv' },
});

export const noLoadUnderWay = problem({
  code: 'E-INITIAL-NONE',
  status: 404,
  vi: 'Cơ quan này không có đợt nạp lần đầu nào đang làm.',
  en: 'No first load of this agency is under way.',
  next: {
    vi: 'Bắt đầu bằng congvu initial add, hoặc ở trang “Nạp lần đầu”.',
    en: 'Begin one by congvu initial add, or at the page “First load”.',
  },
  example: {},
});

export const dayOfListMissing = problem({
  code: 'E-BODIES-DAY',
  status: 422,
  vi: 'Danh sách cơ quan cần ngày hiệu lực.',
  en: 'A list of agencies needs its day of effect.',
  next: { vi: 'Thêm --on 2026-12-01 (năm-tháng-ngày).', en: 'Add --on 2026-12-01 (year-month-day).' },
  example: {},
});

export const bodyCodeOfSeveral = problem({
  code: 'E-BODY-CODE-SEVERAL',
  status: 409,
  vi: 'Mã {code} nay có thể là nhiều cơ quan: {bodies}.',
  en: 'The code {code} may mean several agencies today: {bodies}.',
  next: { vi: 'Dùng mã đứng trước tên cơ quan cần chọn.', en: 'Use the code that stands before the name of the one you mean.' },
  example: { code: 'G05', bodies: 'G12; G18' },
});

export const administratorsEnough = problem({
  code: 'E-ADMINISTRATORS-ENOUGH',
  status: 409,
  vi: 'Cơ quan này đã có đủ hai quản trị; từ đây các quản trị tự cấp thêm, một người đề nghị và một người duyệt.',
  en: 'This agency has two administrators already; from here on they give the role themselves, one asking and one granting.',
  next: {
    vi: 'Đăng nhập Cổng và cấp vai trò quản trị như mọi vai trò khác.',
    en: 'Sign in to the portal and give the role like any other.',
  },
  example: {},
});

export const notInstalled = problem({
  code: 'E-NOT-INSTALLED',
  status: 409,
  vi: 'Chưa có quản trị nào: bản cài đặt này chưa được cài lần đầu.',
  en: 'There is no administrator yet: this installation was not set up.',
  next: { vi: 'Chạy npx congvu install --org MÃ_CƠ_QUAN trước.', en: 'Run npx congvu install --org CODE first.' },
  example: {},
});

export const accountIsAdministrator = problem({
  code: 'E-ALREADY-ADMINISTRATOR',
  status: 409,
  vi: 'Người này đã là quản trị của cơ quan; quản trị thứ hai phải là một người khác.',
  en: 'This person is the administrator of the agency already; the second one must be somebody else.',
  next: { vi: 'Chạy lại với họ tên và số định danh của một người khác.', en: 'Run it again with the name and number of somebody else.' },
  example: {},
});

export const installedForAnother = problem({
  code: 'E-INSTALLED-FOR-ANOTHER',
  status: 409,
  vi: 'Hệ thống này đã cài đặt cho cơ quan {root}, không phải {org}. Chưa có gì bị thay đổi.',
  en: 'This installation is set up for {root}, not for {org}. Nothing was changed.',
  next: {
    vi: 'Chạy lại với --org {root}. Cơ quan khác: quản trị viên cấp vai trò trên Cổng, hoặc cài một bản riêng.',
    en: 'Run it again with --org {root}. For another agency administrators give roles in the portal, or it is installed apart.',
  },
  example: { root: 'H26', org: 'H27' },
});

export const answersNotReadable = problem({
  code: 'E-INSTALL-ANSWERS',
  status: 422,
  vi: 'Tệp trả lời {file} không dùng được: {why}.',
  en: 'The file of answers {file} cannot be used: {why}.',
  next: { vi: 'Xem mẫu trong docs/install/README.md.', en: 'See the sample in docs/install/README.md.' },
  example: { file: 'tra-loi.json', why: { vi: 'không phải JSON', en: 'it is not JSON' } },
});

export const answersTooOpen = problem({
  code: 'E-INSTALL-ANSWERS-OPEN',
  status: 422,
  vi: 'Tệp trả lời {file} có mật khẩu và số định danh, nhưng người khác trên máy đọc được.',
  en: 'The file of answers {file} holds passwords and citizen numbers, and others on this machine can read it.',
  next: {
    vi: 'Chạy chmod 600 {file}, rồi chạy lại; xóa tệp khi đã cài xong.',
    en: 'Run chmod 600 {file} and try again; delete the file after the installation.',
  },
  example: { file: 'tra-loi.json' },
});

export const diskLittle = problem({
  code: 'E-DISK-LITTLE',
  status: 500,
  vi: 'Thư mục {folder} chỉ còn {free} MiB trống; cần ít nhất {least} MiB.',
  en: 'The folder {folder} has {free} MiB left; at least {least} MiB are needed.',
  next: { vi: 'Giải phóng chỗ, hoặc chuyển DATA_FOLDER sang đĩa khác.', en: 'Free some room, or move DATA_FOLDER to another disk.' },
  example: { folder: '/var/lib/congvu', free: '12', least: '200' },
});

export const folderNotWritable = problem({
  code: 'E-FOLDER-NOT-WRITABLE',
  status: 500,
  vi: 'Không ghi được vào thư mục {folder}.',
  en: 'The folder {folder} cannot be written to.',
  next: {
    vi: 'Cho người dùng hệ thống của dịch vụ quyền ghi: chown, chmod 700.',
    en: 'Give the system user of the service the right to write: chown, chmod 700.',
  },
  example: { folder: '/var/lib/congvu' },
});

export const populationNotReached = problem({
  code: 'E-POPULATION-NOT-REACHED',
  status: 500,
  vi: 'Không tới được dịch vụ dân cư tại POPULATION_URL ({why}).',
  en: 'The population service at POPULATION_URL is not reached ({why}).',
  next: {
    vi: 'Kiểm tra mạng TSLCD, tên miền, chứng thư và tường lửa; hồ sơ gửi lên sẽ chờ tới khi tới được.',
    en: 'Check network, name, certificate and firewall; what is sent waits until it is reached.',
  },
  example: { why: { vi: 'chứng thư đã hết hạn', en: 'its certificate has expired' } },
});

export const mailNotTaken = problem({
  code: 'E-MAIL-NOT-TAKEN',
  status: 500,
  vi: 'Máy chủ thư trong SMTP_URL không nhận ({detail}).',
  en: 'The mail server of SMTP_URL does not take us ({detail}).',
  next: {
    vi: 'Kiểm tra địa chỉ, cổng, tài khoản và STARTTLS. Thông báo trên Cổng vẫn chạy.',
    en: 'Check address, port, account and STARTTLS. Notices in the portal go on.',
  },
  example: { detail: '535' },
});

export const schemaBehind = problem({
  code: 'E-SCHEMA-BEHIND',
  status: 500,
  vi: 'Cơ sở dữ liệu ở {found}, chương trình này cần {known}.',
  en: 'The database is at {found}, this program needs {known}.',
  next: { vi: 'Chạy npx congvu upgrade (tự sao lưu trước).', en: 'Run npx congvu upgrade (it makes a backup first).' },
  example: { found: '0450_attestation_taken_along', known: '0470_account_command' },
});

export const oneAdministrator = problem({
  code: 'E-ONE-ADMINISTRATOR',
  status: 500,
  vi: 'Cơ quan gốc chỉ có {count} quản trị viên.',
  en: 'The agency at the root has {count} administrator.',
  next: {
    vi: 'Lập quản trị viên thứ hai: npx congvu add-administrator --org {org}',
    en: 'Make the second one: npx congvu add-administrator --org {org}',
  },
  example: { count: '1', org: 'H26' },
});

export const backupOld = problem({
  code: 'E-BACKUP-OLD',
  status: 500,
  vi: 'Bản sao lưu gần nhất đã {hours} giờ; nên có một bản mỗi ngày.',
  en: 'The last backup is {hours} hours old; there should be one each day.',
  next: {
    vi: 'Chạy npx congvu backup TEP, và xem lịch sao lưu còn chạy không.',
    en: 'Run npx congvu backup FILE, and see whether its timer still runs.',
  },
  example: { hours: '52' },
});

export const backupNever = problem({
  code: 'E-BACKUP-NEVER',
  status: 500,
  vi: 'Chưa có bản sao lưu nào.',
  en: 'There is no backup yet.',
  next: {
    vi: 'Chạy npx congvu backup TEP và đặt lịch sao lưu hằng ngày.',
    en: 'Run npx congvu backup FILE, and set a timer for one each day.',
  },
  example: {},
});

export const jobsFailed = problem({
  code: 'E-JOBS-FAILED',
  status: 500,
  vi: '{count} việc nền đã hỏng: {names}.',
  en: '{count} jobs of the background have failed: {names}.',
  next: {
    vi: 'Xem nhật ký của tiến trình và sửa nguyên nhân. Tệp không đọc được (submission.check): trang của nó nói người gửi tải lại; các việc khác tự được làm lại.',
    en: 'See the log of the process and fix the cause. A file that was not read (submission.check): its page asks the sender to upload it again; all else is tried again by itself.',
  },
  example: { count: '3', names: 'submission.check' },
});

export const logLags = problem({
  code: 'E-LOG-LAGS',
  status: 500,
  vi: 'Nhật ký chậm {seconds} giây so với việc đã làm; nhiều nhất {most} giây.',
  en: 'The audit log is {seconds} seconds behind the acts; {most} at most.',
  next: {
    vi: 'Xem tiến trình xử lý nền có đang chạy không (congvu start hoặc congvu worker).',
    en: 'See whether the background work runs (congvu start or congvu worker).',
  },
  example: { seconds: '420', most: '60' },
});

export const scannerAway = problem({
  code: 'E-SCANNER-AWAY',
  status: 503,
  vi: 'Phần mềm quét mã độc không trả lời ({why}).',
  en: 'The malware scanner does not answer ({why}).',
  next: {
    vi: 'Xem clamd có chạy, SCANNER_URL và quyền đọc socket; đến khi đó tệp tải lên bị từ chối hoặc ghi "chưa quét" theo SCANNER_AWAY.',
    en: 'See whether clamd runs, SCANNER_URL, and who may use its socket; until then uploads are refused or called "not scanned", by SCANNER_AWAY.',
  },
  example: { why: 'ENOENT' },
});

export const retentionLate = problem({
  code: 'E-RETENTION-LATE',
  status: 500,
  vi: 'Những gì hết thời hạn lưu đã {hours} giờ chưa được xóa (mỗi ngày một lần).',
  en: 'What is past its term has not been removed for {hours} hours (it is, once a day).',
  next: {
    vi: 'Xem tiến trình xử lý nền có đang chạy không; congvu retention nói những gì đang chờ xóa.',
    en: 'See whether the background work runs; congvu retention tells what waits.',
  },
  example: { hours: '72' },
});

export const erasureNotAgain = problem({
  code: 'E-ERASURE-NOT-AGAIN',
  status: 500,
  vi: 'Cơ sở dữ liệu này còn giữ {count} người mà danh sách hủy dữ liệu đã nêu, hoặc mục của danh sách không mở được.',
  en: 'This database holds {count} people whom the list of erasures names, or an entry of the list does not open.',
  next: {
    vi: 'Chạy congvu erasures again (máy chủ cũng tự làm khi khởi động). Mục không mở được: dùng đúng thư mục khóa.',
    en: 'Run congvu erasures again (a server does it at its start too). An entry that does not open: use the right keys folder.',
  },
  example: { count: '1' },
});

export const erasureNotDone = problem({
  code: 'E-ERASURE-NOT-DONE',
  status: 500,
  vi: '{count} quyết định hủy dữ liệu chưa thực hiện được: có việc của người ấy chưa xong, hoặc tiến trình xử lý nền không chạy.',
  en: '{count} erasures that were decided are not carried out: something of the person is not over, or the background work does not run.',
  next: {
    vi: 'Xem trang Hủy dữ liệu cá nhân còn vướng việc gì; xem tiến trình xử lý nền có chạy không.',
    en: 'See on the page Erasures what stands against it; see whether the background work runs.',
  },
  example: { count: '1' },
});

export const cardClockRefused = problem({
  code: 'E-CARD-CLOCK',
  status: 500,
  vi: 'Từ {since} không ký danh sách thẻ và không cấp thẻ: đồng hồ máy chủ nhảy so với lần ký trước ({signedAt}).',
  en: 'Since {since} no list of the card is signed and no card issued: the clock jumped since the last signature ({signedAt}).',
  next: {
    vi: 'So đồng hồ máy chủ với một nguồn khác (chronyc tracking, điện thoại). Sai thì chỉnh trước. Đúng rồi (máy nghỉ lâu, hoặc lần trước mới là sai) thì chạy npx congvu card clock right --because "lý do".',
    en: 'Hold the server\'s clock against another source (chronyc tracking, a phone). Set it first where it is wrong. Once it is right (a long pause, or the wrong one was before), run npx congvu card clock right --because "reason".',
  },
  example: { since: '2026-11-30T02:10:00.000Z', signedAt: '2026-12-01T02:05:00.000Z' },
});

export const cardSiteLeft = problem({
  code: 'E-CARD-SITE-LEFT',
  status: 500,
  vi: 'Nơi cấp thẻ đã đổi địa chỉ: thẻ đã cấp ở {url} sẽ bị coi là của nơi lạ.',
  en: "The issuer of cards has moved: cards given at {url} are taken for a stranger's.",
  next: {
    vi: 'Chạy npx congvu card site left {url} --until NGAY --because "lý do"; NGAY là ngày bản thẻ cuối cùng hết hạn (không quá 31 ngày sau khi đổi). Giữ địa chỉ cũ trỏ về máy chủ này đến ngày ấy.',
    en: 'Run npx congvu card site left {url} --until DAY --because "reason"; DAY is when the last copy runs out (31 days after the move at most). Let the former address lead to this server until then.',
  },
  example: { url: 'https://the-cu.co-quan.example' },
});

export const certificateEnds = problem({
  code: 'E-CERTIFICATE-ENDS',
  status: 500,
  vi: 'Chứng thư hay danh sách thu hồi {label} của thẻ hết hạn ngày {day}.',
  en: 'The certificate or list of revoked ones {label} of the card ends on {day}.',
  next: {
    vi: 'Khóa ký thẻ, ký danh sách trạng thái và hỏi thẻ tự thay khi máy chủ chạy. Khóa ký danh sách tin cậy (the-list-…), neo và danh sách thu hồi của neo (the-revocations-…) không tự thay: làm theo docs/card/le-ky-neo.md trước ngày ấy.',
    en: 'Keys of cards, status lists and questions change by themselves while the server runs. The key for the trust list (the-list-…), the anchor and its list of revoked certificates (the-revocations-…) do not: follow docs/card/le-ky-neo.md before that day.',
  },
  example: { label: 'anchor', day: '2036-11-01' },
});

export const serverNotRunning = problem({
  code: 'E-SERVER-NOT-RUNNING',
  status: 500,
  vi: 'Không có máy chủ nào trả lời ở cổng {port}.',
  en: 'No server answers on port {port}.',
  next: { vi: 'Khởi động: npx congvu start (hoặc systemctl start congvu).', en: 'Start it: npx congvu start (or systemctl start congvu).' },
  example: { port: '3000' },
});

export const noSuchRole = problem({
  code: 'E-ROLE-CODE',
  status: 404,
  vi: 'Không có vai trò mã {role}.',
  en: 'There is no role with the code {role}.',
  next: { vi: 'Dùng một trong: {roles}.', en: 'Use one of: {roles}.' },
  example: { role: 'QUAN_TRI', roles: 'GIAM_SAT, QT_BNDP, TTTT, VU_CCVC' },
});

export const accountNotThere = problem({
  code: 'E-ACCOUNT-NOT-THERE',
  vi: 'Không có tài khoản nào mang số định danh này.',
  en: 'There is no account of this citizen number.',
  next: {
    vi: 'Kiểm tra lại số; xem danh sách: congvu account list --org MÃ.',
    en: 'Check the number; the list: congvu account list --org CODE.',
  },
  example: {},
});

export const reasonMissing = problem({
  code: 'E-REASON-MISSING',
  vi: 'Việc này cần lý do từ 10 đến 300 ký tự, ghi vào nhật ký.',
  en: 'This needs a reason of 10 to 300 letters, which stands in the log.',
  next: { vi: 'Chạy lại và ghi lý do.', en: 'Run it again and give the reason.' },
  example: {},
});

export const secondSamePerson = problem({
  code: 'E-SECOND-SAME',
  status: 409,
  vi: 'Người thứ hai chính là người được cấp hay bị thu hồi vai trò.',
  en: 'The second person is the one whom the role is about.',
  next: { vi: 'Chạy lại với một người khác đồng ý.', en: 'Run it again with somebody else who agrees.' },
  example: {},
});

export const secondNotAdministrator = problem({
  code: 'E-SECOND-NOT-ADMINISTRATOR',
  status: 409,
  vi: 'Người thứ hai không phải quản trị viên của cơ quan này hay cơ quan cấp trên, trong khi ở đó đang có quản trị viên.',
  en: 'The second person administers neither this agency nor one above it, and there are administrators.',
  next: {
    vi: 'Chạy lại với một quản trị viên đồng ý. Chỉ khi không còn quản trị viên nào thì mới là một người khác.',
    en: 'Run it again with an administrator who agrees. Somebody else only when no administrator is left.',
  },
  example: {},
});

export const grantNotThere = problem({
  code: 'E-GRANT-NOT-THERE',
  status: 404,
  vi: 'Không có vai trò đang hiệu lực mang mã {id}.',
  en: 'No role in force has the id {id}.',
  next: { vi: 'Xem mã ở cột đầu của npx congvu account list --org MA.', en: 'See the first column of npx congvu account list --org CODE.' },
  example: { id: '01935f7e-0000-7000-8000-000000000000' },
});
