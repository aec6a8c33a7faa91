/** `congvu keys master` beside a database that others use: another key seals while what was sealed opens, each change stands in the log, and a security module keeps them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { jobSessions } from '#authority/access/sessions.ts';
import { activeKey, epochByKid, publishedKey, rotateKey } from '#authority/keys/store.ts';
import { readConfig } from '#base/config.ts';
import { openKeys } from '#base/master-keys.ts';
import type { Keys } from '#base/sealing.ts';
import { openInstallation } from '#start/open.ts';
import { checkMasterKeys } from '#start/known-master-keys.ts';
import { runMasterKeys } from './master-key-command.ts';
import type { MasterKeyDeed } from './master-key-command.ts';

let office: Office;
let folder: string;
let keysFolder: string;
/** of the installation: other files of this process have their own */
let env: NodeJS.ProcessEnv;
const said: string[] = [];
const io = {
  answer: (text: string) => void said.push(text),
  print: () => undefined,
  sayProblems: (problems: readonly { code: string }[]) => void said.push(...problems.map(({ code }) => code)),
};
const run = async (deed: MasterKeyDeed | null): Promise<{ readonly exit: number; readonly text: string }> => {
  const exit = await runMasterKeys(env, { deed, json: true }, io);
  return { exit, text: said.pop()! };
};
const states = ({ text }: { readonly text: string }): string[] =>
  (JSON.parse(text) as { keys: { generation: number; state: string; kept: string }[] }).keys.map(
    ({ generation, state, kept }) => `${generation} ${state} ${kept}`,
  );
const keysHere = (): Keys => {
  const keys = openKeys({ keysFolder, keyService: env['KEY_SERVICE'] ?? null }, { mayCreate: false });
  assert.ok(keys.ok, JSON.stringify(keys));
  return keys.value;
};
const acts = async (): Promise<string[]> => {
  const rows = await office.owner.transaction(null, (tx) =>
    tx.query<{ act: string }>(`select act from audit_event where act = 'master-key.changed'`),
  );
  return rows.map(({ act }) => act);
};

before(async () => {
  office = await anOffice();
  folder = mkdtempSync(join(tmpdir(), 'master-keys-'));
  keysFolder = join(folder, 'keys');
  mkdirSync(keysFolder, { mode: 0o700 });
  // The master key of the office of tests.
  writeFileSync(join(keysFolder, 'master.key'), new Uint8Array(32).fill(7), { mode: 0o600 });
  env = { DEMO: '1', DATA_FOLDER: folder, DATABASE_URL: office.appUrl, DATABASE_OWNER_URL: office.ownerUrl };
});
after(async () => {
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

const SALT = Buffer.alloc(16, 1);

test('another key is added, waits, and seals from when it is used, while what was sealed opens', async () => {
  const serving = office.keys;
  const old = serving.seal(SALT, 'x', Buffer.from('trước'));
  assert.deepEqual(states(await run(null)), ['1 active file']);
  assert.deepEqual(states(await run({ deed: 'add' })), ['1 active file', '2 next file']);
  assert.deepEqual(await run({ deed: 'add' }), { exit: 1, text: 'E-MASTER-KEY-WAITS' });
  assert.deepEqual(await run({ deed: 'use', generation: 3 }), { exit: 1, text: 'E-MASTER-KEY-UNKNOWN' });
  assert.deepEqual(await run({ deed: 'unwrap' }), { exit: 1, text: 'E-MASTER-KEYS-KEPT' });
  assert.deepEqual(states(await run({ deed: 'use', generation: 2 })), ['1 retired file', '2 active file']);
  assert.deepEqual(await run({ deed: 'use', generation: 2 }), { exit: 1, text: 'E-MASTER-KEY-ACTIVE' });
  const keys = keysHere();
  assert.equal(Buffer.from(keys.open(SALT, 'x', old)).toString(), 'trước');
  assert.throws(() => serving.open(SALT, 'x', keys.seal(SALT, 'x', Buffer.from('sau'))), 'the first key alone does not open it');
  assert.equal((await acts()).length, 2, 'one row for each that was done, none for what was refused');
});

test('a signing key that is rotated now is derived from the key that seals, and both verify', async () => {
  const holder = { purpose: 'receipt', bodyId: null } as const;
  const keys = keysHere();
  const session = await jobSessions({ ...office, keys }, 'test')(null);
  const former = await office.as(session, (tx) => activeKey(tx, office.keys, holder, office.clock.now()));
  const rotated = await office.as(session, (tx) => rotateKey(tx, keys, holder, office.clock.now()));
  const now = await office.as(session, (tx) => activeKey(tx, keys, holder, office.clock.now()));
  assert.equal(now.kid, rotated!.began);
  for (const kid of [former.kid, now.kid]) {
    const epoch = await office.as(session, (tx) => epochByKid(tx, kid));
    assert.equal(epoch!.generation, kid === now.kid ? 2 : 1);
    assert.ok(publishedKey(keys, epoch!));
  }
});

test('a server with the keys of another installation, or not yet all of them, is told so; nobody but the owner changes what is known', async () => {
  const alone = await checkMasterKeys(office.ownerUrl, office.keys, { note: true });
  assert.ok(!alone.ok && alone.problems[0]!.code === 'E-KEY-GENERATION-MISSING');
  const strange = mkdtempSync(join(tmpdir(), 'master-keys-'));
  try {
    const other = openKeys({ keysFolder: join(strange, 'keys'), keyService: null }, { mayCreate: true });
    assert.ok(other.ok);
    const judged = await checkMasterKeys(office.ownerUrl, other.value, { note: true });
    assert.ok(!judged.ok && judged.problems[0]!.code === 'E-KEY-NOT-THE-SAME');
    const config = readConfig({ ...env, KEYS_FOLDER: join(strange, 'keys') });
    assert.ok(config.ok);
    const command = await openInstallation(config.value);
    assert.ok(!command.ok && command.problems[0]!.code === 'E-KEY-NOT-THE-SAME', 'nor does any command go on');
  } finally {
    rmSync(strange, { recursive: true, force: true });
  }
  assert.ok((await checkMasterKeys(office.ownerUrl, keysHere(), { note: false })).ok);
  const changed = await office.as(null, (tx) => tx.query(`update installation set value = '[]' where name = 'master-keys' returning name`));
  assert.deepEqual(changed, []);
  await office.owner.transaction(null, (tx) => tx.query(`delete from installation where name = 'master-keys'`));
  await assert.rejects(
    office.as(null, (tx) => tx.query(`insert into installation (name, value) values ('master-keys', '[]')`)),
    /row-level security/,
  );
});

test('a file that cannot be written takes the row back, and one that a run left half done does not stand in the way', async () => {
  const [rows, inTheWay] = [(await acts()).length, join(keysFolder, 'master.3.key')];
  mkdirSync(inTheWay);
  assert.deepEqual(await run({ deed: 'add' }), { exit: 2, text: 'E-MASTER-KEY-NOT-WRITTEN' });
  assert.equal((await acts()).length, rows);
  assert.deepEqual(states(await run(null)), ['1 retired file', '2 active file']);
  rmSync(inTheWay, { recursive: true });
  writeFileSync(inTheWay, Buffer.alloc(32, 3), { mode: 0o600 });
  assert.equal(states(await run({ deed: 'add' })).at(-1), '3 next file');
  assert.deepEqual(states(await run({ deed: 'use', generation: 3 })), ['1 retired file', '2 retired file', '3 active file']);
});

const found = (name: string): boolean => (process.env['PATH'] ?? '').split(delimiter).some((at) => existsSync(join(at, name)));
const MODULE = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib64/softhsm/libsofthsm.so',
  '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so',
].find((file) => existsSync(file));

test('a service that seals and opens something else is handed nothing', async () => {
  const service = join(folder, 'liar');
  writeFileSync(service, `#!/bin/sh\ntest "$1" = seal && exec cat\necho ${Buffer.alloc(32, 1).toString('base64')}\n`, { mode: 0o755 });
  env['KEY_SERVICE'] = service;
  try {
    assert.deepEqual(await run({ deed: 'wrap' }), { exit: 1, text: 'E-KEY-NOT-THE-SAME' });
    assert.ok(states(await run(null)).every((state) => state.endsWith(' file')));
  } finally {
    delete env['KEY_SERVICE'];
  }
});

test('a security module keeps the keys: no file holds them, and without the right PIN nothing opens', async (context) => {
  if (!MODULE || !found('softhsm2-util') || !found('pkcs11-tool') || !found('openssl')) {
    context.diagnostic('SoftHSM2, pkcs11-tool or openssl is not on this machine: the keys were not handed to a security module');
    return;
  }
  const hsm = join(folder, 'hsm');
  mkdirSync(join(hsm, 'tokens'), { recursive: true });
  writeFileSync(join(hsm, 'conf'), `directories.tokendir = ${join(hsm, 'tokens')}\nobjectstore.backend = file\nlog.level = ERROR\n`);
  writeFileSync(join(hsm, 'pin'), '4321', { mode: 0o400 });
  Object.assign(process.env, {
    SOFTHSM2_CONF: join(hsm, 'conf'),
    PKCS11_MODULE: MODULE,
    PKCS11_TOKEN: 'congvu',
    PKCS11_KEY: 'khoa-chu',
    PKCS11_PIN_FILE: join(hsm, 'pin'),
  });
  const did = (command: string, args: readonly string[]): void => {
    const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  };
  did('softhsm2-util', ['--init-token', '--free', '--label', 'congvu', '--so-pin', '9999', '--pin', '4321']);
  did('pkcs11-tool', [
    '--module',
    MODULE,
    '--token-label',
    'congvu',
    '--login',
    '--pin',
    '4321',
    '--keypairgen',
    '--key-type',
    'rsa:3072',
    '--label',
    'khoa-chu',
  ]);
  const sealed = keysHere().seal(SALT, 'x', Buffer.from('giữ trong thiết bị'));
  assert.deepEqual(await run({ deed: 'wrap' }), { exit: 1, text: 'E-KEY-SERVICE-NOT-SET' });
  env['KEY_SERVICE'] = resolve(import.meta.dirname, '../../../deploy/keys/pkcs11');
  try {
    const { exit, text } = await run({ deed: 'wrap' });
    assert.equal(exit, 0, text);
    assert.ok(states({ text }).every((state) => state.endsWith(' service')));
    assert.deepEqual(
      readdirSync(keysFolder).filter((name) => name.startsWith('master.')),
      [],
    );
    assert.equal(Buffer.from(keysHere().open(SALT, 'x', sealed)).toString(), 'giữ trong thiết bị');
    assert.ok(
      states(await run({ deed: 'add' }))
        .at(-1)!
        .endsWith('next service'),
      'the next one too never stands in a file',
    );
    chmodSync(join(hsm, 'pin'), 0o600);
    writeFileSync(join(hsm, 'pin'), '1111');
    const closed = openKeys({ keysFolder, keyService: env['KEY_SERVICE'] }, { mayCreate: true });
    assert.ok(!closed.ok && closed.problems[0]!.code === 'E-KEY-SERVICE-FAILED');
    writeFileSync(join(hsm, 'pin'), '4321');
    assert.ok(states(await run({ deed: 'unwrap' })).every((state) => state.endsWith(' file')));
    assert.equal(Buffer.from(keysHere().open(SALT, 'x', sealed)).toString(), 'giữ trong thiết bị');
  } finally {
    delete env['KEY_SERVICE'];
  }
});
