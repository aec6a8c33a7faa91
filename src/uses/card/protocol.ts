/** The issuer as OpenID4VCI 1.0 knows it: its metadata, and the library's objects with the callbacks that are ours. */
import { createHash } from 'node:crypto';
import { Oauth2AuthorizationServer, clientAuthenticationAnonymous, setGlobalConfig } from '@openid4vc/oauth2';
import type { CallbackContext, VerifyJwtCallback } from '@openid4vc/oauth2';
import { Openid4vciIssuer, Openid4vciVersion } from '@openid4vc/openid4vci';
import type { Chance } from '#base/chance.ts';
import { parseJws, readEcJwk } from '#standard/card/compact-jws.ts';
import { typeMetadata } from '#standard/card/claims.ts';
import type { CardEnvironment } from '#standard/card/shapes.ts';
import { nodeCrypto } from './core/node-crypto.ts';
import { BODY_BYTES_MAX } from './limits.ts';

/** The one configuration: an SD-JWT VC. */
export const CONFIGURATION = 'the_cbccvc_sdjwt';
export const PRE_AUTHORIZED = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';

/** Addresses of the issuer; `root` is the origin of the product. */
export const addressesOf = (publicUrl: string) => ({
  issuer: `${publicUrl}/card`,
  token: `${publicUrl}/card/token`,
  nonce: `${publicUrl}/card/nonce`,
  credential: `${publicUrl}/card/credential`,
  notification: `${publicUrl}/card/notification`,
  offer: (id: string) => `${publicUrl}/card/offers/${id}`,
  status: (list: number) => `${publicUrl}/card/status/${list}`,
  askRequest: (id: string) => `${publicUrl}/card/ask/${id}/request`,
  askAnswer: (id: string) => `${publicUrl}/card/ask/${id}/answer`,
});

/** ES256 by a key in the header, and nothing else: a DID, a certificate or another algorithm does not verify, whatever it says. */
const verifyJwt: VerifyJwtCallback = async (signer, { compact }) => {
  const jwk = signer.method === 'jwk' && signer.alg === 'ES256' ? readEcJwk(signer.publicJwk) : null;
  const jws = jwk && parseJws(compact, BODY_BYTES_MAX);
  const verified = jwk && jws ? await nodeCrypto.verifyEs256(jwk, jws.signed, jws.signature) : false;
  return jwk && verified ? { verified: true, signerJwk: { ...jwk } } : { verified: false };
};

const notOurs = (): never => {
  throw new Error('the issuer does not do this');
};

function callbacksOf(chance: Chance): CallbackContext {
  return {
    hash: (bytes, algorithm) => createHash(algorithm.replace('-', '')).update(bytes).digest(),
    generateRandom: (length) => chance.bytes(length),
    verifyJwt,
    clientAuthentication: clientAuthenticationAnonymous(),
    signJwt: notOurs,
    encryptJwe: notOurs,
    decryptJwe: notOurs,
    fetch: notOurs,
  };
}

export interface ProtocolInput {
  readonly publicUrl: string;
  readonly vct: string;
  readonly environment: CardEnvironment;
  readonly chance: Chance;
}

/** The library's issuer and authorization server for one installation. */
export function protocolOf({ publicUrl, vct, environment, chance }: ProtocolInput) {
  // The library refuses plain http, and knows no loopback; the product itself allows it on loopback and in the demo only.
  if (publicUrl.startsWith('http://')) setGlobalConfig({ allowInsecureUrls: true });
  const addresses = addressesOf(publicUrl);
  const callbacks = callbacksOf(chance);
  const issuer = new Openid4vciIssuer({ callbacks });
  const authorization = new Oauth2AuthorizationServer({ callbacks });
  const authorizationServer = authorization.createAuthorizationServerMetadata({
    issuer: addresses.issuer,
    token_endpoint: addresses.token,
    response_types_supported: [],
    grant_types_supported: [PRE_AUTHORIZED, 'refresh_token'],
    token_endpoint_auth_methods_supported: ['none'],
    dpop_signing_alg_values_supported: ['ES256'],
    'pre-authorized_grant_anonymous_access_supported': true,
  });
  const metadata = metadataOf(addresses, vct, environment);
  const credentialIssuer = issuer.createCredentialIssuerMetadata(metadata);
  return {
    addresses,
    issuer,
    authorization,
    authorizationServer,
    /** as it is published; the library's own reading of it has fields of older drafts */
    metadata,
    issuerMetadata: {
      originalDraftVersion: Openid4vciVersion.V1,
      credentialIssuer,
      authorizationServers: [authorizationServer],
      knownCredentialConfigurations: issuer.getKnownCredentialConfigurationsSupported(credentialIssuer),
    },
  };
}
export type Protocol = ReturnType<typeof protocolOf>;

/** OpenID4VCI 1.0 §12.2; the words of the claims are those of the claim table. */
function metadataOf(addresses: ReturnType<typeof addressesOf>, vct: string, environment: CardEnvironment) {
  const type = typeMetadata(vct, environment) as {
    readonly display: readonly { readonly locale: string; readonly name: string; readonly description: string }[];
    readonly claims: readonly {
      readonly path: readonly [string, ...string[]];
      readonly mandatory: boolean;
      readonly display: readonly { readonly locale: string; readonly label: string }[];
    }[];
  };
  return {
    credential_issuer: addresses.issuer,
    credential_endpoint: addresses.credential,
    nonce_endpoint: addresses.nonce,
    notification_endpoint: addresses.notification,
    display: [
      { locale: 'vi-VN', name: 'Công Vụ (không phải cơ quan chính thức)' },
      { locale: 'en-US', name: 'Công Vụ (unofficial)' },
    ],
    credential_configurations_supported: {
      [CONFIGURATION]: {
        format: 'dc+sd-jwt' as const,
        vct,
        scope: CONFIGURATION,
        cryptographic_binding_methods_supported: ['jwk'],
        credential_signing_alg_values_supported: ['ES256'],
        proof_types_supported: { jwt: { proof_signing_alg_values_supported: ['ES256'] } },
        credential_metadata: {
          display: type.display.map(({ locale, name, description }) => ({
            locale,
            name,
            description,
            background_color: '#F6E27A',
            text_color: '#1A1A1A',
          })),
          claims: type.claims.map(({ path, mandatory, display }) => ({
            path: [...path] as [string, ...string[]],
            mandatory,
            display: display.map(({ locale, label }) => ({ locale, name: label })),
          })),
        },
      },
    },
  };
}
