/** In what order the columns of a row are read: made once from the dictionary, so that reading a row is a walk along an array. */
import { FIELDS, GROUPS, leavesOf, SECTIONS } from '#standard/dictionary.ts';
import type { KindSpec, Leaf, Part, Section } from '#standard/field-shape.ts';
import { kindOf } from '#standard/kinds/all.ts';
import type { Kind } from '#standard/kinds/kind.ts';
import type { GroupCode } from '#standard/shapes.ts';
import { isStated } from '#standard/workbook-columns.ts';

export interface PartPlan {
  readonly part: Part;
  readonly columnKey: string;
  readonly kind: Kind<KindSpec>;
}
export interface LeafPlan {
  readonly leaf: Leaf;
  readonly group: GroupCode;
  readonly kind: Kind<KindSpec>;
  /** key of its (first) column */
  readonly columnKey: string;
  readonly parts: readonly PartPlan[] | null;
  /** a person without name or number is nobody: their absence cannot be stated */
  readonly absenceAllowed: boolean;
}
export interface SectionPlan {
  readonly section: Section;
  readonly leaves: readonly LeafPlan[];
}

function planOf(leaf: Leaf, group: GroupCode): LeafPlan {
  const kind = kindOf(leaf.kind);
  const parts =
    kind.parts(leaf.kind)?.map((part): PartPlan => ({ part, columnKey: `${leaf.path}.${part.key}`, kind: kindOf(part.kind) })) ?? null;
  const absenceAllowed = !(leaf.required === 'R' && (leaf.kind.name === 'personName' || leaf.kind.name === 'nationalId'));
  return { leaf, group, kind, parts, columnKey: parts?.[0]?.columnKey ?? leaf.path, absenceAllowed };
}

/** Dates by which others are read come first. */
const datesFirst = (plans: readonly LeafPlan[], isDate: (plan: LeafPlan) => boolean): readonly LeafPlan[] => [
  ...plans.filter(isDate),
  ...plans.filter((plan) => !isDate(plan)),
];

const single = GROUPS.flatMap((group) =>
  leavesOf(FIELDS, group.code, null)
    .filter(isStated)
    .map((leaf) => planOf(leaf, group.code)),
);
const datesOfOthers = new Set(single.map((plan) => plan.leaf.dateField));

/** The row of `Hồ sơ`. */
export const mainPlan: readonly LeafPlan[] = datesFirst(single, (plan) => datesOfOthers.has(plan.leaf.field.key));

/** The rows of each section's sheet. */
export const sectionPlans: readonly SectionPlan[] = SECTIONS.map((section) => ({
  section,
  leaves: datesFirst(
    leavesOf(FIELDS, section.group, section.key)
      .filter(isStated)
      .map((leaf) => planOf(leaf, section.group)),
    (plan) => plan.leaf.key === section.dateKey,
  ),
})).filter((plan) => plan.leaves.length > 0);
