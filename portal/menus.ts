/** Role → tasks, as data: what stands in the menu and in which order. The server decides what may be done; this decides what is shown. */
import type { Grant } from '#portal/api/shapes.ts';

export type TaskName = 'home' | 'template' | 'upload' | 'submissions' | 'confirm' | 'search' | 'audit';

export const ADDRESS_OF_TASK = {
  home: '/', template: '/bieu-mau', upload: '/nop-ho-so', submissions: '/ho-so-gui', confirm: '/xac-nhan', search: '/tra-cuu', audit: '/nhat-ky',
} as const satisfies Record<TaskName, string>;

/** Codes of `vai_tro`. */
export const TASKS_OF_ROLE = {
  CA_NHAN: ['home'],
  NHAP_LIEU: ['home', 'template', 'upload', 'submissions', 'search'],
  LD_DON_VI: ['home', 'submissions', 'search'],
  DOI_SOAT: ['home', 'submissions', 'confirm', 'search'],
  XAC_NHAN: ['home', 'confirm', 'search', 'submissions'],
  QT_BNDP: ['home', 'submissions', 'search', 'audit'],
  VU_CCVC: ['home', 'search', 'submissions'],
  TTTT: ['home', 'audit'],
  GIAM_SAT: ['home', 'audit'],
} as const satisfies Record<string, readonly TaskName[]>;

const ORDER = Object.keys(ADDRESS_OF_TASK) as readonly TaskName[];

/** The tasks of all roles that somebody holds, each once, in the order of the work. A role we do not know has only its home. */
export function tasksOf(grants: readonly Pick<Grant, 'role'>[]): readonly TaskName[] {
  const all = new Set<TaskName>(['home', ...grants.flatMap(({ role }): readonly TaskName[] => (role in TASKS_OF_ROLE ? TASKS_OF_ROLE[role as keyof typeof TASKS_OF_ROLE] : []))]);
  return ORDER.filter((task) => all.has(task));
}
