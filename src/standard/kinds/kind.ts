/**
 * What every kind of field knows how to do. One kind = one file here: its words and how it is shown among them.
 * `all.ts` holds them in a `satisfies Record`: the compiler lists a kind, or a part of one, that is missing.
 */
import type { TSchema } from 'typebox';
import type { PlainDate } from '#base/clock.ts';
import type { Bilingual, ProblemKind, ProblemParams, Severity, Suggestion } from '#base/problem.ts';
import type { KindSpec, Part } from '#standard/field-shape.ts';
import type { CheckContext, Compound, FieldValue, RawCell, Scalar } from '#standard/shapes.ts';

/** Where the reading of one cell says what it met, and what it may know. */
export interface Reader {
  readonly today: PlainDate;
  /** the date of the fact: codes are read as of this day */
  readonly on: PlainDate;
  readonly demo: boolean;
  /** is this code of a body known? undefined when there is no register of bodies at hand */
  readonly bodyKnown: ((code: string, on: PlainDate) => boolean) | undefined;
  /** what does this name of a body mean? undefined as above */
  readonly bodyNamed?: CheckContext['bodyNamed'];
  /** the value of the same column in the row above, for "như trên"; null when there is none */
  readonly above?: () => string | null;
  /** adds a problem at the place of this cell; `corrected` means that reading goes on with the corrected value */
  report(
    kind: ProblemKind,
    params?: ProblemParams,
    more?: {
      readonly suggestion?: Suggestion;
      readonly candidates?: readonly string[];
      readonly severity?: Severity;
      readonly part?: string;
      /** source of what decides here, when it is not certain */
      readonly unsure?: string;
    },
  ): void;
}

export type Language = 'vi' | 'en';

/** How a value is shown to people. */
export interface Printing {
  readonly language: Language;
  /** codes are named as of this day */
  readonly on: PlainDate;
}

/** How its cell looks in the template. */
export interface CellLook {
  readonly format: 'text' | 'integer';
  readonly widthChars: number;
}

/** How a value is written and set on a screen. */
export interface ValueDisplay {
  /** `threes`: digits in groups of three, a twelve-digit number is compared by eye; `text`: as it is */
  readonly as: 'text' | 'day' | 'instant' | 'decimal' | 'money' | 'threes' | 'flag';
  /** figures stand under each other, long texts keep their lines */
  readonly set: 'word' | 'figures' | 'lines';
}

export interface Kind<S extends KindSpec> {
  /** what such a value is called in a sentence for people */
  readonly word: Bilingual;
  readonly shown: ValueDisplay;
  /** can a body type it into a cell? Files, lists and what is computed cannot be typed */
  readonly typed: boolean;
  /** the parts of a compound value, one column each; null for a value in one cell */
  readonly parts: (spec: S) => readonly Part[] | null;
  /** how to fill it in */
  readonly hint: (spec: S) => Bilingual;
  readonly cell: (spec: S) => CellLook;
  /**
   * Reads a cell whose text was cleaned; undefined when no value can be read (it has said why).
   * Kinds in parts are read part by part and joined.
   */
  readonly read: (cell: RawCell, spec: S, at: Reader) => Scalar | undefined;
  /** puts the parts together; undefined when they make no value (it has said why) */
  readonly join: (parts: Readonly<Record<string, Scalar>>, spec: S, at: Reader) => Compound | undefined;
  /** the value for people; never used for storing */
  readonly print: (value: FieldValue, spec: S, at: Printing) => string;
  readonly schema: (spec: S) => TSchema;
  /** TypeScript expression over `v: unknown` that is true exactly when `schema` accepts v; may use `value-tests.ts` */
  readonly test: (spec: S) => string;
  /** TypeScript type of the value, as text */
  readonly typeText: (spec: S) => string;
  /** type of its hot column; null when it cannot be one */
  readonly sqlType: (spec: S) => string | null;
}

/** The kind of these parameters: handed to the kinds that are made of others, so that no file imports the table it stands in. */
export type KindOf = (spec: KindSpec) => Kind<KindSpec>;

/** What a value in one cell is unless its kind says otherwise. */
export const inOneCell = {
  typed: true,
  parts: () => null,
  join: (parts: Readonly<Record<string, Scalar>>) => parts,
} as const;

/** What a value is that nobody types. */
export const untyped = {
  typed: false,
  parts: () => null,
  read: () => undefined,
  join: (parts: Readonly<Record<string, Scalar>>) => parts,
  hint: () => ({ vi: 'Hệ thống tự điền.', en: 'Filled in by the system.' }),
  cell: (): CellLook => ({ format: 'text', widthChars: 20 }),
} as const;

export const printScalar = (value: FieldValue): string => (typeof value === 'object' ? '' : String(value));
