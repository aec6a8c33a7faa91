/** Reads one workbook in this process and prints its peak memory in KiB: what the sandboxed parser needs. */
import { readFileSync } from 'node:fs';
import { readSheets } from '../src/doors/workbook/reader/read-sheets.ts';

let out = 0;
await readSheets(readFileSync(process.argv[2]!), Number(process.argv[3]), (line) => {
  if (line.k === 'frame') out += line.frame.length;
});
if (out === 0) throw new Error('nothing was read');
process.stdout.write(String(process.resourceUsage().maxRSS));
