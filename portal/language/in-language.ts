/** Words stand beside their screens, both languages together; this reads one of the two out of them. Pure. */
import type { Bilingual } from '#base/problem.ts';

/** A text in both languages, or more words under a name. */
export interface WordTree {
  readonly [name: string]: Bilingual | WordTree;
}

/** The same names with the texts of one language. */
export type InLanguage<Tree> = { readonly [Name in keyof Tree]: Tree[Name] extends Bilingual ? string : InLanguage<Tree[Name]> };

const isText = (one: Bilingual | WordTree): one is Bilingual => typeof one['vi'] === 'string' && typeof one['en'] === 'string';

export function inLanguage<const Tree extends WordTree>(tree: Tree, language: keyof Bilingual): InLanguage<Tree> {
  return Object.fromEntries(
    Object.entries(tree).map(([name, one]) => [name, isText(one) ? one[language] : inLanguage(one, language)]),
  ) as InLanguage<Tree>;
}
