/**
 * The register of incidents: entered by who operates the installation, read by who supervises, counted by the hours of the law, never changed. Nobody is named.
 */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { loadLists } from '#authority/code-lists/load.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

interface Row {
  readonly id: string;
  readonly people: number | null;
  readonly notes: readonly { readonly what: string }[];
  readonly reports: readonly {
    readonly report: string;
    readonly dueAt: string;
    readonly late: boolean;
    readonly sent: { readonly receiver: string } | null;
  }[];
  readonly closed: { readonly lesson: string } | null;
  readonly may: readonly string[];
}
interface Answer {
  readonly status: number;
  readonly code?: string;
  readonly id?: string;
  readonly items?: readonly Row[];
  readonly next?: string | null;
  readonly may?: readonly string[];
  readonly tasks?: readonly { readonly kind: string; readonly count: number; readonly oldestAt: string; readonly href: string }[];
}

let office: Office;
let folder: string;
let app: FastifyInstance;
const who = {} as Record<'operator' | 'auditor' | 'ministry' | 'clerk', SessionHandle>;
before(async () => {
  office = await anOffice();
  await office.owner.transaction(null, (tx) => loadLists(tx, office));
  folder = await dataFolder();
  app = await aServer(office, folder);
  who.operator = (await office.signedIn('000083000101', [['TTTT', 'VN']])).handle;
  who.auditor = (await office.signedIn('000083000102', [['GIAM_SAT', 'VN']])).handle;
  who.ministry = (await office.signedIn('000083000103', [['VU_CCVC', 'VN']])).handle;
  who.clerk = (await office.signedIn('000083000104', [['NHAP_LIEU', 'H26']])).handle;
});
after(async () => {
  await app?.close();
  await office?.close();
  await rm(folder, { recursive: true, force: true });
});

let key = 0;
async function ask(by: SessionHandle, method: 'GET' | 'POST', path: string, payload?: object): Promise<Answer> {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { cookie: `congvu=${by}`, origin: ORIGIN, ...(method === 'POST' ? { 'idempotency-key': `so-su-co-${++key}` } : {}) },
    ...(payload ? { payload } : {}),
  });
  return { ...(answer.body === '' ? {} : answer.json<object>()), status: answer.statusCode };
}
const HOUR_MS = 3_600_000;
const before24 = (hours: number): string => new Date(Date.parse(office.clock.now()) - hours * HOUR_MS).toISOString();
const opening = (more: object = {}) => ({
  title: 'Máy phụ hỏng ổ đĩa',
  what: 'Chuyển sang máy chính, dữ liệu còn đủ.',
  discoveredAt: before24(30),
  touchesSystem: true,
  touchesPeople: false,
  people: null,
  ...more,
});
const only = async (): Promise<Row> => {
  const [row] = (await ask(who.auditor, 'GET', '/incidents')).items!;
  return row!;
};

let incident: string;

test('whoever operates enters it, whoever supervises reads it, nobody else does either', async () => {
  for (const by of [who.auditor, who.ministry, who.clerk])
    assert.equal((await ask(by, 'POST', '/incidents', opening())).code, 'E-NOT-ALLOWED');
  assert.equal((await ask(who.clerk, 'GET', '/incidents')).code, 'E-NOT-ALLOWED');
  const entered = await ask(who.operator, 'POST', '/incidents', opening());
  assert.equal(entered.status, 201);
  incident = entered.id!;
  for (const by of [who.auditor, who.ministry]) {
    const { items, may } = await ask(by, 'GET', '/incidents');
    assert.deepEqual([items!.length, items![0]!.may, may], [1, [], []]);
  }
  assert.deepEqual((await ask(who.operator, 'GET', '/incidents')).items![0]!.may, ['incident.keep']);
});

test('what cannot be is refused by name', async () => {
  for (const [request, code] of [
    [opening({ discoveredAt: before24(-1) }), 'E-INCIDENT-TIME'],
    [opening({ touchesSystem: false }), 'E-INCIDENT-TOUCHES'],
    [opening({ people: 3 }), 'E-INCIDENT-PEOPLE'],
    [opening({ what: 'Lộ hồ sơ của 000083000104' }), 'E-INCIDENT-NUMBERS'],
    [opening({ title: 'Lộ số 083000104000' }), 'E-INCIDENT-NUMBERS'],
    [opening({ what: '2026-11-30T10:00 lộ hồ sơ 000083000104' }), 'E-INCIDENT-NUMBERS'],
  ] as const)
    assert.equal((await ask(who.operator, 'POST', '/incidents', request)).code, code);
  for (const discoveredAt of ['hôm nay', '2026-02-30T08:00:00Z', '2026-11-30', '2026-11-29T08:00:00+07', '2026-11-29T23:59:60Z'])
    assert.equal((await ask(who.operator, 'POST', '/incidents', opening({ discoveredAt }))).status, 400, discoveredAt);
  const nowhere = '0199a000-0000-7000-8000-00000000dead';
  assert.equal((await ask(who.operator, 'POST', `/incidents/${nowhere}/closing`, { lesson: 'không có' })).code, 'E-INCIDENT-NOT-FOUND');
  assert.equal((await ask(who.auditor, 'GET', '/incidents')).items!.length, 1);
});

test('reports are due by the hours of the law from its discovery, and are a task until they are sent', async () => {
  const { reports } = await only();
  const at = reports.map(({ report, late }) => [report, late]);
  assert.deepEqual(at, [
    ['first', true],
    ['full', false],
  ]);
  assert.equal(Date.parse(reports[1]!.dueAt) - Date.parse(reports[0]!.dueAt), 48 * HOUR_MS);
  const task = (await ask(who.operator, 'GET', '/home')).tasks!.find(({ kind }) => kind === 'incident-reports')!;
  assert.deepEqual([task.count, task.oldestAt, task.href], [2, reports[0]!.dueAt, '/su-co']);
  assert.equal(
    (await ask(who.auditor, 'GET', '/home')).tasks!.some(({ kind }) => kind === 'incident-reports'),
    false,
  );
});

test('what is found out since counts from then on: a breach of personal data asks for its own report', async () => {
  const found = { what: 'Bản sao của 12 hồ sơ nằm trên máy phụ.', touchesSystem: true, touchesPeople: true, people: 12 };
  assert.equal((await ask(who.operator, 'POST', `/incidents/${incident}/findings`, found)).status, 204);
  const row = await only();
  assert.deepEqual([row.people, row.notes.length, row.reports.map(({ report }) => report)], [12, 2, ['first', 'full', 'breach']]);
});

test('a report is entered once, with when and to whom; only then it can be closed, and nothing is added after', async () => {
  const path = `/incidents/${incident}`;
  const sent = { report: 'first', sentAt: before24(2), receiver: 'Cơ quan chuyên trách mẫu', reference: '12/BC ngày hôm nay' };
  assert.equal((await ask(who.operator, 'POST', `${path}/closing`, { lesson: 'Thay ổ đĩa theo hạn.' })).code, 'E-INCIDENT-REPORTS-OPEN');
  assert.equal((await ask(who.operator, 'POST', `${path}/reports`, { ...sent, sentAt: before24(31) })).code, 'E-INCIDENT-TIME');
  assert.equal((await ask(who.operator, 'POST', `${path}/reports`, sent)).status, 204);
  assert.equal((await ask(who.operator, 'POST', `${path}/reports`, sent)).code, 'E-INCIDENT-REPORTED');
  for (const report of ['full', 'breach'])
    assert.equal((await ask(who.operator, 'POST', `${path}/reports`, { ...sent, report })).status, 204);
  assert.deepEqual(
    (await only()).reports.map(({ late, sent: was }) => [late, was !== null]),
    [
      [true, true],
      [false, true],
      [false, true],
    ],
  );
  assert.equal((await ask(who.operator, 'POST', `${path}/closing`, { lesson: 'Thay ổ đĩa theo hạn.' })).status, 204);
  assert.deepEqual((await only()).closed?.lesson, 'Thay ổ đĩa theo hạn.');
  assert.deepEqual((await ask(who.operator, 'GET', '/incidents')).items![0]!.may, []);
  const late = { what: 'Nói thêm sau khi đóng', touchesSystem: true, touchesPeople: false, people: null };
  assert.equal((await ask(who.operator, 'POST', `${path}/findings`, late)).code, 'E-INCIDENT-CLOSED');
});

test('each entry left its row in the log; the database changes none, adds none after the end, and none for who only reads', async () => {
  const acts = await office.owner.transaction(null, (tx) =>
    tx.query<{ act: string; n: number }>(
      `select act, count(*)::int as n from audit_event where act like 'incident.%' and object_id = $1 group by act order by act`,
      [incident],
    ),
  );
  assert.deepEqual(acts, [
    { act: 'incident.closed', n: 1 },
    { act: 'incident.found', n: 1 },
    { act: 'incident.opened', n: 1 },
    { act: 'incident.reported', n: 3 },
  ]);
  const add = (by: SessionHandle, id: string) =>
    office.as(by, (tx) =>
      tx.query(
        `insert into incident_entry (incident_id, entry_id, number, kind, facts, at, account_id) values ($1, gen_random_uuid(), $2, $3, '{}', now(), session_person())`,
        [id, id === incident ? 9 : 1, id === incident ? 'found' : 'opened'],
      ),
    );
  await assert.rejects(add(who.operator, incident), /row-level security/);
  await assert.rejects(add(who.auditor, '0199a000-0000-7000-8000-00000000beef'), /row-level security/);
  await assert.rejects(
    office.as(who.operator, (tx) => tx.query(`update incident_entry set facts = '{}'`)),
    /permission denied/,
  );
  assert.deepEqual(await office.as(who.clerk, (tx) => tx.query('select 1 from incident_entry')), []);
});
