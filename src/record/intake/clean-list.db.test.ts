/** Who may be confirmed together with others, and who is looked at alone and why. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { NotClean } from '#record/confirmation/clean.ts';
import { anAgency } from './agency-for-tests.ts';
import type { Agency } from './agency-for-tests.ts';
import { makeList } from './confirm-list.ts';
import { must, listsOf } from './lists-for-tests.ts';

let agency: Agency;
before(async () => {
  agency = await anAgency();
});
after(() => agency.close());
const { someone, people, asOwner, sent, lists, oneOf, decidesOne } = listsOf(() => agency);

test('each reason leaves a person to be looked at alone, and is counted', async () => {
  const known = someone();
  const first = await sent([known, someone()]);
  for (const personId of await agency.waiting(first)) must(await agency.confirms(first, personId));
  const all = people(12);
  const [warned, pictured, ...plain] = all;
  const submissionId = await sent([
    { ...warned!, isUnusual: true },
    { ...pictured!, more: { A: { anh4x6: 'ab'.repeat(32) } } },
    ...plain,
    { ...known, phone: '0987222333' },
  ]);
  const idOf = async (number: string): Promise<string> => {
    const hash = agency.office.keys.nationalIdHash(number);
    return (await asOwner<{ person_id: string }>('select person_id from national_id where id_hash = $1', [hash]))[0]!.person_id;
  };
  const ids = await Promise.all(plain.map(({ number }) => idOf(number)));
  const at = (n: number): string => ids[n]!;
  // Each of these people gets one thing that asks for eyes.
  await asOwner(`update match_result set level = 'LECH' where person_id = $1`, [at(0)]);
  must(await decidesOne(submissionId, at(1), { returns: 'C' }));
  await asOwner(`update item set state = 'held' where person_id = $1 and group_code = 'C'`, [at(2)]);
  for (const [personId, strength] of [
    [at(3), 'guess'],
    [at(4), 'certain'],
  ] as const) {
    const [row] = await asOwner<{ salt: Buffer }>('select salt from person_salt where person_id = $1', [personId]);
    const kept = { where: {}, typed: '1', value: '2', strength, reason: 'likely-code', by: 'Ai đó' };
    const bytes = agency.office.keys.seal(row!.salt, 'item-suggestion', Buffer.from(JSON.stringify(kept)));
    await asOwner(
      `insert into item_suggestion (person_id, submission_id, round, no, body_id, group_code, field, by_account, by_identity, at, sealed)
       values ($4, $1, 1, 1, $2, 'C', 'dienThoaiDiDong', gen_random_uuid(), '\\x01', now(), $3)`,
      [submissionId, agency.bodyId, Buffer.from(bytes), personId],
    );
  }
  await asOwner(`update item set maker_identity = $2 where person_id = $1 and group_code = 'C'`, [
    at(5),
    Buffer.from(agency.officer.identity, 'hex'),
  ]);
  await asOwner(
    `insert into person_case (case_id, kind, state, person_id, number_hash, from_body, to_body, opened_by, effective_on, due_on, created_at)
     values (gen_random_uuid(), 're_entry', 'asked', $1, '\\x01', $3, $2, 'to', '2026-11-01', '2099-01-01', now())`,
    [at(6), agency.bodyId, await agency.office.body('H41.51')],
  );
  await asOwner(`update item set line = 'luong/1', stated = $2 where person_id = $1 and group_code = 'C'`, [
    at(7),
    JSON.stringify({ section: 'luong', add: {} }),
  ]);
  await asOwner(`delete from match_result where person_id = $1`, [at(8)]);
  const other = await agency.sends([{ ...known, phone: '0987444555' }]);
  const { list, told } = await lists(submissionId);
  const alone: Partial<Record<NotClean, number>> = {
    own: 1,
    returned: 1,
    waits: 1,
    case: 1,
    mismatch: 2,
    warning: 1,
    guess: 1,
    line: 1,
    picture: 1,
  };
  assert.deepEqual(told!.alone, alone);
  // A suggestion that is the same value by construction asks for nobody's eyes; nor does a later submission, which waits behind this one.
  assert.deepEqual([...list!.personIds].sort(), [at(4), at(9), await idOf(known.number)].sort());
  await agency.answered(other, 'KHOP');
  assert.deepEqual((await lists(other)).told!.waiting, 0, 'what waits behind another submission is in nobody’s queue');
});

test('what was decided in part, or stands behind an older submission, is looked at alone', async () => {
  const person = someone();
  const submissionId = await sent([person, someone()]);
  const personId = await oneOf(submissionId);
  must(await decidesOne(submissionId, personId, { accepts: 'B' }));
  assert.deepEqual((await lists(submissionId)).told!.alone, { 'in-part': 1 });
  // The older one is open in another group: it holds nothing here, and is to be decided first all the same.
  const newer = await sent([someone()]);
  const [theirs] = await agency.waiting(newer);
  await asOwner(
    `insert into item (person_id, item_id, submission_id, round, body_id, group_code, state, compared_version, valid_from, name, stated, maker_identity, maker_id, created_at)
     select $1, gen_random_uuid(), $2, 9, $3, 'K', 'awaiting-confirmation', 0, '2026-11-01', 'x', '{}', '\\x01', gen_random_uuid(), '2026-01-01'`,
    [theirs, submissionId, agency.bodyId],
  );
  assert.deepEqual((await lists(newer)).told!.alone, { beside: 1 });
});

test('a list of chosen people holds them, and whoever was in a sample before: nobody chooses a sample away', async () => {
  const submissionId = await sent(people(9));
  const waiting = await agency.waiting(submissionId);
  const chosen = waiting.slice(0, 2);
  const makes = (only: readonly string[] | null) =>
    agency.office.as(agency.officer.handle, (tx) => makeList(tx, agency.needs, agency.officer, submissionId, only)).then(must);
  const first = await makes(chosen);
  assert.deepEqual([...first.list!.personIds].sort(), [...chosen].sort());
  assert.deepEqual(first.told!.alone, { unchosen: 7 });
  const sampled = (await makes(null)).sample.map(({ personId }) => personId);
  const others = waiting.filter((personId) => !sampled.includes(personId)).slice(0, 1);
  const again = await makes(others);
  assert.deepEqual([...again.list!.personIds].sort(), [...new Set([...others, ...sampled])].sort());
  assert.deepEqual(again.sample.map(({ personId }) => personId).sort(), [...sampled].sort());
});
