/** What a person filled in, as the one document that is kept and sent: texts as they were typed, by the keys of the dictionary's columns. Pure. */
import { canonicalJson } from '#base/canonical-json.ts';
import { NONE_WORD } from '#standard/cell-text.ts';
import type { GroupCode } from '#standard/shapes.ts';
import type { PlainDate } from '#base/clock.ts';
import { PERSON_COLUMN } from '#standard/workbook-columns.ts';
import { declaredForm } from './declared-fields.ts';
import type { GroupDraft } from './shapes.ts';

export type DraftGroups = ReadonlyMap<GroupCode, GroupDraft>;

const filled = (cells: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(cells).filter(([, text]) => text.trim() !== ''));

/** Only what the form of the group has, and of texts only those that are not empty: nobody states by this way what is not theirs to state. */
export function statedIn(group: GroupCode, draft: GroupDraft, day: PlainDate): Readonly<Record<string, unknown>> {
  if (draft.mark !== 'changed') return {};
  const form = declaredForm(group, day);
  const keys = new Set(form.columns.map(({ key }) => key));
  const stated: Record<string, unknown> = filled(Object.fromEntries(Object.entries(draft.cells).filter(([key]) => keys.has(key))));
  for (const { key, columns } of form.sections) {
    const lines = draft.sections[key];
    if (lines === undefined) continue;
    const known = new Set(columns.map((column) => column.key));
    const rows = lines
      .map((line) => filled(Object.fromEntries(Object.entries(line).filter(([column]) => known.has(column)))))
      .filter((line) => Object.keys(line).length > 0);
    // No line at all says nothing to whoever reads it; the word says that there is none any more.
    stated[key] = rows.length > 0 ? rows : [{ [columns[0]!.key]: NONE_WORD }];
  }
  return stated;
}

/** Groups of a draft that state something. */
export const changedGroups = (groups: DraftGroups, day: PlainDate): readonly GroupCode[] =>
  [...groups].filter(([group, draft]) => Object.keys(statedIn(group, draft, day)).length > 0).map(([group]) => group);

/** The document of the whole, as the door of declarations reads it. `tag`: two that say the same are two all the same. */
export const documentOf = (nationalId: string, groups: DraftGroups, day: PlainDate, tag: string): string =>
  canonicalJson({
    declaration: tag,
    person: Object.assign({ [PERSON_COLUMN]: nationalId }, ...[...groups].map(([group, draft]) => statedIn(group, draft, day))) as object,
  });
