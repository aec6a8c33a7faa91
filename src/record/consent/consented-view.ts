/** A record as far as a consent reaches: groups whose ordinary content was given, and the sensitive fields that were named. Pure. */
import type { Bilingual } from '#base/problem.ts';
import { leafAt } from '#record/register/leaves.ts';
import type { GroupView, SectionView } from '#record/register/view.ts';
import type { AskedParts } from './asking-rules.ts';

/** The person's own role: what a field hides from officers is the person's to give. */
export const GIVER_ROLE = 'CA_NHAN';

export interface ConsentedGroup {
  readonly code: string;
  readonly title: Bilingual;
  readonly confirmed: boolean;
  readonly validFrom: string | null;
  readonly fields: readonly { readonly key: string; readonly label: Bilingual; readonly display: Bilingual }[];
  readonly sections: readonly {
    readonly key: string;
    readonly title: Bilingual;
    readonly columns: readonly { readonly key: string; readonly label: Bilingual }[];
    readonly lines: readonly { readonly id: string; readonly cells: Readonly<Record<string, Bilingual>> }[];
  }[];
}

/** Is the value at this path given? A sensitive one only by its name, any other with its group. What is no field is not. */
export function isGiven(path: string, { groups, fields }: AskedParts): boolean {
  const field = leafAt(path)?.field;
  if (!field) return false;
  return field.sensitivity === 'nc' ? fields.includes(field.key) : groups.includes(field.group);
}

function sectionGiven({ key, title, columns, lines }: SectionView, given: AskedParts): ConsentedGroup['sections'] {
  const open = columns.filter((column) => isGiven(column.key, given));
  if (open.length === 0) return [];
  return [
    {
      key,
      title,
      columns: open.map((column) => ({ key: column.key, label: column.label })),
      lines: lines.map(({ dong, cells }) => ({
        id: dong,
        cells: Object.fromEntries(open.flatMap((column) => (cells[column.key] ? [[column.key, cells[column.key]!]] : []))),
      })),
    },
  ];
}

/** @param groups  as `recordView` shows them to their person, nothing masked */
export const consentedView = (groups: readonly GroupView[], given: AskedParts): ConsentedGroup[] =>
  groups.flatMap((group) => {
    const fields = group.fields
      .filter(({ key, display }) => isGiven(key, given) && display.vi !== '')
      .map(({ key, label, display }) => ({ key, label, display }));
    const sections = group.sections.flatMap((section) => sectionGiven(section, given));
    if (fields.length === 0 && sections.length === 0) return [];
    return [
      { code: group.code, title: group.title, confirmed: group.attestationId !== null, validFrom: group.validFrom, fields, sections },
    ];
  });
