/**
 * The locked child: reads a workbook from standard input, tells its rows on standard output as lines of JSON.
 * It is started with `--permission` and may read nothing but these sources.
 */
import { readSheets } from './read-sheets.ts';

const pieces: Buffer[] = [];
for await (const piece of process.stdin) pieces.push(piece as Buffer);
let out = '';
const flushAt = 1 << 20;
const flush = (): void => {
  if (out) process.stdout.write(out);
  out = '';
};
await readSheets(
  Buffer.concat(pieces),
  Number(process.argv[2]),
  (line) => {
    out += `${JSON.stringify(line)}\n`;
    if (out.length > flushAt) flush();
  },
  JSON.parse(process.argv[3] ?? '[]') as string[],
);
flush();
