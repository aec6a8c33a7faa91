import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ANSWER_BYTES_MAX, RETRY_AFTER_MS_MAX } from '#node/limits.ts';
import { carrierHeaders } from './carriers.ts';
import { askCentre } from './centre.ts';
import type { LineOptions } from './request.ts';
import { LineDown, openLine } from './request.ts';

let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
const server = createServer((request, response) => answer(request, response));
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const folder = mkdtempSync(join(tmpdir(), 'congvu-line-'));
after(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const hello = { kind: 'hello', source: 'H26', epoch: 1, seen: 'ab' } as const;
const how = { batch: () => Promise.reject(new Error('no batch')), verify: () => true };
const asks = async (more: Partial<LineOptions> = {}, ask: Parameters<typeof askCentre>[1] = hello) => {
  const line = openLine({ url, ...more });
  try {
    return await askCentre(line, ask, how);
  } finally {
    line.close();
  }
};
const down = async (more: Partial<LineOptions> = {}): Promise<string> => {
  try {
    await asks(more);
    return 'heard';
  } catch (error) {
    return error instanceof LineDown ? error.code : String(error);
  }
};

test('a signed text comes with its signature; a problem with its codes and how long to wait', async () => {
  answer = (_request, response) => response.writeHead(200, { 'congvu-signature': 'a..b' }).end('{}');
  assert.deepEqual((await asks())?.reply, { status: 200, signed: { text: '{}', signature: 'a..b' } });
  const problem = { code: 'E-EXCHANGE-WINDOW', problems: [{ code: 'E-EXCHANGE-WINDOW' }, { code: 'not a code' }, null] };
  answer = (_request, response) =>
    response.writeHead(429, { 'content-type': 'application/problem+json', 'retry-after': '5' }).end(JSON.stringify(problem));
  assert.deepEqual((await asks())?.reply, { status: 'refused', codes: ['E-EXCHANGE-WINDOW'], retryAfterMs: 5_000 });
  answer = (_request, response) =>
    response.writeHead(429, { 'content-type': 'application/problem+json', 'retry-after': '999999999' }).end(JSON.stringify(problem));
  assert.deepEqual((await asks())?.reply, { status: 'refused', codes: ['E-EXCHANGE-WINDOW'], retryAfterMs: RETRY_AFTER_MS_MAX });
});

test('what is no answer of a centre is none: a page of a proxy, a broken problem, an unsigned feed', async () => {
  answer = (_request, response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad</h1>');
  assert.equal(await asks(), null);
  answer = (_request, response) => response.writeHead(409, { 'content-type': 'application/problem+json' }).end('{');
  assert.equal(await asks(), null);
  const feed = { kind: 'feed', source: 'H26', after: 3 } as const;
  const page = (more: object) => JSON.stringify({ what: 'feed', source: 'H26', after: 3, entries: [], more: true, ...more });
  for (const [text, signature, isHeard] of [
    [page({}), 'a..b', true],
    [page({}), '', false],
    [page({ after: 2 }), 'a..b', false],
    [page({ source: 'H27' }), 'a..b', false],
    [page({ what: 'standing' }), 'a..b', false],
  ] as const) {
    answer = (_request, response) => response.writeHead(200, signature === '' ? {} : { 'congvu-signature': signature }).end(text);
    assert.equal((await asks({}, feed)) !== null, isHeard, text);
  }
});

test('silence, a cut in the middle and an answer without an end are told, and nothing waits for ever', async () => {
  answer = () => undefined;
  assert.equal(await down({ silenceMs: 50 }), 'SILENCE');
  answer = (_request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half');
    response.destroy();
  };
  assert.match(await down(), /ECONNRESET|LINE/);
  answer = (_request, response) => {
    const piece = Buffer.alloc(1024 * 1024);
    const more = (): void => {
      while (!response.destroyed && response.write(piece));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  };
  assert.equal(await down(), 'TOO-LARGE');
  assert.ok(ANSWER_BYTES_MAX < 64 * 1024 * 1024);
  assert.equal(await down({ url: 'http://127.0.0.1:9' }), 'ECONNREFUSED');
});

test('each carrier is told what it asks for, below its own address', async () => {
  const tokenFile = join(folder, 'token');
  writeFileSync(tokenFile, 'one\n');
  let seen: IncomingMessage | null = null;
  answer = (request, response) => {
    seen = request;
    response.writeHead(200).end();
  };
  const xRoad = { kind: 'x-road', client: 'VN/GOV/0026/hr' } as const;
  await asks({ url: `${url}/r1/VN/GOV/0001/exchange/`, headers: () => carrierHeaders(xRoad, () => 'id-1') });
  assert.equal(seen!.url, '/r1/VN/GOV/0001/exchange/exchange/v1/hello?epoch=1&seen=ab');
  assert.deepEqual([seen!.headers['x-road-client'], seen!.headers['x-road-id']], ['VN/GOV/0026/hr', 'id-1']);
  const lgsp = { kind: 'lgsp', tokenFile } as const;
  await asks({ headers: () => carrierHeaders(lgsp, () => '') });
  assert.equal(seen!.headers.authorization, 'Bearer one');
  writeFileSync(tokenFile, 'two\n');
  await asks({ headers: () => carrierHeaders(lgsp, () => '') });
  assert.equal(seen!.headers.authorization, 'Bearer two', 'a fresh token is read');
  assert.deepEqual(
    carrierHeaders({ kind: 'mtls' }, () => ''),
    {},
  );
});
