/** The dictionary by the path of a change, a problem or a returned cell: `ngaySinh`, `noiSinh.maTinh`, `luong.heSo`, `luong` (a whole section). */
import { FIELDS, leavesOf, sectionByKey } from '#standard/dictionary.ts';
import type { Leaf } from '#standard/field-shape.ts';
import type { GroupCode } from '#standard/shapes.ts';

const leaves = new Map<string, Leaf>();
for (const field of FIELDS)
  for (const section of [null, field.section, field.key])
    for (const leaf of leavesOf([field], field.group, section)) leaves.set(leaf.path, leaf);

/** The leaf at this path; undefined for a section, and for what is no field at all. */
export const leafAt = (path: string): Leaf | undefined => leaves.get(path);

/** The leaves that stand behind a path: one, all those of a section or of a compound field, or none. */
export const leavesAt = (path: string): readonly Leaf[] => {
  const leaf = leaves.get(path);
  return leaf ? [leaf] : [...leaves.values()].filter((one) => one.field.section === path || one.path.startsWith(`${path}.`));
};

/** The group that a path is of; null for what is no field. */
export const groupAt = (path: string): GroupCode | null => leavesAt(path)[0]?.field.group ?? sectionByKey(path)?.group ?? null;
