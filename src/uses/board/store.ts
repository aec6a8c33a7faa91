/** All SQL of the room: functions that count (migrations 0393, 0525, 0740, 0841). */
import type { Instant } from '#base/clock.ts';
import { PROVISIONS } from '#authority/audit/provisions.ts';
import type { Provision } from '#authority/audit/provisions.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Counts } from './board.ts';

export interface Since {
  readonly now: Instant;
  readonly lateBefore: Instant;
  readonly weekAgo: Instant;
  readonly twoWeeksAgo: Instant;
  readonly providedSince: Instant;
  readonly yearAgo: Instant;
}

interface Row {
  body_id: string;
  registered: number;
  complete: number;
  sent: number;
  confirmed: number;
  waiting: number;
  late: number;
  returned: number;
  checked: number;
  to_correct: number;
  this_week: number;
  week_before: number;
  last_sent: string | null;
}

const NO_ROW: Omit<Row, 'body_id'> = {
  registered: 0,
  complete: 0,
  sent: 0,
  confirmed: 0,
  waiting: 0,
  late: 0,
  returned: 0,
  checked: 0,
  to_correct: 0,
  this_week: 0,
  week_before: 0,
  last_sent: null,
};

const NOTHING_PROVIDED = Object.fromEntries(PROVISIONS.map((kind) => [kind, 0])) as Record<Provision, number>;

/**
 * Counts of a body and of those below it, of those that have anything; none beyond where the session may `board.read`.
 *
 * @param dutiesLate  of each body, how many of its own duties by the law are late
 */
export async function boardCounts(
  tx: Tx,
  root: string,
  { now, lateBefore, weekAgo, twoWeeksAgo, yearAgo, providedSince }: Since,
  dutiesLate: ReadonlyMap<string, number>,
): Promise<Map<string, Counts>> {
  const rows = await tx.query<Row>('select * from board_counts($1, $2, $3, $4)', [root, lateBefore, weekAgo, twoWeeksAgo]);
  const reports = await tx.query<{ body_id: string; reported: number; reported_late: number }>('select * from value_report_counts($1)', [
    root,
  ]);
  const reportsOf = new Map(reports.map(({ body_id, reported, reported_late }) => [body_id, { reported, reportedLate: reported_late }]));
  const clocks = await tx.query<{ body_id: string; running: number; late: number }>('select * from legal_clock_counts($1, $2)', [
    root,
    now,
  ]);
  const clocksOf = new Map(clocks.map(({ body_id, running, late }) => [body_id, { terms: running, termsLate: late }]));
  const provided = await tx.query<{ body_id: string; kind: Provision; given: number }>('select * from provision_counts($1, $2)', [
    root,
    providedSince,
  ]);
  const providedOf = Map.groupBy(provided, ({ body_id }) => body_id);
  const again = await tx.query<{ body_id: string; again: number }>('select * from asked_again_counts($1, $2)', [root, yearAgo]);
  const againOf = new Map(again.map(({ body_id, again: times }) => [body_id, times]));
  const bodies = new Map(rows.map((row) => [row.body_id, row]));
  // Whoever has terms that run, or was given something, and nobody in the register yet, has a line as well.
  for (const bodyId of [...clocksOf.keys(), ...providedOf.keys()])
    if (!bodies.has(bodyId)) bodies.set(bodyId, { ...NO_ROW, body_id: bodyId });
  return new Map(
    [...bodies.values()].map(({ body_id, to_correct, this_week, week_before, last_sent, ...counts }) => [
      body_id,
      {
        ...counts,
        toCorrect: to_correct,
        thisWeek: this_week,
        weekBefore: week_before,
        lastSentAt: last_sent,
        ...(reportsOf.get(body_id) ?? { reported: 0, reportedLate: 0 }),
        ...(clocksOf.get(body_id) ?? { terms: 0, termsLate: 0 }),
        dutiesLate: dutiesLate.get(body_id) ?? 0,
        ...NOTHING_PROVIDED,
        ...Object.fromEntries((providedOf.get(body_id) ?? []).map(({ kind, given }) => [kind, given])),
        askedAgain: againOf.get(body_id) ?? 0,
      },
    ]),
  );
}
