/** Lists of the files in the register: loaded once, changed without rewriting, read back as they were at any point. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { packedList, resolveCode } from '#standard/code-lists.ts';
import { lawParameter } from '#standard/law-parameters.ts';
import { packedLaw } from '#standard/law/law-lists.ts';
import { judgedBy, PACKED, PACKED_RELEASE } from '#standard/list-edition.ts';
import { currentLists, listsKnownAt, listsOf, pinOf } from './editions.ts';
import { hashOfLists, packedContent, plainEntry, printedList } from './fingerprint.ts';
import type { PrintedList } from './fingerprint.ts';
import { loadLists } from './load.ts';
import type { Loaded } from './load.ts';
import { filedLists } from './store.ts';

let office: Office;
before(async () => {
  office = await anOffice();
});
after(() => office?.close());

const load = (version?: string, content?: readonly PrintedList[]): Promise<Loaded> =>
  office.owner.transaction(null, (tx) =>
    content && version ? loadLists(tx, office, { version, hash: hashOfLists(content) }, () => content) : loadLists(tx, office),
  );
const rows = <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  office.owner.transaction(null, (tx) => tx.query<T>(sql, values));
const recordTx = async (): Promise<number> => (await rows<{ tx: number }>('select record_tx() as tx'))[0]!.tx;

/** The program's lists with other positions, and a figure of the law that changed. */
const changedContent = (): PrintedList[] =>
  packedContent().map((printed) => {
    if (printed.list === 'chuc_vu') {
      const list = packedList('chuc_vu');
      const [first, ...others] = list.entries;
      return printedList({ ...list, entries: [...others, { ...first!, name: 'Tên đã đổi' }] });
    }
    if (printed.list !== 'luat_tham_so') return printed;
    const law = packedLaw('luat_tham_so');
    return printedList({
      ...law,
      entries: law.entries.map((one) => (one.code === 'formerReachDays' ? { ...one, attributes: { ...one.attributes, value: 7 } } : one)),
    });
  });

test('before anything is loaded the program reads its own files, and nothing is pinned', async () => {
  await office.as(null, async (tx) => {
    assert.equal(await currentLists(tx), PACKED);
    assert.equal(pinOf(await currentLists(tx)), null);
    assert.equal(await listsOf(tx, null), PACKED);
  });
});

test('the files are loaded once, whoever starts how often, and leave one row in the log', async () => {
  const [one, other] = await Promise.all([load(), load()]);
  const loaded = [one, other].find(({ outcome }) => outcome === 'loaded');
  assert.ok(loaded?.outcome === 'loaded');
  assert.deepEqual([one.outcome, other.outcome].sort(), ['loaded', 'unchanged']);
  assert.deepEqual([loaded.edition, loaded.ended], [1, 0]);
  assert.equal((await load()).outcome, 'unchanged');
  assert.deepEqual(await rows('select edition, hash, release, cause from list_edition'), [
    { edition: 1, hash: PACKED_RELEASE.hash, release: PACKED_RELEASE.version, cause: 'files' },
  ]);
  assert.deepEqual(await rows(`select count(*)::int as n from audit_event where act = 'lists.loaded'`), [{ n: 1 }]);
});

test('what is read back is what the files say: every list, every entry, in its order', async () => {
  const filed = await office.owner.transaction(null, async (tx) => filedLists(tx, await recordTx()));
  const packed = packedContent();
  assert.equal(filed.length, packed.length);
  const byId = new Map(filed.map((list) => [list.id, list]));
  for (const { list, about, entries, hash } of packed) {
    const read = byId.get(list)!;
    assert.deepEqual(
      { ...read, entries: read.entries.map(plainEntry) },
      { id: list, ...about, entries: entries.map(({ entry }) => entry) },
    );
    assert.equal(printedList(read).hash, hash);
  }
  await office.as(null, async (tx) => {
    const lists = await currentLists(tx);
    assert.deepEqual([pinOf(lists), lists.hash, lists.others.size], [1, PACKED.hash, 0]);
  });
});

test('a changed file ends what it no longer says; the old stands as it was known, and is judged by as it was', async () => {
  const settled = await recordTx();
  const kept = await rows<{ digest: string; entry: string }>(
    'select list, digest, code, valid_from, valid_to, entry::text, tx_from from code_list_entry order by 1, 2, tx_from',
  );
  const done = await load('2026.2', changedContent());
  assert.deepEqual({ ...done }, { outcome: 'loaded', edition: 2, lists: 2, begun: 2, ended: 2 });
  const after = await rows(
    'select list, digest, code, valid_from, valid_to, entry::text, tx_from from code_list_entry where tx_from <= $1 order by 1, 2, tx_from',
    [settled],
  );
  assert.deepEqual(after, kept, 'no row of before was changed but for when it ended');
  const { code, name } = packedList('chuc_vu').entries[0]!;
  await office.as(null, async (tx) => {
    const [now, then] = [await currentLists(tx), await listsKnownAt(tx, settled)];
    assert.deepEqual([pinOf(now), pinOf(then)], [2, 1]);
    const means = (lists: typeof now, text: string): string => judgedBy(lists, () => resolveCode('chuc_vu', text, '2026-01-01').kind);
    assert.deepEqual([means(now, 'Tên đã đổi'), means(then, 'Tên đã đổi')], ['found', 'unknown']);
    assert.equal(
      judgedBy(now, () => resolveCode('chuc_vu', code, '2026-01-01').kind),
      'found',
    );
    assert.notEqual(means(now, name), 'found');
    assert.equal(means(then, name), 'found');
    const term = (lists: typeof now): number | undefined => judgedBy(lists, () => lawParameter('formerReachDays', '2026-11-01')?.value);
    assert.equal(term(now), 7);
    assert.notEqual(term(then), 7);
    assert.equal((await listsOf(tx, 1)).hash, then.hash);
  });
});

test('a program with older files does not bring them back', async () => {
  assert.equal((await load()).outcome, 'older');
  assert.deepEqual(await rows('select max(edition)::int as newest from list_edition'), [{ newest: 2 }]);
});

test('files that are not what their release says are not loaded', async () => {
  await assert.rejects(
    office.owner.transaction(null, (tx) => loadLists(tx, office, { version: '9', hash: 'x' })),
    /not what the release says/,
  );
});

test("the product's log-in reads lists and writes none", async () => {
  const system = await office.signedIn('001085000077', [['QT_BNDP', 'H26']]);
  for (const sql of [
    `insert into code_list (list, hash, about, entries) values ('x', 'x', '{}', '{}')`,
    `update code_list set tx_to = 1`,
    `insert into list_edition (edition, hash, files_hash, release, cause, at) values (99, 'x', 'x', 'x', 'files', now())`,
    `update list_edition set hash = 'x'`,
    `update code_list_entry set name = 'x'`,
    `insert into code_list_entry (list, digest, code, name, confidence, entry) values ('chuc_vu', 'x', 'X', 'X', 'known', '{}')`,
    'delete from code_list_entry',
  ])
    await assert.rejects(
      office.as(system.handle, (tx) => tx.query(sql)),
      /permission denied|row-level security/,
      sql,
    );
});
