/** Problems of the commands: making a backup, putting one back, the standard. */
import { problem } from '#base/problem.ts';

export const sandboxAway = problem({
  code: 'E-SANDBOX-AWAY',
  status: 503,
  vi: 'Không có nơi thử nào trả lời ở {url}, hoặc đăng ký đã hết hạn.',
  en: 'No sandbox answers at {url}, or the registration has ended.',
  next: {
    vi: 'Chạy npx congvu sandbox, rồi đăng ký lại: npx congvu sandbox register --target {url} --product TEN --out THU-MUC.',
    en: 'Run npx congvu sandbox, then register again: npx congvu sandbox register --target {url} --product NAME --out FOLDER.',
  },
  example: { url: 'http://127.0.0.1:8090' },
});

export const standardVersionUnknown = problem({
  code: 'E-STANDARD-VERSION',
  status: 404,
  vi: 'Không có phiên bản {version} của tiêu chuẩn trao đổi.',
  en: 'There is no version {version} of the exchange standard.',
  next: {
    vi: 'Ghi số của một phiên bản trong docs/standard/exchange/releases, chữ now cho bản đang dùng, hoặc tên tệp của một phiên bản.',
    en: 'Give the number of a version in docs/standard/exchange/releases, the word now for the one in use, or the file of a version.',
  },
  example: { version: '9.9' },
});

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

export const backupKey = problem({
  code: 'E-BACKUP-KEY',
  status: 500,
  vi: 'Tệp khóa {file} không phải khóa X25519 dạng PEM.',
  en: 'The key file {file} is no X25519 key in PEM form.',
  next: {
    vi: 'Tạo trên một máy ngoại tuyến: openssl genpkey -algorithm x25519 -out sao-luu.pem; khóa công khai: openssl pkey -in sao-luu.pem -pubout.',
    en: 'Make it on a machine offline: openssl genpkey -algorithm x25519 -out backup.pem; the public half: openssl pkey -in backup.pem -pubout.',
  },
  example: { file: '/etc/congvu/sao-luu.pub' },
});

export const backupKeep = problem({
  code: 'E-BACKUP-KEEP',
  status: 500,
  vi: 'Không hiểu "{keep}": cần số ngày, số tuần, số tháng giữ bản sao lưu, cách nhau bằng dấu phẩy.',
  en: '"{keep}" cannot be read: numbers of days, weeks and months to keep are needed, with commas.',
  next: { vi: 'Ví dụ: --keep 14,8,12.', en: 'Example: --keep 14,8,12.' },
  example: { keep: '14' },
});

export const restoreNotEmpty = problem({
  code: 'E-RESTORE-NOT-EMPTY',
  status: 500,
  vi: 'Cơ sở dữ liệu đích đã có người nên không khôi phục đè lên.',
  en: 'The database holds people already; nothing is restored over them.',
  next: { vi: 'Chọn DATA_FOLDER trống, hoặc một cơ sở dữ liệu mới.', en: 'Choose an empty DATA_FOLDER, or a new database.' },
  example: {},
});

export const masterKeyUnknown = problem({
  code: 'E-MASTER-KEY-UNKNOWN',
  status: 404,
  vi: 'Không có khóa chủ thế hệ {generation} trong thư mục khóa.',
  en: 'There is no master key of generation {generation} in the keys folder.',
  next: {
    vi: 'Xem các khóa đang có: congvu keys master. Thêm khóa mới: congvu keys master add',
    en: 'See the keys there are: congvu keys master. Add another: congvu keys master add',
  },
  example: { generation: '3' },
});

export const masterKeyActive = problem({
  code: 'E-MASTER-KEY-ACTIVE',
  status: 409,
  vi: 'Khóa chủ thế hệ {generation} đang niêm phong rồi.',
  en: 'The master key of generation {generation} seals already.',
  next: { vi: 'Không cần làm gì.', en: 'Nothing needs to be done.' },
  example: { generation: '2' },
});

export const masterKeyWaits = problem({
  code: 'E-MASTER-KEY-WAITS',
  status: 409,
  vi: 'Khóa chủ thế hệ {generation} đã thêm mà chưa dùng.',
  en: 'The master key of generation {generation} was added and is not used yet.',
  next: {
    vi: 'Chép thư mục khóa sang mọi máy chủ, rồi: congvu keys master use {generation}',
    en: 'Copy the keys folder to every server, then: congvu keys master use {generation}',
  },
  example: { generation: '2' },
});

export const masterKeyNotWritten = problem({
  code: 'E-MASTER-KEY-NOT-WRITTEN',
  status: 500,
  vi: 'Không ghi được vào thư mục khóa {folder} ({code}), nên không có gì thay đổi.',
  en: 'The keys folder {folder} could not be written ({code}): nothing was changed.',
  next: {
    vi: 'Xem quyền và chỗ trống của thư mục khóa, rồi chạy lại lệnh.',
    en: 'See the rights and the room of the keys folder, then run the command again.',
  },
  example: { folder: '/srv/congvu/keys', code: 'EACCES' },
});

export const masterKeysKept = problem({
  code: 'E-MASTER-KEYS-KEPT',
  status: 409,
  vi: 'Mọi khóa chủ đã {place} rồi.',
  en: 'Every master key is {place} already.',
  next: { vi: 'Xem: congvu keys master', en: 'Look: congvu keys master' },
  example: { place: { vi: 'do dịch vụ khóa giữ', en: 'kept by the key service' } },
});

export const cardSiteIsOurs = problem({
  code: 'E-CARD-SITE-OURS',
  status: 409,
  vi: '{url} là địa chỉ hiện nay của nơi cấp thẻ, không phải địa chỉ cũ.',
  en: '{url} is the present address of the issuer, not a former one.',
  next: {
    vi: 'Nêu địa chỉ trước khi đổi (PUBLIC_URL hoặc CARD_URL cũ).',
    en: 'Name the address from before the move (the former PUBLIC_URL or CARD_URL).',
  },
  example: { url: 'https://the.co-quan.example' },
});

export const cardKeysNone = problem({
  code: 'E-CARD-KEYS-NONE',
  status: 404,
  vi: 'Bản cài này chưa có khóa thẻ nào.',
  en: 'This installation has no keys of the card yet.',
  next: { vi: 'Chạy npx congvu start một lần: khóa được tạo khi khởi động.', en: 'Run npx congvu start once: the keys are made then.' },
  example: {},
});

export const passphraseEmpty = problem({
  code: 'E-PASSPHRASE-EMPTY',
  status: 422,
  vi: 'Dòng đầu của tệp câu mật khẩu {file} trống.',
  en: 'The first line of the file of the passphrase, {file}, is empty.',
  next: { vi: 'Viết câu mật khẩu vào dòng đầu. Chưa có gì được tạo.', en: 'Write the passphrase into its first line. Nothing was made.' },
  example: { file: 'cau-mat-khau.txt' },
});
