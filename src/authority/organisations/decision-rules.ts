/** The first day on which a decision of the State may be dated; dated data with its source. */
import type { PlainDate } from '#base/clock.ts';
import rules from './lists/decision-rules.json' with { type: 'json' };

export const FIRST_DECISION_DAY: PlainDate = rules.firstDay;
