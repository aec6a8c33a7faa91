/**
 * Provinces and communes of an address. An address of the past (place of birth, home town) may be given in the units of its own day or in today's;
 * the answer says which (`unitsOf`, stored as `hieuLucTai`). Codes were used again in 2025, so a code is always read with a day.
 */
import type { PlainDate } from '#base/clock.ts';
import { spellingKey } from '#base/vietnamese/tone-marks.ts';
import { accentFree, cleanText } from '#base/vietnamese/text.ts';
import { type CommuneEntry, communeAlsoCodes, communeTables, TWO_LEVELS_SINCE, type UncodedCommune } from './codelists/communes.ts';
import { isValidOn } from './codelists/list-file.ts';
import { type CodeOption, type EntryIndex, indexEntries, type Resolution, resolveIn } from './codelists/lookup.ts';
import { resolveCode } from './code-lists.ts';

/** Of which day the units of an address are: `NGAY_SU_KIEN` the day of the fact (birth), `HIEN_NAY` today. */
export type UnitsOf = 'NGAY_SU_KIEN' | 'HIEN_NAY';

/** `without-code`: a commune that was merged away before 2025-07-01 and whose code no source has; `successors` are today's units that hold its land. */
export type CommuneResolution =
  | Resolution
  | { readonly kind: 'without-code'; readonly name: string; readonly district: string; readonly successors: readonly CodeOption[] };

interface ProvinceIndex {
  readonly index: EntryIndex;
  /** by spelling key of "name" and of "name, district" */
  readonly uncoded: ReadonlyMap<string, readonly UncodedCommune[]>;
}
const provinceIndexes = new Map<string, ProvinceIndex>();
let provinceOfNewUnit: ReadonlyMap<string, string> | null = null;

/** The communes that belong to a province in one of the two eras, with those of the other era that became, or came from, one of its units. */
function indexOfProvince(provinceCode: string, on: PlainDate): ProvinceIndex {
  const before = on < TWO_LEVELS_SINCE;
  const key = `${before ? 'old' : 'new'} ${provinceCode}`;
  const known = provinceIndexes.get(key);
  if (known) return known;
  const { entries, uncoded } = communeTables();
  provinceOfNewUnit ??= new Map(entries.filter(({ district }) => district === null).map((entry) => [entry.code, entry.provinceCode]));
  const own = (entry: CommuneEntry): boolean => entry.provinceCode === provinceCode && (entry.district !== null) === before;
  const successorsHere = (codes: readonly string[]): boolean => codes.some((code) => provinceOfNewUnit!.get(code) === provinceCode);
  const newFromHere = before ? new Set(entries.filter(own).flatMap(({ replacedBy }) => replacedBy)) : new Set<string>();
  const related = (entry: CommuneEntry): boolean =>
    before ? entry.district === null && newFromHere.has(entry.code) : entry.district !== null && successorsHere(entry.replacedBy);
  const made: ProvinceIndex = {
    index: indexEntries(
      entries.filter((entry) => own(entry) || related(entry)),
      communeAlsoCodes,
    ),
    uncoded: uncodedByKey(uncoded.filter((unit) => (before ? unit.provinceCode === provinceCode : successorsHere(unit.replacedBy)))),
  };
  provinceIndexes.set(key, made);
  return made;
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
  communeTables()
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
  const old = communeTables().entries.find((entry) => entry.code === oldCode && entry.district !== null);
  return old ? old.replacedBy.flatMap(unitOption) : [];
}

export interface TypedAddress {
  readonly province: string;
  /** empty when only the province was given */
  readonly commune: string;
  /** name of the district of before 2025-07-01, where it was given: tells communes of one name apart */
  readonly district?: string;
  /** stated by the sender; null = find out */
  readonly unitsOf: UnitsOf | null;
}

/** What is wrong with one part of an address. */
export interface AddressTrouble {
  readonly part: 'maTinh' | 'maXa';
  readonly resolution: Exclude<CommuneResolution, { kind: 'found' }>;
}
export type AddressResolution =
  | {
      readonly kind: 'found';
      readonly provinceCode: string;
      /** null when no commune was given */
      readonly communeCode: string | null;
      readonly unitsOf: UnitsOf;
      /** the codes differ from what was typed (name, alias, lost zeros) */
      readonly rewritten: boolean;
    }
  /** a bare code that means one unit on the day of the fact and another today */
  | {
      readonly kind: 'which-day';
      readonly candidates: readonly {
        readonly unitsOf: UnitsOf;
        readonly provinceCode: string;
        readonly communeCode: string | null;
        readonly name: string;
      }[];
    }
  | { readonly kind: 'trouble'; readonly trouble: AddressTrouble };

interface OneDay {
  readonly provinceCode: string;
  readonly provinceName: string;
  readonly communeCode: string | null;
  readonly communeName: string | null;
  readonly byCodeOnly: boolean;
  readonly rewritten: boolean;
}

function onOneDay(typed: TypedAddress, on: PlainDate): OneDay | AddressTrouble {
  const province = resolveCode('dvhc_tinh', typed.province, on);
  if (province.kind !== 'found') return { part: 'maTinh', resolution: province };
  const base = {
    provinceCode: province.code,
    provinceName: province.entry.name,
    byCodeOnly: province.by === 'code',
    rewritten: province.by !== 'code',
  };
  if (typed.commune === '') return { ...base, communeCode: null, communeName: null };
  const plainly = resolveCommune(province.code, typed.commune, on);
  const commune =
    plainly.kind === 'ambiguous' && typed.district ? resolveCommune(province.code, `${typed.commune}, ${typed.district}`, on) : plainly;
  if (commune.kind !== 'found') return { part: 'maXa', resolution: commune };
  return {
    ...base,
    communeCode: commune.code,
    communeName: commune.entry.name,
    byCodeOnly: base.byCodeOnly && commune.by === 'code',
    rewritten: base.rewritten || commune.by !== 'code',
  };
}

/** How near a trouble is to its solution: a part that went further, then a known name, then the likelier suggestion. */
function nearness({ part, resolution }: AddressTrouble): number {
  const further = part === 'maXa' ? 10 : 0;
  if (resolution.kind === 'ambiguous' || resolution.kind === 'without-code') return further + 3;
  if (resolution.kind !== 'unknown') return further + 2;
  return further + (resolution.suggestions[0]?.confidence ?? 0);
}
const worthTelling = (then: AddressTrouble, now: AddressTrouble): AddressTrouble => (nearness(then) > nearness(now) ? then : now);

/**
 * An address of the past in the units of its own day or of today: tried in both, and the answer says which it was.
 * When both fit, units with the same codes and names count as those of the day of the fact; when only bare codes were given and they mean different
 * units on the two days, it is `which-day`; when names were given, the day of the fact wins.
 *
 * @param eventOn  the day of the fact (birth); of a partial date its first day
 * @param today    today; an address of the present is asked with `eventOn` = `today`
 */
export function resolveAddress(
  typed: TypedAddress,
  { eventOn, today }: { readonly eventOn: PlainDate; readonly today: PlainDate },
): AddressResolution {
  const sameEra = eventOn >= TWO_LEVELS_SINCE && today >= TWO_LEVELS_SINCE;
  const then = typed.unitsOf === 'HIEN_NAY' || sameEra ? null : onOneDay(typed, eventOn);
  const now = typed.unitsOf === 'NGAY_SU_KIEN' && !sameEra ? null : onOneDay(typed, today);
  const [fitsThen, fitsNow] = [then !== null && !('part' in then), now !== null && !('part' in now)];
  if (fitsThen && fitsNow) {
    const [a, b] = [then as OneDay, now as OneDay];
    const differ =
      a.provinceCode !== b.provinceCode ||
      a.communeCode !== b.communeCode ||
      !alike(a.provinceName, b.provinceName) ||
      !alike(a.communeName, b.communeName);
    if (differ && a.byCodeOnly && b.byCodeOnly) {
      return { kind: 'which-day', candidates: [candidate(a, 'NGAY_SU_KIEN'), candidate(b, 'HIEN_NAY')] };
    }
    return found(a, 'NGAY_SU_KIEN');
  }
  if (fitsThen) return found(then as OneDay, 'NGAY_SU_KIEN');
  if (fitsNow) return found(now as OneDay, sameEra && typed.unitsOf !== null ? typed.unitsOf : 'HIEN_NAY');
  const trouble = then && now ? worthTelling(then as AddressTrouble, now as AddressTrouble) : ((then ?? now) as AddressTrouble);
  return { kind: 'trouble', trouble };
}

const alike = (a: string | null, b: string | null): boolean => a === b || (a !== null && b !== null && accentFree(a) === accentFree(b));
const found = (day: OneDay, unitsOf: UnitsOf): AddressResolution => ({
  kind: 'found',
  provinceCode: day.provinceCode,
  communeCode: day.communeCode,
  unitsOf,
  rewritten: day.rewritten,
});
const candidate = (day: OneDay, unitsOf: UnitsOf) => ({
  unitsOf,
  provinceCode: day.provinceCode,
  communeCode: day.communeCode,
  name: [day.communeName, day.provinceName].filter((name) => name !== null).join(', '),
});
