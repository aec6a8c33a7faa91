/**
 * What is known of each field of a record from the matches that were made: a level only for a value that was compared as it stands.
 *
 * With a match stands a mark of each value that was compared: a keyed hash under the person's salt, no copy of it. A value that changed since
 * has another mark, and is "not compared" again, whatever was found of the one before. Pure.
 */
import { canonicalJson } from '#base/canonical-json.ts';
import type { Instant } from '#base/clock.ts';
import type { Keys } from '#base/sealing.ts';
import type { ComparedOf } from '#record/register/shapes.ts';
import type { MatchedField, MatchResult } from './shapes.ts';

/** Marks of the values that were compared, by field. */
export type ComparedMarks = Readonly<Partial<Record<MatchedField, string>>>;

const FIELDS: readonly MatchedField[] = ['soDinhDanh', 'hoTenKhaiSinh', 'ngaySinh', 'gioiTinh', 'danToc', 'queQuan', 'thuongTru'];
/** Of an address province and commune are compared, not the words. */
const UNITS_ONLY: ReadonlySet<string> = new Set<MatchedField>(['queQuan', 'thuongTru']);

export const isMatchedField = (key: string): key is MatchedField => (FIELDS as readonly string[]).includes(key);

const markOf = (keys: Pick<Keys, 'keyedHash'>, salt: Uint8Array, field: MatchedField, value: unknown): string =>
  keys.keyedHash('compared', `${Buffer.from(salt).toString('hex')}\n${field}\n${canonicalJson(value ?? null)}`);

/** Marks of values, whole as they stand in the record; one that is not stated has none. */
export const marksOf = (
  keys: Pick<Keys, 'keyedHash'>,
  salt: Uint8Array,
  values: Readonly<Partial<Record<MatchedField, unknown>>>,
): ComparedMarks =>
  Object.fromEntries(
    FIELDS.flatMap((field) =>
      values[field] === undefined || values[field] === '' ? [] : [[field, markOf(keys, salt, field, values[field])]],
    ),
  );

/** One match of a person, as far as it says something of values. */
export interface MadeMatch {
  readonly fields: MatchResult['fields'];
  readonly marks: ComparedMarks;
  readonly at: Instant;
  /** name of the source that was asked */
  readonly source: string;
}

/** Nothing was compared: of a record whose matches are not at hand. */
export const NOT_COMPARED: ComparedOf = () => ({ level: 'CHUA', at: null, source: null, extent: 'whole' });

/** The value was compared whole, as it stands, and is equal: province and commune of an address are not all that it says. */
export const isMatchedWhole = ({ level, extent }: ReturnType<ComparedOf>): boolean => level === 'KHOP' && extent === 'whole';

/**
 * @param matches  of one person, in any order; the newest one that compared the value as it stands is believed
 * @param salt     null for a person who was erased: nothing is known any more
 */
export function comparedIn(keys: Pick<Keys, 'keyedHash'>, salt: Uint8Array | null, matches: readonly MadeMatch[]): ComparedOf {
  const newestFirst = [...matches].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return (key, value) => {
    const extent = UNITS_ONLY.has(key) ? 'units' : 'whole';
    const mark = salt && isMatchedField(key) && value !== undefined ? markOf(keys, salt, key, value) : null;
    const made = mark === null ? undefined : newestFirst.find((one) => one.marks[key as MatchedField] === mark);
    const level = made?.fields[key as MatchedField] ?? 'CHUA';
    return made && level !== 'CHUA'
      ? { level, at: made.at, source: made.source, extent }
      : { level: 'CHUA', at: null, source: null, extent };
  };
}
