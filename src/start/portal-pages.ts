/** Serves the built portal: assets by their hashed names for a year, pages never from a cache. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from '#base/http-problem.ts';
import { noSuchAddress } from '#base/http/problems.ts';
import { PORTAL_POLICY, STATIC_PAGE_POLICY } from '#base/http/security-headers.ts';

/** Addresses of the server itself: an unknown one below them is an error, not a page. */
const NOT_PAGES = /^\/(api|auth|sim|docs|openapi\.json|healthz|readyz|assets|problems|demo|card|vct|\.well-known)(\/|$|\?)/;

/** Is an address that of a screen? `:name` in it stands for one part. Any other shows the page all the same, which says that there is none, and answers 404. */
export function addressesOf(screens: readonly string[]): (path: string) => boolean {
  const patterns = screens.map((screen) => new RegExp(`^${screen.replace(/:\w+/g, '[^/]+')}/?$`));
  return (path) => patterns.some((pattern) => pattern.test(path));
}

/** `folder` = null: the API alone (tests, the headless journey). */
export async function servePortal(app: FastifyInstance, folder: string | null): Promise<void> {
  if (folder === null) {
    app.setNotFoundHandler((_request, reply) => sendProblem(reply, noSuchAddress()));
    return;
  }
  const index = await readFile(join(folder, 'index.html'), 'utf8');
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    prefix: '/',
    decorateReply: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      void reply.header('cache-control', /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
      if (/[\\/]error\.html$/.test(path)) void reply.header('content-security-policy', STATIC_PAGE_POLICY);
    },
    allowedPath: (path) => path !== '/index.html' && !path.startsWith('/.'),
  });
  const screens = addressesOf(JSON.parse(await readFile(join(folder, 'addresses.json'), 'utf8')) as readonly string[]);
  const page = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    reply
      .code(screens(request.url.split('?')[0]!) ? 200 : 404)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', PORTAL_POLICY)
      .send(index);
  app.get('/', page);
  app.setNotFoundHandler((request, reply) =>
    request.method === 'GET' && !NOT_PAGES.test(request.url) && String(request.headers.accept ?? '').includes('text/html')
      ? page(request, reply)
      : sendProblem(reply, noSuchAddress()),
  );
}
