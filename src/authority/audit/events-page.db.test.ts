/** The page of the log has no gap: who sees not all rows is told how many they do not see, in their place. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventsPage } from './events-page.ts';
import type { EventsFound } from './events-page.ts';
import type { EventChoice } from './store.ts';
import { BODY, OTHER_BODY, aLog } from './log-for-tests.ts';
import type { LogForTests } from './log-for-tests.ts';
import type { SessionHandle } from '#base/database/transaction.ts';

let log: LogForTests;
/** supervises one body */
let scoped: SessionHandle;
/** rows, first to last: whose matter each is */
const ROWS: readonly (string | null)[] = [OTHER_BODY, BODY, null, null, BODY, OTHER_BODY, OTHER_BODY, OTHER_BODY, BODY, BODY, null];

before(async () => {
  log = await aLog();
  scoped = await log.session('01930000-0000-7000-8000-00000000e001', { GIAM_SAT: [BODY] });
  for (const bodyId of ROWS) await log.acts(1, { bodyId });
  await log.sequence();
});
after(() => log.close());

async function pages(who: SessionHandle, limit: number, choice: EventChoice = {}): Promise<EventsFound[]> {
  const found: EventsFound[] = [];
  let below: number | null = null;
  do {
    const page: EventsFound = await log.db.transaction(who, (tx) => eventsPage(tx, { below, limit, choice }));
    found.push(page);
    below = page.next;
  } while (below !== null);
  return found;
}
/** A line for each row and for each count, as the list shows them: the place, or "n outside". */
const lines = (found: readonly EventsFound[]): string[] =>
  found.flatMap((page) => [
    ...page.rows.flatMap((row) => [...(row.outside > 0 ? [`${row.outside} outside`] : []), String(row.index)]),
    ...(page.outsideAfter > 0 ? [`${page.outsideAfter} outside`] : []),
  ]);

const SCOPED = ['1 outside', '9', '8', '3 outside', '4', '2 outside', '1', '1 outside'];
for (const limit of [1, 2, 3, 50])
  test(`whoever supervises one body sees its rows, and in place of the others how many they are, ${limit} a page`, async () => {
    const found = await pages(scoped, limit);
    assert.deepEqual(lines(found), SCOPED);
    const counted = found.flatMap(({ rows, outsideAfter }) => [outsideAfter, ...rows.map(({ outside }) => outside + 1)]);
    assert.equal(
      counted.reduce((sum, count) => sum + count, 0),
      ROWS.length,
      'rows and counts together are the whole log',
    );
  });

test('a reader to whom nothing belongs is told how many rows there are, and nothing else', async () => {
  const nobody = await log.session('01930000-0000-7000-8000-00000000e004', {});
  assert.deepEqual(lines(await pages(nobody, 50)), [`${ROWS.length} outside`]);
});

test('a choice of one body counts nothing as outside', async () => {
  assert.deepEqual(lines(await pages(scoped, 2, { bodyId: BODY })), ['9', '8', '4', '1']);
});

test('what has no place yet stands on top, once, and takes its place afterwards', async () => {
  await log.acts(1, { bodyId: BODY });
  const found = await pages(scoped, 2);
  assert.deepEqual(lines(found), ['null', ...SCOPED]);
  await log.sequence();
  assert.deepEqual(lines(await pages(scoped, 2)), [String(ROWS.length), ...SCOPED]);
});
