/** Problems of the ground: keys, settings, disk. */
import { problem } from './problem.ts';

export const keyMissing = problem({
  code: 'E-KEY-MISSING',
  status: 500,
  vi: 'Chưa có khóa "{file}" trong thư mục khóa.',
  en: 'The key "{file}" is missing from the keys folder.',
  next: {
    vi: 'Lần đầu cài đặt: chạy npx congvu install --org MÃ_CƠ_QUAN. Đã từng chạy: khôi phục thư mục khóa từ bản sao lưu, không tạo khóa mới, vì dữ liệu đã mã hóa sẽ không đọc lại được.',
    en: 'First installation: run npx congvu install --org CODE. If it ran before: restore the keys folder from its backup; with a new key nothing that was sealed could be read again.',
  },
  example: { file: 'master.key' },
});

export const keyTooOpen = problem({
  code: 'E-KEY-TOO-OPEN',
  status: 500,
  vi: 'Tệp khóa "{file}" cho phép người khác trên máy đọc được.',
  en: 'The key file "{file}" can be read by others on this machine.',
  next: { vi: 'Đặt quyền 0600 cho tệp khóa rồi khởi động lại.', en: 'Set its mode to 0600 and start again.' },
  example: { file: 'master.key' },
});

export const keyFileBroken = problem({
  code: 'E-KEY-FILE-BROKEN',
  status: 500,
  vi: 'Tệp khóa "{file}" không đọc được: {why}.',
  en: 'The key file "{file}" cannot be read: {why}.',
  next: {
    vi: 'Khôi phục thư mục khóa từ bản sao lưu của nó. Đừng sửa tệp bằng tay và đừng tạo khóa mới: dữ liệu đã mã hóa sẽ không đọc lại được.',
    en: 'Restore the keys folder from its backup. Do not edit the file and do not make a new key: nothing that was sealed could be read again.',
  },
  example: { file: 'master-keys.json', why: { vi: 'không phải JSON', en: 'no JSON' } },
});

export const keyServiceNotSet = problem({
  code: 'E-KEY-SERVICE-NOT-SET',
  status: 500,
  vi: 'Khóa chủ do một dịch vụ khóa giữ, nhưng KEY_SERVICE chưa đặt.',
  en: 'The master key is kept by a key service, and KEY_SERVICE is not set.',
  next: {
    vi: 'Đặt KEY_SERVICE là đường dẫn của chương trình mở khóa (ví dụ deploy/keys/pkcs11) rồi chạy lại.',
    en: 'Set KEY_SERVICE to the path of the program that opens the key (deploy/keys/pkcs11, say) and run this again.',
  },
  example: {},
});

export const keyServiceFailed = problem({
  code: 'E-KEY-SERVICE-FAILED',
  status: 500,
  vi: 'Dịch vụ khóa "{program}" không làm được việc "{verb}": {why}.',
  en: 'The key service "{program}" did not do "{verb}": {why}.',
  next: {
    vi: 'Xem thiết bị hay dịch vụ giữ khóa có chạy không, mã PIN và quyền của tài khoản dịch vụ, rồi chạy lại. Dữ liệu vẫn nguyên.',
    en: 'See whether the device or service that keeps the key runs, its PIN, and the rights of the service account; then run this again. Nothing was changed.',
  },
  example: { program: 'pkcs11', verb: 'open', why: { vi: 'kết thúc với mã 1', en: 'it ended with 1' } },
});

export const keyNotTheSame = problem({
  code: 'E-KEY-NOT-THE-SAME',
  status: 500,
  vi: 'Khóa chủ thế hệ {generation} không phải là khóa đã dùng ở đây.',
  en: 'The master key of generation {generation} is not the one that was used here.',
  next: {
    vi: 'Thư mục khóa hay thiết bị giữ khóa thuộc một bản cài đặt khác. Đặt đúng KEYS_FOLDER và KEY_SERVICE của bản cài đặt này rồi chạy lại.',
    en: 'The keys folder, or the device that keeps the key, is of another installation. Name this one’s by KEYS_FOLDER and KEY_SERVICE and run this again.',
  },
  example: { generation: '2' },
});

export const keyGenerationMissing = problem({
  code: 'E-KEY-GENERATION-MISSING',
  status: 500,
  vi: 'Thiếu khóa chủ thế hệ {generation}.',
  en: 'The master key of generation {generation} is missing.',
  next: {
    vi: 'Chép nguyên thư mục khóa từ máy đã thêm khóa ấy (congvu keys master add) sang máy này, rồi chạy lại.',
    en: 'Copy the whole keys folder from the machine where that key was added (congvu keys master add) to this one, and run this again.',
  },
  example: { generation: '2' },
});

export const diskFull = problem({
  code: 'E-DISK-FULL',
  status: 507,
  vi: 'Máy chủ hết chỗ lưu nên tệp chưa được nhận.',
  en: 'The server has no room left; the file was not received.',
  next: { vi: 'Thử lại sau. Bộ phận vận hành đã được báo; chưa có gì bị ghi dở.', en: 'Try again later. Nothing was half-written.' },
  example: {},
});

export const fileInfected = problem({
  code: 'E-FILE-INFECTED',
  status: 422,
  vi: 'Phần mềm quét tìm thấy mã độc trong tệp ({signature}) nên tệp không được nhận; không có gì được giữ lại.',
  en: 'The scanner found malware in the file ({signature}): it was not received, and nothing of it was kept.',
  next: {
    vi: 'Không mở tệp đó nữa. Báo bộ phận an toàn thông tin của cơ quan, quét máy đã tạo ra tệp, rồi lập lại tệp từ biểu mẫu mới.',
    en: 'Do not open it any more. Tell those who look after the security of your agency, scan the machine that made it, then fill in a new form.',
  },
  example: { signature: 'Eicar-Test-Signature' },
});

export const fileNotScanned = problem({
  code: 'E-FILE-NOT-SCANNED',
  status: 503,
  vi: 'Chưa quét được mã độc trong tệp nên tệp chưa được nhận.',
  en: 'The file could not be scanned for malware: it was not received.',
  next: {
    vi: 'Thử lại sau vài phút; bộ phận vận hành thấy việc này ở /readyz. Tệp lớn thì chia nhỏ rồi gửi lại.',
    en: 'Try again in some minutes; whoever operates the system sees it in /readyz. Split a large file and send the parts.',
  },
  example: {},
});

export const settingMissing = problem({
  code: 'E-SETTING-MISSING',
  status: 500,
  vi: 'Chưa đặt {name}.',
  en: '{name} is not set.',
  next: {
    vi: 'Đặt {name} trong môi trường của dịch vụ rồi khởi động lại. Xem docs/settings.md.',
    en: 'Set {name} in the environment of the service and start again. See docs/settings.md.',
  },
  example: { name: 'PUBLIC_URL' },
});

export const settingNotValid = problem({
  code: 'E-SETTING-NOT-VALID',
  status: 500,
  vi: '{name} không hợp lệ: {why}.',
  en: '{name} is not valid: {why}.',
  next: { vi: 'Sửa {name} rồi khởi động lại. Xem docs/settings.md.', en: 'Correct {name} and start again. See docs/settings.md.' },
  example: { name: 'PORT', why: { vi: 'cần một số từ 1 đến 65535', en: 'a number from 1 to 65535 is needed' } },
});

export const secretIsDefault = problem({
  code: 'E-SETTING-DEFAULT-SECRET',
  status: 500,
  vi: '{name} vẫn là giá trị mẫu của bản trình diễn.',
  en: '{name} is still the sample value of the demo.',
  next: { vi: 'Đặt một bí mật riêng, ngẫu nhiên, dài ít nhất 32 ký tự.', en: 'Set a random secret of your own, at least 32 signs long.' },
  example: { name: 'OIDC_CLIENT_SECRET' },
});

export const demoNotSaid = problem({
  code: 'E-DEMO-NOT-SAID',
  status: 500,
  vi: 'Đã đặt DATABASE_URL nhưng chưa nói đây là bản trình diễn hay vận hành thật. Chưa có gì bị thay đổi.',
  en: 'DATABASE_URL is set, and nothing says whether this is a demo or real operation. Nothing was changed.',
  next: {
    vi: 'Vận hành thật: NODE_ENV=production. Bản trình diễn với người hư cấu trong cơ sở dữ liệu đó: DEMO=1.',
    en: 'For real operation: NODE_ENV=production. For a demo with invented people in that database: DEMO=1.',
  },
  example: {},
});
