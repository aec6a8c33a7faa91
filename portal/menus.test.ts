import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACCESS_ACTS } from '#standard/access/acts.ts';
import { OWN_ACTS, mayOn } from '#standard/access/roles.ts';
import { ROLE_CODES } from '#standard/generated/role-codes.ts';
import type { RoleCode } from '#standard/generated/role-codes.ts';
import { todayInVietnam } from './clock.ts';
import { SCREENS } from './generated/screens.ts';
import { admission, asksOf, isPersonAlone, taskAt, tasksOf } from './menus.ts';
import type { TaskName, Tasked } from './menus.ts';
import type { Screen } from './screen.ts';

/** What the server says of who holds these roles: by the table of access. */
const mayOf = (grants: Tasked['grants']): Tasked['may'] =>
  ACCESS_ACTS.filter((act) => OWN_ACTS.has(act) || grants.some(({ role }) => mayOn(role as RoleCode, act, todayInVietnam())));
const at = (surfaces: Tasked['surfaces'], grants: Tasked['grants']): Tasked => ({ grants, surfaces, may: mayOf(grants) });
const everywhere = (grants: Tasked['grants']): Tasked => at(['portal', 'administration', 'exchange', 'card'], grants);

/** Written by hand, as a second opinion on what the table of access comes to. */
const MENU: Readonly<Record<RoleCode, readonly TaskName[]>> = {
  CA_NHAN: ['own', 'ownDeclaration', 'ownReads', 'ownConsents', 'ownCard', 'ownData', 'ownRequests'],
  NHAP_LIEU: ['home', 'template', 'upload', 'submissions', 'legalClocks', 'firstLoads', 'cases', 'exchangeLines', 'search', 'network'],
  LD_DON_VI: [
    'home',
    'duties',
    'reports',
    'template',
    'submissions',
    'approvals',
    'legalClocks',
    'firstLoads',
    'cases',
    'keptApart',
    'exchangeLines',
    'consents',
    'search',
    'sending',
    'network',
  ],
  DOI_SOAT: [
    'home',
    'duties',
    'template',
    'upload',
    'submissions',
    'confirm',
    'mismatches',
    'valueReports',
    'legalClocks',
    'firstLoads',
    'dataRequests',
    'cases',
    'exchangeLines',
    'search',
    'network',
  ],
  XAC_NHAN: [
    'home',
    'duties',
    'submissions',
    'confirm',
    'legalClocks',
    'firstLoads',
    'cases',
    'declarationCalls',
    'heldCards',
    'erasures',
    'keptApart',
    'exchangeLines',
    'consents',
    'search',
    'network',
  ],
  QT_BNDP: [
    'home',
    'board',
    'duties',
    'plan',
    'reports',
    'legalClocks',
    'erasures',
    'exchangeLines',
    'search',
    'bodies',
    'accounts',
    'sending',
    'lists',
    'decreeCoverage',
    'network',
    'oversight',
    'audit',
  ],
  VU_CCVC: [
    'home',
    'board',
    'duties',
    'plan',
    'reports',
    'submissions',
    'legalClocks',
    'firstLoads',
    'cases',
    'declarationCalls',
    'exchangeLines',
    'search',
    'lists',
    'decreeCoverage',
    'network',
    'incidents',
  ],
  TTTT: ['home', 'exchangeLines', 'network', 'operations', 'incidents', 'audit'],
  GIAM_SAT: ['home', 'oversight', 'incidents', 'audit'],
};

test('each role has its menu', () => {
  for (const role of ROLE_CODES) assert.deepEqual(tasksOf(everywhere([{ role }])), MENU[role], role);
});

/** Screens without a place in the menu that not everybody who is signed in may open: written by hand, as a second opinion. */
const OPENED_BY: Readonly<Record<string, readonly RoleCode[]>> = {
  '/viec/tiep-nhan': ['NHAP_LIEU', 'LD_DON_VI', 'DOI_SOAT', 'XAC_NHAN'],
  '/viec/chuyen-di/:personId': ['NHAP_LIEU', 'LD_DON_VI', 'DOI_SOAT', 'XAC_NHAN'],
  '/viec/biet-phai/:personId': ['NHAP_LIEU', 'LD_DON_VI', 'DOI_SOAT', 'XAC_NHAN'],
  '/quan-ly-rieng/:id': ['XAC_NHAN'],
  '/viec/kiem-nhiem/:personId': ['NHAP_LIEU', 'LD_DON_VI', 'DOI_SOAT', 'XAC_NHAN'],
  '/viec/doi-so/:personId': ['NHAP_LIEU', 'LD_DON_VI', 'DOI_SOAT', 'XAC_NHAN'],
  '/viec/hop-nhat/:personId': ['NHAP_LIEU', 'LD_DON_VI', 'DOI_SOAT', 'XAC_NHAN'],
  '/viec/:id': ['NHAP_LIEU', 'LD_DON_VI', 'DOI_SOAT', 'XAC_NHAN', 'VU_CCVC'],
  '/co-quan': ['NHAP_LIEU', 'LD_DON_VI', 'DOI_SOAT', 'XAC_NHAN', 'QT_BNDP', 'VU_CCVC', 'TTTT'],
  '/co-quan/:id': ['NHAP_LIEU', 'LD_DON_VI', 'DOI_SOAT', 'XAC_NHAN', 'QT_BNDP', 'VU_CCVC', 'TTTT'],
  '/co-quan/thay-doi/:id': ['QT_BNDP'],
  '/bao-cao/:number': ['LD_DON_VI', 'QT_BNDP', 'VU_CCVC'],
  '/huy-du-lieu/:id': ['XAC_NHAN'],
  '/xac-nhan/:submissionId': ['XAC_NHAN'],
  '/xac-nhan/:submissionId/:personId': ['DOI_SOAT', 'XAC_NHAN'],
  '/ho-so/:id': ['NHAP_LIEU', 'LD_DON_VI', 'DOI_SOAT', 'XAC_NHAN', 'QT_BNDP', 'VU_CCVC'],
  '/xuat-danh-sach': ['NHAP_LIEU', 'LD_DON_VI', 'DOI_SOAT', 'XAC_NHAN', 'VU_CCVC'],
  '/ho-so-gui/:id': ['NHAP_LIEU', 'LD_DON_VI', 'DOI_SOAT', 'XAC_NHAN', 'VU_CCVC'],
  '/van-ban': ['NHAP_LIEU', 'DOI_SOAT'],
  '/ho-so-gui/:id/doi-chieu': ['NHAP_LIEU', 'LD_DON_VI', 'DOI_SOAT'],
  '/duyet-gui/:id': ['LD_DON_VI'],
  '/sai-lech/:submissionId/:personId': ['DOI_SOAT'],
  '/bao-sai/:id': ['DOI_SOAT'],
  '/xem-theo-dong-y/:id': ['LD_DON_VI', 'XAC_NHAN'],
  '/trao-doi/:id': ['NHAP_LIEU', 'LD_DON_VI', 'DOI_SOAT', 'XAC_NHAN', 'QT_BNDP', 'VU_CCVC', 'TTTT'],
  '/nap-lan-dau/:id': ['NHAP_LIEU', 'LD_DON_VI', 'DOI_SOAT', 'XAC_NHAN', 'VU_CCVC'],
};

test('a screen opens for who may open it: signed out one is asked to sign in, of another role one is told so', () => {
  const OUT = { signedIn: false, may: [] };
  for (const screen of SCREENS as readonly Screen[]) {
    const asks = asksOf(screen);
    assert.equal(admission(asks, OUT), asks === 'nobody' ? 'open' : 'sign-in', screen.address);
    const { menu, address } = screen;
    if (menu && menu.act !== null && menu.act !== 'own' && screen.asks === undefined) assert.equal(asks, menu.act, address);
    else if (asks !== 'nobody' && asks !== 'session') {
      const openedBy = ROLE_CODES.filter((role) => admission(asks, { signedIn: true, may: mayOf([{ role }]) }) === 'open');
      assert.deepEqual([...openedBy].sort(), [...(OPENED_BY[address] ?? [])].sort(), address);
    }
  }
  assert.deepEqual(
    (SCREENS as readonly Screen[]).filter((screen) => asksOf(screen) === 'nobody').map(({ address }) => address),
    [
      '/tro-nang',
      '/kiem-tra-xac-nhan',
      '/ban-giay/:number',
      '/kiem-tra-ban-giay',
      '/trinh-dien',
      '/huong-dan',
      '/',
      '/bien-nhan/:number',
      '/kiem-tra-bien-nhan',
    ],
  );
  assert.equal(admission('item.confirm', { signedIn: true, may: ['item.read'] }), 'of-others');
});

test('two roles together have each task once, in the order of the work', () => {
  assert.deepEqual(tasksOf(everywhere([{ role: 'GIAM_SAT' }, { role: 'NHAP_LIEU' }])), [
    'home',
    'template',
    'upload',
    'submissions',
    'legalClocks',
    'firstLoads',
    'cases',
    'exchangeLines',
    'search',
    'network',
    'oversight',
    'incidents',
    'audit',
  ]);
});

test('a role that we do not know sees its home and nothing else', () => {
  assert.deepEqual(tasksOf(everywhere([{ role: 'toString' }, { role: 'MOI' }])), ['home']);
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
  assert.deepEqual(tasksOf(at(['administration'], both)), ['home', 'erasures', 'exchangeLines', 'oversight', 'incidents', 'audit']);
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
