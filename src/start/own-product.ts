/** The real product on a free port with a data folder of its own, gone when closed: for the headless journey, the browser's journey, the pictures. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#base/config.ts';
import { ok } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import type { TellStage } from './open.ts';
import { serve } from './serve.ts';
import type { Running } from './serve.ts';

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

export interface OwnProduct {
  /** the checkout */
  readonly root: string;
  readonly portal: boolean;
  /** people of the demo's register */
  readonly people: number;
  readonly tell: TellStage;
}

/** `stop` ends it and takes its data away. */
export async function openOwnProduct({ root, portal, people, tell }: OwnProduct): Promise<Result<Running>> {
  const folder = await mkdtemp(join(tmpdir(), 'congvu-demo-'));
  // Others may walk in: as root the database runs as `nobody`, and its data would otherwise stand elsewhere and stay there.
  await chmod(folder, 0o755);
  const drop = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const config = readConfig({
    NODE_ENV: 'development',
    DEMO: '1',
    PORT: String(await freePort()),
    DATA_FOLDER: folder,
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error',
    POPULATION_CALLS_PER_SECOND: '200',
  });
  const running = config.ok ? await serve(config.value, { root, portal, people, tell }) : config;
  if (!running.ok) {
    await drop();
    return running;
  }
  return ok({
    ...running.value,
    stop: async () => {
      await running.value.stop();
      await drop();
    },
  });
}
