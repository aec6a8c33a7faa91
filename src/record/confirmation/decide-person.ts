/**
 * One officer's decision of one person, in the caller's transaction: checked against exactly what was shown,
 * attested, registered, audited. All or nothing.
 */
import { notAllowed } from '#authority/access/problems.ts';
import { recordAct } from '#authority/audit/record.ts';
import { listsOf } from '#authority/code-lists/editions.ts';
import type { Chance } from '#base/chance.ts';
import type { Clock, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Bilingual, Problem, Result } from '#base/problem.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import { applyConfirmed } from '#record/register/apply.ts';
import type { ApplyNeeds } from '#record/register/apply.ts';
import { resolveEmployment } from '#record/register/employment.ts';
import { judgeOperations } from '#record/register/judge-operations.ts';
import type { PlacedOperation } from '#record/register/shapes.ts';
import { groupAt } from '#record/register/leaves.ts';
import { mergeGroup } from '#record/register/merge.ts';
import type { RegisteredPerson } from '#record/register/shapes.ts';
import { bindNumbers, readPeople, readSalts, readVersions } from '#record/register/store.ts';
import { judgedBy } from '#standard/list-edition.ts';
import type { GroupCode, RecordDocument } from '#standard/shapes.ts';
import { writeAttestation } from './attestation-store.ts';
import type { AttestationToWrite } from './attestation-store.ts';
import type { AttestationSigner } from './attest.ts';
import { mayConfirmGroup } from './policy.ts';
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
import { buildPresented, shownHash } from './presented.ts';
import type { Decision, Item, ItemDecision, ItemState, PresentedContent } from './shapes.ts';
import { standingProblems } from './standing-again.ts';
import { decideItems, itemsOf, moveItems, releaseHeld } from './store.ts';
import { move } from './step.ts';
import type { QueueMatches } from './store.ts';
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
  readonly stepUp: { readonly method: string; readonly level: string; readonly at: string };
}

/** What other rooms know of this person and submission. */
export interface ReviewContext {
  /** code of `nguon_du_lieu`: how what was stated came here */
  readonly source: string;
  readonly match: PresentedContent['match'];
  readonly problems: PresentedContent['problems'];
  /** suggestions that were accepted in the person's items */
  readonly accepted: NonNullable<PresentedContent['accepted']>;
}

export interface Decided {
  readonly items: readonly {
    readonly itemId: string;
    readonly group: GroupCode;
    readonly state: ItemState;
    readonly version: number | null;
  }[];
  readonly attestationId: string | null;
}

const IDENTITY: GroupCode = 'B';
// docs/architecture.md §8, Submission: only KHOP on all four marks the identity as verified; GAN_KHOP and an unmatched person pass without lock.
/** A level of the match that asks for a reason, in words. */
const levelWords = (level: string): Bilingual =>
  level === 'LECH' ? { vi: 'lệch', en: 'different' } : { vi: 'không tìm thấy', en: 'not found' };
const NEEDS_REASON = new Set(['LECH', 'KHONG_TIM_THAY']);

/** What the officer is shown of a person; null when nothing of theirs is open or was decided in this submission. */
export async function presentedOf(
  tx: Tx,
  needs: Pick<ApplyNeeds, 'keys'>,
  submissionId: string,
  personId: string,
  known: ReviewContext,
  options: { lock?: boolean } = {},
): Promise<{ shown: PresentedContent; items: Item[] } | null> {
  const items = await itemsOf(tx, needs.keys, submissionId, personId, options);
  const waiting = items.filter((item) => item.state === 'awaiting-confirmation');
  if (waiting.length === 0) return null;
  const person = (await readPeople(tx, needs.keys, [personId], options)).get(personId);
  const versions = await readVersions(tx, needs.keys, [personId]);
  const salt = needs.keys.keyedHash('shown', personId);
  return {
    shown: buildPresented({
      items: waiting,
      person,
      versions,
      match: known.match,
      problems: known.problems,
      accepted: known.accepted,
      salt,
    }),
    items,
  };
}

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
  const { shown } = seen;
  if (shownHash(shown) !== asked.shownHash) return refused(shownHasChanged());
  // A reason for a mismatch that is not confirmed here says nothing: it is kept nowhere, neither in the item nor in the log.
  const decision: Decision = confirmsMismatch(asked, shown) ? asked : { ...asked, mismatchReason: null };
  const people = await readPeople(tx, needs.keys, [decision.personId]);
  const problems = problemsOfDecision(decision, shown, people.has(decision.personId), needs.clock.today());
  const items = new Map(seen.items.map((item) => [item.itemId, item]));
  const mayNot = decision.accept.some((id) => !mayConfirmGroup(items.get(id)?.group ?? IDENTITY, officer.roles));
  if (mayNot) return refused(notAllowed());
  if (problems.length === 0) problems.push(...(await employmentProblems(tx, decision, items, people.get(decision.personId)?.document)));
  const lists = await listsOf(tx, editionOf(decision, items));
  if (problems.length === 0)
    problems.push(...judgedBy(lists, () => lineProblems(decision, items, people.get(decision.personId), needs.clock.today())));
  if (problems.length === 0 && people.has(decision.personId)) {
    const taken = shown.groups.filter((group) => decision.accept.includes(group.itemId));
    problems.push(...(await standingProblems(tx, { ...decision, bodyId: shown.bodyId, today: needs.clock.today(), lists }, taken)));
  }
  if (problems.length > 0) return refused(...problems);
  // A number is a person's by the first confirmation: whoever comes second writes nothing, and learns it.
  if (decision.accept.length > 0 && !people.has(decision.personId) && (await bindNumbers(tx, [decision.personId])).length > 0)
    return refused(numberTaken());
  const accepted =
    decision.accept.length > 0
      ? await acceptItems(tx, needs, officer, decision, shown, items, known.source)
      : { attestationId: null, items: [] };
  const returned = await returnItems(tx, needs, officer, decision, items);
  const groups = [...accepted.items, ...returned].map((one) => one.group);
  await releaseHeld(
    tx,
    groups.map((group) => ({ personId: decision.personId, group })),
    needs.queueMatches,
  );
  return ok({ attestationId: accepted.attestationId, items: [...accepted.items, ...returned] });
}

/** A body may have ended or moved since the check: what the register would not take of what is accepted. */
async function employmentProblems(
  tx: Tx,
  decision: Decision,
  items: ReadonlyMap<string, Item>,
  registered: RecordDocument = {},
): Promise<Problem[]> {
  const accepted = decision.accept.flatMap((id) => items.get(id) ?? []).filter(({ operation }) => !operation);
  // Words of a secondment may stand in another group of the same decision.
  const standing = { ...registered, ...Object.fromEntries(accepted.map(({ group, stated }) => [group, stated])) };
  const stated = accepted.map((item) => ({
    bodyId: item.bodyId,
    on: item.validFrom,
    stated: { [item.group]: item.stated },
    personId: decision.personId,
    standing,
  }));
  return (await resolveEmployment(tx, stated)).flatMap((one) => one.problems);
}

/** The lists by which what is decided was checked: the newest of them, where rounds were checked by several. */
const editionOf = ({ accept }: Decision, items: ReadonlyMap<string, Item>): number | null =>
  accept.reduce<number | null>((newest, id) => {
    const edition = items.get(id)?.listEdition ?? null;
    return newest === null || (edition !== null && edition > newest) ? edition : newest;
  }, null);

/** Lines may have gone, ended or come since the check: what stands in the way of the acts on lines that are accepted. */
function lineProblems(
  decision: Decision,
  items: ReadonlyMap<string, Item>,
  person: RegisteredPerson | undefined,
  today: PlainDate,
): Problem[] {
  const accepted = decision.accept.flatMap((id) => items.get(id) ?? []);
  const operations = accepted.flatMap(({ operation }): PlacedOperation[] => (operation ? [{ operation, where: {} }] : []));
  if (operations.length === 0) return [];
  const whole = accepted.filter(({ operation }) => !operation);
  const record = whole.reduce<RecordDocument>(
    (document, { group, stated }) => ({ ...document, [group]: mergeGroup(document[group], stated) }),
    person?.document ?? {},
  );
  return judgeOperations(record, operations, { today, asOf: accepted[0]!.validFrom }).filter(({ severity }) => severity === 'error');
}

async function acceptItems(
  tx: Tx,
  needs: DecideNeeds,
  officer: Officer,
  decision: Decision,
  shown: PresentedContent,
  items: ReadonlyMap<string, Item>,
  source: string,
): Promise<Decided> {
  const at = needs.clock.now();
  const attestationId = needs.chance.uuid7(Date.parse(at));
  const taken = shown.groups.filter((group) => decision.accept.includes(group.itemId));
  const attested: PresentedContent = { ...shown, groups: taken };
  const jws = await needs.signer.sign(tx, shown.bodyId, attested, {
    signer: needs.keys.pseudonym('act', officer.accountId),
    stepUp: officer.stepUp,
    at,
  });
  const salt = (await readSalts(tx, [decision.personId])).get(decision.personId);
  if (!salt) throw new Error('a person without salt is being confirmed');
  const attestation: AttestationToWrite = {
    personId: decision.personId,
    attestationId,
    submissionId: decision.submissionId,
    bodyId: shown.bodyId,
    signerId: officer.accountId,
    signerIdentity: officer.identity,
    signerName: officer.name,
    at,
    itemIds: decision.accept,
    shownHash: shownHash(attested),
    shownSealed: needs.keys.seal(salt, 'attestation', Buffer.from(canonicalJson(attested))),
    jws,
  };
  await writeAttestation(tx, attestation);
  await recordAct(
    tx,
    needs,
    taken.map((group, i) => ({
      act: 'item.confirmed' as const,
      purpose: 'CONFIRM' as const,
      bodyId: shown.bodyId,
      objectId: decision.personId,
      revision: group.compared,
      payload: { itemId: group.itemId, group: group.group, attestationId, jws, mismatchReason: decision.mismatchReason },
      rows: i === 0 ? [attestationWitness(attestation)] : [],
    })),
  );
  const moved = await moveItems(
    tx,
    { kind: 'accepted' },
    { submissionId: decision.submissionId, personIds: [decision.personId], itemIds: decision.accept },
  );
  // Everything or nothing: an item that stood elsewhere by now would be attested and not move.
  if (moved.length !== taken.length || taken.length !== decision.accept.length)
    throw new Error(`${taken.length} items were shown as awaiting confirmation and ${moved.length} moved`);
  const versions: Decided['items'][number][] = [];
  // Acts on lines apart: theirs may be a later day (`applyConfirmed`). What was checked by other lists apart: it pins its own.
  for (const [, groups] of Map.groupBy(
    taken,
    ({ validFrom, operation, itemId }) => `${validFrom} ${operation === undefined} ${items.get(itemId)!.listEdition}`,
  )) {
    const { validFrom } = groups[0]!;
    const first = items.get(groups[0]!.itemId)!;
    const level = shown.match?.level;
    const [applied] = await applyConfirmed(tx, needs, [
      {
        personId: decision.personId,
        bodyId: shown.bodyId,
        validFrom,
        submissionId: decision.submissionId,
        attestationId,
        source,
        listEdition: first.listEdition,
        groups: groups.map(({ group, itemId, compared }) => {
          const { stated, operation } = items.get(itemId)!;
          return { group, stated, comparedVersion: compared, ...(operation ? { operation } : {}) };
        }),
        ...(groups.some((group) => group.group === IDENTITY) && level ? { identityLevel: level, identityLocked: level === 'KHOP' } : {}),
      },
    ]);
    if (!applied || applied.outcome === 'overtaken' || applied.outcome === 'refused')
      throw new Error(`what was shown and locked has changed under the lock (${first.submissionId})`);
    for (const group of groups)
      versions.push({ itemId: group.itemId, group: group.group, state: move({ kind: 'written' }).to, version: applied.version });
  }
  const decided: ItemDecision = { verdict: 'accepted', cells: [], mismatchReason: decision.mismatchReason };
  await decideItems(
    tx,
    versions.map((one) => ({ ...one, personId: decision.personId, event: { kind: 'written' }, decision: decided, attestationId })),
    officer,
    at,
  );
  return { attestationId, items: versions };
}

async function returnItems(
  tx: Tx,
  needs: DecideNeeds,
  officer: Officer,
  decision: Decision,
  items: ReadonlyMap<string, Item>,
): Promise<Decided['items']> {
  if (decision.return.length === 0) return [];
  const at = needs.clock.now();
  await recordAct(
    tx,
    needs,
    decision.return.map((one) => ({
      act: 'item.returned' as const,
      purpose: 'CONFIRM' as const,
      bodyId: items.get(one.itemId)!.bodyId,
      objectId: decision.personId,
      revision: 0,
      payload: { itemId: one.itemId, cells: one.cells },
    })),
  );
  const returned = decision.return.map((one) => ({
    itemId: one.itemId,
    group: items.get(one.itemId)!.group,
    state: move({ kind: 'returned' }).to,
    version: null,
  }));
  await decideItems(
    tx,
    decision.return.map((one) => ({
      itemId: one.itemId,
      personId: decision.personId,
      event: { kind: 'returned' } as const,
      attestationId: null,
      version: null,
      decision: { verdict: 'returned' as const, cells: one.cells, mismatchReason: null },
    })),
    officer,
    at,
  );
  return returned;
}
