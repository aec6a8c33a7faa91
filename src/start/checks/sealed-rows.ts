/** Rows of before a group was sealed at rest: they stand open, and who operates is told how many (decision 0069). */
import type { Tx } from '#base/database/transaction.ts';
import { SEALED_GROUPS } from '#standard/dictionary.ts';
import type { CheckResult } from './shapes.ts';
import { sealedRowsFound } from './words.ts';

/** As the owner: of every body. Walks the three tables; about a second for each 100,000 people. */
export async function checkSealedRows(tx: Tx): Promise<CheckResult> {
  const [rows] = await tx.query<{ people: number; versions: number; items: number }>(
    `select (select count(*)::int from person where document ?| $1) as people,
            (select count(*)::int from person_version v where v.groups && $1
                and exists (select 1 from unnest(v.groups) stated where stated = any ($1) and not v.sealed ? stated)) as versions,
            (select count(*)::int from item where group_code = any ($1) and stated is not null) as items`,
    [SEALED_GROUPS],
  );
  return { name: 'sealed-rows', state: 'ok', found: sealedRowsFound(rows!), problems: [] };
}
