/** A reader is named for a reason and to whom the matter belongs; a person complains about one reading, and somebody else than the reader answers. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { openJobSession } from '#authority/access/sessions.ts';
import { recordRead } from '#authority/audit/record.ts';
import { countReaders } from '#authority/oversight/count-readers.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import type { NoticeNeeds } from '#uses/notices/needs.ts';
import { tellUnusual } from '#uses/notices/unusual.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const BODY = 'H26.03.01';
const [ME, HER] = ['000190930201', '000190930202'];

let office: Office;
let folder: string;
let app: FastifyInstance;
let system: SessionHandle;
const who = {} as Record<'me' | 'her' | 'admin' | 'elsewhere' | 'auditor' | 'clerk' | 'both', SessionHandle>;
const people = {} as Record<'me' | 'her', string>;
/** the reading of me by an officer, and by one who administers too */
const readings = {} as Record<'officer' | 'both', string>;

/** A registered person of the body, with the rows that the own pages need of them; written as the owner. */
async function aPerson(number: string, name: string): Promise<string> {
  const personId = office.chance.uuid7(Date.parse(office.clock.now()));
  const bodyId = await office.body(BODY);
  const run = (sql: string, values: readonly unknown[]) => office.owner.transaction(null, (tx) => tx.query(sql, values));
  await run('insert into person_salt (person_id, body_id, salt) values ($1, $2, $3)', [personId, bodyId, Buffer.alloc(32, 1)]);
  await run(`insert into national_id (id_hash, person_id, body_id, sealed, state, claimed_by) values ($1, $2, $3, '', 'registered', $2)`, [
    office.keys.nationalIdHash(number),
    personId,
    bodyId,
  ]);
  await run(`insert into person (person_id, body_id, version, tx, heads, document, full_name) values ($1, $2, 1, 1, '{}', '{}', $3)`, [
    personId,
    bodyId,
    name,
  ]);
  await run(`insert into person_reach (person_id, body_id, why, valid_from, tx_from) values ($1, $2, 'managing', '2020-01-01', 1)`, [
    personId,
    bodyId,
  ]);
  return personId;
}

let asked = 0;
async function ask(handle: SessionHandle, method: 'GET' | 'POST', path: string, payload?: object) {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { cookie: `congvu=${handle}`, origin: ORIGIN, 'idempotency-key': `xem-lai-${++asked}` },
    ...(payload ? { payload } : {}),
  });
  const body = answer.body === '' ? {} : answer.json<Record<string, unknown>>();
  return { status: answer.statusCode, code: body['code'] as string | undefined, body };
}
const acts = (act: string) =>
  office.owner.transaction(null, (tx) =>
    tx.query<{ actor_id: string; object_id: string; purpose: string }>(
      'select actor_id, object_id, purpose from audit_event where act = $1',
      [act],
    ),
  );

before(async () => {
  office = await anOffice();
  folder = await dataFolder();
  app = await aServer(office, folder);
  system = await openJobSession(office, { bodyId: null, purpose: 'notices' });
  people.me = await aPerson(ME, 'Người Có Hồ Sơ');
  people.her = await aPerson(HER, 'Người Khác');
  const signedIn = async (number: string, grants: Parameters<Office['account']>[1]) => office.signedIn(number, grants);
  who.me = (await signedIn(ME, [])).handle;
  who.her = (await signedIn(HER, [])).handle;
  who.admin = (await signedIn('000190930203', [['QT_BNDP', 'H26']])).handle;
  who.elsewhere = (await signedIn('000190930204', [['QT_BNDP', 'H41']])).handle;
  who.auditor = (await signedIn('000190930205', [['GIAM_SAT', 'VN']])).handle;
  who.clerk = (await signedIn('000190930206', [['NHAP_LIEU', BODY]])).handle;
  const officer = await signedIn('000190930207', [['XAC_NHAN', 'H26']]);
  const both = await signedIn('000190930208', [
    ['QT_BNDP', 'H26'],
    ['XAC_NHAN', 'H26'],
  ]);
  who.both = both.handle;
  const bodyId = await office.body(BODY);
  const reads = async (handle: SessionHandle): Promise<string> => {
    await office.as(handle, (tx) => recordRead(tx, office, { act: 'record.read', purpose: 'CONSULT', bodyId, objectId: people.me }));
    const [row] = await office.owner.transaction(null, (tx) =>
      tx.query<{ id: string }>(`select event_id as id from audit_event where act = 'record.read' order by at desc, event_id desc limit 1`),
    );
    return row!.id;
  };
  readings.officer = await reads(officer.handle);
  readings.both = await reads(both.handle);
});
after(async () => {
  await app.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

const REASON = 'Đơn số 12 của người có hồ sơ';

test('the person sees each reading with body, role and purpose, and no name', async () => {
  const { body } = await ask(who.me, 'GET', '/me/reads');
  const items = body['items'] as { id: string; roles: string[]; bodyName: string }[];
  assert.deepEqual(items.map(({ id }) => id).sort(), [readings.officer, readings.both].sort());
  assert.ok(items.every(({ roles, bodyName }) => roles.includes('XAC_NHAN') && bodyName !== ''));
  assert.doesNotMatch(JSON.stringify(body), /Người \d{3}/);
});

test('a reader is named to the administrator of the body and to the auditor, each time with a row; to nobody else', async () => {
  const naming = { eventId: readings.officer, purpose: 'DISPUTE', reason: REASON };
  const named = await ask(who.admin, 'POST', '/audit/readers', naming);
  assert.deepEqual([named.status, named.body['name'], named.body['roles']], [200, 'Người 207', ['XAC_NHAN']]);
  assert.equal((await ask(who.auditor, 'POST', '/audit/readers', naming)).status, 200);
  assert.deepEqual(
    (await acts('reader.named')).map(({ purpose }) => purpose),
    ['DISPUTE', 'DISPUTE'],
  );
  assert.equal((await ask(who.elsewhere, 'POST', '/audit/readers', naming)).code, 'E-READER-NOT-FOUND');
  assert.equal((await ask(who.clerk, 'POST', '/audit/readers', naming)).code, 'E-NOT-ALLOWED');
  assert.equal((await ask(who.admin, 'POST', '/audit/readers', { ...naming, reason: 'vì' })).status, 400);
  assert.equal((await acts('reader.named')).length, 2, 'what was refused named nobody');
  const rows = await office.as(who.elsewhere, (tx) => tx.query('select * from reader_of_event($1)', [readings.officer]));
  assert.deepEqual(rows, [], 'the database says the same by itself');
});

test('who follows the readings of a person is told whose record it is: the one found by name', async () => {
  const { handle } = await office.signedIn('000190930210', [['XAC_NHAN', 'H26']]);
  const name = async (as: typeof handle) => (await ask(as, 'GET', `/people/${people.me}/reads`)).body['name'];
  assert.equal(await name(handle), 'Người Có Hồ Sơ');
  assert.equal(await name(who.admin), 'Người Có Hồ Sơ', 'an administrator finds people by name, and reads no record');
  assert.equal((await ask(who.elsewhere, 'GET', `/people/${people.me}/reads`)).code, 'E-PERSON-NOT-FOUND');
});

test('a person complains about a reading of the own record, once', async () => {
  const complaint = { reason: 'Tôi không có việc gì với người này' };
  const path = (event: string) => `/me/reads/${event}/complaint`;
  const made = await ask(who.me, 'POST', path(readings.officer), complaint);
  assert.equal(made.status, 201);
  assert.match(String(made.body['dueOn']), /^\d{4}-\d{2}-\d{2}$/);
  assert.equal((await ask(who.me, 'POST', path(readings.officer), complaint)).code, 'E-COMPLAINT-MADE');
  assert.equal((await ask(who.her, 'POST', path(readings.officer), complaint)).code, 'E-READING-NOT-YOURS');
  assert.equal((await ask(who.me, 'POST', path(readings.both), complaint)).status, 201);
  assert.deepEqual(
    (await acts('complaint.made')).map(({ object_id }) => object_id),
    [people.me, people.me],
  );
});

test('nobody writes a complaint in the name of another, by SQL either', async () => {
  const bodyId = await office.body(BODY);
  const insert = (person: string) =>
    office.as(who.her, async (tx) => {
      await tx.query("select set_config('congvu.own_record', 'on', true)");
      await tx.query(
        `insert into reading_complaint (complaint_id, event_id, person_id, by_account, body_id, reading_at, reason, at, due_on)
         values ($1, $2, $3, session_person(), $4, now(), 'mười ký tự trở lên', now(), '2026-12-31')`,
        [office.chance.uuid7(Date.parse(office.clock.now())), readings.officer, person, bodyId],
      );
    });
  await assert.rejects(insert(people.me), /row-level security/);
  await assert.rejects(insert(people.her), /row-level security/);
});

interface Listed {
  readonly id: string;
  readonly eventId: string;
  readonly mayAnswer: boolean;
}
const listed = async (handle: SessionHandle): Promise<Listed[]> => (await ask(handle, 'GET', '/complaints')).body['items'] as Listed[];
const waiting = async (handle: SessionHandle): Promise<number> =>
  ((await ask(handle, 'GET', '/home')).body['tasks'] as { kind: string; count: number }[]).find(
    ({ kind }) => kind === 'complaints-to-answer',
  )?.count ?? 0;

test('the administrator of the body and the auditor answer; not the reader, and nobody of another body', async () => {
  assert.deepEqual(
    [await waiting(who.admin), await waiting(who.auditor), await waiting(who.elsewhere), await waiting(who.both)],
    [2, 2, 0, 1],
  );
  const [ofOfficer, ofBoth] = [readings.officer, readings.both];
  const find = async (handle: SessionHandle, event: string) => (await listed(handle)).find(({ eventId }) => eventId === event);
  assert.deepEqual(await listed(who.elsewhere), []);
  assert.equal((await find(who.both, ofBoth))?.mayAnswer, false, 'the reader sees it and may not answer');
  const answer = (handle: SessionHandle, id: string) =>
    ask(handle, 'POST', `/complaints/${id}/answer`, { verdict: 'unlawful', answer: 'Đã nhắc nhở người xem bằng văn bản.' });
  const [first, second] = [(await find(who.admin, ofOfficer))!.id, (await find(who.admin, ofBoth))!.id];
  assert.equal((await answer(who.elsewhere, first)).code, 'E-COMPLAINT-NOT-OPEN');
  assert.equal((await answer(who.both, second)).code, 'E-COMPLAINT-NOT-OPEN');
  assert.equal((await answer(who.clerk, first)).code, 'E-NOT-ALLOWED');
  assert.equal((await answer(who.admin, first)).status, 204);
  assert.equal((await answer(who.admin, first)).code, 'E-COMPLAINT-NOT-OPEN', 'it is answered once');
  assert.equal((await answer(who.auditor, second)).status, 204);
  assert.equal((await acts('complaint.answered')).length, 2);
  assert.deepEqual([await waiting(who.admin), await waiting(who.auditor)], [0, 0]);
});

test('the person reads the answer below the reading, and the data to take along hold it', async () => {
  const { body } = await ask(who.me, 'GET', '/me/reads');
  const complaints = body['complaints'] as { readingId: string; verdict: string; answer: string }[];
  assert.deepEqual(
    complaints.map(({ readingId, verdict }) => [readingId, verdict]).sort(),
    [
      [readings.officer, 'unlawful'],
      [readings.both, 'unlawful'],
    ].sort(),
  );
  assert.deepEqual((await ask(who.her, 'GET', '/me/reads')).body['complaints'], []);
});

test('a head that was never signed is not said to be verified', async () => {
  assert.equal((await ask(who.auditor, 'POST', '/audit/verified-checkpoints', { size: 3 })).code, 'E-AUDIT-NOTHING-SIGNED');
  assert.equal((await ask(who.clerk, 'POST', '/audit/verified-checkpoints', { size: 3 })).code, 'E-NOT-ALLOWED');
  assert.deepEqual(await acts('checkpoint.verified'), []);
});

test('readings that stand out are told of the bodies that one supervises', async () => {
  const handle = (await office.signedIn('000190930209', [['DOI_SOAT', 'H26']])).handle;
  const bodyId = await office.body(BODY);
  for (let time = 0; time < 15; time++)
    await office.as(handle, (tx) => recordRead(tx, office, { act: 'record.read', purpose: 'CONSULT', bodyId, objectId: people.her }));
  const unusual = async (by: SessionHandle) =>
    ((await ask(by, 'GET', '/audit/unusual-readings')).body['items'] as { roles: string[]; signs: { sign: string }[] }[])
      .filter(({ signs }) => signs.some(({ sign }) => sign === 'onePerson'))
      .map(({ roles }) => roles);
  assert.deepEqual(await unusual(who.auditor), [], 'not counted yet');
  await countReaders(office, system);
  assert.deepEqual(await unusual(who.auditor), [['DOI_SOAT']]);
  assert.deepEqual(await unusual(who.admin), [['DOI_SOAT']]);
  assert.deepEqual(await unusual(who.elsewhere), []);
});

test('once the day is over the person is told that somebody looked unusually, and whoever supervises how many stood out; each once', async () => {
  const dayAfter = (days: number) => ({ ...office.clock, today: () => addDays(office.clock.today(), days) });
  const needs = (days: number): NoticeNeeds => ({
    ...office,
    clock: dayAfter(days),
    jobSession: async () => system,
    mailer: null,
    publicUrl: ORIGIN,
    demo: true,
  });
  const noticesTo = async (handle: SessionHandle) => {
    const { body } = await ask(handle, 'GET', '/notices');
    return (body['items'] as { title: { vi: string }; href: string }[]).map(({ title, href }) => [title.vi, href] as const);
  };
  assert.equal(await tellUnusual(needs(0), system), 'done', 'the day goes on');
  assert.deepEqual(await noticesTo(who.her), []);
  await countReaders(needs(1), system);
  assert.equal(await tellUnusual(needs(1), system), 'done');
  const [own, ...others] = await noticesTo(who.her);
  assert.match(own![0], /^Ngày \d\d\/\d\d\/\d{4} có người xem hồ sơ của anh\/chị 15 lần/);
  assert.equal(own![1], '/toi/ai-da-xem');
  assert.deepEqual(others, []);
  assert.deepEqual(await noticesTo(who.me), [], 'whose record was opened as usual is told nothing');
  assert.match((await noticesTo(who.admin))[0]![0], /có 1 người xem hồ sơ có dấu hiệu bất thường/);
  assert.deepEqual(await noticesTo(who.elsewhere), []);
  await countReaders(needs(2), system);
  await tellUnusual(needs(2), system);
  assert.equal((await noticesTo(who.her)).length, 1);
  // A reader who is looked at for a fortnight is forgotten by the page, not by the log.
  await countReaders(needs(14), system);
  assert.deepEqual((await ask(who.auditor, 'GET', '/audit/unusual-readings')).body['items'], []);
});
