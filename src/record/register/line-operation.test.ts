import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { GroupDocument, Line } from '#standard/shapes.ts';
import { judgeOperations } from './judge-operations.ts';
import { applyOperation, lineAfter, lineById } from './line-operation.ts';
import type { LineOperation } from './shapes.ts';
import { highestIds, idsToKeep, mergeGroup } from './merge.ts';
import type { HighestIds } from './merge.ts';

const linesOf = (group: GroupDocument): readonly Line[] => (group['hopDong'] ?? []) as readonly Line[];
const withoutIds = (lines: readonly Line[]): Line[] => lines.map(({ dong: _dong, ...line }) => line);
const contract = (so: string, more: Line = {}): Line => ({ so, tuNgay: '2024-01-01', loai: 'HDLV_36', ...more });

test('one line is added, corrected or ended; every other line stays as it is', () => {
  const before = mergeGroup(undefined, { hopDong: [contract('01/HĐ'), contract('02/HĐ')] });
  const added = applyOperation(before, { section: 'hopDong', add: contract('03/HĐ') });
  const corrected = applyOperation(added, { section: 'hopDong', correct: '1', line: contract('01/HĐLV') });
  const ended = applyOperation(corrected, { section: 'hopDong', end: '2', on: '2026-06-30' });
  assert.deepEqual(linesOf(ended), [
    contract('01/HĐLV', { dong: '1' }),
    contract('02/HĐ', { dong: '2', denNgay: '2026-06-30' }),
    contract('03/HĐ', { dong: '3' }),
  ]);
});

test('an id is given once: the line that had the highest is gone, and the next one gets another', () => {
  const three = mergeGroup(undefined, { hopDong: [contract('01'), contract('02'), contract('03')] });
  const one = mergeGroup(three, { hopDong: [contract('01')] });
  const ever = idsToKeep(highestIds({}, three, one), one);
  assert.deepEqual(ever, { hopDong: 3 });
  assert.equal(linesOf(applyOperation(one, { section: 'hopDong', add: contract('04') }, ever)).at(-1)?.['dong'], '4');
  assert.deepEqual(
    linesOf(mergeGroup(one, { hopDong: [contract('01'), contract('05')] }, ever)).map((line) => line['dong']),
    ['1', '4'],
  );
  assert.deepEqual(idsToKeep(highestIds({}, three), three), {}, 'nothing is noted that the lines show themselves');
});

/** Acts on lines by what they do, of whatever stands then; natural keys stay apart, as a register keeps them. */
const actArb = fc.array(
  fc.record({ kind: fc.constantFrom('add', 'correct', 'end'), which: fc.nat(20), salaryGrade: fc.integer({ min: 1, max: 9 }) }),
  { maxLength: 25 },
);

test('one act after the other leaves what a replaced group would say: the same lines, and every line its own id for ever', () => {
  fc.assert(
    fc.property(fc.nat(6), actArb, (size, acts) => {
      const first = mergeGroup(undefined, { hopDong: Array.from({ length: size }, (_, i) => contract(`${i}/HĐ`)) });
      let group: GroupDocument = first;
      let ever: HighestIds = highestIds({}, first);
      const contentOf = new Map(linesOf(first).map((line) => [String(line['dong']), line]));
      acts.forEach(({ kind, which, salaryGrade }, no) => {
        const target = linesOf(group)[which % Math.max(1, linesOf(group).length)];
        const id = String(target?.['dong']);
        const operation: LineOperation =
          kind === 'add' || !target
            ? { section: 'hopDong', add: contract(`thêm ${no}`) }
            : kind === 'correct'
              ? { section: 'hopDong', correct: id, line: { ...withoutIds([target])[0]!, ghiChu: String(salaryGrade) } }
              : { section: 'hopDong', end: id, on: `2026-0${salaryGrade}-01` };
        const next = applyOperation(group, operation, ever);
        const given = 'add' in operation ? String(linesOf(next).at(-1)!['dong']) : id;
        if ('add' in operation) assert.ok(!contentOf.has(given), 'an id that somebody had');
        contentOf.set(given, { ...lineAfter(target, operation)!, dong: given });
        // Nothing but the touched line changed, and it says what was stated of it.
        assert.deepEqual(new Map(linesOf(next).map((line) => [String(line['dong']), line])), contentOf);
        ever = highestIds(ever, next);
        group = next;
      });
      const replaced = mergeGroup(first, { hopDong: withoutIds(linesOf(group)) });
      assert.deepEqual(linesOf(replaced), linesOf(group));
    }),
  );
});

test('a line that is corrected keeps what nobody types: its scan', () => {
  const scan = 'a'.repeat(64);
  const before = mergeGroup(undefined, { hopDong: [contract('01', { file: scan }), contract('02')] });
  const corrected = applyOperation(before, { section: 'hopDong', correct: '1', line: contract('01/HĐLV') });
  assert.deepEqual(linesOf(corrected), [contract('01/HĐLV', { file: scan, dong: '1' }), contract('02', { dong: '2' })]);
});

test('acts on different lines lead to the same lines in either order', () => {
  const before = mergeGroup(undefined, { hopDong: [contract('01'), contract('02')] });
  const one: LineOperation = { section: 'hopDong', correct: '1', line: contract('01/HĐLV') };
  const other: LineOperation = { section: 'hopDong', end: '2', on: '2026-06-30' };
  assert.deepEqual(applyOperation(applyOperation(before, one), other), applyOperation(applyOperation(before, other), one));
});

test('what stands in the way of an act is said, with the line that is meant', () => {
  const E = mergeGroup(undefined, {
    hopDong: [contract('01'), contract('02', { denNgay: '2025-12-31' }), contract('04', { denNgay: '2026-12-31' })],
  });
  const O = mergeGroup(undefined, { khenThuong: [{ hinhThuc: 'GK', nam: 2024 }] });
  const told = (operation: LineOperation): (readonly [string, string])[] =>
    judgeOperations({ E, O }, [{ operation, where: { path: '/x' } }], { today: '2026-11-24', asOf: '2026-11-01' })
      .filter(({ severity }) => severity === 'error')
      .map(({ code, where }) => [code, `${where.path} ${where.field}`]);
  const section = 'hopDong';
  for (const [operation, code, field] of [
    [{ section, correct: '9', line: contract('09') }, 'E-LINE-UNKNOWN', section],
    [{ section, end: '9', on: '2026-06-30' }, 'E-LINE-UNKNOWN', section],
    [{ section, end: '2', on: '2026-06-30' }, 'E-LINE-ENDED', section],
    [{ section, end: '1', on: '2023-12-31' }, 'E-END-BEFORE-START', 'hopDong.denNgay'],
    [{ section: 'khenThuong', end: '1', on: '2026-06-30' }, 'E-LINE-NO-END', 'khenThuong'],
    [{ section, add: contract('01') }, 'E-LINE-EXISTS', section],
    [{ section, correct: '1', line: contract('02') }, 'E-LINE-EXISTS', section],
    // Of the record as it would stand: a rule, not the act itself.
    [{ section, add: contract('03', { denNgay: '2023-01-01' }) }, 'E-END-BEFORE-START', 'hopDong.denNgay'],
  ] as const satisfies readonly (readonly [LineOperation, string, string])[])
    assert.deepEqual(told(operation), [[code, `/x ${field}`]], JSON.stringify(operation));
  for (const operation of [
    { section, add: contract('03') },
    { section, end: '1', on: '2026-06-30' },
    { section, end: '2', on: '2025-12-31' }, // says what stands
    { section, end: '3', on: '2026-06-30' }, // before its term
    { section, correct: '2', line: contract('02', { denNgay: '2026-12-31' }) },
  ])
    assert.deepEqual(told(operation), [], JSON.stringify(operation));
});

test('what was wrong with the record before is not held against an act', () => {
  const E = mergeGroup(undefined, { hopDong: [contract('01', { denNgay: '2020-01-01' }), contract('02')] });
  const facts = { today: '2026-11-24', asOf: '2026-11-01' };
  const act: LineOperation = { section: 'hopDong', end: '2', on: '2026-06-30' };
  assert.deepEqual(judgeOperations({ E }, [{ operation: act, where: {} }], facts), []);
  assert.equal(lineById(applyOperation(E, act), 'hopDong', '2')?.['denNgay'], '2026-06-30');
});

test('what a rule finds of the record is said without a value of it', () => {
  const record = { E: { ngayTuyenDungLanDau: '2021-03-17' } };
  const add = { ngayHuong: '2020-01-01', bac: 1 };
  const told = judgeOperations(record, [{ operation: { section: 'luong', add }, where: {} }], { today: '2026-11-24', asOf: '2026-11-01' });
  assert.ok(
    told.some(({ code }) => code === 'E-DATE-ORDER'),
    JSON.stringify(told),
  );
  assert.doesNotMatch(JSON.stringify(told), /2021/);
});
