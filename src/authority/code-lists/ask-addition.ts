/** A request of an administrator: judged, written with the day on which it lapses, told in the log. */
import { bodiesFor } from '#authority/access/decide.ts';
import { notWithinReach } from '#authority/access/problems.ts';
import type { Actor } from '#authority/access/shapes.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { lawParameter } from '#standard/law-parameters.ts';
import { judgedBy } from '#standard/list-edition.ts';
import { askAddition } from './addition-store.ts';
import type { StoredAddition } from './addition-store.ts';
import { currentLists } from './editions.ts';
import { problemsNow } from './grant-addition.ts';
import type { Addition } from './judge-addition.ts';
import {
  listAskedAlready,
  listCodeTaken,
  listDaysNotValid,
  listEndedAlready,
  listEntryGone,
  listNameKnown,
  listNameTwice,
  listNothingChanged,
  listNotOpen,
  dayNotInYear,
  dayTwice,
  dayWrongKind,
  feastMissing,
  yearDaysWhere,
  yearNotValid,
  yearNoticed,
  yearStands,
} from './problems.ts';
import type { AdditionKind, WrittenEntry } from './shapes.ts';

/** What may stand in the way of a new entry, and of a changed one. */
export const OF_ADDITIONS = [
  listNotOpen,
  listDaysNotValid,
  listCodeTaken,
  listNameKnown,
  listNameTwice,
  yearDaysWhere,
  yearNotValid,
  yearNoticed,
  dayNotInYear,
  dayTwice,
  dayWrongKind,
  feastMissing,
];
export const OF_CHANGES = [...OF_ADDITIONS, listEntryGone, listEndedAlready, listNothingChanged, yearStands];

const DAY_MS = 86_400_000;

/** What was written of an entry, as it will stand. */
export const writtenEntry = (said: WrittenEntry): Omit<Addition, 'list' | 'code'> => ({
  name: said.name.trim(),
  nameEn: said.nameEn?.trim() ?? null,
  aliases: (said.aliases ?? []).map((one) => one.trim()),
  validFrom: said.validFrom,
  validTo: said.lastDay === undefined ? null : addDays(said.lastDay, 1),
  source: said.source.trim(),
  days:
    said.days
      ?.map(({ day, kind, name }) => ({ day, kind, name: name.trim(), confidence: 'known' }))
      .toSorted((one, other) => (one.day < other.day ? -1 : 1)) ?? null,
});

export interface Asking {
  readonly kind: AdditionKind;
  readonly entry: Addition;
  /** the request whose entry is to be ended or corrected; null = a new entry */
  readonly changed: StoredAddition | null;
}

export async function ask(
  tx: Tx,
  needs: AuditNeeds & { readonly clock: { today(): string } },
  actor: Actor,
  { kind, entry, changed }: Asking,
): Promise<Result<{ readonly id: string }>> {
  const bodyId = actor.grants.find((grant) => bodiesFor({ ...actor, grants: [grant] }, 'lists.ask')?.length)?.bodyId;
  if (bodyId === undefined) return refused(notWithinReach());
  const problems = await problemsNow(tx, kind, entry, changed);
  if (problems.length > 0) return refused(...problems);
  const term = judgedBy(await currentLists(tx), () => lawParameter('listRequestDays', needs.clock.today()));
  if (term === null) throw new Error('no term of requests is in force');
  const at = needs.clock.now();
  const id = needs.chance.uuid7(Date.parse(at));
  const endsAt = new Date(Date.parse(at) + term.value * DAY_MS).toISOString();
  const changes = changed?.id ?? null;
  if (!(await askAddition(tx, { ...entry, id, kind, changes, bodyId, at, endsAt }))) return refused(listAskedAlready({ code: entry.code }));
  await recordAct(tx, needs, {
    act: 'lists.asked',
    purpose: 'ADMINISTER',
    bodyId,
    objectId: id,
    payload: { kind, changes, ...entry, endsAt },
  });
  return ok({ id });
}
