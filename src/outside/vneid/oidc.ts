/** A standard OpenID provider: discovery, code + PKCE (S256), nonce, id_token verified by openid-client. */
import * as client from 'openid-client';
import type { Identity, IdentityProvider } from '#authority/access/port.ts';

export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** plain http to the provider: only for a simulator on this machine */
  readonly insecure: boolean;
  /** seconds to wait for one answer */
  readonly timeoutSeconds?: number;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export function oidcProvider(config: OidcConfig): IdentityProvider {
  let discovered: Promise<client.Configuration> | null = null;
  const configuration = (): Promise<client.Configuration> => {
    discovered ??= client
      .discovery(new URL(config.issuer), config.clientId, config.clientSecret, undefined, {
        timeout: config.timeoutSeconds ?? 10,
        ...(config.insecure ? { execute: [client.allowInsecureRequests] } : {}),
      })
      .catch((error: unknown) => {
        discovered = null;
        throw error;
      });
    return discovered;
  };
  return {
    async begin(redirectUri, loginHint) {
      const state = client.randomState();
      const nonce = client.randomNonce();
      const codeVerifier = client.randomPKCECodeVerifier();
      const url = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid profile',
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        ...(loginHint ? { login_hint: loginHint } : {}),
      });
      return { url: url.href, state: { state, codeVerifier, nonce } };
    },
    async finish(callbackUrl, kept): Promise<Identity> {
      const tokens = await client.authorizationCodeGrant(await configuration(), new URL(callbackUrl), {
        pkceCodeVerifier: kept.codeVerifier,
        expectedState: kept.state,
        ...(kept.nonce ? { expectedNonce: kept.nonce } : {}),
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      const nationalId = text(claims?.['national_id']);
      if (!claims || !/^\d{12}$/.test(nationalId)) throw new Error('the provider did not say a citizen number');
      return {
        issuer: claims.iss,
        subject: claims.sub,
        nationalId,
        name: text(claims['name']),
        level: Number(claims['identity_level']) || 1,
      };
    },
  };
}
