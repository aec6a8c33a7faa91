/** Keys that sign for the installation and for bodies. */
import { Type } from 'typebox';
import type { Static } from 'typebox';

/** What a key signs. The card's keys have their own list (the trust list) and their own rotation. */
export const PURPOSES = ['receipt', 'attestation', 'checkpoint'] as const;
export type KeyPurpose = (typeof PURPOSES)[number];

/** Whose key: of a body for attestations, of the installation otherwise. */
export interface KeyHolder {
  readonly purpose: KeyPurpose;
  readonly bodyId: string | null;
}

/** One epoch of a key, public for ever. `ended`: signs nothing new since; what it signed before stays signed. */
export interface KeyEpoch extends KeyHolder {
  readonly epoch: number;
  /** of the master key that it is derived from */
  readonly generation: number;
  readonly kid: string;
  readonly since: string;
  readonly ended: string | null;
}

/** A key as RFC 7517 has it, with what a verifier wants to know beside it. */
export const PublishedKey = Type.Object(
  {
    kty: Type.Literal('OKP'),
    crv: Type.Literal('Ed25519'),
    x: Type.String(),
    kid: Type.String(),
    alg: Type.Literal('EdDSA'),
    use: Type.Literal('sig'),
    congvu: Type.Object({
      purpose: Type.Union([Type.Literal('receipt'), Type.Literal('attestation'), Type.Literal('checkpoint')]),
      bodyId: Type.Union([Type.String(), Type.Null()]),
      since: Type.String(),
      ended: Type.Union([Type.String(), Type.Null()]),
      status: Type.Union([Type.Literal('active'), Type.Literal('ended')]),
    }),
  },
  { title: 'PublishedKey' },
);
export type PublishedKey = Static<typeof PublishedKey>;

export const KeySet = Type.Object({ keys: Type.Array(PublishedKey) });
