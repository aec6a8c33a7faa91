/**
 * Terms of the law run from the paper to the register: they start when something is sent, end with the registering, in its transaction, are void when it is
 * taken back, and are listed, late ones first, to who may see the person. By the server's routes, and by row-level security alone.
 */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { actorOfSession, openJobSession } from '#authority/access/sessions.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { answerCase } from '#record/cases/answer.ts';
import { endDueCases } from '#record/cases/end-case.ts';
import type { CaseNeeds } from '#record/cases/needs.ts';
import { openAsking } from '#record/cases/open-case.ts';
import { followClocks } from '#record/clocks/run.ts';
import { recountOnce } from '#record/clocks/recount.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { withdraw } from '#record/intake/receive.ts';
import { lawsDue } from '#standard/calendar/legal-terms.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const PAPER = '2026-07-13';
let school: Agency;
let folder: string;
let cases: CaseNeeds;
let app: FastifyInstance;
type Signed = { readonly handle: SessionHandle };
const who = {} as Record<'hr' | 'elsewhere' | 'ministry' | 'auditor' | 'me', Signed>;

before(async () => {
  school = await anAgency('H26.03.01');
  const { office } = school;
  Object.assign(school.needs, { onRegistered: followClocks(school.needs) });
  folder = await dataFolder();
  app = await aServer(office, folder, {
    watch: (_server, composed) => {
      cases = composed.cases;
    },
  });
  who.hr = await office.signedIn('000190990011', [['XAC_NHAN', 'H26.03']]);
  who.elsewhere = await office.signedIn('000190990012', [['XAC_NHAN', 'H41']]);
  who.ministry = await office.signedIn('000190990013', [['VU_CCVC', 'VN']]);
  who.auditor = await office.signedIn('000190990014', [['GIAM_SAT', 'VN']]);
});
after(async () => {
  await app.close();
  await school.close();
  await rm(folder, { recursive: true, force: true });
});

let last = 0;
const decided = (day: string): RecordDocument => ({ E: { soQdTuyenDung: { so: '12/QĐ-SNV', ngay: day } } }) as unknown as RecordDocument;
const awarded = (day: string): RecordDocument =>
  ({ O: { khenThuong: [{ hinhThuc: 'BK', nam: '2026', quyetDinh: { so: '9/QĐ', ngay: day } }] } }) as unknown as RecordDocument;
const someone = (more: RecordDocument, number = `000190${String(++last + 970000)}`) => ({ number, name: 'Lò Thị Hạn', more });

interface Row {
  readonly term: string;
  readonly about: string;
  readonly start_on: string;
  readonly last_day: string;
  readonly done: boolean;
  readonly void: boolean;
  readonly late: boolean;
}
const owner = <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  school.office.owner.transaction(null, (tx) => tx.query<T>(sql, values));
const clocksOf = (personId: string): Promise<Row[]> =>
  owner<Row>(
    `select term, about, start_on, last_day, done_at is not null as done, void_at is not null as void, coalesce(done_at, now()) >= due_at as late
       from legal_clock where person_id = $1 order by term, about, started_at`,
    [personId],
  );
const logged = async (act: string, personId: string): Promise<number> =>
  (await owner('select 1 as one from audit_event where act = $1 and object_id = $2', [act, personId])).length;
const personOf = async (submissionId: string): Promise<string> => (await school.waiting(submissionId))[0]!;

async function ask(
  { handle }: Signed,
  path: string,
): Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> }> {
  const answer = await app.inject({ url: `/api/v1${path}`, headers: { cookie: `congvu=${handle}`, origin: ORIGIN } });
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
}
interface Listed {
  readonly personId: string;
  readonly term: { readonly code: string; readonly law: string };
  readonly late: boolean;
  readonly registered: boolean;
  readonly lastDay: string;
}
const listed = async (by: Signed, query = ''): Promise<readonly Listed[]> =>
  (await ask(by, `/legal-clocks${query}`)).body['items'] as Listed[];

let newcomer: string;
let sent: string;
const number = '000190990001';

test('a record whose decision is of the days of the decree is due when it is sent; nobody is in the register yet', async () => {
  sent = await school.sends([someone(decided(PAPER), number), someone(decided('2025-03-03'), '000190990002')]);
  const people = await school.waiting(sent);
  assert.equal(people.length, 2);
  const rows = await Promise.all(people.map(clocksOf));
  newcomer = people[rows.findIndex((one) => one.length > 0)]!;
  assert.deepEqual(rows.flat(), [
    {
      term: 'ND27_18',
      about: 'record',
      start_on: PAPER,
      last_day: lawsDue('ND27_18', PAPER)!.lastDay,
      done: false,
      void: false,
      late: true,
    },
  ]);
  assert.equal(await logged('clock.started', newcomer), 1);
});

test('the body that confirms, those above it and the ministry see it late; others see nothing of it', async () => {
  for (const by of [who.hr, who.ministry]) {
    const [first] = await listed(by, '?which=late');
    assert.deepEqual([first!.personId, first!.late, first!.registered, first!.term.law], [newcomer, true, false, 'NĐ 27/2026 Đ18']);
  }
  assert.deepEqual(await listed(who.elsewhere), []);
  assert.equal((await ask(who.auditor, '/legal-clocks')).status, 403);
  const home = (await ask(who.hr, '/home')).body['tasks'] as { kind: string; count: number; href: string }[];
  const task = home.find(({ kind }) => kind === 'clocks-late')!;
  assert.deepEqual([task.count, task.href], [1, '/thoi-han?which=late']);
  const board = (await ask(who.ministry, '/board')).body['total'] as { terms: number; termsLate: number };
  assert.deepEqual([board.terms, board.termsLate], [1, 1]);
  assert.ok((await owner(`select 1 as one from audit_event where act = 'clock.listed'`)).length >= 2, 'a list of people is a reading');
});

test('it ends with the registering, and is told as done late', async () => {
  assert.ok((await school.confirms(sent, newcomer)).ok);
  const [row] = await clocksOf(newcomer);
  assert.deepEqual([row!.done, row!.late], [true, true]);
  assert.equal(await logged('clock.done', newcomer), 1);
  assert.deepEqual(await listed(who.hr, '?which=late'), []);
  const [done] = await listed(who.hr, '?which=done');
  assert.deepEqual([done!.personId, done!.late, done!.registered], [newcomer, true, true]);
});

test('a new paper about somebody in the register runs until its group is registered', async () => {
  const today = school.needs.clock.today();
  const submissionId = await school.sends([someone({ ...decided(PAPER), ...awarded(today) } as RecordDocument, number)]);
  const personId = await personOf(submissionId);
  assert.equal(personId, newcomer);
  const running = (await clocksOf(personId)).filter(({ term }) => term === 'ND27_19_NGOAI');
  assert.deepEqual(
    running.map(({ about, start_on: startOn, last_day: lastDay, late }) => [about, startOn, lastDay, late]),
    [['O', today, lawsDue('ND27_19_NGOAI', today)!.lastDay, false]],
  );
  assert.ok((await school.confirms(submissionId, personId)).ok);
  const [ended] = (await clocksOf(personId)).filter(({ term }) => term === 'ND27_19_NGOAI');
  assert.deepEqual([ended!.done, ended!.late], [true, false]);
});

test('a submission that is taken back lets its terms go; sent again, they run from the paper again', async () => {
  const again = someone(decided(PAPER));
  const submissionId = await school.sends([again]);
  const personId = await personOf(submissionId);
  assert.ok((await school.office.as(school.clerk.handle, (tx) => withdraw(tx, school.needs, submissionId))).ok);
  const [row] = await clocksOf(personId);
  assert.deepEqual([row!.done, row!.void], [false, true]);
  assert.equal(await logged('clock.void', personId), 1);
});

test('row-level security alone: another body reads, adds and changes none; what ended is changed by nobody', async () => {
  const { office } = school;
  const seen = (handle: SessionHandle) => office.as(handle, (tx) => tx.query('select 1 from legal_clock'));
  assert.equal((await seen(who.elsewhere.handle)).length, 0);
  assert.ok((await seen(who.hr.handle)).length > 0);
  const add = (handle: SessionHandle) =>
    office.as(handle, (tx) =>
      tx.query(
        `insert into legal_clock (person_id, clock_id, term, about, body_id, start_on, last_day, due_at, forecast, started_at)
         values ($1, gen_random_uuid(), 'ND27_18', 'x', $2, '2026-11-02', '2026-11-05', now(), false, now())`,
        [newcomer, school.bodyId],
      ),
    );
  await assert.rejects(add(who.elsewhere.handle), /row-level security/);
  await assert.rejects(add(who.ministry.handle), /row-level security/);
  const changed = (handle: SessionHandle) =>
    office.as(handle, (tx) =>
      tx.query(`update legal_clock set last_day = '2030-01-01' where person_id = $1 and term = 'ND27_18' returning 1`, [newcomer]),
    );
  assert.equal((await changed(school.clerk.handle)).length, 0);
  const ended = await office.as(who.elsewhere.handle, (tx) =>
    tx.query(`select * from legal_clock_void(now(), null, array(select person_id from national_id), null)`),
  );
  assert.equal(ended.length, 0);
});

test('a calendar that came later counts again what ran over a forecast, and says so only where the last day moves', async () => {
  const waiting = await school.sends([someone(decided(PAPER))]);
  const personId = await personOf(waiting);
  await owner(
    `update legal_clock set forecast = true, list_edition = null, last_day = '2026-07-15', due_at = '2026-07-15T17:00:00Z' where person_id = $1`,
    [personId],
  );
  const system = await openJobSession(school.office, { bodyId: null, purpose: 'clocks' });
  assert.equal(await recountOnce(school.needs, system), 'done');
  const [row] = await clocksOf(personId);
  assert.equal(row!.last_day, lawsDue('ND27_18', PAPER)!.lastDay);
  assert.equal(await logged('clock.moved', personId), 1);
  const body = (await ask(who.hr, '/legal-clocks')).body['items'] as { personId: string; moved: boolean }[];
  assert.deepEqual(
    body.filter(({ moved }) => moved).map((one) => one.personId),
    [personId],
  );
  await recountOnce(school.needs, system);
  assert.equal(await logged('clock.moved', personId), 1, 'once');
});

test('a person who goes over takes the term of what they reported along: it is the duty of the body that manages them now, on the same day', async () => {
  const { office } = school;
  const moved = '000190990003';
  const submissionId = await school.sends([someone(decided('2025-03-03'), moved)]);
  const personId = await personOf(submissionId);
  assert.ok((await school.confirms(submissionId, personId)).ok);
  const oneself = await office.signedIn(moved, []);
  const report = await app.inject({
    method: 'POST',
    url: '/api/v1/me/value-reports',
    headers: { cookie: `congvu=${oneself.handle}`, origin: ORIGIN, 'idempotency-key': 'han-chuyen-di' },
    payload: { group: 'B', field: 'ngaySinh', wrong: 'Ghi nhầm theo âm lịch' },
  });
  assert.ok(report.statusCode < 300, report.body);
  const running = async () =>
    (
      await owner<{ body_id: string; last_day: string }>(
        `select body_id, last_day from legal_clock where person_id = $1 and term = 'ND356_XEM_SUA' and done_at is null and void_at is null`,
        [personId],
      )
    )[0]!;
  const before = await running();
  assert.equal(before.body_id, school.bodyId);

  const other = await anAgency('H41.51', office);
  const today = office.clock.today();
  const { accountId, identity, name } = other.officer;
  const asked = await office.as(other.officer.handle, (tx) =>
    openAsking(
      tx,
      cases,
      { accountId, identity, name },
      {
        bodyId: other.bodyId,
        confirms: true,
        nationalId: moved,
        effectiveOn: today,
        decisionNumber: '7/QĐ',
        decisionDate: addDays(today, -2),
        reason: '',
      },
    ),
  );
  assert.ok(asked.ok, JSON.stringify(asked));
  const { caseId } = asked.value;
  const actor = (await office.as(school.officer.handle, actorOfSession))!;
  assert.ok((await office.as(school.officer.handle, (tx) => answerCase(tx, cases, actor, caseId, 'consent'))).ok);
  await endDueCases(cases);
  assert.deepEqual(await running(), { ...before, body_id: other.bodyId });
  assert.equal(await logged('clock.handed-over', personId), 1);
  assert.ok(
    (await listed(who.elsewhere)).some((row) => row.personId === personId),
    'the new body sees it',
  );
  assert.ok(!(await listed(who.hr)).some((row) => row.personId === personId), 'the one before does not');
});

test('a reported value runs by the term of the law until it is settled, whatever came of it', async () => {
  who.me = await school.office.signedIn(number, []);
  const post = async (by: Signed, path: string, payload: object) => {
    const answer = await app.inject({
      method: 'POST',
      url: `/api/v1${path}`,
      headers: { cookie: `congvu=${by.handle}`, origin: ORIGIN, 'idempotency-key': `han-${path}` },
      payload,
    });
    assert.ok(answer.statusCode < 300, answer.body);
    return answer.body === '' ? {} : answer.json<Record<string, unknown>>();
  };
  const { id } = await post(who.me, '/me/value-reports', { group: 'B', field: 'ngaySinh', wrong: 'Ghi nhầm theo âm lịch' });
  const whole = await app.inject({ url: '/api/v1/me/data.json', headers: { cookie: `congvu=${who.me.handle}`, origin: ORIGIN } });
  assert.deepEqual(
    whole.json<{ valueReports: { wrong: string }[] }>().valueReports.map(({ wrong }) => wrong),
    ['Ghi nhầm theo âm lịch'],
    'what one takes along names them',
  );
  const running = async () => (await clocksOf(newcomer)).find(({ term, about }) => term === 'ND356_XEM_SUA' && about === id)!;
  const { start_on: startOn, last_day: lastDay, done } = await running();
  assert.deepEqual([lastDay, done], [lawsDue('ND356_XEM_SUA', startOn)!.lastDay, false]);
  const desk = await school.office.signedIn('000190990021', [['DOI_SOAT', 'H26']]);
  await post(desk, `/value-reports/${String(id)}/acts`, { act: 'refused', note: 'Giấy khai sinh ghi đúng như hồ sơ' });
  assert.equal((await running()).done, true);
});
