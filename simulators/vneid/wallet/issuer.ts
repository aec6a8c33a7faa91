/**
 * The wallet's own client of an issuer: OpenID4VCI 1.0 by pre-authorized code, DPoP (RFC 9449), nonce, refresh, notification.
 * Tokens and proofs of possession by `oauth4webapi`, which the issuer does not use: what works here works for a stranger.
 */
import * as oauth from 'oauth4webapi';
import { isRecord, makeKey, publicJwk, signJwt } from './encode.ts';
import { boundedFetch, jsonOfAnswer } from './fetching.ts';
import type { Fetch } from './fetching.ts';
import { PRE_AUTHORIZED_GRANT, isSafeUrl, readOffer, readOfferLink } from './offer.ts';
import type { Offer } from './offer.ts';
import { done, failed } from './outcome.ts';
import type { FaultCode, Outcome } from './outcome.ts';

const FORMAT = 'dc+sd-jwt';
/** Who the wallet says it is where the issuer wants a name; it is a public client without a secret. */
const CLIENT_ID = 'mo-phong-vneid-vi-giay-to';

/** What an issuer says of itself, as far as the wallet needs it. */
export interface Issuer {
  /** its identifier, a URL */
  readonly id: string;
  /** by locale, as given */
  readonly names: readonly Label[];
  readonly credentialEndpoint: string;
  readonly nonceEndpoint: string | null;
  readonly notificationEndpoint: string | null;
  readonly configurations: Readonly<Record<string, Configuration>>;
  readonly server: oauth.AuthorizationServer;
}

export interface Label {
  readonly locale: string;
  readonly name: string;
}

export interface Configuration {
  readonly vct: string;
  readonly names: readonly Label[];
  /** claims that the issuer says will stand in it, in its order */
  readonly claims: readonly { readonly path: readonly string[]; readonly labels: readonly Label[] }[];
}

/** What one round with the issuer needs. */
export interface Access {
  readonly fetch: Fetch;
  /** origins that this page may ask; its content policy holds the browser to the same */
  readonly origins: readonly string[];
  readonly nowMs: () => number;
  /** the key that tokens are bound to; it stays the same while the wallet holds the card */
  readonly dpop: CryptoKeyPair;
}

export interface Grant {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  /** which credential the token is for, where the issuer says so (OpenID4VCI §6.2) */
  readonly credentialIdentifier: string | null;
}

export interface FreshCopy {
  readonly credential: string;
  /** made for this copy alone: two copies of one card have no key in common */
  readonly holder: CryptoKeyPair;
  readonly notificationId: string | null;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const urlOf = (value: unknown): string | null => (typeof value === 'string' && isSafeUrl(value) ? value : null);

const labelsOf = (display: unknown, key: string): Label[] =>
  (Array.isArray(display) ? display : [])
    .filter(isRecord)
    .map((one) => ({ locale: textOf(one['locale']), name: textOf(one[key]).slice(0, 200) }))
    .filter(({ name }) => name !== '');

/** The name in a language; else the first, else nothing. */
export const labelIn = (labels: readonly Label[], language: 'vi' | 'en'): string =>
  (labels.find(({ locale }) => locale.toLowerCase().split('-')[0] === language) ?? labels[0])?.name ?? '';

function configurationOf(value: unknown): Configuration | null {
  if (!isRecord(value) || value['format'] !== FORMAT || typeof value['vct'] !== 'string') return null;
  const about = isRecord(value['credential_metadata']) ? value['credential_metadata'] : value;
  const claims = Array.isArray(about['claims']) ? about['claims'].filter(isRecord) : [];
  return {
    vct: value['vct'],
    names: labelsOf(about['display'], 'name'),
    claims: claims.slice(0, 64).map((claim) => ({
      path: Array.isArray(claim['path']) ? claim['path'].map(String) : [],
      labels: labelsOf(claim['display'], 'name'),
    })),
  };
}

const mayAsk = ({ origins }: Access, url: string): boolean => origins.includes(new URL(url).origin);

async function getJson(access: Access, url: string): Promise<Outcome<Record<string, unknown>>> {
  if (!mayAsk(access, url)) return failed('offer-elsewhere', new URL(url).host);
  let response: Response;
  try {
    response = await boundedFetch(access.fetch)(url, { headers: { accept: 'application/json' } });
  } catch {
    return failed('network');
  }
  if (response.status === 404 || response.status === 410) return failed('offer-gone');
  const json = response.ok ? await jsonOfAnswer(response) : null;
  return isRecord(json) ? done(json) : failed('issuer-odd', `HTTP ${response.status}`);
}

/** The offer behind what a person pasted or opened. */
export async function fetchOffer(access: Access, text: string): Promise<Outcome<Offer>> {
  const link = readOfferLink(text);
  if (!link.ok) return link;
  if (link.value.kind === 'value') return readOffer(link.value.offer);
  const json = await getJson(access, link.value.uri);
  return json.ok ? readOffer(json.value) : json;
}

/** `/.well-known/<kind>` goes between host and path (OpenID4VCI §12.2.2, RFC 8414 §3). */
function wellKnown(issuer: string, kind: string): string {
  const url = new URL(issuer);
  return `${url.origin}/.well-known/${kind}${url.pathname.replace(/\/$/, '')}`;
}

/** Metadata of the issuer and of the server that gives its tokens. */
export async function discover(access: Access, id: string): Promise<Outcome<Issuer>> {
  if (!isSafeUrl(id)) return failed('issuer-odd', 'credential_issuer');
  const json = await getJson(access, wellKnown(id, 'openid-credential-issuer'));
  if (!json.ok) return json.fault.code === 'offer-gone' ? failed('issuer-odd', 'HTTP 404') : json;
  const metadata = json.value;
  // Another name than the one that was asked: somebody else's answer (OpenID4VCI §12.2.3).
  if (metadata['credential_issuer'] !== id) return failed('issuer-odd', 'credential_issuer');
  const credentialEndpoint = urlOf(metadata['credential_endpoint']);
  if (!credentialEndpoint) return failed('issuer-odd', 'credential_endpoint');
  const supported = isRecord(metadata['credential_configurations_supported']) ? metadata['credential_configurations_supported'] : {};
  const servers = metadata['authorization_servers'];
  const serverId = Array.isArray(servers) && typeof servers[0] === 'string' ? servers[0] : id;
  if (!isSafeUrl(serverId)) return failed('issuer-odd', 'authorization_servers');
  if (!mayAsk(access, serverId)) return failed('offer-elsewhere', new URL(serverId).host);
  return attempt(async () => {
    const url = new URL(serverId);
    const server = await oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, { algorithm: 'oauth2', ...asked(access) }));
    return done({
      id,
      names: labelsOf(metadata['display'], 'name'),
      credentialEndpoint,
      nonceEndpoint: urlOf(metadata['nonce_endpoint']),
      notificationEndpoint: urlOf(metadata['notification_endpoint']),
      configurations: Object.fromEntries(
        Object.entries(supported).flatMap(([name, value]) => {
          const configuration = configurationOf(value);
          return configuration ? [[name, configuration] as const] : [];
        }),
      ),
      server,
    });
  }, 'issuer-odd');
}

/** Options of every request of the library. `isSafeUrl` has let through http on this machine alone. */
const asked = (access: Access) => ({
  [oauth.allowInsecureRequests]: true,
  [oauth.customFetch]: (url: string, init: oauth.CustomFetchOptions<string, unknown>) =>
    // We and the library send text and forms alone.
    boundedFetch(access.fetch)(url, {
      method: init.method,
      headers: init.headers,
      body: (init.body ?? null) as string | URLSearchParams | null,
    }),
});

/** What the library throws becomes a fault; its messages stay inside. */
async function attempt<T>(
  work: () => Promise<Outcome<T>>,
  whenRefused: 'issuer-odd' | 'offer-refused' | 'refresh-refused' | 'card-refused',
): Promise<Outcome<T>> {
  try {
    return await work();
  } catch (error) {
    const code =
      error instanceof oauth.ResponseBodyError
        ? error.error
        : error instanceof oauth.WWWAuthenticateChallengeError
          ? (error.cause[0]?.parameters.error ?? String(error.status))
          : null;
    if (code !== null) return refusal(code, whenRefused);
    return error instanceof TypeError ? failed('network') : failed('issuer-odd');
  }
}

/** Codes of the protocols that say more than that something was refused. */
const TOLD: Readonly<Record<string, FaultCode>> = {
  invalid_tx_code: 'code-wrong',
  // Proofs of ours are good but for their time: this phone's clock is all that can be wrong with them.
  invalid_dpop_proof: 'clock-refused',
  invalid_proof: 'clock-refused',
  temporarily_unavailable: 'busy',
  server_error: 'busy',
};
const refusal = (code: string, otherwise: FaultCode): Outcome<never> => failed(TOLD[code] ?? otherwise, code.slice(0, 60));

/** One more time with the nonce that the server just gave (RFC 9449 §8). */
async function withDpopNonce<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (oauth.isDPoPNonceError(error)) return work();
    throw error;
  }
}

/** Seconds that the handed-in clock stands beside this machine's own, which the library reads. */
const clientOf = (access: Access): oauth.Client => ({
  client_id: CLIENT_ID,
  token_endpoint_auth_method: 'none',
  [oauth.clockSkew]: Math.round((access.nowMs() - (performance.timeOrigin + performance.now())) / 1000),
});

/** Nobody in particular, where the issuer takes that (OpenID4VCI §6.1); else the name of a public client. */
const identified = (server: oauth.AuthorizationServer): oauth.ClientAuth =>
  server['pre-authorized_grant_anonymous_access_supported'] === true ? () => undefined : oauth.None();

const grantOf = (answer: oauth.TokenEndpointResponse, before: string | null): Outcome<Grant> => {
  // A token that is not bound to our key could be used by whoever finds it.
  if (answer.token_type !== 'dpop') return failed('issuer-odd', 'token_type');
  const details: unknown = answer.authorization_details;
  const first: unknown = Array.isArray(details) ? details.find((one) => isRecord(one) && one['type'] === 'openid_credential') : null;
  const ids: unknown = isRecord(first) ? first['credential_identifiers'] : null;
  return done({
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token ?? before,
    credentialIdentifier: Array.isArray(ids) && typeof ids[0] === 'string' ? ids[0] : null,
  });
};

/** A session with one issuer: the key that its tokens are bound to, and the nonces it gave. */
export interface Session {
  readonly issuer: Issuer;
  redeem(offer: Offer, txCode: string | null): Promise<Outcome<Grant>>;
  /** MUST be followed by keeping the new refresh token before anything else: the old one may be dead already */
  refresh(refreshToken: string): Promise<Outcome<Grant>>;
  /** a copy under a fresh holder key, as the issuer gave it: not yet checked */
  copy(grant: Grant, configurationId: string): Promise<Outcome<FreshCopy>>;
  /** tells what became of a copy; nobody waits for it and nothing hangs on it */
  notify(grant: Grant, notificationId: string, event: 'credential_accepted' | 'credential_failure' | 'credential_deleted'): Promise<void>;
}

export function openSession(access: Access, issuer: Issuer): Session {
  const client = clientOf(access);
  const options = { DPoP: oauth.DPoP(client, access.dpop), ...asked(access) };
  const { server } = issuer;

  const post = (url: string, grant: Grant, body: unknown): Promise<Response> =>
    withDpopNonce(() =>
      oauth.protectedResourceRequest(
        grant.accessToken,
        'POST',
        new URL(url),
        new Headers({ 'content-type': 'application/json', accept: 'application/json' }),
        JSON.stringify(body),
        options,
      ),
    );

  /** "" where the issuer has no nonces. */
  async function freshNonce(): Promise<Outcome<string>> {
    if (!issuer.nonceEndpoint) return done('');
    const response = await boundedFetch(access.fetch)(issuer.nonceEndpoint, { method: 'POST' });
    const json = response.ok ? await jsonOfAnswer(response) : null;
    return isRecord(json) && typeof json['c_nonce'] === 'string' ? done(json['c_nonce']) : failed('issuer-odd', 'c_nonce');
  }

  async function ask(grant: Grant, configurationId: string, holder: CryptoKeyPair): Promise<Outcome<Response>> {
    const nonce = await freshNonce();
    if (!nonce.ok) return nonce;
    const proof = await signJwt(
      holder.privateKey,
      { typ: 'openid4vci-proof+jwt', jwk: await publicJwk(holder) },
      { aud: issuer.id, iat: Math.floor(access.nowMs() / 1000), ...(nonce.value === '' ? {} : { nonce: nonce.value }) },
    );
    const what = grant.credentialIdentifier
      ? { credential_identifier: grant.credentialIdentifier }
      : { credential_configuration_id: configurationId };
    return done(await post(issuer.credentialEndpoint, grant, { ...what, proofs: { jwt: [proof] } }));
  }

  return {
    issuer,
    redeem: (offer, txCode) =>
      attempt(async () => {
        const parameters = { 'pre-authorized_code': offer.preAuthorizedCode, ...(txCode === null ? {} : { tx_code: txCode }) };
        const answer = await withDpopNonce(async () =>
          oauth.processGenericTokenEndpointResponse(
            server,
            client,
            await oauth.genericTokenEndpointRequest(server, client, identified(server), PRE_AUTHORIZED_GRANT, parameters, options),
          ),
        );
        return grantOf(answer, null);
      }, 'offer-refused'),
    refresh: (refreshToken) =>
      attempt(async () => {
        const answer = await withDpopNonce(async () =>
          oauth.processRefreshTokenResponse(
            server,
            client,
            await oauth.refreshTokenGrantRequest(server, client, identified(server), refreshToken, options),
          ),
        );
        return grantOf(answer, refreshToken);
      }, 'refresh-refused'),
    copy: (grant, configurationId) =>
      attempt(async () => {
        const holder = await makeKey();
        let answer = await ask(grant, configurationId, holder);
        if (!answer.ok) return answer;
        let json = await jsonOfAnswer(answer.value);
        // A nonce may have grown old between the two requests: once more with a new one (OpenID4VCI §8.3.1.2).
        if (isRecord(json) && json['error'] === 'invalid_nonce') {
          answer = await ask(grant, configurationId, holder);
          if (!answer.ok) return answer;
          json = await jsonOfAnswer(answer.value);
        }
        if (isRecord(json) && typeof json['error'] === 'string') return refusal(json['error'], 'card-refused');
        const [first] = isRecord(json) && Array.isArray(json['credentials']) ? (json['credentials'] as unknown[]) : [];
        if (!answer.value.ok || !isRecord(first) || typeof first['credential'] !== 'string') return failed('issuer-odd', 'credentials');
        const id = (json as Record<string, unknown>)['notification_id'];
        return done({ credential: first['credential'], holder, notificationId: typeof id === 'string' ? id : null });
      }, 'card-refused'),
    notify: async (grant, notificationId, event) => {
      if (!issuer.notificationEndpoint || !mayAsk(access, issuer.notificationEndpoint)) return;
      await post(issuer.notificationEndpoint, grant, { notification_id: notificationId, event }).catch(() => undefined);
    },
  };
}
