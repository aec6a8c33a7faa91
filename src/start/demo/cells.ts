/** A document as the cells that a clerk would have typed into the template, codes as they are. */
import type { RecordDocument } from '#standard/shapes.ts';
import { typedCells } from '#standard/typed-cells.ts';
import type { Cells } from '#standard/typed-cells.ts';

export type { Cells };
export interface PersonCells {
  readonly nationalId: string;
  readonly hoSo: Cells;
  /** rows by section key */
  readonly sections: Record<string, Cells[]>;
}

/** Every column that the document has a value for. */
export function cellsOf(nationalId: string, document: RecordDocument): PersonCells {
  const { hoSo, sections } = typedCells(nationalId, document);
  return { nationalId, hoSo, sections };
}
