/**
 * The appendix of Decree 27/2026, as somebody who has it writes it down: each name against our fields. A name is a field where the two words are the same
 * and mean one field alone; everything else is shown with what it may be, and nothing is lost. Pure.
 */
import { exactKey, looseKey } from '#standard/codelists/text-keys.ts';
import { FIELDS, fieldByKey, sectionByKey } from '#standard/dictionary.ts';
import type { Field } from '#standard/field-shape.ts';
import { DECREE_GROUPS, decreePlace } from './place.ts';
import type { DataKind } from './source.ts';

/** A line of the appendix. */
export interface AppendixName {
  /** its number as it stands there */
  readonly no: string;
  readonly name: string;
  /** "1" to "10"; null: not said */
  readonly group: string | null;
  readonly kind: DataKind | null;
  /** body that the fact comes from, as it is written */
  readonly sourceBody: string | null;
  /** keys of our fields, where whoever wrote it down knows them */
  readonly keys: readonly string[];
}

export interface MappedName extends AppendixName {
  /** mapped: `keys` are ours; several: `candidates` are equals; unknown: `candidates` are near, or none */
  readonly outcome: 'mapped' | 'several' | 'unknown';
  readonly candidates: readonly string[];
  /** keys that were written and are none of ours */
  readonly notOurs: readonly string[];
}

const NEAR_MAX = 3;

/** What a field may be called: by its label, and with the name of its section before it. */
function namesOf({ label, section }: Field): readonly string[] {
  const title = section === null ? undefined : sectionByKey(section)?.title.vi;
  return [label.vi, ...(title === undefined ? [] : [`${title} ${label.vi}`, `${label.vi} ${title}`])];
}

function index(keyOf: (text: string) => string): ReadonlyMap<string, readonly Field[]> {
  const found = new Map<string, Field[]>();
  for (const field of FIELDS) for (const key of new Set(namesOf(field).map(keyOf))) found.set(key, [...(found.get(key) ?? []), field]);
  return found;
}
const byName = index(exactKey);
const byLooseName = index(looseKey);

/** Of several those of the group that the appendix says, where any are. */
function inGroup(fields: readonly Field[], group: string | null): readonly Field[] {
  const within = group === null ? [] : fields.filter(({ key }) => decreePlace(key).group === group);
  return within.length > 0 ? within : fields;
}

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== ''),
  );

/** Fields whose names share most words with it: what somebody looks at first. A guess, never a mapping. */
function near({ name, group }: AppendixName): readonly string[] {
  const asked = wordsOf(name);
  const scored = inGroup(FIELDS, group).map((field) => {
    const words = wordsOf(namesOf(field).at(-1)!);
    const shared = [...asked].filter((word) => words.has(word)).length;
    return { key: field.key, likeness: shared / Math.max(asked.size, words.size) };
  });
  return scored
    .filter(({ likeness }) => likeness >= 1 / 2)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, NEAR_MAX)
    .map(({ key }) => key);
}

export function mapName(line: AppendixName): MappedName {
  const ours = line.keys.filter((key) => fieldByKey(key) !== undefined);
  const notOurs = line.keys.filter((key) => fieldByKey(key) === undefined);
  if (ours.length > 0) return { ...line, keys: ours, outcome: 'mapped', candidates: [], notOurs };
  const found = inGroup(byName.get(exactKey(line.name)) ?? byLooseName.get(looseKey(line.name)) ?? [], line.group);
  const [only, ...others] = found;
  if (only && others.length === 0) return { ...line, keys: [only.key], outcome: 'mapped', candidates: [], notOurs };
  if (only) return { ...line, keys: [], outcome: 'several', candidates: found.map(({ key }) => key), notOurs };
  return { ...line, keys: [], outcome: 'unknown', candidates: near(line), notOurs };
}

export interface GroupCoverage {
  readonly group: string;
  /** names of the appendix */
  readonly names: number;
  readonly mapped: number;
  /** fields of ours that we hold to be of this group, and those of them that no name was mapped to */
  readonly ours: number;
  readonly unnamed: readonly string[];
}
/** names = mapped + several + unknown */
export interface Coverage {
  readonly names: number;
  readonly mapped: number;
  readonly several: number;
  readonly unknown: number;
  readonly groups: readonly GroupCoverage[];
  /** names that say no group of the ten */
  readonly withoutGroup: number;
}

/** How far the dictionary covers an appendix; of no lines at all: what is ours, group by group. */
export function coverageOf(lines: readonly MappedName[]): Coverage {
  const count = (outcome: MappedName['outcome']): number => lines.filter((line) => line.outcome === outcome).length;
  const named = new Set(lines.flatMap(({ outcome, keys }) => (outcome === 'mapped' ? keys : [])));
  const groups = DECREE_GROUPS.map(({ code }): GroupCoverage => {
    const ours = FIELDS.filter(({ key }) => decreePlace(key).group === code).map(({ key }) => key);
    const within = lines.filter(({ group }) => group === code);
    return {
      group: code,
      names: within.length,
      mapped: within.filter(({ outcome }) => outcome === 'mapped').length,
      ours: ours.length,
      unnamed: ours.filter((key) => !named.has(key)),
    };
  });
  return {
    names: lines.length,
    mapped: count('mapped'),
    several: count('several'),
    unknown: count('unknown'),
    groups,
    withoutGroup: lines.length - groups.reduce((sum, { names }) => sum + names, 0),
  };
}
