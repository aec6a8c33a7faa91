/** Does what was decided of cards, in the caller's transaction, each with its act. */
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { ActEntry } from '#authority/audit/shapes.ts';
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { addDays, addMonths } from '#base/vietnamese/dates.ts';
import { CARD_NUMBER_CHANCE_BYTES, cardNumberFrom, isReadOutEasily } from '#standard/card/card-number.ts';
import { writeHold } from './hold-store.ts';
import type { EndReasonCode } from './reasons.ts';
import type { EmploymentStep } from './steps-of-people.ts';
import { claimNumbers, endCard, endSuperseded, supersedeCard, writeCards } from './store.ts';
import type { CardToWrite, KnownOfDecision, StoredCard } from './store.ts';
import { secondsAfter } from './secrets.ts';

export interface CardNeeds extends AuditNeeds {
  /** how long a card is valid, at most five years */
  readonly cardValidMonths: number;
  /** copies of a card that a neutral change superseded stay good so long; 0: they end at once */
  readonly cardOverlapHours: number;
}

/** Its card is under lock. */
export interface PersonStep extends EmploymentStep {
  readonly person: { readonly personId: string; readonly bodyId: string; readonly version: number };
  /** cards of the same employment that it superseded and whose copies are still good, under lock */
  readonly superseded: readonly StoredCard[];
  readonly known: KnownOfDecision;
}

/** Numbers tried before the chance is said to be broken: 50 bits meet a given number once in millions of millions. */
const NUMBER_TRIES = 5;

function freshNumber({ chance }: CardNeeds): string {
  let number = cardNumberFrom(chance.bytes(CARD_NUMBER_CHANCE_BYTES));
  while (!isReadOutEasily(number)) number = cardNumberFrom(chance.bytes(CARD_NUMBER_CHANCE_BYTES));
  return number;
}

async function freshNumbers(tx: Tx, needs: CardNeeds, count: number): Promise<string[]> {
  const fresh: string[] = [];
  for (let tried = 0; fresh.length < count; tried++) {
    if (tried === NUMBER_TRIES) throw new Error('every card number drawn was given before: chance gives the same again');
    const drawn = Array.from({ length: count - fresh.length }, () => freshNumber(needs));
    fresh.push(...(await claimNumbers(tx, drawn)));
  }
  return fresh;
}

/** Ends the card that held, or lets it be superseded; with an end at once go all that it had superseded. Returns how many copies ended, and the acts. */
async function endOf(
  tx: Tx,
  needs: CardNeeds,
  { person, card, superseded, step, known }: PersonStep & { readonly card: StoredCard },
  { reason, at }: { readonly reason: EndReasonCode; readonly at: Instant },
): Promise<{ readonly copies: number; readonly acts: readonly ActEntry[] }> {
  const entry = (act: ActEntry['act'], of: StoredCard, payload: object): ActEntry => ({
    act,
    purpose: 'CARD',
    bodyId: of.bodyId,
    objectId: of.personId,
    revision: person.version,
    payload: { cardId: of.cardId, number: of.number, reason, ...payload, ...known },
  });
  if (step.overlaps && needs.cardOverlapHours > 0) {
    const until = secondsAfter(at, needs.cardOverlapHours * 3_600);
    if (!(await supersedeCard(tx, card, { reason, at, known }, until))) throw new Error('a card under lock does not hold any more');
    return { copies: 0, acts: [entry('card.superseded', card, { until })] };
  }
  // A wallet that is followed by a new card goes on with it; a lost phone, or somebody who serves no more, does not.
  const walletsToo = !step.begins || reason === 'MAT_DIEN_THOAI';
  const copies = await endCard(tx, card, { reason, at, known, walletsToo });
  if (copies === null) throw new Error('a card under lock does not hold any more');
  if (step.holdsBack) await writeHold(tx, { ...card, holdId: needs.chance.uuid7(Date.parse(at)), reason, at });
  const acts = [entry('card.ended', card, { copies })];
  let all = copies;
  for (const older of superseded) {
    const still = (await endSuperseded(tx, older, reason, at)) ?? 0;
    acts.push(entry('card.ended', older, { copies: still }));
    all += still;
  }
  return { copies: all, acts };
}

/** The holder for whom a session of the system acts. */
export interface InName {
  readonly accountId: string;
}

/** Ends before it begins: of each employment one card holds at most. Returns how many copies ended. */
export async function performSteps(
  tx: Tx,
  needs: CardNeeds,
  steps: readonly PersonStep[],
  inName: InName | null = null,
): Promise<{ readonly copies: number }> {
  let ended = 0;
  const at = needs.clock.now();
  const today = needs.clock.today();
  const acts: ActEntry[] = [];
  const cards: CardToWrite[] = [];
  const numbers = await freshNumbers(tx, needs, steps.filter(({ step, fit }) => step.begins && fit.fits).length);
  for (const asked of steps) {
    const { person, card, fit, step, employment, until } = asked;
    if (card && step.ends !== null) {
      const { copies, acts: ends } = await endOf(tx, needs, { ...asked, card }, { reason: step.ends, at });
      ended += copies;
      acts.push(...ends);
    }
    if (!step.begins || !fit.fits) continue;
    const made: CardToWrite = {
      personId: person.personId,
      cardId: needs.chance.uuid7(Date.parse(at)),
      bodyId: person.bodyId,
      employment,
      number: numbers.pop()!,
      version: person.version,
      says: fit.says,
      employers: fit.employers,
      portrait: fit.portrait,
      issuedOn: today,
      validUntil: [addDays(addMonths(today, needs.cardValidMonths), -1), ...(until === null ? [] : [until])].sort()[0]!,
      createdAt: at,
    };
    cards.push(made);
    acts.push({
      act: 'card.created',
      purpose: 'CARD',
      bodyId: person.bodyId,
      objectId: person.personId,
      revision: person.version,
      payload: {
        cardId: made.cardId,
        number: made.number,
        employment,
        says: made.says,
        portrait: made.portrait,
        validUntil: made.validUntil,
      },
    });
  }
  if (cards.length > 0) await writeCards(tx, cards);
  await recordAct(tx, needs, inName === null ? acts : acts.map((act) => ({ ...act, actorId: inName.accountId, role: 'CA_NHAN' })));
  return { copies: ended };
}
