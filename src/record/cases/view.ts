/** A case as it is shown: each side sees what is its own, and of the other what that side has told by acting. */
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import { readPeople } from '#record/register/store.ts';
import { maskNationalId } from '#record/register/search.ts';
import type { Bilingual } from '#base/problem.ts';
import { textOf } from '#standard/record-access.ts';
import type { CaseNeeds } from './needs.ts';
import type { CaseAct, CaseSide, PersonCase } from './shapes.ts';
import { postInWords } from './post.ts';
import { answeringSide, undoAnsweredBy } from './step.ts';

/** A side of a case. `name` null: the body that manages has not spoken yet, and is told by nobody else. */
export interface CaseSideView {
  readonly name: string | null;
  readonly mine: boolean;
}

export interface CaseView {
  readonly caseId: string;
  readonly kind: PersonCase['kind'];
  readonly state: PersonCase['state'];
  readonly outcome: PersonCase['outcome'];
  readonly openedBy: CaseSide;
  readonly from: CaseSideView;
  readonly to: CaseSideView;
  /** null when this session may not see who it is */
  readonly person: { readonly name: string; readonly personId: string | null; readonly submissionId: string | null } | null;
  /** as the asking side typed it, masked */
  readonly numberMasked: string | null;
  readonly effectiveOn: string | null;
  readonly untilOn: string | null;
  readonly post: Bilingual | null;
  readonly dueOn: string;
  readonly createdAt: string;
  readonly endedAt: string | null;
  /** waits for somebody who confirms for one of these bodies */
  readonly waitsForMe: boolean;
}

export interface Seer {
  /** bodies whose cases the actor reads; null = all that the session sees */
  readonly reads: readonly string[] | null;
  readonly decides: readonly string[] | null;
}

const within = (bodies: readonly string[] | null, body: string): boolean => bodies === null || bodies.includes(body);

/** Has the side that manages spoken, or is it known by the case itself? */
export const isFromVisible = (one: PersonCase, spoke: boolean): boolean =>
  one.kind === 'dual_claim' ||
  one.kind === 'number_change' ||
  one.fromBody === one.toBody ||
  one.openedBy === 'from' ||
  one.state === 'done' ||
  one.state === 'undone' ||
  spoke;

/** Has the side whose record stays spoken? Until then the other one learns only that there is a record under the number. */
export const isToVisible = (one: PersonCase, spoke: boolean): boolean =>
  one.kind !== 'same_human' ||
  one.state === 'agreed' ||
  one.state === 'done' ||
  one.state === 'undone' ||
  one.state === 'undo_asked' ||
  spoke;

function waits(one: PersonCase, { decides }: Seer): boolean {
  if (one.endedAt !== null || one.state === 'agreed') return false;
  if (one.kind === 'dual_claim') return within(decides, one.fromBody) || within(decides, one.toBody);
  const side = one.state === 'undo_asked' ? undoAnsweredBy(one) : one.state === 'prepared' ? one.openedBy : answeringSide(one);
  return within(decides, side === 'from' ? one.fromBody : one.toBody);
}

/** @param spoke ids of the cases in which the side that manages (of a merge: whose record stays) has acted */
export async function shownCases(
  tx: Tx,
  needs: Pick<CaseNeeds, 'keys' | 'bodyNames' | 'claimedNames'>,
  cases: readonly PersonCase[],
  seer: Seer,
  spoke: ReadonlySet<string>,
): Promise<CaseView[]> {
  const names = await needs.bodyNames(tx, [...new Set(cases.flatMap((one) => [one.fromBody, one.toBody]))]);
  const people = await readPeople(tx, needs.keys as Keys, [
    ...new Set(cases.flatMap((one) => (one.kind === 'same_human' ? [one.personId, one.otherPersonId!] : [one.personId]))),
  ]);
  const claimed = await needs.claimedNames(
    tx,
    cases.flatMap((one) => (one.kind === 'dual_claim' ? [one.personId, one.otherPersonId!] : [])),
  );
  return cases.map((one) => {
    const [fromMine, toMine] = [within(seer.reads, one.fromBody), within(seer.reads, one.toBody)];
    const record = people.get(one.personId) ?? (one.kind === 'same_human' ? people.get(one.otherPersonId!) : undefined);
    const sent = claimed.get(within(seer.reads, one.toBody) && !fromMine ? (one.otherPersonId ?? '') : one.personId);
    const person = record
      ? { name: textOf(record.document, 'B', 'hoTenKhaiSinh'), personId: record.personId, submissionId: null }
      : sent
        ? { name: sent.name, personId: null, submissionId: sent.submissionId }
        : one.content?.personName !== undefined
          ? // told by the body that offered
            { name: one.content.personName, personId: null, submissionId: null }
          : null;
    return {
      caseId: one.caseId,
      kind: one.kind,
      state: one.state,
      outcome: one.outcome,
      openedBy: one.openedBy,
      from: { name: fromMine || isFromVisible(one, spoke.has(one.caseId)) ? (names.get(one.fromBody) ?? '') : null, mine: fromMine },
      to: { name: toMine || isToVisible(one, spoke.has(one.caseId)) ? (names.get(one.toBody) ?? '') : null, mine: toMine },
      person,
      numberMasked: one.content?.nationalId ? maskNationalId(one.content.nationalId) : null,
      effectiveOn: one.effectiveOn,
      untilOn: one.untilOn,
      post: one.post === null ? null : postInWords(one.post, one.effectiveOn!),
      dueOn: one.dueOn,
      createdAt: one.createdAt,
      endedAt: one.endedAt,
      waitsForMe: waits(one, seer),
    };
  });
}

/** The acts of a case, each side's own people by name. */
export const shownActs = (acts: readonly CaseAct[], shown: CaseView) =>
  acts.map(({ act, side, at, byName }) => ({ act, side, at, byName: side !== null && shown[side].mine ? byName : null }));
