/** Asking that a record be kept apart, or be so no more, and deciding it: two people, neither of whom is the person. */
import { recordAct } from '#authority/audit/record.ts';
import { isPlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { cleanText } from '#base/vietnamese/text.ts';
import { classesOn } from './classes.ts';
import { REASON_CHARS_MIN } from './limits.ts';
import type { KeptApartNeeds } from './needs.ts';
import { keptApartClass, keptApartGone, keptApartOpen, keptApartPaper, keptApartRefusal, keptApartStanding } from './problems.ts';
import type { AskKeptApart, KeptApartPaper } from './shapes.ts';
import { step } from './step.ts';
import type { KeptApartEvent } from './step.ts';
import { endGiven, moveKeptApart, standingOf, writeKeptApart } from './store.ts';
import type { KeptApart } from './store.ts';

interface Doer {
  readonly accountId: string;
  readonly name: string;
}

/** The document as it is kept; null: something of it is missing, or its day has not come. */
function paperOf({ number, day, issuer }: KeptApartPaper, today: string): KeptApartPaper | null {
  const paper = { number: cleanText(number).text, day, issuer: cleanText(issuer).text };
  return paper.number !== '' && paper.issuer !== '' && isPlainDate(day) && day <= today ? paper : null;
}

/** @returns the id; E-KEPT-APART-PAPER, E-KEPT-APART-CLASS, E-KEPT-APART-STANDING, E-KEPT-APART-OPEN */
export async function askKeptApart(
  tx: Tx,
  needs: KeptApartNeeds,
  by: Doer,
  of: { readonly personId: string; readonly bodyId: string },
  asked: AskKeptApart,
): Promise<Result<{ readonly id: string }>> {
  const today = needs.clock.today();
  const paper = paperOf(asked.paper, today);
  if (!paper) return refused(keptApartPaper({ day: asked.paper.day }));
  if (!isPlainDate(asked.fromDay) || asked.fromDay > today) return refused(keptApartPaper({ day: asked.fromDay }));
  const classes = classesOn(today).map(({ code }) => code);
  if (asked.kind === 'mark' && !classes.includes(asked.class ?? ''))
    return refused(keptApartClass({ given: asked.class ?? '', allowed: classes.join(', ') }));
  const { mark, open } = await standingOf(tx, of.personId);
  if (open) return refused(keptApartOpen());
  if ((asked.kind === 'end') !== (mark !== null)) return refused(keptApartStanding());
  const at = needs.clock.now();
  const requestId = needs.chance.uuid7(Date.parse(at));
  const written = await writeKeptApart(tx, {
    ...of,
    requestId,
    kind: asked.kind,
    class: asked.kind === 'mark' ? asked.class! : null,
    ends: mark,
    paper,
    fromDay: asked.fromDay,
    askedAt: at,
    by,
  });
  if (!written) return refused(keptApartOpen());
  await record(tx, needs, 'kept-apart.asked', { ...of, requestId, kind: asked.kind });
  return ok({ id: requestId });
}

/** A second person decides; with a granted mark the walls stand and what was given out ends. E-KEPT-APART-GONE, E-KEPT-APART-REFUSAL. */
export async function decideKeptApart(
  tx: Tx,
  needs: KeptApartNeeds,
  by: Doer,
  one: KeptApart,
  answer: { readonly grants: boolean; readonly reason: string },
): Promise<Result<undefined>> {
  const refusal = cleanText(answer.reason).text;
  if (!answer.grants && refusal.length < REASON_CHARS_MIN) return refused(keptApartRefusal());
  const at = needs.clock.now();
  const next = answer.grants ? 'granted' : 'refused';
  return move(tx, needs, one, next, { by, at, ...(answer.grants ? {} : { refusal }) });
}

/** E-KEPT-APART-GONE when it is decided already. */
export const takeBackKeptApart = (tx: Tx, needs: KeptApartNeeds, one: KeptApart): Promise<Result<undefined>> =>
  move(tx, needs, one, 'withdrawn');

async function move(
  tx: Tx,
  needs: KeptApartNeeds,
  one: KeptApart,
  event: KeptApartEvent,
  more: Parameters<typeof moveKeptApart>[3] = {},
): Promise<Result<undefined>> {
  const next = step(one.state, event);
  if (next === null || !(await moveKeptApart(tx, one, next, more))) return refused(keptApartGone());
  const marks = event === 'granted' && one.kind === 'mark';
  const cards = marks ? await endGiven(tx, one.standsAs, needs.clock.now()) : 0;
  await record(tx, needs, `kept-apart.${event}`, { ...one, personId: one.standsAs }, cards);
  return ok(undefined);
}

/** The log names the record and what became of it; neither class nor document. */
const record = (
  tx: Tx,
  needs: KeptApartNeeds,
  act: `kept-apart.${'asked' | KeptApartEvent}`,
  one: Pick<KeptApart, 'personId' | 'bodyId' | 'requestId' | 'kind'>,
  cards = 0,
): Promise<void> =>
  recordAct(tx, needs, {
    act,
    purpose: 'ADMINISTER',
    bodyId: one.bodyId,
    objectId: one.personId,
    payload: { request: one.requestId, kind: one.kind, ...(cards > 0 ? { cards } : {}) },
  });
