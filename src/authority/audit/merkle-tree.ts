/**
 * The Merkle tree of RFC 6962 §2.1: hashes, appending at the frontier, proofs and their verification. Pure.
 *
 * Sizes and indices are plain numbers (exact below 2^53), so halving is division, never a 32-bit shift.
 * A proof is a list of ranges of leaves; whoever holds the hashes (memory, tiles) answers one hash per range.
 */
import { hash as hashOf } from 'node:crypto';

/** SHA-256, 32 bytes. */
export type Hash = Uint8Array;

/** Leaves `start` ≤ i < `end`. */
export interface LeafRange {
  readonly start: number;
  readonly end: number;
}

/** A subtree of 2^`level` leaves, all there, the `index`-th of its level from the left. */
export interface PerfectSubtree {
  readonly level: number;
  readonly index: number;
}

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);
/** At once: a hash object for 65 bytes costs three times as much as the hash. */
const sha256 = (bytes: Uint8Array): Hash => hashOf('sha256', bytes, 'buffer');

/** Hash of one leaf: SHA-256(0x00 ‖ entry). */
export const leafHash = (entry: Uint8Array): Hash => sha256(Buffer.concat([LEAF, entry]));
/** Hash of a node: SHA-256(0x01 ‖ left ‖ right). */
export const nodeHash = (left: Hash, right: Hash): Hash => sha256(Buffer.concat([NODE, left, right]));
/** Root of the tree without leaves: SHA-256 of nothing. */
export const emptyRoot = (): Hash => sha256(Buffer.alloc(0));

export const sameHash = (a: Hash, b: Hash): boolean => Buffer.compare(a, b) === 0;

const half = (n: number): number => Math.floor(n / 2);
const isOdd = (n: number): boolean => n % 2 === 1;

/** The greatest power of two below `n` (n ≥ 2). */
function splitPoint(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** Perfect subtrees that cover a range from the left, greatest first. The range MUST start where a tree of its size may (as every range of a proof does). */
export function perfectSubtrees({ start, end }: LeafRange): PerfectSubtree[] {
  const parts: PerfectSubtree[] = [];
  for (let at = start; at < end;) {
    let level = 0;
    for (let width = 2; at + width <= end && at % width === 0; width *= 2) level++;
    parts.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return parts;
}

/** One hash out of the hashes of `perfectSubtrees`, in their order; the root of nothing when there are none. */
export function joinSubtrees(hashes: readonly Hash[]): Hash {
  if (hashes.length === 0) return emptyRoot();
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), hashes.at(-1)!);
}

/** Root over leaf hashes that are at hand. */
export function treeRoot(leaves: readonly Hash[]): Hash {
  let row = leaves;
  if (row.length === 0) return emptyRoot();
  while (row.length > 1) {
    const above: Hash[] = [];
    for (let i = 0; i < row.length; i += 2) above.push(i + 1 < row.length ? nodeHash(row[i]!, row[i + 1]!) : row[i]!);
    row = above;
  }
  return row[0]!;
}

/** The right edge of a tree: enough to append and to say the root. `hashes` belong to `perfectSubtrees({0, size})`. */
export interface Frontier {
  readonly size: number;
  readonly hashes: readonly Hash[];
}

export const emptyFrontier: Frontier = { size: 0, hashes: [] };

/** The frontier after one more leaf. */
export function append(frontier: Frontier, leaf: Hash): Frontier {
  const hashes = [...frontier.hashes];
  let hash = leaf;
  for (let n = frontier.size; isOdd(n); n = half(n)) hash = nodeHash(hashes.pop()!, hash);
  hashes.push(hash);
  return { size: frontier.size + 1, hashes };
}

export const frontierRoot = (frontier: Frontier): Hash => joinSubtrees(frontier.hashes);

/** The ranges whose hashes prove that leaf `index` is in the tree of `size` leaves, lowest first (RFC 6962 §2.1.1). Throws when it cannot be. */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  if (!(Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size))
    throw new RangeError(`leaf ${index} of a tree of ${size}`);
  const path: LeafRange[] = [];
  for (let start = 0, end = size; end - start > 1;) {
    const middle = start + splitPoint(end - start);
    if (index < middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
    }
  }
  return path.reverse();
}

/** The ranges whose hashes prove that the tree of `older` leaves is a beginning of the tree of `newer` (RFC 6962 §2.1.2). Empty when equal or when `older` is 0. */
export function consistencyRanges(older: number, newer: number): LeafRange[] {
  if (!(Number.isSafeInteger(older) && Number.isSafeInteger(newer) && older >= 0 && older <= newer))
    throw new RangeError(`from ${older} to ${newer} leaves`);
  if (older === 0 || older === newer) return [];
  const path: LeafRange[] = [];
  let [start, end] = [0, newer];
  while (end !== older) {
    const middle = start + splitPoint(end - start);
    if (older <= middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
    }
  }
  if (start > 0) path.push({ start, end }); // the whole older tree is known to the verifier, a part of it is not
  return path.reverse();
}

const rangesOf = (leaves: readonly Hash[], ranges: readonly LeafRange[]): Hash[] =>
  ranges.map(({ start, end }) => treeRoot(leaves.slice(start, end)));

/** Inclusion proof out of leaf hashes that are all at hand. */
export const inclusionProof = (leaves: readonly Hash[], index: number): Hash[] => rangesOf(leaves, inclusionRanges(index, leaves.length));
/** Consistency proof out of leaf hashes that are all at hand. */
export const consistencyProof = (leaves: readonly Hash[], older: number): Hash[] =>
  rangesOf(leaves, consistencyRanges(older, leaves.length));

/** Is `leaf` the `index`-th of the tree of `size` leaves with this root? Every hash of the proof must be used (RFC 9162 §2.1.3.2). */
export function verifyInclusion(
  claim: { readonly leaf: Hash; readonly index: number; readonly size: number; readonly root: Hash },
  proof: readonly Hash[],
): boolean {
  const { leaf, index, size, root } = claim;
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (sibling.length !== 32 || last === 0) return false;
    if (isOdd(at) || at === last) {
      hash = nodeHash(sibling, hash);
      while (!isOdd(at) && at !== 0) {
        at = half(at);
        last = half(last);
      }
    } else hash = nodeHash(hash, sibling);
    at = half(at);
    last = half(last);
  }
  return last === 0 && sameHash(hash, root);
}

/** Is the tree `older` a beginning of the tree `newer`? Every hash of the proof must be used (RFC 9162 §2.1.4.2). */
export function verifyConsistency(
  older: { readonly size: number; readonly root: Hash },
  newer: { readonly size: number; readonly root: Hash },
  proof: readonly Hash[],
): boolean {
  if (!Number.isSafeInteger(older.size) || !Number.isSafeInteger(newer.size) || older.size < 0 || older.size > newer.size) return false;
  if (proof.some((hash) => hash.length !== 32)) return false;
  if (older.size === newer.size) return proof.length === 0 && sameHash(older.root, newer.root);
  if (older.size === 0) return proof.length === 0 && sameHash(older.root, emptyRoot());
  let [at, last] = [older.size - 1, newer.size - 1];
  while (isOdd(at)) {
    at = half(at);
    last = half(last);
  }
  // A tree of 2^k leaves is itself the first node, so it is not repeated in the proof.
  const path = at === 0 ? [older.root, ...proof] : [...proof];
  const first = path.shift();
  if (!first) return false;
  let [olderHash, newerHash] = [first, first];
  for (const sibling of path) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      olderHash = nodeHash(sibling, olderHash);
      newerHash = nodeHash(sibling, newerHash);
      while (!isOdd(at) && at !== 0) {
        at = half(at);
        last = half(last);
      }
    } else newerHash = nodeHash(newerHash, sibling);
    at = half(at);
    last = half(last);
  }
  return last === 0 && sameHash(olderHash, older.root) && sameHash(newerHash, newer.root);
}
