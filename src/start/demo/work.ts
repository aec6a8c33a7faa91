/** Half-done work for every queue: a file to be repaired, one to be sent, people who await confirmation, cells that were returned. Done by the real code. */
import type { SessionHandle } from '#base/database/transaction.ts';
import { endThisSession, openPersonSession } from '#authority/access/sessions.ts';
import { bodyByCode } from '#authority/organisations/store.ts';
import { confirmPerson, showToOfficer } from '#record/intake/confirm.ts';
import { queuePage } from '#record/intake/queue-store.ts';
import { matchPending } from '#record/matching/run.ts';
import type { MatchNeeds } from '#record/matching/run.ts';
import { askApproval } from '#record/intake/approval.ts';
import { needsApproval, setSendingRule } from '#record/intake/sending-rules.ts';
import { advanceSubmission } from '#record/intake/advance.ts';
import { checkUpload } from '#record/intake/check-upload.ts';
import { keepUpload, receiveUpload } from '#record/intake/receive.ts';
import { latestFile } from '#record/intake/store.ts';
import { submit } from '#record/intake/submit.ts';
import type { Composed } from '#start/compose.ts';
import { accountNamed, asThemselves } from './as-themselves.ts';
import type { Account } from './as-themselves.ts';
import { DEMO_DAY, SETS } from './cast.ts';
import { ownPersonLater } from './own-person.ts';
import { confirmOwn, reportOwnValue, seedReadings } from './own-work.ts';
import { demoCitizens } from './population.ts';
import { waitingPortraits } from './portraits.ts';
import { MISTAKES_TO_FIX, cleanWorkbook, dirtyWorkbook, ownWorkbook } from './workbooks.ts';

/** The simulated source, asked without a network: the server does not listen yet while the demo is filled. */
const gatewayInProcess = (): MatchNeeds['gateway'] => {
  const citizenOf = demoCitizens();
  return {
    source: 'DAN_CU_NDXP',
    async lookUp(question) {
      const citizen = citizenOf(question.nationalId);
      return citizen
        ? { kind: 'found', citizen: { ...citizen, oldId: '', homeTown: citizen.homeTown ?? null, residence: null } }
        : { kind: 'not-found' };
    },
  };
};

/** Who decides in the demo's province: the account behind the role "Cán bộ xác nhận". */
const OFFICER = 'Phạm Quốc Hùng';
const CLERK = 'Nguyễn Thị Thu Hà';
/** Of the agency that sends nothing that its head has not approved: who asks, who approves. */
const ASKING_CLERK = 'Lý Thị Hòa';
const APPROVING_HEAD = 'Đinh Văn Khôi';

/** Rounds of matching after which a seed that does not end is a fault. */
const ROUNDS_MAX = 100;

export async function seedWork(composed: Composed): Promise<void> {
  const { db, clock, jobSession, submission } = composed;
  const all = await jobSession(null);
  const account = (name: string): Promise<Account> => accountNamed(composed, name);
  const clerk = await account(CLERK);
  const officer = await account(OFFICER);

  const send = async (
    set: { readonly bodyCode: string },
    fileName: string,
    bytes: Uint8Array,
    request: 'upload' | 'ask' | 'submit',
    { account_id: accountId, identity, name }: Account = clerk,
  ): Promise<{ submissionId: string; handle: SessionHandle } | null> => {
    const bodyId = await db.transaction(all, (tx) => bodyByCode(tx, set.bodyCode, clock.today()));
    if (!bodyId) throw new Error(`no body ${set.bodyCode}`);
    const handle = await jobSession(bodyId);
    const sender = { accountId, identity: identity.toString('hex'), name };
    const kept = await keepUpload(submission, bytes);
    if (!kept.ok) throw new Error(kept.problems[0]!.title.en);
    const received = await db.transaction(handle, (tx) =>
      receiveUpload(tx, submission, sender, { bodyId, fileName, kept: kept.value, asOf: DEMO_DAY }),
    );
    if (!received.ok) throw new Error(received.problems[0]!.title.en);
    if (received.value.sameAs !== null) return null; // an earlier, interrupted seed brought it already
    const job = { submissionId: received.value.submissionId, round: 1, bodyId };
    await checkUpload(submission, job);
    if (request === 'upload') return { submissionId: job.submissionId, handle };
    // A demo of very few people has nobody in some bodies: what nobody can be sent of stays where it was checked.
    if (await nobodyAccepted(composed, handle, job.submissionId)) return null;
    const answers = { asOf: DEMO_DAY, acknowledgedCodes: await warningCodes(composed, handle, job.submissionId), partial: true };
    const sent =
      request === 'ask'
        ? await asThemselves(composed, accountId, (tx) => askApproval(tx, submission, sender, job.submissionId, answers))
        : await db.transaction(handle, (tx) => submit(tx, submission, sender, job.submissionId, answers));
    if (!sent.ok) throw new Error(sent.problems[0]!.title.en);
    if (request === 'submit') await advanceSubmission(submission, job);
    return { submissionId: job.submissionId, handle };
  };

  await send(SETS.toFix, 'ho-so-can-sua.xlsx', await dirtyWorkbook(SETS.toFix, MISTAKES_TO_FIX), 'upload');
  await send(SETS.unsent, 'ho-so-benh-vien.xlsx', await cleanWorkbook(SETS.unsent), 'upload');
  await send(SETS.waiting, 'ho-so-thcs.xlsx', await cleanWorkbook(SETS.waiting), 'submit');
  await send(SETS.returned, 'anh-chan-dung-to-2.zip', await waitingPortraits(), 'submit');
  await send(SETS.mismatched, 'ho-so-thcs-bo-sung.xlsx', await cleanWorkbook(SETS.mismatched), 'submit');
  await approveBeforeSending(composed, SETS.toApprove.bodyCode, await account(APPROVING_HEAD));
  await send(SETS.toApprove, 'ho-so-phuong.xlsx', await cleanWorkbook(SETS.toApprove), 'ask', await account(ASKING_CLERK));
  const returned = await send(SETS.returned, 'ho-so-bo-sung.xlsx', await cleanWorkbook(SETS.returned), 'submit');
  const own = await send(ownPersonLater(), 'ho-so-so-noi-vu.xlsx', await ownWorkbook(), 'submit');
  const matching = { ...composed.matching, gateway: gatewayInProcess(), callsPerSecond: 1_000 };
  for (let round = 0; round < ROUNDS_MAX; round++) if ((await matchPending(matching, 100)).matched === 0) break;
  // Nobody but the person of a session attests: the officer of the demo signs in to decide, like any other.
  const { handle } = await openPersonSession(composed.sessionNeeds, { accountId: officer.account_id, agent: 'Dữ liệu mẫu', level: 2 });
  const decides = { handle, accountId: officer.account_id, identity: officer.identity.toString('hex'), name: OFFICER };
  if (returned) await returnOne(composed, returned, decides);
  if (own) await confirmOwn(composed, own, decides);
  await db.transaction(handle, endThisSession);
  await seedReadings(composed);
  await reportOwnValue(composed);
}

/** From today on a body's head approves what it sends. An interrupted seed may have had it said already. */
async function approveBeforeSending(composed: Composed, bodyCode: string, head: Account): Promise<void> {
  const { clock, submission } = composed;
  await asThemselves(composed, head.account_id, async (tx) => {
    const bodyId = await bodyByCode(tx, bodyCode, clock.today());
    if (!bodyId) throw new Error(`no body ${bodyCode}`);
    if (await needsApproval(tx, bodyId, clock.now())) return;
    const who = { accountId: head.account_id, identity: head.identity.toString('hex'), name: head.name };
    const rule = { bodyId, approval: true, from: clock.today(), reason: 'Chủ tịch phường duyệt mọi hồ sơ trước khi gửi' };
    const set = await setSendingRule(tx, submission, who, rule);
    if (!set.ok) throw new Error(set.problems[0]!.title.en);
  });
}

const nobodyAccepted = async (composed: Composed, handle: SessionHandle, submissionId: string): Promise<boolean> =>
  (await composed.db.transaction(handle, (tx) => latestFile(tx, submissionId)))?.counts.accepted === 0;

async function warningCodes(composed: Composed, handle: SessionHandle, submissionId: string): Promise<string[]> {
  const rows = await composed.db.transaction(handle, (tx) =>
    tx.query<{ code: string }>(`select distinct code from submission_problem where submission_id = $1 and severity = 'warning'`, [
      submissionId,
    ]),
  );
  return rows.map((row) => row.code);
}

/** Returns one cell of the first person of a submission and confirms the next one, so that each list has something. */
async function returnOne(
  composed: Composed,
  sent: { submissionId: string },
  who: { handle: SessionHandle; accountId: string; identity: string; name: string },
): Promise<void> {
  const { rows } = await composed.db.transaction(who.handle, (tx) => queuePage(tx, 1_000, null));
  const mine = rows.filter((row) => row.submissionId === sent.submissionId);
  const officer = { ...who, roles: ['XAC_NHAN'], stepUp: { method: 'session', level: '2', at: composed.clock.now() } };
  for (const [i, row] of mine.slice(0, 2).entries()) {
    const shown = await composed.db.transaction(who.handle, (tx) => showToOfficer(tx, composed.submission, row.submissionId, row.personId));
    if (!shown.ok) throw new Error(shown.problems[0]!.title.en);
    const { groups } = shown.value.shown;
    const back = i === 0 ? groups.filter((group) => group.group === 'G') : [];
    const level = shown.value.shown.match?.level ?? '';
    const decision = {
      submissionId: row.submissionId,
      personId: row.personId,
      shownHash: shown.value.hash,
      mismatchReason: ['LECH', 'KHONG_TIM_THAY'].includes(level) ? 'DAN_CU_CHUA_CAP_NHAT' : null,
      accept: groups.filter((group) => !back.includes(group)).map((group) => group.itemId),
      return: back.map((group) => ({
        itemId: group.itemId,
        cells: [{ field: 'luong.heSo', reason: 'SAI_NGACH_BAC', note: 'Hệ số chưa khớp quyết định kèm theo.' }],
      })),
    };
    const decided = await composed.db.transaction(who.handle, (tx) => confirmPerson(tx, composed.submission, officer, decision));
    if (!decided.ok) throw new Error(decided.problems[0]!.title.en);
  }
}
