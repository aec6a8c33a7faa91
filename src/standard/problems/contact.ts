/** What can be wrong with a telephone number or an e-mail address. */
import { problem } from '#base/problem.ts';
import { checkCorrected, sameCell } from './next-steps.ts';

export const phoneForm = problem({
  code: 'E-PHONE-FORM',
  group: { vi: 'Sửa số điện thoại', en: 'Fix phone numbers' },
  vi: 'Không phải số điện thoại Việt Nam: di động có 10 số, bắt đầu bằng 03, 05, 07, 08 hoặc 09.',
  en: 'Not a Vietnamese telephone number: mobiles have 10 digits and begin with 03, 05, 07, 08 or 09.',
  next: sameCell,
  example: {},
});
export const phoneLandline = problem({
  code: 'E-PHONE-LANDLINE',
  group: { vi: 'Số máy bàn ở cột di động', en: 'Landlines in the mobile column' },
  severity: 'warning',
  vi: 'Đây là số máy bàn, không phải di động: không nhận được tin nhắn.',
  en: 'This is a landline, not a mobile: it takes no messages.',
  next: { vi: 'Ghi số di động của người đó nếu có.', en: 'Give the mobile number of the person if there is one.' },
  example: {},
});
export const phoneRewritten = problem({
  code: 'E-PHONE-REWRITTEN',
  group: { vi: 'Đã viết lại số điện thoại', en: 'Phone numbers rewritten' },
  severity: 'corrected',
  vi: 'Số điện thoại đã đưa về dạng 10 số (thêm số 0, đổi +84 hoặc đầu số cũ).',
  en: 'The telephone number was written with 10 digits (lost zero, +84 or an old prefix).',
  next: checkCorrected,
  example: {},
});
export const emailForm = problem({
  code: 'E-EMAIL-FORM',
  group: { vi: 'Sửa địa chỉ thư điện tử', en: 'Fix e-mail addresses' },
  vi: 'Không phải địa chỉ thư điện tử.',
  en: 'This is not an e-mail address.',
  next: sameCell,
  example: {},
});
export const emailDomain = problem({
  code: 'E-EMAIL-DOMAIN',
  group: { vi: 'Kiểm tra tên miền thư công vụ', en: 'Check the domain of official e-mail' },
  severity: 'warning',
  vi: 'Thư công vụ nên dùng tên miền {domain}.',
  en: 'An official address should be under {domain}.',
  next: { vi: 'Ghi thư công vụ, nếu có.', en: 'Give the official address if there is one.' },
  example: { domain: 'gov.vn' },
});
