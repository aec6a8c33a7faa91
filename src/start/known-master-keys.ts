/**
 * Which master keys this database was used with: names that tell nothing of them, in the row `master-keys`. A server that was given the keys of another installation,
 * or not yet all of them, is told so at its start and not by the first record that does not open.
 */
import { withConnection } from '#base/database/connect.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { keyGenerationMissing, keyNotTheSame } from '#base/problems.ts';
import type { Keys } from '#base/sealing.ts';

type KnownKey = ReturnType<Keys['fingerprints']>[number];

const NAME = 'master-keys';
/** What was used once is known for ever; what was only added is not yet. */
const NOTE = `insert into congvu.installation (name, value) values ('${NAME}', $1) on conflict (name) do update set value = excluded.value`;

/** Needs the owner's log-in. */
export const noteMasterKeys = (tx: Tx, used: readonly KnownKey[]): Promise<unknown> => tx.query(NOTE, [JSON.stringify(used)]);

/** E-KEY-GENERATION-MISSING, E-KEY-NOT-THE-SAME; nothing where nothing was noted yet. Pure. */
export function judgeMasterKeys(known: readonly KnownKey[], held: readonly KnownKey[]): Result<null> {
  for (const { generation, fingerprint } of known) {
    const mine = held.find((one) => one.generation === generation);
    if (!mine) return refused(keyGenerationMissing({ generation: String(generation) }));
    if (mine.fingerprint !== fingerprint) return refused(keyNotTheSame({ generation: String(generation) }));
  }
  return ok(null);
}

/** Held against what the database knows; a database that knows none notes those up to the one that seals. `note`: who only looks writes nothing. */
export async function checkMasterKeys(ownerUrl: string, keys: Keys, how: { readonly note: boolean }): Promise<Result<null>> {
  const judged = await withConnection('DATABASE_OWNER_URL', ownerUrl, async (client) => {
    const { rows: there } = await client.query<{ there: boolean }>(`select to_regclass('congvu.installation') is not null as there`);
    if (!there[0]!.there) return ok(null);
    const { rows } = await client.query<{ value: string }>('select value from congvu.installation where name = $1', [NAME]);
    const held = keys.fingerprints();
    if (rows[0]) return judgeMasterKeys(JSON.parse(rows[0].value) as KnownKey[], held);
    if (how.note) await client.query(NOTE, [JSON.stringify(held.filter(({ generation }) => generation <= keys.generation()))]);
    return ok(null);
  });
  return judged.ok ? judged.value : judged;
}
