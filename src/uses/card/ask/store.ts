/** SQL of questions to phones. Names, tokens and states stand as hashes; an answer is taken once, and given out once. */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ASKS_MAX } from './limits.ts';

export interface AskToWrite {
  readonly askHash: Uint8Array;
  readonly collectHash: Uint8Array;
  readonly stateHash: Uint8Array;
  /** JSON of what is asked */
  readonly asked: string;
  readonly madeAt: Instant;
  readonly endsAt: Instant;
}

/** @returns false when as many stand as may; a few more may slip in at one moment, which a bound on memory can bear */
export async function writeAsk(tx: Tx, ask: AskToWrite): Promise<boolean> {
  const rows = await tx.query(
    `insert into card_ask (ask_hash, collect_hash, state_hash, asked, made_at, ends_at)
     select $1, $2, $3, $4, $5, $6 where (select count(*) from card_ask where ends_at > $5) < ${ASKS_MAX} returning 1`,
    [Buffer.from(ask.askHash), Buffer.from(ask.collectHash), Buffer.from(ask.stateHash), ask.asked, ask.madeAt, ask.endsAt],
  );
  return rows.length > 0;
}

export interface StandingAsk {
  readonly asked: string;
  readonly madeAt: Instant;
  readonly endsAt: Instant;
}

/** A question that waits for its answer; null when there is none, it is over, or it was answered. */
export async function standingAsk(tx: Tx, askHash: Uint8Array, now: Instant): Promise<StandingAsk | null> {
  const [row] = await tx.query<{ asked: string; made_at: Date; ends_at: Date }>(
    'select asked, made_at, ends_at from card_ask where ask_hash = $1 and ends_at > $2 and answer is null and refusal is null',
    [Buffer.from(askHash), now],
  );
  return row ? { asked: row.asked, madeAt: new Date(row.made_at).toISOString(), endsAt: new Date(row.ends_at).toISOString() } : null;
}

/** The first answer is the answer. @returns false: no such question, over, or answered */
export async function keepAnswer(tx: Tx, askHash: Uint8Array, answer: string, now: Instant, endsAt: Instant): Promise<boolean> {
  const rows = await tx.query(
    'update card_ask set answer = $2, ends_at = $4 where ask_hash = $1 and ends_at > $3 and answer is null and refusal is null returning 1',
    [Buffer.from(askHash), answer, now, endsAt],
  );
  return rows.length > 0;
}

/** The wallet's own word that it will not answer; only by whoever read the question. */
export async function keepRefusal(tx: Tx, askHash: Uint8Array, stateHash: Uint8Array, refusal: string, now: Instant): Promise<boolean> {
  const rows = await tx.query(
    `update card_ask set refusal = $3 where ask_hash = $1 and state_hash = $2 and ends_at > $4 and answer is null and refusal is null returning 1`,
    [Buffer.from(askHash), Buffer.from(stateHash), refusal, now],
  );
  return rows.length > 0;
}

export type Collected = { readonly answer: string } | { readonly refusal: string } | 'waiting' | 'gone';

/** What came, given out once: with it the row is gone. */
export async function collectAnswer(tx: Tx, askHash: Uint8Array, collectHash: Uint8Array, now: Instant): Promise<Collected> {
  const mine = [Buffer.from(askHash), Buffer.from(collectHash), now];
  const [came] = await tx.query<{ answer: string | null; refusal: string | null }>(
    `delete from card_ask where ask_hash = $1 and collect_hash = $2 and ends_at > $3 and (answer is not null or refusal is not null)
     returning answer, refusal`,
    mine,
  );
  if (came) return came.answer === null ? { refusal: came.refusal! } : { answer: came.answer };
  const standing = await tx.query('select 1 from card_ask where ask_hash = $1 and collect_hash = $2 and ends_at > $3', mine);
  return standing.length > 0 ? 'waiting' : 'gone';
}

/** The guard has turned away. */
export async function forgetAsk(tx: Tx, askHash: Uint8Array, collectHash: Uint8Array): Promise<void> {
  await tx.query('delete from card_ask where ask_hash = $1 and collect_hash = $2', [Buffer.from(askHash), Buffer.from(collectHash)]);
}

/** What is over, answered or not. */
export async function sweepAsks(tx: Tx, now: Instant): Promise<void> {
  await tx.query('delete from card_ask where ends_at <= $1', [now]);
}
