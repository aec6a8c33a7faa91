/** All SQL of the room: what is counted each day, and what of it stands behind a cell (migration 0972). */
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Plan } from './plans.ts';
import type { Fact } from './state.ts';

/** Counts the facts of today anew. Needs a system session over all bodies. @returns how many facts */
export async function countToday(tx: Tx, now: Instant): Promise<number> {
  const rows = await tx.query<{ one: number }>(
    `insert into plan_day (body_id, measure, day, part, whole, at)
     select m.body_id, m.measure, today_in_vietnam(), m.part, m.whole, $1 from plan_measured($1) m
     on conflict (body_id, measure, day) do update set part = excluded.part, whole = excluded.whole, at = excluded.at
     returning 1 as one`,
    [now],
  );
  return rows.length;
}

/** Agencies to which the decision gives a group, as of a day. */
export const groupsOn = (
  tx: Tx,
  day: PlainDate,
): Promise<{ readonly bodyId: string; readonly group: string; readonly confidence: string }[]> =>
  tx.query(
    `select body_id as "bodyId", value as "group", confidence from body_attribute
      where name = 'nhom_bndp' and tx_to = 9223372036854775807 and valid_from <= $1 and valid_to > $1 order by body_id`,
    [day],
  );

interface Row {
  readonly bodyId: string;
  readonly task: string;
  readonly part: number;
  readonly whole: number;
  readonly at: Instant;
  readonly daysHeld: number;
  readonly heldOn: PlainDate | null;
}

/**
 * What was counted on a day of the agencies that the session may look at, held against the thresholds of a plan.
 * @returns by agency and code of the task; and when it was counted last
 */
export async function factsOn(
  tx: Tx,
  plan: Plan,
  day: PlainDate,
): Promise<{ readonly facts: ReadonlyMap<string, ReadonlyMap<string, Fact>>; readonly countedAt: Instant | null }> {
  const asked = plan.tasks.flatMap(({ code, judged }) =>
    judged.by === 'fact' ? [{ task: code, measure: judged.measure, at_least: judged.atLeast }] : [],
  );
  const rows = await tx.query<Row>(
    `select d.body_id as "bodyId", a.task, d.part, d.whole, to_char(d.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
            coalesce(case when h.holds then (
              select count(*)::int from plan_day e where e.body_id = d.body_id and e.measure = d.measure and e.day <= d.day and e.day > coalesce(
                (select max(g.day) from plan_day g where g.body_id = d.body_id and g.measure = d.measure and g.day < d.day
                   and (g.whole = 0 or g.part < a.at_least * g.whole
                        or not exists (select 1 from plan_day n where n.body_id = g.body_id and n.measure = g.measure and n.day = g.day + 1))), '-infinity'))
              end, 0) as "daysHeld",
            (select max(e.day)::text from plan_day e where e.body_id = d.body_id and e.measure = d.measure and e.day < d.day and e.whole > 0 and e.part >= a.at_least * e.whole
              and not h.holds) as "heldOn"
       from jsonb_to_recordset($1::jsonb) as a (task text, measure text, at_least numeric)
       join plan_day d on d.measure = a.measure and d.day = $2
      cross join lateral (select d.whole > 0 and d.part >= a.at_least * d.whole as holds) h`,
    [JSON.stringify(asked), day],
  );
  const facts = new Map<string, Map<string, Fact>>();
  let countedAt: Instant | null = null;
  for (const { bodyId, task, at, ...fact } of rows) {
    facts.set(bodyId, (facts.get(bodyId) ?? new Map<string, Fact>()).set(task, fact));
    if (countedAt === null || at > countedAt) countedAt = at;
  }
  return { facts, countedAt };
}

/** The first and the last day that was counted, of what the session may look at. */
export async function daysCounted(tx: Tx): Promise<{ readonly first: PlainDate | null; readonly last: PlainDate | null }> {
  const [row] = await tx.query<{ first: PlainDate | null; last: PlainDate | null }>(
    'select min(day)::text as first, max(day)::text as last from plan_day',
  );
  return row ?? { first: null, last: null };
}

export async function rootOfInstallation(tx: Tx): Promise<string | null> {
  const [row] = await tx.query<{ root: string | null }>('select root_of_installation() as root');
  return row?.root ?? null;
}
