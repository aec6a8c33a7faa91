/**
 * What the door keeps on the device: the lists (public, signed), the last word of the server about the time, and the language.
 * Nothing of a card; hashes of codes that were shown stand apart, for minutes (seen-store.ts).
 * Storage may be shut (private window, policy): the door then works on without memory.
 */
import type { Sync } from './door-time.ts';
import type { KeptLists } from './lists.ts';

export interface Kept {
  readonly lists: KeptLists;
  readonly sync: Sync | null;
  /** latest time this door saw: the clock cannot be earlier */
  readonly seenMs: number;
}

const DATABASE = 'congvu-kiem-tra';
const STORE = 'door';
const KEY = 'lists';

const openDatabase = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(STORE));
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(opening.error ?? new Error('IndexedDB')));
    opening.addEventListener('blocked', () => reject(new Error('IndexedDB is blocked')));
  });

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')));
  });

async function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
  try {
    const database = await openDatabase();
    try {
      return await done(work(database.transaction(STORE, mode).objectStore(STORE)));
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}

/** Storage as the door uses it. A failure is silence: the door works on without memory. */
export interface Keep {
  /** What the last visit left; null when there was none. Whoever can write there can write anything: every text is checked again. */
  recall(): Promise<Kept | null>;
  keep(kept: Kept): Promise<void>;
  /** everything, the pinned key too: the next fetch pins anew */
  forget(): Promise<void>;
}

export const keepInBrowser: Keep = {
  async recall() {
    const kept: unknown = await inStore('readonly', (store) => store.get(KEY) as IDBRequest<unknown>);
    return isKept(kept) ? kept : null;
  },
  keep: async (kept) => void (await inStore('readwrite', (store) => store.put(kept, KEY))),
  forget: async () => void (await inStore('readwrite', (store) => store.delete(KEY))),
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const areNumbers = (...values: readonly unknown[]): boolean => values.every((one) => typeof one === 'number' && Number.isFinite(one));

function isKept(value: unknown): value is Kept {
  if (!isRecord(value) || !isRecord(value['lists']) || !areNumbers(value['seenMs'])) return false;
  const { anchor, nextAnchors = [], listKeySince = '', version, trustList, statusLists } = value['lists'];
  const sync = value['sync'];
  return (
    isRecord(anchor) &&
    Array.isArray(nextAnchors) &&
    nextAnchors.every(isRecord) &&
    typeof listKeySince === 'string' &&
    areNumbers(version) &&
    typeof trustList === 'string' &&
    isRecord(statusLists) &&
    Object.values(statusLists).every((one) => typeof one === 'string') &&
    (sync === null || (isRecord(sync) && areNumbers(sync['serverMs'], sync['wallMs'], sync['monotonicMs'])))
  );
}
