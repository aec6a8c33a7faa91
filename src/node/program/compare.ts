/** `congvu node compare`: are both ends in step, bucket by bucket, down to the fact that differs. Facts under way are no difference. */
import { bucketDigests, differences, differingBuckets } from '#doors/exchange/protocol/digest-buckets.ts';
import type { ComparedFact, Difference } from '#doors/exchange/protocol/digest-buckets.ts';
import { DIGEST_BUCKETS } from '#doors/exchange/limits.ts';
import { BUCKETS_AT_ONCE } from '#node/limits.ts';
import { askBucket, askDigests } from '#node/line/centre.ts';
import type { SqlClient } from '#node/outbox/sql.ts';
import { rowsOf } from '#node/outbox/sql.ts';
import { endAlarms, openFacts, writeAlarm } from '#node/outbox/store.ts';
import type { RoundNeeds } from '#node/run/round.ts';

export interface Comparison {
  readonly buckets: number;
  readonly differing: number;
  readonly differences: readonly Difference[];
}

const factsIn = (sql: SqlClient, from: number, to: number): Promise<ComparedFact[]> =>
  rowsOf<ComparedFact>(
    sql,
    'select person, fact, confirmed_revision as revision from congvu_node.fact where confirmed_revision is not null and bucket >= $1 and bucket < $2',
    [from, to],
  );

/** The digests of this side, some buckets at a time. */
async function ownDigests(sql: SqlClient): Promise<readonly string[]> {
  const digests: string[] = [];
  for (let from = 0; from < DIGEST_BUCKETS; from += BUCKETS_AT_ONCE)
    digests.push(...bucketDigests(await factsIn(sql, from, from + BUCKETS_AT_ONCE)).slice(from, from + BUCKETS_AT_ONCE));
  return digests;
}

/** @returns null: the centre gave no digest that can be believed */
export async function compareWithCentre({ database, line, means, clock }: RoundNeeds, source: string): Promise<Comparison | null> {
  const theirs = await askDigests(line, source, DIGEST_BUCKETS, means.verify);
  if (theirs === null) return null;
  const mine = await database.transaction(ownDigests);
  const buckets = differingBuckets(mine, theirs);
  const found: Difference[] = [];
  for (const bucket of buckets) {
    const there = await askBucket(line, source, bucket, means.verify);
    if (there === null) return null;
    await database.transaction(async (sql) => {
      const here = differences(await factsIn(sql, bucket, bucket + 1), there);
      const open = await openFacts(
        sql,
        here.map(({ person }) => person),
      );
      found.push(...here.filter((one) => !open.has(JSON.stringify([one.person, one.fact]))));
    });
  }
  await database.transaction((sql) =>
    found.length === 0 ? endAlarms(sql, ['digest'], clock.now()).then(() => undefined) : writeAlarm(sql, 'digest', [], null, clock.now()),
  );
  return { buckets: DIGEST_BUCKETS, differing: buckets.length, differences: found };
}
