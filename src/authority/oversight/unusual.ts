/** Which of the day's readers are worth a question: counts of one reader on one day against dated limits. Pure. */
import type { PlainDate } from '#base/clock.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import rules from './unusual-readings.json' with { type: 'json' };

export const SIGNS = ['refused', 'denied', 'emptyLookups', 'atNight', 'onePerson', 'unmasked', 'people'] as const;
export type Sign = (typeof SIGNS)[number];

/** What one reader did on one day, in Việt Nam. */
export interface ReaderDay {
  readonly day: PlainDate;
  /** pseudonym of the reader in the log */
  readonly actor: string;
  /** roles acted in, sorted */
  readonly roles: readonly string[];
  /** bodies whose matter it was; at most a few are named */
  readonly bodyIds: readonly string[];
  /** the last of these rows: by it the reader can be named */
  readonly eventId: string;
  readonly counts: Readonly<Record<Sign, number>>;
}

export interface UnusualReader extends ReaderDay {
  /** what stands out, the most beyond its limit first; never empty */
  readonly signs: readonly { readonly sign: Sign; readonly count: number; readonly limit: number }[];
}

/** Readers of whom at least one sign reaches its limit; as they come. */
export const unusualAmong = (readers: readonly ReaderDay[]): UnusualReader[] =>
  readers.flatMap((reader) => {
    const signs = SIGNS.flatMap((sign) => {
      const [count, limit] = [reader.counts[sign], rules.limits[sign]];
      return count >= limit ? [{ sign, count, limit }] : [];
    }).sort((one, other) => other.count / other.limit - one.count / one.limit);
    return signs.length > 0 ? [{ ...reader, signs }] : [];
  });

/** From which day on the page tells. */
export const unusualSince = (today: PlainDate): PlainDate => addDays(today, -rules.daysShown);
/** Openings of one person from so many on stand out. */
export const ONE_PERSON = rules.limits.onePerson;
export const NIGHT = { from: rules.nightFrom, to: rules.nightTo } as const;
