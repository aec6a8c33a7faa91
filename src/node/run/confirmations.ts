/** The body's own confirmations: signed once by an officer's key, kept, and sent until the centre has answered. */
import { canonicalJson } from '#base/canonical-json.ts';
import type { Clock, Instant } from '#base/clock.ts';
import type { SignedText } from '#doors/exchange/shapes.ts';
import type { SignText } from '#doors/exchange/signer.ts';
import { confirmBatch } from '#node/line/centre.ts';
import type { BatchPlace } from '#node/line/centre.ts';
import type { Line } from '#node/line/request.ts';
import { LineDown } from '#node/line/request.ts';
import type { NodeDatabase, SqlClient } from '#node/outbox/sql.ts';
import { rowsOf } from '#node/outbox/sql.ts';

export interface ConfirmationNeeds {
  readonly database: NodeDatabase;
  readonly line: Line;
  readonly clock: Clock;
}

/** A batch that has its receipt and no confirmation. */
export interface Unconfirmed extends BatchPlace {
  readonly sha256: string;
  /** how many changes of which facts */
  readonly facts: Readonly<Record<string, number>>;
  readonly makers: readonly string[];
}

/** Batches that may be confirmed: what an officer is shown before they sign. No names and numbers of people. */
export async function unconfirmedBatches(sql: SqlClient): Promise<readonly Unconfirmed[]> {
  return rowsOf<Unconfirmed>(
    sql,
    `select batch.epoch, batch.lane, batch.first, batch.last, batch.sha256,
            (select coalesce(jsonb_object_agg(fact, many), '{}') from (select split_part(fact, '#', 1) as fact, count(*)::int as many
               from congvu_node.change where lane = batch.lane and seq between batch.first and batch.last and verdict is null group by 1) as counted) as facts,
            (select coalesce(jsonb_agg(distinct change ->> 'maker'), '[]')
               from congvu_node.change where lane = batch.lane and seq between batch.first and batch.last and verdict is null) as makers
       from congvu_node.batch
       join congvu_node.receipt as r1 on r1.what = 'received' and (r1.epoch, r1.lane, r1.first) = (batch.epoch, batch.lane, batch.first)
      where not exists (select 1 from congvu_node.receipt as r2
                         where r2.what = 'judged' and (r2.epoch, r2.lane, r2.first) = (batch.epoch, batch.lane, batch.first))
        and not exists (select 1 from congvu_node.confirmation as c where (c.epoch, c.lane, c.first) = (batch.epoch, batch.lane, batch.first))
        and batch.epoch = (select (state ->> 'epoch')::int from congvu_node.node)
      order by batch.lane, batch.first`,
  );
}

/** Signs confirmations and keeps them; they leave with the next round. */
export async function signConfirmations(
  sql: SqlClient,
  batches: readonly Unconfirmed[],
  { source, sign, at }: { readonly source: string; readonly sign: SignText; readonly at: Instant },
): Promise<void> {
  for (const { epoch, lane, first, last, sha256 } of batches) {
    const { text, signature } = sign(canonicalJson({ what: 'confirmed', source, epoch, lane, first, last, sha256, at }));
    await sql.query(
      `insert into congvu_node.confirmation (epoch, lane, first, last, text, signature, made_at) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict do nothing`,
      [epoch, lane, first, last, text, signature, at],
    );
  }
}

/** Sends what was signed and not answered. @returns whether one was answered */
export async function sendConfirmations({ database, line }: ConfirmationNeeds): Promise<boolean> {
  const waiting = await database.transaction((sql) =>
    rowsOf<BatchPlace & SignedText>(
      sql,
      'select epoch, lane, first, last, text, signature from congvu_node.confirmation where answer is null order by made_at, lane, first limit 100',
    ),
  );
  let moved = false;
  for (const one of waiting) {
    const answer = await answerTo(line, one);
    // A centre that is busy is asked again; any other answer is one.
    if (answer === null) return moved;
    await database.transaction((sql) =>
      sql.query('update congvu_node.confirmation set answer = $4 where epoch = $1 and lane = $2 and first = $3', [
        one.epoch,
        one.lane,
        one.first,
        JSON.stringify(answer),
      ]),
    );
    moved = true;
  }
  return moved;
}

async function answerTo(line: Line, one: BatchPlace & SignedText): Promise<{ readonly codes: readonly string[] } | null> {
  try {
    const heard = await confirmBatch(line, one, one);
    if (heard === null || heard.reply.status === 'feed') return null;
    if (heard.reply.status !== 'refused') return { codes: [] };
    return heard.reply.retryAfterMs === undefined ? { codes: heard.reply.codes } : null;
  } catch (error) {
    if (error instanceof LineDown) return null;
    throw error;
  }
}
