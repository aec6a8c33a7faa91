/**
 * What a wallet proves with a request: that it holds the DPoP key (RFC 9449), and for a credential that it holds the holder key
 * (OpenID4VCI 1.0 §8.2.1.1, appendix F.1). The library checks signature, `typ`, `htm`, `htu`, `ath`, `aud`, `nonce`; it looks at no `iat`,
 * forgets what it saw, and takes a key from wherever the header offers one. Those are ours.
 */
import { createHash } from 'node:crypto';
import type { Clock, Instant } from '#base/clock.ts';
import { isSeconds, parseJws, readEcJwk } from '#standard/card/compact-jws.ts';
import type { CompactJws } from '#standard/card/compact-jws.ts';
import type { EcPublicJwk } from '#standard/card/shapes.ts';
import { BODY_BYTES_MAX, DPOP_CHARS_MAX, PROOF_AGE_SECONDS_MAX, PROOF_AHEAD_SECONDS_MAX } from './limits.ts';
import { refuse } from './oauth-errors.ts';
import type { Refused } from './oauth-errors.ts';
import type { Protocol } from './protocol.ts';
import { secondsAfter } from './secrets.ts';

/** RFC 7638: the members of an EC key, in this order. */
export const thumbprintOf = ({ crv, kty, x, y }: EcPublicJwk): string =>
  createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');

/** A key of its own in the header, and no other way to name one: two ways could name two keys. */
function keyInHeader({ header }: CompactJws): EcPublicJwk | null {
  const namedOtherwise = ['kid', 'x5c', 'x5u', 'jku', 'trust_chain', 'crit', 'b64'].some((name) => name in header);
  return header['alg'] === 'ES256' && !namedOtherwise ? readEcJwk(header['jwk']) : null;
}

function isMadeNow({ payload: { iat } }: CompactJws, now: Instant): boolean {
  const nowSeconds = Date.parse(now) / 1000;
  return isSeconds(iat) && iat >= nowSeconds - PROOF_AGE_SECONDS_MAX && iat <= nowSeconds + PROOF_AHEAD_SECONDS_MAX;
}

export interface WalletRequest {
  readonly method: 'POST';
  readonly url: string;
  /** the header as it came; undefined when there was none */
  readonly dpop: string | undefined;
}

/** A DPoP proof that is good; whether it was seen before is asked where it is used. */
export interface DpopProof {
  readonly thumbprint: string;
  readonly hash: Buffer;
  readonly expiresAt: Instant;
}

/** @param accessToken  at a resource: the token that the proof must name, and the key it is bound to */
export async function readDpop(
  { authorization }: Protocol,
  clock: Clock,
  request: WalletRequest,
  accessToken?: { readonly token: string; readonly dpopKey: string },
): Promise<DpopProof | Refused> {
  const jws = request.dpop === undefined ? null : parseJws(request.dpop, DPOP_CHARS_MAX);
  const key = jws && keyInHeader(jws);
  if (!jws || !key || !isMadeNow(jws, clock.now())) return refuse('invalid_dpop_proof');
  const { jti } = jws.payload;
  if (typeof jti !== 'string' || jti === '') return refuse('invalid_dpop_proof');
  const thumbprint = thumbprintOf(key);
  try {
    await authorization.verifyDpopJwt({
      dpopJwt: request.dpop!,
      request: { method: request.method, url: request.url, headers: new Headers() as never },
      allowedSigningAlgs: ['ES256'],
      now: new Date(clock.now()),
      ...(accessToken ? { accessToken: accessToken.token, expectedJwkThumbprint: accessToken.dpopKey } : {}),
    });
  } catch {
    return refuse('invalid_dpop_proof'); // whatever the library says of it goes nowhere
  }
  return {
    thumbprint,
    hash: createHash('sha256').update(`${thumbprint}\n${jti}`).digest(),
    expiresAt: secondsAfter(new Date(Number(jws.payload['iat']) * 1000).toISOString(), PROOF_AGE_SECONDS_MAX + 1),
  };
}

export interface HolderProof {
  readonly key: EcPublicJwk;
  readonly nonce: string;
}

/** The proof of the holder key. Whether its nonce is ours and was not used is asked where it is used. */
export async function readHolderProof({ issuer, issuerMetadata }: Protocol, clock: Clock, jwt: string): Promise<HolderProof | Refused> {
  const jws = parseJws(jwt, BODY_BYTES_MAX);
  const key = jws && keyInHeader(jws);
  const { aud, nonce } = jws?.payload ?? {};
  if (!jws || !key || !isMadeNow(jws, clock.now())) return refuse('invalid_proof');
  if (typeof nonce !== 'string' || nonce === '' || typeof aud !== 'string') return refuse('invalid_proof');
  try {
    await issuer.verifyCredentialRequestJwtProof({ issuerMetadata, jwt, expectedNonce: nonce, now: new Date(clock.now()) });
  } catch {
    return refuse('invalid_proof');
  }
  return { key, nonce };
}
