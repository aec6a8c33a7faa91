/**
 * What a record is made of: the shape of the dictionary's entries, of a record's document,
 * and of a line before and after the check. Types only; no logic.
 */
import type { PlainDate } from '#base/clock.ts';
import type { Bilingual, Problem } from '#base/problem.ts';
import type { ListEdition } from './list-edition.ts';

/** The 26 groups of the record, in the order of the form; the letters are those of the field list. */
export type GroupCode =
  | 'A'
  | 'B'
  | 'C'
  | 'D'
  | 'E'
  | 'F'
  | 'G'
  | 'H'
  | 'I'
  | 'J'
  | 'K'
  | 'L'
  | 'M'
  | 'N'
  | 'O'
  | 'P'
  | 'Q'
  | 'R'
  | 'S'
  | 'T'
  | 'U'
  | 'V'
  | 'W'
  | 'X'
  | 'Y'
  | 'Z';

/** A stated absence (`trang_thai_vang.json`); the fourth state, CHUA_NHAP, is the key not being there. */
export type AbsenceState = 'CHUA_XAC_DINH' | 'KHONG_RO' | 'KHONG_AP_DUNG';
/** Stands in place of a value when the absence itself was stated. */
export interface Absent {
  readonly vang: AbsenceState;
}

/** Dates are text (`YYYY-MM-DD`, partial `YYYY` or `YYYY-MM`), coefficients decimal text ("3.66"), money whole VND. */
export type Scalar = string | number | boolean;
/** A value in parts: address {maTinh, maXa, chiTiet, hieuLucTai}, decision {so, ngay, coQuan, nguoiKy, chucVuNguoiKy}. */
export type Compound = { readonly [part: string]: Scalar };
export type FieldValue = Scalar | Compound | Absent;
/** One line of a repeating section. Keys are the field's key without the section's prefix (`heSo` of `luong.heSo`). `dong` is its stable id, given by the register. */
export interface Line {
  readonly [key: string]: FieldValue;
}
/** A group: single-valued fields under their whole key (`hoTenKhaiSinh`, `viTriViecLam.ma`), repeating sections (`luong`) as their lines. */
export interface GroupDocument {
  readonly [key: string]: FieldValue | readonly Line[];
}
/** A record, whole or the part of it that was stated. A group that is not there was not stated. */
export type RecordDocument = { readonly [G in GroupCode]?: GroupDocument };

/**
 * How much of its day a date cell shows: `day-month` not the year, `part` less than that (a weekday), `time` a time of day alone,
 * `moment` day and time. What is not shown was not stated.
 */
export type DateShows = 'day' | 'month' | 'year' | 'day-month' | 'time' | 'part' | 'moment';

/** A cell as it stands in the file, before any reading of it. Its type is part of what it says: `cell-text.ts` is the one place that lets it go. */
export type RawCell = PlainCell | DateCell;

export interface PlainCell {
  /** text as in the file: rich text joined, shared strings resolved; a number as ONE plain decimal ("8012345678", "2.34"), whoever wrote it; a logical value as TRUE or FALSE */
  readonly text: string;
  /** `error` = #N/A, #REF! … */
  readonly kind: 'text' | 'number' | 'boolean' | 'error';
  /** true when the cell holds a formula (`text` is then the cached value) */
  readonly formula: boolean;
}

/** A number whose cell format is a date. */
export interface DateCell {
  /** what the cell shows, as we write it: 27/02/1983, 02/1983, 1983, 27/02, 08:30; never its serial number */
  readonly text: string;
  readonly kind: 'date';
  readonly formula: boolean;
  readonly shows: DateShows;
  /** the whole day that stands behind it; null when there is none: a time alone, Excel's 29/02/1900, out of range */
  readonly day: PlainDate | null;
}

/** A row of the workbook: its place and its non-empty cells by column key (`luong.quyetDinh.so`). */
export interface RawLine {
  readonly sheet: string;
  /** Excel's row number */
  readonly row: number;
  readonly cells: ReadonlyMap<string, RawCell>;
}

/** All rows of one person: the row in `Hồ sơ` and the rows of each section's sheet, in the file's order. */
export interface RawPerson {
  readonly line: RawLine;
  /** by section key (`luong`); a section that is not there was not stated; the word "Không có" is one line whose first cell says so */
  readonly sections: ReadonlyMap<string, readonly RawLine[]>;
}

/** What the check may know besides the line. */
export interface CheckContext {
  readonly today: PlainDate;
  /** "số liệu tính đến ngày": the date of facts whose group has no date of its own */
  readonly asOf: PlainDate;
  /** lists and law that it is judged by; those in use here when not said (decision 0028) */
  readonly lists?: ListEdition;
  /** the demo prefix 000 of citizen numbers is accepted */
  readonly demo: boolean;
  /** letter of a column in this file, null when the file does not have it */
  readonly columnOf: (sheet: string, columnKey: string) => string | null;
  /** the value of the same column in the nearest row above that says one, past rows that say "as above" themselves; null when there is none */
  readonly above?: (sheet: string, row: number, columnKey: string) => string | null;
  /** only a part of somebody's record is stated, laid over what the register holds: what is not in it is not missing, and rules are asked of the whole, later */
  readonly partOfRecord?: boolean;
  /** is this code of a body known on that day? absent when there is no register of bodies at hand (then it stands under `notChecked`) */
  readonly bodyKnown?: (code: string, on: PlainDate) => boolean;
  /** what a name of a body means on that day; absent with `bodyKnown` */
  readonly bodyNamed?: (text: string, on: PlainDate) => BodyMeaning;
}

/** A body as it is offered to be chosen: with the one above it, since several may bear one name. */
export interface BodyChoice {
  readonly code: string;
  /** every code of it on that day, in each written form */
  readonly codes: readonly string[];
  readonly name: string;
  /** name of the body above; null of a body at the top */
  readonly above: string | null;
}

/** What the name of a body means on a day. `other-day`: its name, but not on that day; `goesOn` when the body itself is there then. */
export type BodyMeaning =
  | ({ readonly kind: 'found'; readonly by: 'name' | 'alias' | 'accent-free' } & BodyChoice)
  | { readonly kind: 'several'; readonly candidates: readonly BodyChoice[] }
  | ({ readonly kind: 'other-day'; readonly goesOn: boolean } & BodyChoice)
  | { readonly kind: 'unknown' };

/** A person's rows, read and checked. Errors hold the person; a value that could not be read is not in the document. */
export interface CheckedPerson {
  /** 12 digits, corrected where certain; null when it cannot be read */
  readonly nationalId: string | null;
  readonly document: RecordDocument;
  readonly problems: readonly Problem[];
}

/** What a drop-down offers: the entries of these lists, one after the other. */
export interface DropDown {
  readonly codeLists: readonly string[];
  /** `held`: what somebody may hold on the day; `ever`: what has ended too (a certificate of then, the province of a birth) */
  readonly offers: 'held' | 'ever';
  /** something else may be typed too */
  readonly free: boolean;
}

/** One column of the workbook template (one per part of a compound field). */
export interface WorkbookColumn {
  /** row-1 key, unique over the workbook but for `soDinhDanh`: `noiSinh.maTinh`, `luong.quyetDinh.so` */
  readonly key: string;
  /** key of the dictionary's field it belongs to */
  readonly field: string;
  /** part of a compound field, null for the whole */
  readonly part: string | null;
  readonly label: Bilingual;
  /** row-3 text: how to fill it in */
  readonly hint: Bilingual;
  readonly required: boolean;
  /** whose "code – name" entries the drop-down shows; null when the column has none */
  readonly dropDown: DropDown | null;
  /** a day, or as much of one as is known: typed as day/month/year */
  readonly isDay: boolean;
  /** text format '@' (identifiers, dates, codes, coefficients) or a plain number */
  readonly cellFormat: 'text' | 'integer';
  readonly widthChars: number;
  /** written by us and locked: what is typed there is compared, and states nothing */
  readonly readOnly?: true;
}

/** One sheet of the workbook template: `Hồ sơ`, or a repeating section with `soDinhDanh` first. */
export interface WorkbookSheet {
  /** section key, or 'hoSo' */
  readonly key: string;
  /** sheet name as shown, ≤ 31 characters, e.g. "Diễn biến lương" */
  readonly name: string;
  readonly columns: readonly WorkbookColumn[];
}
