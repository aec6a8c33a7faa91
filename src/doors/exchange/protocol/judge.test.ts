import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ExchangeChange, FactStanding } from '#doors/exchange/shapes.ts';
import { aChange } from './changes-for-tests.ts';
import { revisionOf } from './digests.ts';
import type { Known } from './judge.ts';
import { judge } from './judge.ts';

const STANDS: FactStanding = { value: 'Lê Thị Lan', validFrom: '2026-11-01', ended: null };
const REVISION = revisionOf(STANDS)!;
const KNOWN: Known = { source: 'H26', before: null, writer: 'H26', releasedTo: null, standing: null, majors: { cbccvc: [3, 2] } };
const employer = (operation: ExchangeChange['operation'], value: string | null = null) =>
  aChange(1, { fact: 'employer', operation, value });
const says = (change: ExchangeChange, known: Partial<Known> = {}): string => {
  const { verdict, effects } = judge(change, { ...KNOWN, ...known });
  const codes = 'problems' in verdict ? verdict.problems.map(({ code }) => code) : [];
  return [verdict.verdict, ...codes, ...effects.map((effect) => effect.do)].join(' ');
};

test('what becomes of a change, by what stands', () => {
  const approved = { reason: 'nhập nhầm người', approver: 'minh' };
  const at = { base: REVISION };
  const standing = { standing: STANDS };
  for (const [expected, change, known] of [
    ['accepted stand', aChange(1), {}],
    ['accepted stand', aChange(1, { ...at, value: 'Lê Thị Lan Anh' }), standing],
    ['accepted stand', aChange(1, { ...at, operation: 'correct', value: 'Lê Thị Làn' }), standing],
    ['accepted stand', aChange(1, { ...at, operation: 'end', value: '2026-12-31' }), standing],
    ['accepted stand', aChange(1, { ...at, operation: 'retract', value: null, because: approved }), standing],
    ['accepted stand', aChange(1, { fact: 'E/hopDong#k7', value: { so: '01', loai: 'HDLV' } }), {}],
    // Equal from both sides, whoever came first.
    ['duplicate', aChange(1), standing],
    ['duplicate', aChange(1), { before: 'accepted' }],
    ['conflict E-EXCHANGE-CONFLICT open-case', aChange(1, { value: 'Lê Thị Lê' }), standing],
    ['conflict E-EXCHANGE-CONFLICT open-case', aChange(1, { base: 'a'.repeat(64), operation: 'end', value: '2026-12-31' }), standing],
    ['conflict E-EXCHANGE-CONFLICT open-case', aChange(1, { base: 'a'.repeat(64) }), {}],
    ['quarantined E-EXCHANGE-SCHEMA', aChange(1, { schema: 'cbccvc@4.0' }), {}],
    ['quarantined E-EXCHANGE-SCHEMA', aChange(1, { schema: 'other@3.0' }), {}],
    ['rejected E-EXCHANGE-PERSON', aChange(1), { writer: null }],
    ['rejected E-EXCHANGE-NOT-WRITER alarm', aChange(1), { writer: 'H27' }],
    ['rejected E-EXCHANGE-NOT-WRITER alarm', employer('release', 'H26'), { writer: 'H27' }],
    ['rejected E-EXCHANGE-NOTHING-STANDS', aChange(1, { operation: 'correct' }), {}],
    ['rejected E-EXCHANGE-NOTHING-STANDS', aChange(1, { operation: 'end', value: '2026-12-31' }), {}],
    ['rejected E-EXCHANGE-NOTHING-STANDS', aChange(1, { operation: 'retract', value: null, because: approved }), {}],
    ['rejected E-EXCHANGE-INCOMPLETE', aChange(1, { value: null }), {}],
    ['rejected E-EXCHANGE-INCOMPLETE', aChange(1, { ...at, operation: 'end', value: 'hôm nay' }), standing],
    ['rejected E-EXCHANGE-INCOMPLETE', aChange(1, { ...at, operation: 'retract', value: null }), standing],
    ['rejected E-EXCHANGE-INCOMPLETE', aChange(1, { fact: 'employer' }), {}],
    ['rejected E-EXCHANGE-INCOMPLETE', aChange(1, { operation: 'claim', value: null }), {}],
    ['rejected E-EXCHANGE-INCOMPLETE', employer('release'), {}],
    // Maker, approver and the person are three.
    [
      'rejected E-EXCHANGE-SAME-PERSON',
      aChange(1, { ...at, operation: 'retract', value: null, because: { reason: 'x', approver: 'lan' } }),
      standing,
    ],
    [
      'rejected E-EXCHANGE-SAME-PERSON',
      aChange(1, { ...at, operation: 'retract', value: null, because: { reason: 'x', approver: 'p1' } }),
      standing,
    ],
    ['accepted own', employer('claim'), { writer: null }],
    ['duplicate', employer('claim'), {}],
    ['conflict E-EXCHANGE-DUAL-CLAIM open-case', employer('claim'), { writer: 'H27' }],
    ['accepted release', employer('release', 'H27'), {}],
    ['accepted own', employer('take'), { writer: 'H27', releasedTo: 'H26' }],
    ['rejected E-EXCHANGE-NOT-RELEASED', employer('take'), { writer: 'H27' }],
    ['rejected E-EXCHANGE-NOT-RELEASED', employer('take'), { writer: 'H27', releasedTo: 'H28' }],
    ['rejected E-EXCHANGE-PERSON', employer('take'), { writer: null }],
  ] as const)
    assert.equal(says(change, known), expected, JSON.stringify(change));
});

test('a duplicate says what was said of it before', () => {
  assert.deepEqual(judge(aChange(4), { ...KNOWN, before: 'rejected' }).verdict, { seq: 4, verdict: 'duplicate', was: 'rejected' });
});

test('what stands afterwards has its revision in the verdict, and an end keeps value and beginning', () => {
  const { verdict, effects } = judge(aChange(1, { base: REVISION, operation: 'end', value: '2026-12-31' }), { ...KNOWN, standing: STANDS });
  const standing = { ...STANDS, ended: '2026-12-31' };
  assert.deepEqual(effects, [{ do: 'stand', person: 'p1', fact: 'B/hoTen', standing }]);
  assert.deepEqual(verdict, { seq: 1, verdict: 'accepted', revision: revisionOf(standing) });
});
