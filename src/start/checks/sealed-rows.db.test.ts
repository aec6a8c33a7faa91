/** Who operates is told what still stands open: nothing of what was registered now, and each row of before by its table. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { checkSealedRows } from './sealed-rows.ts';

let agency: Agency;
before(async () => {
  agency = await anAgency();
});
after(() => agency.close());

const owner = (sql: string) => agency.office.owner.transaction(null, (tx) => tx.query(sql));
const told = async () => (await agency.office.owner.transaction(null, checkSealedRows)).found.en;

test('what is registered now stands sealed, old cards and passports too; what an earlier version wrote is counted by table', async () => {
  const submissionId = await agency.sends([
    { number: '000190774401', name: 'Nguyễn Thị Niêm', more: { B: { soCmndCu: '123456789', soHoChieu: 'C7654321' } } },
  ]);
  const [personId] = await agency.waiting(submissionId);
  assert.ok((await agency.confirms(submissionId, personId!)).ok);
  const [kept] = await agency.office.owner.transaction(null, (tx) =>
    tx.query<{ all: string }>(
      `select concat((select string_agg(p::text, ' ') from person p), (select string_agg(v::text, ' ') from person_version v), (select string_agg(i::text, ' ') from item i)) as all`,
    ),
  );
  assert.doesNotMatch(kept!.all, /123456789|C7654321/);
  assert.match(await told(), /^every group/);

  await owner(`update person set document = document || '{"B": {"soCmndCu": "123456789"}}'`);
  assert.match(await told(), /^still open: 1 records of today, 0 versions of the past, 0 items/);
  await owner(`update person_version set sealed = sealed - 'B', document = '{"B": {"soCmndCu": "123456789"}}'`);
  await owner(`update item set stated = '{"soCmndCu": "123456789"}', stated_sealed = null where group_code = 'B'`);
  assert.match(await told(), /^still open: 1 records of today, 1 versions of the past, 1 items/);
});
