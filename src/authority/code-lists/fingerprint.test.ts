/** Lists cannot change under the version of a release. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CODE_LIST_IDS, codeList, packedList } from '#standard/code-lists.ts';
import { LAW_LIST_IDS } from '#standard/law/law-lists.ts';
import { judgedBy, PACKED, PACKED_RELEASE } from '#standard/list-edition.ts';
import releases from '#standard/lists-releases.json' with { type: 'json' };
import { hashOfLists, hashWithAdditions, packedContent, printedList } from './fingerprint.ts';

test('the lists and the law are those of their last release', () => {
  const content = packedContent();
  assert.equal(hashOfLists(content), PACKED_RELEASE.hash, 'add an entry with a new version to lists-releases.json');
  for (const key of ['version', 'hash'] as const) assert.equal(new Set(releases.map((one) => one[key])).size, releases.length);
  assert.deepEqual(content.map(({ list }) => list).sort(), [...CODE_LIST_IDS, ...LAW_LIST_IDS].sort());
  for (const { list, entries } of content) assert.equal(new Set(entries.map(({ digest }) => digest)).size, entries.length, list);
});

test('any change of an entry, of what a list says of itself or of their order is another list; the order of lists is not', () => {
  const list = packedList('chuc_vu');
  const { hash } = printedList(list);
  const [first, ...others] = list.entries;
  assert.notEqual(printedList({ ...list, entries: [{ ...first!, validTo: '2030-01-01' }, ...others] }).hash, hash);
  assert.notEqual(printedList({ ...list, source: 'khác' }).hash, hash);
  assert.notEqual(printedList({ ...list, entries: [...others, first!] }).hash, hash);
  const [a, b] = [printedList(list), printedList(packedList('dan_toc'))];
  assert.equal(hashOfLists([a, b]), hashOfLists([b, a]));
  assert.equal(hashWithAdditions('h', []), 'h');
  assert.equal(hashWithAdditions('h', ['x', 'y']), hashWithAdditions('h', ['y', 'x']));
});

test('a judgement reads its own edition, the next one its own again', () => {
  const list = packedList('chuc_vu');
  const other = { number: 9, hash: 'x', others: new Map([['chuc_vu', { ...list, entries: [] }]]) };
  assert.equal(
    judgedBy(other, () => codeList('chuc_vu').entries.length),
    0,
  );
  assert.equal(codeList('chuc_vu'), list);
  assert.equal(
    judgedBy(other, () => judgedBy(PACKED, () => codeList('chuc_vu'))),
    list,
  );
  assert.throws(() => judgedBy(other, () => Promise.resolve(1)));
});
