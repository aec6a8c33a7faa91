/**
 * Titles of people who were registered before the register had a column of them, with their keys: made by the product, since SQL folds nothing
 * (docs/architecture.md §8, Database). As of now, `hotValues` makes both with each version.
 */
import type { Tx } from '#base/database/transaction.ts';
import { accentFree } from '#base/vietnamese/text.ts';

/** Rows at once. */
const BATCH = 5_000;

/** MUST run as the owner, after migrations and before the product serves. @returns how many were made; people without a title are looked at and left */
export async function keyTitles(tx: Tx): Promise<number> {
  let made = 0;
  for (;;) {
    const rows = await tx.query<{ person_id: string; title: string }>(
      `select person_id, document -> 'F' ->> 'viTriViecLam.ten' as title from person
        where job_title_plain is null and jsonb_typeof(document -> 'F' -> 'viTriViecLam.ten') = 'string' limit $1`,
      [BATCH],
    );
    if (rows.length === 0) return made;
    await tx.query(
      'update person p set job_title = k.title, job_title_plain = k.plain from unnest($1::uuid[], $2::text[], $3::text[]) as k (id, title, plain) where p.person_id = k.id',
      [rows.map((row) => row.person_id), rows.map((row) => row.title), rows.map((row) => accentFree(row.title))],
    );
    made += rows.length;
  }
}
