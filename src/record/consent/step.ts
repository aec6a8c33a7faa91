/** The states of a consent and what leads from one to another. Pure. */
import type { PlainDate } from '#base/clock.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { coversOf } from './asking-rules.ts';
import type { AskedParts } from './asking-rules.ts';
import { consentNotAsked, consentNotGiven, consentParts } from './problems.ts';

export const CONSENT_STATES = ['asked', 'given', 'refused', 'withdrawn', 'taken-back'] as const;
/** As it is kept. */
export type ConsentState = (typeof CONSENT_STATES)[number];
/** As it stands on a day: a question nobody answered has lapsed, what was given has ended by time. */
export const CONSENT_STANDINGS = [...CONSENT_STATES, 'lapsed', 'ended'] as const;
export type ConsentStanding = (typeof CONSENT_STANDINGS)[number];

export interface ConsentDays extends AskedParts {
  readonly state: ConsentState;
  /** last day on which the body may look */
  readonly until: PlainDate;
  /** last day on which it may be answered */
  readonly answerBy: PlainDate;
}

export function standingOf({ state, until, answerBy }: Omit<ConsentDays, keyof AskedParts>, today: PlainDate): ConsentStanding {
  if (state === 'asked') return answerBy < today || until < today ? 'lapsed' : 'asked';
  if (state === 'given') return until < today ? 'ended' : 'given';
  return state;
}

export type ConsentEvent =
  | ({ readonly act: 'give' } & AskedParts)
  | { readonly act: 'refuse' }
  | { readonly act: 'withdraw' }
  /** by the body that asked */
  | { readonly act: 'take-back' };

/** What of the row changes. */
export type ConsentChange =
  | { readonly state: 'given'; readonly groups: readonly string[]; readonly fields: readonly string[]; readonly covers: readonly string[] }
  | { readonly state: 'refused' | 'withdrawn' | 'taken-back' };

const isPart = (part: readonly string[], whole: readonly string[]): boolean =>
  new Set(part).size === part.length && part.every((one) => whole.includes(one));

/** @returns E-CONSENT-NOT-ASKED, E-CONSENT-NOT-GIVEN; E-CONSENT-PARTS when something is given that was not asked for, or nothing at all */
export function step(consent: ConsentDays, event: ConsentEvent, today: PlainDate): Result<ConsentChange> {
  const standing = standingOf(consent, today);
  switch (event.act) {
    case 'give': {
      if (standing !== 'asked') return refused(consentNotAsked());
      const { groups, fields } = event;
      const isSome = groups.length + fields.length > 0;
      if (!isSome || !isPart(groups, consent.groups) || !isPart(fields, consent.fields)) return refused(consentParts());
      return ok({ state: 'given', groups, fields, covers: coversOf({ groups, fields }) });
    }
    case 'refuse':
      return standing === 'asked' ? ok({ state: 'refused' }) : refused(consentNotAsked());
    case 'take-back':
      return standing === 'asked' ? ok({ state: 'taken-back' }) : refused(consentNotAsked());
    case 'withdraw':
      return standing === 'given' ? ok({ state: 'withdrawn' }) : refused(consentNotGiven());
  }
}
