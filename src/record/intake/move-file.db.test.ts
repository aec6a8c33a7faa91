/** A file is moved from the stage in which it was seen, or not at all. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { anAgency } from './agency-for-tests.ts';
import type { Agency } from './agency-for-tests.ts';
import { moveFile } from './move-file.ts';
import { withdraw } from './receive.ts';

let agency: Agency;
before(async () => {
  agency = await anAgency();
});
after(() => agency.close());

test('who saw a file at a stage that it has left moves nothing', async () => {
  const { needs, clerk, office } = agency;
  const received = await agency.uploads([{ number: '000190000001', name: 'Trần Thị Hoa' }]);
  assert.ok(received.ok);
  await agency.works();
  const { submissionId } = received.value;
  const seen = await agency.file(submissionId);
  await office.as(clerk.handle, (tx) => withdraw(tx, needs, submissionId));
  await assert.rejects(
    office.as(clerk.handle, (tx) => moveFile(tx, seen, 'submitted', office.clock.now())),
    /a file that was checked is so no more/,
  );
  assert.equal((await agency.file(submissionId)).stage, 'withdrawn');
});

test('an event that does not fit where the file stands is a fault of the caller', async () => {
  const received = await agency.uploads([{ number: '000190000002', name: 'Trần Thị Hoa' }]);
  assert.ok(received.ok);
  const queued = await agency.file(received.value.submissionId);
  await assert.rejects(
    agency.office.as(agency.clerk.handle, (tx) => moveFile(tx, queued, 'submitted', agency.office.clock.now())),
    /happens to no file that is queued/,
  );
});
