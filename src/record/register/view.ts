/** A record as a page: groups in the order of the form, fields with source, confirmation and lock, masked where they should be. Pure. */
import type { Bilingual } from '#base/problem.ts';
import type { BodyNaming } from '#authority/organisations/store.ts';
import type { PlainDate } from '#base/clock.ts';
import { earliestDay, isPartialDate } from '#base/vietnamese/dates.ts';
import { withDerivedValues } from '#standard/derived-values.ts';
import { FIELDS, GROUPS, SECTIONS, leavesOf } from '#standard/dictionary.ts';
import type { Leaf } from '#standard/field-shape.ts';
import { unsureValue } from '#standard/unsure.ts';
import type { GroupCode, GroupDocument, Line } from '#standard/shapes.ts';
import { RECORD_CODE } from '#standard/check/record-code.ts';
import { sourceOf } from '#standard/decree/source.ts';
import type { DataKind } from '#standard/decree/source.ts';
import { isEmployer } from '#standard/hot-columns.ts';
import { printNamed } from './body-words.ts';
import type { NameOfBody } from './body-words.ts';
import { NO_NUMBERS, recordCodeWords, withRecordCode } from './record-code.ts';
import type { PersonNumbers } from './record-code.ts';
import type { Attested, Compared, ComparedOf, PersonVersion, RecordAsOf } from './shapes.ts';
import { MASK, seen } from './visibility.ts';
import type { Visibility } from './visibility.ts';

export interface FieldView {
  readonly key: string;
  readonly label: Bilingual;
  readonly formItem: readonly string[];
  /** null when masked or not there */
  readonly value: unknown;
  readonly display: Bilingual;
  readonly masked: boolean;
  /** what the population database was found to say of this very value; null for a field on which it has no word */
  readonly compared: Compared | null;
  /** computed from other fields: nobody stated it, nobody confirms it */
  readonly derived: boolean;
  /** source of the list entry that codes the value, where the list is not certain of it */
  readonly unsure: string | null;
  readonly origin: Origin;
  readonly sourceBody: SourceBodyView;
}

/** Whose word a field is by the law: master data of this register, or reference data whose original another body keeps. */
export interface SourceBodyView {
  readonly kind: DataKind;
  readonly name: Bilingual;
  readonly correct: Bilingual | null;
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
  readonly columns: readonly {
    readonly key: string;
    readonly label: Bilingual;
    readonly derived: boolean;
    readonly sourceBody: SourceBodyView;
  }[];
  /** `unsure`: as of a field, by the key of the column */
  readonly lines: readonly {
    readonly dong: string;
    /** of this line: others of its section may have come later, from elsewhere */
    readonly origin: Origin;
    readonly cells: Readonly<Record<string, Bilingual>>;
    readonly unsure: Readonly<Record<string, string>>;
  }[];
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
export interface ViewContext {
  /** by attestation */
  readonly attested: ReadonlyMap<string, Attested>;
  readonly nameOfBody: BodyNaming;
  /** name on the day shown of a body of the employment, by its id: such a body is said from what the register knows, never from a code */
  readonly nameOfEmployer: (bodyId: string) => string | undefined;
  readonly comparedOf: ComparedOf;
  /** the code of the record and what it was before; not shown when not said */
  readonly numbers?: PersonNumbers;
}

const DERIVED: Origin = { source: null, attestationId: null, confirmedAt: null, confirmedBy: null, initial: false };

function originOf(version: PersonVersion | undefined, { attested }: ViewContext): Origin {
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

const NOTHING: Bilingual = { vi: '', en: '' };

const isMasked = (leaf: Leaf, visibility: Visibility): boolean => seen(leaf.field, visibility) !== 'clear';

/** First day of a date that a fact has of its own; null when it has none. */
const dayOf = (value: unknown): PlainDate | null => (typeof value === 'string' && isPartialDate(value) ? earliestDay(value) : null);

const isLines = (value: unknown): value is readonly Line[] => Array.isArray(value);

const sourceBodyOf = ({ field }: Leaf): SourceBodyView => {
  const { kind, name, correct } = sourceOf(field);
  return { kind, name, correct };
};

const isDerived = (leaf: Leaf): boolean => leaf.field.suppliedBy === 'derived';

function fieldView(
  leaf: Leaf,
  group: GroupDocument,
  visibility: Visibility,
  brought: PersonVersion | undefined,
  nameOf: NameOfBody,
  on: PlainDate,
  beside: ViewContext,
): FieldView {
  const value = group[leaf.key];
  const { numbers = NO_NUMBERS } = beside;
  const isCode = leaf.key === RECORD_CODE;
  // The number stands masked on every page until somebody asks for it, whatever its sensitivity.
  const masked = value !== undefined && (isMasked(leaf, visibility) || (isCode && !visibility.unmasked.has(RECORD_CODE)));
  return {
    key: leaf.path,
    label: leaf.label,
    formItem: leaf.field.formItem,
    value: masked ? null : (value ?? null),
    masked,
    display: isCode
      ? recordCodeWords(numbers, masked)
      : masked
        ? MASK
        : value === undefined || isLines(value)
          ? NOTHING
          : printNamed(leaf.kind, value, nameOf),
    compared: value !== undefined && leaf.field.master === 'population' ? beside.comparedOf(leaf.key, value) : null,
    derived: isDerived(leaf),
    unsure: masked || isLines(value) ? null : unsureValue(leaf.kind, value, on),
    origin: isDerived(leaf) ? DERIVED : originOf(brought, beside),
    sourceBody: sourceBodyOf(leaf),
  };
}

function sectionView(
  { key, title }: { readonly key: string; readonly title: Bilingual },
  leaves: readonly Leaf[],
  lines: readonly Line[],
  visibility: Visibility,
  originOfLine: (line: Line | null) => Origin,
  { nameIn, dayIn }: { readonly nameIn: (line: Line) => NameOfBody; readonly dayIn: (line: Line) => PlainDate },
): SectionView {
  return {
    key,
    title,
    origin: originOfLine(null),
    columns: leaves.map((leaf) => ({ key: leaf.path, label: leaf.label, derived: isDerived(leaf), sourceBody: sourceBodyOf(leaf) })),
    lines: lines.map((line, index) => ({
      dong: String(line['dong'] ?? index + 1),
      origin: originOfLine(line),
      cells: Object.fromEntries(
        leaves.flatMap((leaf) => {
          const value = line[leaf.key];
          return value === undefined ? [] : [[leaf.path, isMasked(leaf, visibility) ? MASK : printNamed(leaf.kind, value, nameIn(line))]];
        }),
      ),
      unsure: Object.fromEntries(
        leaves.flatMap((leaf) => {
          const source = isMasked(leaf, visibility) ? null : unsureValue(leaf.kind, line[leaf.key], dayIn(line));
          return source === null ? [] : [[leaf.path, source]];
        }),
      ),
    })),
  };
}

/**
 * Groups in the order of the form, derived values among them; a group of which nothing may be seen is not there.
 * `on` is the day that derived values are computed for.
 */
export function recordView(record: RecordAsOf, visibility: Visibility, on: PlainDate, beside: ViewContext): GroupView[] {
  const whole = withRecordCode(withDerivedValues(record.document, on), beside.numbers ?? NO_NUMBERS);
  return GROUPS.flatMap((group): GroupView[] => {
    const document = whole[group.code] ?? {};
    const statedBy = record.statedBy[group.code];
    const broughtBy = (key: string): PersonVersion | undefined => record.broughtBy[group.code]?.[key];
    /** Day of the fact: codes are read as of it. */
    const dayFor = (leaf: Leaf): PlainDate => dayOf(document[leaf.dateField ?? '']) ?? broughtBy(leaf.key)?.validFrom ?? on;
    /** A body of the employment from its identity; any other by the code that it had on the day of its fact. */
    const nameFor =
      (leaf: Leaf): NameOfBody =>
      (code) => {
        const brought = broughtBy(leaf.key);
        if (isEmployer(leaf.field)) return beside.nameOfEmployer(brought?.employers[leaf.key] ?? '');
        return beside.nameOfBody(code, dayFor(leaf));
      };
    const visible = (section: string | null): Leaf[] =>
      leavesOf(FIELDS, group.code, section).filter((leaf) => seen(leaf.field, visibility) !== 'hidden');
    // The citizen number has a place of its own; system groups are shown as what they are: source, version, confirmation.
    const fields = visible(null)
      .filter((leaf) => leaf.key !== 'soDinhDanh' && document[leaf.key] !== undefined)
      .map((leaf) => fieldView(leaf, document, visibility, broughtBy(leaf.key), nameFor(leaf), dayFor(leaf), beside));
    const sections = SECTIONS.filter((section) => section.group === group.code).flatMap((section) => {
      const leaves = visible(section.key);
      const lines = document[section.key];
      if (leaves.length === 0 || !isLines(lines) || lines.length === 0) return [];
      const brought = broughtBy(section.key);
      const dayIn = (line: Line): PlainDate => dayOf(line[section.dateKey ?? '']) ?? brought?.validFrom ?? on;
      const nameIn =
        (line: Line): NameOfBody =>
        (code) =>
          beside.nameOfBody(code, dayIn(line));
      const broughtLines = record.linesBroughtBy[group.code]?.[section.key] ?? {};
      const originOfLine = (line: Line | null): Origin =>
        originOf(line === null ? brought : (broughtLines[String(line['dong'])] ?? brought), beside);
      return [sectionView(section, leaves, lines, visibility, originOfLine, { nameIn, dayIn })];
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
