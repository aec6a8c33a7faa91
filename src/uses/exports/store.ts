/** All SQL of lists that are taken along. */
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { ExportColumn, ExportForm, ExportPurpose, ExportState } from './shapes.ts';

export interface KeptExport {
  readonly id: string;
  readonly number: string;
  readonly accountId: string;
  readonly bodyId: string | null;
  readonly identityLevel: number;
  readonly purpose: ExportPurpose;
  readonly reason: string;
  readonly form: ExportForm;
  readonly columns: readonly ExportColumn[];
  readonly fields: readonly string[];
  readonly asOf: PlainDate | null;
  readonly ground: string | null;
  readonly people: number;
  readonly salt: Buffer;
  readonly wantedSealed: Buffer;
  readonly askedAt: Instant;
  readonly state: ExportState;
  readonly endsAt: Instant;
  readonly problem: string | null;
  readonly found: number | null;
  readonly exported: number | null;
  readonly masked: number | null;
  readonly copies: number;
}

const COLUMNS = `e.export_id as id, e.number, e.account_id as "accountId", e.body_id as "bodyId", e.identity_level as "identityLevel", e.purpose, e.reason, e.form,
  e.columns, e.fields, e.as_of as "asOf", e.ground, e.people, e.salt, e.wanted_sealed as "wantedSealed", e.asked_at as "askedAt", e.ends_at as "endsAt", e.problem, e.found, e.exported, e.masked, e.copies,
  case when e.state <> 'waiting' then e.state when e.allowance_id is null or a.granted then 'granted' when a.granted = false then 'refused' else 'waiting' end as state`;
const FROM = 'from people_export e left join reading_allowance a using (allowance_id)';

export const addExport = (
  tx: Tx,
  one: Pick<
    KeptExport,
    | 'id'
    | 'number'
    | 'bodyId'
    | 'identityLevel'
    | 'purpose'
    | 'reason'
    | 'form'
    | 'columns'
    | 'fields'
    | 'asOf'
    | 'ground'
    | 'people'
    | 'askedAt'
    | 'endsAt'
  > & {
    readonly allowanceId: string | null;
    readonly salt: Uint8Array;
    readonly wantedSealed: Uint8Array;
    /** why the same was asked again; null: it was not */
    readonly againReason: string | null;
  },
): Promise<unknown> =>
  tx.query(
    `insert into people_export (export_id, number, account_id, body_id, allowance_id, identity_level, purpose, reason, columns, people, salt, wanted_sealed, asked_at, ends_at, form, fields, as_of, ground, again_reason)
     values ($1, $2, session_person(), $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      one.id,
      one.number,
      one.bodyId,
      one.allowanceId,
      one.identityLevel,
      one.purpose,
      one.reason,
      one.columns,
      one.people,
      Buffer.from(one.salt),
      Buffer.from(one.wantedSealed),
      one.askedAt,
      one.endsAt,
      one.form,
      one.fields,
      one.asOf,
      one.ground,
      one.againReason,
    ],
  );

/** The last one of this form about a body since an instant, whoever asked; null when there is none. */
export async function exportBefore(
  tx: Tx,
  bodyId: string,
  form: ExportForm,
  since: Instant,
): Promise<{ readonly number: string; readonly askedAt: Instant } | null> {
  const [row] = await tx.query<{ number: string; asked_at: Instant }>('select * from export_before($1, $2, $3)', [bodyId, form, since]);
  return row ? { number: row.number, askedAt: row.asked_at } : null;
}

/** One's own, the newest first. */
export const myExports = (tx: Tx, limit: number): Promise<KeptExport[]> =>
  tx.query<KeptExport>(`select ${COLUMNS} ${FROM} where e.account_id = session_person() order by e.asked_at desc, e.export_id limit $1`, [
    limit,
  ]);

type TakenCopy = Pick<KeptExport, 'number' | 'form' | 'bodyId' | 'purpose' | 'salt' | 'copies'> & { readonly fileSealed: Buffer };

/** One's own file that is there still; null when it is not. Counts the copy that is made of it. */
export async function takeCopy(tx: Tx, id: string, now: Instant): Promise<TakenCopy | null> {
  const [row] = await tx.query<TakenCopy>(
    `update people_export set copies = copies + 1 where export_id = $1 and account_id = session_person() and state = 'ready' and ends_at > $2
     returning number, form, body_id as "bodyId", purpose, salt, copies, file_sealed as "fileSealed"`,
    [id, now],
  );
  return row ?? null;
}

/** The next that may be built, claimed; of one that was begun and never came to an end too. Needs a system session. @returns null: none */
export async function claimExport(tx: Tx, now: Instant, begunBefore: Instant): Promise<KeptExport | null> {
  const [next] = await tx.query<{ id: string }>(
    `select e.export_id as id ${FROM} where e.ends_at > $1 and (e.allowance_id is null or a.granted)
        and (e.state = 'waiting' or (e.state = 'building' and e.started_at < $2))
      order by e.asked_at, e.export_id limit 1 for update of e skip locked`,
    [now, begunBefore],
  );
  if (!next) return null;
  await tx.query("update people_export set state = 'building', started_at = $2 where export_id = $1", [next.id, now]);
  const [row] = await tx.query<KeptExport>(`select ${COLUMNS} ${FROM} where e.export_id = $1`, [next.id]);
  return row ?? null;
}

export const keepFile = (
  tx: Tx,
  id: string,
  kept: {
    readonly fileSealed: Uint8Array;
    readonly found: number;
    readonly exported: number;
    readonly masked: number;
    readonly at: Instant;
    readonly endsAt: Instant;
  },
): Promise<unknown> =>
  tx.query(
    `update people_export set state = 'ready', file_sealed = $2, found = $3, exported = $4, masked = $5, settled_at = $6, ends_at = $7
      where export_id = $1 and state = 'building'`,
    [id, Buffer.from(kept.fileSealed), kept.found, kept.exported, kept.masked, kept.at, kept.endsAt],
  );

export const failExport = (tx: Tx, id: string, code: string, at: Instant): Promise<unknown> =>
  tx.query("update people_export set state = 'failed', problem = $2, settled_at = $3 where export_id = $1 and state = 'building'", [
    id,
    code,
    at,
  ]);

/** Deletes files whose time is over, and ends what nobody decided or was refused; needs a system session. */
export const endExports = (
  tx: Tx,
  now: Instant,
): Promise<{ readonly id: string; readonly bodyId: string | null; readonly state: string }[]> =>
  tx.query(
    `update people_export e set state = n.state, file_sealed = null, settled_at = $1
       from (select x.export_id, case when x.state = 'ready' then 'deleted' when a.granted = false then 'refused' else 'lapsed' end as state
               from people_export x left join reading_allowance a using (allowance_id)
              where x.state in ('waiting', 'ready') and (x.ends_at <= $1 or (x.state = 'waiting' and a.granted = false))) n
      where e.export_id = n.export_id returning e.export_id as id, e.body_id as "bodyId", e.state`,
    [now],
  );
