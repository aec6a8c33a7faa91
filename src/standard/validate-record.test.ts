/** The emitted bulk validator and the JSON Schema give one verdict, on valid and on broken records. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Compile } from 'typebox/compile';
import { checkPerson } from './check.ts';
import { FIELDS, GROUPS, leavesOf, SECTIONS } from './dictionary.ts';
import type { KindSpec, Leaf, Part } from './field-shape.ts';
import { isNeededInLine, RECORD_SCHEMA } from './json-schema.ts';
import { kindOf } from './kinds/all.ts';
import { codesOf } from './kinds/coded.ts';
import { SAMPLE_CONTEXT, samplePerson } from './sample-person.ts';
import { recordFaults } from './validate-record.ts';

const schema = Compile(RECORD_SCHEMA);

const digit = fc.integer({ min: 0, max: 9 }).map(String);
const digitsOf = (length: number) => fc.array(digit, { minLength: length, maxLength: length }).map((all) => all.join(''));
const words = (max: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('Nguyễn Văn A đường số 1,/-😀')), minLength: 1, maxLength: Math.min(max, 12) });
const day = fc
  .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);
const inParts = (parts: readonly Part[]): fc.Arbitrary<unknown> =>
  fc
    .record(Object.fromEntries(parts.map((part) => [part.key, valid(part.kind)])), {
      requiredKeys: parts.filter((part) => part.required).map((part) => part.key),
    })
    .filter((value) => Object.keys(value).length > 0);

/** A value that its kind accepts. */
function valid(kind: KindSpec): fc.Arbitrary<unknown> {
  switch (kind.name) {
    case 'text':
      return kind.pattern === undefined
        ? words(kind.maxChars)
        : fc.stringMatching(new RegExp(kind.pattern, 'u')).filter((text) => Array.from(text).length <= kind.maxChars);
    case 'longText':
    case 'codeOrText':
      return words(kind.maxChars);
    case 'personName':
      return fc.constantFrom('Nguyễn Văn Hùng', "H'Hen Niê", 'Trần Thị-Lan');
    case 'nationalId':
      return digitsOf(12);
    case 'digits':
      return fc.constantFrom(...kind.lengths).chain(digitsOf);
    case 'date':
      return day;
    case 'partialDate':
      return fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length));
    case 'timestamp':
      return day.map((date) => `${date}T03:04:05.678Z`);
    case 'code':
      return fc.constantFrom(...codesOf(kind.codeLists));
    case 'integer':
      return kind.oneOf ? fc.constantFrom(...kind.oneOf) : fc.integer({ min: kind.min, max: kind.max });
    case 'decimal':
      return fc.integer({ min: 0, max: 9 }).chain((whole) => digitsOf(kind.scale).map((fraction) => `${whole}.${fraction}`));
    case 'money':
      return fc.integer({ min: 0, max: 1_000_000_000 });
    case 'flag':
      return fc.boolean();
    case 'phone':
      return digitsOf(9).map((rest) => `0${rest}`);
    case 'email':
      return fc.constantFrom('a@hanoi.gov.vn', 'b.c-d@x.vn');
    case 'address':
      return fc.record(
        { maTinh: digitsOf(2), maXa: digitsOf(5), chiTiet: words(300), hieuLucTai: fc.constantFrom('NGAY_SU_KIEN', 'HIEN_NAY') },
        { requiredKeys: ['maTinh'] },
      );
    case 'organisation':
      return fc.constantFrom('H26', 'G09.01', '000.00.12.H26');
    case 'decision':
    case 'object':
      return inParts(kindOf(kind).parts(kind)!);
    case 'map':
      return fc.dictionary(fc.constantFrom('ngaySinh', 'gioiTinh'), fc.constantFrom(...codesOf([kind.codeList])));
    case 'file':
      return fc.constant('a'.repeat(64));
    case 'uuid':
      return fc.constant('01890a5d-ac96-774b-bcce-b302099a8057');
    case 'derived':
      return valid(kind.of);
    case 'list':
      return fc.array(inParts(kind.parts), { maxLength: 2 });
  }
}

const absence = fc.constantFrom('CHUA_XAC_DINH', 'KHONG_RO', 'KHONG_AP_DUNG').map((vang) => ({ vang }));
/** What no kind, or only some, accept. */
const broken: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    null,
    '',
    ' ',
    '0',
    '3,66',
    '3.666',
    '1980-02-30',
    '2020-13',
    '2020-1-1',
    '31/02/2020',
    'x\u0007y',
    '1.23E+11',
    true,
    false,
    -1,
    0,
    1,
    1.5,
    1e15,
    NaN,
    'a'.repeat(1001),
    '😀'.repeat(20),
  ),
  fc.constantFrom(
    [],
    {},
    { vang: 'KHAC' },
    { vang: 'KHONG_RO', them: 1 },
    { so: '1' },
    { maTinh: '1' },
    { maTinh: '01', them: 1 },
    [{}],
    [null],
    [[]],
    { giaTri: '1.00', donVi: 'HS' },
  ),
  fc.string({ maxLength: 15 }),
  fc.integer(),
  fc.jsonValue({ maxDepth: 2 }),
);

const leafValue = (leaf: Leaf, spoil: boolean): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 10, arbitrary: valid(leaf.kind) }, { weight: 1, arbitrary: absence }, { weight: spoil ? 1 : 0, arbitrary: broken });

function groupOf(code: (typeof GROUPS)[number]['code'], spoil: boolean): fc.Arbitrary<Record<string, unknown>> {
  const single = Object.fromEntries(leavesOf(FIELDS, code, null).map((leaf) => [leaf.key, leafValue(leaf, spoil)]));
  const lines = Object.fromEntries(
    SECTIONS.filter((section) => section.group === code).map((section) => {
      const leaves = leavesOf(FIELDS, code, section.key);
      const values: Record<string, fc.Arbitrary<unknown>> = {
        dong: fc.constantFrom('1', '12'),
        ...Object.fromEntries(leaves.map((leaf) => [leaf.key, leafValue(leaf, spoil)])),
      };
      const line = fc.record(values, { requiredKeys: spoil ? [] : leaves.filter(isNeededInLine).map((leaf) => leaf.key) });
      return [
        section.key,
        spoil
          ? fc.oneof({ weight: 6, arbitrary: fc.array(line, { maxLength: 2 }) }, { weight: 1, arbitrary: broken })
          : fc.array(line, { maxLength: 2 }),
      ];
    }),
  );
  const strangers = spoil ? { khongCo: broken, __proto__x: broken } : {};
  return fc.record({ ...single, ...lines, ...strangers }, { requiredKeys: [] });
}

const record = (spoil: boolean): fc.Arbitrary<unknown> => {
  const groups = Object.fromEntries(
    GROUPS.map(({ code }) => [
      code,
      spoil ? fc.oneof({ weight: 8, arbitrary: groupOf(code, true) }, { weight: 1, arbitrary: broken }) : groupOf(code, false),
    ]),
  );
  return fc.record(spoil ? { ...groups, AA: broken } : groups, { requiredKeys: [] });
};

test('every record made of valid values is accepted by both', () => {
  fc.assert(
    fc.property(record(false), (document) => {
      assert.deepEqual(recordFaults(document), []);
      assert.equal(schema.Check(document), true);
    }),
    { numRuns: 150 },
  );
});

test('both give one verdict on records with broken values, missing and unknown keys', () => {
  let refused = 0;
  let accepted = 0;
  fc.assert(
    fc.property(record(true), (document) => {
      const verdict = recordFaults(document).length === 0;
      if (verdict) accepted++;
      else refused++;
      assert.equal(verdict, schema.Check(document));
    }),
    { numRuns: 300 },
  );
  assert.ok(refused > 50, `${refused} refused, ${accepted} accepted`);
});

const singleLeaves = GROUPS.flatMap(({ code }) => leavesOf(FIELDS, code, null).map((leaf) => ({ code, leaf })));
test('both give one verdict on a single value of any field, and name its place', () => {
  fc.assert(
    fc.property(fc.constantFrom(...singleLeaves), broken, ({ code, leaf }, value) => {
      const document = { [code]: { [leaf.key]: value } };
      const faults = recordFaults(document);
      assert.equal(faults.length === 0, schema.Check(document), `${leaf.path} = ${JSON.stringify(value)}`);
      for (const fault of faults) assert.equal(fault.path, `/${code}/${leaf.key}`);
    }),
    { numRuns: 5000 },
  );
});

const sectionLines = SECTIONS.map((section) => ({ section, leaves: leavesOf(FIELDS, section.group, section.key) }));
test('both give one verdict on a valid line of any section with one value left out or broken', () => {
  const spoilt = fc.constantFrom(...sectionLines).chain(({ section, leaves }) =>
    fc.record({
      section: fc.constant(section),
      line: fc.record(Object.fromEntries(leaves.map((leaf) => [leaf.key, valid(leaf.kind)]))),
      leaf: fc.constantFrom(...leaves),
      value: fc.option(broken, { freq: 3, nil: undefined }),
    }),
  );
  let refused = 0;
  fc.assert(
    fc.property(spoilt, ({ section, line, leaf, value }) => {
      const { [leaf.key]: _left, ...rest } = line;
      const document = { [section.group]: { [section.key]: [value === undefined ? rest : { ...rest, [leaf.key]: value }] } };
      const verdict = recordFaults(document).length === 0;
      if (!verdict) refused++;
      assert.equal(verdict, schema.Check(document), `${leaf.path} = ${JSON.stringify(value)}`);
      if (value === undefined) assert.equal(verdict, !isNeededInLine(leaf), leaf.path);
    }),
    { numRuns: 3000 },
  );
  assert.ok(refused > 500 && refused < 2900, String(refused));
});

/** Values just outside what a kind takes. */
function nearMisses(kind: KindSpec): readonly unknown[] {
  switch (kind.name) {
    case 'text':
    case 'longText':
    case 'codeOrText':
      return ['a'.repeat(kind.maxChars + 1), ''];
    case 'personName':
      return ['A', 'a'.repeat(101), 'Nguyễn Văn 2'];
    case 'nationalId':
      return ['00108500001', '0010850000011', 1085000011];
    case 'digits':
      return [...kind.lengths.map((length) => '1'.repeat(length + 20)), ''];
    case 'date':
      return ['1990-02-30', '1990-02', '1990-2-1', '01/02/1990'];
    case 'partialDate':
      return ['1990-13', '1990-02-30', '0000', '90'];
    case 'timestamp':
      return ['2026-11-24T24:00:00Z', '2026-02-30T03:04:05Z', '2026-11-24T03:04:05+07:00'];
    case 'code':
      return kind.open ? ['a'.repeat(151), ''] : ['không có mã này', ` ${codesOf(kind.codeLists)[0]}`];
    case 'integer':
      return [kind.min - 1, kind.max + 1, kind.min + 0.5, String(kind.min)];
    case 'decimal':
      return ['1', `1.${'0'.repeat(kind.scale + 1)}`, '-1.00', '01.00', 1];
    case 'money':
      return [-1, 1_000_000_000_001, 0.5];
    case 'flag':
      return [0, 'true'];
    case 'phone':
      return ['912345678', '012345678901'];
    case 'email':
      return ['a@b', 'a b@c.vn'];
    case 'address':
      return [{}, { maTinh: '1' }, { maXa: '1234' }, { hieuLucTai: '2025-07-01' }];
    case 'organisation':
      return kind.textAllowed ? ['a'.repeat(201)] : ['h26', 'Sở Nội vụ'];
    case 'decision':
      return [{ so: '1' }, { ngay: '2020-01-01' }, {}];
    case 'object':
      return [{}, { khongCo: '1' }];
    case 'map':
      return [{ ngaySinh: 'KHOP_LAM' }];
    case 'file':
      return ['A'.repeat(64), 'a'.repeat(63)];
    case 'uuid':
      return ['01890A5D-AC96-774B-BCCE-B302099A8057'];
    case 'derived':
      return nearMisses(kind.of);
    case 'list':
      return [{}];
  }
}

test('just outside the bounds of each field, in a line or not, both refuse', () => {
  const refusedByBoth = (document: unknown, path: string): void => {
    assert.deepEqual(
      recordFaults(document).map((fault) => fault.path),
      [path],
    );
    assert.equal(schema.Check(document), false, path);
  };
  for (const { code, leaf } of singleLeaves)
    for (const value of nearMisses(leaf.kind)) refusedByBoth({ [code]: { [leaf.key]: value } }, `/${code}/${leaf.key}`);
  for (const { section, leaves } of sectionLines) {
    const [line] = fc.sample(fc.record(Object.fromEntries(leaves.map((leaf) => [leaf.key, valid(leaf.kind)]))), { numRuns: 1, seed: 1 });
    for (const leaf of leaves)
      for (const value of nearMisses(leaf.kind))
        refusedByBoth(
          { [section.group]: { [section.key]: [{ ...line, [leaf.key]: value }] } },
          `/${section.group}/${section.key}/0/${leaf.key}`,
        );
  }
});

test('what is not an object is no record', () => {
  for (const value of [null, 1, 'x', [], undefined]) assert.equal(recordFaults(value).length === 0, schema.Check(value));
});

test('all faults are told in one pass', () => {
  assert.deepEqual(
    recordFaults({ B: { gioiTinh: '9', ngaySinh: '1980-02-30' }, G: { luong: [{ bac: 99 }] }, Q9: {} })
      .map((fault) => fault.path)
      .filter((path) => !path.startsWith('/G/luong/0/') || path.endsWith('bac')),
    ['/B/gioiTinh', '/B/ngaySinh', '/G/luong/0/bac', '/Q9'],
  );
});

test('what checkPerson reads fits the schema', () => {
  const { document } = checkPerson(
    samplePerson({ danToc: 'Không rõ', 'soQdTuyenDung.so': '1', 'soQdTuyenDung.ngay': '01/01/2010' }),
    SAMPLE_CONTEXT,
  );
  assert.deepEqual(recordFaults(document), []);
  assert.equal(schema.Check(document), true);
});
