/** What can be reported as wrong on the page of a group: each value, each line, and that something is missing. Pure. */
import type { Bilingual, MyGroup } from '#portal/api/generated/api.ts';

export interface Reportable {
  /** stands in the choice; unique on the page */
  readonly code: string;
  readonly field: string | null;
  readonly line: string | null;
  /** null: something is missing in the group */
  readonly label: Bilingual | null;
  /** number of the line, from 1; null for a field */
  readonly lineNumber: number | null;
  /** what a line begins with, to tell it from the others; masked values say nothing */
  readonly begins: Bilingual | null;
}

export const MISSING = 'missing';

export function reportableOf({ fields, sections }: Pick<MyGroup, 'fields' | 'sections'>): readonly Reportable[] {
  return [
    ...fields.map(({ key, label }) => ({ code: key, field: key, line: null, label, lineNumber: null, begins: null })),
    ...sections.flatMap((section) =>
      section.lines.map(({ dong, cells }, index) => ({
        code: `${section.key} ${dong}`,
        field: section.key,
        line: dong,
        label: section.title,
        lineNumber: index + 1,
        begins: section.columns.flatMap(({ key }) => (section.hidden.includes(key) ? [] : (cells[key] ?? [])))[0] ?? null,
      })),
    ),
    { code: MISSING, field: null, line: null, label: null, lineNumber: null, begins: null },
  ];
}
