/** The code of the electronic record in a file: it is the citizen number of its row, written by us; one that differs is another person's, or invented. */
import { recordCodeDiffers } from '#standard/problems/identity.ts';
import type { RawLine } from '#standard/shapes.ts';
import type { PlaceReader } from './place-reader.ts';

/** Key of the field. Decree 27/2026, art. 16.3. */
export const RECORD_CODE = 'maDinhDanhHoSoQG';

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/**
 * Says E-RECORD-CODE-DIFFERS at the cell. A blank cell states nothing, and an absence is none: the code is not the body's to say. Zeros that a program took from
 * the front of a number are no difference.
 */
export function checkRecordCode(line: RawLine, nationalId: string | null, at: PlaceReader): void {
  const typed = line.cells.get(RECORD_CODE)?.text.trim() ?? '';
  if (typed === '' || nationalId === null) return;
  const digits = digitsOf(typed);
  if (digits !== '' && digits.padStart(nationalId.length, '0') === nationalId) return;
  at.line = line;
  at.columnKey = RECORD_CODE;
  at.fieldPath = RECORD_CODE;
  at.report(recordCodeDiffers);
}
