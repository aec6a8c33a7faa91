/** The actor of a request: from the session cookie, resolved by the database. */
import type { FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { sendProblem } from '#base/http-problem.ts';
import type { Database, SessionHandle, Tx } from '#base/database/transaction.ts';
import { notSignedIn } from './problems.ts';
import { holdRights } from './rights.ts';
import { actorOfSession } from './sessions.ts';
import type { Actor } from './shapes.ts';

export interface RequestNeeds {
  readonly db: Database;
  /** https, or plain http on loopback and in the demo */
  readonly secureCookies: boolean;
  /** false: every answer of `decide` is yes, so that a test sees what row-level security refuses alone. Refused in production. */
  readonly appChecks?: boolean;
}

/** `__Host-` binds the cookie to this host and https; outside https browsers differ, so the name is plain. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-congvu' : 'congvu');

const HANDLE = /^[A-Za-z0-9_-]{43}$/;
/** Pages, their parts and the signs of life are the same for everybody: they need no database, and live without one. */
const ASKS_WHO = /^\/(api|auth)\//;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** of a route below /api/v1 that answers without a session (`openRoute`): whether it does so at this address */
    isOpen?: (url: string) => boolean;
    /** takes of the budget of callers without a session, though it only reads */
    takesOfBudget?: true;
  }
}

const actors = new WeakMap<FastifyRequest, { readonly actor: Actor; readonly handle: SessionHandle }>();

/** Resolves the session of each request; everything below /api/v1 needs one (E-NOT-SIGNED-IN), and so does what is not opened here. */
export function sessionHook(needs: RequestNeeds): onRequestAsyncHookHandler {
  const unchecked = needs.appChecks === false;
  if (unchecked && process.env['NODE_ENV'] === 'production') throw new Error('appChecks: false is for tests');
  return async (request: FastifyRequest, reply: FastifyReply) => {
    // What the router found, not how it was written; of an address that is no route, how it was written.
    const path = request.routeOptions.url ?? request.url.split('?')[0]!;
    if (!ASKS_WHO.test(path)) return;
    const token = request.cookies[cookieName(needs.secureCookies)];
    if (token && HANDLE.test(token)) {
      const handle = token as SessionHandle;
      const actor = await needs.db.transaction(handle, actorOfSession);
      if (actor) actors.set(request, { actor: unchecked ? { ...actor, appChecks: false } : actor, handle });
    }
    const { isOpen } = request.routeOptions.config;
    if (path.startsWith('/api/v1/') && isOpen?.(request.url) !== true && !actors.has(request)) return sendProblem(reply, notSignedIn());
  };
}

export const actorIfAny = (request: FastifyRequest): Actor | null => actors.get(request)?.actor ?? null;

/** The actor; a route that asks without the session hook is a bug. */
export function actorOf(request: FastifyRequest): Actor {
  const found = actors.get(request);
  if (!found) throw new Error('a route asked for the actor of a request without a session');
  return found.actor;
}

export function handleOf(request: FastifyRequest): SessionHandle {
  const found = actors.get(request);
  if (!found) throw new Error('a route asked for the handle of a request without a session');
  return found.handle;
}

/** Two administrators who take each other's roles at once wait for each other: the database ends one of the two. */
const isDeadlock = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '40P01';

/**
 * The transaction of an act that writes: who acts is read anew in it, so that `decide` speaks of the roles that stand now, and no role of
 * theirs is taken until it is over. Every route that changes something MUST ask and write in here, of `actorOf(request)` as it is in here.
 * `work` is done again when the database ended it for another's sake. Throws E-NOT-SIGNED-IN when the session is over meanwhile.
 */
export async function acting<T>(db: Database, request: FastifyRequest, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { accountId, appChecks } = actorOf(request);
  const handle = handleOf(request);
  const once = (): Promise<T> =>
    db.transaction(handle, async (tx) => {
      await holdRights(tx, accountId);
      const actor = await actorOfSession(tx);
      if (!actor) throw Object.assign(new Error('the session is over'), { problem: notSignedIn() });
      actors.set(request, { actor: appChecks === false ? { ...actor, appChecks } : actor, handle });
      return work(tx);
    });
  try {
    return await once();
  } catch (error) {
    if (!isDeadlock(error)) throw error;
    return once();
  }
}

/** Roles that the actor holds over a body today. */
export const rolesOver = (actor: Actor, bodyId: string): string[] => [
  ...new Set(actor.grants.filter((grant) => grant.bodyIds.includes(bodyId)).map((grant) => grant.role)),
];
