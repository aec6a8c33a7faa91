/** What somebody has typed into the form of a group, and what of it is news. Pure. */
import type { DeclarationForm } from '#portal/api/generated/api.ts';

export type CellTexts = Readonly<Record<string, string>>;
export interface Typed {
  readonly cells: CellTexts;
  /** by section, all its lines */
  readonly lines: Readonly<Record<string, readonly CellTexts[]>>;
}

type Columns = DeclarationForm['columns'];

/** Fields of these columns of which a text is not as it is elsewhere, or there at all. */
const fieldsWhere = (columns: Columns, holds: (key: string) => boolean): ReadonlySet<string> =>
  new Set(columns.filter(({ key }) => holds(key)).map(({ field }) => field));

/** The form as it is opened: the draft over what the record says. A field with several columns is of the one or of the other: a part that was emptied stays so. */
export function openedForm({ columns, standing, cells, sections }: DeclarationForm): Typed {
  const drafted = fieldsWhere(columns, (key) => (cells[key] ?? '') !== '');
  const left = columns.filter(({ field }) => !drafted.has(field)).map(({ key }) => [key, standing[key] ?? ''] as const);
  return {
    cells: { ...Object.fromEntries(left.filter(([, text]) => text !== '')), ...cells },
    lines: Object.fromEntries(sections.map((one) => [one.key, one.lines ?? one.standing])),
  };
}

const same = (one: CellTexts, other: CellTexts): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => (one[key] ?? '') === (other[key] ?? ''));

const filled = (cells: CellTexts): CellTexts => Object.fromEntries(Object.entries(cells).filter(([, text]) => text.trim() !== ''));

/**
 * Only what differs from the record; a text that was emptied states nothing. A field with several columns (an address) is read as one whole: where one of
 * them differs, all that are filled in are stated, or the others would be taken for empty.
 */
export function newsIn({ columns, standing, sections }: DeclarationForm, typed: Typed) {
  const touched = fieldsWhere(columns, (key) => (typed.cells[key] ?? '').trim() !== (standing[key] ?? '').trim());
  const stated = new Set(columns.filter(({ field }) => touched.has(field)).map(({ key }) => key));
  const cells = Object.fromEntries(Object.entries(filled(typed.cells)).filter(([key]) => stated.has(key)));
  const changed = sections.flatMap(({ key, standing: before }) => {
    const lines = (typed.lines[key] ?? []).map(filled).filter((line) => Object.keys(line).length > 0);
    const isSame = lines.length === before.length && lines.every((line, at) => same(line, before[at]!));
    return isSame ? [] : [[key, lines] as const];
  });
  return { cells, sections: Object.fromEntries(changed) };
}

export const isNews = (news: ReturnType<typeof newsIn>): boolean =>
  Object.keys(news.cells).length > 0 || Object.keys(news.sections).length > 0;

/** With one cell of a line typed anew. */
export const withLine = (typed: Typed, section: string, at: number, line: CellTexts): Typed => ({
  ...typed,
  lines: { ...typed.lines, [section]: (typed.lines[section] ?? []).map((one, index) => (index === at ? line : one)) },
});
export const withNewLine = (typed: Typed, section: string): Typed => ({
  ...typed,
  lines: { ...typed.lines, [section]: [...(typed.lines[section] ?? []), {}] },
});
export const withoutLine = (typed: Typed, section: string, at: number): Typed => ({
  ...typed,
  lines: { ...typed.lines, [section]: (typed.lines[section] ?? []).filter((_line, index) => index !== at) },
});
