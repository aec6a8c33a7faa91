/**
 * The request of a door as a wallet reads it: OpenID4VP 1.0 with DCQL, a signed request object (RFC 9101), answered encrypted by POST (`direct_post.jwt`), as
 * HAIP 1.0 §5 wants it. Who asks is the certificate of this installation's own key for questions, named by its hash (`x509_hash`). Decision 0083.
 */
import { createHash } from 'node:crypto';
import { signCompact } from '#uses/card/core/sign-compact.ts';
import type { CardKey, CardSigner } from '#uses/card/core/signer.ts';
import type { DoorQuestion } from './question.ts';

/** Name of the one credential in the query and in the answer. */
export const QUERY_ID = 'the';
/** Who it is, the face, the body: and the post, whichever of the two the card has. No more is asked than a gate needs. */
const PERSON = ['ho_ten', 'anh', 'co_quan'] as const;
const POSTS = ['chuc_vu', 'chuc_danh'] as const;

/** How the wallet knows who asks, and whom the holder's proof names (OpenID4VP 1.0 §5.9.3). */
export const clientIdOf = ({ certDer }: Pick<CardKey, 'certDer'>): string =>
  `x509_hash:${createHash('sha256').update(certDer).digest('base64url')}`;

/** @param vcts  types of cards that are good: today's, and those of sites that were left as long as they hold */
export const queryOf = (vcts: readonly string[]) => ({
  credentials: [
    {
      id: QUERY_ID,
      format: 'dc+sd-jwt',
      meta: { vct_values: [...new Set(vcts)] },
      claims: [...PERSON, ...POSTS].map((name) => ({ id: name, path: [name] })),
      claim_sets: POSTS.map((post) => [...PERSON, post]),
    },
  ],
});

export interface RequestInput {
  readonly question: DoorQuestion;
  readonly state: string;
  readonly vcts: readonly string[];
  readonly responseUri: string;
  readonly atMs: number;
  readonly endsMs: number;
}

/** What is signed. `client_name` within `client_metadata` is the door's own name: an addition of our profile, which other wallets pass over. */
export const requestPayload = (clientId: string, { question, state, vcts, responseUri, atMs, endsMs }: RequestInput) => ({
  aud: 'https://self-issued.me/v2',
  client_id: clientId,
  response_type: 'vp_token',
  response_mode: 'direct_post.jwt',
  response_uri: responseUri,
  nonce: question.nonce,
  state,
  iat: Math.floor(atMs / 1000),
  exp: Math.floor(endsMs / 1000),
  dcql_query: queryOf(vcts),
  client_metadata: {
    client_name: question.door,
    jwks: { keys: [{ ...question.key, kid: 'cua', use: 'enc', alg: 'ECDH-ES' }] },
    encrypted_response_enc_values_supported: ['A128GCM', 'A256GCM'],
    vp_formats_supported: { 'dc+sd-jwt': { 'sd-jwt_alg_values': ['ES256'], 'kb-jwt_alg_values': ['ES256'] } },
  },
});

/** Signed with the key, its certificate and those up to the anchor, which a wallet has by another way. */
export const signRequest = (signer: CardSigner, key: Pick<CardKey, 'kid' | 'certDer' | 'chain'>, request: RequestInput): Promise<string> =>
  signCompact(signer, key, 'oauth-authz-req+jwt', requestPayload(clientIdOf(key), request));
