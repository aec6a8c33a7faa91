/**
 * What comes with the first load of the portal: the files that its entry imports at once, and of all words those that they name; then the words of each
 * screen that comes right behind it. Asked of the sources, so that nobody keeps a list.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'oxc-parser';
import type { Bilingual } from '#base/problem.ts';
import type { WordTree } from '#portal/language/in-language.ts';

const ENTRY = 'portal/main.tsx';
/** Screens of which one is all that most people see at first: fetched with their own words alone. */
export const RIGHT_BEHIND = { home: 'portal/home/MyTasks.tsx', demo: 'portal/demo/ChooseRole.tsx' } as const;
/** Parts that the words come in. */
export type WordPart = 'first' | keyof typeof RIGHT_BEHIND | 'more';
export const WORD_PARTS = ['first', 'home', 'demo', 'more'] as const satisfies readonly WordPart[];

const isText = (one: Bilingual | WordTree): one is Bilingual => typeof one['vi'] === 'string' && typeof one['en'] === 'string';

/** Files of the portal that `file` imports at once; what is written under `generated` is no place where words are named. */
function importsOf(root: string, file: string): string[] {
  const { module } = parseSync(file, readFileSync(join(root, file), 'utf8'));
  const named = module.staticImports
    .filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType))
    .map(({ moduleRequest }) => moduleRequest.value);
  return named
    .map((path) =>
      path.startsWith('#portal/') ? path.slice(1) : path.startsWith('.') ? normalize(join(dirname(file), path)).replaceAll('\\', '/') : '',
    )
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('portal/language/generated/') && existsSync(join(root, path)));
}

/** @returns paths from the root of what a file brings along at once, itself first */
export function firstFiles(root: string, entry: string = ENTRY): readonly string[] {
  const files = new Set([entry]);
  for (const file of files) for (const next of importsOf(root, file)) files.add(next);
  return [...files];
}

/** Paths of words that a text of code may ask for: `'home.title'`, `` `home.${kind}` `` (all of home), `texts('role')`. */
export function wordsNamedIn(code: string): readonly string[] {
  return [
    ...[...code.matchAll(/['"`]([A-Za-z][\w-]*(?:\.[\w-]+)+)['"`]/g)].map(([, path]) => path!),
    ...[...code.matchAll(/`([A-Za-z][\w-]*(?:\.[\w-]+)*)\.[\w-]*\$\{/g)].map(([, path]) => path!),
    ...[...code.matchAll(/\btexts\('([\w.-]+)'/g)].map(([, path]) => path!),
  ];
}

/** The tree parted: what the paths name, and the rest. A path that names nothing is no path of a word. */
export function parted(tree: WordTree, paths: readonly string[]): { readonly first: WordTree; readonly more: WordTree } {
  const first: Record<string, WordTree[string]> = {};
  const more: Record<string, WordTree[string]> = {};
  for (const [name, one] of Object.entries(tree)) {
    const below = paths.filter((path) => path.startsWith(`${name}.`)).map((path) => path.slice(name.length + 1));
    if (paths.includes(name)) first[name] = one;
    else if (isText(one) || below.length === 0) more[name] = one;
    else {
      const halves = parted(one, below);
      if (Object.keys(halves.first).length > 0) first[name] = halves.first;
      if (Object.keys(halves.more).length > 0) more[name] = halves.more;
    }
  }
  return { first, more };
}

const overlaps = (one: string, other: string): boolean => one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);

/** What the words are parted by: paths that the first load names, or several of the screens right behind it; and those of each such screen. */
function pathsByPart(root: string): Readonly<Record<Exclude<WordPart, 'more'>, readonly string[]>> {
  const named = (files: readonly string[]): string[] => [
    ...new Set(files.flatMap((file) => wordsNamedIn(readFileSync(join(root, file), 'utf8')))),
  ];
  const files = firstFiles(root);
  const behind = (entry: string): string[] => named(firstFiles(root, entry).filter((file) => !files.includes(file)));
  const [home, demo] = [behind(RIGHT_BEHIND.home), behind(RIGHT_BEHIND.demo)];
  const inBoth = home.filter((path) => demo.some((other) => overlaps(path, other)));
  return { first: [...named(files), ...inBoth], home, demo };
}

/** All words of the portal by the part that they come in; no word is in two. */
export function partedByFirstLoad(root: string, tree: WordTree): Readonly<Record<WordPart, WordTree>> {
  const paths = pathsByPart(root);
  const { first, more: behind } = parted(tree, paths.first);
  const { first: home, more: others } = parted(behind, paths.home);
  const { first: demo, more } = parted(others, paths.demo);
  return { first, home, demo, more };
}
