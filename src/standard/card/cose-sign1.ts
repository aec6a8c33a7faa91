/** COSE_Sign1 (RFC 9052 §4.2) with ES256, tagged 18, payload inside, nothing unprotected. */
import { decodeCbor, encodeCbor } from './cbor.ts';
import type { CborMap, CborTag, CborValue } from './cbor.ts';

const SIGN1_TAG = 18;
const ES256 = -7;
/** Labels of protected headers. */
const ALG = 1;
const KID = 4;

export interface Sign1 {
  readonly alg: CborValue;
  readonly kid: Uint8Array | null;
  readonly payload: Uint8Array;
  /** what the signature is over */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

/** What is still to be signed, and how the signature makes it whole. `signature` is raw r‖s, 64 bytes. */
export interface Draft<T> {
  readonly toBeSigned: Uint8Array;
  assemble(signature: Uint8Array): T;
}

const toBeSigned = (head: Uint8Array, payload: Uint8Array): Uint8Array => encodeCbor(['Signature1', head, new Uint8Array(0), payload]);

/** @param kid  null: the reader knows the key from elsewhere */
export function draftSign1(kid: Uint8Array | null, payload: Uint8Array): Draft<Uint8Array> {
  const head = encodeCbor(new Map<number, CborValue>([[ALG, ES256], ...(kid ? [[KID, kid] as const] : [])]));
  return {
    toBeSigned: toBeSigned(head, payload),
    assemble: (signature) => encodeCbor({ tag: SIGN1_TAG, value: [head, new Map(), payload, signature] }),
  };
}

const isBytes = (value: CborValue | undefined): value is Uint8Array => value instanceof Uint8Array;
export const isMap = (value: CborValue | undefined): value is CborMap => value instanceof Map;
const isTagged = (value: CborValue | undefined): value is CborTag => typeof value === 'object' && value !== null && 'tag' in value;

/** null for everything that is not a COSE_Sign1 of this shape */
export function readSign1(bytes: Uint8Array): Sign1 | null {
  const outer = decodeCbor(bytes);
  if (!isTagged(outer) || outer.tag !== SIGN1_TAG || !Array.isArray(outer.value) || outer.value.length !== 4) return null;
  const [head, open, payload, signature] = outer.value as readonly CborValue[];
  if (!isBytes(head) || !isMap(open) || open.size > 0 || !isBytes(payload) || !isBytes(signature)) return null;
  const labels = decodeCbor(head);
  if (!isMap(labels)) return null;
  const kid = labels.get(KID);
  if ([...labels.keys()].some((label) => label !== ALG && label !== KID) || (kid !== undefined && !isBytes(kid))) return null;
  return { alg: labels.get(ALG) ?? null, kid: kid ?? null, payload, signed: toBeSigned(head, payload), signature };
}

export const isEs256 = ({ alg }: Sign1): boolean => alg === ES256;
