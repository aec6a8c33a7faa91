/**
 * Expected failures are values: a `Problem` says where, what, why and what next, in Vietnamese and English.
 * A code is declared once, in its room's `problems.ts`, with `problem({...})`; a thrown error is a bug and stops the act.
 * Shape on the wire: RFC 9457 (application/problem+json).
 */

/** `error` holds the person; `warning` is acknowledged at submit; `corrected` keeps the value as given beside. */
export type Severity = 'error' | 'warning' | 'corrected';

/** A text for people, in both languages. */
export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

/** Where it is wrong. Rows are Excel's row numbers, columns letters; null for the whole row, sheet or file. */
export interface ProblemPlace {
  readonly sheet?: string | null;
  readonly row?: number | null;
  readonly column?: string | null;
  /** key of the field dictionary (`luong.heSo`) or a path of a request body (`/soNgay`) */
  readonly field?: string | null;
}

/** A value we think was meant. `confidence` from 0 to 1; 1 = certain (a lost leading zero). */
export interface Suggestion {
  readonly value: string;
  readonly confidence: number;
}

/** One problem: a value, never thrown. */
export interface Problem {
  /** `E-…`, stable for ever, declared once */
  readonly code: string;
  readonly severity: Severity;
  readonly title: Bilingual;
  readonly next: Bilingual;
  readonly where: ProblemPlace;
  /** as given, before any correction; null when there is none */
  readonly value: string | null;
  readonly suggestion: Suggestion | null;
}

/** What a room declares for one code. `{name}` in the texts is filled from the parameters. */
export interface ProblemDeclaration {
  readonly code: `E-${string}`;
  /** a few words for many occurrences at once, without parameters: the kind of repair. A code that may stand in a list of cells has one. */
  readonly group?: Bilingual;
  readonly severity?: Severity;
  /** HTTP status when it ends a request; 422 unless told */
  readonly status?: number;
  readonly vi: string;
  readonly en: string;
  readonly next: Bilingual;
  /** values for every placeholder; shown on the generated page of the code */
  readonly example: Readonly<Record<string, string | Bilingual>>;
}

/** What to say about one occurrence. */
export interface Occurrence {
  readonly where?: ProblemPlace;
  readonly value?: string | null;
  readonly suggestion?: Suggestion | null;
  readonly severity?: Severity;
}

/** What fills the `{name}`s of a code's texts. Words are given in both languages: a Vietnamese word in the English text is a fault. */
export type ProblemParams = Readonly<Record<string, string | number | Bilingual>>;

/** A declared code: call it with its parameters to get a `Problem`. */
export interface ProblemKind {
  (params?: ProblemParams, occurrence?: Occurrence): Problem;
  readonly declaration: ProblemDeclaration;
}

const fill = (text: string, params: ProblemParams, language: keyof Bilingual): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : String(typeof value === 'object' ? value[language] : value);
  });

const DECLARED = new Map<string, ProblemKind>();

/** HTTP status of a declared code; 422 when it says none. */
export const statusOf = (code: string): number => DECLARED.get(code)?.declaration.status ?? 422;

/** The kind of repair of a code, as the heading of all its occurrences; the code itself when it says none. */
export const groupTitleOf = (code: string): Bilingual => DECLARED.get(code)?.declaration.group ?? { vi: code, en: code };

/** Every code that the running program has declared so far, in the order of the codes. */
export const declaredProblems = (): readonly ProblemKind[] =>
  [...DECLARED.values()].sort((a, b) => (a.declaration.code < b.declaration.code ? -1 : 1));

/** Declares a code. A second declaration of the same code is a bug and throws: pages, statuses and titles are found by the code. */
export function problem(declaration: ProblemDeclaration): ProblemKind {
  const make = (params: ProblemParams = {}, occurrence: Occurrence = {}): Problem => ({
    code: declaration.code,
    severity: occurrence.severity ?? declaration.severity ?? 'error',
    title: { vi: fill(declaration.vi, params, 'vi'), en: fill(declaration.en, params, 'en') },
    next: { vi: fill(declaration.next.vi, params, 'vi'), en: fill(declaration.next.en, params, 'en') },
    where: occurrence.where ?? {},
    value: occurrence.value ?? null,
    suggestion: occurrence.suggestion ?? null,
  });
  const kind = Object.assign(make, { declaration });
  if (DECLARED.has(declaration.code)) throw new Error(`${declaration.code} is declared twice`);
  DECLARED.set(declaration.code, kind);
  return kind;
}

/** Success with a value, or the problems that stand in the way. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const refused = (...problems: readonly Problem[]): { readonly ok: false; readonly problems: readonly Problem[] } => ({
  ok: false,
  problems,
});
