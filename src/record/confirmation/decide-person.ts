/**
 * One officer's decision of one person, in the caller's transaction: checked against exactly what was shown,
 * attested, registered, audited. All or nothing.
 */
import { notAllowed } from '#authority/access/problems.ts';
import { recordAct } from '#authority/audit/record.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import type { Chance } from '#base/chance.ts';
import type { Clock, Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import type { Bilingual, Problem, Result } from '#base/problem.ts';
import type { ApplyNeeds } from '#record/register/apply.ts';
import { groupAt } from '#record/register/leaves.ts';
import { bindNumbers, readSalts } from '#record/register/store.ts';
import type { GroupCode } from '#standard/shapes.ts';
import { attestationOf, writeAttestations } from './attestation-store.ts';
import type { AttestationSigner, Attester } from './attest.ts';
import { closeItems } from './closing-store.ts';
import type { ClosedItem, QueueMatches } from './closing-store.ts';
import { mayConfirmGroup } from './policy.ts';
import { presentedOf } from './present-people.ts';
import type { ReviewContext } from './present-people.ts';
import {
  cellOfAnotherGroup,
  identityBeforeTheRest,
  mismatchNeedsReason,
  nothingToDecide,
  numberTaken,
  returnNeedsCell,
  shownHasChanged,
  twoVerdicts,
  unknownReason,
} from './problems.ts';
import { MISMATCH_REASONS, RETURN_REASONS, isReason } from './reasons.ts';
import { IDENTITY, registerAccepted } from './register-accepted.ts';
import type { AcceptedPerson } from './register-accepted.ts';
import { registerSays } from './register-says.ts';
import type { Decision, Item, ItemState, PresentedContent } from './shapes.ts';
import { moveThrough } from './step.ts';
import { attestationWitness } from './witness.ts';

export interface DecideNeeds extends ApplyNeeds {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly signer: AttestationSigner;
  readonly queueMatches: QueueMatches;
}

/** The officer, as access knows them; `identity` is the keyed hash of their citizen number (hexadecimal). */
export interface Officer {
  readonly accountId: string;
  readonly identity: string;
  /** as it stood in the account that day: the sending body reads it beside what was decided */
  readonly name: string;
  /** over the body of the items */
  readonly roles: readonly string[];
  /** set: they decide by a right that was lent to them, and have none of their own over this body */
  readonly onBehalf?: RightOnBehalf;
  readonly stepUp: { readonly method: string; readonly level: string; readonly at: string };
}

/** Somebody else's right by which an officer decides. */
export interface RightOnBehalf {
  readonly grantId: string;
  readonly role: string;
  readonly byAccountId: string;
  /** the body of the holder's own right */
  readonly byBodyId: string;
  readonly from: PlainDate;
  /** last day */
  readonly until: PlainDate;
}

/** Who attests, as the signature and the log name them. */
export const attesterOf = (keys: Pick<Keys, 'pseudonym'>, { accountId, stepUp, onBehalf }: Officer, at: Instant): Attester => ({
  signer: keys.pseudonym('act', accountId),
  ...(onBehalf
    ? {
        onBehalf: {
          principal: keys.pseudonym('act', onBehalf.byAccountId),
          role: onBehalf.role,
          org: onBehalf.byBodyId,
          delegation: onBehalf.grantId,
          from: onBehalf.from,
          until: onBehalf.until,
        },
      }
    : {}),
  stepUp,
  at,
});
/** What the rows of a decision say of it. */
export const lentIn = ({ onBehalf }: Officer): { readonly delegation?: string } => (onBehalf ? { delegation: onBehalf.grantId } : {});

export interface Decided {
  readonly items: readonly {
    readonly itemId: string;
    readonly group: GroupCode;
    readonly state: ItemState;
    readonly version: number | null;
  }[];
  readonly attestationId: string | null;
}

// docs/architecture.md §8, Submission: only KHOP on all four marks the identity as verified; GAN_KHOP and an unmatched person pass without lock.
/** A level of the match that asks for a reason, in words. */
const levelWords = (level: string): Bilingual =>
  level === 'LECH' ? { vi: 'lệch', en: 'different' } : { vi: 'không tìm thấy', en: 'not found' };
const NEEDS_REASON = new Set(['LECH', 'KHONG_TIM_THAY']);

/** A request is one verdict for each item and one reason for each cell: its lists are held against each other before anything is read from them. */
function contradictions(decision: Decision, shown: PresentedContent): Problem[] {
  const problems: Problem[] = [];
  const ids = [...decision.accept, ...decision.return.map((one) => one.itemId)];
  if (new Set(ids).size < ids.length) problems.push(twoVerdicts());
  const groupOf = new Map(shown.groups.map(({ itemId, group }) => [itemId, group]));
  if (ids.length === 0 || ids.some((id) => !groupOf.has(id))) problems.push(nothingToDecide());
  for (const { itemId, cells } of decision.return) {
    const group = groupOf.get(itemId);
    const wrong = cells.find(
      ({ field }, index) => (group && groupAt(field) !== group) || cells.findIndex((other) => other.field === field) < index,
    );
    if (group && wrong) problems.push(cellOfAnotherGroup({ field: wrong.field, group }));
  }
  return problems;
}

function problemsOfDecision(decision: Decision, shown: PresentedContent, isKnown: boolean, today: string): Problem[] {
  const problems = contradictions(decision, shown);
  for (const { cells } of decision.return) {
    if (cells.length === 0) problems.push(returnNeedsCell());
    for (const cell of cells) if (!isReason(RETURN_REASONS, cell.reason, today)) problems.push(unknownReason({ reason: cell.reason }));
  }
  const accepted = shown.groups.filter((group) => decision.accept.includes(group.itemId)).map((group) => group.group);
  if (accepted.length > 0 && !isKnown && !accepted.includes(IDENTITY)) problems.push(identityBeforeTheRest());
  if (confirmsMismatch(decision, shown)) {
    if (decision.mismatchReason === null) problems.push(mismatchNeedsReason({ level: levelWords(shown.match?.level ?? 'CHUA') }));
    else if (!isReason(MISMATCH_REASONS, decision.mismatchReason, today)) problems.push(unknownReason({ reason: decision.mismatchReason }));
  }
  return problems;
}

/** Does it accept an identity that differs from the source, or was not found there? */
const confirmsMismatch = (decision: Decision, shown: PresentedContent): boolean =>
  NEEDS_REASON.has(shown.match?.level ?? 'CHUA') &&
  shown.groups.some((group) => group.group === IDENTITY && decision.accept.includes(group.itemId));

/**
 * @returns what became of each item; the refusals leave everything as it was:
 *          E-CONFIRM-NOTHING-OPEN, E-CONFIRM-CHANGED, E-CONFIRM-MISMATCH-REASON, E-RETURN-NEEDS-CELL, E-CONFIRM-REASON-UNKNOWN, E-CONFIRM-IDENTITY-FIRST, E-CONFIRM-ELSEWHERE, E-NOT-ALLOWED,
 *          and what the register says by now: E-RECORD-CLOSED, E-TWO-EMPLOYERS, E-PERSON-TWO-BODIES; of acts on lines also
 *          E-LINE-UNKNOWN, E-LINE-ENDED, E-LINE-NO-END, E-LINE-EXISTS, and what the rules find of the record as it would stand
 * The caller has asked `decide` (maker ≠ checker ≠ subject) before.
 */
export async function decidePerson(
  tx: Tx,
  needs: DecideNeeds,
  officer: Officer,
  asked: Decision,
  known: ReviewContext,
): Promise<Result<Decided>> {
  const seen = await presentedOf(tx, needs, asked.submissionId, asked.personId, known, { lock: true });
  if (!seen) return refused(nothingToDecide());
  const { shown, person } = seen;
  if (seen.hash !== asked.shownHash) return refused(shownHasChanged());
  // A reason for a mismatch that is not confirmed here says nothing: it is kept nowhere, neither in the item nor in the log.
  const decision: Decision = confirmsMismatch(asked, shown) ? asked : { ...asked, mismatchReason: null };
  const today = needs.clock.today();
  const problems = problemsOfDecision(decision, shown, person !== undefined, today);
  const items = new Map(seen.items.map((item) => [item.itemId, item]));
  const mayNot = decision.accept.some((id) => !mayConfirmGroup(items.get(id)?.group ?? IDENTITY, officer.roles));
  if (mayNot) return refused(notAllowed());
  const taken = shown.groups.filter((group) => decision.accept.includes(group.itemId));
  if (problems.length === 0) {
    const { personId, submissionId } = decision;
    const accepted = taken.flatMap(({ itemId }) => items.get(itemId) ?? []);
    const said = await registerSays(tx, { bodyId: shown.bodyId, submissionId, today }, [{ personId, person, items: accepted, taken }]);
    problems.push(...(said.get(personId) ?? []));
  }
  if (problems.length > 0) return refused(...problems);
  // A number is a person's by the first confirmation: whoever comes second writes nothing, and learns it.
  if (decision.accept.length > 0 && !person && (await bindNumbers(tx, [decision.personId])).length > 0) return refused(numberTaken());
  const at = needs.clock.now();
  const accepted =
    taken.length > 0 ? await attested(tx, needs, officer, at, { ...shown, groups: taken }, items, decision.mismatchReason) : null;
  const closed = [
    ...(accepted ? await registerAccepted(tx, needs, known.source, [accepted]) : []),
    ...(await returnedItemsOf(tx, needs, officer, decision, items)),
  ];
  await closeItems(tx, closed, officer, at, needs.queueMatches);
  return ok({
    attestationId: accepted?.attestationId ?? null,
    items: closed.map(({ itemId, group, events, version }) => ({ itemId, group, state: moveThrough(events).to, version })),
  });
}

/** Attests what is accepted of the person, with its rows in the log. */
async function attested(
  tx: Tx,
  needs: DecideNeeds,
  officer: Officer,
  at: Instant,
  content: PresentedContent,
  items: ReadonlyMap<string, Item>,
  mismatchReason: string | null,
): Promise<AcceptedPerson> {
  const attestationId = needs.chance.uuid7(Date.parse(at));
  const { personId, bodyId } = content;
  const jws = await needs.signer.sign(tx, bodyId, content, attesterOf(needs.keys, officer, at));
  const attestation = attestationOf(needs.keys, await readSalts(tx, [personId]), officer, {
    attestationId,
    at,
    content,
    text: canonicalJson(content),
    jws,
    part: null,
  });
  await writeAttestations(tx, [attestation]);
  await recordAct(
    tx,
    needs,
    content.groups.map((group, i) => ({
      act: 'item.confirmed' as const,
      purpose: 'CONFIRM' as const,
      bodyId,
      objectId: personId,
      revision: group.compared,
      payload: { itemId: group.itemId, group: group.group, attestationId, jws, mismatchReason, ...lentIn(officer) },
      rows: i === 0 ? [attestationWitness(attestation)] : [],
    })),
  );
  return { attested: content, attestationId, items, mismatchReason };
}

/** What goes back, with its rows in the log. */
async function returnedItemsOf(
  tx: Tx,
  needs: DecideNeeds,
  officer: Officer,
  decision: Decision,
  items: ReadonlyMap<string, Item>,
): Promise<ClosedItem[]> {
  if (decision.return.length === 0) return [];
  await recordAct(
    tx,
    needs,
    decision.return.map((one) => ({
      act: 'item.returned' as const,
      purpose: 'CONFIRM' as const,
      bodyId: items.get(one.itemId)!.bodyId,
      objectId: decision.personId,
      revision: 0,
      payload: { itemId: one.itemId, cells: one.cells, ...lentIn(officer) },
    })),
  );
  return decision.return.map((one) => ({
    itemId: one.itemId,
    personId: decision.personId,
    group: items.get(one.itemId)!.group,
    events: [{ kind: 'returned' }],
    decision: { verdict: 'returned', cells: one.cells, mismatchReason: null },
    attestationId: null,
    version: null,
  }));
}
