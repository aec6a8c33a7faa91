/** `congvu worker`: the work of the background in a process of its own, beside servers that have `WORKER=apart`. As many as are wanted. */
import { readConfig } from '#base/config.ts';
import type { Problem } from '#base/problem.ts';
import { compose } from '#start/compose.ts';
import { openAll } from '#start/open.ts';
import { workerNeedsDatabase } from '#start/problems.ts';
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
  const opened = await openAll(config.value, () => undefined);
  if (!opened.ok) {
    sayProblems(opened.problems);
    return 2;
  }
  const worker = await startWorker(compose({ ...opened.value, simulators: [] }));
  print('Đang xử lý nền. Dừng: Ctrl+C · Working in the background. Stop: Ctrl+C');
  await new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done());
  });
  await worker.stop();
  await opened.value.close();
  return 0;
}
