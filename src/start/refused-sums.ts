/** Refusals of callers without a session, summed by the minute and written as one row of the log each: nobody fills it by being refused. */
import { setTimeout as sleep } from 'node:timers/promises';
import { recordAct } from '#authority/audit/record.ts';
import type { Act } from '#authority/audit/shapes.ts';
import { SUM_MS, refusedSums } from '#base/http/anonymous-budget.ts';
import type { RefusedSum, RefusedSums } from '#base/http/anonymous-budget.ts';
import type { Composed } from './compose.ts';

export interface WatchedSums<Why extends string> {
  readonly note: RefusedSums<Why>['note'];
  /** Writes the sum that is due, when one is. */
  readonly tellDue: () => Promise<void>;
  /** Writes what is left; at the end of the server. */
  readonly end: () => Promise<void>;
}

const totalOf = (sum: RefusedSum<string>): number => sum.counts.reduce((total, { count }) => total + count, 0);

/** @param told  hears each sum beside the row: lines of the log of operation */
export function watchedSums<Why extends string>(
  { audit, clock, db, jobSession, log }: Pick<Composed, 'audit' | 'clock' | 'db' | 'jobSession' | 'log'>,
  act: Act,
  told: (sum: RefusedSum<Why>) => void = () => undefined,
): WatchedSums<Why> {
  const sums = refusedSums<Why>(clock);
  const tell = async (sum: RefusedSum<Why> | null): Promise<void> => {
    if (sum === null) return;
    told(sum);
    try {
      await db.transaction(await jobSession(null), (tx) =>
        recordAct(tx, audit, { act, purpose: 'SUPERVISE', bodyId: null, objectId: null, payload: { ...sum, total: totalOf(sum) } }),
      );
    } catch (error) {
      // Nobody is let through by it: what is lost is the count of who was refused.
      log.error('refusals of callers without a session were not recorded', { error, count: totalOf(sum) });
    }
  };
  const ending = new AbortController();
  const watching = (async () => {
    while (!ending.signal.aborted) {
      await sleep(SUM_MS, undefined, { signal: ending.signal, ref: false }).catch(() => undefined);
      await tell(ending.signal.aborted ? sums.takeRest() : sums.takeDue());
    }
  })();
  return {
    note: sums.note,
    tellDue: () => tell(sums.takeDue()),
    end: async () => {
      ending.abort();
      await watching;
    },
  };
}
