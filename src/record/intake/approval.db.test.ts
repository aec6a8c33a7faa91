/** "Duyệt trước khi gửi", on a real database: nothing of the body is sent without its head, who approves exactly what was shown. Decision 0042. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addDays } from '#base/vietnamese/dates.ts';
import { anAgency, AS_OF } from './agency-for-tests.ts';
import type { Agency, SignedInSender } from './agency-for-tests.ts';
import { approveSending, askApproval, sendBackRequest, takeBackRequest } from './approval.ts';
import { approvalsOf, countRequests, reasonOf } from './approval-store.ts';
import type { PersonOfFile } from './file-for-tests.ts';
import { makersOf } from './makers.ts';
import { withdraw } from './receive.ts';
import { needsApproval, setSendingRule } from './sending-rules.ts';
import { submit } from './submit.ts';

let school: Agency;
let commune: Agency;
let head: SignedInSender;
let clerkWhoHeads: SignedInSender;
before(async () => {
  school = await anAgency('H26.03.01');
  commune = await anAgency('H41.51', school.office);
  const signedIn = async (number: string, grants: Parameters<typeof school.office.signedIn>[1], name: string): Promise<SignedInSender> => {
    const { handle, accountId } = await school.office.signedIn(number, grants);
    return { handle, accountId, identity: school.office.keys.nationalIdHash(number).toString('hex'), name };
  };
  head = await signedIn('000074123456', [['LD_DON_VI', 'H26.03.01']], 'Người đứng đầu');
  clerkWhoHeads = await signedIn(
    '000185123457',
    [
      ['NHAP_LIEU', 'H26.03.01'],
      ['LD_DON_VI', 'H26.03.01'],
    ],
    'Người kiêm nhiệm',
  );
  must(
    await school.office.as(head.handle, (tx) =>
      setSendingRule(tx, school.needs, head, { bodyId: school.bodyId, approval: true, from: today(), reason: 'Quy chế số 12' }),
    ),
  );
});
after(() => school.close());

const today = (): string => school.needs.clock.today();
let last = 0;
const someone = (more: Partial<PersonOfFile> = {}): PersonOfFile => ({
  number: `000190${String(710000 + ++last)}`,
  name: `Lý Thị Duyệt ${last}`,
  ...more,
});
type Outcome<T> = { ok: true; value: T } | { ok: false; problems: readonly { code: string }[] };
const must = <T>(result: Outcome<T>): T => {
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join());
  return result.value;
};
const codes = (result: Outcome<unknown>): string => (result.ok ? 'ok' : result.problems.map(({ code }) => code).join());
const as = <T>(who: SignedInSender, work: Parameters<typeof school.office.as<T>>[1]): Promise<T> => school.office.as(who.handle, work);
const brings = async (people: readonly PersonOfFile[], corrects?: string): Promise<string> => {
  const { submissionId } = must(await school.uploads(people, corrects === undefined ? {} : { corrects }));
  await school.works();
  return submissionId;
};
const HOW = { asOf: AS_OF, acknowledgedCodes: [], partial: false };
const asks = async (submissionId: string, who = school.clerk): Promise<string> =>
  must(await as(who, (tx) => askApproval(tx, school.needs, who, submissionId, HOW))).requestId;
const hashOf = async (submissionId: string): Promise<string> => {
  const file = await school.file(submissionId);
  return (await as(head, (tx) => approvalsOf(tx, [file], school.needs.clock.now())))(submissionId).request!.shownHash;
};
const approves = (requestId: string, hash: string, who = head) => as(who, (tx) => approveSending(tx, school.needs, who, requestId, hash));

test('without an approval no door of the body sends; with one it goes, the clerk stays who sent it and the head stands beside', async () => {
  const id = await brings([someone(), someone()]);
  assert.equal(codes(await school.submits(id)), 'E-SUBMIT-APPROVAL');
  assert.equal(codes(await as(head, (tx) => submit(tx, school.needs, head, id, HOW))), 'E-SUBMIT-APPROVAL', 'nor the head, past the list');
  assert.equal((await school.file(id)).stage, 'checked');
  const requestId = await asks(id);
  assert.equal(codes(await as(school.clerk, (tx) => askApproval(tx, school.needs, school.clerk, id, HOW))), 'E-APPROVAL-WAITS');
  assert.equal((await as(head, (tx) => countRequests(tx, [school.bodyId]))).count, 1);
  const sent = must(await approves(requestId, await hashOf(id)));
  assert.equal(sent.receipt.content.kind, 'R1');
  const file = await school.file(id);
  assert.deepEqual([file.stage, file.approvedName], ['submitted', 'Người đứng đầu']);
  await school.works();
  await school.matched(id);
  const [person] = await school.waiting(id);
  const makers = (await as(school.officer, (tx) => makersOf(tx, id, [person!]))).get(person!)!;
  assert.ok(makers.has(head.identity), 'who approved is a maker: they do not confirm it');
  assert.ok(makers.has(school.clerk.identity));
  assert.equal((await as(head, (tx) => countRequests(tx, [school.bodyId]))).count, 0);
  const acts = await school.office.owner.transaction(null, (tx) =>
    tx.query<{ act: string; actor_id: string }>(
      `select act, actor_id from audit_event where object_id = $1 and act in ('sending.asked', 'sending.approved', 'submission.submitted', 'receipt.issued') order by tx, event_id`,
      [id],
    ),
  );
  assert.deepEqual(
    acts.map(({ act, actor_id }) => [act, actor_id === head.accountId ? 'head' : 'clerk']),
    [
      ['sending.asked', 'clerk'],
      ['sending.approved', 'head'],
      ['submission.submitted', 'head'],
      ['receipt.issued', 'head'],
    ],
  );
});

test('another body sends as ever', async () => {
  assert.ok(await commune.sends([someone()]));
});

test('a row that becomes sent without an approved request is refused by the database, whoever writes it', async () => {
  const id = await brings([someone()]);
  const force = (extra: string) => (tx: Parameters<Parameters<typeof as>[1]>[0]) =>
    tx.query(`update submission_file set stage = 'submitted', submitted_at = $2 ${extra} where submission_id = $1`, [
      id,
      school.needs.clock.now(),
    ]);
  await assert.rejects(as(school.clerk, force('')), /row-level security/);
  await assert.rejects(as(school.clerk, force(', approved_identity = submitted_identity')), /row-level security/);
  await asks(id);
  await assert.rejects(
    as(school.clerk, (tx) =>
      tx.query(
        `update sending_request set state = 'approved', decided_by = $2, decided_identity = $3, decided_name = '', decided_at = now() where submission_id = $1`,
        [id, school.clerk.accountId, Buffer.from(school.clerk.identity, 'hex')],
      ),
    ),
    /row-level security|sending_request_two_people/,
  );
});

test('a request binds what was shown: changed meanwhile it is void, and says so', async () => {
  const [one, other] = [someone(), someone()];
  const id = await brings([one]);
  const requestId = await asks(id);
  const hash = await hashOf(id);
  assert.equal(codes(await approves(requestId, '0'.repeat(64))), 'E-APPROVAL-VOID', 'something else was shown');
  await brings([one, other], id);
  assert.equal(codes(await approves(requestId, hash)), 'E-APPROVAL-VOID');
  assert.equal((await school.file(id)).stage, 'checked', 'nothing was sent');
  assert.equal((await as(head, (tx) => countRequests(tx, [school.bodyId]))).count, 1, 'only the one of the test before');
  const again = await asks(id);
  must(await approves(again, await hashOf(id)));
  // A value of one person that changed under the same file is seen too.
  const second = await brings([someone()]);
  const asked = await asks(second);
  const shown = await hashOf(second);
  await as(school.clerk, (tx) => tx.query(`update submission_line set verdict = 'rejected' where submission_id = $1`, [second]));
  assert.equal(codes(await approves(asked, shown)), 'E-APPROVAL-VOID');
});

test('sent back with a reason, taken back, withdrawn: nothing goes, and the clerk asks anew', async () => {
  const id = await brings([someone()]);
  const first = await asks(id);
  assert.equal(codes(await as(head, (tx) => sendBackRequest(tx, school.needs, head, first, ' '))), 'E-APPROVAL-REASON');
  must(await as(head, (tx) => sendBackRequest(tx, school.needs, head, first, 'Thiếu quyết định nâng lương')));
  const found = (await as(school.clerk, (tx) => approvalsOf(tx, [{ submissionId: id, bodyId: school.bodyId }], school.needs.clock.now())))(
    id,
  );
  assert.equal(found.request!.state, 'returned');
  assert.equal(reasonOf(school.needs.keys, found.request!), 'Thiếu quyết định nâng lương');
  assert.equal(codes(await approves(first, await hashOf(id))), 'E-APPROVAL-NOT-FOUND');
  const second = await asks(id);
  must(await as(school.clerk, (tx) => takeBackRequest(tx, school.needs, id)));
  assert.equal(codes(await as(school.clerk, (tx) => takeBackRequest(tx, school.needs, id))), 'E-APPROVAL-NOT-FOUND');
  assert.equal(codes(await approves(second, await hashOf(id))), 'E-APPROVAL-NOT-FOUND');
  const third = await asks(id);
  must(await as(school.clerk, (tx) => withdraw(tx, school.needs, id)));
  assert.equal(codes(await approves(third, await hashOf(id))), 'E-APPROVAL-VOID');
});

test('two accounts of one human are one: the database keeps who asked from deciding', async () => {
  const id = await brings([someone()]);
  const requestId = await asks(id, clerkWhoHeads);
  await assert.rejects(approves(requestId, await hashOf(id), clerkWhoHeads), /sending_request_two_people/);
});

test('a rule is dated: from its day on, the newest whose day has come; what was sent before stays sent', async () => {
  const before = await commune.sends([someone()]);
  const rule = (approval: boolean, from: string, reason = 'Theo quy chế') =>
    school.office.as(communeHead.handle, (tx) =>
      setSendingRule(tx, school.needs, communeHead, { bodyId: commune.bodyId, approval, from, reason }),
    );
  const { handle, accountId } = await school.office.signedIn('000074123999', [['LD_DON_VI', 'H41.51']]);
  const communeHead = { handle, accountId, identity: school.office.keys.nationalIdHash('000074123999').toString('hex'), name: 'Chủ tịch' };
  const needed = (at = school.needs.clock.now()) => as(communeHead, (tx) => needsApproval(tx, commune.bodyId, at));
  assert.equal(codes(await rule(false, today())), 'E-SENDING-RULE-SAME');
  assert.equal(codes(await rule(true, addDays(today(), -1))), 'E-SENDING-RULE-DAY');
  assert.equal(codes(await rule(true, '2026-02-30')), 'E-SENDING-RULE-DAY');
  assert.equal(codes(await rule(true, today(), ' ')), 'E-SENDING-RULE-REASON');
  must(await rule(true, addDays(today(), 10)));
  assert.equal(await needed(), false);
  assert.equal(await needed(`${addDays(today(), 11)}T00:00:00.000Z`), true);
  must(await rule(true, today()));
  assert.equal(await needed(), true);
  // A job goes on with what was sent before the rule.
  await commune.works();
  assert.equal((await commune.file(before)).stage, 'submitted');
  must(await rule(false, today()));
  assert.equal(await needed(`${addDays(today(), 11)}T00:00:00.000Z`), false, 'said last, and its day has come');
  assert.ok(await commune.sends([someone()]));
});
