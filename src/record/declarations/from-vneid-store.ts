/** SQL of what came from VNeID. Row-level security of migration 0959 is the second wall under each statement. */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import type { GroupCode } from '#standard/shapes.ts';
import type { DraftGroups } from './content.ts';
import { UPDATE_NAMES_HOURS } from './limits.ts';
import { sealContent } from './store.ts';

/** The update that was taken under this name; null: none was. */
export async function nameTaken(tx: Tx, jtiHash: Buffer): Promise<{ readonly digest: Buffer; readonly declarationId: string } | null> {
  const [row] = await tx.query<{ digest: Buffer; declarationId: string }>(
    'select digest, declaration_id as "declarationId" from vneid_update where jti_hash = $1',
    [jtiHash],
  );
  return row ?? null;
}

/** @returns false when another update took the name meanwhile */
export async function takeName(
  tx: Tx,
  one: { readonly jtiHash: Buffer; readonly digest: Buffer; readonly declarationId: string; readonly at: Instant },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into vneid_update (jti_hash, digest, declaration_id, taken_at, until) values ($1, $2, $3, $4, $4::timestamptz + make_interval(hours => $5))
     on conflict do nothing returning 1`,
    [one.jtiHash, one.digest, one.declarationId, one.at, UPDATE_NAMES_HOURS],
  );
  return rows.length > 0;
}

/** Names of updates that are too old to be taken anyway. Needs a system session over all bodies. */
export const forgetNames = (tx: Tx, now: Instant): Promise<unknown> => tx.query('delete from vneid_update where until < $1', [now]);

export async function accountOfIdentity(tx: Tx, identity: Buffer): Promise<string | null> {
  const [row] = await tx.query<{ accountId: string }>(
    'select account_id as "accountId" from account where identity = $1 and disabled_at is null',
    [identity],
  );
  return row?.accountId ?? null;
}

export async function isKeptApart(tx: Tx, personId: string): Promise<boolean> {
  const [row] = await tx.query<{ apart: boolean }>('select is_kept_apart($1) as apart', [personId]);
  return row?.apart ?? false;
}

export interface FromVneid {
  readonly personId: string;
  readonly declarationId: string;
  readonly bodyId: string;
  readonly accountId: string;
  readonly at: Instant;
  readonly asOfVersion: number;
  readonly truth: string;
  readonly changed: readonly GroupCode[];
  readonly content: string;
  readonly groups: DraftGroups;
}

/** Keeps it as one that was sent in this very transaction. Needs a system session over all bodies. */
export async function insertFromVneid(tx: Tx, keys: Pick<Keys, 'seal'>, salt: Uint8Array, one: FromVneid): Promise<void> {
  await tx.query(
    `insert into declaration (person_id, declaration_id, body_id, by_account, kind, opened_at, origin, sent_at, sent_tx, as_of_version, truth, changed_groups, content_sealed)
     values ($1, $2, $3, $4, 'update', $5, 'vneid', $5, record_tx(), $6, $7, $8, $9)`,
    [
      one.personId,
      one.declarationId,
      one.bodyId,
      one.accountId,
      one.at,
      one.asOfVersion,
      one.truth,
      one.changed,
      sealContent(keys, salt, one.content),
    ],
  );
  for (const [group, filled] of one.groups)
    await tx.query(
      'insert into declaration_group (person_id, declaration_id, group_code, mark, cells_sealed, saved_at) values ($1, $2, $3, $4, $5, $6)',
      [one.personId, one.declarationId, group, filled.mark, sealContent(keys, salt, JSON.stringify(filled)), one.at],
    );
}
