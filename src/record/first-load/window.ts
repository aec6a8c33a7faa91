/** The ministry opens the first load of a body for some days, on a decision, and closes it: outside of them there is no way around confirming. */
import { recordAct } from '#authority/audit/record.ts';
import { isPlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { addDays, showDate } from '#base/vietnamese/dates.ts';
import { WINDOW_DAYS_MAX } from './limits.ts';
import type { FirstLoadNeeds, LoadActor } from './needs.ts';
import { windowDays, windowNotFound, windowOpenAlready } from './problems.ts';
import type { OpenRequest } from './shapes.ts';
import { closeWindow, openWindow, windowById, writeWindow } from './store.ts';
import type { Window } from './store.ts';

/** Does it stand open on this day? */
export const standsOn = ({ opensOn, lastDay, closedAt }: Pick<Window, 'opensOn' | 'lastDay' | 'closedAt'>, day: string): boolean =>
  closedAt === null && opensOn <= day && day <= lastDay;

/** Opens it, in the caller's transaction. E-FIRST-LOAD-DAYS, E-FIRST-LOAD-OPEN-ALREADY. */
export async function openFirstLoad(
  tx: Tx,
  needs: Pick<FirstLoadNeeds, 'clock' | 'chance' | 'keys'>,
  by: LoadActor,
  { body, opensOn, lastDay, decision }: OpenRequest,
): Promise<Result<{ readonly id: string }>> {
  const today = needs.clock.today();
  const areDays = [opensOn, lastDay, decision.day].every(isPlainDate);
  if (!areDays || lastDay < opensOn || lastDay < today || addDays(opensOn, WINDOW_DAYS_MAX) < lastDay || decision.day > today)
    return refused(windowDays({ daysMax: String(WINDOW_DAYS_MAX) }));
  const at = needs.clock.now();
  const before = await openWindow(tx, body);
  if (before && before.lastDay >= today) return refused(windowOpenAlready({ lastDay: showDate(before.lastDay) }));
  // One that ended by itself is closed by the next, so that one alone is open.
  if (before) await closeWindow(tx, before.windowId, by, at, 'hết hạn');
  const windowId = needs.chance.uuid7(Date.parse(at));
  await writeWindow(tx, { windowId, bodyId: body, opensOn, lastDay, decision }, by, at);
  await recordAct(tx, needs, [
    { act: 'first-load.opened', purpose: 'ADMINISTER', bodyId: body, objectId: windowId, payload: { opensOn, lastDay, decision } },
  ]);
  return ok({ id: windowId });
}

/** Closes it before its last day. What is under way stands still: it goes on when it is opened again, or is withdrawn. E-FIRST-LOAD-WINDOW-NOT-FOUND. */
export async function endFirstLoad(
  tx: Tx,
  needs: Pick<FirstLoadNeeds, 'clock' | 'chance' | 'keys'>,
  by: LoadActor,
  windowId: string,
  why: string,
): Promise<Result<null>> {
  const window = await windowById(tx, windowId, { lock: true });
  if (!window || !(await closeWindow(tx, windowId, by, needs.clock.now(), why))) return refused(windowNotFound());
  await recordAct(tx, needs, [
    { act: 'first-load.ended', purpose: 'ADMINISTER', bodyId: window.bodyId, objectId: windowId, payload: { why } },
  ]);
  return ok(null);
}
