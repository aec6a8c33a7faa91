/** Ports of the room; `start/compose.ts` hands in what fits them. */
import type { Bilingual, Place, Problem, ProblemPlace } from '#base/problem.ts';
import type { PlainDate } from '#base/clock.ts';
import type { PlacedOperation } from '#record/register/shapes.ts';
import type { NotChecked } from '#standard/check.ts';
import type { ListEdition } from '#standard/list-edition.ts';
import type { CheckContext, CheckedPerson, GroupCode } from '#standard/shapes.ts';
import type { Ignored } from './shapes.ts';

/** One person of a file, read and checked. */
export interface ReadPerson {
  readonly checked: CheckedPerson;
  /** acts on single lines of their record, in order, read and checked each by itself; the register asks the rest. The document then states what else is said, and no more */
  readonly operations?: readonly PlacedOperation[];
  /** the day from which a group is stated, where it is another than that of the data of the file; not after it */
  readonly days?: Readonly<Partial<Record<GroupCode, PlainDate>>>;
  /** they state a part of a record that stands: the rules are asked of the whole as it would stand */
  readonly partOfRecord?: true;
  /** where the person as a whole stands in what was sent */
  readonly place: Place;
  /** the name as given, for lists; empty when there is none */
  readonly name: string;
  /** where a single-valued field of this person stands */
  readonly placeOf: (field: string) => ProblemPlace;
  /** what stands there, as it was typed */
  readonly typedIn?: (field: string) => string | null;
  /** accepted suggestions that were laid over values of this person */
  readonly fixed?: readonly AcceptedFix[];
  /** what names the person when no value of theirs does */
  readonly givenAs?: string;
}

/** People of a file too large to be held: read and checked one after the other as they are asked for. MUST be walked once, from the first to the last. */
export interface PeopleInTurn extends AsyncIterable<ReadPerson> {
  readonly total: number;
  /** the numbers by which they go, known before the first of them is checked */
  readonly numbers: { has(number: string): boolean };
}

/** A file: refused as a whole, or read as far as it can be told before its people are asked for. */
export type ReadFile<People = readonly ReadPerson[] | PeopleInTurn> =
  | { readonly kind: 'refused'; readonly problem: Problem }
  | {
      readonly kind: 'read';
      readonly template: string | null;
      readonly version: string | null;
      /** the body to which the form was given, and the day, as the form says them; null when it says none */
      readonly issuedFor: { readonly code: string; readonly on: PlainDate | null } | null;
      readonly people: People;
      /** problems of the file that belong to no person */
      readonly problems: readonly Problem[];
      readonly ignored: readonly Ignored[];
      /** what the door could not ask; `needs: 'register'` is asked by the check on upload, the rest is told as it is */
      readonly notChecked: readonly (Bilingual & { readonly needs?: NotChecked['needs'] })[];
      /** files that people's fields name by their SHA-256; they are kept before anything is written */
      readonly files: readonly Uint8Array[];
    };

/** A value that the body accepted in place of what was sent. */
export interface AcceptedFix {
  /** number of the acceptance: a later one stands on an earlier one */
  readonly step: number;
  readonly place: Place;
  /** what stood there when it was accepted (null = nothing): MUST still stand there, else nothing is laid over it */
  readonly typed: string | null;
  readonly value: string;
}

/** `People`: what a door is sure to give; who reads by any door takes both. */
export interface ReadUpload<People = readonly ReadPerson[] | PeopleInTurn> {
  /**
   * Reads and checks what was sent; foreign formats in a sandboxed parser process.
   * @param fileName  as it came
   * @param fixes     laid over the values before they are read, in the order given
   * @param progress  called with people read so far
   */
  (
    bytes: Uint8Array,
    how: {
      readonly fileName: string;
      readonly today: PlainDate;
      readonly asOf: PlainDate;
      readonly demo: boolean;
      /** lists and law that every value is judged by */
      readonly lists: ListEdition;
      readonly fixes: readonly AcceptedFix[];
      readonly bodyKnown: (code: string, on: PlainDate) => boolean;
      readonly bodyNamed?: CheckContext['bodyNamed'];
      /** what `prepare` of the door found; its own matter */
      readonly prepared?: unknown;
      readonly progress: (done: number, total: number) => void;
      readonly signal?: AbortSignal;
    },
  ): Promise<ReadFile<People>>;
}
