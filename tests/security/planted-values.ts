/** Values that are recognised wherever they turn up: one for each leaf of the dictionary that is sensitive or sealed, in the form of its kind. */
import { showDate } from '#base/vietnamese/dates.ts';
import { FIELDS, leavesOf } from '#standard/dictionary.ts';
import type { KindSpec, Leaf } from '#standard/field-shape.ts';
import { printValue } from '#standard/print.ts';
import type { FieldValue, GroupCode, GroupDocument, Line, RecordDocument } from '#standard/shapes.ts';

/** Key of the citizen number: it stands beside the record, not in it. */
const NUMBER = 'soDinhDanh';
const sectionOf = ({ field }: Leaf): string | null => (field.kind.name === 'list' ? field.key : field.section);

/** What is watched: every leaf of a field that the dictionary calls personal or seals; what is computed is said of what it is computed from. */
export const WATCHED: readonly Leaf[] = FIELDS.filter((field) => field.sensitivity !== null || field.sealed).flatMap((field) =>
  leavesOf([field], field.group, field.kind.name === 'list' ? field.key : field.section).filter(
    (leaf) => leaf.kind.name !== 'derived' && leaf.path !== NUMBER,
  ),
);

/** A value planted in a leaf, and the texts by which it is known again; none of a value that many have (yes or no). */
export interface Planted {
  readonly leaf: Leaf;
  readonly value: FieldValue;
  readonly known: readonly string[];
  /** is one of the texts in what people read of the value? */
  readonly isPrinted: boolean;
}

/** Makes values of one place (the register, a file …): letters and years of its own, so that no value is another place's. */
class Planter {
  private count = 0;
  private readonly letter: string;
  private readonly year: number;
  constructor(letter: string, year: number) {
    this.letter = letter;
    this.year = year;
  }

  /** of this kind, and its texts */
  make(kind: KindSpec): { value: FieldValue; known: string[] } {
    const n = ++this.count;
    const token = `SEU${this.letter}${String(n).padStart(4, '0')}X`;
    const day = new Date(Date.UTC(this.year, 0, n)).toISOString().slice(0, 10);
    const whole = this.year * 100_000 + n;
    switch (kind.name) {
      case 'flag':
        return { value: true, known: [] };
      case 'date':
      case 'partialDate':
        return { value: day, known: [day, showDate(day)] };
      case 'timestamp':
        return { value: `${day}T00:00:00.000Z`, known: [day, showDate(day)] };
      case 'integer':
      case 'money':
        return { value: whole, known: [String(whole)] };
      case 'decimal':
        return { value: `${whole}.25`, known: [String(whole)] };
      case 'address':
        return { value: { chiTiet: token }, known: [token] };
      case 'decision':
        return { value: { so: token, ngay: day }, known: [token, day, showDate(day)] };
      case 'map':
        return { value: { [token]: token }, known: [token] };
      case 'object': {
        const parts = kind.parts.map((part) => ({ key: part.key, ...this.make(part.kind) }));
        const value = Object.fromEntries(parts.map((part) => [part.key, part.value])) as FieldValue;
        return { value, known: parts.flatMap((part) => part.known) };
      }
      default:
        return { value: token, known: [token] };
    }
  }
}

const printedOf = (leaf: Leaf, value: FieldValue): string => Object.values(printValue(leaf.kind, value)).join(' ');

/** One value for each watched leaf, all of one place. `given` stands where a value must be one that is there (a portrait). */
export function plant(letter: string, year: number, given: Readonly<Record<string, string>> = {}): readonly Planted[] {
  const planter = new Planter(letter, year);
  return WATCHED.map((leaf) => {
    const made = planter.make(leaf.kind);
    const chosen = given[leaf.path];
    const { value, known } = chosen === undefined ? made : { value: chosen, known: [chosen] };
    const printed = printedOf(leaf, value);
    // As people read it (a sum of money with its points): a text too short to be anybody's own is none.
    const words = Object.values(printValue(leaf.kind, value)).filter((text) => known.length > 0 && /\d{4,}|\d{3}\.\d{3}/.test(text));
    return {
      leaf,
      value,
      known: [...new Set([...known, ...words])],
      isPrinted: known.some((text) => printed.includes(text)) || words.length > 0,
    };
  });
}

/** The planted values as a document: one line in each repeating section. */
export function documentOf(planted: readonly Planted[]): RecordDocument {
  const document: Record<string, Record<string, FieldValue | readonly Line[]>> = {};
  for (const { leaf, value } of planted) {
    const group = (document[leaf.field.group] ??= {});
    const section = sectionOf(leaf);
    if (section === null) group[leaf.key] = value;
    else group[section] = [{ dong: '1', ...(group[section] as readonly Line[] | undefined)?.[0], [leaf.key]: value }];
  }
  return document as RecordDocument;
}

export const groupsOf = (document: RecordDocument): [GroupCode, GroupDocument][] =>
  Object.entries(document) as [GroupCode, GroupDocument][];

const SIGN = /[\p{L}\p{N}]/u;
/** What stands between two places that are no letter and no digit; of signs outside the first plane, which no planted text has, none is one. */
const WORDS = /[[\p{L}\p{N}]--[\u{10000}-\u{10FFFF}]]+/gv;
const FIRST_WORD = new RegExp(`^${WORDS.source}`, 'v');

/** Which of these are in the text; one that goes on in letters or digits is another text. */
export function foundIn(text: string, known: readonly string[]): string[] {
  // Read once: of hundreds of texts that are looked for nearly all begin with a word that is not there.
  const words = new Set(text.match(WORDS));
  return known.filter((one) => {
    const first = FIRST_WORD.exec(one)?.[0];
    if (first !== undefined && !words.has(first)) return false;
    for (let at = text.indexOf(one); at >= 0; at = text.indexOf(one, at + 1))
      if (!SIGN.test(text.charAt(at - 1)) && !SIGN.test(text.charAt(at + one.length))) return true;
    return false;
  });
}
