/** The memory of shown codes that all tabs of a device share: IndexedDB, where one transaction looks and writes, so that of two tabs one is first. */
import { CODES_MAX } from './seen-codes.ts';
import type { SeenChannel, SeenStore } from './seen-codes.ts';

const DATABASE = 'congvu-kiem-tra-da-xem';
const STORE = 'seen';
const UNTIL = 'until';

const openDatabase = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(STORE).createIndex(UNTIL, ''));
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(opening.error ?? new Error('IndexedDB')));
    opening.addEventListener('blocked', () => reject(new Error('IndexedDB is blocked')));
  });

/** The hash is the key, the time until which it counts the value. */
function takeIn(database: IDBDatabase, hash: string, untilMs: number, nowMs: number): Promise<'new' | 'known' | 'full'> {
  return new Promise((resolve, reject) => {
    const work = database.transaction(STORE, 'readwrite');
    const store = work.objectStore(STORE);
    let answer: 'new' | 'known' | 'full' = 'new';
    work.addEventListener('complete', () => resolve(answer));
    work.addEventListener('abort', () => reject(work.error ?? new Error('IndexedDB')));
    const sweeping = store.index(UNTIL).openKeyCursor(IDBKeyRange.upperBound(nowMs));
    sweeping.addEventListener('success', () => {
      const cursor = sweeping.result;
      if (cursor) {
        store.delete(cursor.primaryKey);
        return cursor.continue();
      }
      const asking = store.getKey(hash);
      asking.addEventListener('success', () => {
        if (asking.result !== undefined) answer = 'known';
        else {
          const counting = store.count();
          counting.addEventListener('success', () => {
            if (counting.result >= CODES_MAX) answer = 'full';
            else store.put(untilMs, hash);
          });
        }
      });
    });
  });
}

export const seenInBrowser: SeenStore = {
  async take(hash, untilMs, nowMs) {
    try {
      const database = await openDatabase();
      try {
        return await takeIn(database, hash, untilMs, nowMs);
      } finally {
        database.close();
      }
    } catch {
      return 'shut'; // a private window: the tabs tell each other as long as they are open
    }
  },
};

/** null: a browser of before, whose tabs cannot speak to each other. */
export function seenChannel(): SeenChannel | null {
  if (typeof BroadcastChannel === 'undefined') return null;
  const channel = new BroadcastChannel(DATABASE);
  return {
    tell: (hash, untilMs) => channel.postMessage([hash, untilMs]),
    onTold: (listener) =>
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        const [hash, untilMs] = Array.isArray(data) ? (data as readonly unknown[]) : [];
        if (typeof hash === 'string' && hash.length <= 64 && typeof untilMs === 'number') listener(hash, untilMs);
      }),
  };
}
