/** Tokens of the sandbox: client credentials, proved by a JWT of the vendor's own key (RFC 7523). In memory, for an hour. */
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Provider } from 'oidc-provider';
import type { Adapter, AdapterPayload } from 'oidc-provider';

/** Things of the provider that are kept at most; the oldest are forgotten. */
const KEPT_MAX = 5_000;
const LIFE_SECONDS = 3_600;

/** A vendor as the provider knows it. */
export interface TokenClient {
  readonly source: string;
  readonly kid: string;
  readonly publicPem: string;
}

export interface Tokens {
  /** of the provider's own addresses */
  readonly handles: (path: string) => boolean;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** whose token it is; null: nobody's */
  sourceOf(token: string): Promise<string | null>;
}

const metadataOf = ({ source, kid, publicPem }: TokenClient): AdapterPayload => ({
  client_id: source,
  token_endpoint_auth_method: 'private_key_jwt',
  grant_types: ['client_credentials'],
  redirect_uris: [],
  id_token_signed_response_alg: 'EdDSA',
  response_types: [],
  jwks: { keys: [{ ...createPublicKey(publicPem).export({ format: 'jwk' }), kid, use: 'sig' }] },
});

/** Clients are looked up where they are registered; everything else is remembered here. */
function storeOf(clientOf: (source: string) => TokenClient | null): (model: string) => Adapter {
  const kept = new Map<string, AdapterPayload>();
  return (model) => ({
    async upsert(id, payload) {
      kept.set(`${model}:${id}`, payload);
      if (kept.size > KEPT_MAX) kept.delete(kept.keys().next().value!);
    },
    async find(id) {
      if (model !== 'Client') return kept.get(`${model}:${id}`);
      const client = clientOf(id);
      return client ? metadataOf(client) : undefined;
    },
    findByUserCode: async () => undefined,
    findByUid: async () => undefined,
    async consume(id) {
      const payload = kept.get(`${model}:${id}`);
      if (payload) payload.consumed = payload.iat ?? 1;
    },
    async destroy(id) {
      kept.delete(`${model}:${id}`);
    },
    revokeByGrantId: async () => undefined,
  });
}

export function openTokens(issuer: string, clientOf: (source: string) => TokenClient | null): Tokens {
  const { privateKey } = generateKeyPairSync('ed25519');
  const provider = new Provider(issuer, {
    adapter: storeOf(clientOf),
    clientAuthMethods: ['private_key_jwt'],
    enabledJWA: { clientAuthSigningAlgValues: ['Ed25519', 'EdDSA'] },
    features: { clientCredentials: { enabled: true }, devInteractions: { enabled: false }, userinfo: { enabled: false } },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'sandbox', use: 'sig' }] as never },
    responseTypes: [],
    scopes: [],
    ttl: { ClientCredentials: LIFE_SECONDS },
  });
  const handle = provider.callback();
  return {
    handles: (path) => path === '/token' || path === '/jwks' || path.startsWith('/.well-known/'),
    handle: (request, response) => void handle(request, response),
    async sourceOf(token) {
      const found = await provider.ClientCredentials.find(token);
      return found?.isValid ? (found.clientId ?? null) : null;
    },
  };
}
