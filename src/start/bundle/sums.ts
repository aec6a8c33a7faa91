/** `SHA256SUMS`: what every file of a bundle is, and the signature over it. Both can be checked without us: `sha256sum -c`, `openssl pkeyutl -verify`. */
import { createPrivateKey, createPublicKey, hash, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { bundleKey } from './problems.ts';

/** SHA-256 of a file, hexadecimal; of what a link leads to. At once: of twelve thousand small files a stream for each took four times as long. */
export const sha256Of = (file: string): string => hash('sha256', readFileSync(file));

/** Line by line, `<hash>  <path>`, in the order of `files`. */
export const writtenSums = (root: string, files: readonly string[]): string =>
  files.map((file) => `${sha256Of(join(root, file))}  ${file}\n`).join('');

/** Paths with their hash; a line of another form is left out, so that its file is told as one too many. */
export const readSums = (text: string): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(/^([0-9a-f]{64}) [ *](.+)$/gm)].map(([, sum, file]) => [file!, sum!]));

const isEd25519 = (key: KeyObject): boolean => key.asymmetricKeyType === 'ed25519';

function keyOf(file: string, read: (pem: Buffer) => KeyObject): Result<KeyObject> {
  try {
    const key = read(readFileSync(file));
    return isEd25519(key) ? ok(key) : refused(bundleKey({ file }));
  } catch {
    return refused(bundleKey({ file })); // not there, or no key
  }
}

/** E-BUNDLE-KEY. */
export const releaseKey = (file: string): Result<KeyObject> => keyOf(file, (pem) => createPrivateKey(pem));
export const publicKeyOf = (file: string): Result<KeyObject> => keyOf(file, (pem) => createPublicKey(pem));

export const signedSums = (sums: string, key: KeyObject): Buffer => sign(null, Buffer.from(sums), key);
export const isSignedBy = (sums: string, signature: Buffer, key: KeyObject): boolean => verify(null, Buffer.from(sums), key, signature);
