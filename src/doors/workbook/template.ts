/** The workbook template: made from the dictionary's columns; nothing of it is written by hand. */
import type { Workbook } from '@cj-tech-master/excelts';
import { codeList, heldAt, optionText } from '#standard/code-lists.ts';
import { DICTIONARY_HASH, DICTIONARY_VERSION } from '#standard/dictionary.ts';
import { judgedBy, PACKED } from '#standard/list-edition.ts';
import type { ListEdition } from '#standard/list-edition.ts';
import type { DropDown, WorkbookColumn, WorkbookSheet } from '#standard/shapes.ts';
import { WORKBOOK_SHEETS } from '#standard/workbook-columns.ts';
import { rewriteZip } from '#base/zip-writer.ts';
import { textOfPart, workbookEntries } from './reader/workbook-zip.ts';
import { escapeXml } from './reader/xml-text.ts';

/** Name of the form in `_meta`; a template of another id is not ours. */
export const TEMPLATE_ID = 'CONGVU-HOSO';
export const GUIDE_SHEET = 'Hướng dẫn';
export const LISTS_SHEET = '_DM';
export const META_SHEET = '_meta';
/** First row of data: above it stand keys (hidden), labels and how to fill in. */
export const FIRST_DATA_ROW = 4;
/** Rows that have drop-downs and unlocked cells prepared. */
const PREPARED_ROWS = 5_000;

export interface TemplateInput {
  readonly bodyCode: string;
  readonly bodyName: string;
  readonly issuedOn: string;
  /** whose entries the drop-downs offer; those of this program when not said */
  readonly lists?: ListEdition;
  /** what the guide says of one that is filled in beforehand; `COPY_HERE` stands in the hidden sheet then, until a copy of it is taken */
  readonly filled?: string;
}

const listName = ({ codeLists, offers }: DropDown): string => `DM_${codeLists.join('__')}${offers === 'ever' ? '__ever' : ''}`;

/** What a drop-down shows on the day the template is issued; one text stands once, though its code had several lives. */
const optionsOf = ({ codeLists, offers }: DropDown, on: string): readonly string[] => [
  ...new Set(codeLists.flatMap((id) => [...heldAt(id, on), ...(offers === 'ever' ? codeList(id).entries : [])]).map(optionText)),
];

/** Whole guidance, in plain words. */
const GUIDE: readonly string[] = [
  'CÁCH ĐIỀN BIỂU MẪU HỒ SƠ CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC',
  '1. Mỗi người một dòng ở trang "Hồ sơ", bắt đầu từ dòng 4. Cột có dấu * là bắt buộc.',
  '2. Các trang còn lại ghi quá trình (lương, đào tạo, công tác, gia đình…): mỗi dòng bắt đầu bằng số định danh của người đó.',
  '3. Ô để trống: giữ nguyên dữ liệu đang có. Nếu không có thông tin, gõ: Không áp dụng, Không rõ hoặc Chưa xác định.',
  '4. Đã khai một quá trình của ai thì khai đủ: các dòng trong tệp thay toàn bộ quá trình đó. Muốn xóa hết, gõ "Không có" ở cột thứ hai.',
  '5. Ô có danh mục: bấm mũi tên để chọn, hoặc gõ mã, hoặc gõ tên.',
  '6. Ngày ghi ngày/tháng/năm, ví dụ 05/09/2024. Không nhớ ngày thì ghi 09/2024 hoặc 2024 ở những cột cho phép.',
  '7. Số định danh, số điện thoại là chữ, giữ số 0 ở đầu. Hệ số ghi 2.34 (dấu chấm).',
  '8. Không đổi tên trang, không xóa dòng 1 đến 3. Thêm trang riêng của cơ quan cũng được, hệ thống sẽ bỏ qua và nói rõ.',
];

type Sheet = ReturnType<Workbook['addWorksheet']>;

/** The options of each named range, in the order of the columns that ask for them; empty lists have no range. */
function rangesOf(sheets: readonly WorkbookSheet[], on: string): ReadonlyMap<string, readonly string[]> {
  const asked = sheets.flatMap(({ columns }) => columns.flatMap(({ dropDown }) => dropDown ?? []));
  const byName = new Map(asked.map((dropDown) => [listName(dropDown), dropDown]));
  return new Map(
    [...byName].map(([name, dropDown]) => [name, optionsOf(dropDown, on)] as const).filter(([, options]) => options.length > 0),
  );
}

function writeLists(book: Workbook, ranges: ReadonlyMap<string, readonly string[]>): void {
  const sheet = book.addWorksheet(LISTS_SHEET, { state: 'veryHidden' });
  [...ranges].forEach(([name, options], index) => {
    const column = sheet.getColumn(index + 1);
    column.values = [...options];
    book.definedNames.add(`'${LISTS_SHEET}'!$${column.letter}$1:$${column.letter}$${options.length}`, name);
  });
}

function styleColumn(sheet: Sheet, index: number, column: WorkbookColumn, ranges: ReadonlyMap<string, readonly string[]>): void {
  const target = sheet.getColumn(index);
  target.width = column.widthChars;
  target.numFmt = column.cellFormat === 'text' ? '@' : '0';
  target.protection = { locked: column.readOnly === true };
  if (column.dropDown !== null && ranges.has(listName(column.dropDown))) {
    sheet.dataValidations.add(`${target.letter}${FIRST_DATA_ROW}:${target.letter}${FIRST_DATA_ROW + PREPARED_ROWS - 1}`, {
      // Typing a code or a name is allowed too: the drop-down helps, the check decides.
      type: 'list',
      formulae: [listName(column.dropDown)],
      allowBlank: true,
      showErrorMessage: false,
    });
  }
}

function writeHeads(sheet: Sheet, columns: readonly WorkbookColumn[]): void {
  columns.forEach((column, i) => {
    const cells = [column.key, `${column.label.vi}${column.required ? ' *' : ''}`, column.hint.vi];
    cells.forEach((text, row) => {
      const cell = sheet.getRow(row + 1).getCell(i + 1);
      cell.value = text;
      cell.numFmt = '@';
      cell.protection = { locked: true };
      cell.alignment = { wrapText: true, vertical: 'middle' };
      if (row === 1) {
        cell.font = { bold: true, color: { argb: 'FFFFFFFF' } };
        cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: column.required ? 'FF0B5D66' : 'FF4A6A70' } };
      }
      if (row === 2) {
        cell.font = { italic: true, size: 9, color: { argb: 'FF333333' } };
        cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEAF3F4' } };
      }
    });
  });
  sheet.getRow(1).hidden = true;
  sheet.getRow(2).height = 34;
  sheet.getRow(3).height = 48;
}

async function writeSheet(book: Workbook, shape: WorkbookSheet, ranges: ReadonlyMap<string, readonly string[]>): Promise<void> {
  const sheet = book.addWorksheet(shape.name, {
    views: [{ state: 'frozen', xSplit: shape.key === 'hoSo' ? 2 : 1, ySplit: FIRST_DATA_ROW - 1 }],
  });
  shape.columns.forEach((column, i) => styleColumn(sheet, i + 1, column, ranges));
  writeHeads(sheet, shape.columns);
  // No password: it keeps heads from being changed by accident, not from being changed.
  await sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
    insertRows: true,
    deleteRows: true,
    sort: true,
    autoFilter: true,
    spinCount: 1000,
  });
}

/** Where the body's code and name stand in the template that all bodies share. */
const CODE_HERE = '{mã cơ quan}';
const NAME_HERE = '{tên cơ quan}';
/** What is said of a template that is filled in beforehand, and the mark of a copy of it; nothing of a blank one. */
const FILLED_HERE = '{bản điền sẵn}';
export const COPY_HERE = '{dấu của bản}';
/** The part of a template in which its texts stand. */
export const STRINGS = 'xl/sharedStrings.xml';

/** The template of a day before a body stands in it, with the part in which the body is written. */
interface Blank {
  readonly bytes: Buffer;
  readonly strings: string;
}

const blanks = new Map<string, Promise<Blank>>();
/** Today's, and yesterday's while a day ends. */
const BLANKS_KEPT = 2;

/** The blank of a day and an edition of the lists, made once: all but two words of a template is the same for every body, and takes half a second of a processor. */
function blankOf(issuedOn: string, lists: ListEdition): Promise<Blank> {
  const key = `${issuedOn} ${lists.hash}`;
  const known = blanks.get(key);
  if (known) return known;
  const made = makeBlank(issuedOn, lists);
  blanks.set(key, made);
  made.catch(() => blanks.delete(key));
  for (const old of [...blanks.keys()].slice(0, -BLANKS_KEPT)) blanks.delete(old);
  return made;
}

/** The template for one body on a day: lists are those in force then. */
export async function makeTemplate({ bodyCode, bodyName, issuedOn, lists = PACKED, filled }: TemplateInput): Promise<Uint8Array> {
  const { bytes, strings } = await blankOf(issuedOn, lists);
  const text = strings
    .replaceAll(CODE_HERE, () => escapeXml(bodyCode))
    .replaceAll(NAME_HERE, () => escapeXml(bodyName))
    .replaceAll(FILLED_HERE, () => escapeXml(filled ?? ''))
    .replaceAll(COPY_HERE, () => (filled === undefined ? '' : COPY_HERE));
  return new Uint8Array(await rewriteZip(bytes, workbookEntries(bytes), new Map([[STRINGS, text]])));
}

async function makeBlank(issuedOn: string, lists: ListEdition): Promise<Blank> {
  // Four hundred modules that a server needs once a day.
  const { Workbook } = await import('@cj-tech-master/excelts');
  const book = new Workbook();
  book.creator = 'Công Vụ';
  const guide = book.addWorksheet(GUIDE_SHEET);
  guide.getColumn(1).width = 110;
  [
    ...GUIDE,
    '',
    `Cơ quan: ${NAME_HERE} (${CODE_HERE})`,
    `Ngày phát hành: ${issuedOn.split('-').reverse().join('/')} – phiên bản từ điển ${DICTIONARY_VERSION}`,
    FILLED_HERE,
  ].forEach((text, i) => {
    const cell = guide.getCell(i + 1, 1);
    cell.value = text;
    cell.alignment = { wrapText: true };
    if (i === 0) cell.font = { bold: true, size: 14 };
  });
  // Lists come last in the tab order; their names are needed for the drop-downs before.
  const ranges = judgedBy(lists, () => rangesOf(WORKBOOK_SHEETS, issuedOn));
  for (const sheet of WORKBOOK_SHEETS) await writeSheet(book, sheet, ranges);
  writeLists(book, ranges);
  const meta = book.addWorksheet(META_SHEET, { state: 'hidden' });
  [
    ['template', TEMPLATE_ID],
    ['version', DICTIONARY_VERSION],
    ['body', CODE_HERE],
    ['dictionary', DICTIONARY_HASH],
    ['issued', issuedOn],
    ['copy', COPY_HERE],
  ].forEach((row, i) => {
    meta.getRow(i + 1).values = row;
  });
  const bytes = Buffer.from(await book.xlsx.writeBuffer());
  const entry = workbookEntries(bytes).find(({ name }) => name === STRINGS);
  if (!entry) throw new Error(`the template has no ${STRINGS}`);
  return { bytes, strings: await textOfPart(bytes, entry, { inflated: 0 }) };
}
