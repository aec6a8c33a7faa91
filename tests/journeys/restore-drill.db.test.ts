/** A backup made, sealed to an offline key, restored aside and proven; what is broken, foreign or too large for the disk is told; the age stands where it is asked. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { openKeys } from '#base/master-keys.ts';
import { drill } from '#start/drill/drill.ts';
import { congvu } from './terminal.ts';
import { openEarlierVersion } from '../earlier-version.ts';
import type { EarlierVersion } from '../earlier-version.ts';

let version: EarlierVersion;
let folder: string;
let env: Record<string, string>;
let client: pg.Client;
const pem = (name: string): string => join(folder, name);

before(async () => {
  version = await openEarlierVersion('0321_stored_file');
  folder = mkdtempSync(join(tmpdir(), 'congvu-drills-'));
  const { privateKey, publicKey } = generateKeyPairSync('x25519');
  writeFileSync(pem('offline.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(pem('offline.pub'), publicKey.export({ type: 'spki', format: 'pem' }));
  writeFileSync(pem('foreign.pem'), generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
  env = {
    DEMO: '1',
    DATA_FOLDER: version.folder,
    PUBLIC_URL: version.about.publicUrl,
    DATABASE_URL: version.appUrl,
    DATABASE_OWNER_URL: version.ownerUrl,
    BACKUP_FOLDER: join(folder, 'copies'),
    LOG_LEVEL: 'error',
  };
  client = new pg.Client({ connectionString: version.ownerUrl });
  await client.connect();
  await version.upgrade();
});
after(async () => {
  await client?.end();
  await version?.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const copies = (): string[] => readdirSync(join(folder, 'copies'));
const only = (): string => join(folder, 'copies', copies()[0]!);
const mark = async (): Promise<Record<string, unknown> | null> => {
  const { rows } = await client.query<{ value: string }>(`select value from installation where name = 'last-restore-drill'`);
  return rows[0] ? (JSON.parse(rows[0].value) as Record<string, unknown>) : null;
};

test('a drill without any backup says so', async () => {
  const said = await congvu(['restore-drill', '--json'], env);
  assert.equal(said.exit, 2, said.err);
  assert.match(said.out, /E-DRILL-NO-BACKUP/);
});

test('a backup is sealed to the offline key, and the drill with it ends with everything whole, noted and recorded', async () => {
  const made = await congvu(['backup', '--keep', '14,8,12'], { ...env, BACKUP_PUBLIC_KEY_FILE: pem('offline.pub') });
  assert.equal(made.exit, 0, made.err);
  assert.match(made.err, /máy này không tự đọc lại được/);
  assert.equal(copies().length, 1);
  const drilled = await congvu(['restore-drill', '--key', pem('offline.pem'), '--json'], env);
  assert.equal(drilled.exit, 0, drilled.err + drilled.out);
  const told = JSON.parse(drilled.out) as Record<string, number>;
  const { person, receipt, attestation } = version.about.rows;
  assert.deepEqual([told['people'], told['receipts'], told['attestations']], [person, receipt, attestation]);
  assert.deepEqual([(await mark())?.['whole'], (await mark())?.['file']], [true, copies()[0]]);
  const { rows } = await client.query(`select act from audit_event where act = 'backup.drilled'`);
  assert.equal(rows.length, 1);
});

/** The drill by itself, which needs no process. */
async function codesOf(file: string, opener: string | null, free?: number): Promise<string[]> {
  const keysFolder = join(version.folder, 'keys');
  const keys = openKeys({ keysFolder, keyService: null }, { mayCreate: false });
  assert.ok(keys.ok);
  const { openerOf } = await import('#start/commands/backup-seal.ts');
  const key = opener === null ? null : openerOf(opener);
  const needs = { file, keys: keys.value, opener: key?.ok ? key.value : null, keysFolder, publicUrl: version.about.publicUrl, erased: [] };
  const drilled = await drill({ ...needs, ...(free === undefined ? {} : { free: async () => free }) });
  return drilled.ok ? [] : drilled.problems.map(({ code, title }) => `${code} ${title.en}`);
}

test('without the key, with another, of a file that was cut, and on a full disk it is refused, each in its words', async () => {
  assert.match((await codesOf(only(), null))[0]!, /E-BACKUP-NOT-READABLE.*offline key/);
  assert.match((await codesOf(only(), pem('foreign.pem')))[0]!, /E-BACKUP-NOT-READABLE.*key is another one/);
  const cut = pem('cut.backup');
  cpSync(only(), cut);
  truncateSync(cut, readFileSync(cut).length - 100);
  assert.match((await codesOf(cut, pem('offline.pem')))[0]!, /E-BACKUP-NOT-READABLE.*cut/);
  writeFileSync(pem('none.backup'), 'not a backup');
  assert.match((await codesOf(pem('none.backup'), null))[0]!, /E-BACKUP-NOT-READABLE.*not a backup/);
  assert.match((await codesOf(only(), pem('offline.pem'), 1000))[0]!, /E-DISK-LITTLE/);
});

test('doctor tells the drill', async () => {
  const said = await congvu(['doctor', '--json'], env);
  const { checks } = JSON.parse(said.out) as { checks: { name: string; state: string }[] };
  assert.equal(checks.find(({ name }) => name === 'restore-drill')?.state, 'ok');
});
