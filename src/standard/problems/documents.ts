/** What can be wrong with documents that come ready made (exchange, API). */
import { problem } from '#base/problem.ts';

export const documentShape = problem({
  code: 'E-DOCUMENT-SHAPE',
  group: { vi: 'Giá trị sai kiểu', en: 'Values of the wrong shape' },
  vi: 'Giá trị ở {path} không đúng kiểu; cần: {needed}.',
  en: 'The value at {path} is not of the right kind; needed: {needed}.',
  next: { vi: 'Đối chiếu với lược đồ JSON của hồ sơ.', en: 'Compare with the JSON Schema of the record.' },
  example: { path: '/G/luong/0/heSo', needed: { vi: 'số thập phân dạng chữ, 2 chữ số lẻ', en: 'decimal text with 2 places' } },
});
export const documentKey = problem({
  code: 'E-DOCUMENT-KEY',
  group: { vi: 'Khóa không có trong từ điển trường', en: 'Keys unknown to the dictionary' },
  vi: 'Khóa {path} không có trong từ điển trường.',
  en: 'Key {path} is not in the field dictionary.',
  next: { vi: 'Bỏ khóa này, hoặc dùng đúng phiên bản từ điển.', en: 'Take it out, or use the right version of the dictionary.' },
  example: { path: '/B/hoTen' },
});
