/** A file that cannot be read, in the real queue: after the last try it stands as refused with what to do, the queue keeps a code, and the same bytes sent again are read. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { bindJob } from '#base/jobs/job.ts';
import type { BoundJob } from '#base/jobs/job.ts';
import { openJobs } from '#base/jobs/queue.ts';
import type { Jobs } from '#base/jobs/queue.ts';
import { openJobSession } from '#authority/access/sessions.ts';
import { anAgency } from './agency-for-tests.ts';
import type { Agency } from './agency-for-tests.ts';
import { advanceJob, checkJob } from './jobs.ts';
import { resumeUnfinished } from './resume.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const PEOPLE = [{ number: '000190440001', name: 'Trần Thị Hoa' }];
let agency: Agency;
let jobs: Jobs;

before(async () => {
  agency = await anAgency();
  jobs = await openJobs(agency.office.appUrl, quiet);
});
after(async () => {
  await jobs.stop();
  await agency.close();
});

const rows = (sql: string) => agency.office.owner.transaction(null, (tx) => tx.query<Record<string, unknown>>(sql));
const blobs = () => (agency.needs.blobs as unknown as { kept: Map<string, Uint8Array> }).kept;

test('a file whose bytes are gone ends refused with its problem; brought again it is read', async () => {
  const received = await agency.uploads(PEOPLE);
  assert.ok(received.ok);
  const { submissionId, sha256 } = received.value;
  blobs().delete(sha256);

  const ended = Promise.withResolvers<void>();
  const bound = bindJob(checkJob, agency.needs);
  const heard: BoundJob = { ...bound, gaveUp: (payload) => bound.gaveUp(payload).finally(() => ended.resolve()) };
  const payload = agency.queued.shift()!.payload;
  // No try is left: its first failure is its last.
  await agency.office.as(agency.clerk.handle, (tx) => jobs.send(tx, { ...checkJob, tries: 0 }, payload));
  await jobs.work(heard);
  await ended.promise;

  const file = await agency.file(submissionId);
  assert.deepEqual([file.stage, file.report.refusal?.code], ['refused', 'E-UPLOAD-NOT-READ']);
  assert.match(file.report.refusal!.next.vi, /Tải lên lại chính tệp đó/);
  await jobs.stop(); // what failed is written before a worker stops
  const [{ output }] = (await rows(`select output from pgboss.job where name = 'submission.check'`)) as [{ output: object }];
  assert.deepEqual(output, { name: 'Error', code: 'E-INTERNAL' });
  jobs = await openJobs(agency.office.appUrl, quiet);

  const again = await agency.uploads(PEOPLE);
  assert.ok(again.ok && again.value.sameAs !== null && again.value.submissionId === submissionId);
  await agency.works();
  assert.equal((await agency.file(submissionId)).stage, 'checked');
  // A file that was read is not read again for being sent once more.
  assert.ok((await agency.uploads(PEOPLE)).ok);
  assert.deepEqual(agency.queued, []);
});

test('what nobody works on is taken up again, and what stands in the queue is not queued twice', async () => {
  const received = await agency.uploads([{ number: '000190440002', name: 'Lê Văn Tư' }]);
  assert.ok(received.ok);
  const { payload } = agency.queued.shift()!;
  const system = await openJobSession(agency.office, { bodyId: null, purpose: 'resume' });
  assert.equal(await resumeUnfinished(agency.needs, system, 'left'), 1);
  assert.deepEqual(agency.queued.splice(0), [{ name: checkJob.name, payload }]);
  await agency.office.as(agency.clerk.handle, (tx) => jobs.send(tx, checkJob, payload));
  assert.equal(await resumeUnfinished(agency.needs, system, 'left'), 0);
  assert.equal(await resumeUnfinished(agency.needs, system, 'all'), 1);
  assert.equal(advanceJob.lastFailure.kind, 'again');
});
