/**
 * One register that grows: at each size what loading, keeping, searching, confirming and restoring cost. `--sizes 100000,500000,1000000`; three million take some hours
 * and 60 GB. Flat people of one body: the worst case of a search, for all of them are within reach.
 */
import { statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { fillTemplate } from '#doors/workbook/fill-template.ts';
import { makeTemplate } from '#doors/workbook/template.ts';
import { confirmList, makeList } from '#record/intake/confirm-list.ts';
import { recordShown, showToOfficer } from '#record/intake/confirm.ts';
import { searchPeople } from '#record/register/search.ts';
import { backup } from '#start/commands/backup.ts';
import { DEMO_DAY } from '#start/demo/cast.ts';
import { cellsOf } from '#start/demo/cells.ts';
import { demoPeople } from '#start/demo/people.ts';
import { flatDocument } from '#start/demo/seed.ts';
import { drill } from '#start/drill/drill.ts';
import { curvesOf } from './curves.ts';
import type { Panel } from './curves.ts';
import { grow, sequence } from './grown.ts';
import { openInstallation } from './installation.ts';
import type { Installation } from './installation.ts';
import { anOfficer, matchAll, newId } from './office.ts';
import { must, sendWhole } from './probe.ts';
import { analyse } from './raw-copy.ts';
import { percentile, round } from './row.ts';
import type { Bench, BenchRow } from './row.ts';
import { request, scaled } from './scale.ts';

const SIZES = (request.sizes ?? [100_000, 500_000].map(scaled).join(',')).split(',').map(Number);
const BODY = { code: 'H26.01', name: 'Cơ quan của phép đo', trade: 'office' as const, people: 0 };
/** People of each file that is confirmed; their numbers stand below those of the register. */
const LIST_PEOPLE = 300;
const FIRST_REGISTERED = 10_001;
/** As in `reads`: from rare to the most frequent. */
const NAMES_SOUGHT = ['quach ngoc uyen', 'nguyen thi lan', 'tran van', 'nguyen', 'uoc', 'le duc dung', 'pham hoa', 'dang thi thu huong'];
const SEARCHES = 120;
const HEAD =
  '| people | load, records/s | bytes each | search p50 / p95, ms | confirm, ms each | backup, s (bytes each) | restore and proof, s |';
/** Runs of smaller registers than this are for trying: nothing is drawn of them. */
const DRAWN_MIN = 20_000;

interface Figures {
  readonly people: number;
  /** of those since the size before, with their places in the log */
  readonly loadPerSecond: number;
  readonly bytesEach: number;
  readonly searchP50Ms: number;
  readonly searchP95Ms: number;
  readonly confirmMsEach: number;
  readonly backupSeconds: number;
  readonly backupBytesEach: number;
  /** rows, files, migrations, and the proof of log and register */
  readonly restoreSeconds: number;
}

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const startedMs = performance.now();
  await work();
  return (performance.now() - startedMs) / 1000;
};

async function bytesOf(ownerUrl: string): Promise<number> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ bytes: string }>(
    `select sum(pg_total_relation_size(c.oid)) as bytes from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'congvu' and c.relkind in ('r', 'm')`,
  );
  await owner.end();
  return Number(rows[0]!.bytes);
}

type Signed = Awaited<ReturnType<typeof anOfficer>>;

async function searched({ composed }: Installation, { handle }: Signed): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < SEARCHES; i += 1) {
    const name = NAMES_SOUGHT[i % NAMES_SOUGHT.length]!;
    times.push(
      (await secondsOf(() => composed.db.transaction(handle, (tx) => searchPeople(tx, composed.keys, { name, limit: 20 })))) * 1000,
    );
  }
  return times;
}

/** A file of new people, sent and matched, its list opened and signed. @returns seconds of the officer's part */
async function confirmed({ composed, bodyId }: Installation, { handle, officer }: Signed, from: number): Promise<number> {
  const { submission: needs, db } = composed;
  const template = await makeTemplate({ bodyCode: BODY.code, bodyName: BODY.name, issuedOn: DEMO_DAY });
  const people = [...demoPeople(BODY, LIST_PEOPLE, 74, from, DEMO_DAY)];
  const bytes = await fillTemplate(
    template,
    people.map((person) => cellsOf(person.nationalId, flatDocument(person.document))),
  );
  const sender = { accountId: newId(composed), identity: '00'.repeat(32), name: 'Cán bộ nhập liệu' };
  const submissionId = await sendWhole(needs, await composed.jobSession(bodyId), { bytes, bodyId, sender });
  await matchAll(composed, bodyId, submissionId);
  return secondsOf(async () => {
    const { list, sample, told } = must(await db.transaction(handle, (tx) => makeList(tx, needs, officer, submissionId)));
    if (!list) throw new Error(`nobody of the submission is clean: ${JSON.stringify(told)}`);
    for (const { personId } of sample)
      await db.transaction(handle, async (tx) => recordShown(tx, needs, must(await showToOfficer(tx, needs, submissionId, personId))));
    must(await db.transaction(handle, (tx) => confirmList(tx, needs, officer, { submissionId, listHash: list.root })));
  });
}

async function restored({
  composed,
  ownerUrl,
}: Installation): Promise<Pick<Figures, 'backupSeconds' | 'restoreSeconds'> & { bytes: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'congvu-bench-copy-'));
  const file = join(folder, 'one.backup');
  const { keys, files, clock, chance, config } = composed;
  try {
    const backupSeconds = await secondsOf(async () =>
      must(
        await backup(
          { ownerUrl, keys, files, at: clock.now(), schema: composed.schemaHead, chance, recipient: null },
          file,
          async () => undefined,
        ),
      ),
    );
    // The officer's role is written here by no act, so that the proof names it when it has read everything else: what it costs is the same.
    const restoreSeconds = await secondsOf(async () =>
      must(await drill({ file, keys, opener: null, keysFolder: join(config.dataFolder, 'keys'), publicUrl: config.publicUrl, erased: [] })),
    );
    return { backupSeconds, restoreSeconds, bytes: statSync(file).size };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const line = (one: Figures): string =>
  `| ${one.people.toLocaleString('en')} | ${Math.round(one.loadPerSecond).toLocaleString('en')} | ${Math.round(one.bytesEach).toLocaleString('en')} | ${round(one.searchP50Ms, 0)} / ${round(one.searchP95Ms, 0)} | ${round(one.confirmMsEach, 1)} | ${round(one.backupSeconds, 0)} (${Math.round(one.backupBytesEach).toLocaleString('en')}) | ${round(one.restoreSeconds, 0)} |`;

export const sizes: Bench = async (tell) => {
  const here = await openInstallation(BODY.code);
  try {
    const empty = await bytesOf(here.ownerUrl);
    const signed = await anOfficer(here.composed, here.bodyId);
    const people = demoPeople(BODY, Math.max(...SIZES), 72, FIRST_REGISTERED, DEMO_DAY)[Symbol.iterator]();
    const all: Figures[] = [];
    tell(HEAD);
    for (const size of SIZES) {
      const added = size - (all.at(-1)?.people ?? 0);
      const loadSeconds = await secondsOf(async () => {
        await grow(here, people, added);
        await sequence(here.composed);
      });
      await analyse(here.ownerUrl);
      const bytes = (await bytesOf(here.ownerUrl)) - empty;
      const times = await searched(here, signed);
      const confirmSeconds = await confirmed(here, signed, 1 + all.length * LIST_PEOPLE);
      await sequence(here.composed);
      const copy = await restored(here);
      all.push({
        people: size,
        loadPerSecond: added / loadSeconds,
        bytesEach: bytes / size,
        searchP50Ms: percentile(times, 0.5),
        searchP95Ms: percentile(times, 0.95),
        confirmMsEach: (confirmSeconds * 1000) / LIST_PEOPLE,
        backupSeconds: copy.backupSeconds,
        backupBytesEach: copy.bytes / size,
        restoreSeconds: copy.restoreSeconds,
      });
      tell(line(all.at(-1)!));
      // What was measured stands, whatever becomes of the next size.
      if (Math.min(...SIZES) >= DRAWN_MIN) draw(all);
    }
    return all.flatMap((one) => rowsOf(one, all[0]!));
  } finally {
    await here.close();
  }
};

/** Table and curves of this run, in place of those of the last one. */
function draw(all: readonly Figures[]): void {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${Math.round(totalmem() / 1024 ** 3)} GiB, embedded PostgreSQL 18 with fsync; load ${loadavg()
    .map((one) => one.toFixed(1))
    .join(', ')} at the end`;
  const docs = join(import.meta.dirname, '../docs');
  writeFileSync(
    join(import.meta.dirname, 'SIZES.md'),
    `# Cost against size\n\nOne run of \`npm run bench -- --only sizes --sizes ${all.map(({ people }) => people).join(',')}\`; ${machine}.\n\n${HEAD}\n|---|---|---|---|---|---|---|\n${all.map(line).join('\n')}\n`,
  );
  const points = (of: (one: Figures) => number): Panel['points'] => all.map((one) => [one.people, of(one)]);
  writeFileSync(
    join(docs, 'scale-curves.svg'),
    curvesOf([
      { title: 'Load', unit: 'records a second, with their log', points: points(({ loadPerSecond }) => loadPerSecond) },
      { title: 'Bytes', unit: 'a person, tables and indexes', points: points(({ bytesEach }) => bytesEach) },
      { title: 'Search', unit: 'p95, ms', points: points(({ searchP95Ms }) => searchP95Ms) },
      { title: 'Confirm', unit: 'ms a person, as a list', points: points(({ confirmMsEach }) => confirmMsEach) },
      { title: 'Backup', unit: 's', points: points(({ backupSeconds }) => backupSeconds) },
      { title: 'Restore and proof', unit: 's', points: points(({ restoreSeconds }) => restoreSeconds) },
    ]),
  );
}

/** Each figure a person beside that of the smallest size: what grows with the people stays as it is a person. */
function rowsOf(one: Figures, first: Figures): BenchRow[] {
  const row = (name: string, unit: string, of: (figures: Figures) => number): BenchRow => {
    const [value, beside] = [of(one), of(first)];
    const ratio = round(value / beside);
    return {
      name: `${name}, ${one.people} people`,
      value: round(value),
      unit,
      beside: `with ${first.people} people`,
      besideValue: round(beside),
      ratio,
      goal: '≤ 1.5 × the smallest',
      met: ratio <= 1.5,
    };
  };
  return [
    row('load with its log', 's for 100,000', ({ loadPerSecond }) => 100_000 / loadPerSecond),
    row('tables and indexes', 'bytes a person', ({ bytesEach }) => bytesEach),
    row('search, p95', 'ms', ({ searchP95Ms }) => searchP95Ms),
    row('confirm as a list', 'ms a person', ({ confirmMsEach }) => confirmMsEach),
    row('restore and proof', 's for 100,000', (figures) => (figures.restoreSeconds / figures.people) * 100_000),
  ];
}
