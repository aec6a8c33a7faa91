/**
 * The template of an agency with what its people's records say: sent back as it is it changes nothing, one corrected cell changes one value, and who may
 * not see a value, or not bring a file, gets neither. Decision 0064.
 */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { jobSessions } from '#authority/access/sessions.ts';
import { workbookDoor } from '#doors/workbook/door.ts';
import { fillTemplate } from '#doors/workbook/fill-template.ts';
import { makeTemplate } from '#doors/workbook/template.ts';
import { AS_OF, anAgency, brings } from '#record/intake/agency-for-tests.ts';
import type { Agency, SignedInSender } from '#record/intake/agency-for-tests.ts';
import { readProblems } from '#record/intake/problem-store.ts';
import { marksOf } from '#record/matching/compared.ts';
import { writeResults } from '#record/matching/store.ts';
import { readPeople, readSalts } from '#record/register/store.ts';
import { DEMO_DAY, SETS, newPeople } from '#start/demo/cast.ts';
import { cellsOf } from '#start/demo/cells.ts';
import { exportOnce } from '#uses/exports/build.ts';
import type { ExportNeeds } from '#uses/exports/build.ts';
import { exportNeedsOf } from './exports-for-tests.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const { bodyCode, set } = SETS.clean;
const PEOPLE = 4;
const CORRECTED = 'Dạy Toán và chủ nhiệm lớp 10A1';
const REASON = 'Cập nhật sau kỳ nâng lương quý 4';
let agency: Agency;
let folder: string;
let app: FastifyInstance;
let needs: ExportNeeds;
let officer: SignedInSender;

before(async () => {
  agency = await anAgency(bodyCode);
  Object.assign(agency.needs, { doors: [workbookDoor] });
  folder = await dataFolder();
  app = await aServer(agency.office, folder);
  const { office } = agency;
  needs = await exportNeedsOf(agency);
  const reconciler = await office.signedIn('000083730077', [['DOI_SOAT', bodyCode]]);
  officer = { ...agency.clerk, handle: reconciler.handle, accountId: reconciler.accountId };
  const template = await makeTemplate({ bodyCode, bodyName: 'Trường', issuedOn: DEMO_DAY });
  const rows = newPeople(bodyCode, PEOPLE, set, DEMO_DAY).map((person) => cellsOf(person.nationalId, person.document));
  const { submissionId } = await uploaded(await fillTemplate(template, rows));
  assert.ok((await agency.submits(submissionId)).ok);
  await agency.works();
  await agency.matched(submissionId);
  for (const personId of await agency.waiting(submissionId)) assert.ok((await agency.confirms(submissionId, personId)).ok);
});
after(async () => {
  await app.close();
  await agency.close();
  await rm(folder, { recursive: true, force: true });
});

async function uploaded(bytes: Uint8Array, by: SignedInSender = agency.clerk) {
  const received = await brings(agency.needs, by, { bodyId: agency.bodyId, fileName: 'ho-so.xlsx', bytes, asOf: AS_OF });
  assert.ok(received.ok);
  await agency.works();
  const { submissionId } = received.value;
  return { submissionId, file: await agency.file(submissionId) };
}
let key = 0;
/** How often a template was asked again. */
let repeated = 0;
const AGAIN = 'Bản trước thiếu hai người mới chuyển đến';
const send = (handle: string, method: 'GET' | 'POST', path: string, payload?: object) =>
  app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { cookie: `congvu=${handle}`, origin: ORIGIN, 'idempotency-key': `bieu-mau-dien-san-${++key}` },
    ...(payload ? { payload } : {}),
  });
const ask = (handle: string, changed: object = {}) =>
  send(handle, 'POST', '/exports', {
    form: 'filled-template',
    wanted: { bodyId: agency.bodyId },
    columns: [],
    purpose: 'SUBMIT',
    reason: REASON,
    ...changed,
  });

async function filled(by: SignedInSender): Promise<Buffer> {
  let asked = await ask(by.handle);
  // What was given out before is asked again with a reason alone.
  if (asked.statusCode === 409) {
    assert.equal(asked.json<{ code: string }>().code, 'E-EXPORT-ASKED-AGAIN');
    asked = await ask(by.handle, { again: AGAIN });
    repeated += 1;
  }
  assert.equal(asked.statusCode, 201, asked.body);
  const { id, people } = asked.json<{ id: string; people: number }>();
  assert.equal(people, PEOPLE);
  assert.equal(await exportOnce(needs), 'more');
  const file = await send(by.handle, 'GET', `/exports/${id}/list.xlsx`);
  assert.equal(file.statusCode, 200, file.body);
  assert.match(String(file.headers['content-disposition']), /bieu-mau-dien-san-XD-/);
  return file.rawPayload;
}

async function bookOf(bytes: Uint8Array) {
  const { Workbook } = await import('@cj-tech-master/excelts');
  const book = new Workbook();
  await book.xlsx.load(bytes);
  return book;
}
const textsOf = (book: Awaited<ReturnType<typeof bookOf>>, sheet: string): string[] => {
  const texts: string[] = [];
  book.getWorksheet(sheet)?.eachRow((row) => row.eachCell((cell) => texts.push(String(cell.value ?? ''))));
  return texts;
};

test('sent back as it is, nobody’s record changes, whoever took it along', async () => {
  for (const by of [agency.clerk, officer]) {
    const { file } = await uploaded(await filled(by), by);
    assert.deepEqual([file.stage, file.counts.received, file.counts.accepted], ['checked', PEOPLE, PEOPLE]);
    assert.deepEqual(file.report.comparison, { new: 0, changed: 0, unchanged: PEOPLE, missing: 0 });
  }
});

test('one cell that is corrected changes one person', async () => {
  const book = await bookOf(await filled(agency.clerk));
  const sheet = book.getWorksheet('Hồ sơ')!;
  const keys = (sheet.getRow(1).values as string[]).indexOf('congViecChinh');
  sheet.getRow(4).getCell(keys).value = CORRECTED;
  const { file, submissionId } = await uploaded(new Uint8Array(await book.xlsx.writeBuffer()));
  assert.deepEqual(file.report.comparison, { new: 0, changed: 1, unchanged: PEOPLE - 1, missing: 0 });
  assert.ok((await agency.submits(submissionId)).ok);
  await agency.works();
  await agency.matched(submissionId);
  const [personId] = await agency.waiting(submissionId);
  assert.ok((await agency.confirms(submissionId, personId!)).ok);
  const [held] = await agency.office.owner
    .transaction(null, (tx) => readPeople(tx, agency.office.keys, [personId!]))
    .then((all) => [...all.values()]);
  assert.equal(held!.document.F?.['congViecChinh'], CORRECTED);
  assert.equal(held!.document.B?.['danToc'], '01', 'what was left blank stands as it was');
});

test('the guide says whose copy it is, what it is for, what was left out, and that its people are invented', async () => {
  const clerks = await bookOf(await filled(agency.clerk));
  const said = textsOf(clerks, 'Hướng dẫn').join('\n');
  for (const words of ['Biểu mẫu điền sẵn XD-', REASON, `xuất ${PEOPLE} + để lại 0`, 'BẢN TRÌNH DIỄN', 'Không điền sẵn vì ngoài quyền xem'])
    assert.ok(said.includes(words), words);
  assert.match(said, /Không điền sẵn vì ngoài quyền xem.*Dân tộc/);
  assert.equal(textsOf(clerks, 'Hồ sơ').includes('01 – Kinh'), false, 'a masked value is not for who may not ask for it');
  const officers = await bookOf(await filled(officer));
  assert.ok(textsOf(officers, 'Hồ sơ').includes('01 – Kinh'));
  assert.doesNotMatch(textsOf(officers, 'Hướng dẫn').join('\n'), /Không điền sẵn/);
  const marks = [clerks, officers].map((book) => textsOf(book, '_meta').at(-1)!);
  for (const mark of marks) assert.match(mark, /^XD-.*\/1\//);
  const blank = await bookOf(await makeTemplate({ bodyCode, bodyName: 'Trường', issuedOn: DEMO_DAY }));
  assert.doesNotMatch([...textsOf(blank, 'Hướng dẫn'), ...textsOf(blank, '_meta')].join('\n'), /\{|XD-/);
});

test('each who is in it sees the reading, with its purpose', async () => {
  const rows = await agency.office.owner.transaction(null, (tx) =>
    tx.query<{ listed: string[]; purpose: string }>(
      "select listed, purpose from audit_event where act = 'export.made' and role = 'NHAP_LIEU'",
    ),
  );
  assert.ok(rows.length > 0);
  for (const row of rows) assert.deepEqual([row.listed.length, row.purpose], [PEOPLE, 'SUBMIT']);
});

test('it is of one agency, for who may bring a file of it, for that purpose, without columns of its own', async () => {
  const head = await agency.office.signedIn('000074730078', [['LD_DON_VI', bodyCode]]);
  for (const [handle, changed, code] of [
    [agency.clerk.handle, { wanted: {} }, 'E-EXPORT-TEMPLATE'],
    [agency.clerk.handle, { purpose: 'STATISTICS' }, 'E-EXPORT-TEMPLATE'],
    [head.handle, {}, 'E-EXPORT-TEMPLATE'],
    [agency.clerk.handle, { columns: ['name'] }, 'E-EXPORT-COLUMNS'],
    [agency.clerk.handle, { form: 'list' }, 'E-EXPORT-COLUMNS'],
    [agency.clerk.handle, { wanted: { bodyId: await agency.office.body('H41') } }, 'E-NOT-WITHIN-REACH'],
  ] as const)
    assert.equal((await ask(handle, changed)).json<{ code: string }>().code, code, JSON.stringify(changed));
});

test('what matched its original elsewhere is locked in the form, and told at its cell where a file says it otherwise', async () => {
  const { office, bodyId } = agency;
  const held = await office.owner.transaction(null, async (tx) => {
    const ids = (await tx.query<{ person_id: string }>('select person_id from person order by person_id')).map((row) => row.person_id);
    return [...(await readPeople(tx, office.keys, ids)).values()];
  });
  const [matched, other] = held;
  const nameOf = (one: typeof matched) => String(one!.document.B?.['hoTenKhaiSinh']);
  await office.as(await jobSessions(office, 'test')(bodyId), async (tx) => {
    const salt = (await readSalts(tx, [matched!.personId])).get(matched!.personId)!;
    const at = office.clock.now();
    const [sent] = await tx.query<{ id: string }>('select submission_id as id from submission limit 1');
    await writeResults(tx, [
      {
        personId: matched!.personId,
        matchId: office.chance.uuid7(Date.parse(at)),
        submissionId: sent!.id,
        bodyId,
        at,
        source: 'test',
        requestId: 'test',
        level: 'GAN_KHOP',
        fields: { hoTenKhaiSinh: 'KHOP', ngaySinh: 'GAN_KHOP' },
        marks: marksOf(office.keys, salt, { hoTenKhaiSinh: nameOf(matched), ngaySinh: matched!.document.B?.['ngaySinh'] }),
      },
    ]);
  });
  const book = await bookOf(await filled(officer));
  assert.match(textsOf(book, 'Hướng dẫn').join('\n'), /Họ và tên khai sinh: đã khớp với Cơ sở dữ liệu quốc gia về dân cư.*Công an cấp xã/);
  const sheet = book.getWorksheet('Hồ sơ')!;
  const columns = sheet.getRow(1).values as string[];
  const cellOf = (name: string, key: string) => {
    const column = columns.indexOf(key);
    const row = [4, 5, 6, 7].find((at) => sheet.getRow(at).getCell(columns.indexOf('hoTenKhaiSinh')).value === name)!;
    return { row, column, cell: sheet.getRow(row).getCell(column) };
  };
  const name = cellOf(nameOf(matched), 'hoTenKhaiSinh');
  const locked = (one: ReturnType<typeof cellOf>) => one.cell.protection?.locked ?? true;
  const rest = [cellOf(nameOf(matched), 'ngaySinh'), cellOf(nameOf(matched), 'congViecChinh'), cellOf(nameOf(other), 'hoTenKhaiSinh')];
  assert.deepEqual([locked(name), ...rest.map(locked)], [true, false, false, false], 'near is not matched, and nobody else is');
  const others = cellOf(nameOf(other), 'hoTenKhaiSinh');
  name.cell.value = `${nameOf(matched)} Đổi`;
  others.cell.value = `${nameOf(other)} Đổi`;
  const { file, submissionId } = await uploaded(new Uint8Array(await book.xlsx.writeBuffer()), officer);
  assert.deepEqual([file.counts.accepted, file.report.comparison?.changed], [PEOPLE, 2], 'told, not refused, and not dropped');
  const told = await office.owner.transaction(null, (tx) =>
    readProblems(tx, office.keys, submissionId, file.round, { code: 'E-ORIGINAL-ELSEWHERE', limit: 9 }),
  );
  assert.deepEqual(
    told.map(({ personId, field, place, value, severity }) => ({ personId, field, place, value, severity })),
    [
      {
        personId: matched!.personId,
        field: 'hoTenKhaiSinh',
        place: { sheet: 'Hồ sơ', row: name.row, column: sheet.getColumn(name.column).letter },
        value: `${nameOf(matched)} Đổi`,
        severity: 'warning',
      },
    ],
  );
  const refused = await agency.submits(submissionId);
  assert.ok(!refused.ok && refused.problems[0]!.code === 'E-SUBMIT-WARNINGS');
});

test('once only: asked again by anybody it needs a reason, which is kept and counted by agency; a first time none', async () => {
  await filled(officer);
  await filled(officer);
  assert.ok(repeated > 0);
  assert.equal((await ask(officer.handle)).json<{ code: string }>().code, 'E-EXPORT-ASKED-AGAIN');
  for (const again of ['ngắn', `a${' '.repeat(20)}b`]) assert.equal((await ask(officer.handle, { again })).statusCode, 400, again);
  const { owner } = agency.office;
  const rows = await owner.transaction(null, (tx) =>
    tx.query<{ again_reason: string | null }>(`select again_reason from people_export where form = 'filled-template' order by asked_at`),
  );
  assert.deepEqual([rows[0]!.again_reason, rows.filter((row) => row.again_reason === AGAIN).length], [null, repeated]);
  // What nobody took, and is gone, asked nobody.
  await owner.transaction(null, (tx) =>
    tx.query(`update people_export set state = 'deleted', file_sealed = null, copies = 0 where form = 'filled-template'`),
  );
  const afresh = await ask(officer.handle);
  assert.equal(afresh.statusCode, 201, afresh.body);
  const ministry = (await agency.office.signedIn('000178730001', [['VU_CCVC', 'VN']])).handle;
  const board = (await send(ministry, 'GET', '/board')).json<{ total: { askedAgain: number } }>();
  assert.equal(board.total.askedAgain, repeated);
  const lists = await send(officer.handle, 'POST', '/exports', {
    wanted: { bodyId: agency.bodyId },
    columns: ['name'],
    purpose: 'SUBMIT',
    reason: REASON,
  });
  assert.notEqual(lists.statusCode, 409, 'a list asks nobody');
});
