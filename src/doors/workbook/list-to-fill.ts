/** A plain list as a workbook: a sheet with its heads and rows, all cells text, and how to fill it in on a sheet of its own. What is read by `list-of-rows.ts`. */
export interface ListToFill {
  readonly sheet: string;
  readonly heads: readonly { readonly label: string; readonly widthChars: number; readonly required: boolean }[];
  readonly rows: readonly (readonly string[])[];
  /** in plain words, a line each */
  readonly guide: readonly string[];
}

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
  const how = book.addWorksheet('Hướng dẫn');
  how.getColumn(1).width = 110;
  guide.forEach((line, at) => {
    const cell = how.getCell(at + 1, 1);
    cell.value = line;
    cell.alignment = { wrapText: true };
  });
  return new Uint8Array(Buffer.from(await book.xlsx.writeBuffer()));
}
