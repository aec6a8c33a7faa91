/**
 * Lays what was stated over what stands, and tells the difference. Pure. (An act on one line: `line-operation.ts`.)
 *
 * A field that was not stated stays. A repeating section that was stated replaces the whole section
 * (an empty list empties it); its lines keep the `dong` of the line with the same natural key, or the same name,
 * and of that line what nobody types (a scan), which no form can state.
 */
import { canonicalJson } from '#base/canonical-json.ts';
import { FIELDS, SECTIONS, leavesOf } from '#standard/dictionary.ts';
import { kindOf } from '#standard/kinds/all.ts';
import { partText } from '#standard/record-access.ts';
import type { FieldValue, GroupCode, GroupDocument, Line, RecordDocument } from '#standard/shapes.ts';
import type { FieldChange } from './shapes.ts';

const sections = new Map(SECTIONS.map((section) => [section.key, section]));

/** What tells the line apart: by all of its natural key, or only by the parts that name it through a correction. */
const keyOf = (section: string, line: Line, by: 'whole' | 'name'): string => {
  const { naturalKey = [], nameParts = 0 } = sections.get(section) ?? {};
  const parts = by === 'name' ? naturalKey.slice(0, nameParts) : naturalKey;
  return parts.length === 0 ? canonicalJson(withoutDong(line)) : canonicalJson(parts.map((part) => partText(line, part)));
};

const withoutDong = (line: Line): Line => {
  const { dong: _dong, ...rest } = line;
  return rest;
};

/** By section, keys of what nobody types into a line. What is derived is computed anew, and kept by nobody. */
const UNTYPED: ReadonlyMap<string, readonly string[]> = new Map(
  SECTIONS.map(({ group, key }) => [
    key,
    leavesOf(FIELDS, group, key)
      .filter(({ kind, field }) => field.suppliedBy !== 'derived' && !kindOf(kind).typed)
      .map((leaf) => leaf.key),
  ]),
);

/** Of a line that stands what nobody types: a statement that lacks it takes nothing of it away. */
export const untypedOf = (section: string, line: Line | undefined): Line =>
  line === undefined ? {} : Object.fromEntries(Object.entries(line).filter(([key]) => UNTYPED.get(section)?.includes(key)));

const isLines = (value: FieldValue | readonly Line[] | undefined): value is readonly Line[] => Array.isArray(value);

/** Old lines that this key could mean, taken away one by one. */
function idsBy(section: string, before: readonly Line[], by: 'whole' | 'name'): (line: Line) => string | undefined {
  const known = Map.groupBy(before, (line) => keyOf(section, line, by));
  return (line) => {
    const found = known.get(keyOf(section, line, by))?.shift();
    return found && String(found['dong'] ?? '');
  };
}

/** By section, the highest `dong` that was ever given, where the lines that stand do not show it any more. */
export type HighestIds = Readonly<Record<string, number>>;

const highestIn = (lines: readonly Line[]): number => lines.reduce((highest, line) => Math.max(highest, Number(line['dong']) || 0), 0);

/** The next `dong` of a section: one that was never given. */
export const nextLineId = (section: string, lines: readonly Line[], ever: HighestIds): string =>
  String(Math.max(highestIn(lines), ever[section] ?? 0) + 1);

/** The highest ids of several states of a group, and of what was noted before. */
export function highestIds(noted: HighestIds, ...states: readonly (GroupDocument | undefined)[]): HighestIds {
  const highest: Record<string, number> = { ...noted };
  for (const state of states)
    for (const [key, value] of Object.entries(state ?? {}))
      if (isLines(value)) highest[key] = Math.max(highest[key] ?? 0, highestIn(value));
  return highest;
}

/** Of these highest ids those that the lines of a group do not show: a line that had one is gone, and none may be given again. */
export const idsToKeep = (highest: HighestIds, group: GroupDocument): HighestIds =>
  Object.fromEntries(
    Object.entries(highest).filter(([key, id]) => {
      const lines = group[key];
      return id > (isLines(lines) ? highestIn(lines) : 0);
    }),
  );

/**
 * Lines with a stable `dong`: that of the old line with the same natural key; else, of an old line that nobody else claims, the one of the
 * same name (its decision was corrected); else the next number that was never given.
 */
function withStableIds(section: string, before: readonly Line[], after: readonly Line[], ever: HighestIds): Line[] {
  let next = Number(nextLineId(section, before, ever));
  const same = idsBy(section, before, 'whole');
  const kept = after.map(same);
  const corrected = idsBy(
    section,
    before.filter((line) => !kept.includes(String(line['dong'] ?? ''))),
    'name',
  );
  const byId = new Map(before.map((line) => [String(line['dong'] ?? ''), line]));
  return after.map((line, index) => {
    const dong = kept[index] ?? corrected(line);
    const was = dong === undefined ? undefined : byId.get(dong);
    return { ...untypedOf(section, was), ...withoutDong(line), dong: dong ?? String(next++) };
  });
}

/**
 * The group as it stands after `stated` was laid over `current`.
 *
 * @param ever  ids that were given before, also to lines that are gone
 */
export function mergeGroup(current: GroupDocument | undefined, stated: GroupDocument, ever: HighestIds = {}): GroupDocument {
  const merged: Record<string, FieldValue | readonly Line[]> = { ...current };
  for (const [key, value] of Object.entries(stated)) {
    const before = current?.[key];
    merged[key] = isLines(value) ? withStableIds(key, isLines(before) ? before : [], value, ever) : value;
  }
  return merged;
}

/** A record after groups that are stated were laid over it. */
export const laidOver = (record: RecordDocument, stated: RecordDocument): RecordDocument =>
  (Object.entries(stated) as [GroupCode, GroupDocument][]).reduce(
    (document, [group, value]) => ({ ...document, [group]: mergeGroup(document[group], value) }),
    record,
  );

const sameValue = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);

/** Is it the same, whatever the order in which keys were written? */
export const sameGroup = (a: GroupDocument | undefined, b: GroupDocument | undefined): boolean => sameValue(a, b);

/** What changes from one state of a group to the next, field by field, lines by their `dong`. */
export function differences(_group: GroupCode, from: GroupDocument | undefined, to: GroupDocument): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const key of new Set([...Object.keys(from ?? {}), ...Object.keys(to)])) {
    const before = from?.[key];
    const after = to[key];
    if (isLines(before) || isLines(after)) {
      changes.push(...lineDifferences(key, isLines(before) ? before : [], isLines(after) ? after : []));
    } else if (!sameValue(before, after)) {
      changes.push({ field: key, line: null, from: before ?? null, to: after ?? null });
    }
  }
  return changes;
}

function lineDifferences(section: string, before: readonly Line[], after: readonly Line[]): FieldChange[] {
  const changes: FieldChange[] = [];
  const old = new Map(before.map((line) => [String(line['dong']), line]));
  for (const line of after) {
    // One that the register has not numbered yet is no line of before.
    const id = line['dong'] === undefined ? null : String(line['dong']);
    const was = id === null ? undefined : old.get(id);
    if (id !== null) old.delete(id);
    for (const key of new Set([...Object.keys(was ?? {}), ...Object.keys(line)])) {
      if (key !== 'dong' && !sameValue(was?.[key], line[key]))
        changes.push({ field: `${section}.${key}`, line: id, from: was?.[key] ?? null, to: line[key] ?? null });
    }
  }
  for (const [id, line] of old) changes.push({ field: section, line: id, from: line, to: null });
  return changes;
}
