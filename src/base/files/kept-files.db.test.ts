/** What every place of files promises, tried on each: a folder, and the database that nodes share. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openTestDatabase } from '#base/database/test-database.ts';
import { openDatabase } from '#base/database/transaction.ts';
import type { Database } from '#base/database/transaction.ts';
import { openBlobStore } from '#base/blob-store.ts';
import { keysOf } from '#base/sealing.ts';
import { filesInFolder } from './folder.ts';
import { NoRoomLeft, copyFiles } from './kept-files.ts';
import type { KeptFiles, OpenFiles } from './kept-files.ts';
import { filesInDatabase } from './table.ts';

let folder: string;
let owner: Database;
let appUrl: string;
const nodes: Database[] = [];
let closeDatabase: () => Promise<void>;
/** Two nodes that open the same place. */
const places = new Map<string, readonly [OpenFiles, OpenFiles]>();

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'congvu-kept-'));
  const database = await openTestDatabase();
  closeDatabase = () => database.close();
  ({ appUrl } = database);
  owner = openDatabase({ connectionString: database.ownerUrl, poolSize: 2 });
  for (let node = 0; node < 2; node += 1) nodes.push(openDatabase({ connectionString: database.appUrl, poolSize: 4 }));
  places.set('a folder', [filesInFolder(folder), filesInFolder(folder)]);
  places.set('the database', [filesInDatabase(nodes[0]!), filesInDatabase(nodes[1]!)]);
});
after(async () => {
  for (const one of [...nodes, owner]) await one.close();
  await closeDatabase();
  await rm(folder, { recursive: true, force: true });
});

const text = (bytes: Uint8Array | null): string | null => bytes && Buffer.from(bytes).toString();
async function namesOf(files: KeptFiles): Promise<string[]> {
  const names: string[] = [];
  for await (const name of files.names()) names.push(name);
  return names;
}
/** More than one piece of an answer, each byte told by the seed. */
const large = (seed: number): Buffer => Buffer.alloc(2_500_001, createHash('sha256').update(String(seed)).digest());

for (const place of ['a folder', 'the database']) {
  const both = () => places.get(place)!.map((open) => open('card')) as [ReturnType<OpenFiles>, ReturnType<OpenFiles>];

  test(`${place}: what one node writes the other reads, whole, and what is newer replaces it`, async () => {
    const [one, other] = both();
    assert.deepEqual([await other.read('status/7'), await other.has('status/7')], [null, false]);
    await one.write('status/7', Buffer.from('signed at 8'));
    assert.deepEqual([text(await other.read('status/7')), await other.has('status/7')], ['signed at 8', true]);
    await other.write('status/7', large(1));
    assert.ok(large(1).equals(Buffer.from((await one.read('status/7'))!)));
    await one.write('status/7', new Uint8Array());
    assert.equal((await other.read('status/7'))!.length, 0);
  });

  test(`${place}: two write at once, and who reads meanwhile has the one or the other`, async () => {
    const [one, other] = both();
    await one.write('trust-list', large(0));
    const whole = new Set([0, 1, 2].map((seed) => createHash('sha256').update(large(seed)).digest('hex')));
    const writing = Promise.all(
      Array.from({ length: 4 }, async () => {
        await Promise.all([one.write('trust-list', large(1)), other.write('trust-list', large(2))]);
      }),
    );
    for (let i = 0; i < 10; i += 1) {
      const bytes = await (i % 2 === 0 ? one : other).read('trust-list');
      assert.ok(whole.has(createHash('sha256').update(bytes!).digest('hex')), 'a part of one, or of two');
    }
    await writing;
  });

  test(`${place}: a file goes with what stands below its name, and nothing else`, async () => {
    const files = places.get(place)![0]('audit');
    for (const name of ['tile/0/000.p/1', 'tile/0/000.p/2', 'tile/0/000', 'tile/0/001.p/1']) await files.write(name, Buffer.from(name));
    await files.remove('tile/0/000.p');
    await files.remove('tile/0/000.p');
    const names = await namesOf(places.get(place)![1]('audit'));
    assert.deepEqual(names.sort(), ['tile/0/000', 'tile/0/001.p/1']);
  });

  test(`${place}: a name leads nowhere else, and areas are apart`, async () => {
    const [files] = both();
    for (const name of ['../card/status/7', '/etc/passwd', 'status//7', '.hidden', 'status/..', '', 'Status/7'])
      await assert.rejects(async () => files.write(name, Buffer.from('x')), /no name of a file/, name);
    await files.write('apart', Buffer.from('x'));
    assert.equal(await places.get(place)![0]('audit').read('apart'), null);
  });

  test(`${place}: a blob that one node kept is read by the other`, async () => {
    const keys = keysOf(new Uint8Array(32).fill(5));
    const [one, other] = places.get(place)!.map((open) => openBlobStore(open('blobs'), keys));
    const kept = await one!.put(large(3));
    assert.ok(kept.ok);
    assert.deepEqual(await other!.put(large(3)), kept);
    assert.ok(large(3).equals(Buffer.from(await other!.get(kept.value.sha256))));
  });

  test(`${place}: a blob that the disk has spoilt is whole again when somebody sends its bytes once more`, async () => {
    const keys = keysOf(new Uint8Array(32).fill(5));
    const files = places.get(place)![0]('blobs');
    const sha256 = createHash('sha256').update('sent twice').digest('hex');
    const name = `${sha256.slice(0, 2)}/${sha256}`;
    await files.write(name, Buffer.from('spoilt'));
    const store = openBlobStore(files, keys);
    await assert.rejects(() => store.get(sha256));
    assert.ok((await store.put(Buffer.from('sent twice'))).ok);
    assert.equal(text(await store.get(sha256)), 'sent twice');
    const beside = (await namesOf(files)).filter((one) => one.startsWith(`${name}.spoilt-`));
    assert.equal(beside.length, place === 'the database' ? 1 : 0, 'what is never changed is put beside');
  });
}

test('the database: a writer that is cut off leaves what stood there', async () => {
  const [, other] = places.get('the database')!.map((open) => open('card'));
  await other!.write('status/9', Buffer.from('before'));
  const dying = openDatabase({ connectionString: appUrl, poolSize: 1 });
  const sockets: { destroy(): void }[] = [];
  // node-postgres does not say so in its types: the socket of a connection.
  dying.pool.on('connect', (client) =>
    sockets.push((client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream),
  );
  const held = await owner.pool.connect();
  await held.query('begin');
  assert.equal((await held.query("select 1 from stored_file where name = 'status/9' for update")).rowCount, 1);
  const writing = filesInDatabase(dying)('card')
    .write('status/9', Buffer.from('afterwards'))
    .then(
      () => 'written',
      () => 'cut off',
    );
  // It waits for who holds the row: for no other's, of which a busy cluster has many. Who is there at all would be seen as of the first look of a transaction.
  const waits = 'select 1 from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))';
  while ((await held.query(waits)).rowCount === 0) await sleep(20);
  for (const socket of sockets) socket.destroy();
  assert.equal(await writing, 'cut off');
  await held.query('rollback');
  held.release();
  await dying.close();
  assert.equal(text(await other!.read('status/9')), 'before');
});

test('the database: what was sent is neither changed nor taken away by the product', async () => {
  const blobs = places.get('the database')![0]('blobs');
  await blobs.write('ab/abc', Buffer.from('sent'));
  await blobs.write('ab/abc', Buffer.from('other'));
  await blobs.remove('ab/abc');
  assert.equal(text(await blobs.read('ab/abc')), 'sent');
  const changed = nodes[0]!.transaction(null, (tx) => tx.query("update stored_file set bytes = '' where area = 'blobs' returning 1"));
  assert.deepEqual(await changed, []);
});

test('the database: a full disk is told as such', async () => {
  const full = { transaction: () => Promise.reject(Object.assign(new Error('could not extend file'), { code: '53100' })) };
  await assert.rejects(filesInDatabase(full as unknown as Database)('card').write('status/1', Buffer.from('x')), NoRoomLeft);
});

test('files move to the database and back, may be ended at any moment, and nothing newer is laid over', async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), 'congvu-kept-'));
  try {
    const [from, to] = [filesInFolder(elsewhere), places.get('the database')![0]];
    await from('blobs').write('cd/cde', Buffer.from('sent'));
    await from('card').write('status/21', Buffer.from('old'));
    await to('card').write('status/21', Buffer.from('newer'));
    assert.equal(await copyFiles(from, to), 1);
    assert.equal(await copyFiles(from, to), 0);
    assert.deepEqual([text(await to('blobs').read('cd/cde')), text(await to('card').read('status/21'))], ['sent', 'newer']);
    await copyFiles(to, from);
    assert.equal(text(await from('card').read('status/21')), 'old');
    assert.equal(await from('card').has('status/9'), true);
  } finally {
    await rm(elsewhere, { recursive: true, force: true });
  }
});
