/** What can be wrong with a number, an amount, a yes or no. */
import { problem } from '#base/problem.ts';
import { checkCorrected, sameCell } from './next-steps.ts';

export const numberForm = problem({
  code: 'E-NUMBER-FORM',
  group: { vi: 'Ghi số, không ghi chữ', en: 'Give a number' },
  vi: 'Không phải một số.',
  en: 'This is not a number.',
  next: sameCell,
  example: {},
});
export const numberNotWhole = problem({
  code: 'E-NUMBER-NOT-WHOLE',
  group: { vi: 'Ghi số nguyên', en: 'Give a whole number' },
  vi: 'Phải là số nguyên.',
  en: 'It has to be a whole number.',
  next: sameCell,
  example: {},
});
export const numberAmongWords = problem({
  code: 'E-NUMBER-AMONG-WORDS',
  group: { vi: 'Ghi số, bỏ chữ bên cạnh', en: 'Give the number without the words beside it' },
  vi: 'Ô này chỉ ghi số, nhưng có cả chữ: "{words}".',
  en: 'The cell takes a number alone, but words stand beside it: "{words}".',
  next: {
    vi: 'Ghi riêng số ở đây; phần còn lại (phần trăm vượt khung, ghi chú) ghi vào cột của nó.',
    en: 'Give the number here; the rest (percentage over the scale, remarks) goes into its own column.',
  },
  example: { words: '4.98 VK 7%' },
});
export const numberPercent = problem({
  code: 'E-NUMBER-PERCENT',
  group: { vi: 'Bỏ dấu phần trăm', en: 'Take out signs of percent' },
  vi: 'Ô này là phần trăm ({value}); cột này ghi số, không kèm dấu %.',
  en: 'The cell is a percentage ({value}); the column takes a number without the sign.',
  next: {
    vi: 'Ghi lại số, đặt ô ở dạng Văn bản; đơn vị (hệ số hay phần trăm) ghi ở cột của nó.',
    en: 'Write the number again in a text cell; its unit (coefficient or percent) has its own column.',
  },
  example: { value: '25%' },
});
export const numberGrouped = problem({
  code: 'E-NUMBER-GROUPED',
  group: { vi: 'Ghi rõ dấu ngăn nghìn hay dấu thập phân', en: 'Tell thousands from decimals' },
  vi: '"{value}" có thể là {grouped} hoặc {decimal}.',
  en: '"{value}" may be {grouped} or {decimal}.',
  next: { vi: 'Ghi số không có dấu ngăn nghìn.', en: 'Write the number without separators of thousands.' },
  example: { value: '500.000', grouped: '500000.00', decimal: '500.00' },
});
export const numberRewritten = problem({
  code: 'E-NUMBER-REWRITTEN',
  group: { vi: 'Đã viết lại số', en: 'Numbers rewritten' },
  severity: 'corrected',
  vi: 'Số được viết lại: {corrected}.',
  en: 'The number was written anew: {corrected}.',
  next: checkCorrected,
  example: { corrected: '1490000' },
});
export const decimalComma = problem({
  code: 'E-DECIMAL-COMMA',
  group: { vi: 'Đã đổi dấu phẩy thập phân', en: 'Decimal commas replaced' },
  severity: 'corrected',
  vi: 'Dấu phẩy thập phân đã đổi thành dấu chấm: {corrected}.',
  en: 'The decimal comma was changed to a point: {corrected}.',
  next: checkCorrected,
  example: { corrected: '3.66' },
});
export const decimalPlaces = problem({
  code: 'E-DECIMAL-PLACES',
  group: { vi: 'Bớt chữ số thập phân', en: 'Fewer decimal places' },
  vi: 'Có nhiều hơn {places} chữ số thập phân.',
  en: 'It has more than {places} decimal places.',
  next: sameCell,
  example: { places: '2' },
});
export const numberRange = problem({
  code: 'E-NUMBER-RANGE',
  group: { vi: 'Số nằm ngoài khoảng cho phép', en: 'Numbers out of range' },
  vi: 'Phải từ {min} đến {max}.',
  en: 'It has to be from {min} to {max}.',
  next: sameCell,
  example: { min: '1', max: '16' },
});
export const numberOneOf = problem({
  code: 'E-NUMBER-ONE-OF',
  group: { vi: 'Chỉ ghi một trong các số cho phép', en: 'Give one of the numbers allowed' },
  vi: 'Chỉ nhận một trong các giá trị: {allowed}.',
  en: 'It has to be one of: {allowed}.',
  next: sameCell,
  example: { allowed: '70, 85, 100' },
});
export const flagForm = problem({
  code: 'E-FLAG-FORM',
  group: { vi: 'Chỉ ghi Có hoặc Không', en: 'Give only yes or no' },
  vi: 'Chỉ ghi "Có" hoặc "Không".',
  en: 'Write "Có" (yes) or "Không" (no).',
  next: sameCell,
  example: {},
});
