/**
 * A mock of the server for work on the portal and for the browser checks: fixtures, no database, no rules.
 * NOT part of the product: nothing in `src/` imports it, and it says so on its own start.
 * Things to type to see a state: search for "trống" (nobody) or "lỗi" (server down); open submission `loi` (not found).
 *
 *     node portal/mock/server.ts [port]
 */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomBytes } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { portalPolicy } from '#base/http/security-headers.ts';
import { buildPortal } from '#portal/build.ts';
import { answer } from './answer.ts';
import * as C from './card-fixtures.ts';
import { caseOf, CASES, TWO_RECORDS } from './case-fixtures.ts';
import * as D from './decision-fixtures.ts';
import * as F from './fixtures.ts';
import * as N from './submission-fixtures.ts';
import * as R from './record-fixtures.ts';
import * as W from './problem-fixtures.ts';
import * as P from './portrait-fixtures.ts';
import * as O from './own-fixtures.ts';

const COOKIE = 'mock-account';

const accountOf = (request: FastifyRequest) => F.ACCOUNTS.find((one) => one.id === request.cookies[COOKIE]);

function refuse(reply: FastifyReply, status: number, code: string, vi: string, en: string, nextVi: string, nextEn: string): FastifyReply {
  return reply
    .code(status)
    .type('application/problem+json')
    .send({
      type: `/problems/${code}`,
      title: code,
      status,
      code,
      detail: { vi, en },
      next: { vi: nextVi, en: nextEn },
      requestId: 'mock-0001',
    });
}

function page<T>(all: readonly T[], query: unknown): { readonly items: readonly T[]; readonly next: string | null } {
  const { cursor, limit } = query as { cursor?: string; limit?: string };
  const from = Number(cursor || 0);
  const size = Number(limit || 20);
  return { items: all.slice(from, from + size), next: from + size < all.length ? String(from + size) : null };
}

function sessionRoutes(app: FastifyInstance): void {
  answer(app, 'reads', '/session', (request) => {
    const account = accountOf(request);
    const base = { demo: true, idleMinutes: 30, language: 'vi', surfaces: ['portal', 'administration', 'exchange', 'card'] as const };
    if (!account) return { signedIn: false, grants: [], ...base };
    return {
      signedIn: true,
      person: { name: account.name },
      grants: [{ role: account.role, roleName: account.roleName, body: { id: 'b1', code: 'H26.15', name: account.body } }],
      ...base,
    };
  });
  answer(app, 'reads', '/demo/accounts', () => ({ items: F.ACCOUNTS, next: null }));
  app.get('/auth/sign-in', (request, reply) => {
    const { account, returnTo } = request.query as { account?: string; returnTo?: string };
    return reply.setCookie(COOKIE, account ?? 'clerk', { path: '/', httpOnly: true, sameSite: 'lax' }).redirect(returnTo ?? '/');
  });
  app.post('/auth/sign-out', (_request, reply) => reply.clearCookie(COOKIE, { path: '/' }).code(204).send());
  answer(app, 'reads', '/home', (request) => ({ tasks: F.HOME_OF_ROLE[accountOf(request)?.role ?? ''] ?? [], sources: [] }));
  answer(app, 'reads', '/reading-allowances', () => ({ items: F.READING_ALLOWANCES, mayDecide: true }));
  answer(app, 'reads', '/list-additions', () => F.LIST_ADDITIONS);
  answer(app, 'acts', '/list-additions', (_request, reply) => reply.code(201).send({ id: 'la3' }));
  answer(app, 'acts', '/list-additions/{id}/decision', () => ({ edition: 2 }));
  answer(app, 'reads', '/my/sessions', () => ({ items: F.MY_SESSIONS, next: null }));
  answer(app, 'removals', '/my/sessions/{id}', (_request, reply) => reply.code(204).send());
}

function caseRoutes(app: FastifyInstance): void {
  answer(app, 'reads', '/cases', () => ({ items: CASES, next: null }));
  answer(app, 'reads', '/people/{id}/cases', (request) => ({
    items: (request.params as { id: string }).id === 'p2' ? CASES.filter((one) => one.kind === 'dual_claim') : [],
  }));
  answer(app, 'reads', '/cases/{id}', (request) => caseOf((request.params as { id: string }).id));
  answer(app, 'reads', '/cases/{id}/records', () => TWO_RECORDS);
  answer(app, 'acts', '/cases/{id}/answers', () => ({ state: 'agreed' as const }));
}

function submissionRoutes(app: FastifyInstance): void {
  caseRoutes(app);
  /** values as typed whose suggestion was applied, a list for each step */
  const steps: string[][] = [];
  const takenNow = (): Set<string> => new Set(steps.flat());
  const polls = new Map<string, number>();
  const of = (request: FastifyRequest) => {
    const { id } = request.params as { id: string };
    const found = N.SUBMISSIONS.find((one) => one.id === id);
    if (id !== 's-new') return found;
    const seen = (polls.get(id) ?? 0) + 1;
    polls.set(id, seen);
    return { ...N.SUBMISSIONS[0]!, id, fileName: 'vua-nop.xlsx', state: seen > 2 ? ('checked' as const) : ('reading' as const) };
  };
  answer(app, 'reads', '/bodies', () => ({ items: F.BODIES, next: null }));
  answer(app, 'files', '/bodies/{id}/template.xlsx', (_request, reply) => reply.type('application/octet-stream').send(Buffer.from('mock')));
  answer(
    app,
    'uploads',
    '/uploads',
    () => {
      polls.clear();
      return { submissionId: 's-new', uploadNumber: 'TL-2026-000120', sha256: '0'.repeat(64), sizeBytes: 1, sameAs: null };
    },
    201,
  );
  answer(app, 'reads', '/submissions', (request) => page(N.SUBMISSIONS, request.query));
  answer(app, 'reads', '/submissions/{id}', (request, reply) => {
    const found = of(request);
    return found
      ? N.submissionOf(found)
      : refuse(
          reply,
          404,
          'E-NOT-FOUND',
          'Không tìm thấy hồ sơ này.',
          'No such submission.',
          'Mở lại từ danh sách hồ sơ đã gửi.',
          'Open it from the list.',
        );
  });
  answer(app, 'reads', '/submissions/{id}/problem-groups', (request) => {
    const found = of(request);
    if (found?.kind === 'portraits') return { items: P.portraitProblemGroups(), next: null };
    return { items: !found || found.counts.warnings === 0 ? [] : W.problemGroups(takenNow(), found.counts.rejected === 0), next: null };
  });
  answer(app, 'reads', '/submissions/{id}/problems', (request) => {
    const { code, severity, cursor, limit } = request.query as Record<string, string | undefined>;
    if (of(request)?.kind === 'portraits') return { items: P.portraitProblems(code), next: null };
    const from = Number(cursor || 0);
    const items = W.cellProblems(code, severity, from, Number(limit || 50), takenNow());
    return { items, next: items.length === Number(limit || 50) ? String(from + items.length) : null };
  });
  answer(app, 'acts', '/submissions/{id}/accept-suggestions', (request) => {
    const asked = request.body as { group?: { value: string }; problemIds?: number[] };
    if (asked.group) steps.push([asked.group.value]);
    return { accepted: asked.problemIds?.length ?? 73, step: steps.length, counts: N.SUBMISSIONS[0]!.counts };
  });
  answer(app, 'acts', '/submissions/{id}/undo-suggestions', () => ({ undone: steps.pop()?.length ?? 0 }));
  answer(app, 'reads', '/submissions/{id}/suggestion-groups', (request) => ({
    items: W.suggestionGroups((request.query as { code?: string }).code ?? '', takenNow()),
    next: null,
  }));
  answer(app, 'reads', '/submissions/{id}/accepted-suggestions', () => ({
    items: W.appliedSuggestions(steps),
    next: null,
    lastStep: steps.length === 0 ? null : { step: steps.length, count: 73, at: '2026-11-24T08:00:00Z' },
  }));
  answer(app, 'reads', '/submissions/{id}/returned', () => ({ items: N.RETURNED, next: null }));
  answer(app, 'acts', '/submissions/{id}/withdraw', () => ({ withdrawn: 1 }));
  answer(
    app,
    'uploads',
    '/submissions/{id}/correction',
    () => ({ submissionId: 's-fix', uploadNumber: 'TL-2026-000121', sha256: '1'.repeat(64), sizeBytes: 1, sameAs: null }),
    201,
  );
  answer(app, 'files', '/submissions/{id}/marked.xlsx', (_request, reply) =>
    reply.type('application/octet-stream').send(Buffer.from('mock')),
  );
  answer(app, 'reads', '/submissions/{id}/comparison', (request) =>
    of(request)?.kind === 'portraits'
      ? { ...page(P.comparedPortraits(), request.query), missing: [] }
      : { ...page(D.comparedPeople(34), request.query), missing: [{ name: 'Đinh Văn Sáu' }, { name: 'Mai Thị Út' }] },
  );
  answer(app, 'reads', '/submissions/{id}/portraits', (request) => page(P.SENT_PORTRAITS, request.query));
  answer(app, 'files', '/submissions/{id}/portraits/{line}', (request, reply) =>
    reply.type('image/svg+xml').send(P.drawing(Number((request.params as { line: string }).line))),
  );
  answer(app, 'acts', '/submissions/{id}/submit', () => ({ receipt: N.receiptOf('BN-7K2QD-00118'), counts: N.SUBMISSIONS[0]!.counts }));
  answer(app, 'reads', '/receipts/{number}', (request) => N.receiptOf((request.params as { number: string }).number));
}

function recordRoutes(app: FastifyInstance): void {
  answer(app, 'reads', '/confirmation/queue', (request) => ({ ...page(D.QUEUE, request.query), total: D.QUEUE.length }));
  answer(app, 'reads', '/confirmation/{submissionId}/{personId}', (request) => {
    const { submissionId, personId } = request.params as { submissionId: string; personId: string };
    return submissionId === P.PORTRAITS_SENT.id ? P.shownPortrait(personId) : D.shownPerson(personId);
  });
  answer(app, 'files', '/confirmation/{submissionId}/{personId}/portraits/{which}', (request, reply) =>
    reply.type('image/svg+xml').send(P.drawing((request.params as { which: string }).which === 'before' ? 4 : 10)),
  );
  answer(app, 'files', '/people/{id}/portrait', (_request, reply) => reply.type('image/svg+xml').send(P.drawing(4)));
  answer(app, 'acts', '/confirmation/decisions', (request) => {
    const asked = request.body as { accept: string[]; return: unknown[] };
    return { accepted: asked.accept.length, returned: asked.return.length, waiting: 1, items: [], receipt: N.receiptOf('XN-7K2QD-00101') };
  });
  answer(app, 'acts', '/people/search', (request, reply) => {
    const asked = request.body as { name?: string; cursor?: string; limit?: number };
    if (asked.name === 'trống') return { items: [], next: null };
    if (asked.name === 'lỗi') return reply.code(502).type('text/html').send('<h1>Bad gateway</h1>');
    const from = Number(asked.cursor || 0);
    return { items: R.hits(from, asked.limit ?? 20), next: from + 20 < 57 ? String(from + 20) : null };
  });
  answer(app, 'reads', '/people/{id}', (request) => {
    const { validOn, knownAt } = request.query as { validOn?: string; knownAt?: string };
    const record = R.recordOf((request.params as { id: string }).id);
    return { ...record, validOn: validOn ?? record.validOn, knownAt: knownAt ? Number(knownAt) : record.knownAt };
  });
  answer(app, 'acts', '/people/{id}/reopenings', () => ({ version: 7, at: '2026-11-24T08:00:00Z' }), 201);
  answer(app, 'acts', '/people/{id}/unmask', (request) => {
    const text = (request.body as { field: string }).field === 'soDinhDanh' ? '000186001037' : 'Kinh';
    return { value: text, display: { vi: text, en: text } };
  });
  answer(app, 'reads', '/people/{id}/history', (request) => ({
    items: (request.query as { field: string }).field === 'noiSinh' ? R.HISTORY : [],
    next: null,
  }));
  answer(app, 'reads', '/people/{id}/card', (request) =>
    (request.params as { id: string }).id === 'p1' ? C.NO_PERSON_CARD : C.PERSON_CARD,
  );
  answer(app, 'acts', '/people/{id}/card/end', (request) => ({
    replaced: C.PERSON_CARD.endReasons.find(({ code }) => code === (request.body as { reason: string }).reason)?.replaced ?? false,
  }));
  answer(app, 'reads', '/people/{id}/reads', () => ({ items: R.READS, next: null }));
  answer(app, 'reads', '/audit/bundle/{eventId}', () => R.BUNDLE);
  answer(app, 'reads', '/audit/events', (request) => ({ ...page(R.EVENTS, request.query), outsideAfter: 0 }));
  answer(app, 'reads', '/audit/checkpoint', (_request, reply) => reply.type('text/plain; charset=utf-8').send(R.CHECKPOINT));
}

function ownRoutes(app: FastifyInstance): void {
  const isPerson = (request: FastifyRequest): boolean => accountOf(request)?.role === 'CA_NHAN';
  answer(app, 'reads', '/me', (request) => (isPerson(request) ? O.ME : O.NOBODY));
  answer(app, 'reads', '/me/groups/{group}', (request) => O.myGroup((request.params as { group: string }).group));
  answer(app, 'acts', '/me/unmask', () => ({ value: '0123456789', display: { vi: '0123456789', en: '0123456789' } }));
  answer(app, 'files', '/me/portrait', (_request, reply) => reply.type('image/png').send(O.PICTURE));
  answer(app, 'reads', '/me/reads', () => O.MY_READS);
  answer(app, 'reads', '/me/card', (request) => (accountOf(request)?.id === 'newcomer' ? O.NO_CARD : O.MY_CARD));
  answer(app, 'acts', '/me/card/offer', () => O.MY_OFFER, 201);
}

/** What it answers below /api/v1, and sign-in; it does not listen. */
export async function mockApi(): Promise<FastifyInstance> {
  const app = Fastify({ bodyLimit: 64 * 1024 * 1024 });
  app.addContentTypeParser(
    ['application/octet-stream', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    { parseAs: 'buffer' },
    (_request, body, done) => done(null, body),
  );
  await app.register(fastifyCookie);
  app.addHook('preHandler', async (request, reply) => {
    if (request.method === 'POST' && !request.headers['idempotency-key'])
      return refuse(reply, 400, 'E-IDEMPOTENCY-KEY', 'Thiếu Idempotency-Key.', 'No Idempotency-Key.', 'Gửi lại.', 'Send again.');
    if (request.url.startsWith('/api/') && !/\/(session|demo\/accounts)$/.test(request.url) && !accountOf(request))
      return refuse(
        reply,
        401,
        'E-SIGN-IN',
        'Cần đăng nhập.',
        'Sign in first.',
        'Đăng nhập rồi quay lại trang này.',
        'Sign in, then come back.',
      );
    return undefined;
  });
  sessionRoutes(app);
  submissionRoutes(app);
  recordRoutes(app);
  ownRoutes(app);
  return app;
}

/** Starts the mock with the portal of `folder`. @param port  0 = any free one */
export async function startMock(folder: string, port = 0): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const app = await mockApi();
  await app.register(fastifyStatic, { root: folder, index: false, decorateReply: false, preCompressed: true });
  const index = await readFile(join(folder, 'index.html'), 'utf8');
  const shell = (_request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const nonce = randomBytes(16).toString('base64');
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', portalPolicy(nonce))
      .send(index.replaceAll('__CSP_NONCE__', nonce));
  };
  app.get('/', shell);
  app.setNotFoundHandler((request, reply) =>
    request.url.startsWith('/api/')
      ? refuse(reply, 404, 'E-NOT-FOUND', 'Không có địa chỉ này.', 'No such address.', 'Quay lại.', 'Go back.')
      : shell(request, reply),
  );
  await app.listen({ port, host: '127.0.0.1' });
  const address = app.server.address();
  return { url: `http://localhost:${typeof address === 'object' && address ? address.port : port}`, close: () => app.close() };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  const folder = join(root, 'dist', 'portal');
  await buildPortal(root, folder);
  const { url } = await startMock(folder, Number(process.argv[2] ?? 3100));
  process.stdout.write(`MOCK of the portal's server (invented answers, no database): ${url}/trinh-dien\n`);
}
