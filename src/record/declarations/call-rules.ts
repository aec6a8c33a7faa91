/** Within which a body asks people in service to declare: dated rows with their source (`call-rules.json`). Pure. */
import type { PlainDate } from '#base/clock.ts';
import data from './call-rules.json' with { type: 'json' };

export interface CallRule {
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  /** days from today within which the last day lies */
  readonly lastDayWithinDays: number;
  /** people of one call */
  readonly peopleMax: number;
}

/** The rule of a day; null before the decree: nobody can be asked then. */
export const callRuleOn = (day: PlainDate): CallRule | null =>
  (data.rules as readonly CallRule[]).find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo)) ?? null;
