/** Types of `verify-bundle.mjs`, which is plain JavaScript so that anybody can run it as it stands. */
export interface Primitives {
  readonly sha256: (bytes: Uint8Array) => Uint8Array;
  /** Ed25519, a public key of 32 bytes */
  readonly verify: (message: Uint8Array, publicKey: Uint8Array, signature: Uint8Array) => boolean;
}
/** @throws an error with `exit` (1 forged, 2 incomplete), `vi` and `en` */
export function verifyBundle(
  bundle: unknown,
  keyText: string,
  heldHead?: string | null,
  given?: Primitives,
): readonly { readonly vi: string; readonly en: string }[];
export const OF_NODE: Primitives;
export function isInTree(
  claim: {
    readonly leaf: Uint8Array;
    readonly index: number;
    readonly size: number;
    readonly root: Uint8Array;
    readonly path: readonly Uint8Array[];
  },
  given?: Primitives,
): boolean;
