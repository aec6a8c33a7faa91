/**
 * A copy of a card as SD-JWT VC, in direct code: the libraries spend seventy per cent of the time beside the signature (bench/card).
 * One draw of chance for all salts, one hash call a disclosure, the head made once a key.
 */
import { hash } from 'node:crypto';
import type { Chance } from '#base/chance.ts';
import { CLAIMS, CLAIM_NAMES, DISCLOSABLE } from '#standard/card/claims.ts';
import type { Draft } from '#standard/card/cose-sign1.ts';
import type { CardClaims, EcPublicJwk } from '#standard/card/shapes.ts';
import { x5cOf } from './sign-compact.ts';
import type { CardKey } from './signer.ts';

/** 144 bits, more than the 128 of RFC 9901 §9.3: 24 signs of base64url exactly, so that all salts are written at once. */
const SALT_BYTES = 18;
const SALT_CHARS = 24;
const OPEN = CLAIM_NAMES.filter((name) => CLAIMS[name].sd === 'never');

export interface SdJwtInput {
  readonly claims: CardClaims;
  readonly vct: string;
  readonly iss: string;
  readonly holderKey: EcPublicJwk;
  readonly status: { readonly uri: string; readonly index: number };
  /** whole days, so that the copies of one day do not tell each other apart */
  readonly notBeforeSeconds: number;
  readonly expiresSeconds: number;
}

const heads = new WeakMap<CardKey, string>();

function headOf(key: CardKey): string {
  const known = heads.get(key);
  if (known !== undefined) return known;
  const head = { alg: 'ES256', typ: 'dc+sd-jwt', kid: key.kid, x5c: x5cOf(key) };
  const text = Buffer.from(JSON.stringify(head)).toString('base64url');
  heads.set(key, text);
  return text;
}

/** What is to be signed, and what its decoys were made of. */
interface SdJwtDraft extends Draft<string> {
  /** texts whose digests stand among the signed ones and belong to no claim (RFC 9901 §4.2.7) */
  readonly decoys: readonly string[];
}

/**
 * As many digests in every copy: for a claim that this person has not, a decoy. A gate that is shown the face alone would else count them and learn
 * whether its holder has a position.
 *
 * No `sub`, `jti`, `iat`: nothing in a copy but its keys, salts and place tells it from the next one. */
export function draftSdJwt(request: SdJwtInput, key: CardKey, chance: Chance): SdJwtDraft {
  const { claims, vct, iss, holderKey, status, notBeforeSeconds: nbf, expiresSeconds: exp } = request;
  const salts = base64url(chance.bytes(SALT_BYTES * DISCLOSABLE.length));
  const digests: string[] = [];
  const decoys: string[] = [];
  let shown = '~';
  for (let i = 0; i < DISCLOSABLE.length; i++) {
    const value = claims[DISCLOSABLE[i]!];
    const salt = salts.slice(i * SALT_CHARS, (i + 1) * SALT_CHARS);
    if (value === undefined) {
      decoys.push(salt);
      digests.push(hash('sha256', salt, 'base64url'));
      continue;
    }
    const text = base64url(Buffer.from(`["${salt}","${DISCLOSABLE[i]}",${JSON.stringify(value)}]`));
    digests.push(hash('sha256', text, 'base64url'));
    shown += `${text}~`;
  }
  const payload: Record<string, unknown> = {
    iss,
    vct,
    nbf,
    exp,
    cnf: { jwk: { kty: holderKey.kty, crv: holderKey.crv, x: holderKey.x, y: holderKey.y } },
    status: { status_list: { idx: status.index, uri: status.uri } },
    // Sorted: the order of the digests tells nothing of the order of the claims.
    _sd: digests.sort(),
    _sd_alg: 'sha-256',
  };
  for (const name of OPEN) payload[name] = claims[name];
  const text = `${headOf(key)}.${base64url(Buffer.from(JSON.stringify(payload)))}`;
  return { toBeSigned: Buffer.from(text, 'latin1'), assemble: (signature) => `${text}.${base64url(signature)}${shown}`, decoys };
}

const base64url = (bytes: Uint8Array): string =>
  (bytes instanceof Buffer ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)).toString('base64url');
