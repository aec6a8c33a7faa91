/** What travels in and out of the door of workbooks. */
import type { Bilingual, Severity, Suggestion } from '#base/problem.ts';

/** A cell as it is typed: text, or a value whose type is the point. */
export type TypedCell =
  | string
  | { readonly number: number }
  | { readonly formula: string; readonly cached: string }
  | { readonly error: string };

/** What of a file was not read, and why. */
export interface Ignored {
  readonly kind: 'sheet' | 'column' | 'row';
  readonly sheet: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly why: Bilingual;
}

/** Rows of one person, by column key and section key. */
export interface FilledPerson {
  readonly hoSo: Readonly<Record<string, TypedCell>>;
  readonly sections: Readonly<Record<string, readonly Readonly<Record<string, TypedCell>>[]>>;
  /** keys of columns of the main row that are to be looked at alone; none when not said */
  readonly locked?: readonly string[];
}

/** One finding as `congvu check --json` tells it. Rows are Excel's, columns letters; null for the whole row, sheet or file. */
export interface ReportedProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly field: string | null;
  readonly value: string | null;
  readonly message: Bilingual;
  readonly suggestion: Suggestion | null;
  /** values that may all have been meant, none before the others */
  readonly candidates: readonly string[];
  /** what is proposed, in the sentence that the portal and the marked workbook say too */
  readonly proposed: Bilingual | null;
}

/** The answer of `congvu check --json` for a file that could be read. */
export interface WorkbookReport {
  readonly file: {
    readonly sha256: string;
    readonly template: string | null;
    readonly version: string | null;
    readonly org: string | null;
  };
  readonly counts: {
    readonly received: number;
    readonly accepted: number;
    readonly rejected: number;
    readonly waiting: number;
    readonly warnings: number;
  };
  readonly problems: readonly ReportedProblem[];
  readonly ignored: readonly {
    readonly kind: string;
    readonly sheet: string;
    readonly row: number | null;
    readonly column: string | null;
    readonly why: Bilingual;
  }[];
  readonly notChecked: readonly Bilingual[];
}
