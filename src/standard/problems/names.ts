/** What can be wrong with the name of a person. */
import { problem } from '#base/problem.ts';
import { sameCell } from './next-steps.ts';

export const nameCharacters = problem({
  code: 'E-NAME-CHARACTERS',
  group: { vi: 'Bỏ ký tự lạ trong họ tên', en: 'Remove odd characters from names' },
  vi: 'Họ tên có ký tự không thể có trong họ tên: {characters}.',
  en: 'The name holds characters that a name cannot have: {characters}.',
  next: {
    vi: 'Ghi họ tên như trong giấy khai sinh, chỉ gồm chữ cái và dấu cách.',
    en: 'Write the name as on the birth certificate, letters and spaces only.',
  },
  example: { characters: '1 @' },
});
export const nameSeveral = problem({
  code: 'E-NAME-SEVERAL',
  group: { vi: 'Mỗi ô ghi một họ tên', en: 'One name in each cell' },
  vi: 'Ô này có vẻ ghi hai tên, nối bằng "{sign}".',
  en: 'The cell seems to hold two names, joined by "{sign}".',
  next: {
    vi: 'Giữ họ tên theo giấy khai sinh; tên gọi khác ghi ở trang "Tên gọi khác", người khác ghi ở dòng riêng.',
    en: 'Keep the name of the birth certificate; other names have a sheet of their own, other people a row of their own.',
  },
  example: { sign: 'tức' },
});
export const nameTitle = problem({
  code: 'E-NAME-TITLE',
  group: { vi: 'Bỏ chức danh trước họ tên', en: 'Take titles out of names' },
  vi: 'Trước họ tên có chức danh: {title}.',
  en: 'A title stands before the name: {title}.',
  next: {
    vi: 'Chỉ ghi họ và tên. Học hàm, học vị có cột riêng.',
    en: 'Write the name alone. Academic titles have columns of their own.',
  },
  example: { title: 'ThS' },
});
export const nameCase = problem({
  code: 'E-NAME-CASE',
  group: { vi: 'Xem lại chữ hoa trong họ tên', en: 'Look at the capitals of names' },
  severity: 'warning',
  vi: 'Chữ hoa, chữ thường trong họ tên không đều; tên sẽ hiện trên thẻ đúng như đã ghi.',
  en: 'Capitals of the name are uneven; it will stand on the card as it is written.',
  next: {
    vi: 'Viết hoa chữ cái đầu mỗi chữ, nếu giấy khai sinh ghi như vậy.',
    en: 'Give each word a capital, if the birth certificate does.',
  },
  example: {},
});
export const nameLength = problem({
  code: 'E-NAME-LENGTH',
  group: { vi: 'Ghi đủ họ tên', en: 'Give the whole name' },
  vi: 'Họ tên phải có từ 2 đến 100 ký tự.',
  en: 'A name has 2 to 100 characters.',
  next: sameCell,
  example: {},
});
export const nameOneWord = problem({
  code: 'E-NAME-ONE-WORD',
  group: { vi: 'Kiểm tra họ tên chỉ có một chữ', en: 'Check names of one word' },
  severity: 'warning',
  vi: 'Họ tên chỉ có một chữ.',
  en: 'The name is a single word.',
  next: { vi: 'Kiểm tra xem có thiếu họ hoặc tên đệm không.', en: 'See whether the family name is missing.' },
  example: {},
});
