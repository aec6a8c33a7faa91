/** What a field of the dictionary is unless its entry says otherwise. */
import type { Bilingual } from '#base/problem.ts';
import type { Confidence, Field, KindSpec, RequiredWhen } from '#standard/field-shape.ts';
import { sourceOf } from '#standard/decree/source.ts';
import { rolesThatSee } from '#standard/access/roles.ts';
import type { RoleCode } from '#standard/generated/role-codes.ts';
import type { GroupCode } from '#standard/shapes.ts';

type Told =
  | 'dateField'
  | 'section'
  | 'requiredWhen'
  | 'suppliedBy'
  | 'sensitivity'
  | 'formItem'
  | 'hot'
  | 'hotPlain'
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
export type GroupDefaults = Partial<Pick<Field, 'sealed' | 'suppliedBy' | 'visibleTo' | 'confirmedBy'>>;

// Who sees what follows from the table of access; the auditor reads logs, never records.
const SEES_ALL = rolesThatSee('ordinary');
const SEES_SENSITIVE = rolesThatSee('sensitive');
const SEES_SEALED = rolesThatSee('sealed');

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
      master: sourceOf({ key: entry.key, group }).master,
      sensitivity: entry.sensitivity ?? null,
      sealed,
      visibleTo: entry.visibleTo ?? defaults.visibleTo ?? visibleTo(entry, sealed),
      confirmedBy: entry.confirmedBy ?? (suppliedBy === 'body' || suppliedBy === 'person' ? (defaults.confirmedBy ?? ['XAC_NHAN']) : []),
      formItem: entry.formItem ?? [],
      hot: entry.hot ?? null,
      hotPlain: entry.hotPlain ?? false,
      note: entry.note ?? null,
      source: entry.source,
      confidence: entry.confidence,
    };
  });
