import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bucketDigests, bucketOf, differences, differingBuckets } from './digest-buckets.ts';

const facts = Array.from({ length: 300 }, (_, i) => ({ person: `p${i}`, fact: 'B/hoTen', revision: `r${i}` }));

test('the same facts have the same digests in any order; one that differs is found by its bucket, then by itself', () => {
  const mine = bucketDigests(facts);
  assert.equal(mine.length, 1_024);
  assert.deepEqual(bucketDigests([...facts].reverse()), mine);
  const theirs = facts.map((one) => (one.person === 'p7' ? { ...one, revision: 'other' } : one)).filter(({ person }) => person !== 'p9');
  const buckets = differingBuckets(mine, bucketDigests(theirs));
  assert.deepEqual(
    buckets,
    [...new Set([bucketOf('p7'), bucketOf('p9')])].sort((a, b) => a - b),
  );
  const of = (all: typeof facts) => all.filter(({ person }) => buckets.includes(bucketOf(person)));
  assert.deepEqual(differences(of(facts), of(theirs)), [
    { person: 'p7', fact: 'B/hoTen', mine: 'r7', theirs: 'other' },
    { person: 'p9', fact: 'B/hoTen', mine: 'r9', theirs: null },
  ]);
  assert.deepEqual(differences(of(theirs), of(facts)).at(-1), { person: 'p9', fact: 'B/hoTen', mine: null, theirs: 'r9' });
});

test('two names that run together the same way are two', () => {
  const one = bucketDigests([{ person: 'a', fact: 'b"c', revision: 'r' }], 1);
  assert.notDeepEqual(one, bucketDigests([{ person: 'a"b', fact: 'c', revision: 'r' }], 1));
});
