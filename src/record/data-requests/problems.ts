/** Problems of requests about the own data. */
import { problem } from '#base/problem.ts';

export const dataRequestOpen = problem({
  code: 'E-DATA-REQUEST-OPEN',
  status: 409,
  vi: 'Anh/chị đang có một yêu cầu loại này chưa được trả lời.',
  en: 'You have a request of this kind that is not answered yet.',
  next: { vi: 'Chờ trả lời; hạn ghi ở yêu cầu đó.', en: 'Wait for its answer; its last day stands with it.' },
  example: {},
});

export const dataRequestWords = problem({
  code: 'E-DATA-REQUEST-WORDS',
  status: 409,
  vi: 'Cần ghi ít nhất {count} ký tự.',
  en: 'Write at least {count} letters.',
  next: {
    vi: 'Ghi rõ dữ liệu nào, việc gì và vì sao; người kia sẽ đọc đúng những chữ này.',
    en: 'Say which data, what, and why; the other side reads these very words.',
  },
  example: { count: '10' },
});

export const dataRequestGone = problem({
  code: 'E-DATA-REQUEST-GONE',
  status: 404,
  vi: 'Yêu cầu này đã được trả lời, không thuộc cơ quan anh/chị, hoặc là của chính anh/chị.',
  en: 'This request was answered, is not of your agency, or is your own.',
  next: {
    vi: 'Tải lại danh sách. Không ai trả lời yêu cầu do chính mình gửi.',
    en: 'Reload the list. Nobody answers what they asked themselves.',
  },
  example: {},
});
