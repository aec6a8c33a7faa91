/** What a code of a body means on a day, and where that body stands to the one that speaks. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openTestDatabase } from '#base/database/test-database.ts';
import { openDatabase } from '#base/database/transaction.ts';
import type { Database } from '#base/database/transaction.ts';
import { bodyPlaces } from './body-places.ts';
import { bodyIdOf, seedOrganisations } from './seed.ts';

const TODAY = '2026-11-24';
const SCHOOL = bodyIdOf('H26.03.01');
/** A body whose code was given to another one later, while itself it got a new one. */
const [RENUMBERED, TAKEN_OVER] = [bodyIdOf('test/renumbered'), bodyIdOf('test/taken-over')];
let owner: Database;
let close: () => Promise<void>;

before(async () => {
  const db = await openTestDatabase();
  owner = openDatabase({ connectionString: db.ownerUrl, poolSize: 2 });
  close = async () => {
    await owner.close();
    await db.close();
  };
  await owner.transaction(null, async (tx) => {
    await seedOrganisations(tx, { demo: true });
    const event = bodyIdOf('event/seed');
    for (const id of [RENUMBERED, TAKEN_OVER]) {
      await tx.query('insert into body (body_id, born_by) values ($1, $2)', [id, event]);
      await tx.query(
        `insert into body_version (body_id, version, parent_id, managing_id, name, kind, level, valid_from, by_event, source, confidence)
         values ($1, 1, $2, $3, $4, 'DVSN4', 'TINH', '1990-01-01', $5, 'test', 'test')`,
        [id, bodyIdOf('H26.03'), bodyIdOf('T63.01'), id === RENUMBERED ? 'Trường cũ mã mới' : 'Trường mới mã cũ', event],
      );
    }
    const code = (body: string, text: string, from: string, to = '9999-12-31') =>
      tx.query(
        `insert into body_code (scheme, code, body_id, valid_from, valid_to, by_event, confidence) values ('noi_bo', $1, $2, $3, $4, $5, 'test')`,
        [text, body, from, to, event],
      );
    await code(RENUMBERED, 'TR-1', '1990-01-01', '2020-01-01');
    await code(RENUMBERED, 'TR-2', '2020-01-01');
    await code(TAKEN_OVER, 'TR-1', '2022-01-01');
    await code(RENUMBERED, 'TR-9', '1990-01-01', '2020-01-01');
    await code(SCHOOL, 'TR-TWO', '2010-01-01');
    await code(RENUMBERED, 'TR-TWO', '2010-01-01');
  });
});
after(() => close());

const place = async (code: string, sender: string, on: string) =>
  (await owner.transaction(null, (tx) => bodyPlaces(tx, [code], { sender: bodyIdOf(sender), on }))).places.get(code)!;

test('where a body stands to the one that speaks', async () => {
  const rows: [code: string, sender: string, kind: string][] = [
    ['H26.03.01', 'H26.03.01', 'within'],
    ['000.01.03.H26', 'H26.03.01', 'within'],
    ['H26.03.01', 'H26.03', 'within'],
    ['H26.03.01', 'T63.01', 'within'],
    ['H26.03', 'H26.03.01', 'above'],
    ['H26', 'H26.03.01', 'above'],
    ['VN', 'H26.03.01', 'above'],
    ['H26.03.02', 'H26.03.01', 'elsewhere'],
    ['H26.01', 'H26.03', 'elsewhere'],
    ['H41.51', 'H26.03.01', 'elsewhere'],
    ['G01', 'BNV.2025', 'elsewhere'],
    ['H99', 'H26.03.01', 'unknown'],
    ['', 'H26.03.01', 'unknown'],
    // the code of a territory names no body
    ['24', 'H26.03.01', 'unknown'],
    ['TR-TWO', 'H26.03.01', 'ambiguous'],
  ];
  for (const [code, sender, kind] of rows) assert.equal((await place(code, sender, TODAY)).kind, kind, `${code} from ${sender}`);
});

test('a code means the body that had it on the day of the fact', async () => {
  const rows: [code: string, on: string, kind: string, body: string | null][] = [
    ['TR-1', '2010-06-01', 'within', RENUMBERED],
    ['TR-1', '2019-12-31', 'within', RENUMBERED],
    ['TR-1', '2021-06-01', 'renumbered', RENUMBERED],
    ['TR-1', '2022-01-01', 'within', TAKEN_OVER],
    ['TR-2', '2019-12-31', 'notYet', null],
    ['TR-2', '2026-01-01', 'within', RENUMBERED],
    ['TR-9', '2026-01-01', 'renumbered', RENUMBERED],
  ];
  for (const [code, on, kind, body] of rows) {
    const found = await place(code, 'H26.03', on);
    assert.deepEqual([found.kind, 'bodyId' in found ? found.bodyId : null], [kind, body], `${code} on ${on}`);
  }
  const renumbered = await place('TR-9', 'H26.03', TODAY);
  assert.deepEqual(renumbered.kind === 'renumbered' && [renumbered.code, renumbered.within], ['TR-2', true]);
});

test('a body that has ended is told with its last day and with who goes on; never taken for another', async () => {
  assert.equal((await place('H22', 'T63.02', '2025-06-30')).kind, 'within');
  const ended = await place('H22', 'T34.08', TODAY);
  assert.deepEqual(
    ended.kind === 'ended' && [ended.name, ended.lastDay, ended.successors.map((body) => [body.bodyId, body.within]), ended.whole],
    ['UBND tỉnh Hà Giang', '2025-06-30', [[bodyIdOf('T34.08'), true]], true],
  );
  // went on in several: nobody is the successor
  const divided = await place('BLDTBXH.2023', 'BNV.2025', TODAY);
  assert.deepEqual(divided.kind === 'ended' && [divided.successors.length > 1, divided.whole], [true, false]);
});

test('a body that was renamed is the same body, named as of the day', async () => {
  const name = async (on: string) => {
    const found = await place('T63.46', 'T63.46', on);
    return 'name' in found ? found.name : '';
  };
  assert.deepEqual([await name('2024-12-31'), await name(TODAY)], ['UBND tỉnh Thừa Thiên Huế', 'UBND thành phố Huế']);
});

test('a sender that did not exist on the day has nobody below it', async () => {
  const found = await owner.transaction(null, (tx) => bodyPlaces(tx, ['H22', 'T34.08'], { sender: bodyIdOf('T34.08'), on: '2025-06-30' }));
  assert.equal(found.sender, null);
  assert.deepEqual(
    [...found.places.values()].map((one) => one.kind),
    ['elsewhere', 'notYet'],
  );
});
