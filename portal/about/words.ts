/** Words of this folder's screens, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  access: {
    title: { vi: 'Hỗ trợ tiếp cận', en: 'Accessibility' },
    lead: {
      vi: 'Mọi người đều cần dùng được hệ thống này, bằng chuột, bàn phím, điện thoại hay trình đọc màn hình.',
      en: 'Everybody should be able to use this system, by mouse, keyboard, phone or screen reader.',
    },
    aim: { vi: 'Mức hướng tới', en: 'What we aim at' },
    aimText: {
      vi: 'WCAG 2.1 mức AA. Mỗi trang được kiểm tra tự động bằng axe ở cả nền sáng và nền tối.',
      en: 'WCAG 2.1 level AA. Each page is checked by axe, light and dark.',
    },
    keys: { vi: 'Bàn phím', en: 'Keyboard' },
    keysText: {
      vi: 'Phím Tab đi qua mọi nút theo thứ tự đọc; phím Tab đầu tiên trên trang là “Chuyển đến nội dung chính”.',
      en: 'Tab goes through all controls in reading order; the first Tab on a page is “Skip to main content”.',
    },
    keyQueue: { vi: 'Danh sách chờ xác nhận: xuống, lên, mở', en: 'List to confirm: down, up, open' },
    keyDecide: {
      vi: 'Xác nhận một người: người sau, người trước, chấp nhận, trả lại',
      en: 'Confirming a person: next, previous, accept, return',
    },
    keyClose: { vi: 'Đóng hộp thoại', en: 'Close a dialogue' },
    reading: { vi: 'Đọc và nhìn', en: 'Reading and seeing' },
    readingText: {
      vi: 'Trạng thái luôn có chữ và biểu tượng, không chỉ có màu. Phóng to 200 % vẫn đọc được. Nền tối theo máy hoặc theo nút ở đầu trang. Chuyển động tắt khi máy yêu cầu.',
      en: 'States always have a word and a sign, not colour alone. Readable at 200 %. Dark mode by system or by the button at the top. Motion stops when your system asks for it.',
    },
    limits: { vi: 'Điều chưa làm được', en: 'What is not done' },
    limitsText: {
      vi: 'Chưa thử với người dùng trình đọc màn hình tiếng Việt trên Windows (NVDA). Bảng rất rộng trên điện thoại phải cuộn ngang.',
      en: 'Not yet tried with Vietnamese screen-reader users on Windows (NVDA). Very wide tables scroll sideways on a phone.',
    },
    contact: { vi: 'Gặp trở ngại', en: 'If something stands in your way' },
    contactText: {
      vi: 'Báo quản trị của cơ quan: trang nào, đang làm gì, dùng thiết bị gì. Trong khi chờ, anh/chị có thể nộp hồ sơ giấy như trước.',
      en: 'Tell your agency’s administrator: which page, what you were doing, which device. Meanwhile paper files are taken as before.',
    },
  },
} satisfies WordTree;
