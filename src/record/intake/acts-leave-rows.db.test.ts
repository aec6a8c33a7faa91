/** Every act of a submission's life leaves its row in the log, in the name of whoever did it: no audit row, no act. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { anAgency } from './agency-for-tests.ts';
import type { Agency } from './agency-for-tests.ts';
import { withdraw } from './receive.ts';

let agency: Agency;
before(async () => {
  agency = await anAgency();
});
after(() => agency.close());

/** Acts of transactions after `from`, each with who did it; null = the work in the background. */
const actsSince = (from: string): Promise<{ act: string; actor_id: string | null }[]> =>
  agency.office.owner.transaction(null, (tx) =>
    tx.query(`select distinct act, actor_id from audit_event where kind = 'act' and tx > $1 order by act`, [from]),
  );
const newest = async (): Promise<string> => {
  const [row] = await agency.office.owner.transaction(null, (tx) =>
    tx.query<{ tx: string }>('select coalesce(max(tx), 0) as tx from audit_event'),
  );
  return row!.tx;
};
async function during(work: () => Promise<unknown>): Promise<{ act: string; actor_id: string | null }[]> {
  const from = await newest();
  await work();
  return actsSince(from);
}

test('received, checked, submitted, sent on, confirmed, registered, withdrawn: each is in the log, in the right name', async () => {
  const { clerk, officer } = agency;
  let submissionId = '';
  const uploaded = await during(async () => {
    const received = await agency.uploads([
      { number: '000190000001', name: 'Trần Thị Hoa' },
      { number: '000190000002', name: 'Lê Thị Lan' },
    ]);
    assert.ok(received.ok);
    submissionId = received.value.submissionId;
  });
  assert.deepEqual(uploaded, [{ act: 'submission.received', actor_id: clerk.accountId }]);
  assert.deepEqual(await during(() => agency.works()), [{ act: 'submission.checked', actor_id: null }]);
  assert.deepEqual(await during(() => agency.submits(submissionId)), [
    { act: 'receipt.issued', actor_id: clerk.accountId },
    { act: 'submission.submitted', actor_id: clerk.accountId },
  ]);
  assert.deepEqual(await during(() => agency.works()), [{ act: 'submission.line-sent', actor_id: null }]);
  await agency.matched(submissionId);
  const [first] = await agency.waiting(submissionId);
  assert.deepEqual(
    (await during(() => agency.confirms(submissionId, first!)))
      .filter(({ actor_id }) => actor_id === officer.accountId)
      .map(({ act }) => act),
    ['item.confirmed', 'receipt.issued', 'record.registered'],
  );
  const withdrawn = await during(async () => {
    const done = await agency.office.as(clerk.handle, (tx) => withdraw(tx, agency.needs, submissionId));
    assert.ok(done.ok);
  });
  assert.ok(
    withdrawn.some(({ act, actor_id }) => act === 'submission.withdrawn' && actor_id === clerk.accountId),
    JSON.stringify(withdrawn),
  );
});
