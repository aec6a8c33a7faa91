/**
 * The officer's side of a list: who may be confirmed together, as it is shown, and the act. Both read people a part at a time, so that memory does
 * not grow with the list; the act is one transaction. Decision 0030.
 */
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { settleDualClaims } from '#record/cases/claims.ts';
import { rowsNotClean, shownNotClean } from '#record/confirmation/clean.ts';
import type { NotClean } from '#record/confirmation/clean.ts';
import { acceptPart, signList } from '#record/confirmation/decide-list.ts';
import type { ListAct } from '#record/confirmation/decide-list.ts';
import type { Officer } from '#record/confirmation/decide-person.ts';
import { LIST_BATCH_PEOPLE, LIST_PEOPLE_MAX } from '#record/confirmation/limits.ts';
import { leafOf, partOf, rootOf } from '#record/confirmation/list-attestation.ts';
import { drawSample, sampleSize } from '#record/confirmation/list-sample.ts';
import { latestList, sampleOf, sampledBefore, samplesUndecided, writeList, writeSample } from '#record/confirmation/list-store.ts';
import type { ListTold, Sampled, ShownList } from '#record/confirmation/list-store.ts';
import { presentPeople } from '#record/confirmation/present-people.ts';
import type { PresentedFrom } from '#record/confirmation/present-people.ts';
import { listChosen, listNotShown, numberTaken, sampleNotOpened, sampleUndecided, shownHasChanged } from '#record/confirmation/problems.ts';
import { registerSays } from '#record/confirmation/register-says.ts';
import type { Receipt } from '#record/receipt/shapes.ts';
import { bindNumbers } from '#record/register/store.ts';
import type { GroupCode } from '#standard/shapes.ts';
import { holdPeople, waitingPeople } from './clean-store.ts';
import { decidedReceipt, queueMatches } from './confirm.ts';
import { doorOf } from './door.ts';
import { knownOfPeople } from './known-of-people.ts';
import type { IntakeNeeds } from './needs.ts';
import { submissionNotFound } from './problems.ts';
import { latestFile } from './store.ts';
import type { StoredFile } from './store.ts';

/** One person of a list as they are shown; `why` null: clean. */
interface Reviewed extends PresentedFrom {
  readonly why: NotClean | null;
}

/** People as the officer would be shown them, and why they are not clean. Of whom nothing waits is not there. */
async function review(tx: Tx, needs: IntakeNeeds, file: StoredFile, personIds: readonly string[]): Promise<ReadonlyMap<string, Reviewed>> {
  const { submissionId, bodyId } = file;
  const known = await knownOfPeople(tx, needs, file, personIds);
  const presented = await presentPeople(tx, needs, submissionId, personIds, known);
  const said = await registerSays(
    tx,
    { bodyId, submissionId, today: needs.clock.today() },
    [...presented].map(([personId, { shown, items, person }]) => {
      const waiting = new Set(shown.groups.map(({ itemId }) => itemId));
      return { personId, person, items: items.filter(({ itemId }) => waiting.has(itemId)), taken: shown.groups };
    }),
  );
  return new Map(
    [...presented].map(([personId, one]) => {
      const why = shownNotClean({ shown: one.shown, isRegistered: one.person !== undefined, refused: said.has(personId) });
      return [personId, { ...one, why }];
    }),
  );
}

function* partsOf<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += LIST_BATCH_PEOPLE) yield all.slice(from, from + LIST_BATCH_PEOPLE);
}

/** A list with its sample, as the officer has it before them; `list` null: nobody of the submission is clean, or no list was made. */
export interface ListView {
  readonly list: ShownList | null;
  readonly sample: readonly Sampled[];
  readonly told: ListTold | null;
  /** people of samples that hold every list of this submission until they are decided */
  readonly undecided: number;
}

/** A clean person on the way into a list. */
interface Candidate {
  readonly personId: string;
  readonly hash: string;
  readonly leaf: Uint8Array;
  readonly groups: readonly { readonly group: GroupCode; readonly changes: number }[];
}

/**
 * Makes the list of a submission anew for this officer, draws its sample, and keeps both. The caller asks `decide`, and records what it shows.
 * Fails with E-SUBMISSION-NOT-FOUND, E-LIST-CHOSEN.
 *
 * @param chosen  of these people only; whoever was in a sample of this officer before stays in the list all the same, so that nobody chooses a sample away
 */
export async function makeList(
  tx: Tx,
  needs: IntakeNeeds,
  officer: Officer,
  submissionId: string,
  chosen: readonly string[] | null = null,
): Promise<Result<ListView>> {
  const file = await latestFile(tx, submissionId);
  if (!file) return refused(submissionNotFound());
  const facts = await waitingPeople(tx, submissionId, officer.identity);
  const alone: Partial<Record<NotClean, number>> = {};
  const leaveAlone = (why: NotClean): void => void (alone[why] = (alone[why] ?? 0) + 1);
  const possible: string[] = [];
  const waiting = new Set(facts.map(({ personId }) => personId));
  const strange = (chosen ?? []).length - new Set(chosen?.filter((personId) => waiting.has(personId))).size;
  if (strange > 0) return refused(listChosen({ count: String(strange) }));
  const among = chosen && new Set([...chosen, ...(await sampledBefore(tx, submissionId)).map(({ personId }) => personId)]);
  for (const one of facts) {
    const why = among?.has(one.personId) === false ? 'unchosen' : rowsNotClean(one, officer.roles);
    if (why === null) possible.push(one.personId);
    else leaveAlone(why);
  }
  const clean: Candidate[] = [];
  let beyond = 0;
  for (const personIds of partsOf(possible)) {
    if (clean.length >= LIST_PEOPLE_MAX) {
      beyond += personIds.length;
      continue;
    }
    for (const [personId, { shown, hash, why }] of await review(tx, needs, file, personIds)) {
      if (why !== null) leaveAlone(why);
      else if (clean.length >= LIST_PEOPLE_MAX) beyond += 1;
      else
        clean.push({
          personId,
          hash,
          leaf: leafOf(partOf(shown, hash)),
          groups: shown.groups.map(({ group, changes }) => ({ group, changes: changes.length })),
        });
    }
  }
  clean.sort((a, b) => (a.personId < b.personId ? -1 : 1));
  const told: ListTold = { waiting: facts.length, beyond, alone, ...sumsOf(clean) };
  const undecided = await samplesUndecided(tx, submissionId);
  if (clean.length === 0) return ok({ list: null, sample: [], told, undecided });
  const at = needs.clock.now();
  const list = {
    listId: needs.chance.uuid7(Date.parse(at)),
    submissionId,
    bodyId: file.bodyId,
    madeAt: at,
    root: rootOf(clean.map(({ leaf }) => leaf)),
    personIds: clean.map(({ personId }) => personId),
    told,
  };
  const sample = await sampleFor(tx, needs, submissionId, clean);
  await writeList(tx, list);
  await writeSample(tx, list, sample);
  return ok({ list: { ...list, confirmedAt: null }, sample, told, undecided });
}

function sumsOf(clean: readonly Candidate[]): Pick<ListTold, 'groups' | 'items'> {
  const sums = new Map<GroupCode, { people: number; changes: number }>();
  let items = 0;
  for (const { groups } of clean)
    for (const { group, changes } of groups) {
      items += 1;
      const sum = sums.get(group) ?? { people: 0, changes: 0 };
      sums.set(group, { people: sum.people + 1, changes: sum.changes + changes });
    }
  return { items, groups: [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([group, sum]) => ({ group, ...sum })) };
}

/** Whoever was drawn for this officer before stays drawn; what they opened of them counts while it still is what they were shown. */
async function sampleFor(tx: Tx, needs: IntakeNeeds, submissionId: string, clean: readonly Candidate[]): Promise<Sampled[]> {
  const before = new Map((await sampledBefore(tx, submissionId)).map((one) => [one.personId, one]));
  const hashes = new Map(clean.map(({ personId, hash }) => [personId, hash]));
  const drawn = drawSample(needs.chance, [...hashes.keys()], new Set(before.keys()), sampleSize(clean.length, needs.clock.today()));
  return drawn.map((personId) => {
    const opened = before.get(personId);
    return opened && opened.openedHash === hashes.get(personId) ? opened : { personId, openedAt: null, openedHash: null };
  });
}

/** The list that this officer was shown last, as it stands now; its people are not read again. Fails with E-SUBMISSION-NOT-FOUND. */
export async function listOf(tx: Tx, submissionId: string): Promise<ListView> {
  const list = await latestList(tx, submissionId);
  const undecided = await samplesUndecided(tx, submissionId);
  if (!list || list.confirmedAt !== null) return { list: null, sample: [], told: null, undecided };
  return { list, sample: await sampleOf(tx, list.listId), told: list.told, undecided };
}

export interface ConfirmedList {
  readonly listId: string;
  readonly people: number;
  readonly items: number;
  readonly receipt: Receipt;
}

/**
 * Confirms a list as it was shown. In the caller's transaction, in which it asks `decide` first.
 *
 * @returns E-SUBMISSION-NOT-FOUND, E-LIST-NOT-SHOWN, E-LIST-SAMPLE-UNDECIDED, E-LIST-SAMPLE, E-CONFIRM-CHANGED, E-CONFIRM-ELSEWHERE; then nothing has changed
 */
export async function confirmList(
  tx: Tx,
  needs: IntakeNeeds,
  officer: Officer,
  request: { readonly submissionId: string; readonly listHash: string },
): Promise<Result<ConfirmedList>> {
  const { submissionId } = request;
  const file = await latestFile(tx, submissionId);
  if (!file) return refused(submissionNotFound());
  const list = await latestList(tx, submissionId, { root: request.listHash, lock: true });
  if (!list || list.confirmedAt !== null) return refused(listNotShown());
  const undecided = await samplesUndecided(tx, submissionId);
  if (undecided > 0) return refused(sampleUndecided({ count: String(undecided) }));
  const sample = await sampleOf(tx, list.listId);
  const unopened = sample.filter(({ openedHash }) => openedHash === null).length;
  if (unopened > 0) return refused(sampleNotOpened({ count: String(unopened) }));
  const act: ListAct = { list, officer, at: needs.clock.now(), source: doorOf(needs.doors, file).sourceCode };
  const accepted = await undoneWhenRefused(tx, () => acceptAll(tx, needs, file, act, sample));
  if (!accepted.ok) return accepted;
  const { personIds, root, told } = list;
  const people = personIds.length;
  const counts = { received: told.waiting, accepted: people, rejected: 0, waiting: told.waiting - people };
  const decided = { list: { id: list.listId, root, items: told.items, ...counts } };
  const receipt = await decidedReceipt(tx, needs, submissionId, file.round, decided, officer);
  return ok({ listId: list.listId, people, items: told.items, receipt });
}

/** What was written before a refusal was met is taken back; the transaction goes on. */
async function undoneWhenRefused<T>(tx: Tx, work: () => Promise<Result<T>>): Promise<Result<T>> {
  await tx.query('savepoint before_list');
  const done = await work();
  await tx.query(done.ok ? 'release savepoint before_list' : 'rollback to savepoint before_list');
  return done;
}

/**
 * Everybody is held first; then each part is read as it is shown, held against what it must be, and written. The next part is read while the
 * database writes this one.
 */
async function acceptAll(
  tx: Tx,
  needs: IntakeNeeds,
  file: StoredFile,
  act: ListAct,
  sample: readonly Sampled[],
): Promise<Result<undefined>> {
  const { list, officer } = act;
  const { submissionId, personIds } = list;
  const deciding = { ...needs, queueMatches: queueMatches(needs) };
  await holdPeople(tx, submissionId, personIds);
  const facts = await waitingPeople(tx, submissionId, officer.identity, personIds);
  if (facts.length !== personIds.length || facts.some((one) => rowsNotClean(one, officer.roles) !== null))
    return refused(shownHasChanged());
  await signList(tx, deciding, act);
  const opened = new Map(sample.map(({ personId, openedHash }) => [personId, openedHash]));
  const leaves: Uint8Array[] = [];
  let items = 0;
  const parts = [...partsOf(personIds)];
  let next = await review(tx, needs, file, parts[0]!);
  for (const [index, part] of parts.entries()) {
    const all = part.flatMap((personId) => next.get(personId) ?? []);
    const stands =
      all.length === part.length && all.every(({ why, shown, hash }) => why === null && (opened.get(shown.personId) ?? hash) === hash);
    if (!stands) return refused(shownHasChanged());
    const fresh = all.filter(({ person }) => person === undefined).map(({ shown }) => shown.personId);
    if (fresh.length > 0 && (await bindNumbers(tx, fresh)).length > 0) return refused(numberTaken());
    const after = parts[index + 1];
    const [written, read] = await bothEnded(
      acceptPart(tx, deciding, act, all, leaves.length),
      after ? review(tx, needs, file, after) : Promise.resolve(next),
    );
    await settleDualClaims(tx, needs, { personIds: part, bodyId: list.bodyId });
    leaves.push(...written.leaves);
    items += written.items;
    next = read;
  }
  return rootOf(leaves) === list.root && items === list.told.items ? ok(undefined) : refused(shownHasChanged());
}

/** Waits for both, also when one throws: nothing goes on in a transaction that has ended. */
async function bothEnded<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([one, other]);
  return [await one, await other];
}
