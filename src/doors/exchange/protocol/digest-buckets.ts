/** Are both ends in step: a digest of all facts in buckets, compared bucket by bucket, then fact by fact. Pure. */
import { DIGEST_BUCKETS } from '#doors/exchange/limits.ts';
import { sha256 } from './digests.ts';

/** One fact as it is compared: `person`, `fact`, revision. */
export interface ComparedFact {
  readonly person: string;
  readonly fact: string;
  readonly revision: string;
}

/** The bucket of a person: all facts of one are in one. */
export const bucketOf = (person: string, buckets: number = DIGEST_BUCKETS): number =>
  Number.parseInt(sha256(person).slice(0, 8), 16) % buckets;

const keyOf = ({ person, fact }: ComparedFact): string => JSON.stringify([person, fact]);
const lineOf = (one: ComparedFact): string => `${keyOf(one)} ${one.revision}`;

/** The digest of one bucket, whatever the order in which its facts come; an empty one has the digest of nothing. */
export const digestOfBucket = (facts: readonly ComparedFact[]): string => sha256(facts.map(lineOf).sort().join('\n'));

/** A digest a bucket. */
export function bucketDigests(facts: Iterable<ComparedFact>, buckets: number = DIGEST_BUCKETS): readonly string[] {
  const own: ComparedFact[][] = Array.from({ length: buckets }, () => []);
  const bucketOfPerson = new Map<string, number>();
  for (const one of facts) {
    const bucket = bucketOfPerson.get(one.person) ?? bucketOf(one.person, buckets);
    bucketOfPerson.set(one.person, bucket);
    own[bucket]!.push(one);
  }
  return own.map(digestOfBucket);
}

/** Buckets that are not alike. */
export const differingBuckets = (mine: readonly string[], theirs: readonly string[]): readonly number[] =>
  Array.from({ length: Math.max(mine.length, theirs.length) }, (_, at) => at).filter((at) => mine[at] !== theirs[at]);

/** A fact that does not stand alike at both ends; null: it does not stand there. */
export interface Difference {
  readonly person: string;
  readonly fact: string;
  readonly mine: string | null;
  readonly theirs: string | null;
}

/** The very facts that differ in a bucket. */
export function differences(mine: readonly ComparedFact[], theirs: readonly ComparedFact[]): readonly Difference[] {
  const other = new Map(theirs.map((one) => [keyOf(one), one]));
  const found: Difference[] = [];
  for (const { person, fact, revision } of mine) {
    const key = keyOf({ person, fact, revision });
    const there = other.get(key)?.revision ?? null;
    other.delete(key);
    if (there !== revision) found.push({ person, fact, mine: revision, theirs: there });
  }
  for (const { person, fact, revision } of other.values()) found.push({ person, fact, mine: null, theirs: revision });
  return found;
}
