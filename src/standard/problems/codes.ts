/** What can be wrong with a value of a code list. */
import { problem } from '#base/problem.ts';
import { checkCorrected } from './next-steps.ts';

export const codeUnknown = problem({
  code: 'E-CODE-UNKNOWN',
  group: { vi: 'Chọn lại mã trong danh mục', en: 'Choose a code of the list' },
  vi: '"{value}" không có trong danh mục {list}.',
  en: '"{value}" is not in the list {list}.',
  next: { vi: 'Chọn một mục trong danh sách thả xuống của ô.', en: 'Choose an entry from the drop-down of the cell.' },
  example: { value: 'Người Hoa Kỳ', list: { vi: 'Dân tộc', en: 'Ethnic groups' } },
});
export const codeMisspelt = problem({
  code: 'E-CODE-MISSPELT',
  group: { vi: 'Tên viết gần đúng, chọn lại trong danh mục', en: 'Nearly right names: choose from the list' },
  vi: '"{value}" không có trong danh mục {list}. Tên gần giống: {suggested}.',
  en: '"{value}" is not in the list {list}. Names like it: {suggested}.',
  next: {
    vi: 'Chọn trong danh sách thả xuống; chỉ áp dụng gợi ý khi đúng là mục đó.',
    en: 'Choose from the drop-down; apply the suggestion only if that is what is meant.',
  },
  example: { value: 'Đại hok', list: { vi: 'Trình độ chuyên môn', en: 'Professional qualification' }, suggested: 'DH – Đại học' },
});
export const codeListClosed = problem({
  code: 'E-CODE-CLOSED',
  group: { vi: 'Thay mã đã hết hiệu lực', en: 'Replace codes that have ended' },
  vi: 'Mã {value} chỉ có hiệu lực đến hết ngày {until}.',
  en: 'Code {value} was valid until {until}.',
  next: { vi: 'Chọn một mã trong: {allowed}.', en: 'Choose one of: {allowed}.' },
  example: { value: 'CB_XA', until: '30/06/2025', allowed: 'CB, CC, VC' },
});
export const codeRewritten = problem({
  code: 'E-CODE-REWRITTEN',
  group: { vi: 'Đã quy về tên trong danh mục', en: 'Names written otherwise understood' },
  severity: 'corrected',
  vi: '"{value}" được hiểu là {corrected}.',
  en: '"{value}" was read as {corrected}.',
  next: checkCorrected,
  example: { value: 'dai hoc', corrected: 'DH – Đại học' },
});
export const codeUnlisted = problem({
  code: 'E-CODE-UNLISTED',
  group: { vi: 'Đề nghị bổ sung danh mục', en: 'Propose entries for the lists' },
  severity: 'warning',
  vi: '"{value}" chưa có trong danh mục {list}; giữ nguyên như đã ghi, kèm đề nghị bổ sung danh mục.',
  en: '"{value}" is not in the list {list}; it is kept as typed, with a proposal to add it.',
  next: {
    vi: 'Nếu viết nhầm thì chọn lại trong danh sách. Nếu đúng thì để nguyên và gửi: đề nghị bổ sung đi cùng hồ sơ.',
    en: 'If it is misspelt, choose from the list. If it is right, leave it and submit: the proposal goes with the record.',
  },
  example: { value: 'V.99.01.01', list: { vi: 'Ngạch công chức', en: 'Civil-service grades' } },
});
export const codeNotYet = problem({
  code: 'E-CODE-NOT-YET',
  group: { vi: 'Thay mã chưa có hiệu lực vào ngày đó', en: 'Replace codes not yet in force on that day' },
  vi: 'Mã {value} chỉ có hiệu lực từ ngày {from}.',
  en: 'Code {value} begins only on {from}.',
  next: { vi: 'Chọn một mã có vào ngày đó: {allowed}.', en: 'Choose a code of that day: {allowed}.' },
  example: { value: 'HD_CC', from: '01/07/2025', allowed: 'CC, VC' },
});
export const codeAmbiguous = problem({
  code: 'E-CODE-AMBIGUOUS',
  group: { vi: 'Chọn đúng một mục trong danh mục', en: 'Choose exactly one entry' },
  vi: '"{value}" có thể là nhiều mục: {candidates}.',
  en: '"{value}" can be more than one entry: {candidates}.',
  next: { vi: 'Ghi mã, hoặc chọn trong danh sách thả xuống.', en: 'Give the code, or choose from the drop-down.' },
  example: { value: 'Cử nhân', candidates: 'CN – Cử nhân, DH – Đại học' },
});
