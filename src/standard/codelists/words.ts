/**
 * Words that people use for the entries of the lists, as they stand in forms and sheets of bodies, North and South (`words/used-words.json`).
 * A word with one meaning is an alias; a word with several is shared: the product asks. Each row names its source.
 */
import type { PlainDate } from '#base/clock.ts';
import file from './words/used-words.json' with { type: 'json' };
import type { UsedWords } from './list-file.ts';

export interface WordRow {
  readonly list: string;
  readonly code: string;
  readonly words: readonly string[];
  /** only for the life of the code that stands on this day: a code that was used again, or that had several lives */
  readonly on?: PlainDate;
  /** key of `sources` */
  readonly source: string;
}
export interface SharedWordRow {
  readonly list: string;
  readonly word: string;
  readonly codes: readonly string[];
  readonly why: string;
  /** what it usually means: a guess beside the candidates */
  readonly likely?: string;
}

/** Rows of words with one meaning each. */
export const USED_WORDS: readonly WordRow[] = file.used;
/** Words with several meanings. */
export const SHARED_WORDS: readonly SharedWordRow[] = file.shared;
/** Where the words were met. */
export const WORD_SOURCES: Readonly<Record<string, string>> = file.sources;

const key = (list: string, code: string): string => `${list} ${code}`;
const used = Map.groupBy(USED_WORDS, ({ list, code }) => key(list, code));
const shared = Map.groupBy(
  SHARED_WORDS.flatMap(({ list, word, codes }) => codes.map((code) => ({ at: key(list, code), word }))),
  ({ at }) => at,
);

/** The words for one item of a list; `stands` tells whether the item stands on a day. */
export const wordsOf = (list: string, code: string, stands: (on: PlainDate) => boolean): UsedWords => ({
  aliases: (used.get(key(list, code)) ?? []).filter(({ on }) => on === undefined || stands(on)).flatMap(({ words }) => words),
  shared: (shared.get(key(list, code)) ?? []).map(({ word }) => word),
});

/** What a word with several meanings usually means in a list, as a code; null when nothing is usual. */
export const usualMeaning = (list: string, word: string): string | null =>
  SHARED_WORDS.find((row) => row.list === list && row.likely !== undefined && row.word.toLowerCase() === word.trim().toLowerCase())?.likely ?? null;
