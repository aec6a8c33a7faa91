/** What stands between us and a bad other end: bytes, media type, redirects, encodings. Over a loopback server that answers as told. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { stoppedClock } from '#base/clock.ts';
import type { Answer, Question } from '#record/matching/port.ts';
import { populationGateway } from './gateway.ts';
import { ANSWER_BYTES_MAX } from './limits.ts';

const QUESTION: Question = {
  nationalId: '000190000001',
  name: 'Nguyễn Thị Hoà',
  birth: '1990-02-28',
  sex: '2',
  ethnicity: '01',
  requestId: 'yc-1',
  officer: { account: 'cb.ha', unit: 'H26.5', phone: '' },
  purpose: 'DOI_SOAT_HO_SO',
};
const EMPTY = '<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body><CongdanCollection/></S:Body></S:Envelope>';
const UNREADABLE: Answer = { kind: 'unavailable', reason: 'unreadable', retryAfterMs: null };

const servers: Server[] = [];
after(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

/** Address of a server that answers with `listener`. */
async function aServer(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/ws`;
}
const ask = (url: string, timeoutMs = 5_000): Promise<Answer> =>
  populationGateway({
    url,
    serviceCode: 'X',
    timeoutMs,
    clock: stoppedClock('2026-11-24T03:00:00.000Z'),
    access: { kind: 'ndxp', user: 'u', secret: 's', xroadClient: 'VN/GOV/X/Y', apiKey: 'k' },
  }).lookUp(QUESTION);
const answering = (status: number, headers: Record<string, string>, body: string | Uint8Array): Promise<string> =>
  aServer((_request, response) => {
    response.writeHead(status, headers).end(body);
  });

test('an answer counts only as XML, in UTF-8, with a status that goes with it', async () => {
  for (const [name, status, type, body, answer] of [
    ['text/xml', 200, 'text/xml; charset=utf-8', EMPTY, { kind: 'not-found' }],
    ['application/xml', 200, 'Application/XML', EMPTY, { kind: 'not-found' }],
    ['a page of something on the way', 200, 'text/html', EMPTY, UNREADABLE],
    ['no type', 200, '', EMPTY, UNREADABLE],
    ['not UTF-8', 200, 'text/xml', Buffer.concat([Buffer.from('<!-- '), Buffer.of(0xc3, 0x28), Buffer.from(` -->${EMPTY}`)]), UNREADABLE],
    ['an answer with status 500 is no answer', 500, 'text/xml', EMPTY, { kind: 'unavailable', reason: 'status', retryAfterMs: null }],
    ['an answer with status 404 neither', 404, 'text/xml', EMPTY, { kind: 'unavailable', reason: 'status', retryAfterMs: null }],
    [
      'an error object of the platform',
      200,
      'application/json',
      '{"status":0,"code":101,"message":"x"}',
      { kind: 'refused', code: 'LGSP-101' },
    ],
  ] as const)
    assert.deepEqual(await ask(await answering(status, type === '' ? {} : { 'content-type': type }, body)), answer, name);
});

test('an answer that does not end is left after half a megabyte, and the connection with it', async () => {
  let sent = 0;
  let left: () => void;
  const gone = new Promise<void>((done) => {
    left = done;
  });
  const url = await aServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/xml' });
    response.once('close', () => left());
    const more = (): void => {
      while (!response.destroyed && response.write(' '.repeat(64 * 1024))) sent += 64 * 1024;
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  });
  assert.deepEqual(await ask(url), UNREADABLE);
  await gone;
  assert.ok(sent < ANSWER_BYTES_MAX + 16 * 1024 * 1024, `${sent} bytes left the server`);
});

test('a small answer that inflates without end is bounded as well', async () => {
  const packed = gzipSync(Buffer.concat([Buffer.from('<a>'), Buffer.alloc(64 * 1024 * 1024, 0x20)]));
  assert.ok(packed.length < 128 * 1024);
  assert.deepEqual(await ask(await answering(200, { 'content-type': 'text/xml', 'content-encoding': 'gzip' }, packed)), UNREADABLE);
});

test('no redirect is followed, whatever its kind', async () => {
  let visits = 0;
  const trap = await aServer((_request, response) => {
    visits += 1;
    response.writeHead(200, { 'content-type': 'text/xml' }).end(EMPTY);
  });
  for (const status of [301, 302, 303, 307, 308])
    assert.deepEqual(
      await ask(await answering(status, { location: trap, 'content-type': 'text/xml' }, EMPTY)),
      { kind: 'unavailable', reason: 'status', retryAfterMs: null },
      String(status),
    );
  assert.equal(visits, 0);
});

test('a line that is opened and then says nothing ends with the time limit', async () => {
  const silent = await aServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/xml' }).write('<S:Envelope');
  });
  assert.deepEqual(await ask(silent, 150), { kind: 'unavailable', reason: 'timeout', retryAfterMs: null });
});
