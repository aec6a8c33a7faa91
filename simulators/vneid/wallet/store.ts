/**
 * What the wallet keeps on this phone: one card with its keys, and what was shown when. IndexedDB keeps CryptoKey objects as they are:
 * their private parts never become bytes that a page could read.
 */
import type { Instant } from '#base/clock.ts';
import type { Label } from './issuer.ts';

export interface HeldCopy {
  /** as issued, with all disclosures */
  readonly credential: string;
  readonly holder: CryptoKeyPair;
  readonly receivedAt: Instant;
}

export interface HeldCard {
  /** identifier of the issuer, a URL */
  readonly issuer: string;
  readonly issuerNames: readonly Label[];
  readonly configurationId: string;
  /** the key that the refresh token is bound to */
  readonly dpop: CryptoKeyPair;
  /** null: this card cannot be refreshed, a new offer is needed */
  readonly refreshToken: string | null;
  readonly notificationId: string | null;
  readonly current: HeldCopy;
  /** the copy from before the last refresh; kept to be shown wrongly on demand */
  readonly previous: HeldCopy | null;
  /** why the last refresh failed and when; null after one that worked */
  readonly refreshFault: { readonly code: string; readonly at: Instant } | null;
}

export type Means = 'qr' | 'text' | 'ask';

/** One line of the history: names of claims, never their values. */
export interface PresentationEntry {
  readonly at: Instant;
  readonly means: Means;
  readonly names: readonly string[];
  /** what was done wrongly on demand; "none" for an honest showing */
  readonly mistake: string;
  /** who asked, where a door did: its own name and its host */
  readonly asker?: string;
}

export interface WalletStore {
  card(): Promise<HeldCard | null>;
  keep(card: HeldCard): Promise<void>;
  drop(): Promise<void>;
  /** newest first */
  history(): Promise<readonly PresentationEntry[]>;
  note(shown: PresentationEntry): Promise<void>;
  forgetHistory(): Promise<void>;
}

const DATABASE = 'mo-phong-vneid-vi-giay-to';
const CARDS = 'the';
const HISTORY = 'lich-su';
/** The one card of this simulator. */
const ONLY = 'the-cbccvc';
/** Older lines are let go of. */
export const HISTORY_LINES_MAX = 200;

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')));
  });

const written = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    for (const ending of ['abort', 'error'] as const)
      transaction.addEventListener(ending, () => reject(transaction.error ?? new Error('IndexedDB')));
  });

/** Rejects where the browser gives no storage (a private window of some browsers). */
export async function openStore(factory: IDBFactory): Promise<WalletStore> {
  const opening = factory.open(DATABASE, 1);
  opening.addEventListener('upgradeneeded', () => {
    opening.result.createObjectStore(CARDS);
    opening.result.createObjectStore(HISTORY, { autoIncrement: true });
  });
  const database = await settled(opening);
  const write = async (name: string, act: (store: IDBObjectStore) => void): Promise<void> => {
    const transaction = database.transaction(name, 'readwrite', { durability: 'strict' });
    act(transaction.objectStore(name));
    await written(transaction);
  };
  const read = (name: string): IDBObjectStore => database.transaction(name).objectStore(name);
  return {
    card: async () => ((await settled(read(CARDS).get(ONLY))) as HeldCard | undefined) ?? null,
    keep: (card) => write(CARDS, (store) => store.put(card, ONLY)),
    drop: () => write(CARDS, (store) => store.delete(ONLY)),
    history: async () => ((await settled(read(HISTORY).getAll())) as PresentationEntry[]).reverse(),
    note: async (shown) => {
      await write(HISTORY, (store) => store.add(shown));
      const keys = await settled(read(HISTORY).getAllKeys());
      const old = keys.slice(0, Math.max(0, keys.length - HISTORY_LINES_MAX));
      if (old.length > 0)
        await write(HISTORY, (store) => {
          for (const key of old) store.delete(key);
        });
    },
    forgetHistory: () => write(HISTORY, (store) => store.clear()),
  };
}
