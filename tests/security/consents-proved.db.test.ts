/** Consents are as provable as the log, both ways, and their people and bodies are told of them: what somebody writes past the product is found, what happens in somebody's name is news to them. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { openJobSession } from '#authority/access/sessions.ts';
import { checkpointSigner } from '#authority/audit/checkpoint.ts';
import { verifyAuditLog } from '#authority/audit/verify.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { filesInFolder } from '#base/files/folder.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { dayText } from '#base/vietnamese/time-text.ts';
import { derivedLooks, witnessedConsents, witnessedLooks } from '#record/consent/witness.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { isWorkingDay } from '#standard/calendar/working-days.ts';
import { collectAll } from '#uses/notices/collected-for-tests.ts';
import type { NoticeNeeds } from '#uses/notices/needs.ts';
import { countOverdue } from '#uses/notices/overdue.ts';
import { noticesOf, markSeen } from '#uses/notices/store.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const ME = '000190770001';
let school: Agency;
let app: FastifyInstance;
let folder: string;
let tiles: string;
let asking: string;
let system: SessionHandle;
type Signed = { readonly handle: SessionHandle; readonly accountId: string };
const who = {} as Record<'me' | 'trainer', Signed>;

before(async () => {
  school = await anAgency('H26.03.01');
  const { office } = school;
  folder = await dataFolder();
  tiles = mkdtempSync(join(tmpdir(), 'congvu-consents-'));
  app = await aServer(office, folder);
  const submissionId = await school.sends([
    { number: ME, name: 'Đỗ Thị Chứng' },
    { number: '000190770002', name: 'Đỗ Thị Đứng Thay' },
  ]);
  for (const personId of await school.waiting(submissionId)) assert.ok((await school.confirms(submissionId, personId)).ok);
  asking = await office.body('H41');
  who.me = await office.signedIn(ME, []);
  who.trainer = await office.signedIn('000190770011', [['XAC_NHAN', 'H41']]);
  system = await openJobSession(office, { bodyId: null, purpose: 'notices' });
});
after(async () => {
  await app.close();
  await school.close();
  for (const one of [folder, tiles]) rmSync(one, { recursive: true, force: true });
});

const owner = <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  school.office.owner.transaction(null, (tx) => tx.query<T>(sql, values));
let asked = 0;
async function ask({ handle }: Signed, method: 'GET' | 'POST', path: string, payload?: object): Promise<Readonly<Record<string, unknown>>> {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { cookie: `congvu=${handle}`, origin: ORIGIN, 'idempotency-key': `chung-minh-${++asked}` },
    ...(payload ? { payload } : {}),
  });
  assert.ok(answer.statusCode < 300, answer.body);
  return answer.body === '' ? {} : answer.json<Record<string, unknown>>();
}
async function request(): Promise<string> {
  const { code } = await ask(who.me, 'POST', '/me/consent-codes');
  const made = await ask(who.trainer, 'POST', '/consents', {
    code,
    body: asking,
    purpose: 'DAO_TAO',
    reason: 'Xét nhận vào lớp chuyên viên chính K12',
    groups: ['B'],
    fields: [],
    until: addDays(school.office.clock.today(), 30),
  });
  return made['id'] as string;
}
const answers = (id: string, act: 'give' | 'refuse' | 'withdraw') =>
  ask(who.me, 'POST', `/me/consents/${id}/answer`, act === 'give' ? { act, groups: ['B'], fields: [] } : { act });

async function found(): Promise<string[]> {
  const { office } = school;
  const report = await verifyAuditLog(office.db, await openJobSession(office, { bodyId: null, purpose: 'audit' }), {
    files: filesInFolder(tiles)('audit'),
    key: checkpointSigner('audit.test/act/1', office.keys.signingKey('audit').privateKey).key,
    keys: office.keys,
    state: { witnessed: [witnessedConsents, witnessedLooks], derived: [derivedLooks] },
  });
  return report.findings.flatMap(({ kind, what }) => (/consent/.test(what.en) ? [`${kind} ${what.en}`] : []));
}

test('every consent and every look is held against the log, and what was written past the product is found', async () => {
  const [given, withdrawn, refused, back] = [await request(), await request(), await request(), await request()];
  await answers(given, 'give');
  await ask(who.trainer, 'GET', `/consents/${given}/record`);
  await answers(withdrawn, 'give');
  await ask(who.trainer, 'GET', `/consents/${withdrawn}/record`);
  await answers(withdrawn, 'withdraw');
  await answers(refused, 'refuse');
  await ask(who.trainer, 'POST', `/consents/${back}/take-back`);
  assert.deepEqual(await found(), []);
  await owner('create table kept_consent as select * from consent');
  await owner('create table kept_consent_look as select * from consent_look');
  const puts = `insert into consent select (jsonb_populate_record(null::consent, to_jsonb(k) || $1::jsonb)).* from kept_consent k where k.consent_id = $2`;
  const news = { consent_id: '0199aaaa-0000-7000-8000-000000000001' };
  for (const [kind, sql, values] of [
    ['row-missing', `update consent set state = 'given', ended_at = null where consent_id = $1`, [withdrawn]],
    ['row-changed', `update consent set until = until + 300 where consent_id = $1`, [given]],
    ['row-changed', `update consent set groups = '{B,C}', given_groups = '{B,C}', covers = '{B,C}' where consent_id = $1`, [given]],
    ['row-changed', `update consent set asked_by_name = 'Ai đó' where consent_id = $1`, [given]],
    [
      'row-without-act',
      `update consent set state = 'given', given_groups = groups, given_fields = fields, covers = groups, answered_at = now() , ended_at = null where consent_id = $1`,
      [back],
    ],
    ['row-without-act', puts, [JSON.stringify(news), given]],
    ['row-missing', `delete from consent where consent_id = $1`, [refused]],
    ['row-without-act', `update consent_look set consent_id = $2 where consent_id = $1`, [given, withdrawn]],
    ['row-missing', `update consent_look set consent_id = $2 where consent_id = $1`, [given, withdrawn]],
    ['row-missing', `delete from consent_look where consent_id = $1`, [given]],
    ['projection-changed', `delete from consent_look where consent_id = $1`, [given]],
    [
      'projection-changed',
      `update consent_look set by_account = (select account_id from account where account_id <> by_account limit 1) where consent_id = $1`,
      [given],
    ],
    [
      'projection-changed',
      `insert into consent_look (person_id, consent_id, event_id, by_account, by_name, at) select person_id, consent_id, gen_random_uuid(), by_account, by_name, at from consent_look where consent_id = $1`,
      [given],
    ],
  ] as const) {
    await owner(sql, values);
    const told = await found();
    assert.ok(
      told.some((one) => one.startsWith(kind)),
      `${sql}\n${told.join('\n')}`,
    );
    await owner('delete from consent_look');
    await owner('delete from consent');
    await owner('insert into consent select * from kept_consent');
    await owner('insert into consent_look select * from kept_consent_look');
    assert.deepEqual(await found(), []);
  }
});

const notices = (): NoticeNeeds => ({
  ...school.office,
  jobSession: async () => system,
  mailer: null,
  publicUrl: 'https://congvu.example',
  demo: true,
});
const collect = () => collectAll(notices(), system, school.office.owner);
const toldTo = async ({ handle, accountId }: Signed, about: string): Promise<unknown[]> =>
  (await school.office.as(handle, (tx) => noticesOf(tx, accountId, { limit: 100, after: null })))
    .filter(({ seenAt, subjectId }) => seenAt === null && subjectId === about)
    .map(({ matter, facts }) => [matter, facts['day']])
    .toSorted();
const seen = ({ handle, accountId }: Signed) => school.office.as(handle, (tx) => markSeen(tx, accountId, null, school.office.clock.now()));

test('the person is told what is asked and done in their name, once and uses once a day; the body what came of it', async () => {
  const today = dayText(school.office.clock.today());
  const id = await request();
  await collect();
  assert.deepEqual(await toldTo(who.me, id), [['consent-asked', dayText(addDays(school.office.clock.today(), 7))]]);
  assert.deepEqual(await toldTo(who.trainer, id), []);
  await answers(id, 'give');
  await collect();
  assert.deepEqual(await toldTo(who.me, id), [['consent-given', today]], 'what was answered is no question any more');
  assert.deepEqual(await toldTo(who.trainer, id), [['consent-answered', today]]);
  await seen(who.me);
  await ask(who.trainer, 'GET', `/consents/${id}/record`);
  await collect();
  assert.deepEqual(await toldTo(who.me, id), [['consent-used', today]]);
  await seen(who.me);
  await ask(who.trainer, 'GET', `/consents/${id}/record`);
  await collect();
  assert.deepEqual(await toldTo(who.me, id), [], 'once a day');
  await owner(`update notice set made_at = made_at - interval '1 day' where matter = 'consent-used'`);
  await ask(who.trainer, 'GET', `/consents/${id}/record`);
  await collect();
  assert.deepEqual(await toldTo(who.me, id), [['consent-used', today]], 'the next day again');
  await seen(who.trainer);
  await answers(id, 'withdraw');
  await collect();
  assert.deepEqual(await toldTo(who.trainer, id), [['consent-withdrawn', today]]);
  // Nothing of anybody stands in a notice.
  for (const { row } of await owner<{ row: string }>('select t::text as row from notice t')) assert.ok(!/Đỗ Thị|K12/.test(row), row);
});

test('the own data that a person takes along name every consent, with who looked', async () => {
  const data = await ask(who.me, 'GET', '/me/data.json');
  const consents = data['consents'] as { standing: string; bodyName: string; looks: { count: number } }[];
  assert.deepEqual([...new Set(consents.map(({ standing }) => standing))].toSorted(), ['given', 'refused', 'taken-back', 'withdrawn']);
  assert.ok(consents.some(({ looks }) => looks.count === 3));
});

test('what came of a consent long ago is told to no new officer, nor again when its notice was forgotten', async () => {
  const [old, fresh] = [await request(), await request()];
  await answers(old, 'refuse');
  await answers(fresh, 'refuse');
  await owner(`update consent set answered_at = answered_at - interval '31 days' where consent_id = $1`, [old]);
  await collect();
  await owner('delete from notice');
  const successor = await school.office.signedIn('000190770012', [['XAC_NHAN', 'H41']]);
  const next = await request();
  await collect();
  for (const officer of [who.trainer, successor]) {
    assert.deepEqual(await toldTo(officer, old), []);
    assert.deepEqual(await toldTo(officer, fresh), [['consent-answered', dayText(school.office.clock.today())]]);
  }
  await ask(who.trainer, 'POST', `/consents/${next}/take-back`);
});

test('a question that lapsed by its day is nobody’s notice any more; one that may be answered on that day is', async () => {
  let day = school.office.clock.today();
  while (!isWorkingDay(day)) day = addDays(day, 1);
  const [lapsed, ended, waits] = [await request(), await request(), await request()];
  await collect();
  for (const id of [lapsed, ended, waits]) assert.equal((await toldTo(who.me, id)).length, 1);
  await owner('update consent set answer_by = $2 where consent_id = $1', [lapsed, addDays(day, -1)]);
  await owner('update consent set answer_by = $2, until = $3 where consent_id = $1', [ended, day, addDays(day, -1)]);
  await owner('update consent set answer_by = $2, until = $2 where consent_id = $1', [waits, day]);
  await owner('update notice_cursor set overdue_on = null');
  await countOverdue(notices(), system, day);
  for (const id of [lapsed, ended]) assert.deepEqual(await toldTo(who.me, id), []);
  assert.equal((await toldTo(who.me, waits)).length, 1);
});

test('a question that is taken back after its person was merged into another record is nobody’s notice any more', async () => {
  const id = await request();
  await collect();
  assert.equal((await toldTo(who.me, id)).length, 1);
  await owner(
    `update person set merged_into = (select person_id from person where full_name = 'Đỗ Thị Đứng Thay') where person_id = (select person_id from consent where consent_id = $1)`,
    [id],
  );
  await ask(who.trainer, 'POST', `/consents/${id}/take-back`);
  await collect();
  assert.deepEqual(await toldTo(who.me, id), []);
});
