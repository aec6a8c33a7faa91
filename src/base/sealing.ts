/**
 * Keys of the installation and what is done with them: keyed hashes, sealing, pseudonyms, signing keys.
 *
 * Master keys of 32 bytes stand apart from the database (base/master-keys.ts), numbered by generation; every other key is derived from one of them
 * (NIST SP 800-108r1, HMAC-SHA-256) by the name of its purpose. What is sealed for a person is sealed under a master key *and* the person's salt:
 * deleting the salt erases it. One generation seals, all that there ever were open; what is looked up by (hashes, pseudonyms) is of the first for ever (decision 0070).
 */
import { createCipheriv, createDecipheriv, createHmac, createPrivateKey, createPublicKey, createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { JWK } from 'jose';
import { systemChance } from './chance.ts';

/** One master key of those there were; the first has the number 1. */
export interface Generation {
  readonly number: number;
  readonly root: Uint8Array;
}

/** The master keys that this process holds, and the number of the one that seals. */
export interface Roots {
  readonly active: number;
  readonly generations: readonly Generation[];
}

/** Where they come from while the program runs: as they were last read, and read again because something does not open. */
export interface RootSource {
  now(): Roots;
  again(): Roots;
}

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
  /** Ed25519 key by its name ("receipt", "body:<id>", "audit") of a generation, the first where none is named; throws for one that is not held */
  signingKey(name: string, generation?: number): SigningKey;
  /** X25519 key by its name of a generation: others encrypt to its public half (RFC 7516, ECDH-ES) */
  agreementKey(name: string, generation?: number): SigningKey;
  /** number of the master key that seals now: what is begun now is begun under it */
  generation(): number;
  /** the master keys held, each by a text that names it and tells nothing of it */
  fingerprints(): readonly { readonly generation: number; readonly fingerprint: string }[];
  /** secret shared with the database, with which sessions are opened */
  readonly sessionSecret: Uint8Array;
}

/** Fixed parts of the key derivation: block number, separator, output length in bits. */
const ONE = Uint8Array.of(0, 0, 0, 1);
const NUL = Uint8Array.of(0);
const BITS = Uint8Array.of(0, 0, 1, 0);
const NONE = new Uint8Array(0);
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** PKCS #8 head of an Ed25519 private key (RFC 8410 §7); the 32 bytes of the seed follow. */
const ED25519_PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The same of an X25519 key. */
const X25519_PKCS8_HEAD = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** NIST SP 800-108 in counter mode, one block: HMAC(root, 1 ‖ label ‖ 0 ‖ context ‖ 256). */
type Derive = (label: string, context?: Uint8Array) => Buffer;

// Key objects, not bytes: node looks at bytes anew with every use, which made sealing five times as slow.
const deriver = (root: Uint8Array): Derive => {
  const key = createSecretKey(root);
  return (label, context = NONE) =>
    createHmac('sha256', key).update(ONE).update(`congvu/1/${label}`).update(NUL).update(context).update(BITS).digest();
};

/** A text that names a master key and tells nothing of it. */
export const fingerprintOf = (root: Uint8Array): string => deriver(root)('fingerprint').toString('base64url').slice(0, 16);

const fixed = (root: Uint8Array): RootSource => {
  const roots: Roots = { active: 1, generations: [{ number: 1, root }] };
  return { now: () => roots, again: () => roots };
};

/** Derived keys for sealing, by generation. */
function ciphersOf(source: RootSource): {
  readonly active: (salt: Uint8Array) => KeyObject;
  readonly each: (salt: Uint8Array) => Iterable<KeyObject>;
} {
  const derivers = new Map<number, Derive>();
  // Much is sealed under one salt in a row (the lines of a file, the groups of a person): the key of the last one is not derived again.
  let last: { readonly number: number; readonly salt: Uint8Array; readonly key: KeyObject } | null = null;
  let opened = 0;
  const keyFor = ({ number, root }: Generation, salt: Uint8Array): KeyObject => {
    if (last && last.number === number && Buffer.compare(last.salt, salt) === 0) return last.key;
    const derive = derivers.get(number) ?? deriver(root);
    derivers.set(number, derive);
    last = { number, salt: Uint8Array.from(salt), key: createSecretKey(derive('seal', salt)) };
    return last.key;
  };
  return {
    active: (salt) => {
      const { active, generations } = source.now();
      return keyFor(
        generations.find(({ number }) => number === active)!,
        salt,
      );
    },
    // The one that opened last first: rows that lie together are mostly of one age.
    *each(salt) {
      const tried = new Set<number>();
      for (const read of [() => source.now(), () => source.again()]) {
        const { generations } = read();
        for (const one of generations.toSorted(
          (a, b) => Number(b.number === opened) - Number(a.number === opened) || b.number - a.number,
        )) {
          if (tried.has(one.number)) continue;
          tried.add(one.number);
          opened = one.number;
          yield keyFor(one, salt);
        }
      }
    },
  };
}

function opened(key: KeyObject, purpose: string, bytes: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(purpose));
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, bytes.length - TAG_BYTES)), decipher.final()]);
}

const signingKeyOf = (seed: Buffer): SigningKey => keyOfSeed(ED25519_PKCS8_HEAD, seed, { alg: 'EdDSA', use: 'sig' });
const agreementKeyOf = (seed: Buffer): SigningKey => keyOfSeed(X25519_PKCS8_HEAD, seed, { alg: 'ECDH-ES+A256KW', use: 'enc' });

function keyOfSeed(head: Buffer, seed: Buffer, is: { readonly alg: string; readonly use: string }): SigningKey {
  const privateKey = createPrivateKey({ key: Buffer.concat([head, seed]), format: 'der', type: 'pkcs8' });
  const publicJwk = createPublicKey(privateKey).export({ format: 'jwk' }) as JWK;
  const kid = createHmac('sha256', 'kid').update(String(publicJwk.x)).digest('base64url').slice(0, 16);
  return { kid, privateKey, publicJwk: { ...publicJwk, kid, ...is } };
}

/** Keys of one master key, or of as many as a source holds; pure but for chance in the nonces and what the source reads. */
export function keysOf(master: Uint8Array | RootSource): Keys {
  const source = master instanceof Uint8Array ? fixed(master) : master;
  const rootOf = (generation: number): Uint8Array => {
    const of = ({ generations }: Roots): Generation | undefined => generations.find(({ number }) => number === generation);
    const held = of(source.now()) ?? of(source.again());
    if (!held) throw new Error(`no master key of generation ${generation}`);
    return held.root;
  };
  const first = deriver(rootOf(1));
  const numberKey = createSecretKey(first('national-id'));
  const hashKey = createSecretKey(first('keyed-hash'));
  const pseudonymKey = createSecretKey(first('pseudonym'));
  const ciphers = ciphersOf(source);
  const signing = new Map<string, SigningKey>();
  return {
    sessionSecret: first('session-secret'),
    nationalIdHash: (number) => createHmac('sha256', numberKey).update(number).digest(),
    keyedHash: (purpose, text) => createHmac('sha256', hashKey).update(`${purpose}\n${text}`).digest('hex'),
    pseudonym: (log, id) => createHmac('sha256', pseudonymKey).update(`${log}\n${id}`).digest('base64url').slice(0, 22),
    seal(salt, purpose, plain) {
      const nonce = systemChance.bytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', ciphers.active(salt), nonce).setAAD(Buffer.from(purpose));
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open(salt, purpose, sealed) {
      const bytes = Buffer.from(sealed);
      let refusal: unknown;
      for (const key of ciphers.each(salt)) {
        try {
          return opened(key, purpose, bytes);
        } catch (error) {
          refusal = error;
        }
      }
      throw refusal;
    },
    signingKey(name, generation = 1) {
      const known = signing.get(`${generation}/${name}`);
      if (known) return known;
      const made = signingKeyOf(deriver(rootOf(generation))(`ed25519/${name}`));
      signing.set(`${generation}/${name}`, made);
      return made;
    },
    agreementKey: (name, generation = 1) => agreementKeyOf(deriver(rootOf(generation))(`x25519/${name}`)),
    generation: () => source.now().active,
    fingerprints: () => source.again().generations.map(({ number, root }) => ({ generation: number, fingerprint: fingerprintOf(root) })),
  };
}
