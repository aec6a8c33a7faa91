/** The user's path: a real workbook, uploaded → every error known → sent → waiting; and the same kind of file through `congvu check`. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Sort } from './made-workbook.ts';
import { watchTree } from './process-tree.ts';
import type { TreeUse } from './process-tree.ts';
import type { RawCopy } from './raw-copy.ts';
import { megabytes, round } from './row.ts';
import type { Bench, BenchRow } from './row.ts';
import { scaled } from './scale.ts';

const BODY = 'H26.01';
const HUNDRED_THOUSAND = 100_000;
const MEMORY_MAX = 400;
/** As `bin/congvu.mjs` starts it. */
const NODE = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8'];

function made(folder: string, people: number, sort: Sort): string {
  const file = join(folder, `${sort}.xlsx`);
  const run = spawnSync(process.execPath, [...NODE, join(import.meta.dirname, 'made-workbook.ts'), file, BODY, String(people), sort], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (run.status !== 0) throw new Error('the workbook was not made');
  return file;
}

interface Stage {
  readonly stage: string;
  readonly use: TreeUse;
  readonly told: Readonly<Record<string, unknown>>;
}

/** Runs the probe and takes what each stage used. */
async function stagesOf(file: string): Promise<ReadonlyMap<string, Stage>> {
  const probe = spawn(process.execPath, [...NODE, join(import.meta.dirname, 'path-probe.ts'), file, BODY], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const tree = watchTree(probe.pid!);
  const stages = new Map<string, Stage>();
  for await (const line of createInterface({ input: probe.stdout })) {
    const told = JSON.parse(line) as { stage: string };
    stages.set(told.stage, { stage: told.stage, use: tree.lap(), told });
    probe.stdin.write('\n');
  }
  tree.stop();
  return stages;
}

const all = (use: TreeUse): number => use.cpuSeconds + use.databaseCpuSeconds;

/** Time for 100,000 people on the wall, and the processor time of Node and of the database, for a machine that is not ours alone. */
function timeRow(name: string, people: number, { use }: Stage, goalSeconds: number, beside: string, besideValue: number): BenchRow {
  const per = HUNDRED_THOUSAND / people;
  const seconds = use.seconds * per;
  return {
    name: `${name}, ${people} people`,
    value: round(seconds, 1),
    unit: `s per 100,000 (processor: Node ${round(use.cpuSeconds * per, 1)} + database ${round(use.databaseCpuSeconds * per, 1)} s)`,
    beside,
    besideValue: round(besideValue, 1),
    ratio: round(seconds / besideValue),
    goal: `≤ ${goalSeconds} s per 100,000`,
    met: seconds <= goalSeconds,
  };
}

const memoryRow = (name: string, { peakBytes }: TreeUse): BenchRow => ({
  name: `${name}, memory of Node and its children`,
  value: megabytes(peakBytes),
  unit: 'MB',
  beside: 'limit',
  besideValue: MEMORY_MAX,
  ratio: round(megabytes(peakBytes) / MEMORY_MAX),
  goal: `< ${MEMORY_MAX} MB`,
  met: megabytes(peakBytes) < MEMORY_MAX,
});

/** `congvu check` in a process of its own; beside: the time it may take. */
async function checked(file: string, people: number, sort: Sort, goalSeconds: number): Promise<BenchRow[]> {
  const run = spawn(process.execPath, [...NODE, join(import.meta.dirname, '..', 'src', 'start', 'congvu.ts'), 'check', file, '--json'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const tree = watchTree(run.pid!);
  let lines = 0;
  run.stderr.on('data', (piece: Buffer) => {
    lines += piece.toString().split('\n').length - 1;
  });
  const { promise, resolve } = Promise.withResolvers<number>();
  run.on('exit', (code) => resolve(code ?? 1));
  const exit = await promise;
  const use = tree.lap();
  tree.stop();
  const name = `congvu check, ${people} people, ${sort}`;
  return [
    {
      name,
      value: round(use.seconds, 1),
      unit: `s (processor ${round(use.cpuSeconds, 1)} s; ${lines} lines of progress)`,
      beside: 'limit',
      besideValue: goalSeconds,
      ratio: round(use.seconds / goalSeconds),
      goal: `taken, ≤ ${goalSeconds} s`,
      met: exit < 2 && use.seconds <= goalSeconds && lines > 0,
    },
    memoryRow(name, use),
  ];
}

export const path: Bench = async (tell) => {
  const folder = mkdtempSync(join(tmpdir(), 'congvu-bench-path-'));
  try {
    const people = scaled(HUNDRED_THOUSAND);
    tell(`tệp ${people} người`);
    const stages = await stagesOf(made(folder, people, 'flat'));
    const stage = (name: string): Stage => stages.get(name)!;
    for (const { stage: name, use } of stages.values())
      tell(
        `${name}: ${round(use.seconds, 1)} s, Node ${round(use.cpuSeconds, 1)} + cơ sở dữ liệu ${round(use.databaseCpuSeconds, 1)} s bộ xử lý, ${megabytes(use.peakBytes)} MB`,
      );
    const raw = stage('raw').told as unknown as RawCopy;
    const per = HUNDRED_THOUSAND / people;
    const beside = `raw COPY of all ${raw.rows} rows of the ${raw.tables.length} tables that check and sending write, s per 100,000`;
    const rows = [
      timeRow('upload → every error known', people, stage('checked'), 20, beside, raw.seconds * per),
      memoryRow('upload → every error known', stage('checked').use),
      timeRow('send → awaiting its match', people, stage('sent'), 15, beside, raw.seconds * per),
      memoryRow('send → awaiting its match', stage('sent').use),
    ];
    tell(
      `nộp: ${JSON.stringify(stage('sent').told)}; bộ xử lý: ${round(all(stage('sent').use) / all(stage('raw').use))} × COPY thô (kể cả chép ra)`,
    );
    for (const [count, sort] of [
      [scaled(HUNDRED_THOUSAND), 'wide'],
      [scaled(20_000), 'whole'],
    ] as const) {
      tell(`congvu check ${count} ${sort}`);
      rows.push(...(await checked(made(folder, count, sort), count, sort, 20)));
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
