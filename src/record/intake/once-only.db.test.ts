/** What the register holds is not gathered and sent again without a reason, on a real database: the reason is kept, and asked for before an approval. Decision 0113. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AS_OF, anAgency } from './agency-for-tests.ts';
import type { Agency, SignedInSender } from './agency-for-tests.ts';
import { approveSending, askApproval } from './approval.ts';
import { approvalsOf } from './approval-store.ts';
import type { PersonOfFile } from './file-for-tests.ts';
import { againDaysOn } from './once-only.ts';
import { setSendingRule } from './sending-rules.ts';

const WHY = 'Bộ phận lưu trữ yêu cầu biên nhận mới';
let agency: Agency;
let ministry: SignedInSender['handle'] | undefined;
before(async () => {
  agency = await anAgency();
});
after(() => agency.close());

let last = 0;
const people = (count: number): PersonOfFile[] =>
  Array.from({ length: count }, () => ({ number: `000190${String(760000 + ++last)}`, name: `Hoàng Thị Nhắc ${last}` }));
type Outcome = { ok: boolean; problems?: readonly { code: string }[] };
const codes = (result: Outcome): string => (result.ok ? 'ok' : (result.problems ?? []).map(({ code }) => code).join());
async function brings(of: readonly PersonOfFile[]): Promise<string> {
  const received = await agency.uploads(of);
  assert.ok(received.ok);
  await agency.works();
  return received.value.submissionId;
}
async function registers(of: readonly PersonOfFile[]): Promise<string> {
  const id = await agency.sends(of);
  for (const personId of await agency.waiting(id)) assert.ok((await agency.confirms(id, personId)).ok);
  return id;
}
/** What the board says of the agency, as the ministry sees it. */
async function counted(): Promise<number> {
  ministry ??= (await agency.office.signedIn('000178760001', [['VU_CCVC', 'VN']])).handle;
  const root = await agency.office.body('VN');
  const rows = await agency.office.as(ministry, (tx) =>
    tx.query<{ body_id: string; again: number }>('select * from asked_again_counts($1, $2)', [root, '2026-01-01']),
  );
  return rows.find(({ body_id }) => body_id === agency.bodyId)?.again ?? 0;
}

test('the same people with nothing new go with a reason, which is kept and counted; one new value, or one other person, needs none', async () => {
  const [first, second] = people(2);
  await registers([first!, second!]);
  const same = await brings([second!, first!]);
  assert.equal(codes(await agency.submits(same)), 'E-SUBMIT-SAID-AGAIN');
  for (const again of ['ngắn', `a${' '.repeat(20)}b`])
    assert.equal(codes(await agency.submits(same, { again })), 'E-SUBMIT-SAID-AGAIN', again);
  assert.equal((await agency.file(same)).stage, 'checked', 'nothing was sent');
  assert.equal(codes(await agency.submits(same, { again: `  ${WHY} ` })), 'ok');
  assert.equal((await agency.file(same)).againReason, WHY);
  assert.equal(await counted(), 1);
  await agency.works();
  const changed = await brings([{ ...first!, phone: '0987654321' }, second!]);
  assert.equal(codes(await agency.submits(changed)), 'ok');
  const [stranger] = people(1);
  const other = await brings([second!, stranger!]);
  assert.equal(codes(await agency.submits(other)), 'ok');
  assert.equal((await agency.file(other)).againReason, null);
});

test('of whom the agency sent long ago, or never, nothing has to be said', async () => {
  const of = people(1);
  const id = await registers(of);
  const shift = (days: number) =>
    agency.office.owner.transaction(null, (tx) =>
      tx.query(`update submission_file set submitted_at = submitted_at - make_interval(days => $2) where submission_id = $1`, [id, days]),
    );
  const days = againDaysOn(agency.needs.clock.today())!;
  assert.equal(againDaysOn('2026-06-30'), null, 'before the decree');
  const again = await brings([{ ...of[0]!, isUnusual: false }]);
  await shift(days - 1);
  assert.equal(codes(await agency.submits(again)), 'E-SUBMIT-SAID-AGAIN');
  await shift(2);
  // Beside somebody who was sent lately, who was not makes it no repetition.
  const [lately] = people(1);
  await registers([lately!]);
  assert.equal(codes(await agency.submits(await brings([lately!, of[0]!]))), 'ok');
  await agency.works();
});

test('where the head approves first, the clerk says why, and it goes with the file', async () => {
  const of = people(2);
  await registers(of);
  const { accountId, handle } = await agency.office.signedIn('000074160001', [['LD_DON_VI', 'H26.03.01']]);
  const head: SignedInSender = {
    handle,
    accountId,
    identity: agency.office.keys.nationalIdHash('000074160001').toString('hex'),
    name: 'Người đứng đầu',
  };
  const rule = { bodyId: agency.bodyId, approval: true, from: agency.needs.clock.today(), reason: 'Quy chế số 12' };
  assert.ok((await agency.office.as(handle, (tx) => setSendingRule(tx, agency.needs, head, rule))).ok);
  const id = await brings([of[1]!, of[0]!]);
  const how = { asOf: AS_OF, acknowledgedCodes: [], partial: false };
  const asks = (more: { again?: string }) =>
    agency.office.as(agency.clerk.handle, (tx) => askApproval(tx, agency.needs, agency.clerk, id, { ...how, ...more }));
  assert.equal(codes(await asks({})), 'E-SUBMIT-SAID-AGAIN');
  const asked = await asks({ again: WHY });
  assert.ok(asked.ok);
  const file = await agency.file(id);
  assert.equal(file.againReason, WHY, 'the head reads it');
  const request = (await agency.office.as(handle, (tx) => approvalsOf(tx, [file], agency.needs.clock.now())))(id);
  assert.ok(request);
  const { shownHash } = (
    await agency.office.owner.transaction(null, (tx) =>
      tx.query<{ shownHash: string }>(`select encode(shown_hash, 'hex') as "shownHash" from sending_request where request_id = $1`, [
        asked.value.requestId,
      ]),
    )
  )[0]!;
  const sent = await agency.office.as(handle, (tx) => approveSending(tx, agency.needs, head, asked.value.requestId, shownHash));
  assert.equal(codes(sent), 'ok');
  assert.equal(await counted(), 2);
});
