/** An update of VNeID, once everything that must hold of it holds: signature, for whom, by whom, when, and its shape. */
import { createLocalJWKSet, errors, jwtVerify } from 'jose';
import type { JSONWebKeySet, JWTPayload } from 'jose';
import { Value } from 'typebox/value';
import { ok, refused } from '#base/problem.ts';
import type { Bilingual, Result } from '#base/problem.ts';
import { AGE_SECONDS_MAX, CLOCK_SECONDS_MAX, UPDATE_BYTES_MAX } from './limits.ts';
import { updateForged, updateLate, updateUnread } from './problems.ts';
import { UpdateClaims } from './shapes.ts';

/** Signatures that only the service can make; `none` and shared secrets are none of them. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];
const TYPE = 'vneid-update+jwt';

export interface UpdateRules {
  readonly keys: JSONWebKeySet;
  readonly issuer: string;
  /** ourselves */
  readonly audience: string;
  readonly now: Date;
}

const unread = (vi: string, en: string): Result<never> => refused(updateUnread({ why: { vi, en } satisfies Bilingual }));

/** E-VNEID-UPDATE-UNREAD, -FORGED, -LATE. */
export async function verifyUpdate(token: string, { keys, issuer, audience, now }: UpdateRules): Promise<Result<UpdateClaims>> {
  if (token.length > UPDATE_BYTES_MAX || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token))
    return unread('không phải một JWS dạng gọn', 'it is no compact JWS');
  let payload: JWTPayload;
  try {
    const verified = await jwtVerify(token, createLocalJWKSet(keys), {
      issuer,
      audience,
      typ: TYPE,
      algorithms: ALGORITHMS,
      currentDate: now,
      clockTolerance: CLOCK_SECONDS_MAX,
      maxTokenAge: AGE_SECONDS_MAX,
      requiredClaims: ['iss', 'aud', 'iat', 'jti', 'sub'],
    });
    payload = verified.payload;
  } catch (error) {
    // The library's words hold nothing of the token's content.
    if (error instanceof errors.JWTExpired || (error instanceof errors.JWTClaimValidationFailed && error.claim === 'iat'))
      return refused(updateLate());
    return refused(updateForged({ why: error instanceof errors.JOSEError ? error.code : 'ERR_KEYS' }));
  }
  const [wrong] = Value.Errors(UpdateClaims, payload);
  return wrong
    ? unread(`không đúng dạng ở ${wrong.instancePath || '/'}`, `not of its shape at ${wrong.instancePath || '/'}`)
    : ok(payload as UpdateClaims);
}
