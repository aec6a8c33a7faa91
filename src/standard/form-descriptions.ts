/** What the portal's form needs to know of each field, derived from the dictionary: plain data, no functions. */
import type { Bilingual } from '#base/problem.ts';
import { FIELDS, GROUPS, leavesOf, SECTIONS } from './dictionary.ts';
import type { Field, KindName, KindSpec, Leaf, Required, Section, SuppliedBy } from './field-shape.ts';
import { kindOf } from './kinds/all.ts';

/** One input: the widget is chosen by `kind`; a value in parts has an input a part. */
export interface FormInput {
  readonly key: string;
  readonly label: Bilingual;
  readonly kind: KindName;
  readonly hint: Bilingual;
  readonly codeLists: readonly string[];
  readonly required: Required;
  /** when a "C" field is needed, in words */
  readonly requiredWhen: Bilingual | null;
  readonly suppliedBy: SuppliedBy;
  readonly formItem: readonly string[];
  readonly sensitive: boolean;
  readonly parts: readonly FormInput[];
}
export interface FormSection {
  readonly key: string;
  readonly title: Bilingual;
  readonly inputs: readonly FormInput[];
}
export interface FormGroup {
  readonly code: string;
  readonly title: Bilingual;
  readonly inputs: readonly FormInput[];
  readonly sections: readonly FormSection[];
}

const listsOf = (kind: KindSpec): readonly string[] =>
  kind.name === 'code' || kind.name === 'codeOrText'
    ? kind.codeLists
    : kind.name === 'text' && kind.codeList !== undefined
      ? [kind.codeList]
      : [];

function inputOf(leaf: Leaf): FormInput {
  const input = (key: string, label: Bilingual, kind: KindSpec, required: Required, parts: readonly FormInput[]): FormInput => ({
    key,
    label,
    kind: kind.name,
    hint: kindOf(kind).hint(kind),
    codeLists: listsOf(kind),
    required,
    requiredWhen: leaf.requiredWhen?.text ?? null,
    suppliedBy: leaf.field.suppliedBy,
    formItem: leaf.field.formItem,
    sensitive: leaf.field.sensitivity === 'nc',
    parts,
  });
  const parts = kindOf(leaf.kind).parts(leaf.kind) ?? [];
  return input(
    leaf.path,
    leaf.label,
    leaf.kind,
    leaf.required,
    parts.map((part) => input(`${leaf.path}.${part.key}`, part.label, part.kind, part.required ? 'R' : 'O', [])),
  );
}

/** The form of these fields, in the order of form 2C. */
export const formDescriptions = (fields: readonly Field[], sections: readonly Section[]): readonly FormGroup[] =>
  GROUPS.flatMap(({ code, title }): FormGroup[] => {
    const inputs = leavesOf(fields, code, null).map(inputOf);
    const repeating = sections
      .filter((section) => section.group === code)
      .map((section): FormSection => ({ key: section.key, title: section.title, inputs: leavesOf(fields, code, section.key).map(inputOf) }))
      .filter((section) => section.inputs.length > 0);
    return inputs.length + repeating.length === 0 ? [] : [{ code, title, inputs, sections: repeating }];
  });

export const FORM: readonly FormGroup[] = formDescriptions(FIELDS, SECTIONS);
