/** By which ground a reading of somebody's record was allowed: of its task, or of the reach by which the body saw the person then. Pure. Decision 0100. */
import type { PersonRead } from '#authority/audit/shapes.ts';
import { dayInVietnam } from '#base/clock.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import grounds from './grounds.json' with { type: 'json' };

export interface Ground extends Bilingual {
  readonly code: string;
  /** article that allows it; how sure that is stands in `grounds.json` */
  readonly source: string;
}
interface GroundRow extends Ground {
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
}
const ROWS: readonly GroundRow[] = grounds.rows;

/** Purposes that are no task of their own: somebody looks, and may because of where they stand. */
const BY_REACH: ReadonlySet<string> = new Set(['CONSULT']);
/** The department of the ministry reaches everybody by its place in the tree; it manages nobody. */
const MINISTRY_ROLE = 'VU_CCVC';

type Judged = Pick<PersonRead, 'purpose' | 'actorRole' | 'kind' | 'at'>;

function codeOf({ purpose, actorRole, kind }: Judged, why: string | null): string | null {
  // Their own list of what they asked: it shows no record, and stands before any consent.
  if (kind === 'consent.listed') return 'CONSENT_ASKED';
  if (!BY_REACH.has(purpose)) return purpose;
  return actorRole.split('+').every((role) => role === MINISTRY_ROLE) ? 'MINISTRY' : why;
}

/**
 * @param why  of the reach that the reader's body had at that moment; null when none is found
 * @returns    null when nothing says by which ground it was
 */
export function groundOf(read: Judged, why: string | null): Ground | null {
  const code = codeOf(read, why);
  const day = dayInVietnam(read.at);
  const row = ROWS.find(
    (one) => one.code === code && (one.validFrom === null || one.validFrom <= day) && (one.validTo === null || day < one.validTo),
  );
  return row ? { code: row.code, vi: row.vi, en: row.en, source: row.source } : null;
}
