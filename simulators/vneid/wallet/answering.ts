/** The holder agreed, or did not: the answer to a door, encrypted to the key of the guard's browser, or the word that there is none. */
import { CompactEncrypt, importJWK } from 'jose';
import { boundedFetch } from './fetching.ts';
import type { Fetch } from './fetching.ts';
import type { Mistake } from './mistakes.ts';
import { done, failed } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import type { DoorRequest } from './request.ts';
import { presentationText } from './showing.ts';
import type { HeldCard } from './store.ts';

const ANSWER_CHARACTERS_MAX = 4_096;

async function post(fetchAny: Fetch, url: string, form: Readonly<Record<string, string>>): Promise<Outcome<true>> {
  try {
    const answer = await boundedFetch(fetchAny, ANSWER_CHARACTERS_MAX)(url, { method: 'POST', body: new URLSearchParams(form) });
    // Answered before, by this phone or another, or too late: a new question must be asked.
    if (answer.status === 400 || answer.status === 404) return failed('request-gone');
    return answer.ok ? done(true) : failed('request-bad', `HTTP ${answer.status}`);
  } catch {
    return failed('network');
  }
}

/** Exactly the claims that were agreed to, for exactly this question (OpenID4VP 1.0 §8.3). */
export async function answerRequest(
  { clientId, nonce, state, names, queryId, responseUri, encryption }: DoorRequest,
  card: HeldCard,
  { fetch: fetchAny, mistake, nowMs }: { readonly fetch: Fetch; readonly mistake: Mistake; readonly nowMs: number },
): Promise<Outcome<true>> {
  const text = await presentationText(card, mistake, { names, audience: clientId, nonce, nowMs });
  if (text === null) return failed('copy-bad', 'form');
  const { jwk, kid, enc } = encryption;
  const response = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify({ vp_token: { [queryId]: [text] }, state })))
    .setProtectedHeader({ alg: 'ECDH-ES', enc, kid })
    .encrypt(await importJWK({ ...jwk }, 'ECDH-ES'));
  return post(fetchAny, responseUri, { response });
}

/** Tells the door that there will be no answer, and not why. */
export const refuseRequest = ({ responseUri, state }: DoorRequest, fetchAny: Fetch): Promise<Outcome<true>> =>
  post(fetchAny, responseUri, { error: 'access_denied', state });
