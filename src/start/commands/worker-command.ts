/** `congvu worker`: the work of the background in a process of its own, beside servers that have `WORKER=apart`. As many as are wanted. */
import { readConfig } from '#base/config.ts';
import type { Problem } from '#base/problem.ts';
import { compose } from '#start/compose.ts';
import { openGuard } from '#start/listening/guard-connections.ts';
import { openMetrics, serveMetrics, stopMetrics } from '#start/metrics.ts';
import { openAll } from '#start/open.ts';
import { portIsFree } from '#start/checks/machine.ts';
import { portTaken, workerNeedsDatabase } from '#start/problems.ts';
import { startWorker } from '#start/worker.ts';

interface Io {
  readonly print: (text: string) => void;
  readonly sayProblems: (problems: readonly Problem[]) => void;
}

/** Runs until it is told to stop; exit code 0 then, 2 when it could not begin. */
export async function runWorker({ print, sayProblems }: Io): Promise<number> {
  const config = readConfig(process.env);
  if (!config.ok) {
    sayProblems(config.problems);
    return 2;
  }
  // The embedded database belongs to the process that starts it.
  if (config.value.databaseUrl === null) {
    sayProblems([workerNeedsDatabase()]);
    return 2;
  }
  const taken = config.value.metrics;
  if (taken && !(await portIsFree(taken.port, taken.host))) {
    sayProblems([portTaken({ port: taken.port, other: taken.port + 1 })]);
    return 2;
  }
  const opened = await openAll(config.value, () => undefined);
  if (!opened.ok) {
    sayProblems(opened.problems);
    return 2;
  }
  const composed = compose({ ...opened.value, simulators: [] });
  const { metrics } = config.value;
  const guarded = metrics?.guard ? openGuard(metrics.guard, 'metrics', composed) : null;
  if (guarded?.ok === false) {
    sayProblems(guarded.problems);
    await opened.value.close();
    return 2;
  }
  const scraped = metrics === null ? null : await serveMetrics(openMetrics(composed), metrics, guarded?.value ?? null);
  const worker = await startWorker(composed);
  print('Đang xử lý nền. Dừng: Ctrl+C · Working in the background. Stop: Ctrl+C');
  await new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done());
  });
  if (scraped) await stopMetrics(scraped);
  await guarded?.value.close();
  await worker.stop();
  await opened.value.close();
  return 0;
}
