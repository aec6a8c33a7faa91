/** A compact JWS of the issuer: the header names kind and key, the signer signs. */
import type { CardKey, CardSigner } from './signer.ts';

/** Certificates of a key as headers and lists have them: its own first. */
export const x5cOf = ({ certDer, chain }: Pick<CardKey, 'certDer' | 'chain'>): readonly string[] =>
  [certDer, ...chain].map((one) => Buffer.from(one).toString('base64'));

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * @param key  the one that signs; with `certDer` its certificate goes along as `x5c` (HAIP 1.0 wants it in status lists), with those between it and the anchor.
 *             The anchor MUST NOT be in there: a reader has it by another way or does not believe it
 */
export async function signCompact(
  signer: CardSigner,
  { kid, certDer, chain = [] }: Pick<CardKey, 'kid'> & Partial<Pick<CardKey, 'certDer' | 'chain'>>,
  typ: string,
  payload: unknown,
): Promise<string> {
  const x5c = certDer ? { x5c: x5cOf({ certDer, chain }) } : {};
  const text = `${part({ alg: 'ES256', typ, kid, ...x5c })}.${part(payload)}`;
  return `${text}.${Buffer.from(await signer.sign(kid, Buffer.from(text))).toString('base64url')}`;
}
