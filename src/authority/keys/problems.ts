/** Problems of signing keys. */
import { problem } from '#base/problem.ts';

export const keyUnknown = problem({
  code: 'E-SIGNING-KEY-UNKNOWN',
  status: 404,
  vi: 'Không có khóa công khai nào mang tên này ở đây.',
  en: 'There is no public key of that name here.',
  next: {
    vi: 'Xem tên khóa (kid) ghi trong phần đầu của chữ ký. Nếu đúng tên mà không có, chữ ký không phải của hệ thống này.',
    en: 'Look at the name (kid) in the head of the signature. If it is that name, the signature is not of this installation.',
  },
  example: {},
});

export const keyNeverUsed = problem({
  code: 'E-SIGNING-KEY-UNUSED',
  status: 409,
  vi: 'Khóa này chưa ký gì nên không có gì để thay.',
  en: 'That key has signed nothing yet: there is nothing to rotate.',
  next: { vi: 'Xem các khóa đang có: congvu keys', en: 'See the keys there are: congvu keys' },
  example: {},
});
