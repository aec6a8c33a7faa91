/** Where the people of a submission are, round after round, on a real database; and that the list of a step holds exactly those that have it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { peopleStates } from '#record/confirmation/people-states.ts';
import { approvalsOf } from '#record/intake/approval-store.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import type { PersonOfFile } from '#record/intake/file-for-tests.ts';
import { readProblems } from '#record/intake/problem-store.ts';
import { withdraw } from '#record/intake/receive.ts';
import { OPEN_STEPS, countSteps, filePage } from '#record/intake/store.ts';
import { approvalState, partsOf, stepsOf, submissionState } from './state.ts';

let school: Agency;
let commune: Agency;
before(async () => {
  school = await anAgency('H26.03.01');
  commune = await anAgency('H41.51', school.office);
});
after(() => school.close());

let last = 0;
const someone = (more: Partial<PersonOfFile> = {}): PersonOfFile => ({
  number: `000190${String(600000 + ++last)}`,
  name: `Bùi Thị Thu ${last}`,
  ...more,
});
const must = <T>(result: { ok: true; value: T } | { ok: false; problems: readonly { code: string }[] }): T => {
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join());
  return result.value;
};
const asClerk = <T>(work: Parameters<typeof school.office.as<T>>[1]): Promise<T> => school.office.as(school.clerk.handle, work);

/** Its parts that hold somebody, its steps, its word. */
const stands = async (submissionId: string) => {
  const file = await school.file(submissionId);
  const people = (await asClerk((tx) => peopleStates(tx, [submissionId])))(submissionId);
  const parts = partsOf({ ...file, people });
  const approval = approvalState(file, (await asClerk((tx) => approvalsOf(tx, [file], school.needs.clock.now())))(submissionId));
  return {
    parts: Object.fromEntries(Object.entries(parts).filter(([, some]) => some > 0)),
    steps: stepsOf(file.stage, parts, approval, file.source).map(({ kind }) => kind),
    state: submissionState(file.stage, parts, approval),
  };
};
const brings = async (people: readonly PersonOfFile[], corrects?: string): Promise<string> => {
  const { submissionId } = must(await school.uploads(people, corrects === undefined ? {} : { corrects }));
  await school.works();
  return submissionId;
};
const sends = async (submissionId: string): Promise<void> => {
  must(await school.submits(submissionId, { partial: true }));
  await school.works();
};

const made: string[] = [];

test('a file with errors, sent in part, returned in part, corrected in part: nobody is out of sight', async () => {
  const [good, other, wrong, left] = [someone(), someone(), someone({ hasError: true }), someone({ hasError: true })];
  const id = await brings([good, other, wrong, left]);
  made.push(id);
  assert.deepEqual(await stands(id), { parts: { valid: 2, toCorrect: 2 }, steps: ['correct', 'send'], state: 'checked' });
  await sends(id);
  assert.deepEqual(await stands(id), { parts: { toCorrect: 2, matching: 2 }, steps: ['correct', 'matching'], state: 'incomplete' });
  await school.matched(id);
  assert.deepEqual((await stands(id)).steps, ['correct', 'confirming']);
  const people = await school.waiting(id);
  const [first, second] = people;
  must(await school.confirms(id, first!, { returns: 'C' }));
  assert.deepEqual(await stands(id), {
    parts: { toCorrect: 2, toConfirm: 1, returned: 1 },
    steps: ['returned', 'correct', 'confirming'],
    state: 'returned',
  });
  must(await school.confirms(id, second!));
  assert.deepEqual((await stands(id)).steps, ['returned', 'correct']);
  // The new file names one of those who had errors, and neither the other nor who was returned.
  await brings([{ ...wrong, hasError: false }], id);
  assert.deepEqual(await stands(id), {
    parts: { valid: 1, earlier: 1, returned: 1, registered: 1 },
    steps: ['returned', 'earlier', 'send'],
    state: 'checked',
  });
  await sends(id);
  await school.matched(id);
  assert.deepEqual((await stands(id)).steps, ['returned', 'earlier', 'confirming']);
  // The last one names them both.
  const names = await asClerk((tx) =>
    tx.query<{ name: string }>('select distinct name from item where submission_id = $1 and person_id = $2', [id, first]),
  );
  const returned = [good, other].find(({ name }) => name === names[0]!.name)!;
  await brings(
    [
      { ...left, hasError: false },
      { ...returned, phone: '0987654321' },
    ],
    id,
  );
  assert.deepEqual((await stands(id)).steps, ['send', 'confirming'], 'who was returned stands in a file that waits to be sent');
  await sends(id);
  await school.matched(id);
  assert.deepEqual(await stands(id), { parts: { toConfirm: 3, registered: 1 }, steps: ['confirming'], state: 'awaiting-confirmation' });
  for (const personId of await school.waiting(id)) must(await school.confirms(id, personId));
  assert.deepEqual((await stands(id)).steps, ['done']);
});

test('a file that was never sent is not forgotten when the next one names fewer people', async () => {
  const [one, two] = [someone(), someone()];
  const id = await brings([one, two]);
  made.push(id);
  await brings([{ ...one, phone: '0912345679' }], id);
  assert.deepEqual(await stands(id), { parts: { valid: 1, earlier: 1 }, steps: ['earlier', 'send'], state: 'checked' });
});

test('the same again is done at once, and a file taken back is taken back', async () => {
  const person = someone();
  const id = await school.sends([person]);
  for (const personId of await school.waiting(id)) must(await school.confirms(id, personId));
  const again = await brings([person, someone()]);
  made.push(id, again);
  await sends(again);
  assert.deepEqual((await stands(again)).parts, { unchanged: 1, matching: 1 });
  await asClerk((tx) => withdraw(tx, school.needs, again));
  assert.deepEqual(await stands(again), { parts: { withdrawn: 1 }, steps: ['withdrawn'], state: 'withdrawn' });
});

test('who was registered by another body between check and sending waits, with the problem that says so', async () => {
  const [theirs, ours] = [someone(), someone()];
  const id = await brings([theirs, ours]);
  made.push(id);
  const first = await commune.sends([theirs]);
  for (const personId of await commune.waiting(first)) must(await commune.confirms(first, personId));
  await sends(id);
  assert.deepEqual(await stands(id), { parts: { toCorrect: 1, matching: 1 }, steps: ['correct', 'matching'], state: 'incomplete' });
  const problems = await asClerk((tx) => readProblems(tx, school.needs.keys, id, 1, { limit: 10 }));
  assert.deepEqual(
    problems.map(({ code, value, personName }) => [code, value, personName]),
    [['E-PERSON-ELSEWHERE', theirs.number, theirs.name]],
  );
});

test('what a person declared is in no list of the work of a body', async () => {
  const returned = await school.sends([someone()]);
  must(await school.confirms(returned, (await school.waiting(returned))[0]!, { returns: 'C' }));
  const declared = [returned, await brings([someone()]), await brings([someone({ hasError: true })])];
  await school.office.owner.transaction(null, (tx) =>
    tx.query(`update submission set source = 'person' where submission_id = any ($1::uuid[])`, [declared]),
  );
  made.push(...declared);
  const steps = await Promise.all(declared.map(async (id) => (await stands(id)).steps));
  assert.deepEqual(steps, [['with-person'], ['reading'], ['with-person']]);
});

test('the list of a step, and the number at home, hold exactly the submissions that have it', async () => {
  made.push(await brings([someone({ hasError: true })]), await brings([someone()]), await school.sends([someone()]));
  const all = await asClerk((tx) => filePage(tx, 1000, null, [school.bodyId]));
  assert.ok(made.every((id) => all.some((file) => file.submissionId === id)));
  const steps = new Map<string, readonly string[]>();
  for (const { submissionId } of all) steps.set(submissionId, (await stands(submissionId)).steps);
  const counted = await asClerk((tx) => countSteps(tx, Object.fromEntries(OPEN_STEPS.map((step) => [step, [school.bodyId]]))));
  let some = 0;
  for (const step of OPEN_STEPS) {
    const listed = (await asClerk((tx) => filePage(tx, 1000, null, [school.bodyId], step))).map((file) => file.submissionId);
    const expected = all.map((file) => file.submissionId).filter((id) => steps.get(id)!.includes(step));
    assert.deepEqual(listed, expected, step);
    assert.equal(counted.get(step)!.count, expected.length, step);
    assert.equal(counted.get(step)!.only, expected.length === 1 ? expected[0] : null);
    some += Math.min(1, expected.length);
  }
  assert.ok(some >= 4, 'most steps are held by somebody here');
});
