/** A compact JWS of the issuer: the header names kind and key, the signer signs. */
import type { CardKey, CardSigner } from './signer.ts';

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export async function signCompact(signer: CardSigner, { kid }: Pick<CardKey, 'kid'>, typ: string, payload: unknown): Promise<string> {
  const text = `${part({ alg: 'ES256', typ, kid })}.${part(payload)}`;
  return `${text}.${Buffer.from(await signer.sign(kid, Buffer.from(text))).toString('base64url')}`;
}
