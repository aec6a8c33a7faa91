/**
 * A copy of a card as SD-JWT VC, in direct code: the libraries spend seventy per cent of the time beside the signature (bench/card).
 * One draw of chance for all salts, one hash call a disclosure, the head made once a key.
 */
import { hash } from 'node:crypto';
import type { Chance } from '#base/chance.ts';
import { CLAIMS, CLAIM_NAMES } from '#standard/card/claims.ts';
import type { Draft } from '#standard/card/cose-sign1.ts';
import type { CardClaims, EcPublicJwk } from '#standard/card/shapes.ts';
import type { CardKey } from './signer.ts';

/** 128 bits, as RFC 9901 §9.3 recommends. */
const SALT_BYTES = 16;

export interface SdJwtWish {
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
  const head = { alg: 'ES256', typ: 'dc+sd-jwt', kid: key.kid, x5c: [Buffer.from(key.certDer).toString('base64')] };
  const text = Buffer.from(JSON.stringify(head)).toString('base64url');
  heads.set(key, text);
  return text;
}

/** No `sub`, `jti`, `iat`: nothing in a copy but its keys, salts and place tells it from the next one. */
export function draftSdJwt(wish: SdJwtWish, key: CardKey, chance: Chance): Draft<string> {
  const { claims, vct, iss, holderKey, status, notBeforeSeconds: nbf, expiresSeconds: exp } = wish;
  const said = CLAIM_NAMES.filter((name) => claims[name] !== undefined);
  const hidden = said.filter((name) => CLAIMS[name].sd === 'always');
  const salts = Buffer.from(chance.bytes(SALT_BYTES * hidden.length));
  const disclosures = hidden.map((name, i) => {
    const salt = salts.toString('base64url', i * SALT_BYTES, (i + 1) * SALT_BYTES);
    return Buffer.from(JSON.stringify([salt, name, claims[name]])).toString('base64url');
  });
  const payload = {
    iss,
    vct,
    nbf,
    exp,
    cnf: { jwk: { kty: holderKey.kty, crv: holderKey.crv, x: holderKey.x, y: holderKey.y } },
    status: { status_list: { idx: status.index, uri: status.uri } },
    ...Object.fromEntries(said.filter((name) => CLAIMS[name].sd === 'never').map((name) => [name, claims[name]])),
    // Sorted: the order of the digests tells nothing of the order of the claims.
    _sd: disclosures.map((text) => hash('sha256', text, 'base64url')).sort(),
    _sd_alg: 'sha-256',
  };
  const text = `${headOf(key)}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}`;
  return {
    toBeSigned: Buffer.from(text),
    assemble: (signature) => `${text}.${Buffer.from(signature).toString('base64url')}~${disclosures.join('~')}~`,
  };
}
