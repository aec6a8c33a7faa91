/** The dictionary is whole and holds together. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CODE_LIST_IDS } from './code-lists.ts';
import { DICTIONARY_HASH, DICTIONARY_VERSION, FIELDS, fieldByKey, GROUPS, leavesOf, SEALED_GROUPS, SECTIONS } from './dictionary.ts';
import { dictionaryHash } from './dictionary-hash.ts';
import releases from './dictionary-releases.json' with { type: 'json' };
import type { KindSpec } from './field-shape.ts';
import { kindOf } from './kinds/all.ts';
import { hotColumns, hotValues } from './hot-columns.ts';
import { RULES } from './rules.ts';
import { WORKBOOK_SHEETS } from './workbook-columns.ts';

test('each key stands once, in the order of the form', () => {
  assert.equal(GROUPS.length, 26);
  assert.equal(new Set(FIELDS.map((field) => field.key)).size, FIELDS.length);
  assert.deepEqual(
    [...new Set(FIELDS.map((field) => field.group))],
    GROUPS.map((group) => group.code),
  );
});

const listsOf = (kind: KindSpec): readonly string[] => {
  switch (kind.name) {
    case 'code':
    case 'codeOrText':
      return kind.codeLists;
    case 'map':
      return [kind.codeList];
    case 'object':
    case 'list':
      return kind.parts.flatMap((part) => listsOf(part.kind));
    case 'derived':
      return listsOf(kind.of);
    default:
      return [];
  }
};
test('every code list that a field names is there', () => {
  for (const field of FIELDS) for (const id of listsOf(field.kind)) assert.ok(CODE_LIST_IDS.includes(id), `${field.key}: ${id}`);
});

test('the code of a group is one capital letter: the register keeps a bit for each (decision 0056)', () => {
  const codes = GROUPS.map(({ code }) => code);
  assert.deepEqual(
    codes.filter((code) => !/^[A-Z]$/.test(code)),
    [],
  );
  assert.equal(new Set(codes).size, codes.length);
});

test('every section has lines with its natural key and date; every list is a section', () => {
  for (const section of SECTIONS) {
    const keys = leavesOf(FIELDS, section.group, section.key).flatMap((leaf) => [
      leaf.key,
      ...(kindOf(leaf.kind).parts(leaf.kind) ?? []).map((part) => `${leaf.key}.${part.key}`),
    ]);
    for (const key of [...section.naturalKey, ...(section.dateKey === null ? [] : [section.dateKey])])
      assert.ok(keys.includes(key), `${section.key}.${key}`);
  }
  for (const field of FIELDS)
    if (field.kind.name === 'list')
      assert.ok(
        SECTIONS.some((section) => section.key === field.key),
        field.key,
      );
});

test('a date by which a field is read is a date of the same record', () => {
  for (const field of FIELDS) if (field.dateField !== null) assert.match(fieldByKey(field.dateField)?.kind.name ?? '', /date/i, field.key);
});

test('a condition that a rule reports names a rule that exists', () => {
  for (const field of FIELDS)
    if (field.requiredWhen?.rule !== undefined)
      assert.ok(
        RULES.some((rule) => rule.code === field.requiredWhen?.rule),
        field.key,
      );
});

test('old cards and passports, addresses and contacts, health, discipline, history, family, means, accounts and files are sealed at rest', () => {
  assert.deepEqual(SEALED_GROUPS, ['B', 'C', 'P', 'Q', 'R', 'S', 'T', 'U', 'X']);
  // Sealed, and seen by whom it was seen before: an address is not for fewer eyes, but for no stolen copy.
  assert.ok(fieldByKey('noiOHienNay')!.visibleTo.includes('NHAP_LIEU'));
  for (const key of ['soCmndCu', 'soHoChieu', 'noiOHienNay', 'dienThoaiDiDong'])
    assert.ok(SEALED_GROUPS.includes(fieldByKey(key)!.group), key);
  for (const key of ['sucKhoe.tinhTrang', 'kyLuat.hanhVi', 'lichSu.biBatTu', 'giaDinh.hoTen', 'taiKhoanNganHang', 'taiLieu.tep'])
    assert.equal(fieldByKey(key)?.sealed, true, key);
});

test('sealed fields are seen by few, sensitive ones not by everybody, logs-only roles by none', () => {
  for (const field of FIELDS) {
    assert.ok(!field.visibleTo.includes('GIAM_SAT'), field.key);
    if (field.sealed) assert.deepEqual(field.visibleTo, ['CA_NHAN', 'DOI_SOAT', 'XAC_NHAN'], field.key);
    else if (field.sensitivity === 'nc') assert.ok(!field.visibleTo.includes('LD_DON_VI'), field.key);
  }
});

test('what a body supplies is confirmed by the confirming authority', () => {
  for (const field of FIELDS) if (field.suppliedBy === 'body') assert.ok(field.confirmedBy.includes('XAC_NHAN'), field.key);
});

test('the workbook begins with "Hồ sơ"; keys are unique, sheet names short, the number first in each', () => {
  assert.equal(WORKBOOK_SHEETS[0]?.name, 'Hồ sơ');
  const keys = WORKBOOK_SHEETS.flatMap((sheet) => sheet.columns.map((column) => column.key).filter((key) => key !== 'soDinhDanh'));
  assert.equal(new Set(keys).size, keys.length);
  for (const sheet of WORKBOOK_SHEETS) {
    assert.ok(sheet.name.length <= 31 && !/[[\]:*?/\\]/.test(sheet.name), sheet.name);
    assert.equal(sheet.columns[0]?.key, 'soDinhDanh');
  }
});

test('a compound field is one column a part; files and what is computed have none', () => {
  const keys = new Set(WORKBOOK_SHEETS.flatMap((sheet) => sheet.columns.map((column) => column.key)));
  for (const key of [
    'noiSinh.maTinh',
    'noiSinh.maXa',
    'noiSinh.hieuLucTai',
    'luong.quyetDinh.so',
    'luong.quyetDinh.ngay',
    'phuCap.heSoHoacPct.donVi',
    'ngoaiNgu.bac',
  ])
    assert.ok(keys.has(key), key);
  for (const key of ['noiSinh', 'luong.quyetDinh', 'anh4x6', 'hopDong.file', 'luong.tenNgach', 'hoSoId', 'emailCaNhan'])
    assert.ok(!keys.has(key), key);
});

test('hot columns: a typed column each, beside a name its keys; values of the latest line', () => {
  const columns = hotColumns(FIELDS);
  assert.ok(columns.length >= 15 && columns.length <= 30, String(columns.length));
  const values = hotValues(
    {
      A: { coQuanSuDung: 'H26', coQuanQuanLy: 'H26' },
      B: { hoTenKhaiSinh: 'Nguyễn Văn Hùng', danToc: { vang: 'KHONG_RO' } },
      G: {
        luong: [
          { ngayHuong: '2020-01-01', bac: 5, heSo: '3.66' },
          { ngayHuong: '2017-01-01', bac: 4, heSo: '3.33' },
        ],
      },
    },
    { coQuanSuDung: '0190d3c0-0000-7000-8000-000000000001' },
  );
  assert.deepEqual(
    [values['using_body_id'], values['managing_body_id']],
    ['0190d3c0-0000-7000-8000-000000000001', null],
    'the body that the register knows, never the code as typed',
  );
  assert.equal(values['full_name_plain'], 'nguyen van hung');
  assert.equal(values['ethnicity'], null);
  assert.deepEqual([values['pay_step'], values['coefficient']], [5, '3.66']);
  assert.deepEqual(
    Object.keys(values),
    columns.map((column) => column.column),
  );
});

test('the written fingerprint is that of this dictionary', () => {
  assert.equal(DICTIONARY_HASH, dictionaryHash(FIELDS, SECTIONS));
});

test('the population database is master only of what its answer holds', () => {
  // CongDan of TraCuuThongTinCongDan (037): field → element
  const ANSWER: Readonly<Record<string, string>> = {
    hoTenKhaiSinh: 'HoVaTen',
    ngaySinh: 'NgayThangNamSinh',
    gioiTinh: 'GioiTinh',
    soDinhDanh: 'SoDinhDanh',
    soCmndCu: 'SoCMND',
    noiDangKyKhaiSinh: 'NoiDangKyKhaiSinh',
    queQuan: 'QueQuan',
    danToc: 'DanToc',
    tonGiao: 'TonGiao',
    quocTich: 'QuocTich',
    tinhTrangHonNhan: 'TinhTrangHonNhan',
  };
  assert.deepEqual(
    FIELDS.filter((field) => field.master === 'population')
      .map((field) => field.key)
      .sort(),
    Object.keys(ANSWER).sort(),
  );
});

test('a dictionary that changed is another version: its fingerprint is the last one released', () => {
  const last = releases.at(-1)!;
  assert.equal(dictionaryHash(FIELDS, SECTIONS), last.hash, 'add an entry with a new version to dictionary-releases.json');
  assert.equal(DICTIONARY_VERSION, last.version);
  for (const key of ['version', 'hash'] as const) assert.equal(new Set(releases.map((one) => one[key])).size, releases.length);
});
