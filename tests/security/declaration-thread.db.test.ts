/**
 * What was declared is taken back until somebody decided, goes again with what changed shown, and its person and who confirms write to each other about it:
 * by the server's routes, and by row-level security alone. Decision 0125.
 */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { openJobSession } from '#authority/access/sessions.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { declarationDoor } from '#doors/json/declaration-door.ts';
import { followClocks } from '#record/clocks/run.ts';
import { carryOnce } from '#record/declarations/carry.ts';
import { MESSAGES_MAX } from '#record/declarations/limits.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { readPeople } from '#record/register/store.ts';
import { evidence } from '#start/evidence.ts';
import { collectAll } from '#uses/notices/collected-for-tests.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const ME = '000190970001';
const HER = '000190970002';
let school: Agency;
let folder: string;
let app: FastifyInstance;
type Signed = { readonly handle: SessionHandle; readonly accountId: string };
const who = {} as Record<'me' | 'her' | 'elsewhere', Signed>;
let personId: string;

before(async () => {
  school = await anAgency('H26.03.01', undefined, [declarationDoor]);
  const { office } = school;
  Object.assign(school.needs, { onRegistered: followClocks(school.needs) });
  folder = await dataFolder();
  app = await aServer(office, folder);
  who.elsewhere = await office.signedIn('000190970011', [['XAC_NHAN', 'H26.02']]);
  personId = await registered(ME, '2026-07-13');
  await registered(HER, '2019-03-04');
  who.me = await office.signedIn(ME, []);
  who.her = await office.signedIn(HER, [['XAC_NHAN', 'H26.03']]);
});
after(async () => {
  await app.close();
  await school.close();
  await rm(folder, { recursive: true, force: true });
});

const decided = (day: string): RecordDocument => ({ E: { soQdTuyenDung: { so: '12/QĐ-SNV', ngay: day } } }) as unknown as RecordDocument;
const owner = <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  school.office.owner.transaction(null, (tx) => tx.query<T>(sql, values));

async function registered(number: string, paperDay: string): Promise<string> {
  const sent = await school.sends([{ number, name: 'Mùa Thị Rút', more: decided(paperDay) }]);
  const [waiting] = await school.waiting(sent);
  assert.ok((await school.confirms(sent, waiting!)).ok);
  return waiting!;
}

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}
let asked = 0;
async function ask({ handle }: Signed, path: string, body?: object): Promise<Answer> {
  const answer = await app.inject({
    method: body ? 'POST' : 'GET',
    url: `/api/v1${path}`,
    headers: { cookie: `congvu=${handle}`, origin: ORIGIN, 'idempotency-key': `rut-ke-khai-${++asked}` },
    ...(body ? { payload: body } : {}),
  });
  return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json<Record<string, unknown>>() };
}
const code = ({ body }: Answer): unknown => body['code'];

interface Sent {
  readonly id: string;
  readonly standing: string;
  readonly withdrawnAt: string | null;
  readonly mayWithdraw: boolean;
  readonly mayWrite: boolean;
  readonly messages: number;
  readonly changes: readonly { readonly label: { readonly vi: string }; readonly before: string; readonly after: string }[];
}
interface Page {
  readonly kind: string;
  readonly due: object | null;
  readonly truth: { readonly code: string };
  readonly groups: readonly { readonly code: string; readonly mark: string | null }[];
  readonly sent: readonly Sent[];
}
const page = async (by: Signed): Promise<Page> => (await ask(by, '/me/declaration')).body as unknown as Page;
const save = (by: Signed, group: string, cells: object): Promise<Answer> =>
  ask(by, `/me/declaration/groups/${group}`, { mark: 'changed', cells, sections: {} });
async function sends(by: Signed): Promise<Sent> {
  const before = await page(by);
  if (before.kind === 'first')
    for (const { code: group, mark } of before.groups)
      if (mark === null) await ask(by, `/me/declaration/groups/${group}`, { mark: 'right', cells: {}, sections: {} });
  const answer = await ask(by, '/me/declaration/send', { truth: before.truth.code });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return (await page(by)).sent[0]!;
}
const takeBack = (by: Signed, id: string): Promise<Answer> => ask(by, `/me/declaration/sent/${id}/withdrawal`, {});

/** The background does what it would. */
async function carried(): Promise<void> {
  const handle = await openJobSession(school.office, { bodyId: null, purpose: 'job' });
  const needs = { ...school.needs, door: declarationDoor, evidence };
  for (let round = 0; round < 2; round++) {
    await carryOnce(needs, handle);
    await school.works();
  }
}
/** The agency sends a telephone number of the same person, which waits for nobody's match. */
async function agencySends(phone: string): Promise<string> {
  const received = await school.uploads([{ number: ME, name: 'Mùa Thị Rút', phone }]);
  assert.ok(received.ok);
  const { submissionId } = received.value;
  await school.works();
  const submitted = await school.submits(submissionId, { partial: true, again: 'Số điện thoại mới theo danh bạ của cơ quan.' });
  assert.ok(submitted.ok, JSON.stringify(submitted));
  await school.works();
  await school.matched(submissionId);
  return submissionId;
}
const submissionOf = async (id: string): Promise<string> =>
  (await owner<{ id: string }>('select submission_id as id from declaration where declaration_id = $1', [id]))[0]!.id;
const itemStates = async (submissionId: string): Promise<readonly string[]> =>
  (await owner<{ state: string }>('select state from item where submission_id = $1 order by created_at, item_id', [submissionId])).map(
    ({ state }) => state,
  );

test('before it is brought in it is taken back whole: nothing is carried, the term of a first one runs on, what was filled in is still there', async () => {
  await save(who.me, 'C', { emailCaNhan: 'dau@example.vn', dienThoaiDiDong: '0912345678' });
  const sent = await sends(who.me);
  assert.deepEqual([sent.standing, sent.mayWithdraw, (await page(who.me)).due], ['sent', true, null]);
  assert.equal((await takeBack(who.me, sent.id)).status, 204);
  const back = await page(who.me);
  assert.deepEqual([back.sent[0]!.standing, back.sent[0]!.mayWithdraw, back.kind], ['withdrawn', false, 'first']);
  assert.notEqual(back.due, null, 'a first one that was taken back keeps no term');
  assert.equal(back.groups.find(({ code: group }) => group === 'C')!.mark, 'changed');
  assert.equal(code(await takeBack(who.me, sent.id)), 'E-DECLARATION-UNKNOWN');
  await carried();
  assert.equal(await submissionOf(sent.id), null);
  const [left] = await owner<{ acts: string[] }>(
    `select array_agg(act order by act) as acts from audit_event where act in ('declaration.withdrawn', 'submission.withdrawn')`,
  );
  assert.deepEqual(left!.acts, ['declaration.withdrawn']);
});

test('while it waits it is taken back, and what was held behind it goes on; nobody decides it any more', async () => {
  await save(who.me, 'C', { emailCaNhan: 'hai@example.vn', dienThoaiDiDong: '0912345678' });
  const sent = await sends(who.me);
  await carried();
  const mine = await submissionOf(sent.id);
  assert.deepEqual(await itemStates(mine), ['awaiting-confirmation']);
  const agency = await agencySends('0988888888');
  assert.ok((await itemStates(agency)).includes('held'), 'the agency’s own waits behind what the person declared');
  assert.equal(code(await takeBack(who.her, sent.id)), 'E-DECLARATION-UNKNOWN', 'of somebody else');
  const shown = await school.shows(mine, personId);
  assert.ok(shown.ok);
  assert.equal((await takeBack(who.me, sent.id)).status, 204);
  assert.deepEqual([await itemStates(mine), (await school.file(mine)).stage], [['withdrawn'], 'withdrawn']);
  assert.equal((await school.confirms(mine, personId, { hash: shown.value.hash })).ok, false);
  await carried();
  assert.ok(!(await itemStates(agency)).includes('held'), 'it goes on');
  const [clocks] = await owner<{ n: number }>(
    'select count(*)::int as n from legal_clock where submission_id = $1 and done_at is null and void_at is null',
    [mine],
  );
  assert.equal(clocks!.n, 0);
  assert.ok((await school.confirms(agency, personId)).ok);
});

test('two that say something of one group stand side by side with origin and day; the first is decided first, the other side is told, nothing is written over', async () => {
  await save(who.me, 'C', { emailCaNhan: 'canh@example.vn', dienThoaiDiDong: '0977777777' });
  const sent = await sends(who.me);
  await carried();
  const mine = await submissionOf(sent.id);
  const agency = await agencySends('0966666666');
  const besideOf = async (submissionId: string): Promise<unknown> => {
    const shown = (await ask(school.officer, `/confirmation/${submissionId}/${personId}`)).body['groups'] as {
      group: string;
      beside: { origin: string; submissionId: string; sentAt: string; fields: { field: string; to: { vi: string } | null }[] }[];
    }[];
    return shown
      .find(({ group }) => group === 'C')!
      .beside.map(({ origin, submissionId: other, fields }) => [
        origin,
        other,
        fields.find(({ field }) => field === 'dienThoaiDiDong')?.to?.vi.replaceAll(' ', ''),
      ]);
  };
  assert.deepEqual(await besideOf(mine), [['agency', agency, '0966666666']]);
  const phone = async (): Promise<unknown> =>
    (await school.office.as(school.officer.handle, (tx) => readPeople(tx, school.office.keys, [personId]))).get(personId)!.document.C?.[
      'dienThoaiDiDong'
    ];
  assert.equal((await school.confirms(agency, personId)).ok, false, 'what waits behind another is not decided before it');
  assert.ok((await school.confirms(mine, personId)).ok);
  assert.equal(await phone(), '0977777777');
  const system = await openJobSession(school.office, { bodyId: null, purpose: 'job' });
  const needs = { ...school.office, jobSession: async () => system, mailer: null, publicUrl: 'https://congvu.example', demo: true };
  await collectAll(needs, system, school.office.owner);
  const told = await owner<{ account: string }>(`select account_id as account from notice where matter = 'beside' and subject_id = $1`, [
    agency,
  ]);
  assert.deepEqual(
    told.map(({ account }) => account),
    [school.clerk.accountId],
  );
  const shown = await school.shows(agency, personId);
  assert.ok(shown.ok);
  assert.equal(
    shown.value.shown.groups.flatMap(({ changes }) => changes).find(({ field }) => field === 'dienThoaiDiDong')!.from,
    '0988888888',
    'data of an earlier day are compared with what stood on that day',
  );
  assert.ok((await school.confirms(agency, personId)).ok);
  assert.equal(await phone(), '0977777777', 'what is of an earlier day does not write over what is of a later one');
});

test('what was decided in part is not taken back; sent again it says what changed', async () => {
  await save(who.me, 'C', { emailCaNhan: 'ba@example.vn', dienThoaiDiDong: '0987654321' });
  const sent = await sends(who.me);
  await carried();
  const submissionId = await submissionOf(sent.id);
  assert.ok((await school.confirms(submissionId, personId, { returns: 'C' })).ok);
  assert.equal(code(await takeBack(who.me, sent.id)), 'E-DECLARATION-DECIDED');
  assert.deepEqual([(await page(who.me)).sent[0]!.standing, (await page(who.me)).sent[0]!.mayWithdraw], ['returned', false]);
  await save(who.me, 'C', { emailCaNhan: 'bon@example.vn', dienThoaiDiDong: '0987654321' });
  const again = await sends(who.me);
  assert.deepEqual(
    again.changes.map(({ before, after: now }) => [before, now]),
    [['ba@example.vn', 'bon@example.vn']],
  );
  await carried();
  assert.equal(await submissionOf(again.id), submissionId);
  assert.equal(code(await takeBack(who.me, sent.id)), 'E-DECLARATION-DECIDED', 'one that was answered by a later one');
});

test('the person and who confirms write to each other; each reading and message leaves a row, and nobody else sees any of it', async () => {
  const [one] = (await page(who.me)).sent;
  const submissionId = await submissionOf(one!.id);
  const [mine, theirs] = [`/me/declaration/sent/${one!.id}/messages`, `/submissions/${submissionId}/messages`];
  assert.equal(code(await ask(school.officer, theirs, { text: '  ' })), 'E-THREAD-WORDS');
  assert.equal((await ask(school.officer, theirs, { text: 'Số điện thoại này còn dùng không?' })).status, 204);
  assert.equal((await ask(who.me, mine, { text: 'Dạ còn.' })).status, 204);
  const texts = async (by: Signed, path: string): Promise<unknown> =>
    ((await ask(by, path)).body['messages'] as { text: string; byPerson: boolean }[] | undefined)?.map(({ text, byPerson }) => [
      text,
      byPerson,
    ]);
  const both = [
    ['Số điện thoại này còn dùng không?', false],
    ['Dạ còn.', true],
  ];
  assert.deepEqual([await texts(who.me, mine), await texts(school.officer, theirs)], [both, both]);
  assert.deepEqual([(await page(who.me)).sent[0]!.messages, (await page(who.me)).sent[0]!.mayWrite], [2, true]);
  // Of another body, of nobody's office, a clerk who confirms nothing, and somebody else's own page.
  assert.equal(code(await ask(who.elsewhere, theirs)), 'E-SUBMISSION-NOT-FOUND');
  assert.equal(code(await ask(school.clerk, theirs)), 'E-NOT-ALLOWED');
  assert.equal(code(await ask(who.me, theirs)), 'E-SUBMISSION-NOT-FOUND');
  assert.equal(code(await ask(who.her, mine)), 'E-DECLARATION-UNKNOWN');
  const seen = (by: SessionHandle): Promise<number> =>
    school.office.as(by, async (tx) => (await tx.query('select 1 from declaration_message')).length);
  assert.deepEqual([await seen(school.officer.handle), await seen(who.elsewhere.handle), await seen(school.clerk.handle)], [2, 0, 0]);
  await assert.rejects(
    school.office.as(who.elsewhere.handle, (tx) =>
      tx.query(
        `insert into declaration_message (person_id, message_id, declaration_id, by_person, by_account, by_name, at, text_sealed)
         values ($1, gen_random_uuid(), $2, false, session_person(), 'x', now(), '')`,
        [personId, one!.id],
      ),
    ),
    /row-level security/,
  );
  await assert.rejects(
    school.office.as(school.officer.handle, (tx) => tx.query(`update declaration_message set by_name = 'x'`)),
    /permission denied/,
  );
  const [rows] = await owner<{ acts: number; reads: number }>(
    `select count(*) filter (where act = 'declaration.messaged')::int as acts, count(*) filter (where act = 'item.read')::int as reads from audit_event`,
  );
  assert.equal(rows!.acts, 2);
  assert.ok(rows!.reads > 0);
  const whole = (await ask(who.me, '/me/data.json')).body['declarations'] as { id: string; written: { text: string }[] }[];
  assert.equal(whole.find(({ id }) => id === one!.id)!.written.length, 2, 'what one takes along has them');
  assert.ok(!JSON.stringify(await owner('select by_name, text_sealed from declaration_message')).includes('Dạ còn'));
});

test('each is told once that the other wrote, in words that say nothing of it', async () => {
  const system = await openJobSession(school.office, { bodyId: null, purpose: 'job' });
  const needs = { ...school.office, jobSession: async () => system, mailer: null, publicUrl: 'https://congvu.example', demo: true };
  await collectAll(needs, system, school.office.owner);
  const told = await owner<{ matter: string; account: string }>(
    `select matter, account_id as account from notice where matter in ('declaration-asked', 'declaration-answered') order by matter`,
  );
  assert.deepEqual(told.find(({ matter }) => matter === 'declaration-answered')?.account, who.me.accountId);
  const officers = told.filter(({ matter }) => matter === 'declaration-asked').map(({ account }) => account);
  assert.ok(officers.includes(school.officer.accountId), JSON.stringify(told));
  assert.ok(!officers.includes(who.me.accountId) && !officers.includes(who.elsewhere.accountId));
});

test('there are no more than so many, none about what is done, and none of who was erased', async () => {
  const [one] = (await page(who.me)).sent;
  const submissionId = await submissionOf(one!.id);
  const mine = `/me/declaration/sent/${one!.id}/messages`;
  await owner(
    `insert into declaration_message select person_id, gen_random_uuid(), declaration_id, by_person, by_account, by_name, at, text_sealed
       from (select * from declaration_message limit 1) m, generate_series(1, $1)`,
    [MESSAGES_MAX - 2],
  );
  assert.equal(code(await ask(who.me, mine, { text: 'Một lời nữa.' })), 'E-THREAD-FULL');
  await owner(
    `delete from declaration_message where message_id in (select message_id from declaration_message order by at desc, message_id desc limit 10)`,
  );
  assert.ok((await school.confirms(submissionId, personId)).ok);
  assert.equal(code(await ask(who.me, mine, { text: 'Một lời nữa.' })), 'E-THREAD-CLOSED');
  assert.equal(code(await ask(school.officer, `/submissions/${submissionId}/messages`, { text: 'Một lời nữa.' })), 'E-THREAD-CLOSED');
  await owner(`select erase_rows_of($1, '{}', now())`, [personId]);
  assert.deepEqual(await owner('select 1 from declaration_message'), []);
});
