/**
 * A person asks about the own data by a right of the law: it runs by the law's term, the body that manages the record answers with a reason, and nobody
 * answers their own. By the server's routes, and by row-level security alone.
 */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { jobSessions, openJobSession } from '#authority/access/sessions.ts';
import { checkpointSigner } from '#authority/audit/checkpoint.ts';
import { verifyAuditLog } from '#authority/audit/verify.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { filesInFolder } from '#base/files/folder.ts';
import { dayText } from '#base/vietnamese/time-text.ts';
import { rightsOn } from '#record/data-requests/kinds.ts';
import { witnessedRequests } from '#record/data-requests/witness.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { lawsDue } from '#standard/calendar/legal-terms.ts';
import { collectAll } from '#uses/notices/collected-for-tests.ts';
import { noticesOf } from '#uses/notices/store.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const ME = '000190985001';
let school: Agency;
let folder: string;
let app: FastifyInstance;
type Signed = { readonly handle: SessionHandle; readonly accountId: string };
const who = {} as Record<'me' | 'desk' | 'elsewhere', Signed>;
let personId: string;

before(async () => {
  school = await anAgency('H26.03.01');
  const { office } = school;
  folder = await dataFolder();
  app = await aServer(office, folder);
  const sent = await school.sends([{ number: ME, name: 'Sùng Thị Quyền', more: {} }]);
  personId = (await school.waiting(sent))[0]!;
  assert.ok((await school.confirms(sent, personId)).ok);
  // Who asks works on such requests themselves.
  who.me = await office.signedIn(ME, [['DOI_SOAT', 'H26']]);
  who.desk = await office.signedIn('000190985011', [['DOI_SOAT', 'H26']]);
  who.elsewhere = await office.signedIn('000190985012', [['DOI_SOAT', 'H41']]);
});
after(async () => {
  await app.close();
  await school.close();
  await rm(folder, { recursive: true, force: true });
});

let asked = 0;
interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}
async function ask({ handle }: Signed, path: string, body?: object): Promise<Answer> {
  const answer = await app.inject({
    method: body ? 'POST' : 'GET',
    url: `/api/v1${path}`,
    headers: { cookie: `congvu=${handle}`, origin: ORIGIN, 'idempotency-key': `yeu-cau-${++asked}` },
    ...(body ? { payload: body } : {}),
  });
  return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json<Record<string, unknown>>() };
}
interface Row {
  readonly id: string;
  readonly kind: string;
  readonly words: string;
  readonly lastDay: string | null;
  readonly late: boolean;
  readonly outcome: string | null;
  readonly answer: string | null;
}
const items = async (by: Signed, path: string): Promise<readonly Row[]> => (await ask(by, path)).body['items'] as Row[];
const owner = <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  school.office.owner.transaction(null, (tx) => tx.query<T>(sql, values));
const code = ({ body }: Answer): unknown => body['code'];
/** What an account is told of requests, after the log was looked through up to what had happened before the call. */
async function toldTo({
  handle,
  accountId,
}: Signed): Promise<(readonly [matter: string, due: string | number | undefined, seen: boolean])[]> {
  const system = await jobSessions(school.office, 'test')(null);
  const needs = { ...school.office, jobSession: async () => system, mailer: null, publicUrl: 'https://congvu.example', demo: true };
  await collectAll(needs, system, school.office.owner);
  const notices = await school.office.as(handle, (tx) => noticesOf(tx, accountId, { limit: 50, after: null }));
  return notices
    .filter(({ matter }) => matter.startsWith('data-request'))
    .map(({ matter, facts, seenAt }) => [matter, facts['due'], seenAt !== null] as const);
}
const waitsOnHome = async (by: Signed): Promise<number> => {
  const tasks = (await ask(by, '/home')).body['tasks'] as { readonly kind: string; readonly count: number }[];
  return tasks.find(({ kind }) => kind === 'data-requests-open')?.count ?? 0;
};
const WORDS = 'Tạm không dùng xếp loại năm 2024 khi đang xem lại';

test('each right has a term that is in force', () => {
  const today = school.needs.clock.today();
  for (const { kind, term } of rightsOn(today)) assert.ok(lawsDue(term, today), kind);
});

test('a request runs by the term of its right, and one of a kind is open', async () => {
  assert.equal(code(await ask(who.me, '/me/data-requests', { kind: 'restrict', words: 'ngắn' })), 'E-DATA-REQUEST-WORDS');
  assert.equal((await ask(who.me, '/me/data-requests', { kind: 'restrict', words: WORDS })).status, 201);
  assert.equal(code(await ask(who.me, '/me/data-requests', { kind: 'restrict', words: WORDS })), 'E-DATA-REQUEST-OPEN');
  assert.equal((await ask(who.me, '/me/data-requests', { kind: 'erase', words: 'Đề nghị hủy dữ liệu của tôi' })).status, 201);
  const today = school.needs.clock.today();
  const taken = (await ask(who.me, '/me/data.json')).body['dataRequests'] as Row[];
  assert.ok(
    taken.some(({ words }) => words === WORDS),
    'what one takes along names them',
  );
  const mine = new Map((await items(who.me, '/me/data-requests')).map((one) => [one.kind, one]));
  assert.deepEqual(
    ['restrict', 'erase'].map((kind) => [mine.get(kind)!.lastDay, mine.get(kind)!.late]),
    [
      [lawsDue('ND356_RUT', today)!.lastDay, false],
      [lawsDue('ND356_XOA', today)!.lastDay, false],
    ],
  );
  assert.equal(mine.get('restrict')!.words, WORDS);
  const [sealed] = await owner<{ content: Buffer }>('select content_sealed as content from data_request where person_id = $1 limit 1', [
    personId,
  ]);
  assert.equal(sealed!.content.includes(Buffer.from('2024')), false, 'what people write is sealed');
});

test('it stands on the desk of the managing body; not of another, and not of who asked', async () => {
  assert.equal((await items(who.desk, '/data-requests')).length, 2);
  assert.deepEqual(await items(who.elsewhere, '/data-requests'), []);
  assert.deepEqual(await items(who.me, '/data-requests'), [], 'nobody sees their own on the desk');
  assert.deepEqual([await waitsOnHome(who.desk), await waitsOnHome(who.elsewhere), await waitsOnHome(who.me)], [2, 0, 0]);
  const [{ id }] = (await items(who.desk, '/data-requests')) as [Row];
  for (const by of [who.me, who.elsewhere])
    assert.equal(code(await ask(by, `/data-requests/${id}/answer`, { outcome: 'granted', answer: WORDS })), 'E-DATA-REQUEST-GONE');
  const direct = await school.office.as(who.me.handle, (tx) =>
    tx.query(
      `update data_request set outcome = 'granted', answer_sealed = '', settled_by = session_person(), settled_by_name = '', settled_at = now() where request_id = $1 returning 1`,
      [id],
    ),
  );
  assert.deepEqual(direct, [], 'the wall alone');
});

test('it is answered once, with a reason that the person reads; the term ends', async () => {
  const one = (await items(who.desk, '/data-requests')).find(({ kind }) => kind === 'restrict')!;
  assert.equal(
    code(await ask(who.desk, `/data-requests/${one.id}/answer`, { outcome: 'refused', answer: 'không' })),
    'E-DATA-REQUEST-WORDS',
  );
  const answer = { outcome: 'refused', answer: 'Xếp loại phải lưu theo Nghị định 233/2026' };
  assert.equal((await ask(who.desk, `/data-requests/${one.id}/answer`, answer)).status, 204);
  assert.equal(code(await ask(who.desk, `/data-requests/${one.id}/answer`, answer)), 'E-DATA-REQUEST-GONE');
  const mine = (await items(who.me, '/me/data-requests')).find(({ id }) => id === one.id)!;
  assert.deepEqual([mine.outcome, mine.answer], ['refused', answer.answer]);
  const clocks = await owner<{ about: string; done: boolean }>(
    'select about, done_at is not null as done from legal_clock where person_id = $1',
    [personId],
  );
  assert.deepEqual(clocks.find(({ about }) => about === one.id)?.done, true);
  assert.equal(clocks.filter(({ done }) => !done).length, 1, 'the other runs on');
  const acts = await owner<{ act: string }>(
    `select act from audit_event where object_id = $1 and act like 'data-request.%' and kind = 'act'`,
    [personId],
  );
  assert.deepEqual(acts.map((row) => row.act).sort(), ['data-request.answered', 'data-request.made', 'data-request.made']);
});

test('who may answer is told by when, and no more once it is answered; who asked is told that it was', async () => {
  const { lastDay } = (await items(who.desk, '/data-requests'))[0]!;
  assert.deepEqual(await toldTo(who.desk), [['data-request-made', dayText(lastDay!), false]], 'of the one that waits');
  assert.deepEqual(await toldTo(who.me), [['data-request-answered', undefined, false]], 'nobody is asked to answer themselves');
  assert.deepEqual(await toldTo(who.elsewhere), []);
  const [{ id }] = (await items(who.desk, '/data-requests')) as [Row];
  assert.equal((await ask(who.desk, `/data-requests/${id}/answer`, { outcome: 'granted', answer: WORDS })).status, 204);
  assert.deepEqual(
    (await toldTo(who.desk)).filter(([, , seen]) => !seen),
    [],
  );
  assert.equal(await waitsOnHome(who.desk), 0);
  assert.equal((await toldTo(who.me)).length, 2);
  assert.equal((await items(who.desk, '/data-requests?settled=true')).length, 2);
});

test('every request and answer is held against the log, and what was written past the product is found', async () => {
  const { office } = school;
  const found = async (): Promise<string[]> => {
    const report = await verifyAuditLog(office.db, await openJobSession(office, { bodyId: null, purpose: 'audit' }), {
      files: filesInFolder(join(folder, 'requests'))('audit'),
      key: checkpointSigner('audit.test/act/1', office.keys.signingKey('audit').privateKey).key,
      keys: office.keys,
      state: { witnessed: [witnessedRequests], derived: [] },
    });
    return report.findings.flatMap(({ kind, what }) => (/data_request/.test(what.en) ? [`${kind} ${what.en}`] : []));
  };
  assert.deepEqual(await found(), []);
  await owner('create table kept_request as select * from data_request');
  const news = { request_id: '0199aaaa-0000-7000-8000-000000000002' };
  const puts = `insert into data_request select (jsonb_populate_record(null::data_request, to_jsonb(k) || $1::jsonb)).* from kept_request k limit 1`;
  for (const [kind, sql, values] of [
    ['row-changed', `update data_request set outcome = 'granted' where outcome = 'refused'`, []],
    ['row-changed', `update data_request set answer_sealed = 'x' where outcome = 'refused'`, []],
    ['row-changed', `update data_request set settled_by_name = 'Ai đó' where outcome = 'refused'`, []],
    ['row-changed', `update data_request set kind = 'withdraw' where kind = 'restrict'`, []],
    ['row-missing', `delete from data_request where kind = 'restrict'`, []],
    ['row-without-act', puts, [JSON.stringify(news)]],
  ] as const) {
    await owner(sql, values);
    const told = await found();
    assert.ok(
      told.some((one) => one.startsWith(kind)),
      `${sql}\n${told.join('\n')}`,
    );
    await owner('delete from data_request');
    await owner('insert into data_request select * from kept_request');
    assert.deepEqual(await found(), []);
  }
});
