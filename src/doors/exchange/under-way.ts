/**
 * How many batches are settled at once. A batch may be 40 MB of text and several times that once it is read: however often somebody asks for a result, only so many
 * stand open in memory, and none of them twice.
 */
import type { Database } from '#base/database/transaction.ts';
import { SETTLED_TOGETHER } from './limits.ts';

const underWay = new WeakMap<Database, Map<string, Promise<unknown>>>();

/**
 * One at a time of a name: whoever comes while it is under way gets what that one gets. Of this process alone; between processes the locks of the database stand.
 * @returns null: enough others are under way, it is for a later round
 */
export function once<T>(db: Database, name: string, work: () => Promise<T>): Promise<T> | null {
  const all = underWay.get(db) ?? new Map<string, Promise<unknown>>();
  underWay.set(db, all);
  const same = all.get(name);
  if (same) return same as Promise<T>;
  if (all.size >= SETTLED_TOGETHER) return null;
  const begun = work().finally(() => all.delete(name));
  all.set(name, begun);
  return begun;
}
