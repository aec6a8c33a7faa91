/** Numbers that somebody could read over one's shoulder and use: hidden on the pages of one's own record until they are asked for. Pure. */
import type { Bilingual } from '#base/problem.ts';
import type { FieldView, SectionView } from '#record/register/view.ts';
import { FIELDS } from '#standard/dictionary.ts';
import type { KindSpec } from '#standard/field-shape.ts';

/** Numbers of papers that are no `digits` of the dictionary, and the account that the pay goes to. */
const NUMBERS_IN_TEXT: readonly string[] = ['soHoChieu', 'soTheDangVien', 'soTheBhyt', 'taiKhoanNganHang'];
/** What is computed is as much of a number as what it is computed from: the code of the record. */
const plainKind = (kind: KindSpec): KindSpec => (kind.name === 'derived' ? plainKind(kind.of) : kind);
const HIDDEN: ReadonlySet<string> = new Set(
  FIELDS.filter(({ key, kind }) => ['nationalId', 'digits'].includes(plainKind(kind).name) || NUMBERS_IN_TEXT.includes(key)).map(
    (field) => field.key,
  ),
);
const MASK: Bilingual = { vi: '••••••', en: '••••••' };

/** May this field be asked for in clear? */
export const isHidden = (fieldKey: string): boolean => HIDDEN.has(fieldKey);

export const hideField = (field: FieldView): FieldView =>
  isHidden(field.key) && field.display.vi !== '' ? { ...field, value: null, display: MASK, masked: true } : field;

/** A section whose column holds such numbers, each line's cell hidden; which columns can be asked for stands beside. */
export function hideInSection(section: SectionView): SectionView & { readonly hidden: readonly string[] } {
  const hidden = section.columns.map((column) => column.key).filter(isHidden);
  if (hidden.length === 0) return { ...section, hidden };
  const lines = section.lines.map((line) => ({
    ...line,
    cells: Object.fromEntries(Object.entries(line.cells).map(([key, cell]) => [key, hidden.includes(key) ? MASK : cell])),
  }));
  return { ...section, lines, hidden: hidden.filter((key) => lines.some((line) => line.cells[key] !== undefined)) };
}
