/**
 * Bad requests over real HTTP against the real product: each ends in a plain problem with a code, nothing is written,
 * nothing of the machine is told; and the server goes on working. The bad files of door B stand beside its reader.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { cookieName } from '#authority/access/request.ts';
import { DATABASE } from '#base/database/bootstrap.ts';
import { placeOfData } from '#base/database/embedded-server.ts';
import { encodeCursor } from '#base/cursor.ts';
import { UPLOAD_SIZE_BYTES_MAX } from '#record/intake/limits.ts';
import { visitor } from '#start/demo/http-client.ts';
import type { Answered, Visitor } from '#start/demo/http-client.ts';
import { cleanWorkbook } from '#start/demo/workbooks.ts';
import { openOwnProduct } from '#start/own-product.ts';
import type { Running } from '#start/serve.ts';

const ROOT = join(import.meta.dirname, '../..');
const PEOPLE = 60;
const BODY = 'H26.03.01';
/** Longest wait for the work in the background, and for a server that was killed, in milliseconds. */
const WAIT_MS_MAX = 10 * 60_000;

let running: Running;
let clerk: Visitor;
let officer: Visitor;
let bodyId: string;
let personId: string;
let submissionId: string;
let workbook: Uint8Array;
let sql: pg.Pool;

before(async () => {
  const opened = await openOwnProduct({ root: ROOT, portal: true, people: PEOPLE, tell: () => undefined });
  assert.ok(opened.ok, 'the product starts');
  running = opened.value;
  [clerk, officer] = [visitor(running.address), visitor(running.address)];
  await clerk.signIn('nhap-lieu');
  await officer.signIn('xac-nhan');
  const place = placeOfData(join(running.composed.dataFolder, 'pg18'));
  const password = encodeURIComponent(readFileSync(`${place}.password`, 'utf8'));
  sql = new pg.Pool({
    connectionString: `postgresql://postgres:${password}@/${DATABASE}?host=${encodeURIComponent(`${place}.s`)}`,
    max: 2,
    options: '-c search_path=congvu',
  });
  sql.on('error', () => undefined); // the server is killed in one of the tests
  workbook = await cleanWorkbook();
  bodyId = (await clerk.get('/api/v1/bodies')).json.items.find((body: { code: string }) => body.code === BODY).id;
  personId = (await officer.post('/api/v1/people/search', {})).json.items[0].personId;
  submissionId = (await clerk.get('/api/v1/submissions')).json.items.find((one: { state: string }) => one.state === 'checked').id;
  await quiet();
});
after(async () => {
  await sql?.end().catch(() => undefined);
  await running?.stop();
});

/** Rows of every table that a request could change, and the kept files. Sessions, keys of requests and the log of reads are told apart. */
async function state(): Promise<Readonly<Record<string, number>>> {
  const { rows: tables } = await sql.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'congvu' and c.relkind in ('r', 'p') and not c.relispartition
        and c.relname not in ('session', 'session_provider', 'notice', 'idempotent_answer', 'act') and c.relname not like 'audit%' order by 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) counts[name] = Number((await sql.query<{ n: string }>(`select count(*) as n from ${name}`)).rows[0]!.n);
  counts['blobs'] = blobs().length;
  return counts;
}

/** Every file in the store, half-written ones as well. */
const blobs = (): string[] =>
  readdirSync(join(running.composed.dataFolder, 'blobs'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();

/** Waits until the demo's half-done work stands still. */
async function quiet(): Promise<void> {
  let last = '';
  for (let waited = 0; waited < WAIT_MS_MAX; waited += 400) {
    const { rows: busy } = await sql.query(`select 1 from submission_file where stage in ('queued', 'reading')`);
    const now = JSON.stringify(await state());
    if (now === last && busy.length === 0) return;
    last = now;
    await sleep(400);
  }
  throw new Error('the work in the background does not end');
}

/** Nothing of the machine may stand in an answer. */
const LEAKS = /node_modules|at \/|\.ts:|select |insert |postgres|SQLSTATE|ECONN|\bstack\b/i;

function isProblem(answered: Answered, status: number, code: string): void {
  const said = Buffer.from(answered.bytes).toString();
  assert.equal(answered.status, status, said.slice(0, 300));
  assert.match(answered.headers.get('content-type') ?? '', /^application\/problem\+json/);
  assert.equal(answered.json.code, code);
  for (const part of ['detail', 'next'] as const)
    for (const language of ['vi', 'en'] as const) assert.ok(answered.json[part][language].length > 5, `${part}.${language}`);
  assert.match(answered.json.requestId, /^req-/);
  assert.doesNotMatch(said, LEAKS);
}

const unchanged = async (work: () => Promise<void>): Promise<void> => {
  const was = await state();
  await work();
  assert.deepEqual(await state(), was, 'nothing was written');
};
/** As above, where some of what is asked is answered: an answer about people, and a sign-in, is an act in the log. */
const onlyRead = async (work: () => Promise<void>): Promise<void> => {
  const was = await state();
  await work();
  const is = await state();
  assert.deepEqual(
    { ...is, identity_link: was['identity_link'], reading_budget: was['reading_budget'] },
    was,
    'nothing but reads was written',
  );
};

/** Text as it stands, as JSON: what `JSON.stringify` would never make. */
const sendText = async (who: Visitor, path: string, text: string, headers: Readonly<Record<string, string>> = {}): Promise<Answered> =>
  who.send('POST', path, new TextEncoder().encode(text), { 'content-type': 'application/json', ...headers });
const upload = (bytes: Uint8Array, headers: Readonly<Record<string, string>> = {}): Promise<Answered> =>
  clerk.send('POST', `/api/v1/uploads?body=${bodyId}`, bytes, headers);

/** A request written by hand, byte for byte; the whole answer as text. */
function byHand(lines: readonly string[]): Promise<string> {
  return new Promise((done, failed) => {
    const { hostname, port } = new URL(running.address);
    const socket = connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname, () =>
      socket.write(`${lines.join('\r\n')}\r\n\r\n`),
    );
    let answer = '';
    socket.setTimeout(5_000, () => socket.destroy(new Error('no answer')));
    socket.on('data', (piece) => (answer += piece.toString('latin1')));
    socket.on('close', () => done(answer));
    socket.on('error', failed);
  });
}

test('a content type that the address does not take', () =>
  unchanged(async () => {
    for (const type of ['text/xml', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])
      isProblem(await sendText(officer, '/api/v1/people/search', '{}', { 'content-type': type }), 415, 'E-MEDIA-TYPE');
    isProblem(await upload(workbook, { 'content-type': 'text/calendar' }), 415, 'E-MEDIA-TYPE');
    // Parts of a first load come so, and nothing else.
    isProblem(await upload(workbook, { 'content-type': 'text/csv' }), 415, 'E-UPLOAD-TYPE');
    assert.equal((await upload(new TextEncoder().encode('{"a":1}'), { 'content-type': 'application/json' })).status, 415);
    assert.equal(
      (await officer.send('POST', '/api/v1/people/search', new TextEncoder().encode('{}'))).status,
      400,
      'bytes where JSON is due',
    );
  }));

test('a body over the limit, for JSON and for a workbook', () =>
  unchanged(async () => {
    isProblem(await sendText(officer, '/api/v1/people/search', `{"name":"${'a'.repeat(1_100_000)}"}`), 413, 'E-BODY-TOO-LARGE');
    const tooLarge = await upload(new Uint8Array(UPLOAD_SIZE_BYTES_MAX + 2));
    isProblem(tooLarge, 413, 'E-BODY-TOO-LARGE');
    isProblem(await upload(new Uint8Array(UPLOAD_SIZE_BYTES_MAX + 1)), 413, 'E-UPLOAD-TOO-LARGE');
    isProblem(await upload(new Uint8Array(0)), 400, 'E-UPLOAD-EMPTY');
  }));

test('JSON that is none, says a name twice, is nested without end, or holds what no text may', () =>
  unchanged(async () => {
    const NUL = String.raw`\u0000`;
    for (const text of [
      '{',
      '{"name":}',
      'undefined',
      '{"name":"a"} {"name":"b"}',
      '{"name":"a","name":"b"}',
      '{"name":"a","\\u006eame":"b"}',
      '['.repeat(100_000),
      `${'['.repeat(40)}${']'.repeat(40)}`,
      `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
      `{"name":"Nguyễn${NUL}An"}`,
      `{"${NUL}":"a"}`,
      String.raw`{"name":"\ud83d"}`,
    ])
      isProblem(await sendText(officer, '/api/v1/people/search', text), 400, 'E-JSON');
  }));

test('fields that nobody asked for, and values of another shape', () =>
  unchanged(async () => {
    for (const body of [
      { name: 'An', role: 'QUAN_TRI' },
      { __proto__x: 1 },
      { limit: 0 },
      { limit: 1e9 },
      { limit: '20; drop table person' },
      { limit: 1.5 },
      { bodyId: 'H26' },
      { name: 'x'.repeat(101) },
      { name: { vi: 'An' } },
      ['An'],
      'An',
      null,
    ])
      isProblem(await sendText(officer, '/api/v1/people/search', JSON.stringify(body)), 400, 'E-REQUEST');
    isProblem(await sendText(officer, '/api/v1/people/search', '{"__proto__":{"limit":1}}'), 400, 'E-REQUEST');
    isProblem(await clerk.post(`/api/v1/submissions/${submissionId}/submit`, { asOf: '2026-11-01' }), 400, 'E-REQUEST');
  }));

test('days and points of time that are none', () =>
  unchanged(async () => {
    for (const day of ['2026-02-30', '2026-13-01', 'hôm nay', "2026'--", '0000-00-00']) {
      const sent = await clerk.send('POST', `/api/v1/uploads?body=${bodyId}&asOf=${encodeURIComponent(day)}`, Uint8Array.of(80, 75, 3, 4));
      assert.ok(sent.status === 400 || sent.status === 422, `upload as of ${day}: ${sent.status} ${sent.json?.code}`);
      const submitted = await clerk.post(`/api/v1/submissions/${submissionId}/submit`, { asOf: day, acknowledgedCodes: [], partial: true });
      assert.ok([400, 409, 422].includes(submitted.status), `submit as of ${day}: ${submitted.status} ${submitted.json?.code}`);
      const read = await officer.get(`/api/v1/people/${personId}?validOn=${encodeURIComponent(day)}`);
      assert.ok(read.status === 400 || read.status === 422, `valid on ${day}: ${read.status} ${read.json?.code}`);
      const tree = await clerk.get(`/api/v1/bodies/tree?on=${encodeURIComponent(day)}`);
      assert.equal(tree.status, 400, `tree on ${day}: ${tree.json?.code}`);
    }
    // A day of the year 0 exists, but not for PostgreSQL.
    assert.equal((await clerk.send('POST', `/api/v1/uploads?body=${bodyId}&asOf=0000-01-01`, Uint8Array.of(80))).status, 400);
    assert.equal((await clerk.get('/api/v1/bodies/tree?on=0000-01-01')).status, 400);
    for (const at of ['-1', '1.5', 'abc', '9'.repeat(30), 'NaN'])
      assert.ok([400, 422].includes((await officer.get(`/api/v1/people/${personId}?knownAt=${at}`)).status), at);
  }));

test('numbers of things that are none: not a uuid, nobody’s uuid, a path', () =>
  unchanged(async () => {
    for (const id of ['1', 'null', `${personId}0`, "'; select 1", '00000000-0000-0000-0000-00000000000g', '%00']) {
      const path = encodeURIComponent(id);
      isProblem(await officer.get(`/api/v1/people/${path}`), 400, 'E-REQUEST');
      isProblem(await clerk.get(`/api/v1/submissions/${path}`), 400, 'E-REQUEST');
      isProblem(await clerk.send('POST', `/api/v1/uploads?body=${path}`, workbook), 400, 'E-REQUEST');
      isProblem(await officer.get(`/api/v1/confirmation/${path}/${personId}`), 400, 'E-REQUEST');
      isProblem(await clerk.post(`/api/v1/submissions/${path}/withdraw`), 400, 'E-REQUEST');
    }
    const nobody = '018f0000-0000-7000-8000-000000000000';
    for (const path of [`/api/v1/people/${nobody}`, `/api/v1/submissions/${nobody}`, `/api/v1/confirmation/${nobody}/${nobody}`])
      assert.equal((await officer.get(path)).status, 404, path);
    assert.ok([403, 404].includes((await clerk.send('POST', `/api/v1/uploads?body=${nobody}`, workbook)).status));
    isProblem(await clerk.get('/api/v1/receipts/BN-1'), 400, 'E-REQUEST');
  }));

test('a cursor that we did not make, and a page without end', () =>
  onlyRead(async () => {
    const forged = [
      'không phải con trỏ',
      '%%%',
      '0'.repeat(499),
      encodeCursor(['x']),
      encodeCursor(['x', 'y']),
      encodeCursor(['x', 'y', 'z']),
      encodeCursor(["'", "' or true --"]),
      encodeCursor(['\0', '\0']),
      encodeCursor(['2026-99-99T99:99:99Z', personId]),
      encodeCursor(['2026-11-01T00:00:00Z', 'không']),
      encodeCursor(['2026-99-99', personId, personId]),
      encodeCursor(['NaN']),
      encodeCursor(['1e400']),
      encodeCursor(['-9223372036854775809']),
    ];
    const overseer = visitor(running.address);
    await overseer.signIn('giam-sat');
    const lists: readonly [string, (cursor: string) => Promise<Answered>][] = [
      ['submissions', (cursor) => clerk.get(`/api/v1/submissions?cursor=${encodeURIComponent(cursor)}`)],
      ['problems', (cursor) => clerk.get(`/api/v1/submissions/${submissionId}/problems?cursor=${encodeURIComponent(cursor)}`)],
      ['comparison', (cursor) => clerk.get(`/api/v1/submissions/${submissionId}/comparison?cursor=${encodeURIComponent(cursor)}`)],
      ['returned', (cursor) => clerk.get(`/api/v1/submissions/${submissionId}/returned?cursor=${encodeURIComponent(cursor)}`)],
      ['queue', (cursor) => officer.get(`/api/v1/confirmation/queue?cursor=${encodeURIComponent(cursor)}`)],
      ['search', (cursor) => officer.post('/api/v1/people/search', { cursor })],
      ['events', (cursor) => overseer.get(`/api/v1/audit/events?cursor=${encodeURIComponent(cursor)}`)],
    ];
    const broken: string[] = [];
    for (const [name, list] of lists)
      for (const cursor of forged) {
        const answered = await list(cursor);
        if (answered.status >= 500) broken.push(`${name}: ${cursor} → ${answered.status}`);
      }
    assert.deepEqual(broken, []);
    for (const limit of ['0', '-1', '201', '1e9', 'x', '', '1&limit=2', '1.5', '%00'])
      for (const [who, path] of [
        [clerk, '/api/v1/submissions'],
        [clerk, `/api/v1/submissions/${submissionId}/problems`],
        [officer, '/api/v1/confirmation/queue'],
        [overseer, '/api/v1/audit/events'],
      ] as const)
        isProblem(await who.get(`${path}?limit=${limit}`), 400, 'E-REQUEST');
    isProblem(await clerk.get(`/api/v1/submissions?cursor=${'a'.repeat(501)}`), 400, 'E-REQUEST');
  }));

test('signs that are no text in an address', () =>
  onlyRead(async () => {
    for (const path of [
      `/api/v1/submissions/${submissionId}/problems?code=%00`,
      `/api/v1/people/${personId}/history?field=%00`,
      `/api/v1/people/${personId}/history?field=__proto__`,
      `/api/v1/people/${personId}/history?field=constructor`,
      `/api/v1/submissions/${submissionId}/problems?code=%ff%fe`,
      '/api/v1/%ff',
      '/api/v1/submissions/%zz',
      `/api/v1/submissions/${'a'.repeat(5_000)}`,
    ]) {
      const answered = await officer.get(path);
      assert.ok(answered.status < 500, `${path.slice(0, 80)}: ${answered.status}`);
      assert.ok(
        answered.status === 200 || (answered.headers.get('content-type') ?? '').startsWith('application/problem+json'),
        path.slice(0, 80),
      );
      assert.equal(answered.headers.get('x-content-type-options'), 'nosniff', path.slice(0, 80));
    }
    isProblem(await officer.post(`/api/v1/people/${personId}/unmask`, { field: '__proto__' }), 403, 'E-FIELD-NOT-VISIBLE');
  }));

test('a session that is forged, of somebody who never was, or over', () =>
  onlyRead(async () => {
    const name = cookieName(false);
    const stranger = visitor(running.address);
    for (const value of ['', 'x', 'A'.repeat(43), `${'A'.repeat(42)}=`, 'A'.repeat(5_000), "' or 1=1 --", '%00']) {
      stranger.cookies.clear();
      stranger.cookies.set(name, value);
      isProblem(await stranger.get('/api/v1/submissions'), 401, 'E-NOT-SIGNED-IN');
      isProblem(await stranger.post('/api/v1/people/search', {}), 401, 'E-NOT-SIGNED-IN');
    }
    await stranger.signIn('nhap-lieu');
    const handle = stranger.cookies.get(name)!;
    const flipped = `${handle.slice(0, 20)}${handle[20] === 'A' ? 'B' : 'A'}${handle.slice(21)}`;
    stranger.cookies.set(name, flipped);
    isProblem(await stranger.get('/api/v1/submissions'), 401, 'E-NOT-SIGNED-IN');
    stranger.cookies.set(name, handle);
    assert.equal((await stranger.get('/api/v1/submissions')).status, 200);
    const newest = `session_id = (select session_id from session where account_id is not null order by started_at desc limit 1)`;
    await sql.query(`update session set seen_at = seen_at - interval '16 minutes' where ${newest}`);
    isProblem(await stranger.get('/api/v1/submissions'), 401, 'E-NOT-SIGNED-IN');
    isProblem(await stranger.send('POST', `/api/v1/uploads?body=${bodyId}`, workbook), 401, 'E-NOT-SIGNED-IN');
    assert.equal((await clerk.get('/api/v1/submissions')).status, 200, 'the session of somebody else goes on');
  }));

test('a request from another site', () =>
  unchanged(async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `${running.address}.evil.example` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      isProblem(await clerk.send('POST', `/api/v1/uploads?body=${bodyId}`, workbook, headers), 403, 'E-CROSS-SITE');
      isProblem(await clerk.send('POST', '/auth/sign-out', undefined, headers), 403, 'E-CROSS-SITE');
      isProblem(await clerk.send('DELETE', `/api/v1/my/sessions/${personId}`, undefined, headers), 403, 'E-CROSS-SITE');
    }
    assert.equal((await clerk.get('/api/v1/session')).json.signedIn, true);
  }));

test('a form without its key, with a bad one, sent twice, and a key used for something else', async () => {
  await unchanged(async () => {
    for (const key of ['', 'short', 'k'.repeat(129), 'có dấu cách'.normalize('NFD').replace(/[^\x20-\x7e]/g, '')])
      isProblem(await clerk.send('POST', `/api/v1/uploads?body=${bodyId}`, workbook, { 'idempotency-key': key }), 400, 'E-IDEMPOTENCY-KEY');
  });
  const key = { 'idempotency-key': 'one-and-the-same-request' };
  const first = await upload(Uint8Array.of(80, 75, 5, 6, ...new Uint8Array(18)), key);
  assert.equal(first.status, 201, JSON.stringify(first.json));
  await quiet();
  await unchanged(async () => {
    const again = await upload(Uint8Array.of(80, 75, 5, 6, ...new Uint8Array(18)), key);
    assert.equal(again.status, 201);
    assert.deepEqual(again.json, first.json);
    assert.equal(again.headers.get('idempotent-replay'), 'true');
    isProblem(await upload(workbook, key), 422, 'E-IDEMPOTENCY-REUSED');
    isProblem(await clerk.post(`/api/v1/submissions/${submissionId}/withdraw`, {}, key), 422, 'E-IDEMPOTENCY-REUSED');
  });
  assert.equal((await officer.post('/api/v1/people/search', {}, key)).status, 200, 'the key of one account says nothing to another');
});

test('heads that would become part of an answer', () =>
  onlyRead(async () => {
    const inHead = await byHand([
      'GET /api/v1/session HTTP/1.1',
      `Host: ${new URL(running.address).host}`,
      'X-File-Name: a\rSet-Cookie: congvu=x',
      'Connection: close',
    ]);
    assert.match(inHead, /^HTTP\/1\.1 400 /);
    assert.doesNotMatch(inHead, /set-cookie/i);
    const twice = await byHand([
      'POST /api/v1/people/search HTTP/1.1',
      `Host: ${new URL(running.address).host}`,
      'Content-Length: 2',
      'Transfer-Encoding: chunked',
      'Connection: close',
    ]);
    assert.match(twice, /^HTTP\/1\.1 400 /, 'length said in two ways');
    for (const request of [
      '/%0d%0aSet-Cookie:%20a=b',
      '/%09/evil.example',
      '//evil.example',
      '/%5Cevil.example',
      '/%0A/evil.example',
      '/.//evil.example',
      '/danh-s%C3%A1ch',
      'https://evil.example/',
    ]) {
      const guest = visitor(running.address);
      const begun = await guest.get(`/auth/sign-in?account=nhap-lieu&returnTo=${request}`);
      assert.equal(begun.status, 303, request);
      assert.equal(new URL(begun.headers.get('location')!, running.address).origin, running.address);
      const landed = await landingOf(guest, begun);
      assert.match(landed, /^\/(?!\/)[\x21-\x7e]*$/, request);
      assert.equal(new URL(landed, running.address).origin, running.address, `${request} leads to ${landed}`);
    }
  }));

/** Where somebody lands who goes through the sign-in page: the address that the portal itself sends to at the end. */
async function landingOf(guest: Visitor, begun: Answered): Promise<string> {
  let answered = begun;
  for (let i = 0; i < 12; i++) {
    const location = answered.headers.get('location');
    if (location !== null) {
      if ([...guest.cookies.keys()].includes(cookieName(false))) return location;
      const url = new URL(location, running.address);
      answered = await guest.get(`${url.pathname}${url.search}`);
    } else {
      const action = /action="([^"]+)"/.exec(Buffer.from(answered.bytes).toString())?.[1];
      if (!action) return `no form: ${answered.status}`;
      const url = new URL(action, running.address);
      answered = await guest.send('POST', `${url.pathname}${url.search}`);
    }
  }
  return 'no end';
}

test('paths that would leave the folder of the portal', () =>
  unchanged(async () => {
    const host = new URL(running.address).host;
    for (const path of [
      '/../package.json',
      '/assets/../../package.json',
      '/assets/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/package.json',
      '/%2e%2e%2f%2e%2e%2fpackage.json',
      '/..%5c..%5cpackage.json',
      '/assets/%252e%252e%252fpackage.json',
      '/assets//etc/passwd',
      '//etc/passwd',
      '/.git/config',
      '/assets/%00.js',
      '/api/v1/audit/tile/../../keys/master.key',
      '/api/v1/audit/tile/0/..%2f..%2f..%2fkeys%2fmaster.key',
      '/api/v1/audit/tile/0/%2e%2e/%2e%2e/%2e%2e/keys/master.key',
      '/problems/..%2f..%2fpackage.json',
      '/demo/workbooks/..%2f..%2fpackage.xlsx',
    ]) {
      const answer = await byHand([`GET ${path} HTTP/1.1`, `Host: ${host}`, 'Accept: application/json', 'Connection: close']);
      assert.match(answer, /^HTTP\/1\.1 4\d\d /, `${path}: ${answer.slice(0, 60)}`);
      assert.doesNotMatch(answer, /"dependencies"|root:x|\[core\]/, path);
    }
  }));

/** Ways to have no room left that work here: a tiny file system (root), and a limit on what this process may write (anybody). */
const NO_ROOM: readonly { readonly what: string; readonly begin: (folder: string) => boolean; readonly end: (folder: string) => void }[] = [
  {
    what: 'a file system of 64 KB',
    begin: (folder) => run('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder),
    end: (folder) => assert.ok(run('umount', folder)),
  },
  {
    what: 'a limit of 64 KB a file',
    begin: () => run('prlimit', '--pid', String(process.pid), '--fsize=65536:unlimited'),
    end: () => assert.ok(run('prlimit', '--pid', String(process.pid), '--fsize=unlimited:unlimited')),
  },
];
const run = (command: string, ...args: string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

test('no room on the disk while an upload is stored', async () => {
  await quiet();
  const folder = join(running.composed.dataFolder, 'blobs');
  const bytes = new Uint8Array(400_000).fill(7);
  let tried = 0;
  for (const [i, way] of NO_ROOM.entries()) {
    bytes[0] = i;
    const was = await state();
    if (!way.begin(folder)) continue;
    tried += 1;
    try {
      isProblem(await upload(bytes), 507, 'E-DISK-FULL');
      isProblem(await upload(bytes, { 'idempotency-key': `no-room-${i}` }), 507, 'E-DISK-FULL');
      assert.deepEqual(
        blobs().filter((name) => name.startsWith('.')),
        [],
        `${way.what}: nothing half-written`,
      );
    } finally {
      way.end(folder);
    }
    assert.deepEqual(await state(), was, `${way.what}: nothing was written`);
    const now = await upload(bytes, { 'idempotency-key': `no-room-${i}` });
    assert.equal(now.status, 201, 'with room again, the same request is taken');
    await quiet();
  }
  assert.ok(tried > 0, 'one of the ways to have no room works on this machine');
});

test('the database is gone in the middle: a plain 503, nothing half-written, and it goes on by itself', async () => {
  await quiet();
  const was = await state();
  const pidFile = join(placeOfData(join(running.composed.dataFolder, 'pg18')), 'postmaster.pid');
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  const bytes = new Uint8Array(3_000_000).fill(9);
  const key = { 'idempotency-key': 'over-a-dead-database' };
  const under = [
    upload(bytes, key),
    ...Array.from({ length: 6 }, () => officer.post('/api/v1/people/search', { name: 'Nguyễn' })),
    ...Array.from({ length: 6 }, () => clerk.get('/api/v1/submissions')),
  ];
  await sleep(5);
  process.kill(pid, 'SIGKILL');
  const answers = await Promise.all(under);
  // Who had begun nothing waits for it, so that it may be that nobody is told.
  for (const answered of [...answers, await clerk.get('/api/v1/submissions'), await officer.post('/api/v1/people/search', {})])
    if (answered.status >= 300 && !(answered === answers[0] && answered.json?.code === 'E-OUTCOME-UNKNOWN'))
      isProblem(answered, 503, 'E-DATABASE-AWAY');
  assert.equal((await clerk.get('/healthz')).status, 200, 'the process lives');
  for (let waited = 0; ; waited += 100) {
    const ready = await clerk.get('/readyz');
    if (ready.status === 200) break;
    assert.equal(ready.status, 503);
    assert.ok(waited < WAIT_MS_MAX, 'the database did not come back');
    await sleep(100);
  }
  assert.notEqual(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), pid, 'the blow was felt');
  const wasDone = answers[0]!.status === 201;
  const now = await upload(bytes, key);
  assert.equal(now.status, 201, JSON.stringify(now.json));
  if (wasDone) assert.equal(now.json.uploadNumber, answers[0]!.json.uploadNumber);
  await quiet();
  const is = await state();
  assert.equal(is['blobs'], was['blobs']! + 1);
  assert.equal(is['submission'], was['submission']! + 1, 'one submission, however often it was sent');
});
