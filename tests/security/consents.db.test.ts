/**
 * Who is outside somebody's personnel work looks into the record by the person's consent alone: asked by a code that the person hands over, given in part,
 * withdrawn at once, ended by its day; each look a row of the log. By the server's routes, and by the database alone.
 */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { SessionHandle } from '#base/database/transaction.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { lastUntil } from '#record/consent/asking-rules.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const [ME, OTHER] = ['000190760001', '000190760002'];
const NAME = 'Đỗ Thị Đồng';
const REASON = 'Xét nhận vào lớp chuyên viên chính K12, hồ sơ số 5';
const PHONE = '0912345678';

let school: Agency;
let folder: string;
let app: FastifyInstance;
let me: string;
type Signed = { readonly handle: SessionHandle; readonly accountId: string };
const who = {} as Record<'me' | 'other' | 'trainer' | 'head' | 'clerk' | 'manager', Signed>;
let asking: string;

const owner = <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  school.office.owner.transaction(null, (tx) => tx.query<T>(sql, values));
const today = (): string => school.office.clock.today();

before(async () => {
  school = await anAgency('H26.03.01');
  const { office } = school;
  folder = await dataFolder();
  app = await aServer(office, folder);
  const submissionId = await school.sends([
    {
      number: ME,
      name: NAME,
      phone: PHONE,
      more: { B: { tonGiao: '01' }, S: { 'sucKhoe.canNang': '61.5', 'sucKhoe.chieuCao': 171 } } as never,
    },
    { number: OTHER, name: 'Bùi Văn Khác' },
  ]);
  for (const personId of await school.waiting(submissionId)) assert.ok((await school.confirms(submissionId, personId)).ok);
  const [row] = await owner<{ person_id: string }>('select person_id from person where full_name = $1', [NAME]);
  me = row!.person_id;
  asking = await office.body('H41');
  who.me = await office.signedIn(ME, []);
  who.other = await office.signedIn(OTHER, []);
  who.trainer = await office.signedIn('000190760011', [['XAC_NHAN', 'H41']]);
  who.head = await office.signedIn('000190760012', [['LD_DON_VI', 'H41.51']]);
  who.clerk = await office.signedIn('000190760013', [['NHAP_LIEU', 'H41']]);
  who.manager = await office.signedIn('000190760014', [['XAC_NHAN', 'H26']]);
});
after(async () => {
  await app.close();
  await school.close();
  await rm(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly text: string;
  readonly body: Readonly<Record<string, never>>;
}
let asked = 0;
async function ask({ handle }: Signed, method: 'GET' | 'POST', path: string, payload?: object): Promise<Answer> {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { cookie: `congvu=${handle}`, origin: ORIGIN, 'idempotency-key': `dong-y-${++asked}` },
    ...(payload ? { payload } : {}),
  });
  const body = answer.body === '' ? {} : answer.json<Record<string, never>>();
  return { status: answer.statusCode, code: body['code'], text: answer.body, body };
}
const codeOf = async (by = who.me): Promise<string> => (await ask(by, 'POST', '/me/consent-codes')).body['code'] as unknown as string;
const request = (code: string, more: object = {}) => ({
  code,
  body: asking,
  purpose: 'DAO_TAO',
  reason: REASON,
  groups: ['B', 'C'],
  fields: ['tonGiao'],
  until: addDays(today(), 30),
  ...more,
});
const asks = (code: string, more: object = {}, by = who.trainer) => ask(by, 'POST', '/consents', request(code, more));
const answers = (id: string, payload: object, by = who.me) => ask(by, 'POST', `/me/consents/${id}/answer`, payload);
const looks = (id: string, by = who.trainer) => ask(by, 'GET', `/consents/${id}/record`);
const idOf = (made: Answer): string => {
  assert.equal(made.status, 201, made.text);
  return made.body['id'] as unknown as string;
};
const given = async (groups: readonly string[], fields: readonly string[], more: object = {}): Promise<string> => {
  const id = idOf(await asks(await codeOf(), { groups, fields, ...more }));
  const answer = await answers(id, { act: 'give', groups, fields });
  assert.equal(answer.status, 204, answer.text);
  return id;
};
const rowsOfLog = (act: string) =>
  owner<{ purpose: string; object_id: string; role: string; body_id: string; event_id: string }>(
    'select purpose, object_id, role, body_id, event_id from audit_event where act = $1 order by event_id',
    [act],
  );

test('a code is taken once, in time, whatever way it is typed, and a new one takes the place of the old', async () => {
  const old = await codeOf();
  const code = await codeOf();
  assert.match(code, /^DY-[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  assert.equal((await asks(old)).code, 'E-CONSENT-CODE');
  assert.equal((await asks('DY-00000-00000')).code, 'E-CONSENT-CODE');
  // What is wrong with the request takes no code.
  assert.equal((await asks(code, { until: addDays(lastUntil(today()), 1) })).code, 'E-CONSENT-UNTIL');
  assert.equal((await asks(code, { until: addDays(today(), -1) })).code, 'E-CONSENT-UNTIL');
  assert.equal((await asks(code, { purpose: 'TO_MO' })).code, 'E-CONSENT-PURPOSE');
  assert.equal((await asks(code, { reason: 'học        ' })).code, 'E-CONSENT-REASON');
  for (const parts of [
    { groups: [], fields: [] },
    { groups: ['Y'] },
    { fields: ['dienThoaiDiDong'] },
    { groups: ['B', 'B'] },
    { fields: ['soDinhDanh'] },
  ])
    assert.equal((await asks(code, parts)).code, 'E-CONSENT-PARTS', JSON.stringify(parts));
  assert.equal((await asks(code, {}, who.clerk)).status, 403);
  assert.equal((await asks(code, {}, who.head)).code, 'E-NOT-WITHIN-REACH');
  idOf(await asks(code.toLowerCase().replaceAll('-', ' ')));
  assert.equal((await asks(code)).code, 'E-CONSENT-CODE');
  const late = await codeOf();
  await owner(`update consent_code set made_at = made_at - interval '20 minutes', expires_at = expires_at - interval '20 minutes'`);
  assert.equal((await asks(late)).code, 'E-CONSENT-CODE');
  const spared = await codeOf();
  assert.equal((await asks(spared, { body: await school.office.body('H26.03.01') }, who.manager)).code, 'E-CONSENT-NOT-NEEDED');
  // Where no consent is needed the code is not taken: somebody else may still ask by it.
  idOf(await asks(spared));
  const tried = await owner<{ n: number }>(`select count(*)::int as n from audit_event where act = 'access.refused' and actor_id = $1`, [
    who.trainer.accountId,
  ]);
  assert.ok(tried[0]!.n >= 4, 'wrong codes leave refusals');
});

test('the body that asked sees neither name nor record before it is given; nobody else sees the question', async () => {
  const id = idOf(await asks(await codeOf()));
  const list = await ask(who.trainer, 'GET', '/consents');
  assert.ok(!list.text.includes(NAME), 'the name is not told');
  assert.ok(list.text.includes(REASON));
  assert.equal((await looks(id)).code, 'E-CONSENT-NOT-HOLDING');
  assert.ok(!(await ask(who.manager, 'GET', '/consents')).text.includes(id));
  assert.equal((await looks(id, who.manager)).code, 'E-CONSENT-NOT-FOUND');
  assert.equal((await answers(id, { act: 'give', groups: ['B'], fields: [] }, who.other)).code, 'E-CONSENT-NOT-FOUND');
  // Who asked cannot answer for the person.
  assert.equal((await answers(id, { act: 'give', groups: ['B'], fields: [] }, who.trainer)).status, 404);
  assert.deepEqual((await ask(who.other, 'GET', '/me/consents')).body['items'], []);
  assert.equal((await ask(who.trainer, 'POST', `/consents/${id}/take-back`)).status, 204);
  assert.equal((await answers(id, { act: 'give', groups: ['B'], fields: [] })).code, 'E-CONSENT-NOT-ASKED');
});

test('what is given is a part of what was asked, and nothing by silence', async () => {
  const id = idOf(await asks(await codeOf()));
  for (const parts of [{}, { groups: [], fields: [] }, { groups: ['S'], fields: [] }, { groups: ['B', 'B'], fields: [] }])
    assert.equal((await answers(id, { act: 'give', ...parts })).code, 'E-CONSENT-PARTS');
  assert.equal((await answers(id, { act: 'withdraw' })).code, 'E-CONSENT-NOT-GIVEN');
  assert.equal((await answers(id, { act: 'give', groups: ['B'], fields: [] })).status, 204);
  const look = await looks(id);
  assert.equal(look.status, 200, look.text);
  assert.ok(look.text.includes(NAME));
  assert.ok(!look.text.includes('tonGiao'), 'a sensitive field that was asked for and not given');
  assert.ok(!look.text.includes(PHONE), 'a group that was asked for and not given');
  assert.ok(!look.text.includes(ME), 'never the citizen number');
});

test('a sealed group opens by its fields, and a field alone shows nothing beside it', async () => {
  const id = await given([], ['sucKhoe.canNang']);
  const look = await looks(id);
  assert.ok(look.text.includes('61,5'), look.text);
  assert.ok(!look.text.includes('171'));
  assert.ok(!look.text.includes('ngaySinh'));
});

test('each look is a row of the log that names the consent, and the person sees it beside it and under who viewed', async () => {
  const id = await given(['B'], []);
  const before = (await rowsOfLog('consent.looked')).length;
  await looks(id);
  await looks(id);
  const rows = (await rowsOfLog('consent.looked')).slice(before);
  assert.deepEqual(
    rows.map((row) => [row.purpose, row.object_id, row.role, row.body_id]),
    [0, 1].map(() => ['CONSENT', me, 'XAC_NHAN', asking]),
  );
  const [one] = (await ask(who.me, 'GET', '/me/consents')).body['items'] as unknown as {
    id: string;
    looks: { count: number; last: { readingId: string }[] };
  }[];
  assert.equal(one!.id, id);
  assert.equal(one!.looks.count, 2);
  assert.deepEqual(one!.looks.last.map(({ readingId }) => readingId).toSorted(), rows.map(({ event_id }) => event_id).toSorted());
  const viewed = (await ask(who.me, 'GET', '/me/reads')).body['items'] as unknown as { id: string; consent: string | null }[];
  assert.deepEqual(
    viewed.filter((line) => rows.some(({ event_id }) => event_id === line.id)).map(({ consent }) => consent),
    [id, id],
  );
  const [spent] = await owner<{ opened: number }>(
    'select coalesce(sum(opened), 0)::int as opened from reading_budget where account_id = $1',
    [who.trainer.accountId],
  );
  assert.ok(spent!.opened >= 2, 'the reading budget counts it');
});

test('beside who viewed stands by which ground: of the reach that the body had then, or the consent', async () => {
  const ministry = await school.office.signedIn('000190760015', [['VU_CCVC', 'VN']]);
  for (const by of [who.manager, ministry]) assert.equal((await ask(by, 'GET', `/people/${me}`)).status, 200);
  await looks(await given(['B'], []));
  const lines = (await ask(who.me, 'GET', '/me/reads')).body['items'] as unknown as { ground: { code: string; source: string } | null }[];
  assert.deepEqual(
    lines.slice(0, 3).map(({ ground }) => ground?.code),
    ['CONSENT', 'MINISTRY', 'managing'],
  );
  assert.ok(lines[0]!.ground!.source.includes('Đ20.4'));
  // Reach ends: what was read before keeps its ground, what no reach explains has none.
  await owner(`update role_grant set tx_to = record_tx() where account_id = $1`, [who.manager.accountId]);
  const later = (await ask(who.me, 'GET', '/me/reads')).body['items'] as unknown as { ground: { code: string } | null }[];
  assert.equal(later[2]!.ground?.code, 'managing');
  const rows = await school.office.db.transaction(who.other.handle, (tx) =>
    tx.query('select * from reach_of_reads($1, (select array_agg(event_id) from audit_event))', [me]),
  );
  assert.deepEqual(rows, [], 'nobody else is told');
});

test('withdrawn at once, and the refusal is written down; its last day ends it', async () => {
  const id = await given(['B'], []);
  assert.equal((await answers(id, { act: 'withdraw' })).status, 204);
  assert.equal((await answers(id, { act: 'withdraw' })).code, 'E-CONSENT-NOT-GIVEN');
  assert.equal((await looks(id)).code, 'E-CONSENT-NOT-HOLDING');
  const [refusal] = await owner<{ object_id: string }>(
    `select object_id from audit_event where act = 'access.refused' order by event_id desc limit 1`,
  );
  assert.equal(refusal!.object_id, id);
  assert.ok(
    !(await ask(who.trainer, 'GET', '/consents')).text.includes(NAME) ||
      (await owner(`select 1 from consent where state = 'given'`)).length > 0,
  );
  const ended = await given(['B'], []);
  await owner('update consent set until = $2 where consent_id = $1', [ended, addDays(today(), -1)]);
  assert.equal((await looks(ended)).code, 'E-CONSENT-NOT-HOLDING');
  const lapsed = idOf(await asks(await codeOf()));
  await owner('update consent set answer_by = $2 where consent_id = $1', [lapsed, addDays(today(), -1)]);
  assert.equal((await answers(lapsed, { act: 'give', groups: ['B'], fields: [] })).code, 'E-CONSENT-NOT-ASKED');
});

test('the giving is taken along with its digest and what the log keeps of it', async () => {
  const id = await given(['B'], ['tonGiao']);
  const message = (await ask(who.me, 'GET', `/me/consents/${id}/message`)).body as unknown as {
    given: string;
    digest: string;
    standing: string;
  };
  const said = JSON.parse(message.given) as { consent: string; groups: string[]; fields: string[] };
  assert.deepEqual([said.consent, said.groups, said.fields, message.standing], [id, ['B'], ['tonGiao'], 'given']);
  assert.match(message.digest, /^[0-9a-f]{64}$/);
  assert.equal((await ask(who.other, 'GET', `/me/consents/${id}/message`)).code, 'E-CONSENT-NOT-FOUND');
});

test('the reason stands nowhere in clear', async () => {
  for (const table of ['consent', 'consent_look', 'consent_code', 'audit_event', 'audit_payload'])
    for (const { row } of await owner<{ row: string }>(`select t::text as row from ${table} t`))
      assert.ok(!row.includes(REASON) && !row.includes(Buffer.from(REASON).toString('hex')), table);
});

test('the database alone: no consent without a code of this transaction, no value without a look, none by search', async () => {
  const { db } = school.office;
  const id = await given(['B'], []);
  const rows = (handle: SessionHandle, sql: string, values: readonly unknown[] = []) =>
    db.transaction(handle, (tx) => tx.query(sql, values));
  const { handle } = who.trainer;
  for (const table of ['person', 'person_version', 'person_salt', 'national_id', 'person_reach'])
    assert.deepEqual(await rows(handle, `select 1 from ${table} where person_id = $1`, [me]), [], table);
  assert.deepEqual(await rows(handle, 'select 1 from consented_versions($1)', [id]), [], 'no look of this transaction');
  await assert.rejects(
    rows(
      handle,
      `insert into consent (person_id, consent_id, body_id, asked_by, asked_by_name, purpose, reason_sealed, groups, fields, until, asked_at, answer_by)
       values ($1, gen_random_uuid(), $2, session_person(), 'x', 'DAO_TAO', '\\x00', '{B}', '{}', $3, now(), $3)`,
      [me, asking, today()],
    ),
    /row-level security/,
  );
  await assert.rejects(
    rows(
      handle,
      `insert into consent_look (person_id, consent_id, event_id, by_account, by_name, at) values ($1, $2, gen_random_uuid(), session_person(), 'x', now())`,
      [me, id],
    ),
    /row-level security/,
  );
  const waiting = idOf(await asks(await codeOf()));
  await assert.rejects(
    rows(
      handle,
      `update consent set state = 'given', given_groups = groups, given_fields = fields, covers = groups, answered_at = now() where consent_id = $1 returning 1`,
      [waiting],
    ),
    /row-level security/,
  );
  assert.deepEqual(await rows(who.manager.handle, 'select 1 from consent where consent_id = $1', [id]), [], 'another body');
  assert.deepEqual(await rows(who.clerk.handle, 'select 1 from consent where consent_id = $1', [id]), [], 'a role without the act');
});
