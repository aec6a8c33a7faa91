import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decide } from '#authority/access/decide.ts';
import { ROLES } from '#authority/access/shapes.ts';
import type { Actor, Role } from '#authority/access/shapes.ts';
import { FIELDS, GROUPS } from '#standard/dictionary.ts';
import { CONFIRMATION_POLICY, mayConfirmGroup } from './policy.ts';

const BODY = '0199a000-0000-7000-8000-000000000001';
const holder = (role: Role): Actor => ({
  accountId: BODY,
  sessionId: BODY,
  name: 'Trần Thị Hoa',
  identity: 'aa',
  identityLevel: 2,
  signedInAt: '2026-11-28T00:00:00.000Z',
  on: '2026-11-28',
  grants: [{ role, bodyId: BODY, bodyIds: [BODY] }],
});
const mayAsk = (role: Role): boolean => decide(holder(role), 'item.confirm', { bodyId: BODY }, { today: '2026-11-28' }).allowed;

test('a group is confirmed by whom the dictionary names for every one of its fields, and by nobody else', () => {
  for (const { code } of GROUPS) {
    const fields = FIELDS.filter((field) => field.group === code && field.suppliedBy === 'body');
    for (const role of ROLES)
      assert.equal(
        mayConfirmGroup(code, [role]),
        fields.length > 0 && fields.every((field) => field.confirmedBy.includes(role)),
        `${code} by ${role}`,
      );
  }
});

test('the question of access lets confirm whom the dictionary names somewhere, and nobody else', () => {
  for (const role of ROLES)
    assert.equal(
      mayAsk(role),
      CONFIRMATION_POLICY.some(({ roles }) => roles.includes(role)),
      role,
    );
});

test('no field promises its confirmation to a role that would be refused', () => {
  for (const field of FIELDS.filter(({ suppliedBy }) => suppliedBy === 'body'))
    assert.deepEqual(
      field.confirmedBy.filter((role) => !mayAsk(role as Role)),
      [],
      field.key,
    );
});
