/** The document of the API, out of a server that nobody asks: no database, no port, nothing outside. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { systemChance } from '#base/chance.ts';
import { systemClock } from '#base/clock.ts';
import { readConfig } from '#base/config.ts';
import { openDatabase } from '#base/database/transaction.ts';
import { SURFACES } from '#base/http/surfaces.ts';
import { filesInFolder } from '#base/files/folder.ts';
import { openLog } from '#base/log.ts';
import { openKeys } from '#base/master-keys.ts';
import { compose } from '#start/compose.ts';
import type { Opened } from '#start/compose.ts';
import { buildServer } from '#start/server.ts';
import type { ServerOptions } from '#start/server.ts';
import type { ApiDocument } from './api-types.ts';

/** Signs nothing: nobody asks for a card. */
const NO_SIGNER: Opened['cardSigner'] = {
  keys: async () => [],
  sign: () => new Uint8Array(),
  trust: () => Promise.resolve({ nextAnchors: [], handover: null, distrusted: [] }),
  revocations: async () => [],
  tend: async () => false,
  health: () => Promise.reject(new Error('nobody signs here')),
};

const NOWHERE = 'http://127.0.0.1:1';

/** Hands over a server of these surfaces, as the demo has it; its routes are those of an installation and the demo's own. */
export async function withServer<T>(
  served: Parameters<typeof buildServer>[1],
  options: ServerOptions,
  work: (app: FastifyInstance) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'congvu-api-'));
  // Never asked: a pool connects with its first question.
  const db = openDatabase({ connectionString: 'postgres://nobody@127.0.0.1:1/nothing' });
  try {
    await mkdir(join(folder, 'keys'), { mode: 0o700 });
    const keys = openKeys({ keysFolder: join(folder, 'keys'), keyService: null }, { mayCreate: true });
    const config = readConfig({ DEMO: '1', DATA_FOLDER: folder, PUBLIC_URL: NOWHERE, OIDC_ISSUER: NOWHERE, POPULATION_URL: NOWHERE });
    if (!keys.ok || !config.ok) throw new Error('no keys, or no settings');
    const composed = compose({
      config: config.value,
      clock: systemClock,
      chance: systemChance,
      log: openLog('silent'),
      keys: keys.value,
      db,
      files: filesInFolder(folder),
      jobs: { send: async () => undefined, work: async () => undefined, lift: async () => false, stop: async () => undefined },
      cardSigner: NO_SIGNER,
      simulators: [],
    });
    const app = await buildServer(composed, served, options);
    const done = await work(app);
    await app.close();
    return done;
  } finally {
    await db.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What `/openapi.json` answers. */
export const apiDocument = (): Promise<ApiDocument> =>
  withServer({ surfaces: SURFACES, url: NOWHERE }, { portalFolder: null }, async (app) =>
    (await app.inject('/openapi.json')).json<ApiDocument>(),
  );
