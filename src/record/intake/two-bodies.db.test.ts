/** Two bodies that send one person: nobody is locked out, nobody takes anybody before a confirmation, and both see the case. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { jobSessions } from '#authority/access/sessions.ts';
import { anAgency } from './agency-for-tests.ts';
import type { Agency } from './agency-for-tests.ts';
import type { PersonOfFile } from './file-for-tests.ts';
import { withdraw } from './receive.ts';

let school: Agency;
let commune: Agency;
let third: Agency;
before(async () => {
  school = await anAgency('H26.03.01');
  commune = await anAgency('H41.51', school.office);
  third = await anAgency('H26.03.02', school.office);
});
after(() => school.close());

const everybody = () => jobSessions(school.office, 'test')(null);

let last = 0;
const someone = (more = {}): PersonOfFile => ({ number: `000190${String(700000 + ++last)}`, name: 'Bùi Thị Thu', ...more });
const codes = (result: { ok: boolean; problems?: readonly { code: string }[] }) =>
  result.ok ? [] : result.problems!.map((problem) => problem.code);
const must = <T>(result: { ok: true; value: T } | { ok: false; problems: readonly { code: string }[] }): T => {
  if (!result.ok) throw new Error(codes(result).join());
  return result.value;
};
const accepted = async (agency: Agency, people: readonly PersonOfFile[]) => {
  const { submissionId } = must(await agency.uploads(people));
  await agency.works();
  return (await agency.file(submissionId)).counts.accepted;
};
interface SeenCase {
  readonly kind: string;
  readonly state: string;
  readonly outcome: string | null;
}
const casesOf = (agency: Agency, personId: string) =>
  agency.office.as(agency.officer.handle, (tx) =>
    tx.query<SeenCase>(
      'select kind, state, outcome from person_case where person_id = $1 or other_person_id = $1 order by created_at, case_id',
      [personId],
    ),
  );
const registered = async (number: string) => {
  const rows = await school.office.as(await everybody(), (tx) =>
    tx.query<{ body_id: string }>(
      `select p.body_id from national_id n join person p using (person_id) where n.id_hash = $1 and n.state = 'registered'`,
      [school.office.keys.nationalIdHash(number)],
    ),
  );
  return rows.map((row) => row.body_id);
};

test('another province sends the school’s file first: the school sends it too, and its people are the school’s', async () => {
  const people = [someone(), someone(), someone()];
  const foreign = await commune.sends(people);
  const own = await school.sends(people);
  assert.equal((await school.file(own)).counts.accepted, 3, 'what another body has only sent locks nobody out');
  const waiting = await school.waiting(own);
  assert.equal(waiting.length, 3);
  for (const agency of [school, commune]) {
    const [mine] = await agency.waiting(agency === school ? own : foreign);
    assert.deepEqual(
      (await casesOf(agency, mine!)).map((one) => [one.kind, one.state]),
      [['dual_claim', 'asked']],
      'both sides see that two bodies have sent this person',
    );
  }
  for (const personId of waiting) must(await school.confirms(own, personId));
  for (const { number } of people) assert.deepEqual(await registered(number!), [school.bodyId]);
});

test('the first confirmation wins; the second writes nothing, is told so, and can return the record', async () => {
  const person = someone();
  const [one, two] = [await school.sends([person]), await commune.sends([person])];
  const [ours] = await school.waiting(one);
  const [theirs] = await commune.waiting(two);
  assert.notEqual(ours, theirs, 'before a confirmation they are two claims, not one person');
  must(await commune.confirms(two, theirs!));
  assert.deepEqual(codes(await school.confirms(one, ours!)), ['E-CONFIRM-ELSEWHERE']);
  assert.deepEqual(await registered(person.number!), [commune.bodyId]);
  assert.equal(
    (await school.office.as(school.officer.handle, (tx) => tx.query('select 1 from person where person_id = $1', [ours]))).length,
    0,
  );
  assert.deepEqual(await casesOf(school, ours!), [{ kind: 'dual_claim', state: 'settled', outcome: 'registered-first' }]);
  assert.deepEqual(await casesOf(commune, theirs!), [{ kind: 'dual_claim', state: 'settled', outcome: 'registered-first' }]);
});

test('two officers who confirm in the same second: one of them registers the person', async () => {
  const person = someone();
  const [one, two] = [await school.sends([person]), await commune.sends([person])];
  const [ours] = await school.waiting(one);
  const [theirs] = await commune.waiting(two);
  const results = await Promise.all([school.confirms(one, ours!), commune.confirms(two, theirs!)]);
  assert.deepEqual(results.flatMap(codes), ['E-CONFIRM-ELSEWHERE']);
  assert.equal((await registered(person.number!)).length, 1);
});

test('the database itself binds a number to one person: whoever comes second gets their own person back, and nothing is bound', async () => {
  const person = someone();
  const [one, two] = [await school.sends([person]), await commune.sends([person])];
  const [ours] = await school.waiting(one);
  const [theirs] = await commune.waiting(two);
  const binds = (agency: Agency, personId: string) =>
    agency.office.as(agency.officer.handle, (tx) =>
      tx.query<{ person_id: string }>('select p as person_id from bind_national_ids($1::uuid[]) as p', [[personId]]),
    );
  assert.deepEqual(await binds(commune, theirs!), []);
  assert.deepEqual(await binds(school, ours!), [{ person_id: ours }]);
});

test('a mistyped number that is a stranger’s touches nothing of the stranger, and is let go without a word of them', async () => {
  const stranger = someone();
  const own = await school.sends([stranger]);
  const mistyped = await commune.sends([{ ...someone(), number: stranger.number! }]);
  must(await commune.office.as(commune.clerk.handle, (tx) => withdraw(tx, commune.needs, mistyped)));
  const [personId] = await school.waiting(own);
  assert.deepEqual(
    (await casesOf(school, personId!)).map((one) => [one.state, one.outcome]),
    [['withdrawn', 'claim-withdrawn']],
  );
  must(await school.confirms(own, personId!));
  assert.deepEqual(await registered(stranger.number!), [school.bodyId]);
});

test('a correction with another number lets the mistyped one go at once, and nobody else of the file', async () => {
  const [stranger, beside, right] = [someone(), someone({ name: 'Trần Văn Bảy' }), someone()];
  const own = await school.sends([stranger]);
  const [known] = await school.waiting(own);
  const submissionId = await commune.sends([{ ...right, number: stranger.number }, beside]);
  const before = await commune.waiting(submissionId);
  assert.equal((await casesOf(school, known!))[0]?.state, 'asked');
  // The correction holds the one row alone: who is beside it is not spoken of, and stays.
  must(await commune.uploads([right], { corrects: submissionId }));
  await commune.works();
  assert.equal((await casesOf(school, known!))[0]?.state, 'asked', 'a correction that was not sent yet lets go nothing');
  must(await commune.submits(submissionId, { partial: true }));
  await commune.works();
  await commune.matched(submissionId);
  const [met] = await casesOf(school, known!);
  assert.deepEqual([met!.state, met!.outcome], ['withdrawn', 'claim-withdrawn']);
  const now = await commune.waiting(submissionId);
  assert.deepEqual([before.length, now.length, now.filter((id) => before.includes(id)).length], [2, 2, 1]);
  for (const personId of now) must(await commune.confirms(submissionId, personId));
  must(await school.confirms(own, known!));
  assert.deepEqual(
    [await registered(stranger.number), await registered(right.number), await registered(beside.number)],
    [[school.bodyId], [commune.bodyId], [commune.bodyId]],
  );
});

test('another row of another name, or of a name that two have, lets nobody go', async () => {
  const [one, two] = [someone(), someone()];
  const submissionId = await third.sends([one, two]);
  const before = await third.waiting(submissionId);
  must(await third.uploads([someone({ name: 'Lê Văn Tám' }), someone({ name: 'Lê Văn Chín' }), someone()], { corrects: submissionId }));
  await third.works();
  must(await third.submits(submissionId, { partial: true }));
  await third.works();
  await third.matched(submissionId);
  const now = await third.waiting(submissionId);
  assert.deepEqual([now.length, before.filter((id) => now.includes(id)).length], [5, 2]);
});

test('no order of sending and withdrawing keeps a body out', async () => {
  const person = someone();
  const first = await commune.sends([person]);
  const second = await school.sends([person]);
  must(await commune.office.as(commune.clerk.handle, (tx) => withdraw(tx, commune.needs, first)));
  must(await school.office.as(school.clerk.handle, (tx) => withdraw(tx, school.needs, second)));
  const again = await school.sends([{ ...person, phone: '0977777777' }]);
  const [personId] = await school.waiting(again);
  assert.equal(await accepted(commune, [{ ...person, phone: '0966666666' }]), 1);
  must(await school.confirms(again, personId!));
  assert.equal(await accepted(commune, [{ ...person, phone: '0955555555' }]), 0, 'who is registered elsewhere is told at the check');
});

test('three bodies send one number: each two of them meet in a case, and each case ends', async () => {
  const person = someone();
  const sent = [await school.sends([person]), await commune.sends([person]), await third.sends([person])];
  const [mine] = await third.waiting(sent[2]!);
  assert.equal((await casesOf(third, mine!)).length, 2);
  must(await third.confirms(sent[2]!, mine!));
  assert.deepEqual(
    (await casesOf(third, mine!)).map((one) => one.state),
    ['settled', 'settled'],
  );
  const [ours] = await school.waiting(sent[0]!);
  assert.deepEqual(codes(await school.confirms(sent[0]!, ours!)), ['E-CONFIRM-ELSEWHERE']);
  must(await school.office.as(school.clerk.handle, (tx) => withdraw(tx, school.needs, sent[0]!)));
  must(await commune.office.as(commune.clerk.handle, (tx) => withdraw(tx, commune.needs, sent[1]!)));
  const open = await school.office.as(await everybody(), (tx) =>
    tx.query(`select 1 from person_case where number_hash = $1 and ended_at is null`, [school.office.keys.nationalIdHash(person.number!)]),
  );
  assert.equal(open.length, 0);
});

test('a row that names somebody’s number as the former one raises the question, and makes no second record', async () => {
  const person = someone();
  const own = await school.sends([person]);
  const [personId] = await school.waiting(own);
  must(await school.confirms(own, personId!));
  const anew = { ...someone(), more: { B: { soCmndCu: person.number } } };
  for (const agency of [school, commune]) {
    const { submissionId } = must(await agency.uploads([anew]));
    await agency.works();
    assert.equal((await agency.file(submissionId)).counts.rejected, 1);
    const problems = await school.office.as(await everybody(), (tx) =>
      tx.query<{ code: string; field: string }>('select code, field from submission_problem where submission_id = $1', [submissionId]),
    );
    assert.deepEqual(problems, [{ code: 'E-PERSON-SAME-OLD-NUMBER', field: 'soCmndCu' }], 'the same answer wherever the record is');
  }
  assert.equal(await accepted(school, [{ ...person, phone: '0911111111', more: { B: { soCmndCu: '123456789' } } }]), 1);
});

test('two rows of one file, one under the former number of the other, are not two people', async () => {
  const old = someone();
  assert.equal(await accepted(school, [old, { ...someone(), more: { B: { soCmndCu: old.number } } }]), 1);
});
