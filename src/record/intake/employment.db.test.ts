/** Nobody speaks for another body: what a record says of the employment is taken from that body, or from one above it, by every way. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Problem } from '#base/problem.ts';
import { applyConfirmed } from '#record/register/apply.ts';
import { readPeople } from '#record/register/store.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import { AS_OF, anAgency } from './agency-for-tests.ts';
import type { Agency } from './agency-for-tests.ts';
import { readProblems } from './problem-store.ts';

let school: Agency;
let commune: Agency;
before(async () => {
  school = await anAgency('H26.03.01');
  commune = await anAgency('H41.51', school.office);
});
after(() => school.close());

let last = 0;
const employedBy = (managing: string, using = managing): RecordDocument => ({
  A: { coQuanQuanLy: managing, coQuanSuDung: using, loaiDoiTuong: 'VC', trangThaiCongTac: 'DANG_LAM' },
});
const someone = (employment: RecordDocument) => ({
  number: `000190${String(++last).padStart(6, '0')}`,
  name: 'Lê Thị Lan',
  more: employment,
});
const problemsOf = async (agency: Agency, submissionId: string) =>
  agency.office.as(agency.clerk.handle, (tx) => readProblems(tx, agency.office.keys, submissionId, 1, { limit: 100 }));
const must = <T>(result: { ok: true; value: T } | { ok: false; problems: readonly Problem[] }): T => {
  if (!result.ok) throw new Error(result.problems.map((problem) => problem.code).join());
  return result.value;
};
const registered = async (agency: Agency, personId: string) =>
  (await agency.office.as(agency.officer.handle, (tx) => readPeople(tx, agency.office.keys, [personId]))).get(personId);

test('a clerk of another province cannot send the people of a school, and keeps the school from nothing', async () => {
  const person = someone(employedBy('H26.03.01'));
  const { submissionId } = must(await commune.uploads([person]));
  await commune.works();
  assert.deepEqual((await commune.file(submissionId)).counts, { received: 1, accepted: 0, rejected: 1, waiting: 0, warnings: 0 });
  const told = await problemsOf(commune, submissionId);
  assert.deepEqual(
    told.map((one) => [one.code, one.severity, one.field, one.place?.['column'], one.place?.['row']]),
    [
      ['E-EMPLOYER-ELSEWHERE', 'error', 'coQuanQuanLy', 'AA', 4],
      ['E-EMPLOYER-ELSEWHERE', 'error', 'coQuanSuDung', 'AA', 4],
    ],
  );
  assert.match(told[0]!.title.vi, /Trường THPT Mẫu Sơn.*UBND xã Mẫu Trung/);
  assert.equal((await commune.submits(submissionId, { partial: true })).ok, false);
  const own = await school.sends([person]);
  assert.equal((await school.waiting(own)).length, 1);
});

test('each cell says what stands in the way of its body', async () => {
  const rows: [code: string, problem: string | null, suggestion: string | null][] = [
    ['H26.03.01', null, null],
    ['000.01.03.H26', null, null],
    ['G01', 'E-EMPLOYER-ELSEWHERE', null],
    ['H26.03.02', 'E-EMPLOYER-ELSEWHERE', null],
    ['H26.03', 'E-EMPLOYER-ABOVE', null],
    ['H26', 'E-EMPLOYER-ABOVE', null],
    ['H22', 'E-EMPLOYER-ENDED', null],
    ['G07', 'E-EMPLOYER-ENDED', null],
    ['H99', 'E-BODY-UNKNOWN', null],
  ];
  for (const [code, problem, suggestion] of rows) {
    const { submissionId } = must(await school.uploads([someone(employedBy('H26.03.01', code))]));
    await school.works();
    const told = await problemsOf(school, submissionId);
    assert.deepEqual([told.map((one) => one.code).join(), told[0]?.suggestion?.value ?? null], [problem ?? '', suggestion], code);
  }
});

test('a form that was given to another body is not read, and says whose it is', async () => {
  const { submissionId } = must(await commune.uploads([someone(employedBy('H41.51'))], { issuedFor: 'H26.03.01' }));
  await commune.works();
  const file = await commune.file(submissionId);
  assert.equal(file.stage, 'refused');
  assert.equal(file.report.refusal?.code, 'E-WORKBOOK-OTHER-BODY');
  assert.match(file.report.refusal!.title.vi, /Trường THPT Mẫu Sơn \(H26\.03\.01\).*UBND xã Mẫu Trung \(H41\.51\)/);
  // also one of a body below: what is sent for a school is sent as the school
  const department = await anAgency('H26.03', school.office);
  const below = must(await department.uploads([someone(employedBy('H26.03.01'))], { issuedFor: 'H26.03.01' }));
  await department.works();
  assert.equal((await department.file(below.submissionId)).stage, 'refused');
  const own = must(await school.uploads([someone(employedBy('H26.03.01'))], { issuedFor: '000.01.03.H26' }));
  await school.works();
  assert.equal((await school.file(own.submissionId)).stage, 'checked');
});

test('what is registered of the employment is the identity of the body, whatever code it was written with', async () => {
  const submissionId = await school.sends([someone(employedBy('H26.03.01', '000.01.03.H26'))]);
  const [personId] = await school.waiting(submissionId);
  must(await school.confirms(submissionId, personId!));
  const person = (await registered(school, personId!))!;
  assert.deepEqual(person.employers, { coQuanQuanLy: school.bodyId, coQuanSuDung: school.bodyId });
  assert.equal(person.document.A?.['coQuanSuDung'], '000.01.03.H26', 'the document keeps what was written');
});

test('a body that ends between the check and the confirmation is not registered; the officer is told why', async () => {
  const { office } = school;
  const submissionId = await school.sends([someone(employedBy('H26.03.01'))]);
  const [personId] = await school.waiting(submissionId);
  const end = (on: string) =>
    office.owner.transaction(null, async (tx) => {
      await tx.query(`update body_version set valid_to = $2 where body_id = $1`, [school.bodyId, on]);
      await tx.query(`update body_code set valid_to = $2 where body_id = $1`, [school.bodyId, on]);
    });
  await end('2026-10-01');
  try {
    const decided = await school.confirms(submissionId, personId!);
    assert.deepEqual(decided.ok ? [] : [...new Set(decided.problems.map((problem) => problem.code))], ['E-EMPLOYER-ENDED']);
    assert.equal(await registered(school, personId!), undefined);
  } finally {
    await end('9999-12-31');
  }
  must(await school.confirms(submissionId, personId!));
});

test('no way into the register passes it by: what is applied is asked, and the database asks again', async () => {
  const submissionId = await school.sends([someone(employedBy('H26.03.01'))]);
  const [personId] = await school.waiting(submissionId);
  must(await school.confirms(submissionId, personId!));
  const person = (await registered(school, personId!))!;
  const [applied] = await school.office.as(school.officer.handle, (tx) =>
    applyConfirmed(tx, school.office, [
      {
        personId: personId!,
        bodyId: school.bodyId,
        validFrom: AS_OF,
        submissionId: null,
        attestationId: null,
        source: 'EXCEL',
        groups: [{ group: 'A', stated: { coQuanSuDung: 'G01' }, comparedVersion: person.heads.A!.v }],
      },
    ]),
  );
  assert.equal(applied?.outcome, 'refused');
  const police = await school.office.body('G01');
  for (const column of ['using_body_id', 'managing_body_id'])
    await assert.rejects(
      school.office.as(school.officer.handle, (tx) =>
        tx.query(`update person set ${column} = $2 where person_id = $1`, [personId, police]),
      ),
      /row-level security/,
      column,
    );
  assert.deepEqual((await registered(school, personId!))!.employers, person.employers);
});

test('what was not stated again keeps the body that it was resolved to, until it has nothing to do with the one that keeps the person', async () => {
  const { office } = school;
  const submissionId = await school.sends([someone(employedBy('H26.03.01'))]);
  const [personId] = await school.waiting(submissionId);
  must(await school.confirms(submissionId, personId!));
  const phone = async (bodyId: string, number: string) => {
    const handle = await school.needs.jobSession(bodyId);
    const before = (await office.as(handle, (tx) => readPeople(tx, office.keys, [personId!]))).get(personId!)!;
    await office.as(handle, (tx) =>
      applyConfirmed(tx, office, [
        {
          personId: personId!,
          bodyId,
          validFrom: AS_OF,
          submissionId: null,
          attestationId: null,
          source: 'EXCEL',
          groups: [{ group: 'C', stated: { dienThoaiDiDong: number }, comparedVersion: before.heads.C!.v }],
        },
      ]),
    );
    return (await office.as(handle, (tx) => readPeople(tx, office.keys, [personId!]))).get(personId!)!.employers;
  };
  assert.deepEqual(await phone(school.bodyId, '0987000001'), {
    coQuanQuanLy: school.bodyId,
    coQuanSuDung: school.bodyId,
  });
  await office.owner.transaction(null, async (tx) => {
    for (const table of ['person', 'person_reach'])
      await tx.query(`update ${table} set body_id = $2 where person_id = $1`, [personId, commune.bodyId]);
  });
  assert.deepEqual(await phone(commune.bodyId, '0987000002'), { coQuanQuanLy: null, coQuanSuDung: null });
});

test('a body that uses the person without having agreed is kept as it was written where the record says a secondment, and known of nobody', async () => {
  const seconded = (more: RecordDocument, using = 'H41.51') => {
    const person = someone(employedBy('H26.03.01', using));
    return { ...person, more: { ...person.more, ...more, A: { ...person.more.A, ...more.A } } };
  };
  const rows: [words: RecordDocument, using: string, problem: string][] = [
    [{}, 'H41.51', 'E-EMPLOYER-ELSEWHERE error'],
    [{ A: { trangThaiCongTac: 'BIET_PHAI' } }, 'H41.51', 'E-SECONDMENT-NOT-AGREED warning'],
    // also to the body above
    [{ A: { trangThaiCongTac: 'BIET_PHAI' } }, 'H26.03', 'E-SECONDMENT-NOT-AGREED warning'],
    [{ L: { boNhiem: [{ hinhThuc: 'BIET_PHAI', tuNgay: '2026-01-01' }] } }, 'H41.51', 'E-SECONDMENT-NOT-AGREED warning'],
    [{ L: { boNhiem: [{ hinhThuc: 'BIET_PHAI', tuNgay: '2020-01-01', denNgay: '2021-01-01' }] } }, 'H41.51', 'E-EMPLOYER-ELSEWHERE error'],
    [{ K: { congTac: [{ loai: 'BIET_PHAI', tuThang: '2026-01' }] } }, 'H41.51', 'E-SECONDMENT-NOT-AGREED warning'],
    [{ A: { trangThaiCongTac: 'BIET_PHAI' } }, 'H22', 'E-EMPLOYER-ENDED error'],
    [{ A: { trangThaiCongTac: 'BIET_PHAI' } }, 'H99', 'E-BODY-UNKNOWN error'],
    // who manages is lent to nobody
    [{ A: { trangThaiCongTac: 'BIET_PHAI', coQuanQuanLy: 'H41.51' } }, 'H26.03.01', 'E-EMPLOYER-ELSEWHERE error'],
  ];
  for (const [words, using, problem] of rows) {
    const { submissionId } = must(await school.uploads([seconded(words, using)]));
    await school.works();
    const told = await problemsOf(school, submissionId);
    assert.deepEqual(
      told.map((one) => `${one.code} ${one.severity}`),
      [problem],
      JSON.stringify([words, using]),
    );
  }
  const { submissionId } = must(await school.uploads([seconded({ A: { trangThaiCongTac: 'BIET_PHAI' } })]));
  await school.works();
  assert.equal((await school.submits(submissionId)).ok, false, 'a warning is acknowledged before it is sent');
  must(await school.submits(submissionId, { acknowledgedCodes: ['E-SECONDMENT-NOT-AGREED'] }));
  await school.works();
  await school.matched(submissionId);
  const [personId] = await school.waiting(submissionId);
  must(await school.confirms(submissionId, personId!));
  const person = (await registered(school, personId!))!;
  assert.deepEqual(person.employers, { coQuanQuanLy: school.bodyId, coQuanSuDung: null });
  assert.equal(person.document.A?.['coQuanSuDung'], 'H41.51', 'the document keeps what was written');
});
