/**
 * A body asks people already in service to declare their record in full: by an act with its ground and a last day, never silently. For them the law
 * starts no term (decision 0104); the call does, one a person, and the term is kept, counted and told as that of the law. Decision 0114.
 */
import { currentLists, pinOf } from '#authority/code-lists/editions.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { PlainDate } from '#base/clock.ts';
import { endOfDay, isPlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { isReason } from '#base/reason.ts';
import { addDays, showDate } from '#base/vietnamese/dates.ts';
import { cleanText } from '#base/vietnamese/text.ts';
import { DECLARE, RECORD } from '#record/clocks/clocks-of.ts';
import type { ClockNeeds } from '#record/clocks/run.ts';
import { lawsDue } from '#standard/calendar/legal-terms.ts';
import { leftStates } from '#standard/conditions.ts';
import { judgedBy } from '#standard/list-edition.ts';
import { callRuleOn } from './call-rules.ts';
import { bodiesBelow, candidates, insertCall, insertTerms } from './call-store.ts';
import type { Candidate } from './call-store.ts';
import { callAgain, callDay, callGround, callNobody, callPeople, callTooMany } from './problems.ts';

export interface Call {
  readonly bodyId: string;
  readonly bodyName: string;
  /** of the bodies below, too */
  readonly below: boolean;
  /** nobody else; all who never declared when not said */
  readonly people?: readonly string[];
  readonly lastDay: string;
  /** number and day of the paper by which it is asked */
  readonly ground: string;
  /** why those are asked who declared, or were asked before */
  readonly again?: string;
}

export interface Called {
  readonly id: string;
  readonly people: number;
  /** whose term runs already: it goes on */
  readonly running: number;
  /** who declared or was asked before, and is left out */
  readonly declared: number;
}

/** First and last day that a call of today may name; null: nobody can be asked yet. */
export function callDays(today: PlainDate): { readonly from: PlainDate; readonly until: PlainDate } | null {
  const rule = callRuleOn(today);
  const laws = lawsDue(DECLARE, today);
  return rule && laws && { from: laws.lastDay, until: addDays(today, rule.lastDayWithinDays) };
}

/** Whom a call asks of those who may be asked, and who is left out. */
function chosen(all: readonly Candidate[], { people }: Call, again: string | null) {
  const named = people === undefined ? all : all.filter(({ personId }) => people.includes(personId));
  const before = named.filter(({ standing }) => standing === 'before');
  const asked = named.filter(({ standing }) => standing === 'never' || (standing === 'before' && again !== null));
  return { asked, before, running: named.filter(({ standing }) => standing === 'running').length };
}

/**
 * In the caller's transaction (`acting`, `declaration.call` over the body).
 *
 * @returns how many are asked; fails with E-DECLARATION-CALL-GROUND, -DAY, -PEOPLE, -AGAIN, -NOBODY, -MANY, and nobody is asked then
 */
export async function callToDeclare(
  tx: Tx,
  needs: ClockNeeds,
  who: { readonly accountId: string; readonly name: string },
  call: Call,
): Promise<Result<Called>> {
  const today = needs.clock.today();
  const ground = cleanText(call.ground).text;
  if (!isReason(ground)) return refused(callGround());
  const lists = await currentLists(tx);
  const [days, left] = judgedBy(lists, () => [callDays(today), leftStates()] as const);
  const lastDay = call.lastDay;
  if (days === null || !isPlainDate(lastDay) || lastDay < days.from || lastDay > days.until)
    return refused(callDay({ day: lastDay, from: showDate(days?.from ?? today), until: showDate(days?.until ?? today) }));
  const reason = call.again === undefined ? null : cleanText(call.again).text;
  const again = reason !== null && isReason(reason) ? reason : null;
  const all = await candidates(tx, call.below ? await bodiesBelow(tx, call.bodyId, today) : [call.bodyId], left, DECLARE);
  const { people } = call;
  if (people !== undefined && (new Set(people).size < people.length || !people.every((id) => all.some(({ personId }) => personId === id))))
    return refused(callPeople());
  const { asked, before, running } = chosen(all, call, again);
  // Who is named is meant: that they declared already has to be said, not passed over.
  if (again === null && before.length > 0 && (call.people !== undefined || reason !== null || asked.length === 0))
    return refused(callAgain({ people: String(before.length) }));
  if (asked.length === 0) return refused(callNobody());
  const { peopleMax } = callRuleOn(today)!;
  if (asked.length > peopleMax) return refused(callTooMany({ people: String(asked.length), most: String(peopleMax) }));
  const at = needs.clock.now();
  const callId = needs.chance.uuid7(Date.parse(at));
  const kept = before.length > 0 ? again : null;
  const counts = { people: asked.length, running, declared: again === null ? before.length : 0 };
  const { bodyId, bodyName, below } = call;
  await insertCall(tx, { callId, bodyId, bodyName, below, askedBy: who, at, ground, lastDay, again: kept, ...counts });
  const terms = await insertTerms(tx, {
    callId,
    people: asked.map(({ personId }) => personId),
    clocks: asked.map(() => needs.chance.uuid7(Date.parse(at))),
    term: DECLARE,
    startOn: today,
    endsAt: endOfDay(lastDay),
    edition: pinOf(lists),
    at,
  });
  await recordAct(tx, needs, [
    {
      act: 'declaration.called',
      purpose: 'REGISTER',
      bodyId,
      objectId: callId,
      payload: { ground, lastDay, below, ...counts, ...(kept === null ? {} : { again: kept }) },
    },
    ...terms.map((one) => ({
      act: 'clock.started' as const,
      purpose: 'REGISTER' as const,
      bodyId: one.bodyId,
      objectId: one.personId,
      payload: { clock: one.clockId, term: DECLARE, about: RECORD, startOn: today, lastDay, forecast: false, call: callId },
    })),
  ]);
  return ok({ id: callId, ...counts });
}
