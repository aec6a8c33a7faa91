/** The real product on a free port with a data folder of its own, gone when closed: for the headless journey, the browser's journey, the pictures. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#base/free-port.ts';
import { readConfig } from '#base/config.ts';
import { ok } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { compose } from './compose.ts';
import { seedDemo } from './demo/seed.ts';
import { openAll } from './open.ts';
import type { TellStage } from './open.ts';
import { serve } from './serve.ts';
import type { Running, ServeOptions } from './serve.ts';

export interface OwnProduct {
  /** the checkout */
  readonly root: string;
  readonly portal: boolean;
  /** people of the demo's register */
  readonly people: number;
  readonly tell: TellStage;
  /** puts data of an earlier product into the new folder; without it the product fills itself */
  readonly fill?: (folder: string) => Promise<unknown>;
  readonly watch?: ServeOptions['watch'];
  /** settings beside those of the demo */
  readonly settings?: Readonly<Record<string, string>>;
}

const configOf = async (folder: string, settings: OwnProduct['settings'] = {}): Promise<ReturnType<typeof readConfig>> =>
  readConfig({
    NODE_ENV: 'development',
    DEMO: '1',
    PORT: String(await freePort()),
    DATA_FOLDER: folder,
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error',
    POPULATION_CALLS_PER_SECOND: '200',
    ...settings,
  });

/** `stop` ends it and takes its data away. */
export async function openOwnProduct({ root, portal, people, tell, fill, watch, settings }: OwnProduct): Promise<Result<Running>> {
  const folder = await mkdtemp(join(tmpdir(), 'congvu-demo-'));
  // Others may walk in: as root the database runs as `nobody`, and its data would otherwise stand elsewhere and stay there.
  await chmod(folder, 0o755);
  const drop = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await fill?.(folder);
    const config = await configOf(folder, settings);
    const running = config.ok ? await serve(config.value, { root, portal, people, tell, ...(watch ? { watch } : {}) }) : config;
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
  } catch (error) {
    await drop();
    throw error;
  }
}

/**
 * Fills a data folder with the demo, without serving it: what `fill` of another product may begin with. Nothing that is published under an
 * address (lists of cards) is made: that is left to whoever serves the data.
 */
export async function fillDataFolder(folder: string, people: number): Promise<Result<null>> {
  const config = await configOf(folder);
  if (!config.ok) return config;
  const opened = await openAll(config.value, () => undefined);
  if (!opened.ok) return opened;
  try {
    const seeded = await seedDemo(compose({ ...opened.value, simulators: [] }), { people });
    return seeded.ok ? ok(null) : seeded;
  } finally {
    await opened.value.close();
  }
}
