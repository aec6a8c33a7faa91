/** A third door walks the whole way, and `record` has no line for it: from the bytes to the register, with its places in its own words. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AS_OF, anAgency, brings } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { acceptSuggestions } from '#record/intake/accept.ts';
import { doorFor, printed } from '#record/intake/door.ts';
import { readProblems } from '#record/intake/problem-store.ts';
import { readPeople, readVersions } from '#record/register/store.ts';
import type { Result } from '#base/problem.ts';
import { SAMPLE_ROW } from '#standard/sample-person.ts';
import { jsonDoor } from './door.ts';

let agency: Agency;
before(async () => {
  agency = await anAgency('H26.03.01', undefined, [jsonDoor]);
});
after(() => agency.close());

let last = 0;
const aPerson = (changed: Readonly<Record<string, unknown>> = {}) => ({
  ...SAMPLE_ROW,
  soDinhDanh: `000085${String(++last).padStart(6, '0')}`,
  coQuanQuanLy: 'H26.03.01',
  coQuanSuDung: 'H26.03.01',
  ...changed,
});
const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join());
  return result.value;
};
async function sends(document: unknown): Promise<string> {
  const { needs, clerk, bodyId } = agency;
  const bytes = Buffer.from(JSON.stringify(document));
  const { submissionId } = must(await brings(needs, clerk, { bodyId, fileName: '', bytes, asOf: AS_OF }));
  await agency.works();
  return submissionId;
}
const problemsOf = (submissionId: string) =>
  agency.office.as(agency.clerk.handle, (tx) => readProblems(tx, agency.office.keys, submissionId, 1, { limit: 50 }));
const warningsOf = async (submissionId: string): Promise<string[]> => [
  ...new Set((await problemsOf(submissionId)).filter((one) => one.severity === 'warning').map((one) => one.code)),
];

test('one person as JSON goes from the bytes to the register', async () => {
  const submissionId = await sends(aPerson({ hoTenKhaiSinh: 'Lê Thị Lan', gioiTinh: 'Nam' }));
  const file = await agency.file(submissionId);
  assert.deepEqual([file.door, file.fileName, file.stage, file.counts.accepted], ['json', 'mot-nguoi.json', 'checked', 1]);
  must(await agency.submits(submissionId, { acknowledgedCodes: await warningsOf(submissionId) }));
  await agency.works();
  await agency.matched(submissionId);
  const [personId] = await agency.waiting(submissionId);
  const { receipt } = must(await agency.confirms(submissionId, personId!));
  assert.deepEqual([receipt.content.kind, receipt.content.final], ['R2', true]);
  const [person, versions] = await agency.office.as(agency.officer.handle, async (tx) => [
    (await readPeople(tx, agency.office.keys, [personId!])).get(personId!),
    await readVersions(tx, agency.office.keys, [personId!]),
  ]);
  assert.equal(person?.document.B?.['hoTenKhaiSinh'], 'Lê Thị Lan');
  assert.equal(versions.at(-1)?.source, 'NDXP');
});

test('what is wrong is told by a JSON pointer, and a value accepted is laid exactly there', async () => {
  const submissionId = await sends(aPerson({ dienThoaiDiDong: '091234567O', luong: [{ 'luong.heSo': 'ba phẩy' }] }));
  const problems = await problemsOf(submissionId);
  const placed = problems.map((one) => [one.field, printed(jsonDoor, one.place).sheet]);
  assert.ok(
    placed.some(([field, path]) => field === 'luong.heSo' && path === '/luong/0/luong.heSo'),
    JSON.stringify(placed),
  );
  const phone = problems.find((one) => one.field === 'dienThoaiDiDong' && one.suggestion);
  assert.equal(printed(jsonDoor, phone!.place).sheet, '/dienThoaiDiDong');
  const who = { ...agency.clerk, name: 'Người nhập liệu' };
  const accepted = await agency.office.as(agency.clerk.handle, (tx) =>
    acceptSuggestions(tx, agency.needs, who, submissionId, { problemIds: [phone!.problemNo] }),
  );
  assert.equal(must(accepted).accepted, 1);
  await agency.works();
  assert.ok(!(await problemsOf(submissionId)).some((one) => one.field === 'dienThoaiDiDong' && one.severity !== 'corrected'));
});

test('what is no person is refused where it stops making sense', async () => {
  for (const [document, path] of [
    [{ luong: [[]] }, '/luong/0'],
    [{ hoTenKhaiSinh: { ho: 'Lê' } }, '/hoTenKhaiSinh'],
    [{ luong: 'không' }, '/luong'],
  ] as const) {
    const { report, stage } = await agency.file(await sends({ ...document, tag: String(++last) }));
    assert.deepEqual([stage, report.refusal?.code], ['refused', 'E-JSON-PERSON'], path);
    assert.ok(report.refusal!.title.en.includes(`${path} `), report.refusal!.title.en);
  }
});

test('this door knows its own bytes', () => {
  for (const [text, key] of [
    ['{"soDinhDanh":"1"}', 'json'],
    [' \n{', 'json'],
    ['[1]', undefined],
    ['PK\u0003\u0004', undefined],
  ] as const)
    assert.equal(doorFor([jsonDoor], Buffer.from(text, 'latin1'))?.key, key, text);
});
