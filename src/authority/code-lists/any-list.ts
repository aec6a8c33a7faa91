/** A list by its id, of codes or of law: editions hold both. */
import { codeList, packedList } from '#standard/code-lists.ts';
import type { CodeList } from '#standard/code-lists.ts';
import { isLawList, lawList, packedLaw } from '#standard/law/law-lists.ts';

/** As this program was packed with it. An id that no list has is a bug and throws. */
export const packedAny = (id: string): CodeList => (isLawList(id) ? packedLaw(id) : packedList(id));

/** In the edition in use. */
export const anyList = (id: string): CodeList => (isLawList(id) ? lawList(id) : codeList(id));
