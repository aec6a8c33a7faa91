/** No home of a role is empty: each role has at least one way from its home, and each way says what it is for. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MAY_ROWS } from '#standard/access/roles.ts';
import { ROLE_CODES } from '#standard/generated/role-codes.ts';
import { isPersonAlone, tasksOf } from '#portal/menus.ts';
import { isOfficeTask } from './office-tasks.ts';
import { words } from './words.ts';

const SURFACES = ['portal', 'administration', 'exchange', 'card'] as const;
const mayOf = (role: string) => [...new Set(MAY_ROWS.filter((row) => row.role === role).map(({ act }) => act))];

test('every role is led somewhere from home', () => {
  for (const role of ROLE_CODES) {
    const grants = [{ role }];
    const tasks = tasksOf({ grants, surfaces: [...SURFACES], may: mayOf(role) });
    if (isPersonAlone(grants)) assert.ok(tasks.includes('own'), 'a person is led to the own record');
    else assert.ok(tasks.filter(isOfficeTask).length >= 2, `${role}: ${tasks.join()}`);
  }
});

test('each way says in both languages what it is for', () => {
  const does: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = words.home.does;
  const all = new Set(
    ROLE_CODES.flatMap((role) => tasksOf({ grants: [{ role }], surfaces: [...SURFACES], may: mayOf(role) })).filter(isOfficeTask),
  );
  assert.deepEqual(
    [...all].filter((task) => !does[task]?.vi || !does[task]?.en),
    [],
  );
});
