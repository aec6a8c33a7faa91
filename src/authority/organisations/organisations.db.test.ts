/** The tree on any day: bodies of today and of before 2025, their codes, their successors; and who may write it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { settledSince } from '#base/database/settled-for-tests.ts';
import { openTestDatabase } from '#base/database/test-database.ts';
import { openDatabase } from '#base/database/transaction.ts';
import type { Database, Tx } from '#base/database/transaction.ts';
import { bodyWords } from './body-names.ts';
import { bodyIdOf, seedOrganisations } from './seed.ts';
import { attributesOf, bodiesOn, bodyByCode, bodyNames, bodyOn, linksOf, managingBody, setAttribute, subtree, treeOn } from './store.ts';

const TODAY = '2026-11-24';
const BEFORE = '2024-06-01';
let owner: Database;
let app: Database;
let close: () => Promise<void>;

before(async () => {
  const db = await openTestDatabase();
  owner = openDatabase({ connectionString: db.ownerUrl, poolSize: 2 });
  app = openDatabase({ connectionString: db.appUrl, poolSize: 2 });
  close = async () => {
    await owner.close();
    await app.close();
    await db.close();
  };
  await owner.transaction(null, (tx) => seedOrganisations(tx, { demo: true }));
});
after(() => close());

const read = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => app.transaction(null, work);
const name = async (key: string, day: string): Promise<string | undefined> => (await read((tx) => bodyOn(tx, bodyIdOf(key), day)))?.name;

test('a day has its own ministries and provinces', async () => {
  const count = async (day: string) => {
    const tree = await read((tx) => treeOn(tx, day));
    return {
      provinces: tree.filter((body) => body.name.startsWith('UBND') && body.level === 'TINH').length,
      ministries: tree.filter((body) => body.name.startsWith('Bộ ')).length,
    };
  };
  assert.deepEqual(await count(BEFORE), { provinces: 63, ministries: 18 });
  assert.deepEqual(await count(TODAY), { provinces: 34, ministries: 14 });
});

test('the last day of the old is the day before the first of the new', async () => {
  assert.equal(await name('T63.02', '2025-06-30'), 'UBND tỉnh Hà Giang');
  assert.equal(await name('T63.02', '2025-07-01'), undefined);
  assert.equal(await name('T34.08', '2025-06-30'), undefined);
  assert.equal(await name('T34.08', '2025-07-01'), 'UBND tỉnh Tuyên Quang');
});

test('a body keeps its identity when its name changes', async () => {
  assert.equal(await name('T63.46', '2024-12-31'), 'UBND tỉnh Thừa Thiên Huế');
  assert.equal(await name('T63.46', '2025-01-01'), 'UBND thành phố Huế');
  assert.equal(await name('T34.75', '2026-04-29'), 'UBND tỉnh Đồng Nai');
  assert.equal(await name('T34.75', '2026-04-30'), 'UBND thành phố Đồng Nai');
});

test('a code is of a day: the same code means another body later', async () => {
  const [row] = await read((tx) =>
    tx.query<{ before: string; after: string }>(
      `select (select body_id from body_code where scheme = 'dvhc' and code = '24' and valid_from <= '2025-06-30' and valid_to > '2025-06-30') as before,
            (select body_id from body_code where scheme = 'dvhc' and code = '24' and valid_from <= '2025-07-01' and valid_to > '2025-07-01') as after`,
    ),
  );
  assert.equal(row?.before, bodyIdOf('T63.24')); // Bắc Giang
  assert.equal(row?.after, bodyIdOf('T34.24')); // Bắc Ninh
  assert.equal(await read((tx) => bodyByCode(tx, 'H22', BEFORE)), bodyIdOf('T63.02'));
  assert.equal(await read((tx) => bodyByCode(tx, 'H22', TODAY)), null);
  const { isCode } = await read(bodyWords);
  assert.deepEqual(
    [isCode('H22', '2025-06-30'), isCode('H22', '2025-07-01'), isCode('H26', TODAY), isCode('24', TODAY), isCode('Z99', TODAY)],
    [true, false, true, false, false],
  );
});

test('who goes on as whom', async () => {
  const links = await read((tx) => linksOf(tx, bodyIdOf('T34.48')));
  assert.deepEqual(
    links.map((link) => [link.fromId, link.on]).sort(),
    [
      [bodyIdOf('T63.48'), '2025-07-01'],
      [bodyIdOf('T63.49'), '2025-07-01'],
    ].sort(),
  );
  const ministry = await read((tx) => linksOf(tx, bodyIdOf('BLDTBXH.2023')));
  assert.equal(
    ministry
      .filter((link) => link.share === 'toan_bo')
      .map((link) => link.toId)
      .join(),
    bodyIdOf('BNV.2025'),
  );
  assert.equal(ministry.filter((link) => link.share === 'mot_phan').length, 4);
});

test('the subtree, and who manages what is in it', async () => {
  const ids = await read(async (tx) => subtree(tx, (await bodyByCode(tx, 'H26.03', TODAY))!, TODAY));
  assert.deepEqual(ids.sort(), ['H26.03', 'H26.03.01', 'H26.03.02'].map(bodyIdOf).sort());
  const managing = await read((tx) => managingBody(tx, bodyIdOf('H26.03.01'), TODAY));
  assert.deepEqual([managing?.code, managing?.name], ['H26', 'UBND thành phố Hà Nội']);
  assert.equal((await read((tx) => managingBody(tx, bodyIdOf('T63.01'), TODAY)))?.bodyId, bodyIdOf('T63.01'));
});

test('every body of the demo stands below a managing body that exists today', async () => {
  const tree = await read((tx) => treeOn(tx, TODAY));
  const ids = new Set(tree.map((body) => body.bodyId));
  assert.deepEqual(
    tree.filter((body) => !ids.has(body.managingId) || (body.parentId !== null && !ids.has(body.parentId))),
    [],
  );
  assert.ok(tree.filter((body) => body.level === 'XA').length >= 3);
});

test('loading again writes nothing', async () => {
  const count = () =>
    owner.transaction(null, (tx) =>
      tx.query(
        'select (select count(*) from body) as b, (select count(*) from body_version) as v, (select count(*) from body_code) as c, (select count(*) from body_attribute) as a, (select count(*) from change_link) as l',
      ),
    );
  const first = await count();
  await owner.transaction(null, (tx) => seedOrganisations(tx, { demo: true }));
  assert.deepEqual(await count(), first);
});

test('names of bodies that have gone are still known', async () => {
  const names = await read((tx) => bodyNames(tx, [bodyIdOf('T63.02'), bodyIdOf('T34.08')], TODAY));
  assert.deepEqual([...names.values()].sort(), ['UBND tỉnh Hà Giang', 'UBND tỉnh Tuyên Quang']);
  assert.equal((await read((tx) => bodiesOn(tx, [bodyIdOf('T63.02')], TODAY))).size, 0);
});

test('the group of a body is set from a day on, and what was believed before can still be asked', async () => {
  const bodyId = bodyIdOf('BTP');
  const group = async (day: string, knownAt?: number) =>
    (await read((tx) => attributesOf(tx, bodyId, day, knownAt))).find((one) => one.name === 'nhom_bndp')?.value;
  const settled = await settledSince(read, 'select max(tx_from) from body_attribute');
  assert.equal(await group(TODAY), '26');
  await owner.transaction(null, (tx) =>
    setAttribute(tx, { bodyId, name: 'nhom_bndp', value: '70', from: '2026-01-01', byEvent: bodyIdOf('event/seed'), confidence: 'demo' }),
  );
  assert.deepEqual([await group('2025-12-31'), await group('2026-01-01')], ['26', '70']);
  assert.equal(await group('2026-01-01', settled), '26');
});

test('the product changes no body without a session, rewrites nothing and chooses no record time', async () => {
  const id = bodyIdOf('T63.01');
  const tries = [
    `insert into body values ('${bodyIdOf('x')}', '${id}')`,
    `update body_version set name = 'Khác'`,
    'delete from body_version',
    'delete from body_code',
    `update body_code set code = 'H99'`,
    `insert into body_version (body_id, version, managing_id, name, kind, level, valid_from, by_event, source, confidence, tx_from) values ('${id}', 9, '${id}', 'x', 'x', 'TW', '2026-01-01', '${id}', 'x', 'x', 1)`,
    `insert into body_code (scheme, code, body_id, valid_from, by_event, confidence) values ('noi_bo', 'X', '${id}', '2026-01-01', '${id}', 'x')`,
  ];
  for (const sql of tries)
    await assert.rejects(
      read((tx) => tx.query(sql)),
      /permission denied|row-level security/,
      sql,
    );
  const closed = await read((tx) =>
    tx.query(`update body_version set tx_to = record_tx(), closed_by = $1 where body_id = $1 returning 1`, [id]),
  );
  assert.equal(closed.length, 0);
});
