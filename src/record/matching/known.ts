/** What the matches of a person say of the values of their record; read only. */
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import type { ComparedOf } from '#record/register/shapes.ts';
import { readSalts } from '#record/register/store.ts';
import { comparedIn } from './compared.ts';
import { matchesOf } from './store.ts';

/** @param knownTx  matches of later transactions do not count */
export async function comparedFor(tx: Tx, keys: Keys, personId: string, knownTx: number): Promise<ComparedOf> {
  const salt = (await readSalts(tx, [personId])).get(personId) ?? null;
  return comparedIn(
    keys,
    salt,
    (await matchesOf(tx, personId)).filter((match) => match.tx <= knownTx),
  );
}
