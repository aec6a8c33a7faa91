/** Of a record what is confirmed: the only part that stands on a paper (NĐ 27/2026/NĐ-CP Điều 20: complete, confirmed, signed). Pure. */
import { canonicalJson } from '#base/canonical-json.ts';
import type { GroupView, Origin } from '#record/register/view.ts';

const isConfirmed = ({ confirmedAt }: Origin): boolean => confirmedAt !== null;
const isBlank = ({ vi }: { readonly vi: string }): boolean => vi === '';

export interface ConfirmedPart {
  readonly groups: readonly GroupView[];
  /** values and lines that are there and that nobody has confirmed */
  readonly leftOut: number;
}

/** What is computed is left out too: nobody confirms it, and it changes with the day. It is not counted. */
export function confirmedPart(groups: readonly GroupView[]): ConfirmedPart {
  let leftOut = 0;
  const kept = groups.map((group): GroupView => {
    const stated = group.fields.filter((field) => !field.derived && !isBlank(field.display));
    const fields = stated.filter(({ origin }) => isConfirmed(origin));
    leftOut += stated.length - fields.length;
    const sections = group.sections.map((section) => {
      const columns = section.columns.filter(({ derived }) => !derived);
      const keys = new Set(columns.map(({ key }) => key));
      const lines = section.lines
        .filter(({ origin }) => isConfirmed(origin))
        .map((line) => ({ ...line, cells: Object.fromEntries(Object.entries(line.cells).filter(([key]) => keys.has(key))) }));
      if (columns.length > 0) leftOut += section.lines.length - lines.length;
      return { ...section, columns, lines };
    });
    return { ...group, fields, sections };
  });
  return { groups: kept, leftOut };
}

/** What a paper says, in one text: values of fields, and the cells of lines as they are printed. The same record at the same point gives the same. */
export const convertedText = (nationalId: string, { groups }: ConfirmedPart): string =>
  canonicalJson({
    soDinhDanh: nationalId,
    fields: Object.fromEntries(groups.flatMap(({ fields }) => fields.map(({ key, value }) => [key, value]))),
    lines: Object.fromEntries(
      groups.flatMap(({ sections }) =>
        sections.map(({ key, lines, columns }) => [
          key,
          lines.map(({ dong, cells }) => ({
            dong,
            ...Object.fromEntries(columns.map((column) => [column.key, cells[column.key]?.vi ?? ''])),
          })),
        ]),
      ),
    ),
  });
