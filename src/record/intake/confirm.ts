/** The officer's side: what is shown of a person, and what follows from a decision (items, register, R2). */
import { recordAct, recordRead } from '#authority/audit/record.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { settleDualClaims } from '#record/cases/claims.ts';
import type { QueueMatches } from '#record/confirmation/closing-store.ts';
import { decidePeople } from '#record/confirmation/decide-person.ts';
import type { Decided, Officer } from '#record/confirmation/decide-person.ts';
import { noteOpened } from '#record/confirmation/list-store.ts';
import { presentPeople } from '#record/confirmation/present-people.ts';
import type { PresentedFrom, ReviewContext } from '#record/confirmation/present-people.ts';
import type { Decision, Item, PresentedContent } from '#record/confirmation/shapes.ts';
import { itemStates } from '#record/confirmation/store.ts';
import { enqueueMatches } from '#record/matching/queue.ts';
import { bodyOfReceipt } from '#record/receipt/body-of-receipt.ts';
import { issueReceipt } from '#record/receipt/issue.ts';
import { receiptWitness } from '#record/receipt/witness.ts';
import type { Receipt, ReceiptContent } from '#record/receipt/shapes.ts';
import { knownOfPeople } from './known-of-people.ts';
import { makersOf } from './makers.ts';
import type { IntakeNeeds } from './needs.ts';
import { bodyHasNoFileFor, submissionNotFound } from './problems.ts';
import { fileOfRound, latestFile } from './store.ts';

const OPEN = new Set(['waiting-match', 'held', 'awaiting-confirmation', 'confirmed', 'returned']);

export interface OfficerView {
  readonly shown: PresentedContent;
  readonly hash: string;
  /** key of the door by which it came: its places are printed by it */
  readonly door: string;
  readonly items: readonly Item[];
  /** keyed hashes of citizen numbers */
  readonly makers: ReadonlySet<string>;
}

/** What an officer would be shown of a person. The caller asks `decide`, and whoever then shows it records it (`recordShown`). Fails with E-PERSON-NOT-IN-SUBMISSION. */
export async function showToOfficer(tx: Tx, needs: IntakeNeeds, submissionId: string, personId: string): Promise<Result<OfficerView>> {
  const shown = await showAllToOfficer(tx, needs, submissionId, [personId]);
  const view = shown.ok ? shown.value.views.get(personId) : undefined;
  return view ? ok(view) : refused(bodyHasNoFileFor());
}

/** What is shown of many, and what it is made of. */
export interface OfficerViews {
  /** of whom nothing waits is not there */
  readonly views: ReadonlyMap<string, OfficerView & PresentedFrom>;
  readonly known: (personId: string) => ReviewContext;
}

/** The same of many. `lock` holds their items and their rows to the end of the transaction: what is shown then stands until it is decided. Fails with E-SUBMISSION-NOT-FOUND. */
export async function showAllToOfficer(
  tx: Tx,
  needs: IntakeNeeds,
  submissionId: string,
  personIds: readonly string[],
  options: { readonly lock?: boolean } = {},
): Promise<Result<OfficerViews>> {
  const file = await latestFile(tx, submissionId);
  if (!file) return refused(submissionNotFound());
  const known = await knownOfPeople(tx, needs, file, personIds);
  const seen = await presentPeople(tx, needs, submissionId, personIds, known, options);
  const makers = await makersOf(tx, submissionId, [...seen.keys()]);
  const views = new Map(
    [...seen].map(([personId, one]) => [personId, { ...one, door: file.door, makers: makers.get(personId) ?? new Set<string>() }]),
  );
  return ok({ views, known });
}

/** The opening of a person of the queue, as a read, and as the opening of a sample where they are in one; MUST be called by whoever shows it, after `decide` has allowed it. */
export async function recordShown(tx: Tx, needs: IntakeNeeds, { shown, hash, items }: OfficerView): Promise<void> {
  await noteOpened(tx, shown, hash, needs.clock.now());
  await recordRead(tx, needs, [
    {
      act: 'item.read',
      purpose: 'CONFIRM',
      bodyId: shown.bodyId,
      objectId: shown.personId,
      revision: items[0]?.round ?? 0,
      payload: { submissionId: shown.submissionId, groups: shown.groups.map((group) => group.group) },
    },
  ]);
}

/** Queues the matches that released items wait for: their first task was settled while they were held. */
export const queueMatches =
  ({ clock }: Pick<IntakeNeeds, 'clock'>): QueueMatches =>
  async (tx, toMatch) => {
    for (const [submissionId, people] of Map.groupBy(toMatch, (one) => one.submissionId))
      await enqueueMatches(tx, { submissionId, bodyId: people[0]!.bodyId, at: clock.now() }, people);
  };

export interface Confirmed extends Decided {
  readonly receipt: Receipt;
}

/**
 * Decides one person and signs the R2 of this act. In the caller's transaction, in which it asks `decide` first:
 * a role taken in between does not confirm any more.
 */
export async function confirmPerson(tx: Tx, needs: IntakeNeeds, officer: Officer, decision: Decision): Promise<Result<Confirmed>> {
  const decided = await confirmPeople(tx, needs, officer, decision.submissionId, [decision]);
  return decided.ok ? decided.value.get(decision.personId)! : decided;
}

/**
 * Decides people of one submission and signs one R2 for this act, which names each item of them; in the caller's transaction, in which it asks `decide` of
 * each first. Whoever is refused stays as they were, and stands in no receipt.
 *
 * @param decisions  each person once
 * @param held       what was shown of them with `lock`, in this very transaction; read anew when it is not said
 * @returns          by person; E-SUBMISSION-NOT-FOUND
 */
export async function confirmPeople(
  tx: Tx,
  needs: IntakeNeeds,
  officer: Officer,
  submissionId: string,
  decisions: readonly Decision[],
  held?: OfficerViews,
): Promise<Result<ReadonlyMap<string, Result<Confirmed>>>> {
  const file = await latestFile(tx, submissionId);
  if (!file) return refused(submissionNotFound());
  const personIds = decisions.map(({ personId }) => personId);
  const known = held?.known ?? (await knownOfPeople(tx, needs, file, personIds));
  const deciding = { ...needs, queueMatches: queueMatches(needs) };
  const decided = await decidePeople(tx, deciding, officer, submissionId, decisions, known, held?.views);
  const done = [...decided].flatMap(([personId, one]) => (one.ok ? [{ personId, ...one.value }] : []));
  const attested = done.flatMap(({ personId, attestationId }) => (attestationId === null ? [] : [personId]));
  if (attested.length > 0) await settleDualClaims(tx, needs, { personIds: attested, bodyId: file.bodyId });
  const items = done.flatMap((one) =>
    one.items.map((item) => ({
      item: item.itemId,
      group: item.group,
      verdict: item.state === 'returned' ? ('returned' as const) : ('registered' as const),
      version: item.version,
    })),
  );
  const receipt = done.length === 0 ? null : await decidedReceipt(tx, needs, submissionId, file.round, { items }, officer);
  return ok(new Map([...decided].map(([personId, one]) => [personId, one.ok ? ok({ ...one.value, receipt: receipt! }) : one])));
}

/** By whose right, as a receipt names it: role, body and days. */
export async function onBehalfIn(
  tx: Tx,
  needs: Pick<IntakeNeeds, 'bodyOn' | 'clock'>,
  { onBehalf }: Pick<Officer, 'onBehalf'>,
): Promise<Pick<ReceiptContent, 'onBehalf'>> {
  if (!onBehalf) return {};
  const body = await needs.bodyOn(tx, onBehalf.byBodyId, needs.clock.today());
  const { role, from, until } = onBehalf;
  return { onBehalf: { role, bodyCode: body?.code ?? '', bodyName: body?.name ?? '', from, until } };
}

/** Signs the R2 of a decision: of one person's items, or of a list. */
export async function decidedReceipt(
  tx: Tx,
  needs: IntakeNeeds,
  submissionId: string,
  round: number,
  decided: Pick<ReceiptContent, 'items' | 'list'>,
  by: Pick<Officer, 'onBehalf'>,
): Promise<Receipt> {
  const file = await fileOfRound(tx, submissionId, round);
  if (!file) throw new Error('a decision without its file');
  const body = await needs.bodyOn(tx, file.bodyId, needs.clock.today());
  const states = (await itemStates(tx, [submissionId])).get(submissionId) ?? {};
  const receipt = await issueReceipt(tx, needs, {
    kind: 'R2',
    at: needs.clock.now(),
    bodyId: file.bodyId,
    ...bodyOfReceipt(body),
    submissionId,
    uploadNumber: file.uploadNumber,
    round,
    sha256: file.sha256,
    sizeBytes: file.sizeBytes,
    asOf: file.asOf ?? '',
    counts: {
      received: file.counts.received,
      accepted: file.counts.accepted,
      rejected: file.counts.rejected,
      waiting: file.counts.waiting,
    },
    ...(await onBehalfIn(tx, needs, by)),
    ...decided,
    final: !Object.entries(states).some(([state, count]) => OPEN.has(state) && count > 0),
  });
  await recordAct(tx, needs, [
    {
      act: 'receipt.issued',
      purpose: 'CONFIRM',
      bodyId: file.bodyId,
      objectId: submissionId,
      revision: round,
      payload: { number: receipt.content.number, jws: receipt.jws },
      rows: [receiptWitness(receipt, file.bodyId)],
    },
  ]);
  return receipt;
}
