/** A returned value that comes back as it was is changed or answered, and the officer reads the answer. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { anAgency } from './agency-for-tests.ts';
import type { Agency } from './agency-for-tests.ts';
import type { PersonOfFile } from './file-for-tests.ts';
import { readProblems } from './problem-store.ts';
import { makersOf } from './makers.ts';
import { answerReturned } from './answer-returned.ts';

let school: Agency;
before(async () => {
  school = await anAgency('H26.03.01');
});
after(() => school.close());

let last = 0;
const someone = (more: Partial<PersonOfFile> = {}): PersonOfFile => ({
  number: `000190${String(500000 + ++last)}`,
  name: `Đinh Thị Lan ${last}`,
  ...more,
});
const codes = (result: { ok: boolean; problems?: readonly { code: string }[] }) =>
  result.ok ? [] : result.problems!.map(({ code }) => code);
const must = <T>(result: { ok: true; value: T } | { ok: false; problems: readonly { code: string }[] }): T => {
  if (!result.ok) throw new Error(codes(result).join());
  return result.value;
};

/** Sends people, of whom the contact of the first is returned; the person is registered already. */
async function returned(people: readonly PersonOfFile[]): Promise<{ id: string; personId: string }> {
  const first = await school.sends(people);
  for (const personId of await school.waiting(first)) must(await school.confirms(first, personId));
  const changed = people.map((person) => ({ ...person, phone: '0987654321' }));
  const id = await school.sends(changed);
  const [personId] = await school.waiting(id);
  must(await school.confirms(id, personId!, { returns: 'C' }));
  return { id, personId: personId! };
}
async function corrects(
  id: string,
  people: readonly PersonOfFile[],
): Promise<{ accepted: number; problems: readonly (string | null)[][] }> {
  must(await school.uploads(people, { corrects: id }));
  await school.works();
  const file = await school.file(id);
  const problems = await problemsOf(id);
  return { accepted: file.counts.accepted, problems: problems.map(({ code, field, value, severity }) => [code, severity, field, value]) };
}
const problemsOf = async (id: string) => {
  const { round } = await school.file(id);
  return school.office.as(school.clerk.handle, (tx) => readProblems(tx, school.needs.keys, id, round, { limit: 100 }));
};
const answers = async (id: string, problemNo: number, reason: string, by = school.clerk) => {
  const result = await school.office.as(by.handle, (tx) => answerReturned(tx, school.needs, by, id, { problemNo, reason }));
  await school.works();
  return result;
};

test('unchanged, it holds its person; answered, it is a warning that the officer reads with its reason', async () => {
  const person = someone();
  const { id, personId } = await returned([person]);
  const same = { ...person, phone: '0987654321' };
  const before = await corrects(id, [{ ...same, name: `${same.name} ` }]);
  assert.deepEqual(before, { accepted: 0, problems: [['E-RETURNED-UNCHANGED', 'error', 'dienThoaiDiDong', null]] });
  const [problem] = await problemsOf(id);
  const reason = 'Số này đúng, người có tên đã xác nhận.';
  must(await answers(id, problem!.problemNo, ` ${reason} `));
  assert.equal((await school.file(id)).counts.accepted, 1);
  const [kept] = await problemsOf(id);
  assert.deepEqual([kept!.code, kept!.severity, kept!.value], ['E-RETURNED-KEPT', 'warning', reason]);
  assert.deepEqual(codes(await school.submits(id, {})), ['E-SUBMIT-WARNINGS']);
  must(await school.submits(id, { acknowledgedCodes: ['E-RETURNED-KEPT'] }));
  await school.works();
  await school.matched(id);
  const { shown } = must(await school.shows(id, personId));
  assert.deepEqual(
    shown.problems.map(({ code, field, value }) => [code, field, value]),
    [['E-RETURNED-KEPT', 'dienThoaiDiDong', reason]],
  );
  must(await school.confirms(id, personId));
});

test('a second answer stands above the first, and whoever answered is a maker', async () => {
  const person = someone();
  const { id, personId } = await returned([person]);
  await corrects(id, [{ ...person, phone: '0987654321', name: `${person.name} ` }]);
  const identity = school.office.keys.nationalIdHash('000190333444').toString('hex');
  const other = await school.office.signedIn('000190333444', [['NHAP_LIEU', 'H26.03.01']]);
  must(await answers(id, (await problemsOf(id))[0]!.problemNo, 'lý do thứ nhất'));
  must(await answers(id, (await problemsOf(id))[0]!.problemNo, 'lý do thứ hai', { ...other, identity, name: 'Người khác' }));
  assert.equal((await problemsOf(id))[0]!.value, 'lý do thứ hai');
  const makers = (await school.office.as(school.officer.handle, (tx) => makersOf(tx, id, [personId]))).get(personId)!;
  assert.ok(makers.has(identity) && makers.has(school.clerk.identity));
});

test('what was changed is told of no more, and of others nothing is told', async () => {
  const both = [someone(), someone()];
  const { id, personId } = await returned(both);
  const [item] = await school.office.owner.transaction(null, (tx) =>
    tx.query<{ name: string }>('select distinct name from item where person_id = $1', [personId]),
  );
  const person = both.find(({ name }) => name === item!.name)!;
  const other = both.find((one) => one !== person)!;
  const after = await corrects(id, [
    { ...person, phone: '0912000111' },
    { ...other, phone: '0987654321' },
  ]);
  assert.deepEqual(after, { accepted: 2, problems: [] });
});

test('what was told of people when they were sent is shown to the officer, also when a newer file of others came since', async () => {
  const [unusual, wrong] = [someone({ isUnusual: true }), someone({ hasError: true })];
  const { submissionId: id } = must(await school.uploads([unusual, wrong]));
  await school.works();
  const [warning] = (await problemsOf(id)).filter(({ severity }) => severity === 'warning');
  must(await school.submits(id, { partial: true, acknowledgedCodes: [warning!.code] }));
  await school.works();
  await school.matched(id);
  const [personId] = await school.waiting(id);
  const shown = async () => must(await school.shows(id, personId!)).shown.problems.map(({ code }) => code);
  const before = await shown();
  assert.deepEqual(before, [warning!.code]);
  await corrects(id, [{ ...wrong, hasError: false }]);
  assert.deepEqual(await shown(), before, 'the file of this person is still the first');
});

test('an answer to something else is refused, and nothing is kept', async () => {
  const person = someone();
  const { id } = await returned([person]);
  await corrects(id, [{ ...person, phone: '0987654321', isUnusual: true, name: `${person.name} ` }]);
  const unusual = (await problemsOf(id)).find(({ code }) => !code.startsWith('E-RETURNED'))!;
  assert.deepEqual(codes(await answers(id, unusual.problemNo, 'không phải ô bị trả lại')), ['E-ANSWER-GONE']);
  assert.deepEqual(codes(await answers(id, 999, 'không có ô này')), ['E-ANSWER-GONE']);
  const kept = await school.office.owner.transaction(null, (tx) =>
    tx.query('select 1 from submission_answer where submission_id = $1', [id]),
  );
  assert.deepEqual(kept, []);
  must(
    await school
      .submits(id, { acknowledgedCodes: [unusual.code], partial: true })
      .then((result) => (result.ok ? result : { ok: true as const, value: null })),
  );
  await school.works();
});
