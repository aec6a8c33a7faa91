/**
 * The commune that a text means within a province, on a day. Codes were used again in 2025, so a code is always read with a day.
 * Of communes before 2025-07-01 only their last state is known: a province of before (Hà Nam Ninh) has the communes of the provinces that came from it.
 */
import type { PlainDate } from '#base/clock.ts';
import { spellingKey } from '#base/vietnamese/tone-marks.ts';
import { cleanText } from '#base/vietnamese/text.ts';
import {
  type CommuneEntry,
  type CommuneTables,
  communeAlsoCodes,
  communeTables,
  LAST_DAY_OF_DISTRICTS,
  TWO_LEVELS_SINCE,
  type UncodedCommune,
} from './codelists/communes.ts';
import { isHeldOn, isValidOn } from './codelists/list-file.ts';
import { nearLettersOf } from './codelists/near-letters.ts';
import { type CodeOption, type EntryIndex, indexEntries, type Resolution, resolveIn } from './codelists/lookup.ts';
import { codeList, successorsAt } from './code-lists.ts';
import { editionInUse, perEdition } from './list-edition.ts';

/** `without-code`: a commune that was merged away before 2025-07-01 and whose code no source has; `successors` are today's units that hold its land. */
export type CommuneResolution =
  | Resolution
  | { readonly kind: 'without-code'; readonly name: string; readonly district: string; readonly successors: readonly CodeOption[] };

interface ProvinceIndex {
  readonly index: EntryIndex;
  /** by spelling key of "name" and of "name, district" */
  readonly uncoded: ReadonlyMap<string, readonly UncodedCommune[]>;
}
/** What follows from the communes of one edition, made when first asked for. */
interface Communes extends CommuneTables {
  readonly indexes: Map<string, ProvinceIndex>;
  /** made when first asked for */
  ofProvinces: CommunesOfProvinces | null;
}
/** Communes by the province that they belong to, of each era, and old ones by the provinces that their land is in today. */
interface CommunesOfProvinces {
  /** its place in the list */
  readonly place: ReadonlyMap<CommuneEntry, number>;
  readonly old: ReadonlyMap<string, readonly CommuneEntry[]>;
  readonly new: ReadonlyMap<string, readonly CommuneEntry[]>;
  readonly became: ReadonlyMap<string, readonly CommuneEntry[]>;
  readonly newByCode: ReadonlyMap<string, readonly CommuneEntry[]>;
  readonly provinceOfNewUnit: ReadonlyMap<string, string>;
}
let packed: Communes | null = null;

/** The communes of the edition in use. Units without a code stand in no list: they are those of the program. */
const communesInUse = perEdition((): Communes => {
  const list = editionInUse().others.get('dvhc_xa');
  packed ??= { ...communeTables(), indexes: new Map(), ofProvinces: null };
  if (!list) return packed;
  const entries = list.entries.map((entry) => ({
    ...entry,
    provinceCode: entry.attributes['maTinh'] as string,
    district: (entry.attributes['huyen'] as string | undefined) ?? null,
  }));
  return { entries, uncoded: packed.uncoded, indexes: new Map(), ofProvinces: null };
});

/** Every commune of the edition in use, of all days. */
export const communeEntries = (): readonly CommuneEntry[] => communesInUse().entries;

/** The provinces of the last day of three levels whose communes are looked through for a province of that day or before. */
function provincesThen(provinceCode: string, on: PlainDate): ReadonlySet<string> {
  const lives = codeList('dvhc_tinh').entries.filter((entry) => entry.code === provinceCode);
  const entry = lives.find((life) => isValidOn(life, on)) ?? lives.find((life) => isHeldOn(life, on));
  if (!entry) return new Set([provinceCode]);
  const came = isValidOn(entry, LAST_DAY_OF_DISTRICTS) ? [entry] : successorsAt('dvhc_tinh', entry, LAST_DAY_OF_DISTRICTS);
  const parts = [entry, ...came].flatMap(({ attributes }) => (attributes['mot_phan_ve'] ?? []) as readonly string[]);
  return new Set([...came.map(({ code }) => code), ...parts]);
}

/** The communes that belong to a province in one of the two eras, with those of the other era that became, or came from, one of its units. */
function indexOfProvince(provinceCode: string, on: PlainDate): ProvinceIndex {
  const before = on < TWO_LEVELS_SINCE;
  const provinces = before ? provincesThen(provinceCode, on) : new Set([provinceCode]);
  const key = `${before ? 'old' : 'new'} ${[...provinces].sort().join(' ')}`;
  const communes = communesInUse();
  const known = communes.indexes.get(key);
  if (known) return known;
  const { uncoded } = communes;
  const by = (communes.ofProvinces ??= byProvince(communes.entries));
  const successorsHere = (codes: readonly string[]): boolean => codes.some((code) => provinces.has(by.provinceOfNewUnit.get(code) ?? ''));
  const own = [...provinces].flatMap((province) => (before ? by.old : by.new).get(province) ?? []);
  const related = before
    ? own.flatMap(({ replacedBy }) => replacedBy.flatMap((code) => by.newByCode.get(code) ?? []))
    : [...provinces].flatMap((province) => by.became.get(province) ?? []);
  const here = new Set([...own, ...related]);
  const made: ProvinceIndex = {
    index: indexEntries(
      [...here].sort((a, b) => by.place.get(a)! - by.place.get(b)!),
      { alsoCodes: communeAlsoCodes, nearLetters: nearLettersOf('dvhc_xa') },
    ),
    uncoded: uncodedByKey(uncoded.filter((unit) => (before ? provinces.has(unit.provinceCode) : successorsHere(unit.replacedBy)))),
  };
  communes.indexes.set(key, made);
  return made;
}

function byProvince(entries: readonly CommuneEntry[]): CommunesOfProvinces {
  const olds = entries.filter(({ district }) => district !== null);
  const news = entries.filter(({ district }) => district === null);
  const provinceOfNewUnit = new Map(news.map((entry) => [entry.code, entry.provinceCode]));
  const became = new Map<string, CommuneEntry[]>();
  for (const entry of olds)
    for (const province of new Set(entry.replacedBy.flatMap((code) => provinceOfNewUnit.get(code) ?? []))) {
      const bucket = became.get(province);
      if (bucket) bucket.push(entry);
      else became.set(province, [entry]);
    }
  return {
    place: new Map(entries.map((entry, at) => [entry, at])),
    old: Map.groupBy(olds, ({ provinceCode }) => provinceCode),
    new: Map.groupBy(news, ({ provinceCode }) => provinceCode),
    became,
    newByCode: Map.groupBy(news, ({ code }) => code),
    provinceOfNewUnit,
  };
}

function uncodedByKey(units: readonly UncodedCommune[]): ReadonlyMap<string, readonly UncodedCommune[]> {
  const byKey = new Map<string, UncodedCommune[]>();
  for (const unit of units) {
    for (const name of [unit.name, `${unit.name}, ${unit.district}`])
      byKey.set(spellingKey(name), [...(byKey.get(spellingKey(name)) ?? []), unit]);
  }
  return byKey;
}

const unitOption = (code: string): CodeOption[] =>
  communesInUse()
    .entries.filter((entry) => entry.code === code && entry.validTo === null)
    .map(({ name }) => ({ code, name }));

function resolveUncoded(units: ProvinceIndex['uncoded'], typed: string): CommuneResolution | null {
  const hits = units.get(spellingKey(cleanText(typed).text)) ?? [];
  const [first] = hits;
  if (!first) return null;
  const successors = [...new Set(hits.flatMap(({ replacedBy }) => replacedBy))].flatMap(unitOption);
  return hits.length === 1
    ? { kind: 'without-code', name: first.name, district: first.district, successors }
    : { kind: 'ambiguous', candidates: successors };
}

/**
 * The commune that a typed text means, within a province, on a day.
 *
 * @param provinceCode  code of the province as of `on` (`dvhc_tinh`)
 * @param typed         code, name ("Phường Ba Đình", "P. Ba Đình", "Ba Đình"), "code – name"; for old units also "name, district"
 * @param on            before 2025-07-01 the units of then are meant, later those of today; a unit of the other era answers `closed` (with its successors) or `not-yet`
 * Candidates of one name in several districts carry the district in brackets.
 */
export function resolveCommune(provinceCode: string, typed: string, on: PlainDate): CommuneResolution {
  const { index, uncoded } = indexOfProvince(provinceCode, on);
  const found = resolveIn(index, typed, on);
  if (found.kind === 'unknown') return resolveUncoded(uncoded, typed) ?? found;
  if (found.kind !== 'ambiguous') return found;
  return { kind: 'ambiguous', candidates: found.candidates.map((candidate) => withDistrict(index, candidate, on)) };
}

function withDistrict(index: EntryIndex, option: CodeOption, on: PlainDate): CodeOption {
  const entry = index.byCode.get(option.code)?.find((unit) => isValidOn(unit, on)) as CommuneEntry | undefined;
  return entry?.district ? { code: option.code, name: `${option.name} (${entry.district})` } : option;
}

/** Today's units that took the place of an old commune (of before 2025-07-01), usually one; empty when the code was not an old commune's. */
export function successorsOf(oldCode: string): readonly CodeOption[] {
  const old = communesInUse().entries.find((entry) => entry.code === oldCode && entry.district !== null);
  return old ? old.replacedBy.flatMap(unitOption) : [];
}
