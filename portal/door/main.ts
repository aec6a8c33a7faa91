/** Starts the door: what the server wrote into the page, storage, lists, then the screen. */
import { monotonicMs, wallMs } from '#portal/clock.ts';
import type { CardEnvironment } from '#standard/card/shapes.ts';
import './door.css';
import { bulk } from './bulk.ts';
import { cardCrypto } from './crypto.ts';
import { openDoor } from './door.ts';
import type { Door } from './door.ts';
import { keepInBrowser } from './keep.ts';
import type { Scanner } from './scanner.ts';
import { phrases } from './phrase.ts';
import { seenCodes } from './seen-codes.ts';
import { seenChannel, seenInBrowser } from './seen-store.ts';
import { storedLanguage } from './speech.ts';

/** How often the words about ages are renewed. */
const TICK_MS = 15_000;

const meta = (name: string): string => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';
const environment: CardEnvironment = meta('card-environment') === 'CHINH_THUC' ? 'CHINH_THUC' : 'THU_NGHIEM';
const site = meta('card-site');
const reading = () => ({ wallMs: wallMs(), monotonicMs: monotonicMs() });
// The types say that it is always there; over plain http it is not.
const crypto = cardCrypto(globalThis.crypto.subtle as SubtleCrypto | undefined);

const chance = (): number => globalThis.crypto.getRandomValues(new Uint32Array(1))[0]!;

let door: Door | null = null;
const lists = bulk(
  {
    crypto,
    site,
    environment,
    reading,
    keep: keepInBrowser,
    fetch: (path, how) => fetch(path, how),
    isOnline: () => navigator.onLine,
    later: (work, ms) => void setTimeout(work, ms),
  },
  () => door?.refresh(),
);

await lists.recall();
door = openDoor(
  {
    root: document.getElementById('door')!,
    environment,
    address: `${site}/kiem-tra`,
    crypto,
    scanner: async (): Promise<Scanner> => (await import('./scanner.ts')).scanner(),
    codes: seenCodes({ crypto, store: seenInBrowser, channel: seenChannel(), nowMs: () => lists.state().nowMs }),
    phrases: phrases(() => lists.state().nowMs, chance),
    bulk: lists,
    worksOffline: 'serviceWorker' in navigator,
    wallMs,
  },
  storedLanguage(),
);
void lists.refresh();

setInterval(() => door?.refresh(), TICK_MS);
addEventListener('online', () => void lists.refresh());
addEventListener('offline', () => door?.refresh());
document.addEventListener('visibilitychange', () => {
  if (document.hidden) return;
  door?.refresh();
  void lists.refreshIfDue();
});
// Its failure costs the page without network, nothing else.
if ('serviceWorker' in navigator) void navigator.serviceWorker.register('/kiem-tra/sw.js', { scope: '/kiem-tra' }).catch(() => undefined);
