/** Types of `verify-attestation.mjs`, which is plain JavaScript so that anybody can run it as it stands. */
import type { Primitives } from './verify-bundle.mjs';

export const FORMAT: 'congvu-attestation/1';
export type AttestationVerdict =
  | 'right'
  | 'no-proof'
  | 'without-content'
  | 'changed'
  | 'other-key'
  | 'unknown-key'
  | 'not-in-log'
  | 'unreadable';
/** A published key, as far as a check asks of it. */
export interface HeldKey {
  readonly kid: string;
  readonly x: string;
  readonly congvu: { readonly purpose: string; readonly bodyId: string | null };
}
export interface VerifiedAttestation {
  readonly verdict: AttestationVerdict;
  readonly vi: string;
  readonly en: string;
  readonly lines: readonly { readonly ok: boolean; readonly vi: string; readonly en: string }[];
  /** null: nothing of it is certain */
  readonly about: {
    readonly kid: string;
    readonly at: string | null;
    readonly stepUp: unknown;
    readonly bodyId: string | null;
    readonly shownHash: string;
    readonly groups: readonly string[] | null;
    readonly list: { readonly id: string; readonly people: number; readonly no: number } | null;
    readonly signed: unknown;
  } | null;
}
export function verifyAttestation(
  file: unknown,
  held: { readonly keys: readonly HeldKey[]; readonly logKey: string | null },
  given?: Primitives,
): VerifiedAttestation;
