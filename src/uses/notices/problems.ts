/** Problems of notices. */
import { problem } from '#base/problem.ts';

export const addressNotOne = problem({
  code: 'E-NOTICE-ADDRESS',
  vi: 'Địa chỉ thư không đúng dạng tên@tên-miền.',
  en: 'That is no mail address of the form name@domain.',
  next: {
    vi: 'Nhập lại địa chỉ thư công vụ, ví dụ an.nv@so.example.',
    en: 'Type the address of your office again, such as an.nv@so.example.',
  },
  example: {},
});

export const addressNotOfOffice = problem({
  code: 'E-NOTICE-DOMAIN',
  vi: 'Hệ thống chỉ gửi thư tới các tên miền: {domains}.',
  en: 'Mails are sent to these domains alone: {domains}.',
  next: { vi: 'Dùng địa chỉ thư công vụ của cơ quan.', en: 'Use the mail address of your office.' },
  example: { domains: 'so.example, bo.example' },
});
