/**
 * The frame of a route that an account asks: session, `decide` in the transaction that reads or writes, that transaction, the row of the reading, the
 * answer or the problem. A room says what the route is and does the work; it opens no transaction and sends nothing. Decision 0023.
 */
import type { Static, TSchema } from 'typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '#base/clock.ts';
import { OutcomeUnknown } from '#base/database/away.ts';
import type { Database, Tx } from '#base/database/transaction.ts';
import { sendProblem } from '#base/http-problem.ts';
import type { Answer, AnswerValue, FileToSend } from '#base/http/answer.ts';
import { isAnswered } from '#base/http/operation.ts';
import type { Operation } from '#base/http/operation.ts';
import { keyMissing, keyUsedOtherwise, stillRunning } from '#base/http/problems.ts';
import { ok } from '#base/problem.ts';
import type { Problem, ProblemKind, Result } from '#base/problem.ts';
import { fileInfected, fileNotScanned } from '#base/problems.ts';
import type { ScanFile, ScanState } from '#base/files/file-scan.ts';
import { ACTS_WITH_STEP_UP } from '#standard/access/step-up.ts';
import { allowedOf, decide } from './decide.ts';
import { identityTooLow, notAllowed, notSignedIn, notWithinReach, passkeyNeeded, stepUpNeeded } from './problems.ts';
import { acting, actorOf, handleOf } from './request.ts';
import { againWhenNothingWasDone, keepSeen, readSettled } from './settled.ts';
import type { SettledAt } from './settled.ts';
import { hasRecorded } from './rows-left.ts';
import type { AccessAct, Actor, Subject } from './shapes.ts';
import { stepUpFor, stepUpModeOf } from './step-up.ts';

export interface FrameNeeds {
  readonly db: Database;
  readonly clock: Clock;
  /** asked of the bytes of every request that takes some, before anything reads or keeps them; absent: nothing is scanned */
  readonly scanFile?: ScanFile;
}

/** Why a reading leaves no row of a reading: its answer holds nobody's data. Said where the route is, so that a reader can judge it. */
export interface Nobody {
  readonly nobody: string;
}
export const nobody = (why: string): Nobody => ({ nobody: why });

/** A value that is made only when the transaction has been committed: bytes of a file, what another system answers. */
export interface AfterCommit<T> {
  readonly afterCommit: () => Promise<Result<T>>;
}
export const afterCommit = <T>(make: () => Promise<Result<T>>): AfterCommit<T> => ({ afterCommit: make });

type Of<Shape extends TSchema | undefined> = Shape extends TSchema ? Static<Shape> : undefined;

/** What was asked. */
export interface RouteRequest<P extends TSchema | undefined, Q extends TSchema | undefined, B extends TSchema | undefined> {
  readonly params: Of<P>;
  readonly query: Of<Q>;
  readonly body: Of<B>;
  /** the request as it was sent, for a route that `takes` bytes: what no shape holds it to */
  readonly sent: { readonly body: unknown; readonly head: (name: string) => string };
}

/** What was asked, by whom, in which transaction. */
export interface Asked<P extends TSchema | undefined, Q extends TSchema | undefined, B extends TSchema | undefined> extends RouteRequest<
  P,
  Q,
  B
> {
  readonly tx: Tx;
  /** of a `settled` reading: where its rows come from, perhaps a replica. Elsewhere, and where none is to be had, `tx` */
  readonly far: Tx;
  /** the settled point as of which `far` is; null: the leader's present */
  readonly settledPoint: number | null;
  readonly actor: Actor;
  readonly requestId: string;
  /** Why the actor may not do this; null when they may. For what only the work can ask. */
  readonly refusalOf: (act: AccessAct, subject: Subject) => Problem | null;
  /** Must the actor be asked again by a passkey before this act is done? For an act that only the work finds to be done; null when they may go on. */
  readonly stepUpFor: (act: AccessAct) => Problem | null;
  /** Of these acts those that the actor may do to this subject: what the answer tells the screen as `may`. */
  readonly allowed: (acts: readonly AccessAct[], subject: Subject) => AccessAct[];
  /** Says that this answer holds nobody's data after all (one's own record that is not there yet): no row is due. */
  readonly showsNobody: () => void;
  /** a head of the answer */
  readonly header: (name: string, value: string) => void;
}

/** The same of any route. */
export type AskedOf = Asked<undefined, undefined, undefined>;

type Method =
  /** A reading names the row that it leaves, or says whose data it does not hold. */
  | { readonly method: 'GET'; readonly read: string | Nobody; readonly holdsRights?: true; readonly settled?: true }
  /** A POST that only reads: its request must not stand in an address. Takes no key, is done anew each time. */
  | { readonly method: 'POST'; readonly read: string | Nobody; readonly holdsRights?: true; readonly settled?: true }
  /** An act: its own row is written by the room, in the same transaction; its roles are held until it is over. */
  | { readonly method: 'POST' | 'PUT' | 'DELETE'; readonly read?: never; readonly settled?: never };

/** What a route is but for its method and reading; `Extra` is what a higher room hands to the work beside. */
export type RouteBody<
  P extends TSchema | undefined,
  Q extends TSchema | undefined,
  B extends TSchema | undefined,
  A extends Answer,
  S extends Subject,
  K,
  Extra extends object = object,
> = Omit<Operation, 'params' | 'query' | 'body' | 'answer' | 'security' | 'once'> & {
  readonly path: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly answer: A;
  /**
   * asked of `decide`; of several one must be allowed. `signed-in`: nothing is asked but a session. A function: the request itself says what is done, and
   * each of these acts must be allowed
   */
  readonly act: AccessAct | readonly AccessAct[] | 'signed-in' | ((request: RouteRequest<P, Q, B>) => readonly AccessAct[]);
  /** what the act is about; whatever the actor's own bodies hold, when it is not said */
  readonly subject?: (asked: Asked<P, Q, B>) => Promise<Result<S>>;
  /**
   * What must stand before the transaction of the act, and no transaction waits for: bytes on the disk. Done once `decide` has allowed the act; the act
   * asks again, in its own transaction.
   */
  readonly keep?: (request: RouteRequest<P, Q, B> & { readonly subject: S; readonly scan: ScanState }) => Promise<Result<K>>;
  readonly work: (
    asked: Asked<P, Q, B> & { readonly subject: S; readonly kept: K } & Extra,
  ) => Promise<Result<AnswerValue<A> | AfterCommit<AnswerValue<A>>>>;
};

export type RouteSpec<
  P extends TSchema | undefined,
  Q extends TSchema | undefined,
  B extends TSchema | undefined,
  A extends Answer,
  S extends Subject,
  K,
> = Method & RouteBody<P, Q, B, A, S, K>;

/** Nothing in particular: whatever the actor's own bodies hold. */
const OWN_BODIES: Subject = { bodyId: null };
const OF_SESSIONS: readonly ProblemKind[] = [notSignedIn];
const OF_ACTS: readonly ProblemKind[] = [notAllowed, notWithinReach, identityTooLow];
const OF_STEP_UP: readonly ProblemKind[] = [stepUpNeeded, passkeyNeeded];
const OF_BYTES: readonly ProblemKind[] = [fileInfected, fileNotScanned];
const OF_KEYS: readonly ProblemKind[] = [keyMissing, keyUsedOtherwise, stillRunning];

/** Is there a day on which who does this is asked again? What the request itself says may be. */
const mayAskAgain = (act: unknown): boolean =>
  typeof act === 'function' || [act].flat().some((one) => ACTS_WITH_STEP_UP.has(one as AccessAct));

const isLater = (value: unknown): value is AfterCommit<unknown> => typeof value === 'object' && value !== null && 'afterCommit' in value;

/** An answer that shows somebody and left no row. A fault of the program: the transaction ends with nothing done, and nobody is shown. */
export class NoRowLeft extends Error {}

export function frameRoute<
  const A extends Answer,
  P extends TSchema | undefined = undefined,
  Q extends TSchema | undefined = undefined,
  B extends TSchema | undefined = undefined,
  S extends Subject = Subject,
  K = undefined,
>(app: FastifyInstance, { db, clock, scanFile }: FrameNeeds, spec: RouteSpec<P, Q, B, A, S, K>): void {
  if (!isAnswered(app, spec)) return;
  const { method, path, params, query, body, act, read } = spec;
  const reads = method === 'POST' && read !== undefined;
  const writes = read === undefined;
  const operation: Operation = {
    ...(spec as unknown as Operation),
    security: 'session',
    once: method === 'POST' && !reads,
    problems: [
      ...OF_SESSIONS,
      ...(act === 'signed-in' ? [] : OF_ACTS),
      ...(writes && mayAskAgain(act) ? OF_STEP_UP : []),
      ...(method === 'POST' && !reads ? OF_KEYS : []),
      ...(spec.takes ? OF_BYTES : []),
      ...(spec.problems ?? []),
    ],
  };
  const refusalOf = (actor: Actor, one: AccessAct, subject: Subject): Problem | null => {
    const verdict = decide(actor, one, subject, { today: clock.today() });
    return verdict.allowed ? null : verdict.reason;
  };
  const askedAgain = (actor: Actor, one: AccessAct): Problem | null => stepUpFor(stepUpModeOf(app), actor, one, clock.today());
  const mayNot = (actor: Actor, request: RouteRequest<P, Q, B>, subject: Subject): Problem | null => {
    if (act === 'signed-in') return null;
    const [acts, each] = typeof act === 'function' ? [act(request), true] : [[act].flat(), false];
    let refusal: Problem | null = null;
    for (const one of acts) {
      refusal = refusalOf(actor, one, subject) ?? (writes ? askedAgain(actor, one) : null);
      if ((refusal !== null) === each) return refusal;
    }
    return refusal;
  };
  const requestOf = (request: FastifyRequest): RouteRequest<P, Q, B> =>
    ({
      params: request.params,
      query: request.query,
      body: request.body,
      sent: { body: request.body, head: (name: string) => String(request.headers[name] ?? '') },
    }) as unknown as RouteRequest<P, Q, B>;
  const askedIn = (request: FastifyRequest, tx: Tx, at: SettledAt | null = null): Asked<P, Q, B> => {
    const actor = actorOf(request);
    return {
      ...requestOf(request),
      tx,
      far: at?.far ?? tx,
      settledPoint: at?.point ?? null,
      actor,
      requestId: request.id,
      refusalOf: (one, subject) => refusalOf(actor, one, subject),
      stepUpFor: (one) => askedAgain(actor, one),
      allowed: (acts, subject) => allowedOf(actor, acts, subject, { today: clock.today() }),
      showsNobody: () => undefined,
      header: () => undefined,
    };
  };
  const allowedSubject = async (asked: Asked<P, Q, B>): Promise<Result<S>> => {
    const subject = spec.subject ? await spec.subject(asked) : ok(OWN_BODIES as S);
    if (!subject.ok) return subject;
    const refusal = mayNot(asked.actor, asked, subject.value);
    return refusal ? { ok: false, problems: [refusal] } : subject;
  };
  const inTransaction = async (
    request: FastifyRequest,
    heads: Map<string, string>,
    kept: K,
    tx: Tx,
    at: SettledAt | null,
  ): Promise<Result<unknown>> => {
    let shown = true;
    const asked: Asked<P, Q, B> = {
      ...askedIn(request, tx, at),
      showsNobody: () => void (shown = false),
      header: (name, value) => void heads.set(name, value),
    };
    const subject = await allowedSubject(asked);
    if (!subject.ok) return subject;
    const done = await spec.work({ ...asked, subject: subject.value, kept });
    if (done.ok && typeof read === 'string' && shown && !hasRecorded(tx, read))
      throw new NoRowLeft(`${path} showed somebody and left no ${read}`);
    return done;
  };
  const keptBefore = async (request: FastifyRequest): Promise<Result<K>> => {
    if (!spec.keep && !spec.takes) return ok(undefined as K);
    const subject = await db.transaction(handleOf(request), (tx) => allowedSubject(askedIn(request, tx)));
    if (!subject.ok) return subject;
    const bytes = spec.takes && scanFile && Buffer.isBuffer(request.body) ? request.body : null;
    const scan: Result<ScanState> =
      bytes && scanFile
        ? await scanFile(bytes, { accountId: actorOf(request).accountId, bodyId: subject.value.bodyId ?? null })
        : ok('not-scanned');
    if (!scan.ok) return scan;
    return spec.keep ? spec.keep({ ...requestOf(request), subject: subject.value, scan: scan.value }) : ok(undefined as K);
  };
  app.route({
    method,
    url: path,
    config: { operation, ...(reads ? { reads: true } : {}) },
    schema: { ...(params ? { params } : {}), ...(query ? { querystring: query } : {}), ...(body ? { body } : {}) },
    handler: async (request, reply) => {
      const heads = new Map<string, string>();
      const held = writes || spec.holdsRights === true;
      const kept = await keptBefore(request);
      if (!kept.ok) return sendProblem(reply, kept.problems[0]!, kept.problems);
      const work = (tx: Tx, at: SettledAt | null = null): Promise<Result<unknown>> => inTransaction(request, heads, kept.value, tx, at);
      const once = (): Promise<Result<unknown>> =>
        held
          ? acting(db, request, work)
          : spec.settled === true
            ? readSettled(db, request, heads, work)
            : db.transaction(handleOf(request), (tx) => work(tx));
      let done = await againWhenNothingWasDone(once).catch((error: unknown) => {
        if (writes && error instanceof OutcomeUnknown) error.ofAct = true;
        throw error;
      });
      if (writes && done.ok) await keepSeen(db, request, reply);
      if (done.ok && isLater(done.value)) done = await done.value.afterCommit();
      void reply.headers(Object.fromEntries(heads));
      return done.ok ? send(reply, spec.answer, done.value) : sendProblem(reply, done.problems[0]!, done.problems);
    },
  });
}

/** RFC 6266: what is no plain name goes as UTF-8. */
const fileNameHead = (name: string): string =>
  /^[\w.-]+$/.test(name) ? `filename="${name}"` : `filename*=UTF-8''${encodeURIComponent(name)}`;

/** Sends what the work came to. */
export function send(reply: FastifyReply, answer: Answer, value: unknown): FastifyReply {
  switch (answer.kind) {
    case 'json':
      return reply.code(answer.statusOf(value as never)).send(value);
    case 'file': {
      const { bytes, name, how = 'attachment' } = value as FileToSend;
      if (name) void reply.header('content-disposition', `${how}; ${fileNameHead(name)}`);
      return reply.type(answer.type).send(Buffer.from(bytes));
    }
    case 'empty':
      return reply.code(204).send();
  }
}

/** A route that needs no session: public keys, the log's head, signs of life. Its handler reads nobody's data; there is no transaction of an account. */
export interface OpenSpec<P extends TSchema | undefined, Q extends TSchema | undefined> extends Omit<
  Operation,
  'params' | 'query' | 'security' | 'once'
> {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly params?: P;
  readonly query?: Q;
  readonly handler: (request: FastifyRequest<{ Params: Of<P>; Querystring: Of<Q> }>, reply: FastifyReply) => Promise<unknown>;
  /** at which of its addresses it is open, when not at all: one route may hold public and guarded files */
  readonly isOpen?: (url: string) => boolean;
  /** looks something up: takes of the budget of callers without a session, as what writes does */
  readonly takesOfBudget?: true;
}

export function openRoute<P extends TSchema | undefined = undefined, Q extends TSchema | undefined = undefined>(
  app: FastifyInstance,
  { method, path, handler, isOpen = () => true, takesOfBudget, ...operation }: OpenSpec<P, Q>,
): void {
  if (!isAnswered(app, operation)) return;
  const { params, query, body } = operation;
  app.route({
    method,
    url: path,
    config: {
      operation: { ...(operation as Omit<Operation, 'security'>), security: 'none' },
      isOpen,
      ...(takesOfBudget ? { takesOfBudget } : {}),
    },
    schema: { ...(params ? { params } : {}), ...(query ? { querystring: query } : {}), ...(body ? { body } : {}) },
    handler: handler as (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
  });
}
