/** What somebody has typed into the form of a group, and what of it is news. Pure. */
import type { DeclarationForm } from '#portal/api/generated/api.ts';

export type CellTexts = Readonly<Record<string, string>>;
export interface Typed {
  readonly cells: CellTexts;
  /** by section; of one that only takes more, the new lines */
  readonly lines: Readonly<Record<string, readonly CellTexts[]>>;
}

/** The form as it is opened: the draft over what the record says. */
export const openedForm = ({ standing, cells, sections }: DeclarationForm): Typed => ({
  cells: { ...standing, ...cells },
  lines: Object.fromEntries(sections.map((one) => [one.key, one.lines ?? (one.addsOnly ? [] : one.standing)])),
});

const same = (one: CellTexts, other: CellTexts): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => (one[key] ?? '') === (other[key] ?? ''));

const filled = (cells: CellTexts): CellTexts => Object.fromEntries(Object.entries(cells).filter(([, text]) => text.trim() !== ''));

/** Only what differs from the record; a text that was emptied states nothing. */
export function newsIn({ standing, sections }: DeclarationForm, typed: Typed) {
  const cells = Object.fromEntries(Object.entries(filled(typed.cells)).filter(([key, text]) => text !== (standing[key] ?? '')));
  const changed = sections.flatMap((section) => {
    const lines = (typed.lines[section.key] ?? []).map(filled).filter((line) => Object.keys(line).length > 0);
    const before = section.addsOnly ? [] : section.standing;
    const isSame = lines.length === before.length && lines.every((line, at) => same(line, before[at]!));
    return isSame ? [] : [[section.key, lines] as const];
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
