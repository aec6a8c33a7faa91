/** Problems of what is done while a discipline is in force. */
import { problem } from '#base/problem.ts';

export const appointedInForce = problem({
  code: 'E-APPOINTED-UNDER-DISCIPLINE',
  severity: 'warning',
  group: { vi: 'Kiểm tra bổ nhiệm trong thời hạn kỷ luật', en: 'Check appointments during a discipline' },
  vi: 'Bổ nhiệm từ ngày {day}, khi kỷ luật có hiệu lực từ ngày {from} chưa hết (đến ngày {until}).',
  en: 'Appointed from {day}, while a discipline of {from} was in force (until {until}).',
  next: {
    vi: 'Kiểm tra ngày bổ nhiệm và quyết định kỷ luật; nếu đúng như vậy (chức vụ không cao hơn, kỷ luật đã được xóa) thì đánh dấu đã xem và gửi.',
    en: 'Compare the day of the appointment and the discipline decision; if it is so (no higher post, the discipline was lifted), tick "seen" and send.',
  },
  example: { day: '01/09/2026', from: '15/07/2026', until: '15/07/2027' },
});

export const ratedInForce = problem({
  code: 'E-RATED-UNDER-DISCIPLINE',
  severity: 'warning',
  group: { vi: 'Kiểm tra xếp loại của năm bị kỷ luật', en: 'Check ratings of a period with a discipline' },
  vi: 'Xếp loại “{rating}” cho kỳ có kỷ luật hiệu lực từ ngày {from}.',
  en: 'Rated “{rating}” for a period in which a discipline took effect on {from}.',
  next: {
    vi: 'Kiểm tra kỳ đánh giá, mức xếp loại và quyết định kỷ luật; nếu đúng như vậy thì đánh dấu đã xem và gửi.',
    en: 'Compare period, rating and discipline decision; if it is so, tick "seen" and send.',
  },
  example: { rating: { vi: 'Hoàn thành tốt nhiệm vụ', en: 'Good' }, from: '15/07/2026' },
});
