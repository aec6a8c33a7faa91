/** Who may come to a listener: by network, by certificate. Whoever is not served is told why, and leaves a summed row of the log; an address stands nowhere. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { request as askTls } from 'node:https';
import { connect as connectPlain } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import type { ConnectionOptions } from 'node:tls';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { PAYLOAD_PURPOSE } from '#authority/audit/record.ts';
import { systemClock } from '#base/clock.ts';
import type { Guard } from '#base/guards.ts';
import { SUM_MS } from '#base/http/anonymous-budget.ts';
import { checkListenerCertificates } from '#start/checks/listeners.ts';
import { openGuard } from '#start/listening/guard-connections.ts';
import type { Composed } from '#start/compose.ts';
import { anAuthority, selfSigned } from '../certificates-for-tests.ts';
import type { Authority, Pair } from '../certificates-for-tests.ts';
import { aServer, dataFolder } from './server-for-tests.ts';

let office: Office;
let folder: string;
let nowMs = 1_000_000;
const clock = { ...systemClock, monotonicMs: () => nowMs };
const files = mkdtempSync(join(tmpdir(), 'congvu-guards-'));
const opened: FastifyInstance[] = [];

before(async () => {
  office = await anOffice();
  folder = await dataFolder();
});
after(async () => {
  for (const app of opened) await app.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
  rmSync(files, { recursive: true, force: true });
});

const NOBODY: Guard = { networks: null, tls: null, clients: null, proxyHeaderFrom: null };
async function guarded(guard: Partial<Guard>, env: Readonly<Record<string, string>> = {}): Promise<FastifyInstance> {
  const app = await aServer({ ...office, clock }, folder, { env, guard: { ...NOBODY, ...guard } });
  opened.push(app);
  return app;
}

interface Sum {
  readonly counts: readonly { readonly route: string; readonly why: string; readonly count: number }[];
  readonly sources: number;
  readonly total: number;
  readonly certificates?: readonly string[];
}
/** Rows of refused connections, in their order. */
async function rows(): Promise<{ sum: Sum; text: string }[]> {
  const found = await office.owner.transaction(null, (tx) =>
    tx.query<{ salt: Buffer; sealed: Buffer }>(
      "select p.salt, p.sealed from audit_event e join audit_payload p using (event_id) where e.act = 'connection.refused' order by e.at, e.event_id",
    ),
  );
  return found.map(({ salt, sealed }) => {
    const text = Buffer.from(office.keys.open(salt, PAYLOAD_PURPOSE, sealed)).toString();
    return { sum: JSON.parse(text) as Sum, text };
  });
}

test('from outside the networks: a page for people, a problem for programs, one row for all of a minute', async () => {
  const app = await guarded({ networks: ['10.20.0.0/16', 'fd00:20::/32'] }, { NETWORK_CONTACT: 'Trung tâm Thông tin <bàn trợ giúp>' });
  const from = (remoteAddress: string, url = '/', accept = 'application/json') => app.inject({ url, remoteAddress, headers: { accept } });
  for (const inside of ['10.20.1.1', '::ffff:10.20.1.1', 'fd00:20::7'])
    assert.equal((await from(inside, '/api/v1/session')).statusCode, 200, inside);
  const program = await from('203.0.113.7', '/api/v1/session');
  assert.deepEqual([program.statusCode, program.json().code], [403, 'E-OUTSIDE-NETWORKS']);
  assert.match(program.json().next.vi, /203\.0\.113\.7 cho Trung tâm Thông tin/);
  const page = await from('203.0.113.7', '/ho-so-cua-toi', 'text/html');
  assert.equal(page.statusCode, 403);
  assert.match(page.body, /<h1>Máy này đang ngoài mạng TSLCD[^<]*<\/h1>/);
  assert.match(page.body, /Trung tâm Thông tin &#60;bàn trợ giúp&#62;/);
  assert.doesNotMatch(page.body, /<script|<link|src=/, 'it needs nothing that is refused too');
  assert.match(String(page.headers['content-security-policy']), /^default-src 'none'; style-src 'sha256-/);
  assert.equal(page.headers['set-cookie'], undefined);
  for (let i = 0; i < 300; i += 1) await from(`203.0.113.${i % 5}`, '/api/v1/submissions');
  for (const other of ['10.21.0.1', '::ffff:10.21.0.1', 'fd00:21::1', '127.0.0.1'])
    assert.equal((await from(other, '/api/v1/session')).statusCode, 403, other);
  assert.deepEqual(await rows(), [], 'no row for each');
  nowMs += SUM_MS;
  await from('10.20.1.1', '/healthz');
  const [{ sum, text }, ...more] = (await rows()) as [{ sum: Sum; text: string }];
  assert.equal(more.length, 0);
  assert.deepEqual(sum.counts, [{ route: 'portal', why: 'outside-networks', count: 306 }]);
  assert.equal(sum.total, 306);
  assert.ok(!/203\.0\.113|10\.21/.test(text), 'no address stands in it');
});

test('who asks whether it lives, from this machine or a server in front, is answered; nobody else, and nothing else', async () => {
  const app = await guarded({ networks: ['10.20.0.0/16'] }, { TRUST_PROXY: '192.0.2.10' });
  const status = async (remoteAddress: string, url: string, claimed?: string): Promise<number> =>
    (await app.inject({ url, remoteAddress, headers: claimed ? { 'x-forwarded-for': claimed } : {} })).statusCode;
  assert.equal(await status('127.0.0.1', '/healthz'), 200);
  assert.equal(await status('192.0.2.10', '/healthz'), 200);
  assert.equal(await status('127.0.0.1', '/api/v1/session'), 403);
  assert.equal(await status('203.0.113.7', '/healthz'), 403);
  assert.equal(await status('192.0.2.10', '/healthz', '203.0.113.7'), 403, 'not by way of the server in front');
});

test('an address is believed of the servers that are named, and of nobody else', async () => {
  const app = await guarded({ networks: ['10.20.0.0/16'] }, { TRUST_PROXY: '192.0.2.10' });
  const status = async (remoteAddress: string, claimed: string): Promise<number> =>
    (await app.inject({ url: '/api/v1/session', remoteAddress, headers: { 'x-forwarded-for': claimed } })).statusCode;
  assert.equal(await status('192.0.2.10', '10.20.1.1'), 200);
  assert.equal(await status('::ffff:192.0.2.10', '10.20.1.1'), 200);
  assert.equal(await status('192.0.2.10', '203.0.113.7'), 403);
  assert.equal(await status('203.0.113.7', '10.20.1.1'), 403, 'whoever claims to come from inside');
  assert.equal(
    await status('192.0.2.10', '10.20.1.1, 203.0.113.7'),
    403,
    'what a caller wrote before the server in front added where it came from',
  );
});

/** Files of a listener that asks for certificates. */
async function filesOf(name: string, authority: Authority, own: Pair, list: string): Promise<Pick<Guard, 'tls' | 'clients'>> {
  const put = (what: string, text: string): string => {
    const file = join(files, `${name}-${what}.pem`);
    writeFileSync(file, text);
    return file;
  };
  return {
    tls: { certificateFile: put('certificate', own.certificate), keyFile: put('key', own.key) },
    clients: { authorityFile: put('authority', authority.certificate), revokedFile: put('list', list), names: null },
  };
}
/** Presented with the authority that signed it. */
async function withRoot(authority: Authority): Promise<Pair> {
  const own = await authority.signs('h26.example');
  return { ...own, certificate: own.certificate + authority.certificate };
}
const listening = async (app: FastifyInstance): Promise<number> => {
  await app.listen({ port: 0, host: '127.0.0.1' });
  return (app.server.address() as AddressInfo).port;
};

interface Answer {
  readonly status: number;
  readonly why: string;
}
function ask(port: number, ca: string, own: Pair | null, more: Partial<ConnectionOptions> = {}): Promise<Answer> {
  return new Promise((done, failed) => {
    const request = askTls(
      {
        host: '127.0.0.1',
        port,
        path: '/api/v1/session',
        agent: false,
        ca,
        servername: 'localhost',
        ...(own ? { cert: own.certificate, key: own.key } : {}),
        ...more,
      },
      (answer) => {
        let text = '';
        answer.on('data', (chunk) => (text += String(chunk)));
        answer.on('end', () => {
          const { detail } = JSON.parse(text) as { detail?: { en: string } };
          done({ status: answer.statusCode!, why: detail?.en.replace(/^.*accepted: |\.$/g, '') ?? '' });
        });
      },
    );
    request.on('error', failed);
    request.end();
  });
}

test('of certificates the right one is served, and each wrong one is refused with its reason, in the answer and in the log', async () => {
  const [authority, other] = [await anAuthority(), await anAuthority('Nơi cấp khác')];
  const own = await authority.signs('localhost', { usage: 'server' });
  const [right, elsewhere, revoked] = [
    await authority.signs('h26.example'),
    await authority.signs('h01.example'),
    await authority.signs('h26.example'),
  ];
  const guard = await filesOf('table', authority, own, await authority.revokes([revoked.serial]));
  const names = new Map([
    ['h26.example', ['127.0.0.0/8']],
    ['h01.example', ['10.9.9.9']],
  ]);
  const port = await listening(await guarded({ ...guard, clients: { ...guard.clients!, names } }));
  const cases: readonly (readonly [string, Pair | null, string])[] = [
    ['no-certificate', null, 'none was sent'],
    ['expired', await authority.signs('h26.example', { from: -90, to: -1 }), 'it has expired'],
    ['not-yet-valid', await authority.signs('h26.example', { from: 1 }), 'it is not valid yet'],
    ['revoked', revoked, 'it was revoked'],
    ['wrong-usage', await authority.signs('h26.example', { usage: 'server' }), 'it was not made for callers (clientAuth is missing)'],
    ['other-authority', await other.signs('h26.example'), 'another authority signed it'],
    ['other-authority', await withRoot(other), 'another authority signed it'],
    ['self-signed', await selfSigned('h26.example'), 'it is signed by itself, by no authority'],
    ['name-not-listed', await authority.signs('h99.example'), 'the name in it is not registered'],
    ['wrong-address', elsewhere, 'it is right, and comes from an address not registered for it'],
  ];
  assert.deepEqual(await ask(port, authority.certificate, right), { status: 200, why: '' });
  for (const [why, presented, words] of cases)
    assert.deepEqual(await ask(port, authority.certificate, presented), { status: 403, why: words }, why);
  nowMs += SUM_MS;
  const before = (await rows()).length;
  await ask(port, authority.certificate, right);
  const { sum } = (await rows())[before]!;
  const tally = new Map<string, number>();
  for (const [why] of cases) tally.set(why, (tally.get(why) ?? 0) + 1);
  assert.deepEqual(
    sum.counts.map(({ why, count }) => [why, count]),
    [...tally],
  );
  assert.equal(sum.certificates?.length, cases.length - 1, 'which certificates they were');
});

test('what never becomes a connection is told too: old TLS, no TLS; who only looks whether the port is open is not', async () => {
  const authority = await anAuthority();
  const own = await authority.signs('localhost', { usage: 'server' });
  const app = await guarded(await filesOf('handshake', authority, own, await authority.revokes([])));
  const port = await listening(app);
  const closed = (socket: ReturnType<typeof connectPlain>): Promise<void> =>
    new Promise((done) => {
      socket.on('error', () => undefined);
      socket.on('close', () => done());
    });
  const plain = connectPlain(port, '127.0.0.1', () => plain.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'));
  plain.resume();
  await closed(plain);
  await closed(connectTls({ host: '127.0.0.1', port, ca: authority.certificate, servername: 'localhost', maxVersion: 'TLSv1.2' }));
  const probe = connectPlain(port, '127.0.0.1', () => probe.end());
  probe.resume();
  await closed(probe);
  const before = (await rows()).length;
  await app.close();
  const { sum } = (await rows())[before]!;
  assert.deepEqual(
    sum.counts.map(({ why, count }) => [why, count]),
    [
      ['not-tls', 1],
      ['old-tls', 1],
    ],
  );
});

test('a revocation is in force with the next request: no session is taken up again, and a connection that was open is not kept', async () => {
  const authority = await anAuthority();
  const own = await authority.signs('localhost', { usage: 'server' });
  const caller = await authority.signs('h26.example');
  const guard = await filesOf('renewed', authority, own, await authority.revokes([]));
  const needs = {
    audit: office,
    clock,
    db: office.db,
    jobSession: async () => '' as never,
    log: { info() {}, warn() {}, error() {} },
    config: { networkContact: null, trustProxy: false },
  };
  const listener = openGuard({ ...NOBODY, ...guard }, 'exchange', needs as unknown as Composed);
  assert.ok(listener.ok);
  const { transport } = listener.value;
  const server = transport.serverOf((request, response) => {
    const refusal = transport.refusalOf(request.socket, request.socket.remoteAddress ?? '');
    response
      .writeHead(refusal ? 403 : 200, { connection: transport.isCurrent(request.socket) ? 'keep-alive' : 'close' })
      .end(JSON.stringify({ detail: { en: refusal?.why ?? '' } }));
  }, 10_000);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  let session: Buffer | undefined;
  const first = connectTls({
    host: '127.0.0.1',
    port,
    ca: authority.certificate,
    servername: 'localhost',
    cert: caller.certificate,
    key: caller.key,
  });
  first.on('session', (of) => (session = of));
  const ended = new Promise((done) => first.on('close', done));
  await new Promise((done) => first.once('secureConnect', done));
  first.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  const [head] = await new Promise<[string]>((done) => first.once('data', (chunk) => done([String(chunk)])));
  assert.match(head, /^HTTP\/1\.1 200/);
  writeFileSync(guard.clients!.revokedFile, await authority.revokes([caller.serial]));
  assert.equal(transport.reread(), null);
  await ended;
  assert.deepEqual(await ask(port, authority.certificate, caller, session ? { session } : {}), { status: 403, why: 'revoked' });
  writeFileSync(guard.clients!.revokedFile, await authority.revokes([], -1));
  assert.equal(transport.reread(), null);
  assert.deepEqual(
    await ask(port, authority.certificate, caller),
    { status: 403, why: 'revocation-list-not-valid' },
    'a list that ended lets nobody in',
  );
  writeFileSync(guard.tls!.certificateFile, 'nothing');
  assert.equal(transport.reread()?.code, 'E-CERTIFICATE-FILE');
  assert.equal((await ask(port, authority.certificate, caller)).status, 403, 'a broken file changes nothing of what runs');
  await new Promise((done) => {
    server.close(done);
    server.closeAllConnections();
  });
  await listener.value.close();
});

test('an address behind a server that passes TLS on: believed with its header from the servers named, and never without', async () => {
  const authority = await anAuthority();
  const own = await authority.signs('localhost', { usage: 'server' });
  const caller = await authority.signs('h26.example');
  for (const [name, from, header, expected] of [
    ['inside', ['127.0.0.1'], 'PROXY TCP4 10.20.1.1 10.0.0.1 40000 443\r\n', 200],
    ['outside', ['127.0.0.1'], 'PROXY TCP4 203.0.113.7 10.0.0.1 40000 443\r\n', 403],
    ['none', ['127.0.0.1'], '', null],
    ['not-named', ['192.0.2.10'], 'PROXY TCP4 10.20.1.1 10.0.0.1 40000 443\r\n', null],
  ] as const) {
    const guard = await filesOf(`proxy-${name}`, authority, own, await authority.revokes([]));
    const port = await listening(await guarded({ ...guard, networks: ['10.20.0.0/16'], proxyHeaderFrom: from }));
    const socket = connectPlain(port, '127.0.0.1');
    socket.on('error', () => undefined);
    await new Promise((done) => socket.once('connect', done));
    if (header) socket.write(header);
    const answer = await new Promise<number | null>((done) => {
      const secure = connectTls(
        { socket, ca: authority.certificate, servername: 'localhost', cert: caller.certificate, key: caller.key },
        () => secure.write('GET /api/v1/session HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'),
      );
      secure.once('data', (chunk) => done(Number(/^HTTP\/1\.1 (\d+)/.exec(String(chunk))?.[1])));
      secure.on('error', () => undefined);
      secure.on('close', () => done(null));
    });
    assert.equal(answer, expected, name);
  }
});

const hasOpenssl = spawnSync('bash', ['-c', 'command -v openssl']).status === 0;
test(
  'the commands of the guide make, and revoke, what the product takes',
  { skip: !hasOpenssl || process.platform === 'win32' },
  async () => {
    const guide = readFileSync(join(import.meta.dirname, '../../docs/operate/tslcd.md'), 'utf8');
    const commands = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text]) => text!).find((text) => text.includes('openssl req'))!;
    const [make, list] = [commands.split('openssl ca -config')[0]!, commands.slice(commands.lastIndexOf('openssl ca '))];
    const at = mkdtempSync(join(files, 'guide-'));
    const run = (text: string, cwd: string): void => {
      const done = spawnSync('bash', ['-euc', text], { cwd, encoding: 'utf8' });
      assert.equal(done.status, 0, done.stderr);
    };
    run(`${make}${list}`, at);
    const made = (name: string): string => readFileSync(join(at, 'noi-cap', name), 'utf8');
    const own = await (await anAuthority()).signs('localhost', { usage: 'server' });
    const authority = { certificate: made('noi-cap.pem') } as Authority;
    const clients = { names: new Map([['h26.tslcd.example', ['127.0.0.1']]]) };
    const guard = await filesOf('guide', authority, own, made('thu-hoi.pem'));
    const caller = { certificate: made('h26.pem'), key: made('h26.key'), serial: '' };
    const port = await listening(await guarded({ ...guard, clients: { ...guard.clients!, ...clients } }));
    assert.deepEqual(await ask(port, '', caller, { rejectUnauthorized: false }), { status: 200, why: '' });
    run(commands.slice(commands.indexOf('openssl ca -config')), join(at, 'noi-cap'));
    const after = await filesOf('guide-revoked', authority, own, made('thu-hoi.pem'));
    const again = await listening(await guarded(after));
    assert.deepEqual(await ask(again, '', caller, { rejectUnauthorized: false }), { status: 403, why: 'it was revoked' });
  },
);

test('ends of certificates are told before they come, and what cannot be read is a failure', async () => {
  const authority = await anAuthority();
  const guard = await filesOf(
    'ends',
    authority,
    await authority.signs('localhost', { usage: 'server', to: 12 }),
    await authority.revokes([]),
  );
  const look = (): string[] =>
    checkListenerCertificates(
      { listeners: [{ surfaces: ['exchange'], port: 1, host: '', url: '', guard: { ...NOBODY, ...guard } }], metrics: null },
      Date.parse(systemClock.now()),
    ).flatMap(({ state, problems }) => [state, ...problems.map(({ code, title }) => `${code} ${/^\S+ \S+/.exec(title.en)?.[0]}`)]);
  assert.deepEqual(look(), ['warning', 'E-LISTENER-CERTIFICATE-ENDS The certificate']);
  writeFileSync(guard.clients!.revokedFile, await authority.revokes([], -1));
  assert.deepEqual(look(), ['failed', 'E-LISTENER-CERTIFICATE-ENDS The revocation', 'E-LISTENER-CERTIFICATE-ENDS The certificate']);
  writeFileSync(guard.tls!.keyFile, (await selfSigned('other')).key);
  assert.deepEqual(look(), ['failed', 'E-CERTIFICATE-FILE The certificate']);
});
