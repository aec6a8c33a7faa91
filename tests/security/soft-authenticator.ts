/**
 * A device of the tests, written from W3C WebAuthn alone: a key on P-256, its holder verified or not, and lies on demand. Not the
 * library that judges it.
 */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { encode } from 'cborg';

export interface Lies {
  /** the page that the browser says it is on */
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  /** UV = 0: nobody's finger, face or PIN was asked for */
  readonly unverified?: true;
  readonly framed?: true;
  readonly type?: string;
  /** the counter as a copy of the key would have it */
  readonly counter?: number;
  /** one bit of the signature */
  readonly forged?: true;
}

interface Asked {
  readonly challenge: string;
  readonly rp?: { readonly id?: string };
  readonly rpId?: string;
}

const UP = 0x01;
const UV = 0x04;
const AT = 0x40;
const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();

/** COSE_Key of an ES256 key (RFC 9053 §7.1.1). */
function coseOf(publicKey: KeyObject): Uint8Array {
  const { x, y } = publicKey.export({ format: 'jwk' });
  return encode(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x!, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y!, 'base64url'))],
    ]),
  );
}

/** @param origin  the page on which it is used, unless it lies */
export function softAuthenticator(origin: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const credentialId = randomBytes(32);
  let counter = 0;
  const clientData = (type: string, { challenge }: Asked, lies: Lies): Buffer =>
    Buffer.from(
      JSON.stringify({
        type: lies.type ?? type,
        challenge: lies.challenge ?? challenge,
        origin: lies.origin ?? origin,
        crossOrigin: lies.framed === true,
      }),
    );
  const dataOf = (asked: Asked, lies: Lies, attested: Uint8Array | null): Buffer => {
    counter = lies.counter ?? counter + 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const flags = UP | (lies.unverified ? 0 : UV) | (attested ? AT : 0);
    return Buffer.concat([
      sha256(lies.rpId ?? asked.rp?.id ?? asked.rpId ?? ''),
      Uint8Array.of(flags),
      count,
      attested ?? new Uint8Array(),
    ]);
  };
  const id = base64url(credentialId);
  return {
    id,
    /** RegistrationResponseJSON to PublicKeyCredentialCreationOptionsJSON. */
    adds(asked: Asked, lies: Lies = {}) {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(credentialId.length);
      const authData = dataOf(asked, lies, Buffer.concat([Buffer.alloc(16), length, credentialId, coseOf(publicKey)]));
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64url(clientData('webauthn.create', asked, lies)),
          attestationObject: base64url(encode({ fmt: 'none', attStmt: {}, authData: new Uint8Array(authData) })),
          transports: ['internal'],
        },
      };
    },
    /** AuthenticationResponseJSON to PublicKeyCredentialRequestOptionsJSON. */
    answers(asked: Asked, lies: Lies = {}) {
      const data = clientData('webauthn.get', asked, lies);
      const authenticatorData = dataOf(asked, lies, null);
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(data)]), privateKey);
      if (lies.forged) signature[signature.length - 1]! ^= 1;
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON: base64url(data), authenticatorData: base64url(authenticatorData), signature: base64url(signature) },
      };
    },
  };
}
