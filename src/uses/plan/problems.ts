/** What may be wrong with a question about a plan. */
import { problem } from '#base/problem.ts';

export const planUnknown = problem({
  code: 'E-PLAN-UNKNOWN',
  status: 404,
  vi: 'Không có kế hoạch này.',
  en: 'There is no such plan.',
  next: { vi: 'Mở trang Kế hoạch từ thực đơn.', en: 'Open the page of the plan from the menu.' },
  example: {},
});

export const dayNotCounted = problem({
  code: 'E-PLAN-DAY',
  status: 422,
  vi: 'Ngày xem kế hoạch không thể sau hôm nay.',
  en: 'A plan cannot be looked at as of a day after today.',
  next: { vi: 'Chọn hôm nay hoặc một ngày đã qua.', en: 'Choose today or a day before.' },
  example: {},
});
