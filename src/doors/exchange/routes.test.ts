/** The exchange over HTTP, with every answer and every refusal that there is: what is wrong changes nothing, and says what is wrong. */
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { gzipSync, deflateSync } from 'node:zlib';
import { test } from 'node:test';
import { canonicalJson } from '#base/canonical-json.ts';
import { CALLS_AS, aFirstBatch, anExchange, contentDigest, putOf } from './exchange-for-tests.ts';
import type { ExchangeForTests, PutChanges } from './exchange-for-tests.ts';
import { BODY, CENTRE, aBatch, aChange, manifestOf } from './protocol/changes-for-tests.ts';
import { receiptsDigest, sha256 } from './protocol/digests.ts';
import type { BatchManifest, BatchReceipt, BatchResult, DigestAnswer, FeedPage, SentBatch, SourceStatement } from './shapes.ts';

const put = async ({ app }: ExchangeForTests, batch: SentBatch, changed: PutChanges = {}) => {
  const { statusCode, headers, body } = await app.inject(putOf(batch, changed));
  const isProblem = String(headers['content-type']).startsWith('application/problem+json');
  return { status: statusCode, headers, body, code: isProblem ? (JSON.parse(body) as { code: string }).code : '' };
};
const get = ({ app }: ExchangeForTests, url: string, as = 'H26') => app.inject({ url: `/exchange/v1/${url}`, headers: { [CALLS_AS]: as } });
const next = (before: SentBatch): Partial<BatchManifest> => ({ previous: manifestOf(before).sha256 });
const expectedOf = ({ centre }: ExchangeForTests): number => centre.stateOf('H26')!.lanes.daily.expected;

test('a batch is answered with R1, the very text that was signed; again with the same bytes; then with R2', async () => {
  const exchange = await anExchange({ judgesAtOnce: false });
  const batch = aFirstBatch();
  const first = await put(exchange, batch);
  assert.equal(first.status, 202, first.body);
  assert.ok(CENTRE.verify({ text: first.body, signature: String(first.headers['congvu-signature']) }));
  assert.equal((JSON.parse(first.body) as BatchReceipt).sha256, manifestOf(batch).sha256);
  const again = await put(exchange, batch);
  assert.deepEqual([again.status, again.body, again.headers['congvu-signature']], [200, first.body, first.headers['congvu-signature']]);
  const plain = await put(exchange, batch, { bytes: Buffer.from(batch.lines), headers: { 'content-encoding': 'identity' } });
  assert.deepEqual([plain.status, plain.body], [200, first.body]);
  const waiting = await get(exchange, 'batches/1/daily/1-2/result');
  assert.deepEqual([waiting.statusCode, waiting.body, waiting.headers['retry-after']], [202, '', '5']);
  assert.ok(exchange.centre.work());
  const result = await get(exchange, 'batches/1/daily/1-2/result');
  assert.equal(result.statusCode, 200);
  assert.ok(CENTRE.verify({ text: result.body, signature: String(result.headers['congvu-signature']) }));
  assert.deepEqual(
    (JSON.parse(result.body) as BatchResult).verdicts.map(({ seq, verdict }) => [seq, verdict]),
    [
      [1, 'accepted'],
      [2, 'accepted'],
    ],
  );
  for (const name of ['1/daily/1-1', '1/daily/3-4', '1/load/1-2', '2/daily/1-2']) {
    const none = await get(exchange, `batches/${name}/result`);
    assert.deepEqual([none.statusCode, none.json().code], [404, 'E-EXCHANGE-UNKNOWN-BATCH'], name);
  }
});

test('a greeting is a signed statement; feed and digests are signed pages', async () => {
  const exchange = await anExchange();
  const seen = receiptsDigest([null, null, null]);
  const hello = await get(exchange, `hello?epoch=1&seen=${seen}`);
  assert.ok(CENTRE.verify({ text: hello.body, signature: String(hello.headers['congvu-signature']) }));
  assert.equal((JSON.parse(hello.body) as SourceStatement).seen, seen);
  assert.deepEqual((await get(exchange, `hello?epoch=2&seen=${seen}`)).json().code, 'E-EXCHANGE-EPOCH');
  assert.equal((await get(exchange, `hello?epoch=1&seen=abc`)).statusCode, 400);
  await put(exchange, aFirstBatch());
  exchange.centre.corrects('p1', 'B/hoTen', { value: 'Lê Thị Lân', validFrom: '2026-11-01', ended: null });
  const feed = await get(exchange, 'feed');
  assert.ok(CENTRE.verify({ text: feed.body, signature: String(feed.headers['congvu-signature']) }));
  const page = JSON.parse(feed.body) as FeedPage;
  assert.deepEqual([page.after, page.more, page.entries.map(({ n, what }) => [n, what])], [0, false, [[1, 'fact']]]);
  assert.deepEqual(((await get(exchange, 'feed?after=1')).json() as FeedPage).entries, []);
  const ask = (payload: string) =>
    exchange.app.inject({
      method: 'POST',
      url: '/exchange/v1/digest',
      payload,
      headers: { [CALLS_AS]: 'H26', 'content-type': 'application/json' },
    });
  const digests = await ask('{"buckets":1024,"what":"digest"}');
  assert.ok(CENTRE.verify({ text: digests.body, signature: String(digests.headers['congvu-signature']) }));
  const all = (JSON.parse(digests.body) as DigestAnswer & { what: 'digests' }).digests;
  assert.equal(all.length, 1024);
  const one = all.findIndex((digest) => digest !== all[0] && digest !== all[1]);
  const facts = (await ask(`{"bucket":${Math.max(0, one)},"what":"digest"}`)).json() as DigestAnswer & { what: 'bucket' };
  assert.deepEqual(
    facts.facts.map(({ fact }) => fact),
    ['B/hoTen'],
  );
  for (const wrong of [
    '{"buckets":7,"what":"digest"}',
    '{"bucket":1024,"what":"digest"}',
    '{"what":"digest","bucket":1}',
    '',
    '{',
    'x'.repeat(20_000),
  ]) {
    const refused = await ask(wrong);
    assert.deepEqual([refused.statusCode, refused.json().code], [400, 'E-EXCHANGE-QUESTION'], wrong.slice(0, 40));
  }
});

test('the body’s own attestation is over exactly this batch, by a key that confirms', async () => {
  const exchange = await anExchange();
  const batch = aFirstBatch();
  await put(exchange, batch);
  const { source, epoch, lane, first, last, sha256 } = manifestOf(batch);
  const said = { what: 'confirmed', source, epoch, lane, first, last, sha256, at: '2026-11-30T03:00:00.000Z' };
  const confirm = (content: object, sign = BODY.sign, name = '1/daily/1-2') => {
    const { text, signature } = sign(canonicalJson(content));
    const headers = { [CALLS_AS]: 'H26', 'content-type': 'application/json', 'congvu-signature': signature };
    return exchange.app.inject({ method: 'PUT', url: `/exchange/v1/batches/${name}/confirmation`, payload: text, headers });
  };
  for (const [code, answer] of [
    ['E-EXCHANGE-SIGNATURE', await confirm(said, CENTRE.sign)],
    ['E-EXCHANGE-DIGEST', await confirm({ ...said, sha256: 'a'.repeat(64) })],
    ['E-EXCHANGE-DIGEST', await confirm({ ...said, more: 1 })],
    ['E-EXCHANGE-QUESTION', await confirm({ ...said, at: 'today' })],
    ['E-EXCHANGE-UNKNOWN-BATCH', await confirm(said, BODY.sign, '1/daily/3-4')],
  ] as const)
    assert.equal(answer.json().code, code);
  assert.equal(exchange.centre.isConfirmed('H26', { epoch, lane, first, last }), false);
  assert.equal((await confirm(said)).statusCode, 200);
  assert.ok(exchange.centre.isConfirmed('H26', { epoch, lane, first, last }));
});

test('who is not recognised is not read, and who sends for another or cannot sign is told of', async () => {
  const exchange = await anExchange();
  const batch = aFirstBatch();
  const nobody = await put(exchange, batch, { headers: { [CALLS_AS]: undefined } });
  assert.deepEqual([nobody.status, nobody.code, nobody.headers['connection']], [403, 'E-EXCHANGE-CALLER', 'close']);
  assert.deepEqual((await put(exchange, batch, { as: 'H99' })).code, 'E-EXCHANGE-UNKNOWN-SOURCE');
  assert.deepEqual((await put(exchange, aFirstBatch({ source: 'H27' }))).code, 'E-EXCHANGE-SOURCE');
  assert.deepEqual(
    (await put(exchange, batch, { headers: { 'congvu-signature': CENTRE.sign(batch.manifest.text).signature } })).code,
    'E-EXCHANGE-SIGNATURE',
  );
  assert.deepEqual((await put(exchange, batch, { headers: { 'congvu-signature': undefined } })).code, 'E-EXCHANGE-SIGNATURE');
  assert.deepEqual(exchange.suspicions, ['H26 E-EXCHANGE-SOURCE', 'H26 E-EXCHANGE-SIGNATURE', 'H26 E-EXCHANGE-SIGNATURE']);
  assert.equal(expectedOf(exchange), 1);
});

test('heads, address and bytes say one thing, or the batch is refused with what does not fit', async () => {
  const exchange = await anExchange();
  const batch = aFirstBatch();
  const gz = gzipSync(batch.lines);
  const manifest = (text: string) => ({ 'congvu-manifest': Buffer.from(text).toString('base64url') });
  const of = (bytes: Uint8Array): PutChanges => ({ bytes });
  const BOMB = gzipSync(Buffer.alloc(60 * 1024 * 1024));
  for (const [status, code, changed] of [
    [415, 'E-EXCHANGE-TYPE', { headers: { 'content-encoding': 'br' } }],
    [415, 'E-EXCHANGE-TYPE', { headers: { 'content-encoding': 'gzip, gzip' } }],
    [415, 'E-EXCHANGE-TYPE', { headers: { 'content-type': 'application/json' } }],
    [415, 'E-EXCHANGE-COMPRESSION', { bytes: deflateSync(batch.lines) }],
    [415, 'E-EXCHANGE-COMPRESSION', { bytes: Buffer.from(batch.lines) }],
    [415, 'E-EXCHANGE-COMPRESSION', of(gz.subarray(0, gz.length - 9))],
    [415, 'E-EXCHANGE-COMPRESSION', of(Buffer.concat([gz, Buffer.from('x')]))],
    [415, 'E-EXCHANGE-COMPRESSION', of(Buffer.concat([gz, gz]))],
    [415, 'E-EXCHANGE-COMPRESSION', of(Buffer.alloc(0))],
    [413, 'E-EXCHANGE-SIZE', of(Buffer.alloc(5 * 1024 * 1024 + 1))],
    [413, 'E-EXCHANGE-SIZE', of(BOMB)],
    [413, 'E-EXCHANGE-SIZE', { headers: { 'content-length': '999999999' } }],
    [400, 'E-EXCHANGE-BYTES', { headers: { 'content-digest': undefined } }],
    [400, 'E-EXCHANGE-BYTES', { headers: { 'content-digest': contentDigest(Buffer.from('x')) } }],
    [400, 'E-EXCHANGE-BYTES', { headers: { 'content-digest': 'sha-512=:AAAA:' } }],
    [400, 'E-EXCHANGE-BYTES', { headers: { 'content-digest': `${contentDigest(gz)}, ${contentDigest(gz)}` } }],
    [400, 'E-EXCHANGE-MANIFEST', { headers: { 'congvu-manifest': undefined } }],
    [400, 'E-EXCHANGE-MANIFEST', { headers: { 'congvu-manifest': '§§' } }],
    [400, 'E-EXCHANGE-MANIFEST', { headers: manifest('{}') }],
    [400, 'E-EXCHANGE-MANIFEST', { headers: manifest(` ${batch.manifest.text}`) }],
    [400, 'E-EXCHANGE-MANIFEST', { headers: manifest(batch.manifest.text.replace('{', '{"epoch":1,')) }],
    [400, 'E-EXCHANGE-MANIFEST', { url: '/exchange/v1/batches/1/daily/1-3' }],
    [400, 'E-EXCHANGE-MANIFEST', { url: '/exchange/v1/batches/2/daily/1-2' }],
    [400, 'E-EXCHANGE-MANIFEST', { url: '/exchange/v1/batches/1/load/1-2' }],
  ] as const) {
    const answer = await put(exchange, batch, changed as PutChanges);
    assert.deepEqual([answer.status, answer.code], [status, code], JSON.stringify(changed).slice(0, 200));
    assert.equal(answer.headers['retry-after'], code === 'E-EXCHANGE-BYTES' ? '5' : undefined);
  }
  for (const url of ['1/daily/01-2', '0/daily/1-2', '1/weekly/1-2', '1/daily/1', '1/daily/9007199254740993-9007199254740994'])
    assert.ok([400, 404].includes((await put(exchange, batch, { url: `/exchange/v1/batches/${url}` })).status), url);
  assert.equal(expectedOf(exchange), 1, 'nothing of it is held');
  assert.equal(
    (await put(exchange, batch, { headers: { 'content-digest': `sha-512=:AAAA:, ${contentDigest(gz)}` }, bytes: gz })).status,
    202,
  );
});

test('lines that say two things, or too much, are refused: the whole batch with them', async () => {
  const exchange = await anExchange();
  const lines = (text: string, seal: Partial<BatchManifest> = {}): SentBatch => ({
    lines: text,
    manifest: BODY.sign(canonicalJson({ ...manifestOf(aFirstBatch()), sha256: sha256(text), ...seal })),
  });
  const good = aFirstBatch().lines;
  const long = `${canonicalJson(aChange(1, { value: 'x'.repeat(10 * 1024 * 1024) }))}\n`;
  for (const [status, code, batch] of [
    [422, 'E-EXCHANGE-DIGEST', { ...aFirstBatch(), lines: `${good} ` }],
    [422, 'E-EXCHANGE-LINE', lines(good.replace('{', '{"seq":1,'))],
    [422, 'E-EXCHANGE-LINE', lines(good.replace('{', '{ '))],
    [422, 'E-EXCHANGE-LINE', lines(good.replace('"seq":2', '"seq":3'))],
    [422, 'E-EXCHANGE-LINE', lines(good.trimEnd())],
    [422, 'E-EXCHANGE-LINE', lines(`${good}\n`)],
    [422, 'E-EXCHANGE-LINE', lines(good.replace('2026-11-01', '2026-02-30'))],
    [422, 'E-EXCHANGE-LINE', lines(good.replace('"assert"', '"overwrite"'))],
    [413, 'E-EXCHANGE-SIZE', lines(long, { last: 1 })],
    [413, 'E-EXCHANGE-SIZE', lines(good, { last: 1_001 })],
  ] as const) {
    const answer = await put(exchange, batch);
    assert.deepEqual([answer.status, answer.code], [status, code], answer.body.slice(0, 200));
  }
  const notText = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(good)]);
  assert.equal((await put(exchange, aFirstBatch(), { bytes: gzipSync(notText) })).code, 'E-EXCHANGE-LINE');
  assert.equal(expectedOf(exchange), 1);
});

test('gap, window, fork, frozen, epoch: each with its status, and with what helps the sender on', async () => {
  const exchange = await anExchange({ judgesAtOnce: false });
  const first = aFirstBatch();
  const gap = await put(exchange, aBatch([aChange(9)]));
  assert.deepEqual([gap.status, gap.code, gap.headers['congvu-expected']], [409, 'E-EXCHANGE-GAP', '1']);
  await put(exchange, first);
  let last = first;
  for (let seq = 3; seq <= 9; seq += 1) {
    const batch = aBatch([aChange(seq)], next(last));
    assert.equal((await put(exchange, batch)).status, 202);
    last = batch;
  }
  const full = await put(exchange, aBatch([aChange(10)], next(last)));
  assert.deepEqual([full.status, full.code, full.headers['retry-after']], [429, 'E-EXCHANGE-WINDOW', '5']);
  assert.equal((await put(exchange, first)).status, 200, 'a replay is answered whatever waits');
  const fork = await put(exchange, aBatch([aChange(10)], { previous: 'a'.repeat(64) }));
  assert.deepEqual([fork.status, fork.code], [409, 'E-EXCHANGE-FORK']);
  const frozen = await put(exchange, aBatch([aChange(10)], next(last)));
  assert.deepEqual([frozen.status, frozen.code], [409, 'E-EXCHANGE-FROZEN']);
  assert.equal((await put(exchange, first)).status, 200);
  assert.equal(exchange.centre.release('H26', ['an', 'an']), null);
  assert.equal(exchange.centre.release('H26', ['an', 'binh']), 2);
  const stale = await put(exchange, aBatch([aChange(10)], next(last)));
  assert.deepEqual([stale.status, stale.code], [409, 'E-EXCHANGE-EPOCH'], 'the copy that was cloned finds another epoch');
  assert.equal((await put(exchange, aBatch([aChange(1, { ref: 'anew' })], { epoch: 2 }))).status, 202);
});

test('two clones of one node: the second to send is seen, whichever it is', async () => {
  const exchange = await anExchange();
  const one = aFirstBatch();
  await put(exchange, one);
  assert.equal((await put(exchange, aBatch([aChange(3, { ref: 'of-one' })], next(one)))).status, 202);
  assert.equal((await put(exchange, aBatch([aChange(3, { ref: 'of-the-other' })], next(one)))).code, 'E-EXCHANGE-FORK');
  assert.notEqual(exchange.centre.stateOf('H26')!.frozen, null);
});

test('a first load is told to come later where much waits, and nobody else is', async () => {
  const sources = Array.from({ length: 88 }, (_, at) => `H${at + 100}`);
  const exchange = await anExchange({
    judgesAtOnce: false,
    sources: ['H26', ...sources].map((source) => ({ source, verify: BODY.verify })),
  });
  for (const source of sources)
    for (const lane of ['daily', 'correction', 'load'] as const)
      await put(exchange, aBatch([aChange(1)], { source, lane }), { as: source });
  const load = await put(exchange, aBatch([aChange(1)], { lane: 'load' }));
  assert.deepEqual([load.status, load.code, load.headers['retry-after']], [503, 'E-EXCHANGE-LATER', '5']);
  assert.equal((await put(exchange, aFirstBatch())).status, 202);
});

test('a clock that is a year off, either way, decides nothing: what was sent when is the sender’s word, and R1 has our time', async () => {
  for (const issuedAt of ['2025-11-30T02:00:00.000Z', '2027-11-30T02:00:00.000Z']) {
    const exchange = await anExchange();
    const answer = await put(exchange, aFirstBatch({ issuedAt }));
    assert.equal(answer.status, 202);
    assert.equal((JSON.parse(answer.body) as BatchReceipt).at, '2026-11-30T02:00:00.000Z');
    assert.equal(((await get(exchange, 'batches/1/daily/1-2/result')).json() as BatchResult).verdicts.length, 2);
  }
});

test('a schema that nobody knows is kept and not judged; people of another body are refused', async () => {
  const exchange = await anExchange({
    sources: [
      { source: 'H26', verify: BODY.verify },
      { source: 'H27', verify: BODY.verify },
    ],
  });
  await put(exchange, aFirstBatch());
  await put(exchange, aBatch([aChange(1, { ref: 'x' }), aChange(2, { ref: 'y', person: 'p9', schema: 'cbccvc@9.0' })], { source: 'H27' }), {
    as: 'H27',
  });
  const verdicts = ((await get(exchange, 'batches/1/daily/1-2/result', 'H27')).json() as BatchResult).verdicts;
  assert.deepEqual(
    verdicts.map((one) => [one.verdict, 'problems' in one ? one.problems[0]!.code : '']),
    [
      ['rejected', 'E-EXCHANGE-NOT-WRITER'],
      ['quarantined', 'E-EXCHANGE-SCHEMA'],
    ],
  );
});

test('a flipped bit at any place of the bytes, of the manifest or of the signature is refused, every time', async () => {
  const exchange = await anExchange();
  const batch = aFirstBatch();
  const gz = gzipSync(batch.lines);
  let tried = 0;
  for (let at = 0; at < gz.length; at += 1)
    for (const mask of [0x01, 0x80]) {
      const bytes = Buffer.from(gz);
      bytes[at]! ^= mask;
      // Flipped on the way: the digest is that of what was sent. Flipped before: it fits, and the batch does not, or says the same text.
      assert.equal((await put(exchange, batch, { bytes, headers: { 'content-digest': contentDigest(gz) } })).code, 'E-EXCHANGE-BYTES');
      tried += 1;
    }
  for (const [head, text] of [
    ['congvu-manifest', Buffer.from(batch.manifest.text).toString('base64url')],
    ['congvu-signature', batch.manifest.signature],
  ] as const)
    for (let at = 0; at < text.length; at += 1) {
      const other = text[at] === 'A' ? 'B' : 'A';
      const answer = await put(exchange, batch, { headers: { [head]: `${text.slice(0, at)}${other}${text.slice(at + 1)}` } });
      assert.ok(answer.status >= 400, `${head} ${at}`);
      tried += 1;
    }
  for (let at = 0; at < batch.lines.length; at += 1) {
    const lines = Buffer.from(batch.lines);
    lines[at]! ^= 0x01;
    const answer = await put(exchange, batch, { bytes: gzipSync(lines) });
    assert.ok(answer.status >= 400, `line byte ${at}`);
    tried += 1;
  }
  assert.ok(tried > 1_200, `${tried}`);
  assert.equal(expectedOf(exchange), 1);
  assert.equal((await put(exchange, batch)).status, 202, 'and unharmed it is taken');
});

test('who stops in the middle is told so and let go; who goes away leaves nothing; the server answers others meanwhile', async () => {
  const exchange = await anExchange({}, { silenceMs: 200 });
  await exchange.app.listen({ port: 0, host: '127.0.0.1' });
  try {
    const { port } = exchange.app.server.address() as AddressInfo;
    const request = putOf(aFirstBatch());
    const heads = Object.entries({ ...request.headers, 'content-length': '5000', host: 'localhost' })
      .map(([name, value]) => `${name}: ${String(value)}\r\n`)
      .join('');
    const open = async () => {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      await new Promise((done) => socket.once('connect', done));
      socket.write(`PUT ${request.url} HTTP/1.1\r\n${heads}\r\nhalf`);
      return socket;
    };
    const slow = await open();
    const gone = await open();
    gone.destroy();
    assert.equal((await put(exchange, aFirstBatch())).status, 202);
    let said = '';
    slow.on('data', (part) => (said += String(part)));
    await new Promise((done) => slow.once('close', done));
    assert.match(said, /^HTTP\/1\.1 408/);
    assert.match(said, /E-EXCHANGE-SLOW/);
    assert.match(said, /retry-after: 5/i);
  } finally {
    await exchange.app.close();
  }
});

test('what the centre does not do has no route', async () => {
  const whole = await anExchange();
  const { greet, offer } = whole.centre;
  const exchange = await anExchange({}, { centre: { greet, offer } });
  for (const url of ['batches/1/daily/1-2/result', 'feed', 'digest']) assert.equal((await get(exchange, url)).statusCode, 404, url);
  assert.equal((await put(exchange, aFirstBatch())).status, 202);
});
