/** The point up to which what was written is settled: nothing of an earlier transaction can appear any more. What was known is asked for no later one. */
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { knownAtNotSettled } from './problems.ts';
import type { Tx } from './transaction.ts';

/** The newest point that may be known at. */
export async function settledTx(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ settled: number }>('select settled_tx() as settled');
  return row?.settled ?? 0;
}

/** A point that was asked for, when it is settled; undefined when none was. E-KNOWN-AT-NOT-SETTLED. */
export async function settledPoint(tx: Tx, knownAt: number | undefined): Promise<Result<number | undefined>> {
  if (knownAt === undefined) return ok(undefined);
  const settled = await settledTx(tx);
  return knownAt > settled ? refused(knownAtNotSettled({ settled })) : ok(knownAt);
}
