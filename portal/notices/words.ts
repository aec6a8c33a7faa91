/** Words of this folder's screens, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  notices: {
    title: { vi: 'Thông báo', en: 'Notices' },
    lead: {
      vi: 'Việc của anh/chị vừa có thay đổi, hoặc đã chờ quá lâu. Thông báo chỉ có số đếm; mở ra để xem chi tiết.',
      en: 'Your work has changed, or has waited too long. A notice holds counts alone; open it for the details.',
    },
    unseenOne: { vi: '{{count}} thông báo chưa xem', en: '{{count}} new notice' },
    unseenMany: { vi: '{{count}} thông báo chưa xem', en: '{{count}} new notices' },
    none: { vi: 'Không có thông báo chưa xem', en: 'No new notices' },
    empty: { vi: 'Chưa có thông báo nào', en: 'There is no notice yet' },
    emptyNext: {
      vi: 'Khi hồ sơ anh/chị gửi được xác nhận hay bị trả lại, khi có việc chờ trả lời hoặc chờ quá lâu, thông báo sẽ hiện ở đây.',
      en: 'When what you sent is confirmed or returned, or something waits for your answer or waits too long, it will stand here.',
    },
    isNew: { vi: 'Mới', en: 'New' },
    mailed: { vi: 'Đã có trong thư ngày {{day}}', en: 'In the mail of {{day}}' },
    seenAll: { vi: 'Đánh dấu đã xem tất cả', en: 'Mark all as seen' },
    mailTitle: { vi: 'Nhận qua thư công vụ', en: 'By mail' },
    mailLead: {
      vi: 'Mỗi ngày làm việc nhiều nhất một thư tóm tắt, trong giờ làm việc. Thư chỉ có số đếm và đường dẫn, không có dữ liệu cá nhân.',
      en: 'One digest a working day at most, in working hours. It holds counts and addresses of pages, nothing of people.',
    },
    mailNone: { vi: 'Hệ thống này chưa nối với máy chủ thư.', en: 'This installation has no mail server yet.' },
    address: { vi: 'Địa chỉ thư công vụ', en: 'Mail address of your office' },
    wantsMail: { vi: 'Gửi thư tóm tắt cho tôi', en: 'Send me the digest' },
    save: { vi: 'Lưu', en: 'Save' },
    saved: { vi: 'Đã lưu.', en: 'Saved.' },
    stopped: {
      vi: 'Máy chủ thư đã từ chối địa chỉ này nhiều lần, nên thư đã ngừng. Kiểm tra lại địa chỉ rồi lưu để nhận tiếp.',
      en: 'The mail server refused this address several times, so mails have stopped. Check the address and save it to go on.',
    },
    last: {
      accepted: { vi: 'Thư gần nhất, ngày {{day}}: máy chủ thư đã nhận.', en: 'The last mail, of {{day}}: the mail server took it.' },
      refused: { vi: 'Thư gần nhất, ngày {{day}}: địa chỉ bị từ chối.', en: 'The last mail, of {{day}}: the address was refused.' },
      failed: {
        vi: 'Thư gần nhất, ngày {{day}}: không gửi được; các việc đó sẽ có trong thư sau.',
        en: 'The last mail, of {{day}}, could not be sent; its matters go into the next one.',
      },
      sending: {
        vi: 'Thư gần nhất, ngày {{day}}: chưa rõ đã tới máy chủ thư hay chưa.',
        en: 'The last mail, of {{day}}: it is not known whether it reached the mail server.',
      },
    },
  },
} satisfies WordTree;
