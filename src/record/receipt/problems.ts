/** Problems of receipts that anybody asks about. */
import { problem } from '#base/problem.ts';

export const receiptUnknown = problem({
  code: 'E-RECEIPT-UNKNOWN',
  status: 404,
  vi: 'Hệ thống này không cấp biên nhận nào mang số {number}.',
  en: 'This installation has issued no receipt with the number {number}.',
  next: {
    vi: 'Kiểm tra lại từng ký tự của số in trên biên nhận. Nếu đúng số mà không có, hãy hỏi cơ quan ghi trên biên nhận: biên nhận có thể không phải của hệ thống này.',
    en: 'Check each letter of the number printed on the receipt. If it is right, ask the agency named on the receipt: it may not be of this installation.',
  },
  example: { number: 'BN-4T7QK-9XWEA' },
});
