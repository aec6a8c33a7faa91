/** Words of different entries of a list that fold to one text when marks and signs are dropped: what `folded-pairs.json` decides one by one. */
import { codeList, type CodeEntry } from '#standard/code-lists.ts';
import { communeTables } from '#standard/codelists/communes.ts';
import { isValidOn } from '#standard/codelists/list-file.ts';
import { exactKey, looseKey } from '#standard/codelists/text-keys.ts';

export interface FoldedPair {
  readonly list: string;
  readonly folded: string;
  /** each spelling with the codes that bear it */
  readonly words: Readonly<Record<string, readonly string[]>>;
}

export const wordsOfEntry = (entry: CodeEntry): readonly string[] => [
  entry.code,
  entry.name,
  ...entry.aliases,
  ...entry.sharedWords,
  ...(entry.nameEn ? [entry.nameEn] : []),
];

/** Is there a day on which both entries stand? */
const meet = (a: CodeEntry, b: CodeEntry): boolean =>
  (a.validFrom === null || isValidOn(b, a.validFrom) || (b.validFrom !== null && isValidOn(a, b.validFrom)) || b.validFrom === null) &&
  (a.validTo === null || b.validFrom === null || b.validFrom < a.validTo) &&
  (b.validTo === null || a.validFrom === null || a.validFrom < b.validTo);

/**
 * The pairs of one list. One word that two entries bear on different days is no pair: the day decides it; nor is a word that
 * `used-words.json` says to be shared. Pairs are what differs only by marks or signs, and one word of two entries of the same day.
 */
export function listPairs(listId: string): readonly FoldedPair[] {
  const byFolded = new Map<string, Use[]>();
  for (const entry of codeList(listId).entries)
    for (const word of new Set(wordsOfEntry(entry))) {
      const folded = looseKey(word);
      if (folded !== '')
        byFolded.set(folded, [...(byFolded.get(folded) ?? []), { word, entry, isShared: entry.sharedWords.includes(word) }]);
    }
  return [...byFolded].flatMap(([folded, uses]) => {
    const together = uses.filter((one) => uses.some((other) => isPair(one, other)));
    if (together.length === 0) return [];
    const words: Record<string, string[]> = {};
    for (const { word, entry } of together) words[word] = [...new Set([...(words[word] ?? []), entry.code])].sort();
    return [{ list: listId, folded, words }];
  });
}

interface Use {
  readonly word: string;
  readonly entry: CodeEntry;
  readonly isShared: boolean;
}

/** Two spellings are a pair whatever their days: who types one may mean the other of another day. */
function isPair(one: Use, other: Use): boolean {
  if (one.entry.code === other.entry.code) return false;
  if (exactKey(one.word) !== exactKey(other.word) || isCodeAgainstName(one, other)) return true;
  return !(one.isShared && other.isShared) && meet(one.entry, other.entry);
}
/** "Ao" is AO in other letters: a code and a name that differ by letter case alone. */
const isCodeAgainstName = (one: Use, other: Use): boolean =>
  one.word !== other.word && (one.word === one.entry.code) !== (other.word === other.entry.code);

/** Communes of one province and one state (before, since 2025-07-01, or both) whose names differ by marks alone (not only by the place of a tone): "14: Xã Chiềng Hắc | Xã Chiềng Hặc". */
export function communePairs(): readonly string[] {
  const byFolded = new Map<string, Set<string>>();
  for (const { name, provinceCode } of communeTables().entries) {
    const key = `${provinceCode} ${looseKey(name)}`;
    byFolded.set(key, (byFolded.get(key) ?? new Set()).add(name));
  }
  const differ = (names: ReadonlySet<string>): boolean => new Set([...names].map(exactKey)).size > 1;
  return [...byFolded].flatMap(([key, names]) => (differ(names) ? [`${key.slice(0, 2)}: ${[...names].sort().join(' | ')}`] : [])).sort();
}
