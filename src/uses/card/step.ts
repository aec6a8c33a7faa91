/** The life of a card, decided: what ends, what begins. Pure; `perform.ts` does it. */
import type { Because } from '#record/register/shapes.ts';
import { codeList } from '#standard/code-lists.ts';
import { reasonOfMissing } from './eligible.ts';
import type { EmploymentKind } from './employment.ts';
import type { CardEmployers, CardSays, Eligibility } from './eligible.ts';
import { keepsPower } from './power.ts';
import { END_REASONS } from './reasons.ts';
import type { EndReasonCode } from './reasons.ts';

/** The card that holds today, as far as a decision needs it. */
export interface HeldCard {
  readonly says: CardSays;
  /** null: a card of before they were kept; its codes are compared */
  readonly employers: CardEmployers | null;
  /** SHA-256 */
  readonly portrait: string;
}

export type CardEvent =
  /** the register has a new version of the person */
  | { readonly kind: 'registered'; readonly because?: Because }
  /** an officer ends it */
  | { readonly kind: 'ended'; readonly reason: EndReasonCode }
  /** its last day is over */
  | { readonly kind: 'expired' }
  /** a second person has released somebody who was held back */
  | { readonly kind: 'released' };

export interface CardStep {
  /** the card that held ends, for this reason; null: it goes on, or there was none */
  readonly ends: EndReasonCode | null;
  /** a new card begins */
  readonly begins: boolean;
  /** from now on no card begins until a second person releases this one */
  readonly holdsBack: boolean;
  /** copies of the card that ends, and of those that it superseded, stay good for a while: no power is lost. Otherwise all of them end at once. */
  readonly overlaps: boolean;
}

const NOTHING: CardStep = { ends: null, begins: false, holdsBack: false, overlaps: false };

/**
 * Of each employment at most one card holds: a new one begins only with the end of the other. A change of what the card says is an end and a beginning,
 * never an edit (QĐ 06/2008/QĐ-BNV Điều 7); that a body has another name today is such a change too.
 */
export function stepCard(held: HeldCard | null, event: CardEvent, fit: Eligibility, kind: EmploymentKind = 'main'): CardStep {
  if (!held) {
    const mayBegin = event.kind === 'released' || (event.kind === 'registered' && event.because !== 'merged-away');
    return { ...NOTHING, begins: mayBegin && fit.fits };
  }
  switch (event.kind) {
    case 'registered': {
      // Whoever goes over to another body leaves its card; under a new number every copy is made anew.
      if (event.because === 'moved' || event.because === 'renumbered')
        return { ...NOTHING, ends: event.because === 'moved' ? 'DOI_CO_QUAN' : 'DOI_SO_DINH_DANH', begins: fit.fits };
      // Of two records of one human, the one that stays has the card.
      if (event.because === 'merged-away') return { ...NOTHING, ends: 'HO_SO_TRUNG' };
      if (!fit.fits) return { ...NOTHING, ends: reasonOfMissing(fit, kind) };
      const [reason, ...more] = differencesOf(held, fit);
      if (reason === undefined) return NOTHING;
      const overlaps = [reason, ...more].every((one) => END_REASONS[one].neutral) && keepsPower(held.says, fit.says);
      return { ends: reason, begins: true, holdsBack: false, overlaps };
    }
    case 'ended': {
      const { replaced, heldBack } = END_REASONS[event.reason];
      return { ...NOTHING, ends: event.reason, begins: replaced && fit.fits, holdsBack: heldBack };
    }
    case 'expired':
      return { ...NOTHING, ends: 'HET_HAN', begins: fit.fits };
    case 'released':
      return NOTHING;
  }
}

const namesOfPosts = new Map(codeList('chuc_vu').entries.map(({ code, name }) => [code, name]));
/** Does it say more than the list's name of the rank? */
const hasRealTitle = ({ ma, ten }: NonNullable<CardSays['chuc_vu']>): boolean => ma !== undefined && namesOfPosts.get(ma) !== ten;

/**
 * A post of the list is the same post under another name of the list; one written out is what it says. A real title that the card does not say is another
 * post of the same rank: who goes from one department to the next gets a new card.
 */
function samePost(was: CardSays['chuc_vu'], says: CardSays['chuc_vu']): boolean {
  if ((was?.ma ?? was?.ten) !== (says?.ma ?? says?.ten)) return false;
  return !says || !hasRealTitle(says) || was?.ten === says.ten;
}
const sameJob = (a: CardSays['chuc_danh'], b: CardSays['chuc_danh']): boolean => a?.ma === b?.ma && a?.ten === b?.ten;

/** A body is named as it is called today: by name, code and level. */
const samelyNamed = (a: CardSays, b: CardSays): boolean =>
  a.cap === b.cap &&
  [a.co_quan, a.co_quan_quan_ly].every((body, i) => {
    const other = [b.co_quan, b.co_quan_quan_ly][i]!;
    return body.ma === other.ma && body.ten === other.ten;
  });

/** In what the record no longer says what the card says, the weightiest first; empty when it still does. */
function differencesOf(held: HeldCard, { says, portrait, employers }: Extract<Eligibility, { fits: true }>): EndReasonCode[] {
  const was = held.says;
  const sameBodies = held.employers
    ? held.employers.using === employers.using && held.employers.managing === employers.managing
    : was.co_quan.ma === says.co_quan.ma && was.co_quan_quan_ly.ma === says.co_quan_quan_ly.ma;
  const differs = {
    DOI_CO_QUAN: !sameBodies,
    DOI_CHUC_VU: !samePost(was.chuc_vu, says.chuc_vu) || !sameJob(was.chuc_danh, says.chuc_danh),
    DOI_DON_VI: was.don_vi !== says.don_vi,
    DOI_HO_TEN: was.ho_ten !== says.ho_ten,
    DOI_LOAI: was.loai !== says.loai,
    DOI_ANH: held.portrait !== portrait,
    DOI_TEN_CO_QUAN: !samelyNamed(was, says),
  } satisfies Partial<Record<EndReasonCode, boolean>>;
  return (Object.keys(differs) as (keyof typeof differs)[]).filter((code) => differs[code]);
}
