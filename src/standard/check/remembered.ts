/**
 * What cells were read to, for those who say the same again: a file says the same few hundred words in every row, and how a text of a column reads depends on
 * nothing but the text, the type of its cell, the day of the fact and the context. Only what gave rise to no word is remembered: a word stands at its own cell.
 */
import { perEdition } from '#standard/list-edition.ts';
import type { CheckContext, FieldValue } from '#standard/shapes.ts';
import type { LeafPlan } from './plan.ts';

/** Texts remembered of a column; and how many more may come before it is seen whether it repeats itself at all. */
const TEXTS_MAX = 1_000;
/** A column whose texts were met less often than this is one of numbers and names: nothing of it is remembered. */
const MET_MIN = TEXTS_MAX / 10;

interface Column {
  readonly read: Map<string, { readonly value: FieldValue | undefined }>;
  met: number;
}

export class Remembered {
  readonly #columns = new Map<LeafPlan, Column | null>();

  /** What this text read to; undefined when it is not remembered. */
  of(plan: LeafPlan, text: string): { readonly value: FieldValue | undefined } | undefined {
    const column = this.#columns.get(plan);
    const known = column?.read.get(text);
    if (known) column!.met += 1;
    return known;
  }

  keep(plan: LeafPlan, text: string, value: FieldValue | undefined): void {
    const column = this.#columns.get(plan);
    if (column === null) return;
    if (column === undefined) {
      this.#columns.set(plan, { read: new Map([[text, { value }]]), met: 0 });
      return;
    }
    if (column.read.size < TEXTS_MAX) column.read.set(text, { value });
    else if (column.met < MET_MIN) this.#columns.set(plan, null);
  }

  /** Is anything of this column remembered at all? */
  repeats(plan: LeafPlan): boolean {
    return this.#columns.get(plan) !== null;
  }
}

const ofContext = perEdition(() => new WeakMap<CheckContext, Remembered>());

/** One memory a context and edition of the lists: bodies, days and the demo are its own. */
export function rememberedOf(context: CheckContext): Remembered {
  const known = ofContext().get(context) ?? new Remembered();
  ofContext().set(context, known);
  return known;
}
