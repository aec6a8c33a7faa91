/** Words of this folder's screens, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  readings: {
    title: { vi: 'Xin xem thêm hồ sơ', en: 'Ask to see more records' },
    lead: {
      vi: 'Mỗi vai trò được xem một số người nhất định trong một giờ và một ngày. Nếu công việc cần hơn, nêu lý do để một người thứ hai duyệt; cả hai việc đều được ghi nhật ký.',
      en: 'Each role may see so many people in an hour and in a day. If your work needs more, give the reason for a second person to grant; both are recorded.',
    },
    people: { vi: 'Số người cần xem thêm', en: 'How many more people' },
    hours: { vi: 'Trong bao nhiêu giờ (nhiều nhất 72)', en: 'Within how many hours (72 at most)' },
    reason: { vi: 'Lý do: công việc gì, theo văn bản nào', en: 'Reason: which work, on which document' },
    reasonShort: { vi: 'Lý do cần ít nhất 10 ký tự.', en: 'The reason needs at least 10 letters.' },
    ask: { vi: 'Gửi đề nghị', en: 'Send the request' },
    asked: {
      vi: 'Đã gửi đề nghị. Người quản trị của cơ quan hoặc người giám sát sẽ duyệt.',
      en: 'The request was sent. The administrator of your agency or the auditor decides it.',
    },
    empty: { vi: 'Chưa có đề nghị nào', en: 'There is no request yet' },
    emptyNext: {
      vi: 'Đề nghị của anh/chị, và đề nghị chờ anh/chị duyệt, sẽ hiện ở đây.',
      en: 'Your requests, and those that wait for you to decide, will stand here.',
    },
    mine: { vi: 'Đề nghị của tôi', en: 'My request' },
    request: {
      vi: 'Thêm {{people}} người trong {{hours}} giờ, đề nghị lúc {{at}}',
      en: '{{people}} more people within {{hours}} hours, asked at {{at}}',
    },
    waits: { vi: 'Chờ duyệt', en: 'Waits' },
    granted: { vi: 'Đã duyệt', en: 'Granted' },
    refused: { vi: 'Không duyệt', en: 'Refused' },
    grant: { vi: 'Duyệt', en: 'Grant' },
    refuse: { vi: 'Không duyệt', en: 'Refuse' },
  },
} satisfies WordTree;
