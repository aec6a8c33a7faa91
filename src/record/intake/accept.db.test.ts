import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { certain, guess } from '#base/problem.ts';
import type { Problem } from '#base/problem.ts';
import { acceptSuggestions, undoAcceptance } from './accept.ts';
import type { AcceptRequest } from './accept.ts';
import { fixesOf, lastStepOf, suggestionGroups } from './acceptance-store.ts';
import { anAgency } from './agency-for-tests.ts';
import type { Agency } from './agency-for-tests.ts';
import type { PersonOfFile } from './file-for-tests.ts';
import { readProblems } from './problem-store.ts';
import type { StoredProblem } from './problem-store.ts';
import { withdraw } from './receive.ts';

let agency: Agency;
before(async () => {
  agency = await anAgency();
});
after(() => agency.close());

let last = 0;
const someone = (phone: string, meant: PersonOfFile['meant']): PersonOfFile => ({
  number: `000190${String(++last).padStart(6, '0')}`,
  name: 'Trần Thị Hoa',
  phone,
  ...(meant ? { meant } : {}),
});
const lostZero = (phone: string): PersonOfFile => someone(phone, { suggestion: certain(`0${phone}`, 'lost-zero') });
const guessed = (phone: string): PersonOfFile => someone(phone, { suggestion: guess(`0${phone}`, 'look-alike') });

const must = <T>(result: { ok: true; value: T } | { ok: false; problems: readonly Problem[] }): T => {
  if (!result.ok) throw new Error(result.problems.map((problem) => problem.code).join());
  return result.value;
};
const codes = (result: { ok: boolean; problems?: readonly Problem[] }) => (result.problems ?? []).map((problem) => problem.code);

async function checked(people: readonly PersonOfFile[]): Promise<string> {
  const { submissionId } = must(await agency.uploads(people));
  await agency.works();
  return submissionId;
}
const problemsOf = (submissionId: string): Promise<StoredProblem[]> =>
  agency.office.as(agency.clerk.handle, (tx) => readProblems(tx, agency.office.keys, submissionId, 1, { limit: 100 }));
const accepts = async (submissionId: string, request: AcceptRequest) => {
  const result = await agency.office.as(agency.clerk.handle, (tx) =>
    acceptSuggestions(tx, agency.needs, { ...agency.clerk, name: 'Người nhập liệu' }, submissionId, request),
  );
  await agency.works();
  return result;
};
const undoes = async (submissionId: string, step: number) => {
  const result = await agency.office.as(agency.clerk.handle, (tx) => undoAcceptance(tx, agency.needs, agency.clerk, submissionId, step));
  await agency.works();
  return result;
};
const acceptedIn = (submissionId: string) =>
  agency.office.as(agency.clerk.handle, (tx) => fixesOf(tx, agency.office.keys, submissionId, 1));
const groupOf = (phone: string) => ({ code: 'E-PHONE-FORM', field: 'dienThoaiDiDong', value: phone, suggested: `0${phone}` });
const actsOf = (submissionId: string) =>
  agency.office.as(agency.clerk.handle, (tx) =>
    tx.query<{ act: string }>(`select act from audit_event where object_id = $1 and act like 'suggestion.%' order by tx, event_id`, [
      submissionId,
    ]),
  );

test('an accepted value is laid over exactly the cell of its problem: not the row after it, nor another column', async () => {
  const submissionId = await checked([lostZero('911000001'), lostZero('911000002'), lostZero('911000003')]);
  const [, second] = await problemsOf(submissionId);
  must(await accepts(submissionId, { problemIds: [second!.problemNo] }));
  const [fix, ...more] = await acceptedIn(submissionId);
  assert.equal(more.length, 0);
  assert.deepEqual(
    [fix!.place, fix!.typed, fix!.value, fix!.personName],
    [{ sheet: 'Hồ sơ', row: 5, column: 'C' }, '911000002', '0911000002', 'Trần Thị Hoa'],
  );
  assert.deepEqual(
    (await problemsOf(submissionId)).map((problem) => problem.place?.['row']),
    [4, 6],
    'the other cells are told as before',
  );
});

test('a group is the cells that say the same and for which the same certain suggestion is made; guesses are no group', async () => {
  const submissionId = await checked([
    lostZero('912000001'),
    lostZero('912000001'),
    lostZero('912000002'),
    guessed('912000003'),
    guessed('912000003'),
  ]);
  const groups = await agency.office.as(agency.clerk.handle, (tx) =>
    suggestionGroups(tx, submissionId, 1, { code: null, limit: 10, examples: 3 }),
  );
  assert.deepEqual(
    groups.map((group) => [group.count, group.examples.length]),
    [
      [2, 2],
      [1, 1],
    ],
  );
  const { accepted } = must(await accepts(submissionId, { group: groupOf('912000001') }));
  assert.equal(accepted, 2);
  assert.deepEqual(codes(await accepts(submissionId, { group: groupOf('912000003') })), ['E-SUGGESTION-GONE'], 'a guess has no group');
  assert.deepEqual(
    (await acceptedIn(submissionId)).map((fix) => fix.place['row']),
    [4, 5],
  );
});

test('guesses are accepted one by one; a whole kind of problem never is', async () => {
  const submissionId = await checked([guessed('913000001'), guessed('913000002'), lostZero('913000003')]);
  const numbers = (await problemsOf(submissionId)).map((problem) => problem.problemNo);
  assert.deepEqual(codes(await accepts(submissionId, { code: 'E-PHONE-FORM' })), ['E-SUGGESTION-NOT-NAMED']);
  assert.deepEqual(codes(await accepts(submissionId, {})), ['E-SUGGESTION-NOT-NAMED']);
  assert.deepEqual(codes(await accepts(submissionId, { problemIds: numbers })), ['E-SUGGESTION-GUESSES']);
  assert.deepEqual(codes(await accepts(submissionId, { problemIds: [numbers[0]!, numbers[2]!] })), ['E-SUGGESTION-GUESSES']);
  assert.equal((await acceptedIn(submissionId)).length, 0, 'what was refused laid nothing');
  must(await accepts(submissionId, { problemIds: [numbers[0]!] }));
  assert.equal((await acceptedIn(submissionId)).length, 1);
});

test('of equals the person chooses; another value than the listed ones is refused', async () => {
  const submissionId = await checked([someone('914', { suggestion: null, candidates: ['0914000001', '0914000002'] })]);
  const [problem] = await problemsOf(submissionId);
  assert.deepEqual(problem!.candidates, ['0914000001', '0914000002']);
  const one = { problemIds: [problem!.problemNo] };
  assert.deepEqual(codes(await accepts(submissionId, one)), ['E-SUGGESTION-GONE'], 'none of them is the default');
  assert.deepEqual(codes(await accepts(submissionId, { ...one, candidate: '0914999999' })), ['E-SUGGESTION-NO-CANDIDATE']);
  must(await accepts(submissionId, { ...one, candidate: '0914000002' }));
  assert.deepEqual(
    (await acceptedIn(submissionId)).map((fix) => [fix.value, fix.strength, fix.reason]),
    [['0914000002', 'guess', 'chosen']],
  );
});

test('one acceptance is one step: the last is undone whole, and everything stands as it was', async () => {
  const submissionId = await checked([lostZero('915000001'), lostZero('915000001'), guessed('915000002')]);
  const before = await problemsOf(submissionId);
  const first = must(await accepts(submissionId, { group: groupOf('915000001') }));
  const [rest] = await problemsOf(submissionId);
  const second = must(await accepts(submissionId, { problemIds: [rest!.problemNo] }));
  assert.deepEqual(codes(await undoes(submissionId, first.step)), ['E-ACCEPTANCE-GONE'], 'a later step stands on it');
  assert.equal(must(await undoes(submissionId, second.step)).undone, 1);
  assert.deepEqual(codes(await undoes(submissionId, second.step)), ['E-ACCEPTANCE-GONE'], 'a second press takes back nothing more');
  assert.equal(must(await undoes(submissionId, first.step)).undone, 2);
  assert.deepEqual(await problemsOf(submissionId), before);
  assert.deepEqual(
    [await acceptedIn(submissionId), await agency.office.as(agency.clerk.handle, (tx) => lastStepOf(tx, submissionId, 1))],
    [[], null],
  );
  assert.deepEqual(
    (await actsOf(submissionId)).map((row) => row.act),
    ['suggestion.accepted', 'suggestion.accepted', 'suggestion.undone', 'suggestion.undone'],
  );
  must(await accepts(submissionId, { group: groupOf('915000001') }));
  assert.equal((await acceptedIn(submissionId)).length, 2, 'what was undone can be accepted again');
});

test('what was sent or withdrawn is not undone, and nothing of it is accepted', async () => {
  const sent = await checked([lostZero('916000001')]);
  const { step } = must(await accepts(sent, { group: groupOf('916000001') }));
  must(await agency.submits(sent));
  await agency.works();
  assert.deepEqual(codes(await undoes(sent, step)), ['E-ACCEPTANCE-SENT']);
  const gone = await checked([lostZero('916000002')]);
  const accepted = must(await accepts(gone, { group: groupOf('916000002') }));
  must(await agency.office.as(agency.clerk.handle, (tx) => withdraw(tx, agency.needs, gone)));
  assert.deepEqual(codes(await undoes(gone, accepted.step)), ['E-ACCEPTANCE-SENT']);
  assert.deepEqual(codes(await accepts(gone, { group: groupOf('916000002') })), ['E-SUBMIT-NOT-CHECKED']);
});

test('what was accepted stays with the items: the officer sees it beside the value as typed, and the register has who did it', async () => {
  const submissionId = await checked([lostZero('917000001'), lostZero('917000002')]);
  must(await accepts(submissionId, { group: groupOf('917000001') }));
  must(await agency.submits(submissionId, { partial: true }));
  await agency.works();
  await agency.matched(submissionId);
  const [personId] = await agency.waiting(submissionId);
  const { shown } = must(await agency.shows(submissionId, personId!));
  assert.deepEqual(
    shown.accepted?.map(({ at: _at, ...one }) => one),
    [
      {
        group: 'C',
        field: 'dienThoaiDiDong',
        where: { sheet: 'Hồ sơ', row: 4, column: 'C' },
        typed: '917000001',
        value: '0917000001',
        strength: 'certain',
        reason: 'lost-zero',
        by: 'Người nhập liệu',
      },
    ],
  );
  must(await agency.confirms(submissionId, personId!));
  const kept = await agency.office.as(agency.officer.handle, (tx) =>
    tx.query<{ by_account: string; by_identity: Buffer; group_code: string; sealed: Buffer }>(
      'select by_account, by_identity, group_code, sealed from item_suggestion where submission_id = $1 and person_id = $2',
      [submissionId, personId],
    ),
  );
  assert.deepEqual(
    kept.map((row) => [row.by_account, row.by_identity.toString('hex'), row.group_code]),
    [[agency.clerk.accountId, agency.clerk.identity, 'C']],
  );
  assert.ok(!kept[0]!.sealed.includes('917000001'), 'values are sealed');
});
