/** SQL of the decree's appendix (migration 0831). Row-level security: who keeps the lists of the country brings it in, whoever signs in reads it. */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { AppendixName } from '#standard/decree/appendix.ts';

export interface StoredAppendix {
  readonly broughtAt: Instant;
  readonly source: string;
  readonly names: readonly AppendixName[];
}

/** The one that was brought in last; null: nobody has. */
export async function newestAppendix(tx: Tx): Promise<StoredAppendix | null> {
  const [row] = await tx.query<StoredAppendix>(
    `select brought_at as "broughtAt", source, names from decree_appendix order by tx desc, appendix_id desc limit 1`,
  );
  return row ?? null;
}

export const insertAppendix = (tx: Tx, id: string, { broughtAt, source, names }: StoredAppendix): Promise<unknown> =>
  tx.query(
    'insert into decree_appendix (appendix_id, brought_at, brought_by, source, names) values ($1, $2, session_person(), $3, $4::jsonb)',
    [id, broughtAt, source, JSON.stringify(names)],
  );
