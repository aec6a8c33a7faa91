/** The page of a node's state, on this machine alone. It reads, and takes nothing. */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PAGE_STYLE, statusPage } from './html.ts';
import type { NodeStatus } from './state.ts';

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;
/** Names by which a browser on this machine asks. Any other is a page elsewhere that points its own name here. */
const OWN_NAMES = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** @param port  0: any free one. @returns its address, and what closes it */
export async function openPage(port: number, status: () => Promise<NodeStatus>): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer({ requestTimeout: 10_000, maxHeaderSize: 8_192 }, (request, answer) => {
    const isAsked = request.method === 'GET' || request.method === 'HEAD';
    if (!OWN_NAMES.test(request.headers.host ?? '') || !isAsked) return void answer.writeHead(isAsked ? 421 : 405, HEADERS).end();
    const path = (request.url ?? '').split('?', 1)[0];
    if (path !== '/' && path !== '/status.json') return void answer.writeHead(404, HEADERS).end();
    status().then(
      (one) => {
        const isPage = path === '/';
        answer.writeHead(200, isPage ? HEADERS : { ...HEADERS, 'content-type': 'application/json' });
        answer.end(isPage ? statusPage(one) : JSON.stringify(one));
      },
      // The database is away: whoever looks sees it by this, and the program goes on.
      () => answer.writeHead(503, HEADERS).end('Cơ sở dữ liệu chưa trả lời. · The database is away.\n'),
    );
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
