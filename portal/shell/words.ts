/** Words of this folder's screens, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  settled: {
    until: { vi: 'Số liệu đến {{at}}; thay đổi sau đó chưa có ở đây.', en: 'As of {{at}}; what changed since is not here yet.' },
  },
  app: {
    name: { vi: 'Công Vụ', en: 'Công Vụ' },
    long: { vi: 'Hồ sơ cán bộ, công chức, viên chức', en: 'Records of cadres, civil servants and public employees' },
    demoBanner: { vi: 'DỮ LIỆU MẪU – không phải hệ thống chính thức', en: 'SAMPLE DATA – not an official system' },
    printedAt: { vi: 'Bản in lúc {{at}}', en: 'Printed at {{at}}' },
    printedBy: { vi: 'Bản in lúc {{at}}, người in: {{name}}', en: 'Printed at {{at}} by {{name}}' },
    skip: { vi: 'Chuyển đến nội dung chính', en: 'Skip to main content' },
    menu: { vi: 'Các việc', en: 'Tasks' },
    openMenu: { vi: 'Mở danh sách việc', en: 'Open the list of tasks' },
    closeMenu: { vi: 'Đóng danh sách việc', en: 'Close the list of tasks' },
    languageLabel: { vi: 'Switch to English', en: 'Chuyển sang tiếng Việt' },
    dark: { vi: 'Nền tối', en: 'Dark' },
    light: { vi: 'Nền sáng', en: 'Light' },
    account: { vi: 'Tài khoản', en: 'Account' },
    signOut: { vi: 'Đăng xuất', en: 'Sign out' },
    signIn: { vi: 'Đăng nhập', en: 'Sign in' },
    mySessions: { vi: 'Phiên đăng nhập của tôi', en: 'My sessions' },
    accessibility: { vi: 'Hỗ trợ tiếp cận', en: 'Accessibility' },
    help: { vi: 'Giải thích mã lỗi', en: 'Error codes explained' },
    footer: {
      vi: 'Phần mềm nguồn mở. Mọi lần xem và thay đổi hồ sơ đều được ghi nhật ký.',
      en: 'Open-source software. Every reading and every change of a record is logged.',
    },
  },
  session: {
    endsSoon: { vi: 'Phiên làm việc sắp hết', en: 'Your session ends soon' },
    endsIn: {
      vi: 'Sau {{minutes}} phút nữa anh/chị sẽ bị đăng xuất vì không có thao tác.',
      en: 'You will be signed out in {{minutes}} minutes, as nothing was done.',
    },
    stay: { vi: 'Tôi vẫn đang làm việc', en: 'I am still working' },
    ended: { vi: 'Phiên làm việc đã hết', en: 'Your session has ended' },
    endedWhat: {
      vi: 'Đăng nhập lại để tiếp tục; những gì đã gửi vẫn được giữ.',
      en: 'Sign in again to go on; what you have sent is kept.',
    },
    endedKept: {
      vi: 'Trang được che lại. Những gì anh/chị đã điền vẫn còn ở đây: đăng nhập ở thẻ mới của trình duyệt, rồi quay lại thẻ này và bấm “Tiếp tục”.',
      en: 'The page is covered. What you have filled in is still here: sign in in a new tab, then come back to this one and press “Go on”.',
    },
    signInBeside: { vi: 'Đăng nhập ở thẻ mới', en: 'Sign in in a new tab' },
    goOn: { vi: 'Tiếp tục', en: 'Go on' },
    notYet: { vi: 'Chưa thấy anh/chị đăng nhập lại.', en: 'You are not signed in again yet.' },
  },
  notFound: {
    title: { vi: 'Không có trang này', en: 'There is no such page' },
    next: { vi: 'Địa chỉ có thể đã gõ sai hoặc đã đổi.', en: 'The address may be mistyped or may have changed.' },
    home: { vi: 'Về việc của tôi', en: 'To my tasks' },
  },
  admitted: {
    signIn: { vi: 'Anh/chị chưa đăng nhập', en: 'You are not signed in' },
    signInLead: {
      vi: 'Đăng nhập rồi hệ thống đưa anh/chị trở lại đúng trang này.',
      en: 'Sign in, and you will be brought back to this very page.',
    },
    ofOthers: { vi: 'Trang này dành cho vai trò khác', en: 'This page is for another role' },
    ofOthersLead: {
      vi: 'Vai trò của anh/chị không làm việc này. Nếu công việc của anh/chị cần, đề nghị quản trị của cơ quan cấp vai trò.',
      en: 'Your role does not do this. If your work needs it, ask the administrator of your agency for the role.',
    },
  },
  broken: {
    title: { vi: 'Trang này gặp lỗi', en: 'This page has failed' },
    next: { vi: 'Tải lại trang. Những gì đã gửi vẫn được giữ.', en: 'Reload it. What you have sent is kept.' },
    reload: { vi: 'Tải lại trang', en: 'Reload' },
  },
} satisfies WordTree;
