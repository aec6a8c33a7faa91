/**
 * Forms of a record on paper, as data with their days (`forms.json`): which items, in which order, and which fields stand in each. A form whose numbers are not
 * known has no items of its own: its fields are those that the dictionary says are of it (`formItem`), in the order of the record.
 */
import type { PlainDate } from '#base/clock.ts';
import { FIELDS, GROUPS, SECTIONS, leavesOf } from './dictionary.ts';
import type { FormCode } from './form-codes.ts';
import type { Leaf } from './field-shape.ts';
import forms from './forms.json' with { type: 'json' };

/** Lines of a section as a table. `last`: only the line that stands now. */
export interface FormTable {
  readonly section: string;
  /** paths of its columns */
  readonly columns: readonly string[];
  readonly title?: string;
  readonly only?: 'last';
}

export interface FormItem {
  /** as it is printed; '' where the form has none */
  readonly no: string;
  readonly title: string;
  readonly fields?: readonly string[];
  readonly tables?: readonly FormTable[];
}

export interface Form {
  readonly code: FormCode;
  readonly name: string;
  readonly title: string;
  readonly basis: string;
  readonly items: readonly FormItem[];
}

const isOf = (marker: string, { field }: Leaf): boolean => field.formItem.some((one) => one === marker || one.startsWith(`${marker}.`));
/** Columns that some form asks for. */
const isOfAnyForm = ({ field }: Leaf): boolean => field.formItem.length > 0;

/** Items of a form whose numbers are not known: a group of the record each. */
function itemsByDictionary(marker: string): FormItem[] {
  return GROUPS.flatMap(({ code, title }): FormItem[] => {
    const fields = leavesOf(FIELDS, code, null).filter((leaf) => isOf(marker, leaf));
    const tables = SECTIONS.filter((section) => section.group === code).flatMap((section): FormTable[] => {
      const leaves = leavesOf(FIELDS, code, section.key);
      if (!leaves.some((leaf) => isOf(marker, leaf))) return [];
      return [{ section: section.key, columns: leaves.filter(isOfAnyForm).map(({ path }) => path), title: section.title.vi }];
    });
    return fields.length + tables.length === 0 ? [] : [{ no: '', title: title.vi, fields: fields.map(({ path }) => path), tables }];
  });
}

export function formOf(code: FormCode): Form {
  const { marker, items, ...form } = forms.forms.find((one) => one.code === code)!;
  return { ...form, code, items: (items as readonly FormItem[] | null) ?? itemsByDictionary(marker) };
}

/**
 * The form of the curriculum vitae of an employee of this kind (`loai_doi_tuong`) that is in force on a day; where none of these kinds says so, that of
 * everybody else, the latest first.
 */
export function formFor(kind: string, on: PlainDate): Form {
  const entries: readonly {
    readonly validFrom: string;
    readonly validTo: string | null;
    readonly kinds: readonly string[] | null;
    readonly code: string;
  }[] = forms.forms;
  const inForce = entries
    .filter(({ validFrom, validTo }) => validFrom <= on && (validTo === null || on <= validTo))
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  const found = inForce.find(({ kinds }) => kinds?.includes(kind)) ?? inForce.find(({ kinds }) => kinds === null);
  return formOf((found ?? entries[0]!).code as FormCode);
}
