/**
 * Cells of which letters, formats and types invite another fact, one a person, through the real server: upload, bulk acceptance of everything
 * that is offered, sending, confirmation. Then the register is read: it holds what was typed, or the same fact written another way (the
 * table says which), or nothing; and of every other field of these people exactly what the clean person beside them has.
 */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { Workbook } from '@cj-tech-master/excelts';
import type { FastifyInstance } from 'fastify';
import { fillTemplate } from '#doors/workbook/fill-template.ts';
import { makeTemplate } from '#doors/workbook/template.ts';
import type { TypedCell } from '#doors/workbook/shapes.ts';
import { toTcvn3 } from '#base/vietnamese/legacy-fonts.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { readPeople } from '#record/register/store.ts';
import { SAMPLE_ROW } from '#standard/sample-person.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import { WORKBOOK_SHEETS } from '#standard/workbook-columns.ts';
import { runCheck } from '#start/commands/check-command.ts';
import { ORIGIN, aServer, dataFolder, jobsByHand } from '../security/server-for-tests.ts';

const BODY = 'H26.03.01';

/** A cell whose type is the point, written as spreadsheet programs write it. */
type WrittenCell = TypedCell | { readonly logical: boolean } | { readonly day: string; readonly format: string };
type Row = Readonly<Record<string, WrittenCell>>;

interface Danger {
  readonly what: string;
  /** column keys → cells of `Hồ sơ`; `section` → one row of it */
  readonly cells: Row;
  readonly section?: { readonly key: string; readonly row: Row };
  /** field of the register that the cell speaks of: `group.field`, or `group.section.field` of its first line */
  readonly field: string;
  /** everything that the register may hold there: what was typed, or the same fact written another way. The person may always be left out instead. */
  readonly may: readonly unknown[];
}

const cell = (field: string, key: string, typed: WrittenCell, ...may: readonly unknown[]): Danger => ({
  what: `${key} ${typeof typed === 'string' ? typed : JSON.stringify(typed)}`,
  cells: { [key]: typed },
  field,
  may,
});
const line = (field: string, section: string, row: Row, ...may: readonly unknown[]): Danger => ({
  what: `${section} ${JSON.stringify(row)}`,
  cells: {},
  section: { key: section, row },
  field,
  may,
});
const family = (typed: string, ...may: readonly unknown[]): Danger =>
  line(
    'Q.giaDinh.quanHe',
    'giaDinh',
    { nhom: 'BAN_THAN', quanHe: typed, hoTen: 'Nguyễn Văn Cha', namSinh: '1955', queQuan: 'Hà Nội', ngheNghiep: 'Nông dân' },
    ...may,
  );
const rating = (typed: string, ...may: readonly unknown[]): Danger =>
  line('N.danhGia.xepLoai', 'danhGia', { ky: '2024', xepLoai: typed, capQuyetDinh: BODY }, ...may);
const bornIn = (typed: string, ...may: readonly unknown[]): Danger => ({
  ...cell('B.noiSinh', 'noiSinh.maTinh', typed, ...may),
  cells: { 'noiSinh.maTinh': typed, 'noiSinh.hieuLucTai': '' },
});
const pay = (typed: string, ...may: readonly unknown[]): Danger =>
  line(
    'G.luong.maNgach',
    'luong',
    {
      loaiBang: '2',
      maNgach: typed,
      ngayBoNhiemNgach: '01/06/2011',
      bac: '1',
      heSo: '2.34',
      ngayHuong: '01/06/2011',
      mocTinhNangBac: '01/06/2011',
      loaiBienDong: 'TUYEN_DUNG',
      'quyetDinh.so': '12/QĐ',
      'quyetDinh.ngay': '20/05/2011',
    },
    ...may,
  );
const broken = Buffer.from('Văn thư, lưu trữ').toString('latin1');

const DANGERS: readonly Danger[] = [
  family('Cha ruột', 'CHA'),
  family('Bố', 'CHA'),
  family('Em', 'EM'),
  rating('Hoàn thành', 'HTNV'),
  // Not yet done, or not done: another word than the list's "Không hoàn thành nhiệm vụ".
  rating('Chưa hoàn thành'),
  cell('B.tinhTrangHonNhan', 'tinhTrangHonNhan', 'Đã kết hôn', '2'),
  cell('B.tinhTrangHonNhan', 'tinhTrangHonNhan', { logical: true }),
  cell('B.tonGiao', 'tonGiao', { logical: true }),
  cell('B.danToc', 'danToc', 'Xá'),
  cell('B.danToc', 'danToc', 'Dẻ'),
  cell('B.quocTich', 'quocTich', 'Mỹ', 'US'),
  cell('B.ngayCapCccd', 'ngayCapCccd', '31/02/2022'),
  cell('B.ngayCapCccd', 'ngayCapCccd', '05/23/2022'),
  cell('B.ngaySinh', 'ngaySinh', '00/03/1985', '1985-03'),
  cell('B.ngaySinh', 'ngaySinh', { day: '1985-03-12', format: 'mm/yyyy' }, '1985-03'),
  cell('B.hoTenKhaiSinh', 'hoTenKhaiSinh', "H'Bơ̆ Niê", "H'Bơ̆ Niê"),
  cell('B.ngaySinh', 'ngaySinh', '1985-03-11T17:00:00.000Z'),
  cell('B.ngaySinh', 'ngaySinh', 'Junior 1985'),
  cell('B.danToc', 'danToc', 'Lao'),
  cell('B.hoTenKhaiSinh', 'hoTenKhaiSinh', 'Nguyễn Văn Hùng (Thạc sĩ)'),
  cell('B.hoTenKhaiSinh', 'hoTenKhaiSinh', 'Nguyễn Văn Hùng tức Ba Quốc'),
  cell('B.hoTenKhaiSinh', 'hoTenKhaiSinh', 'Nguyễn Văn Hùng - Trần Thị Bé'),
  bornIn('Hải Hưng', { maTinh: 'LS_HAI_HUNG', hieuLucTai: 'NGAY_SU_KIEN' }),
  bornIn('Hà Nam Ninh', { maTinh: 'LS_HA_NAM_NINH', hieuLucTai: 'NGAY_SU_KIEN' }),
  bornIn('Nghệ Tĩnh', { maTinh: 'LS_NGHE_TINH', hieuLucTai: 'NGAY_SU_KIEN' }),
  // The province stood before and after the day of birth, not on it: the code of its other days, said so.
  bornIn('Hà Tây', { maTinh: '28', hieuLucTai: 'THOI_DIEM_KHAC' }),
  // A present address: the only successor of the former commune (Phường Mộc Châu), never the Xã Chiềng Hặc that looks like it.
  {
    ...cell('C.thuongTru', 'thuongTru.maXa', 'Xã Chiềng Hắc', { maXa: '03980', maTinh: '14' }),
    cells: { 'thuongTru.maTinh': '14', 'thuongTru.maXa': 'Xã Chiềng Hắc' },
  },
  cell('C.noiOHienNay', 'noiOHienNay.maXa', 'Phường 1'),
  cell('C.dienThoaiDiDong', 'dienThoaiDiDong', { number: 912345678 }, '0912345678'),
  cell('C.dienThoaiDiDong', 'dienThoaiDiDong', '+84 912 345 678', '0912345678'),
  cell('U.soBhxh', 'soBhxh', { number: 791234567 }, '0791234567'),
  cell('U.soBhxh', 'soBhxh', { number: -791234567 }),
  cell('U.soBhxh', 'soBhxh', { number: 7912345.67 }),
  cell('C.dienThoaiDiDong', 'dienThoaiDiDong', { number: 91234567.8 }),
  cell('I.giaoDucPhoThong', 'giaoDucPhoThong', '11/2'),
  cell('U.soBhxh', 'soBhxh', '8.012345678E9', '8012345678'),
  cell('U.soBhxh', 'soBhxh', '791234567.0', '0791234567'),
  cell('F.congViecChinh', 'congViecChinh', 'nt'),
  cell('F.congViecChinh', 'congViecChinh', 'xxx'),
  cell('F.congViecChinh', 'congViecChinh', '-'),
  cell('F.congViecChinh', 'congViecChinh', 'như trên'),
  cell('F.congViecChinh', 'congViecChinh', '#N/A'),
  cell('F.congViecChinh', 'congViecChinh', 'NULL'),
  cell('F.congViecChinh', 'congViecChinh', broken, 'Văn thư, lưu trữ'),
  cell('F.congViecChinh', 'congViecChinh', toTcvn3('Văn thư, lưu trữ và tổng hợp'), 'Văn thư, lưu trữ và tổng hợp'),
  cell('F.congViecChinh', 'congViecChinh', { day: '2026-05-12', format: 'd/m' }),
  cell('I.giaoDucPhoThong', 'giaoDucPhoThong', { day: '2026-12-12', format: 'd/m' }),
  cell('I.chuyenNganh', 'chuyenNganh', '"'),
  cell('I.chuyenMonCaoNhat', 'chuyenMonCaoNhat', 'Bác sĩ'),
  cell('I.chuyenMonCaoNhat', 'chuyenMonCaoNhat', 'Kỹ sư'),
  cell('I.quanLyNhaNuoc', 'quanLyNhaNuoc', 'Chuyên viên', 'CV'),
  cell('I.lyLuanChinhTri', 'lyLuanChinhTri', 'Cao cấp', 'CC'),
  cell('E.soQdTuyenDung', 'soQdTuyenDung.so', { day: '2026-05-12', format: 'd/m' }),
  pay('01003', '01.003'),
  pay('Chuyên viên (01.003)', '01.003'),
  // An open list: what it does not know is kept as typed, with a warning.
  pay('Chuyên viên cao cáp', 'Chuyên viên cao cáp'),
];

let agency: Agency;
let app: FastifyInstance;
let folder: string;
const { jobs, work } = jobsByHand();

before(async () => {
  agency = await anAgency(BODY);
  folder = await dataFolder();
  app = await aServer(agency.office, folder, { jobs });
});
after(async () => {
  await app.close();
  await agency.close();
  await rm(folder, { recursive: true, force: true });
});

let running = 0;
async function ask<T>(who: { readonly handle: string }, method: 'GET' | 'POST', url: string, payload?: Buffer | object) {
  const answer = await app.inject({
    method,
    url,
    ...(payload === undefined ? {} : { payload }),
    headers: {
      cookie: `congvu=${who.handle}`,
      origin: ORIGIN,
      'idempotency-key': `nguy-hiem-${++running}`,
      'x-file-name': encodeURIComponent('hồ sơ.xlsx'),
      ...(payload instanceof Buffer ? { 'content-type': 'application/octet-stream' } : {}),
    },
  });
  return { status: answer.statusCode, body: answer.json<T>() };
}
async function must<T>(asked: Promise<{ status: number; body: T }>): Promise<T> {
  const { status, body } = await asked;
  assert.ok(status < 300, JSON.stringify(body));
  return body;
}

const numberOf = (place: number): string => `000085${String(700000 + place)}`;
const isTyped = (written: WrittenCell): written is TypedCell => typeof written === 'string' || !('logical' in written || 'day' in written);

/** The clean person first, then each with one dangerous cell. */
async function workbook(dangers: readonly Danger[]): Promise<Uint8Array> {
  const late: { sheet: string; row: number; key: string; written: WrittenCell }[] = [];
  const plain = (sheetKey: string, row: number, cells: Row): Record<string, TypedCell> =>
    Object.fromEntries(
      Object.entries(cells).flatMap(([key, written]) => {
        if (isTyped(written)) return [[key, written] as const];
        late.push({ sheet: sheetKey, row, key, written });
        return [];
      }),
    );
  const rowsOf = new Map<string, number>();
  const people = [null, ...dangers].map((danger, place) => {
    const id = numberOf(place);
    const own = { coQuanQuanLy: BODY, coQuanSuDung: BODY, coQuanTuyenDung: BODY, soDinhDanh: id };
    const hoSo = plain('hoSo', 4 + place, { ...SAMPLE_ROW, ...own, ...danger?.cells });
    if (!danger?.section) return { hoSo, sections: {} };
    const { key, row } = danger.section;
    const at = (rowsOf.get(key) ?? 3) + 1;
    rowsOf.set(key, at);
    const cells = Object.fromEntries(Object.entries(row).map(([column, written]) => [`${key}.${column}`, written]));
    return { hoSo, sections: { [key]: [{ soDinhDanh: id, ...plain(key, at, cells) }] } };
  });
  const filled = await fillTemplate(
    await makeTemplate({ bodyCode: BODY, bodyName: 'Trường THPT Mẫu Sơn', issuedOn: '2026-11-01' }),
    people,
  );
  const book = new Workbook();
  await book.xlsx.load(filled);
  for (const { sheet, row, key, written } of late) {
    const shape = WORKBOOK_SHEETS.find((one) => one.key === sheet)!;
    const target = book
      .getWorksheet(shape.name)!
      .getRow(row)
      .getCell(shape.columns.findIndex((column) => column.key === key) + 1);
    if (typeof written === 'object' && 'logical' in written) target.value = written.logical;
    if (typeof written === 'object' && 'day' in written) {
      target.value = new Date(`${written.day}T00:00:00Z`);
      target.numFmt = written.format;
    }
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

interface Group {
  readonly code: string;
  readonly field: string | null;
  readonly value: string | null;
  readonly suggested: string;
}
/** Presses every button that stands for many cells, until none is left; whole kinds and all cells at once are tried too, and refused. */
async function acceptEverythingOffered(submissionId: string): Promise<number> {
  const address = `/api/v1/submissions/${submissionId}`;
  const { items: kinds } = await must(ask<{ items: { code: string }[] }>(agency.clerk, 'GET', `${address}/problem-groups`));
  for (const { code } of kinds)
    assert.equal((await ask(agency.clerk, 'POST', `${address}/accept-suggestions`, { code })).status, 422, code);
  const { items: all } = await must(ask<{ items: { id: number }[] }>(agency.clerk, 'GET', `${address}/problems?limit=200`));
  const everything = await ask<{ code: string }>(agency.clerk, 'POST', `${address}/accept-suggestions`, {
    problemIds: all.map(({ id }) => id),
  });
  assert.equal(everything.body.code, 'E-SUGGESTION-GUESSES');
  let accepted = 0;
  for (;;) {
    const { items } = await must(ask<{ items: Group[] }>(agency.clerk, 'GET', `${address}/suggestion-groups`));
    const [first] = items;
    if (!first) return accepted;
    const { code, field, value, suggested } = first;
    const request = { group: { code, field, value, suggested } };
    accepted += (await must(ask<{ accepted: number }>(agency.clerk, 'POST', `${address}/accept-suggestions`, request))).accepted;
    await work();
    assert.ok(accepted < 100, 'accepting comes to an end');
  }
}

async function sendAndConfirm(submissionId: string): Promise<void> {
  const { items: kinds } = await must(
    ask<{ items: { code: string; severity: string }[] }>(agency.clerk, 'GET', `/api/v1/submissions/${submissionId}/problem-groups`),
  );
  const acknowledgedCodes = kinds.filter(({ severity }) => severity === 'warning').map(({ code }) => code);
  await must(
    ask(agency.clerk, 'POST', `/api/v1/submissions/${submissionId}/submit`, { asOf: '2026-11-01', acknowledgedCodes, partial: true }),
  );
  await work();
  await agency.matched(submissionId);
  for (const personId of await agency.waiting(submissionId)) {
    const shown = await must(
      ask<{ shownHash: string; groups: { itemId: string }[] }>(agency.officer, 'GET', `/api/v1/confirmation/${submissionId}/${personId}`),
    );
    const accept = shown.groups.map(({ itemId }) => itemId);
    await must(
      ask(agency.officer, 'POST', '/api/v1/confirmation/decisions', {
        submissionId,
        personId,
        shownHash: shown.shownHash,
        accept,
        return: [],
      }),
    );
  }
}

/** What the register holds of each number; null where nobody is registered under it. */
async function registered(places: number): Promise<(RecordDocument | null)[]> {
  const hashes = Array.from({ length: places }, (_, place) => agency.office.keys.nationalIdHash(numberOf(place)));
  return agency.office.as(agency.officer.handle, async (tx) => {
    const rows = await tx.query<{ id_hash: Buffer; person_id: string }>(
      'select id_hash, person_id from national_id where id_hash = any ($1)',
      [hashes],
    );
    const people = await readPeople(
      tx,
      agency.office.keys,
      rows.map((row) => row.person_id),
    );
    return hashes.map((hash) => people.get(rows.find((row) => row.id_hash.equals(hash))?.person_id ?? '')?.document ?? null);
  });
}

/** The value that the cell speaks of, and the document without it. */
function apart(document: RecordDocument, path: string): { value: unknown; rest: unknown } {
  const [group, field, column] = path.split('.') as [string, string, string?];
  const rest = structuredClone(document) as Record<string, Record<string, unknown>>;
  const value = rest[group]?.[field];
  if (rest[group]) {
    delete rest[group][field];
    if (Object.keys(rest[group]).length === 0) delete rest[group];
  }
  return { value: column === undefined ? value : (value as Record<string, unknown>[] | undefined)?.[0]?.[column], rest };
}

/** Sheet and row of the dangerous cell. */
const placeOf = (danger: Danger, place: number): string =>
  danger.section
    ? `${danger.section.key} ${4 + DANGERS.slice(0, place).filter(({ section }) => section?.key === danger.section!.key).length}`
    : `hoSo ${5 + place}`;

/** Fields with errors that are left, by sheet and row. */
async function errorsByRow(submissionId: string): Promise<Map<string, string[]>> {
  const { items } = await must(
    ask<{ items: { severity: string; sheet: string; row: number; field: string }[] }>(
      agency.clerk,
      'GET',
      `/api/v1/submissions/${submissionId}/problems?severity=error&limit=200`,
    ),
  );
  const keyOf = (sheet: string): string => WORKBOOK_SHEETS.find(({ name }) => name === sheet)?.key ?? sheet;
  const rows = Map.groupBy(items, ({ sheet, row }) => `${keyOf(sheet)} ${row}`);
  return new Map([...rows].map(([place, problems]) => [place, problems.map(({ field }) => field)]));
}

let sent: Promise<{ readonly submissionId: string; readonly bytes: Uint8Array }> | null = null;
/** Uploaded and checked once. */
const uploaded = (): NonNullable<typeof sent> =>
  (sent ??= (async () => {
    const bytes = await workbook(DANGERS);
    const address = `/api/v1/uploads?body=${agency.bodyId}&asOf=2026-11-01`;
    const { submissionId } = await must(ask<{ submissionId: string }>(agency.clerk, 'POST', address, Buffer.from(bytes)));
    await work();
    return { submissionId, bytes };
  })());

test('the offline check, the portal and the marked workbook say the same words of what is proposed', async () => {
  const { submissionId, bytes } = await uploaded();
  const offline: string[] = [];
  await runCheck(
    { file: 'a.xlsx', json: false, out: null },
    { answer: (text) => offline.push(text), print: () => undefined, readFile: async () => bytes, writeFile: async () => undefined },
  );
  const { items } = await must(
    ask<{
      items: {
        code: string;
        row: number;
        column: string;
        suggestion: object | null;
        candidates: string[];
        proposed: { vi: string } | null;
      }[];
    }>(agency.clerk, 'GET', `/api/v1/submissions/${submissionId}/problems?limit=200`),
  );
  const marked = await app.inject({
    method: 'GET',
    url: `/api/v1/submissions/${submissionId}/marked.xlsx`,
    headers: { cookie: `congvu=${agency.clerk.handle}`, origin: ORIGIN },
  });
  const book = new Workbook();
  await book.xlsx.load(new Uint8Array(marked.rawPayload));
  const listed = book
    .getWorksheet('Danh sách lỗi')!
    .getSheetValues()
    .map((row) => (Array.isArray(row) ? row.map(String) : []));
  const proposing = items.filter(({ proposed }) => proposed !== null);
  assert.deepEqual(
    items.filter(({ suggestion, candidates }) => suggestion !== null || candidates.length > 0),
    proposing,
  );
  assert.ok(proposing.some(({ candidates }) => candidates.length > 0) && proposing.some(({ suggestion }) => suggestion !== null));
  for (const { code, row, column, proposed } of proposing) {
    const words = proposed!.vi;
    assert.ok(
      offline.some((told) => told.includes(`${column}${row} `) && told.includes(words) && told.includes(code)),
      `offline: ${words}`,
    );
    assert.ok(
      listed.some((cells) => cells.includes(words) && cells.includes(code)),
      `marked: ${words}`,
    );
  }
});

test('everything offered in bulk is accepted, and the register holds no fact that was not typed', async () => {
  const { submissionId } = await uploaded();
  assert.ok((await acceptEverythingOffered(submissionId)) >= 3, 'something certain was offered');
  const held = await errorsByRow(submissionId);
  await sendAndConfirm(submissionId);
  const [clean, ...people] = await registered(DANGERS.length + 1);
  assert.ok(clean, 'the clean person stands in the register');
  const wrong: string[] = [];
  let kept = 0;
  for (const [place, danger] of DANGERS.entries()) {
    const document = people[place];
    if (!document) {
      // Left out, and because of this cell alone.
      const field = danger.field.slice(danger.field.indexOf('.') + 1);
      const fields = held.get(placeOf(danger, place)) ?? [];
      if (fields.length === 0 || fields.some((one) => one !== field && !one.startsWith(`${field}.`)))
        wrong.push(`${danger.what} was left out for ${fields.join(', ') || 'nothing'}`);
      continue;
    }
    kept += 1;
    const { value, rest } = apart(document, danger.field);
    if (value !== undefined && !danger.may.some((one) => isDeepStrictEqual(one, value)))
      wrong.push(`${danger.what} became ${JSON.stringify(value)}`);
    if (!isDeepStrictEqual(rest, apart(clean, danger.field).rest)) wrong.push(`${danger.what} changed another field`);
  }
  assert.deepEqual(wrong, []);
  assert.ok(kept >= 10 && kept < DANGERS.length, `${kept} of ${DANGERS.length} stand in the register`);
});
