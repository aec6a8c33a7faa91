/**
 * Who holds the keys of the card, behind one port: a key file now, a security module (PKCS#11) later. Nobody else sees a private key.
 * Kinds of keys, each with its own certificate: `anchor` is what doors pin, `list` signs the trust list and the certificates of the others under an anchor that is kept
 * apart (an anchor that is kept here does both itself), `card` signs cards, `status` signs status lists,
 * `door` signs questions of doors to phones (ask/, decision 0083) and stands in no trust list.
 */
import type { Instant } from '#base/clock.ts';
import type { Problem } from '#base/problem.ts';
import type { EcPublicJwk } from '#standard/card/shapes.ts';
import type { KeyState } from './key-rotation.ts';

export type CardKeyUse = 'card' | 'status' | 'door' | 'list' | 'anchor';

export interface CardKey {
  /** name in headers and lists: first 8 bytes of SHA-256 over the certificate, base64url */
  readonly kid: string;
  /** name for people and for the token that keeps it: `the-card-2026-1` */
  readonly label: string;
  readonly use: CardKeyUse;
  readonly state: KeyState;
  readonly certDer: Uint8Array;
  /** certificates between its own and the anchor, which is not among them; of anchors and keys for the trust list none */
  readonly chain: readonly Uint8Array[];
  readonly publicJwk: EcPublicJwk;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
}

export interface SignerHealth {
  readonly ok: boolean;
  /** what kind of keeper this is, for the page of operation */
  readonly kind: 'key-file' | 'pkcs11';
  readonly problem: Problem | null;
}

/** What the trust list says beside its keys. */
export interface SignerTrust {
  readonly nextAnchors: readonly EcPublicJwk[];
  /** the last list under the anchor before; null: there was none, or it has ended */
  readonly handover: string | null;
  /** kids that are trusted no more */
  readonly distrusted: readonly string[];
}

/** A list of what an authority has revoked (decision 0090). */
export interface PublishedRevocations {
  /** of the list: how the fingerprint of its authority's certificate begins, 16 signs */
  readonly name: string;
  /** DER */
  readonly list: Uint8Array;
}

export interface CardSigner {
  /** every key that is not forgotten, in the order of their making; the anchor first. MAY have changed since the last call (rotation) */
  keys(): Promise<readonly CardKey[]>;
  trust(): Promise<SignerTrust>;
  /**
   * Lists of what was revoked: signed now by whoever signs certificates here, and as it was brought by an anchor that is kept apart.
   * @param number  rises with each list that was published whole
   */
  revocations(number: number): Promise<readonly PublishedRevocations[]>;
  /** ES256: hashes inside, raw r‖s, 64 bytes. Throws for a `kid` that it does not hold: a bug of the caller */
  sign(kid: string, bytes: Uint8Array): Uint8Array | Promise<Uint8Array>;
  /** does what rotation has due now; safe to call often and in several processes. @returns whether anything changed: the trust list is then to be signed anew */
  tend(): Promise<boolean>;
  health(): Promise<SignerHealth>;
}

/** The key that signs now. There always is one: `tend` sees to it before a signer is handed out. */
export async function activeKey(signer: CardSigner, use: CardKeyUse): Promise<CardKey> {
  const key = (await signer.keys()).find((one) => one.use === use && one.state === 'active');
  if (!key) throw new Error(`no active key for ${use}`);
  return key;
}
