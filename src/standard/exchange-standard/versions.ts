/**
 * Versions of what changes are written by: the major in use and the one before. Converters are pure, and what one version cannot say of a change is kept in its
 * `ext`, so that up and down again gives back the very change. Clauses 15.1 to 16.2. The two majors are a design of this project (`majors.json`):
 *
 * - `cbccvc@2` names a fact by its field alone (`hoTenKhaiSinh`, `hopDong#k7`), writes days inside values as ISO (`2026-12-01`, `2026-12`);
 * - `cbccvc@3` names group and field (`B/hoTenKhaiSinh`), writes days as agencies do (`01/12/2026`, `12/2026`).
 */
import { FIELDS, SECTIONS } from '#standard/dictionary.ts';
import { MAIN_SHEET, WORKBOOK_SHEETS } from '#standard/workbook-columns.ts';
import majors from './majors.json' with { type: 'json' };

/** What of a change the versions differ in; everything else is passed on as it is. */
export interface VersionedChange {
  readonly fact: string;
  readonly operation: string;
  readonly schema: string;
  readonly value: string | Readonly<Record<string, string>> | null;
  readonly ext?: Readonly<Record<string, unknown>>;
}

const { current: CURRENT, before: BEFORE } = majors.cbccvc;
/** Majors that are taken, by name of the schema: the one in use first. */
export const MAJORS: Readonly<Record<string, readonly number[]>> = { cbccvc: [CURRENT, BEFORE] };

/** Is what is written by this version (`cbccvc@3.0`) taken? */
export function isTakenVersion(schema: string): boolean {
  const [name = '', version = ''] = schema.split('@');
  return MAJORS[name]?.includes(Number.parseInt(version, 10)) ?? false;
}

/** Under this name `ext` keeps what the other version cannot say. */
const KEPT = 'vn.congvu.as-sent';

const GROUP_OF: ReadonlyMap<string, string> = new Map([
  ...FIELDS.map(({ key, group }) => [key.split('.')[0]!, group] as const),
  ...SECTIONS.map(({ key, group }) => [key, group] as const),
]);
const DAY_COLUMNS: ReadonlySet<string> = new Set(
  WORKBOOK_SHEETS.flatMap(({ key: sheet, columns }) =>
    columns.flatMap(({ key, isDay }) => (isDay ? [sheet === MAIN_SHEET ? key : `${sheet}/${key}`] : [])),
  ),
);

const majorOf = (schema: string): number | null => {
  const [, name, major] = /^([a-z][a-z0-9.-]*)@(\d{1,4})\./.exec(schema) ?? [];
  return name === 'cbccvc' ? Number(major) : null;
};
const withMajor = (schema: string, major: number): string => schema.replace(/@\d+\./, `@${major}.`);

/** `hopDong#k7` → `E/hopDong#k7`; null where the dictionary has no such field. */
function grouped(fact: string): string | null {
  const group = GROUP_OF.get(fact.split('#')[0]!.split('.')[0]!);
  return group === undefined ? null : `${group}/${fact}`;
}

const toVietnamese = (text: string): string => {
  const [, year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text) ?? [];
  return year === undefined ? text : [day, month, year].filter((one) => one !== undefined).join('/');
};
const toIso = (text: string): string => {
  const [, day, month, year] = /^(?:(\d\d)\/)?(\d\d)\/(\d{4})$/.exec(text) ?? [];
  return year === undefined ? text : [year, month, day].filter((one) => one !== undefined).join('-');
};

/** Days inside a value, rewritten; texts that are no day stay. An end has its day in the form of both. */
function withDays({ operation, fact, value }: VersionedChange, write: (text: string) => string): VersionedChange['value'] {
  if (value === null || operation === 'end') return value;
  const field = fact.replace(/^[A-Z]\//, '').split('#')[0]!;
  if (typeof value === 'string') return DAY_COLUMNS.has(field) ? write(value) : value;
  return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, DAY_COLUMNS.has(`${field}/${key}`) ? write(text) : text]));
}

interface Written {
  readonly fact: string;
  readonly value: VersionedChange['value'];
}
const writtenUp = (change: VersionedChange): Written => ({
  fact: change.fact === 'employer' ? change.fact : (grouped(change.fact) ?? change.fact),
  value: withDays(change, toVietnamese),
});
const writtenDown = (change: VersionedChange): Written => ({
  fact: change.fact.replace(/^[A-Z]\//, ''),
  value: withDays(change, toIso),
});

const isSame = (a: Written, b: Written): boolean => a.fact === b.fact && JSON.stringify(a.value) === JSON.stringify(b.value);

/** `change` by the other major; what would not come back by itself is kept as it was sent. */
function converted<T extends VersionedChange>(
  change: T,
  major: number,
  write: (change: VersionedChange) => Written,
  back: (change: VersionedChange) => Written,
): T {
  const { [KEPT]: kept, ...others } = change.ext ?? {};
  const schema = withMajor(change.schema, major);
  const { ext: _ext, ...rest } = change;
  const withExt = (written: Written, ext: Readonly<Record<string, unknown>>, hasExt: boolean): T =>
    ({ ...rest, ...written, schema, ...(hasExt ? { ext } : {}) }) as unknown as T;
  if (isKept(kept) && kept.schema === schema) return withExt({ fact: kept.fact, value: kept.value }, others, kept.hadExt);
  const written = write(change);
  if (isSame(back({ ...change, ...written }), change)) return withExt(written, change.ext ?? {}, change.ext !== undefined);
  const asSent: Kept = { schema: change.schema, fact: change.fact, value: change.value, hadExt: change.ext !== undefined };
  return withExt(written, { ...change.ext, [KEPT]: asSent }, true);
}

interface Kept extends Written {
  readonly schema: string;
  readonly hadExt: boolean;
}
const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'schema' in value && 'fact' in value && 'value' in value && 'hadExt' in value;

/** A change of the major before, by the major in use; one of any other is as it was. */
export const upToCurrent = <T extends VersionedChange>(change: T): T =>
  majorOf(change.schema) === BEFORE ? converted(change, CURRENT, writtenUp, writtenDown) : change;

/** A change of the major in use, by the major before: for whoever still reads that one. */
export const downToBefore = <T extends VersionedChange>(change: T): T =>
  majorOf(change.schema) === CURRENT ? converted(change, BEFORE, writtenDown, writtenUp) : change;
