/** May a name of a list be suggested because its letters are near? `words/near-letters.json` says it list by list, with the reason; what it does not name: no. */
import file from './words/near-letters.json' with { type: 'json' };

/** `marks`: only the same letters with other marks. `letters`: near letters. Always a guess, never more. */
export type Nearness = 'none' | 'marks' | 'letters';

const BY_LIST = new Map(file.lists.map(({ list, near }) => [list, near as Nearness]));

export const nearLettersOf = (listId: string): Nearness => BY_LIST.get(listId) ?? 'none';
