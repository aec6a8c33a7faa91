/**
 * What the check of a file says after it has asked the register holds no value of the register: whoever sends a file reads all of its words, and may not
 * see every field of the people in it. Each rule and look-up that asks the register, with a value in every sensitive or sealed field of who stands there.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { mayConfirmGroup } from '#record/confirmation/policy.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import type { PersonOfFile } from '#record/intake/file-for-tests.ts';
import { readProblems } from '#record/intake/problem-store.ts';
import { RULES } from '#standard/rules.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import { documentOf, foundIn, plant } from './planted-values.ts';
import type { Planted } from './planted-values.ts';

let school: Agency;
let commune: Agency;
before(async () => {
  school = await anAgency('H26.03.01');
  commune = await anAgency('H41.51', school.office);
});
after(() => school.close());

const must = <T>(result: { ok: true; value: T } | { ok: false; problems: readonly { code: string }[] }): T => {
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join());
  return result.value;
};

let last = 600000;
const STANDS = plant('R', 1701);
const SENT = plant('S', 1711);
/** Somebody with these values, and besides in this state. */
function someone(planted: readonly Planted[], more: RecordDocument = {}, number = `000190${++last}`): PersonOfFile {
  const document: Record<string, object> = { ...documentOf(planted.filter(({ leaf }) => mayConfirmGroup(leaf.field.group, ['XAC_NHAN']))) };
  for (const [group, values] of Object.entries(more)) document[group] = { ...document[group], ...values };
  const name = planted.find(({ leaf }) => leaf.path === 'hoTenKhaiSinh')!;
  return { number, name: String(name.value), more: document as RecordDocument };
}
async function registers(agency: Agency, person: PersonOfFile): Promise<string> {
  const submissionId = await agency.sends([person]);
  const [personId] = await agency.waiting(submissionId);
  must(await agency.confirms(submissionId, personId!));
  return personId!;
}

const AT_WORK = { A: { trangThaiCongTac: 'DANG_LAM' } };
const LEFT = { A: { trangThaiCongTac: 'THOI_VIEC' } };

/** By the code that must be said: who stands in the school's register, what is sent of them, and by whom. */
const ASKED: readonly (readonly [code: string, stands: RecordDocument, sent: RecordDocument, by: 'school' | 'commune'])[] = [
  ['E-RECORD-CLOSED', LEFT, AT_WORK, 'school'],
  ['E-SECONDMENT-NOT-AGREED', AT_WORK, { A: { trangThaiCongTac: 'BIET_PHAI', coQuanSuDung: 'H41.51' } }, 'school'],
  ['E-EMPLOYER-ELSEWHERE', AT_WORK, { A: { trangThaiCongTac: 'DANG_LAM', coQuanSuDung: 'H41.51' } }, 'school'],
  ['E-TWO-EMPLOYERS', AT_WORK, AT_WORK, 'commune'],
  ['E-PERSON-ELSEWHERE', AT_WORK, AT_WORK, 'commune'],
  ['E-PERSON-TWO-BODIES', LEFT, AT_WORK, 'commune'],
];

/** The codes said of this person's line, none of whose words may hold a value of the register. */
async function said(agency: Agency, person: PersonOfFile): Promise<string[]> {
  const { submissionId } = must(await agency.uploads([person]));
  await agency.works();
  const { office, clerk } = agency;
  const problems = await office.as(clerk.handle, (tx) => readProblems(tx, office.keys, submissionId, 1, { limit: 1000 }));
  for (const problem of problems)
    assert.deepEqual(
      foundIn(
        JSON.stringify(problem),
        STANDS.flatMap(({ known }) => known),
      ),
      [],
      problem.code,
    );
  return problems.map(({ code }) => code);
}

for (const [code, stands, sent, by] of ASKED)
  test(`${code} says nothing of what the register holds`, async () => {
    const person = someone(STANDS, stands);
    await registers(school, person);
    const codes = await said(by === 'school' ? school : commune, someone(SENT, sent, person.number));
    assert.ok(codes.includes(code), codes.join());
  });

test('somebody who may be another of the register under a former number: nothing of who that is', async () => {
  const person = someone(STANDS, AT_WORK);
  await registers(school, person);
  const codes = await said(school, someone(SENT, { ...AT_WORK, B: { soCmndCu: person.number } }));
  assert.ok(codes.includes('E-PERSON-SAME-OLD-NUMBER'), codes.join());
});

test('every rule that asks the register is asked above', () => {
  assert.deepEqual(
    RULES.filter(({ needs }) => needs === 'database').map(({ code }) => code),
    ['QT07', 'QT09', 'QT12'],
  );
});
