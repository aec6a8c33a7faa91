/** Words of this folder's screens, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  menu: {
    heldCards: { vi: 'Thẻ bị giữ lại', en: 'Cards held back' },
  },
  heldCards: {
    title: { vi: 'Thẻ bị giữ lại', en: 'Cards held back' },
    lead: {
      vi: 'Thẻ đã ngừng vì sự cố, cấp sai hoặc cho mượn. Không thay đổi nào của hồ sơ làm thẻ trở lại; cần một người khác, không phải người đã ngừng thẻ, cho cấp lại.',
      en: 'Ended for an incident, a mistake or a loan. No change of the record brings the card back; somebody else than who ended it has to release it.',
    },
    none: { vi: 'Không có ai đang bị giữ lại thẻ', en: 'Nobody’s card is held back' },
    noneNext: {
      vi: 'Người bị giữ lại thẻ hiện ở đây ngay khi thẻ bị ngừng vì một trong các lý do đó.',
      en: 'Somebody shows up here as soon as their card is ended for one of these reasons.',
    },
    name: { vi: 'Họ tên', en: 'Name' },
    body: { vi: 'Cơ quan', en: 'Agency' },
    number: { vi: 'Thẻ đã ngừng', en: 'Card that ended' },
    reason: { vi: 'Lý do', en: 'Reason' },
    since: { vi: 'Giữ lại từ', en: 'Held back since' },
    byMe: { vi: 'anh/chị đã ngừng: chờ người khác', en: 'ended by you: waits for somebody else' },
  },
} satisfies WordTree;
