/**
 * The lists and the law as they stood at one time. Whatever is judged is judged by one edition, and pins it (decision 0028).
 *
 * What this program was packed with is an edition too: that of the offline check, of the portal and of tests. The server reads its own out of the
 * register (`authority/code-lists`) and judges in `judgedBy`. The check reads lists in some hundred places, all of them in one synchronous call:
 * that call is the scope, so nothing that runs meanwhile can meet another's edition.
 */
import type { CodeList } from './codelists/list-file.ts';
import releases from './lists-releases.json' with { type: 'json' };

export interface ListEdition {
  /** its number in the register; 0 = packed with the program */
  readonly number: number;
  /** over every list and every row of law */
  readonly hash: string;
  /** by id, those that are not as this program was packed with them */
  readonly others: ReadonlyMap<string, CodeList>;
}

/** What the files of this program say, as their last release. */
export const PACKED_RELEASE: { readonly version: string; readonly hash: string } = releases.at(-1)!;
export const PACKED: ListEdition = { number: 0, hash: PACKED_RELEASE.hash, others: new Map() };

let scope: ListEdition | null = null;
let newest: ListEdition = PACKED;

/** The edition that is read by here: of the judgement that runs, else the newest that this process has seen (what is only shown). */
export const editionInUse = (): ListEdition => scope ?? newest;

/** Names that are shown without a judgement are read by this edition from now on. */
export function showBy(edition: ListEdition): void {
  newest = edition;
}

/** Does synchronous work by one edition. Work that goes on later would go on by another: a promise is a bug and throws. */
export function judgedBy<T>(edition: ListEdition, work: () => T): T {
  const before = scope;
  scope = edition;
  try {
    const answer = work();
    if (answer instanceof Promise) throw new Error('work that goes on later was judged by an edition of the lists');
    return answer;
  } finally {
    scope = before;
  }
}

/** A value that follows from the lists, made once for each edition. */
export function perEdition<T>(build: () => T): () => T {
  const made = new WeakMap<ListEdition, { readonly value: T }>();
  return () => {
    const edition = editionInUse();
    const known = made.get(edition);
    if (known) return known.value;
    const value = build();
    made.set(edition, { value });
    return value;
  };
}
