/** Invented people as a CSV file under the keys of the form, one row each, without the repeating sections. */
import { WORKBOOK_SHEETS } from '#standard/workbook-columns.ts';
import { DEMO_DAY } from './cast.ts';
import { cellsOf } from './cells.ts';
import { demoPeople } from './people.ts';
import { flatDocument } from './seed.ts';

const COLUMNS = WORKBOOK_SHEETS[0]!.columns.map(({ key }) => key);

const textOf = (cell: unknown): string => {
  if (typeof cell === 'object' && cell !== null && 'number' in cell) return String(cell.number);
  return typeof cell === 'string' ? cell : '';
};
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Lines with their ends, heads first. @param change  lays other texts over cells of the row with this index */
export function* csvOfPeople(
  body: Parameters<typeof demoPeople>[0],
  people: number,
  seed: number,
  change: (index: number) => Readonly<Record<string, string>> = () => ({}),
): Generator<string> {
  yield `${COLUMNS.join(',')}\r\n`;
  let index = 0;
  for (const { nationalId, document } of demoPeople(body, people, seed, 1, DEMO_DAY)) {
    const { hoSo } = cellsOf(nationalId, flatDocument(document));
    const other = change(index++);
    yield `${COLUMNS.map((key) => quoted(other[key] ?? textOf(hoSo[key]))).join(',')}\r\n`;
  }
}
