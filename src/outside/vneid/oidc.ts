/** A standard OpenID provider: discovery, code + PKCE (S256), nonce, id_token verified by openid-client; names of claims by settings. */
import * as client from 'openid-client';
import type { Identity, IdentityProvider } from '#authority/access/port.ts';
import { signInClock, signInPlain, signInProvider } from '#authority/access/problems.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { signInSettings } from '#base/sign-in-settings.ts';
import type { SignInSettings } from '#base/sign-in-settings.ts';
import { boundedFetch } from './bounded-fetch.ts';
import { identityIn } from './claims.ts';
import { keysAt, verifyLogoutToken } from './logout-token.ts';
import { whyFailed } from './why-failed.ts';

export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** plain http to the provider: only for a simulator on this machine */
  readonly insecure: boolean;
  /** seconds to wait for one answer */
  readonly timeoutSeconds?: number;
  /** names of claims, scope, levels; those of a provider that says what we call it by default */
  readonly settings?: Pick<SignInSettings, 'scope' | 'acrValues' | 'claims' | 'levels'>;
  /** milliseconds since 1970 */
  readonly nowMs: () => number;
}

/** Seconds by which the provider's clock may differ: the library takes no more in an id_token. */
const CLOCK_SECONDS_MAX = 30;
/** Signatures that only the provider can make; the client's secret (HS256) would let anybody who has it make them. */
const ASYMMETRIC = /^(RS|PS|ES)(256|384|512)$|^(EdDSA|Ed25519)$/;

export function oidcProvider(config: OidcConfig): IdentityProvider {
  const settings = config.settings ?? signInSettings({});
  let discovered: Promise<client.Configuration> | null = null;
  /** public keys of the provider, kept between tokens */
  let keys: ReturnType<typeof keysAt> | null = null;
  /** the provider's clock as its last answer told it, ahead of ours in seconds; null: it told none */
  let aheadSeconds: number | null = null;
  const noteClock = (answer: Response): Response => {
    const said = Date.parse(answer.headers.get('date') ?? '');
    aheadSeconds = Number.isNaN(said) ? null : (said - config.nowMs()) / 1000;
    return answer;
  };
  const discover = (): Promise<client.Configuration> =>
    client.discovery(new URL(config.issuer), config.clientId, config.clientSecret, undefined, {
      timeout: config.timeoutSeconds ?? 10,
      [client.customFetch]: async (url, options) => noteClock(await boundedFetch(url, options as RequestInit)),
      // Without it the library takes TLS to the token endpoint for the signature (OpenID Connect Core 1.0, ID Token Validation, allows that); whoever ends TLS on the way could then be anybody.
      execute: [client.enableNonRepudiationChecks, ...(config.insecure ? [client.allowInsecureRequests] : [])],
    });
  const configuration = (): Promise<client.Configuration> => {
    discovered ??= discover().catch((error: unknown) => {
      discovered = null;
      throw error;
    });
    return discovered;
  };
  /** What is expected to fail, fails as a value. */
  const tried = async <T>(work: () => Promise<Result<T>>): Promise<Result<T>> => {
    try {
      return await work();
    } catch (error) {
      return refused(whyFailed(error));
    }
  };
  return {
    begin: (redirectUri, loginHint) =>
      tried(async () => {
        const state = client.randomState();
        const nonce = client.randomNonce();
        const codeVerifier = client.randomPKCECodeVerifier();
        const url = client.buildAuthorizationUrl(await configuration(), {
          redirect_uri: redirectUri,
          scope: settings.scope,
          state,
          nonce,
          code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
          code_challenge_method: 'S256',
          ...(settings.acrValues ? { acr_values: settings.acrValues } : {}),
          ...(loginHint ? { login_hint: loginHint } : {}),
        });
        return ok({ url: url.href, state: { state, codeVerifier, nonce } });
      }),
    finish: (callbackUrl, kept) =>
      tried(async (): Promise<Result<Identity>> => {
        const at = await configuration();
        const tokens = await client.authorizationCodeGrant(at, new URL(callbackUrl), {
          pkceCodeVerifier: kept.codeVerifier,
          expectedState: kept.state,
          ...(kept.nonce ? { expectedNonce: kept.nonce } : {}),
          idTokenExpected: true,
        });
        const claims = tokens.claims()!; // an id_token was expected
        const lacks = Object.values(settings.claims).some((name) => !(name in claims));
        // Many providers put what was asked for into userinfo alone (OpenID Connect Core 1.0, Requesting Claims using Scope Values); it must be of the same subject.
        const more = lacks && at.serverMetadata().userinfo_endpoint ? await client.fetchUserInfo(at, tokens.access_token, claims.sub) : {};
        const identity = identityIn({ ...more, ...claims }, settings);
        const sid = typeof claims['sid'] === 'string' && claims['sid'] !== '' ? claims['sid'] : null;
        return identity.ok ? ok({ issuer: claims.iss, subject: claims.sub, sid, ...identity.value }) : identity;
      }),
    loggedOut: (token) =>
      tried(async () => {
        const { issuer, jwks_uri: address } = (await configuration()).serverMetadata();
        keys ??= keysAt(address ?? '', config.timeoutSeconds ?? 10);
        return verifyLogoutToken(token, { issuer, clientId: config.clientId, keys, now: new Date(config.nowMs()) });
      }),
    check: () =>
      tried(async () => {
        const metadata = (await discover()).serverMetadata();
        const addresses = [metadata.authorization_endpoint, metadata.token_endpoint, metadata.jwks_uri];
        if (addresses.some((address) => address === undefined))
          return refused(
            signInProvider({ why: { vi: 'bản tự mô tả thiếu địa chỉ cần có', en: 'its description lacks an address that is needed' } }),
          );
        if (!config.insecure && addresses.some((address) => !address!.startsWith('https://'))) return refused(signInPlain());
        const signatures = metadata['id_token_signing_alg_values_supported'];
        if (Array.isArray(signatures) && !signatures.some((name) => ASYMMETRIC.test(String(name))))
          return refused(
            signInProvider({
              why: { vi: 'không có chữ ký bất đối xứng cho id_token', en: 'it has no asymmetric signature for an id_token' },
            }),
          );
        const challenges = metadata.code_challenge_methods_supported;
        if (challenges && !challenges.includes('S256'))
          return refused(signInProvider({ why: { vi: 'không nhận PKCE S256', en: 'it does not take PKCE S256' } }));
        if (aheadSeconds !== null && Math.abs(aheadSeconds) > CLOCK_SECONDS_MAX) return refused(signInClock());
        return ok(null);
      }),
  };
}
