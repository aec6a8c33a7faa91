/**
 * Expected failures are values: a `Problem` says where, what, why and what next, in Vietnamese and English.
 * A code is declared once, in its room's `problems.ts`, with `problem({...})`; a thrown error is a bug and stops the act.
 * Shape on the wire: RFC 9457 (application/problem+json).
 */

import { isDecimalText, numberWords } from './vietnamese/number-words.ts';

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
  /** JSON pointer (RFC 6901), where what was sent is JSON */
  readonly path?: string | null;
  /** key of the field dictionary (`luong.heSo`) or a path of a request body (`/soNgay`) */
  readonly field?: string | null;
}

/** Where something stands in what was sent, in the words of the door that read it: kept as it is, and printed by that door alone. */
export type Place = Readonly<Record<string, string | number>>;

/** A place as it is told to people. */
export type PrintedPlace = Readonly<Required<Pick<ProblemPlace, 'sheet' | 'row' | 'column'>>>;

/** Why the suggested value is the same fact as the one typed, in words that follow "because". */
const CERTAIN_REASONS = {
  'lost-zero': { vi: 'trả lại số 0 ở đầu mà bảng tính đã bỏ', en: 'the leading zero that the spreadsheet dropped is put back' },
  'retyped-number': { vi: 'cùng một số, chỉ khác cách viết', en: 'the same number, written another way' },
  'retyped-date': { vi: 'cùng một ngày, chỉ khác cách viết', en: 'the same day, written another way' },
  'phone-plan': { vi: 'cùng một số điện thoại theo đầu số hiện hành', en: 'the same line under the prefix in force' },
  'tone-placement': { vi: 'chỉ khác chỗ đặt dấu thanh', en: 'only the place of the tone mark differs' },
  'letter-case': { vi: 'chỉ khác chữ hoa, chữ thường', en: 'only upper and lower case differ' },
  'letter-form': { vi: 'cùng các chữ ấy, chỉ khác cách mã hóa', en: 'the same letters, encoded another way' },
  'legacy-font': { vi: 'chuyển từ phông chữ cũ sang Unicode', en: 'converted from a legacy font to Unicode' },
  'broken-encoding': { vi: 'khôi phục chữ bị đọc sai bảng mã', en: 'restored from a wrong encoding' },
  'white-space': { vi: 'chỉ khác khoảng trắng', en: 'only white space differs' },
  'invisible-characters': { vi: 'bỏ ký tự không nhìn thấy', en: 'invisible characters are taken out' },
  'same-entry': { vi: 'cùng một mục của danh mục, viết đủ mã và tên', en: 'the same entry of the list, with its code and name' },
  'same-body': { vi: 'cùng cơ quan đó, theo mã đang dùng', en: 'the same body under the code in use' },
  'only-successor': { vi: 'đơn vị kế tục duy nhất của đơn vị đã ghi', en: 'the only successor of the unit stated' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Why a value may have been meant: another fact than the one typed, until a person says so. */
const GUESS_REASONS = {
  'near-name': { vi: 'tên gần giống trong danh mục', en: 'a name of the list that looks like it' },
  'likely-code': { vi: 'mã có trong danh mục, gần với mã đã ghi', en: 'a code of the list near the one stated' },
  'likely-successor': { vi: 'mục kế tục trong danh mục', en: 'an entry of the list that came after it' },
  'as-above': { vi: 'giá trị của dòng ngay trên', en: 'the value of the row above' },
  'shown-by-format': {
    vi: 'có thể đã gõ như vậy trước khi bảng tính đổi thành ngày',
    en: 'perhaps typed so before the spreadsheet made a date of it',
  },
  'formula-result': { vi: 'kết quả của công thức khi lưu tệp', en: 'the result of the formula when the file was saved' },
  'law-value': { vi: 'mức theo bảng của quy định', en: "the figure of the law's table" },
  'lost-zeros': { vi: 'có thể bảng tính đã bỏ nhiều số 0 ở đầu', en: 'the spreadsheet may have dropped several leading zeros' },
  'look-alike': { vi: 'có thể gõ nhầm chữ trông giống', en: 'perhaps typed with characters that look alike' },
  'perhaps-legacy-font': { vi: 'có thể gõ bằng phông chữ cũ', en: 'perhaps typed in a legacy font' },
  'swapped-day-month': { vi: 'có thể ngày và tháng bị đổi chỗ', en: 'day and month may be swapped' },
  'cut-of-digits': { vi: 'cách tách các chữ số thành ngày, tháng, năm', en: 'one way to cut the digits into day, month and year' },
  'likely-century': { vi: 'thế kỷ của năm ghi hai chữ số', en: 'the century of a two-digit year' },
  'usual-meaning': { vi: 'nghĩa thường gặp của từ này', en: 'what the word usually means' },
  'not-struck': { vi: 'phần không bị gạch ngang', en: 'what is not struck through' },
  'without-title': { vi: 'bỏ chức danh và dấu câu quanh họ tên', en: 'titles and punctuation around the name are taken out' },
  'none-word': { vi: 'từ dùng để khai rằng không có', en: 'the word that states there is none' },
  'number-among-words': { vi: 'số duy nhất trong ô', en: 'the only number in the cell' },
  chosen: { vi: 'người nhập tự chọn trong các khả năng', en: 'chosen by the clerk among the values it may mean' },
  'known-part': { vi: 'phần đã biết của ngày', en: 'the part of the date that is known' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type CertainReason = keyof typeof CERTAIN_REASONS;
export type GuessReason = keyof typeof GUESS_REASONS;
export type SuggestionReason = CertainReason | GuessReason;

/**
 * A value for the cell, and why. `certain`: the same fact by construction; may be accepted for many cells at once. `guess`: a person
 * decides cell by cell. Whether one is certain is decided by its reason alone: no number is near enough to be a fact.
 */
export type Suggestion =
  | { readonly value: string; readonly strength: 'certain'; readonly reason: CertainReason }
  | { readonly value: string; readonly strength: 'guess'; readonly reason: GuessReason };

export const certain = (value: string, reason: CertainReason): Suggestion => ({ value, strength: 'certain', reason });
export const guess = (value: string, reason: GuessReason): Suggestion => ({ value, strength: 'guess', reason });

/** The reason of a suggestion, for people. */
export const reasonWords = (reason: SuggestionReason): Bilingual => ({ ...CERTAIN_REASONS, ...GUESS_REASONS })[reason];

/** Suggestions that are made of numbers alone. A code with a point in it (01.003) is none. */
const OF_NUMBERS: ReadonlySet<SuggestionReason> = new Set(['law-value', 'number-among-words', 'retyped-number']);

/** A suggested value as people read it; what is laid over the cell is `value` itself. */
export const suggestedWords = ({ value, reason }: Pick<Suggestion, 'value' | 'reason'>): Bilingual =>
  OF_NUMBERS.has(reason) ? numberWords(value) : { vi: value, en: value };

/** The value as the user's own spreadsheet shows it: 4,98 and 1,23E+11 where a number cell holds 4.98 and 1.23E+11; a text is as it was typed. */
export const givenWords = ({ value, isNumber }: Pick<Problem, 'value' | 'isNumber'>): Bilingual | null =>
  value === null ? null : isNumber ? { vi: value.replace('.', ','), en: value } : { vi: value, en: value };

/** Values of which one may be meant, as people read them: entries of a list carry their names, so what is all decimals is numbers. */
const candidateWords = (candidates: readonly string[]): readonly Bilingual[] =>
  candidates.map((one) => (candidates.every(isDecimalText) ? numberWords(one) : { vi: one, en: one }));

/** What is proposed for a cell, in the one sentence that the offline check, the portal and the marked workbook say; null when nothing is. */
export function proposalWords({ suggestion, candidates = [] }: Pick<Problem, 'suggestion' | 'candidates'>): Bilingual | null {
  if (suggestion) {
    const why = reasonWords(suggestion.reason);
    const value = suggestedWords(suggestion);
    return suggestion.strength === 'certain'
      ? { vi: `Gợi ý: ${value.vi} (chắc chắn: ${why.vi}).`, en: `Suggestion: ${value.en} (certain: ${why.en}).` }
      : {
          vi: `Gợi ý: ${value.vi} (đoán, cần xem lại: ${why.vi}).`,
          en: `Suggestion: ${value.en} (a guess, to be looked at: ${why.en}).`,
        };
  }
  if (candidates.length === 0) return null;
  const words = candidateWords(candidates);
  return {
    vi: `Có thể là một trong: ${words.map(({ vi }) => vi).join('; ')}.`,
    en: `One of these may be meant: ${words.map(({ en }) => en).join('; ')}.`,
  };
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
  /** the value is a number of its file, not a text: where it is shown its sign between the digits is that of the language */
  readonly isNumber?: true;
  readonly suggestion: Suggestion | null;
  /** values that may all have been meant, none before the others; absent when there are none */
  readonly candidates?: readonly string[];
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
  readonly isNumber?: boolean;
  readonly suggestion?: Suggestion | null;
  readonly candidates?: readonly string[];
  readonly severity?: Severity;
  /** where the law, list or form that decides here was found, when it is not certain: said with the problem */
  readonly unsure?: string;
}

/** Said behind the words of a problem whose ground may be wrong. The source is a citation in Vietnamese. */
const unsureWords = (source: string): Bilingual => ({
  vi: ` (Căn cứ này chưa chắc chắn; nguồn: ${source.replace(/[.]+$/, '')}.)`,
  en: ' (What this is judged by is not certain; its source stands in the Vietnamese text.)',
});

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
    if (value === undefined) return whole;
    if (typeof value === 'number') return numberWords(value)[language];
    return typeof value === 'object' ? value[language] : value;
  });

const DECLARED = new Map<string, ProblemKind>();

/** HTTP status of a declared code; 422 when it says none. */
export const statusOf = (code: string): number => DECLARED.get(code)?.declaration.status ?? 422;

/** The kind of repair of a code, as the heading of all its occurrences; the code itself when it says none. */
export const groupTitleOf = (code: string): Bilingual => DECLARED.get(code)?.declaration.group ?? { vi: code, en: code };

/**
 * What can be told of a code without the values of one occurrence: its kind of repair, what to do next where that names no value, and the page
 * that explains it (its code).
 */
export function plainWordsOf(code: string): { readonly title: Bilingual; readonly next: Bilingual | null } {
  const next = DECLARED.get(code)?.declaration.next;
  return { title: groupTitleOf(code), next: next && !/\{\w+\}/.test(next.vi + next.en) ? next : null };
}

/** Every code that the running program has declared so far, in the order of the codes. */
export const declaredProblems = (): readonly ProblemKind[] =>
  [...DECLARED.values()].sort((a, b) => (a.declaration.code < b.declaration.code ? -1 : 1));

function withUnsure(title: Bilingual, source: string | undefined): Bilingual {
  if (source === undefined) return title;
  const words = unsureWords(source);
  return { vi: title.vi + words.vi, en: title.en + words.en };
}

/** Declares a code. A second declaration of the same code is a bug and throws: pages, statuses and titles are found by the code. */
export function problem(declaration: ProblemDeclaration): ProblemKind {
  const make = (params: ProblemParams = {}, occurrence: Occurrence = {}): Problem => ({
    code: declaration.code,
    severity: occurrence.severity ?? declaration.severity ?? 'error',
    title: withUnsure({ vi: fill(declaration.vi, params, 'vi'), en: fill(declaration.en, params, 'en') }, occurrence.unsure),
    next: { vi: fill(declaration.next.vi, params, 'vi'), en: fill(declaration.next.en, params, 'en') },
    where: occurrence.where ?? {},
    value: occurrence.value ?? null,
    ...(occurrence.isNumber ? { isNumber: true as const } : {}),
    suggestion: occurrence.suggestion ?? null,
    ...(occurrence.candidates && occurrence.candidates.length > 0 ? { candidates: occurrence.candidates } : {}),
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
