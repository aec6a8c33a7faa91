import type { HeldCard, PresentationEntry, WalletStore } from './store.ts';

/** The store of a phone without a phone: what IndexedDB does is seen in the browser (tests/journeys/wallet.test.ts). */
export function storeInMemory(): WalletStore {
  let card: HeldCard | null = null;
  let lines: readonly PresentationEntry[] = [];
  return {
    card: async () => card,
    keep: async (next) => void (card = next),
    drop: async () => void (card = null),
    history: async () => lines,
    note: async (shown) => void (lines = [shown, ...lines]),
    forgetHistory: async () => void (lines = []),
  };
}
