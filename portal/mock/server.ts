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
import fastifyCookie from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { PORTAL_POLICY } from '#base/http/security-headers.ts';
import { buildPortal } from '#portal/build.ts';
import { ACCOUNT_COOKIE, accountOf, answer, refuse } from './answer.ts';
import { examples } from './example.ts';
import { BY_ROLE, mayOf, withMay } from './may.ts';

function sessionRoutes(app: FastifyInstance): void {
  answer(app, 'reads', '/session', (request) => {
    const account = accountOf(request);
    const base = {
      demo: true,
      idleMinutes: 30,
      language: 'vi',
      signInWith: null,
      surfaces: ['portal', 'administration', 'exchange', 'card'] as const,
    };
    if (!account) return { signedIn: false, may: BY_ROLE, grants: [], ...base };
    return {
      signedIn: true,
      person: { name: account.name },
      may: BY_ROLE,
      grants: [{ role: account.role, roleName: account.roleName, body: { id: 'b1', code: 'H26.15', name: account.body } }],
      ...base,
    };
  });
  app.get('/auth/sign-in', (request, reply) => {
    const { account, returnTo } = request.query as { account?: string; returnTo?: string };
    return reply.setCookie(ACCOUNT_COOKIE, account ?? 'clerk', { path: '/', httpOnly: true, sameSite: 'lax' }).redirect(returnTo ?? '/');
  });
  app.post('/auth/sign-out', (_request, reply) => reply.clearCookie(ACCOUNT_COOKIE, { path: '/' }).code(204).send());
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
    if (request.url.startsWith('/api/') && !/\/(session|demo\/accounts)$|\/(public|keys)\//.test(request.url) && !accountOf(request))
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
  app.addHook('preSerialization', async (request, _reply, answered) => withMay(answered, mayOf(accountOf(request))));
  sessionRoutes(app);
  for (const { answers } of await examples()) answers?.(app);
  return app;
}

/** Starts the mock with the portal of `folder`. @param port  0 = any free one */
export async function startMock(folder: string, port = 0): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const app = await mockApi();
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    decorateReply: false,
    preCompressed: true,
    cacheControl: false,
    // As the product does it.
    setHeaders: (reply, path) => {
      void reply.header('cache-control', /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const index = await readFile(join(folder, 'index.html'), 'utf8');
  const shell = (_request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').header('content-security-policy', PORTAL_POLICY).send(index);
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
