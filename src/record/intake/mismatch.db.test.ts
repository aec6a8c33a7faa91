/** The desk of mismatches on a real database: who differs is a row with a last day, worked on by who reconciles, and gone when it matches or waits no more. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { jobSessions } from '#authority/access/sessions.ts';
import { anAgency } from './agency-for-tests.ts';
import type { Agency, SignedInSender } from './agency-for-tests.ts';
import { withdraw } from './receive.ts';
import { workingDaysAfter } from '#standard/calendar/working-days.ts';
import { actOnMismatch, noteMatch } from '#record/matching/mismatch.ts';
import { lookUpNow } from '#record/matching/run.ts';
import type { MatchNeeds } from '#record/matching/run.ts';
import type { MismatchRequest } from '#record/matching/mismatch.ts';
import { actsOfMismatch, countMismatches, mismatchPage, readMismatch } from '#record/matching/mismatch-store.ts';
import type { MismatchFilter, MismatchSort } from '#record/matching/mismatch-store.ts';
import type { MatchLevel } from '#record/matching/shapes.ts';

let school: Agency;
let commune: Agency;
let hr: SignedInSender;
let other: SignedInSender;
before(async () => {
  school = await anAgency('H26.03.01');
  commune = await anAgency('H41.51', school.office);
  const signedIn = async (number: string, body: string, name: string): Promise<SignedInSender> => {
    const { handle, accountId } = await school.office.signedIn(number, [['DOI_SOAT', body]]);
    return { handle, accountId, identity: school.office.keys.nationalIdHash(number).toString('hex'), name };
  };
  hr = await signedIn('000181555001', 'H26', 'Chuyên viên');
  other = await signedIn('000181555002', 'H26.03', 'Chuyên viên Sở');
});
after(() => school.close());

let last = 0;
const people = (count: number) =>
  Array.from({ length: count }, () => ({ number: `000190${String(730000 + ++last)}`, name: `Đinh Thị Lệch ${last}` }));
const ALL: MismatchFilter = { bodyIds: null, level: null, body: null, assigned: null, dueBefore: null };
const as = <T>(who: SignedInSender, work: Parameters<typeof school.office.as<T>>[1]): Promise<T> => school.office.as(who.handle, work);
const codes = (result: { ok: boolean; problems?: readonly { code: string }[] }): string =>
  result.ok ? 'ok' : (result.problems ?? []).map(({ code }) => code).join();

/** What the population database said of somebody. */
async function answered(agency: Agency, submissionId: string, personId: string, level: MatchLevel): Promise<void> {
  const handle = await jobSessions(agency.office, 'test')(agency.bodyId);
  const task = { personId, submissionId, bodyId: agency.bodyId, attempts: 1 };
  await agency.office.as(handle, (tx) =>
    noteMatch(tx, agency.needs, { ...task, level, fields: { hoTenKhaiSinh: level, ngaySinh: 'KHOP' } }),
  );
}
const acts = (submissionId: string, personId: string, asked: MismatchRequest, who = hr) =>
  as(who, (tx) => actOnMismatch(tx, school.needs, who, { submissionId, personId }, asked));
const listed = async (filter: Partial<MismatchFilter> = {}, who = hr, sort: MismatchSort = 'due') =>
  (await as(who, (tx) => mismatchPage(tx, { ...ALL, ...filter }, { sort, after: null, limit: 100 }))).map((one) => one.personId);

test('what differs is listed with its last day in working days, and what matches is not', async () => {
  const id = await school.sends(people(3));
  const [differs, near, equal] = await school.waiting(id);
  await answered(school, id, differs!, 'LECH');
  await answered(school, id, near!, 'GAN_KHOP');
  await answered(school, id, equal!, 'KHOP');
  assert.deepEqual(new Set(await listed()), new Set([differs, near]));
  assert.deepEqual(await listed({ level: 'GAN_KHOP' }), [near]);
  const one = (await as(hr, (tx) => readMismatch(tx, { submissionId: id, personId: differs! })))!;
  assert.equal(one.dueOn, workingDaysAfter(school.needs.clock.today(), 5));
  assert.equal((await as(hr, (tx) => countMismatches(tx, { ...ALL, dueBefore: one.dueOn }))).count, 0);
  assert.equal((await as(hr, (tx) => countMismatches(tx, { ...ALL, dueBefore: '2999-01-01' }))).count, 2);
  // A later match that is equal closes it.
  await answered(school, id, near!, 'KHOP');
  assert.deepEqual(await listed(), [differs]);
  assert.equal(codes(await acts(id, near!, { act: 'comment', note: 'x' })), 'E-MISMATCH-GONE');
  for (const sort of ['due', 'found', 'name'] as const) assert.deepEqual(await listed({}, hr, sort), [differs], sort);
});

test('nobody but who reconciles over the body sees it', async () => {
  const id = await commune.sends(people(1));
  const [person] = await commune.waiting(id);
  await answered(commune, id, person!, 'KHONG_TIM_THAY');
  for (const who of [hr, other, commune.clerk, commune.officer, school.clerk])
    assert.ok(!(await listed({}, who)).includes(person!), who.name);
  assert.equal(codes(await acts(id, person!, { act: 'comment', note: 'x' })), 'E-MISMATCH-GONE');
});

test('it is given to an officer, written about, waits for the person, is asked again', async () => {
  const id = await school.sends(people(1));
  const [person] = await school.waiting(id);
  await answered(school, id, person!, 'LECH');
  const about = { submissionId: id, personId: person! };
  const read = async () => (await as(hr, (tx) => readMismatch(tx, about)))!;
  assert.equal(codes(await acts(id, person!, { act: 'assign', officer: school.clerk.accountId })), 'E-MISMATCH-OFFICER');
  assert.equal(codes(await acts(id, person!, { act: 'assign', officer: other.accountId })), 'ok');
  assert.equal((await read()).assignedTo, other.accountId);
  assert.ok((await listed({ assigned: other.accountId })).includes(person!));
  assert.ok(!(await listed({ assigned: 'nobody' })).includes(person!));
  assert.equal(codes(await acts(id, person!, { act: 'comment', note: ' ' })), 'E-MISMATCH-NOTE');
  assert.equal(codes(await acts(id, person!, { act: 'comment', note: 'Giấy khai sinh ghi 1980' }, other)), 'ok');
  assert.equal(codes(await acts(id, person!, { act: 'person-told', note: 'Đã gọi điện' })), 'ok');
  assert.equal((await read()).dueOn, workingDaysAfter(school.needs.clock.today(), 30));
  assert.equal(codes(await acts(id, person!, { act: 'release' })), 'ok');
  assert.equal((await read()).assignedTo, null);
  assert.equal(codes(await acts(id, person!, { act: 'ask-again' })), 'ok');
  const tasks = await school.office.owner.transaction(null, (tx) =>
    tx.query<{ state: string }>('select state from match_task where submission_id = $1 and person_id = $2', [id, person]),
  );
  assert.deepEqual(tasks, [{ state: 'waiting' }]);
  const kept = await as(hr, (tx) => actsOfMismatch(tx, school.needs.keys, about));
  assert.deepEqual(
    kept.map(({ act }) => act),
    ['found', 'assigned', 'commented', 'person-told', 'released', 'asked-again'],
  );
  assert.equal(kept[2]!.note, 'Giấy khai sinh ghi 1980');
  const logged = await school.office.owner.transaction(null, (tx) =>
    tx.query<{ act: string }>(`select act from audit_event where object_id = $1 and act like 'mismatch.%' order by tx, event_id`, [person]),
  );
  assert.equal(logged.length, 5);
});

test('returned, confirmed or withdrawn, it is no row any more', async () => {
  const id = await school.sends(people(3));
  const [returned, confirmed, left] = await school.waiting(id);
  for (const person of [returned, confirmed, left]) await answered(school, id, person!, 'LECH');
  assert.ok((await school.confirms(id, returned!, { returns: 'C' })).ok);
  assert.ok((await school.confirms(id, confirmed!)).ok);
  const here = await listed();
  assert.ok(!here.includes(confirmed!));
  assert.ok(here.includes(left!));
  await as(school.clerk, (tx) => withdraw(tx, school.needs, id));
  assert.ok(!(await listed()).includes(left!));
});

test('the population database is asked within the quota, and not while it is down', async () => {
  const asked: string[] = [];
  let down = false;
  const needs: MatchNeeds = {
    ...school.needs,
    gateway: {
      source: 'THU',
      async lookUp({ requestId, officer }) {
        asked.push(`${officer.account} ${requestId.length}`);
        return down ? { kind: 'unavailable', reason: 'timeout', retryAfterMs: null } : { kind: 'not-found' };
      },
    },
    jobSession: jobSessions(school.office, 'test'),
    readIdentity: async () => null,
    onMatched: async () => undefined,
    officerFor: async () => ({ ok: true, value: OFFICER }),
    callsPerSecond: 1_000,
    wait: async () => undefined,
  };
  const stated = { nationalId: '000190730000', name: 'Đinh Thị Lệch', birth: '1980', sex: '2', ethnicity: '' };
  assert.equal((await lookUpNow(needs, stated, OFFICER))?.kind, 'not-found');
  assert.deepEqual(asked, ['cv-hr 36']);
  assert.equal(
    await lookUpNow({ ...needs, callsPerSecond: 0.000_1 }, stated, OFFICER).then((one) => one?.kind),
    'not-found',
    'paid for by the next',
  );
  assert.equal(await lookUpNow({ ...needs, callsPerSecond: 0.000_1 }, stated, OFFICER), null, 'the quota is spent');
  down = true;
  const other: MatchNeeds = { ...needs, gateway: { ...needs.gateway, source: 'THU_HAI' } };
  for (let call = 0; call < 5; call++) assert.equal((await lookUpNow(other, stated, OFFICER))?.kind, 'unavailable');
  const before = asked.length;
  assert.equal(await lookUpNow(other, stated, OFFICER), null);
  assert.equal(asked.length, before, 'a source that is down is left alone');
});
const OFFICER = { account: 'cv-hr', unit: 'H26', phone: '' };
