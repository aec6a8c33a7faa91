/** Who made what an officer is shown: an account and a person are told apart by citizen number; a node of the exchange has none. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { anAgency } from './agency-for-tests.ts';
import type { Agency } from './agency-for-tests.ts';
import { makersOf } from './makers.ts';

let agency: Agency;
before(async () => {
  agency = await anAgency();
});
after(() => agency.close());

const asOwner = (text: string, values: readonly unknown[]): Promise<unknown[]> =>
  agency.office.owner.transaction(null, (tx) => tx.query(text, values));

async function sent(number: string): Promise<{ submissionId: string; personId: string }> {
  const submissionId = await agency.sends([{ number, name: 'Trần Thị Hoa' }]);
  return { submissionId, personId: (await agency.waiting(submissionId))[0]! };
}
const makersSeen = async ({ submissionId, personId }: { submissionId: string; personId: string }): Promise<string[]> => [
  ...(await agency.office.as(agency.officer.handle, (tx) => makersOf(tx, submissionId, [personId]))).get(personId)!,
];

test('who sends as an account is a maker by citizen number', async () => {
  const one = await sent('000190000001');
  assert.deepEqual(await makersSeen(one), [agency.clerk.identity]);
  assert.deepEqual((await agency.file(one.submissionId)).sender, {
    kind: 'account',
    id: agency.clerk.accountId,
    identity: agency.clerk.identity,
  });
});

test('what a node sends has no human maker, and an officer confirms it', async () => {
  const one = await sent('000190000002');
  const of = [one.submissionId];
  await asOwner(
    `update submission_file set sender_kind = 'node', sender_identity = null, submitted_identity = null where submission_id = $1`,
    of,
  );
  await asOwner(`update item set maker_kind = 'node', maker_identity = null where submission_id = $1`, of);
  assert.deepEqual(await makersSeen(one), []);
  assert.equal((await agency.file(one.submissionId)).sender.identity, null);
  const confirmed = await agency.confirms(one.submissionId, one.personId);
  assert.ok(confirmed.ok);
});

test('an account or a person without citizen number, and a node with one, are no makers', async () => {
  const { submissionId } = await sent('000190000003');
  for (const kind of ['account', 'person'])
    await assert.rejects(
      asOwner('update submission_file set sender_kind = $2, sender_identity = null where submission_id = $1', [submissionId, kind]),
      /submission_file_sender_check/,
    );
  await assert.rejects(asOwner(`update item set maker_kind = 'node' where submission_id = $1`, [submissionId]), /item_maker_check/);
  await assert.rejects(asOwner(`update item set maker_kind = 'anybody' where submission_id = $1`, [submissionId]), /item_maker_check/);
});
