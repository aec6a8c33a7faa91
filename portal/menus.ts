/** Role → tasks, as data: what stands in the menu and in which order. The server decides what may be done; this decides what is shown. */
import type { Grant } from '#portal/api/shapes.ts';

/** The own pages: everybody's, whatever roles they hold. In the menu of those who have no other task; officers find them under their name. */
export const OWN_TASKS = ['own', 'ownReads', 'ownCard', 'ownData'] as const;
export type TaskName =
  | 'home'
  | 'template'
  | 'upload'
  | 'submissions'
  | 'confirm'
  | 'cases'
  | 'search'
  | 'audit'
  | (typeof OWN_TASKS)[number];

export const ADDRESS_OF_TASK = {
  home: '/',
  template: '/bieu-mau',
  upload: '/nop-ho-so',
  submissions: '/ho-so-gui',
  confirm: '/xac-nhan',
  cases: '/viec',
  search: '/tra-cuu',
  audit: '/nhat-ky',
  own: '/toi',
  ownReads: '/toi/ai-da-xem',
  ownCard: '/toi/the',
  ownData: '/toi/du-lieu',
} as const satisfies Record<TaskName, string>;

/** Codes of `vai_tro`. A test holds it to what `decide` allows: no task that would be refused. */
export const TASKS_OF_ROLE = {
  CA_NHAN: ['home'],
  NHAP_LIEU: ['home', 'template', 'upload', 'submissions', 'cases', 'search'],
  LD_DON_VI: ['home', 'template', 'submissions', 'cases', 'search'],
  DOI_SOAT: ['home', 'template', 'upload', 'submissions', 'confirm', 'cases', 'search'],
  XAC_NHAN: ['home', 'confirm', 'submissions', 'cases', 'search'],
  QT_BNDP: ['home', 'search', 'audit'],
  VU_CCVC: ['home', 'submissions', 'cases', 'search'],
  TTTT: ['home', 'audit'],
  GIAM_SAT: ['home', 'audit'],
} as const satisfies Record<string, readonly TaskName[]>;

/** What a role may ask for besides its tasks; a button that would be refused is not shown. */
export const SIGHTS_OF_ROLE = {
  CA_NHAN: [],
  NHAP_LIEU: ['problems', 'record', 'askCase'],
  LD_DON_VI: ['problems', 'record', 'history', 'card', 'askCase'],
  DOI_SOAT: ['problems', 'record', 'unmask', 'history', 'card', 'askCase'],
  XAC_NHAN: ['problems', 'record', 'unmask', 'history', 'reads', 'card', 'endCard', 'askCase', 'reopen'],
  QT_BNDP: ['reads', 'events'],
  VU_CCVC: ['record', 'history'],
  TTTT: [],
  GIAM_SAT: ['events'],
} as const satisfies Record<keyof typeof TASKS_OF_ROLE, readonly Sight[]>;

export type Sight = 'problems' | 'record' | 'unmask' | 'history' | 'reads' | 'events' | 'card' | 'endCard' | 'askCase' | 'reopen';
type Role = keyof typeof TASKS_OF_ROLE;
// Not `in`: an unknown role named "constructor" is none.
const isRole = (role: string): role is Role => Object.hasOwn(TASKS_OF_ROLE, role);

/** May one of these roles ask for it? The server decides again. */
export const maySee = (grants: readonly Pick<Grant, 'role'>[], sight: Sight): boolean =>
  grants.some(({ role }) => isRole(role) && (SIGHTS_OF_ROLE[role] as readonly Sight[]).includes(sight));

const ORDER = Object.keys(ADDRESS_OF_TASK) as readonly TaskName[];

/** Somebody who is here for the own record alone: no role, or that of a person. */
export const isPersonAlone = (grants: readonly Pick<Grant, 'role'>[]): boolean => grants.every(({ role }) => role === 'CA_NHAN');

/** The tasks of all roles that somebody holds, each once, in the order of the work. A role we do not know has only its home. */
export function tasksOf(grants: readonly Pick<Grant, 'role'>[]): readonly TaskName[] {
  if (isPersonAlone(grants)) return OWN_TASKS;
  const all = new Set<TaskName>(['home', ...grants.flatMap(({ role }): readonly TaskName[] => (isRole(role) ? TASKS_OF_ROLE[role] : []))]);
  return ORDER.filter((task) => all.has(task));
}
