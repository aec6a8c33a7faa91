/** A list of agencies: taken along, changed, brought again; only what differs changes, each wrong cell is told, a second person puts the whole in force. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { LIST_COLUMNS, LIST_SHEET } from '#authority/bodies/list-columns.ts';
import type { ListColumn } from '#authority/bodies/list-columns.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { readList } from '#doors/workbook/list-of-rows.ts';
import { writeList } from '#doors/workbook/list-to-fill.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

interface Answer {
  readonly status: number;
  readonly code?: string;
  readonly id?: string;
  readonly wrong?: number;
  readonly counts?: Readonly<Record<string, number>>;
  readonly planHash?: string;
  readonly cells?: readonly { readonly row: number; readonly column: string; readonly code: string; readonly value: string | null }[];
  readonly items?: readonly Record<string, unknown>[];
}
type Line = Partial<Record<ListColumn, string>>;

let office: Office;
let folder: string;
let app: FastifyInstance;
let maker: SessionHandle;
let checker: SessionHandle;
let today: string;
before(async () => {
  office = await anOffice();
  folder = await dataFolder();
  app = await aServer(office, folder);
  today = office.clock.today();
  maker = (await office.signedIn('000083000001', [['QT_BNDP', 'VN']])).handle;
  checker = (await office.signedIn('000083000002', [['QT_BNDP', 'VN']])).handle;
});
after(async () => {
  await app.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

let key = 0;
async function ask(who: SessionHandle, method: 'GET' | 'POST', path: string, payload?: object | Buffer): Promise<Answer> {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: {
      cookie: `congvu=${who}`,
      origin: ORIGIN,
      ...(method === 'POST' ? { 'idempotency-key': `danh-sach-co-quan-${++key}` } : {}),
      ...(Buffer.isBuffer(payload) ? { 'content-type': 'application/octet-stream', 'x-file-name': 'co-quan.xlsx' } : {}),
    },
    ...(payload ? { payload } : {}),
  });
  return { ...(answer.body === '' ? {} : answer.json<object>()), status: answer.statusCode };
}
const bookOf = async (lines: readonly Line[]): Promise<Buffer> =>
  Buffer.from(
    await writeList({
      sheet: LIST_SHEET,
      heads: LIST_COLUMNS,
      rows: lines.map((line) => LIST_COLUMNS.map(({ key: column }) => line[column] ?? '')),
      guide: [],
    }),
  );
const brings = async (lines: readonly Line[], who = maker): Promise<Answer> =>
  ask(who, 'POST', `/body-changes/lists?on=${today}`, await bookOf(lines));
const decision = () => ({ number: '9/QĐ-BNV', day: addDays(today, -5), signer: 'Trần Văn Bình', issuedBy: 'Bộ Nội vụ' });
async function inForce(id: string): Promise<Answer> {
  const sent = await ask(maker, 'POST', `/body-changes/${id}/sending`, { decision: decision() });
  assert.equal(sent.status, 200, JSON.stringify(sent));
  const shown = await ask(checker, 'GET', `/body-changes/${id}`);
  return ask(checker, 'POST', `/body-changes/${id}/decision`, { inForce: true, planHash: shown.planHash });
}
const cellsOf = async (id: string): Promise<string[]> =>
  (await ask(maker, 'GET', `/body-changes/${id}`)).cells!.map(({ row, column, code }) => `${column}${row} ${code}`);
const bodies = async (): Promise<number> => {
  const [row] = await office.owner.transaction(null, (tx) => tx.query<{ n: number }>('select count(*)::int as n from body'));
  return row!.n;
};
const NEW = { bodyKind: 'DVSN4', level: 'XA' };

test('communes and schools come in one act, a child before its parent; what is taken along again changes nothing', async () => {
  const lines: Line[] = [
    { code: 'TH.HN.1', name: 'Trường Tiểu học Mẫu Một', parent: 'XA.HN.1', ...NEW },
    { code: 'XA.HN.1', name: 'UBND xã Mẫu Một', parent: 'H26', territory: '00001', ...NEW, bodyKind: 'CQHC' },
    { code: 'H26.99', name: 'UBND phường Mẫu Hai', parent: 'H26', ...NEW, bodyKind: 'CQHC' },
  ];
  const brought = await brings(lines);
  assert.deepEqual([brought.status, brought.wrong, brought.counts], [201, 0, { rows: 3, unchanged: 0, wrong: 0, make: 3, 'give-code': 4 }]);
  assert.equal((await inForce(brought.id!)).status, 200);
  assert.equal((await brings(lines)).code, 'E-ORG-UNCHANGED');
  const taken = await app.inject({ method: 'GET', url: '/api/v1/bodies/list.xlsx', headers: { cookie: `congvu=${maker}` } });
  assert.equal(taken.statusCode, 200);
  const read = await readList(
    taken.rawPayload,
    LIST_COLUMNS.map(({ key: column, label }) => ({ key: column, labels: [label] })),
    ['code'],
    LIST_SHEET,
  );
  assert.ok(read.kind === 'read' && read.rows.length > 60);
  assert.equal((await ask(maker, 'POST', `/body-changes/lists?on=${today}`, taken.rawPayload)).code, 'E-ORG-UNCHANGED');
  const school = read.rows.find(({ cells }) => cells.get('code') === 'TH.HN.1')!;
  assert.equal(school.cells.get('parent'), 'XA.HN.1');
});

test('only what differs becomes a change: name, parent, identifier, kind, end', async () => {
  const brought = await brings([
    { code: 'TH.HN.1', name: 'Trường Tiểu học và THCS Mẫu Một', parent: 'H26.99', identifier: 'H26.99.1', ...NEW },
    { code: 'XA.HN.1', name: 'UBND xã Mẫu Một', parent: 'H26', end: 'x' },
    { code: 'H26.99', name: 'UBND phường Mẫu Hai', parent: 'H26' },
  ]);
  assert.deepEqual(brought.counts, { rows: 3, unchanged: 1, wrong: 0, rename: 1, move: 1, 'give-code': 1, end: 1 });
  assert.equal((await ask(maker, 'POST', `/body-changes/${brought.id}/withdrawal`)).status, 204, 'undone before it is confirmed');
  assert.equal((await ask(maker, 'POST', `/body-changes/${brought.id}/sending`, { decision: decision() })).code, 'E-ORG-CHANGE-DECIDED');
});

test('each wrong cell is told, and nothing of the list can be sent', async () => {
  const before = await bodies();
  const brought = await brings([
    { code: 'A.1', name: 'Trường A', parent: 'A.2', ...NEW },
    { code: 'A.2', name: 'Trường B', parent: 'A.1', ...NEW },
    { code: 'A.3', name: 'Trường C', parent: 'KHONG.CO', ...NEW },
    { code: 'A.4', name: 'Trường D', parent: 'H26', ...NEW },
    { code: 'A.4', name: 'Trường Đ', parent: 'H26', ...NEW },
    { code: 'A.5', name: 'Trường E', parent: 'H26', identifier: 'H26.02', ...NEW },
    { code: 'A.6', name: 'Trường F', parent: 'H26', level: 'HUYEN', bodyKind: 'DVSN4' },
    { code: 'A.7', name: 'Trường G', parent: 'H26' },
    { code: 'A.8', name: 'Sở Nội vụ (mẫu)', parent: 'H26', ...NEW },
    { code: 'A.9', name: 'Trường H', parent: 'A.3', ...NEW },
    { code: 'H26.03', name: 'Sở Giáo dục và Đào tạo (mẫu)', parent: 'H26', end: 'x' },
  ]);
  assert.equal(brought.status, 201);
  assert.deepEqual(await cellsOf(brought.id!), [
    'D2 E-ORG-CIRCLE',
    'D3 E-ORG-CIRCLE',
    'D4 E-ORG-PARENT-UNKNOWN',
    'A6 E-ORG-LIST-TWICE',
    'G7 E-ORG-CODE-TAKEN',
    'F8 E-ORG-LIST-ENTRY',
    'E9 E-ORG-LIST-EMPTY-CELL',
    'F9 E-ORG-LIST-EMPTY-CELL',
    'B10 E-ORG-SIBLING-NAME',
    'D11 E-ORG-PARENT-UNKNOWN',
    'I12 E-ORG-CHILDREN',
  ]);
  assert.equal((await ask(maker, 'POST', `/body-changes/${brought.id}/sending`, { decision: decision() })).code, 'E-ORG-CHANGE-DECIDED');
  assert.equal(await bodies(), before);
});

/** Six ways to be wrong, fifty lines each, among ten thousand; each with the cell that says so. */
function tenThousand(): { readonly lines: Line[]; readonly expected: string[] } {
  const WRONG: readonly { readonly line: (at: number) => Line; readonly cell: string; readonly code: string }[] = [
    // Two that stand under each other, told at both.
    { line: (at) => ({ parent: `TH.${at % 400 === 0 ? at + 200 : at - 200}` }), cell: 'D', code: 'E-ORG-CIRCLE' },
    { line: (at) => ({ code: `TH.${at - 2}` }), cell: 'A', code: 'E-ORG-LIST-TWICE' },
    { line: (at) => ({ parent: `KHONG.CO.${at}` }), cell: 'D', code: 'E-ORG-PARENT-UNKNOWN' },
    { line: () => ({ identifier: 'H26.02' }), cell: 'G', code: 'E-ORG-CODE-TAKEN' },
    { line: () => ({ level: 'HUYEN' }), cell: 'F', code: 'E-ORG-LIST-ENTRY' },
    { line: () => ({ name: '' }), cell: 'B', code: 'E-ORG-LIST-EMPTY-CELL' },
  ];
  const lines: Line[] = [];
  const expected: string[] = [];
  for (let at = 0; at < 10_000; at += 1) {
    const kind = at % 200;
    const wrong = WRONG[kind / 3];
    const line = { code: `TH.${at}`, name: `Trường Tiểu học số ${at}`, parent: 'H41', ...NEW };
    lines.push(wrong ? { ...line, ...wrong.line(at) } : line);
    if (wrong) expected.push(`${wrong.cell}${at + 2} ${wrong.code}`);
  }
  return { lines, expected };
}

test('300 wrong lines of 10,000, of six kinds: each is told at its cell, nothing is half made', async () => {
  const { lines, expected } = tenThousand();
  const before = await bodies();
  const brought = await brings(lines);
  assert.deepEqual([brought.wrong, brought.counts?.['rows'], brought.counts?.['wrong']], [300, 10_000, 300], JSON.stringify(brought));
  assert.deepEqual((await cellsOf(brought.id!)).toSorted(), expected.toSorted());
  assert.equal((await ask(maker, 'POST', `/body-changes/${brought.id}/sending`, { decision: decision() })).code, 'E-ORG-CHANGE-DECIDED');
  assert.equal(await bodies(), before);
  // The same list with those lines put right is one act.
  const right = await brings(lines.filter((_, at) => !(at % 200 < 18 && (at % 200) % 3 === 0)));
  assert.deepEqual([right.wrong, right.counts?.['make']], [0, 9_700]);
});

test('a list is planned when it is brought, and not again while the tree stands as it was', async () => {
  const brought = await brings([{ code: 'LAN.1', name: 'Trường Mầm non Một Lần', parent: 'H26', ...NEW }]);
  const plan = async (): Promise<{ readonly plan: string | null; readonly on: string }> => {
    const [row] = await office.owner.transaction(null, (tx) =>
      tx.query<{ plan: string | null; on: string }>('select plan, planned_on as on from body_change where change_id = $1', [brought.id]),
    );
    return row!;
  };
  const first = await plan();
  assert.ok(first.plan!.includes('Trường Mầm non Một Lần'));
  assert.equal((await ask(maker, 'POST', `/body-changes/${brought.id}/sending`, { decision: decision() })).status, 200);
  assert.deepEqual(await plan(), first);
  const shown = await ask(checker, 'GET', `/body-changes/${brought.id}`);
  // Something else of the tree changes meanwhile: planned again, and found to be the same rows.
  const other = await brings([{ code: 'LAN.2', name: 'Trường Mầm non Hai Lần', parent: 'H41', ...NEW }]);
  assert.equal((await inForce(other.id!)).status, 200);
  // Text that was changed behind the product's back is not put in force; nor is a plan that is another than the one shown.
  const put = (planHash: string | undefined) => ask(checker, 'POST', `/body-changes/${brought.id}/decision`, { inForce: true, planHash });
  const sibling = await brings([{ code: 'LAN.3', name: 'Trường Mầm non Ba Lần', parent: 'H26', ...NEW }]);
  assert.equal((await ask(maker, 'POST', `/body-changes/${sibling.id}/sending`, { decision: decision() })).status, 200);
  await office.owner.transaction(null, (tx) =>
    tx.query(`update body_change set plan = replace(plan, 'Ba Lần', 'Bốn Lần') where change_id = $1`, [sibling.id]),
  );
  const spoilt = await ask(checker, 'GET', `/body-changes/${sibling.id}`);
  assert.equal(
    (await ask(checker, 'POST', `/body-changes/${sibling.id}/decision`, { inForce: true, planHash: spoilt.planHash })).status,
    500,
  );
  assert.equal((await put('0'.repeat(64))).code, 'E-ORG-PLAN-STALE');
  assert.equal((await put(shown.planHash)).status, 200);
  assert.equal((await plan()).plan, null, 'what is in force needs no plan any more');
  const [version] = await office.owner.transaction(null, (tx) =>
    tx.query<{ source: string }>(`select source from body_version where name = 'Trường Mầm non Một Lần'`),
  );
  assert.equal(version!.source, '9/QĐ-BNV, Bộ Nội vụ');
});

test('old identifiers go on as uncertain where the list says so, by what; the tree, one body and the list taken along say it', async () => {
  const old = { oldCode: 'H26.77', oldCodeSource: 'Danh sách mã cũ kèm CV 88/UBND' };
  const wards: Line[] = [
    { code: 'MA.1', name: 'UBND xã Mã Một', parent: 'H26', identifier: 'H26.77', ...NEW },
    { code: 'MA.2', name: 'UBND xã Mã Hai', parent: 'H26', ...NEW },
  ];
  assert.equal((await inForce((await brings(wards)).id!)).status, 200);
  // Without what it rests on nothing is said; a code that somebody has is not carried on by another.
  const wrong = await brings([
    { code: 'MA.2', oldCode: 'H26.78' },
    { code: 'MA.1', oldCode: 'H26.80', oldCodeSource: 'c'.repeat(301) },
    { code: 'MA.1', identifier: 'H26.177' },
    { code: 'MA.3', name: 'UBND xã Mã Ba', parent: 'H26', ...NEW, ...old, oldCode: 'H26.02' },
  ]);
  assert.deepEqual(await cellsOf(wrong.id!), [
    'L2 E-ORG-OLD-CODE-SOURCE',
    'L3 E-ORG-OLD-CODE-SOURCE',
    'A4 E-ORG-LIST-TWICE',
    'K5 E-ORG-CODE-TAKEN',
  ]);
  // Re-coded, and the old code goes on; a new body goes on under the code of one that ended before.
  const brought = await brings([
    { code: 'MA.1', identifier: 'H26.177', ...old },
    { code: 'MA.3', name: 'UBND xã Mã Ba', parent: 'H26', ...NEW, ...old, oldCode: 'H26.79' },
  ]);
  assert.deepEqual(
    [brought.wrong, brought.counts],
    [0, { rows: 2, unchanged: 0, wrong: 0, make: 1, 'give-code': 4 }],
    JSON.stringify(brought),
  );
  assert.equal((await inForce(brought.id!)).status, 200);
  const found = async (code: string) => (await ask(maker, 'GET', `/bodies/found?q=${code}`)).items![0]!;
  assert.deepEqual([(await found('H26.77'))['code'], (await found('H26.77'))['standing']], ['H26.177', 'official']);
  assert.deepEqual([(await found('MA.3'))['code'], (await found('MA.3'))['standing']], ['H26.79', 'uncertain']);
  assert.deepEqual([(await found('MA.2'))['code'], (await found('MA.2'))['standing']], ['MA.2', 'own']);
  const page = (await ask(maker, 'GET', `/bodies/${String((await found('MA.1'))['id'])}`)) as unknown as {
    readonly codes: readonly {
      readonly code: string;
      readonly confidence: string;
      readonly source: string | null;
      readonly onDay: boolean;
    }[];
  };
  assert.deepEqual(
    page.codes
      .filter(({ onDay }) => onDay)
      .map(({ code, confidence, source }) => [code, confidence, source])
      .toSorted(),
    [
      ['H26.177', 'decided', null],
      ['H26.77', 'uncertain', old.oldCodeSource],
      ['MA.1', 'decided', null],
    ],
  );
  const taken = await app.inject({ method: 'GET', url: '/api/v1/bodies/list.xlsx', headers: { cookie: `congvu=${maker}` } });
  assert.equal((await ask(maker, 'POST', `/body-changes/lists?on=${today}`, taken.rawPayload)).code, 'E-ORG-UNCHANGED');
  const confirmed = await brings([{ code: 'MA.3', identifier: 'H26.79' }]);
  assert.deepEqual(confirmed.counts, { rows: 1, unchanged: 0, wrong: 0, 'give-code': 1 });
  assert.equal((await inForce(confirmed.id!)).status, 200);
  assert.equal((await found('MA.3'))['standing'], 'official');
});

test('whoever administers a province brings lists of it alone', async () => {
  const province = (await office.signedIn('000083000003', [['QT_BNDP', 'H26']])).handle;
  assert.equal((await brings([{ code: 'X.1', name: 'Trường X', parent: 'H41', ...NEW }], province)).code, 'E-NOT-WITHIN-REACH');
  assert.equal((await brings([{ code: 'X.1', name: 'Trường X', parent: 'H26', ...NEW }], province)).status, 201);
});

test('what is no list is refused by name', async () => {
  assert.equal((await ask(maker, 'POST', `/body-changes/lists?on=${today}`, Buffer.from('không phải sổ tính'))).code, 'E-WORKBOOK-NOT-ONE');
});
