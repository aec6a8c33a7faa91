/**
 * A value that its person reports as wrong is a case: sealed, due on a working day, on the desk of the body that manages the record today, settled by
 * somebody else than who reported it, with an outcome that is no claim. By the server's routes, and by row-level security alone.
 */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { openJobSession } from '#authority/access/sessions.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { reportDueOn } from '#record/value-reports/due.ts';
import { OPEN_REPORTS_MAX } from '#record/value-reports/limits.ts';
import { collectAll } from '#uses/notices/collected-for-tests.ts';
import type { NoticeNeeds } from '#uses/notices/needs.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const [ME, OFFICER_TOO, MANY] = ['000190770001', '000190770002', '000190770003'];
const WRONG = 'Ghi nhầm ngày sinh theo âm lịch';
const RIGHT = 'Ngày sinh đúng là 02/03/1990';

let school: Agency;
let commune: Agency;
let folder: string;
let app: FastifyInstance;
let notices: NoticeNeeds;
let system: SessionHandle;
type Signed = { readonly handle: SessionHandle; readonly accountId: string };
const who = {} as Record<'me' | 'both' | 'many' | 'hr' | 'hrToo' | 'elsewhere' | 'clerk' | 'ministry', Signed>;

const owner = <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  school.office.owner.transaction(null, (tx) => tx.query<T>(sql, values));
const registered = async (number: string, name: string): Promise<string> => {
  const submissionId = await school.sends([{ number, name }]);
  const [personId] = await school.waiting(submissionId);
  assert.ok((await school.confirms(submissionId, personId!)).ok);
  return personId!;
};
let me: string;

before(async () => {
  school = await anAgency('H26.03.01');
  commune = await anAgency('H41.51', school.office);
  const { office } = school;
  folder = await dataFolder();
  app = await aServer(office, folder);
  me = await registered(ME, 'Trần Thị Báo');
  await registered(OFFICER_TOO, 'Lê Văn Cán');
  await registered(MANY, 'Vũ Thị Nhiều');
  who.me = await office.signedIn(ME, []);
  who.many = await office.signedIn(MANY, []);
  who.both = await office.signedIn(OFFICER_TOO, [['DOI_SOAT', 'H26']]);
  who.hr = await office.signedIn('000190770011', [['DOI_SOAT', 'H26']]);
  who.hrToo = await office.signedIn('000190770012', [['DOI_SOAT', 'H26.03']]);
  who.elsewhere = await office.signedIn('000190770013', [['DOI_SOAT', 'H41']]);
  who.ministry = await office.signedIn('000190770014', [['VU_CCVC', 'VN']]);
  who.clerk = school.clerk;
  system = await openJobSession(office, { bodyId: null, purpose: 'notices' });
  notices = {
    ...office,
    jobSession: async () => system,
    mailer: async () => ({ state: 'accepted', detail: null }),
    publicUrl: 'https://congvu.example',
    demo: true,
  };
});
after(async () => {
  await app.close();
  await school.close();
  await rm(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}
let asked = 0;
async function ask({ handle }: Signed, method: 'GET' | 'POST', path: string, payload?: object): Promise<Answer> {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { cookie: `congvu=${handle}`, origin: ORIGIN, 'idempotency-key': `bao-sai-${++asked}` },
    ...(payload ? { payload } : {}),
  });
  const body = answer.body === '' ? {} : answer.json<Record<string, unknown>>();
  return { status: answer.statusCode, code: body['code'] as string | undefined, body };
}
const report = (by: Signed, more: object = {}) =>
  ask(by, 'POST', '/me/value-reports', { group: 'B', field: 'ngaySinh', wrong: WRONG, right: RIGHT, paper: 'Giấy khai sinh', ...more });
const act = (by: Signed, id: string, body: object) => ask(by, 'POST', `/value-reports/${id}/acts`, body);
const mine = async (by = who.me) => (await ask(by, 'GET', '/me/value-reports')).body['items'] as Record<string, unknown>[];
const listed = async (by: Signed, query = '') =>
  ((await ask(by, 'GET', `/value-reports${query}`)).body['items'] as { id: string; personId: string }[]).map(({ id }) => id);
const count = async (kind: string, by: Signed): Promise<number> =>
  ((await ask(by, 'GET', '/home')).body['tasks'] as { kind: string; count: number }[]).find((task) => task.kind === kind)?.count ?? 0;

const collect = () => collectAll(notices, system, school.office.owner);
const noticesOf = (signed: Signed, matter: string) =>
  owner<{ subject_id: string; seen_at: Date | null; facts: object }>(
    'select subject_id, seen_at, facts from notice where account_id = $1 and matter = $2',
    [signed.accountId, matter],
  );
const rowsOfLog = (name: string) =>
  owner<{ purpose: string; object_id: string; role: string }>('select purpose, object_id, role from audit_event where act = $1', [name]);

let first: string;

test('a report is received with its last day, once a value, and nothing of it stands in clear', async () => {
  const made = await report(who.me);
  assert.equal(made.status, 201, JSON.stringify(made.body));
  first = made.body['id'] as string;
  assert.equal(made.body['dueOn'], reportDueOn(school.office.clock.today()));
  assert.equal((await report(who.me)).code, 'E-VALUE-REPORT-OPEN');
  assert.equal((await report(who.me, { field: 'khongCo' })).code, 'E-REPORTED-VALUE-GONE');
  assert.equal((await report(who.me, { field: 'ngaySinh', line: 'd1' })).code, 'E-REPORTED-VALUE-GONE');
  assert.equal((await report(who.me, { field: 'danToc', wrong: '      ' })).code, 'E-VALUE-REPORT-NOTE');
  assert.equal((await report(who.me, { field: 'danToc', wrong: 'sai' })).status, 400);
  assert.equal((await report(who.clerk)).code, 'E-OWN-NOT-REGISTERED');
  const [own, ...more] = await mine();
  assert.equal(more.length, 0);
  assert.deepEqual(
    [own!['state'], own!['wrong'], own!['right'], own!['paper'], own!['overdue'], own!['outcome']],
    ['received', WRONG, RIGHT, 'Giấy khai sinh', false, null],
  );
  for (const table of ['value_report', 'value_report_act', 'audit_event', 'audit_payload', 'notice'])
    for (const { row } of await owner<{ row: string }>(
      `select encode(convert_to(t::text, 'UTF8'), 'escape') || t::text as row from ${table} t`,
    ))
      for (const secret of [WRONG, RIGHT]) {
        assert.ok(!row.includes(secret), `${table} holds it in clear`);
        assert.ok(!row.includes(Buffer.from(secret).toString('hex')), `${table} holds its bytes`);
      }
  assert.deepEqual(
    (await rowsOfLog('value-report.made')).map((row) => [row.purpose, row.object_id, row.role]),
    [['OWN_RECORD', me, 'CA_NHAN']],
  );
});

test('it stands on the desk of those who reconcile over the managing body, and on no other', async () => {
  assert.deepEqual(await listed(who.hr), [first]);
  assert.deepEqual(await listed(who.hrToo), [first]);
  assert.deepEqual(await listed(who.elsewhere), []);
  assert.equal((await ask(who.elsewhere, 'GET', `/value-reports/${first}`)).code, 'E-VALUE-REPORT-GONE');
  assert.equal((await act(who.elsewhere, first, { act: 'comment', note: 'xem' })).code, 'E-VALUE-REPORT-GONE');
  for (const nobody of [who.clerk, who.me, who.ministry, school.officer])
    assert.equal((await ask(nobody, 'GET', '/value-reports')).code, 'E-NOT-ALLOWED');
  const { body } = await ask(who.hr, 'GET', `/value-reports/${first}`);
  assert.deepEqual(
    [body['name'], body['wrong'], body['right'], (body['value'] as { vi: string }).vi, body['corrections']],
    ['Trần Thị Báo', WRONG, RIGHT, '01/02/1990', []],
  );
  // Opening it is a reading of the person, who is told of it.
  assert.ok((await rowsOfLog('value-report.read')).some((row) => row.object_id === me && row.purpose === 'CORRECT'));
  assert.equal(await count('value-reports-open', who.hr), 1);
  assert.equal(await count('value-reports-overdue', who.hr), 0);
  await collect();
  assert.deepEqual(
    (await noticesOf(who.hr, 'value-reported')).map(({ subject_id: id }) => id),
    [first],
  );
  assert.deepEqual(await noticesOf(who.elsewhere, 'value-reported'), []);
});

test('nobody settles, is given, or finds on the desk what they reported themselves', async () => {
  const own = await report(who.both);
  assert.equal(own.status, 201);
  const id = own.body['id'] as string;
  assert.ok(!(await listed(who.both)).includes(id));
  assert.equal((await ask(who.both, 'GET', `/value-reports/${id}`)).code, 'E-VALUE-REPORT-GONE');
  assert.equal((await act(who.both, id, { act: 'refused', note: 'không sai' })).code, 'E-VALUE-REPORT-GONE');
  assert.equal((await act(who.hr, id, { act: 'assign', officer: who.both.accountId })).code, 'E-VALUE-REPORT-OFFICER');
  const { body } = await ask(who.hr, 'GET', `/value-reports/${id}`);
  assert.ok(!(body['officers'] as { id: string }[]).some((one) => one.id === who.both.accountId));
  // Row-level security says the same by itself: not seen at the desk; seen on the own pages, and not settled there either.
  const seen = await school.office.as(who.both.handle, (tx) => tx.query('select 1 from value_report where report_id = $1', [id]));
  assert.deepEqual(seen, []);
  const settled = await school.office.as(who.both.handle, async (tx) => {
    await tx.query("select set_config('congvu.own_record', 'on', true)");
    assert.equal((await tx.query('select 1 from value_report where report_id = $1', [id])).length, 1);
    return tx.query(
      `update value_report set outcome = 'refused', settled_by = session_person(), settled_at = now() where report_id = $1 returning 1`,
      [id],
    );
  });
  assert.deepEqual(settled, []);
  await collect();
  assert.deepEqual(await noticesOf(who.both, 'value-reported').then((all) => all.filter((one) => one.subject_id === id)), []);
  assert.equal((await act(who.hr, id, { act: 'refused', note: 'Giấy khai sinh ghi đúng như hồ sơ.' })).status, 204);
});

test('given to somebody, commented, and seen by the person as in hand, without the comments', async () => {
  assert.equal((await act(who.hr, first, { act: 'assign', officer: who.clerk.accountId })).code, 'E-VALUE-REPORT-OFFICER');
  assert.equal((await act(who.hr, first, { act: 'assign', officer: who.hrToo.accountId })).status, 204);
  assert.equal((await act(who.hrToo, first, { act: 'comment' })).code, 'E-VALUE-REPORT-NOTE');
  assert.equal((await act(who.hrToo, first, { act: 'comment', note: 'Đã gọi về trường hỏi lại' })).status, 204);
  assert.deepEqual(await listed(who.hrToo, '?assigned=me'), [first]);
  assert.deepEqual(await listed(who.hr, '?assigned=nobody'), []);
  const [own] = await mine();
  assert.equal(own!['state'], 'in-hand');
  assert.doesNotMatch(JSON.stringify(own), /gọi về trường/);
  const { body } = await ask(who.hr, 'GET', `/value-reports/${first}`);
  assert.deepEqual(
    (body['acts'] as { act: string; note: string | null }[]).map((one) => [one.act, one.note]),
    [
      ['made', null],
      ['assigned', null],
      ['commented', 'Đã gọi về trường hỏi lại'],
    ],
  );
});

test('beyond its day it is counted at the desk and on the board, and the person is told', async () => {
  await owner(`update value_report set due_on = '2026-01-05' where report_id = $1`, [first]);
  assert.equal(await count('value-reports-overdue', who.hr), 1);
  assert.deepEqual(await listed(who.hr, '?overdue=true'), [first]);
  const [own] = await mine();
  assert.equal(own!['overdue'], true);
  const board = (await ask(who.ministry, 'GET', '/board')).body['total'] as { reported: number; reportedLate: number };
  assert.deepEqual([board.reported, board.reportedLate], [1, 1]);
  assert.deepEqual(
    await school.office.as(who.elsewhere.handle, (tx) => tx.query('select * from value_report_counts($1)', [school.bodyId])),
    [],
    'who sees no board counts nothing',
  );
});

test('corrected is no claim: a submission has to have registered this group of this person after the report', async () => {
  const someSubmission = await school.sends([{ number: '000190770021', name: 'Người Khác' }]);
  assert.equal((await act(who.hr, first, { act: 'corrected' })).code, 'E-VALUE-REPORT-NOT-CORRECTED');
  assert.equal((await act(who.hr, first, { act: 'corrected', submission: someSubmission })).code, 'E-VALUE-REPORT-NOT-CORRECTED');
  await assert.rejects(
    school.office.as(who.hr.handle, (tx) =>
      tx.query(
        `update value_report set outcome = 'corrected', submission_id = $2, settled_by = session_person(), settled_at = now() where report_id = $1`,
        [first, someSubmission],
      ),
    ),
    /row-level security/,
  );
  const corrects = await school.sends([{ number: ME, name: 'Trần Thị Báo', more: { B: { ngaySinh: '1990-03-02' } } }]);
  assert.equal(
    (await act(who.hr, first, { act: 'corrected', submission: corrects })).code,
    'E-VALUE-REPORT-NOT-CORRECTED',
    'sent is not registered',
  );
  assert.ok((await school.confirms(corrects, me)).ok);
  const { body } = await ask(who.hr, 'GET', `/value-reports/${first}`);
  assert.deepEqual(
    (body['corrections'] as { submissionId: string }[]).map(({ submissionId }) => submissionId),
    [corrects],
  );
  assert.equal((await act(who.hr, first, { act: 'corrected', submission: corrects, note: 'Đã sửa theo giấy khai sinh.' })).status, 204);
  assert.equal((await act(who.hr, first, { act: 'comment', note: 'thêm' })).code, 'E-VALUE-REPORT-GONE', 'a settled one is not changed');
  const [own] = await mine();
  const [{ upload_number: number }] = (await owner('select upload_number from submission where submission_id = $1', [corrects])) as [
    { upload_number: string },
  ];
  assert.deepEqual(
    [own!['state'], own!['uploadNumber'], own!['answer'], own!['overdue']],
    ['corrected', number, 'Đã sửa theo giấy khai sinh.', false],
  );
  await collect();
  assert.deepEqual(
    (await noticesOf(who.me, 'value-report-settled')).map(({ subject_id: id }) => id),
    [first],
  );
  assert.ok(
    (await noticesOf(who.hr, 'value-reported')).every(({ seen_at: seen }) => seen !== null),
    'what is done is nobody’s notice',
  );
  assert.deepEqual(await listed(who.hr), []);
  assert.ok((await listed(who.hr, '?settled=true')).includes(first));
  assert.equal((await rowsOfLog('value-report.settled')).length, 2);
});

test('passed on to the source: with the words of what the person does next', async () => {
  const made = await report(who.me, { field: 'danToc' });
  const id = made.body['id'] as string;
  assert.equal((await act(who.hr, id, { act: 'passed-on', passedTo: 'population' })).code, 'E-VALUE-REPORT-NOTE');
  assert.equal((await act(who.hr, id, { act: 'passed-on', passedTo: 'population', note: 'Đến công an cấp xã.' })).status, 204);
  const own = (await mine()).find((one) => one['id'] === id)!;
  assert.deepEqual([own['state'], own['passedTo'], own['answer']], ['passed-on', 'population', 'Đến công an cấp xã.']);
});

test('something missing in a group, and as many open reports as one conversation has', async () => {
  const made = await report(who.many, { field: undefined, wrong: 'Thiếu tên gọi khác' });
  assert.equal(made.status, 201);
  await owner(
    `insert into value_report (person_id, report_id, by_account, group_code, field, content_sealed, made_at, due_on)
     select person_id, gen_random_uuid(), by_account, 'B', 'ô ' || n, content_sealed, now(), due_on from value_report, generate_series(1, $2) n where report_id = $1`,
    [made.body['id'], OPEN_REPORTS_MAX - 1],
  );
  assert.equal((await report(who.many)).code, 'E-VALUE-REPORTS-MANY');
  const pages: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { body } = await ask(who.hr, 'GET', `/value-reports?limit=7${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
    pages.push(...(body['items'] as { id: string }[]).map(({ id }) => id));
    cursor = body['next'] as string | null;
  }
  assert.equal(new Set(pages).size, OPEN_REPORTS_MAX);
  assert.equal(pages.length, OPEN_REPORTS_MAX, 'pages overlap in nothing and leave nothing out');
});

test('who is moved takes their reports along, and who is erased their words', async () => {
  const made = await report(who.me, { field: 'gioiTinh' });
  const id = made.body['id'] as string;
  await owner('update person set body_id = $2 where person_id = $1', [me, commune.bodyId]);
  await owner(`update person_reach set body_id = $2 where person_id = $1 and why = 'managing'`, [me, commune.bodyId]);
  assert.ok((await listed(who.elsewhere)).includes(id));
  assert.ok(!(await listed(who.hr)).includes(id));
  assert.equal((await act(who.hr, id, { act: 'refused', note: 'không phải việc ở đây' })).code, 'E-VALUE-REPORT-GONE');
  await owner('delete from person_salt where person_id = $1', [me]);
  const { status, body } = await ask(who.elsewhere, 'GET', `/value-reports/${id}`);
  assert.deepEqual([status, body['wrong'], body['value']], [200, '', null]);
});
