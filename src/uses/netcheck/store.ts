/** All SQL of the room: results by body, and the codes by which desks send them. */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Measurements } from './shapes.ts';

export interface CheckToKeep {
  readonly checkId: string;
  readonly bodyId: string;
  readonly at: Instant;
  readonly passed: boolean;
  readonly codes: readonly string[];
  readonly measured: Measurements;
}

export const keepCheck = (tx: Tx, { checkId, bodyId, at, passed, codes, measured }: CheckToKeep): Promise<unknown> =>
  tx.query('insert into network_check (check_id, body_id, at, kind, passed, codes, measured) values ($1, $2, $3, $4, $5, $6, $7)', [
    checkId,
    bodyId,
    at,
    measured.by,
    passed,
    codes,
    JSON.stringify(measured),
  ]);

export interface LastCheck {
  readonly bodyId: string;
  readonly at: Instant;
  readonly kind: Measurements['by'];
  readonly passed: boolean;
  readonly codes: readonly string[];
}

/** The last result of each body that the session sees. */
export async function lastChecks(tx: Tx): Promise<Map<string, LastCheck>> {
  const rows = await tx.query<{ body_id: string; at: Instant; kind: Measurements['by']; passed: boolean; codes: string[] }>(
    'select distinct on (body_id) body_id, at, kind, passed, codes from network_check order by body_id, at desc, check_id desc',
  );
  return new Map(rows.map(({ body_id: bodyId, ...row }) => [bodyId, { bodyId, ...row }]));
}

export interface TokenToMake {
  readonly sha256: Uint8Array;
  readonly bodyId: string;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly endsAt: Instant;
  readonly uses: number;
}

export const makeToken = (tx: Tx, { sha256, bodyId, madeBy, madeAt, endsAt, uses }: TokenToMake): Promise<unknown> =>
  tx.query(
    'insert into network_check_token (token_sha256, body_id, made_by, made_at, ends_at, uses_left) values ($1, $2, $3, $4, $5, $6)',
    [Buffer.from(sha256), bodyId, madeBy, madeAt, endsAt, uses],
  );

/** Takes one use of a code. @returns false: it is none of this body, has ended or is used up */
export async function takeToken(tx: Tx, sha256: Uint8Array, bodyId: string, at: Instant): Promise<boolean> {
  const taken = await tx.query(
    'update network_check_token set uses_left = uses_left - 1 where token_sha256 = $1 and body_id = $2 and ends_at > $3 and uses_left > 0 returning 1',
    [Buffer.from(sha256), bodyId, at],
  );
  return taken.length > 0;
}
