/** A CSV file of any size as parts of so many rows, each under the row of heads: read once, from the beginning, never held whole. The same file makes the same parts. */

export interface CsvPart {
  readonly bytes: Buffer;
  /** number, in the whole file, of its first row below the heads */
  readonly fromRow: number;
  readonly rows: number;
}

const [QUOTE, LINE_FEED] = [0x22, 0x0a];

/** @param most  rows, and bytes, of one part: what is reached first ends it */
export async function* partsOfCsv(
  pieces: AsyncIterable<Buffer>,
  most: { readonly rows: number; readonly bytes: number },
): AsyncGenerator<CsvPart, undefined> {
  let head: Buffer | null = null;
  let held: Buffer[] = [];
  let [heldBytes, rows, row, fromRow, quoted] = [0, 0, 0, 2, false];
  let line: Buffer[] = [];
  const part = (): CsvPart => ({ bytes: Buffer.concat([head!, ...held]), fromRow, rows });
  const endLine = (): CsvPart | null => {
    const whole = line.length === 1 ? line[0]! : Buffer.concat(line);
    line = [];
    row += 1;
    if (whole.toString('latin1').trim() === '') return null;
    if (head === null) {
      head = whole;
      fromRow = row + 1;
      return null;
    }
    const full = rows === most.rows || (rows > 0 && head.length + heldBytes + whole.length > most.bytes) ? part() : null;
    if (full) {
      held = [];
      [heldBytes, rows, fromRow] = [0, 0, row];
    }
    held.push(whole);
    heldBytes += whole.length;
    rows += 1;
    return full;
  };
  for await (const piece of pieces) {
    let from = 0;
    for (let at = 0; at < piece.length; at++) {
      if (piece[at] === QUOTE) quoted = !quoted;
      else if (piece[at] === LINE_FEED && !quoted) {
        line.push(piece.subarray(from, at + 1));
        from = at + 1;
        const full = endLine();
        if (full) yield full;
      }
    }
    if (from < piece.length) line.push(Buffer.from(piece.subarray(from)));
  }
  if (line.length > 0) {
    const full = endLine();
    if (full) yield full;
  }
  if (rows > 0) yield part();
}
