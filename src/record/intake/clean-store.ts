/** What the rows say of everybody of a submission who waits for a confirmation: one query over rooms that this one may see. */
import type { Tx } from '#base/database/transaction.ts';
import { withOpenCase } from '#record/cases/store.ts';
import type { RowFacts } from '#record/confirmation/clean.ts';
import { OPEN_STATES } from '#record/confirmation/shapes.ts';
import type { GroupCode } from '#standard/shapes.ts';
import { ownOf } from './makers.ts';

interface Row {
  person_id: string;
  groups: GroupCode[];
  lines: boolean;
  returned: boolean;
  in_part: boolean;
  waits: boolean;
  beside: boolean;
  level: string | null;
  warned: boolean;
}

/** Holds what waits of these people, and their rows of the register, until the end of the transaction: each in the order of ids, as a single decision does. */
export async function holdPeople(tx: Tx, submissionId: string, personIds: readonly string[]): Promise<void> {
  await tx.query(
    `with held as materialized (select 1 from item where person_id = any ($1::uuid[]) and submission_id = $2 and state <> 'superseded'
       order by person_id, group_code, item_id for update) select count(*) as held from held`,
    [personIds, submissionId],
  );
  await tx.query(
    'with held as materialized (select 1 from person where person_id = any ($1::uuid[]) order by person_id for update) select count(*) as held from held',
    [personIds],
  );
}

/**
 * @param identity  of the officer, keyed hash, hexadecimal
 * @param among     of these people only; everybody when it is not said
 * @returns         who waited longest first
 */
export async function waitingPeople(
  tx: Tx,
  submissionId: string,
  identity: string,
  among: readonly string[] | null = null,
): Promise<RowFacts[]> {
  const rows = await tx.query<Row>(
    `with waiting as materialized (
       select person_id, min(round) as round, min(created_at) as since, bool_or(line is not null) as lines, array_agg(distinct group_code) as groups
         from item where submission_id = $1 and state = 'awaiting-confirmation' and ($2::uuid[] is null or person_id = any ($2)) group by person_id),
     warned as materialized (
       select l.person_id, max(p.round) as round from submission_problem p join submission_line l using (submission_id, round, line_no)
        where p.submission_id = $1 and p.severity in ('error', 'warning') and l.person_id is not null group by l.person_id)
     select w.person_id, w.groups, w.lines, coalesce(o.returned, false) as returned, coalesce(o.in_part, false) as in_part, coalesce(o.waits, false) as waits,
            coalesce(o.beside, false) as beside, m.level, coalesce(p.round >= w.round, false) as warned
       from waiting w
       left join lateral (
         select bool_or(i.submission_id = $1 and i.state = 'returned') as returned,
                bool_or(i.submission_id = $1 and i.state = 'registered' and i.round >= w.round) as in_part,
                bool_or(i.submission_id = $1 and i.state in ('held', 'waiting-match')) as waits,
                bool_or(i.submission_id <> $1 and i.created_at <= w.since and (i.state = any ($3) or i.state = 'held')) as beside
           from item i where i.person_id = w.person_id) o on true
       left join lateral (select r.level from match_result r where r.person_id = w.person_id order by r.tx desc, r.at desc limit 1) m on true
       left join warned p on p.person_id = w.person_id
      order by w.since, w.person_id`,
    [submissionId, among, OPEN_STATES],
  );
  const ids = rows.map((row) => row.person_id);
  const isOwn = await ownOf(
    tx,
    identity,
    ids.map((personId) => ({ submissionId, personId })),
  );
  const cases = await withOpenCase(tx, ids);
  return rows.map((row) => ({
    personId: row.person_id,
    groups: row.groups,
    own: isOwn({ submissionId, personId: row.person_id }),
    returned: row.returned,
    inPart: row.in_part,
    waits: row.waits,
    beside: row.beside,
    openCase: cases.has(row.person_id),
    level: row.level,
    warned: row.warned,
    lines: row.lines,
  }));
}
