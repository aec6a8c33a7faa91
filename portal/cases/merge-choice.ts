/** What was chosen of two records → what the register is asked to take over. Pure. */
import type { TwoRecords } from '#portal/api/generated/api.ts';

export type Row = TwoRecords['rows'][number];
export type Choice = Row['suggested'];

/** Rows on which there is something to choose; the others stand as they are. */
export const openRows = (records: Pick<TwoRecords, 'rows'>): readonly Row[] => records.rows.filter((row) => row.choices.length > 1);

/** Rows on which the two do not say the same, to choose or not: a name or a day of birth that differs is what tells that they are not one human. */
export const differingRows = (records: Pick<TwoRecords, 'rows'>): readonly Row[] => records.rows.filter((row) => !row.same);

export interface Merge {
  readonly goneVersion: number;
  readonly staysVersion: number;
  readonly take: string[];
  readonly both: string[];
}

/** @param chosen  by the path of the row; what was not touched stands as suggested */
export function mergeOf(records: TwoRecords, chosen: Readonly<Record<string, Choice>>): Merge {
  const pathsOf = (choice: Choice): string[] =>
    openRows(records)
      .filter((row) => (chosen[row.path] ?? row.suggested) === choice)
      .map((row) => row.path);
  return { goneVersion: records.goneVersion, staysVersion: records.staysVersion, take: pathsOf('goes'), both: pathsOf('both') };
}
