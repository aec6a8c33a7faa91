/** The second start of the demo, from its command to the first healthy answer; beside: the same Node with nothing to do. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '#base/free-port.ts';
import { round } from './row.ts';
import type { Bench } from './row.ts';
import { watchTree } from './process-tree.ts';

const GOAL_SECONDS = 2;
const WAIT_MS = 10;

/** Starts, waits for the first healthy answer, ends. Seconds on the wall, and of processor until then. */
async function started(folder: string): Promise<{ seconds: number; cpuSeconds: number }> {
  const port = await freePort();
  const startedMs = performance.now();
  const run = spawn(process.execPath, [join(import.meta.dirname, '..', 'bin', 'congvu.mjs'), 'start'], {
    stdio: 'ignore',
    env: { ...process.env, DEMO: '1', DATA_FOLDER: folder, PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`, LOG_LEVEL: 'error' },
  });
  const tree = watchTree(run.pid!);
  const ended = new Promise((done) => {
    run.once('exit', done);
  });
  try {
    for (;;) {
      if (run.exitCode !== null) throw new Error('the server did not start');
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
      if (answer?.ok) break;
      await wait(WAIT_MS);
    }
    const use = tree.lap();
    return { seconds: (performance.now() - startedMs) / 1000, cpuSeconds: use.cpuSeconds + use.databaseCpuSeconds };
  } finally {
    tree.stop();
    run.kill('SIGTERM');
    await ended;
  }
}

export const start: Bench = async (tell) => {
  const folder = mkdtempSync(join(tmpdir(), 'congvu-bench-start-'));
  // As root the database walks through it as `nobody`; where it cannot, it would stand elsewhere and stay there.
  chmodSync(folder, 0o755);
  try {
    const first = await started(folder);
    tell(`lần đầu: ${round(first.seconds, 1)} s`);
    const second = await started(folder);
    const bareMs = performance.now();
    spawnSync(process.execPath, ['-e', '']);
    const bare = (performance.now() - bareMs) / 1000;
    return [
      {
        name: 'second start, until it is ready',
        value: round(second.seconds),
        unit: `s (processor ${round(second.cpuSeconds)} s)`,
        beside: 'Node alone, s',
        besideValue: round(bare),
        ratio: round(second.seconds / bare),
        goal: `≤ ${GOAL_SECONDS} s`,
        met: second.seconds <= GOAL_SECONDS,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
