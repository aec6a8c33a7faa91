/** RFC 6962: known vectors, every tree up to 300 leaves, and proofs that were tampered with. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  append,
  consistencyProof,
  consistencyRanges,
  emptyFrontier,
  emptyRoot,
  frontierRoot,
  inclusionProof,
  inclusionRanges,
  joinSubtrees,
  leafHash,
  nodeHash,
  perfectSubtrees,
  treeRoot,
  verifyConsistency,
  verifyInclusion,
} from './merkle-tree.ts';
import type { Hash, LeafRange } from './merkle-tree.ts';

const hex = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');
const leavesUpTo = (n: number): Hash[] => Array.from({ length: n }, (_, i) => leafHash(Buffer.from(`leaf ${i}`)));
const SIZE_MAX = 300;
const LEAVES = leavesUpTo(SIZE_MAX);
const ROOTS = Array.from({ length: SIZE_MAX + 1 }, (_, size) => treeRoot(LEAVES.slice(0, size)));

// The eight leaves and their roots that the reference implementations of Certificate Transparency share.
const KNOWN = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((h) =>
  leafHash(Buffer.from(h, 'hex')),
);
const KNOWN_ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

test('roots are those of the Certificate Transparency vectors', () => {
  assert.equal(hex(emptyRoot()), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  assert.deepEqual(
    KNOWN_ROOTS.map((_, i) => hex(treeRoot(KNOWN.slice(0, i + 1)))),
    KNOWN_ROOTS,
  );
});

test('proofs are those of the Certificate Transparency vectors', () => {
  assert.deepEqual(inclusionProof(KNOWN, 0).map(hex), [
    '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
    '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
    '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  ]);
  assert.deepEqual(consistencyProof(KNOWN, 6).map(hex), [
    '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
    'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  ]);
});

test(`the shape of the tree of seven leaves is that of RFC 6962 §2.1.3`, () => {
  assert.deepEqual(inclusionRanges(0, 7), [
    { start: 1, end: 2 },
    { start: 2, end: 4 },
    { start: 4, end: 7 },
  ]);
  assert.deepEqual(inclusionRanges(6, 7), [
    { start: 4, end: 6 },
    { start: 0, end: 4 },
  ]);
  assert.deepEqual(consistencyRanges(3, 7), [
    { start: 2, end: 3 },
    { start: 3, end: 4 },
    { start: 0, end: 2 },
    { start: 4, end: 7 },
  ]);
  assert.deepEqual(consistencyRanges(4, 7), [{ start: 4, end: 7 }]);
});

test(`appending one by one gives the root of the whole, for every size 0–${SIZE_MAX}`, () => {
  let frontier = emptyFrontier;
  for (let size = 0; size <= SIZE_MAX; size++) {
    assert.equal(hex(frontierRoot(frontier)), hex(ROOTS[size]!));
    assert.equal(frontier.hashes.length, perfectSubtrees({ start: 0, end: size }).length);
    if (size < SIZE_MAX) frontier = append(frontier, LEAVES[size]!);
  }
});

const ranges = new Map<string, Hash>();
/** The same ranges come again for every leaf and every size: a root of each is made once. */
function hashOfRange({ start, end }: LeafRange): Hash {
  const name = `${start}-${end}`;
  const known = ranges.get(name) ?? treeRoot(LEAVES.slice(start, end));
  ranges.set(name, known);
  return known;
}

test(`every leaf of every tree of 0–${SIZE_MAX} leaves is proven, and at no other place`, () => {
  let proven = 0;
  for (let size = 1; size <= SIZE_MAX; size++) {
    for (let index = 0; index < size; index++) {
      const proof = inclusionRanges(index, size).map(hashOfRange);
      const claim = { leaf: LEAVES[index]!, index, size, root: ROOTS[size]! };
      assert.ok(verifyInclusion(claim, proof), `leaf ${index} of ${size}`);
      if (index > 0)
        assert.ok(!verifyInclusion({ ...claim, index: index - 1 }, proof), `leaf ${index} of ${size} also stands at ${index - 1}`);
      proven++;
    }
  }
  assert.equal(proven, (SIZE_MAX * (SIZE_MAX + 1)) / 2);
});

test(`every tree of 0–${SIZE_MAX} leaves is a proven beginning of every greater one`, () => {
  let proven = 0;
  for (let newer = 0; newer <= SIZE_MAX; newer++) {
    for (let older = 0; older <= newer; older++) {
      const proof = consistencyRanges(older, newer).map(hashOfRange);
      assert.ok(
        verifyConsistency({ size: older, root: ROOTS[older]! }, { size: newer, root: ROOTS[newer]! }, proof),
        `${older} → ${newer}`,
      );
      proven++;
    }
  }
  assert.equal(proven, ((SIZE_MAX + 1) * (SIZE_MAX + 2)) / 2);
});

const flip = (hash: Hash, bit: number): Hash => {
  const other = Uint8Array.from(hash);
  other[bit >> 3]! ^= 1 << (bit & 7);
  return other;
};

/** Every way a proof can be bent: a bit, a hash too many, too few, twice, two exchanged. */
const bent = (proof: readonly Hash[], at: number, bit: number): Hash[][] => {
  const i = proof.length === 0 ? 0 : at % proof.length;
  const ways = [
    [...proof, proof[0] ?? ROOTS[1]!],
    [ROOTS[1]!, ...proof],
  ];
  if (proof.length > 0)
    ways.push(
      proof.map((hash, n) => (n === i ? flip(hash, bit) : hash)),
      proof.toSpliced(i, 1),
      proof.toSpliced(i, 0, proof[i]!),
      proof.map((hash, n) => (n === i ? hash.subarray(0, 31) : hash)),
    );
  if (proof.length > 1) ways.push([proof[1]!, proof[0]!, ...proof.slice(2)]);
  return ways;
};

test('of 10,000 and more bent proofs none is accepted', () => {
  let tried = 0;
  const size = fc.integer({ min: 1, max: SIZE_MAX });
  fc.assert(
    fc.property(size, fc.nat(), fc.nat(), fc.nat({ max: 255 }), (n, place, at, bit) => {
      const index = place % n;
      const leaves = LEAVES.slice(0, n);
      const claim = { leaf: leaves[index]!, index, size: n, root: ROOTS[n]! };
      const good = inclusionProof(leaves, index);
      for (const proof of bent(good, at, bit)) {
        tried++;
        assert.ok(!verifyInclusion(claim, proof), 'inclusion, bent proof');
      }
      for (const other of [
        { ...claim, leaf: flip(claim.leaf, bit) },
        { ...claim, root: flip(claim.root, bit) },
        { ...claim, index: n },
        { ...claim, index: -1 },
        { ...claim, index: index + 0.5 },
      ]) {
        tried++;
        assert.ok(!verifyInclusion(other, good), 'inclusion, bent claim');
      }
      const older = place % (n + 1);
      const trees = [
        { size: older, root: ROOTS[older]! },
        { size: n, root: ROOTS[n]! },
      ] as const;
      const path = consistencyProof(leaves, older);
      for (const proof of bent(path, at, bit)) {
        tried++;
        assert.ok(!verifyConsistency(trees[0], trees[1], proof), 'consistency, bent proof');
      }
      tried += 2;
      assert.ok(!verifyConsistency({ size: older, root: flip(trees[0].root, bit) }, trees[1], path), 'consistency, other older root');
      if (older > 0)
        assert.ok(!verifyConsistency(trees[0], { size: n, root: flip(trees[1].root, bit) }, path), 'consistency, other newer root');
    }),
    { numRuns: 1_000, seed: 6962 },
  );
  assert.ok(tried >= 10_000, `${tried} tried`);
});

test('a proof with a hash too many is refused even when it leads to the root that is claimed', () => {
  const [leaf, extra] = [LEAVES[0]!, LEAVES[1]!];
  assert.ok(!verifyInclusion({ leaf, index: 0, size: 1, root: nodeHash(extra, leaf) }, [extra]));
  assert.ok(!verifyInclusion({ leaf, index: 0, size: 2, root: nodeHash(LEAVES[2]!, ROOTS[2]!) }, [extra, LEAVES[2]!]));
  const grown = nodeHash(LEAVES[2]!, ROOTS[2]!);
  assert.ok(!verifyConsistency({ size: 1, root: nodeHash(LEAVES[2]!, leaf) }, { size: 2, root: grown }, [extra, LEAVES[2]!]));
});

test('a range hashed out of perfect subtrees is the range hashed leaf by leaf', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: SIZE_MAX }), fc.nat(), (size, place) => {
      for (const range of inclusionRanges(place % size, size)) {
        const parts = perfectSubtrees(range).map(({ level, index }) =>
          treeRoot(LEAVES.slice(index * 2 ** level, (index + 1) * 2 ** level)),
        );
        assert.equal(hex(joinSubtrees(parts)), hex(treeRoot(LEAVES.slice(range.start, range.end))));
      }
    }),
    { numRuns: 300, seed: 6962 },
  );
});

test('sizes beyond 32 bits are counted right', () => {
  const size = 2 ** 40 + 3;
  assert.equal(inclusionRanges(2 ** 40 + 2, size).length, 2);
  assert.deepEqual(perfectSubtrees({ start: 0, end: size }), [
    { level: 40, index: 0 },
    { level: 1, index: 2 ** 39 },
    { level: 0, index: 2 ** 40 + 2 },
  ]);
});
