/** Who viewed one's own record, in words: openings one by one, hits in lists by day; one's own openings are counted apart. Pure. */
import type { PersonRead } from '#authority/audit/shapes.ts';
import { actWords, purposeWords } from '#authority/audit/words.ts';
import type { MyComplaint } from '#authority/oversight/store.ts';
import type { Instant } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import { groundOf } from './grounds.ts';
import type { Ground } from './grounds.ts';

/** Lines of one page; older ones are in the data to take along. */
export const READS_SHOWN_MAX = 200;

export interface ViewedLine {
  /** by which one may complain about it */
  readonly id: string;
  readonly at: Instant;
  /** codes of `vai_tro`, `SYSTEM` for the system's own work; none when none was held */
  readonly roles: readonly string[];
  readonly bodyName: string;
  readonly purpose: Bilingual;
  readonly kind: Bilingual;
  /** 1 for an opening; for hits in lists how many that day */
  readonly count: number;
  readonly inLists: boolean;
  /** by which ground it was allowed; null: nothing found says so */
  readonly ground: Ground | null;
  /** the consent by which it was looked; null: by authority */
  readonly consent: string | null;
}

export interface Viewed {
  /** newest first */
  readonly items: readonly ViewedLine[];
  /** lines in all, those not shown too */
  readonly total: number;
  readonly mine: { readonly count: number; readonly lastAt: Instant | null };
  /** complaints about readings, newest first; `readingId` is the `id` of a line */
  readonly complaints: readonly (Omit<MyComplaint, 'eventId'> & { readonly readingId: string })[];
}

/** What is known of readings beside the log's rows, by reading. */
export interface ReadingsBeside {
  /** the consent by which it was looked */
  readonly consents?: ReadonlyMap<string, string>;
  /** why the reader's body saw the person then, a code of `REACH_WHY` */
  readonly reach?: ReadonlyMap<string, string>;
}

/** Readings that come as one row a day, not one an opening. */
const LISTS: readonly string[] = ['record.searched', 'report.opened', 'queue.read', 'submission.read', 'consent.listed'];

/**
 * @param reads  newest first, as `readsOfPerson` gives them
 * @param names  of bodies, by id
 */
export function viewedInWords(
  reads: readonly PersonRead[],
  names: ReadonlyMap<string, string>,
  complaints: readonly MyComplaint[] = [],
  max: number = READS_SHOWN_MAX,
  { consents = new Map(), reach = new Map() }: ReadingsBeside = {},
): Viewed {
  const mine = reads.filter((read) => read.purpose === 'OWN_RECORD');
  const others = reads.filter((read) => read.purpose !== 'OWN_RECORD');
  return {
    items: others.slice(0, max).map((read) => ({
      id: read.eventId,
      at: read.at,
      roles: read.actorRole === 'NONE' ? [] : read.actorRole.split('+'),
      bodyName: read.bodyId === null ? '' : (names.get(read.bodyId) ?? ''),
      purpose: purposeWords(read.purpose),
      kind: actWords(read.kind),
      count: read.count,
      inLists: LISTS.includes(read.kind),
      ground: groundOf(read, reach.get(read.eventId) ?? null),
      consent: consents.get(read.eventId) ?? null,
    })),
    total: others.length,
    mine: { count: mine.reduce((sum, read) => sum + read.count, 0), lastAt: mine[0]?.at ?? null },
    complaints: complaints.map(({ eventId, ...complaint }) => ({ readingId: eventId, ...complaint })),
  };
}
