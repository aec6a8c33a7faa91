/** Keys of a node: its own, in a file that nobody else may read, and those of the centre, which sign receipts. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { JsonWebKey, KeyObject } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { canonicalJson } from '#base/canonical-json.ts';
import type { Instant } from '#base/clock.ts';
import type { Bilingual, Result } from '#base/problem.ts';
import { ok, refused } from '#base/problem.ts';
import type { SignText, VerifyText } from '#doors/exchange/signer.ts';
import { jwsSigner, jwsVerifier } from '#doors/exchange/signer.ts';
import { keyNotReadable, keyOpen } from './problems.ts';

const OTHERS = 0o077;

/** A name of a key that follows from it: nobody gives two keys one name. */
export const kidOf = (publicKey: KeyObject): string =>
  createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64url')
    .slice(0, 16);

/** Writes a new Ed25519 key that only its owner may read. A file that is there is never written over: the system refuses (EEXIST). */
export function makeKeyFile(file: string): { readonly kid: string; readonly publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  return { kid: kidOf(publicKey), publicKey: publicKey.export({ type: 'spki', format: 'pem' }) as string };
}

export interface OwnKey {
  readonly kid: string;
  /** SPKI, PEM */
  readonly publicKey: string;
  readonly sign: SignText;
}

/** @returns E-NODE-KEY, E-NODE-KEY-OPEN when others on the machine may read it (not asked on Windows, whose files have no such mode) */
export function readKeyFile(file: string): Result<OwnKey> {
  let pem: string;
  try {
    const mode = statSync(file).mode & 0o777;
    if (process.platform !== 'win32' && (mode & OTHERS) !== 0) return refused(keyOpen({ file, mode: mode.toString(8) }));
    pem = readFileSync(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const why: Bilingual = code === 'ENOENT' ? { vi: 'không có tệp', en: 'there is no file' } : { vi: code, en: code };
    return refused(keyNotReadable({ file, why }));
  }
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') {
      const publicKey = createPublicKey(key);
      const kid = kidOf(publicKey);
      return ok({ kid, publicKey: publicKey.export({ type: 'spki', format: 'pem' }) as string, sign: jwsSigner(key, kid) });
    }
  } catch {
    // No key at all: told as one of another kind.
  }
  return refused(keyNotReadable({ file, why: { vi: 'không phải khóa Ed25519 dạng PEM', en: 'no Ed25519 key in PEM form' } }));
}

/** A public key under the name that signatures have. */
export interface NamedKey {
  readonly kid: string;
  readonly key: KeyObject;
}

/** The Ed25519 keys of a JWK Set as the centre publishes it (`/.well-known/jwks.json`); null: no such set. Keys of other kinds are passed over. */
export function keysOfJwks(text: string): readonly NamedKey[] | null {
  try {
    const { keys } = JSON.parse(text) as { keys?: unknown };
    if (!Array.isArray(keys)) return null;
    return (keys as (JsonWebKey & { kid?: unknown })[]).flatMap((jwk) =>
      jwk?.kty === 'OKP' && jwk.crv === 'Ed25519' && typeof jwk.kid === 'string'
        ? [{ kid: jwk.kid, key: createPublicKey({ key: jwk, format: 'jwk' }) }]
        : [],
    );
  } catch {
    return null;
  }
}

/** Verifies what any of these keys signed, by the name that the signature itself gives. */
export function verifierOf(keys: readonly NamedKey[]): VerifyText {
  const verifiers = new Map(keys.map(({ kid, key }) => [kid, jwsVerifier(key, kid)]));
  return (signed) => {
    const kid = kidIn(signed.signature);
    return kid !== null && (verifiers.get(kid)?.(signed) ?? false);
  };
}

/** The name of the key in a detached JWS; null: it names none. */
function kidIn(signature: string): string | null {
  try {
    const header = JSON.parse(Buffer.from(signature.split('.', 1)[0]!, 'base64url').toString('utf8')) as { kid?: unknown };
    return typeof header?.kid === 'string' ? header.kid : null;
  } catch {
    return null;
  }
}

/**
 * What a body hands to the centre to be enrolled, on a way of its own (by hand, by an official letter): signed by the very key, so that nobody enrols a key that they
 * do not have.
 */
export function enrolmentRequest(
  key: OwnKey,
  {
    source,
    audience,
    certificate,
    madeAt,
  }: { readonly source: string; readonly audience: string; readonly certificate: string | null; readonly madeAt: Instant },
): string {
  const content = {
    what: 'enrolment',
    source,
    audience,
    kid: key.kid,
    publicKey: key.publicKey,
    madeAt,
    ...(certificate === null ? {} : { certificateSha256: certificate }),
  };
  const { text, signature } = key.sign(canonicalJson(content));
  return `${JSON.stringify({ request: JSON.parse(text) as unknown, signature }, null, 2)}\n`;
}
