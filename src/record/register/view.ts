/** A record as a page: groups in the order of the form, fields with source, confirmation and lock, masked where they should be. Pure. */
import type { Bilingual } from '#base/problem.ts';
import type { PlainDate } from '#base/clock.ts';
import { withDerivedValues } from '#standard/derived-values.ts';
import { FIELDS, GROUPS, SECTIONS, leavesOf } from '#standard/dictionary.ts';
import type { Leaf } from '#standard/field-shape.ts';
import type { GroupCode, GroupDocument, Line } from '#standard/shapes.ts';
import { printNamed } from './body-words.ts';
import type { NameOfBody } from './body-words.ts';
import type { Attested, PersonVersion, RecordAsOf } from './shapes.ts';

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
  /** computed from other fields: nobody stated it, nobody confirms it */
  readonly derived: boolean;
  readonly origin: Origin;
}

/** Where a value comes from, and who confirmed it. All null: derived. */
export interface Origin {
  /** `nguon_du_lieu` */
  readonly source: string | null;
  readonly attestationId: string | null;
  readonly confirmedAt: string | null;
  readonly confirmedBy: string | null;
  /** stood in the register from its beginning, without anybody's confirmation */
  readonly initial: boolean;
}

export interface SectionView {
  readonly key: string;
  readonly title: Bilingual;
  readonly origin: Origin;
  readonly columns: readonly { readonly key: string; readonly label: Bilingual; readonly derived: boolean }[];
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
  readonly confirmedAt: string | null;
  readonly confirmedBy: string | null;
}

/** What the page needs of other rooms. */
export interface Beside {
  /** by attestation */
  readonly attested: ReadonlyMap<string, Attested>;
  readonly nameOfBody: NameOfBody;
}

const DERIVED: Origin = { source: null, attestationId: null, confirmedAt: null, confirmedBy: null, initial: false };

function originOf(version: PersonVersion | undefined, { attested }: Beside): Origin {
  if (!version) return DERIVED;
  const confirmed = version.attestationId === null ? undefined : attested.get(version.attestationId);
  return {
    source: version.source,
    attestationId: version.attestationId,
    confirmedAt: confirmed?.at ?? null,
    confirmedBy: confirmed?.by ?? null,
    initial: version.attestationId === null && version.submissionId === null,
  };
}

const MASK: Bilingual = { vi: '••••••', en: '••••••' };
const NOTHING: Bilingual = { vi: '', en: '' };

/** May somebody with one of these roles see this field at all? */
export const maySee = (leaf: Pick<Leaf, 'field'>, roles: readonly string[]): boolean =>
  leaf.field.visibleTo.some((role) => roles.includes(role));

/** Sensitive fields stand masked until they are asked for; the asking is a read. */
const isMasked = (leaf: Leaf, sight: Sight): boolean => leaf.field.sensitivity === 'nc' && !sight.unmasked.has(leaf.field.key);

const isLines = (value: unknown): value is readonly Line[] => Array.isArray(value);

const isDerived = (leaf: Leaf): boolean => leaf.field.suppliedBy === 'derived';

function fieldView(leaf: Leaf, group: GroupDocument, sight: Sight, locked: boolean, origin: Origin, nameOf: NameOfBody): FieldView {
  const value = group[leaf.key];
  const masked = value !== undefined && isMasked(leaf, sight);
  return {
    key: leaf.path,
    label: leaf.label,
    formItem: leaf.field.formItem,
    value: masked ? null : (value ?? null),
    masked,
    display: masked ? MASK : value === undefined || isLines(value) ? NOTHING : printNamed(leaf.kind, value, nameOf),
    locked: locked && leaf.field.master === 'population',
    derived: isDerived(leaf),
    origin: isDerived(leaf) ? DERIVED : origin,
  };
}

function sectionView(
  { key, title }: { readonly key: string; readonly title: Bilingual },
  leaves: readonly Leaf[],
  lines: readonly Line[],
  sight: Sight,
  origin: Origin,
  nameOf: NameOfBody,
): SectionView {
  return {
    key,
    title,
    origin,
    columns: leaves.map((leaf) => ({ key: leaf.path, label: leaf.label, derived: isDerived(leaf) })),
    lines: lines.map((line, index) => ({
      dong: String(line['dong'] ?? index + 1),
      cells: Object.fromEntries(
        leaves.flatMap((leaf) => {
          const value = line[leaf.key];
          return value === undefined ? [] : [[leaf.path, isMasked(leaf, sight) ? MASK : printNamed(leaf.kind, value, nameOf)]];
        }),
      ),
    })),
  };
}

/**
 * Groups in the order of the form, derived values among them; a group of which nothing may be seen is not there.
 * `on` is the day that derived values are computed for.
 */
export function recordView(record: RecordAsOf, sight: Sight, locked: boolean, on: PlainDate, beside: Beside): GroupView[] {
  const whole = withDerivedValues(record.document, on);
  const nameOf = beside.nameOfBody;
  return GROUPS.flatMap((group): GroupView[] => {
    const document = whole[group.code] ?? {};
    const statedBy = record.statedBy[group.code];
    const originOfKey = (key: string): Origin => originOf(record.broughtBy[group.code]?.[key], beside);
    const seen = (section: string | null): Leaf[] => leavesOf(FIELDS, group.code, section).filter((leaf) => maySee(leaf, sight.roles));
    // The citizen number has a place of its own; system groups are shown as what they are: source, version, confirmation.
    const fields = seen(null)
      .filter((leaf) => leaf.key !== 'soDinhDanh' && document[leaf.key] !== undefined)
      .map((leaf) => fieldView(leaf, document, sight, locked, originOfKey(leaf.key), nameOf));
    const sections = SECTIONS.filter((section) => section.group === group.code).flatMap((section) => {
      const leaves = seen(section.key);
      const lines = document[section.key];
      return leaves.length > 0 && isLines(lines) && lines.length > 0
        ? [sectionView(section, leaves, lines, sight, originOfKey(section.key), nameOf)]
        : [];
    });
    if (fields.length === 0 && sections.length === 0) return [];
    const { source, attestationId, confirmedAt, confirmedBy } = originOf(statedBy, beside);
    return [
      {
        code: group.code,
        title: group.title,
        fields,
        sections,
        source,
        version: statedBy?.version ?? null,
        validFrom: statedBy?.validFrom ?? null,
        attestationId,
        confirmedAt,
        confirmedBy,
      },
    ];
  });
}
