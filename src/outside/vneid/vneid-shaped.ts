/**
 * The sign-in service as its public clients show it (README.md), behind the same port as a standard provider: no discovery,
 * no id_token, no nonce; who it is comes from userinfo. Bodies may be encrypted: AES-ECB under RSA PKCS #1 v1.5 is the
 * service's choice and stays inside this file. PKCE is sent all the same: a service that does not know it leaves it out.
 */
import { constants, createDecipheriv, privateDecrypt } from 'node:crypto';
import * as client from 'openid-client';
import type { Identity, IdentityProvider } from '#authority/access/port.ts';
import { logoutNotValid, signInAway } from '#authority/access/problems.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { signInSettings } from '#base/sign-in-settings.ts';
import type { SignInSettings } from '#base/sign-in-settings.ts';
import { boundedFetch } from './bounded-fetch.ts';
import { identityIn } from './claims.ts';
import { whyFailed } from './why-failed.ts';

export interface VneidShapedConfig {
  /** a name of ours for this service: it tells its subjects from those of another */
  readonly issuer: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly userinfoUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** our RSA private key (PEM), when the service encrypts */
  readonly privateKey?: string;
  /** plain http: only for a simulator on this machine */
  readonly insecure: boolean;
  /** seconds to wait for one answer */
  readonly timeoutSeconds?: number;
  /** names of claims, scope, levels; those that public clients show by default */
  readonly settings?: Pick<SignInSettings, 'scope' | 'acrValues' | 'claims' | 'levels'>;
}

export function vneidShapedProvider(config: VneidShapedConfig): IdentityProvider {
  const settings = config.settings ?? signInSettings({ OIDC_SHAPE: 'vneid' });
  const configuration = new client.Configuration(
    {
      issuer: config.issuer,
      authorization_endpoint: config.authorizeUrl,
      token_endpoint: config.tokenUrl,
      userinfo_endpoint: config.userinfoUrl,
    },
    config.clientId,
    undefined,
    client.ClientSecretPost(config.clientSecret),
  );
  configuration.timeout = config.timeoutSeconds ?? 10;
  if (config.insecure) client.allowInsecureRequests(configuration);
  // The library reads JSON: what is encrypted is opened before it comes to it.
  configuration[client.customFetch] = async (url, options) => {
    const answer = await boundedFetch(url, options as RequestInit);
    return config.privateKey && answer.ok ? opened(answer, config.privateKey) : answer;
  };
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
        const codeVerifier = client.randomPKCECodeVerifier();
        const url = client.buildAuthorizationUrl(configuration, {
          redirect_uri: redirectUri,
          scope: settings.scope,
          state,
          code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
          code_challenge_method: 'S256',
          ...(settings.acrValues ? { acr_values: settings.acrValues } : {}),
          ...(loginHint ? { login_hint: loginHint } : {}),
        });
        return ok({ url: url.href, state: { state, codeVerifier, nonce: null } });
      }),
    finish: (callbackUrl, kept) =>
      tried(async (): Promise<Result<Identity>> => {
        // The code is base64 and comes unescaped: a "+" is a plus here, not a blank.
        const url = new URL(callbackUrl.replaceAll('+', '%2B'));
        const encryptKey = url.searchParams.get('encrypt_key');
        url.searchParams.delete('encrypt_key');
        const tokens = await client.authorizationCodeGrant(
          configuration,
          url,
          { pkceCodeVerifier: kept.codeVerifier, expectedState: kept.state },
          encryptKey ? { encrypt_key: encryptKey } : {},
        );
        const answer = await client.fetchProtectedResource(configuration, tokens.access_token, new URL(config.userinfoUrl), 'GET');
        if (!answer.ok) return refused(signInAway({ detail: `HTTP ${answer.status}` }));
        const identity = identityIn((await answer.json()) as Record<string, unknown>, settings);
        // There is no `sub`: the citizen number is the only stable name, and it stays with us as a keyed hash.
        return identity.ok ? ok({ issuer: config.issuer, subject: identity.value.nationalId, sid: null, ...identity.value }) : identity;
      }),
    // Nothing describes such a service: that its page answers is all that can be seen without a person.
    // It shows no such tokens: nobody is signed out by what anybody sends.
    loggedOut: async () =>
      refused(logoutNotValid({ why: { vi: 'nhà cung cấp này không có token đăng xuất', en: 'this provider has no logout tokens' } })),
    check: () =>
      tried(async () => {
        const answer = await fetch(config.authorizeUrl, {
          redirect: 'manual',
          signal: AbortSignal.timeout((config.timeoutSeconds ?? 10) * 1000),
        });
        await answer.body?.cancel();
        return answer.status >= 500 ? refused(signInAway({ detail: `HTTP ${answer.status}` })) : ok(null);
      }),
  };
}

/** The answer with its `{data, key}` opened; one that is not sealed goes through as it is. */
async function opened(answer: Response, privateKey: string): Promise<Response> {
  const raw = await answer.text();
  const sealed = JSON.parse(raw) as { data?: unknown; key?: unknown };
  const headers = { 'content-type': 'application/json' };
  if (typeof sealed.data !== 'string' || typeof sealed.key !== 'string') return new Response(raw, { status: answer.status, headers });
  const key = privateDecrypt({ key: privateKey, padding: constants.RSA_PKCS1_PADDING }, Buffer.from(sealed.key, 'base64'));
  if (key.length !== 16 && key.length !== 32) throw new Error('the key of an encrypted answer has an unknown length');
  const decipher = createDecipheriv(key.length === 32 ? 'aes-256-ecb' : 'aes-128-ecb', key, null);
  const plain = Buffer.concat([decipher.update(Buffer.from(sealed.data, 'base64')), decipher.final()]);
  return new Response(plain, { status: answer.status, headers });
}
