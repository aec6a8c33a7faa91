/**
 * `npm run bench [-- --json] [-- --only NAME] [-- --small | --scale 0.1 | --full] [-- --sizes N,N]`: each figure beside its limit, in the same run; written to bench/RESULTS.md when all ran
 * at full scale, with what bench/NOTES.md says by hand behind it.
 */
import { cpus, loadavg, totalmem, release } from 'node:os';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bodies } from './bodies.ts';
import { bulk } from './bulk.ts';
import { card } from './card.ts';
import { conditions } from './conditions.ts';
import { door } from './door.ts';
import { exchange } from './exchange.ts';
import { exchangePeople } from './exchange-people.ts';
import { groupKeys } from './group-keys.ts';
import { initial } from './initial.ts';
import { list } from './list.ts';
import { names as namesAtSize } from './names.ts';
import { pages } from './pages.ts';
import { path } from './path.ts';
import { portal } from './portal.ts';
import { reads } from './reads.ts';
import type { Bench, BenchRow } from './row.ts';
import { SCALE, request } from './scale.ts';
import { reports } from './reports.ts';
import { sizes } from './sizes.ts';
import { start } from './start.ts';
import { workbook } from './workbook.ts';

const BENCHES: Readonly<Record<string, Bench>> = {
  bulk,
  initial,
  path,
  list,
  workbook,
  reads,
  start,
  portal,
  card,
  door,
  bodies,
  reports,
  exchange,
};

/** Run only by their names: one fills a disk, one wants a register of its own and a browser, one asks what nobody fulfils, one does everything in two installations, one grows and measures on its way. */
const APART: Readonly<Record<string, Bench>> = {
  names: namesAtSize,
  pages,
  conditions,
  'group-keys': groupKeys,
  sizes,
  'exchange-people': exchangePeople,
};

const print = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
const names = request.only === undefined ? Object.keys(BENCHES) : [request.only];
const rows: BenchRow[] = [];
for (const name of names) {
  const bench = BENCHES[name] ?? APART[name];
  if (!bench) {
    print(`no bench "${name}"; there are ${Object.keys({ ...BENCHES, ...APART }).join(', ')}`);
    process.exit(64);
  }
  print(`… ${name}`);
  for (const row of await bench((text) => print(`  ${text}`))) {
    rows.push(row);
    if (request.json) process.stdout.write(`${JSON.stringify(row)}\n`);
  }
}

const line = (row: BenchRow): string =>
  `| ${row.name} | ${row.value} ${row.unit} | ${row.beside}: ${row.besideValue} | ${row.ratio} | ${row.goal} | ${row.met ? 'yes' : '**no**'} |`;
const table = ['| what | seen | beside | ratio | goal | met |', '|---|---|---|---|---|---|', ...rows.map(line)].join('\n');
if (!request.json) process.stdout.write(`${table}\n`);
if (request.only === undefined && SCALE === 1) {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${Math.round(totalmem() / 1024 ** 3)} GiB, Linux ${release()}, Node ${process.version}, embedded PostgreSQL 18 with fsync`;
  writeFileSync(
    join(import.meta.dirname, 'RESULTS.md'),
    `# Results\n\nOne run of \`npm run bench\`; the machine: ${machine}. Single runs on a shared machine, whose load was ${loadavg()
      .map((one) => one.toFixed(1))
      .join(', ')} at the end: orders of size, not promises.\n\n${table}\n\n${readFileSync(join(import.meta.dirname, 'NOTES.md'), 'utf8')}`,
  );
}
