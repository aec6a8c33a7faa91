/** Who it is, from what a provider said under the names that the settings give. Pure. */
import { signInClaims } from '#authority/access/problems.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import type { SignInSettings } from '#base/sign-in-settings.ts';

export type ClaimNames = Pick<SignInSettings, 'claims' | 'levels'>;

export interface ClaimedIdentity {
  readonly nationalId: string;
  readonly name: string;
  readonly level: number;
}

/** A text or a number; a claim of another kind says nothing. */
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');

/** E-SIGN-IN-CLAIMS, naming the claim. A level that the settings do not know is the lowest; one that is not said at all is a provider that is not set up. */
export function identityIn(said: Readonly<Record<string, unknown>>, { claims, levels }: ClaimNames): Result<ClaimedIdentity> {
  // A number that came as a number has lost its zeros: it must be a text.
  const number = said[claims.number];
  if (typeof number !== 'string' || !/^\d{12}$/.test(number.trim())) return refused(signInClaims({ claim: claims.number }));
  const level = text(said[claims.level]);
  if (level === '') return refused(signInClaims({ claim: claims.level }));
  return ok({
    nationalId: number.trim(),
    name: text(said[claims.name]),
    level: levels === null ? Math.max(1, Math.trunc(Number(level)) || 1) : (levels.get(level) ?? 1),
  });
}
