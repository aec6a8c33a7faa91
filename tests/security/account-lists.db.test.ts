/** Accounts and roles by a list: a look changes nothing and says what the act does; one wrong cell and nothing is given; second administrators decide what is theirs. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { ACCOUNT_COLUMNS, ACCOUNT_NEEDED, ACCOUNT_HEADS, ACCOUNT_SHEET } from '#authority/accounts/list-columns.ts';
import type { AccountColumn } from '#authority/accounts/list-columns.ts';
import { systemClock } from '#base/clock.ts';
import { addDays, showDate } from '#base/vietnamese/dates.ts';
import { readList } from '#doors/workbook/list-of-rows.ts';
import { writeList } from '#doors/workbook/list-to-fill.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

let office: Office;
let folder: string;
let app: FastifyInstance;
let one: string;
let two: string;
before(async () => {
  office = await anOffice();
  folder = await dataFolder();
  app = await aServer(office, folder);
  one = (await office.signedIn('000083740001', [['QT_BNDP', 'H26']])).handle;
  two = (await office.signedIn('000083740002', [['QT_BNDP', 'H26']])).handle;
});
after(async () => {
  await app.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

const TODAY = systemClock.today();
type Line = Partial<Record<AccountColumn, string>>;
const line = (nationalId: string, role: string, more: Line = {}): Line => ({
  nationalId,
  name: `Trần Thị ${nationalId}`,
  role,
  body: 'H26.03.01',
  ...more,
});
const bookOf = async (lines: readonly Line[]): Promise<Buffer> =>
  Buffer.from(
    await writeList({
      sheet: ACCOUNT_SHEET,
      heads: ACCOUNT_COLUMNS,
      rows: lines.map((cells) => ACCOUNT_COLUMNS.map(({ key }) => cells[key] ?? '')),
      guide: [],
    }),
  );
const csvOf = (lines: readonly Line[]): Buffer =>
  Buffer.from(
    `\uFEFF${ACCOUNT_COLUMNS.map(({ label }) => label).join(';')}\r\n${lines
      .map((cells) => ACCOUNT_COLUMNS.map(({ key }) => `"${(cells[key] ?? '').replaceAll('"', '""')}"`).join(';'))
      .join('\r\n')}`,
  );

let key = 0;
interface Answer {
  readonly status: number;
  readonly code?: string;
  readonly applied: boolean;
  readonly look: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly wrong: readonly { row: number; cell: string | null; code: string; value: string | null }[];
  readonly changes: readonly { row: number; outcome: string }[];
}
async function send(file: Buffer, look: string | null = null, by = one): Promise<Answer> {
  const answer = await app.inject({
    method: 'POST',
    url: `/api/v1/accounts/lists${look === null ? '' : `?look=${look}`}`,
    headers: {
      cookie: `congvu=${by}`,
      origin: ORIGIN,
      'idempotency-key': `danh-sach-tai-khoan-${++key}`,
      'content-type': 'application/octet-stream',
    },
    payload: file,
  });
  return { ...answer.json<Answer>(), status: answer.statusCode };
}
const owner = <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  office.owner.transaction(null, (tx) => tx.query<T>(sql, values));
const counted = async (): Promise<string> => {
  const tables = ['account', 'role_grant', 'grant_request', "audit_event where act <> 'accounts.read'"];
  const found: number[] = [];
  for (const table of tables) found.push((await owner<{ n: number }>(`select count(*)::int as n from ${table}`))[0]!.n);
  return found.join();
};
const total = ({ counts }: Answer): number => counts['accepted']! + counts['rejected']! + counts['waiting']!;

test('a look says what the act does and changes nothing; the act gives, asks, and leaves what is so', async () => {
  const last = addDays(TODAY, 30);
  const book = await bookOf([
    line('000190740001', 'Cán bộ nhập liệu'.slice(7), { until: showDate(last) }),
    line('000190740002', 'XAC_NHAN', { body: 'H26.03.01 · Tên gì cũng được' }),
  ]);
  const before = await counted();
  const look = await send(book);
  assert.equal(look.status, 200, look.code);
  assert.deepEqual(
    [look.applied, look.counts['received'], look.counts['accepted'], look.counts['rejected'], look.counts['waiting']],
    [false, 2, 1, 0, 1],
  );
  assert.deepEqual(
    look.changes.map(({ outcome }) => outcome),
    ['given', 'asked'],
  );
  assert.equal(await counted(), before);
  assert.equal((await send(book, '0'.repeat(64))).code, 'E-IMPORT-CHANGED', 'what was not shown is not given');
  assert.equal(await counted(), before);
  const done = await send(book, look.look);
  assert.deepEqual([done.applied, done.counts['given'], done.counts['waiting']], [true, 1, 1]);
  const [grant] = await owner<{ valid_to: string; grant_id: string }>(
    "select valid_to, grant_id from role_grant where role = 'NHAP_LIEU' and named = 'Trần Thị 000190740001'",
  );
  assert.equal(grant!.valid_to, addDays(last, 1), 'the last day is held whole');
  const acts = await owner<{ act: string }>(
    "select act from audit_event where act ~ '^(account|grant)[.]' order by tx desc, event_id desc limit 4",
  );
  assert.deepEqual(acts.map(({ act }) => act).sort(), ['account.changed', 'account.changed', 'grant.asked', 'grant.changed']);
  const again = await send(book);
  assert.deepEqual([again.counts['unchanged'], again.counts['waiting'], again.counts['given']], [1, 1, 0]);
});

test('what stands is taken along, changed and brought back: another last day, taken back, the rest as it is', async () => {
  await send(csvOf([line('000190740021', 'NHAP_LIEU'), line('000190740022', 'NHAP_LIEU'), line('000190740023', 'NHAP_LIEU')])).then(
    ({ look }) =>
      send(csvOf([line('000190740021', 'NHAP_LIEU'), line('000190740022', 'NHAP_LIEU'), line('000190740023', 'NHAP_LIEU')]), look),
  );
  const taken = await app.inject({ method: 'GET', url: '/api/v1/accounts/list.xlsx', headers: { cookie: `congvu=${one}` } });
  assert.equal(taken.statusCode, 200, taken.body.slice(0, 300));
  assert.ok(!taken.rawPayload.includes('000190740021'), 'no citizen number is in it');
  const read = await readList(taken.rawPayload, ACCOUNT_HEADS, ACCOUNT_NEEDED, ACCOUNT_SHEET);
  assert.ok(read.kind === 'read');
  const lines = read.rows.map(({ cells }) => Object.fromEntries(cells) as Line);
  const unchanged = await send(taken.rawPayload);
  assert.deepEqual([unchanged.counts['unchanged'], unchanged.counts['received']], [lines.length, lines.length]);

  const named = (name: string): Line => lines.find((cells) => cells.name === name)!;
  named('Trần Thị 000190740021').until = showDate(addDays(TODAY, 10));
  named('Trần Thị 000190740022').end = 'x';
  const edited = await bookOf(lines);
  const look = await send(edited);
  assert.deepEqual([look.counts['changed'], look.counts['ended'], look.counts['unchanged']], [1, 1, lines.length - 2]);
  assert.equal((await send(edited, look.look)).applied, true);
  const stands = await owner<{ named: string; valid_to: string }>(
    "select named, valid_to from role_grant where named ~ '00019074002[123]' and tx_to = 9223372036854775807 order by named",
  );
  assert.deepEqual(
    stands.map(({ named: name, valid_to }) => [name.slice(-1), valid_to]),
    [
      ['1', addDays(TODAY, 11)],
      ['3', '9999-12-31'],
    ],
  );
  assert.equal((await send(edited)).counts['rejected'], 2, 'roles that were taken meanwhile are known by nobody');
});

test('each wrong cell is told where it stands and why; with one of them nothing of the list is given', async () => {
  const before = await counted();
  const [mine] = await owner<{ grant_id: string }>(
    "select grant_id from role_grant g join account a using (account_id) where a.name = 'Người 001' and role = 'QT_BNDP'",
  );
  const file = csvOf([
    line('000190740031', 'NHAP_LIEU'),
    line('12', 'NHAP_LIEU'),
    line('000190740032', 'NHAP_LIEU', { name: 'x' }),
    line('000190740033', 'GIAM_SAT'),
    line('000190740034', 'NHAP_LIEU', { body: 'H41' }),
    line('000190740035', 'NHAP_LIEU', { from: '31/02/2027' }),
    line('000190740036', 'NHAP_LIEU', { until: '12/31/2027' }),
    line('000190740037', 'NHAP_LIEU', { until: '01/01/2020' }),
    line('000190740031', 'NHAP_LIEU'),
    line('000083740001', 'NHAP_LIEU'),
    line('000190740031', 'QT_BNDP', {}),
    line('000190740031', 'CA_NHAN', { name: 'Một Người Khác' }),
    line('000190740038', 'không có'),
    line('000190740039', 'NHAP_LIEU', { end: 'có lẽ' }),
    line('000190740040', 'NHAP_LIEU', { end: 'x' }),
    line('000190740041', 'NHAP_LIEU', { body: '' }),
    { id: mine!.grant_id, end: 'x' },
    { id: '00000000-0000-4000-8000-000000000000', end: 'x' },
    { id: mine!.grant_id, role: 'Cán bộ nhập liệu' },
    line('000190740042', 'NHAP_LIEU', { body: 'H41', end: 'x' }),
  ]);
  const answer = await send(file);
  assert.deepEqual(
    answer.wrong.map(({ cell, code }) => [cell, code]),
    [
      ['A3', 'E-ACCOUNT-NATIONAL-ID'],
      ['B4', 'E-IMPORT-NAME'],
      ['C5', 'E-ROLE-NOT-YOURS'],
      ['D6', 'E-IMPORT-BODY'],
      ['E7', 'E-GRANT-DAY'],
      ['F8', 'E-IMPORT-DAY-TURNED'],
      ['F9', 'E-IMPORT-END'],
      ['A10', 'E-IMPORT-TWICE'],
      ['A11', 'E-ACCOUNT-YOURS'],
      ['C12', 'E-ROLES-TOGETHER'],
      ['B13', 'E-IMPORT-NAMES'],
      ['C14', 'E-ROLE-NOT-YOURS'],
      ['G15', 'E-IMPORT-MARK'],
      ['G16', 'E-IMPORT-NOTHING-TO-END'],
      ['D17', 'E-IMPORT-BODY'],
      ['G18', 'E-ACCOUNT-YOURS'],
      ['H19', 'E-IMPORT-UNKNOWN'],
      ['H20', 'E-IMPORT-TWICE'],
      ['D21', 'E-IMPORT-BODY'],
    ],
  );
  assert.deepEqual([answer.applied, answer.counts['rejected'], total(answer)], [false, 19, 20]);
  assert.equal((await send(file, answer.look)).applied, false);
  assert.equal(await counted(), before);
  const other = await send(csvOf([{ id: mine!.grant_id, role: 'NHAP_LIEU' }]), null, two);
  assert.deepEqual(
    other.wrong.map(({ cell, code }) => [cell, code]),
    [['C2', 'E-IMPORT-LINE-FIXED']],
  );
});

test('a role that two decide gets no other last day by a list; it may be taken back', async () => {
  const accountId = await office.account('000190740051', [['XAC_NHAN', 'H26.03.01']]);
  const [grant] = await owner<{ grant_id: string }>('select grant_id from role_grant where account_id = $1', [accountId]);
  const later = csvOf([{ id: grant!.grant_id, until: showDate(addDays(TODAY, 9)) }]);
  assert.deepEqual(
    (await send(later)).wrong.map(({ code }) => code),
    ['E-IMPORT-TERM-OF-TWO'],
  );
  const ended = csvOf([{ id: grant!.grant_id, end: 'x' }]);
  assert.equal((await send(ended, (await send(ended)).look)).counts['ended'], 1);
  assert.deepEqual(await owner('select 1 from role_grant where account_id = $1 and tx_to = 9223372036854775807', [accountId]), []);
});

test('what is no list is refused in words, and changes nothing', async () => {
  const before = await counted();
  const codeOf = async (file: Buffer): Promise<string | undefined> => (await send(file)).code;
  assert.equal(await codeOf(Buffer.from('không phải danh sách')), 'E-WORKBOOK-NOT-ONE');
  assert.equal(await codeOf(Buffer.alloc(0)), 'E-WORKBOOK-NOT-ONE');
  assert.equal(await codeOf((await bookOf([line('000190740001', 'NHAP_LIEU')])).subarray(0, 2000)), 'E-WORKBOOK-BROKEN');
  assert.equal(await codeOf(Buffer.from('Tên,Tuổi\nAn,3')), 'E-LIST-HEADS');
  assert.equal(await codeOf(Buffer.from('Họ và tên,Vai trò\nH\u00f2a,B', 'latin1')), 'E-LIST-NOT-UTF8');
  const wrongSheet = await writeList({ sheet: 'Khác', heads: ACCOUNT_COLUMNS, rows: [['1']], guide: [] });
  assert.equal(await codeOf(Buffer.from(wrongSheet)), 'E-LIST-HEADS');
  assert.equal(await counted(), before);
});

test('a formula is told at its cell', async () => {
  const { Workbook } = await import('@cj-tech-master/excelts');
  const book = new Workbook();
  await book.xlsx.load(await bookOf([line('000190740061', 'NHAP_LIEU')]));
  book.getWorksheet(ACCOUNT_SHEET)!.getCell('A2').value = { formula: '"0001907400"&61', result: '000190740061' };
  const answer = await send(Buffer.from(await book.xlsx.writeBuffer()));
  assert.deepEqual(
    answer.wrong.map(({ cell, code }) => [cell, code]),
    [['A2', 'E-IMPORT-FORMULA']],
  );
});

test('10,000 accounts of which 300 are wrong: each is told at its cell and nothing is given; mended, all are', async () => {
  const numberOf = (at: number): string => `0001${String(81_000_000 + at)}`;
  const right = Array.from({ length: 10_000 }, (_, at) => line(numberOf(at), 'NHAP_LIEU', { name: `Người Thứ ${at}` }));
  const spoilt: readonly ((cells: Line) => Line)[] = [
    (cells) => ({ ...cells, nationalId: '1' }),
    (cells) => ({ ...cells, body: 'H41' }),
    (cells) => ({ ...cells, until: '31/04/2031' }),
  ];
  const wrong = right.map((cells, at) => (at % 100 < 3 ? spoilt[at % 100]!(cells) : cells));
  const before = await counted();
  const [spoiltBook, rightBook] = [await bookOf(wrong), await bookOf(right)];
  const answer = await send(spoiltBook);
  assert.deepEqual([answer.counts['received'], answer.counts['rejected'], answer.wrong.length, total(answer)], [10_000, 300, 300, 10_000]);
  const expected = wrong.flatMap((_, at) => (at % 100 < 3 ? [`${'ADF'[at % 100]}${at + 2}`] : []));
  assert.deepEqual(
    answer.wrong.map(({ cell }) => cell),
    expected,
  );
  assert.equal((await send(spoiltBook, answer.look)).applied, false);
  assert.equal(await counted(), before);

  const look = await send(rightBook);
  assert.deepEqual([look.counts['given'], look.counts['rejected']], [10_000, 0]);
  assert.equal(await counted(), before);
  const startedMs = performance.now();
  const done = await send(rightBook, look.look);
  console.log(`# 10,000 roles given in ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
  assert.deepEqual([done.applied, done.counts['given']], [true, 10_000]);
  const [given] = await owner<{ n: number }>(
    "select count(*)::int as n from role_grant where named like 'Người Thứ %' and tx_to = 9223372036854775807",
  );
  assert.equal(given!.n, 10_000);
  const [rows] = await owner<{ n: number }>(
    "select count(*)::int as n from audit_event where act = 'grant.changed' and tx = (select max(tx) from audit_event where act = 'grant.changed')",
  );
  assert.equal(rows!.n, 10_000, 'a row for each');
});
