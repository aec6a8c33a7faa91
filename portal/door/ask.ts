/**
 * The door asks a phone (decision 0083): OpenID4VP 1.0, answered encrypted to a key that was made here for this one question and never leaves this page.
 * Fetched when the guard first asks; the server carries ciphertext and cannot read it.
 */
import { compactDecrypt } from 'jose';
import { toBase64url } from '#standard/card/base64url.ts';
import { readJsonObject } from '#standard/card/compact-jws.ts';
import type { Asked } from '#standard/card/judge.ts';

/** Name of the one credential in query and answer. */
const QUERY_ID = 'the';
const NONCE_BYTES = 24;
/** A request that waits may be cut by a proxy, or a server restart: tried again after so long each, before the network is said to be away. Milliseconds. */
const PAUSES_MS = [1_000, 2_000, 4_000] as const;
/** A server that has no room for those who wait says at once that there is nothing yet. */
const LOOK_MS_MIN = 1_000;

/** What became of a question. */
export type AskEnd =
  | { readonly kind: 'presented'; readonly text: string; readonly asked: Asked }
  /** the wallet said no, by its own word */
  | { readonly kind: 'refused'; readonly error: string }
  /** nobody answered in time */
  | { readonly kind: 'over' }
  /** an answer came, and it is none to this question */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'away' }
  /** the server takes no more questions now */
  | { readonly kind: 'busy' };

export interface Question {
  /** for a QR: `openid4vp://?…` */
  readonly link: string;
  /** Waits for what becomes of it; null when `signal` says that nobody wants to know any more. */
  end(signal: AbortSignal): Promise<AskEnd | null>;
}

export interface AskNeeds {
  readonly crypto: Pick<Crypto, 'subtle' | 'getRandomValues'>;
  readonly fetch: (path: string, how?: RequestInit) => Promise<Response>;
  readonly pause: (ms: number) => Promise<void>;
  readonly monotonicMs: () => number;
}

interface Made {
  readonly clientId: string;
  readonly link: string;
  readonly answerAt: string;
  readonly collect: string;
  readonly state: string;
}

function readMade(value: unknown): Made | null {
  const { clientId, link, answerAt, collect, state } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const texts = [clientId, link, answerAt, collect, state];
  if (!texts.every((one) => typeof one === 'string')) return null;
  // The answer is fetched from our own server, whatever it says.
  return /^\/card\/ask\/[\w-]+\/answer$/.test(String(answerAt)) ? ({ clientId, link, answerAt, collect, state } as Made) : null;
}

/** @param door  its name as the guard set it; the holder sees it before agreeing */
export async function askPhone(door: string, { crypto, fetch, pause, monotonicMs }: AskNeeds): Promise<Question | AskEnd> {
  const keys = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']);
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', keys.publicKey);
  const nonce = toBase64url(crypto.getRandomValues(new Uint8Array(NONCE_BYTES)));
  let made: Made | null;
  try {
    const answer = await fetch('/card/ask', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ nonce, key: { kty, crv, x, y }, door }),
    });
    if (!answer.ok) return { kind: 'busy' };
    made = readMade(await answer.json());
  } catch {
    return { kind: 'away' };
  }
  if (!made) return { kind: 'busy' };
  const { clientId, link, answerAt, collect, state } = made;
  const headers = { authorization: `Bearer ${collect}` };
  const asked: Asked = { audience: clientId, nonce };
  return {
    link,
    async end(signal) {
      const forget = (): void =>
        void fetch(answerAt.replace(/answer$/, 'forget'), { method: 'POST', headers, keepalive: true }).catch(() => undefined);
      for (let failed = 0; failed < PAUSES_MS.length;) {
        const beganMs = monotonicMs();
        let waitMs = 0;
        try {
          const answer = await fetch(answerAt, { headers, signal });
          if (answer.status === 404) return { kind: 'over' };
          if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
          if (answer.status !== 204) return await opened(await answer.json(), keys.privateKey, state, asked);
          failed = 0;
          waitMs = LOOK_MS_MIN - (monotonicMs() - beganMs);
        } catch {
          waitMs = PAUSES_MS[failed]!;
          failed += 1;
        }
        if (!signal.aborted && waitMs > 0) await pause(waitMs);
        if (signal.aborted) {
          forget();
          return null;
        }
      }
      forget();
      return { kind: 'away' };
    },
  };
}

/** What came, decrypted and held against the question; what does not fit is one end, whoever made it. */
async function opened(came: unknown, key: CryptoKey, state: string, asked: Asked): Promise<AskEnd> {
  const { answer, refusal } = (came ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof refusal === 'string') return { kind: 'refused', error: refusal };
  if (typeof answer !== 'string') return { kind: 'unreadable' };
  try {
    const { plaintext } = await compactDecrypt(answer, key, {
      keyManagementAlgorithms: ['ECDH-ES'],
      contentEncryptionAlgorithms: ['A128GCM', 'A256GCM'],
    });
    const said = readJsonObject(new TextDecoder('utf-8', { fatal: true }).decode(plaintext));
    const shown = (said?.['vp_token'] as Readonly<Record<string, unknown>> | undefined)?.[QUERY_ID];
    // One question, one credential, one answer.
    if (said?.['state'] !== state || !Array.isArray(shown) || shown.length !== 1 || typeof shown[0] !== 'string')
      return { kind: 'unreadable' };
    return { kind: 'presented', text: shown[0], asked };
  } catch {
    return { kind: 'unreadable' }; // encrypted to another key, cut, or not encrypted at all
  }
}
