/** A list of people confirmed as one act, through the real server: who may, what each step leaves in the log, and that a request sent twice is done once. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

let agency: Agency;
let folder: string;
let app: FastifyInstance;
before(async () => {
  agency = await anAgency();
  folder = await dataFolder();
  app = await aServer(agency.office, folder);
});
after(async () => {
  await app.close();
  await agency.close();
  await rm(folder, { recursive: true, force: true });
});

let last = 70_000;
const people = (count: number) =>
  Array.from({ length: count }, () => ({ number: `000190${String(++last).padStart(6, '0')}`, name: 'Trần Thị Hoa' }));
async function sent(count: number): Promise<string> {
  const submissionId = await agency.sends(people(count));
  await agency.answered(submissionId, 'KHOP');
  return submissionId;
}
const rows = <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  agency.office.owner.transaction(null, (tx) => tx.query<T>(sql, values));

interface Answer {
  readonly status: number;
  readonly again: boolean;
  readonly body: {
    readonly code?: string;
    readonly undecided?: number;
    readonly waiting?: number | null;
    readonly submissions?: readonly { readonly submissionId: string }[];
    readonly list?: {
      readonly hash: string;
      readonly people: number;
      readonly sample: readonly { readonly personId: string; readonly state: string }[];
    } | null;
    readonly counts?: object;
    readonly receipt?: { readonly number: string; readonly list?: object };
  };
}
async function ask(who: { readonly handle: string }, method: 'GET' | 'POST', url: string, payload?: object, key?: string): Promise<Answer> {
  const headers = { cookie: `congvu=${who.handle}`, origin: ORIGIN, ...(key ? { 'idempotency-key': key } : {}) };
  const answer = await app.inject({ method, url: `/api/v1/confirmation/${url}`, headers, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, again: answer.headers['idempotent-replay'] === 'true', body: answer.json() };
}
const actsOf = async (accountId: string): Promise<Record<string, number>> => {
  const counted = await rows<{ act: string; n: number }>('select act, count(*)::int as n from audit_event where actor_id = $1 group by 1', [
    accountId,
  ]);
  return Object.fromEntries(counted.map(({ act, n }) => [act, n]));
};

test('made, opened, signed: each step leaves its rows, a request sent twice is done once, and the answer that is kept names nobody', async () => {
  const submissionId = await sent(8);
  const { officer } = agency;
  const before = await ask(officer, 'GET', `lists/${submissionId}`);
  assert.deepEqual([before.status, before.body.list, before.body.waiting], [200, null, null]);
  const made = await ask(officer, 'POST', 'lists', { submissionId });
  assert.deepEqual([made.status, made.body.list!.people, made.body.waiting], [200, 8, 8]);
  const decision = { submissionId, listHash: made.body.list!.hash };
  assert.equal((await ask(officer, 'POST', 'list-decisions', decision, 'khoa-chua-mo')).body.code, 'E-LIST-SAMPLE');
  for (const { personId } of made.body.list!.sample) assert.equal((await ask(officer, 'GET', `${submissionId}/${personId}`)).status, 200);
  const opened = await ask(officer, 'GET', `lists/${submissionId}`);
  assert.ok(opened.body.list!.sample.every(({ state }) => state === 'opened'));
  const first = await ask(officer, 'POST', 'list-decisions', decision, 'khoa-danh-sach');
  const second = await ask(officer, 'POST', 'list-decisions', decision, 'khoa-danh-sach');
  assert.deepEqual([first.status, second.status, first.again, second.again], [200, 200, false, true]);
  const counts = { received: 8, accepted: 8, rejected: 0, waiting: 0 };
  assert.deepEqual([first.body.counts, second.body.counts], [counts, counts]);
  assert.equal(second.body.receipt!.number, first.body.receipt!.number);
  assert.deepEqual(await actsOf(officer.accountId), {
    'queue.read': 3,
    'item.read': 5,
    'list.confirmed': 1,
    'item.confirmed': 8,
    'record.registered': 8,
    'receipt.issued': 1,
    'answer.repeated': 1,
  });
  assert.equal((await ask(officer, 'POST', 'list-decisions', decision, 'khoa-lan-hai')).body.code, 'E-LIST-NOT-SHOWN');
});

test('who sent the submission neither makes nor signs its list; nor does who only looks after matches, nor another body', async () => {
  const submissionId = await sent(5);
  const made = await ask(agency.officer, 'POST', 'lists', { submissionId });
  const decision = { submissionId, listHash: made.body.list!.hash };
  const other = await agency.office.signedIn('000070456701', [['XAC_NHAN', 'H41.51']]);
  const matcher = await agency.office.signedIn('000070456702', [['DOI_SOAT', 'H26.03.01']]);
  // The same human as the clerk, by citizen number, in an account that confirms.
  const maker = await agency.office.signedIn('000070456703', [['XAC_NHAN', 'H26.03.01']]);
  await rows('update submission_file set submitted_identity = $2 where submission_id = $1', [
    submissionId,
    agency.office.keys.nationalIdHash('000070456703'),
  ]);
  const offered = async (who: { readonly handle: string }): Promise<boolean> =>
    (await ask(who, 'GET', 'queue')).body.submissions!.some((one) => one.submissionId === submissionId);
  assert.ok(await offered(agency.officer), 'who may sign it is led to it');
  for (const [who, code] of [
    [other, 'E-SUBMISSION-NOT-FOUND'],
    [matcher, 'E-NOT-ALLOWED'],
    [maker, 'E-CONFIRM-SAME-PERSON'],
  ] as const) {
    assert.ok(!(await offered(who)), code);
    assert.equal((await ask(who, 'POST', 'lists', { submissionId })).body.code, code);
    assert.equal((await ask(who, 'GET', `lists/${submissionId}`)).body.code, code);
    assert.equal((await ask(who, 'POST', 'list-decisions', decision, `khoa-${code}`)).body.code, code);
  }
  assert.deepEqual(await rows('select 1 from attestation_list where submission_id = $1', [submissionId]), []);
});

test('somebody of the sample who is returned holds the list, and both answers say so', async () => {
  const submissionId = await sent(6);
  const { officer } = agency;
  const made = await ask(officer, 'POST', 'lists', { submissionId });
  const [first, ...rest] = made.body.list!.sample;
  for (const { personId } of rest) await ask(officer, 'GET', `${submissionId}/${personId}`);
  const view = await agency.shows(submissionId, first!.personId);
  assert.ok(view.ok);
  const item = view.value.shown.groups.find(({ group }) => group === 'C')!;
  const returned = await ask(
    officer,
    'POST',
    'decisions',
    {
      submissionId,
      personId: first!.personId,
      shownHash: view.value.hash,
      accept: [],
      return: [{ itemId: item.itemId, cells: [{ field: 'dienThoaiDiDong', reason: 'KHAC', note: 'Gọi không được.' }] }],
    },
    'khoa-tra-lai',
  );
  assert.equal(returned.status, 200);
  const stands = await ask(officer, 'GET', `lists/${submissionId}`);
  assert.deepEqual(
    [stands.body.undecided, stands.body.list!.sample.find(({ personId }) => personId === first!.personId)!.state],
    [1, 'returned'],
  );
  const again = await ask(officer, 'POST', 'lists', { submissionId });
  assert.deepEqual([again.body.undecided, again.body.list!.people], [1, 5]);
  for (const { personId } of again.body.list!.sample) await ask(officer, 'GET', `${submissionId}/${personId}`);
  const decision = { submissionId, listHash: again.body.list!.hash };
  assert.equal((await ask(officer, 'POST', 'list-decisions', decision, 'khoa-mau')).body.code, 'E-LIST-SAMPLE-UNDECIDED');
});
