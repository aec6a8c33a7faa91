/**
 * Where private keys of the card are, behind one port, apart from the book of their certificates (`key-book.ts`): sealed beside the book, or in a security module
 * by a label. A store makes keys and signs; what a key is for, whether it is used and who vouches for it is nothing of its business.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Chance } from '#base/chance.ts';
import type { Keys } from '#base/sealing.ts';
import { rawOfDer } from './signature-form.ts';
import type { SignerHealth } from './signer.ts';

/** A private key as the book keeps it for the store; nothing of it opens without the master keys. */
export interface SealedKey {
  /** base64 */
  readonly salt: string;
  /** PKCS#8, sealed, base64 */
  readonly sealed: string;
}

/** A key that can sign. */
export interface HeldKey {
  readonly publicKey: KeyObject;
  /** ES256: hashes inside; raw r‖s, 64 bytes */
  sign(bytes: Uint8Array): Uint8Array | Promise<Uint8Array>;
  /** the same, for certificates: rare, and the process may wait */
  signNow(bytes: Uint8Array): Uint8Array;
}

export interface KeyStore {
  readonly kind: SignerHealth['kind'];
  /** A new key on P-256 under a label that no key has. @returns it, and what the book is to keep of it; null: the store keeps it itself */
  make(label: string): { readonly key: HeldKey; readonly sealed: SealedKey | null };
  /** Throws when there is no such key, or it was sealed under another master key or another label. */
  open(label: string, sealed: SealedKey | null): HeldKey;
  /** Gone for good, as far as the store can; a module may only stop to use it. */
  forget(label: string): void;
}

/** Signs with a key object: sync, in this process. */
export const signEs256 = (key: KeyObject, bytes: Uint8Array): Buffer => rawOfDer(sign('sha256', bytes, key));

const heldOf = (privateKey: KeyObject): HeldKey => {
  const signNow = (bytes: Uint8Array): Buffer => signEs256(privateKey, bytes);
  return { publicKey: createPublicKey(privateKey), sign: signNow, signNow };
};

/**
 * Private keys sealed under the installation's own master key (base/sealing.ts), each with its own salt and its label bound in. Not under a pass phrase: a server
 * that starts unattended would keep the phrase beside the file, and it would guard nothing that the master key does not.
 */
export function sealedStore({ keys, chance }: { readonly keys: Keys; readonly chance: Chance }): KeyStore {
  return {
    kind: 'key-file',
    make(label) {
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const salt = chance.bytes(16);
      const sealed = keys.seal(salt, `card-key/${label}`, privateKey.export({ format: 'der', type: 'pkcs8' }));
      return {
        key: heldOf(privateKey),
        sealed: { salt: Buffer.from(salt).toString('base64'), sealed: Buffer.from(sealed).toString('base64') },
      };
    },
    open(label, sealed) {
      if (!sealed) throw new Error(`the private key ${label} is not kept here`);
      const pkcs8 = keys.open(Buffer.from(sealed.salt, 'base64'), `card-key/${label}`, Buffer.from(sealed.sealed, 'base64'));
      return heldOf(createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' }));
    },
    forget: () => undefined, // it goes with its row of the book
  };
}
