/**
 * Keys of the installation and what is done with them: keyed hashes, sealing, pseudonyms, signing keys.
 *
 * One master key of 32 bytes stands in `master.key` (mode 0600) of the keys folder, apart from the database; every other
 * key is derived from it (NIST SP 800-108r1, HMAC-SHA-256) by the name of its purpose. What is sealed for a person is sealed under
 * the master key *and* the person's salt: deleting the salt erases it.
 */
import { createCipheriv, createDecipheriv, createHmac, createPrivateKey, createPublicKey, createSecretKey, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { JWK } from 'jose';
import { systemChance } from './chance.ts';
import { ok, refused } from './problem.ts';
import { keyMissing, keyTooOpen } from './problems.ts';
import type { Result } from './problem.ts';

export interface SigningKey {
  /** RFC 7638-like short name of the public key */
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicJwk: JWK;
}

export interface Keys {
  /** keyed hash of a citizen number: the same number is the same hash, nobody without the key can try numbers */
  nationalIdHash(number: string): Buffer;
  /** keyed hash for other purposes, hexadecimal */
  keyedHash(purpose: string, text: string): string;
  /** AES-256-GCM: nonce (12) ‖ ciphertext ‖ tag (16); the purpose is bound in */
  seal(salt: Uint8Array, purpose: string, plain: Uint8Array): Uint8Array;
  /** opens what `seal` made; throws when key, salt, purpose or bytes are not the same */
  open(salt: Uint8Array, purpose: string, sealed: Uint8Array): Uint8Array;
  /** stable name without meaning for `id` in one log */
  pseudonym(log: string, id: string): string;
  /** Ed25519 key by its name ("receipt", "body:<id>", "audit") */
  signingKey(name: string): SigningKey;
  /** secret shared with the database, with which sessions are opened */
  readonly sessionSecret: Uint8Array;
}

/** File of the keys folder that everything else is derived from. */
export const MASTER_KEY = 'master.key';
/** Fixed parts of the key derivation: block number, separator, output length in bits. */
const ONE = Uint8Array.of(0, 0, 0, 1);
const NUL = Uint8Array.of(0);
const BITS = Uint8Array.of(0, 0, 1, 0);
const NONE = new Uint8Array(0);
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** PKCS #8 head of an Ed25519 private key (RFC 8410 §7); the 32 bytes of the seed follow. */
const ED25519_PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Keys of a master key; pure but for chance in the nonces. */
export function keysOf(master: Uint8Array): Keys {
  // NIST SP 800-108 in counter mode, one block: HMAC(master, 1 ‖ label ‖ 0 ‖ context ‖ 256). Key objects, not bytes:
  // node looks at bytes anew with every use, which made sealing five times as slow.
  const masterKey = createSecretKey(master);
  const derive = (label: string, context: Uint8Array = NONE): Buffer =>
    createHmac('sha256', masterKey).update(ONE).update(`congvu/1/${label}`).update(NUL).update(context).update(BITS).digest();
  // Much is sealed under one salt in a row (the lines of a file, the groups of a person): the key of the last one is not derived again.
  let last: { readonly salt: Uint8Array; readonly key: KeyObject } | null = null;
  const cipherKey = (salt: Uint8Array): KeyObject => {
    if (last && Buffer.compare(last.salt, salt) === 0) return last.key;
    const key = createSecretKey(derive('seal', salt));
    last = { salt: Uint8Array.from(salt), key };
    return key;
  };
  const numberKey = createSecretKey(derive('national-id'));
  const hashKey = createSecretKey(derive('keyed-hash'));
  const pseudonymKey = createSecretKey(derive('pseudonym'));
  const signing = new Map<string, SigningKey>();
  return {
    sessionSecret: derive('session-secret'),
    nationalIdHash: (number) => createHmac('sha256', numberKey).update(number).digest(),
    keyedHash: (purpose, text) => createHmac('sha256', hashKey).update(`${purpose}\n${text}`).digest('hex'),
    pseudonym: (log, id) => createHmac('sha256', pseudonymKey).update(`${log}\n${id}`).digest('base64url').slice(0, 22),
    seal(salt, purpose, plain) {
      const nonce = systemChance.bytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', cipherKey(salt), nonce).setAAD(Buffer.from(purpose));
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open(salt, purpose, sealed) {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv('aes-256-gcm', cipherKey(salt), bytes.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(purpose));
      decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, bytes.length - TAG_BYTES)), decipher.final()]);
    },
    signingKey(name) {
      const known = signing.get(name);
      if (known) return known;
      const privateKey = createPrivateKey({
        key: Buffer.concat([ED25519_PKCS8_HEAD, derive(`ed25519/${name}`)]),
        format: 'der',
        type: 'pkcs8',
      });
      const publicJwk = createPublicKey(privateKey).export({ format: 'jwk' }) as JWK;
      const kid = createHmac('sha256', 'kid').update(String(publicJwk.x)).digest('base64url').slice(0, 16);
      const made = { kid, privateKey, publicJwk: { ...publicJwk, kid, alg: 'EdDSA', use: 'sig' } };
      signing.set(name, made);
      return made;
    },
  };
}

/** Is there a master key in this folder? */
export const keysExist = (folder: string): boolean => existsSync(join(folder, MASTER_KEY));

/**
 * Opens the keys folder. `mayCreate` makes a master key where there is none (demo, development); without it a missing
 * key is refused: E-KEY-MISSING. A key file that others may read is refused: E-KEY-TOO-OPEN.
 */
export function openKeys(folder: string, how: { readonly mayCreate: boolean }): Result<Keys> {
  const file = join(folder, MASTER_KEY);
  if (!existsSync(file)) {
    if (!how.mayCreate) return refused(keyMissing({ file: MASTER_KEY }));
    // Only this folder is closed: a mode given to a recursive mkdir would close its parents too, and the database's user must pass.
    mkdirSync(dirname(folder), { recursive: true });
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
    writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' });
  }
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) return refused(keyTooOpen({ file: MASTER_KEY }));
  return ok(keysOf(readFileSync(file)));
}
