import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { GroupCode } from '#standard/shapes.ts';
import { NOT_CLEAN, NOT_CLEAN_REASONS, rowsNotClean, shownNotClean } from './clean.ts';
import type { NotClean, RowFacts, ShownFacts } from './clean.ts';
import type { PresentedContent } from './shapes.ts';

const CLEAN: RowFacts = {
  personId: 'p',
  groups: ['B', 'C'],
  own: false,
  returned: false,
  inPart: false,
  waits: false,
  beside: false,
  openCase: false,
  level: 'KHOP',
  warned: false,
  lines: false,
};
const SHOWN: PresentedContent = {
  v: 1,
  personId: 'p',
  submissionId: 's',
  bodyId: 'b',
  groups: [{ itemId: 'i', group: 'B', compared: 0, validFrom: '2026-11-01', before: null, after: {}, changes: [] }],
  match: { level: 'KHOP', fields: {} },
  problems: [],
  salt: '',
};
const ROLES = ['XAC_NHAN'];

const ROWS: readonly (readonly [Partial<RowFacts>, NotClean | null])[] = [
  [{}, null],
  [{ own: true }, 'own'],
  [{ returned: true }, 'returned'],
  [{ inPart: true }, 'in-part'],
  [{ waits: true }, 'waits'],
  [{ beside: true }, 'beside'],
  [{ openCase: true }, 'case'],
  [{ level: null }, 'mismatch'],
  [{ level: 'GAN_KHOP' }, 'mismatch'],
  [{ level: 'LECH' }, 'mismatch'],
  [{ level: 'CHUA' }, 'mismatch'],
  [{ warned: true }, 'warning'],
  [{ lines: true }, 'line'],
];
test('what the rows say: one reason each', () => {
  for (const [facts, why] of ROWS) assert.equal(rowsNotClean({ ...CLEAN, ...facts }, ROLES), why, JSON.stringify(facts));
  assert.equal(rowsNotClean(CLEAN, ['DOI_SOAT']), 'not-yours');
});

test('of several reasons the first counts, and nobody with a reason is clean', () => {
  const single = ROWS.slice(1);
  fc.assert(
    fc.property(
      fc.subarray(
        single.map((_, index) => index),
        { minLength: 1 },
      ),
      (which) => {
        const facts = which.reduce<RowFacts>((all, index) => ({ ...all, ...single[index]![0] }), CLEAN);
        const reasons = which.map((index) => single[index]![1]!);
        const first = NOT_CLEAN_REASONS.find((reason) => reasons.includes(reason));
        assert.equal(rowsNotClean(facts, ROLES), first);
      },
    ),
  );
});

const change = (field: string) => [{ field, line: null, from: null, to: 'x' }];
const group = (code: GroupCode, field: string) => ({ ...SHOWN.groups[0]!, group: code, changes: change(field) });
const accepted = (strength: 'certain' | 'guess') =>
  ({ group: 'C', field: 'x', where: {}, typed: null, value: '', strength, reason: 'chosen', by: '', at: '' }) as const;
const problem = (severity: 'error' | 'warning' | 'corrected') => ({ code: 'E-X', severity, value: null, place: null, field: null });

test('what is shown: one reason each', () => {
  const rows: readonly (readonly [Partial<PresentedContent>, Partial<ShownFacts>, NotClean | null])[] = [
    [{}, {}, null],
    [{ match: null }, {}, 'mismatch'],
    [{ match: { level: 'LECH', fields: {} } }, {}, 'mismatch'],
    [{ problems: [problem('corrected')] }, {}, null],
    [{ problems: [problem('warning')] }, {}, 'warning'],
    [{ problems: [problem('corrected'), problem('error')] }, {}, 'warning'],
    [{ accepted: [accepted('certain')] }, {}, null],
    [{ accepted: [accepted('certain'), accepted('guess')] }, {}, 'guess'],
    [{ groups: [{ ...SHOWN.groups[0]!, operation: { kind: 'add', section: 'luong', line: null } }] }, {}, 'line'],
    [{ groups: [SHOWN.groups[0]!, group('A', 'anh4x6')] }, {}, 'picture'],
    [{ groups: [group('B', 'ngaySinh')] }, {}, null],
    [{}, { refused: true }, 'register'],
    [{ groups: [group('C', 'dienThoaiDiDong')] }, { isRegistered: false }, 'register'],
    [{ groups: [group('C', 'dienThoaiDiDong')] }, { isRegistered: true }, null],
  ];
  for (const [content, facts, why] of rows)
    assert.equal(
      shownNotClean({ shown: { ...SHOWN, ...content }, isRegistered: false, refused: false, ...facts }),
      why,
      JSON.stringify([content, facts]),
    );
});

test('every reason has its words', () => {
  for (const reason of NOT_CLEAN_REASONS) assert.ok(NOT_CLEAN[reason].vi && NOT_CLEAN[reason].en, reason);
});
