/** Problems of a file as they are read: by column, with what tells people of one name apart. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { anAgency } from './agency-for-tests.ts';
import type { Agency } from './agency-for-tests.ts';
import { namesOfSeveral, problemColumns, readProblems } from './problem-store.ts';

let agency: Agency;
before(async () => {
  agency = await anAgency();
});
after(() => agency.close());

test('two people of one name are told apart by the last digits of their numbers; a column alone holds its own problems', async () => {
  const sent = await agency.uploads([
    { number: '000190881001', name: 'Trần Thị Hoa', hasError: true },
    { number: '000190881002', name: 'Trần Thị Hoa', hasError: true },
    { number: '000190881003', name: 'Lê Thị Bé', hasError: true },
    { number: '000190881004', name: 'Lê Văn Ba', isUnusual: true },
  ]);
  assert.ok(sent.ok);
  await agency.works();
  const { submissionId } = sent.value;
  await agency.office.as(agency.clerk.handle, async (tx) => {
    const all = await readProblems(tx, agency.needs.keys, submissionId, 1, { limit: 50 });
    const errors = all.filter(({ severity }) => severity === 'error');
    assert.deepEqual(
      errors.map(({ tail }) => tail),
      ['1001', '1002', '1003'],
    );
    assert.deepEqual([...(await namesOfSeveral(tx, submissionId, 1, ['Trần Thị Hoa', 'Lê Thị Bé']))], ['Trần Thị Hoa']);
    const columns = await problemColumns(tx, submissionId, 1, {});
    assert.equal(
      columns.reduce((sum, { count }) => sum + count, 0),
      all.filter(({ field }) => field !== null).length,
    );
    assert.deepEqual(columns, [{ field: 'dienThoaiDiDong', count: 4 }]);
    assert.deepEqual(await readProblems(tx, agency.needs.keys, submissionId, 1, { field: 'ngaySinh', limit: 50 }), []);
    for (const { field, count } of columns) {
      const own = await readProblems(tx, agency.needs.keys, submissionId, 1, { field, limit: 50 });
      assert.deepEqual([own.length, new Set(own.map((one) => one.field)).size], [count, 1]);
    }
  });
});
