/**
 * The issuer over HTTP: OpenID4VCI 1.0 for wallets of any origin (no cookies, CORS for all), and what doors fetch in bulk.
 * A plugin of its own: its parsers take the media types of the protocol, its errors are the protocol's. No address holds anything of a card.
 */
import { createHash } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { openRoute } from '#authority/access/frame.ts';
import { WHOLE_PAGE_POLICY } from '#base/http/whole-page.ts';
import { empty, file, json } from '#base/http/answer.ts';
import { isDatabaseAway } from '#base/database/away.ts';
import { typeMetadata } from '#standard/card/claims.ts';
import { anchorPage } from './anchor-page.ts';
import { keptCompressed, takesGzip } from './compressed.ts';
import { pemOf } from './core/certificate.ts';
import { x5cOf } from './core/sign-compact.ts';
import { activeKey } from './core/signer.ts';
import { answerCredential, answerNotification } from './credential.ts';
import type { CardHttp, Credentials } from './credential.ts';
import { ADDRESS_BURST_SECONDS, BODY_BYTES_MAX, WALLET_PACE } from './limits.ts';
import { isRefused, sendOauthError } from './oauth-errors.ts';
import type { OauthError } from './oauth-errors.ts';
import { offerByName } from './offer.ts';
import { keptPictures } from './picture.ts';
import { TRUST_LIST_FILE, revocationsFile, statusFile } from './publish.ts';
import type { IssuerNeeds } from './needs.ts';
import { requestPace } from './request-pace.ts';
import { freshNonce, hashOf } from './secrets.ts';
import { AnyObject, CredentialAnswer, NonceAnswer, TokenAnswer } from './shapes.ts';
import { answerToken } from './token.ts';
import { walletKindOf } from './wallet-kind.ts';

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

/** Every operation of the protocol: without a session, its refusals in the words of the protocol. */
const OF_WALLETS = { tag: 'card', surfaces: ['card'], foreignProblems: JSON_TYPE } as const;
const FRESH = { 304: 'Chưa đổi · Not changed' } as const;

/** For every answer of this plugin: any page may read it, and the product's own rules for its pages do not hold. */
const OPEN_HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'www-authenticate, retry-after',
  'cross-origin-resource-policy': 'cross-origin',
} as const;
const PREFLIGHT_HEADERS = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'authorization, content-type, dpop',
  'access-control-max-age': '7200',
} as const;

/** Parameters of a form, each once (RFC 6749 §3.2); null when one is repeated. */
function readForm(text: string): Readonly<Record<string, string>> | null {
  const parameters = new URLSearchParams(text);
  const names = [...parameters.keys()];
  return new Set(names).size === names.length ? Object.fromEntries(parameters) : null;
}

const refusedBody = (): Error => Object.assign(new Error('a body that cannot be read'), { oauth: 'invalid_request' as OauthError });

/** What is asked for is not there (any more): no page, whoever asks. */
const sendNothing = (reply: FastifyReply): FastifyReply =>
  reply.code(404).type(JSON_TYPE).header('cache-control', 'no-store').send('{"error":"not_found"}');

/** By what a wallet is told from the next one: its code, its refresh token or its access token; null for requests that show none. */
function shownBy(request: FastifyRequest): string | null {
  if (request.method !== 'POST') return null;
  // Whatever was sent: what is no form is refused after this.
  const form = (pathOf(request) === '/card/token' ? request.body : null) as Readonly<Record<string, unknown>> | null;
  const shown = form?.['pre-authorized_code'] ?? form?.['refresh_token'] ?? request.headers.authorization;
  return typeof shown === 'string' ? shown : null;
}

const isResource = (path: string): boolean => path === '/card/credential' || path === '/card/notification';
const pathOf = (request: FastifyRequest): string => request.url.split('?')[0]!;
const one = (header: string | string[] | undefined): string | undefined => (Array.isArray(header) ? undefined : header);
const credentialsOf = (request: FastifyRequest): Credentials => ({
  authorization: one(request.headers.authorization),
  dpop: one(request.headers['dpop']),
});

/** Joined with `app.register(cardRoutes(needs))`: what it says of bodies and errors holds for its own routes only. */
export const cardRoutes =
  (given: IssuerNeeds) =>
  async (app: FastifyInstance): Promise<void> => {
    const needs: CardHttp = { ...given, pictureOf: keptPictures(given.portraitOf) };
    bodiesAndErrors(app, needs);
    const { addressPerSecond } = needs;
    const paceOfAddress = requestPace(needs.clock, { burst: addressPerSecond * ADDRESS_BURST_SECONDS, perSecond: addressPerSecond });
    const paceOfWallet = requestPace(needs.clock, WALLET_PACE);
    const slowed = (reply: FastifyReply, waitSeconds: number): FastifyReply | undefined =>
      waitSeconds === 0 ? undefined : sendOauthError(reply.header('retry-after', waitSeconds), 'slow_down');
    app.addHook('onRequest', async (request, reply) => {
      void reply.headers(OPEN_HEADERS);
      if (request.method === 'POST' || pathOf(request).startsWith('/card/offers/')) return slowed(reply, paceOfAddress(request.ip));
    });
    // By the wallet and not by where it stands: thousands of phones share an address. What it is known by may stand in the body.
    app.addHook('preHandler', async (request, reply) => {
      const shown = shownBy(request);
      if (shown !== null) return slowed(reply, paceOfWallet(hashOf(shown).toString('base64url')));
    });
    app.options('/card/*', async (_request, reply) => reply.headers(PREFLIGHT_HEADERS).code(204).send());
    metadataRoutes(app, needs);
    walletRoutes(app, needs);
    wrongMethodRoutes(app);
    bulkRoutes(app, needs);
  };

function bodiesAndErrors(app: FastifyInstance, { parseJson, log }: CardHttp): void {
  app.removeAllContentTypeParsers();
  const options = { parseAs: 'string', bodyLimit: BODY_BYTES_MAX } as const;
  app.addContentTypeParser(FORM, options, (_request, text, done) => {
    const form = readForm(String(text));
    if (form) done(null, form);
    else done(refusedBody());
  });
  app.addContentTypeParser(JSON_TYPE, options, (_request, text, done) => {
    const body = String(text);
    if (body === '') return done(null, null);
    const parsed = parseJson(body);
    if (parsed.ok) done(null, parsed.value);
    else done(refusedBody());
  });
  app.setErrorHandler((error: FastifyError & { readonly oauth?: OauthError }, request, reply) => {
    const where = isResource(pathOf(request)) ? 'resource' : 'token';
    if (error.oauth) return sendOauthError(reply, error.oauth, where);
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return sendOauthError(reply, 'request_too_large', where);
    if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return sendOauthError(reply, 'unsupported_media_type', where);
    if (typeof error.statusCode === 'number' && error.statusCode < 500) return sendOauthError(reply, 'invalid_request', where);
    log.error('a request of a wallet failed', { requestId: request.id, route: request.routeOptions.url ?? '', error });
    return sendOauthError(reply, isDatabaseAway(error) ? 'temporarily_unavailable' : 'server_error', where);
  });
}

/** The same for everybody, and seldom another. */
const cached = (reply: FastifyReply, seconds: number): FastifyReply => reply.header('cache-control', `public, max-age=${seconds}`);
const METADATA_SECONDS = 300;

function metadataRoutes(app: FastifyInstance, { protocol, vct, environment, signer }: CardHttp): void {
  // RFC 8414 and OpenID4VCI 1.0 §12.2.2 put the path behind the well-known part; wallets of older drafts put it in front.
  const twoPlaces = (name: string, id: string, document: unknown, summary: { readonly vi: string; readonly en: string }): void => {
    for (const [path, suffix] of [
      [`/.well-known/${name}/card`, ''],
      [`/card/.well-known/${name}`, 'OfOlderWallets'],
    ] as const)
      openRoute(app, {
        ...OF_WALLETS,
        id: `${id}${suffix}`,
        summary,
        method: 'GET',
        path,
        answer: json(AnyObject),
        handler: async (_request, reply) => cached(reply, METADATA_SECONDS).send(document),
      });
  };
  twoPlaces('openid-credential-issuer', 'getIssuerMetadata', protocol.metadata, {
    vi: 'Mô tả nơi cấp thẻ (OpenID4VCI 1.0 §12.2)',
    en: 'Metadata of the issuer (OpenID4VCI 1.0 §12.2)',
  });
  twoPlaces('oauth-authorization-server', 'getAuthorizationServerMetadata', protocol.authorizationServer, {
    vi: 'Mô tả máy chủ cấp quyền (RFC 8414)',
    en: 'Metadata of the authorization server (RFC 8414)',
  });
  openRoute(app, {
    ...OF_WALLETS,
    id: 'getJwtVcIssuer',
    summary: {
      vi: 'Khóa ký thẻ của nơi cấp (SD-JWT VC, JWT VC Issuer Metadata)',
      en: 'Keys of the issuer of cards (SD-JWT VC, JWT VC Issuer Metadata)',
    },
    method: 'GET',
    path: '/.well-known/jwt-vc-issuer/card',
    answer: json(AnyObject),
    handler: async (_request, reply) => {
      // Of cards alone: a key for status lists vouches for no card.
      const keys = (await signer.keys()).filter((key) => key.use === 'card');
      return cached(reply, METADATA_SECONDS).send({
        issuer: protocol.addresses.issuer,
        jwks: {
          keys: keys.map((key) => ({
            ...key.publicJwk,
            kid: key.kid,
            use: 'sig',
            alg: 'ES256',
            x5c: x5cOf(key),
          })),
        },
      });
    },
  });
  openRoute(app, {
    ...OF_WALLETS,
    id: 'getCardType',
    summary: { vi: 'Kiểu của thẻ (SD-JWT VC Type Metadata)', en: 'Type of the card (SD-JWT VC Type Metadata)' },
    method: 'GET',
    path: '/vct/the-cbccvc/1',
    answer: json(AnyObject),
    handler: async (_request, reply) => cached(reply, METADATA_SECONDS).send(typeMetadata(vct, environment)),
  });
}

function walletRoutes(app: FastifyInstance, needs: CardHttp): void {
  openRoute(app, {
    ...OF_WALLETS,
    id: 'getCredentialOffer',
    summary: { vi: 'Một lời mời nhận thẻ (OpenID4VCI 1.0 §4)', en: 'A credential offer (OpenID4VCI 1.0 §4)' },
    method: 'GET',
    path: '/card/offers/:id',
    params: Type.Object({ id: Type.String() }),
    answer: json(AnyObject),
    handler: async ({ params }, reply) => (await offerByName(needs, params.id)) ?? sendNothing(reply),
  });
  openRoute(app, {
    ...OF_WALLETS,
    id: 'getNonce',
    summary: { vi: 'Số dùng một lần cho bằng chứng (OpenID4VCI 1.0 §7)', en: 'A nonce for a proof (OpenID4VCI 1.0 §7)' },
    method: 'POST',
    path: '/card/nonce',
    answer: json(NonceAnswer),
    handler: async (_request, reply) =>
      reply.header('cache-control', 'no-store').send({ c_nonce: freshNonce(needs.keys, needs.chance, needs.clock.now()) }),
  });
  openRoute(app, {
    ...OF_WALLETS,
    id: 'getToken',
    summary: { vi: 'Đổi mã lấy quyền nhận thẻ (RFC 6749, RFC 9449)', en: 'Changes a code for a token (RFC 6749, RFC 9449)' },
    method: 'POST',
    path: '/card/token',
    takes: { [FORM]: AnyObject },
    answer: json(TokenAnswer),
    handler: async (request, reply) => {
      if (!isOfType(request, FORM)) return sendOauthError(reply, 'unsupported_media_type');
      const answer = await answerToken(
        needs,
        request.body as Readonly<Record<string, string>>,
        credentialsOf(request).dpop,
        walletKindOf(request.headers['user-agent']),
      );
      return isRefused(answer) ? sendOauthError(reply, answer.refused) : answer;
    },
  });
  openRoute(app, {
    ...OF_WALLETS,
    id: 'getCredential',
    summary: { vi: 'Nhận một bản của thẻ (OpenID4VCI 1.0 §8)', en: 'Issues a copy of the card (OpenID4VCI 1.0 §8)' },
    method: 'POST',
    path: '/card/credential',
    takes: { [JSON_TYPE]: AnyObject },
    answer: json(CredentialAnswer),
    handler: async (request, reply) => {
      if (!isOfType(request, JSON_TYPE)) return sendOauthError(reply, 'unsupported_media_type', 'resource');
      const answer = await answerCredential(needs, request.body, credentialsOf(request));
      return isRefused(answer) ? sendOauthError(reply, answer.refused, 'resource', answer.afterSeconds) : answer;
    },
  });
  openRoute(app, {
    ...OF_WALLETS,
    id: 'notifyCredential',
    summary: { vi: 'Ví báo bản thẻ đã nhận hay đã xóa (OpenID4VCI 1.0 §11)', en: 'What became of a copy (OpenID4VCI 1.0 §11)' },
    method: 'POST',
    path: '/card/notification',
    takes: { [JSON_TYPE]: AnyObject },
    answer: empty,
    handler: async (request, reply) => {
      if (!isOfType(request, JSON_TYPE)) return sendOauthError(reply, 'unsupported_media_type', 'resource');
      const refusal = await answerNotification(needs, request.body, credentialsOf(request));
      return refusal ? sendOauthError(reply, refusal.refused, 'resource') : reply.code(204).send();
    },
  });
}

/** Addresses to which wallets send: asked in another way they say which one is right (RFC 9110 §15.5.6), and not that they are not there. */
const SENT_TO = ['/card/nonce', '/card/token', '/card/credential', '/card/notification'] as const;

function wrongMethodRoutes(app: FastifyInstance): void {
  for (const path of SENT_TO)
    app.get(path, async (_request, reply) =>
      reply.code(405).header('allow', 'POST').header('cache-control', 'no-store').type(JSON_TYPE).send('{"error":"method_not_allowed"}'),
    );
}

const isOfType = (request: FastifyRequest, type: string): boolean =>
  (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase() === type;

const ANCHOR_PEM = '/card/trust-anchor.pem';

/** Doors ask by themselves when a list is older than its `ttl`; this only lets many of them share one fetch. */
const LIST_CACHE_SECONDS = 10;

function bulkRoutes(app: FastifyInstance, { files, signer, protocol, environment }: CardHttp): void {
  const compressed = keptCompressed();
  const sendFile = async (request: FastifyRequest, reply: FastifyReply, file: string, type: string): Promise<FastifyReply> => {
    const bytes = await files.read(file);
    if (!bytes) return sendNothing(reply);
    const gzip = takesGzip(one(request.headers['accept-encoding']));
    const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
    // Two forms of one list are two things to a cache.
    const etag = gzip ? `"${hash}-gzip"` : `"${hash}"`;
    void cached(reply, LIST_CACHE_SECONDS).header('etag', etag).header('vary', 'accept-encoding');
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    if (!gzip) return reply.type(type).send(Buffer.from(bytes));
    return reply
      .type(type)
      .header('content-encoding', 'gzip')
      .send(compressed(file, hash, bytes));
  };
  const STATUS_LIST = 'application/statuslist+jwt';
  openRoute(app, {
    ...OF_WALLETS,
    id: 'getStatusList',
    summary: { vi: 'Danh sách trạng thái đã ký (Token Status List)', en: 'A signed status list (Token Status List)' },
    method: 'GET',
    path: '/card/status/:list',
    params: Type.Object({ list: Type.String() }),
    answer: file(STATUS_LIST),
    also: { ...FRESH, 501: 'Không có danh sách của thời điểm trước · No lists of the past' },
    handler: async (request, reply) => {
      if (!/^(0|[1-9]\d{0,8})$/.test(request.params.list)) return sendNothing(reply);
      // Token Status List, Historical Resolution: what is not kept is said, and today's list is not handed out for it.
      if (new URL(request.url, protocol.addresses.issuer).searchParams.has('time'))
        return reply.code(501).type(JSON_TYPE).header('cache-control', 'no-store').send('{"error":"not_implemented"}');
      return sendFile(request as FastifyRequest, reply, statusFile(Number(request.params.list)), STATUS_LIST);
    },
  });
  const TRUST_LIST = 'application/trust-list+jwt';
  openRoute(app, {
    ...OF_WALLETS,
    id: 'getTrustList',
    summary: { vi: 'Danh sách khóa được tin, đã ký', en: 'The signed list of trusted keys' },
    method: 'GET',
    path: '/card/trust-list',
    answer: file(TRUST_LIST),
    also: FRESH,
    handler: async (request, reply) => sendFile(request as FastifyRequest, reply, TRUST_LIST_FILE, TRUST_LIST),
  });
  const REVOCATIONS = 'application/pkix-crl';
  openRoute(app, {
    ...OF_WALLETS,
    id: 'getRevocations',
    summary: { vi: 'Chứng thư đã thu hồi của một nơi ký (X.509 CRL)', en: 'Certificates that an authority has revoked (X.509 CRL)' },
    method: 'GET',
    path: '/card/crl/:authority',
    params: Type.Object({ authority: Type.String() }),
    answer: file(REVOCATIONS),
    also: FRESH,
    handler: async (request, reply) => {
      const name = /^([0-9a-f]{16})\.crl$/.exec(request.params.authority)?.[1];
      return name === undefined ? sendNothing(reply) : sendFile(request as FastifyRequest, reply, revocationsFile(name), REVOCATIONS);
    },
  });
  const JWK = 'application/jwk+json';
  openRoute(app, {
    ...OF_WALLETS,
    id: 'getTrustAnchor',
    summary: { vi: 'Khóa ký danh sách khóa được tin', en: 'The key that signs the list of trusted keys' },
    method: 'GET',
    path: '/card/trust-anchor',
    answer: file(JWK),
    handler: async (_request, reply) => {
      const { kid, publicJwk } = await activeKey(signer, 'anchor');
      return cached(reply, METADATA_SECONDS)
        .type(JWK)
        .send(JSON.stringify({ ...publicJwk, kid, use: 'sig', alg: 'ES256' }));
    },
  });
  const PEM = 'application/pem-certificate-chain';
  openRoute(app, {
    ...OF_WALLETS,
    id: 'getTrustAnchorCertificate',
    summary: { vi: 'Chứng thư của neo tin cậy (PEM)', en: 'Certificate of the trust anchor (PEM)' },
    method: 'GET',
    path: ANCHOR_PEM,
    answer: file(PEM),
    handler: async (_request, reply) =>
      cached(reply, METADATA_SECONDS)
        .type(PEM)
        .send(pemOf((await activeKey(signer, 'anchor')).certDer)),
  });
  const PAGE = 'text/html';
  openRoute(app, {
    ...OF_WALLETS,
    id: 'getTrustAnchorPage',
    summary: { vi: 'Trang đọc giá trị băm của neo tin cậy', en: 'A page with the fingerprint of the trust anchor' },
    method: 'GET',
    path: '/card/neo-tin-cay',
    answer: file(PAGE),
    handler: async (_request, reply) =>
      cached(reply, METADATA_SECONDS)
        .type(`${PAGE}; charset=utf-8`)
        .header('content-security-policy', WHOLE_PAGE_POLICY)
        .send(anchorPage(await activeKey(signer, 'anchor'), { issuerId: protocol.addresses.issuer, environment, pem: ANCHOR_PEM })),
  });
}
