/** What whoever supervises is told at home: readings over the budget, requests to see more, roles that wait for a second administrator; who keeps the lists, requests about them. */
import { grantsWaiting } from '#authority/access/grant-requests.ts';
import { allowancesWaiting } from '#authority/access/reading-allowance.ts';
import { additionsToDecide } from '#authority/code-lists/addition-store.ts';
import { changesToDecide } from '#authority/organisations/change-store.ts';
import { countActs } from '#authority/audit/store.ts';
import { LOG } from '#authority/audit/shapes.ts';
import { byReader, keptReaders } from '#authority/oversight/reader-store.ts';
import { complaintsWaiting, headsUnverified } from '#authority/oversight/store.ts';
import { unusualAmong, unusualSince } from '#authority/oversight/unusual.ts';
import type { Clock } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { reportsToSend } from '#authority/incidents/reports-due.ts';

export interface OversightTask {
  readonly kind:
    | 'readings-refused'
    | 'allowances-to-decide'
    | 'grants-waiting'
    | 'list-additions-to-decide'
    | 'body-changes-to-decide'
    | 'readings-unusual'
    | 'complaints-to-answer'
    | 'checkpoints-unverified'
    | 'incident-reports';
  readonly count: number;
  readonly oldestAt: string | null;
  readonly href: string;
}

/** A refused reading stands at home for so many days, in milliseconds; in the log for ever. */
const REFUSED_SHOWN_MS = 7 * 86_400_000;

/** As far as the session sees: row-level security knows the bodies. Only what there is. */
export async function oversightTasks(tx: Tx, clock: Clock, { administers }: { readonly administers: boolean }): Promise<OversightTask[]> {
  const since = new Date(Date.parse(clock.now()) - REFUSED_SHOWN_MS).toISOString();
  const all: readonly OversightTask[] = [
    { kind: 'readings-refused', href: '/nhat-ky', ...(await countActs(tx, 'reading.refused', since)) },
    { kind: 'allowances-to-decide', href: '/xem-them', ...(await allowancesWaiting(tx)) },
    { kind: 'complaints-to-answer', href: '/giam-sat?phan=khieu-nai', ...(await complaintsWaiting(tx)) },
    { kind: 'readings-unusual', href: '/giam-sat', ...(await unusualReaders(tx, clock)) },
    { kind: 'grants-waiting', href: administers ? '/tai-khoan' : '/nhat-ky?act=grant.asked', ...(await grantsWaiting(tx)) },
    { kind: 'checkpoints-unverified', href: '/nhat-ky', ...(await headsUnverified(tx, LOG)) },
  ];
  return all.filter(({ count }) => count > 0);
}

/** Readers who stand out, as the page of oversight tells them. */
async function unusualReaders(tx: Tx, clock: Clock): Promise<{ readonly count: number; readonly oldestAt: string | null }> {
  const found = unusualAmong(byReader(await keptReaders(tx, unusualSince(clock.today()))));
  const oldest = found.at(-1)?.day;
  return { count: found.length, oldestAt: oldest === undefined ? null : `${oldest}T00:00:00.000Z` };
}

/** Requests about lists that wait for whoever reads this. */
export async function listTasks(tx: Tx): Promise<OversightTask[]> {
  const waiting = await additionsToDecide(tx);
  return waiting.count > 0 ? [{ kind: 'list-additions-to-decide', href: '/danh-muc', ...waiting }] : [];
}

/** Changes of agencies that wait for whoever reads this, made by somebody else. */
export async function bodyTasks(tx: Tx): Promise<OversightTask[]> {
  const waiting = await changesToDecide(tx);
  return waiting.count > 0 ? [{ kind: 'body-changes-to-decide', href: '/co-quan?phan=thay-doi', ...waiting }] : [];
}

/** Reports on incidents that the law waits for, for who keeps their register. */
export async function incidentTasks(tx: Tx, clock: Clock): Promise<OversightTask[]> {
  const waiting = await reportsToSend(tx, clock.now());
  return waiting.count > 0 ? [{ kind: 'incident-reports', href: '/su-co', ...waiting }] : [];
}
