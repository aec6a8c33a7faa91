/** Starts the wallet: what the browser must give (keys, storage), then the first screen; or a sentence that says what is missing. */
import '@fontsource/be-vietnam-pro/vietnamese-400.css';
import '@fontsource/be-vietnam-pro/latin-400.css';
import '@fontsource/be-vietnam-pro/vietnamese-600.css';
import '@fontsource/be-vietnam-pro/latin-600.css';
import './wallet.css';
import { systemClock } from '#base/clock.ts';
import { chosenLanguage, label, startApp } from './app.ts';
import { el } from './dom.ts';
import type { Wallet } from './holding.ts';
import { openStore } from './store.ts';
import type { WalletStore } from './store.ts';
import { openTrust } from './trust.ts';
import { localizer } from './words.ts';
import type { Word } from './words.ts';

const root = document.getElementById('vi')!;
const publicUrl = document.querySelector<HTMLMetaElement>('meta[name="public-url"]')?.content || location.origin;

function cannotRun(title: Word, ...lines: readonly Word[]): void {
  const language = chosenLanguage();
  const localize = localizer(language);
  document.documentElement.lang = language;
  document.title = localize('title');
  root.replaceChildren(label(localize), el('main', {}, el('h1', {}, localize(title)), ...lines.map((line) => el('p', {}, localize(line)))));
}

/** Other open pages of this wallet wait; where a browser has no locks there is only this page to wait for. */
function aloneHere(): Wallet['alone'] {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    if (navigator.locks) return navigator.locks.request('mo-phong-vneid-vi-giay-to', work) as Promise<T>;
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

async function openStoreOrSay(): Promise<WalletStore | null> {
  try {
    return await openStore(indexedDB);
  } catch {
    cannotRun('noStorageTitle', 'noStorageNext');
    return null;
  }
}

async function start(): Promise<void> {
  // Over plain http on a network the browser has no crypto.subtle at all.
  if (!globalThis.crypto?.subtle) return cannotRun('insecureTitle', 'insecureWhy', 'insecureNext');
  const store = await openStoreOrSay();
  if (!store) return;
  const fetchHere: Wallet['fetch'] = (url, init) => fetch(url, init);
  const origins = [location.origin, new URL(publicUrl).origin];
  const trust = openTrust(fetchHere, origins, systemClock);
  const wallet: Wallet = { store, clock: systemClock, fetch: fetchHere, origins, trustedKeys: trust.trustedKeys, alone: aloneHere() };
  await startApp({ wallet, trust, publicUrl, root });
}

void start();
