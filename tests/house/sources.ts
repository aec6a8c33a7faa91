/** The files of the project as house tests look at them: each is read once and parsed once, however many tests ask. */
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, rawTransferSupported } from 'oxc-parser';
import type { ParseResult, ParserOptions } from 'oxc-parser';

export const ROOT = join(import.meta.dirname, '../..');

const texts = new Map<string, string>();
/** What stands in a file; its path is from the root. */
export function textOf(file: string): string {
  const known = texts.get(file);
  if (known !== undefined) return known;
  const text = readFileSync(join(ROOT, file), 'utf8');
  texts.set(file, text);
  return text;
}

const found = new Map<string, readonly string[]>();
/** Files whose path from the root is like a pattern, in one order everywhere. */
export function filesLike(pattern: string): readonly string[] {
  const known = found.get(pattern);
  if (known) return known;
  const files = globSync(pattern, { cwd: ROOT })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  found.set(pattern, files);
  return files;
}

let known: readonly string[] | null = null;
/** Every file of the project, those too that are not yet kept by git; none that it ignores. */
export const projectFiles = (): readonly string[] =>
  (known ??= execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' })
    .split('\0')
    .filter((file) => file !== '' && existsSync(join(ROOT, file))));

/** What a screen shows where there is no server: for its tests. */
export const isExample = (file: string): boolean => /^portal\/[\w-]+\/example\.ts$/.test(file);
export const isTest = (file: string): boolean => /\.test\.ts$|-for-tests\.ts$/.test(file);

/** The tree is handed over as it lies in memory, where that can be: as JSON it took four times as long, and the answers are the same. */
const HOW: ParserOptions & { readonly experimentalRawTransfer?: true } = rawTransferSupported() ? { experimentalRawTransfer: true } : {};

/** Imports, exports and comments. The tree is not kept: that of all files would be more than all else together. */
type Parsed = Pick<ParseResult, 'module' | 'comments'>;
const parsed = new Map<string, { readonly text: string; readonly result: Parsed }>();

/** A text parsed under the name of a file. What a file holds is kept; an invented text is parsed anew. */
export function parsedOf(file: string, text: string): Parsed {
  const known = parsed.get(file);
  if (known?.text === text) return known.result;
  const { module, comments } = parseSync(file, text, HOW);
  const result = { module, comments };
  if (texts.get(file) === text) parsed.set(file, { text, result });
  return result;
}

/** Code without its comments: blanks stand in their place. */
export function codeOf(file: string, text: string): string {
  let code = '';
  let at = 0;
  for (const { start, end } of parsedOf(file, text).comments) {
    code += text.slice(at, start) + ' '.repeat(end - start);
    at = end;
  }
  return code + text.slice(at);
}

const wordsKnown = new Map<string, ReadonlyMap<string, number>>();
/** Words of the code of a file, without comments, and how often each stands there. */
export function wordsOf(file: string, text = textOf(file)): ReadonlyMap<string, number> {
  const isWhole = texts.get(file) === text;
  const known = isWhole ? wordsKnown.get(file) : undefined;
  if (known) return known;
  const words = new Map<string, number>();
  for (const [word] of codeOf(file, text).matchAll(/[A-Za-z_$][\w$]*/g)) words.set(word, (words.get(word) ?? 0) + 1);
  if (isWhole) wordsKnown.set(file, words);
  return words;
}

export interface SyntaxNode {
  readonly type: string;
  readonly [key: string]: unknown;
}
export const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string';

/** A node and all below it, each before what it holds. */
export function nodesOf(node: SyntaxNode, found: SyntaxNode[] = []): readonly SyntaxNode[] {
  found.push(node);
  for (const name in node) {
    const value = node[name];
    if (Array.isArray(value)) {
      for (const one of value) if (isNode(one)) nodesOf(one, found);
    } else if (isNode(value)) nodesOf(value, found);
  }
  return found;
}

/** The tree of a text. */
export const programOf = (text: string): SyntaxNode => parseSync('file.ts', text, HOW).program as unknown as SyntaxNode;
