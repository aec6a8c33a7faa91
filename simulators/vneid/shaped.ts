/**
 * A second mode, shaped like the real service as far as it was found (src/outside/vneid/README.md): no discovery, no id_token, no nonce; who
 * it is comes from userinfo; the code is base64 and may hold "+"; bodies may be encrypted (AES-ECB under RSA PKCS #1 v1.5).
 */
import { constants, createCipheriv, publicEncrypt, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { makeFaults } from './faults.ts';
import type { Faults } from './faults.ts';
import { consentPage, STYLE_SHEET } from './page.ts';
import { SLOW_MS, pagePolicy } from './provider.ts';
import type { SimulatedCitizen } from './provider.ts';

export const SHAPED_PATH = '/sim/vneid-sso';
/** A code and a token are used once; none stays longer than this, in milliseconds. */
const KEEP_MS = 120_000;

export interface ShapedSimulatorOptions {
  readonly publicUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly citizens: readonly SimulatedCitizen[];
  /** the client's RSA public key (PEM): whatever is answered is then encrypted for it */
  readonly encryptFor?: string;
  readonly faults?: Faults;
  readonly slowMs?: number;
}

type Asked = Readonly<Record<string, string>>;

/** Mounts the second mode; `app.register(vneidShapedSimulator(options))`. */
export function vneidShapedSimulator(options: ShapedSimulatorOptions): (app: FastifyInstance) => Promise<void> {
  const faults = options.faults ?? makeFaults();
  const redirectUri = `${options.publicUrl}/auth/callback`;
  const codes = onceOnly<SimulatedCitizen>();
  const tokens = onceOnly<SimulatedCitizen>();
  const wellAsked = (query: Asked): boolean =>
    query['response_type'] === 'code' && query['client_id'] === options.clientId && query['redirect_uri'] === redirectUri;
  const html = (reply: FastifyReply, text: string): FastifyReply =>
    reply.type('text/html; charset=utf-8').header('content-security-policy', pagePolicy()).send(text);
  const answer = (reply: FastifyReply, value: object): FastifyReply =>
    reply.header('cache-control', 'no-store').send(options.encryptFor ? encrypted(value, options.encryptFor) : value);

  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, text, done) => done(null, text));
    app.get(`${SHAPED_PATH}/trang.css`, async (_request, reply) => reply.type('text/css').send(STYLE_SHEET));

    app.get<{ Querystring: Asked }>(`${SHAPED_PATH}/auth`, async (request, reply) => {
      if (!wellAsked(request.query)) return reply.code(400).send({ error: 'invalid_request' });
      const hinted = options.citizens.find((citizen) => citizen.id === request.query['login_hint']);
      return html(
        reply,
        consentPage(
          hinted ? [hinted] : options.citizens,
          Boolean(hinted),
          (citizen) => `${SHAPED_PATH}/auth/${encodeURIComponent(citizen.id)}?${new URLSearchParams(request.query)}`,
        ),
      );
    });

    app.post<{ Params: { id: string }; Querystring: Asked }>(`${SHAPED_PATH}/auth/:id`, async (request, reply) => {
      const citizen = options.citizens.find((one) => one.id === request.params.id);
      if (!citizen || !wellAsked(request.query)) return reply.code(400).send({ error: 'invalid_request' });
      // Always one "+", unescaped as the real service sends it: a client must read the code raw.
      const code = codes.keep(`+${randomBytes(30).toString('base64')}`, citizen);
      const extra = options.encryptFor ? `&encrypt_key=${randomBytes(16).toString('base64')}` : '';
      return reply.redirect(`${redirectUri}?code=${code}&state=${encodeURIComponent(request.query['state'] ?? '')}${extra}`, 303);
    });

    app.post<{ Body: string }>(`${SHAPED_PATH}/token`, async (request, reply) => {
      if (faults.spend('slow')) await sleep(options.slowMs ?? SLOW_MS, undefined, { ref: false });
      if (faults.spend('broken')) return reply.code(503).type('text/plain').send('Service Unavailable');
      const form = new URLSearchParams(request.body);
      if (form.get('client_id') !== options.clientId || form.get('client_secret') !== options.clientSecret)
        return reply.code(401).send({ error: 'invalid_client' });
      const citizen = codes.take(form.get('code') ?? '');
      if (!citizen || form.get('grant_type') !== 'authorization_code' || form.get('redirect_uri') !== redirectUri)
        return reply.code(400).send({ error: 'invalid_grant' });
      return answer(reply, {
        access_token: tokens.keep(randomBytes(32).toString('base64url'), citizen),
        token_type: 'Bearer',
        expires_in: KEEP_MS / 1000,
      });
    });

    app.get(`${SHAPED_PATH}/userinfo`, async (request, reply) => {
      const citizen = tokens.take((request.headers.authorization ?? '').replace(/^Bearer /, ''));
      if (!citizen) return reply.code(401).send({ error: 'invalid_token' });
      const level = faults.spend('level-1') ? 1 : citizen.level;
      return answer(reply, {
        ...(faults.spend('no-number') ? {} : { citizenPid: citizen.nationalId }),
        fullName: citizen.name,
        birthDate: '1980',
        accountType: 'CITIZEN',
        accountLevel: `0${level}`,
      });
    });
  };
}

/** Things that are handed out for one use. */
function onceOnly<T>(): { keep(key: string, value: T): string; take(key: string): T | null } {
  const kept = new Map<string, { value: T; untilMs: number }>();
  const now = (): number => performance.now();
  return {
    keep(key, value) {
      for (const [old, { untilMs }] of kept) if (untilMs < now()) kept.delete(old);
      kept.set(key, { value, untilMs: now() + KEEP_MS });
      return key;
    },
    take(key) {
      const found = kept.get(key);
      kept.delete(key);
      return found && found.untilMs > now() ? found.value : null;
    },
  };
}

/** `{data, key}`: the body under a fresh AES key (ECB), the key under the client's RSA key (PKCS #1 v1.5). The service's choice, not ours. */
function encrypted(value: object, publicKeyPem: string): { data: string; key: string } {
  const key = randomBytes(32);
  const cipher = createCipheriv('aes-256-ecb', key, null);
  const data = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  return {
    data: data.toString('base64'),
    key: publicEncrypt({ key: publicKeyPem, padding: constants.RSA_PKCS1_PADDING }, key).toString('base64'),
  };
}
