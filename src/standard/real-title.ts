/** The real title of a post: the code list names ranks; the appointment, or the job position, the post itself. Pure. */
import { nfc } from '#base/vietnamese/text.ts';
import { lineText, linesOf, textOf } from './record-access.ts';
import type { Line, RecordDocument } from './shapes.ts';

/** What the list adds to the name of a rank of posts: "Phó Trưởng phòng và tương đương". */
const AND_EQUIVALENT = ' và tương đương';

const fold = (text: string): string => nfc(text).toLocaleLowerCase('vi');

/**
 * The title by which the record calls the post: of the appointment in force that began last, else of the job position; taken where it is a post of that
 * rank by its own words.
 *
 * @param rank    the list's name of the post
 * @param mayBe   titles that must not be shown are left out by the caller
 * @returns       undefined when the record states none
 */
export function realTitleOf(document: RecordDocument, rank: string, mayBe: (title: string) => boolean = () => true): string | undefined {
  const words = rank.replace(AND_EQUIVALENT, '');
  const appointed = (linesOf(document, 'L', 'boNhiem') ?? [])
    .filter((line) => lineText(line, 'denNgay') === '')
    .reduce<Line | null>((last, line) => (lineText(line, 'tuNgay') >= lineText(last, 'tuNgay') ? line : last), null);
  return [lineText(appointed, 'chucVu').trim(), textOf(document, 'F', 'viTriViecLam.ten').trim()].find(
    (title) => fold(title).startsWith(fold(words)) && mayBe(title),
  );
}
