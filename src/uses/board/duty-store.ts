/** All SQL of the room: one function that counts (migration 0832), for whoever may `duties.read` there. Numbers by agency, no person. */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Measured, Measures } from './duties.ts';

export interface Within {
  readonly now: Instant;
  /** what waits since before it is late */
  readonly lateBefore: Instant;
  /** the month whose submissions had to be approved: from, and before */
  readonly monthFrom: Instant;
  readonly monthBefore: Instant;
}

/** By body, of those below the root that the session answers for. */
export async function dutyMeasures(
  tx: Tx,
  root: string,
  { now, lateBefore, monthFrom, monthBefore }: Within,
): Promise<Map<string, Measures>> {
  const rows = await tx.query<{ body_id: string; measure: string; total: number; late: number }>(
    'select * from duty_counts($1, $2, $3, $4, $5)',
    [root, now, lateBefore, monthFrom, monthBefore],
  );
  const found = new Map<string, Map<string, Measured>>();
  for (const { body_id: bodyId, measure, total, late } of rows) {
    const of = found.get(bodyId) ?? new Map<string, Measured>();
    found.set(bodyId, of.set(measure, { total, late }));
  }
  return found;
}
