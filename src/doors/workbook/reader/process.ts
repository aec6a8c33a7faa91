/**
 * The sandboxed parser: reads a workbook from standard input, tells its rows on standard output in frames.
 * It is started with `--permission` and may read nothing but these sources.
 */
import { jsonFrame } from './frames.ts';
import { readSheets } from './read-sheets.ts';

// As large as the parent says: put together from pieces it would be here twice.
const bytes = Buffer.allocUnsafeSlow(Number(process.argv[4]));
let held = 0;
for await (const piece of process.stdin) held += (piece as Buffer).copy(bytes, held);
await readSheets(
  bytes.subarray(0, held),
  Number(process.argv[2]),
  (line) => {
    process.stdout.write(line.k === 'frame' ? line.frame : jsonFrame(line));
  },
  JSON.parse(process.argv[3]!) as string[],
);
