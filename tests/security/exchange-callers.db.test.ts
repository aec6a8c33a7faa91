/** The exchange as the product serves it: over TLS with certificates of a test authority, and over X-Road. Whoever is not let in leaves a row and nothing else. */
import assert from 'node:assert/strict';
import { X509Certificate, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { request as askTls } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { jobSessions } from '#authority/access/sessions.ts';
import { PAYLOAD_PURPOSE } from '#authority/audit/record.ts';
import { systemClock } from '#base/clock.ts';
import type { SessionHandle, Tx } from '#base/database/transaction.ts';
import { SUM_MS } from '#base/http/anonymous-budget.ts';
import { endCaller, enrolCaller } from '#doors/exchange/callers.ts';
import type { NewCaller } from '#doors/exchange/callers.ts';
import { certificateFault, fingerprintOf } from '#doors/exchange/carriers/mtls.ts';
import { putOf } from '#doors/exchange/exchange-for-tests.ts';
import { aBatch, aChange } from '#doors/exchange/protocol/changes-for-tests.ts';
import { enrolSource } from '#doors/exchange/receive.ts';
import type { ExchangeNeeds } from '#doors/exchange/receive.ts';
import type { BatchReceipt, SentBatch } from '#doors/exchange/shapes.ts';
import { jwsSigner } from '#doors/exchange/signer.ts';
import type { Result } from '#base/problem.ts';
import { anAuthority } from '../certificates-for-tests.ts';
import type { Authority, Pair } from '../certificates-for-tests.ts';
import { aServer, dataFolder } from './server-for-tests.ts';

const files = mkdtempSync(join(tmpdir(), 'congvu-exchange-'));
let office: Office;
let folder: string;
let system: SessionHandle;
let authority: Authority;
let nowMs = 1_000_000;
const clock = { ...systemClock, monotonicMs: () => nowMs };
const opened: FastifyInstance[] = [];
let enrolledBy: string;
const AUDIENCE = { EXCHANGE_AUDIENCE: 'centre' };

before(async () => {
  office = await anOffice();
  folder = await dataFolder();
  authority = await anAuthority();
  system = await jobSessions(office, 'test')(null);
  ({ accountId: enrolledBy } = await office.signedIn('000090303099', [['QT_BNDP', 'H26']]));
});
after(async () => {
  for (const app of opened) await app.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
  rmSync(files, { recursive: true, force: true });
});

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problems.map(({ title }) => title.en).join());
  return result.value;
};
const inSystem = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => office.db.transaction(system, work);
const audit = () => ({ ...office, clock }) as unknown as ExchangeNeeds;

let sources = 0;
/** A body with an enrolled source and what signs for it. */
async function aSource(bodyCode: string) {
  const bodyId = await office.body(bodyCode);
  const source = `nut-${(sources += 1)}`;
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  await inSystem((tx) => enrolSource(tx, audit(), { bodyId, source, kid: 'k1', publicKey: pem, by: enrolledBy }));
  const sign = jwsSigner(privateKey, 'k1');
  return {
    source,
    bodyId,
    batch: (seal: object = {}): SentBatch => aBatch([aChange(1)], { source, ...seal }, sign),
    enrols: (one: Record<string, unknown>) =>
      inSystem((tx) => enrolCaller(tx, audit(), { networks: [], ...one, bodyId, by: enrolledBy } as unknown as NewCaller)),
  };
}

async function guarded(name: string, list: string): Promise<number> {
  const own = await authority.signs('localhost', { usage: 'server' });
  const put = (what: string, text: string): string => {
    const file = join(files, `${name}-${what}.pem`);
    writeFileSync(file, text);
    return file;
  };
  const guard = {
    networks: null,
    proxyHeaderFrom: null,
    tls: { certificateFile: put('certificate', own.certificate), keyFile: put('key', own.key) },
    clients: { authorityFile: put('authority', authority.certificate), revokedFile: put('list', list), names: null },
  };
  const app = await aServer({ ...office, clock }, folder, { env: AUDIENCE, surfaces: ['exchange'], guard });
  opened.push(app);
  await app.listen({ port: 0, host: '127.0.0.1' });
  return (app.server.address() as AddressInfo).port;
}

interface Answer {
  readonly status: number;
  readonly code: string;
  readonly why: string;
  readonly text: string;
}
function send(port: number, own: Pair | null, batch: SentBatch, from?: string): Promise<Answer> {
  const { url, headers, payload } = putOf(batch);
  return new Promise((done, failed) => {
    const request = askTls(
      {
        host: '127.0.0.1',
        port,
        path: url,
        method: 'PUT',
        agent: false,
        ca: authority.certificate,
        servername: 'localhost',
        headers: { ...headers, 'content-length': String((payload as Buffer).length) },
        ...(from ? { localAddress: from } : {}),
        ...(own ? { cert: own.certificate, key: own.key } : {}),
      },
      (answer) => {
        let text = '';
        answer.on('data', (chunk) => (text += String(chunk)));
        answer.on('end', () => {
          const { code = '', detail } = JSON.parse(text) as { code?: string; detail?: { en: string } };
          done({ status: answer.statusCode!, code, why: detail?.en ?? '', text });
        });
      },
    );
    request.on('error', failed);
    request.end(payload);
  });
}

interface Sum {
  readonly counts: readonly { readonly route: string; readonly why: string; readonly count: number }[];
  readonly certificates?: readonly string[];
}
/** What rows of an act say, in their order. */
async function said(act: string): Promise<Sum[]> {
  const found = await office.owner.transaction(null, (tx) =>
    tx.query<{ salt: Buffer; sealed: Buffer }>(
      'select p.salt, p.sealed from audit_event e join audit_payload p using (event_id) where e.act = $1 order by e.at, e.event_id',
      [act],
    ),
  );
  return found.map(({ salt, sealed }) => JSON.parse(Buffer.from(office.keys.open(salt, PAYLOAD_PURPOSE, sealed)).toString()) as Sum);
}
const batches = async (): Promise<number> =>
  Number((await office.owner.transaction(null, (tx) => tx.query<{ n: string }>('select count(*) as n from exchange_batch')))[0]!.n);

test('a certificate is taken when it is enrolled for the source, in force, for callers and from its network; every other one is refused, with a row', async () => {
  const one = await aSource('H26.03.01');
  const other = await aSource('H26.03.02');
  const [good, ofOther, stranger, elsewhere, ended, revoked] = [
    await authority.signs('h26.example'),
    await authority.signs('h26-2.example'),
    await authority.signs('nobody.example'),
    await authority.signs('h26.example'),
    await authority.signs('h26.example'),
    await authority.signs('h26.example'),
  ];
  for (const pair of [good, ended, revoked]) must(await one.enrols({ carrier: 'mtls', certificate: pair.certificate }));
  must(await one.enrols({ carrier: 'mtls', certificate: elsewhere.certificate, networks: ['10.1.26.0/24'] }));
  must(await other.enrols({ carrier: 'mtls', certificate: ofOther.certificate, networks: ['127.0.0.0/8'] }));
  const endedName = fingerprintOf(new X509Certificate(ended.certificate));
  assert.equal(await inSystem((tx) => endCaller(tx, audit(), { carrier: 'mtls', name: endedName, by: enrolledBy })), true);
  assert.equal(await inSystem((tx) => endCaller(tx, audit(), { carrier: 'mtls', name: endedName, by: enrolledBy })), false);
  const port = await guarded('table', await authority.revokes([revoked.serial]));
  const before = await batches();
  const batch = one.batch();
  for (const [status, code, why, own] of [
    [403, 'E-CLIENT-CERTIFICATE', /none was sent/, null],
    [403, 'E-CLIENT-CERTIFICATE', /expired/, await authority.signs('h26.example', { from: -90, to: -1 })],
    [403, 'E-CLIENT-CERTIFICATE', /not valid yet/, await authority.signs('h26.example', { from: 1 })],
    [403, 'E-CLIENT-CERTIFICATE', /revoked/, revoked],
    [403, 'E-CLIENT-CERTIFICATE', /clientAuth/, await authority.signs('h26.example', { usage: 'server' })],
    [403, 'E-EXCHANGE-CALLER', /enrolled for no source/, stranger],
    [403, 'E-EXCHANGE-CALLER', /network/, elsewhere],
    [403, 'E-EXCHANGE-CALLER', /has ended/, ended],
    [403, 'E-EXCHANGE-SOURCE', new RegExp(one.source), ofOther],
  ] as const) {
    const answer = await send(port, own, batch);
    assert.deepEqual([answer.status, answer.code], [status, code], answer.text);
    assert.match(answer.why, why);
  }
  assert.equal(await batches(), before, 'nothing of it was taken');
  const taken = await send(port, good, batch);
  assert.equal(taken.status, 202, taken.text);
  assert.equal((JSON.parse(taken.text) as BatchReceipt).source, one.source);
  assert.deepEqual((await send(port, good, batch)).text, taken.text);
  assert.equal((await send(port, ofOther, other.batch(), '127.0.0.2')).status, 202);
  nowMs += SUM_MS;
  await send(port, good, batch);
  const [sum] = await said('exchange.refused');
  assert.deepEqual(sum!.counts.map(({ why, count }) => `${why} ${count}`).sort(), [
    'E-EXCHANGE-SOURCE 1',
    'enrolment-ended 1',
    'not-enrolled 1',
    'wrong-address 1',
  ]);
  assert.ok(sum!.certificates!.includes(fingerprintOf(new X509Certificate(stranger.certificate))));
  const [connections] = await said('connection.refused');
  assert.deepEqual(connections!.counts.map(({ why }) => why).sort(), [
    'expired',
    'no-certificate',
    'not-yet-valid',
    'revoked',
    'wrong-usage',
  ]);
});

test('what cannot be a caller is not enrolled, and a name is enrolled once, whoever asks', async () => {
  const one = await aSource('H26');
  const pair = await authority.signs('h26-3.example');
  must(await one.enrols({ carrier: 'mtls', certificate: pair.certificate }));
  must(await one.enrols({ carrier: 'mtls', certificate: (await authority.signs('next-year.example', { from: 10 })).certificate }));
  for (const [why, wrong] of [
    ['was enrolled before', { carrier: 'mtls', certificate: pair.certificate }],
    ['no X.509', { carrier: 'mtls', certificate: 'nothing' }],
    ['expired', { carrier: 'mtls', certificate: (await authority.signs('x', { from: -9, to: -1 })).certificate }],
    ['clientAuth', { carrier: 'mtls', certificate: (await authority.signs('x', { usage: 'server' })).certificate }],
    ['clientAuth', { carrier: 'mtls', certificate: authority.certificate }],
    ['not written', { carrier: 'x-road', name: 'VN/GOV/X/y', networks: ['everywhere'] }],
  ] as const) {
    const answer = await one.enrols(wrong);
    assert.ok(!answer.ok, why);
    assert.deepEqual(answer.problems[0]!.code, 'E-EXCHANGE-CALLER-NOT-TAKEN');
    assert.match(answer.problems[0]!.title.en, new RegExp(why));
  }
});

test('a certificate is judged by our clock, whatever the listener found', async () => {
  const read = new X509Certificate((await authority.signs('h26.example')).certificate);
  const inDays = (days: number): string => new Date(Date.parse(systemClock.now()) + days * 86_400_000).toISOString();
  assert.equal(certificateFault(read, systemClock.now()), null);
  assert.equal(certificateFault(read, inDays(366)), 'expired');
  assert.equal(certificateFault(read, inDays(-366)), 'not-yet-valid');
});

test('X-Road: a member whom our security server names is let in from there, and from nowhere else', async () => {
  const one = await aSource('H26.02');
  must(await one.enrols({ carrier: 'x-road', name: 'VN/GOV/H26/hoso' }));
  const app = await aServer({ ...office, clock }, folder, {
    env: { ...AUDIENCE, EXCHANGE_CARRIERS: 'x-road', EXCHANGE_XROAD_FROM: '10.1.2.3' },
    surfaces: ['exchange'],
  });
  opened.push(app);
  const put = putOf(one.batch(), { headers: { 'x-road-client': 'VN/GOV/H26/hoso', 'x-road-id': 'm-1' } });
  const code = (answer: { body: string }): string => (JSON.parse(answer.body) as { code?: string }).code ?? '';
  assert.equal(code(await app.inject({ ...put, remoteAddress: '10.1.2.4' })), 'E-EXCHANGE-CALLER');
  const forwarded = { ...put, headers: { ...put.headers, 'x-forwarded-for': '10.1.2.3' } };
  assert.equal(code(await app.inject({ ...forwarded, remoteAddress: '10.1.2.4' })), 'E-EXCHANGE-CALLER', 'who claims to be it is not');
  const unknown = { ...put, headers: { ...put.headers, 'x-road-client': 'VN/GOV/H99/hoso' } };
  assert.match((await app.inject({ ...unknown, remoteAddress: '10.1.2.3' })).body, /enrolled for no source/);
  assert.equal((await app.inject({ ...put, remoteAddress: '10.1.2.3' })).statusCode, 202);
  const hello = { url: `/exchange/v1/hello?epoch=1&seen=${'a'.repeat(64)}`, headers: put.headers!, remoteAddress: '10.1.2.3' };
  assert.equal((await app.inject(hello)).json().lanes.daily.expected, 2);
  const page = await app.inject({ url: '/openapi.json', remoteAddress: '10.1.2.3' });
  assert.ok('/exchange/v1/batches/{epoch}/{lane}/{first}-{last}' in page.json().paths);
});
