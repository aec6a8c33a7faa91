/** SQL of mismatches. */
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import type { MatchResult, MismatchLevel } from './shapes.ts';

export interface AboutMismatch {
  readonly submissionId: string;
  readonly personId: string;
}

export interface Mismatch extends AboutMismatch {
  readonly bodyId: string;
  readonly name: string;
  readonly uploadNumber: string;
  readonly level: MismatchLevel;
  readonly fields: MatchResult['fields'];
  readonly foundAt: Instant;
  readonly dueOn: PlainDate;
  readonly assignedTo: string | null;
  readonly assignedName: string | null;
  /** open, and the person waits to be confirmed */
  readonly waits: boolean;
}

/** The person waits for an officer: who is returned is with the sender, who is registered or withdrawn is done. */
const WAITING = `select min(i.name) as name, min(i.name_sort) as name_sort from item i
   where i.submission_id = m.submission_id and i.person_id = m.person_id and i.state in ('awaiting-confirmation', 'held') having count(*) > 0`;
const ROWS = `select m.submission_id as "submissionId", m.person_id as "personId", m.body_id as "bodyId", m.level, m.fields, m.found_at as "foundAt", m.due_on as "dueOn",
    m.assigned_to as "assignedTo", (select a.by_name from mismatch_act a where a.submission_id = m.submission_id and a.person_id = m.person_id and a.act = 'assigned' order by a.act_no desc limit 1) as "assignedName",
    s.upload_number as "uploadNumber", coalesce(w.name, '') as name, w.name_sort, (w.name is not null and m.closed_at is null) as waits
  from mismatch m join submission s using (submission_id) left join lateral (${WAITING}) w on true`;

/** Opens a row, or opens it anew with what was found now; false when it stands open with the same already. */
export async function openMismatch(
  tx: Tx,
  one: AboutMismatch & {
    readonly bodyId: string;
    readonly level: MismatchLevel;
    readonly fields: MatchResult['fields'];
    readonly foundAt: Instant;
    readonly dueOn: PlainDate;
  },
): Promise<boolean> {
  // A case that asks about a new number is matched like a submission, and is none.
  const rows = await tx.query(
    `insert into mismatch as m (submission_id, person_id, body_id, level, fields, found_at, due_on)
     select s.submission_id, $2, $3, $4, $5, $6, $7 from submission s where s.submission_id = $1
     on conflict (submission_id, person_id) do update set level = excluded.level, fields = excluded.fields,
       found_at = case when m.closed_at is null then m.found_at else excluded.found_at end,
       due_on = case when m.closed_at is null then m.due_on else excluded.due_on end, closed_at = null returning 1 as opened`,
    [one.submissionId, one.personId, one.bodyId, one.level, JSON.stringify(one.fields), one.foundAt, one.dueOn],
  );
  return rows.length > 0;
}

/** Changes what is given of an open row; false when there is none. */
export async function changeMismatch(
  tx: Tx,
  about: AboutMismatch,
  change: { readonly assignedTo?: string | null; readonly dueOn?: PlainDate; readonly closedAt?: Instant },
): Promise<boolean> {
  const rows = await tx.query(
    `update mismatch set assigned_to = case when $3 then $4::uuid else assigned_to end, due_on = coalesce($5, due_on), closed_at = coalesce($6, closed_at)
      where submission_id = $1 and person_id = $2 and closed_at is null returning 1 as changed`,
    [
      about.submissionId,
      about.personId,
      change.assignedTo !== undefined,
      change.assignedTo ?? null,
      change.dueOn ?? null,
      change.closedAt ?? null,
    ],
  );
  return rows.length > 0;
}

export async function readMismatch(tx: Tx, about: AboutMismatch, options: { readonly lock?: boolean } = {}): Promise<Mismatch | null> {
  const [row] = await tx.query<Mismatch>(
    `${ROWS} where m.submission_id = $1 and m.person_id = $2 ${options.lock ? 'for update of m' : ''}`,
    [about.submissionId, about.personId],
  );
  return row ?? null;
}

export interface MismatchFilter {
  readonly bodyIds: readonly string[] | null;
  readonly level: MismatchLevel | null;
  readonly body: string | null;
  /** an account, or `nobody` */
  readonly assigned: string | null;
  /** due before this day */
  readonly dueBefore: PlainDate | null;
}
const FILTERED = `where w.name is not null and m.closed_at is null and ($1::uuid[] is null or m.body_id = any ($1)) and ($2::text is null or m.level = $2)
   and ($3::uuid is null or m.body_id = $3) and ($4::text is null or case $4 when 'nobody' then m.assigned_to is null else m.assigned_to::text = $4 end)
   and ($5::date is null or m.due_on < $5)`;
const asked = (filter: MismatchFilter): readonly unknown[] => [
  filter.bodyIds,
  filter.level,
  filter.body,
  filter.assigned,
  filter.dueBefore,
];

/** What the list is ordered by, as text that can be compared. */
const SORTED_BY = {
  due: `m.due_on::text`,
  found: `to_char(m.found_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')`,
  name: `coalesce(w.name_sort, '')`,
} as const;
export type MismatchSort = keyof typeof SORTED_BY;
export const MISMATCH_SORTS = ['due', 'found', 'name'] as const satisfies readonly MismatchSort[];

/** A page; `after` = [key, submissionId, personId] of the last one seen. */
export async function mismatchPage(
  tx: Tx,
  filter: MismatchFilter,
  how: { readonly sort: MismatchSort; readonly after: readonly [string, string, string] | null; readonly limit: number },
): Promise<readonly (Mismatch & { readonly key: string })[]> {
  const key = SORTED_BY[how.sort];
  return tx.query<Mismatch & { key: string }>(
    `select p.* from (${ROWS.replace('select ', `select ${key} as key, `)} ${FILTERED}) p
      where ($6::text is null or (p.key, p."submissionId", p."personId") > ($6, $7::uuid, $8::uuid))
      order by p.key, p."submissionId", p."personId" limit $9`,
    [...asked(filter), how.after?.[0] ?? null, how.after?.[1] ?? null, how.after?.[2] ?? null, how.limit],
  );
}

/** How many there are, and since when the oldest waits. */
export async function countMismatches(
  tx: Tx,
  filter: MismatchFilter,
): Promise<{ readonly count: number; readonly oldestAt: Instant | null }> {
  const [row] = await tx.query<{ count: number; oldest_at: string | null }>(
    `select count(*)::int as count, min(m.found_at) as oldest_at from mismatch m left join lateral (${WAITING}) w on true ${FILTERED}`,
    asked(filter),
  );
  return { count: row!.count, oldestAt: row!.oldest_at };
}

/** Bodies that have any of these, to choose from. */
export async function bodiesOfMismatches(tx: Tx, filter: MismatchFilter): Promise<readonly string[]> {
  const rows = await tx.query<{ body_id: string }>(
    `select distinct m.body_id from mismatch m left join lateral (${WAITING}) w on true ${FILTERED} order by 1`,
    asked(filter),
  );
  return rows.map((row) => row.body_id);
}

const saltOf = (submissionId: string): Uint8Array => Buffer.from(submissionId.replaceAll('-', ''), 'hex');

export interface KeptAct {
  readonly act: 'found' | 'assigned' | 'released' | 'commented' | 'person-told' | 'asked-again' | 'matched';
  readonly byName: string | null;
  readonly at: Instant;
  readonly note: string | null;
}

/** Writes an act; `by` null is the system. MUST stand in the transaction of the act. */
export async function noteAct(
  tx: Tx,
  about: AboutMismatch,
  act: {
    readonly act: KeptAct['act'];
    readonly by: { readonly accountId: string; readonly name: string } | null;
    readonly at: Instant;
    readonly note?: string | null;
  },
  keys?: Pick<Keys, 'seal'>,
): Promise<void> {
  const sealed = act.note && keys ? Buffer.from(keys.seal(saltOf(about.submissionId), 'mismatch', Buffer.from(act.note))) : null;
  await tx.query(
    `insert into mismatch_act (submission_id, person_id, act_no, act, by_account, by_name, at, note_sealed)
     values ($1, $2, (select coalesce(max(act_no), 0) + 1 from mismatch_act where submission_id = $1 and person_id = $2), $3, $4, $5, $6, $7)`,
    [about.submissionId, about.personId, act.act, act.by?.accountId ?? null, act.by?.name ?? null, act.at, sealed],
  );
}

/** What was done about one, oldest first. */
export async function actsOfMismatch(tx: Tx, keys: Pick<Keys, 'open'>, about: AboutMismatch): Promise<readonly KeptAct[]> {
  const rows = await tx.query<{ act: KeptAct['act']; by_name: string | null; at: string; note_sealed: Buffer | null }>(
    'select act, by_name, at, note_sealed from mismatch_act where submission_id = $1 and person_id = $2 order by act_no',
    [about.submissionId, about.personId],
  );
  return rows.map((row) => ({
    act: row.act,
    byName: row.by_name,
    at: row.at,
    note: row.note_sealed === null ? null : Buffer.from(keys.open(saltOf(about.submissionId), 'mismatch', row.note_sealed)).toString(),
  }));
}

/** Who may work on the mismatches of a body; told to those alone. */
export async function mismatchOfficers(tx: Tx, bodyId: string): Promise<readonly { readonly accountId: string; readonly name: string }[]> {
  return tx.query<{ accountId: string; name: string }>(
    'select account_id as "accountId", name from mismatch_officers($1) order by name, account_id',
    [bodyId],
  );
}
