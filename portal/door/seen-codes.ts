/**
 * Which codes were shown at this device: for `nonceSeen` of the judge, and to be less soft with a stale code the second time.
 * All tabs share one memory (`seen-store.ts`), so that what was shown in one is not new in another; a reload does not forget. Only hashes are kept, as long as a
 * code could be shown again (QR 90 s, presentation 5½ min), and then swept.
 */
import { toBase64url, utf8 } from '#standard/card/base64url.ts';
import type { CardCrypto } from '#standard/card/shapes.ts';

export interface SeenCodes {
  /** Was it shown before? Remembers it in the same step, until `untilMs`. */
  seen(what: string, untilMs: number): Promise<boolean>;
}

/** The memory that tabs share. */
export interface SeenStore {
  /**
   * Takes a hash in one step, whichever tab asks; sweeps what is over at `nowMs`.
   * `full`: as many are kept as may be. `shut`: the browser keeps nothing for this page.
   */
  take(hash: string, untilMs: number, nowMs: number): Promise<'new' | 'known' | 'full' | 'shut'>;
}

/** What tabs tell each other, for browsers that keep nothing. */
export interface SeenChannel {
  tell(hash: string, untilMs: number): void;
  onTold(listener: (hash: string, untilMs: number) => void): void;
}

/** A gate sees some hundred people an hour. Beyond this a good code is refused rather than an old one accepted. */
export const CODES_MAX = 10_000;
/** What a hash keeps of 32 bytes: what is hashed holds a key and a number of chance, so nobody can try all. */
const HASH_BYTES = 16;

export interface SeenNeeds {
  readonly crypto: Promise<Pick<CardCrypto, 'sha256'>>;
  readonly store: SeenStore;
  readonly channel: SeenChannel | null;
  readonly nowMs: () => number;
}

export function seenCodes({ crypto, store, channel, nowMs }: SeenNeeds): SeenCodes {
  const until = new Map<string, number>();
  const sweep = (): void => {
    const now = nowMs();
    for (const [hash, end] of until) if (end <= now) until.delete(hash);
  };
  channel?.onTold((hash, untilMs) => {
    sweep();
    if (until.size < CODES_MAX) until.set(hash, untilMs);
  });
  return {
    async seen(what, untilMs) {
      const hash = toBase64url((await (await crypto).sha256(utf8(what))).slice(0, HASH_BYTES));
      sweep();
      if (until.has(hash) || until.size >= CODES_MAX) return true;
      // At once, before anything is waited for: the same code pasted twice in one moment is shown twice.
      until.set(hash, untilMs);
      channel?.tell(hash, untilMs);
      const kept = await store.take(hash, untilMs, nowMs());
      return kept === 'known' || kept === 'full';
    },
  };
}
