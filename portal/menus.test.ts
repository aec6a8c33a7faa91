import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROLE_CODES } from '#standard/generated/role-codes.ts';
import type { RoleCode } from '#standard/generated/role-codes.ts';
import { SCREENS } from './generated/screens.ts';
import { isPersonAlone, maySee, taskAt, tasksOf } from './menus.ts';
import type { ViewName, TaskName, Tasked } from './menus.ts';
import type { Screen } from './screen.ts';

const at = (surfaces: Tasked['surfaces'], grants: Tasked['grants']): Tasked => ({ grants, surfaces });
const everywhere = (grants: Tasked['grants']): Tasked => at(['portal', 'administration', 'exchange', 'card'], grants);

/** Written by hand, as a second opinion on what the table of access comes to. */
const MENU: Readonly<Record<RoleCode, readonly TaskName[]>> = {
  CA_NHAN: ['own', 'ownReads', 'ownCard', 'ownData'],
  NHAP_LIEU: ['home', 'template', 'upload', 'submissions', 'cases', 'search'],
  LD_DON_VI: ['home', 'template', 'submissions', 'cases', 'search'],
  DOI_SOAT: ['home', 'template', 'upload', 'submissions', 'confirm', 'cases', 'search'],
  XAC_NHAN: ['home', 'submissions', 'confirm', 'cases', 'search'],
  QT_BNDP: ['home', 'search', 'lists', 'audit'],
  VU_CCVC: ['home', 'submissions', 'cases', 'search', 'lists'],
  TTTT: ['home', 'audit'],
  GIAM_SAT: ['home', 'audit'],
};
const BUTTONS: Readonly<Record<RoleCode, readonly ViewName[]>> = {
  CA_NHAN: [],
  NHAP_LIEU: ['problems', 'record', 'askCase'],
  LD_DON_VI: ['problems', 'record', 'history', 'card', 'askCase'],
  DOI_SOAT: ['problems', 'record', 'unmask', 'history', 'card', 'askCase'],
  XAC_NHAN: ['problems', 'record', 'unmask', 'history', 'reads', 'card', 'endCard', 'askCase', 'reopen'],
  QT_BNDP: ['reads', 'events'],
  VU_CCVC: ['record', 'history'],
  TTTT: [],
  GIAM_SAT: ['events'],
};
const EVERY_BUTTON = [...new Set(Object.values(BUTTONS).flat())];

test('each role has its menu, and the buttons that the server would not refuse it', () => {
  for (const role of ROLE_CODES) {
    assert.deepEqual(tasksOf(everywhere([{ role }])), MENU[role], role);
    assert.deepEqual(
      EVERY_BUTTON.filter((view) => maySee([{ role }], view)),
      EVERY_BUTTON.filter((view) => BUTTONS[role].includes(view)),
      role,
    );
  }
});

test('two roles together have each task once, in the order of the work', () => {
  assert.deepEqual(tasksOf(everywhere([{ role: 'GIAM_SAT' }, { role: 'NHAP_LIEU' }])), [
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
  assert.deepEqual(tasksOf(everywhere([{ role: 'toString' }, { role: 'MOI' }])), ['home']);
  assert.equal(maySee([{ role: 'constructor' }], 'record'), false);
});

test('who has no role, or that of a person alone, has the own pages; an officer finds them under the name', () => {
  for (const grants of [[], [{ role: 'CA_NHAN' }]]) {
    assert.deepEqual(tasksOf(everywhere(grants)), MENU.CA_NHAN);
    assert.equal(isPersonAlone(grants), true);
  }
  const officer = [{ role: 'CA_NHAN' }, { role: 'XAC_NHAN' }];
  assert.equal(isPersonAlone(officer), false);
  assert.deepEqual(tasksOf(everywhere(officer)), tasksOf(everywhere([{ role: 'XAC_NHAN' }])));
});

test('a server shows the tasks that it answers', () => {
  const both = [{ role: 'GIAM_SAT' }, { role: 'XAC_NHAN' }];
  assert.deepEqual(tasksOf(at(['administration'], both)), ['home', 'audit']);
  assert.deepEqual(tasksOf(at(['portal', 'card'], both)), MENU.XAC_NHAN);
  assert.deepEqual(tasksOf(at(['administration'], [{ role: 'CA_NHAN' }])), ['home']);
});

/** What two screens claim alike: an address, a name or a place in the menu. */
function claimedTwice(screens: readonly Screen[]): string[] {
  const claims = screens.flatMap(({ address, menu }) => [address, ...(menu ? [menu.task, `place ${menu.place}`] : [])]);
  return claims.filter((claim, at) => claims.indexOf(claim) < at);
}

test('no two screens have one address, nor two tasks one name or place', () => {
  assert.deepEqual(claimedTwice(SCREENS), []);
  const [home] = SCREENS.filter(({ address }) => address === '/');
  assert.deepEqual(claimedTwice([home!, home!]), ['/', 'home', 'place 10']);
});

test('the menu marks the task whose screens an address belongs to', () => {
  assert.deepEqual(['/', '/viec', '/viec/tiep-nhan', '/toi', '/toi/nhom/B', '/toi/the', '/ho-so/p0', '/viecx'].map(taskAt), [
    'home',
    'cases',
    'cases',
    'own',
    'own',
    'ownCard',
    null,
    null,
  ]);
});
