/** What is past its term goes, with a row of the log; what was sent, stands open or is not old enough stays. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openJobSession } from '#authority/access/sessions.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { withdraw } from '#record/intake/receive.ts';
import { dueByKind, retainOnce } from './retention.ts';
import type { RetentionNeeds } from './retention.ts';

let agency: Agency;
let needs: RetentionNeeds;
let system: SessionHandle;
before(async () => {
  agency = await anAgency();
  system = await openJobSession(agency.office, { bodyId: null, purpose: 'retention' });
  needs = { ...agency.office, blobs: agency.needs.blobs, jobSession: async () => system };
});
after(() => agency.close());

const owner = (sql: string, values: readonly unknown[] = []) =>
  agency.office.owner.transaction(null, (tx) => tx.query<Record<string, unknown>>(sql, values));
const kept = () => (agency.needs.blobs as unknown as { kept: Map<string, Uint8Array> }).kept;
const dueOf = async (kind: string): Promise<number> =>
  (await agency.office.as(null, (tx) => dueByKind(tx, agency.office.clock))).find((one) => one.kind === kind)!.due;
async function uploaded(n: number): Promise<{ readonly submissionId: string; readonly sha256: string }> {
  const received = await agency.uploads([{ number: `00019077000${n}`, name: 'Nguyễn Thị Kỳ Hạn' }]);
  assert.ok(received.ok);
  await agency.works();
  return received.value;
}
const linesOf = async (submissionId: string): Promise<number> =>
  (await owner('select 1 from submission_line where submission_id = $1', [submissionId])).length;
const takenBack = ({ submissionId }: { submissionId: string }) =>
  agency.office.as(agency.clerk.handle, (tx) => withdraw(tx, agency.needs, submissionId));

test('a file that was never sent goes 90 days after it was withdrawn, bytes and lines; one that was sent stays, and so does a draft', async () => {
  const [old, young, draft, sent] = [await uploaded(1), await uploaded(2), await uploaded(3), await uploaded(4)];
  assert.ok((await agency.submits(sent.submissionId)).ok);
  for (const one of [old, young, sent]) assert.ok((await takenBack(one)).ok);
  await owner(`update submission_file set stage_at = now() - interval '91 days' where submission_id = any ($1)`, [
    [old.submissionId, draft.submissionId, sent.submissionId],
  ]);
  assert.equal(await dueOf('unsent-files'), 1);
  assert.equal(await retainOnce(needs), 'done');
  assert.equal(await dueOf('unsent-files'), 0);
  for (const [one, stays] of [
    [old, false],
    [young, true],
    [draft, true],
    [sent, true],
  ] as const) {
    assert.equal((await linesOf(one.submissionId)) > 0, stays, JSON.stringify(one));
    assert.equal(kept().has(one.sha256), stays);
  }
  const file = await agency.file(old.submissionId);
  assert.deepEqual([file.stage, file.contentGoneAt !== null, file.nameSealed], ['withdrawn', true, null]);
  const [row] = await owner(`select kind, purpose, actor_id from audit_event where act = 'retention.run' order by tx desc limit 1`);
  assert.deepEqual(row, { kind: 'act', purpose: 'OPERATE', actor_id: null });
});

test('bytes that another file names stay', async () => {
  const first = await uploaded(5);
  assert.ok((await takenBack(first)).ok);
  const again = await uploaded(5);
  assert.deepEqual([again.sha256 === first.sha256, again.submissionId === first.submissionId], [true, false]);
  await owner(`update submission_file set stage_at = now() - interval '91 days' where submission_id = $1`, [first.submissionId]);
  await retainOnce(needs);
  assert.ok(kept().has(first.sha256));
  assert.equal(await linesOf(first.submissionId), 0);
});

test('sessions go 90 days after their end, and living ones stay', async () => {
  const ended = await agency.office.signIn(agency.clerk.accountId);
  await owner(`update session set ends_at = now() - interval '91 days' where handle_hash = sha256(convert_to($1, 'UTF8'))`, [ended.handle]);
  assert.equal(await dueOf('sessions'), 1);
  await retainOnce(needs);
  assert.equal(await dueOf('sessions'), 0);
  await assert.doesNotReject(agency.file((await uploaded(6)).submissionId));
});

test('short codes of network checks go a day after they ended; one that still runs stays', async () => {
  const body = agency.bodyId;
  for (const [at, made] of [
    ['a', `now() - interval '3 days'`],
    ['b', 'now()'],
  ])
    await owner(
      `insert into network_check_token (token_sha256, body_id, made_by, made_at, ends_at, uses_left)
       values (sha256($1::bytea), $2, $3, ${made}, ${made} + interval '24 hours', 5)`,
      [Buffer.from(at!), body, agency.clerk.accountId],
    );
  assert.equal(await dueOf('network-check-codes'), 1);
  await retainOnce(needs);
  assert.deepEqual(await owner('select ends_at > now() as runs from network_check_token'), [{ runs: true }]);
});

test('nobody but the whole installation’s own session removes anything', async () => {
  for (const handle of [null, agency.clerk.handle, agency.officer.handle])
    for (const sql of [
      `select retention_remove('sessions', now(), 1)`,
      'select * from retention_bytes()',
      `select retention_forget_bytes(repeat('a', 64))`,
    ])
      await assert.rejects(
        agency.office.as(handle, (tx) => tx.query(sql)),
        /E-RETENTION-REFUSED/,
      );
});
