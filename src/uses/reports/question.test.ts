/** A question of a meeting is read into conditions; what is not read is told. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askable } from './conditions.ts';
import { readQuestion } from './question.ts';
import type { ReportCondition } from './shapes.ts';

const VC: ReportCondition = { of: 'kind', in: ['VC'] };
const WOMEN: ReportCondition = { of: 'sex', in: ['2'] };
const QUESTIONS: readonly (readonly [typed: string, where: readonly ReportCondition[], day: string | null, unread: readonly string[]])[] = [
  [
    'bao nhiêu viên chức nữ dưới 35 tuổi có bằng thạc sĩ ở cấp xã, ngày 30/6',
    [{ of: 'age', to: 34 }, { of: 'education', in: ['THS'] }, VC, { of: 'level', in: ['XA'] }, WOMEN],
    '2026-06-30',
    [],
  ],
  ['bao nhieu vien chuc nu duoi 35 tuoi', [{ of: 'age', to: 34 }, VC, WOMEN], null, []],
  [
    'công chức nam năm nay',
    [
      { of: 'kind', in: ['CC', 'CC_XA'] },
      { of: 'sex', in: ['1'] },
    ],
    null,
    ['năm', 'nay'],
  ],
  ['từ 30 đến 40 tuổi, ngày 31/12', [{ of: 'age', from: 30, to: 40 }], '2025-12-31', []],
  ['đại học trở lên', [{ of: 'education', in: ['TSKH', 'TS', 'CK2', 'THS', 'BSNT', 'CK1', 'DHCS', 'DH'] }], null, []],
  ["'; drop table person; --", [], null, ["'", 'drop', 'table', 'person', '--']],
  ['ngày 31/2/2026', [], null, ['31/2/2026']],
];
for (const [typed, where, day, unread] of QUESTIONS)
  test(typed, () => {
    const found = readQuestion(typed, '2026-12-01');
    const byOf = (all: readonly ReportCondition[]) => [...all].sort((one, other) => (one.of < other.of ? -1 : 1));
    assert.deepEqual([byOf(found.where), found.validOn, found.unread], [byOf(where), day, unread]);
    assert.ok(askable(found.where).ok);
  });
