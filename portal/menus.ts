/** What stands in the menu and in which order, from the table of access. The server decides what may be done; this decides what is shown. */
import type { Grant, Session } from '#portal/api/generated/api.ts';
import { todayInVietnam } from '#portal/clock.ts';
import type { AccessAct } from '#standard/access/acts.ts';
import { mayOn } from '#standard/access/roles.ts';
import { ROLE_CODES } from '#standard/generated/role-codes.ts';
import type { RoleCode } from '#standard/generated/role-codes.ts';

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
  | 'lists'
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
  lists: '/danh-muc',
  audit: '/nhat-ky',
  own: '/toi',
  ownReads: '/toi/ai-da-xem',
  ownCard: '/toi/the',
  ownData: '/toi/du-lieu',
} as const satisfies Record<TaskName, string>;

/** What the server asks for before it answers a task or a button: who may not do it is not shown it. null = whoever signs in. */
const ACT_OF_TASK = {
  home: null,
  template: 'template.read',
  upload: 'upload.create',
  submissions: 'submission.read',
  confirm: 'queue.read',
  cases: 'case.read',
  search: 'record.search',
  lists: 'lists.read',
  audit: 'audit.verify',
} as const satisfies Record<Exclude<TaskName, (typeof OWN_TASKS)[number]>, AccessAct | null>;

/** Tasks that another server may answer: where the log is kept apart, the officers' portal does not show it, nor the other way round. */
const ADMINISTRATION: ReadonlySet<TaskName> = new Set<TaskName>(['lists', 'audit']);

const ACT_OF_VIEW = {
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
} as const satisfies Record<string, AccessAct>;
export type ViewName = keyof typeof ACT_OF_VIEW;

// Not `in`: an unknown role named "constructor" is none.
const isRole = (role: string): role is RoleCode => (ROLE_CODES as readonly string[]).includes(role);

/** May one of these roles ask for it? The server decides again. */
export const maySee = (grants: readonly Pick<Grant, 'role'>[], view: ViewName, today: string = todayInVietnam()): boolean =>
  grants.some(({ role }) => isRole(role) && mayOn(role, ACT_OF_VIEW[view], today));

const ORDER = Object.keys(ADDRESS_OF_TASK) as readonly TaskName[];

/** Somebody who is here for the own record alone: no role, or that of a person. */
export const isPersonAlone = (grants: readonly Pick<Grant, 'role'>[]): boolean => grants.every(({ role }) => role === 'CA_NHAN');

/** What of a session says which tasks there are: its roles, and what its server answers. */
export interface Tasked {
  readonly grants: readonly Pick<Grant, 'role'>[];
  readonly surfaces: Session['surfaces'];
}

/** The tasks of all roles that somebody holds, each once, in the order of the work. A role we do not know has only its home. */
export function tasksOf({ grants, surfaces }: Tasked, today: string = todayInVietnam()): readonly TaskName[] {
  if (isPersonAlone(grants)) return surfaces.includes('portal') ? OWN_TASKS : ['home'];
  return ORDER.filter((task) => {
    if (!(task in ACT_OF_TASK)) return false;
    if (task !== 'home' && !surfaces.includes(ADMINISTRATION.has(task) ? 'administration' : 'portal')) return false;
    const act = ACT_OF_TASK[task as keyof typeof ACT_OF_TASK];
    return act === null || grants.some(({ role }) => isRole(role) && mayOn(role, act, today));
  });
}
