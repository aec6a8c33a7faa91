/** What only the register knows, told when a file is checked: QT07, QT09, QT12; and the reopening of a closed record. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { reopenRecord } from '#record/register/reopening.ts';
import { RULES } from '#standard/rules.ts';
import { NOT_CHECKED_OFFLINE } from '#standard/check.ts';
import { confirmPerson, showToOfficer } from './confirm.ts';
import { anAgency } from './agency-for-tests.ts';
import type { Agency } from './agency-for-tests.ts';
import type { PersonOfFile } from './file-for-tests.ts';

let school: Agency;
let commune: Agency;
before(async () => {
  school = await anAgency('H26.03.01');
  commune = await anAgency('H41.51', school.office);
});
after(() => school.close());

let last = 0;
const someone = (trangThaiCongTac = 'DANG_LAM', more: Partial<PersonOfFile> = {}): PersonOfFile => ({
  number: `000190${String(500000 + ++last)}`,
  name: 'Phan Thị Mai',
  more: { A: { trangThaiCongTac } },
  ...more,
});
const must = <T>(result: { ok: true; value: T } | { ok: false; problems: readonly { code: string }[] }): T => {
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join());
  return result.value;
};
/** The person stands in the register of that agency. */
async function registers(agency: Agency, person: PersonOfFile): Promise<string> {
  const submissionId = await agency.sends([person]);
  const [personId] = await agency.waiting(submissionId);
  must(await agency.confirms(submissionId, personId!));
  return personId!;
}
/** What the check of a file with this person says. */
async function told(agency: Agency, person: PersonOfFile): Promise<readonly string[]> {
  const { submissionId } = must(await agency.uploads([person, someone()]));
  await agency.works();
  const rows = await agency.office.as(agency.clerk.handle, (tx) =>
    tx.query<{ code: string; field: string; severity: string }>(
      'select code, field, severity from submission_problem where submission_id = $1 and line_no = 1 order by problem_no',
      [submissionId],
    ),
  );
  return rows.map(({ code, field, severity }) => `${severity} ${code} ${field}`);
}
const reopens = (agency: Agency, personId: string, reason = 'BO_SUNG') =>
  agency.office.as(agency.officer.handle, (tx) =>
    reopenRecord(tx, agency.needs, { personId, reason, note: 'Thiếu số quyết định', byAccount: agency.officer.accountId }),
  );
const codesOf = (result: { ok: boolean; problems?: readonly { code: string }[] }) =>
  result.ok ? [] : result.problems!.map(({ code }) => code);

/** An officer accepts these groups of a person, all of them when none is named, as they are shown to that officer. */
const accepts = (by: Agency['officer'], submissionId: string, personId: string, groups?: readonly string[]) =>
  school.office.as(by.handle, async (tx) => {
    const { shown, hash } = must(await showToOfficer(tx, school.needs, submissionId, personId));
    return confirmPerson(tx, school.needs, by, {
      submissionId,
      personId,
      shownHash: hash,
      mismatchReason: null,
      accept: shown.groups.filter(({ group }) => groups?.includes(group) ?? true).map(({ itemId }) => itemId),
      return: [],
    });
  });

const CLOSED = 'error E-RECORD-CLOSED trangThaiCongTac';

for (const state of ['CHUYEN_DI', 'NGHI_HUU', 'THOI_VIEC', 'BUOC_TV', 'TU_TRAN'])
  test(`QT09: the record of who is ${state} takes no change; saying again what stands is none`, async () => {
    const person = someone(state);
    await registers(school, person);
    assert.deepEqual(await told(school, person), []);
    assert.deepEqual(await told(school, { ...person, phone: '0988888888' }), [CLOSED]);
    assert.deepEqual(await told(school, { ...person, more: { A: { trangThaiCongTac: 'DANG_LAM' } } }), [CLOSED], 'nor a return');
  });

test('QT09: who confirms opens a closed record with a reason, for one change', async () => {
  const person = someone('NGHI_HUU');
  const personId = await registers(school, person);
  assert.deepEqual(codesOf(await reopens(school, personId, 'KHAC')), ['E-REOPENING-REASON']);
  must(await reopens(school, personId));
  assert.deepEqual(codesOf(await reopens(school, personId)), ['E-RECORD-REOPENED']);
  const changed = { ...person, phone: '0977777777' };
  assert.deepEqual(await told(school, changed), []);
  await registers(school, changed);
  assert.deepEqual(await told(school, { ...person, phone: '0966666666' }), [CLOSED], 'registered, and closed again');
  const open = await registers(school, someone());
  assert.deepEqual(codesOf(await reopens(school, open)), ['E-RECORD-OPEN']);
  assert.deepEqual(codesOf(await reopens(commune, personId)), ['E-PERSON-NOT-FOUND'], 'nobody of another body opens it');
  const acts = await school.office.owner.transaction(null, (tx) =>
    tx.query(`select 1 from audit_event where act = 'record.reopened' and object_id = $1`, [personId]),
  );
  assert.equal(acts.length, 1);
});

test('QT09 at the decision: a file that was checked before the person left does not go on, until the record is reopened', async () => {
  const person = someone();
  const personId = await registers(school, person);
  const early = await school.sends([{ ...person, phone: '0955555555' }]);
  await registers(school, { ...person, more: { A: { trangThaiCongTac: 'NGHI_HUU' } } });
  const versions = () =>
    school.office.as(school.officer.handle, (tx) => tx.query('select 1 from person_version where person_id = $1', [personId]));
  const before = (await versions()).length;
  assert.deepEqual(codesOf(await school.confirms(early, personId)), ['E-RECORD-CLOSED']);
  assert.equal((await versions()).length, before, 'nothing was written');
  assert.deepEqual(await school.waiting(early), [personId], 'it waits as before');
  must(await reopens(school, personId));
  must(await school.confirms(early, personId));
  assert.deepEqual(await told(school, { ...person, phone: '0944444444' }), [CLOSED], 'one change, and closed again');
});

test('QT09 at the decision: groups of the file that closes the record may be decided one after the other', async () => {
  const person = someone();
  await registers(school, person);
  const closing = await school.sends([{ ...person, phone: '0933333333', more: { A: { trangThaiCongTac: 'NGHI_HUU' } } }]);
  const [personId] = await school.waiting(closing);
  must(await accepts(school.officer, closing, personId!, ['A']));
  must(await accepts(school.officer, closing, personId!, ['C']));
});

test('QT07 and QT12: somebody of another body, employed there or gone from there; the number is told once', async () => {
  const employed = someone();
  await registers(school, employed);
  assert.deepEqual(await told(commune, employed), ['error E-PERSON-ELSEWHERE soDinhDanh', 'error E-TWO-EMPLOYERS coQuanSuDung']);
  const gone = someone('THOI_VIEC');
  await registers(school, gone);
  assert.deepEqual(await told(commune, gone), ['error E-PERSON-TWO-BODIES soDinhDanh']);
  assert.deepEqual(await told(commune, someone()), []);
});

test('QT07 and QT12 at the decision: an officer over both bodies does not confirm for the body that the person has left meanwhile', async () => {
  const [parent, other] = [await school.office.body('H26.03'), await school.office.body('H26.03.02')];
  assert.ok(parent);
  const { accountId, handle } = await school.office.signedIn('000070999321', [['XAC_NHAN', 'H26.03']]);
  const above = { ...school.officer, accountId, handle };
  for (const [state, says] of [
    ['DANG_LAM', 'E-TWO-EMPLOYERS'],
    ['THOI_VIEC', 'E-PERSON-TWO-BODIES'],
  ] as const) {
    const person = someone();
    const personId = await registers(school, person);
    const early = await school.sends([{ ...person, phone: '0922222222' }]);
    await school.office.owner.transaction(null, (tx) =>
      tx.query('update person set body_id = $2, work_status = $3 where person_id = $1', [personId, other, state]),
    );
    assert.deepEqual(codesOf(await accepts(above, early, personId)), [says]);
  }
});

test('the register is asked of everybody, and what was asked is not said to be unchecked', async () => {
  assert.deepEqual(
    RULES.filter(({ needs }) => needs === 'database').map(({ code }) => code),
    ['QT07', 'QT09', 'QT12'],
    'a new rule of the register needs its fact in register_standing, and its test above',
  );
  assert.equal(
    NOT_CHECKED_OFFLINE.filter(({ needs }) => needs === 'register').length,
    3 + 1,
    'the rules, and to which body the people belong',
  );
});
