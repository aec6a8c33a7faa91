/** Tasks that a home leads to: all but the home itself and the own pages, which have a home of their own. */
import type { TaskName } from '#portal/menus.ts';

export type OfficeTask = Exclude<
  TaskName,
  'home' | 'own' | 'ownDeclaration' | 'ownReads' | 'ownConsents' | 'ownCard' | 'ownData' | 'ownRequests'
>;
const ELSEWHERE: readonly TaskName[] = ['home', 'own', 'ownDeclaration', 'ownReads', 'ownConsents', 'ownCard', 'ownData', 'ownRequests'];
export const isOfficeTask = (task: TaskName): task is OfficeTask => !ELSEWHERE.includes(task);
