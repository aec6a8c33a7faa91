/** Every role × act × relation of bodies against the table: 9 × 27 × 5 answers of `decide`. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decide } from '#authority/access/decide.ts';
import { ACCESS_ACTS, ROLES } from '#authority/access/shapes.ts';
import type { AccessAct, Actor, Role } from '#authority/access/shapes.ts';
import { EXPECTED, REACH, RELATIONS } from './access-matrix.ts';

const actor = (role: Role): Actor => ({
  accountId: 'a',
  sessionId: 's',
  name: 'Người thử',
  identity: 'me',
  identityLevel: 2,
  signedInAt: '2026-11-24T01:00:00.000Z',
  on: '2026-11-24',
  grants: [{ role, bodyId: 'own', bodyIds: ['own', 'child'] }],
});

const OF_EVERYBODY: ReadonlySet<AccessAct> = new Set<AccessAct>(['sessions.own', 'own.read', 'own.card']);

test('decide answers as the table says', () => {
  const wrong: string[] = [];
  for (const role of ROLES)
    for (const act of ACCESS_ACTS)
      for (const relation of RELATIONS) {
        const expected = OF_EVERYBODY.has(act) || (EXPECTED[act].includes(role) && REACH[relation]);
        const verdict = decide(
          actor(role),
          act,
          { bodyId: relation, makerIdentity: 'them', subjectIdentity: 'her' },
          { today: '2026-11-24' },
        );
        if (verdict.allowed !== expected) wrong.push(`${role} ${act} ${relation}: ${verdict.allowed ? 'allowed' : verdict.reason.code}`);
      }
  assert.deepEqual(wrong, []);
});
