/** The client of `outside/population` against the simulator over HTTP, both ways in, and every fault. */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { stoppedClock } from '#base/clock.ts';
import { populationGateway } from '#outside/population/gateway.ts';
import type { LgspAccess, NdxpAccess } from '#outside/population/access.ts';
import type { Answer, PopulationGateway, Question } from '#record/matching/port.ts';
import { FAULTS } from './faults.ts';
import type { Fault } from './faults.ts';
import { shapeOf } from './people.ts';
import { populationSimulator, populationTokenUrl, populationUrl } from './simulator.ts';
import type { SimulatedPerson } from './simulator.ts';

const SECRET = 'khoa-thu-nghiem';
const PERSON: SimulatedPerson = { nationalId: '000190000001', name: 'Nguyễn Thị Hoà', birth: '1990-02-28', sex: '2', ethnicity: '01' };
const QUESTION: Question = {
  nationalId: PERSON.nationalId,
  name: 'nguyễn thị hoà',
  birth: '1990-02-28',
  sex: '2',
  ethnicity: '01',
  requestId: 'yc-1',
  officer: { account: 'cb.ha', unit: 'H26.5', phone: '' },
  purpose: 'DOI_SOAT_HO_SO',
};
const NDXP: NdxpAccess = { kind: 'ndxp', user: 'congvu', secret: SECRET, xroadClient: 'VN/GOV/CBCCVC/congvu', apiKey: 'khoa' };

let app: FastifyInstance;
let origin: string;
const clock = stoppedClock('2026-11-24T03:00:00.000Z');
const people = new Map<string, SimulatedPerson>([
  [PERSON.nationalId, PERSON],
  ['012345678', PERSON],
]);
for (const last of ['03', '05', '17', '29', '58']) people.set(`0001900000${last}`, { ...PERSON, nationalId: `0001900000${last}` });

before(async () => {
  app = Fastify();
  await app.register(populationSimulator({ citizenOf: (number) => people.get(number) ?? null, user: 'congvu', secret: SECRET }));
  await app.listen({ port: 0, host: '127.0.0.1' });
  origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
});
after(async () => {
  app.server.closeAllConnections();
  await app.close();
});

const lgsp = (more: Partial<LgspAccess> = {}): LgspAccess => ({
  kind: 'lgsp',
  tokenUrl: populationTokenUrl(origin),
  accessKey: 'congvu',
  secretKey: SECRET,
  appName: 'congvu',
  partnerCode: 'H26',
  partnerCodeCus: '',
  ...more,
});
const client = (access: NdxpAccess | LgspAccess = NDXP, timeoutMs = 3_000, url = populationUrl(origin)): PopulationGateway =>
  populationGateway({ url, serviceCode: 'CSDL_CCVC', access, timeoutMs, clock });
const arm = async (kind: Fault | 'off', count = 1): Promise<{ counters: Record<string, number> }> =>
  (
    await fetch(`${origin}/sim/population/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind, count }),
    })
  ).json() as Promise<{ counters: Record<string, number> }>;

test('by both ways in: the citizen, nobody, yes and no', async () => {
  for (const gateway of [client(NDXP), client(lgsp())]) {
    const found = await gateway.lookUp(QUESTION);
    assert.deepEqual(
      found,
      {
        kind: 'found',
        citizen: {
          nationalId: PERSON.nationalId,
          oldId: '',
          name: PERSON.name,
          birth: PERSON.birth,
          sex: '2',
          ethnicity: '01',
          homeTown: null,
          residence: null,
        },
      },
      gateway.source,
    );
    assert.deepEqual(await gateway.lookUp({ ...QUESTION, nationalId: '000199999999' }), { kind: 'not-found' });
    assert.equal((await gateway.lookUp({ ...QUESTION, nationalId: '012345678' })).kind, 'found');
    assert.deepEqual(await gateway.verify(QUESTION), { kind: 'verified', exists: true });
    assert.deepEqual(await gateway.verify({ ...QUESTION, birth: '1990' }), { kind: 'verified', exists: true });
    assert.deepEqual(await gateway.verify({ ...QUESTION, name: 'Trần Văn B' }), { kind: 'verified', exists: false });
  }
});

test('odd shapes are told by the number, and read as the same person', async () => {
  const seen = new Set<string>();
  for (const number of people.keys()) {
    if (number.length !== 12) continue;
    seen.add(shapeOf(number));
    const answer = await client().lookUp({ ...QUESTION, nationalId: number });
    assert.ok(answer.kind === 'found' && answer.citizen.name.toUpperCase() === 'NGUYỄN THỊ HOÀ', number);
    assert.equal(answer.citizen.birth, shapeOf(number) === 'year-only' ? '1990' : '1990-02-28');
    assert.equal(answer.citizen.sex, shapeOf(number) === 'no-sex' ? '' : '2');
  }
  assert.equal(seen.size, 6);
});

test('a wrong secret, key or client is refused, by both ways in', async () => {
  for (const [name, access, code] of [
    ['NDXP secret', { ...NDXP, secret: 'x' }, 'HTTP-401'],
    ['NDXP user', { ...NDXP, user: 'x' }, 'HTTP-401'],
    ['X-Road client', { ...NDXP, xroadClient: 'x' }, 'HTTP-401'],
    ['LGSP secret', lgsp({ secretKey: 'x' }), 'TOKEN-401'],
  ] as const)
    assert.deepEqual(await client(access).lookUp(QUESTION), { kind: 'refused', code }, name);
});

test('nobody asks anonymously: the question does not even leave', async () => {
  const before = (await arm('off')).counters;
  assert.deepEqual(await client().lookUp({ ...QUESTION, officer: { account: '', unit: 'x', phone: '' } }), {
    kind: 'refused',
    code: 'INCOMPLETE',
  });
  assert.deepEqual((await arm('off')).counters, before);
});

test('every fault is an answer that says what to do next, and never "not found"', async () => {
  const expected: Readonly<Record<Fault, Answer>> = {
    slow: { kind: 'unavailable', reason: 'timeout', retryAfterMs: null },
    '5xx': { kind: 'unavailable', reason: 'status', retryAfterMs: 1_000 },
    garbage: { kind: 'unavailable', reason: 'unreadable', retryAfterMs: null },
    empty: { kind: 'unavailable', reason: 'unreadable', retryAfterMs: null },
    html: { kind: 'unavailable', reason: 'unreadable', retryAfterMs: null },
    truncated: { kind: 'unavailable', reason: 'unreadable', retryAfterMs: null },
    doctype: { kind: 'unavailable', reason: 'unreadable', retryAfterMs: null },
    bomb: { kind: 'unavailable', reason: 'unreadable', retryAfterMs: null },
    huge: { kind: 'unavailable', reason: 'unreadable', retryAfterMs: null },
    redirect: { kind: 'unavailable', reason: 'status', retryAfterMs: null },
    'server-fault': { kind: 'unavailable', reason: 'status', retryAfterMs: null },
    refuse: { kind: 'refused', code: 'HTTP-401' },
    forget: {
      kind: 'found',
      citizen: {
        nationalId: PERSON.nationalId,
        oldId: '',
        name: PERSON.name,
        birth: PERSON.birth,
        sex: '2',
        ethnicity: '01',
        homeTown: null,
        residence: null,
      },
    },
    wrong: {
      kind: 'found',
      citizen: {
        nationalId: '000190000000',
        oldId: '',
        name: 'Người Khác Hẳn',
        birth: '1950-01-01',
        sex: '3',
        ethnicity: '55',
        homeTown: null,
        residence: null,
      },
    },
  };
  for (const fault of Object.keys(FAULTS) as Fault[]) {
    await arm(fault);
    assert.deepEqual(await client(NDXP, fault === 'slow' ? 150 : 3_000).lookUp(QUESTION), expected[fault], fault);
    assert.equal((await client().lookUp(QUESTION)).kind, 'found', `after ${fault}`);
  }
});

test('faults over LGSP: a platform that forgot its tokens is given one new token, a refusal is not asked for ever', async () => {
  const gateway = client(lgsp());
  assert.equal((await gateway.lookUp(QUESTION)).kind, 'found');
  const before = (await arm('forget')).counters;
  assert.equal((await gateway.lookUp(QUESTION)).kind, 'found');
  const after = (await arm('refuse', 2)).counters;
  assert.equal(after['tokens']! - before['tokens']!, 1);
  assert.deepEqual(await gateway.lookUp(QUESTION), { kind: 'refused', code: 'HTTP-401' });
  assert.equal((await gateway.lookUp(QUESTION)).kind, 'found');
  assert.equal((await arm('off')).counters['calls']! - after['calls']!, 3);
});

test('one token serves many calls until shortly before its end', async () => {
  const own = stoppedClock('2026-11-24T03:00:00.000Z');
  const gateway = populationGateway({ url: populationUrl(origin), serviceCode: 'X', access: lgsp(), timeoutMs: 3_000, clock: own });
  const tokens = async (): Promise<number> => (await arm('off')).counters['tokens']!;
  const start = await tokens();
  for (let i = 0; i < 3; i++) await gateway.lookUp(QUESTION);
  assert.equal((await tokens()) - start, 1);
  own.moveTo('2026-11-24T03:59:40.000Z');
  await gateway.lookUp(QUESTION);
  assert.equal((await tokens()) - start, 2);
});

test('nobody at the other end, a stop from us, and an address that is none', async () => {
  const gone = Fastify();
  await gone.listen({ port: 0, host: '127.0.0.1' });
  const nowhere = `http://127.0.0.1:${(gone.server.address() as AddressInfo).port}/ws`;
  await gone.close();
  assert.deepEqual(await client(NDXP, 3_000, nowhere).lookUp(QUESTION), { kind: 'unavailable', reason: 'connection', retryAfterMs: null });
  const stop = new AbortController();
  await arm('slow');
  const asked = client(NDXP, 3_000).lookUp(QUESTION, stop.signal);
  stop.abort();
  assert.deepEqual(await asked, { kind: 'unavailable', reason: 'stopped', retryAfterMs: null });
  await arm('off');
  for (const url of ['file:///etc/passwd', 'ftp://x/y', 'http://user:pass@x/y', 'http://x/y#z'])
    assert.throws(() => client(NDXP, 1, url), /plain http/);
});

test('the simulator is as strict as the real service: order, namespace, operation, what must be there', async () => {
  const ask = async (change: (message: string) => string, headers: Record<string, string> = {}): Promise<number> => {
    const { lookUpMessage } = await import('#outside/population/request-message.ts');
    const { ndxpHeaders } = await import('#outside/population/access.ts');
    const url = populationUrl(origin);
    const response = await fetch(url, {
      method: 'POST',
      body: change(lookUpMessage(QUESTION, 'X')),
      headers: {
        ...ndxpHeaders(NDXP, new URL(url).pathname, '1700000000000'),
        'content-type': 'application/xml',
        SOAPAction: '""',
        ...headers,
      },
    });
    const text = await response.text();
    assert.ok(text.includes('MÔ PHỎNG – không phải CSDLQG về dân cư'));
    return response.status;
  };
  assert.equal(await ask((message) => message), 200);
  for (const [name, change] of [
    ['order', (message: string) => message.replace(/(<dan:MaTichHop>.*?<\/dan:MaTichHop>)(<dan:MaCanBo>.*?<\/dan:MaCanBo>)/, '$2$1')],
    [
      'name before number',
      (message: string) => message.replace(/(<dan:SoDinhDanh>.*?<\/dan:SoDinhDanh>)(<dan:HoVaTen>.*?<\/dan:HoVaTen>)/, '$2$1'),
    ],
    ['namespace', (message: string) => message.replace('http://dancuquocgia.bca', 'http://dancuquocgia')],
    ['operation', (message: string) => message.replaceAll('TraCuuThongTinCongDan', 'XacThucThongTinCongDan')],
    ['no officer', (message: string) => message.replace(/<dan:MaCanBo>.*?<\/dan:MaCanBo>/, '')],
    ['number of 11 digits', (message: string) => message.replace('000190000001', '00190000001')],
    ['not XML', () => 'xin chào'],
    ['empty', () => ''],
  ] as const)
    assert.equal(await ask(change), 500, name);
  assert.equal(await ask((message) => message, { SOAPAction: 'x' }), 500);
});

test('its page says in Vietnamese what it is, counts, and has a switch for every fault', async () => {
  const page = await (await fetch(`${origin}/sim/population`)).text();
  assert.match(page, /MÔ PHỎNG – không phải CSDLQG về dân cư/);
  for (const fault of Object.keys(FAULTS)) assert.ok(page.includes(`value="${fault}"`), fault);
  const pressed = await fetch(`${origin}/sim/population/faults`, {
    method: 'POST',
    body: new URLSearchParams({ kind: 'empty', count: '2' }),
    redirect: 'manual',
  });
  assert.equal(pressed.status, 303);
  assert.match(await (await fetch(`${origin}/sim/population`)).text(), /Trả lời rỗng<\/strong>, còn 2 lần/);
  await arm('off');
  assert.equal(
    (
      await fetch(`${origin}/sim/population/faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"kind":"x"}',
      })
    ).status,
    400,
  );
});
