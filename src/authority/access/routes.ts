/** Signing in and out, who I am, my sessions. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { sendProblem } from '#base/http-problem.ts';
import { answersOn, surfacesOf } from '#base/http/surfaces.ts';
import { empty, json } from '#base/http/answer.ts';
import type { Given } from '#base/http/answer.ts';
import { ById, listOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Bilingual, Problem } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import type { Log } from '#base/log.ts';
import { codeList } from '#standard/code-lists.ts';
import { allowedOf } from './decide.ts';
import { frameRoute, nobody, openRoute } from './frame.ts';
import { openAccountOfRegistered } from './first-sign-in.ts';
import type { FirstSignInNeeds } from './first-sign-in.ts';
import type { Identity, IdentityProvider, SignInState } from './port.ts';
import {
  identityTooLow,
  linkedElsewhere,
  logoutNotValid,
  noAccount,
  sessionNotFound,
  signInAway,
  signInClaims,
  signInClient,
  signInClock,
  signInFailed,
  signInPlain,
  signInProvider,
} from './problems.ts';
import { endAtProvider, keepProviderNames } from './provider-sessions.ts';
import { actorIfAny, cookieName, handleOf } from './request.ts';
import type { RequestNeeds } from './request.ts';
import { ACCESS_ACTS, DemoAccount, MySession, SessionAnswer } from './shapes.ts';
import {
  SESSION_LIMITS,
  accountForIdentity,
  endSession,
  endThisSession,
  mySessions,
  openJobSession,
  openPersonSession,
} from './sessions.ts';
import type { SignInAccount } from './sessions.ts';
import { stepUpModeOf } from './step-up.ts';

export interface AccessNeeds extends FirstSignInNeeds, RequestNeeds {
  readonly keys: Keys;
  readonly clock: Clock;
  readonly log: Log;
  readonly publicUrl: string;
  readonly provider: IdentityProvider;
  /** what people call it; null: it has no name that they would know */
  readonly providerName: string | null;
  readonly demo: boolean;
  readonly demoAccounts: () => Promise<readonly Given<Static<typeof DemoAccount>>[]>;
  readonly bodies: (tx: Tx, bodyIds: readonly string[]) => Promise<ReadonlyMap<string, { readonly code: string; readonly name: string }>>;
  /** audit stands above access: what happened is told to it */
  readonly onSession: (
    tx: Tx,
    event: {
      readonly act: 'session.opened' | 'session.closed' | 'session.refused';
      readonly sessionId: string | null;
      /** who closed it, when it was not its person: a new sign-in of the same browser, the provider */
      readonly by?: 'sign-in' | 'provider';
    },
  ) => Promise<void>;
}

/** Between leaving for the provider and coming back, in seconds. */
const SIGN_IN_SECONDS = 10 * 60;
const SIGN_IN_COOKIE = 'congvu-sign-in';
/** Officers, and people at their own pages, sign in with an identity of level 2 (levels: NĐ 69/2024/NĐ-CP; that it is asked for is our design). */
const LEVEL_MIN = 2;
const SALT = new Uint8Array(16);
/** A logout token with its form, in bytes. */
const LOGOUT_BYTES_MAX = 16 * 1024;

/** Base against which a path is read as a browser reads it; nobody's address (RFC 2606). */
const NOWHERE = 'http://own.invalid';

/**
 * Only a path of our own, in ASCII. Read as browsers read it: they drop tabs and line ends, take a backslash for a slash and
 * resolve dots, so that "/\t/host" and "/.//host" would lead away.
 */
function ownPath(path: string | undefined): string {
  if (!path?.startsWith('/') || !URL.canParse(path, NOWHERE)) return '/';
  const { origin, pathname, search, hash } = new URL(path, NOWHERE);
  return origin === NOWHERE && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/';
}

const roleNames = new Map(codeList('vai_tro').entries.map((entry) => [entry.code, { vi: entry.name, en: entry.nameEn ?? entry.name }]));
export const roleName = (role: string): Bilingual => roleNames.get(role) ?? { vi: role, en: role };

interface Kept extends SignInState {
  readonly returnTo: string;
  readonly untilMs: number;
}

/**
 * @param callers  told of each call-back that no provider vouched for: anybody can make one without end, so that it leaves no row of its own
 */
export function accessRoutes(
  app: FastifyInstance,
  needs: AccessNeeds,
  callers: { readonly notConfirmed: (request: FastifyRequest) => void },
): void {
  const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure: needs.secureCookies } as const;
  const callback = `${needs.publicUrl}/auth/callback`;
  const nowMs = (): number => Date.parse(needs.clock.now());
  const sealState = (kept: Kept): string =>
    Buffer.from(needs.keys.seal(SALT, 'sign-in', Buffer.from(JSON.stringify(kept)))).toString('base64url');
  const openState = (text: string | undefined): Kept | null => {
    try {
      const kept = JSON.parse(Buffer.from(needs.keys.open(SALT, 'sign-in', Buffer.from(text ?? '', 'base64url'))).toString()) as Kept;
      return kept.untilMs > nowMs() ? kept : null;
    } catch {
      return null; // no cookie, or not one that we made
    }
  };

  /** Whom nobody vouched for is told why, in words of ours: a browser as a page (`start/problem-pages.ts`). */
  const notVouched = (reply: FastifyReply, problem: Problem): FastifyReply => {
    needs.log.warn(`sign-in was refused: ${problem.code} ${problem.title.en}`, { requestId: reply.request.id });
    return sendProblem(reply.clearCookie(SIGN_IN_COOKIE, { ...cookie, path: '/auth' }), problem);
  };

  const Begin = Type.Object({
    account: Type.Optional(Type.String({ maxLength: 60 })),
    returnTo: Type.Optional(Type.String({ maxLength: 200 })),
  });
  openRoute(app, {
    id: 'beginSignIn',
    tag: 'session',
    summary: { vi: 'Chuyển trình duyệt tới nhà cung cấp định danh', en: 'Sends the browser to the identity provider' },
    method: 'GET',
    path: '/auth/sign-in',
    query: Begin,
    answer: empty,
    also: { 303: 'Nhà cung cấp định danh · The identity provider' },
    problems: [signInAway, signInPlain, signInProvider],
    handler: async ({ query }, reply) => {
      const begun = await needs.provider.begin(callback, needs.demo ? (query.account ?? null) : null);
      if (!begun.ok) return notVouched(reply, begun.problems[0]!);
      const { url, state } = begun.value;
      const kept: Kept = { ...state, returnTo: ownPath(query.returnTo), untilMs: nowMs() + SIGN_IN_SECONDS * 1000 };
      return reply.setCookie(SIGN_IN_COOKIE, sealState(kept), { ...cookie, path: '/auth', maxAge: SIGN_IN_SECONDS }).redirect(url, 303);
    },
  });

  const refusedSignIn = async (): Promise<void> => {
    const handle = await openJobSession(needs, { bodyId: null, purpose: 'sign-in-refused' });
    await needs.db.transaction(handle, (tx) => needs.onSession(tx, { act: 'session.refused', sessionId: null }));
  };
  /** Whom the provider means: the account of the number, made now when it is of a registered person who never came before. */
  const accountOf = async ({ nationalId, issuer, subject }: Identity): Promise<SignInAccount> => {
    const identity = needs.keys.nationalIdHash(nationalId);
    const who = { identity, issuer, subject: needs.keys.keyedHash('subject', `${issuer}\n${subject}`) };
    const found = await accountForIdentity(needs, who);
    return found.outcome === 'none' && (await openAccountOfRegistered(needs, identity)) ? accountForIdentity(needs, who) : found;
  };
  const finishSignIn = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const kept = openState(request.cookies[SIGN_IN_COOKIE]);
    if (!kept) {
      callers.notConfirmed(request);
      return notVouched(
        reply,
        signInFailed({
          why: {
            vi: 'phiên đăng nhập đã hết hạn hoặc không bắt đầu từ Cổng này',
            en: 'the sign-in has expired, or was not begun at this portal',
          },
        }),
      );
    }
    const finished = await needs.provider.finish(`${needs.publicUrl}${request.url}`, kept);
    if (!finished.ok) {
      const [why] = finished.problems;
      callers.notConfirmed(request);
      return notVouched(reply, why!);
    }
    const identity = finished.value;
    const refusal = identity.level < LEVEL_MIN ? identityTooLow({ level: identity.level }) : null;
    const found = refusal ? null : await accountOf(identity);
    if (found?.outcome !== 'found') {
      await refusedSignIn();
      return sendProblem(
        reply.clearCookie(SIGN_IN_COOKIE, { ...cookie, path: '/auth' }),
        refusal ?? (found?.outcome === 'linked-elsewhere' ? linkedElsewhere() : noAccount()),
      );
    }
    const { accountId } = found;
    // A browser holds one session: the one before it, whoever's it was, is over, and its cookie opens nothing any more (ASVS 5.0 7.2.4).
    const before = actorIfAny(request);
    if (before)
      await needs.db.transaction(handleOf(request), async (tx) => {
        await needs.onSession(tx, { act: 'session.closed', sessionId: before.sessionId, by: 'sign-in' });
        await endThisSession(tx);
      });
    const opened = await openPersonSession(needs, { accountId, agent: agentSummary(request.headers['user-agent']), level: identity.level });
    await needs.db.transaction(opened.handle, async (tx) => {
      await keepProviderNames(tx, needs.keys, opened.sessionId, identity);
      await needs.onSession(tx, { act: 'session.opened', sessionId: opened.sessionId });
    });
    return reply
      .clearCookie(SIGN_IN_COOKIE, { ...cookie, path: '/auth' })
      .setCookie(cookieName(needs.secureCookies), opened.handle, cookie)
      .redirect(kept.returnTo, 303);
  };
  openRoute(app, {
    id: 'finishSignIn',
    tag: 'session',
    summary: { vi: 'Trở lại từ nhà cung cấp định danh', en: 'Comes back from the identity provider' },
    method: 'GET',
    path: '/auth/callback',
    answer: empty,
    also: { 303: 'Trang đã hỏi · The page that was asked for' },
    problems: [
      signInFailed,
      signInAway,
      signInPlain,
      signInProvider,
      signInClient,
      signInClock,
      signInClaims,
      identityTooLow,
      linkedElsewhere,
      noAccount,
    ],
    handler: finishSignIn,
  });

  const endedAtProvider = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    void reply.header('cache-control', 'no-store');
    const token = (request.body as { readonly logout_token?: string } | null)?.logout_token ?? '';
    const out = await needs.provider.loggedOut(token);
    const notTaken = (problem: Problem): FastifyReply => {
      callers.notConfirmed(request);
      needs.log.warn(`a logout of the provider was refused: ${problem.title.en}`, { requestId: request.id });
      return sendProblem(reply, problem);
    };
    if (!out.ok) return notTaken(out.problems[0]!);
    const handle = await openJobSession(needs, { bodyId: null, purpose: 'logout-of-provider' });
    const done = await endAtProvider(needs, handle, out.value, async (tx, sessionIds) => {
      for (const sessionId of sessionIds) await needs.onSession(tx, { act: 'session.closed', sessionId, by: 'provider' });
    });
    return done === 'replayed'
      ? notTaken(logoutNotValid({ why: { vi: 'token này đã được dùng', en: 'this token was used before' } }))
      : reply.code(200).send();
  };
  // The provider's server sends a form; no other route takes one.
  void app.register(async (forms) => {
    forms.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: LOGOUT_BYTES_MAX },
      (_request, text, done) => done(null, Object.fromEntries(new URLSearchParams(String(text)))),
    );
    openRoute(forms, {
      id: 'endedAtProvider',
      tag: 'session',
      summary: {
        vi: 'Nhà cung cấp định danh báo đã đăng xuất (kênh sau)',
        en: 'The identity provider says that somebody signed out (back channel)',
      },
      method: 'POST',
      path: '/auth/backchannel-logout',
      answer: empty,
      also: { 200: 'Phiên đã kết thúc · The sessions are over' },
      problems: [logoutNotValid],
      handler: endedAtProvider,
    });
  });

  openRoute(app, {
    id: 'signOut',
    tag: 'session',
    summary: { vi: 'Đăng xuất', en: 'Signs out' },
    method: 'POST',
    path: '/auth/sign-out',
    answer: empty,
    handler: async (request, reply) => {
      const actor = actorIfAny(request);
      if (actor)
        await needs.db.transaction(handleOf(request), async (tx) => {
          await needs.onSession(tx, { act: 'session.closed', sessionId: actor.sessionId });
          await endThisSession(tx);
        });
      // What a proxy or the browser kept of the pages goes with the session. Not storage: language and colours are the device's; the pages forget the rest.
      if (needs.secureCookies) void reply.header('clear-site-data', '"cache"');
      return reply.clearCookie(cookieName(needs.secureCookies), cookie).code(204).send();
    },
  });

  const whoAmI = async (request: FastifyRequest): Promise<Static<typeof SessionAnswer>> => {
    const actor = actorIfAny(request);
    const common = {
      demo: needs.demo,
      idleMinutes: (needs.limits ?? SESSION_LIMITS).idleSeconds / 60,
      language: 'vi',
      signInWith: needs.providerName,
      surfaces: [...surfacesOf(app)],
    };
    if (!actor) return { signedIn: false, may: [], grants: [], ...common };
    const bodies = await needs.db.transaction(handleOf(request), (tx) =>
      needs.bodies(
        tx,
        actor.grants.map((grant) => grant.bodyId),
      ),
    );
    return {
      signedIn: true,
      person: { name: actor.name },
      identityLevel: actor.identityLevel,
      passkey: {
        has: actor.hasPasskey === true,
        required: stepUpModeOf(app) === 'required',
        ...(actor.steppedUpAt === undefined ? {} : { steppedUpAt: actor.steppedUpAt }),
      },
      ...common,
      may: allowedOf(actor, ACCESS_ACTS, { bodyId: null }, { today: needs.clock.today() }),
      grants: actor.grants.map((grant) => ({
        role: grant.role,
        roleName: roleName(grant.role),
        body: { id: grant.bodyId, code: bodies.get(grant.bodyId)?.code ?? '', name: bodies.get(grant.bodyId)?.name ?? '' },
        ...(grant.lent ? { onBehalf: { name: grant.lent.byName, from: grant.lent.from, until: grant.lent.until } } : {}),
      })),
    };
  };
  openRoute(app, {
    id: 'getSession',
    tag: 'session',
    summary: { vi: 'Ai đang đăng nhập, với vai trò nào', en: 'Who is signed in, and with which roles' },
    method: 'GET',
    path: '/api/v1/session',
    answer: json(SessionAnswer),
    handler: whoAmI,
  });

  // Outside the demo there is no such address: not even one that asks for a session.
  if (!needs.demo && answersOn(app, ['portal', 'administration']))
    app.get('/api/v1/demo/accounts', { config: { isOpen: () => true } }, async (_request, reply) => reply.callNotFound());
  if (needs.demo)
    openRoute(app, {
      id: 'listDemoAccounts',
      tag: 'session',
      summary: { vi: 'Tài khoản của bản trình diễn', en: 'Accounts of the demo' },
      method: 'GET',
      path: '/api/v1/demo/accounts',
      answer: json(listOf(DemoAccount)),
      handler: async () => ({ items: await needs.demoAccounts(), next: null }),
    });

  frameRoute(app, needs, {
    id: 'listMySessions',
    tag: 'session',
    summary: { vi: 'Các phiên đăng nhập của tôi', en: 'My sessions' },
    method: 'GET',
    path: '/api/v1/my/sessions',
    act: 'sessions.own',
    read: nobody('one’s own sessions'),
    answer: json(listOf(MySession)),
    work: async ({ tx }) => ok({ items: await mySessions(tx), next: null }),
  });

  frameRoute(app, needs, {
    id: 'endMySession',
    tag: 'session',
    summary: { vi: 'Kết thúc một phiên của tôi', en: 'Ends one of my sessions' },
    method: 'DELETE',
    path: '/api/v1/my/sessions/:id',
    params: ById,
    act: 'sessions.own',
    answer: empty,
    problems: [sessionNotFound],
    work: async ({ tx, params: { id } }) => {
      await needs.onSession(tx, { act: 'session.closed', sessionId: id });
      return (await endSession(tx, id)) ? ok(undefined) : refused(sessionNotFound());
    },
  });
}

/** "Chrome trên Windows": enough to tell one's own devices apart, no fingerprint. */
export function agentSummary(agent: string | undefined): string {
  const browser = /Edg\//.test(agent ?? '')
    ? 'Edge'
    : /Firefox\//.test(agent ?? '')
      ? 'Firefox'
      : /Chrome\//.test(agent ?? '')
        ? 'Chrome'
        : /Safari\//.test(agent ?? '')
          ? 'Safari'
          : 'Trình duyệt khác';
  const system = /Android/.test(agent ?? '')
    ? 'Android'
    : /iPhone|iPad/.test(agent ?? '')
      ? 'iOS'
      : /Windows/.test(agent ?? '')
        ? 'Windows'
        : /Mac OS/.test(agent ?? '')
          ? 'macOS'
          : /Linux/.test(agent ?? '')
            ? 'Linux'
            : '';
  return system ? `${browser} · ${system}` : browser;
}
