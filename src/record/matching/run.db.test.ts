/** Matching as a job: paced, resumable, one transaction a result, and a source that is down is a state, not a failure. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { jobSessions } from '#authority/access/sessions.ts';
import { systemChance } from '#base/chance.ts';
import { stoppedClock } from '#base/clock.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import { FAILURES_MAX } from './breaker.ts';
import type { Answer, Question } from './port.ts';
import { enqueueMatches } from './queue.ts';
import { matchPending } from './run.ts';
import type { MatchNeeds } from './run.ts';
import type { AskedIdentity, Citizen } from './shapes.ts';
import { bodyWithoutIdentifier } from './problems.ts';
import { heldTasks, latestMatch, sourceStates } from './store.ts';

const START = '2026-11-24T03:00:00.000Z';
const HERE = 'H26.01';
const THERE = 'H26.03';
const later = (ms: number): string => new Date(Date.parse(START) + ms).toISOString();

let office: Office;
let here: string;
let there: string;
let jobSession: (bodyId: string | null) => Promise<SessionHandle>;

before(async () => {
  office = await anOffice();
  [here, there] = [await office.body(HERE), await office.body(THERE)];
  jobSession = jobSessions(office, 'matching test');
});
after(() => office.close());
beforeEach(() =>
  office.owner.transaction(null, async (tx) => {
    await tx.query('truncate match_task, match_result, source_state');
    // The clocks of these tests stand; the database compares written times with its own.
    await tx.query('update clock_tolerance set seconds = 2000000000');
  }),
);

const STATED: AskedIdentity = {
  marks: {},
  nationalId: '000190000001',
  name: 'Nguyễn Thị Hoà',
  birth: '1990-02-28',
  sex: '2',
  ethnicity: '01',
};
const CITIZEN: Citizen = {
  nationalId: '000190000001',
  oldId: '',
  name: 'NGUYỄN THỊ HOÀ',
  birth: '1990-02-28',
  sex: '2',
  ethnicity: '01',
  homeTown: null,
  residence: null,
};
const FOUND: Answer = { kind: 'found', citizen: CITIZEN };
const DOWN: Answer = { kind: 'unavailable', reason: 'timeout', retryAfterMs: null };

const id = (): string => systemChance.uuid7(Date.parse(START));

/** `count` people of one submission wait. */
async function waiting(count: number, bodyId = here): Promise<{ submissionId: string; people: { personId: string }[] }> {
  const submissionId = id();
  const people = Array.from({ length: count }, () => ({ personId: id() }));
  await office.as(await jobSession(bodyId), async (tx) => {
    await tx.query('insert into submission (submission_id, body_id, upload_number, source, created_at) values ($1, $2, $3, $4, $5)', [
      submissionId,
      bodyId,
      submissionId.slice(-12),
      'workbook',
      START,
    ]);
    await enqueueMatches(tx, { submissionId, bodyId, at: START }, people);
  });
  return { submissionId, people };
}

interface Bench extends MatchNeeds {
  readonly clock: ReturnType<typeof stoppedClock>;
  readonly asked: Question[];
  readonly matched: string[];
}

function bench(
  answer: Answer | ((question: Question, n: number) => Answer | Promise<Answer>),
  more: Omit<Partial<MatchNeeds>, 'clock'> = {},
): Bench {
  const clock = stoppedClock(START);
  const asked: Question[] = [];
  const matched: string[] = [];
  return {
    db: office.db,
    keys: office.keys,
    chance: systemChance,
    clock,
    asked,
    matched,
    jobSession,
    gateway: {
      source: 'DAN_CU_NDXP',
      lookUp: async (question) => {
        asked.push(question);
        return typeof answer === 'function' ? answer(question, asked.length) : answer;
      },
    },
    readIdentity: async () => STATED,
    officerFor: async () => ok({ account: 'cb.ha', unit: HERE, phone: '' }),
    onMatched: async (_tx, { personId, level }) => {
      matched.push(`${personId} ${level}`);
    },
    callsPerSecond: 1_000,
    wait: async (ms) => clock.moveTo(new Date(Date.parse(clock.now()) + ms).toISOString()),
    ...more,
  };
}

const rows = <Row extends object>(sql: string): Promise<Row[]> => office.owner.transaction(null, (tx) => tx.query<Row>(sql));
const tasks = async (): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await rows<{ state: string; n: number }>('select state, count(*)::int as n from match_task group by state')).map((row) => [
      row.state,
      row.n,
    ]),
  );
const sources = async () => office.as(await jobSession(null), sourceStates);

test('each person is asked for once, in the name of an officer; result, audit row and what follows come together', async () => {
  const { people, submissionId } = await waiting(7);
  const needs = bench(FOUND);
  assert.deepEqual(await matchPending(needs, 50), { matched: 7, unavailable: 0 });
  assert.deepEqual(await tasks(), { done: 7 });
  assert.equal(needs.asked.length, 7);
  assert.equal(new Set(needs.asked.map((question) => question.requestId)).size, 7);
  assert.ok(needs.asked.every((question) => question.officer.account !== '' && question.purpose === 'DOI_SOAT_HO_SO'));
  assert.deepEqual(needs.matched.map((one) => one.split(' ')[0]).sort(), people.map((one) => one.personId).sort());
  const handle = await jobSession(here);
  const levels = await office.as(handle, (tx) => Promise.all(people.map(({ personId }) => latestMatch(tx, personId))));
  assert.deepEqual([...new Set(levels.map((one) => one!.level))], ['KHOP']);
  const newest = await office.as(handle, (tx) => latestMatch(tx, people[0]!.personId));
  assert.equal(newest!.fields.ngaySinh, 'KHOP');
  const audited = await rows<{ n: number; one_tx: boolean }>(
    `select count(*)::int as n, bool_and(e.tx = r.tx) as one_tx from match_result r join audit_event e on e.object_id = r.person_id and e.act = 'population.matched' where r.submission_id = '${submissionId}'`,
  );
  assert.deepEqual(audited, [{ n: 7, one_tx: true }]);
});

test('what is stored are levels: nothing of the citizen’s file, nor of the question', async () => {
  await waiting(1);
  await matchPending(bench({ kind: 'found', citizen: { ...CITIZEN, name: 'TÊN KHÁC HẲN', birth: '1977-07-07' } }), 5);
  const [stored] = await rows<{ text: string }>('select row_to_json(r)::text as text from match_result r');
  for (const secret of ['TÊN KHÁC', '1977', '000190000001', 'Hoà']) assert.ok(!stored!.text.includes(secret), secret);
  assert.ok(stored!.text.includes('LECH'));
});

test('a source that is down: nobody is lost, it is left alone, says why, and everyone is matched when it is back', async () => {
  await waiting(30);
  const needs = bench((_question, n) => (n > FAILURES_MAX + 4 ? FOUND : DOWN));
  const round = await matchPending(needs, 100);
  // Lanes that were under way when it was given up still come back.
  assert.ok(
    round.matched === 0 && needs.asked.length >= FAILURES_MAX && needs.asked.length < FAILURES_MAX + 4,
    `asked ${needs.asked.length} times`,
  );
  const [source] = await sources();
  assert.deepEqual([source!.state, source!.reason], ['open', 'timeout']);
  assert.deepEqual(await matchPending(needs, 100), { matched: 0, unavailable: 0 }, 'left alone');
  assert.deepEqual(await tasks(), { waiting: 30 });
  for (let i = 1; i < 40 && (await tasks())['done'] !== 30; i++) {
    needs.clock.moveTo(later(i * 60_000));
    await matchPending(needs, 100);
  }
  assert.deepEqual(await tasks(), { done: 30 });
  assert.deepEqual(
    (await sources()).map(({ state, failures, reason }) => ({ state, failures, reason })),
    [{ state: 'closed', failures: 0, reason: null }],
  );
});

test('a source that comes back is tried with one call, not with everybody', async () => {
  await waiting(20);
  const needs = bench(DOWN);
  await matchPending(needs, 100);
  const before = needs.asked.length;
  needs.clock.moveTo(later(10 * 60_000));
  await matchPending(needs, 100);
  assert.equal(needs.asked.length - before, 1);
});

test('the quota holds over rounds and workers', async () => {
  await waiting(60);
  const clock = stoppedClock(START);
  const at: number[] = [];
  const wait = async (ms: number): Promise<void> => clock.moveTo(new Date(Date.parse(clock.now()) + ms).toISOString());
  const worker = (): MatchNeeds => ({
    ...bench(() => {
      at.push(Date.parse(clock.now()));
      return FOUND;
    }),
    callsPerSecond: 20,
    clock,
    wait,
  });
  await Promise.all([matchPending(worker(), 40), matchPending(worker(), 40)]);
  assert.equal(at.length, 60);
  const inFirstSecond = at.filter((ms) => ms < Date.parse(START) + 1_000).length;
  assert.ok(inFirstSecond <= 40, `${inFirstSecond} calls in the first second: 20 and a burst of 20`);
  assert.ok(Math.max(...at) - Date.parse(START) >= 1_950, 'the last 40 took two seconds');
});

test('two workers do not ask for the same person', async () => {
  const { people } = await waiting(24);
  const [one, two] = [bench(FOUND), bench(FOUND)];
  await Promise.all([matchPending(one, 50), matchPending(two, 50)]);
  assert.equal(one.asked.length + two.asked.length, people.length);
  assert.equal((await rows('select 1 from match_result')).length, people.length);
});

test('a worker that died in a call leaves the person to the next one after a minute', async () => {
  await waiting(1);
  await assert.rejects(
    matchPending(
      bench(() => {
        throw new Error('killed');
      }),
      5,
    ),
    /killed/,
  );
  const next = bench(FOUND);
  assert.deepEqual(await matchPending(next, 5), { matched: 0, unavailable: 0 });
  next.clock.moveTo(later(60_000));
  assert.deepEqual(await matchPending(next, 5), { matched: 1, unavailable: 0 });
});

test('an answer to the question of an earlier round does not let the corrected one through', async () => {
  const { submissionId, people } = await waiting(1);
  const needs = bench(async (_question, n) => {
    if (n === 1) await office.as(await jobSession(here), (tx) => enqueueMatches(tx, { submissionId, bodyId: here, at: START }, people));
    return n === 1 ? FOUND : { kind: 'not-found' };
  });
  await matchPending(needs, 1);
  assert.deepEqual([needs.matched, await tasks(), await rows('select 1 from match_result')], [[], { waiting: 1 }, []]);
  await matchPending(needs, 1);
  assert.deepEqual(needs.matched, [`${people[0]!.personId} KHONG_TIM_THAY`]);
});

test('when what follows cannot be done, there is no result either, and the person waits on', async () => {
  await waiting(1);
  const failing = bench(FOUND, {
    onMatched: async () => {
      throw new Error('no items');
    },
  });
  await assert.rejects(matchPending(failing, 5), /no items/);
  assert.deepEqual(await tasks(), { waiting: 1 });
  assert.equal((await rows('select 1 from match_result')).length, 0);
});

test('no audit row, no result', async () => {
  await waiting(1);
  const mute = bench(FOUND, {
    keys: {
      ...office.keys,
      seal: () => {
        throw new Error('no audit');
      },
    },
  });
  await assert.rejects(matchPending(mute, 5), /no audit/);
  assert.equal((await rows('select 1 from match_result')).length, 0);
});

test('a person who is gone meanwhile is not asked for', async () => {
  await waiting(2);
  const needs = bench(FOUND, { readIdentity: async () => null });
  assert.deepEqual(await matchPending(needs, 5), { matched: 2, unavailable: 0 });
  assert.deepEqual([needs.asked, await tasks()], [[], { 'given-up': 2 }]);
});

test('the wait that the source asks for is kept; two citizens for one number say nothing against the source', async () => {
  await waiting(1);
  const needs = bench({ kind: 'unavailable', reason: 'status', retryAfterMs: 90_000 });
  await matchPending(needs, 5);
  assert.deepEqual(await rows<{ next_at: string }>('select next_at from match_task'), [{ next_at: later(90_000) }]);
  await office.owner.transaction(null, (tx) => tx.query('truncate source_state'));
  const odd = bench({ kind: 'unavailable', reason: 'ambiguous', retryAfterMs: null });
  odd.clock.moveTo(later(90_000));
  assert.deepEqual(await matchPending(odd, 5), { matched: 0, unavailable: 1 });
  assert.deepEqual(
    (await sources()).map(({ state, failures }) => ({ state, failures })),
    [{ state: 'closed', failures: 0 }],
  );
});

test('a stop ends the round; whoever was being asked for waits as before', async () => {
  await waiting(5);
  const stop = new AbortController();
  const needs = bench(() => {
    stop.abort();
    return { kind: 'unavailable', reason: 'stopped', retryAfterMs: null };
  });
  await matchPending(needs, 5, stop.signal);
  assert.ok(needs.asked.length <= 4);
  const next = bench(FOUND);
  assert.deepEqual(await matchPending(next, 50), { matched: 5, unavailable: 0 });
});

test('row-level security: a session of one body sees and writes nothing of another, and without a session there is nothing', async () => {
  const { submissionId, people } = await waiting(2, there);
  await matchPending(bench(FOUND), 5);
  await waiting(1, there);
  const count = async (handle: SessionHandle | null): Promise<number[]> =>
    office.as(handle, async (tx) => [
      (await tx.query('select 1 from match_task')).length,
      (await tx.query('select 1 from match_result')).length,
    ]);
  const clerk = await office.signedIn('000180000031', [['NHAP_LIEU', HERE]]);
  const theirs = await office.signedIn('000180000032', [['NHAP_LIEU', THERE]]);
  assert.deepEqual(await count(clerk.handle), [0, 0]);
  assert.deepEqual(await count(null), [0, 0]);
  assert.deepEqual(await count(theirs.handle), [3, 2]);
  const refused = (sql: string, values: unknown[]) =>
    assert.rejects(
      office.as(clerk.handle, (tx) => tx.query(sql, values)),
      (error: { code?: string }) => error.code === '42501',
    );
  await refused('insert into match_task (person_id, submission_id, body_id, state, next_at, created_at) values ($1, $2, $3, $4, $5, $5)', [
    id(),
    submissionId,
    there,
    'waiting',
    START,
  ]);
  await refused(
    `insert into match_result (person_id, match_id, submission_id, body_id, at, level, fields, source, request_id) values ($1, $2, $3, $4, $5, 'KHOP', '{}', 'x', 'y')`,
    [people[0]!.personId, id(), submissionId, there, START],
  );
  for (const sql of [
    `update match_result set level = 'KHOP'`,
    'delete from match_result',
    'delete from match_task',
    'delete from source_state',
  ])
    await assert.rejects(
      office.as(theirs.handle, (tx) => tx.query(sql)),
      (error: { code?: string }) => error.code === '42501',
      sql,
    );
});

test('for a body that the source does not know nobody is asked, and the person waits with that reason until it is known', async () => {
  const { submissionId } = await waiting(1);
  let known = false;
  const needs = bench(FOUND, {
    officerFor: async () => (known ? ok({ account: 'cb.ha', unit: HERE, phone: '' }) : refused(bodyWithoutIdentifier({ body: 'Sở mẫu' }))),
  });
  assert.deepEqual(await matchPending(needs, 5), { matched: 0, unavailable: 1 });
  assert.equal(needs.asked.length, 0);
  const held = async () => office.as(await jobSession(here), (tx) => heldTasks(tx, submissionId));
  assert.deepEqual(await held(), { code: 'E-MATCH-NO-IDENTIFIER', people: 1 });
  known = true;
  needs.clock.moveTo(later(60 * 60_000));
  assert.deepEqual(await matchPending(needs, 5), { matched: 1, unavailable: 0 });
  assert.equal(await held(), null);
});

test('with a result stand marks of what was compared, and of nothing else', async () => {
  const { people } = await waiting(1);
  await matchPending(
    bench(FOUND, { readIdentity: async () => ({ ...STATED, marks: { hoTenKhaiSinh: 'm1', danToc: 'm2', queQuan: 'm3' } }) }),
    5,
  );
  const stored = await office.as(await jobSession(here), (tx) => latestMatch(tx, people[0]!.personId));
  assert.deepEqual(stored?.marks, { hoTenKhaiSinh: 'm1', danToc: 'm2' }, 'the source said no home town');
});
