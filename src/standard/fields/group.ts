/** What a field of the dictionary is unless its entry says otherwise. */
import type { Bilingual } from '#base/problem.ts';
import type { Confidence, Field, KindSpec, RequiredWhen, RoleCode } from '#standard/field-shape.ts';
import type { GroupCode } from '#standard/shapes.ts';

type Told =
  | 'dateField'
  | 'section'
  | 'requiredWhen'
  | 'suppliedBy'
  | 'master'
  | 'sensitivity'
  | 'formItem'
  | 'hot'
  | 'note'
  | 'visibleTo'
  | 'confirmedBy';

/** An entry as it is written down: what every field says, and what only some say. */
export type FieldEntry = Partial<Pick<Field, Told>> & {
  readonly key: string;
  readonly label: Bilingual;
  readonly kind: KindSpec;
  readonly required: Field['required'];
  readonly requiredWhen?: RequiredWhen;
  readonly source: string;
  readonly confidence: Confidence;
};

/** What holds for a whole group. */
export type GroupDefaults = Partial<Pick<Field, 'sealed' | 'suppliedBy' | 'master' | 'visibleTo' | 'confirmedBy'>>;

// Who sees what is a design of ours; the auditor reads logs, never records.
const SEES_ALL: readonly RoleCode[] = ['CA_NHAN', 'NHAP_LIEU', 'LD_DON_VI', 'DOI_SOAT', 'XAC_NHAN', 'VU_CCVC'];
const SEES_SENSITIVE: readonly RoleCode[] = ['CA_NHAN', 'NHAP_LIEU', 'DOI_SOAT', 'XAC_NHAN', 'VU_CCVC'];
const SEES_SEALED: readonly RoleCode[] = ['CA_NHAN', 'DOI_SOAT', 'XAC_NHAN'];

const visibleTo = (entry: FieldEntry, sealed: boolean): readonly RoleCode[] =>
  sealed ? SEES_SEALED : entry.sensitivity === 'nc' ? SEES_SENSITIVE : SEES_ALL;

const firstList = (kind: KindSpec): string | null => {
  switch (kind.name) {
    case 'code':
    case 'codeOrText':
      return kind.codeLists[0] ?? null;
    case 'map':
      return kind.codeList;
    case 'text':
      return kind.codeList ?? null;
    case 'derived':
      return firstList(kind.of);
    default:
      return null;
  }
};

/** The fields of one group, in the order of the form. */
export const fieldsOf = (group: GroupCode, defaults: GroupDefaults, entries: readonly FieldEntry[]): readonly Field[] =>
  entries.map((entry) => {
    const suppliedBy = entry.suppliedBy ?? defaults.suppliedBy ?? 'body';
    const sealed = defaults.sealed ?? false;
    return {
      key: entry.key,
      group,
      section: entry.section ?? null,
      label: entry.label,
      kind: entry.kind,
      required: entry.required,
      requiredWhen: entry.requiredWhen ?? null,
      codeList: firstList(entry.kind),
      dateField: entry.dateField ?? null,
      suppliedBy,
      master: entry.master ?? defaults.master ?? 'body',
      sensitivity: entry.sensitivity ?? null,
      sealed,
      visibleTo: entry.visibleTo ?? defaults.visibleTo ?? visibleTo(entry, sealed),
      confirmedBy: entry.confirmedBy ?? (suppliedBy === 'body' || suppliedBy === 'person' ? (defaults.confirmedBy ?? ['XAC_NHAN']) : []),
      formItem: entry.formItem ?? [],
      hot: entry.hot ?? null,
      note: entry.note ?? null,
      source: entry.source,
      confidence: entry.confidence,
    };
  });
