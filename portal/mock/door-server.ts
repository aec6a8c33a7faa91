/**
 * A mock of the server around the door: its real pages, lists of an issuer in memory, and a record of every request that came.
 * NOT part of the product: nothing in `src/` imports it.
 *
 *     node portal/mock/door-server.ts [port]
 *
 * prints codes to try at the page.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Fastify from 'fastify';
import { serveDoor } from '#start/door-pages.ts';
import { BARE_POLICY, COMMON_HEADERS } from '#base/http/security-headers.ts';
import { wallMs } from '#portal/clock.ts';
import { buildDoor } from '#portal/door/build.ts';
import type { CardEnvironment } from '#standard/card/shapes.ts';
import { mockIssuer } from './door-issuer.ts';
import type { MockIssuer } from './door-issuer.ts';

export interface HeardRequest {
  readonly method: string;
  readonly url: string;
  /** method, address, all headers and body as one text */
  readonly whole: string;
}

export interface MockDoor {
  readonly url: string;
  readonly issuer: MockIssuer;
  readonly heard: HeardRequest[];
  /** what an address of `/card/` answers in place of the good list; null undoes it */
  answer(path: string, body: string | null): void;
  /** The server's clock from now on, so far ahead of the right one, 0 to set it right; a list is signed by it, or left as it was where the server refuses to sign. */
  runAhead(ms: number, how?: { readonly signs: boolean }): void;
  close(): Promise<void>;
}

export interface MockDoorOptions {
  readonly folder: string;
  readonly environment?: CardEnvironment;
  /** address that the server knows itself by; default the one it listens on */
  readonly publicUrl?: string;
  readonly host?: string;
  readonly port?: number;
}

const PUBLIC = join(import.meta.dirname, '..', 'public');

export async function startMockDoor({
  folder,
  environment = 'THU_NGHIEM',
  publicUrl,
  host = '127.0.0.1',
  port = 0,
}: MockDoorOptions): Promise<MockDoor> {
  // The door is served when the port is known: it writes its own address into the page.
  const probe = Fastify();
  await probe.listen({ host, port });
  const bound = probe.server.address();
  const own = typeof bound === 'object' && bound ? bound.port : port;
  await probe.close();
  const url = publicUrl ?? `http://localhost:${own}`;
  const app = Fastify();
  const heard: HeardRequest[] = [];
  const instead = new Map<string, string>();
  const clock = { aheadMs: 0, signedAheadMs: 0, version: 3 };
  const issuer = await mockIssuer({ site: () => url, environment, nowMs: wallMs });
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers({ ...COMMON_HEADERS, 'content-security-policy': BARE_POLICY, 'cache-control': 'no-store' });
    void reply.header('date', new Date(wallMs() + clock.aheadMs).toUTCString());
  });
  app.addHook('preHandler', async ({ method, url: address, headers, body }) => {
    heard.push({ method, url: address, whole: JSON.stringify([method, address, headers, body ?? '']) });
  });
  await serveDoor(app, folder, { publicUrl: url, environment });
  for (const [name, type] of [
    ['color-scheme.js', 'text/javascript'],
    ['favicon.svg', 'image/svg+xml'],
  ] as const) {
    const text = await readFile(join(PUBLIC, name), 'utf8');
    app.get(`/${name}`, (_request, reply) => reply.type(type).send(text));
  }
  const list = (path: string, type: string, good: () => string): void => {
    app.get(path, ({ url: asked }, reply) =>
      reply
        .type(type)
        .header('access-control-allow-origin', '*')
        .send(instead.get(asked) ?? good()),
    );
  };
  list('/card/trust-anchor', 'application/json', () => JSON.stringify(issuer.anchor));
  list('/card/trust-list', 'application/jwt', () =>
    issuer.trustList({ version: clock.version, issuedAtMs: wallMs() - 60_000 + clock.signedAheadMs }),
  );
  list('/card/status/:list', 'application/statuslist+jwt', () =>
    issuer.statusList({ issuedAtMs: wallMs() - 30_000 + clock.signedAheadMs }),
  );
  await app.listen({ host, port: own });
  return {
    url: host === '127.0.0.1' ? `http://localhost:${own}` : `http://${host}:${own}`,
    issuer,
    heard,
    answer: (path, body) => void (body === null ? instead.delete(path) : instead.set(path, body)),
    runAhead: (ms, { signs } = { signs: true }) =>
      void Object.assign(clock, { aheadMs: ms, ...(signs ? { signedAheadMs: ms, version: clock.version + 1 } : {}) }),
    close: () => app.close(),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = dirname(dirname(import.meta.dirname));
  const folder = join(root, 'dist', 'door');
  await buildDoor(root, folder);
  const { url, issuer } = await startMockDoor({ folder, port: Number(process.argv[2] ?? 3200) });
  process.stdout.write(
    `MOCK of the door's server (invented cards): ${url}/kiem-tra\n\n${issuer.card().vn2()}\n\n${issuer.card().present()}\n`,
  );
}
