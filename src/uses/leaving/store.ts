/** All SQL of ends of service. What looks past the wall is done by functions of the database that ask who registers the person. */
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Role } from '#authority/access/shapes.ts';
import type { Leaving, WrittenEnd } from './leaving.ts';

export interface Leaver {
  readonly leftBody: string | null;
  readonly last: WrittenEnd | null;
  readonly hasRoles: boolean;
}

/** Of the people whom this transaction registers, those with a role or with an end that was written; the others are missing. */
export async function leaversAmong(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, Leaver>> {
  const rows = await tx.query<{
    person_id: string;
    left_body: string | null;
    end_id: string | null;
    body_id: string;
    on_day: string;
    reason: string;
    state: WrittenEnd['state'];
    has_roles: boolean;
  }>('select person_id, left_body, end_id, body_id, on_day, reason, state, has_roles from leavers_among($1)', [personIds]);
  return new Map(
    rows.map((row) => [
      row.person_id,
      {
        leftBody: row.left_body,
        hasRoles: row.has_roles,
        last:
          row.end_id === null ? null : { endId: row.end_id, bodyId: row.body_id, onDay: row.on_day, reason: row.reason, state: row.state },
      },
    ]),
  );
}

export const writeEnd = (
  tx: Tx,
  endId: string,
  { personId, version, leaving }: { readonly personId: string; readonly version: number; readonly leaving: Leaving },
): Promise<unknown> =>
  tx.query('select service_end_write($1, $2, $3, $4, $5, $6, $7)', [
    endId,
    personId,
    leaving.bodyId,
    leaving.onDay,
    leaving.reason,
    leaving.whole,
    version,
  ]);

export const takeEndBack = (tx: Tx, endId: string): Promise<unknown> => tx.query('select service_end_take_back($1)', [endId]);

export interface SettledEnd {
  readonly grants: readonly {
    readonly grantId: string;
    readonly accountId: string;
    readonly role: Role;
    readonly bodyId: string;
    readonly closedBy: string | null;
  }[];
  readonly requests: readonly string[];
  readonly sessions: number;
}

/** @returns null: an act of one of the accounts is under way, or it is settled already */
export async function settleEnd(tx: Tx, endId: string, { waits }: { readonly waits: boolean }): Promise<SettledEnd | null> {
  const [row] = await tx.query<{ settled: SettledEnd | null }>('select service_end_settle($1, $2) as settled', [endId, waits]);
  return row?.settled ?? null;
}

export interface DueEnd {
  readonly endId: string;
  readonly bodyId: string;
  readonly onDay: PlainDate;
  readonly reason: string;
}

/** The next end whose day has come; needs a system session. */
export async function dueEnd(tx: Tx, today: PlainDate): Promise<DueEnd | null> {
  const [row] = await tx.query<{ end_id: string; body_id: string; on_day: string; reason: string }>(
    `select end_id, body_id, on_day, reason from service_end where state = 'waiting' and on_day <= $1 order by on_day, end_id limit 1`,
    [today],
  );
  return row ? { endId: row.end_id, bodyId: row.body_id, onDay: row.on_day, reason: row.reason } : null;
}
