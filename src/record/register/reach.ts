/**
 * Who may see a person: dated facts in `person_reach`, written with the version or the case that makes them. A body reaches people whom it manages, whom the employment
 * says that it uses (for a time, when they are seconded), and for a term those whom it let go, as they stood then. Row-level security asks the same table. Decision 0022.
 */
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { lawParameters } from '#standard/law/parameters.ts';
import { lawParameter } from '#standard/law-parameters.ts';
import type { Keys } from '#base/sealing.ts';
import { recordAsOf } from './as-of.ts';
import type { PersonVersion, RegisteredPerson } from './shapes.ts';
import type { REACH_WHY } from './shapes.ts';
import { readPeople, readVersions } from './store.ts';

/** Somebody for `decide`: the body by which the session reaches them, and their number (keyed hash). */
export interface Subject {
  /** the record that is meant: of one that was merged away the one that stands for it */
  readonly personId: string;
  readonly bodyId: string;
  readonly identity: string | null;
  /** why that body sees them */
  readonly why: (typeof REACH_WHY)[number];
  /** the day from which it does not any more; null when none is known */
  readonly until: PlainDate | null;
}

/** The managing body before those that use the person, and the one that let them go last. */
const BY_RANK = `case r.why when 'managing' then 0 when 'former' then 2 when 'merged' then 2 else 1 end, r.body_id`;
const HOLDS = `r.tx_to = 9223372036854775807 and r.valid_from <= (select today_in_vietnam()) and r.valid_to > (select today_in_vietnam())`;

async function subject(tx: Tx, personId: string, which: string): Promise<Subject | null> {
  const [row] = await tx.query<{ body_id: string; id_hash: Buffer | null; why: Subject['why']; until: string | null }>(
    `select r.body_id, n.id_hash, r.why, nullif(r.valid_to, '9999-12-31') as until from person_reach r left join national_id n on n.person_id = r.person_id and n.state = 'registered'
      where r.person_id = $1 and ${HOLDS} and ${which} order by ${BY_RANK} limit 1`,
    [personId],
  );
  return row ? { personId, bodyId: row.body_id, identity: row.id_hash?.toString('hex') ?? null, why: row.why, until: row.until } : null;
}

/** The record that stands for this one, as known at a point (today when none is said); null when it stands for itself. */
async function recordFor(tx: Tx, personId: string, knownAt: number | undefined): Promise<string | null> {
  const [row] = await tx.query<{ into_person: string }>(
    'select into_person from person_merge where merged_person = $1 and tx_from <= coalesce($2::bigint, tx_from) and tx_to > coalesce($2::bigint, 9223372036854775806)',
    [personId, knownAt ?? null],
  );
  return row?.into_person ?? null;
}

/** For reading; null when the session may not see them at all. Who sees only the past of a record that was merged away is shown that. */
export async function reachedSubject(tx: Tx, personId: string, knownAt?: number): Promise<Subject | null> {
  const stands = await recordFor(tx, personId, knownAt);
  return (stands === null ? null : await subject(tx, stands, 'true')) ?? subject(tx, personId, 'true');
}

/** For what only the managing body does and is told; null when the session's bodies do not manage the person. */
export const managedSubject = async (tx: Tx, personId: string): Promise<Subject | null> =>
  subject(tx, (await recordFor(tx, personId, undefined)) ?? personId, `r.why = 'managing'`);

/** The records that this one stands for, the newest first, as far as the session sees them. */
export async function mergedInto(tx: Tx, personId: string): Promise<{ personId: string; knownFrom: number; at: Instant }[]> {
  const rows = await tx.query<{ merged_person: string; tx_from: number; at: string }>(
    'select merged_person, tx_from, at from person_merge where into_person = $1 and tx_to = 9223372036854775807 order by tx_from desc',
    [personId],
  );
  return rows.map((row) => ({ personId: row.merged_person, knownFrom: row.tx_from, at: row.at }));
}

/** The last day of which a version says something. */
const latest = (versions: readonly PersonVersion[]): PlainDate =>
  versions.reduce((day, { validFrom }) => (validFrom > day ? validFrom : day), '');

/** The person as this session may see them: as they stand, or as they stood when its body let them go. null: not at all. */
export async function readReached(tx: Tx, keys: Keys, personId: string): Promise<RegisteredPerson | null> {
  const person = (await readPeople(tx, keys, [personId])).get(personId);
  if (person) return person;
  const by = await reachedSubject(tx, personId);
  const versions = by ? await readVersions(tx, keys, [personId]) : [];
  const last = versions.at(-1);
  if (!by || !last) return null;
  return {
    personId,
    bodyId: by.bodyId,
    version: last.version,
    heads: {},
    identityLevel: 'CHUA',
    identityLocked: false,
    employers: last.employers,
    document: recordAsOf(versions, latest(versions), last.tx).document,
  };
}

/** The day from which a body that lets somebody go on `day` sees nothing more of them. */
export const formerUntil = (day: PlainDate): PlainDate => {
  const term = lawParameter('formerReachDays', day);
  return term === null ? day : addDays(day, term.value);
};

/** The longest such term that was ever in force, in days. */
export const formerDaysMax = (): number => Math.max(0, ...lawParameters().map((row) => (row.key === 'formerReachDays' ? row.value : 0)));
