/** The officer's queue: narrowed and ordered by every side, page by page, and the way on from somebody who was decided meanwhile. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { nameSortKey } from '#base/vietnamese/names.ts';
import { anAgency } from './agency-for-tests.ts';
import type { Agency } from './agency-for-tests.ts';
import { listsOf, must } from './lists-for-tests.ts';
import { QUEUE_SORTS } from './queue-order.ts';
import type { QueueFilter, QueueSort } from './queue-order.ts';
import { bodyInQueue, queueFacets, queuePage, queuePlace } from './queue-store.ts';
import type { QueueKey, QueueRow } from './queue-store.ts';

const NAMES = ['Trần Thị Hoa', 'Nguyễn Văn Ân', 'Lê Thị An', 'Hồ Anh', 'Bùi Đức Bình', 'Phạm Thị Hoa'];

let agency: Agency;
let all: readonly QueueRow[] = [];
before(async () => {
  agency = await anAgency();
  const { sent, someone, asOwner } = listsOf(() => agency);
  await sent(NAMES.map((name, at) => someone({ name, isUnusual: at % 3 === 0 })));
  await sent(NAMES.slice(1, 4).map((name) => someone({ name })));
  const [first, second] = await shown();
  // One differs, of one nobody was asked; the second submission came later.
  await asOwner(`update match_result set level = 'LECH' where person_id = $1`, [first!.personId]);
  await asOwner(`delete from match_result where person_id = $1`, [second!.personId]);
  all = await shown();
});
after(() => agency.close());

const inQueue = <T>(work: Parameters<typeof agency.office.as<T>>[1]): Promise<T> => agency.office.as(agency.officer.handle, work);
const mine = () => [agency.bodyId];
const shown = async (filter: QueueFilter = {}): Promise<readonly QueueRow[]> =>
  (await inQueue((tx) => queuePage(tx, 100, null, mine(), filter))).rows;
const keyOf = ({ submissionId, personId }: QueueKey): string => `${submissionId} ${personId}`;

const RANK = ['LECH', 'KHONG_TIM_THAY', 'GAN_KHOP', 'CHUA', 'KHOP'];
/** Each order, said a second time. */
const ORDER: Readonly<Record<QueueSort, (a: QueueRow, b: QueueRow) => number>> = {
  oldest: () => 0,
  newest: (a, b) => (a.waitingSince > b.waitingSince ? -1 : a.waitingSince < b.waitingSince ? 1 : 0),
  name: (a, b) => (nameSortKey(a.name) < nameSortKey(b.name) ? -1 : nameSortKey(a.name) > nameSortKey(b.name) ? 1 : 0),
  warnings: (a, b) => b.warnings - a.warnings,
  match: (a, b) => RANK.indexOf(a.level) - RANK.indexOf(b.level),
};
const byAge = (a: QueueRow, b: QueueRow): number =>
  a.waitingSince < b.waitingSince ? -1 : a.waitingSince > b.waitingSince ? 1 : a.personId < b.personId ? -1 : 1;

test('each order is whole, and of equals the longest waiting comes first', async () => {
  assert.equal(all.length, 9);
  for (const sort of QUEUE_SORTS) {
    const expected = [...all].sort((a, b) => ORDER[sort](a, b) || byAge(a, b));
    assert.deepEqual((await shown({ sort })).map(keyOf), expected.map(keyOf), sort);
  }
  const names = (await shown({ sort: 'name' })).map(({ name }) => name);
  assert.deepEqual(names.slice(0, 4), ['Lê Thị An', 'Lê Thị An', 'Hồ Anh', 'Hồ Anh']);
});

test('each filter leaves exactly those of whom it is true', async () => {
  const cases: readonly [QueueFilter, (row: QueueRow) => boolean][] = [
    [{ warning: 'some' }, ({ warnings }) => warnings > 0],
    [{ warning: 'none' }, ({ warnings }) => warnings === 0],
    [{ warning: 'E-ID-SEX' }, ({ warnings }) => warnings > 0],
    [{ warning: 'E-PHONE-FORM' }, () => false],
    [{ match: 'LECH' }, ({ level }) => level === 'LECH'],
    [{ match: 'CHUA' }, ({ level }) => level === 'CHUA'],
    [{ match: 'KHOP', warning: 'none' }, ({ level, warnings }) => level === 'KHOP' && warnings === 0],
    [{ bodyId: agency.bodyId }, () => true],
    [{ bodyId: agency.clerk.accountId }, () => false],
    [{ waitingBefore: all[0]!.waitingSince }, ({ waitingSince }) => waitingSince <= all[0]!.waitingSince],
  ];
  for (const [filter, holds] of cases) {
    const rows = await inQueue((tx) => queuePage(tx, 100, null, mine(), filter));
    assert.deepEqual(rows.rows.map(keyOf), all.filter(holds).map(keyOf), JSON.stringify(filter));
    assert.equal(rows.total, all.filter(holds).length);
  }
  assert.equal(all.filter(({ warnings }) => warnings > 0).length, 2);
  const facets = await inQueue((tx) => queueFacets(tx, mine()));
  assert.deepEqual(Object.fromEntries(facets.matches), { KHOP: 7, LECH: 1, CHUA: 1 });
  assert.deepEqual(
    [...facets.bodies, ...facets.warnings],
    [
      [agency.bodyId, 9],
      ['E-ID-SEX', 2],
    ],
  );
});

test('page after page shows each once, in any order', async () => {
  for (const sort of QUEUE_SORTS) {
    const pages: QueueRow[] = [];
    for (let last: QueueKey | null = null; ;) {
      const { rows } = await inQueue((tx) => queuePage(tx, 2, last, mine(), { sort }));
      pages.push(...rows);
      last = rows.at(-1) ?? null;
      if (rows.length < 2) break;
    }
    assert.deepEqual(pages.map(keyOf), (await shown({ sort })).map(keyOf), sort);
  }
});

test('after the fourth was decided comes the fifth, in the order that is shown', async () => {
  for (const sort of ['oldest', 'name', 'match'] as const) {
    const before = await shown({ sort });
    const fourth = before[3]!;
    const place = () => inQueue((tx) => queuePlace(tx, fourth, mine(), { sort }));
    const keys = [keyOf(before[2]!), keyOf(before[4]!)];
    const waiting = await place();
    assert.deepEqual([waiting.position, waiting.total, waiting.waits], [4, before.length, true]);
    assert.deepEqual([keyOf(waiting.before!), keyOf(waiting.after!)], keys);
    must(await agency.confirms(fourth.submissionId, fourth.personId, { mismatchReason: 'DAN_CU_CHUA_CAP_NHAT' }));
    const decided = await place();
    assert.deepEqual([decided.position, decided.total, decided.waits], [4, before.length - 1, false]);
    assert.deepEqual([keyOf(decided.before!), keyOf(decided.after!)], keys);
  }
  const rest = await shown();
  assert.equal((await inQueue((tx) => queuePlace(tx, rest[0]!, mine(), {}))).before, null);
  assert.equal((await inQueue((tx) => queuePlace(tx, rest.at(-1)!, mine(), {}))).after, null);
});

test('of whom the session sees nothing there is no place', async () => {
  assert.equal(await inQueue((tx) => bodyInQueue(tx, { submissionId: all[0]!.submissionId, personId: agency.bodyId })), null);
  assert.equal(await inQueue((tx) => bodyInQueue(tx, all[0]!)), agency.bodyId);
});
