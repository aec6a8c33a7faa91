/**
 * The portal's words by language, out of the `words.ts` beside its screens: Vietnamese comes with the page, English is fetched when it is asked for, so
 * that each must be a file of its own, and each comes in parts (`first-load.ts`). The door has both at once and reads its words itself.
 */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bilingual } from '#base/problem.ts';
import { inLanguage } from '#portal/language/in-language.ts';
import type { WordTree } from '#portal/language/in-language.ts';
import type { WordPart } from './first-load.ts';

/** A folder of screens keeps its words in `words.ts`. */
const BESIDE_SCREENS = 'portal/*/words.ts';
const READS_ITSELF = 'portal/door/words.ts';

/** The menu is made of places that folders declare (`screen.ts`): each adds its own words to this name. */
const ADDED_TO = 'menu';

/** Words of all folders under their names. Two folders that use one name are an error: one would hide the other. */
export async function portalWords(root: string): Promise<WordTree> {
  const all: Record<string, WordTree[string]> = {};
  const files = globSync(BESIDE_SCREENS, { cwd: root }).map((file) => file.replaceAll('\\', '/'));
  for (const file of files.filter((one) => one !== READS_ITSELF).sort()) {
    const { words } = (await import(pathToFileURL(join(root, file)).href)) as { readonly words: WordTree };
    for (const [name, tree] of Object.entries(words)) {
      const known = all[name];
      const twice = known === undefined ? undefined : name === ADDED_TO ? Object.keys(tree).find((one) => one in known) : name;
      if (twice !== undefined) throw new Error(`${file}: "${twice}" names the words of another folder too`);
      all[name] = known === undefined ? tree : ({ ...known, ...tree } as WordTree);
    }
  }
  return all;
}

const HEAD = '// Written by tools/generate.ts from the words.ts beside the screens; not edited by hand.';

/** The module of one language, or of one part of it: keys are typed from the Vietnamese one. */
export function wordsModule(words: WordTree, language: keyof Bilingual, part: WordPart): string {
  const text = JSON.stringify(inLanguage(words, language), null, 1);
  return language === 'vi'
    ? `${HEAD}\nexport const vi = ${text};\n`
    : `${HEAD}\nimport type { vi } from './vi-${part}.ts';\n\nexport const en: typeof vi = ${text};\n`;
}
