/**
 * Lays what was stated over what stands, and tells the difference. Pure.
 *
 * A field that was not stated stays. A repeating section that was stated replaces the whole section
 * (an empty list empties it); its lines keep the `dong` of the line with the same natural key.
 */
import { canonicalJson } from '#base/canonical-json.ts';
import { SECTIONS } from '#standard/dictionary.ts';
import type { FieldValue, GroupCode, GroupDocument, Line } from '#standard/shapes.ts';
import type { FieldChange } from './shapes.ts';

const naturalKeys = new Map<string, readonly string[]>(SECTIONS.map((section) => [section.key, section.naturalKey]));

const keyOf = (section: string, line: Line): string => {
  const parts = naturalKeys.get(section) ?? [];
  return canonicalJson(parts.length === 0 ? withoutDong(line) : parts.map((part) => line[part] ?? null));
};

const withoutDong = (line: Line): Line => {
  const { dong: _dong, ...rest } = line;
  return rest;
};

const isLines = (value: FieldValue | readonly Line[] | undefined): value is readonly Line[] => Array.isArray(value);

/** Lines with a stable `dong`: that of the old line with the same natural key, else the next number never used in `before`. */
function withStableIds(section: string, before: readonly Line[], after: readonly Line[]): Line[] {
  const known = new Map<string, string[]>();
  let last = 0;
  for (const line of before) {
    const id = String(line['dong'] ?? '');
    last = Math.max(last, Number(id) || 0);
    const key = keyOf(section, line);
    known.set(key, [...(known.get(key) ?? []), id]);
  }
  return after.map((line) => {
    const kept = known.get(keyOf(section, line))?.shift();
    return { ...withoutDong(line), dong: kept ?? String(++last) };
  });
}

/** The group as it stands after `stated` was laid over `current`. */
export function mergeGroup(current: GroupDocument | undefined, stated: GroupDocument): GroupDocument {
  const merged: Record<string, FieldValue | readonly Line[]> = { ...current };
  for (const [key, value] of Object.entries(stated)) {
    const before = current?.[key];
    merged[key] = isLines(value) ? withStableIds(key, isLines(before) ? before : [], value) : value;
  }
  return merged;
}

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
    const id = String(line['dong']);
    const was = old.get(id);
    old.delete(id);
    for (const key of new Set([...Object.keys(was ?? {}), ...Object.keys(line)])) {
      if (key !== 'dong' && !sameValue(was?.[key], line[key]))
        changes.push({ field: `${section}.${key}`, line: id, from: was?.[key] ?? null, to: line[key] ?? null });
    }
  }
  for (const [id, line] of old) changes.push({ field: section, line: id, from: line, to: null });
  return changes;
}
