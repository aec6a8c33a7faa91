/** "Who viewed": the readings of one person, for that person's page. */
import type { Instant } from '#base/clock.ts';
import { dayInVietnam } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { READS_SHOWN_DAYS } from './limits.ts';
import type { PersonRead } from './shapes.ts';
import { latestInstant, readsOf } from './store.ts';
import type { ReadRow } from './store.ts';

/**
 * Openings one by one, hits in lists summed by day (in Việt Nam), reader's role, body and purpose; newest first.
 *
 * @returns nothing when the session may not see the person. The last 366 days. Looking here is itself a reading: the caller records it (`reads.read`).
 */
export async function readsOfPerson(tx: Tx, personId: string): Promise<PersonRead[]> {
  const until = Date.parse(await latestInstant(tx));
  const since = new Date(until - READS_SHOWN_DAYS * 86_400_000).toISOString();
  return summed(await readsOf(tx, personId, since));
}

/** Pure: newest first in, newest first out. A day's hits stand at the last of them. */
export function summed(rows: readonly ReadRow[]): PersonRead[] {
  const shown: {
    eventId: string;
    at: Instant;
    actorRole: string;
    bodyId: string | null;
    purpose: string;
    kind: PersonRead['kind'];
    count: number;
  }[] = [];
  const lists = new Map<string, { count: number }>();
  for (const row of rows) {
    const key = [dayInVietnam(row.at), row.role, row.body_id, row.purpose, row.act].join('|');
    const before = row.listed ? lists.get(key) : undefined;
    if (before) {
      before.count++;
      continue;
    }
    const one = {
      eventId: row.event_id,
      at: row.at,
      actorRole: row.role,
      bodyId: row.body_id,
      purpose: row.purpose,
      kind: row.act,
      count: 1,
    };
    shown.push(one);
    if (row.listed) lists.set(key, one);
  }
  return shown;
}
