/** The officer's side: what is shown of a person, and what follows from a decision (items, register, R2). */
import { recordAct, recordRead } from '#authority/audit/record.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { settleDualClaims } from '#record/cases/claims.ts';
import { decidePerson, presentedOf } from '#record/confirmation/decide-person.ts';
import type { Decided, ReviewContext, Officer } from '#record/confirmation/decide-person.ts';
import { sentBySubject } from '#record/confirmation/problems.ts';
import { shownHash } from '#record/confirmation/presented.ts';
import type { Decision, Item, PresentedContent } from '#record/confirmation/shapes.ts';
import { itemStates } from '#record/confirmation/store.ts';
import type { QueueMatches } from '#record/confirmation/store.ts';
import { enqueueMatches } from '#record/matching/queue.ts';
import { latestMatch } from '#record/matching/store.ts';
import { issueReceipt } from '#record/receipt/issue.ts';
import { receiptWitness } from '#record/receipt/witness.ts';
import type { Receipt } from '#record/receipt/shapes.ts';
import { acceptedOf } from './acceptance-store.ts';
import { doorOf } from './door.ts';
import { readProblems } from './line-store.ts';
import { makersOf } from './makers.ts';
import type { IntakeNeeds } from './needs.ts';
import { bodyHasNoFileFor, submissionNotFound } from './problems.ts';
import { fileOfRound, latestFile } from './store.ts';
import type { StoredFile } from './store.ts';

const PROBLEMS_SHOWN_MAX = 500;
const OPEN = new Set(['waiting-match', 'held', 'awaiting-confirmation', 'confirmed', 'returned']);

/** Did the person of the record send, correct or submit it? Told to the officer; confirming stays with them. */
async function madeBySubject(tx: Tx, submissionId: string, personId: string): Promise<boolean> {
  const makers = [...(await makersOf(tx, submissionId, personId))];
  const rows = await tx.query('select 1 from national_id where person_id = $1 and id_hash = any ($2)', [
    personId,
    makers.map((one) => Buffer.from(one, 'hex')),
  ]);
  return rows.length > 0;
}

/** Match result and problems of a person in a submission, as the officer sees them. */
async function knownOf(tx: Tx, needs: IntakeNeeds, file: StoredFile, personId: string): Promise<ReviewContext> {
  const { submissionId } = file;
  const problems = await readProblems(tx, needs.keys, submissionId, file.round, { personId, limit: PROBLEMS_SHOWN_MAX });
  const match = await latestMatch(tx, personId);
  const isOwn = await madeBySubject(tx, submissionId, personId);
  const { code, severity, value } = sentBySubject();
  return {
    source: doorOf(needs.doors, file).sourceCode,
    match: match ? { level: match.level, fields: match.fields } : null,
    problems: [
      ...(isOwn ? [{ code, severity, value, place: null, field: null }] : []),
      ...problems.map((one) => ({ code: one.code, severity: one.severity, value: one.value, place: one.place, field: one.field })),
    ],
    accepted: await acceptedOf(tx, needs.keys, submissionId, personId),
  };
}

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
  const file = await latestFile(tx, submissionId);
  const seen = file && (await presentedOf(tx, needs, submissionId, personId, await knownOf(tx, needs, file, personId)));
  if (!seen) return refused(bodyHasNoFileFor());
  return ok({
    door: file.door,
    shown: seen.shown,
    hash: shownHash(seen.shown),
    items: seen.items,
    makers: await makersOf(tx, submissionId, personId),
  });
}

/** The opening of a person of the queue, as a read; MUST be called by whoever shows it, after `decide` has allowed it. */
export async function recordShown(tx: Tx, needs: IntakeNeeds, { shown, items }: OfficerView): Promise<void> {
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
  const file = await latestFile(tx, decision.submissionId);
  if (!file) return refused(submissionNotFound());
  const known = await knownOf(tx, needs, file, decision.personId);
  const decided = await decidePerson(tx, { ...needs, queueMatches: queueMatches(needs) }, officer, decision, known);
  if (!decided.ok) return decided;
  if (decided.value.attestationId !== null) await settleDualClaims(tx, needs, { personId: decision.personId, bodyId: file.bodyId });
  return ok({ ...decided.value, receipt: await decidedReceipt(tx, needs, decision.submissionId, file.round, decided.value) });
}

async function decidedReceipt(tx: Tx, needs: IntakeNeeds, submissionId: string, round: number, decided: Decided): Promise<Receipt> {
  const file = await fileOfRound(tx, submissionId, round);
  if (!file) throw new Error('a decision without its file');
  const body = await needs.bodyOn(tx, file.bodyId, needs.clock.today());
  const states = (await itemStates(tx, [submissionId])).get(submissionId) ?? {};
  const receipt = await issueReceipt(tx, needs, {
    kind: 'R2',
    at: needs.clock.now(),
    bodyId: file.bodyId,
    bodyCode: body?.code ?? '',
    bodyName: body?.name ?? '',
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
    items: decided.items.map((item) => ({
      item: item.itemId,
      group: item.group,
      verdict: item.state === 'returned' ? 'returned' : 'registered',
      version: item.version,
    })),
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
