/** Roles that one human does not hold together, and those that need a second administrator. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forbiddenBeside, needsSecond } from './role-rules.ts';
import { ROLES } from './shapes.ts';
import type { Role } from './shapes.ts';

const held = (role: Role, from = '2026-08-01', to = '9999-12-31') => [{ role, from, to }];

test('who makes does not confirm, and who gives roles has no other; the rest may stand together', () => {
  const forbidden = ROLES.flatMap((a) => ROLES.filter((b) => forbiddenBeside(a, held(b)) !== null).map((b) => [a, b].sort().join('+')));
  assert.deepEqual(
    [...new Set(forbidden)].sort(),
    [
      'DOI_SOAT+XAC_NHAN',
      'LD_DON_VI+XAC_NHAN',
      'NHAP_LIEU+XAC_NHAN',
      ...ROLES.filter((role) => role !== 'QT_BNDP').map((role) => [role, 'QT_BNDP'].sort().join('+')),
    ].sort(),
  );
});

test('a pair is the same from both sides', () => {
  for (const a of ROLES)
    for (const b of ROLES) assert.equal(forbiddenBeside(a, held(b)) === null, forbiddenBeside(b, held(a)) === null, `${a} ${b}`);
});

test('a rule holds from its day on', () => {
  assert.equal(forbiddenBeside('XAC_NHAN', held('NHAP_LIEU', '2026-01-01', '2026-06-30')), null);
  assert.equal(forbiddenBeside('XAC_NHAN', held('NHAP_LIEU', '2026-01-01', '2026-07-02')), 'NHAP_LIEU');
  assert.equal(needsSecond('XAC_NHAN', '2026-06-30'), false);
});

test('to confirm, to administer, and what is over the whole country need a second administrator, other roles none', () => {
  assert.deepEqual(
    ROLES.filter((role) => needsSecond(role, '2026-11-28')),
    ['XAC_NHAN', 'QT_BNDP', 'VU_CCVC', 'TTTT', 'GIAM_SAT'],
  );
});
