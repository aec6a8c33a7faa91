/** A logout token of the provider (OpenID Connect Back-Channel Logout 1.0, Logout Token Validation): who is signed out, once everything that must hold of it holds. */
import { createRemoteJWKSet, customFetch, errors, jwtVerify } from 'jose';
import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import type { LoggedOut } from '#authority/access/port.ts';
import { logoutNotValid } from '#authority/access/problems.ts';
import { ok, refused } from '#base/problem.ts';
import type { Bilingual, Result } from '#base/problem.ts';
import { boundedFetch } from './bounded-fetch.ts';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
/** Signatures that only the provider can make; `none` and the client's secret are none of them. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];
/** Seconds by which the clocks may differ. */
const CLOCK_SECONDS_MAX = 30;
/** A token is told at once: one that was made longer ago is not taken, in seconds. */
const AGE_SECONDS_MAX = 300;

const why = (vi: string, en: string): Result<never> => refused(logoutNotValid({ why: { vi, en } satisfies Bilingual }));

export interface LogoutRules {
  readonly issuer: string;
  readonly clientId: string;
  readonly keys: JWTVerifyGetKey;
  readonly now: Date;
}

/** Keys of the provider, fetched anew when one is not known, at most every half minute. */
export const keysAt = (address: string, timeoutSeconds: number): JWTVerifyGetKey =>
  createRemoteJWKSet(new URL(address), { timeoutDuration: timeoutSeconds * 1000, cooldownDuration: 30_000, [customFetch]: boundedFetch });

export async function verifyLogoutToken(token: string, { issuer, clientId, keys, now }: LogoutRules): Promise<Result<LoggedOut>> {
  let payload: JWTPayload;
  try {
    const verified = await jwtVerify(token, keys, {
      issuer,
      audience: clientId,
      algorithms: ALGORITHMS,
      currentDate: now,
      clockTolerance: CLOCK_SECONDS_MAX,
      maxTokenAge: AGE_SECONDS_MAX,
      requiredClaims: ['iss', 'aud', 'iat', 'exp', 'jti'],
    });
    const { typ } = verified.protectedHeader;
    if (typ !== undefined && !/^(application\/)?(logout\+jwt|jwt)$/i.test(typ))
      return why('không phải token đăng xuất', 'it is no logout token');
    payload = verified.payload;
  } catch (error) {
    // What fails of the outside fails as a value; the library's words hold nothing of the token's content.
    const code = error instanceof errors.JOSEError ? error.code : 'ERR_JWKS';
    return why(`token không được xác minh (${code})`, `the token was not verified (${code})`);
  }
  if ('nonce' in payload) return why('token đăng xuất không được có nonce', 'a logout token must not have a nonce');
  const events = payload['events'];
  const event: unknown = typeof events === 'object' && events !== null ? (events as Record<string, unknown>)[EVENT] : undefined;
  if (typeof event !== 'object' || event === null || Array.isArray(event))
    return why('token không nêu sự kiện đăng xuất', 'the token does not state the event of a logout');
  const { sub, jti, exp } = payload;
  const sid = payload['sid'];
  const names = (name: unknown): name is string => typeof name === 'string' && name !== '';
  if ((sub !== undefined && !names(sub)) || (sid !== undefined && !names(sid)) || (sub === undefined && sid === undefined) || !names(jti))
    return why('token không nêu ai hay phiên nào', 'the token names neither a person nor a session');
  return ok({ issuer, subject: sub ?? null, sid: sid ?? null, jti, untilSeconds: Math.ceil(exp!) + CLOCK_SECONDS_MAX });
}
