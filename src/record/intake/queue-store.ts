/**
 * Who waits for an officer: a page of them by any filter and in any order, somebody's place among them, and what there is to narrow by. Queries over
 * rooms that this one may see. The order is computed from the rows of a person, also of one who waits no longer: so the way on is the same after they were decided.
 */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { MatchLevel } from '#record/matching/shapes.ts';
import type { GroupCode } from '#standard/shapes.ts';
import { SORT_KEYS } from './queue-order.ts';
import type { QueueFilter } from './queue-order.ts';

/** One person of one submission. */
export interface QueueKey {
  readonly submissionId: string;
  readonly personId: string;
}

/** One person of the queue. */
export interface QueueRow extends QueueKey {
  readonly name: string;
  readonly bodyId: string;
  readonly groups: readonly GroupCode[];
  readonly waitingSince: Instant;
  /** errors and warnings that the check found of them */
  readonly warnings: number;
  readonly level: MatchLevel;
}

/** A submission of which people are in the queue. */
export interface QueueSubmission {
  readonly submissionId: string;
  readonly uploadNumber: string;
  readonly bodyId: string;
  readonly people: number;
}

/** People of a queue by one of their sides. */
export interface QueueFacets {
  readonly bodies: ReadonlyMap<string, number>;
  readonly matches: ReadonlyMap<MatchLevel, number>;
  readonly warnings: ReadonlyMap<string, number>;
}

/** People with an item in one of these states, one row each. */
const peopleIn = (states: string, where: string): string =>
  `select i.submission_id, i.person_id, min(i.name) as name, min(i.name_sort) as name_sort, min(i.body_id::text)::uuid as body_id,
          array_agg(distinct i.group_code order by i.group_code) as groups, min(i.created_at) as since, min(i.round) as round
     from item i where ${states} and ${where} group by i.submission_id, i.person_id`;

/** What was found of each of them: how the population database knows them, and how much the check has to say of this round or a later one. */
const foundOf = (people: string): string =>
  `select w.*, coalesce(m.level, 'CHUA') as level, coalesce(p.warnings, 0) as warnings, coalesce(p.codes, '{}') as codes
     from ${people} w
     left join lateral (select r.level from match_result r where r.person_id = w.person_id order by r.tx desc, r.at desc limit 1) m on true
     left join (
       select l.submission_id, l.person_id, t.round, count(*)::int as warnings, array_agg(distinct p.code) as codes
         from ${people} t
         join submission_line l on l.submission_id = t.submission_id and l.person_id = t.person_id and l.round >= t.round
         join submission_problem p on p.submission_id = l.submission_id and p.round = l.round and p.line_no = l.line_no
        where p.severity in ('error', 'warning') group by 1, 2, 3) p using (submission_id, person_id)`;

/** What was found is looked up for everybody only where filter or order ask for it: a queue may hold tens of thousands. */
const asksForFindings = ({ warning, match, sort }: QueueFilter): boolean =>
  warning !== undefined || match !== undefined || sort === 'warnings' || sort === 'match';
const NOT_FOUND_OUT = `select w.*, null::text as level, 0 as warnings, '{}'::text[] as codes from waiting w`;

/** $1 the bodies whose queue it is (null = all that the session sees), $2 to $5 the filter. */
const within = (filter: QueueFilter, finds = asksForFindings(filter)): string => `
  waiting as materialized (${peopleIn(`i.state = 'awaiting-confirmation'`, '($1::uuid[] is null or i.body_id = any ($1)) and ($2::uuid is null or i.body_id = $2)')}),
  shown as materialized (
    select f.*, ${keyOf(filter)} as key from (${finds ? foundOf('waiting') : NOT_FOUND_OUT}) f
     where ($3::text is null or case $3 when 'some' then f.warnings > 0 when 'none' then f.warnings = 0 else $3 = any (f.codes) end)
       and ($4::text is null or f.level = $4) and ($5::timestamptz is null or f.since <= $5))`;

const keyOf = ({ sort }: QueueFilter): string => SORT_KEYS[sort ?? 'oldest'].replaceAll('w.', 'f.');
const valuesOf = (filter: QueueFilter, bodyIds: readonly string[] | null): readonly unknown[] => [
  bodyIds,
  filter.bodyId ?? null,
  filter.warning ?? null,
  filter.match ?? null,
  filter.waitingBefore ?? null,
];

/** One person, whether they wait or do so no longer: $6 the submission, $7 the person. */
const hereOf = (filter: QueueFilter): string => `
  one as materialized (${peopleIn(`i.state = 'awaiting-confirmation'`, 'i.submission_id = $6 and i.person_id = $7')}),
  ever as materialized (${peopleIn(`i.state <> 'superseded'`, 'i.submission_id = $6 and i.person_id = $7')}),
  theirs as materialized (select * from one union all select * from ever where not exists (select 1 from one)),
  here as materialized (select f.*, ${keyOf(filter)} as key from (${foundOf('theirs')}) f)`;

const ORDER = `(key collate "C", since, person_id, submission_id)`;
const ordered = (direction: 'asc' | 'desc'): string =>
  ['key collate "C"', 'since', 'person_id', 'submission_id'].map((column) => `${column} ${direction}`).join(', ');
const HERE = `(select key collate "C" from here), (select since from here), (select person_id from here), (select submission_id from here)`;

interface Row {
  submission_id: string;
  person_id: string;
  name: string;
  body_id: string;
  groups: GroupCode[];
  since: Instant;
  warnings: number;
  level: MatchLevel;
}

/**
 * People with items awaiting confirmation in these bodies (null = all that the session sees), narrowed and ordered.
 *
 * @param after  who was shown last; null: from the beginning
 */
export async function queuePage(
  tx: Tx,
  limit: number,
  after: QueueKey | null,
  bodyIds: readonly string[] | null = null,
  filter: QueueFilter = {},
): Promise<{ readonly rows: QueueRow[]; readonly total: number }> {
  const rows = await tx.query<Row & { total: number }>(
    `with ${within(filter)}, ${hereOf(filter)}, page as (
       select submission_id, person_id, name, body_id, groups, since, round, key from shown where $6::uuid is null or ${ORDER} > (${HERE}) order by ${ordered('asc')} limit $8)
     select p.*, t.total from (select count(*)::int as total from shown) t left join (${foundOf('page')}) p on true order by ${ordered('asc')}`,
    [...valuesOf(filter, bodyIds), after?.submissionId ?? null, after?.personId ?? null, limit],
  );
  return {
    rows: rows.flatMap((row) =>
      row.person_id === null
        ? []
        : {
            submissionId: row.submission_id,
            personId: row.person_id,
            name: row.name,
            bodyId: row.body_id,
            groups: row.groups,
            waitingSince: row.since,
            warnings: row.warnings,
            level: row.level,
          },
    ),
    total: rows[0]?.total ?? 0,
  };
}

/** Submissions of which people wait in these bodies, the largest first. */
export const queueSubmissions = (tx: Tx, bodyIds: readonly string[] | null): Promise<QueueSubmission[]> =>
  tx.query<QueueSubmission>(
    `select i.submission_id as "submissionId", s.upload_number as "uploadNumber", s.body_id as "bodyId", i.people
       from (select submission_id, count(distinct person_id)::int as people from item
              where state = 'awaiting-confirmation' and ($1::uuid[] is null or body_id = any ($1)) group by submission_id) i
       join submission s using (submission_id) order by i.people desc, i.submission_id`,
    [bodyIds],
  );

/** By what the whole queue can be narrowed, with how many people each leaves. */
export async function queueFacets(tx: Tx, bodyIds: readonly string[] | null): Promise<QueueFacets> {
  const rows = await tx.query<{ side: 'body' | 'match' | 'warning'; word: string; people: number }>(
    `with ${within({}, true)}
     select 'body' as side, body_id::text as word, count(*)::int as people from shown group by 2
     union all select 'match', level, count(*)::int from shown group by 2
     union all select 'warning', c.code, count(*)::int from shown cross join lateral unnest(codes) as c (code) group by 2
     order by 1, 3 desc, 2`,
    valuesOf({}, bodyIds),
  );
  const side = <Word extends string>(of: string): ReadonlyMap<Word, number> =>
    new Map(rows.filter((row) => row.side === of).map(({ word, people }) => [word as Word, people]));
  return { bodies: side('body'), matches: side('match'), warnings: side('warning') };
}

/** The body that sent what is known of somebody in a submission; null when the session sees nothing of them there. */
export async function bodyInQueue(tx: Tx, { submissionId, personId }: QueueKey): Promise<string | null> {
  const [row] = await tx.query<{ body_id: string }>('select body_id from item where submission_id = $1 and person_id = $2 limit 1', [
    submissionId,
    personId,
  ]);
  return row?.body_id ?? null;
}

/** Where somebody stands in the queue as it is narrowed and ordered. */
export interface QueuePlace {
  /** 1 = the first; of somebody who waits no longer, the place of who comes next */
  readonly position: number;
  readonly total: number;
  /** false: they were decided meanwhile */
  readonly waits: boolean;
  readonly before: QueueKey | null;
  readonly after: QueueKey | null;
}

/** MUST be asked of somebody of whom the session sees something in that submission (`bodyInQueue`). */
export async function queuePlace(tx: Tx, about: QueueKey, bodyIds: readonly string[] | null, filter: QueueFilter): Promise<QueuePlace> {
  const [row] = await tx.query<QueuePlace>(
    `with ${within(filter)}, ${hereOf(filter)}
     select (select count(*)::int from shown where ${ORDER} < (${HERE})) + 1 as position, (select count(*)::int from shown) as total, exists (select 1 from one) as waits,
            (select jsonb_build_object('submissionId', submission_id, 'personId', person_id) from shown where ${ORDER} < (${HERE}) order by ${ordered('desc')} limit 1) as before,
            (select jsonb_build_object('submissionId', submission_id, 'personId', person_id) from shown where ${ORDER} > (${HERE}) order by ${ordered('asc')} limit 1) as after
       from here`,
    [...valuesOf(filter, bodyIds), about.submissionId, about.personId],
  );
  return row!;
}
