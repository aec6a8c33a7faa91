/** A change on its way into the outbox: in the transaction of the record that it tells of, without waiting for anything else. */
import { canonicalJson } from '#base/canonical-json.ts';
import type { Result } from '#base/problem.ts';
import { ok, refused } from '#base/problem.ts';
import { linesOf, readChanges } from '#doors/exchange/protocol/batch.ts';
import { lineUnread } from '#doors/exchange/problems.ts';
import type { NewChange } from '#doors/exchange/protocol/node-step.ts';
import type { Lane } from '#doors/exchange/shapes.ts';
import type { SqlClient } from './sql.ts';

/** A change as the body's software states it. `base` left out: the node names what it knows to stand when it numbers the change. */
export type RecordedChange = Omit<NewChange, 'base'> & {
  readonly base?: string | null;
  /** by itself `daily` */
  readonly lane?: Lane;
};

/**
 * Records a change in the caller's own transaction: it is sent if, and only if, that transaction commits.
 *
 * Takes no lock that the node's running program holds. Changes of one person MUST be recorded in the order in which they happened (a lock on the person's own row does
 * it). A `ref` that was recorded before is the same change, and is passed over. The transaction is unharmed by a refusal.
 * @returns E-EXCHANGE-LINE for what is no change as the standard has it, with the pointer to the member that is wrong; E-EXCHANGE-SIZE beyond 64 KB
 */
export async function record(sql: SqlClient, { lane = 'daily', ...change }: RecordedChange): Promise<Result<null>> {
  return recordAll(sql, [{ lane, ...change }]);
}

/** Records changes in their order, all or none. */
export async function recordAll(sql: SqlClient, changes: readonly RecordedChange[]): Promise<Result<null>> {
  for (const [at, { lane: _lane, ...change }] of changes.entries()) {
    const wrong = wrongIn(change, at + 1);
    if (wrong) return wrong;
  }
  await sql.query(
    `insert into congvu_node.inbox (lane, change)
       select lane, change from unnest($1::text[], $2::jsonb[]) with ordinality as told (lane, change, at) order by at`,
    [changes.map(({ lane = 'daily' }) => lane), changes.map(({ lane: _lane, ...change }) => JSON.stringify(change))],
  );
  return ok(null);
}

function wrongIn(change: Omit<RecordedChange, 'lane'>, line: number): ReturnType<typeof refused> | null {
  const whole = { ...change, base: change.base ?? null, seq: 1 };
  let lines: string;
  try {
    lines = linesOf([whole]);
  } catch {
    // Texts that JSON cannot say: half of a letter.
    return refused(lineUnread({ line: String(line), where: '/' }));
  }
  const read = readChanges(lines, { first: 1, last: 1 });
  if (!read.ok) return refused(...read.problems);
  // PostgreSQL keeps no NUL in a text, and no name of a person has one.
  return canonicalJson(whole).includes(String.raw`\u0000`) ? refused(lineUnread({ line: String(line), where: 'U+0000' })) : null;
}
