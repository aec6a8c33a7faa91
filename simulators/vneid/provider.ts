/**
 * A simulator of the VNeID sign-in: a real OpenID provider (code + PKCE) with its own page, labelled as a simulator.
 * It holds the demo's accounts; nothing of the real service is public but its claims (src/outside/vneid/README.md), so nothing here claims to be it.
 */
import { generateKeyPairSync } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import Provider from 'oidc-provider';
import type { Configuration, JWK } from 'oidc-provider';
import { isFault, makeFaults } from './faults.ts';
import type { Faults } from './faults.ts';
import { memoryAdapter } from './memory-adapter.ts';
import { STYLE_SHEET, consentPage, faultsPage } from './page.ts';

export interface SimulatedCitizen {
  readonly id: string;
  readonly name: string;
  readonly nationalId: string;
  /** 1 or 2 */
  readonly level: number;
  readonly note: string;
}

export interface VneidSimulatorOptions {
  /** our own origin, e.g. http://localhost:3000 */
  readonly publicUrl: string;
  /** where people sign in: each origin to which it sends them back */
  readonly signInUrls: readonly string[];
  readonly clientId: string;
  readonly clientSecret: string;
  readonly citizens: readonly SimulatedCitizen[];
  /** what keeps the provider's cookies from being forged */
  readonly cookieKey: string;
  /** bad on demand; armed by a test, or on the page `/sim/vneid` */
  readonly faults?: Faults;
  /** how long "slow" waits, in milliseconds */
  readonly slowMs?: number;
}

export const VNEID_PATH = '/sim/vneid';
/** Longer than our own client waits. */
export const SLOW_MS = 20_000;

/** Policy of the simulator's pages: one style sheet, one form, no script. A browser holds redirects of a form to `form-action` too: `goesTo` are the origins where a sign-in ends. */
export const pagePolicy = (goesTo: readonly string[] = []): string =>
  `default-src 'none'; style-src 'self'; form-action ${["'self'", ...new Set(goesTo.map((url) => new URL(url).origin))].join(' ')}; frame-ancestors 'none'; base-uri 'none'`;

/**
 * Each sign-in asks who it is: in the demo one browser changes people. The provider's own session is not handed to it, or it
 * would take the person of before, or ask to sign out first on a page that needs scripts.
 */
const withoutSession = (cookies: string | undefined): string =>
  (cookies ?? '')
    .split(/; */)
    .filter((cookie) => !/^sim_vneid(\.sig|\.legacy.*)?=/.test(cookie))
    .join('; ');

/** Keys of this run only: a restart of the simulator is a new provider. */
function signingKeys(): { keys: JWK[] } {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256', kid: 'mo-phong-1' } as JWK] };
}

function configuration(options: VneidSimulatorOptions, faults: Faults): Configuration {
  return {
    jwks: signingKeys(),
    clients: [
      {
        client_id: options.clientId,
        client_secret: options.clientSecret,
        redirect_uris: [...new Set(options.signInUrls)].map((url) => `${url}/auth/callback`),
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: 'ES256',
      },
    ],
    adapter: memoryAdapter(undefined, (model, payload) =>
      model === 'AuthorizationCode' && faults.spend('wrong-nonce') ? { ...payload, nonce: 'nonce-cua-nguoi-khac' } : payload,
    ),
    cookies: {
      keys: [options.cookieKey],
      names: { session: 'sim_vneid', interaction: 'sim_vneid_i', resume: 'sim_vneid_r' },
      short: { path: '/' },
      long: { path: '/' },
    },
    claims: { openid: ['sub', 'name', 'national_id', 'identity_level'], profile: [] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `${VNEID_PATH}/dang-nhap/${interaction.uid}` },
    ttl: { AuthorizationCode: 60, AccessToken: 600, IdToken: 600, Interaction: 600, Session: 600, Grant: 600 },
    findAccount: (_ctx, id) => {
      const citizen = options.citizens.find((one) => one.id === id);
      if (!citizen) return undefined;
      return {
        accountId: id,
        // A provider without the number has it nowhere: userinfo is asked after an id_token that lacks it.
        claims: (use) => ({
          sub: id,
          name: citizen.name,
          ...((use === 'userinfo' ? faults.spend('no-number') : faults.armed().includes('no-number'))
            ? {}
            : { national_id: citizen.nationalId }),
          identity_level: faults.spend('level-1') ? 1 : citizen.level,
        }),
      };
    },
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client!.clientId, accountId: ctx.oidc.session!.accountId! });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  };
}

/** Mounts the simulator; `app.register(vneidSimulator(options))`. */
export function vneidSimulator(options: VneidSimulatorOptions): (app: FastifyInstance) => Promise<void> {
  const faults = options.faults ?? makeFaults();
  return async (app) => {
    const provider = new Provider(`${options.publicUrl}${VNEID_PATH}`, configuration(options, faults));
    provider.proxy = true;
    const handle = provider.callback();
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, _payload, done) => done(null));

    app.get<{ Params: { uid: string } }>(`${VNEID_PATH}/dang-nhap/:uid`, async (request, reply) => {
      const { params, uid } = await provider.interactionDetails(request.raw, reply.raw);
      const hinted = options.citizens.find((citizen) => citizen.id === params['login_hint']);
      return reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', pagePolicy(options.signInUrls))
        .send(
          consentPage(
            hinted ? [hinted] : options.citizens,
            Boolean(hinted),
            (citizen) => `${VNEID_PATH}/dang-nhap/${encodeURIComponent(uid)}/${encodeURIComponent(citizen.id)}`,
          ),
        );
    });

    app.post<{ Params: { uid: string; account: string } }>(`${VNEID_PATH}/dang-nhap/:uid/:account`, async (request, reply) => {
      const citizen = options.citizens.find((one) => one.id === request.params.account);
      // A new person signs in: whoever was signed in at the simulator before is let go.
      const url = await provider.interactionResult(
        request.raw,
        reply.raw,
        citizen
          ? { login: { accountId: citizen.id, remember: false } }
          : { error: 'access_denied', error_description: 'không có người này' },
        { mergeWithLastSubmission: false },
      );
      return reply.redirect(url, 303);
    });

    app.get(`${VNEID_PATH}/trang.css`, async (_request, reply) => reply.type('text/css').send(STYLE_SHEET));

    app.get(VNEID_PATH, async (_request, reply) =>
      reply.type('text/html; charset=utf-8').header('content-security-policy', pagePolicy()).send(faultsPage(faults.armed())),
    );
    app.post<{ Params: { fault: string } }>(`${VNEID_PATH}/loi/:fault`, async (request, reply) => {
      if (isFault(request.params.fault)) faults.arm(request.params.fault);
      return reply.redirect(VNEID_PATH, 303);
    });

    app.all(`${VNEID_PATH}/*`, async (request, reply) => {
      if (request.url.startsWith(`${VNEID_PATH}/token`)) {
        if (faults.spend('slow')) await sleep(options.slowMs ?? SLOW_MS, undefined, { ref: false });
        if (request.raw.destroyed) return reply.hijack(); // the client did not wait
        if (faults.spend('broken')) return reply.code(503).type('text/plain').send('Service Unavailable');
      }
      reply.hijack();
      const raw = request.raw as typeof request.raw & { originalUrl?: string };
      raw.headers.cookie = withoutSession(raw.headers.cookie);
      raw.originalUrl = raw.url ?? '/';
      raw.url = (raw.url ?? '/').replace(VNEID_PATH, '') || '/';
      await handle(raw, reply.raw);
      return reply;
    });
  };
}
