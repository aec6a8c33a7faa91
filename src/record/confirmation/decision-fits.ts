/** Does a decision fit what was shown? Each item one verdict, each returned cell one reason, and nothing that is not the officer's. Pure. */
import { notAllowed } from '#authority/access/problems.ts';
import type { PlainDate } from '#base/clock.ts';
import { ok, refused } from '#base/problem.ts';
import type { Bilingual, Problem, Result } from '#base/problem.ts';
import { groupAt } from '#record/register/leaves.ts';
import type { RegisteredPerson } from '#record/register/shapes.ts';
import { mayConfirmGroup } from './policy.ts';
import type { PresentedFrom } from './present-people.ts';
import {
  cellOfAnotherGroup,
  identityBeforeTheRest,
  mismatchNeedsReason,
  nothingToDecide,
  returnNeedsCell,
  shownHasChanged,
  twoVerdicts,
  unknownReason,
} from './problems.ts';
import { MISMATCH_REASONS, RETURN_REASONS, isReason } from './reasons.ts';
import { IDENTITY } from './register-accepted.ts';
import type { Decision, Item, PresentedContent, PresentedGroup } from './shapes.ts';

/** A decision that fits what was shown. */
export interface Deciding {
  readonly decision: Decision;
  readonly shown: PresentedContent;
  /** undefined = not in the register yet */
  readonly person: RegisteredPerson | undefined;
  readonly items: ReadonlyMap<string, Item>;
  /** the groups that are accepted */
  readonly taken: readonly PresentedGroup[];
}

/** @param roles  of the officer, over the body of the items */
export function checkedAgainst(
  seen: PresentedFrom | undefined,
  roles: readonly string[],
  asked: Decision,
  today: PlainDate,
): Result<Deciding> {
  if (!seen) return refused(nothingToDecide());
  const { shown, person } = seen;
  if (seen.hash !== asked.shownHash) return refused(shownHasChanged());
  // A reason for a mismatch that is not confirmed here says nothing: it is kept nowhere, neither in the item nor in the log.
  const decision: Decision = confirmsMismatch(asked, shown) ? asked : { ...asked, mismatchReason: null };
  const problems = problemsOfDecision(decision, shown, person !== undefined, today);
  const items = new Map(seen.items.map((item) => [item.itemId, item]));
  const mayNot = decision.accept.some((id) => !mayConfirmGroup(items.get(id)?.group ?? IDENTITY, roles));
  if (mayNot) return refused(notAllowed());
  if (problems.length > 0) return refused(...problems);
  return ok({ decision, shown, person, items, taken: shown.groups.filter((group) => decision.accept.includes(group.itemId)) });
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
