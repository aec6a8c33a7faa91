/** What a declaration says otherwise than the one that it follows: value by value, line by line. Pure. */
import type { PlainDate } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import { GROUPS, sectionByKey } from '#standard/dictionary.ts';
import type { GroupCode } from '#standard/shapes.ts';
import type { DraftGroups } from './content.ts';
import { declaredForm } from './declared-fields.ts';
import type { GroupDraft } from './shapes.ts';

export interface Change {
  readonly group: Bilingual;
  readonly label: Bilingual;
  /** '' where nothing stood */
  readonly before: string;
  readonly after: string;
}

const SEPARATOR = ' · ';
const lineText = (line: Readonly<Record<string, string>>): string =>
  Object.values(line)
    .filter((text) => text !== '')
    .join(SEPARATOR);

/** Single values that differ; a key that one of them does not have says nothing there. */
function changedCells(group: GroupCode, before: GroupDraft, after: GroupDraft, day: PlainDate): Omit<Change, 'group'>[] {
  return declaredForm(group, day).columns.flatMap(({ key, label }) => {
    const [was, is] = [before.cells[key] ?? '', after.cells[key] ?? ''];
    return was === is ? [] : [{ label, before: was, after: is }];
  });
}

/** Lines that went, and lines that came; one that stands in both is not told. */
function changedLines(before: GroupDraft, after: GroupDraft): Omit<Change, 'group'>[] {
  const keys = [...new Set([...Object.keys(before.sections), ...Object.keys(after.sections)])];
  return keys.flatMap((key) => {
    const label = sectionByKey(key)?.title;
    if (!label) return [];
    const [was, is] = [(before.sections[key] ?? []).map(lineText), (after.sections[key] ?? []).map(lineText)];
    const [went, came] = [was.filter((line) => !is.includes(line)), is.filter((line) => !was.includes(line))];
    return Array.from({ length: Math.max(went.length, came.length) }, (_, place) => ({
      label,
      before: went[place] ?? '',
      after: came[place] ?? '',
    }));
  });
}

/** Groups that both state, in the order of the form; nothing when one of the two is gone. */
export function changesBetween(before: DraftGroups | undefined, after: DraftGroups | undefined, day: PlainDate): Change[] {
  if (!before || !after) return [];
  return GROUPS.flatMap(({ code, title }) => {
    const [was, is] = [before.get(code), after.get(code)];
    if (!was || !is) return [];
    return [...changedCells(code, was, is, day), ...changedLines(was, is)].map((change) => ({ group: title, ...change }));
  });
}
