/** Opens a node by its settings: keys, database, line. */
import { existsSync, readFileSync } from 'node:fs';
import type pg from 'pg';
import { systemChance } from '#base/chance.ts';
import { systemClock } from '#base/clock.ts';
import { startEmbedded } from '#base/database/embedded-server.ts';
import { openPool } from '#base/database/pool.ts';
import type { Result } from '#base/problem.ts';
import { ok, refused } from '#base/problem.ts';
import { newNode } from '#doors/exchange/protocol/node-step.ts';
import type { VerifyText } from '#doors/exchange/signer.ts';
import type { OwnKey } from '#node/keys.ts';
import { keysOfJwks, readKeyFile, verifierOf } from '#node/keys.ts';
import { carrierHeaders } from '#node/line/carriers.ts';
import { openLine } from '#node/line/request.ts';
import { migrateOutbox } from '#node/outbox/migrate.ts';
import { databaseOf } from '#node/outbox/sql.ts';
import { writeFirstState } from '#node/outbox/store.ts';
import { settingsWrong } from '#node/problems.ts';
import type { RoundNeeds } from '#node/run/round.ts';
import type { NodeSettings } from '#node/settings.ts';
import { SETTINGS_FILE, readSettings } from '#node/settings.ts';

export interface OpenedOutbox {
  readonly settings: NodeSettings;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

export interface OpenedNode extends OpenedOutbox {
  readonly key: OwnKey;
  readonly needs: RoundNeeds;
}

async function databaseUrl({ database }: NodeSettings): Promise<Result<{ readonly url: string; readonly stop: () => Promise<void> }>> {
  if ('urlFrom' in database) {
    const url = process.env[database.urlFrom];
    if (url) return ok({ url, stop: async () => undefined });
    const why = { vi: `biến môi trường ${database.urlFrom} chưa đặt`, en: `the variable ${database.urlFrom} is not set` };
    return refused(settingsWrong({ file: SETTINGS_FILE, where: '/database/urlFrom', why }));
  }
  // A command beside the running program uses the server that it brought up.
  const server = await startEmbedded({ dataFolder: database.folder, adopt: true });
  return server.ok ? ok({ url: server.value.superUrl, stop: () => server.value.stop() }) : server;
}

/** The outbox alone, brought up to this program: what needs no key and no line. */
export async function openOutbox(folder: string): Promise<Result<OpenedOutbox>> {
  const read = readSettings(folder);
  if (!read.ok) return read;
  const settings = read.value;
  const found = await databaseUrl(settings);
  if (!found.ok) return found;
  const pool = openPool({ connectionString: found.value.url, poolSize: 6, applicationName: 'congvu-node' });
  const close = async (): Promise<void> => {
    await pool.end();
    await found.value.stop();
  };
  const database = databaseOf(pool);
  const migrated = await migrateOutbox(database);
  if (!migrated.ok) {
    await close();
    return migrated;
  }
  await database.transaction((sql) => writeFirstState(sql, newNode(settings.source)));
  return ok({ settings, pool, close });
}

/** Verifies by the centre's published keys; E-NODE-SETTINGS where they cannot be read. */
export function centreVerifier({ centre }: NodeSettings): Result<VerifyText> {
  const keys = existsSync(centre.keys) ? keysOfJwks(readFileSync(centre.keys, 'utf8')) : null;
  if (keys !== null && keys.length > 0) return ok(verifierOf(keys));
  const why = {
    vi: 'cần tệp khóa công bố của trung tâm (/.well-known/jwks.json) có khóa Ed25519',
    en: 'the published keys of the centre (/.well-known/jwks.json) are needed there, with an Ed25519 key',
  };
  return refused(settingsWrong({ file: SETTINGS_FILE, where: '/centre/keys', why }));
}

function tlsOf({ centre }: NodeSettings): Result<{ cert?: string; key?: string; ca?: string }> {
  const files = { certificate: centre.certificate, key: centre.key, authorities: centre.authorities };
  if (!centre.url.startsWith('https:')) return ok({});
  for (const [name, file] of Object.entries(files))
    if (file !== null && !existsSync(file))
      return refused(
        settingsWrong({
          file: SETTINGS_FILE,
          where: `/centre/${name}`,
          why: { vi: `không có tệp ${file}`, en: `there is no file ${file}` },
        }),
      );
  const read = (file: string): string => readFileSync(file, 'utf8');
  return ok({
    ...(files.certificate === null ? {} : { cert: read(files.certificate) }),
    ...(files.key === null ? {} : { key: read(files.key) }),
    ...(files.authorities === null ? {} : { ca: read(files.authorities) }),
  });
}

const UINT32 = 2 ** 32;

/** Everything that a running node needs. */
export async function openNode(folder: string): Promise<Result<OpenedNode>> {
  const read = readSettings(folder);
  if (!read.ok) return read;
  const [key, verify, tls] = [readKeyFile(read.value.key), centreVerifier(read.value), tlsOf(read.value)];
  if (!key.ok) return key;
  if (!verify.ok) return verify;
  if (!tls.ok) return tls;
  const outbox = await openOutbox(folder);
  if (!outbox.ok) return outbox;
  const { settings, pool } = outbox.value;
  const { url, carrier } = settings.centre;
  const newId = (): string => systemChance.uuid7(Date.parse(systemClock.now()));
  const line = openLine({ url, tls: tls.value, headers: () => carrierHeaders(carrier, newId) });
  const needs: RoundNeeds = {
    database: databaseOf(pool),
    means: { audience: settings.audience, sign: key.value.sign, verify: verify.value },
    line,
    clock: systemClock,
    chance: () => Buffer.from(systemChance.bytes(4)).readUInt32LE() / UINT32,
  };
  const close = async (): Promise<void> => {
    line.close();
    await outbox.value.close();
  };
  return ok({ ...outbox.value, key: key.value, needs, close });
}
