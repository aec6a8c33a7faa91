/** Words of this folder's screens, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  menu: {
    accounts: { vi: 'Tài khoản', en: 'Accounts' },
  },
  accounts: {
    title: { vi: 'Tài khoản và vai trò', en: 'Accounts and roles' },
    lead: {
      vi: 'Ai làm việc cho cơ quan, với vai trò nào, đang đăng nhập ở đâu. Mọi thay đổi được ghi vào nhật ký.',
      en: 'Who works for the agency, in which role, and where they are signed in. Every change stands in the log.',
    },
    part: {
      accounts: { vi: 'Tài khoản', en: 'Accounts' },
      sessions: { vi: 'Đang đăng nhập', en: 'Signed in now' },
      signIns: { vi: 'Nhật ký đăng nhập', en: 'Sign-in log' },
      contact: { vi: 'Liên hệ của cơ quan', en: 'Contact of the agency' },
    },
    list: { vi: 'Danh sách tài khoản', en: 'Accounts' },
    none: { vi: 'Chưa có tài khoản nào', en: 'There is no account yet' },
    noneNext: { vi: 'Giao vai trò cho người đầu tiên ở mẫu bên trên.', en: 'Give somebody a role in the form above.' },
    name: { vi: 'Họ và tên', en: 'Name' },
    nationalId: { vi: 'Số định danh cá nhân (12 số)', en: 'Citizen number (12 digits)' },
    role: { vi: 'Vai trò', en: 'Role' },
    roles: { vi: 'Vai trò và cơ quan', en: 'Roles and agencies' },
    body: { vi: 'Cơ quan và trực thuộc', en: 'Agency and those below' },
    from: { vi: 'Từ ngày (trống: hôm nay)', en: 'From (empty: today)' },
    acts: { vi: 'Việc', en: 'Actions' },
    choose: { vi: 'Chọn…', en: 'Choose…' },
    since: { vi: 'từ {{from}}', en: 'since {{from}}' },
    locked: { vi: 'Đã khóa {{at}}', en: 'Locked {{at}}' },
    notYours: {
      vi: 'Không do anh/chị quản lý: tài khoản của chính mình, hoặc còn làm việc cho cơ quan khác.',
      en: 'Not yours to manage: your own, or one that also works for another agency.',
    },
    give: { vi: 'Giao vai trò', en: 'Give a role' },
    giveWhat: {
      vi: 'Người được giao đăng nhập bằng VNeID. Vai trò xác nhận và quản trị phải được một quản trị thứ hai duyệt; không ai tự giao cho mình.',
      en: 'They sign in with VNeID. Confirming and administering need a second administrator; nobody gives a role to themselves.',
    },
    giveGo: { vi: 'Giao vai trò', en: 'Give the role' },
    given: { vi: 'Đã giao vai trò.', en: 'The role was given.' },
    asked: {
      vi: 'Đã gửi đề nghị. Vai trò này cần một quản trị khác của cơ quan duyệt.',
      en: 'The request was sent. Another administrator of the agency has to grant this role.',
    },
    wrong: {
      name: { vi: 'Ghi họ và tên.', en: 'Write the name.' },
      nationalId: { vi: 'Số định danh có đúng 12 chữ số.', en: 'A citizen number has 12 digits.' },
      role: { vi: 'Chọn một vai trò.', en: 'Choose a role.' },
      bodyId: { vi: 'Chọn một cơ quan.', en: 'Choose an agency.' },
    },
    more: { vi: 'Giao thêm vai trò', en: 'Give another role' },
    take: { vi: 'Thu hồi', en: 'Take back' },
    takeWhat: {
      vi: 'Vai trò kết thúc ngay. Những việc đã làm vẫn giữ nguyên trong hồ sơ và nhật ký.',
      en: 'The role ends now. What was done in it stays in the records and the log.',
    },
    takeGo: { vi: 'Thu hồi vai trò', en: 'Take the role back' },
    lock: { vi: 'Khóa tài khoản', en: 'Lock the account' },
    lockWhat: {
      vi: 'Mọi phiên làm việc kết thúc ngay và người này không đăng nhập được cho đến khi mở khóa.',
      en: 'All sessions end now, and they cannot sign in until the account is unlocked.',
    },
    unlock: { vi: 'Mở khóa', en: 'Unlock' },
    requests: { vi: 'Vai trò chờ quản trị thứ hai duyệt', en: 'Roles that wait for a second administrator' },
    requested: {
      vi: '{{by}} đề nghị lúc {{at}}, hiệu lực từ {{from}}; tự hết hạn lúc {{until}}.',
      en: 'Asked by {{by}} at {{at}}, from {{from}}; lapses at {{until}}.',
    },
    somebody: { vi: 'Một quản trị', en: 'An administrator' },
    waitsForOther: { vi: 'Chờ một quản trị khác', en: 'Waits for another administrator' },
    grant: { vi: 'Duyệt', en: 'Grant' },
    refuse: { vi: 'Không duyệt', en: 'Refuse' },
    noSessions: { vi: 'Không có ai khác đang đăng nhập', en: 'Nobody else is signed in' },
    noSessionsNext: { vi: 'Phiên làm việc của cán bộ thuộc cơ quan sẽ hiện ở đây.', en: 'Sessions of your staff will show up here.' },
    noSignIns: { vi: 'Chưa có lần đăng nhập nào trong 30 ngày', en: 'Nobody signed in within 30 days' },
    noSignInsNext: { vi: 'Lần đăng nhập đầu tiên sẽ hiện ở đây.', en: 'The first sign-in will show up here.' },
    signInsWhat: { vi: 'Ba mươi ngày gần nhất, nhiều nhất 200 lần.', en: 'The last thirty days, at most 200 entries.' },
    contactWhat: {
      vi: 'Hiện cho cán bộ của cơ quan và của các cơ quan trực thuộc chưa ghi liên hệ riêng.',
      en: 'Shown to people of the agency, and of agencies below that have none of their own.',
    },
    contact: {
      phone: { vi: 'Điện thoại', en: 'Telephone' },
      email: { vi: 'Thư điện tử', en: 'E-mail' },
      place: { vi: 'Nơi tiếp', en: 'Where to find it' },
    },
    contactOf: { vi: 'Đang dùng liên hệ của {{name}}.', en: 'Uses the contact of {{name}} now.' },
    contactSet: { vi: 'Đã lưu liên hệ.', en: 'The contact was saved.' },
    contactGo: { vi: 'Lưu liên hệ', en: 'Save the contact' },
  },
} satisfies WordTree;
