/**
 * A person declares the own record: the term runs from the day the record is made, a draft is kept group by group, it is sent once with the sentence of truth,
 * comes to the officers of the managing body through the intake, and another human confirms it. By the server's routes, and by row-level security alone.
 */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { openJobSession } from '#authority/access/sessions.ts';
import { dayInVietnam } from '#base/clock.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { declarationDoor } from '#doors/json/declaration-door.ts';
import { evidence } from '#start/evidence.ts';
import { followClocks } from '#record/clocks/run.ts';
import { carryOnce } from '#record/declarations/carry.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { readyToSend, submit } from '#record/intake/submit.ts';
import { acceptSuggestions } from '#record/intake/accept.ts';
import { answerReturned } from '#record/intake/answer-returned.ts';
import { withdraw } from '#record/intake/receive.ts';
import { readPeople } from '#record/register/store.ts';
import { lawsDue } from '#standard/calendar/legal-terms.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const ME = '000190980001';
const HER = '000190980002';
let school: Agency;
let folder: string;
let app: FastifyInstance;
type Signed = { readonly handle: SessionHandle; readonly accountId: string };
const who = {} as Record<'me' | 'her' | 'hr', Signed>;
let personId: string;

before(async () => {
  school = await anAgency('H26.03.01', undefined, [declarationDoor]);
  const { office } = school;
  Object.assign(school.needs, { onRegistered: followClocks(school.needs) });
  folder = await dataFolder();
  app = await aServer(office, folder);
  who.hr = await office.signedIn('000190980011', [['XAC_NHAN', 'H26.03']]);
});
after(async () => {
  await app.close();
  await school.close();
  await rm(folder, { recursive: true, force: true });
});

const decided = (day: string): RecordDocument => ({ E: { soQdTuyenDung: { so: '12/QĐ-SNV', ngay: day } } }) as unknown as RecordDocument;
const owner = <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  school.office.owner.transaction(null, (tx) => tx.query<T>(sql, values));

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}
let asked = 0;
async function ask({ handle }: Signed, path: string, body?: object): Promise<Answer> {
  const answer = await app.inject({
    method: body ? 'POST' : 'GET',
    url: `/api/v1/me${path}`,
    headers: { cookie: `congvu=${handle}`, origin: ORIGIN, 'idempotency-key': `ke-khai-${++asked}` },
    ...(body ? { payload: body } : {}),
  });
  return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json<Record<string, unknown>>() };
}
interface Page {
  readonly kind: string;
  readonly due: { readonly lastDay: string; readonly late: boolean } | null;
  readonly truth: { readonly code: string; readonly vi: string };
  readonly confirmedBy: string | null;
  readonly groups: readonly { readonly code: string; readonly by: string; readonly mark: string | null; readonly changedSince: boolean }[];
  readonly sent: readonly {
    readonly standing: string;
    readonly confirmedBy: string | null;
    readonly receipt: string | null;
    readonly uploadNumber: string | null;
    readonly returned: readonly { readonly cells: readonly { readonly note: string | null }[] }[];
    readonly problems: readonly string[];
  }[];
}
const page = async (by: Signed): Promise<Page> => (await ask(by, '/declaration')).body as unknown as Page;
const RIGHT = { mark: 'right', cells: {}, sections: {} };
const save = (by: Signed, group: string, cells: object, sections: object = {}): Promise<Answer> =>
  ask(by, `/declaration/groups/${group}`, { mark: 'changed', cells, sections });
const code = ({ body }: Answer): unknown => body['code'];

/** The background does what it would: brings, reads, sends on, and makes items. */
async function carried(): Promise<void> {
  const handle = await openJobSession(school.office, { bodyId: null, purpose: 'job' });
  const needs = { ...school.needs, door: declarationDoor, evidence };
  await carryOnce(needs, handle);
  await school.works();
  await carryOnce(needs, handle);
  await school.works();
}
const submissionOf = async (): Promise<string> =>
  (
    await owner<{ id: string }>(
      'select submission_id as id from declaration where person_id = $1 and sent_at is not null order by sent_at desc limit 1',
      [personId],
    )
  )[0]!.id;

const documentOf = async (): Promise<RecordDocument> =>
  (await school.office.as(who.hr.handle, (tx) => readPeople(tx, school.office.keys, [personId]))).get(personId)!.document;

async function registered(number: string, paperDay: string): Promise<string> {
  const sent = await school.sends([{ number, name: 'Mùa Thị Khai', more: decided(paperDay) }]);
  const [waiting] = await school.waiting(sent);
  assert.ok((await school.confirms(sent, waiting!)).ok);
  return waiting!;
}

test('the term for declaring runs from the day on which the record was made; of who was in service before none runs', async () => {
  personId = await registered(ME, '2026-07-13');
  await registered(HER, '2019-03-04');
  who.me = await school.office.signedIn(ME, []);
  who.her = await school.office.signedIn(HER, []);
  const today = school.needs.clock.today();
  const mine = await page(who.me);
  assert.deepEqual([mine.kind, mine.due], ['first', { lastDay: lawsDue('ND27_19_KHAI', today)!.lastDay, late: false, call: null }]);
  assert.equal((await page(who.her)).due, null);
  const by = new Map(mine.groups.map((group) => [group.code, group.by]));
  assert.deepEqual([by.get('B'), by.get('C'), by.get('G'), by.has('Y')], ['population', 'person', 'body', false]);
  assert.match(mine.truth.vi, /cam đoan/);
});

test('a group is kept as it was filled in, with what is wrong; of what others have the word for nothing is taken', async () => {
  const saved = await save(who.me, 'C', { dienThoaiDiDong: '12', emailCaNhan: 'khai@example.vn' });
  assert.equal(saved.status, 200, JSON.stringify(saved.body));
  const problems = saved.body['problems'] as readonly { column: string; severity: string }[];
  assert.ok(
    problems.some(({ column, severity }) => column === 'dienThoaiDiDong' && severity === 'error'),
    JSON.stringify(problems),
  );
  const form = (await ask(who.me, '/declaration/groups/C')).body as { cells: Record<string, string>; mark: string; problems: unknown[] };
  assert.deepEqual([form.cells['emailCaNhan'], form.mark, form.problems.length > 0], ['khai@example.vn', 'changed', true]);
  assert.equal(code(await save(who.me, 'G', { 'luong.heSo': '9.99' })), 'E-DECLARATION-NOT-YOURS');
  assert.equal(code(await save(who.me, 'Y', {})), 'E-DECLARATION-NOT-YOURS');
  // A key of another group in the cells of this one states nothing.
  await save(who.me, 'C', { dienThoaiDiDong: '0912345678', emailCaNhan: 'khai@example.vn', hoTenKhaiSinh: 'Người Khác' });
  assert.deepEqual((await ask(who.me, '/declaration/groups/C')).body['problems'], []);
  // Rules are asked of the record as it would stand, and told at the value.
  const soldier = await save(who.me, 'D', { ngayNhapNgu: '01/02/2010', ngayXuatNgu: '01/02/2005' });
  assert.ok(
    (soldier.body['problems'] as { column: string }[]).some(({ column }) => column === 'ngayXuatNgu'),
    JSON.stringify(soldier.body),
  );
  assert.equal((await ask(who.me, '/declaration/groups/D', RIGHT)).status, 200);
});

test('a first declaration is sent when every group was seen, with the sentence in use, once', async () => {
  assert.equal(code(await ask(who.me, '/declaration/send', { truth: (await page(who.me)).truth.code })), 'E-DECLARATION-UNSEEN');
  for (const { code: group, mark } of (await page(who.me)).groups)
    if (mark === null && group !== 'Q') assert.equal((await ask(who.me, `/declaration/groups/${group}`, RIGHT)).status, 200, group);
  const form = (await ask(who.me, '/declaration/groups/Q')).body as {
    readonly sections: readonly {
      readonly key: string;
      readonly columns: readonly { readonly key: string; readonly options: readonly string[] | null }[];
    }[];
  };
  const { columns } = form.sections.find(({ key }) => key === 'giaDinh')!;
  const optionOf = (key: string, pattern: RegExp): string =>
    columns.find((one) => one.key === key)!.options!.find((text) => pattern.test(text))!;
  const known = {
    'giaDinh.nhom': optionOf('giaDinh.nhom', /./),
    'giaDinh.quanHe': optionOf('giaDinh.quanHe', /Mẹ/),
    'giaDinh.hoTen': 'Mùa Thị Mai',
    'giaDinh.namSinh': '1960',
  };
  const saved = await save(who.me, 'Q', {}, { giaDinh: [known] });
  assert.deepEqual(
    (saved.body['problems'] as { severity: string; column: string; title: { vi: string } }[]).filter(
      ({ severity }) => severity === 'error',
    ),
    [],
    JSON.stringify(saved.body),
  );
  assert.equal(code(await ask(who.me, '/declaration/send', { truth: 'KHAC' })), 'E-DECLARATION-TRUTH');
  const { truth } = await page(who.me);
  assert.equal((await ask(who.me, '/declaration/send', { truth: truth.code })).status, 201);
  assert.equal(code(await ask(who.me, '/declaration/send', { truth: truth.code })), 'E-DECLARATION-NOTHING');
  const after = await page(who.me);
  assert.deepEqual([after.due, after.kind, after.sent[0]!.standing], [null, 'update', 'sent']);
  // Who sends is told before, and after, by when the agency has to confirm it.
  const until = lawsDue('ND27_19_NGOAI', school.needs.clock.today())!.lastDay;
  assert.deepEqual([after.confirmedBy, after.sent[0]!.confirmedBy], [until, until]);
  const [clock] = await owner<{ done: boolean }>(
    `select done_at is not null as done from legal_clock where person_id = $1 and term = 'ND27_19_KHAI'`,
    [personId],
  );
  assert.deepEqual(clock, { done: true });
});

test('it comes to the officers with a signed receipt and a term of its own; who declared does not confirm, and nobody takes it back for them', async () => {
  await carried();
  const [sent] = (await page(who.me)).sent;
  assert.deepEqual([sent!.standing, sent!.receipt !== null, sent!.uploadNumber !== null], ['waiting', true, true]);
  const submissionId = await submissionOf();
  const file = await school.file(submissionId);
  assert.deepEqual([file.source, file.sender.id, file.counts.received, file.counts.accepted], ['person', who.me.accountId, 1, 1]);
  for (const act of [() => school.office.as(school.clerk.handle, (tx) => withdraw(tx, school.needs, submissionId))]) {
    const refused = await act();
    assert.deepEqual(refused.ok ? [] : refused.problems.map((one) => one.code), ['E-SUBMISSION-OF-PERSON']);
  }
  const seen = await app.inject({
    url: `/api/v1/submissions/${submissionId}`,
    headers: { cookie: `congvu=${school.clerk.handle}`, origin: ORIGIN },
  });
  assert.ok(!JSON.stringify(seen.json<{ may: unknown }>().may).includes('submission.withdraw'), seen.body);
  const running = await owner<{ about: string }>(
    `select about from legal_clock where person_id = $1 and term = 'ND27_19_NGOAI' and done_at is null and void_at is null and submission_id = $2 order by about`,
    [personId, submissionId],
  );
  assert.deepEqual(
    running.map(({ about }) => about),
    ['C', 'Q'],
  );
  const confirmed = await school.confirms(submissionId, personId);
  assert.ok(confirmed.ok, JSON.stringify(confirmed));
  const [registeredOne] = (await page(who.me)).sent;
  assert.deepEqual([registeredOne!.standing, registeredOne!.confirmedBy], ['registered', null]);
  const whole = (await ask(who.me, '/data.json')).body['declarations'] as (Page['sent'][number] & {
    stated: Record<string, unknown>;
    written: object[];
  })[];
  assert.deepEqual(
    whole.map(({ stated: _stated, written: _written, ...one }) => one),
    (await page(who.me)).sent,
    'what one takes along names them',
  );
  assert.equal(whole[0]!.stated['emailCaNhan'], 'khai@example.vn', 'with the own words');
  const document = await documentOf();
  assert.equal(document.C?.['emailCaNhan'], 'khai@example.vn');
  assert.equal(((document.Q?.['giaDinh'] ?? []) as readonly unknown[]).length, 1);
  const [left] = await owner<{ count: number }>(
    `select count(*)::int as count from legal_clock where person_id = $1 and done_at is null and void_at is null`,
    [personId],
  );
  assert.equal(left!.count, 0, 'what was declared is brought in');
});

test('a change afterwards comes the same way; what is returned is filled in already and goes as a further round', async () => {
  await save(who.me, 'C', { emailCaNhan: 'moi@example.vn', dienThoaiDiDong: '0987654321' });
  const { truth } = await page(who.me);
  assert.equal((await ask(who.me, '/declaration/send', { truth: truth.code })).status, 201);
  await carried();
  const submissionId = await submissionOf();
  const returned = await school.confirms(submissionId, personId, { returns: 'C' });
  assert.ok(returned.ok, JSON.stringify(returned));
  const back = await page(who.me);
  assert.equal(back.sent[0]!.standing, 'returned');
  const taken = (await ask(who.me, '/data.json')).body['declarations'] as { standing: string; stated: Record<string, unknown> }[];
  assert.deepEqual(
    [taken[0]!.standing, taken[0]!.stated['emailCaNhan']],
    ['returned', 'moi@example.vn'],
    'what came back stands nowhere else',
  );
  assert.deepEqual(
    back.sent[0]!.returned.map(({ cells }) => cells.map(({ note }) => note)),
    [['Gọi không được.']],
  );
  const form = (await ask(who.me, '/declaration/groups/C')).body as { cells: Record<string, string> };
  assert.equal(form.cells['emailCaNhan'], 'moi@example.vn', 'nobody types it again');
  // The number stays: whoever attests it once more has answered.
  await save(who.me, 'C', { emailCaNhan: 'dung@example.vn', dienThoaiDiDong: '0987654321' });
  assert.equal((await ask(who.me, '/declaration/send', { truth: truth.code })).status, 201);
  await carried();
  assert.equal(await submissionOf(), submissionId, 'the same submission');
  assert.equal((await school.file(submissionId)).round, 2);
  assert.equal((await page(who.me)).sent[0]!.standing, 'waiting');
  assert.ok((await school.confirms(submissionId, personId)).ok);
  assert.equal((await page(who.me)).sent[0]!.standing, 'registered');
});

/** Sends what is filled in. */
const sends = async (by: Signed): Promise<Answer> => ask(by, '/declaration/send', { truth: (await page(by)).truth.code });
const cellsOf = async (group: string): Promise<Record<string, string>> =>
  ((await ask(who.me, `/declaration/groups/${group}`)).body as { cells: Record<string, string> }).cells;
const marked = async (): Promise<readonly string[]> =>
  (await page(who.me)).groups.filter(({ mark }) => mark !== null).map(({ code: one }) => one);
const standings = async (count: number): Promise<readonly string[]> =>
  (await page(who.me)).sent.slice(0, count).map(({ standing }) => standing);

test('of what came back in part only the rest is filled in; it is sent without opening anything, and answers the one before', async () => {
  await save(who.me, 'C', { emailCaNhan: 'phan@example.vn', dienThoaiDiDong: '0911111111' });
  await save(who.me, 'D', { noiKetNapDang: 'Lời Tốt' });
  assert.equal((await sends(who.me)).status, 201);
  await carried();
  const submissionId = await submissionOf();
  assert.ok((await school.confirms(submissionId, personId, { returns: 'C' })).ok);
  assert.deepEqual(await marked(), ['C'], 'D stands in the record');
  assert.deepEqual(await standings(1), ['returned']);
  const again = await sends(who.me);
  assert.equal(again.status, 201, JSON.stringify(again.body));
  assert.deepEqual([await marked(), await standings(2)], [[], ['sent', 'replaced']], 'nothing is filled in twice while it is on its way');
  await carried();
  assert.deepEqual([await submissionOf(), await standings(2)], [submissionId, ['waiting', 'replaced']]);
  assert.ok((await school.confirms(submissionId, personId)).ok);
  assert.deepEqual([(await documentOf()).C?.['emailCaNhan'], await standings(1)], ['phan@example.vn', ['registered']]);
  assert.equal(code(await sends(who.me)), 'E-DECLARATION-NOTHING');
});

test('a draft that was opened before something came back takes it along; one that was sent before is a submission of its own', async () => {
  await save(who.me, 'C', { emailCaNhan: 'truoc@example.vn', dienThoaiDiDong: '0922222222' });
  assert.equal((await sends(who.me)).status, 201);
  await carried();
  const submissionId = await submissionOf();
  await save(who.me, 'D', { noiKetNapDang: 'Lời Khá' });
  assert.equal((await sends(who.me)).status, 201);
  assert.ok((await school.confirms(submissionId, personId, { returns: 'C' })).ok);
  await carried();
  assert.notEqual(await submissionOf(), submissionId, 'it was sent before the other came back, and does not have it');
  assert.deepEqual([await standings(2), await marked()], [['waiting', 'returned'], ['C']]);
  assert.ok((await school.confirms(await submissionOf(), personId)).ok);
  // Opened while nothing was back of the next, and sent after it is.
  assert.equal((await sends(who.me)).status, 201);
  await carried();
  assert.equal(await submissionOf(), submissionId);
  await save(who.me, 'D', { noiKetNapDang: 'Lời Tốt' });
  assert.ok((await school.confirms(submissionId, personId, { returns: 'C' })).ok);
  assert.deepEqual([await marked(), (await cellsOf('C'))['emailCaNhan']], [['C', 'D'], 'truoc@example.vn']);
  assert.equal((await sends(who.me)).status, 201);
  await carried();
  assert.ok((await school.confirms(submissionId, personId)).ok);
  const { C, D } = await documentOf();
  assert.deepEqual([C?.['emailCaNhan'], D?.['noiKetNapDang']], ['truoc@example.vn', 'Lời Tốt']);
});

test('while it is checked nobody of the body sends it, answers for it, or lays a value over it', async () => {
  await save(who.me, 'C', { emailCaNhan: 'cho@example.vn', dienThoaiDiDong: '0955555555' });
  assert.equal((await sends(who.me)).status, 201);
  const needs = { ...school.needs, door: declarationDoor, evidence };
  const handle = await openJobSession(school.office, { bodyId: null, purpose: 'job' });
  await carryOnce(needs, handle);
  await school.works();
  const submissionId = await submissionOf();
  const file = await school.file(submissionId);
  assert.equal(file.stage, 'checked');
  const how = { asOf: file.asOf!, acknowledgedCodes: [], partial: false };
  const { clerk } = school;
  const tried = [
    await school.office.as(clerk.handle, (tx) => submit(tx, school.needs, clerk, submissionId, how)),
    await school.office.as(clerk.handle, (tx) => readyToSend(tx, school.needs, file, how)),
    await school.office.as(clerk.handle, (tx) =>
      answerReturned(tx, school.needs, clerk, submissionId, { problemNo: 1, reason: 'Vẫn đúng.' }),
    ),
    await school.office.as(clerk.handle, (tx) =>
      acceptSuggestions(tx, school.needs, { ...clerk, name: 'Văn thư' }, submissionId, { problemIds: [1] }),
    ),
  ];
  for (const one of tried) assert.deepEqual(one.ok ? [] : one.problems.map((problem) => problem.code), ['E-SUBMISSION-OF-PERSON']);
  await carryOnce(needs, handle);
  await school.works();
  assert.ok((await school.confirms(submissionId, personId)).ok);
});

test('what changed in the record since it was seen is looked at again before anybody attests it', async () => {
  const stale = async (): Promise<readonly string[]> =>
    (await page(who.me)).groups.filter(({ changedSince }) => changedSince).map(({ code: one }) => one);
  await save(who.me, 'D', { noiKetNapDang: 'Lời Đang Chờ' });
  assert.equal((await sends(who.me)).status, 201);
  await carried();
  const { seen } = (await ask(who.me, '/declaration/groups/D')).body as { seen: number };
  assert.equal((await ask(who.me, '/declaration/groups/D', { ...RIGHT, seen })).status, 200);
  assert.deepEqual(await stale(), []);
  assert.ok((await school.confirms(await submissionOf(), personId)).ok);
  assert.deepEqual([await stale(), code(await sends(who.me))], [['D'], 'E-DECLARATION-UNSEEN']);
  assert.equal((await ask(who.me, '/declaration/groups/D', RIGHT)).status, 200);
  assert.deepEqual([await stale(), (await sends(who.me)).status], [[], 201]);
  await carried();
  assert.deepEqual(await standings(1), ['recorded']);
});

test('what a record took along when it moved is sent anew: it waits nowhere, and nothing is recorded', async () => {
  await save(who.me, 'C', { emailCaNhan: 'chuyen@example.vn', dienThoaiDiDong: '0933333333' });
  assert.equal((await sends(who.me)).status, 201);
  await owner(`update declaration set sent_at = sent_at - interval '3 days' where sent_at is not null`);
  await carried();
  const submissionId = await submissionOf();
  const [term] = await owner<{ on: string; sent: string }>(
    `select c.start_on::text as on, d.sent_at as sent from legal_clock c join declaration d using (submission_id)
      where c.submission_id = $1 and c.term = 'ND27_19_NGOAI'`,
    [submissionId],
  );
  assert.equal(
    term!.on,
    dayInVietnam(new Date(term!.sent).toISOString()),
    'the day on which it was sent, and not that on which it was brought',
  );
  const move = (from: string, to: string): Promise<object[]> =>
    owner(`update item set state = $3 where submission_id = $1 and state = $2 returning 1`, [submissionId, from, to]);
  assert.equal((await move('awaiting-confirmation', 'withdrawn')).length, 1);
  assert.deepEqual([await standings(1), await marked()], [['refused'], ['C']]);
  await move('withdrawn', 'awaiting-confirmation');
  assert.ok((await school.confirms(submissionId, personId)).ok);
});

test('one that cannot be brought holds up nobody else, and its file is its person’s before anything of it was read', async () => {
  for (const { code: group, mark } of (await page(who.her)).groups)
    if (mark === null) assert.equal((await ask(who.her, `/declaration/groups/${group}`, RIGHT)).status, 200, group);
  assert.equal((await sends(who.her)).status, 201);
  await save(who.me, 'C', { emailCaNhan: 'sau@example.vn', dienThoaiDiDong: '0944444444' });
  assert.equal((await sends(who.me)).status, 201);
  const content = (to: string): Promise<{ person_id: string; content: string }[]> =>
    owner(
      `with was as (select declaration_id, person_id, encode(content_sealed, 'hex') as content from declaration where person_id <> $1 and sent_at is not null)
       update declaration d set content_sealed = decode($2, 'hex') from was where was.declaration_id = d.declaration_id returning d.person_id, was.content`,
      [personId, to],
    );
  const [hers] = await content('00');
  const before = await submissionOf();
  await assert.rejects(carried());
  await school.works();
  assert.notEqual(await submissionOf(), null);
  assert.notEqual(await submissionOf(), before);
  await content(hers!.content);
  const needs = { ...school.needs, door: declarationDoor, evidence };
  await carryOnce(needs, await openJobSession(school.office, { bodyId: null, purpose: 'job' }));
  const [brought] = await owner<{ file: string; files: string[] }>(
    `select submission_id || '/' || round as file, erased_files(person_id) as files from declaration where person_id = $1 and submission_id is not null`,
    [hers!.person_id],
  );
  assert.ok(brought!.files.includes(brought!.file), 'nothing of it was read yet');
  await school.works();
  await carried();
  assert.equal((await page(who.her)).sent[0]!.standing, 'recorded');
  assert.equal((await page(who.her)).kind, 'update');
  await owner(
    `insert into legal_clock (person_id, clock_id, term, about, body_id, start_on, last_day, due_at, forecast, started_at)
     values ($1, gen_random_uuid(), 'ND27_19_KHAI', 'record', $2, current_date, current_date, now(), false, now())`,
    [hers!.person_id, school.bodyId],
  );
  assert.equal((await page(who.her)).kind, 'first', 'only a first one ends the term that runs');
  assert.ok((await school.confirms(await submissionOf(), personId)).ok);
});

test('whoever takes out the last line of a section states that there is none, and the register says so', async () => {
  await save(who.me, 'Q', {}, { giaDinh: [] });
  const form = (await ask(who.me, '/declaration/groups/Q')).body as {
    sections: { key: string; lines: unknown[] | null }[];
    problems: object[];
  };
  assert.deepEqual([form.sections.find(({ key }) => key === 'giaDinh')!.lines, form.problems], [[], []]);
  const { truth } = await page(who.me);
  assert.equal((await ask(who.me, '/declaration/send', { truth: truth.code })).status, 201);
  await carried();
  const confirmed = await school.confirms(await submissionOf(), personId);
  assert.ok(confirmed.ok, JSON.stringify(confirmed));
  assert.deepEqual((await documentOf()).Q?.['giaDinh'], []);
});

test('the wall alone: nobody else reads or writes a declaration, no term ends without one, and no upload is taken for one', async () => {
  await save(who.me, 'C', { emailCaNhan: 'nhap@example.vn' });
  const seen = (by: Signed): Promise<number> =>
    school.office.as(by.handle, async (tx) => {
      await tx.query("select set_config('congvu.own_record', 'on', true)");
      return (await tx.query('select 1 from declaration where person_id = $1', [personId])).length;
    });
  assert.deepEqual([(await seen(who.me)) > 0, await seen(who.her), await seen(who.hr)], [true, 0, 0]);
  await assert.rejects(
    school.office.as(who.her.handle, async (tx) => {
      await tx.query("select set_config('congvu.own_record', 'on', true)");
      await tx.query(
        `insert into declaration (person_id, declaration_id, body_id, by_account, kind, opened_at) values ($1, gen_random_uuid(), $2, session_person(), 'update', now())`,
        [personId, school.bodyId],
      );
    }),
    /row-level security/,
  );
  const ended = await school.office.as(who.me.handle, async (tx) => {
    await tx.query("select set_config('congvu.own_record', 'on', true)");
    return tx.query(`select * from legal_clock_declared(now(), 'ND27_19_KHAI')`);
  });
  assert.deepEqual(ended, []);
  assert.equal(declarationDoor.sniff(Buffer.from('{"declaration":"x","person":{}}')), 'no');
  const submissionId = await submissionOf();
  const again = await school.office.as(school.clerk.handle, (tx) =>
    submit(tx, school.needs, school.clerk, submissionId, { asOf: '2026-11-01', acknowledgedCodes: [], partial: false }),
  );
  assert.equal(again.ok, true, again.ok ? '' : again.problems.map((one) => one.code).join());
});
