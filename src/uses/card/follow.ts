/**
 * Cards follow the register: what a registering means for a person's card is done in the register's own transaction, so that no
 * dismissed official holds a card for one moment longer than the register says they serve. Joined to `OnRegistered` in `start/compose.ts`.
 */
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { keptApartAmong } from '#record/register/kept-apart.ts';
import type { OnRegistered, Registered } from '#record/register/port.ts';
import { latestFile } from '#record/intake/store.ts';
import { compoundOf, lineText, linesOf, textOf } from '#standard/record-access.ts';
import { mayBeEligible } from './eligible.ts';
import { employmentsOfPeople } from './people-fit.ts';
import { performSteps } from './perform.ts';
import type { CardNeeds, PersonStep } from './perform.ts';
import type { EndReasonCode } from './reasons.ts';
import type { CardEvent } from './step.ts';
import { stepsOf } from './steps-of-people.ts';
import { livingCards, supersededCards } from './store.ts';
import type { KnownOfDecision, StoredCard } from './store.ts';

export const followRegister =
  (needs: CardNeeds): OnRegistered =>
  async (tx, people) => {
    const living = await livingCards(
      tx,
      people.map((one) => one.personId),
      { lock: 'update' },
    );
    // Nobody whose record is kept apart has a card; those that they held ended with the mark.
    const apart = await keptApartAmong(
      tx,
      people.map((one) => one.personId),
    );
    // Most of a first load has neither card nor portrait: nothing more is asked for them.
    const concerned = people.filter((one) => !apart.has(one.personId) && (living.has(one.personId) || mayBeEligible(one)));
    if (concerned.length === 0) return;
    const employments = await employmentsOfPeople(tx, concerned, needs.clock.today());
    const ids = concerned.map((one) => one.personId);
    const superseded = Map.groupBy(await supersededCards(tx, ids), ({ personId, employment }) => `${personId} ${employment}`);
    const steps: PersonStep[] = [];
    for (const person of concerned) {
      const event: CardEvent = { kind: 'registered', ...(person.because ? { because: person.because } : {}) };
      for (const one of stepsOf(employments.get(person.personId)!, living.get(person.personId) ?? [], event)) {
        const older = superseded.get(`${person.personId} ${one.employment}`) ?? [];
        steps.push({ ...one, person, superseded: older, known: await knownOf(tx, person, one.card, one.step.ends) });
      }
    }
    await performSteps(tx, needs, steps);
  };

const NOBODY_SAID: KnownOfDecision = { signedOn: null, effectiveOn: null, enteredAt: null };

/** What the record and the submission say of the decision that ends a card: the first three stamps of the clock. */
async function knownOf(tx: Tx, person: Registered, card: StoredCard | null, reason: EndReasonCode | null): Promise<KnownOfDecision> {
  if (!card || reason === null) return NOBODY_SAID;
  const file = person.submissionId === null ? null : await latestFile(tx, person.submissionId);
  return { ...decisionDays(person, reason), enteredAt: file?.submittedAt ?? file?.at ?? null };
}

/** Days of the decision in the record. Pure. */
export function decisionDays(
  { document, validFrom }: Pick<Registered, 'document' | 'validFrom'>,
  reason: EndReasonCode,
): { signedOn: PlainDate | null; effectiveOn: PlainDate } {
  if (reason === 'THOI_PHUC_VU')
    return {
      signedOn: dayIn(compoundOf(document, 'V', 'thoiViec.quyetDinh')),
      effectiveOn: textOf(document, 'V', 'thoiViec.ngay') || validFrom,
    };
  if (reason === 'DOI_CHUC_VU' || reason === 'DOI_CO_QUAN' || reason === 'DOI_DON_VI') {
    const latest = (linesOf(document, 'L', 'boNhiem') ?? []).reduce<Parameters<typeof lineText>[0]>(
      (last, line) => (lineText(line, 'tuNgay') >= lineText(last, 'tuNgay') ? line : last),
      null,
    );
    const from = lineText(latest, 'tuNgay');
    // An older appointment explains no change of today.
    if (from !== '' && from >= validFrom) return { signedOn: dayIn(latest?.['quyetDinh']), effectiveOn: from };
  }
  return { signedOn: null, effectiveOn: validFrom };
}

function dayIn(decision: unknown): PlainDate | null {
  if (typeof decision !== 'object' || decision === null || !('ngay' in decision)) return null;
  return typeof decision.ngay === 'string' ? decision.ngay : null;
}
