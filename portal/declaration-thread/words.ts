/** Words of what a person and who confirms write to each other, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  thread: {
    title: { vi: 'Trao đổi về bản kê khai này', en: 'Messages about this declaration' },
    toBody: {
      vi: 'Hỏi hoặc trả lời người xác nhận. Cả hai bên đều đọc được; lời nhắn được giữ cùng bản kê khai.',
      en: 'Ask or answer who confirms. Both of you can read it; messages are kept with the declaration.',
    },
    toPerson: {
      vi: 'Hỏi hoặc trả lời người kê khai. Cả hai bên đều đọc được; lời nhắn được giữ cùng bản kê khai và mỗi lần xem đều được ghi nhật ký.',
      en: 'Ask or answer the person. Both of you can read it; messages are kept with the declaration, and each reading is logged.',
    },
    none: { vi: 'Chưa có lời nhắn nào.', en: 'Nothing was written yet.' },
    byPerson: { vi: 'Người kê khai', en: 'The person' },
    byBody: { vi: 'Người xác nhận: {{name}}', en: 'Who confirms: {{name}}' },
    text: { vi: 'Lời nhắn', en: 'Message' },
    short: { vi: 'Ghi lời nhắn trước khi gửi.', en: 'Write the message before sending it.' },
    send: { vi: 'Gửi lời nhắn', en: 'Send the message' },
    closed: {
      vi: 'Bản kê khai đã xong hoặc đã rút: không nhắn thêm được.',
      en: 'The declaration is done or was taken back: nothing more can be written.',
    },
  },
} as const satisfies WordTree;
