/** Words of this folder's screens, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  sessions: {
    title: { vi: 'Phiên đăng nhập của tôi', en: 'My sessions' },
    lead: {
      vi: 'Nếu thấy phiên lạ, hãy kết thúc phiên đó và báo quản trị của cơ quan.',
      en: 'If you do not know one of them, end it and tell your agency’s administrator.',
    },
    device: { vi: 'Thiết bị', en: 'Device' },
    started: { vi: 'Bắt đầu', en: 'Started' },
    lastSeen: { vi: 'Hoạt động gần nhất', en: 'Last used' },
    expires: { vi: 'Hết hạn', en: 'Ends' },
    current: { vi: 'Phiên này', en: 'This one' },
    end: { vi: 'Kết thúc', en: 'End' },
    endOf: { vi: 'Kết thúc phiên bắt đầu {{at}}', en: 'End the session started {{at}}' },
    ended: { vi: 'Đã kết thúc phiên.', en: 'Session ended.' },
    unknownDevice: { vi: 'Không rõ thiết bị', en: 'Unknown device' },
    empty: { vi: 'Không có phiên nào', en: 'No sessions' },
    emptyNext: { vi: 'Tải lại trang để xem phiên hiện tại.', en: 'Reload the page to see the present one.' },
  },
} satisfies WordTree;
