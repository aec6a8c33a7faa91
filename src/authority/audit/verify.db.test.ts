/** What an intruder with the whole database, or the files, can do, and how it is named. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after as afterAll, before, test } from 'node:test';
import type { FindingKind } from './findings.ts';
import { growTiles } from './grow-tiles.ts';
import { leafHash, append, emptyFrontier } from './merkle-tree.ts';
import { aLog, BODY, OTHER_BODY } from './log-for-tests.ts';
import type { LogForTests } from './log-for-tests.ts';
import { leafSource, publishHead } from './publish.ts';
import { takeTerm } from './sequencer.ts';
import { bundleEntries } from './tiles.ts';
import { verifyAuditLog } from './verify.ts';

const TABLES = ['audit_event', 'audit_payload', 'audit_leaf', 'audit_checkpoint', 'audit_state'];
let shared: LogForTests;
let ids: string[];

// One signed log of 300 acts in two steps; each test spoils it, and it is put back: a new database for each would cost a second.
before(async () => {
  shared = await aLog();
  await shared.acts(280);
  await shared.sequence();
  await shared.acts(20, { act: 'item.returned' });
  await shared.sequence();
  ids = (await shared.rows<{ event_id: string }>('select event_id from audit_leaf order by leaf_index')).map((row) => row.event_id);
  for (const table of TABLES) await shared.tamper(`create table kept_${table} as select * from ${table}`);
  await cp(shared.folder, `${shared.folder}.kept`, { recursive: true });
});
afterAll(async () => {
  await rm(`${shared.folder}.kept`, { recursive: true });
  await shared.close();
});

async function putBack(): Promise<void> {
  for (const table of TABLES) {
    await shared.tamper(`delete from ${table}`);
    await shared.tamper(`insert into ${table} select * from kept_${table}`);
  }
  await rm(shared.folder, { recursive: true });
  await cp(`${shared.folder}.kept`, shared.folder, { recursive: true });
}

/** The log, spoilt; then what the verifier says. */
async function after(
  spoil: (log: LogForTests, eventAt: (index: number) => string) => Promise<void>,
): Promise<{ kinds: FindingKind[]; said: string; eventAt: (index: number) => string; ok: boolean }> {
  const eventAt = (index: number): string => ids[index]!;
  assert.deepEqual((await shared.verify()).findings, []);
  try {
    await spoil(shared, eventAt);
    const report = await shared.verify();
    return { kinds: report.findings.map((finding) => finding.kind), said: JSON.stringify(report.findings), eventAt, ok: report.ok };
  } finally {
    await putBack();
  }
}

/** What somebody does who knows how the log is made, but has not its key: hashes and right edge fit again. */
async function rehash(log: LogForTests): Promise<void> {
  const leaves = await leafSource(log.db, log.system, 'act').entries(0, 100_000);
  let frontier = emptyFrontier;
  for (const [index, leaf] of leaves.entries()) {
    const hash = leafHash(leaf);
    await log.tamper('update audit_leaf set leaf_hash = $2 where leaf_index = $1', [index, Buffer.from(hash)]);
    frontier = append(frontier, hash);
  }
  await log.tamper('update audit_state set frontier = $1::bytea[]', [
    frontier.hashes.map((hash) => `\\x${Buffer.from(hash).toString('hex')}`),
  ]);
}

const CHANGES: readonly [column: string, sql: string][] = [
  ['role', `update audit_event set role = 'GIAM_SAT' where event_id = $1`],
  ['actor', `update audit_event set actor = 'somebody-else' where event_id = $1`],
  ['object', `update audit_event set object = 'somebody-else' where event_id = $1`],
  ['act', `update audit_event set act = 'item.returned' where event_id = $1`],
  ['purpose', `update audit_event set purpose = 'CONSULT' where event_id = $1`],
  ['revision', 'update audit_event set revision = revision + 1 where event_id = $1'],
  ['body_id', `update audit_event set body_id = '${OTHER_BODY}' where event_id = $1`],
  ['payload_commit', `update audit_event set payload_commit = decode(repeat('00', 32), 'hex') where event_id = $1`],
];
for (const [column, sql] of CHANGES)
  test(`a changed ${column} is found, and the event and the column are named`, async () => {
    const { kinds, said, eventAt } = await after((log, at) => log.tamper(sql, [at(7)]));
    assert.ok(kinds.includes('changed'), said);
    assert.match(said, new RegExp(`"index":7,"eventId":"${eventAt(7)}","what":\\{"vi":"${column}: `));
  });

test('a change whose hashes were made to fit is named all the same, by what was published', async () => {
  const { kinds, said, eventAt } = await after(async (log, at) => {
    await log.tamper(`update audit_event set act = 'item.returned' where event_id = $1`, [at(7)]);
    await rehash(log);
  });
  assert.deepEqual(kinds, ['changed']);
  assert.match(said, new RegExp(`${eventAt(7)}.*act: \\\\"item.confirmed\\\\" → \\\\"item.returned\\\\"`));
});

test('a change made to fit in database and files is found by the signature, and its place narrowed down', async () => {
  const { kinds, said } = await after(async (log, at) => {
    await log.tamper(`update audit_event set act = 'item.confirmed' where event_id = $1`, [at(290)]);
    await rehash(log);
    await growTiles(log.publish.files, leafSource(log.db, log.system, 'act'), 0, 300);
  });
  assert.deepEqual(kinds, ['rewritten']);
  assert.match(said, /280–299/);
});

test('a removed event is named', async () => {
  const { kinds, said, eventAt } = await after((log, at) => log.tamper('delete from audit_event where event_id = $1', [at(42)]));
  assert.ok(kinds.includes('removed'));
  assert.match(said, new RegExp(`"index":42,"eventId":"${eventAt(42)}"`));
});

test('a removed event is named when its leaf was removed with it', async () => {
  const { kinds, said, eventAt } = await after(async (log, at) => {
    await log.tamper('delete from audit_event where event_id = $1', [at(42)]);
    await log.tamper('delete from audit_leaf where event_id = $1', [at(42)]);
  });
  assert.ok(kinds.includes('removed'));
  assert.match(said, new RegExp(`"index":42,"eventId":"${eventAt(42)}"`));
});

test('the last events cannot be cut off: the published head remembers them', async () => {
  const { kinds, said } = await after(async (log) => {
    await log.tamper('delete from audit_event where event_id in (select event_id from audit_leaf where leaf_index >= 280)');
    await log.tamper('delete from audit_payload where event_id in (select event_id from audit_leaf where leaf_index >= 280)');
    await log.tamper('delete from audit_leaf where leaf_index >= 280');
    await log.tamper('delete from audit_checkpoint where size > 280');
    await log.tamper('update audit_state set size = 280');
    await rehash(log);
  });
  assert.ok(kinds.includes('state-changed'), said);
  assert.match(said, /300 leaves were published, the database holds only 280/);
});

test('an added event is named', async () => {
  const { kinds, said } = await after((log) =>
    log.tamper(
      `insert into audit_event (event_id, at, tx, kind, log, actor, body_id, role, purpose, act, object, revision, payload_commit)
     values ('01930000-0000-7000-8000-00000000eeee', now(), 0, 'act', 'act', null, '${BODY}', 'SYSTEM', 'CONFIRM', 'item.confirmed', null, 0, decode(repeat('00', 32), 'hex'))`,
    ),
  );
  assert.deepEqual(kinds, ['added']);
  assert.match(said, /01930000-0000-7000-8000-00000000eeee/);
});

test('a second copy of an event under another instant is an added one', async () => {
  const { kinds, said, eventAt } = await after((log, at) =>
    log.tamper(
      `insert into audit_event select event_id, at + interval '40 days', tx, kind, log, actor, body_id, role, purpose, act, object, revision, payload_commit, actor_id, object_id, listed from audit_event where event_id = $1`,
      [at(9)],
    ),
  );
  assert.deepEqual(kinds, ['added']);
  assert.match(said, new RegExp(eventAt(9)));
});

test('two events that changed places are both named', async () => {
  const { kinds, said, eventAt } = await after(async (log) => {
    const [a, b] = await log.rows<{ event_id: string; at: string; leaf_hash: Buffer }>(
      'select event_id, at, leaf_hash from audit_leaf where leaf_index in (20, 30) order by leaf_index',
    );
    await log.tamper('delete from audit_leaf where leaf_index in (20, 30)');
    for (const [index, leaf] of [
      [20, b!],
      [30, a!],
    ] as const)
      await log.tamper(`insert into audit_leaf (log, leaf_index, event_id, at, leaf_hash) values ('act', $1, $2, $3, $4)`, [
        index,
        leaf.event_id,
        leaf.at,
        leaf.leaf_hash,
      ]);
  });
  assert.ok(kinds.includes('reordered'));
  assert.match(said, new RegExp(`"index":20,"eventId":"${eventAt(30)}"`));
  assert.match(said, new RegExp(`"index":30,"eventId":"${eventAt(20)}"`));
});

test('a record time moved behind another is named', async () => {
  const { kinds, said, eventAt } = await after((log, at) => log.tamper('update audit_event set tx = 0 where event_id = $1', [at(20)]));
  assert.deepEqual(kinds, ['reordered']);
  assert.match(said, new RegExp(`"index":20,"eventId":"${eventAt(20)}"`));
});

test('an edited payload, swapped salts and a payload that was quietly removed are named', async () => {
  const { kinds, said, eventAt } = await after(async (log, at) => {
    await log.tamper('update audit_payload set sealed = (select sealed from audit_payload where event_id = $2) where event_id = $1', [
      at(5),
      at(6),
    ]);
    const salts = await log.rows<{ event_id: string; salt: Buffer }>(
      'select event_id, salt from audit_payload where event_id in ($1, $2)',
      [at(50), at(51)],
    );
    for (const [event, from] of [
      [at(50), at(51)],
      [at(51), at(50)],
    ] as const)
      await log.tamper('update audit_payload set salt = $2 where event_id = $1', [event, salts.find((row) => row.event_id === from)!.salt]);
    await log.tamper('delete from audit_payload where event_id = $1', [at(60)]);
  });
  assert.deepEqual(kinds, ['payload-changed', 'payload-changed', 'payload-changed', 'payload-removed']);
  for (const index of [5, 50, 51, 60]) assert.match(said, new RegExp(`"index":${index},"eventId":"${eventAt(index)}"`));
});

test('hiding whose record was opened, in the columns behind the leaf, is named', async () => {
  const { kinds, said } = await after(async (log, at) => {
    await log.tamper(`update audit_event set object_id = '${OTHER_BODY}' where event_id = $1`, [at(5)]);
    await log.tamper(`update audit_event set actor_id = '${OTHER_BODY}' where event_id = $1`, [at(6)]);
    await log.tamper(`update audit_event set listed = array['${OTHER_BODY}'::uuid] where event_id = $1`, [at(7)]);
  });
  assert.deepEqual(kinds, ['columns-changed', 'columns-changed', 'columns-changed']);
  assert.match(said, /object_id.*actor_id.*listed/);
});

test('files that were changed or lost are named as files; lost ones are made again', async () => {
  const { kinds, said } = await after(async (log) => {
    const { folder } = log;
    const leaf = join(folder, 'tile/0/000');
    const bytes = await readFile(leaf);
    bytes[100]! ^= 1;
    await writeFile(leaf, bytes);
    await rm(join(folder, 'tile/1/000.p/1'));
    const bundle = join(folder, 'tile/entries/001.p/44');
    const text = await readFile(bundle);
    await writeFile(bundle, text.toString('latin1').replace('item.returned', 'item.confused'), 'latin1');
  });
  assert.deepEqual(kinds.toSorted(), ['file-changed', 'file-changed', 'file-missing']);
  assert.match(said, /tile\/0\/000[^.].*tile\/entries\/001\.p\/44|tile\/entries\/001\.p\/44.*tile\/0\/000/);
});

test('the whole folder lost is made again, byte for byte', async () => {
  const log = await aLog();
  try {
    await log.acts(600);
    await log.sequence();
    const names = ['checkpoint', 'tile/0/000', 'tile/0/002.p/88', 'tile/1/000.p/2', 'tile/entries/001'];
    const read = (): Promise<string[]> => Promise.all(names.map(async (name) => (await readFile(join(log.folder, name))).toString('hex')));
    const before = await read();
    await rm(log.folder, { recursive: true });
    await log.sequence();
    assert.deepEqual(await read(), before);
    assert.deepEqual((await log.verify()).findings, []);
    assert.equal(bundleEntries(await readFile(join(log.folder, 'tile/entries/001')))!.length, 256);
  } finally {
    await log.close();
  }
});

test('a head that was read before the log went on: its last tile has become full since, and is not told to be lost', async () => {
  const log = await aLog();
  try {
    await log.acts(300);
    await log.sequence();
    const read = await readFile(join(log.folder, 'checkpoint'));
    await log.acts(300);
    await log.sequence();
    await writeFile(join(log.folder, 'checkpoint'), read);
    assert.equal(existsSync(join(log.folder, 'tile/entries/001.p')), false);
    assert.deepEqual((await log.verify()).findings, []);
    await rm(join(log.folder, 'tile/entries/001'));
    assert.deepEqual(
      (await log.verify()).findings.map(({ kind }) => kind),
      ['file-missing'],
    );
  } finally {
    await log.close();
  }
});

test('a head in the database that the log did not sign is named', async () => {
  const { kinds } = await after((log) => log.tamper(`update audit_checkpoint set root = decode(repeat('11', 32), 'hex') where size = 280`));
  assert.deepEqual(kinds, ['checkpoint-forged']);
});

test('after history was rewritten nothing more is signed', async () => {
  const log = await aLog();
  try {
    await log.acts(10);
    await log.sequence();
    await log.tamper(`update audit_event set act = 'item.returned' where revision = 3`);
    await rehash(log);
    await log.acts(1);
    await assert.rejects(log.sequence(), { message: 'E-AUDIT-INCONSISTENT' });
    assert.equal((await log.rows('select 1 from audit_checkpoint')).length, 1);
  } finally {
    await log.close();
  }
});

test('a database put back to yesterday is not signed over what was published today', async () => {
  const log = await aLog();
  try {
    await log.acts(10);
    await log.sequence();
    const [state] = await log.rows<{ last_tx: number; last_event: string }>('select last_tx, last_event from audit_state');
    await log.acts(5);
    await log.sequence();
    await log.tamper('delete from audit_event where event_id in (select event_id from audit_leaf where leaf_index >= 10)');
    await log.tamper('delete from audit_leaf where leaf_index >= 10');
    await log.tamper('delete from audit_checkpoint where size > 10');
    await log.tamper('update audit_state set size = 10, last_tx = $1, last_event = $2', [state!.last_tx, state!.last_event]);
    await rehash(log);
    const published = await publishHead(log.publish, log.system, await takeTerm(log.publish, log.system));
    assert.equal(published.ok ? '' : published.problems[0]!.code, 'E-AUDIT-ROLLED-BACK');
    // With as many new acts as were lost, the sizes agree again; the history does not.
    await log.acts(5);
    await assert.rejects(log.sequence(), { message: 'E-AUDIT-INCONSISTENT' });
  } finally {
    await log.close();
  }
});

test('a head that somebody outside kept is held against the log', async () => {
  const log = await aLog();
  try {
    await log.acts(10);
    await log.sequence();
    const kept = await readFile(join(log.folder, 'checkpoint'), 'utf8');
    await log.acts(10);
    await log.sequence();
    const options = { files: log.publish.files, key: log.publish.signer.key, keys: log.needs.keys, outside: [kept] };
    assert.deepEqual((await verifyAuditLog(log.db, log.system, options)).findings, []);
    await log.tamper('update audit_event set revision = 99 where revision = 3');
    const report = await verifyAuditLog(log.db, log.system, options);
    assert.ok(report.findings.some((finding) => finding.kind === 'fork'));
  } finally {
    await log.close();
  }
});
