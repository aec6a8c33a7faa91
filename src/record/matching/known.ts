/** What the matches of a person say of the values of their record; read only. */
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import type { ComparedOf } from '#record/register/shapes.ts';
import { readSalts } from '#record/register/store.ts';
import { NOT_COMPARED, comparedIn } from './compared.ts';
import { matchesOf, matchesOfPeople } from './store.ts';

/** @param knownTx  matches of later transactions do not count */
export async function comparedFor(tx: Tx, keys: Keys, personId: string, knownTx: number): Promise<ComparedOf> {
  const salt = (await readSalts(tx, [personId])).get(personId) ?? null;
  return comparedIn(
    keys,
    salt,
    (await matchesOf(tx, personId)).filter((match) => match.tx <= knownTx),
  );
}

/** All matches of each of these people, as far as the session sees them; of somebody who was never matched nothing is known. */
export async function comparedForMany(tx: Tx, keys: Keys, personIds: readonly string[]): Promise<(personId: string) => ComparedOf> {
  if (personIds.length === 0) return () => NOT_COMPARED;
  const salts = await readSalts(tx, personIds);
  const matches = await matchesOfPeople(tx, personIds);
  return (personId) => comparedIn(keys, salts.get(personId) ?? null, matches.get(personId) ?? []);
}
