/** A clerk of another province with the school's own file: nothing of it is taken, by whatever way, and the school sends it as if nothing had been. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fillTemplate } from '#doors/workbook/fill-template.ts';
import { makeTemplate } from '#doors/workbook/template.ts';
import { workbookDoor } from '#doors/workbook/door.ts';
import { AS_OF, anAgency, brings } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { problemGroups, readProblems } from '#record/intake/problem-store.ts';
import { DEMO_DAY, SETS, newPeople } from '#start/demo/cast.ts';
import { cellsOf } from '#start/demo/cells.ts';
import { cleanWorkbook } from '#start/demo/workbooks.ts';

let school: Agency;
let commune: Agency;
before(async () => {
  school = await anAgency(SETS.clean.bodyCode);
  commune = await anAgency('H41.51', school.office);
  for (const { needs } of [school, commune]) Object.assign(needs, { doors: [workbookDoor] });
});
after(() => school.close());

/** The same people in a form that was given to this body. */
const peopleInFormOf = async (bodyCode: string): Promise<Uint8Array> =>
  fillTemplate(
    await makeTemplate({ bodyCode, bodyName: bodyCode, issuedOn: DEMO_DAY }),
    newPeople(SETS.clean.bodyCode, 3, SETS.clean.set, DEMO_DAY).map((person) => cellsOf(person.nationalId, person.document)),
  );

async function uploads(agency: Agency, bytes: Uint8Array) {
  const { needs, clerk, bodyId } = agency;
  const received = await brings(needs, clerk, { bodyId, fileName: 'ho-so.xlsx', bytes, asOf: AS_OF });
  assert.ok(received.ok);
  await agency.works();
  const { submissionId } = received.value;
  return { submissionId, file: await agency.file(submissionId) };
}

test('the file as it was given to the school is refused, and says whose it is', async () => {
  const { file } = await uploads(commune, await cleanWorkbook());
  assert.deepEqual([file.stage, file.report.refusal?.code], ['refused', 'E-WORKBOOK-OTHER-BODY']);
  assert.match(file.report.refusal!.title.vi, /Trường THPT Mẫu Sơn/);
});

test('its rows in a form of the other body are errors at their cells; nobody can be sent', async () => {
  const { submissionId, file } = await uploads(commune, await peopleInFormOf('H41.51'));
  const { received, accepted, rejected } = file.counts;
  assert.deepEqual([received, accepted, rejected], [3, 0, 3]);
  const { groups, problems } = await commune.office.as(commune.clerk.handle, async (tx) => ({
    groups: await problemGroups(tx, submissionId, 1),
    problems: await readProblems(tx, commune.office.keys, submissionId, 1, { limit: 100, code: 'E-EMPLOYER-ELSEWHERE' }),
  }));
  assert.ok(groups.some((group) => group.code === 'E-EMPLOYER-ELSEWHERE' && group.severity === 'error'));
  assert.equal(problems.length, 6);
  assert.ok(
    problems.every(
      (one) =>
        one.place?.['sheet'] === 'Hồ sơ' && one.place['column'] !== undefined && one.value === 'H26.03.01' && one.suggestion === null,
    ),
  );
  assert.equal((await commune.submits(submissionId, { partial: true })).ok, false);
});

test('the school sends its people as if nothing had been', async () => {
  const { file } = await uploads(school, await cleanWorkbook());
  assert.deepEqual([file.stage, file.counts.received, file.counts.accepted], ['checked', SETS.clean.count, SETS.clean.count]);
});
