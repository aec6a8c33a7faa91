/**
 * The sandboxed parser: reads a workbook from standard input, tells its rows on standard output in frames.
 * It is started with `--permission` and may read nothing but these sources.
 */
import { jsonFrame } from './frames.ts';
import { readSheets } from './read-sheets.ts';

const pieces: Buffer[] = [];
for await (const piece of process.stdin) pieces.push(piece as Buffer);
await readSheets(
  Buffer.concat(pieces),
  Number(process.argv[2]),
  (line) => {
    process.stdout.write(line.k === 'frame' ? line.frame : jsonFrame(line));
  },
  JSON.parse(process.argv[3] ?? '[]') as string[],
);
