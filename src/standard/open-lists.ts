/** Lists to which administrators add: those that hold people (grades, titles, posts), as their files say. Pure. */
import { LIST_FILES } from './codelists/all.ts';

/** Their ids, in the order of the lists. */
export const OPEN_LISTS: readonly string[] = LIST_FILES.filter(({ open }) => open === true).map(({ id }) => id);
