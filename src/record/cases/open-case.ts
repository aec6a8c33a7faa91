/** Asking: for a person whom another body has, offering one's own person, a number made anew. Each with its act and its audit rows, in the caller's transaction (`acting`). */
import { recordAct } from '#authority/audit/record.ts';
import { isPlainDate } from '#base/vietnamese/dates.ts';
import type { PlainDate } from '#base/clock.ts';
import { addDays, showDate } from '#base/vietnamese/dates.ts';
import { repairNationalId } from '#base/vietnamese/numbers.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import { enqueueMatches } from '#record/matching/queue.ts';
import { leftStates } from '#standard/conditions.ts';
import { isDemoNumber } from '#standard/kinds/national-id.ts';
import { codeOfDay } from './body-of-day.ts';
import { EFFECTIVE_DAYS_MAX, POST_CHARS_MAX, SECONDED_DAYS_MAX } from './limits.ts';
import type { CaseActor, CaseNeeds } from './needs.ts';
import {
  caseBodyDay,
  caseDay,
  caseDemoNumber,
  caseGround,
  caseMine,
  caseNobody,
  caseNumber,
  caseNumberTaken,
  caseOpenAlready,
  casePost,
  caseReceiver,
  caseSameRecord,
  caseSurvivor,
  caseUnderWay,
  caseUntil,
  standingWords,
} from './problems.ts';
import { leavesNowhereApart } from '#record/register/kept-apart.ts';
import { personNotFound } from '#record/register/problems.ts';
import { readPeople } from '#record/register/store.ts';
import { textOf } from '#standard/record-access.ts';
import type { CaseContent, CaseGround, CaseKind, CaseSide } from './shapes.ts';
import { askSameHuman } from './merge-store.ts';
import { askForNumber, askForPerson, offerConcurrent, offerPerson, offerSecondment, sealForCase, writeAct } from './store.ts';
import { postTyped } from './post.ts';
import { isLent } from './step.ts';
import type { Opening } from './store.ts';
import { dueOn } from './terms.ts';

/** What every asking says. */
interface Asking extends CaseGround {
  /** the body that asks */
  readonly bodyId: string;
  /** does the actor confirm for this body? then the body has asked; else its officer must agree first */
  readonly confirms: boolean;
}
export interface AskPerson extends Asking {
  readonly nationalId: string;
  readonly effectiveOn: PlainDate;
}
export interface OfferPerson extends Asking {
  readonly personId: string;
  /** code of the body that is to take over */
  readonly receiving: string;
  readonly effectiveOn: PlainDate;
}
/** Another body is to use the person, until `untilOn`; the body that offers goes on to manage. */
export interface OfferSecondment extends OfferPerson {
  readonly untilOn: PlainDate;
}
/** A post at another body beside the main one, until `untilOn` or until a side ends it. */
export interface OfferConcurrent extends OfferPerson {
  /** code or words */
  readonly post: string;
  /** '' or null: the decision names no last day */
  readonly untilOn: PlainDate | null;
}
/** One's own record goes; the one under the number stays. */
export interface AskSameHuman extends Asking {
  readonly personId: string;
  readonly nationalId: string;
}
export interface AskNumber extends Asking {
  readonly personId: string;
  readonly newNationalId: string;
}

/** The number in 12 digits; text that only looks like one is asked for again, never repaired by a guess. */
function numberOf(text: string, needs: CaseNeeds): Result<string> {
  const reading = repairNationalId(text);
  if (reading.kind !== 'read' || reading.confidence < 1 || !/^\d{12}$/.test(reading.value)) return refused(caseNumber());
  return isDemoNumber(reading.value) && !needs.demo ? refused(caseDemoNumber()) : ok(reading.value);
}

function problemsOfGround(ground: CaseGround, today: PlainDate): Problem[] {
  const { decisionNumber, decisionDate } = ground;
  return decisionNumber.trim() === '' || !isPlainDate(decisionDate) || decisionDate > today ? [caseGround()] : [];
}

function problemsOfDay(day: PlainDate, ground: CaseGround, today: PlainDate): Problem[] {
  const wrong = !isPlainDate(day) || day < ground.decisionDate || day > addDays(today, EFFECTIVE_DAYS_MAX);
  return wrong ? [caseDay({ day, daysMax: EFFECTIVE_DAYS_MAX })] : [];
}

function problemsOfUntil(
  { effectiveOn, untilOn }: { readonly effectiveOn: PlainDate; readonly untilOn: PlainDate },
  today: PlainDate,
): Problem[] {
  const wrong = !isPlainDate(untilOn) || untilOn < effectiveOn || untilOn < today || untilOn > addDays(effectiveOn, SECONDED_DAYS_MAX);
  return wrong ? [caseUntil({ day: untilOn, daysMax: SECONDED_DAYS_MAX })] : [];
}

/** The name under which the body that manages offers its person: by offering it tells who it is. */
async function nameFor(tx: Tx, needs: CaseNeeds, personId: string): Promise<{ readonly personName?: string }> {
  const person = (await readPeople(tx, needs.keys, [personId])).get(personId);
  return person ? { personName: textOf(person.document, 'B', 'hoTenKhaiSinh') } : {};
}

const contentOf = (asked: Asking, told: Pick<CaseContent, 'nationalId' | 'newNationalId' | 'personName'>): CaseContent => ({
  ...told,
  decisionNumber: asked.decisionNumber.trim(),
  decisionDate: asked.decisionDate,
  reason: asked.reason.trim(),
});

function openingOf(needs: CaseNeeds, asked: Asking, kind: CaseKind, content: CaseContent): Opening {
  const at = needs.clock.now();
  const caseId = needs.chance.uuid7(Date.parse(at));
  return {
    caseId,
    bodyId: asked.bodyId,
    byClerk: !asked.confirms,
    at,
    termEnds: dueOn(kind, needs.clock.today()),
    sealed: sealForCase(needs.keys, caseId, content),
  };
}

/** The act and its audit row; who confirms for the side has agreed for it by asking. */
async function noteOpened(
  tx: Tx,
  needs: CaseNeeds,
  actor: CaseActor,
  about: { readonly opening: Opening; readonly kind: CaseKind; readonly side: CaseSide; readonly objectId: string },
): Promise<void> {
  const { opening, kind, side } = about;
  const by = { accountId: actor.accountId, identity: actor.identity, name: actor.name };
  const agrees = (kind === 'transfer' || isLent(kind) || kind === 'same_human') && !opening.byClerk;
  for (const act of agrees ? (['opened', 'consented'] as const) : (['opened'] as const))
    await writeAct(tx, opening.caseId, { act, side, bodyId: opening.bodyId, by, at: opening.at });
  await recordAct(tx, needs, [
    {
      act: 'case.opened',
      purpose: 'CASE',
      bodyId: opening.bodyId,
      objectId: about.objectId,
      payload: { caseId: opening.caseId, kind, agreed: agrees },
    },
  ]);
}

export type Opened = Result<{ readonly caseId: string; readonly kind: CaseKind }>;

/** Fails with E-CASE-NUMBER, E-CASE-NUMBER-DEMO, E-CASE-GROUND, E-CASE-DAY, E-CASE-BODY-DAY, E-CASE-NOBODY, E-CASE-MINE, E-CASE-OPEN. Who has the person is not told. */
export async function openAsking(tx: Tx, needs: CaseNeeds, actor: CaseActor, asked: AskPerson): Promise<Opened> {
  const today = needs.clock.today();
  const number = numberOf(asked.nationalId, needs);
  if (!number.ok) return number;
  const problems = [...problemsOfGround(asked, today), ...problemsOfDay(asked.effectiveOn, asked, today)];
  if (problems.length > 0) return refused(...problems);
  const opening = openingOf(needs, asked, 'transfer', contentOf(asked, { nationalId: number.value, newNationalId: null }));
  const numberHash = needs.keys.nationalIdHash(number.value);
  if ((await codeOfDay(tx, needs, asked.bodyId, asked.effectiveOn)) === null)
    return refused(caseBodyDay({ day: showDate(asked.effectiveOn) }));
  const opened = await askForPerson(tx, opening, { numberHash, effectiveOn: asked.effectiveOn, leftStates: leftStates() });
  if (opened.outcome === 'nobody') return refused(caseNobody());
  if (opened.outcome === 'mine') return refused(caseMine());
  if (opened.outcome === 'open' || opened.kind === null) return refused(caseOpenAlready());
  // The log of the asking body names its case, not the person: they are another body's.
  await noteOpened(tx, needs, actor, { opening, kind: opened.kind, side: 'to', objectId: opening.caseId });
  return ok({ caseId: opening.caseId, kind: opened.kind });
}

/** Fails with E-CASE-GROUND, E-CASE-DAY, E-CASE-RECEIVER, E-CASE-BODY-DAY, E-PERSON-NOT-FOUND, E-CASE-OPEN. */
export const openOffer = (tx: Tx, needs: CaseNeeds, actor: CaseActor, asked: OfferPerson): Promise<Opened> =>
  offer(tx, needs, actor, asked, 'transfer', [], (opening, receiving) =>
    offerPerson(tx, opening, { personId: asked.personId, receiving, effectiveOn: asked.effectiveOn }),
  );

/** Fails as `openOffer`, and with E-CASE-UNTIL. */
export const openSecondment = (tx: Tx, needs: CaseNeeds, actor: CaseActor, asked: OfferSecondment): Promise<Opened> =>
  offer(tx, needs, actor, asked, 'secondment', problemsOfUntil(asked, needs.clock.today()), (opening, receiving) =>
    offerSecondment(tx, opening, { personId: asked.personId, receiving, effectiveOn: asked.effectiveOn, untilOn: asked.untilOn }),
  );

/** Fails as `openSecondment`, and with E-CASE-POST. */
export async function openConcurrent(tx: Tx, needs: CaseNeeds, actor: CaseActor, asked: OfferConcurrent): Promise<Opened> {
  const { personId, effectiveOn } = asked;
  const untilOn = asked.untilOn?.trim() ? asked.untilOn.trim() : null;
  const post = postTyped(asked.post, effectiveOn);
  const wrong = [
    ...(post === null ? [casePost({ charsMax: POST_CHARS_MAX })] : []),
    ...(untilOn === null ? [] : problemsOfUntil({ effectiveOn, untilOn }, needs.clock.today())),
  ];
  return offer(tx, needs, actor, asked, 'concurrent', wrong, (opening, receiving) =>
    offerConcurrent(tx, opening, { personId, receiving, post: post!, effectiveOn, untilOn }),
  );
}

async function offer(
  tx: Tx,
  needs: CaseNeeds,
  actor: CaseActor,
  asked: OfferPerson,
  kind: 'transfer' | 'secondment' | 'concurrent',
  more: readonly Problem[],
  write: (opening: Opening, receiving: string) => Promise<{ readonly outcome: string }>,
): Promise<Opened> {
  const today = needs.clock.today();
  const problems = [...problemsOfGround(asked, today), ...problemsOfDay(asked.effectiveOn, asked, today), ...more];
  if (problems.length > 0) return refused(...problems);
  const may = await leavesNowhereApart(tx, asked.personId);
  if (!may.ok) return may;
  const told = await nameFor(tx, needs, asked.personId);
  const opening = openingOf(needs, asked, kind, contentOf(asked, { nationalId: null, newNationalId: null, ...told }));
  const receiving = await needs.bodyByCode(tx, asked.receiving.trim(), today);
  if (receiving === null) return refused(caseReceiver({ code: asked.receiving }));
  if ((await codeOfDay(tx, needs, receiving, asked.effectiveOn)) === null)
    return refused(caseBodyDay({ day: showDate(asked.effectiveOn) }));
  const opened = await write(opening, receiving);
  if (opened.outcome === 'not-yours') return refused(personNotFound());
  if (opened.outcome === 'same') return refused(caseReceiver({ code: asked.receiving }));
  if (opened.outcome === 'open') return refused(caseOpenAlready());
  await noteOpened(tx, needs, actor, { opening, kind, side: 'from', objectId: asked.personId });
  return ok({ caseId: opening.caseId, kind });
}

/**
 * The record under the number stays, and its body decides. Who has it is not told, only that there is one.
 * Fails with E-CASE-NUMBER, E-CASE-NUMBER-DEMO, E-CASE-GROUND, E-PERSON-NOT-FOUND, E-CASE-NOBODY, E-CASE-SAME-RECORD, E-CASE-OPEN, E-CASE-SURVIVOR, E-CASE-UNDER-WAY.
 */
export async function openSameHuman(tx: Tx, needs: CaseNeeds, actor: CaseActor, asked: AskSameHuman): Promise<Opened> {
  const today = needs.clock.today();
  const number = numberOf(asked.nationalId, needs);
  if (!number.ok) return number;
  const problems = problemsOfGround(asked, today);
  if (problems.length > 0) return refused(...problems);
  const may = await leavesNowhereApart(tx, asked.personId);
  if (!may.ok) return may;
  const told = await nameFor(tx, needs, asked.personId);
  const opening = openingOf(needs, asked, 'same_human', contentOf(asked, { nationalId: number.value, newNationalId: null, ...told }));
  const opened = await askSameHuman(tx, opening, { personId: asked.personId, numberHash: needs.keys.nationalIdHash(number.value), today });
  switch (opened.outcome) {
    case 'opened':
      break;
    case 'not-yours':
      return refused(personNotFound());
    case 'nobody':
      return refused(caseNobody());
    case 'same':
      return refused(caseSameRecord());
    case 'survivor':
      return refused(caseSurvivor());
    case 'open':
      return refused(caseOpenAlready());
    default:
      return refused(caseUnderWay(standingWords([opened.outcome])));
  }
  await noteOpened(tx, needs, actor, { opening, kind: 'same_human', side: 'from', objectId: asked.personId });
  return ok({ caseId: opening.caseId, kind: 'same_human' });
}

/** Also asks the population database about the new number. Fails with E-CASE-NUMBER, E-CASE-NUMBER-DEMO, E-CASE-GROUND, E-PERSON-NOT-FOUND, E-CASE-NUMBER-TAKEN, E-CASE-OPEN. */
export async function openNumberChange(tx: Tx, needs: CaseNeeds, actor: CaseActor, asked: AskNumber): Promise<Opened> {
  const today = needs.clock.today();
  const number = numberOf(asked.newNationalId, needs);
  if (!number.ok) return number;
  const problems = problemsOfGround(asked, today);
  if (problems.length > 0) return refused(...problems);
  const may = await leavesNowhereApart(tx, asked.personId);
  if (!may.ok) return may;
  const opening = openingOf(needs, asked, 'number_change', contentOf(asked, { nationalId: null, newNationalId: number.value }));
  const newHash = needs.keys.nationalIdHash(number.value);
  const opened = await askForNumber(tx, opening, { personId: asked.personId, newHash, today });
  if (opened.outcome === 'not-yours') return refused(personNotFound());
  // Whether it is this person's or somebody else's is the same answer: nothing is told of a foreign record.
  if (opened.outcome === 'same' || opened.outcome === 'taken') return refused(caseNumberTaken());
  if (opened.outcome === 'open') return refused(caseOpenAlready());
  await noteOpened(tx, needs, actor, { opening, kind: 'number_change', side: 'to', objectId: asked.personId });
  const { caseId, bodyId, at } = opening;
  await enqueueMatches(tx, { submissionId: caseId, bodyId, at }, [{ personId: caseId }]);
  return ok({ caseId, kind: 'number_change' });
}
