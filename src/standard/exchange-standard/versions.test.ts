/** Two majors of what changes are written by: there and back is the very change, whatever it says. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalJson } from '#base/canonical-json.ts';
import { FIELDS } from '#standard/dictionary.ts';
import { MAIN_SHEET, WORKBOOK_SHEETS } from '#standard/workbook-columns.ts';
import { MAJORS, downToBefore, upToCurrent } from './versions.ts';
import type { VersionedChange } from './versions.ts';

const DAYS = WORKBOOK_SHEETS.flatMap(({ key: sheet, columns }) => columns.filter(({ isDay }) => isDay).map(({ key }) => ({ sheet, key })));
const ofPerson = DAYS.find(({ sheet }) => sheet === MAIN_SHEET)!.key;
const ofLine = DAYS.find(({ sheet }) => sheet !== MAIN_SHEET)!;

const texts = fc.oneof(
  fc.string(),
  fc.constantFrom('2026-12-01', '2026-12', '2026', '01/12/2026', '12/2026', '1/2/2026', 'chưa rõ', '2026-12-01 '),
);
const facts = fc.oneof(
  fc.constantFrom(ofPerson, `${ofLine.sheet}#k7`, 'hoTenKhaiSinh', 'khongCoTruongNay', 'employer', `${ofLine.sheet}`),
  fc.constantFrom(...FIELDS.map(({ key }) => key)),
  fc.string({ minLength: 1 }),
);
const changes = (major: number): fc.Arbitrary<VersionedChange> =>
  fc.record(
    {
      fact:
        major === 3
          ? fc.oneof(
              facts,
              facts.map((fact) => `B/${fact}`),
              facts.map((fact) => `E/${fact}`),
            )
          : facts,
      operation: fc.constantFrom('assert', 'correct', 'end', 'retract', 'claim'),
      schema: fc.nat({ max: 9 }).map((minor) => `cbccvc@${major}.${minor}`),
      value: fc.oneof(texts, fc.constant(null), fc.dictionary(fc.constantFrom(ofLine.key, 'so', 'x'), texts)),
      ext: fc.dictionary(fc.string(), fc.jsonValue()),
      maker: fc.string(),
    },
    { requiredKeys: ['fact', 'operation', 'schema', 'value', 'maker'] as never },
  ) as fc.Arbitrary<VersionedChange>;

test('up and down again, and down and up again, is the very change, for whatever is said', () => {
  fc.assert(
    fc.property(changes(2), (change) => {
      assert.equal(canonicalJson(downToBefore(upToCurrent(change))), canonicalJson(change));
    }),
  );
  fc.assert(
    fc.property(changes(3), (change) => {
      assert.equal(canonicalJson(upToCurrent(downToBefore(change))), canonicalJson(change));
    }),
  );
});

test('a change of the version before says the same in the words of the one in use', () => {
  const change = { fact: ofPerson, operation: 'assert', schema: 'cbccvc@2.1', value: '1990-03-15' };
  const up = upToCurrent(change);
  assert.match(up.fact, new RegExp(`^[A-Z]/${ofPerson.replaceAll('.', '\\.')}$`));
  assert.deepEqual([up.schema, up.value, 'ext' in up], ['cbccvc@3.1', '15/03/1990', false]);
  const line = upToCurrent({ fact: `${ofLine.sheet}#k7`, operation: 'assert', schema: 'cbccvc@2.0', value: { [ofLine.key]: '1990-03' } });
  assert.deepEqual(line.value, { [ofLine.key]: '03/1990' });
  assert.match(line.fact, /^[A-Z]\/.*#k7$/);
  // A day of an end has one form in both.
  assert.equal(upToCurrent({ ...change, operation: 'end' }).value, '1990-03-15');
});

test('what a version does not know is kept and given back: ext, a fact of no field, a version of neither', () => {
  assert.deepEqual(MAJORS, { cbccvc: [3, 2] });
  const strange = { fact: 'khongCo', operation: 'assert', schema: 'cbccvc@2.0', value: 'x', ext: { hang: { a: [1] } } };
  const up = upToCurrent(strange);
  assert.deepEqual(up.ext, strange.ext);
  assert.deepEqual(downToBefore(up), strange);
  for (const schema of ['cbccvc@9.0', 'khac@2.0']) {
    const other = { ...strange, schema };
    assert.equal(upToCurrent(other), other);
    assert.equal(downToBefore(other), other);
  }
});
