/** An officer's list: 10,000 people of one submission who match and have no warning, made, sampled, and confirmed as one act. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { watchTree } from './process-tree.ts';
import type { TreeUse } from './process-tree.ts';
import type { RawCopy } from './raw-copy.ts';
import { megabytes, round } from './row.ts';
import type { Bench } from './row.ts';
import { scaled } from './scale.ts';

const BODY = 'H26.01';
const PEOPLE = scaled(10_000);
const SECONDS_MAX = 20;
const MEMORY_MAX = 400;
/** As `bin/congvu.mjs` starts it. */
const NODE = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8'];
const run = (file: string, ...args: readonly string[]) =>
  spawn(process.execPath, [...NODE, join(import.meta.dirname, file), ...args], { stdio: ['pipe', 'pipe', 'inherit'] });

interface Stage {
  readonly use: TreeUse;
  readonly told: Readonly<Record<string, unknown>>;
}

/** What each stage of the list used, in the process that did it. */
async function stagesOf(prepared: string, database: ReturnType<typeof watchTree>): Promise<ReadonlyMap<string, Stage>> {
  const probe = run('list-probe.ts', BODY);
  const tree = watchTree(probe.pid!);
  const stages = new Map<string, Stage>();
  database.lap();
  probe.stdin.write(`${prepared}\n`);
  for await (const line of createInterface({ input: probe.stdout })) {
    const told = JSON.parse(line) as { stage: string };
    const use = tree.lap();
    stages.set(told.stage, { use: { ...use, databaseCpuSeconds: database.lap().databaseCpuSeconds }, told });
    probe.stdin.write('\n');
  }
  tree.stop();
  return stages;
}

export const list: Bench = async (tell) => {
  const folder = mkdtempSync(join(tmpdir(), 'congvu-bench-list-'));
  try {
    const file = join(folder, 'people.xlsx');
    const made = spawnSync(process.execPath, [...NODE, join(import.meta.dirname, 'made-workbook.ts'), file, BODY, String(PEOPLE), 'flat'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (made.status !== 0) throw new Error('the workbook was not made');
    tell(`${PEOPLE} người: gửi, đối soát`);
    const keeper = run('list-prepare.ts', file, BODY);
    const ended = once(keeper, 'exit');
    // The database is the child of the process that prepared: its processor time is told apart by its name.
    const database = watchTree(keeper.pid!, { onlyLaps: true });
    const { value: prepared } = (await createInterface({ input: keeper.stdout })[Symbol.asyncIterator]().next()) as { value: string };
    const stages = await stagesOf(prepared, database);
    keeper.stdin.end('\n');
    await ended;
    for (const [name, { use }] of stages)
      tell(
        `${name}: ${round(use.seconds, 1)} s, Node ${round(use.cpuSeconds, 1)} + cơ sở dữ liệu ${round(use.databaseCpuSeconds, 1)} s bộ xử lý, ${megabytes(use.peakBytes)} MB`,
      );
    const { use, told } = stages.get('signed')!;
    const raw = stages.get('raw')!.told as unknown as RawCopy;
    const peakBytes = Math.max(use.peakBytes, stages.get('shown')!.use.peakBytes);
    return [
      {
        name: `a list of ${String(told['people'])} people confirmed as one act, ${String(told['items'])} items`,
        value: round(use.seconds, 1),
        unit: `s (processor: Node ${round(use.cpuSeconds, 1)} + database ${round(use.databaseCpuSeconds, 1)} s)`,
        beside: `raw COPY of all ${raw.rows} rows of the ${raw.tables.length} tables that grew, s`,
        besideValue: round(raw.seconds, 1),
        ratio: round(use.seconds / raw.seconds),
        goal: `≤ ${SECONDS_MAX} s for 10,000`,
        met: PEOPLE >= 10_000 && use.seconds <= SECONDS_MAX,
      },
      {
        name: 'the list made and confirmed, memory of the process that does it',
        value: megabytes(peakBytes),
        unit: 'MB',
        beside: 'limit',
        besideValue: MEMORY_MAX,
        ratio: round(megabytes(peakBytes) / MEMORY_MAX),
        goal: `≤ ${MEMORY_MAX} MB`,
        met: megabytes(peakBytes) <= MEMORY_MAX,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
