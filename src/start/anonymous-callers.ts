/** Joins the budget of callers without a session to the server: which requests count, what they are told, and the summed row of the log. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { actorIfAny } from '#authority/access/request.ts';
import { recordAct } from '#authority/audit/record.ts';
import { sendProblem } from '#base/http-problem.ts';
import { sendOauthError } from '#uses/card/oauth-errors.ts';
import { SUM_MS, anonymousBudget, refusedSums } from '#base/http/anonymous-budget.ts';
import type { RefusedSum } from '#base/http/anonymous-budget.ts';
import type { Composed } from './compose.ts';
import { tooManyRequests } from '#base/http/problems.ts';

const READS_ONLY = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Signing in, what looks something up by its number, and whatever else is open to everybody and may write. Pages, lists and signs of life do not count, nor do the
 * simulators, which stand for others' servers.
 */
const counts = (request: FastifyRequest, route: string): boolean =>
  !route.startsWith('/sim/') &&
  (route.startsWith('/auth/') || request.routeOptions.config.takesOfBudget === true || !READS_ONLY.has(request.method));

const tooMany = (reply: FastifyReply, waitSeconds: number, route: string): FastifyReply => {
  void reply.header('retry-after', waitSeconds);
  // Wallets speak OAuth.
  return route.startsWith('/card/') ? sendOauthError(reply, 'slow_down') : sendProblem(reply, tooManyRequests({ seconds: waitSeconds }));
};

export interface AnonymousCallers {
  /** Notes a call-back that nobody vouched for: anybody can make one, so that it gets no row of its own. */
  readonly notConfirmed: (request: FastifyRequest) => void;
}

/** MUST be registered after the hook that finds the actor. */
export function anonymousCallers(app: FastifyInstance, composed: Composed): AnonymousCallers {
  const { clock, config, log } = composed;
  const budget = anonymousBudget(clock, {
    perAddressPerMinute: config.anonymousPerAddressPerMinute,
    perMinute: config.anonymousPerMinute,
  });
  const sums = refusedSums(clock);
  const tell = (sum: RefusedSum | null): Promise<void> =>
    sum === null
      ? Promise.resolve()
      : recordSum(composed, sum).catch((error: unknown) =>
          // Nobody is let through by it: what is lost is the count of who was refused.
          log.error('refusals of callers without a session were not recorded', { error, count: totalOf(sum) }),
        );

  app.addHook('onRequest', async (request, reply) => {
    await tell(sums.takeDue());
    const route = request.routeOptions.url;
    if (!route || actorIfAny(request) || !counts(request, route)) return;
    const waitSeconds = route.startsWith('/card/') ? budget.takeOfAll() : budget.take(request.ip);
    if (waitSeconds > 0) return tooMany(reply, waitSeconds, route);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    if (reply.statusCode === 429 && !actorIfAny(request) && request.routeOptions.url)
      sums.note(`${request.method} ${request.routeOptions.url}`, 'budget', request.ip);
    return payload;
  });

  const ending = new AbortController();
  const watching = (async () => {
    while (!ending.signal.aborted) {
      await sleep(SUM_MS, undefined, { signal: ending.signal, ref: false }).catch(() => undefined);
      await tell(ending.signal.aborted ? sums.takeRest() : sums.takeDue());
    }
  })();
  app.addHook('onClose', async () => {
    ending.abort();
    await watching;
  });
  return { notConfirmed: (request) => sums.note(`${request.method} ${request.routeOptions.url ?? ''}`, 'not-confirmed', request.ip) };
}

const totalOf = (sum: RefusedSum): number => sum.counts.reduce((total, { count }) => total + count, 0);

async function recordSum(composed: Composed, sum: RefusedSum): Promise<void> {
  const handle = await composed.jobSession(null);
  await composed.db.transaction(handle, (tx) =>
    recordAct(tx, composed.audit, {
      act: 'anonymous.refused',
      purpose: 'SUPERVISE',
      bodyId: null,
      objectId: null,
      payload: { ...sum, total: totalOf(sum) },
    }),
  );
}
