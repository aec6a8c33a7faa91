/** A person's card as it is shown: to the person and to officers. Reads only; the caller records the reading. */
import type { CodeStanding } from '#authority/organisations/shapes.ts';
import { standingOfCodes } from '#authority/organisations/store.ts';
import type { Clock, Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Bilingual } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { readPeople } from '#record/register/store.ts';
import { copiesOf } from './copy-store.ts';
import type { CopyView } from './copy-store.ts';
import type { CardSays, HeldBack, MissingForCard, PersonForCard } from './eligible.ts';
import { END_REASONS } from './reasons.ts';
import type { EndReasonCode } from './reasons.ts';
import { kindOf } from './employment.ts';
import type { EmploymentKind } from './employment.ts';
import { employmentsOfPerson } from './people-fit.ts';
import { cardsOf } from './store.ts';
import type { CardState, StoredCard } from './store.ts';

/** Why somebody has no card: everything that is missing, and whether they are held back. Words stand in the portal, by code. */
export interface WhyNoCard {
  readonly missing: readonly MissingForCard[];
  /** `trang_thai_cong_tac`; '' when not stated */
  readonly workState: string;
  /** the last card was ended for this, and no card comes back until a second person releases them */
  readonly heldBack: (HeldBack & { readonly label: Bilingual }) | null;
}

export interface CardView {
  readonly cardId: string;
  readonly number: string;
  readonly state: CardState;
  /** of which of the person's employments it is: the main one, a concurrent one, a secondment */
  readonly employment: EmploymentKind;
  readonly says: CardSays;
  /** how sure the code of the agency is that stands on it, today */
  readonly codeStanding: CodeStanding;
  readonly issuedOn: PlainDate;
  readonly validUntil: PlainDate;
  readonly endedAt: Instant | null;
  readonly endReason: EndReasonCode | null;
  readonly endLabel: { readonly vi: string; readonly en: string } | null;
  /** superseded by another: copies on phones are good until then; null: not so */
  readonly overlapUntil: Instant | null;
  /** copies in wallets that have not run out */
  readonly copies: readonly Omit<CopyView, 'cardId'>[];
}

export interface CardOverview {
  readonly personId: string;
  readonly bodyId: string;
  /** the card of the main employment, or of the secondment in its place; null with `why` */
  readonly held: CardView | null;
  /** cards of concurrent posts that hold beside it */
  readonly beside: readonly CardView[];
  readonly why: WhyNoCard | null;
  /** newest first */
  readonly ended: readonly CardView[];
}

export interface OverviewNeeds {
  readonly keys: Keys;
  readonly clock: Clock;
}

/** null when the session may not see the person. */
export async function cardOf(tx: Tx, needs: OverviewNeeds, personId: string): Promise<CardOverview | null> {
  const person = (await readPeople(tx, needs.keys, [personId])).get(personId);
  if (!person) return null;
  const cards = await cardsOf(tx, personId);
  const copies = await copiesOf(tx, personId, needs.clock.now());
  const standingOf = await standingOfCodes(
    tx,
    cards.map(({ says }) => says.co_quan.ma),
    needs.clock.today(),
  );
  const shown = (card: StoredCard): CardView => ({
    cardId: card.cardId,
    number: card.number,
    state: card.state,
    employment: kindOf(card.employment),
    says: card.says,
    codeStanding: standingOf(card.says.co_quan.ma),
    issuedOn: card.issuedOn,
    validUntil: card.validUntil,
    endedAt: card.endedAt,
    endReason: card.endReason,
    endLabel: card.endReason && END_REASONS[card.endReason].label,
    overlapUntil: card.state === 'CHUYEN_TIEP' ? card.overlapUntil : null,
    copies: copies.filter((copy) => copy.cardId === card.cardId).map(({ cardId: _card, ...copy }) => copy),
  });
  const living = cards.filter((card) => card.state === 'HIEU_LUC');
  const held = living.find((card) => kindOf(card.employment) !== 'concurrent');
  return {
    personId,
    bodyId: person.bodyId,
    held: held ? shown(held) : null,
    beside: living.filter((card) => card !== held).map(shown),
    why: held ? null : await whyNoCard(tx, needs, person),
    ended: cards.filter((card) => !living.includes(card)).map(shown),
  };
}

async function whyNoCard(tx: Tx, { clock }: OverviewNeeds, person: PersonForCard & { readonly personId: string }): Promise<WhyNoCard> {
  const { fit } = (await employmentsOfPerson(tx, person, clock.today())).first;
  if (fit.fits) return { missing: [], workState: '', heldBack: null };
  return {
    missing: fit.missing,
    workState: fit.workState,
    heldBack: fit.heldBack && { ...fit.heldBack, label: END_REASONS[fit.heldBack.reason].label },
  };
}
