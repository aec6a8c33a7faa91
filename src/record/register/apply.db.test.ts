import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { openJobSession } from '#authority/access/sessions.ts';
import type { SessionHandle, Tx } from '#base/database/transaction.ts';
import { recordAsOf } from './as-of.ts';
import { applyConfirmed } from './apply.ts';
import type { ConfirmedPerson } from './shapes.ts';
import { readPeople, readVersions } from './store.ts';
import { derivedPeople } from './witness.ts';

let office: Office;
let handle: SessionHandle;
let bodyId: string;
before(async () => {
  office = await anOffice();
  bodyId = await office.body('H26.01');
  handle = await openJobSession(office, { bodyId, purpose: 'test' });
});
after(() => office.close());

let last = 0;
/** Somebody whose number was claimed and who has a salt: ready to be registered. */
async function claimed(): Promise<string> {
  const personId = office.chance.uuid7(Date.parse(office.clock.now()));
  const salt = office.chance.bytes(32);
  const number = `000190${String(++last).padStart(6, '0')}`;
  await office.as(handle, async (tx) => {
    await tx.query('select claim_national_ids($1::bytea[], $2::uuid[], $3::bytea[], $4, $5)', [
      [office.keys.nationalIdHash(number)],
      [personId],
      [Buffer.from(office.keys.seal(salt, 'national-id', Buffer.from(number)))],
      bodyId,
      personId,
    ]);
    await tx.query('insert into person_salt (person_id, body_id, salt) values ($1, $2, $3)', [personId, bodyId, Buffer.from(salt)]);
  });
  return personId;
}

const says = (personId: string, validFrom: string, phone: string, comparedVersion: number): ConfirmedPerson => ({
  personId,
  bodyId,
  validFrom,
  submissionId: null,
  attestationId: null,
  source: 'EXCEL',
  groups: [{ group: 'C', stated: { dienThoaiDiDong: phone }, comparedVersion }],
});
const apply = (...people: ConfirmedPerson[]) => office.as(handle, (tx) => applyConfirmed(tx, office, people));
const versions = (personId: string) => office.as(handle, (tx: Tx) => readVersions(tx, office.keys, [personId]));

test('saying what stands already writes no version', async () => {
  const personId = await claimed();
  await apply(says(personId, '2026-01-01', '0911111111', 0));
  assert.deepEqual(await apply(says(personId, '2026-02-01', '0911111111', 1)), [{ personId, outcome: 'unchanged', version: 1 }]);
  assert.equal((await versions(personId)).length, 1);
});

test('how the identity matched stays when another group is registered', async () => {
  const personId = await claimed();
  await apply({ ...says(personId, '2026-01-01', '0911111111', 0), identityLevel: 'KHOP', identityLocked: true });
  await apply(says(personId, '2026-02-01', '0922222222', 1));
  const person = (await office.as(handle, (tx) => readPeople(tx, office.keys, [personId]))).get(personId);
  assert.deepEqual([person?.version, person?.identityLevel, person?.identityLocked], [2, 'KHOP', true]);
});

test('what was compared with another version is not written', async () => {
  const personId = await claimed();
  await apply(says(personId, '2026-01-01', '0911111111', 0));
  await apply(says(personId, '2026-02-01', '0922222222', 1));
  assert.deepEqual(await apply(says(personId, '2026-03-01', '0933333333', 1)), [{ personId, outcome: 'overtaken', groups: ['C'] }]);
  assert.equal((await versions(personId)).length, 2);
});

test('a late statement for an earlier day changes that day and not today', async () => {
  const personId = await claimed();
  await apply(says(personId, '2026-06-01', '0966666666', 0));
  await apply(says(personId, '2026-01-01', '0911111111', 0));
  const today = (await office.as(handle, (tx) => readPeople(tx, office.keys, [personId]))).get(personId)!;
  assert.equal(today.document.C?.['dienThoaiDiDong'], '0966666666');
  const all = await versions(personId);
  assert.equal(recordAsOf(all, '2026-03-01', Number.MAX_SAFE_INTEGER).document.C?.['dienThoaiDiDong'], '0911111111');
  assert.equal(recordAsOf(all, '2026-07-01', Number.MAX_SAFE_INTEGER).document.C?.['dienThoaiDiDong'], '0966666666');
});

test('sealed groups stand as ciphertext; the same person erased has none', async () => {
  const personId = await claimed();
  await apply({
    ...says(personId, '2026-01-01', '0911111111', 0),
    groups: [{ group: 'S', stated: { 'sucKhoe.tinhTrang': 'II' }, comparedVersion: 0 }],
  });
  const [row] = await office.owner.transaction(null, (tx) =>
    tx.query<{ document: string; sealed: string }>('select document::text, sealed::text from person where person_id = $1', [personId]),
  );
  assert.doesNotMatch(row!.document + row!.sealed, /tinhTrang|"II"/);
  assert.equal((await versions(personId))[0]!.document.S?.['sucKhoe.tinhTrang'], 'II');
  await office.owner.transaction(null, (tx) => tx.query('delete from person_salt where person_id = $1', [personId]));
  assert.equal((await versions(personId))[0]!.document.S, undefined);
});

test('old cards and passports are sealed with all of group B, and the name is found by the list as before', async () => {
  const personId = await claimed();
  const stated = { hoTenKhaiSinh: 'Lê Thị Hộ Chiếu', soCmndCu: '987654321', soHoChieu: 'B9876543' };
  await apply({ ...says(personId, '2026-01-01', '0911111111', 0), groups: [{ group: 'B', stated, comparedVersion: 0 }] });
  const [row] = await office.owner.transaction(null, (tx) =>
    tx.query<{ kept: string; full_name: string }>(
      `select p.full_name, concat(p.document, p.sealed, v.document, v.sealed) as kept from person p join person_version v using (person_id) where person_id = $1`,
      [personId],
    ),
  );
  assert.doesNotMatch(row!.kept, /987654321|B9876543|soHoChieu|Lê Thị/);
  assert.equal(row!.full_name, 'Lê Thị Hộ Chiếu');
  assert.deepEqual((await versions(personId))[0]!.document.B, stated);
});

test('addresses and contacts are sealed; what was registered open before opens, and goes with the next statement of the group', async () => {
  const personId = await claimed();
  await apply(says(personId, '2026-01-01', '0911111111', 0));
  const owner = <T extends object>(sql: string, ...more: unknown[]): Promise<T[]> =>
    office.owner.transaction(null, (tx) => tx.query<T>(sql, [personId, ...more]));
  const stored = async (table: 'person' | 'person_version'): Promise<string> =>
    (await owner<{ all: string }>(`select string_agg(document::text || sealed::text, ' ') as all from ${table} where person_id = $1`))[0]!
      .all;
  const phone = async (): Promise<unknown> =>
    (await office.as(handle, (tx) => readPeople(tx, office.keys, [personId]))).get(personId)!.document.C?.['dienThoaiDiDong'];
  const differences = () =>
    office.owner.transaction(null, async (tx) =>
      (await derivedPeople(office.keys).differences(tx, null, 1_000)).differing
        .filter(({ key }) => key === personId)
        .map(({ what }) => what),
    );
  assert.doesNotMatch((await stored('person')) + (await stored('person_version')), /0911111111|dienThoai/);
  assert.deepEqual([await phone(), await differences()], ['0911111111', []]);

  // As the version before wrote it: open, over what was sealed.
  for (const [table, cast] of [
    ['person', 'jsonb'],
    ['person_version', 'text'],
  ])
    await owner(
      `update ${table} set document = (document::jsonb || $2::jsonb)::${cast} where person_id = $1`,
      '{"C": {"dienThoaiDiDong": "0922222222"}}',
    );
  await owner(`update person_version set sealed = sealed - 'C' where person_id = $1`);
  assert.deepEqual([await phone(), await differences()], ['0922222222', []]);

  await apply(says(personId, '2026-02-01', '0933333333', 1));
  assert.deepEqual([await phone(), await differences()], ['0933333333', []]);
  assert.doesNotMatch(await stored('person'), /09\d{8}|dienThoai/, 'the open one is gone from the row of today');
  const all = await versions(personId);
  assert.equal(
    recordAsOf(all, '2026-01-15', Number.MAX_SAFE_INTEGER).document.C?.['dienThoaiDiDong'],
    '0922222222',
    'and stands in the past as it was written',
  );
});

test('the product can neither change nor remove a version', async () => {
  const personId = await claimed();
  await apply(says(personId, '2026-01-01', '0911111111', 0));
  for (const sql of [
    'update person_version set source = $2 where person_id = $1',
    'delete from person_version where person_id = $1 and source <> $2',
  ])
    await assert.rejects(
      office.as(handle, (tx) => tx.query(sql, [personId, 'X'])),
      /permission denied/,
    );
});

test('two writers of one person: the second sees what the first wrote', async () => {
  const personId = await claimed();
  await apply(says(personId, '2026-01-01', '0911111111', 0));
  const both = await Promise.all([
    apply(says(personId, '2026-02-01', '0922222222', 1)),
    apply(says(personId, '2026-02-01', '0933333333', 1)),
  ]);
  assert.deepEqual(
    both
      .flat()
      .map((one) => one.outcome)
      .sort(),
    ['overtaken', 'registered'],
  );
});

/** What a search for missing and unconfirmed groups reads of somebody. */
async function groupKeys(personId: string): Promise<{ readonly held: number; readonly unconfirmed: boolean }> {
  const [row] = await office.owner.transaction(null, (tx) =>
    tx.query<{ held: number; unconfirmed: boolean }>(
      'select groups_held as held, has_unconfirmed as unconfirmed from person where person_id = $1',
      [personId],
    ),
  );
  return row!;
}

test('each version keeps which groups are there, and whether one of them stands unconfirmed', async () => {
  const personId = await claimed();
  const attested = office.chance.uuid7(Date.parse(office.clock.now()));
  const [B, C] = [1 << 1, 1 << 2];
  await apply(says(personId, '2026-01-01', '0911111111', 0));
  assert.deepEqual(await groupKeys(personId), { held: C, unconfirmed: true });
  const name: ConfirmedPerson = {
    ...says(personId, '2026-02-01', '', 0),
    attestationId: attested,
    groups: [{ group: 'B', stated: { hoTenKhaiSinh: 'Trần Thị Hòa' }, comparedVersion: 0 }],
  };
  await apply(name);
  assert.deepEqual(await groupKeys(personId), { held: B | C, unconfirmed: true }, 'the telephone stands as nobody confirmed it');
  await apply({ ...says(personId, '2026-03-01', '0922222222', 1), attestationId: attested });
  assert.deepEqual(await groupKeys(personId), { held: B | C, unconfirmed: false });
  await apply({ ...says(personId, '2026-02-15', '0933333333', 1), attestationId: null });
  assert.deepEqual(
    await groupKeys(personId),
    { held: B | C, unconfirmed: false },
    'a late statement of an earlier day stands today nowhere',
  );
});
