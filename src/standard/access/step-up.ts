/** Acts at which who does them is asked again, by a passkey, and for how long one answer is enough: dated rows of `step-up.json`. Pure. */
import type { PlainDate } from '#base/clock.ts';
import type { AccessAct } from './acts.ts';
import data from './step-up.json' with { type: 'json' };

/**
 * When an installation asks. `required`: at each of these acts, of everybody; who has no passkey cannot do them. `if-registered`: of those who have a
 * passkey; the others act by their session alone, and what they attest says so.
 */
export const STEP_UP_MODES = ['required', 'if-registered'] as const;
export type StepUpMode = (typeof STEP_UP_MODES)[number];

export interface StepUpRules {
  readonly acts: readonly AccessAct[];
  /** one answer is enough for so long, in minutes */
  readonly freshMinutes: number;
}

interface Row extends StepUpRules {
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
}
const ROWS = data.rules as unknown as readonly Row[];

/** The rules of a day; of a day without rules nobody is asked. */
export const stepUpRulesOn = (day: PlainDate): StepUpRules =>
  ROWS.find(({ validFrom, validTo }) => (validFrom === null || validFrom <= day) && (validTo === null || day < validTo)) ?? {
    acts: [],
    freshMinutes: 0,
  };

/** Every act that asks on some day. */
export const ACTS_WITH_STEP_UP: ReadonlySet<AccessAct> = new Set(ROWS.flatMap(({ acts }) => acts));
