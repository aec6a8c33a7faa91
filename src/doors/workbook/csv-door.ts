/**
 * The door of CSV files: parts of a first load, out of systems that write no workbooks. One row a person, the single-valued fields of the form under its keys or labels; read by
 * the rules of the workbook's first sheet. What is wrong is given back as a file of those rows alone, to be mended and sent as a further part.
 */
import { csvOf } from '#base/csv.ts';
import type { Claim, Door, GiveBack, PlacedProblem } from '#record/intake/door.ts';
import { placeIn } from '#record/intake/place.ts';
import type { PeopleInTurn, ReadUpload } from '#record/intake/port.ts';
import { MAIN_SHEET, WORKBOOK_SHEETS } from '#standard/workbook-columns.ts';
import { checkRows } from './check-file.ts';
import { csvText, separatorOf } from '#base/csv-rows.ts';
import { cellsOfRow, rowsIn, sheetOfCsv } from './csv-sheet.ts';
import { isCell, placeOfField, printCell } from './place.ts';
import { csvNotUtf8, headsMoved, noMeta, oldTemplate } from './problems.ts';

export const CSV_TYPE = 'text/csv';
const SHEET = WORKBOOK_SHEETS.find(({ key }) => key === MAIN_SHEET)!.name;
/** What a workbook has and no CSV file: that they are missing says nothing. */
const OF_WORKBOOKS: ReadonlySet<string> = new Set([noMeta, headsMoved, oldTemplate].map(({ declaration }) => declaration.code));
/** Heads of what is added when rows are given back; no column of the form is called so, and none is read when the file comes again. */
const WHY_HEAD = 'LỖI';

const sniff = (bytes: Uint8Array): Claim => (csvText(bytes) === null ? 'no' : 'sure');

const read: ReadUpload<PeopleInTurn> = async (bytes, how) => {
  const csv = csvText(bytes);
  if (!csv || 'isUtf8' in csv) return { kind: 'refused', problem: csvNotUtf8() };
  const counters = { entries: 1, inflatedBytes: bytes.length, rows: 0, cells: 0, sharedStrings: 0 };
  const checked = checkRows(bytes, { kind: 'read', sheets: [sheetOfCsv(csv.text, SHEET)], counters: counters as never }, how);
  if (checked.kind === 'refused') return checked;
  return {
    kind: 'read',
    template: null,
    version: null,
    issuedFor: null,
    people: checked.people,
    problems: checked.problems.filter(({ code }) => !OF_WORKBOOKS.has(code)),
    ignored: checked.ignored.map(({ kind, why, ...where }) => ({ kind, place: placeIn(where) ?? {}, why })),
    notChecked: checked.notChecked.filter(({ needs }) => needs !== 'bodies'),
    files: [],
  };
};

/** Rows with an error, under the heads that they came under, each with what is wrong of it behind. */
function rowsToMend(bytes: Uint8Array, problems: readonly PlacedProblem[]): Uint8Array {
  const csv = csvText(bytes);
  if (!csv || 'isUtf8' in csv) return Buffer.from('');
  const separator = separatorOf(csv.text) ?? ',';
  const wrong = new Map<number, string[]>();
  for (const { place, severity, code, title } of problems) {
    const row = place?.['row'];
    if (severity !== 'error' || typeof row !== 'number') continue;
    const told = `${typeof place?.['column'] === 'string' ? `${place['column']}${row}: ` : ''}${title.vi} (${code})`;
    // No semicolon: the sign that stands most often in a row is taken for the separator when the file comes again.
    wrong.set(row, [...(wrong.get(row) ?? []), told.replaceAll(';', ',')]);
  }
  const rows: (readonly string[])[] = [];
  let width = 0;
  for (const { row, from, to } of rowsIn(csv.text)) {
    const why = wrong.get(row);
    if (rows.length > 0 && why === undefined) continue;
    const cells = cellsOfRow(csv.text.slice(from, to), separator);
    if (rows.length === 0) width = cells.length;
    rows.push([
      ...cells,
      ...Array.from({ length: Math.max(0, width - cells.length) }, () => ''),
      why === undefined ? WHY_HEAD : why.join(' · '),
    ]);
  }
  return Buffer.from(csvOf(rows));
}

const giveBack: GiveBack = {
  operation: 'getRowsToMend',
  address: 'rows-to-mend.csv',
  contentType: CSV_TYPE,
  nameOf: (fileName) => `${fileName.replace(/\.csv$/i, '')}-can-sua.csv`,
  mark: async (bytes, problems) => rowsToMend(bytes, problems),
};

export const csvDoor: Door = {
  key: 'csv',
  source: 'initial',
  sourceCode: 'NAP_LAN_DAU',
  firstLoad: 'only',
  what: { vi: 'tệp CSV của đợt nạp lần đầu', en: 'a CSV file of a first load' },
  contentTypes: [CSV_TYPE],
  unnamed: 'nap-lan-dau.csv',
  smaller: {
    vi: 'Chia tệp thành các phần ít dòng hơn, mỗi phần có dòng tiêu đề.',
    en: 'Cut it into parts of fewer rows, each with the row of heads.',
  },
  statesEverybody: false,
  sniff,
  read,
  printPlace: printCell,
  placeOfField,
  takesValue: isCell,
  giveBack,
};
