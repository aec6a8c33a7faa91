/** Files of a first load by command: cut into parts, in the name of a clerk, run again after they were stopped. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { SessionHandle } from '#base/database/transaction.ts';
import { csvDoor } from '#doors/workbook/csv-door.ts';
import { aFirstLoad, codesOf, must } from '#record/first-load/load-for-tests.ts';
import type { FirstLoad } from '#record/first-load/load-for-tests.ts';
import { DEMO_DAY } from '#start/demo/cast.ts';
import { csvOfPeople } from '#start/demo/csv-of-people.ts';
import { bringFiles, clerkOf } from './initial-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'congvu-initial-'));
const file = join(folder, 'ho-so.csv');
const CLERK = '000190770070';
const BODY = { code: 'H26.01', name: 'Sở Nội vụ (mẫu)', trade: 'office' as const, people: 0 };

let one: FirstLoad;
let system: SessionHandle;
before(async () => {
  one = await aFirstLoad(BODY.code, [csvDoor]);
  await one.agency.office.signedIn(CLERK, [['NHAP_LIEU', BODY.code]]);
  system = await one.agency.needs.jobSession(null as never);
  writeFileSync(
    file,
    [...csvOfPeople(BODY, 8, 77, (index): Record<string, string> => (index === 7 ? { ngaySinh: '31/02/1990' } : {}))].join(''),
  );
});
after(async () => {
  await one.agency.close();
  rmSync(folder, { recursive: true, force: true });
});

const brings = async (number = CLERK, files = [file], rows = 3) => {
  const clerk = await clerkOf(one.agency.needs, system, number);
  if (!clerk.ok) return clerk;
  return bringFiles(one.agency.needs, system, clerk.value, { bodyId: one.agency.bodyId, asOf: DEMO_DAY, files, rows }, () => undefined);
};

test('nobody brings parts who may not upload for the body, nor anybody while the ministry has not opened it', async () => {
  assert.deepEqual(codesOf(await brings('12')), ['E-INITIAL-CLERK']);
  assert.deepEqual(codesOf(await brings('000190999999')), ['E-INITIAL-CLERK']);
  assert.deepEqual(codesOf(await brings('000070900002')), ['E-NOT-ALLOWED'], 'who confirms brings nothing');
  assert.deepEqual(codesOf(await brings()), ['E-FIRST-LOAD-NOT-OPEN']);
});

test('a file is cut into parts; stopped and run again, none comes twice; its wrong row alone is told', async () => {
  must(await one.opens());
  assert.deepEqual(codesOf(await brings(CLERK, [file, join(folder, 'khong-co.csv')])), ['E-INITIAL-FILE']);
  const again = must(await brings());
  assert.deepEqual(
    again.parts.map(({ no, fromRow, rows, again: there }) => [no, fromRow, rows, there]),
    [
      [1, 2, 3, true],
      [2, 5, 3, true],
      [3, 8, 2, true],
    ],
  );
  await one.works();
  const counts = await one.asOwner<{ received: number; accepted: number; rejected: number }>(
    `select f.received, f.accepted, f.rejected from first_load_part q join submission_file f using (submission_id) where q.load_id = $1 order by q.part_no`,
    [again.loadId],
  );
  assert.deepEqual(
    counts.map(({ received, accepted, rejected }) => [received, accepted, rejected]),
    [
      [3, 3, 0],
      [3, 3, 0],
      [2, 1, 1],
    ],
  );
  must(await one.closes(again.loadId));
  await one.works();
  await one.finds(again.loadId);
  const warnings = await one.asOwner<{ code: string }>(
    `select distinct s.code from submission_problem s join first_load_part q using (submission_id) where q.load_id = $1 and s.severity = 'warning'`,
    [again.loadId],
  );
  const read = { acknowledgedCodes: warnings.map(({ code }) => code) };
  must(await one.signs(again.loadId, one.first, read));
  must(await one.signs(again.loadId, one.second, read));
  await one.works();
  assert.equal((await one.load(again.loadId)).done, 7);
  const rows = await one.asOwner<{ n: number }>(
    `select count(*)::int as n from audit_event where act = 'first-load.part-added' and role = 'SYSTEM' and object_id = $1`,
    [again.loadId],
  );
  assert.equal(rows[0]!.n, 6, 'each run of the command has its rows beside those of the clerk');
});
