/** The type of a cell is part of what it says: no kind reads it away. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPerson } from './check.ts';
import { leavesOf, FIELDS, GROUPS, SECTIONS } from './dictionary.ts';
import type { KindSpec } from './field-shape.ts';
import { kindOf } from './kinds/all.ts';
import { SAMPLE_CONTEXT, dateCell, samplePerson } from './sample-person.ts';
import type { CheckedPerson, RawCell } from './shapes.ts';
import { isInWorkbook } from './workbook-columns.ts';

/** Every column that a body types, in the main sheet and in the sections, with its kind. */
const COLUMNS: readonly { readonly key: string; readonly section: string | null; readonly kind: KindSpec }[] = [
  ...GROUPS.map((group) => ({ group: group.code, section: null })),
  ...SECTIONS.map((section) => ({ group: section.group, section: section.key })),
].flatMap(({ group, section }) =>
  leavesOf(FIELDS, group, section)
    .filter(isInWorkbook)
    .flatMap((leaf) =>
      (kindOf(leaf.kind).parts(leaf.kind) ?? [null]).map((part) =>
        part === null ? { key: leaf.path, section, kind: leaf.kind } : { key: `${leaf.path}.${part.key}`, section, kind: part.kind },
      ),
    ),
);

function withCell(key: string, section: string | null, cell: RawCell): CheckedPerson {
  return checkPerson(section === null ? samplePerson({ [key]: cell }) : samplePerson({}, { [section]: [{ [key]: cell }] }), SAMPLE_CONTEXT);
}
const saidAt = (checked: CheckedPerson, code: string) => checked.problems.filter((one) => one.code === code);

test('a logical cell is an error in every column, but yes or no', () => {
  assert.ok(COLUMNS.length > 200);
  const names = new Set(COLUMNS.map(({ kind }) => kind.name));
  for (const text of ['TRUE', 'FALSE'])
    for (const { key, section, kind } of COLUMNS) {
      const checked = withCell(key, section, { text, kind: 'boolean', formula: false });
      assert.equal(saidAt(checked, 'E-CELL-LOGICAL').length, kind.name === 'flag' ? 0 : 1, `${text} in ${key} (${kind.name})`);
    }
  assert.ok(names.has('flag') && names.size > 10, [...names].join(', '));
});

test('a date cell is an error in every column that holds no date, and its serial number is never read', () => {
  for (const { key, section, kind } of COLUMNS) {
    const checked = withCell(key, section, dateCell('12/05/2026', 'day', '2026-05-12'));
    const [said] = saidAt(checked, 'E-CELL-DATE');
    assert.equal(said !== undefined, kind.name !== 'date' && kind.name !== 'partialDate', `${key} (${kind.name})`);
    assert.ok(said === undefined || (said.value === '12/05/2026' && said.title.vi.includes('12/05/2026')));
    assert.doesNotMatch(JSON.stringify(checked), /46154/);
  }
});

test('a number that lost digits is told, in whatever column it stands', () => {
  for (const { key, section } of COLUMNS.filter((one) => one.key !== 'soDinhDanh')) {
    assert.equal(
      saidAt(withCell(key, section, { text: '1234567890123450', kind: 'number', formula: false }), 'E-CELL-DIGITS-LOST').length,
      1,
      key,
    );
    assert.equal(
      saidAt(withCell(key, section, { text: '123456789012345', kind: 'number', formula: false }), 'E-CELL-DIGITS-LOST').length,
      0,
      key,
    );
  }
});

test('what was typed before a spreadsheet made a date of it is suggested where the column can read it, and nowhere else', () => {
  const suggested = (key: string, cell: RawCell, section: string | null = null): string | undefined =>
    saidAt(withCell(key, section, cell), 'E-CELL-DATE')[0]?.suggestion?.value;
  assert.equal(suggested('giaoDucPhoThong', dateCell('10/10/2026', 'day', '2026-10-10')), '10/10');
  assert.equal(suggested('soQdTuyenDung.so', dateCell('05/06', 'day-month', '2026-06-05')), '5/6');
  assert.equal(suggested('luong.heSo', dateCell('02/1934', 'month', '1934-02-01'), 'luong'), '2.34');
  assert.equal(suggested('hoTenKhaiSinh', dateCell('12/05/2026', 'day', '2026-05-12')), undefined);
  assert.equal(suggested('tonGiao', dateCell('12/05/2026', 'day', '2026-05-12')), undefined);
});

test('a mark of secrecy is refused where words are anybody’s, what may be one is asked about, and a name is a name', () => {
  const words = COLUMNS.filter(({ kind }) => ['text', 'longText', 'codeOrText'].includes(kind.name));
  assert.ok(words.length > 20);
  for (const { key, section } of words) {
    const said = (text: string) =>
      withCell(key, section, { text, kind: 'text', formula: false })
        .problems.filter(({ code }) => code.startsWith('E-SECRET-MARK'))
        .map(({ code, severity }) => [code, severity]);
    assert.deepEqual(said('TỐI MẬT'), [['E-SECRET-MARK', 'error']], key);
    assert.deepEqual(said('MẬT'), [['E-SECRET-MARK-PERHAPS', 'warning']], key);
    assert.deepEqual(said('mật ong'), [], key);
  }
  assert.deepEqual(
    saidAt(
      checkPerson(samplePerson({ hoTenKhaiSinh: { text: 'Nguyễn Văn Mật', kind: 'text', formula: false } }), SAMPLE_CONTEXT),
      'E-SECRET-MARK-PERHAPS',
    ),
    [],
  );
});
