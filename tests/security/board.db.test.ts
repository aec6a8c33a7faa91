/** The board counts people by agency and tells of nobody; who runs the installation is told how it runs, and nothing of a record. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { openJobSession } from '#authority/access/sessions.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

let office: Office;
let folder: string;
let app: FastifyInstance;
const who = {} as Record<'ministry' | 'admin' | 'operator' | 'clerk', SessionHandle>;
const SCHOOL = 'H26.03.01';
const DAY_MS = 86_400_000;

const run = (sql: string, values: readonly unknown[]) => office.owner.transaction(null, (tx) => tx.query(sql, values));
const newId = (): string => office.chance.uuid7(Date.parse(office.clock.now()));
const daysAgo = (days: number): string => new Date(Date.parse(office.clock.now()) - days * DAY_MS).toISOString();

/** A registered person of a body, complete or not. */
async function aPerson(code: string, complete: boolean): Promise<string> {
  const [personId, bodyId] = [newId(), await office.body(code)];
  await run(
    `insert into person (person_id, body_id, version, tx, heads, document, full_name, birth, sex, employee_kind, recruited_on, "position", grade, education)
     values ($1, $2, 1, 1, '{}', '{}', 'Người Có Tên Riêng', '1990-01-01', '1', 'CC', '2015-01-01', 'CV', $3, '4')`,
    [personId, bodyId, complete ? '01.003' : null],
  );
  return personId;
}
/** An item of a person, sent so many days ago. */
async function anItem(code: string, state: string, sentDaysAgo: number, decidedDaysAgo: number | null = null): Promise<void> {
  const [submissionId, bodyId, personId] = [newId(), await office.body(code), newId()];
  await run(`insert into submission (submission_id, body_id, upload_number, source, created_at) values ($1, $2, $3, 'workbook', now())`, [
    submissionId,
    bodyId,
    submissionId,
  ]);
  await run(
    `insert into item (person_id, item_id, submission_id, round, body_id, group_code, state, compared_version, valid_from, name, stated, maker_identity, maker_id, created_at, decided_at)
     values ($1, $2, $3, 1, $4, 'O', $5, 1, '2026-11-01', 'x', '{}', $6, $2, $7, $8)`,
    [
      personId,
      newId(),
      submissionId,
      bodyId,
      state,
      Buffer.alloc(32, 9),
      daysAgo(sentDaysAgo),
      decidedDaysAgo === null ? null : daysAgo(decidedDaysAgo),
    ],
  );
}

before(async () => {
  office = await anOffice();
  folder = await dataFolder();
  app = await aServer(office, folder);
  who.ministry = (await office.signedIn('000178760001', [['VU_CCVC', 'VN']])).handle;
  who.admin = (await office.signedIn('000178760002', [['QT_BNDP', 'H26.03']])).handle;
  who.operator = (await office.signedIn('000178760003', [['TTTT', 'VN']])).handle;
  who.clerk = (await office.signedIn('000178760004', [['NHAP_LIEU', SCHOOL]])).handle;
  await aPerson(SCHOOL, true);
  await aPerson(SCHOOL, false);
  await aPerson('H41.51', true);
  await anItem(SCHOOL, 'awaiting-confirmation', 16);
  await anItem(SCHOOL, 'awaiting-confirmation', 14);
  await anItem(SCHOOL, 'registered', 20, 3);
  await anItem(SCHOOL, 'registered', 20, 10);
  await anItem('H26.03', 'returned', 5);
  await anItem('H41.51', 'withdrawn', 5);
});
after(async () => {
  await app.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

async function ask(handle: SessionHandle, path: string) {
  const answer = await app.inject({ method: 'GET', url: `/api/v1${path}`, headers: { cookie: `congvu=${handle}`, origin: ORIGIN } });
  return { status: answer.statusCode, text: answer.body };
}
interface Shown {
  readonly path: { readonly code: string }[];
  readonly total: Record<string, number>;
  readonly lines: {
    readonly body: { readonly id: string; readonly code: string };
    readonly itself: boolean;
    readonly counts: Record<string, number>;
  }[];
}
const board = async (handle: SessionHandle, code?: string): Promise<Shown> =>
  JSON.parse((await ask(handle, `/board${code ? `?body=${await office.body(code)}` : ''}`)).text) as Shown;

test('the ministry sees the country, opened down to the agency that is late', async () => {
  const country = await board(who.ministry);
  const { registered, complete, sent, confirmed, waiting, late, returned, thisWeek, weekBefore } = country.total;
  assert.deepEqual(
    { registered, complete, sent, confirmed, waiting, late, returned, thisWeek, weekBefore },
    { registered: 3, complete: 2, sent: 5, confirmed: 2, waiting: 2, late: 1, returned: 1, thisWeek: 1, weekBefore: 1 },
  );
  assert.equal(country.lines[0]!.body.code, 'H26', 'what is late stands first');
  const department = await board(who.ministry, 'H26.03');
  assert.deepEqual(
    department.path.map(({ code }) => code),
    ['VN', 'H26', 'H26.03'],
  );
  assert.deepEqual(
    department.lines.filter(({ counts }) => counts['sent']! > 0).map(({ body, itself, counts }) => [body.code, itself, counts['sent']]),
    [
      ['H26.03', true, 1],
      [SCHOOL, false, 4],
    ],
  );
});

test('an administrator sees the own agencies alone, a clerk none', async () => {
  assert.equal((await board(who.admin)).total['sent'], 5);
  assert.equal((await ask(who.admin, `/board?body=${await office.body('H41')}`)).status, 404);
  assert.equal((await ask(who.admin, `/board.csv?body=${await office.body('H26')}`)).status, 404, 'nor what is above');
  assert.equal((await ask(who.clerk, '/board')).status, 403);
  const rows = await office.as(who.clerk, async (tx) =>
    tx.query('select * from board_counts($1, now(), now(), now())', [await office.body(SCHOOL)]),
  );
  assert.deepEqual(rows, [], 'the database says the same by itself');
});

test('nothing of a person is in it; a file of it leaves its row', async () => {
  const { text } = await ask(who.ministry, '/board');
  assert.doesNotMatch(text, /Người Có Tên Riêng|0001787/);
  const exported = await ask(who.ministry, '/board.csv');
  assert.equal(exported.status, 200);
  assert.equal(exported.text.trim().split('\r\n').length, 1 + (JSON.parse(text) as Shown).lines.length);
  const rows = await office.owner.transaction(null, (tx) =>
    tx.query<{ purpose: string }>(`select purpose from audit_event where act = 'export.made'`),
  );
  assert.deepEqual(rows, [{ purpose: 'STATISTICS' }]);
});

test('who runs the installation is told how it runs, and when it was last saved; nobody else is', async () => {
  const running = async () =>
    JSON.parse((await ask(who.operator, '/operations')).text) as {
      checks: { name: string; ok: boolean }[];
      backup: { madeAt: string | null };
      versions: { name: string; version: string }[];
      database: { signedIn: number };
    };
  const before = await running();
  assert.equal(before.backup.madeAt, null);
  assert.ok(before.checks.some(({ name, ok }) => name === 'database' && ok));
  assert.deepEqual(
    before.versions.filter(({ version }) => version === ''),
    [],
  );
  assert.equal(before.database.signedIn, 4);
  const system = await openJobSession(office, { bodyId: null, purpose: 'test' });
  await office.as(system, (tx) => recordAct(tx, office, { act: 'backup.made', purpose: 'OPERATE', bodyId: null, objectId: null }));
  assert.notEqual((await running()).backup.madeAt, null);
  assert.equal((await ask(who.ministry, '/operations')).status, 403);
  const rows = await office.as(who.ministry, (tx) => tx.query('select * from operations_facts()'));
  assert.deepEqual(rows, []);
});
