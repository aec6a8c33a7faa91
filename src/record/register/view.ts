/** A record as a page: groups in the order of the form, fields with source, confirmation and lock, masked where they should be. Pure. */
import type { Bilingual } from '#base/problem.ts';
import { FIELDS, GROUPS, SECTIONS, leavesOf } from '#standard/dictionary.ts';
import type { Leaf } from '#standard/field-shape.ts';
import { printValue } from '#standard/print.ts';
import type { GroupCode, GroupDocument, Line } from '#standard/shapes.ts';
import type { RecordAsOf } from './shapes.ts';

/** What the reader may see of a field: by role, and whether it was asked for (unmasked). */
export interface Sight {
  readonly roles: readonly string[];
  /** fields that were asked for in this reading */
  readonly unmasked: ReadonlySet<string>;
}

export interface FieldView {
  readonly key: string;
  readonly label: Bilingual;
  readonly formItem: readonly string[];
  /** null when masked or not there */
  readonly value: unknown;
  readonly display: Bilingual;
  readonly masked: boolean;
  /** the population database has the word and it matched: nobody edits it by hand */
  readonly locked: boolean;
}

export interface SectionView {
  readonly key: string;
  readonly title: Bilingual;
  readonly columns: readonly { readonly key: string; readonly label: Bilingual }[];
  readonly lines: readonly { readonly dong: string; readonly cells: Readonly<Record<string, Bilingual>> }[];
}

export interface GroupView {
  readonly code: GroupCode;
  readonly title: Bilingual;
  readonly fields: readonly FieldView[];
  readonly sections: readonly SectionView[];
  /** where the group's content comes from; null when nobody stated it */
  readonly source: string | null;
  readonly version: number | null;
  readonly validFrom: string | null;
  readonly attestationId: string | null;
}

const MASK: Bilingual = { vi: '••••••', en: '••••••' };
const NOTHING: Bilingual = { vi: '', en: '' };

/** May somebody with one of these roles see this field at all? */
export const maySee = (leaf: Pick<Leaf, 'field'>, roles: readonly string[]): boolean =>
  leaf.field.visibleTo.some((role) => roles.includes(role));

/** Sensitive fields stand masked until they are asked for; the asking is a read. */
const isMasked = (leaf: Leaf, sight: Sight): boolean => leaf.field.sensitivity === 'nc' && !sight.unmasked.has(leaf.field.key);

const isLines = (value: unknown): value is readonly Line[] => Array.isArray(value);

function fieldView(leaf: Leaf, group: GroupDocument, sight: Sight, locked: boolean): FieldView {
  const value = group[leaf.key];
  const masked = value !== undefined && isMasked(leaf, sight);
  return {
    key: leaf.path,
    label: leaf.label,
    formItem: leaf.field.formItem,
    value: masked ? null : (value ?? null),
    masked,
    display: masked ? MASK : value === undefined || isLines(value) ? NOTHING : printValue(leaf.kind, value),
    locked: locked && leaf.field.master === 'population',
  };
}

function sectionView(key: string, title: Bilingual, leaves: readonly Leaf[], lines: readonly Line[], sight: Sight): SectionView {
  return {
    key,
    title,
    columns: leaves.map((leaf) => ({ key: leaf.path, label: leaf.label })),
    lines: lines.map((line, index) => ({
      dong: String(line['dong'] ?? index + 1),
      cells: Object.fromEntries(
        leaves.flatMap((leaf) => {
          const value = line[leaf.key];
          return value === undefined ? [] : [[leaf.path, isMasked(leaf, sight) ? MASK : printValue(leaf.kind, value)]];
        }),
      ),
    })),
  };
}

/** Groups in the order of the form; a group of which nothing may be seen is not there. */
export function recordView(record: RecordAsOf, sight: Sight, locked: boolean): GroupView[] {
  return GROUPS.flatMap((group): GroupView[] => {
    const document = record.document[group.code] ?? {};
    const statedBy = record.statedBy[group.code];
    const seen = (section: string | null): Leaf[] => leavesOf(FIELDS, group.code, section).filter((leaf) => maySee(leaf, sight.roles));
    // The citizen number has a place of its own; system groups are shown as what they are: source, version, confirmation.
    const fields = seen(null)
      .filter((leaf) => leaf.key !== 'soDinhDanh' && document[leaf.key] !== undefined)
      .map((leaf) => fieldView(leaf, document, sight, locked));
    const sections = SECTIONS.filter((section) => section.group === group.code).flatMap((section) => {
      const leaves = seen(section.key);
      const lines = document[section.key];
      return leaves.length > 0 && isLines(lines) && lines.length > 0 ? [sectionView(section.key, section.title, leaves, lines, sight)] : [];
    });
    if (fields.length === 0 && sections.length === 0) return [];
    return [
      {
        code: group.code,
        title: group.title,
        fields,
        sections,
        source: statedBy?.source ?? null,
        version: statedBy?.version ?? null,
        validFrom: statedBy?.validFrom ?? null,
        attestationId: statedBy?.attestationId ?? null,
      },
    ];
  });
}
