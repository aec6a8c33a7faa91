/** `npm run bench [-- --json] [-- --only NAME]`: each figure beside its limit, in the same run; written to bench/RESULTS.md when all ran. */
import { cpus, totalmem, release } from 'node:os';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bulk } from './bulk.ts';
import { card } from './card.ts';
import { door } from './door.ts';
import { portal } from './portal.ts';
import { reads } from './reads.ts';
import type { Bench, BenchRow } from './row.ts';
import { workbook } from './workbook.ts';

const BENCHES: Readonly<Record<string, Bench>> = { bulk, workbook, reads, portal, card, door };

const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } });
const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
const names = values.only === undefined ? Object.keys(BENCHES) : [values.only];
const rows: BenchRow[] = [];
for (const name of names) {
  const bench = BENCHES[name];
  if (!bench) {
    say(`no bench "${name}"; there are ${Object.keys(BENCHES).join(', ')}`);
    process.exit(64);
  }
  say(`… ${name}`);
  for (const row of await bench((text) => say(`  ${text}`))) {
    rows.push(row);
    if (values.json) process.stdout.write(`${JSON.stringify(row)}\n`);
  }
}

const line = (row: BenchRow): string =>
  `| ${row.name} | ${row.value} ${row.unit} | ${row.beside}: ${row.besideValue} | ${row.ratio} | ${row.goal} | ${row.met ? 'yes' : '**no**'} |`;
const table = ['| what | seen | beside | ratio | goal | met |', '|---|---|---|---|---|---|', ...rows.map(line)].join('\n');
if (!values.json) process.stdout.write(`${table}\n`);
if (values.only === undefined) {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${Math.round(totalmem() / 1024 ** 3)} GiB, Linux ${release()}, Node ${process.version}, embedded PostgreSQL 18 with fsync`;
  writeFileSync(
    join(import.meta.dirname, 'RESULTS.md'),
    `# Results\n\nOne run of \`npm run bench\`; the machine: ${machine}. Single runs on a shared machine: orders of size, not promises.\n\n${table}\n`,
  );
}
