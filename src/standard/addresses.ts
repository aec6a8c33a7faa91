/**
 * Provinces and communes of an address, over time. An address of the past (place of birth, home town) may be given in the units of its own day,
 * in today's, or in those of a day between (the papers of 2010 of someone born in 1980); the answer says which (`unitsOf`, stored as `hieuLucTai`).
 * One name that two different units bore is told or asked, never guessed (Decision 0011).
 */
import type { PlainDate } from '#base/clock.ts';
import { accentFree } from '#base/vietnamese/text.ts';
import { TWO_LEVELS_SINCE } from './codelists/communes.ts';
import { type CodeEntry, codeList, isRewritten, type Resolution, resolveCode, successorsAt } from './code-lists.ts';
import { isValidOn } from './codelists/list-file.ts';
import { perEdition } from './list-edition.ts';
import { type CommuneResolution, communeEntries, resolveCommune } from './communes.ts';

/** Of which day the units of an address are: `NGAY_SU_KIEN` the day of the fact (birth), `HIEN_NAY` today, `THOI_DIEM_KHAC` a day between. */
export type UnitsOf = 'NGAY_SU_KIEN' | 'THOI_DIEM_KHAC' | 'HIEN_NAY';

export interface TypedAddress {
  readonly province: string;
  /** empty when only the province was given */
  readonly commune: string;
  /** name of the district of before 2025-07-01, where it was given: tells communes of one name apart */
  readonly district?: string;
  /** stated by the sender; null = find out */
  readonly unitsOf: UnitsOf | null;
}

/** What is wrong with one part of an address; `province` is the province that was found while its commune was not. */
export interface AddressTrouble {
  readonly part: 'maTinh' | 'maXa';
  readonly resolution: Exclude<CommuneResolution, { kind: 'found' }>;
  readonly province: { readonly code: string; readonly unitsOf: UnitsOf } | null;
}
export interface RewrittenPart {
  readonly part: 'maTinh' | 'maXa';
  readonly code: string;
  readonly name: string;
}
/** A unit as people tell it from a namesake: with the days it stood. */
export interface UnitOverTime {
  readonly unitsOf: UnitsOf;
  readonly provinceCode: string;
  readonly communeCode: string | null;
  readonly name: string;
  readonly from: PlainDate | null;
  /** half-open */
  readonly to: PlainDate | null;
}
export type AddressResolution =
  | {
      readonly kind: 'found';
      readonly provinceCode: string;
      /** null when no commune was given */
      readonly communeCode: string | null;
      readonly unitsOf: UnitsOf;
      /** what was read otherwise than it was typed (lost zeros, no marks, a code among words); the sender is told */
      readonly rewritten: readonly RewrittenPart[];
      /** what was found, and other units that bore the same name on another day; empty when there are none */
      readonly namesakes: readonly UnitOverTime[];
    }
  /** a bare code or a name that means different units on different days, none of them the unit of the day of the fact alone */
  | { readonly kind: 'which-day'; readonly candidates: readonly UnitOverTime[] }
  | { readonly kind: 'trouble'; readonly trouble: AddressTrouble };

const PROVINCES = 'dvhc_tinh';

/** A province, with its commune where one was given, as the text is read on one day. */
interface Reading {
  readonly unitsOf: UnitsOf;
  readonly day: PlainDate;
  readonly province: CodeEntry;
  readonly communeCode: string | null;
  readonly communeName: string | null;
  readonly byCodeOnly: boolean;
  readonly rewritten: readonly RewrittenPart[];
}
const isReading = (answer: Reading | AddressTrouble | null): answer is Reading =>
  answer !== null && 'province' in answer && 'day' in answer;

const rewrittenPart = (part: RewrittenPart['part'], { by, code, entry }: Extract<Resolution, { kind: 'found' }>): RewrittenPart[] =>
  isRewritten(by) ? [{ part, code, name: entry.name }] : [];

function readOn(typed: TypedAddress, day: PlainDate, unitsOf: UnitsOf): Reading | AddressTrouble {
  const province = resolveCode(PROVINCES, typed.province, day);
  if (province.kind !== 'found') return { part: 'maTinh', resolution: province, province: null };
  const base = { unitsOf, day, province: province.entry, byCodeOnly: province.by === 'code', rewritten: rewrittenPart('maTinh', province) };
  if (typed.commune === '') return { ...base, communeCode: null, communeName: null };
  const plainly = resolveCommune(province.code, typed.commune, day);
  const commune =
    plainly.kind === 'ambiguous' && typed.district ? resolveCommune(province.code, `${typed.commune}, ${typed.district}`, day) : plainly;
  if (commune.kind !== 'found') {
    const told = commune.kind === 'unknown' ? plainly : commune;
    return { part: 'maXa', resolution: told as AddressTrouble['resolution'], province: { code: province.code, unitsOf } };
  }
  return {
    ...base,
    communeCode: commune.code,
    communeName: commune.entry.name,
    byCodeOnly: base.byCodeOnly && commune.by === 'code',
    rewritten: [...base.rewritten, ...rewrittenPart('maXa', commune)],
  };
}

const turningDays = perEdition((): readonly PlainDate[] =>
  [...new Set(codeList(PROVINCES).entries.map(({ validFrom }) => validFrom))].filter((day) => day !== null).sort(),
);
// A workbook names the same few provinces in every row: on which days they are other units is looked up once.
const daysKnownOf = perEdition(() => new Map<string, readonly PlainDate[]>());
const DAYS_KNOWN_MAX = 5_000;

/** The days after the event, until today, from which the text means a province: one day for each life of a unit that it means. */
function daysBetween(province: string, eventOn: PlainDate, today: PlainDate): readonly PlainDate[] {
  const daysKnown = daysKnownOf();
  const after = turningDays().filter((day) => day > eventOn && day <= today);
  const key = `${after.length} ${today} ${province}`;
  const known = daysKnown.get(key);
  if (known) return known;
  const units: CodeEntry[] = [];
  const days = after.filter((day) => {
    const answer = resolveCode(PROVINCES, province, day);
    if (answer.kind !== 'found' || units.includes(answer.entry)) return false;
    units.push(answer.entry);
    return true;
  });
  if (daysKnown.size >= DAYS_KNOWN_MAX) daysKnown.clear();
  daysKnown.set(key, days);
  return days;
}

const bareName = (name: string): string => accentFree(name).replace(/^(?:tinh|thanh pho|dac khu|khu tu tri|khu) /, '');
const alike = (a: string | null, b: string | null): boolean => a === b || (a !== null && b !== null && accentFree(a) === accentFree(b));

/** One unit in two lives of its code: renamed (Huế), or merged away and restored (Nghệ An). A code used again for another province is another unit. */
const sameUnit = (a: CodeEntry, b: CodeEntry): boolean =>
  a.code === b.code && (a.attributes === b.attributes || bareName(a.name) === bareName(b.name));

/** Did all of the earlier unit go into the later one, so that what is true of a place in it stays true? Lào Cai of 1991 in Lào Cai of 2025. */
function wentWholeInto(one: CodeEntry, other: CodeEntry): boolean {
  const [earlier, later] = (one.validFrom ?? '') <= (other.validFrom ?? '') ? [one, other] : [other, one];
  const heirs = later.validFrom === null ? [] : successorsAt(PROVINCES, earlier, later.validFrom);
  return heirs.length > 0 && heirs.every((heir) => sameUnit(heir, later));
}

/** Another unit that bore the name: neither the same over time nor the one that took in all of it. */
const isNamesake = (found: Reading, other: Reading, all: readonly Reading[]): boolean =>
  !all.some(
    ({ province }) => sameUnit(province, found.province) && (sameUnit(province, other.province) || wentWholeInto(province, other.province)),
  );

const sameAddress = (a: Reading, b: Reading): boolean =>
  sameUnit(a.province, b.province) && a.communeCode === b.communeCode && alike(a.communeName, b.communeName);

const overTime = ({ unitsOf, province, communeCode, communeName }: Reading): UnitOverTime => ({
  unitsOf,
  provinceCode: province.code,
  communeCode,
  name: [communeName, province.name].filter((name) => name !== null).join(', '),
  from: province.validFrom,
  to: province.validTo,
});

/** Each unit once, in the order given. */
const distinct = (readings: readonly Reading[]): Reading[] =>
  readings.filter((one, at) => !readings.slice(0, at).some((other) => sameAddress(one, other)));

const found = (reading: Reading, namesakes: readonly Reading[]): AddressResolution => ({
  kind: 'found',
  provinceCode: reading.province.code,
  communeCode: reading.communeCode,
  unitsOf: reading.unitsOf,
  rewritten: reading.rewritten,
  namesakes: namesakes.length === 0 ? [] : distinct([reading, ...namesakes]).map(overTime),
});
const ask = (readings: readonly Reading[]): AddressResolution => ({ kind: 'which-day', candidates: distinct(readings).map(overTime) });

/** How near a trouble is to its solution: a part that went further, then a known name, then the likelier suggestion. */
function nearness({ part, resolution }: AddressTrouble): number {
  const further = part === 'maXa' ? 10 : 0;
  if (resolution.kind === 'ambiguous' || resolution.kind === 'without-code') return further + 3;
  if (resolution.kind !== 'unknown') return further + 2;
  return further + (resolution.suggestions[0]?.likeness ?? 0);
}

/** The reading that a text has among those of several days, first the day of the fact; null when it has none. */
function choose(fits: readonly Reading[], unitsOf: UnitsOf | null): AddressResolution | null {
  const [first] = fits;
  if (!first) return null;
  if (unitsOf === 'THOI_DIEM_KHAC' && distinct(fits).length > 1) return ask(fits);
  if (unitsOf !== null) return found(first, []);
  if (first.byCodeOnly) return fits.every((other) => sameAddress(first, other) || !other.byCodeOnly) ? found(first, []) : ask(fits);
  const namesakes = fits.filter((other) => isNamesake(first, other, fits));
  return first.unitsOf === 'THOI_DIEM_KHAC' && namesakes.length > 0 ? ask([first, ...namesakes]) : found(first, namesakes);
}

const turnsOf = (entries: readonly CodeEntry[]): readonly PlainDate[] =>
  [...new Set(entries.flatMap(({ validFrom, validTo, heldTo }) => [validFrom, validTo, heldTo])).add(TWO_LEVELS_SINCE)]
    .filter((turn) => turn !== null)
    .sort();
const turnsOfProvinces = perEdition(() => turnsOf(codeList(PROVINCES).entries));
const turnsOfCommunes = perEdition(() => turnsOf([...codeList(PROVINCES).entries, ...communeEntries()]));

/** Between which days a day lies on which some unit begins or ends: between two of them every address has one answer. The table of communes is opened for those alone that name one. */
const eraOf = (day: PlainDate, of: 'provinces' | 'communes'): number =>
  (of === 'communes' ? turnsOfCommunes() : turnsOfProvinces()).findLastIndex((turn) => turn <= day);

// A workbook names the same places in every row, with days of birth that are all different.
const resolvedOf = perEdition(() => new Map<string, AddressResolution>());
const RESOLVED_MAX = 10_000;

/**
 * An address in the units of the day of the fact, of today, or of a day between: the answer says which it was.
 * The unit of the day of the fact wins over today's, today's over one between; units that bore the same name on other days are told beside it.
 * A bare code that means different units, or a name that two units bore of which neither stood on the day of the fact or today, is `which-day`.
 *
 * @param eventOn  the day of the fact (birth); of a partial date its first day
 * @param today    today; an address of the present is asked with `eventOn` = `today`
 */
export function resolveAddress(typed: TypedAddress, days: { readonly eventOn: PlainDate; readonly today: PlainDate }): AddressResolution {
  const key = JSON.stringify([
    eraOf(days.eventOn, typed.commune === '' ? 'provinces' : 'communes'),
    days.today,
    typed.unitsOf,
    typed.province,
    typed.commune,
    typed.district,
  ]);
  const resolved = resolvedOf();
  const known = resolved.get(key);
  if (known) return known;
  const answer = resolveAnew(typed, days);
  if (resolved.size >= RESOLVED_MAX) resolved.clear();
  resolved.set(key, answer);
  return answer;
}

function resolveAnew(
  typed: TypedAddress,
  { eventOn, today }: { readonly eventOn: PlainDate; readonly today: PlainDate },
): AddressResolution {
  const sameEra = eventOn >= TWO_LEVELS_SINCE && today >= TWO_LEVELS_SINCE;
  const { unitsOf } = typed;
  const wanted = (of: UnitsOf): boolean => unitsOf === null || unitsOf === of;
  const then = !sameEra && wanted('NGAY_SU_KIEN') ? readOn(typed, eventOn, 'NGAY_SU_KIEN') : null;
  const now = sameEra || wanted('HIEN_NAY') ? readOn(typed, today, sameEra && unitsOf !== null ? unitsOf : 'HIEN_NAY') : null;
  const days = !sameEra && wanted('THOI_DIEM_KHAC') ? daysBetween(typed.province, eventOn, today) : [];
  const between = days
    .map((day) => readOn(typed, day, 'THOI_DIEM_KHAC'))
    // Who says that it is the unit of another day does not mean the one that stood on the day of the fact.
    .filter((answer) => unitsOf === null || !isReading(answer) || !isValidOn(answer.province, eventOn));
  const answers = [then, now, ...between].filter((answer) => answer !== null);
  const chosen = choose(answers.filter(isReading), sameEra ? 'HIEN_NAY' : unitsOf);
  if (chosen) return chosen;
  const troubles = answers.filter((answer): answer is AddressTrouble => !isReading(answer));
  return { kind: 'trouble', trouble: troubles.reduce((best, other) => (nearness(other) > nearness(best) ? other : best)) };
}
