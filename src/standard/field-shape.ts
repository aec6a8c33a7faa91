/**
 * The shape of one entry of the field dictionary, and of the parameters of its kind.
 *
 * A field is described once, here and in `fields/`; types, JSON Schema, SQL columns, workbook, validator, forms and
 * the reference page are derived from it. Types only; no logic.
 */
import type { RoleCode } from './generated/role-codes.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Bilingual, Severity } from '#base/problem.ts';
import type { GroupCode, Line, RecordDocument } from './shapes.ts';

/** R = needed to submit; C = needed when `requiredWhen` holds; O = may be left out; - = derived. */
export type Required = 'R' | 'C' | 'O' | '-';
export type SuppliedBy = 'body' | 'person' | 'system' | 'derived';
/** Whose word counts when two sources differ. */
export type Master = 'population' | 'body' | 'person' | 'register';
/** cb = basic personal data, nc = sensitive or handled as such (Law 91/2025/QH15; ND 13/2023 art. 2). */
export type Sensitivity = 'cb' | 'nc' | null;
/** found = in public material; known = well known, not verified; uncertain = may be wrong; design = ours. */
export type Confidence = 'found' | 'known' | 'uncertain' | 'design';

/** A named part of a compound value, or a column of a repeating section that is one field of the dictionary. */
export interface Part {
  readonly key: string;
  readonly label: Bilingual;
  readonly kind: KindSpec;
  readonly required: boolean;
}

/**
 * The kinds of field with their parameters; `name` tells which.
 * A new kind is a member here, a file in `kinds/` and a line in `kinds/all.ts`: the compiler lists what is missing.
 */
export type KindSpec =
  | {
      readonly name: 'text';
      readonly maxChars: number;
      readonly pattern?: string;
      readonly patternHint?: Bilingual;
      readonly codeList?: string;
      /** the list is asked for a day of the past: its drop-down offers what has ended too */
      readonly ofPast?: true;
      /** a number whose form is dated: its rows in `law/number-forms.json` */
      readonly form?: string;
    }
  | { readonly name: 'longText'; readonly maxChars: number }
  | { readonly name: 'personName' }
  | { readonly name: 'nationalId' }
  /** a number that is a name (old identity number, insurance number): digits only, of one of these lengths */
  | { readonly name: 'digits'; readonly lengths: readonly number[]; readonly form?: string }
  /** `notAfterToday`: an act of the past; a term's end or an expiry may lie ahead */
  | { readonly name: 'date'; readonly notAfterToday: boolean }
  | { readonly name: 'partialDate'; readonly notAfterToday: boolean }
  | { readonly name: 'timestamp' }
  /**
   * more than one list: the code stands in one of them (grades and professional titles).
   * `kept`: gained once and kept (a certificate, a rank, a title): a code that ended since is accepted
   * `open`: the list is never complete and holds people (grades, titles): what it does not know is kept as typed, with a warning
   */
  | { readonly name: 'code'; readonly codeLists: readonly string[]; readonly kept?: true; readonly open?: true }
  /** `proposed`: words that the list does not know are a proposal to add them, and told as such */
  | { readonly name: 'codeOrText'; readonly codeLists: readonly string[]; readonly maxChars: number; readonly proposed?: true }
  /** `step`: a pay step, also written "Bậc 3", "3/9". `pastYear`: the year of something that has happened: one that has not come yet is told */
  | {
      readonly name: 'integer';
      readonly min: number;
      readonly max: number;
      readonly oneOf?: readonly number[];
      readonly pastYear?: true;
      readonly step?: true;
    }
  /** decimal text with exactly `scale` places: "3.66"; never a binary fraction */
  | { readonly name: 'decimal'; readonly scale: number; readonly min: string; readonly max: string }
  /** whole VND */
  | { readonly name: 'money' }
  | { readonly name: 'flag' }
  /** `mobile`: asked for a mobile number, a landline is told */
  | { readonly name: 'phone'; readonly mobile?: true }
  | { readonly name: 'email'; readonly preferredDomain?: string }
  /** `of: 'past'`: units of the fact's own date are accepted too (place of birth, home town) */
  | { readonly name: 'address'; readonly of: 'past' | 'present' }
  | { readonly name: 'decision' }
  /**
   * `textAllowed`: a name as it was then is accepted where no code is known. `employer`: a body of the person's own employment; whoever
   * states it speaks for it, so the register takes it only from that body or one above it (`record/register/employment.ts`)
   */
  | { readonly name: 'organisation'; readonly textAllowed: boolean; readonly employer?: true }
  | { readonly name: 'object'; readonly parts: readonly Part[] }
  | { readonly name: 'list'; readonly parts: readonly Part[] }
  | { readonly name: 'map'; readonly codeList: string }
  | { readonly name: 'file'; readonly types: readonly string[]; readonly maxMegabytes: number }
  | { readonly name: 'uuid' }
  /** computed from other fields; what it is then */
  | { readonly name: 'derived'; readonly of: KindSpec };

export type KindName = KindSpec['name'];
/** The parameters of one kind. */
export type SpecOf<N extends KindName> = Extract<KindSpec, { readonly name: N }>;

/** What a written condition may look at. */
export interface ConditionFacts {
  readonly document: RecordDocument;
  /** the line in question, for a field of a repeating section */
  readonly line: Line | null;
  readonly asOf: PlainDate;
}

/** When a C field is needed: a named pure predicate, with the words for the form. */
export interface RequiredWhen {
  readonly name: string;
  readonly text: Bilingual;
  /** `error` holds the person; `warning` where the source is thin */
  readonly severity: Extract<Severity, 'error' | 'warning'>;
  readonly source: string;
  /** the cross-field rule that reports it, so that it is not said twice */
  readonly rule?: string;
  readonly holds: (facts: ConditionFacts) => boolean;
}

/** One field of the record. */
export interface Field {
  /** stable for ever: `hoTenKhaiSinh`, `luong.heSo` */
  readonly key: string;
  readonly group: GroupCode;
  /** key of the repeating section it is a column of (`luong`), null for a single-valued field or a list */
  readonly section: string | null;
  readonly label: Bilingual;
  readonly kind: KindSpec;
  readonly required: Required;
  readonly requiredWhen: RequiredWhen | null;
  /** id of the (first) code list */
  readonly codeList: string | null;
  /** key of the field whose date the value is checked on; null: the section's own date, else "số liệu tính đến ngày" */
  readonly dateField: string | null;
  readonly suppliedBy: SuppliedBy;
  readonly master: Master;
  readonly sensitivity: Sensitivity;
  /** encrypted at rest, together with its whole group */
  readonly sealed: boolean;
  readonly visibleTo: readonly RoleCode[];
  readonly confirmedBy: readonly RoleCode[];
  /** items of the printed forms: `2C.14` = form 2C-BNV/2008 item 14, `2C98` = 2C/TCTW-98, `HS02` = HS02-VC/BNV, `DC` = citizen lookup */
  readonly formItem: readonly string[];
  /** column of the register table that repeats it for search and reports */
  readonly hot: string | null;
  /** and beside it the same without marks and in small letters (`<hot>_plain`): for search by words */
  readonly hotPlain: boolean;
  /** a condition or remark of the source, as a sentence; null when there is none */
  readonly note: Bilingual | null;
  readonly source: string;
  readonly confidence: Confidence;
}

/** One of the 26 groups. */
export interface Group {
  readonly code: GroupCode;
  readonly title: Bilingual;
}

/** A repeating part of a group; in a document a list of lines, in the workbook a sheet of its own. */
export interface Section {
  readonly key: string;
  readonly group: GroupCode;
  readonly title: Bilingual;
  /** name of the sheet, at most 31 characters */
  readonly sheet: string;
  /** line keys (or parts: `quyetDinh.so`) that tell two lines of a person apart: lines equal in all of them are one fact given twice */
  readonly naturalKey: readonly string[];
  /** the first so many of them name the line through a correction: it keeps its id when only the others change */
  readonly nameParts: number;
  /** line key whose date is the line's own date; null = "số liệu tính đến ngày" */
  readonly dateKey: string | null;
}

/** A field of a line, or a single-valued field: what the derivations walk over. */
export interface Leaf {
  /** key of the dictionary's field it belongs to */
  readonly field: Field;
  /** key in its line or group document: `heSo` in `luong`, `hoTenKhaiSinh` in group B */
  readonly key: string;
  /** unique over the record: `luong.heSo`, `ngoaiNgu.bac` */
  readonly path: string;
  readonly label: Bilingual;
  readonly kind: KindSpec;
  readonly required: Required;
  readonly requiredWhen: RequiredWhen | null;
  readonly dateField: string | null;
}
