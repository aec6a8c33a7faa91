/** The trust list, signed by the anchor or by the key for it that the anchor vouches for: which keys may sign cards and status lists, and where the lists are. */
import type { Bilingual } from '#base/problem.ts';
import type { CardEnvironment, FormerSite, TrustedKey, TrustList } from '#standard/card/shapes.ts';
import { TRUST_LIST_TYP, trustListPayload } from '#standard/card/trust-list.ts';
import { signCompact } from './sign-compact.ts';
import { activeKey } from './signer.ts';
import type { CardKey, CardSigner } from './signer.ts';

/** A door goes on for three days without the centre (docs/architecture.md §8, Card: 72 hours). */
const LIVES_MS = 3 * 86_400_000;

export interface TrustListInput {
  /** a counter that rises with each list, whatever the clock says */
  readonly version: number;
  readonly environment: CardEnvironment;
  readonly vcts: readonly string[];
  readonly statusLists: readonly string[];
  readonly iss: string;
  readonly issuer: Bilingual;
  /** names of before that still hold */
  readonly formerSites?: readonly FormerSite[];
}

/** A key as the trust list names it; null for the anchor, the key for the list and the key for questions, none of which vouches for a card. */
export function trustedKeyOf(
  { kid, use, publicJwk, notBefore, notAfter, certDer, chain }: CardKey,
  iss: string,
  issuer: Bilingual,
): TrustedKey | null {
  const certificate = Buffer.from(certDer).toString('base64');
  if (use === 'anchor' || use === 'list' || use === 'door') return null;
  const above = chain.map((one) => Buffer.from(one).toString('base64'));
  return { kid, jwk: publicJwk, use, notBefore, notAfter, iss, issuer, certificate, ...(above.length > 0 ? { chain: above } : {}) };
}

/** The list as it stands: next, active and retired keys, so that a door knows a key before it is used and after. */
export async function trustListOf(signer: CardSigner, request: TrustListInput, atMs: number): Promise<TrustList> {
  const { iss, issuer, ...said } = request;
  const keys = (await signer.keys()).flatMap((key) => trustedKeyOf(key, iss, issuer) ?? []);
  const { nextAnchors, handover, distrusted } = await signer.trust();
  const more = {
    ...(nextAnchors.length > 0 ? { nextAnchors } : {}),
    ...(handover === null ? {} : { handover }),
    ...(distrusted.length > 0 ? { distrusted } : {}),
  };
  return { ...said, ...more, issuedAt: new Date(atMs).toISOString(), expiresAt: new Date(atMs + LIVES_MS).toISOString(), keys };
}

export async function signTrustList(signer: CardSigner, request: TrustListInput, atMs: number): Promise<string> {
  const list = (await signer.keys()).find(({ use, state }) => use === 'list' && state === 'active');
  // An anchor that doors pin needs no certificate in the list; a key under it does.
  const key = list ?? { kid: (await activeKey(signer, 'anchor')).kid };
  return signCompact(signer, key, TRUST_LIST_TYP, trustListPayload(await trustListOf(signer, request, atMs)));
}
