/** A plain list as a workbook: a sheet with its heads and rows, all cells text, and how to fill it in on a sheet of its own. What is read by `list-of-rows.ts`. */
export interface ListToFill {
  readonly sheet: string;
  readonly heads: readonly {
    readonly label: string;
    readonly widthChars: number;
    readonly required: boolean;
    /** offered as a drop-down; something else may be typed, the check decides */
    readonly choices?: readonly string[];
  }[];
  readonly rows: readonly (readonly string[])[];
  /** in plain words, a line each */
  readonly guide: readonly string[];
}

/** Rows below the last one for which drop-downs are prepared. */
const ROWS_TO_ADD = 2000;
const CHOICES_SHEET = 'Danh mục';

export async function writeList({ sheet, heads, rows, guide }: ListToFill): Promise<Uint8Array> {
  // Four hundred modules that a server needs now and then.
  const { Workbook } = await import('@cj-tech-master/excelts');
  const book = new Workbook();
  book.creator = 'Công Vụ';
  const list = book.addWorksheet(sheet, { views: [{ state: 'frozen', ySplit: 1 }] });
  heads.forEach(({ widthChars }, at) => {
    const column = list.getColumn(at + 1);
    column.width = widthChars;
    column.numFmt = '@';
  });
  const head = list.getRow(1);
  heads.forEach(({ label, required }, at) => {
    const cell = head.getCell(at + 1);
    cell.value = `${label}${required ? ' *' : ''}`;
    cell.font = { bold: true };
  });
  for (const row of rows) list.addRow([...row]);
  const lists = heads.some(({ choices }) => choices) ? book.addWorksheet(CHOICES_SHEET, { state: 'veryHidden' }) : null;
  heads.forEach(({ choices = [] }, at) => {
    if (!lists || choices.length === 0) return;
    const letter = list.getColumn(at + 1).letter;
    lists.getColumn(at + 1).values = [...choices];
    list.dataValidations.add(`${letter}2:${letter}${rows.length + ROWS_TO_ADD}`, {
      type: 'list',
      formulae: [`'${CHOICES_SHEET}'!$${letter}$1:$${letter}$${choices.length}`],
      allowBlank: true,
      showErrorMessage: false,
    });
  });
  const how = book.addWorksheet('Hướng dẫn');
  how.getColumn(1).width = 110;
  guide.forEach((line, at) => {
    const cell = how.getCell(at + 1, 1);
    cell.value = line;
    cell.alignment = { wrapText: true };
  });
  return new Uint8Array(Buffer.from(await book.xlsx.writeBuffer()));
}
