/** Names that are near by their letters: for lists where a slip of the keyboard can hardly become another fact (`words/near-letters.json`). */
import { distance } from 'fastest-levenshtein';
import type { CodeEntry } from './list-file.ts';
import type { Nearness } from './near-letters.ts';
import { looseKey, sameNegation } from './text-keys.ts';

export interface NameKey {
  readonly entry: CodeEntry;
  readonly name: string;
  readonly key: string;
}
export interface NearName {
  readonly entry: CodeEntry;
  readonly likeness: number;
}

/** "Phường 1" is near to hundreds of names: shorter words have no near one. */
const LETTERS_MIN = 5;
const LIKELY = 0.75;
/** Names that much worse than the best are not worth showing; those within it are equals, and none of them is proposed. */
const EQUALS_WITHIN = 0.15;
const NEAR_MAX = 5;
/** The same letters with other marks are another word still. */
const SURE_OF_NOTHING = 0.95;

/** 1 = equal. Two neighbouring letters in the wrong order count as one mistake. */
function likeness(a: string, b: string): number {
  let mistakes = distance(a, b);
  if (mistakes === 2 && a.length === b.length) {
    const at = Array.from(a).findIndex((letter, index) => letter !== b[index]);
    if (a[at] === b[at + 1] && a[at + 1] === b[at]) mistakes = 1;
  }
  return Math.round((1 - mistakes / Math.max(a.length, b.length)) * 100) / 100;
}

const digitsIn = (text: string): string => text.replace(/\D+/g, ' ').trim();

/** Near names, best first: one is a guess, several are equals to choose from. Opposites and other numbers are never near. */
export function nearNames(names: readonly NameKey[], text: string, nearness: Nearness): readonly NearName[] {
  const typed = looseKey(text);
  if (typed.length < LETTERS_MIN || nearness === 'none') return [];
  const best = new Map<string, NearName>();
  for (const { entry, name, key } of names) {
    if (nearness === 'marks' && key !== typed) continue;
    const longer = Math.max(typed.length, key.length);
    if (longer - Math.min(typed.length, key.length) > longer * (1 - LIKELY)) continue;
    const near = Math.min(likeness(typed, key), SURE_OF_NOTHING);
    if (near < LIKELY || near <= (best.get(entry.code)?.likeness ?? 0)) continue;
    if (sameNegation(text, name) && digitsIn(text) === digitsIn(name)) best.set(entry.code, { entry, likeness: near });
  }
  const sorted = [...best.values()].sort((a, b) => b.likeness - a.likeness);
  return sorted.filter((one) => one.likeness > sorted[0]!.likeness - EQUALS_WITHIN).slice(0, NEAR_MAX);
}
