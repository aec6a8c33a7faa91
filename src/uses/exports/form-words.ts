/** What a file that is taken along is called on itself, and to whoever grants it: its readers are officers, in Vietnamese. */
import type { ExportForm } from './shapes.ts';

export const FORM_WORDS: Readonly<Record<ExportForm, string>> = {
  list: 'Danh sách',
  'filled-template': 'Biểu mẫu điền sẵn',
  'cross-extract': 'Trích ngang',
  'person-extract': 'Trích dọc',
};
/** What is asked for, in the words of who grants it. */
export const ASKED_WORDS: Readonly<Record<ExportForm, string>> = {
  list: 'Xuất danh sách',
  'filled-template': 'Tải biểu mẫu điền sẵn',
  'cross-extract': 'Lập trích ngang',
  'person-extract': 'Lập trích dọc một người',
};
export const FILE_NAMES: Readonly<Record<ExportForm, string>> = {
  list: 'danh-sach',
  'filled-template': 'bieu-mau-dien-san',
  'cross-extract': 'trich-ngang',
  'person-extract': 'trich-doc',
};
