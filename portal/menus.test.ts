import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MAY } from '#authority/access/decide.ts';
import type { AccessAct, Role } from '#authority/access/shapes.ts';
import { isPersonAlone, maySee, OWN_TASKS, SIGHTS_OF_ROLE, tasksOf, TASKS_OF_ROLE, type Sight, type TaskName } from './menus.ts';

const TASK_NEEDS = {
  home: null,
  template: 'template.read',
  upload: 'upload.create',
  submissions: 'submission.read',
  confirm: 'queue.read',
  cases: 'case.read',
  search: 'record.search',
  audit: 'audit.verify',
} as const satisfies Record<Exclude<TaskName, (typeof OWN_TASKS)[number]>, AccessAct | null>;
const SIGHT_NEEDS = {
  problems: 'problems.read',
  record: 'record.read',
  unmask: 'record.unmask',
  history: 'record.history',
  reads: 'record.reads',
  events: 'audit.read',
  card: 'card.read',
  endCard: 'card.end',
  askCase: 'case.ask',
  reopen: 'record.reopen',
} as const satisfies Record<Sight, AccessAct>;
const named = <T extends string>(needs: Readonly<Record<T, AccessAct | null>>, role: Role) =>
  (Object.keys(needs) as T[]).filter((name) => needs[name] === null || MAY[role].includes(needs[name]));

test('the menu of a role is exactly what the server would not refuse it', () => {
  for (const role of Object.keys(MAY) as Role[]) {
    assert.deepEqual([...TASKS_OF_ROLE[role]].sort(), named(TASK_NEEDS, role).sort(), role);
    assert.deepEqual([...SIGHTS_OF_ROLE[role]].sort(), named(SIGHT_NEEDS, role).sort(), role);
  }
});

test('two roles together have each task once, in the order of the work', () => {
  assert.deepEqual(tasksOf([{ role: 'GIAM_SAT' }, { role: 'NHAP_LIEU' }]), [
    'home',
    'template',
    'upload',
    'submissions',
    'cases',
    'search',
    'audit',
  ]);
});

test('a role that we do not know sees its home and nothing else', () => {
  assert.deepEqual(tasksOf([{ role: 'toString' }, { role: 'MOI' }]), ['home']);
  assert.equal(maySee([{ role: 'constructor' }], 'record'), false);
});

test('who has no role, or that of a person alone, has the own pages; an officer finds them under the name', () => {
  for (const grants of [[], [{ role: 'CA_NHAN' }]]) {
    assert.deepEqual(tasksOf(grants), OWN_TASKS);
    assert.equal(isPersonAlone(grants), true);
  }
  const officer = [{ role: 'CA_NHAN' }, { role: 'XAC_NHAN' }];
  assert.equal(isPersonAlone(officer), false);
  assert.deepEqual(tasksOf(officer), tasksOf([{ role: 'XAC_NHAN' }]));
});
