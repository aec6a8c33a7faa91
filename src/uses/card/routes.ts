/**
 * The issuer over HTTP: OpenID4VCI 1.0 for wallets of any origin (no cookies, CORS for all), and what doors fetch in bulk.
 * A plugin of its own: its parsers take the media types of the protocol, its errors are the protocol's. No address holds anything of a card.
 */
import { createHash } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readLogFile } from '#authority/audit/tile-folder.ts';
import { isDatabaseAway } from '#base/database/transaction.ts';
import { typeMetadata } from '#standard/card/claims.ts';
import { addressPace } from './address-pace.ts';
import { activeKey } from './core/signer.ts';
import { answerCredential, answerNotification } from './credential.ts';
import type { CardHttp, Credentials } from './credential.ts';
import { BODY_BYTES_MAX } from './limits.ts';
import { isRefused, sendOauthError } from './oauth-errors.ts';
import type { OauthError } from './oauth-errors.ts';
import { offerByName } from './offer.ts';
import { keptPictures } from './picture.ts';
import { TRUST_LIST_FILE, statusFile } from './publish.ts';
import type { IssuerNeeds } from './needs.ts';
import { freshNonce } from './secrets.ts';
import { answerToken } from './token.ts';

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

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
    const pace = addressPace(needs.clock);
    app.addHook('onRequest', async (request, reply) => {
      void reply.headers(OPEN_HEADERS);
      const waitSeconds = request.method === 'POST' || pathOf(request).startsWith('/card/offers/') ? pace(request.ip) : 0;
      if (waitSeconds === 0) return;
      void reply.header('retry-after', waitSeconds);
      return sendOauthError(reply, 'slow_down');
    });
    app.options('/card/*', { schema: { hide: true } }, async (_request, reply) => reply.headers(PREFLIGHT_HEADERS).code(204).send());
    metadataRoutes(app, needs);
    walletRoutes(app, needs);
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

function metadataRoutes(app: FastifyInstance, { protocol, vct, environment }: CardHttp): void {
  // RFC 8414 and OpenID4VCI 1.0 §12.2.2 put the path behind the well-known part; wallets of older drafts put it in front.
  for (const path of ['/.well-known/openid-credential-issuer/card', '/card/.well-known/openid-credential-issuer'])
    app.get(path, async (_request, reply) => cached(reply, METADATA_SECONDS).send(protocol.metadata));
  for (const path of ['/.well-known/oauth-authorization-server/card', '/card/.well-known/oauth-authorization-server'])
    app.get(path, async (_request, reply) => cached(reply, METADATA_SECONDS).send(protocol.authorizationServer));
  app.get('/vct/the-cbccvc/1', async (_request, reply) => cached(reply, METADATA_SECONDS).send(typeMetadata(vct, environment)));
}

function walletRoutes(app: FastifyInstance, needs: CardHttp): void {
  app.get<{ Params: { id: string } }>('/card/offers/:id', async (request, reply) => {
    const offer = await offerByName(needs, request.params.id);
    return offer ?? sendNothing(reply);
  });
  app.post('/card/nonce', async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ c_nonce: freshNonce(needs.keys, needs.chance, needs.clock.now()) }),
  );
  app.post('/card/token', async (request, reply) => {
    if (!isOfType(request, FORM)) return sendOauthError(reply, 'unsupported_media_type');
    const answer = await answerToken(needs, request.body as Readonly<Record<string, string>>, credentialsOf(request).dpop);
    return isRefused(answer) ? sendOauthError(reply, answer.refused) : answer;
  });
  app.post('/card/credential', async (request, reply) => {
    if (!isOfType(request, JSON_TYPE)) return sendOauthError(reply, 'unsupported_media_type', 'resource');
    const answer = await answerCredential(needs, request.body, credentialsOf(request));
    return isRefused(answer) ? sendOauthError(reply, answer.refused, 'resource') : answer;
  });
  app.post('/card/notification', async (request, reply) => {
    if (!isOfType(request, JSON_TYPE)) return sendOauthError(reply, 'unsupported_media_type', 'resource');
    const refusal = await answerNotification(needs, request.body, credentialsOf(request));
    return refusal ? sendOauthError(reply, refusal.refused, 'resource') : reply.code(204).send();
  });
}

const isOfType = (request: FastifyRequest, type: string): boolean =>
  (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase() === type;

/** Doors ask by themselves when a list is older than its `ttl`; this only lets many of them share one fetch. */
const LIST_CACHE_SECONDS = 10;

function bulkRoutes(app: FastifyInstance, { folder, signer }: CardHttp): void {
  const sendFile = async (request: FastifyRequest, reply: FastifyReply, file: string, type: string): Promise<FastifyReply> => {
    const bytes = await readLogFile(folder, file);
    if (!bytes) return sendNothing(reply);
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    void cached(reply, LIST_CACHE_SECONDS).header('etag', etag);
    return request.headers['if-none-match'] === etag ? reply.code(304).send() : reply.type(type).send(Buffer.from(bytes));
  };
  app.get<{ Params: { list: string } }>('/card/status/:list', async (request, reply) =>
    /^(0|[1-9]\d{0,8})$/.test(request.params.list)
      ? sendFile(request, reply, statusFile(Number(request.params.list)), 'application/statuslist+jwt')
      : sendNothing(reply),
  );
  app.get('/card/trust-list', async (request, reply) => sendFile(request, reply, TRUST_LIST_FILE, 'application/trust-list+jwt'));
  app.get('/card/trust-anchor', async (_request, reply) => {
    const { kid, publicJwk } = await activeKey(signer, 'anchor');
    return cached(reply, METADATA_SECONDS)
      .type('application/jwk+json')
      .send(JSON.stringify({ ...publicJwk, kid, use: 'sig', alg: 'ES256' }));
  });
}
