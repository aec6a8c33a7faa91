/** The sandbox over HTTP: who registers gets a line of their own within a second; the exchange by token; the log, replay and reset beside it. In memory. */
import { createPublicKey } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '#base/clock.ts';
import type { Problem } from '#base/problem.ts';
import { statusOf } from '#base/problem.ts';
import { batchTooLarge, callerRefused, questionUnread, resultUnknown } from '#doors/exchange/problems.ts';
import { SANDBOX_AUDIENCE, openSandboxLine } from '#doors/exchange/sandbox.ts';
import type { SandboxLine } from '#doors/exchange/sandbox.ts';
import { sandboxPage } from './sandbox-page.ts';
import { openTokens } from './tokens.ts';

/** A batch, and its heads. */
const BODY_BYTES_MAX = 6 * 1024 * 1024;
/** Lines at a time: one more, and the oldest goes. */
const LINES_MAX = 100;
const NAME_CHARS_MAX = 100;

export interface ServedSandbox {
  readonly url: string;
  close(): Promise<void>;
}

const say = (response: ServerResponse, status: number, value: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }).end(JSON.stringify(value));
};
function refuse(response: ServerResponse, problem: Problem): void {
  const status = statusOf(problem.code);
  const { code, title, next } = problem;
  response
    .writeHead(status, { 'content-type': 'application/problem+json; charset=utf-8' })
    .end(JSON.stringify({ type: `/problems/${code}`, title: title.vi, status, code, detail: title, next }));
}

/** null: more than anybody needs. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size > BODY_BYTES_MAX) return null;
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

/** What a registration says; null: it is none. The key is of the only kind that the standard has (1.2). */
function registrationIn(body: Buffer): { readonly name: string; readonly publicPem: string } | null {
  try {
    const { name, publicKey } = JSON.parse(body.toString('utf8')) as { name?: unknown; publicKey?: unknown };
    if (typeof name !== 'string' || name.trim() === '' || name.length > NAME_CHARS_MAX || typeof publicKey !== 'string') return null;
    const key = createPublicKey(publicKey);
    return key.asymmetricKeyType === 'ed25519'
      ? { name: name.trim(), publicPem: key.export({ type: 'spki', format: 'pem' }).toString() }
      : null;
  } catch {
    return null;
  }
}

const nobody = () => callerRefused({ why: { vi: 'chưa có mã truy cập còn hạn', en: 'there is no token that is in time' } });

export async function serveSandbox({ port, clock }: { readonly port: number; readonly clock: Clock }): Promise<ServedSandbox> {
  const lines = new Map<string, SandboxLine>();
  let registered = 0;
  const server = createServer();
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const tokens = openTokens(url, (source) => lines.get(source) ?? null);

  async function register(body: Buffer, response: ServerResponse): Promise<void> {
    const asked = registrationIn(body);
    if (!asked) return refuse(response, questionUnread({ where: '/publicKey' }));
    registered += 1;
    const source = `T${String(registered).padStart(4, '0')}`;
    const line = await openSandboxLine({ source, kid: `${source}-1`, ...asked }, clock);
    if (lines.size >= LINES_MAX) {
      const [oldest, gone] = [...lines][0]!;
      lines.delete(oldest);
      await gone.close();
    }
    lines.set(source, line);
    say(response, 201, {
      source,
      audience: SANDBOX_AUDIENCE,
      kid: line.kid,
      clientId: source,
      issuer: url,
      centreKid: line.centreKid,
      centreKey: line.centrePublicPem,
    });
  }

  async function ofTheLine(
    line: SandboxLine,
    method: string,
    path: string,
    query: URLSearchParams,
    response: ServerResponse,
  ): Promise<void> {
    switch (`${method} ${path}`) {
      case 'GET /sandbox/log':
        return say(response, 200, {
          source: line.source,
          audience: SANDBOX_AUDIENCE,
          kid: line.kid,
          publicKey: line.publicPem,
          log: line.log().map((one) => ({ ...one, request: { ...one.request, body: Buffer.from(one.request.body).toString('base64') } })),
        });
      case 'POST /sandbox/replay': {
        const n = Number(query.get('n'));
        const before = line.log().find((one) => one.n === n)?.answer ?? null;
        const now = await line.replay(n);
        return now ? say(response, 200, { n, before, now }) : refuse(response, resultUnknown());
      }
      case 'POST /sandbox/reset':
        await line.reset();
        return say(response, 200, { source: line.source, epoch: 1 });
      case 'POST /sandbox/release':
        return say(response, 200, { source: line.source, epoch: line.release() });
      default:
        return refuse(response, resultUnknown());
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url: asked = '/' } = request;
    const { pathname: path, searchParams: query } = new URL(asked, url);
    if (tokens.handles(path)) return tokens.handle(request, response);
    if (method === 'GET' && path === '/')
      return void response
        .writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
        })
        .end(sandboxPage(url));
    const body = await bodyOf(request);
    if (!body) return refuse(response, batchTooLarge({ limit: { vi: '6 MB', en: '6 MB' } }));
    if (method === 'POST' && path === '/sandbox/register') return register(body, response);
    const [, token = ''] = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '') ?? [];
    const source = token === '' ? null : await tokens.sourceOf(token);
    const line = source === null ? undefined : lines.get(source);
    if (!line) return refuse(response, nobody());
    if (!path.startsWith('/exchange/v1/')) return ofTheLine(line, method, path, query, response);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const { status, headers: heads, text } = await line.handle({ method, url: asked, headers, body });
    response.writeHead(status, heads).end(text);
  }

  server.on('request', (request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  return {
    url,
    async close() {
      await closed(server);
      for (const line of lines.values()) await line.close();
    },
  };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => {
    server.close(() => done());
  });
}
