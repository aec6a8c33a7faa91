/**
 * Once only: what the register holds, and was asked of it a short while ago, is not asked again without a reason (Decree 27/2026, art. 20.3, as it was retold;
 * the term is ours, `export-rules.json`). Here: the template that is filled in beforehand, which goes round and comes back; of what is sent `record/intake/once-only.ts` asks.
 */
import { dayInVietnam } from '#base/clock.ts';
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { showDate } from '#base/vietnamese/dates.ts';
import { askedAgain } from './problems.ts';
import { isReason } from '#base/reason.ts';
import type { ExportForm } from './shapes.ts';
import { exportBefore } from './store.ts';

/** Forms by which people are asked for what the register holds. */
const ASKING: ReadonlySet<ExportForm> = new Set(['filled-template']);
const DAY_MS = 86_400_000;

/**
 * @param again  why it is asked again; null: not said
 * @returns      the reason that is to be kept, null where nothing was asked before. Fails with E-EXPORT-ASKED-AGAIN
 */
export async function onceOnly(
  tx: Tx,
  asked: {
    readonly bodyId: string | undefined;
    readonly form: ExportForm;
    readonly again: string | null;
    readonly at: Instant;
    readonly withinDays: number;
  },
): Promise<Result<string | null>> {
  const { bodyId, form, again, at, withinDays } = asked;
  if (bodyId === undefined || !ASKING.has(form)) return ok(null);
  const before = await exportBefore(tx, bodyId, form, new Date(Date.parse(at) - withinDays * DAY_MS).toISOString());
  if (before === null) return ok(null);
  return again === null || !isReason(again)
    ? refused(askedAgain({ number: before.number, day: showDate(dayInVietnam(before.askedAt)), days: String(withinDays) }))
    : ok(again);
}
