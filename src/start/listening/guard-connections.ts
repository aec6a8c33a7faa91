/** Holds every request of a guarded listener against its guard, before a session is looked for: refused in words, summed in the log. Decision 0066. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { Config } from '#base/config.ts';
import type { Guard } from '#base/guards.ts';
import { sendProblem } from '#base/http-problem.ts';
import { standsIn } from '#base/networks.ts';
import { ok } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import type { Composed } from '#start/compose.ts';
import { watchedSums } from '#start/refused-sums.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CertificateEnd } from './certificates.ts';
import type { Refusal } from './client-certificate.ts';
import { WHOLE_PAGE_POLICY } from '#base/http/whole-page.ts';
import { outsidePage } from './outside-page.ts';
import { clientCertificateRefused, outsideNetworks } from './problems.ts';
import { openTransport } from './transport.ts';
import type { Transport } from './transport.ts';
import { REFUSAL_WORDS, WHOM_TO_ASK } from './words.ts';

/** Files are looked at again after so long, in milliseconds. */
const REREAD_MS = 30_000;
/** Signs of life: servers in front, and this machine, may ask for them whatever the networks are. */
const SIGNS_OF_LIFE = new Set(['/healthz', '/readyz']);
const LOOPBACK = ['127.0.0.0/8', '::1'];

type GuardNeeds = Pick<Composed, 'audit' | 'clock' | 'db' | 'jobSession' | 'log'> & {
  readonly config: Pick<Config, 'networkContact' | 'trustProxy'>;
};

/** A listener that is guarded, open until it is closed. */
export interface GuardedListener {
  readonly transport: Transport;
  readonly note: (why: Refusal, address: string, certificateSha256: string | null) => void;
  readonly tellDue: () => Promise<void>;
  readonly close: () => Promise<void>;
  readonly ends: () => readonly CertificateEnd[];
  /** why files that were changed are not in use; null: they are */
  readonly trouble: () => Problem | null;
}

/** @param name  of the listener, as it stands in the log: a surface, or `metrics` */
export function openGuard(guard: Guard, name: string, needs: GuardNeeds): Result<GuardedListener> {
  const sums = watchedSums<Refusal>(needs, 'connection.refused', ({ counts }) => {
    for (const { why, count } of counts) needs.log.warn(`connections to ${name} were refused: ${REFUSAL_WORDS[why].en}`, { count });
  });
  const note: GuardedListener['note'] = (why, address, certificateSha256) => sums.note(name, why, address, certificateSha256);
  const transport = openTransport(guard, note);
  if (!transport.ok) {
    void sums.end();
    return transport;
  }
  let trouble: Problem | null = null;
  const ending = new AbortController();
  const watching = (async () => {
    while (!ending.signal.aborted) {
      await sleep(REREAD_MS, undefined, { signal: ending.signal, ref: false }).catch(() => undefined);
      if (ending.signal.aborted) return;
      const found = transport.value.reread();
      if (found !== null && found.title.en !== trouble?.title.en) needs.log.error(found.title.en);
      trouble = found;
    }
  })();
  return ok({
    transport: transport.value,
    note,
    tellDue: sums.tellDue,
    ends: transport.value.ends,
    trouble: () => trouble,
    close: async () => {
      ending.abort();
      await watching;
      await sums.end();
    },
  });
}

const isNavigation = (request: FastifyRequest): boolean =>
  request.method === 'GET' && String(request.headers.accept ?? '').includes('text/html');

/** MUST be registered after the hook that sets the heads of answers, and before everything that looks who asks. */
export function guardConnections(app: FastifyInstance, { transport, note, tellDue }: GuardedListener, { clock, config }: GuardNeeds): void {
  const asksForLife = standsIn([...LOOPBACK, ...(Array.isArray(config.trustProxy) ? (config.trustProxy as readonly string[]) : [])]);
  const contact = config.networkContact === null ? WHOM_TO_ASK : { vi: config.networkContact, en: config.networkContact };
  app.addHook('onRequest', async (request, reply) => {
    await tellDue();
    if (!transport.isCurrent(request.raw.socket)) void reply.header('connection', 'close');
    const address = request.ip;
    const refusal = transport.refusalOf(request.raw.socket, address);
    if (refusal === null) return;
    const { why, certificateSha256 } = refusal;
    if (SIGNS_OF_LIFE.has(request.url) && asksForLife(address)) return;
    note(why, address, certificateSha256);
    // Who is refused once is not read again over this connection.
    void reply.header('connection', 'close');
    if (why !== 'outside-networks') return sendProblem(reply, clientCertificateRefused({ why: REFUSAL_WORDS[why], contact }));
    const problem = outsideNetworks({ address, contact });
    if (!isNavigation(request)) return sendProblem(reply, problem);
    return reply
      .code(403)
      .type('text/html; charset=utf-8')
      .header('vary', 'accept')
      .header('content-security-policy', WHOLE_PAGE_POLICY)
      .send(outsidePage({ title: problem.title, contact, address, at: clock.now(), requestId: request.id }));
  });
}

/** The same for a server without a frame (metrics): who may not come is told so in a word. @param requestMsMax  a request that comes slower is cut */
export function guardedServer(listener: GuardedListener | null, handler: RequestListener, requestMsMax: number): Server {
  if (listener === null) return createServer(handler);
  const { transport, note, tellDue } = listener;
  return transport.serverOf((request, response) => {
    const address = request.socket.remoteAddress ?? '';
    const refusal = transport.refusalOf(request.socket, address);
    if (refusal === null) return handler(request, response);
    note(refusal.why, address, refusal.certificateSha256);
    void tellDue();
    response.writeHead(403, { connection: 'close', 'content-type': 'text/plain; charset=utf-8' }).end(`${REFUSAL_WORDS[refusal.why].en}\n`);
  }, requestMsMax);
}
