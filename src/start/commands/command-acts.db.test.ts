/** What a command leaves in the log: one row, of no session, that tells nobody apart. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { recordMigrated, recordMoved } from './command-acts.ts';

let office: Office;
before(async () => {
  office = await anOffice();
});
after(() => office.close());

test('files that were copied and a database brought to a newer form are acts of the log', async () => {
  await recordMoved(office.ownerUrl, office, { to: 'database', files: 12 });
  await recordMigrated(office.ownerUrl, office, ['0390_oversight']);
  const rows = await office.owner.transaction(null, (tx) =>
    tx.query<{ act: string; role: string; purpose: string; actor: string | null; body_id: string | null }>(
      'select act, role, purpose, actor, body_id from audit_event order by tx, event_id',
    ),
  );
  const common = { role: 'SYSTEM', purpose: 'OPERATE', actor: null, body_id: null };
  assert.deepEqual(rows, [
    { act: 'files.moved', ...common },
    { act: 'schema.migrated', ...common },
  ]);
});
