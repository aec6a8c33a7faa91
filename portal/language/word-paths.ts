/** Words by their path (`home.title`): which paths there are, for the compiler, and what stands at one. Pure. */

/** Texts of one language under their names. */
export interface Texts {
  readonly [name: string]: string | Texts;
}

/** Paths that lead to a text. */
export type TextPath<Tree> = {
  [Name in keyof Tree & string]: Tree[Name] extends string ? Name : `${Name}.${TextPath<Tree[Name]>}`;
}[keyof Tree & string];

/** Paths that lead to several texts under names. */
export type GroupPath<Tree> = {
  [Name in keyof Tree & string]: Tree[Name] extends string ? never : Name | `${Name}.${GroupPath<Tree[Name]>}`;
}[keyof Tree & string];

/** What stands at a path. */
export type At<Tree, Path> = Path extends keyof Tree
  ? Tree[Path]
  : Path extends `${infer Name}.${infer Below}`
    ? Name extends keyof Tree
      ? At<Tree[Name], Below>
      : never
    : never;

/** What fills the holes of a text: `{{name}}`. */
export type Values = Readonly<Record<string, string | number>>;

/** undefined: nothing stands there */
export function at(texts: Texts, path: string): string | Texts | undefined {
  let found: string | Texts | undefined = texts;
  for (const name of path.split('.')) {
    if (found === undefined || typeof found === 'string') return undefined;
    found = Object.hasOwn(found, name) ? found[name] : undefined;
  }
  return found;
}

/** A text with its holes filled. What nobody gives stays a hole: it is seen, where an empty place would not be. */
export const filled = (text: string, values: Values): string =>
  text.replace(/\{\{(\w+)\}\}/g, (hole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : hole));

/** Two parts of one tree; no path leads to a text in both. */
export function together<One extends Texts, Other extends Texts>(one: One, other: Other): One & Other {
  const both: Record<string, string | Texts> = { ...one };
  for (const [name, below] of Object.entries(other)) {
    const known = both[name];
    both[name] = typeof known === 'object' && typeof below === 'object' ? together(known, below) : below;
  }
  return both as One & Other;
}
