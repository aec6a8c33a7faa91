/** What an installation says of itself in the database: that it is real, which body stands at its root, where wallets find it (table `installation`). */
import type { Tx } from '#base/database/transaction.ts';

/** Name of the mark of a database that was installed for real use. Its value is the code of the root body. */
const REAL = 'root';

/** Code of the root body as it was installed; null before that, and in a demo. */
export async function rootCode(tx: Tx): Promise<string | null> {
  const [row] = await tx.query<{ value: string }>('select value from installation where name = $1', [REAL]);
  return row?.value ?? null;
}

/** Marks the database as real; what was marked before stays. */
export const markRoot = (tx: Tx, code: string): Promise<unknown> =>
  tx.query('insert into installation (name, value) values ($1, $2) on conflict (name) do nothing', [REAL, code]);

const CARD_URL = 'card-url';

/** Address that wallets ask, as the last server that started said it; null before the first. For commands that are not told it. */
export async function cardUrlOf(tx: Tx): Promise<string | null> {
  const [row] = await tx.query<{ value: string }>('select value from installation where name = $1', [CARD_URL]);
  return row?.value ?? null;
}

/** Another address than this one, under which cards were given until `at`. */
export interface FormerUrl {
  readonly url: string;
  readonly at: string;
}
const FORMER_CARD_URL = 'card-url-before';

/** The address before the present one; null: it never was another. */
export async function formerCardUrl(tx: Tx): Promise<FormerUrl | null> {
  const [row] = await tx.query<{ value: string }>('select value from installation where name = $1', [FORMER_CARD_URL]);
  return row ? (JSON.parse(row.value) as FormerUrl) : null;
}

const KEEP =
  'insert into installation (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value where installation.value <> excluded.value';

/** The address of today; the one before it is kept, for cards of then still name it. */
export async function keepCardUrl(tx: Tx, url: string, at: string): Promise<void> {
  const before = await cardUrlOf(tx);
  if (before !== null && before !== url) await tx.query(KEEP, [FORMER_CARD_URL, JSON.stringify({ url: before, at } satisfies FormerUrl)]);
  await tx.query(KEEP, [CARD_URL, url]);
}
