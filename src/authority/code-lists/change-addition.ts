/** What stands in the way of ending or correcting an entry that an administrator added. Pure; judged like an addition, as if the entry were not there. */
import type { PlainDate } from '#base/clock.ts';
import type { Problem } from '#base/problem.ts';
import { addDays, showDate } from '#base/vietnamese/dates.ts';
import { judgedBy } from '#standard/list-edition.ts';
import type { ListEdition } from '#standard/list-edition.ts';
import { anyList } from './any-list.ts';
import { entryDigest } from './fingerprint.ts';
import { entryOfAddition, problemsOfAddition } from './judge-addition.ts';
import type { Addition } from './judge-addition.ts';
import { listDaysNotValid, listEndedAlready, listNothingChanged, yearStands } from './problems.ts';

/** The same entry, no longer valid from a day on. @param validTo  half-open */
export const endedOn = (standing: Addition, validTo: PlainDate, source: string): Addition => ({ ...standing, validTo, source });

export function problemsOfEnding(standing: Addition, { validFrom, validTo }: Addition): Problem[] {
  if (standing.days !== null) return [yearStands({ year: standing.code })];
  if (validTo === null || validTo <= validFrom)
    return [listDaysNotValid({ from: validFrom, until: validTo === null ? '…' : addDays(validTo, -1) })];
  return standing.validTo !== null && standing.validTo <= validTo
    ? [listEndedAlready({ code: standing.code, until: showDate(standing.validTo) })]
    : [];
}

export function problemsOfCorrection(lists: ListEdition, standing: Addition, corrected: Addition): Problem[] {
  if (entryDigest(entryOfAddition(standing)) === entryDigest(entryOfAddition(corrected)))
    return [listNothingChanged({ code: standing.code })];
  return judgedBy(without(lists, standing), () => problemsOfAddition(corrected));
}

/** The lists with everything in them but this one entry. */
function without(lists: ListEdition, { list, code, validFrom }: Addition): ListEdition {
  const there = judgedBy(lists, () => anyList(list));
  const others = there.entries.filter((entry) => entry.code !== code || entry.validFrom !== validFrom);
  return { ...lists, others: new Map([...lists.others, [list, { ...there, entries: others }]]) };
}
