/** Words of the installation for people, in both languages; what is asked at a terminal is Vietnamese first, English beside it. */
import type { Bilingual } from '#base/problem.ts';

export const INSTALL_WORDS = {
  org: 'Mã cơ quan gốc của bản cài đặt này, thí dụ H26 (code of the agency at the root): ',
  administrator: [
    'Họ và tên quản trị viên đầu tiên (name of the first administrator): ',
    'Họ và tên quản trị viên thứ hai, để trống nếu lập sau (name of the second, empty for later): ',
  ],
  done: { vi: 'Đã cài đặt.', en: 'Installed.' },
  open: { vi: 'Còn phải làm:', en: 'Still to be done:' },
} as const;

export const TASK_WORDS = {
  keys: (folder: string): Bilingual => ({
    vi: `Cất ngay một bản của thư mục khóa ${folder} ở nơi khác, không cùng chỗ với bản sao lưu: mất khóa là mất những gì đã mã hóa.`,
    en: `Keep a copy of the keys folder ${folder} elsewhere at once, apart from the backups: what is sealed is lost with its key.`,
  }),
  second: {
    vi: 'Lập quản trị viên thứ hai: vai trò Xác nhận và Quản trị do một người đề nghị, một người khác duyệt.',
    en: 'Make the second administrator: the roles of confirming and administering are asked for by one and granted by another.',
  },
  start: { vi: 'Khởi động máy chủ, rồi mở địa chỉ này để đăng nhập.', en: 'Start the server, then open this address to sign in.' },
  backup: { vi: 'Sao lưu lần đầu và đặt lịch sao lưu hằng ngày.', en: 'Make the first backup, and one each day by a timer.' },
  failed: (what: Bilingual): Bilingual => ({
    vi: `Sửa: ${what.vi} (xem dòng ✗ ở trên), rồi chạy lại lệnh này để kiểm tra.`,
    en: `Fix: ${what.en} (see the line with ✗ above), and run this again to check.`,
  }),
} as const;

/** What `congvu account` asks and answers. */
export const ACCOUNT_WORDS = {
  person: 'Họ và tên người được lập tài khoản, cấp vai trò (name of the person): ',
  second: 'Họ và tên người thứ hai đồng ý, là quản trị viên (name of the second person, an administrator): ',
  disabled: 'đã khóa · disabled',
  added: 'Đã có tài khoản. · The account is there.',
  given: 'Đã cấp vai trò, các quản trị viên đã được báo. · The role is given, administrators are told:',
  administrator: 'Số định danh của quản trị viên (citizen number of the administrator): ',
  listLooked: 'Chưa giao gì: chạy lại với --apply. · Nothing is given yet: run it again with --apply.',
  listWrong: 'Còn ô sai nên chưa giao gì: sửa rồi chạy lại. · Cells are wrong, nothing is given: correct them and run it again.',
  listGiven: 'Đã giao, các quản trị viên khác đã được báo. · Given, the other administrators are told.',
  reason: 'Lý do, ghi vào nhật ký (reason, stands in the log): ',
  released:
    'Mọi khóa truy cập đã kết thúc; trong một ngày, người này đăng ký được khóa mới. Đã báo các quản trị viên và ghi nhật ký. · All passkeys ended; within a day they can add a new one. Administrators are told, the log has it. Ended:',
  ended: 'Đã thu hồi vai trò, các quản trị viên đã được báo. · The role is taken back, administrators are told.',
} as const;
