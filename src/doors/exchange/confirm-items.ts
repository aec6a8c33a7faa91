/**
 * Confirms what a batch brought, in the name of the officer whose key signed it: by the ordinary way of a decision and in a session of that officer, so that
 * the walls of the database ask of this what they ask of everybody who confirms. What the officer may not confirm waits for another.
 */
import { decide } from '#authority/access/decide.ts';
import { rolesOver } from '#authority/access/request.ts';
import { holdRights } from '#authority/access/rights.ts';
import { actorOfSession, endThisSession, openPersonSession } from '#authority/access/sessions.ts';
import type { Actor } from '#authority/access/shapes.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Problem } from '#base/problem.ts';
import { isDatabaseAway } from '#base/database/away.ts';
import type { SessionHandle, Tx } from '#base/database/transaction.ts';
import type { Decision } from '#record/confirmation/shapes.ts';
import { confirmPeople, showAllToOfficer } from '#record/intake/confirm.ts';
import type { OfficerView, OfficerViews } from '#record/intake/confirm.ts';
import { bodyHasNoFileFor } from '#record/intake/problems.ts';
import { latestFile } from '#record/intake/store.ts';
import { subjectIdentitiesOf } from '#record/register/store.ts';
import { itemOf, placedChanges, statedValues } from './batch-changes.ts';
import type { PlacedChange } from './batch-changes.ts';
import { comparedChanges } from './compare.ts';
import { factsKnown } from './facts.ts';
import { CONFIRMED_AT_ONCE, CONFIRM_SESSION_SECONDS } from './limits.ts';
import { confirmerIsMaker, confirmerUnknown } from './problems.ts';
import type { SettleNeeds } from './places.ts';
import type { ExchangeChange } from './shapes.ts';
import { changesOf, confirmingKey, itemsOfBatch, setConfirmationDone } from './verdict-store.ts';
import type { ConfirmingKey, KeptBatch, KeptConfirmation } from './verdict-store.ts';

/** By person, why what was sent of them was not confirmed by the key; nobody: everything was that may be. `waits`: another process is at it. */
export async function confirmItems(
  needs: SettleNeeds,
  handle: SessionHandle,
  batch: KeptBatch,
  changes: readonly ExchangeChange[],
  confirmation: KeptConfirmation,
): Promise<ReadonlyMap<string, Problem> | 'waits'> {
  const about = await needs.db.transaction(handle, async (tx) => {
    const file = await latestFile(tx, batch.submissionId);
    const placed = file ? await placedChanges(tx, needs, file, changes) : [];
    const said = new Map((await changesOf(tx, batch)).map((one) => [one.seq, one.verdict]));
    const waiting = new Set(
      (await itemsOfBatch(tx, batch.submissionId)).flatMap(({ state, personId }) => (state === 'awaiting-confirmation' ? [personId] : [])),
    );
    return { placed, said, waiting, key: await confirmingKey(tx, batch.bodyId, confirmation.kid) };
  });
  const told = new Map<string, Problem>();
  const people = [...Map.groupBy(about.placed, ({ line }) => line?.personId ?? '')]
    .filter(([personId]) => about.waiting.has(personId))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([personId, own]): Confirming => ({ personId, own }));
  const { key, said } = about;
  const asked = key === null ? null : await sessionOf(needs, key);
  const done = (): Promise<unknown> => needs.db.transaction(handle, (tx) => setConfirmationDone(tx, batch, needs.clock.now()));
  if (key === null || asked === null) {
    await done();
    return new Map(people.map(({ personId }) => [personId, confirmerUnknown({ source: batch.source })]));
  }
  const failed: unknown[] = [];
  let elsewhere = false;
  const confirm = async (some: readonly Confirming[]): Promise<void> => {
    try {
      const refusals = await needs.db.transaction(asked, (tx) => confirmSome(tx, needs, { batch, key, confirmation, said }, some));
      if (refusals === null) elsewhere = true;
      else for (const [personId, problem] of refusals) told.set(personId, problem);
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      // One who cannot be written now holds up none of the others: in halves, down to who it is.
      const half = Math.ceil(some.length / 2);
      if (some.length === 1) failed.push(error);
      else for (const part of [some.slice(0, half), some.slice(half)]) await confirm(part);
    }
  };
  for (let from = 0; from < people.length && !elsewhere; from += CONFIRMED_AT_ONCE)
    await confirm(people.slice(from, from + CONFIRMED_AT_ONCE));
  await needs.db.transaction(asked, endThisSession);
  if (elsewhere) return 'waits';
  // A fault: the next round tries again those who are left.
  if (failed.length > 0) throw failed[0];
  await done();
  return told;
}

/** A session of the officer, for as long as this takes; null: their account was disabled. */
async function sessionOf(needs: SettleNeeds, { accountId, kid }: ConfirmingKey): Promise<SessionHandle | null> {
  const limits = { idleSeconds: CONFIRM_SESSION_SECONDS, absoluteSeconds: CONFIRM_SESSION_SECONDS };
  const opened = await openPersonSession({ ...needs, limits }, { accountId, agent: `exchange ${kid}`, level: 2 }).catch(() => null);
  return opened?.handle ?? null;
}

/** A person of the batch, and the changes that speak of them. */
interface Confirming {
  readonly personId: string;
  readonly own: readonly PlacedChange[];
}

/** By which confirmation of which batch, and what was said of its changes, by number. */
interface Confirmation {
  readonly batch: KeptBatch;
  readonly key: ConfirmingKey;
  readonly confirmation: KeptConfirmation;
  readonly said: ReadonlyMap<number, string>;
}

/** Of several processes one confirms a batch: the others would wait for each person in turn, and find nothing left to do. */
async function isFirst(tx: Tx, { submissionId }: KeptBatch): Promise<boolean> {
  const [row] = await tx.query<{ first: boolean }>('select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as first', [
    `exchange-confirm:${submissionId}`,
  ]);
  return row!.first;
}

/** Some people, in the session of the officer, all or nothing. @returns by person, why they were not confirmed; null: another process is at it */
async function confirmSome(
  tx: Tx,
  needs: SettleNeeds,
  about: Confirmation,
  people: readonly Confirming[],
): Promise<ReadonlyMap<string, Problem> | null> {
  const { batch, key, confirmation } = about;
  if (!(await isFirst(tx, batch))) return null;
  const { submissionId } = batch;
  const told = new Map<string, Problem>();
  await holdRights(tx, key.accountId);
  const actor = await actorOfSession(tx);
  if (!actor) return new Map(people.map(({ personId }) => [personId, confirmerUnknown({ source: batch.source })]));
  const ids = people.map(({ personId }) => personId);
  // Held from here on: what is shown and compared now stands until it is written over.
  const shown = await showAllToOfficer(tx, needs, submissionId, ids, { lock: true });
  if (!shown.ok) throw new Error('a batch without its file');
  const { views } = shown.value;
  const identities = await subjectIdentitiesOf(tx, ids, actor.identity);
  const stands = await unmet(tx, about, people, views);
  const decisions: Decision[] = [];
  for (const { personId, own } of people) {
    const view = views.get(personId);
    const why = own.some(({ change }) => change.maker === key.maker)
      ? confirmerIsMaker()
      : view
        ? refusalOf(actor, batch, view, identities.get(personId) ?? null, needs.clock.today())
        : bodyHasNoFileFor();
    if (why !== null) told.set(personId, why);
    else {
      const accept = view!.shown.groups.map(({ itemId }) => itemId).filter((itemId) => !stands.has(itemId));
      if (accept.length > 0) decisions.push({ personId, submissionId, shownHash: view!.hash, accept, return: [], mismatchReason: null });
    }
  }
  if (decisions.length === 0) return told;
  const done = await confirmPeople(tx, needs, officerOf(actor, batch, confirmation), submissionId, decisions, shown.value);
  if (!done.ok) throw new Error('a batch without its file');
  for (const [personId, one] of done.value) if (!one.ok) told.set(personId, one.problems[0]!);
  return told;
}

/** Maker ≠ checker ≠ subject, and the right to confirm: why not; null when they may. */
function refusalOf(
  actor: Actor,
  { bodyId }: KeptBatch,
  { makers }: OfficerView,
  subjectIdentity: string | null,
  today: PlainDate,
): Problem | null {
  const verdict = decide(actor, 'item.confirm', { bodyId, makers, subjectIdentity }, { today });
  return verdict.allowed ? null : verdict.reason;
}

/** Items that say something else than what stands, of which the sender did not know: judged so before, or so since. An officer looks at both values. */
async function unmet(
  tx: Tx,
  { batch, said }: Confirmation,
  people: readonly Confirming[],
  views: OfficerViews['views'],
): Promise<ReadonlySet<string>> {
  const ids = people.map(({ personId }) => personId);
  const items = Map.groupBy(await itemsOfBatch(tx, batch.submissionId, ids), ({ personId }) => personId);
  return new Set(
    people.flatMap(({ personId, own }) => {
      const changes = own.map(({ change }) => change);
      const compared = comparedChanges(changes, factsKnown(views.get(personId)?.versions ?? []), statedValues(own));
      return own.flatMap((one) => {
        const { seq } = one.change;
        const meets = said.get(seq) === 'conflict' || compared.get(seq) === 'conflict';
        return meets ? (itemOf(items.get(personId) ?? [], one)?.itemId ?? []) : [];
      });
    }),
  );
}

const officerOf = (actor: Actor, batch: KeptBatch, { kid, receivedAt }: KeptConfirmation) => ({
  accountId: actor.accountId,
  identity: actor.identity,
  name: actor.name,
  roles: rolesOver(actor, batch.bodyId),
  // What was proven, and by what: the key of the confirmation, which stands beside its batch.
  stepUp: { method: `exchange-key:${kid}`, level: String(actor.identityLevel), at: receivedAt },
});
