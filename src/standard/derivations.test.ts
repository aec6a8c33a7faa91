/** One field = one entry: an imaginary field, written in one place, is found in everything that is derived from the dictionary. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Compile } from 'typebox/compile';
import { RECORD_CODE } from './check/record-code.ts';
import { FIELDS, SECTIONS } from './dictionary.ts';
import { dictionaryHash } from './dictionary-hash.ts';
import { typesText } from './emit-types.ts';
import { validatorText } from './emit-validator.ts';
import type { Field } from './field-shape.ts';
import { hotColumns, hotColumnsSql } from './hot-columns.ts';
import { recordSchema } from './json-schema.ts';
import { referencePage } from './reference-page.ts';
import { workbookSheets } from './workbook-columns.ts';

const pattern = FIELDS.find((field) => field.key === 'soTruong')!;
const IMAGINARY: Field = {
  ...pattern,
  key: 'mauMuYeuThich',
  label: { vi: 'Màu mũ yêu thích', en: 'Favourite colour of hat' },
  kind: { name: 'text', maxChars: 7, pattern: '^(xanh|đỏ)$' },
  hot: 'hat',
};
const IN_A_LINE: Field = {
  ...IMAGINARY,
  key: 'luong.mauTien',
  group: 'G',
  section: 'luong',
  hot: null,
  kind: { name: 'integer', min: 1, max: 9 },
};
const WITH = [...FIELDS, IMAGINARY, IN_A_LINE];

test('the workbook template has its columns', () => {
  const sheets = workbookSheets(WITH, SECTIONS);
  const column = sheets[0]!.columns.find((one) => one.key === 'mauMuYeuThich');
  assert.deepEqual(column?.label, IMAGINARY.label);
  assert.ok(
    sheets.find((sheet) => sheet.key === 'luong')!.columns.some((one) => one.key === 'luong.mauTien' && one.cellFormat === 'integer'),
  );
});

test('the JSON Schema describes and checks it', () => {
  const schema = Compile(recordSchema(WITH, SECTIONS));
  assert.equal(schema.Check({ F: { mauMuYeuThich: 'xanh' } }), true);
  assert.equal(schema.Check({ F: { mauMuYeuThich: 'vàng' } }), false);
  assert.equal(Compile(recordSchema(FIELDS, SECTIONS)).Check({ F: { mauMuYeuThich: 'xanh' } }), false);
});

test('the emitted validator checks it', () => {
  const text = validatorText(WITH, SECTIONS);
  assert.match(text, /case 'mauMuYeuThich': if \(!is\d+\(v\)/);
  assert.match(text, /case 'mauTien': if \(!is\d+\(v\)/);
});

test('the TypeScript types name it', () => {
  const text = typesText(WITH, SECTIONS);
  assert.match(text, /readonly 'mauMuYeuThich'\?: string \| Absent;/);
  assert.match(text, /readonly 'mauTien'\?: number \| Absent;/);
});

test('the register has its hot column', () => {
  assert.match(hotColumnsSql(hotColumns(WITH)), /^ {2}hat text collate "C",?$/m);
});

test('the reference page shows it', () => {
  assert.match(referencePage(WITH, SECTIONS), /\| \d+ \| `mauMuYeuThich` \| Màu mũ yêu thích/);
});

test('the fingerprint of the dictionary changes, but not by a label', () => {
  assert.notEqual(dictionaryHash(WITH, SECTIONS), dictionaryHash(FIELDS, SECTIONS));
  const relabelled = FIELDS.map((field) => (field === pattern ? { ...field, label: IMAGINARY.label } : field));
  assert.equal(dictionaryHash(relabelled, SECTIONS), dictionaryHash(FIELDS, SECTIONS));
});

test('every field stands in every derivation that it belongs to', () => {
  const types = typesText(FIELDS, SECTIONS);
  const page = referencePage(FIELDS, SECTIONS);
  const schemaText = JSON.stringify(recordSchema(FIELDS, SECTIONS));
  const columns = new Set(workbookSheets(FIELDS, SECTIONS).flatMap((sheet) => sheet.columns.map((column) => column.field)));
  const untyped = new Set(['file', 'uuid', 'timestamp', 'map', 'derived']);
  for (const field of FIELDS) {
    const ownKey = field.section === null ? field.key : field.key.slice(field.section.length + 1);
    assert.ok(types.includes(`readonly '${ownKey}'`), `${field.key}: type`);
    assert.ok(page.includes(`\`${field.key}\``), `${field.key}: page`);
    assert.ok(schemaText.includes(`"x-field":"${field.key}"`), `${field.key}: schema`);
    // Written by us into a locked column, so that what is typed there can be compared.
    const isCode = field.key === RECORD_CODE;
    const inWorkbook = isCode || (field.suppliedBy === 'body' && !untyped.has(field.kind.name) && field.group !== 'X');
    assert.equal(columns.has(field.key), inWorkbook, `${field.key}: workbook`);
  }
});
