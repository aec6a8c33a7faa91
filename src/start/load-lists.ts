/** Brings the lists and the law of this program into the register, as the owner of the database; told in the audit log when something changed. */
import { loadLists } from '#authority/code-lists/load.ts';
import type { Loaded } from '#authority/code-lists/load.ts';
import { systemChance } from '#base/chance.ts';
import { systemClock } from '#base/clock.ts';
import { openDatabase } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';

/** MUST be called after the migrations of this program. */
export async function loadListsInto(ownerUrl: string, keys: Keys): Promise<Loaded> {
  const owner = openDatabase({ connectionString: ownerUrl, poolSize: 1 });
  try {
    return await owner.transaction(null, (tx) => loadLists(tx, { clock: systemClock, chance: systemChance, keys }));
  } finally {
    await owner.close();
  }
}
