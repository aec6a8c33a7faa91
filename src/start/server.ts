/** The HTTP server: the routes of its surfaces, and what holds for all of them (headers, errors, budgets, idempotency, health). */
import type { RequestListener } from 'node:http';
import fastifyCookie from '@fastify/cookie';
import Fastify from 'fastify';
import { Type } from 'typebox';
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { csrfGuard } from '#authority/access/csrf.ts';
import { actorIfAny, handleOf, sessionHook } from '#authority/access/request.ts';
import { accessRoutes } from '#authority/access/routes.ts';
import { askStepUp } from '#authority/access/step-up.ts';
import { auditRoutes } from '#authority/audit/routes.ts';
import { boardRoutes } from '#uses/board/routes.ts';
import { reportRoutes } from '#uses/reports/routes.ts';
import { dutyRoutes } from '#uses/board/duty-routes.ts';
import { planRoutes } from '#uses/plan/routes.ts';
import { incidentRoutes } from '#authority/incidents/routes.ts';
import { operationsRoutes } from './operations.ts';
import { oversightRoutes } from '#authority/oversight/routes.ts';
import { keyRoutes } from '#authority/keys/routes.ts';
import { conversionRoutes } from '#record/conversion/routes.ts';
import { publicReceiptRoutes } from '#record/receipt/routes.ts';
import type { Config } from '#base/config.ts';
import type { Listener } from '#base/listeners.ts';
import { OutcomeUnknown, isDatabaseAway } from '#base/database/away.ts';
import { sendProblem } from '#base/http-problem.ts';
import { json } from '#base/http/answer.ts';
import { openApiDocument } from '#base/http/openapi.ts';
import { registeredRoutes } from '#base/http/operation.ts';
import { SIGNED_IN, answerOnly, answersOn } from '#base/http/surfaces.ts';
import { openRoute } from '#authority/access/frame.ts';
import { personalRoutes } from '#doors/personal/routes.ts';
import { registerRoutes } from '#record/register/routes.ts';
import { confirmationRoutes } from '#doors/desk/confirmation-routes.ts';
import { UPLOAD_SIZE_BYTES_MAX } from '#record/intake/limits.ts';
import { caseRoutes } from '#record/cases/routes.ts';
import { erasureRoutes } from '#record/erasure/routes.ts';
import { keptApartRoutes } from '#record/kept-apart/routes.ts';
import { consentRoutes } from '#record/consent/routes.ts';
import { sendingRuleRoutes } from '#doors/desk/sending-rule-routes.ts';
import { submissionRoutes, uploadTypes } from '#doors/desk/routes.ts';
import { countLineWork } from '#doors/exchange/line-store.ts';
import { lineRoutes } from '#doors/exchange/line-routes.ts';
import { exchangeRoutes } from '#doors/exchange/routes.ts';
import { exchangeOf } from './exchange.ts';
import { vneidUpdateRoutes } from '#doors/vneid-updates/routes.ts';
import { vneidUpdatesOf } from './vneid-updates.ts';
import { heldBackRoutes } from '#uses/card/held-back-routes.ts';
import { officerRoutes } from '#uses/card/officer-routes.ts';
import { askRoutes } from '#uses/card/ask-routes.ts';
import { cardRoutes } from '#uses/card/routes.ts';
import { exportRoutes } from '#uses/exports/routes.ts';
import { measureRoutes } from '#uses/netcheck/measure-routes.ts';
import { netcheckRoutes } from '#uses/netcheck/routes.ts';
import { noticeRoutes } from '#uses/notices/routes.ts';
import { accountRoutes } from '#authority/accounts/routes.ts';
import { bodyRoutes } from '#authority/accounts/body-routes.ts';
import { changeRoutes } from '#authority/bodies/change-routes.ts';
import { listRoutes } from '#authority/bodies/list-routes.ts';
import { treeRoutes } from '#authority/bodies/tree-routes.ts';
import { mismatchRoutes } from '#doors/desk/mismatch-routes.ts';
import { firstLoadRoutes } from '#doors/desk/first-load-routes.ts';
import { clockRoutes } from '#doors/desk/clock-routes.ts';
import { declarationCallRoutes } from '#doors/desk/declaration-call-routes.ts';
import { dataRequestRoutes } from '#doors/desk/data-request-routes.ts';
import { declarationThreadRoutes } from '#doors/desk/declaration-thread-routes.ts';
import { valueReportRoutes } from '#doors/desk/value-report-routes.ts';
import { homeRoutes } from '#doors/desk/home-routes.ts';
import { workbookRoutes } from '#doors/workbook/routes.ts';
import { exchangeDocument } from '#doors/exchange/exchange-document.ts';
import { STANDARD_VERSION } from '#standard/exchange-standard/chapters.ts';
import { ReadingRefused } from '#authority/access/reading-budget.ts';
import { LogStandsStill } from '#authority/audit/standstill.ts';
import { recordAct } from '#authority/audit/record.ts';
import { contactRoutes } from '#authority/accounts/contact-routes.ts';
import { passkeyReleaseRoute } from '#authority/accounts/passkey-routes.ts';
import { passkeyRoutes } from '#authority/passkeys/routes.ts';
import { staffRoutes } from '#authority/accounts/staff-routes.ts';
import { allowanceRoutes } from '#authority/accounts/allowance-routes.ts';
import { anonymousCallers } from './anonymous-callers.ts';
import { spend } from '#base/http/budget.ts';
import type { Budget } from '#base/http/budget.ts';
import type { Composed } from './compose.ts';
import { accountListRoutes } from '#authority/accounts/list-routes.ts';
import { delegationRoutes } from '#authority/accounts/delegation-routes.ts';
import { grantRequestRoutes } from '#authority/accounts/grant-request-routes.ts';
import { codeListRoutes } from '#authority/code-lists/routes.ts';
import { healthRoutes } from './health.ts';
import { serveDoor } from './door-pages.ts';
import { claimKey, keepAnswer } from '#authority/http/idempotency.ts';
import { demoWorkbookRoutes } from './demo/workbook-routes.ts';
import { parseStrict } from '#base/http/json-strict.ts';
import { lateValidators } from '#base/http/late-validators.ts';
import { isNormalAddress } from '#base/http/normal-address.ts';
import { referencePages } from './reference-pages.ts';
import { guardConnections } from './listening/guard-connections.ts';
import type { GuardedListener } from './listening/guard-connections.ts';
import { servePortal } from './portal-pages.ts';
import { problemPageRoutes, problemsAsPages } from './problem-pages.ts';
import {
  badRequest,
  bodyTooLarge,
  databaseAway,
  internalFault,
  mediaTypeUnknown,
  outcomeUnknown,
  tooManyRequests,
} from '#base/http/problems.ts';
import { recordRefusals } from '#authority/http/refusals.ts';
import { BARE_POLICY, COMMON_HEADERS } from '#base/http/security-headers.ts';

/** Bytes of a JSON body. */
const JSON_BYTES_MAX = 1024 * 1024;
/** A request whose head or body comes slower than this is cut (threat T36), in milliseconds. */
const REQUEST_MS_MAX = 120_000;
/** A year: what lists of browsers ask for at least. Not for names below: they are not ours to bind. */
const HSTS_SECONDS = 31_536_000;
/** When to ask again while the database is away: a new leader is there within some twenty seconds. */
const DATABASE_AWAY_SECONDS = 5;
/** Actors whose budgets are remembered at most; the oldest are forgotten. */
const BUDGETS_MAX = 10_000;

const API_INFO = {
  title: 'Công Vụ API',
  version: '1',
  description: 'Cổng cập nhật hồ sơ CBCCVC. Không phải giao diện chính thức của cơ quan nào.',
};

/** Heads of every answer. @param url  where it is answered: a browser that came by https comes by nothing else for a year */
const headersOf = (requestId: string, url: string): Readonly<Record<string, string>> => ({
  ...COMMON_HEADERS,
  ...(url.startsWith('https://') ? { 'strict-transport-security': `max-age=${HSTS_SECONDS}` } : {}),
  'content-security-policy': BARE_POLICY,
  'x-request-id': requestId,
  'cache-control': 'no-store',
});

export interface ServerOptions {
  /** folder of the built portal; null = API alone */
  readonly portalFolder: string | null;
  /** folder of the built door `/kiem-tra`; without it nothing is served there */
  readonly doorFolder?: string;
  /** sees the server before any route is there: tests look at every route and every answer */
  readonly watch?: (app: FastifyInstance) => void;
  /** who may come to it; without, whoever reaches the port */
  readonly guarded?: GuardedListener;
  /** was this server told to stop? It answers all the same, and asks everybody to come by another connection */
  readonly isStopping?: () => boolean;
}

/** Whose X-Forwarded-For is believed, as the server takes it: addresses and ranges, or the nearest so many. */
const believed = (proxies: Config['trustProxy']): false | string[] | ((address: string, hop: number) => boolean) =>
  typeof proxies === 'number' ? (_address, hop) => hop < proxies : proxies === false ? false : [...proxies];

/** The same needs at another address: where people come back to from signing in, and whether their cookie is for https alone. */
const accessAt = (access: Composed['access'], url: string): Composed['access'] => ({
  ...access,
  publicUrl: url,
  secureCookies: url.startsWith('https://'),
});

/**
 * Builds a server of these surfaces, without listening. Routes of others are no routes of it.
 *
 * @param served  one of `config.listeners`
 */
export async function buildServer(
  composed: Composed,
  served: Pick<Listener, 'surfaces' | 'url'>,
  options: ServerOptions,
): Promise<FastifyInstance> {
  const { chance, config, log } = composed;
  const access = accessAt(composed.access, served.url);
  const app = Fastify({
    logger: false,
    bodyLimit: JSON_BYTES_MAX,
    requestTimeout: REQUEST_MS_MAX,
    trustProxy: believed(config.trustProxy),
    ...(options.guarded
      ? { serverFactory: (handler: RequestListener) => options.guarded!.transport.serverOf(handler, REQUEST_MS_MAX) }
      : {}),
    // What came in by a connection that was open is answered like everything before it.
    return503OnClosing: false,
    genReqId: () => `req-${Buffer.from(chance.bytes(9)).toString('base64url')}`,
    // HEAD is GET without a body (RFC 9110): proxies ask so whether a server lives. Node leaves the body out by itself, for it saw the request before.
    exposeHeadRoutes: false,
    rewriteUrl(request) {
      if (request.method === 'HEAD') request.method = 'GET';
      return request.url ?? '/';
    },
    // An address that cannot be decoded is answered before any route or hook: with our heads and in our words all the same.
    frameworkErrors: (error, request, reply) => {
      void sendProblem(reply.headers(headersOf(request.id, served.url)), badRequest({ detail: error.code }));
    },
    ajv: { customOptions: { removeAdditional: false, coerceTypes: 'array', allErrors: false } },
    schemaController: { compilersFactory: { buildValidator: lateValidators } },
  });
  answerOnly(app, served.surfaces);
  askStepUp(app, config.stepUp);
  const hasPeople = served.surfaces.some((surface) => SIGNED_IN.has(surface));
  const routes = registeredRoutes(app);
  options.watch?.(app);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
    if (text === '') return done(null, null);
    const parsed = parseStrict(String(text));
    if (parsed.ok) done(null, parsed.value);
    else done(Object.assign(new Error('E-JSON'), { statusCode: 400, problem: parsed.problems[0] }));
  });
  for (const type of uploadTypes(composed.submission.doors))
    app.addContentTypeParser(type, { parseAs: 'buffer', bodyLimit: UPLOAD_SIZE_BYTES_MAX + 1 }, (_request, bytes, done) =>
      done(null, bytes),
    );
  await app.register(fastifyCookie);
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers(headersOf(request.id, served.url));
    if (options.isStopping?.() === true) void reply.header('connection', 'close');
    if (!isNormalAddress(request.url)) return sendProblem(reply, badRequest({ detail: 'address' }));
    // No name, code or number holds U+0000, and no database keeps it.
    if (request.url.includes('%00')) return sendProblem(reply, badRequest({ detail: 'U+0000' }));
  });
  if (options.guarded) guardConnections(app, options.guarded, composed);
  app.addHook('onRequest', csrfGuard({ publicUrl: served.url, exempt: /^\/(sim|card)\// }));
  // Where nobody signs in, nobody is asked to: an address that is not there is not there.
  if (hasPeople) app.addHook('onRequest', sessionHook(access));
  const anonymous = anonymousCallers(app, composed);
  recordRefusals(app, composed);
  budgets(app, composed);
  idempotency(app, composed);
  const portalFolder = hasPeople ? options.portalFolder : null;
  await problemsAsPages(app, portalFolder);

  app.setErrorHandler(async (error: FastifyError & { problem?: unknown }, request, reply) => {
    // The reading was rolled back with its rows: that it was tried is recorded in a transaction of its own, before anything is answered.
    if (error instanceof ReadingRefused) await recordRefusedReading(composed, request);
    if (error instanceof LogStandsStill) {
      log.warn('a legal act was refused: the log stands still', { requestId: request.id, route: request.routeOptions.url ?? '' });
      void reply.header('retry-after', error.retrySeconds);
    }
    if (error.problem) return sendProblem(reply, error.problem as Parameters<typeof sendProblem>[1]);
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return sendProblem(reply, bodyTooLarge());
    if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
      return sendProblem(reply, mediaTypeUnknown({ type: String(request.headers['content-type'] ?? '–').slice(0, 60) }));
    if (error.validation) return sendProblem(reply, badRequest({ detail: error.message.slice(0, 200) }));
    if (typeof error.statusCode === 'number' && error.statusCode < 500)
      return sendProblem(reply, badRequest({ detail: error.code ?? 'request' }));
    log.error('request failed', { requestId: request.id, route: request.routeOptions.url ?? '', error });
    if (!isDatabaseAway(error)) return sendProblem(reply, internalFault({ requestId: request.id }));
    void reply.header('retry-after', DATABASE_AWAY_SECONDS);
    return sendProblem(reply, error instanceof OutcomeUnknown && error.ofAct ? outcomeUnknown() : databaseAway());
  });

  keyRoutes(app, composed);
  publicReceiptRoutes(app, composed);
  accessRoutes(app, access, anonymous);
  passkeyRoutes(app, composed.passkeys);
  registerRoutes(app, composed.register);
  conversionRoutes(app, { ...composed.register, publicUrl: config.publicUrl });
  submissionRoutes(app, composed.submission);
  caseRoutes(app, composed.cases);
  erasureRoutes(app, composed.erasure);
  keptApartRoutes(app, composed.keptApart);
  lineRoutes(app, composed.lines);
  consentRoutes(app, composed.register);
  confirmationRoutes(app, composed.submission);
  mismatchRoutes(app, { ...composed.submission, matching: composed.matching, populationOfficerOf: composed.populationOfficerOf });
  valueReportRoutes(app, composed.submission);
  dataRequestRoutes(app, composed.submission);
  declarationThreadRoutes(app, composed.submission);
  clockRoutes(app, composed.submission);
  declarationCallRoutes(app, composed.submission);
  firstLoadRoutes(app, composed.submission);
  auditRoutes(app, composed.audit);
  oversightRoutes(app, composed.accounts);
  boardRoutes(app, composed.accounts);
  dutyRoutes(app, composed.accounts);
  planRoutes(app, composed.accounts);
  reportRoutes(app, composed.register);
  operationsRoutes(app, {
    ...composed.accounts,
    dataFolder: composed.dataFolder,
    schemaHead: composed.schemaHead,
    config,
    signIn: composed.signIn,
  });
  incidentRoutes(app, composed.accounts);
  bodyRoutes(app, composed.accounts);
  treeRoutes(app, composed.bodies);
  changeRoutes(app, composed.bodies);
  listRoutes(app, composed.bodies);
  workbookRoutes(app, composed.accounts);
  homeRoutes(app, { ...composed.accounts, lineWork: countLineWork });
  accountRoutes(app, composed.accounts);
  staffRoutes(app, composed.accounts);
  passkeyReleaseRoute(app, composed.accounts);
  contactRoutes(app, composed.accounts);
  sendingRuleRoutes(app, composed.accounts);
  allowanceRoutes(app, composed.accounts);
  grantRequestRoutes(app, composed.accounts);
  delegationRoutes(app, composed.accounts);
  accountListRoutes(app, composed.accounts);
  codeListRoutes(app, composed.accounts);
  personalRoutes(app, composed.personal);
  officerRoutes(app, composed.card);
  heldBackRoutes(app, composed.card);
  exportRoutes(app, composed.exports);
  noticeRoutes(app, composed.notices);
  measureRoutes(app, composed);
  netcheckRoutes(app, composed.netcheck);
  if (answersOn(app, ['card'])) {
    await app.register(cardRoutes(composed.card));
    await app.register(askRoutes(composed.card));
  }
  if (answersOn(app, ['exchange'])) {
    const exchange = exchangeOf(composed);
    app.addHook('onClose', exchange.end);
    await app.register(exchangeRoutes(exchange));
    await app.register(vneidUpdateRoutes(vneidUpdatesOf(composed)));
  }
  healthRoutes(app, { ...composed, ...(options.isStopping ? { isStopping: options.isStopping } : {}) });
  problemPageRoutes(app);
  if (config.demo) demoWorkbookRoutes(app);
  if (answersOn(app, ['portal'])) for (const simulator of composed.simulators) await app.register(simulator);
  openRoute(app, {
    id: 'getApiDocument',
    tag: 'system',
    summary: { vi: 'Tài liệu này, dạng máy đọc', en: 'This document, for machines' },
    method: 'GET',
    path: '/openapi.json',
    answer: json(Type.Unknown()),
    handler: async () => openApiDocument(routes, API_INFO),
  });
  openRoute(app, {
    id: 'getExchangeDocument',
    tag: 'system',
    summary: { vi: 'Tiêu chuẩn trao đổi, dạng máy đọc', en: 'The exchange standard, for machines' },
    method: 'GET',
    path: '/openapi-exchange.json',
    answer: json(Type.Unknown()),
    handler: async () => exchangeDocument(STANDARD_VERSION),
  });
  referencePages(app);
  if (options.doorFolder && answersOn(app, ['card']))
    await serveDoor(app, options.doorFolder, { publicUrl: config.cardUrl, environment: config.demo ? 'THU_NGHIEM' : 'CHINH_THUC' });
  await servePortal(app, portalFolder);
  return app;
}

const recordRefusedReading = (composed: Composed, request: FastifyRequest): Promise<void> =>
  composed.db.transaction(handleOf(request), (tx) =>
    recordAct(tx, composed.audit, {
      act: 'reading.refused',
      purpose: 'SUPERVISE',
      bodyId: null,
      objectId: actorIfAny(request)?.accountId ?? null,
      payload: { route: request.routeOptions.url ?? '' },
    }),
  );

function budgets(app: FastifyInstance, { clock }: Composed): void {
  const spent = new Map<string, Budget>();
  app.addHook('preHandler', async (request, reply) => {
    const who = actorIfAny(request)?.accountId;
    if (!who) return;
    const { budget, waitSeconds } = spend(spent.get(who), clock.monotonicMs());
    spent.delete(who);
    spent.set(who, budget);
    if (spent.size > BUDGETS_MAX) spent.delete(spent.keys().next().value!);
    if (waitSeconds > 0) {
      void reply.header('retry-after', waitSeconds);
      return sendProblem(reply, tooManyRequests({ seconds: waitSeconds }));
    }
  });
}

/** A POST that only reads says so in its config: it takes no key and is done anew each time, with a row each time. */
declare module 'fastify' {
  interface FastifyContextConfig {
    reads?: boolean;
  }
}

function idempotency(app: FastifyInstance, composed: Composed): void {
  const claimed = new WeakMap<object, string>();
  app.addHook('preHandler', async (request, reply) => {
    const actor = actorIfAny(request);
    const { url: route = '', config } = request.routeOptions;
    if (request.method !== 'POST' || !route.startsWith('/api/v1/') || config.reads === true || !actor) return;
    const claim = await claimKey(composed, { handle: handleOf(request), actor }, request);
    if (claim.kind === 'refused') return sendProblem(reply, claim.problem);
    if (claim.kind === 'again')
      return reply.code(claim.answer.status).type(claim.answer.type).header('idempotent-replay', 'true').send(claim.answer.body);
    claimed.set(request, claim.key);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const key = claimed.get(request);
    const actor = actorIfAny(request);
    if (key && actor && typeof payload === 'string')
      await keepAnswer(composed, { handle: handleOf(request), actor }, key, reply, payload).catch(() => undefined);
    return payload;
  });
}
