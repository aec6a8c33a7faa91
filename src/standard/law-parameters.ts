/** Figures of the law as of a day: percents, months, ages. Data with sources in `law/parameters.json`. */
import type { PlainDate } from '#base/clock.ts';
import { lawParameters, type LawParameter, type LawParameterKey } from './law/parameters.ts';

export type { LawParameter, LawParameterKey } from './law/parameters.ts';

/** The parameter in force on a day, with its unit, source and confidence; null when none was in force. */
export const lawParameter = (key: LawParameterKey, on: PlainDate): LawParameter | null =>
  lawParameters().find(
    (row) => row.key === key && (row.validFrom === null || row.validFrom <= on) && (row.validTo === null || on < row.validTo),
  ) ?? null;
