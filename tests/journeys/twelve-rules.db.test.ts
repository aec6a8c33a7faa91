/** The twelve cross-field rules through the real server: a workbook of the real template goes up, its problems come back. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { fillTemplate } from '#doors/workbook/fill-template.ts';
import { makeTemplate } from '#doors/workbook/template.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { SAMPLE_ROW } from '#standard/sample-person.ts';
import { RULES } from '#standard/rules.ts';
import { ORIGIN, aServer, dataFolder, jobsByHand } from '../security/server-for-tests.ts';

type Cells = Readonly<Record<string, string | null>>;
type Sections = Readonly<Record<string, readonly Cells[]>>;
interface Told {
  readonly code: string;
  readonly severity: string;
  readonly field: string | null;
  readonly column: string | null;
  readonly row: number | null;
  readonly personName: string | null;
}

const BODY = 'H26.03.01';
let agency: Agency;
let other: Agency;
let app: FastifyInstance;
let folder: string;
let template: Uint8Array;
const { jobs, work } = jobsByHand();

before(async () => {
  agency = await anAgency(BODY);
  other = await anAgency('H41.51', agency.office);
  folder = await dataFolder();
  app = await aServer(agency.office, folder, { jobs });
  template = await makeTemplate({ bodyCode: BODY, bodyName: 'Trường THPT Mẫu Sơn', issuedOn: '2026-11-01' });
});
after(async () => {
  await app.close();
  await agency.close();
  await rm(folder, { recursive: true, force: true });
});

let running = 0;
const number = (): string => `000085${String(600000 + ++running)}`;
const ask = async (method: 'GET' | 'POST', url: string, more: { payload?: Buffer | object } = {}) =>
  app.inject({
    method,
    url,
    ...more,
    headers: {
      cookie: `congvu=${agency.clerk.handle}`,
      origin: ORIGIN,
      'idempotency-key': `muoi-hai-${++running}`,
      ...(more.payload instanceof Buffer ? { 'content-type': 'application/octet-stream' } : {}),
      'x-file-name': encodeURIComponent('hồ sơ.xlsx'),
    },
  });

interface Person {
  readonly cells: Cells;
  readonly sections: Sections;
}
const given = (from: Cells): Record<string, string> =>
  Object.fromEntries(Object.entries(from).filter((entry): entry is [string, string] => entry[1] !== null));

/** A row of the template: the sample person with these cells and rows of sections. */
function filled({ cells, sections }: Person): Parameters<typeof fillTemplate>[1][number] {
  const id = cells['soDinhDanh'] ?? number();
  return {
    hoSo: given({ ...SAMPLE_ROW, coQuanQuanLy: BODY, coQuanSuDung: BODY, coQuanTuyenDung: BODY, ...cells, soDinhDanh: id }),
    sections: Object.fromEntries(
      Object.entries(sections).map(([key, rows]) => [
        key,
        rows.map((row) => ({
          soDinhDanh: id,
          ...given(Object.fromEntries(Object.entries(row).map(([column, cell]) => [`${key}.${column}`, cell]))),
        })),
      ]),
    ),
  };
}

interface Answer {
  readonly submissionId: string;
  readonly told: readonly (readonly Told[])[];
  readonly notChecked: readonly string[];
}
/** Sends all of them in one workbook. Returns what is said of each, in their order, and what was not checked. */
async function upload(people: readonly Person[]): Promise<Answer> {
  const rows = people.map(filled);
  const bytes = await fillTemplate(template, rows);
  const sent = await ask('POST', `/api/v1/uploads?body=${agency.bodyId}&asOf=2026-11-01`, { payload: Buffer.from(bytes) });
  assert.equal(sent.statusCode, 201, sent.body);
  const { submissionId } = sent.json<{ submissionId: string }>();
  await work();
  const page = await ask('GET', `/api/v1/submissions/${submissionId}/problems?limit=100`);
  assert.equal(page.statusCode, 200, page.body);
  const all = page.json<{ items: Told[] }>().items;
  const shown = await ask('GET', `/api/v1/submissions/${submissionId}`);
  return {
    submissionId,
    // The name tells whose problem it is: everybody has their own.
    told: rows.map(({ hoSo }) => all.filter(({ personName }) => personName === hoSo['hoTenKhaiSinh'])),
    notChecked: shown.json<{ notChecked: { vi: string }[] }>().notChecked.map(({ vi }) => vi),
  };
}

const must = <T>(result: { ok: true; value: T } | { ok: false; problems: readonly { code: string }[] }): T => {
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join());
  return result.value;
};
/** Somebody who stands in the register of a body in this state. */
async function registered(by: Agency, trangThaiCongTac: string): Promise<string> {
  const id = number();
  const submissionId = await by.sends([{ number: id, name: 'Nguyễn Văn Hùng', more: { A: { trangThaiCongTac } } }]);
  const [personId] = await by.waiting(submissionId);
  must(await by.confirms(submissionId, personId!));
  return id;
}

const pay = (ngayHuong: string, bac: string, heSo: string, more: Cells = {}): Cells => ({
  loaiBang: '2',
  maNgach: '01.003',
  ngayBoNhiemNgach: '01/06/2011',
  bac,
  heSo,
  ngayHuong,
  mocTinhNangBac: ngayHuong,
  loaiBienDong: 'NANG_BAC_TX',
  'quyetDinh.so': '12/QĐ',
  'quyetDinh.ngay': '20/05/2011',
  ...more,
});
const post = (tuThang: string, denThang: string | null): Cells => ({ tuThang, denThang, noiDung: 'Chuyên viên', loai: 'DIEU_DONG' });
const warning = {
  hinhThuc: 'CC',
  hanhVi: 'Vi phạm quy chế',
  ngayHieuLuc: '01/02/2020',
  'quyetDinh.so': '1/QĐ',
  'quyetDinh.ngay': '01/02/2020',
};

/** rule, its law, what is sent, what is said: severity, code, field */
const TABLE: readonly (readonly [rule: string, law: string, cells: () => Promise<Cells> | Cells, sections: Sections, says: string])[] = [
  ['QT01', 'ND 137/2015 art. 13', () => ({ gioiTinh: 'Nữ' }), {}, 'warning E-ID-SEX gioiTinh'],
  ['QT02', 'ND 204/2004, table 2', () => ({}), { luong: [pay('01/06/2014', '2', '2.76')] }, 'error E-PAY-COEFFICIENT luong.heSo'],
  [
    'QT03',
    'TT 08/2013',
    () => ({}),
    { luong: [pay('01/06/2014', '2', '2.67'), pay('01/06/2017', '1', '2.34')] },
    'error E-PAY-STEP-FALLS luong.bac',
  ],
  [
    'QT04',
    'Party statutes art. 5',
    () => ({ ngayVaoDang: '03/02/2010', ngayVaoDangChinhThuc: '02/02/2010' }),
    {},
    'error E-PARTY-ORDER ngayVaoDangChinhThuc',
  ],
  [
    'QT05',
    'TT 2/2021',
    () => ({ chuyenMonCaoNhat: 'TC' }),
    { luong: [pay('01/06/2014', '2', '2.67')] },
    'warning E-GRADE-EDUCATION chuyenMonCaoNhat',
  ],
  ['QT06', 'form 2C-BNV/2008 item 28', () => ({}), { congTac: [post('06/2010', '12/2020')] }, 'warning E-CAREER-GAP congTac.tuThang'],
  [
    'QT07',
    'Law 80/2025, one main position',
    () => ({}),
    { congTac: [post('06/2010', null), post('01/2020', null)] },
    'warning E-CAREER-TWO-PRESENT congTac.denThang',
  ],
  [
    'QT07',
    'Law 80/2025, one employer',
    async () => ({ soDinhDanh: await registered(other, 'DANG_LAM') }),
    {},
    'error E-TWO-EMPLOYERS coQuanSuDung',
  ],
  [
    'QT08',
    'TT 08/2013 art. 2',
    () => ({}),
    { luong: [pay('01/01/2020', '2', '2.67'), pay('01/01/2023', '3', '3.00')], kyLuat: [warning] },
    'error E-RAISE-UNDER-DISCIPLINE luong.ngayHuong',
  ],
  [
    'QT09',
    'closed records',
    async () => ({ soDinhDanh: await registered(agency, 'CHUYEN_DI') }),
    {},
    'error E-RECORD-CLOSED trangThaiCongTac',
  ],
  ['QT10', 'Law 80/2025', () => ({ 'viTriViecLam.ma': null }), {}, 'error E-JOB-POSITION-REQUIRED viTriViecLam.ma'],
  ['QT11', 'NQ 203/2025, Law 72/2025', () => ({ 'noiSinh.maHuyen': 'Quận Ba Đình' }), {}, 'error E-DISTRICT-AFTER-2025 noiSinh'],
  [
    'QT12',
    'one record a number',
    async () => ({ soDinhDanh: await registered(other, 'THOI_VIEC') }),
    {},
    'error E-PERSON-TWO-BODIES soDinhDanh',
  ],
];

/** Names that differ by one letter: nobody is taken for another by a rule about names. */
const nameOf = (place: number): string => `Nguyễn Văn ${'AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY'[place]!}nh`;
let answer: ReturnType<typeof upload> | null = null;
/** Sent once for all rows of the table, and last somebody in whom nothing is wrong. */
const sentOnce = (): ReturnType<typeof upload> =>
  (answer ??= (async () => {
    const people: Person[] = [];
    for (const [, , cells, sections] of TABLE) people.push({ cells: await cells(), sections });
    people.push({ cells: {}, sections: {} });
    return upload(people.map(({ cells, sections }, place) => ({ cells: { hoTenKhaiSinh: nameOf(place), ...cells }, sections })));
  })());

for (const [place, [rule, law, , , says]] of TABLE.entries()) {
  test(`${rule} speaks through the server (${law}), at its cell`, async () => {
    const told = (await sentOnce()).told[place]!;
    const found = told.filter(({ code, severity, field }) => `${severity} ${code} ${field}` === says);
    assert.equal(found.length, 1, told.map(({ code, severity, field }) => `${severity} ${code} ${field}`).join('; '));
    assert.match(found[0]!.column ?? '', /^[A-Z]{1,3}$/);
    assert.ok((found[0]!.row ?? 0) >= 4);
  });
}

test('a number that does not fit sex or birth is acknowledged and goes on to the match: the population database decides', async () => {
  const { submissionId } = await upload([{ cells: { gioiTinh: 'Nữ', ngaySinh: '12/03/1984' }, sections: {} }]);
  const request = { asOf: '2026-11-01', acknowledgedCodes: [] as string[], partial: false };
  const unread = await ask('POST', `/api/v1/submissions/${submissionId}/submit`, { payload: request });
  assert.equal(unread.json<{ code: string }>().code, 'E-SUBMIT-WARNINGS');
  const sent = await ask('POST', `/api/v1/submissions/${submissionId}/submit`, {
    payload: { ...request, acknowledgedCodes: ['E-ID-SEX', 'E-ID-BIRTH-YEAR'] },
  });
  assert.equal(sent.statusCode, 200, sent.body);
  await work();
  const states = await agency.office.as(agency.clerk.handle, (tx) =>
    tx.query<{ state: string }>('select distinct state from item where submission_id = $1', [submissionId]),
  );
  assert.deepEqual(states, [{ state: 'waiting-match' }]);
});

test('all twelve are here; what the server asked is not said to be unchecked, and what it did not ask is', async () => {
  assert.deepEqual([...new Set(TABLE.map(([rule]) => rule))], [...new Set(RULES.map(({ code }) => code))]);
  const { told, notChecked } = await sentOnce();
  assert.deepEqual(told.at(-1), []);
  assert.deepEqual(notChecked, ['Đối soát với CSDL quốc gia về dân cư']);
});
