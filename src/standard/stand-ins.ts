/** Words and signs that stand in a cell for nothing, or for the cell above: `stand-ins.json`. Never a value of a record. */
import type { KindName } from './field-shape.ts';
import file from './stand-ins.json' with { type: 'json' };

/** `as-above`: the value of the row above. `nothing`: blank. `broken`: an error or an empty value of the program that wrote the file. */
export type StandIn = 'as-above' | 'nothing' | 'broken';

const WORDS = new Map(file.words.map(({ word, means }) => [word, means as StandIn]));
const PATTERNS = file.patterns.map(({ pattern, means }) => ({ pattern: new RegExp(pattern, 'u'), means: means as StandIn }));
const ZERO = { pattern: new RegExp(file.zero.pattern, 'u'), means: file.zero.means as StandIn, kinds: new Set(file.zero.kinds) };
const NOT_NAMES = new Set(file.notNames.words);
/** No word of the file is longer. */
const CHARS_MAX = 24;

/** Begins and ends with a letter or a digit, not with an x: of the patterns only the zero may fit, and nothing stands around the words. */
const PLAIN = /^(?![xX])[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/su;

/** "- nt -", "(như trên)", "N/A." are the words without what stands around them. */
const bare = (text: string): string => text.toLowerCase().replace(/^[\s"'([\-–—.]+|[\s"')\]\-–—.]+$/gu, '');

/** What a (clean) text stands for when it is no value; undefined when it may be one. `kind`: the zero counts where words are asked. */
export function standInOf(text: string, kind?: KindName): StandIn | undefined {
  if (text.length > CHARS_MAX) return undefined;
  const isPlain = PLAIN.test(text);
  const lower = text.toLowerCase();
  const within = isPlain ? lower : bare(text);
  const word = WORDS.get(lower) ?? (isPlain ? undefined : WORDS.get(within));
  if (word !== undefined) return word;
  if (kind === 'personName' && NOT_NAMES.has(within)) return 'nothing';
  const found = isPlain ? undefined : PATTERNS.find(({ pattern }) => pattern.test(text));
  if (found) return found.means;
  return kind !== undefined && ZERO.kinds.has(kind) && ZERO.pattern.test(text) ? ZERO.means : undefined;
}
