/**
 * What comes with the first load of the portal: the files that its entry imports at once, and of all words those that they name. Asked of the sources, so
 * that nobody keeps a list.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'oxc-parser';
import type { Bilingual } from '#base/problem.ts';
import type { WordTree } from '#portal/language/in-language.ts';

const ENTRY = 'portal/main.tsx';

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

/** @returns paths from the root */
export function firstFiles(root: string): readonly string[] {
  const files = new Set([ENTRY]);
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

/** All words of the portal, parted into those of the first load and the others. */
export function partedByFirstLoad(root: string, tree: WordTree) {
  const paths = firstFiles(root).flatMap((file) => wordsNamedIn(readFileSync(join(root, file), 'utf8')));
  return parted(tree, [...new Set(paths)]);
}
