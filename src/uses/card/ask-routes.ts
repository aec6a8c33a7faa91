/**
 * A door asks a phone, over HTTP (decision 0083): the guard's page puts its question here, the wallet fetches it signed and posts its answer, encrypted to a key of
 * the guard's browser; the page takes it away. This server sees ciphertext for less than a minute and cannot read it. No cookies, CORS for all: wallets have any origin.
 */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { openRoute } from '#authority/access/frame.ts';
import { isDatabaseAway } from '#base/database/away.ts';
import type { SessionHandle, Tx } from '#base/database/transaction.ts';
import { empty, file, json } from '#base/http/answer.ts';
import { ADDRESS_BURST_SECONDS } from './limits.ts';
import { sitesInForce } from './former-sites.ts';
import type { IssuerNeeds } from './needs.ts';
import { sendOauthError } from './oauth-errors.ts';
import type { OauthError } from './oauth-errors.ts';
import { requestPace } from './request-pace.ts';
import { freshSecret, hashOf, secondsAfter } from './secrets.ts';
import { AnyObject } from './shapes.ts';
import { ANSWER_CHARS_MAX, ANSWER_SECONDS, ASK_BURST, ASK_BYTES_MAX, ASKS_PER_SECOND, ASK_SECONDS, WAIT_MS_MAX } from './ask/limits.ts';
import { readDoorQuestion } from './ask/question.ts';
import type { DoorQuestion } from './ask/question.ts';
import { clientIdOf, signRequest } from './ask/request-object.ts';
import { collectAnswer, forgetAsk, keepAnswer, keepRefusal, standingAsk, writeAsk } from './ask/store.ts';
import type { Collected } from './ask/store.ts';
import { waiting } from './ask/waiting.ts';

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';
const REQUEST_OBJECT = 'application/oauth-authz-req+jwt';

const OF_PHONES = { tag: 'card', surfaces: ['card'], foreignProblems: JSON_TYPE } as const;
const OPEN_HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'retry-after',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'no-store',
} as const;

const Named = Type.Object({ id: Type.String({ maxLength: 64 }) });
const AskAnswer = Type.Object({
  clientId: Type.String(),
  /** what a QR shows, and a link opens */
  link: Type.String(),
  answerAt: Type.String(),
  /** lets whoever asked take the answer, and nobody else */
  collect: Type.String(),
  /** what an answer must repeat (OpenID4VP 1.0 §5.3) */
  state: Type.String(),
  /** the question stands so long, in seconds */
  seconds: Type.Integer(),
});

/** An encrypted answer (RFC 7516 §3.1): five parts, the second empty where the key is agreed upon directly. What is not encrypted is not kept. */
const isEncrypted = (text: string): boolean => text.length <= ANSWER_CHARS_MAX && /^[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/.test(text);
const ERROR_CODE = /^[a-z_]{1,60}$/;

interface Asked {
  readonly question: DoorQuestion;
  readonly state: string;
  readonly kid: string;
}

const refusedBody = (): Error => Object.assign(new Error('a body that cannot be read'), { oauth: 'invalid_request' as OauthError });
const sendNothing = (reply: FastifyReply): FastifyReply => reply.code(404).type(JSON_TYPE).send('{"error":"not_found"}');

type AskNeeds = Pick<
  IssuerNeeds,
  'db' | 'jobSession' | 'clock' | 'chance' | 'signer' | 'protocol' | 'vct' | 'parseJson' | 'log' | 'addressPerSecond'
>;

/** Joined with `app.register(askRoutes(needs))`: what it says of bodies and errors holds for its own routes only. */
export const askRoutes =
  (needs: AskNeeds) =>
  async (app: FastifyInstance): Promise<void> => {
    const { clock, addressPerSecond } = needs;
    bodiesAndErrors(app, needs);
    const pace = requestPace(clock, { burst: addressPerSecond * ADDRESS_BURST_SECONDS, perSecond: addressPerSecond });
    app.addHook('onRequest', async (request, reply) => {
      void reply.headers(OPEN_HEADERS);
      const waitSeconds = request.method === 'OPTIONS' ? 0 : pace(request.ip);
      if (waitSeconds > 0) return sendOauthError(reply.header('retry-after', waitSeconds), 'slow_down');
    });
    const session = (): Promise<SessionHandle> => needs.jobSession(null);
    const run = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => needs.db.transaction(await session(), work);
    const asleep = waiting();
    app.addHook('preClose', async () => asleep.stop());
    const here = { needs, run, asleep };
    doorRoutes(app, here);
    phoneRoutes(app, here);
  };

interface Here {
  readonly needs: AskNeeds;
  readonly run: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly asleep: ReturnType<typeof waiting>;
}

function bodiesAndErrors(app: FastifyInstance, { parseJson, log }: AskNeeds): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(FORM, { parseAs: 'string', bodyLimit: ANSWER_CHARS_MAX + 1_024 }, (_request, text, done) => {
    const parameters = new URLSearchParams(String(text));
    const names = [...parameters.keys()];
    // Each once (RFC 6749 §3.2).
    if (new Set(names).size === names.length) done(null, Object.fromEntries(parameters));
    else done(refusedBody());
  });
  app.addContentTypeParser(JSON_TYPE, { parseAs: 'string', bodyLimit: ASK_BYTES_MAX }, (_request, text, done) => {
    const parsed = parseJson(String(text));
    if (parsed.ok) done(null, parsed.value);
    else done(refusedBody());
  });
  app.setErrorHandler((error: FastifyError & { readonly oauth?: OauthError }, request, reply) => {
    if (error.oauth) return sendOauthError(reply, error.oauth);
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return sendOauthError(reply, 'request_too_large');
    if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return sendOauthError(reply, 'unsupported_media_type');
    if (typeof error.statusCode === 'number' && error.statusCode < 500) return sendOauthError(reply, 'invalid_request');
    log.error('a question of a door failed', { requestId: request.id, route: request.routeOptions.url ?? '', error });
    return sendOauthError(reply, isDatabaseAway(error) ? 'temporarily_unavailable' : 'server_error');
  });
}

/** What the guard's page asks. */
function doorRoutes(app: FastifyInstance, { needs, run, asleep }: Here): void {
  const { clock, chance, signer, protocol } = needs;
  const pace = requestPace(clock, { burst: ASK_BURST, perSecond: ASKS_PER_SECOND });
  openRoute(app, {
    ...OF_PHONES,
    id: 'askPhone',
    summary: { vi: 'Cửa đặt câu hỏi cho điện thoại (OpenID4VP 1.0)', en: 'A door puts a question to a phone (OpenID4VP 1.0)' },
    method: 'POST',
    path: '/card/ask',
    takes: { [JSON_TYPE]: AnyObject },
    answer: json(AskAnswer),
    handler: async (request, reply) => {
      const question = readDoorQuestion(request.body);
      if (!question) return sendOauthError(reply, 'invalid_request');
      const waitSeconds = pace((request as FastifyRequest).ip);
      if (waitSeconds > 0) return sendOauthError(reply.header('retry-after', waitSeconds), 'slow_down');
      const key = (await signer.keys()).find((one) => one.use === 'door' && one.state === 'active');
      // After an upgrade the key is made within minutes.
      if (!key) return sendOauthError(reply, 'temporarily_unavailable');
      const [id, collect, state] = [freshSecret(chance), freshSecret(chance), freshSecret(chance)];
      const madeAt = clock.now();
      const asked: Asked = { question, state, kid: key.kid };
      const isKept = await run((tx) =>
        writeAsk(tx, {
          askHash: hashOf(id),
          collectHash: hashOf(collect),
          stateHash: hashOf(state),
          asked: JSON.stringify(asked),
          madeAt,
          endsAt: secondsAfter(madeAt, ASK_SECONDS),
        }),
      );
      if (!isKept) return sendOauthError(reply.header('retry-after', 5), 'slow_down');
      const clientId = clientIdOf(key);
      const link = `openid4vp://?${new URLSearchParams({ client_id: clientId, request_uri: protocol.addresses.askRequest(id) })}`;
      return { clientId, link, answerAt: `/card/ask/${id}/answer`, collect, state, seconds: ASK_SECONDS };
    },
  });
  openRoute(app, {
    ...OF_PHONES,
    id: 'collectAnswer',
    summary: {
      vi: 'Trang của cửa chờ và lấy câu trả lời đã mã hóa',
      en: 'The page of the door waits for the encrypted answer and takes it',
    },
    method: 'GET',
    path: '/card/ask/:id/answer',
    params: Named,
    answer: json(AnyObject),
    also: { 204: 'Chưa có · Nothing yet' },
    handler: async (request, reply) => {
      const { id } = request.params;
      const [askHash, collectHash] = [hashOf(id), hashOf(bearerOf(request as FastifyRequest))];
      const endMs = clock.monotonicMs() + WAIT_MS_MAX;
      let came: Collected = 'waiting';
      // Given out once: not to a connection that is gone.
      while (!(request as FastifyRequest).socket.destroyed) {
        came = await run((tx) => collectAnswer(tx, askHash, collectHash, clock.now()));
        if (came !== 'waiting' || clock.monotonicMs() >= endMs || !(await asleep.untilLooked(id))) break;
      }
      if (came === 'gone') return sendNothing(reply);
      return came === 'waiting' ? reply.code(204).send() : came;
    },
  });
  openRoute(app, {
    ...OF_PHONES,
    id: 'forgetAsk',
    summary: { vi: 'Cửa thôi hỏi', en: 'The door asks no longer' },
    method: 'POST',
    path: '/card/ask/:id/forget',
    params: Named,
    takes: { [JSON_TYPE]: AnyObject },
    answer: empty,
    handler: async (request, reply) => {
      await run((tx) => forgetAsk(tx, hashOf(request.params.id), hashOf(bearerOf(request as FastifyRequest))));
      return reply.code(204).send();
    },
  });
}

const bearerOf = ({ headers }: FastifyRequest): string => /^Bearer ([\w-]{1,100})$/i.exec(headers.authorization ?? '')?.[1] ?? '';

/** What a wallet asks. */
function phoneRoutes(app: FastifyInstance, { needs, run, asleep }: Here): void {
  const { clock, signer, protocol, vct } = needs;
  openRoute(app, {
    ...OF_PHONES,
    id: 'getAskRequest',
    summary: {
      vi: 'Câu hỏi đã ký cho ví (RFC 9101, OpenID4VP 1.0 §5)',
      en: 'The signed question for a wallet (RFC 9101, OpenID4VP 1.0 §5)',
    },
    method: 'GET',
    path: '/card/ask/:id/request',
    params: Named,
    answer: file(REQUEST_OBJECT),
    handler: async (request, reply) => {
      const { id } = request.params;
      const { standing, former } = await run(async (tx) => ({
        standing: await standingAsk(tx, hashOf(id), clock.now()),
        former: await sitesInForce(tx, clock.now()),
      }));
      if (!standing) return sendNothing(reply);
      const { question, state, kid } = JSON.parse(standing.asked) as Asked;
      const key = (await signer.keys()).find((one) => one.kid === kid);
      if (!key) return sendNothing(reply);
      const signed = await signRequest(signer, key, {
        question,
        state,
        vcts: [vct, ...former.map((site) => site.vct)],
        responseUri: protocol.addresses.askAnswer(id),
        atMs: Date.parse(standing.madeAt),
        endsMs: Date.parse(standing.endsAt),
      });
      return reply.type(REQUEST_OBJECT).send(signed);
    },
  });
  openRoute(app, {
    ...OF_PHONES,
    id: 'answerAsk',
    summary: { vi: 'Ví gửi câu trả lời đã mã hóa (direct_post.jwt)', en: 'A wallet posts its encrypted answer (direct_post.jwt)' },
    method: 'POST',
    path: '/card/ask/:id/answer',
    params: Named,
    takes: { [FORM]: AnyObject },
    answer: json(AnyObject),
    handler: async (request, reply) => {
      const { id } = request.params;
      const { response, error, state } = (request.body ?? {}) as Readonly<Record<string, string | undefined>>;
      const now = clock.now();
      let isKept = false;
      if (response !== undefined && error === undefined && isEncrypted(response))
        isKept = await run((tx) => keepAnswer(tx, hashOf(id), response, now, secondsAfter(now, ANSWER_SECONDS)));
      else if (response === undefined && error !== undefined && ERROR_CODE.test(error) && state !== undefined)
        isKept = await run((tx) => keepRefusal(tx, hashOf(id), hashOf(state), error, now));
      if (!isKept) return sendOauthError(reply, 'invalid_request');
      asleep.wake(id);
      return {};
    },
  });
}
