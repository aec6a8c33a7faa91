/** Joins the budget of callers without a session to the server: which requests count, what they are told, and the summed row of the log. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { actorIfAny } from '#authority/access/request.ts';
import { sendProblem } from '#base/http-problem.ts';
import { sendOauthError } from '#uses/card/oauth-errors.ts';
import { anonymousBudget } from '#base/http/anonymous-budget.ts';
import type { RefusedWhy } from '#base/http/anonymous-budget.ts';
import type { Composed } from './compose.ts';
import { watchedSums } from './refused-sums.ts';
import { tooManyRequests } from '#base/http/problems.ts';

const READS_ONLY = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Signing in, what looks something up by its number, and whatever else is open to everybody and may write. Pages, lists and signs of life do not count, nor do the
 * simulators, which stand for others' servers, and the exchange, which reads nothing of who has not shown by a carrier which source they are (decision 0117).
 */
const counts = (request: FastifyRequest, route: string): boolean =>
  !/^\/(sim|exchange)\//.test(route) &&
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
  const { clock, config } = composed;
  const budget = anonymousBudget(clock, {
    perAddressPerMinute: config.anonymousPerAddressPerMinute,
    perMinute: config.anonymousPerMinute,
  });
  const sums = watchedSums<RefusedWhy>(composed, 'anonymous.refused');

  app.addHook('onRequest', async (request, reply) => {
    await sums.tellDue();
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

  app.addHook('onClose', sums.end);
  return { notConfirmed: (request) => sums.note(`${request.method} ${request.routeOptions.url ?? ''}`, 'not-confirmed', request.ip) };
}
