/** What stands in the way of an entry that is asked for. Pure; judged by the lists in use, once when it is asked for and once when it is granted. */
import { isPlainDate } from '#base/clock.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Problem } from '#base/problem.ts';
import type { NamedDay } from '#standard/calendar/forecast.ts';
import { codeList, optionText, resolveCode } from '#standard/code-lists.ts';
import type { CodeEntry } from '#standard/code-lists.ts';
import { exactKey } from '#standard/codelists/text-keys.ts';
import { FIELDS } from '#standard/dictionary.ts';
import { OPEN_LISTS } from '#standard/open-lists.ts';
import { problemsOfYear, YEARS_LIST } from './judge-year.ts';
import { listCodeTaken, listDaysNotValid, listNameKnown, listNameTwice, listNotOpen } from './problems.ts';

export interface Addition {
  readonly list: string;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly aliases: readonly string[];
  readonly validFrom: PlainDate;
  /** half-open; null = without end */
  readonly validTo: PlainDate | null;
  readonly source: string;
  /** of a notice that names the days off of a year (list `luat_ngay_nghi`); null in every other list */
  readonly days: readonly NamedDay[] | null;
}

/** Lists whose words stand in one column with those of this one: a text must not mean two things there. */
const listsBeside = (list: string): readonly string[] => [
  ...new Set([
    list,
    ...FIELDS.flatMap(({ kind }) =>
      (kind.name === 'code' || kind.name === 'codeOrText') && kind.codeLists.includes(list) ? kind.codeLists : [],
    ),
  ]),
];

const overlaps = (entry: Pick<CodeEntry, 'validFrom' | 'validTo'>, { validFrom, validTo }: Addition): boolean =>
  (entry.validTo === null || validFrom < entry.validTo) && (validTo === null || (entry.validFrom ?? '') < validTo);

export function problemsOfAddition(addition: Addition): Problem[] {
  const { list, code, validFrom, validTo } = addition;
  if (list === YEARS_LIST || addition.days !== null) return problemsOfYear(addition);
  if (!OPEN_LISTS.includes(list)) return [listNotOpen({ list })];
  if (!isPlainDate(validFrom) || (validTo !== null && (!isPlainDate(validTo) || validTo <= validFrom)))
    return [listDaysNotValid({ from: validFrom, until: validTo ?? '…' })];
  const beside = listsBeside(list);
  const taken = beside.flatMap((id) => codeList(id).entries).find((entry) => entry.code === code && overlaps(entry, addition));
  if (taken) return [listCodeTaken({ code, name: taken.name })];
  const names = [addition.name, ...addition.aliases];
  const twice = names.find((name, at) => names.findIndex((one) => exactKey(one) === exactKey(name)) < at);
  if (twice !== undefined) return [listNameTwice({ name: twice })];
  return [...names, ...(addition.nameEn === null ? [] : [addition.nameEn])].flatMap((name): Problem[] => {
    const means = beside.flatMap((id) => meaningsOf(id, name, validFrom));
    return means.length === 0 ? [] : [listNameKnown({ name, means: means.join('; ') })];
  });
}

/** What a file that says this would be understood as; a text that only has another code in it is asked about today, and means the new entry then. */
function meaningsOf(list: string, name: string, on: PlainDate): readonly string[] {
  const resolution = resolveCode(list, name, on);
  if (resolution.kind === 'ambiguous') return resolution.candidates.map(optionText);
  return resolution.kind === 'found' && resolution.by !== 'code-in-text' ? [optionText(resolution.entry)] : [];
}

/** The entry as every edition from now on has it. */
export const entryOfAddition = ({ code, name, nameEn, aliases, validFrom, validTo, source, days }: Addition): CodeEntry => ({
  code,
  name,
  nameEn,
  aliases,
  sharedWords: [],
  validFrom,
  validTo,
  heldTo: validTo,
  holdClause: null,
  confidence: 'known',
  replacedBy: [],
  attributes: days === null ? { can_cu: source } : { source, days },
});
