/** Each field is master or reference data of one source body, once, with ground and confidence; whose word counts here follows from it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIELDS, fieldByKey } from '#standard/dictionary.ts';
import { recordSchema } from '#standard/json-schema.ts';
import { SECTIONS } from '#standard/groups.ts';
import { decreePlaceOf } from './place.ts';
import { SOURCE_BODIES, SOURCE_ROWS, isElsewhere, sourceOf } from './source.ts';

test('every row names a source body that is there, and fields and groups once; every body says its ground, confidence and day', () => {
  const codes = SOURCE_BODIES.map(({ code }) => code);
  assert.equal(new Set(codes).size, codes.length);
  assert.deepEqual(SOURCE_ROWS.map(({ source }) => source).toSorted(), codes.toSorted());
  const fields = SOURCE_ROWS.flatMap((row) => row.fields);
  assert.equal(new Set(fields).size, fields.length);
  assert.deepEqual(
    fields.filter((key) => fieldByKey(key) === undefined),
    [],
  );
  const groups = SOURCE_ROWS.flatMap((row) => row.groups);
  assert.deepEqual(groups.toSorted(), [...new Set(FIELDS.map(({ group }) => group))].sort());
  for (const { basis, confidence, validFrom, kind, correct } of SOURCE_BODIES) {
    assert.equal(correct !== null, kind === 'reference', 'whose original stands elsewhere is told where it is corrected');
    assert.ok(basis.length > 0);
    assert.match(validFrom, /^\d{4}-\d{2}-\d{2}$/);
    // The appendix was not seen: nothing of it may be called found.
    assert.notEqual(confidence, 'found');
  }
});

test('reference data are somebody else’s, master data ours; what we compute or write is the register’s', () => {
  assert.deepEqual(
    ['soBhxh', 'maSoThue', 'hoTenKhaiSinh', 'luong.heSo', 'giaDinh.hoTen', 'daoTao.vanBang'].map((key) => {
      const { code, kind } = sourceOf(fieldByKey(key)!);
      return [code, kind];
    }),
    [
      ['insurance', 'reference'],
      ['tax', 'reference'],
      ['population', 'reference'],
      ['own-body', 'master'],
      ['person', 'master'],
      ['schools', 'reference'],
    ],
  );
  for (const field of FIELDS) {
    const isOurs = field.suppliedBy === 'system' || (field.suppliedBy === 'derived' && field.group !== 'W');
    if (isOurs) assert.equal(sourceOf(field).code, 'register', field.key);
    assert.equal(field.master, sourceOf(field).master, field.key);
  }
});

test('the schema of the record says of each field what it is', () => {
  const text = JSON.stringify(recordSchema(FIELDS, SECTIONS));
  for (const field of FIELDS) {
    const { kind, code } = sourceOf(field);
    const at = text.indexOf(`"x-field":"${field.key}"`);
    const described = text.slice(at, text.indexOf('}', at));
    assert.ok(described.includes(`"x-data-kind":"${kind}","x-source-body":"${code}"`), field.key);
    assert.ok(described.includes(`"x-decree-group":${JSON.stringify(decreePlaceOf(field).group)}`), field.key);
  }
});

test('an original stands elsewhere from the day on that the decree says so', () => {
  const name = fieldByKey('hoTenKhaiSinh')!;
  assert.deepEqual(
    ['2026-06-30', '2026-07-01'].map((on) => isElsewhere(name, on)),
    [false, true],
  );
  assert.equal(isElsewhere(fieldByKey('luong.heSo')!, '2026-07-01'), false);
});
