/** Extracts: many people's chosen fields on a day, one person over time; on a ground, granted by a second person, with the eyes of who asked. Decision 0110. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { SessionHandle } from '#base/database/transaction.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { exportOnce } from '#uses/exports/build.ts';
import type { ExportNeeds } from '#uses/exports/build.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import { exportNeedsOf, partsOf } from './exports-for-tests.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const GROUND = 'Công văn 45/SNV-CCVC ngày 20/11/2026';
const REASON = 'Rà soát chế độ theo công văn 45/SNV';
const PHONES = ['0912345671', '0912345672'] as const;
const DISCIPLINED = {
  P: { kyLuat: [{ hinhThuc: 'KT', hanhVi: 'Hành vi không ai ngoài nghề được đọc', ngayHieuLuc: '2025-01-02' }] },
} as unknown as RecordDocument;
let agency: Agency;
let folder: string;
let app: FastifyInstance;
let needs: ExportNeeds;
let administrator: SessionHandle;
const people: string[] = [];

before(async () => {
  agency = await anAgency('H26.03.01');
  folder = await dataFolder();
  app = await aServer(agency.office, folder);
  const { office } = agency;
  needs = await exportNeedsOf(agency);
  administrator = (await office.signedIn('000083730001', [['QT_BNDP', 'H26']])).handle;
  for (const [n, phone] of PHONES.entries()) {
    const submissionId = await agency.sends([
      { number: `00019077${String(1000 + n)}`, name: `Nguyễn Văn Trích ${n + 1}`, phone, more: DISCIPLINED },
    ]);
    const [personId] = await agency.waiting(submissionId);
    people.push(personId!);
    assert.ok((await agency.confirms(submissionId, personId!)).ok);
  }
});
after(async () => {
  await app.close();
  await agency.close();
  await rm(folder, { recursive: true, force: true });
});

let key = 0;
const send = (handle: string, method: 'GET' | 'POST', path: string, payload?: object) =>
  app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { cookie: `congvu=${handle}`, origin: ORIGIN, 'idempotency-key': `trich-${++key}-lan` },
    ...(payload ? { payload } : {}),
  });
const FIELDS_WANTED = ['hoTenKhaiSinh', 'dienThoaiDiDong'];
const cross = (changed: object = {}) => ({
  form: 'cross-extract',
  wanted: { bodyId: agency.bodyId },
  columns: [],
  fields: FIELDS_WANTED,
  ground: GROUND,
  purpose: 'CONSULT',
  reason: REASON,
  ...changed,
});
const ofOne = (personId: string, changed: object = {}) => ({
  ...cross({ fields: undefined, wanted: {} }),
  form: 'person-extract',
  personId,
  ...changed,
});
const ask = (handle: string, request: object) => send(handle, 'POST', '/exports', request);
const rows = <T extends object>(sql: string, values: readonly unknown[]): Promise<T[]> =>
  agency.office.owner.transaction(null, (tx) => tx.query<T>(sql, values));

/** Asked for, granted by the administrator, built, taken. */
async function made(handle: string, request: object): Promise<string> {
  const asked = await ask(handle, request);
  assert.equal(asked.statusCode, 202, asked.body);
  const { id, number, waits } = asked.json<{ id: string; number: string; waits: boolean }>();
  assert.equal(waits, true, 'a second person looks, however few it is of');
  assert.equal(await exportOnce(needs), 'done', 'nothing is built before it is granted');
  const requests = (await send(administrator, 'GET', '/reading-allowances')).json<{ items: { id: string; reason: string }[] }>();
  const request_ = requests.items.find(({ reason }) => reason.includes(number))!;
  assert.ok(request_.reason.includes(GROUND), 'who grants it reads on which document');
  assert.equal((await send(administrator, 'POST', `/reading-allowances/${request_.id}/decision`, { granted: true })).statusCode, 204);
  assert.equal(await exportOnce(needs), 'more');
  const file = await send(handle, 'GET', `/exports/${id}/list.xlsx`);
  assert.equal(file.statusCode, 200, file.body);
  return (await partsOf(file.rawPayload)).get('xl/worksheets/sheet1.xml')!;
}

test('trích ngang: chosen fields of the people found, with its day and ground; everybody in it is told', async () => {
  const { handle, accountId } = agency.officer;
  const choices = (await send(handle, 'GET', '/exports')).json<{
    choices: { today: string; groups: { fields: { key: string }[] }[] };
  }>().choices;
  const offered = choices.groups.flatMap(({ fields }) => fields.map(({ key: one }) => one));
  for (const one of FIELDS_WANTED) assert.ok(offered.includes(one), one);
  for (const one of ['soDinhDanh', 'maDinhDanhHoSoQG']) assert.ok(!offered.includes(one), one);
  const sheet = await made(handle, cross({ asOf: choices.today }));
  for (const text of [
    'Trích ngang XD-',
    'Nguyễn Văn Trích 1',
    'Nguyễn Văn Trích 2',
    GROUND,
    REASON,
    choices.today.split('-').toReversed().join('/'),
  ])
    assert.ok(sheet.includes(text), text);
  assert.ok(!sheet.includes('000190771000'), 'numbers stay masked');
  const [row] = await rows<{ listed: string[]; provision: string; purpose: string }>(
    `select listed, provision, purpose from audit_event where act = 'export.made' and actor_id = $1 order by tx desc limit 1`,
    [accountId],
  );
  assert.deepEqual([row!.listed.toSorted(), row!.provision, row!.purpose], [people.toSorted(), 'summary', 'CONSULT']);
});

test('on a day before anything was known of them, the cells are blank and nobody is left out', async () => {
  const sheet = await made(agency.officer.handle, cross({ asOf: '1990-01-01' }));
  for (const phone of PHONES) assert.ok(!sheet.includes(phone));
  assert.ok(sheet.includes('Nguyễn Văn Trích 1'), 'who they are is told by the search');
});

test('trích dọc: each value with the day from which it holds and who confirmed it; the number is not in it', async () => {
  const sheet = await made(agency.officer.handle, ofOne(people[0]!));
  for (const text of ['Trích dọc XD-', 'Của: Nguyễn Văn Trích 1', 'Có hiệu lực từ', 'Họ và tên khai sinh', GROUND])
    assert.ok(sheet.includes(text), text);
  assert.ok(!sheet.includes('Nguyễn Văn Trích 2'), 'of nobody else');
  assert.ok(!sheet.includes('000190771000'));
  const [row] = await rows<{ listed: string[] }>(`select listed from audit_event where act = 'export.made' order by tx desc limit 1`, []);
  assert.deepEqual(row!.listed, [people[0]]);
});

test('what who asked does not see is named as left out, of what repeats too, and stands nowhere in the file', async () => {
  const sheet = await made(agency.clerk.handle, ofOne(people[0]!));
  assert.match(sheet, /Không trích vì ngoài quyền xem của người lập: [^<]*Kỷ luật[^<]*: /);
  assert.ok(!sheet.includes('Hành vi không ai'));
  assert.ok((await made(agency.officer.handle, ofOne(people[0]!))).includes('Hành vi không ai'), 'whoever sees it has it');
});

test('without ground, day, fields that are seen, or a person within reach it is refused by name, and nothing is kept', async () => {
  const { handle } = agency.officer;
  const before_ = await rows('select 1 as one from people_export', []);
  const elsewhere = (await agency.office.signedIn('000190770990', [['XAC_NHAN', 'H41.01']])).handle;
  for (const [who, request, code] of [
    [handle, cross({ ground: undefined }), 'E-EXPORT-GROUND'],
    [handle, cross({ ground: `x${' '.repeat(30)}y` }), 'E-EXPORT-GROUND'],
    [handle, cross({ asOf: '2999-01-01' }), 'E-EXPORT-DAY'],
    [handle, cross({ asOf: '2026-02-30' }), 'E-EXPORT-DAY'],
    [handle, cross({ fields: [] }), 'E-EXPORT-FIELDS'],
    [handle, cross({ fields: ['hoTenKhaiSinh', 'hoTenKhaiSinh'] }), 'E-EXPORT-FIELDS'],
    [handle, cross({ fields: ['soDinhDanh'] }), 'E-EXPORT-FIELDS'],
    [handle, cross({ fields: ['khongCo'] }), 'E-EXPORT-FIELDS'],
    [handle, cross({ form: 'list', columns: ['name'] }), 'E-EXPORT-FIELDS'],
    [handle, cross({ form: 'list', columns: ['name'], fields: [], personId: people[0] }), 'E-EXPORT-FIELDS'],
    [handle, cross({ columns: ['name'] }), 'E-EXPORT-COLUMNS'],
    [handle, ofOne(people[0]!, { personId: undefined }), 'E-PERSON-NOT-FOUND'],
    [elsewhere, ofOne(people[0]!), 'E-PERSON-NOT-FOUND'],
  ] as const)
    assert.equal((await ask(who, request)).json<{ code: string }>().code, code, JSON.stringify(request));
  assert.equal((await rows('select 1 as one from people_export', [])).length, before_.length);
});

test('row-level security alone: no extract stands without a request to be granted', async () => {
  const insert = `insert into people_export (export_id, number, account_id, body_id, identity_level, purpose, reason, columns, people, salt, wanted_sealed, asked_at, ends_at, form, fields, as_of, ground)
    values (gen_random_uuid(), 'XD-AAAAA-BBBBB', session_person(), $1, 2, 'CONSULT', $2, '{}', 1, '\\x00', '\\x00', now(), now() + interval '1 day', 'person-extract', '{}', '2026-11-01', $3)`;
  await assert.rejects(
    agency.office.as(agency.officer.handle, (tx) => tx.query(insert, [agency.bodyId, REASON, GROUND])),
    /people_export_extract_granted/,
  );
});
