/** Words of this folder's screens, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  pageHelp: {
    title: { vi: 'Trợ giúp về trang này', en: 'Help with this page' },
    guide: { vi: 'Hướng dẫn từng bước', en: 'Step-by-step guide' },
    contact: { vi: 'Cần người giúp: {{body}}, {{contact}}.', en: 'Whom to ask: {{body}}, {{contact}}.' },
    noContact: {
      vi: 'Cơ quan chưa ghi liên hệ hỗ trợ; người quản trị của cơ quan ghi ở mục Tài khoản.',
      en: 'Your agency has not said whom to ask; its administrator does so under Accounts.',
    },
  },
  guide: {
    title: { vi: 'Hướng dẫn', en: 'Guide' },
    lead: {
      vi: 'Từ tệp Excel đến biên nhận, và việc của từng vai trò. Ảnh chụp từ bản trình diễn: người và số liệu đều là giả định.',
      en: 'From an Excel file to a receipt, and what each role does. The pictures are of the demo: people and figures are invented.',
    },
    way: { vi: 'Từ tệp Excel đến biên nhận', en: 'From an Excel file to a receipt' },
    roles: { vi: 'Việc của từng vai trò', en: 'What each role does' },
    pictureOf: { vi: 'Ảnh màn hình: {{what}}', en: 'Picture of the screen: {{what}}' },
  },
} satisfies WordTree;
