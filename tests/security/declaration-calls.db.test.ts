/**
 * A body asks people in service to declare: on a ground, with a last day and one term a person, told on their own page and by a notice, counted; whoever declared,
 * or was asked before, is asked again with a reason alone. By the server's routes, and by row-level security alone. Decision 0114.
 */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { openJobSession } from '#authority/access/sessions.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { declarationDoor } from '#doors/json/declaration-door.ts';
import { followClocks } from '#record/clocks/run.ts';
import { clocksToRecount } from '#record/clocks/store.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { lawsDue } from '#standard/calendar/legal-terms.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const GROUND = 'Kế hoạch 12/KH-THPT ngày 20/11/2026';
const AGAIN = 'Bản kê khai trước thiếu phần gia đình';
const NUMBERS = ['000190970001', '000190970002', '000190970003'] as const;
let school: Agency;
let folder: string;
let app: FastifyInstance;
let hr: SessionHandle;
let ministry: SessionHandle;
let stranger: SessionHandle;
let me: SessionHandle;
let people: readonly string[];

before(async () => {
  school = await anAgency('H26.03.01', undefined, [declarationDoor]);
  const { office } = school;
  Object.assign(school.needs, { onRegistered: followClocks(school.needs) });
  folder = await dataFolder();
  app = await aServer(office, folder);
  hr = (await office.signedIn('000190970011', [['XAC_NHAN', 'H26.03']])).handle;
  ministry = (await office.signedIn('000190970012', [['VU_CCVC', 'VN']])).handle;
  stranger = (await office.signedIn('000190970013', [['XAC_NHAN', 'H41.51']])).handle;
  const sent = await school.sends(NUMBERS.map((number) => ({ number, name: `Vàng Thị Gọi ${number.slice(-1)}` })));
  for (const personId of await school.waiting(sent)) assert.ok((await school.confirms(sent, personId)).ok);
  me = (await office.signedIn(NUMBERS[0], [])).handle;
  const rows = await owner<{ person_id: string; id_hash: Buffer }>('select person_id, id_hash from national_id');
  people = NUMBERS.map((number) => rows.find(({ id_hash }) => Buffer.from(office.keys.nationalIdHash(number)).equals(id_hash))!.person_id);
});
after(async () => {
  await app.close();
  await school.close();
  await rm(folder, { recursive: true, force: true });
});

const owner = <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  school.office.owner.transaction(null, (tx) => tx.query<T>(sql, values));
let asked = 0;
async function send(by: SessionHandle, path: string, payload?: object) {
  const answer = await app.inject({
    method: payload ? 'POST' : 'GET',
    url: `/api/v1${path}`,
    headers: { cookie: `congvu=${by}`, origin: ORIGIN, 'idempotency-key': `dot-ke-khai-${++asked}` },
    ...(payload ? { payload } : {}),
  });
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
}
const today = (): string => school.needs.clock.today();
const call = (by: SessionHandle, more: object = {}) =>
  send(by, '/declaration-calls', { bodyId: school.bodyId, below: false, lastDay: addDays(today(), 20), ground: GROUND, ...more });
const due = async (by: SessionHandle) =>
  (await send(by, '/me/declaration')).body as { kind: string; due: { lastDay: string; call: { ground: string } | null } | null };
const clocks = () =>
  owner<{ person_id: string; last_day: string }>(
    'select person_id, last_day from legal_clock where call_id is not null order by person_id',
  );

test('nothing is asked without a ground, with fewer days than the law gives, by who confirms elsewhere', async () => {
  assert.equal((await due(me)).due, null, 'of who was in service no term runs by itself');
  const laws = lawsDue('ND27_19_KHAI', today())!.lastDay;
  for (const [by, more, code] of [
    [hr, { ground: 'ngắn' }, 'E-DECLARATION-CALL-GROUND'],
    [hr, { lastDay: addDays(laws, -1) }, 'E-DECLARATION-CALL-DAY'],
    [hr, { lastDay: addDays(today(), 400) }, 'E-DECLARATION-CALL-DAY'],
    [hr, { lastDay: 'mai' }, 'E-DECLARATION-CALL-DAY'],
    [stranger, {}, 'E-NOT-WITHIN-REACH'],
    [me, {}, 'E-NOT-ALLOWED'],
  ] as const)
    assert.equal((await call(by, more)).body['code'], code, JSON.stringify(more));
  assert.deepEqual(await clocks(), []);
});

test('one of them is asked, with the reason on the own page; then all others, and whose term runs is left with it', async () => {
  const one = await call(hr, { people: [people[0]!] });
  assert.deepEqual([one.status, one.body['people'], one.body['running']], [200, 1, 0], JSON.stringify(one.body));
  const mine = await due(me);
  assert.deepEqual(
    [mine.kind, mine.due],
    ['first', { lastDay: addDays(today(), 20), late: false, call: { bodyName: 'Trường THPT Mẫu Sơn', ground: GROUND } }],
  );
  const record = (await send(me, '/me')).body['declarationDue'] as { call: { ground: string } };
  assert.equal(record.call.ground, GROUND);
  const rest = await call(ministry, { below: true, lastDay: addDays(today(), 30) });
  assert.deepEqual([rest.body['people'], rest.body['running'], rest.body['declared']], [2, 1, 0], JSON.stringify(rest.body));
  assert.deepEqual((await clocks()).map(({ last_day }) => last_day).toSorted(), [
    addDays(today(), 20),
    addDays(today(), 30),
    addDays(today(), 30),
  ]);
  assert.equal((await call(hr)).body['code'], 'E-DECLARATION-CALL-NOBODY');
  const events = await owner<{ act: string; n: number }>(
    `select act, count(*)::int as n from audit_event where act in ('declaration.called', 'clock.started') group by act order by act`,
  );
  assert.deepEqual(events, [
    { act: 'clock.started', n: 3 },
    { act: 'declaration.called', n: 2 },
  ]);
});

test('its last day is that of the call: no calendar moves it', async () => {
  const handle = await openJobSession(school.office, { bodyId: null, purpose: 'job' });
  assert.deepEqual(await school.office.as(handle, (tx) => clocksToRecount(tx, 9_999, 100)), []);
});

test('who declared, or was asked before, is asked again with a reason alone, which is kept and counted', async () => {
  await owner('update legal_clock set done_at = now() where person_id = $1', [people[0]]);
  assert.equal((await call(hr, { people: [people[0]!] })).body['code'], 'E-DECLARATION-CALL-AGAIN');
  assert.equal((await call(hr)).body['code'], 'E-DECLARATION-CALL-AGAIN', 'nobody else is left');
  assert.equal((await call(hr, { people: [people[0]!], again: `a${' '.repeat(20)}b` })).status, 400);
  const again = await call(hr, { people: [people[0]!], again: AGAIN });
  assert.equal(again.status, 200, JSON.stringify(again.body));
  const listed = (await send(hr, '/declaration-calls')).body['items'] as {
    again: string | null;
    people: number;
    done: number;
    late: number;
  }[];
  assert.deepEqual(
    listed.map(({ again: why, people: count, done, late }) => [why, count, done, late]),
    [
      [AGAIN, 1, 0, 0],
      [null, 2, 0, 0],
      [null, 1, 1, 0],
    ],
    'that of the ministry was about this agency, too',
  );
  const board = (await send(ministry, '/board')).body as { total: { askedAgain: number } };
  assert.equal(board.total.askedAgain, 1);
});

test('who may be asked is a list that leaves a row; who confirms elsewhere sees neither people nor calls', async () => {
  const { body } = await send(hr, `/declaration-calls/people?body=${school.bodyId}`);
  assert.deepEqual(body['counts'], { never: 0, before: 0, running: 3 });
  assert.ok((await owner(`select 1 as one from audit_event where act = 'declaration.people-listed'`)).length > 0);
  assert.equal((await send(stranger, `/declaration-calls/people?body=${school.bodyId}`)).body['code'], 'E-NOT-WITHIN-REACH');
  assert.deepEqual((await send(stranger, '/declaration-calls')).body['items'], []);
  for (const statement of [
    'select 1 as one from declaration_call',
    `select 1 as one from declaration_candidates(array(select body_id from body), '{}', 'ND27_19_KHAI') where body_id = '${school.bodyId}'`,
  ])
    assert.deepEqual(await school.office.as(stranger, (tx) => tx.query(statement)), [], statement);
  const [first] = await owner<{ call_id: string }>('select call_id from declaration_call order by asked_at limit 1');
  // No term by a call of before, or of somebody else.
  for (const by of [hr, stranger])
    assert.deepEqual(
      await school.office.as(by, (tx) =>
        tx.query(`select * from declaration_call_terms($1, $2, $3, 'X', $4, now(), 1, now())`, [
          first!.call_id,
          [people[1]],
          [people[1]],
          today(),
        ]),
      ),
      [],
    );
});

test('whose record is kept apart is neither listed nor asked by who keeps no such records', async () => {
  const accounts = await owner<{ account_id: string }>('select account_id from account order by account_id limit 2');
  await owner(
    `insert into kept_apart (person_id, request_id, kind, body_id, class, paper, from_day, asked_by, asked_name, asked_at, state, decided_by, decided_name, decided_at)
     values ($1, $2, 'mark', $3, 'MAT', '{}', $4, $5, 'A', now(), 'granted', $6, 'B', now())`,
    [people[2], people[1], school.bodyId, today(), accounts[0]!.account_id, accounts[1]!.account_id],
  );
  const counted = async (by: SessionHandle) => (await send(by, `/declaration-calls/people?body=${school.bodyId}`)).body['counts'];
  assert.deepEqual(await counted(ministry), { never: 0, before: 0, running: 2 });
  assert.deepEqual(await counted(hr), { never: 0, before: 0, running: 3 });
  assert.equal((await call(ministry, { people: [people[2]!], again: AGAIN })).body['code'], 'E-DECLARATION-CALL-PEOPLE');
});
