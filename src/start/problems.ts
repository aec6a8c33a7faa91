/** Problems of installing, starting, backing up and restoring. */
import { problem } from '#base/problem.ts';

export const backupNotReadable = problem({
  code: 'E-BACKUP-NOT-READABLE',
  status: 500,
  vi: 'Tệp sao lưu không đọc được: {why}.',
  en: 'The backup cannot be read: {why}.',
  next: {
    vi: 'Dùng đúng thư mục khóa của lúc sao lưu, hoặc lấy bản sao lưu khác.',
    en: 'Use the keys folder of that time, or take another backup.',
  },
  example: { why: { vi: 'sai khóa', en: 'the key is another one' } },
});

export const backupNotRecorded = problem({
  code: 'E-BACKUP-NOT-RECORDED',
  status: 500,
  vi: 'Nhật ký không ghi được dòng của việc sao lưu hoặc khôi phục này ({detail}), nên việc dừng lại và không giữ lại gì.',
  en: 'The audit log did not take the row of this backup or restore ({detail}): it stopped, and nothing of it was kept.',
  next: {
    vi: 'Xem cơ sở dữ liệu còn chỗ và còn ghi được không (npx congvu migrate), rồi chạy lại lệnh.',
    en: 'See whether the database has room and takes writes (npx congvu migrate), then run the command again.',
  },
  example: { detail: 'no partition of relation "audit_event" found for row' },
});

export const restoreNotEmpty = problem({
  code: 'E-RESTORE-NOT-EMPTY',
  status: 500,
  vi: 'Cơ sở dữ liệu đích đã có người nên không khôi phục đè lên.',
  en: 'The database holds people already; nothing is restored over them.',
  next: { vi: 'Chọn DATA_FOLDER trống, hoặc một cơ sở dữ liệu mới.', en: 'Choose an empty DATA_FOLDER, or a new database.' },
  example: {},
});

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
