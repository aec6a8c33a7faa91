/** SQL of additions. Row-level security is the second wall: who asks does so for the own bodies, who decides is another human and keeps the lists. */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { entryDigest } from './fingerprint.ts';
import type { Addition } from './judge-addition.ts';
import { entryOfAddition } from './judge-addition.ts';

export interface StoredAddition extends Addition {
  readonly id: string;
  readonly bodyId: string;
  readonly askedAt: Instant;
  readonly state: 'waiting' | 'granted' | 'refused';
  readonly decidedAt: Instant | null;
  readonly reason: string | null;
  /** may the session's person decide it? */
  readonly mayDecide: boolean;
}

/** @returns false when the same code of the list waits already */
export async function askAddition(
  tx: Tx,
  request: Addition & { readonly id: string; readonly bodyId: string; readonly at: Instant },
): Promise<boolean> {
  const made = await tx.query(
    `insert into list_addition (addition_id, list, code, name, name_en, aliases, valid_from, valid_to, source, body_id, asked_by, asked_at)
     values ($1, $2, $3, $4, $5, $6::text[], $7, $8, $9, $10, session_person(), $11) on conflict do nothing returning 1 as made`,
    [
      request.id,
      request.list,
      request.code,
      request.name,
      request.nameEn,
      request.aliases,
      request.validFrom,
      request.validTo,
      request.source,
      request.bodyId,
      request.at,
    ],
  );
  return made.length > 0;
}

const SELECT = `select addition_id as id, list, code, name, name_en as "nameEn", aliases, valid_from as "validFrom", valid_to as "validTo", source, body_id as "bodyId",
    asked_at as "askedAt", state, decided_at as "decidedAt", reason,
    state = 'waiting' and session_keeps_lists() and not is_session_human(asked_by, null) as "mayDecide"
  from list_addition`;

/** What waits first, then the newest; at most `limit`. */
export const additions = (tx: Tx, limit: number): Promise<StoredAddition[]> =>
  tx.query<StoredAddition>(`${SELECT} order by (state = 'waiting') desc, asked_at desc, addition_id limit $1`, [limit]);

/** One of them; null when the session does not see it. */
export async function additionById(tx: Tx, id: string): Promise<StoredAddition | null> {
  const [row] = await tx.query<StoredAddition>(`${SELECT} where addition_id = $1`, [id]);
  return row ?? null;
}

/** @returns false when it does not wait any more, or is not this session's to decide */
export async function decideAddition(
  tx: Tx,
  id: string,
  verdict: { readonly granted: boolean; readonly reason: string | null; readonly at: Instant },
): Promise<boolean> {
  const done = await tx.query(
    `update list_addition set state = $2, decided_by = session_person(), decided_at = $3, reason = $4 where addition_id = $1 and state = 'waiting' returning 1 as done`,
    [id, verdict.granted ? 'granted' : 'refused', verdict.at, verdict.reason],
  );
  return done.length > 0;
}

/** The entry that was granted, in the transaction that grants it. */
export async function writeAdded(tx: Tx, { id, ...addition }: StoredAddition): Promise<void> {
  const entry = entryOfAddition(addition);
  await tx.query(
    `insert into code_list_entry (list, digest, code, name, valid_from, valid_to, held_to, source, confidence, entry, addition_id)
     values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9::json, $10)`,
    [
      addition.list,
      entryDigest(entry),
      entry.code,
      entry.name,
      entry.validFrom,
      entry.validTo,
      addition.source,
      entry.confidence,
      JSON.stringify(entry),
      id,
    ],
  );
}
