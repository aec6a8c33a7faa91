/** A compact JWS of the issuer: the header names kind and key, the signer signs. */
import type { CardKey, CardSigner } from './signer.ts';

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * @param key  the one that signs; with `certDer` its certificate goes along as `x5c` (HAIP 1.0 wants it in status lists), alone: the anchor above it
 *             MUST NOT be in there, a reader has it by another way or does not believe it
 */
export async function signCompact(
  signer: CardSigner,
  { kid, certDer }: Pick<CardKey, 'kid'> & Partial<Pick<CardKey, 'certDer'>>,
  typ: string,
  payload: unknown,
): Promise<string> {
  const x5c = certDer ? { x5c: [Buffer.from(certDer).toString('base64')] } : {};
  const text = `${part({ alg: 'ES256', typ, kid, ...x5c })}.${part(payload)}`;
  return `${text}.${Buffer.from(await signer.sign(kid, Buffer.from(text))).toString('base64url')}`;
}
