/**
 * Confirms what a batch brought, in the name of the officer whose key signed it: by the ordinary way of a decision and in a session of that officer, so that
 * the walls of the database ask of this what they ask of everybody who confirms. What the officer may not confirm waits for another.
 */
import { decide } from '#authority/access/decide.ts';
import { rolesOver } from '#authority/access/request.ts';
import { holdRights } from '#authority/access/rights.ts';
import { actorOfSession, endThisSession, openPersonSession } from '#authority/access/sessions.ts';
import type { Actor } from '#authority/access/shapes.ts';
import type { Problem, Result } from '#base/problem.ts';
import { ok, refused } from '#base/problem.ts';
import type { SessionHandle, Tx } from '#base/database/transaction.ts';
import { confirmPerson, showToOfficer } from '#record/intake/confirm.ts';
import { latestFile } from '#record/intake/store.ts';
import { readPeople, subjectIdentityOf } from '#record/register/store.ts';
import { itemOf, placedChanges, standingFacts, statedValues } from './batch-changes.ts';
import type { PlacedChange } from './batch-changes.ts';
import { comparedChanges } from './compare.ts';
import { CONFIRMED_AT_ONCE, CONFIRM_SESSION_SECONDS } from './limits.ts';
import { confirmerIsMaker, confirmerUnknown } from './problems.ts';
import type { SettleNeeds } from './places.ts';
import type { ExchangeChange } from './shapes.ts';
import { changesOf, confirmingKey, itemsOfBatch, setConfirmationDone } from './verdict-store.ts';
import type { ConfirmingKey, KeptBatch, KeptConfirmation } from './verdict-store.ts';

/** By person, why what was sent of them was not confirmed by the key; nobody: everything was that may be. */
export async function confirmItems(
  needs: SettleNeeds,
  handle: SessionHandle,
  batch: KeptBatch,
  changes: readonly ExchangeChange[],
  confirmation: KeptConfirmation,
): Promise<ReadonlyMap<string, Problem>> {
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
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const { key } = about;
  const asked = key === null ? null : await sessionOf(needs, key);
  const failed: unknown[] = [];
  for (let from = 0; from < people.length; from += CONFIRMED_AT_ONCE) {
    const some = people.slice(from, from + CONFIRMED_AT_ONCE);
    if (key === null || asked === null) {
      for (const [personId] of some) told.set(personId, confirmerUnknown({ source: batch.source }));
      continue;
    }
    const confirm = (those: typeof some): Promise<void> =>
      needs.db.transaction(asked, async (tx) => {
        for (const [personId, own] of those) {
          const done = await confirmOne(tx, needs, batch, key, confirmation, { personId, own, said: about.said });
          if (!done.ok) told.set(personId, done.problems[0]!);
        }
      });
    // One who cannot be written now holds up none of the others.
    await confirm(some).catch(async () => {
      for (const one of some) await confirm([one]).catch((error: unknown) => failed.push(error));
    });
  }
  if (asked !== null) await needs.db.transaction(asked, endThisSession);
  // A fault: the next round tries again those who are left.
  if (failed.length > 0) throw failed[0];
  await needs.db.transaction(handle, (tx) => setConfirmationDone(tx, batch, needs.clock.now()));
  return told;
}

/** A session of the officer, for as long as this takes; null: their account was disabled. */
async function sessionOf(needs: SettleNeeds, { accountId, kid }: ConfirmingKey): Promise<SessionHandle | null> {
  const limits = { idleSeconds: CONFIRM_SESSION_SECONDS, absoluteSeconds: CONFIRM_SESSION_SECONDS };
  const opened = await openPersonSession({ ...needs, limits }, { accountId, agent: `exchange ${kid}`, level: 2 }).catch(() => null);
  return opened?.handle ?? null;
}

interface Confirmed {
  readonly personId: string;
  readonly own: readonly PlacedChange[];
  readonly said: ReadonlyMap<number, string>;
}

/** One person, in the session of the officer. */
async function confirmOne(
  tx: Tx,
  needs: SettleNeeds,
  batch: KeptBatch,
  key: ConfirmingKey,
  confirmation: KeptConfirmation,
  { personId, own, said }: Confirmed,
): Promise<Result<undefined>> {
  await holdRights(tx, key.accountId);
  const actor = await actorOfSession(tx);
  if (!actor) return refused(confirmerUnknown({ source: batch.source }));
  if (own.some(({ change }) => change.maker === key.maker)) return refused(confirmerIsMaker());
  // Held from here on: what is compared now stands until it is written over.
  await readPeople(tx, needs.keys, [personId], { lock: true });
  const shown = await showToOfficer(tx, needs, batch.submissionId, personId);
  if (!shown.ok) return shown;
  const subject = {
    bodyId: batch.bodyId,
    makers: shown.value.makers,
    subjectIdentity: await subjectIdentityOf(tx, personId, actor.identity),
  };
  const verdict = decide(actor, 'item.confirm', subject, { today: needs.clock.today() });
  if (!verdict.allowed) return refused(verdict.reason);
  const stands = await unmet(tx, needs, batch, own, said, personId);
  const accept = shown.value.shown.groups.map(({ itemId }) => itemId).filter((itemId) => !stands.has(itemId));
  if (accept.length === 0) return ok(undefined);
  const done = await confirmPerson(tx, needs, officerOf(actor, batch, confirmation), {
    personId,
    submissionId: batch.submissionId,
    shownHash: shown.value.hash,
    accept,
    return: [],
    mismatchReason: null,
  });
  return done.ok ? ok(undefined) : done;
}

/** Items that say something else than what stands, of which the sender did not know: judged so before, or so since. An officer looks at both values. */
async function unmet(
  tx: Tx,
  needs: SettleNeeds,
  batch: KeptBatch,
  own: readonly PlacedChange[],
  said: ReadonlyMap<number, string>,
  personId: string,
): Promise<ReadonlySet<string>> {
  const facts = (await standingFacts(tx, needs, [personId])).get(personId) ?? {};
  const compared = comparedChanges(
    own.map(({ change }) => change),
    facts,
    statedValues(own),
  );
  const items = await itemsOfBatch(tx, batch.submissionId);
  return new Set(
    own.flatMap((one) => {
      const { seq } = one.change;
      const meets = said.get(seq) === 'conflict' || compared.get(seq) === 'conflict';
      return meets ? (itemOf(items, one)?.itemId ?? []) : [];
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
