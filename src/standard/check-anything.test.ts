/** Whatever stands in the cells: the check does not throw, what it reads fits the schema, and every problem can be shown. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkPerson } from './check.ts';
import { SAMPLE_CONTEXT, sampleLine, SAMPLE_ROW } from './sample-person.ts';
import type { RawCell, RawPerson, Scalar } from './shapes.ts';
import { recordFaults } from './validate-record.ts';
import { WORKBOOK_SHEETS } from './workbook-columns.ts';

const words = fc.constantFrom(
  'Nguyễn Văn Hùng',
  'NGUYỄN VĂN HÙNG',
  'Không rõ',
  'Không có',
  'Không áp dụng',
  '01/02/1990',
  '1/2/90',
  '31/02/1990',
  '12/25/1990',
  '1990',
  'nay',
  '32874',
  '01',
  '1',
  '01.003',
  '3,66',
  '3.66',
  '12',
  '1.23E+11',
  '001085012345',
  '1085012345',
  '0912345678',
  '912345678',
  'a@b.gov.vn',
  'DH',
  'Đại học',
  'đai hok',
  'Hà Nội',
  'Phường Ba Đình',
  'Phường Phúc Xá',
  '15',
  'Có',
  'x',
  'H26.12',
  '#REF!',
  '1.490.000 đ',
  '  ',
  '\u200B',
  'А',
  '😀',
);
const text = fc.oneof(
  { weight: 4, arbitrary: words },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 1, arbitrary: words.map((word) => word.normalize('NFD')) },
);
const plainCell: fc.Arbitrary<RawCell> = fc.record({
  text,
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constant('text' as const) },
    { weight: 1, arbitrary: fc.constantFrom('number' as const, 'boolean' as const, 'error' as const) },
  ),
  formula: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});
const aDateCell: fc.Arbitrary<RawCell> = fc.record({
  text,
  kind: fc.constant('date' as const),
  formula: fc.boolean(),
  shows: fc.constantFrom(
    'day' as const,
    'month' as const,
    'year' as const,
    'day-month' as const,
    'time' as const,
    'part' as const,
    'moment' as const,
  ),
  day: fc.constantFrom(null, '1983-02-27', '2026-12-12', '1899-12-31'),
});
const cell = fc.oneof({ weight: 9, arbitrary: plainCell }, { weight: 1, arbitrary: aDateCell });
const [main, ...sections] = WORKBOOK_SHEETS;
const rowOf = (sheet: (typeof WORKBOOK_SHEETS)[number], row: number, beside: Readonly<Record<string, string>>) =>
  fc
    .array(fc.tuple(fc.constantFrom(...sheet.columns.map((column) => column.key)), cell), { maxLength: 25 })
    .map((cells) => sampleLine(sheet.key, row, { ...beside, ...Object.fromEntries(cells) }));

const person: fc.Arbitrary<RawPerson> = fc
  .tuple(
    rowOf(main!, 4, SAMPLE_ROW),
    fc.array(
      fc.constantFrom(...sections).chain((sheet) => fc.tuple(fc.constant(sheet.key), fc.array(rowOf(sheet, 5, {}), { maxLength: 3 }))),
      { maxLength: 5 },
    ),
  )
  .map(([line, all]) => ({ line, sections: new Map(all) }));

/** A line that lacks a needed part is told as an error, so that it cannot be in force; the schema refuses it too. */
const isIncompleteLine = (path: string): boolean => /^\/[A-Z]\/[\w.]+\/\d+\/\w+$/.test(path);
const valueAt = (document: unknown, path: string): unknown =>
  path
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>> | undefined)?.[key], document);

test('any person', () => {
  let read = 0;
  fc.assert(
    fc.property(person, (given) => {
      const { document, problems, nationalId } = checkPerson(given, SAMPLE_CONTEXT);
      const faults = recordFaults(document).filter(({ path }) => !(isIncompleteLine(path) && valueAt(document, path) === undefined));
      assert.deepEqual(faults, []);
      if (nationalId !== null) assert.match(nationalId, /^\d{12}$/);
      for (const { title, next, where } of problems) {
        for (const said of [title.vi, title.en, next.vi, next.en]) assert.doesNotMatch(said, /\{[a-zA-Z]+\}/);
        assert.ok(where.sheet && where.row && where.field, JSON.stringify(where));
      }
      read += Object.keys(document).length;
    }),
    { numRuns: 1500 },
  );
  assert.ok(read > 5000);
});

test('the same rows give the same document and the same problems', () => {
  fc.assert(
    fc.property(person, (given) => {
      assert.deepEqual(checkPerson(given, SAMPLE_CONTEXT), checkPerson(given, SAMPLE_CONTEXT));
    }),
    { numRuns: 100 },
  );
});

test('what was read, typed again, is read as the same', () => {
  // A document that came out of one file and goes into another must not look changed.
  const typed = (value: Scalar): string => (value === true ? 'Có' : value === false ? 'Không' : String(value));
  fc.assert(
    fc.property(person, (given) => {
      const { document } = checkPerson({ line: given.line, sections: new Map() }, SAMPLE_CONTEXT);
      const cells = Object.values(document).flatMap((group) =>
        Object.entries(group).flatMap(([key, value]) => {
          if (typeof value !== 'object') return [[key, typed(value as Scalar)] as const];
          if (Array.isArray(value) || 'vang' in value) return [[key, 'vang' in value ? String(value.vang) : ''] as const];
          return Object.entries(value).map(([part, one]) => [`${key}.${part}`, typed(one as Scalar)] as const);
        }),
      );
      const again = checkPerson({ line: sampleLine('hoSo', 4, Object.fromEntries(cells)), sections: new Map() }, SAMPLE_CONTEXT);
      const compound = new Set(
        cells.filter(([key]) => WORKBOOK_SHEETS[0]!.columns.every((column) => column.key !== key)).map(([key]) => key),
      );
      for (const [code, group] of Object.entries(document)) {
        for (const [key, value] of Object.entries(group)) {
          if (compound.has(key)) continue;
          assert.deepEqual((again.document as Record<string, Record<string, unknown>>)[code]?.[key], value, key);
        }
      }
    }),
    { numRuns: 500 },
  );
});
