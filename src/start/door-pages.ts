/**
 * Serves the door `/kiem-tra`: a page without log-in that checks cards by itself, and the printable order for guards.
 * Its own policies: no inline anything, the camera for this page alone, WebAssembly for the scanner's worker alone.
 */
import { escapeHtml } from '#base/http/html.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { CardEnvironment } from '#standard/card/shapes.ts';
import { COMMON_HEADERS, STATIC_PAGE_POLICY } from '#base/http/security-headers.ts';

export interface DoorNeeds {
  /** address that people open, without a slash at the end: part of every status list's address, and of the audience of a presentation */
  readonly publicUrl: string;
  readonly environment: CardEnvironment;
}

const policy = (...more: readonly string[]): string =>
  ["default-src 'none'", ...more, "base-uri 'none'", "frame-ancestors 'none'"].join('; ');

/** `data:` and `blob:` are the portrait inside a card and the picture that a guard picks. */
export const DOOR_POLICY = policy(
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'none'",
);
/** A worker has the policy of its own answer: only here may bytes become code, and they come from our own server. */
const SCANNER_POLICY = policy("script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'");
const SERVICE_WORKER_POLICY = policy("script-src 'self'", "connect-src 'self'");
const CAMERA_HERE = COMMON_HEADERS['permissions-policy']!.replace('camera=()', 'camera=(self)');

/** @param folder  the built door */
export async function serveDoor(app: FastifyInstance, folder: string, { publicUrl, environment }: DoorNeeds): Promise<void> {
  const [index, order, worker, manifest] = await Promise.all(
    ['index.html', 'huong-dan.html', 'sw.js', 'ung-dung.webmanifest'].map((name) => readFile(join(folder, name), 'utf8')),
  );
  const page = index!.replaceAll('__CARD_ENVIRONMENT__', environment).replaceAll('__CARD_SITE__', escapeHtml(publicUrl));
  await app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    index: false,
    prefix: '/kiem-tra/assets/',
    decorateReply: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      void reply.header('cache-control', 'public, max-age=31536000, immutable');
      if (/[\\/]scanner-worker-[\w-]+\.js(\.\w+)?$/.test(path)) void reply.header('content-security-policy', SCANNER_POLICY);
    },
  });
  const html = (reply: FastifyReply, policyOfPage: string, text: string): FastifyReply =>
    reply.type('text/html; charset=utf-8').header('content-security-policy', policyOfPage).send(text);
  // no-store: a page that showed a face must not come back by the browser's "back".
  app.get('/kiem-tra', (_request, reply) => html(reply.header('permissions-policy', CAMERA_HERE), DOOR_POLICY, page));
  app.get('/kiem-tra/', (_request, reply) => reply.redirect('/kiem-tra', 308));
  app.get('/kiem-tra/huong-dan', (_request, reply) =>
    html(reply.header('cache-control', 'no-cache'), `${STATIC_PAGE_POLICY}; font-src 'self'`, order!),
  );
  app.get('/kiem-tra/sw.js', (_request, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('content-security-policy', SERVICE_WORKER_POLICY)
      // Its script lies below `/kiem-tra/`, the page is `/kiem-tra` itself.
      .header('service-worker-allowed', '/kiem-tra')
      .send(worker),
  );
  app.get('/kiem-tra/ung-dung.webmanifest', (_request, reply) =>
    reply.type('application/manifest+json').header('cache-control', 'no-cache').send(manifest),
  );
}
