/** After migrations, and after a restore of what an earlier version had kept: people who lack a key that they are searched by get it. As the owner of the database. */
import type { Keys } from '#base/sealing.ts';
import { openDatabase } from '#base/database/transaction.ts';
import { keyGroups } from '#record/register/group-keys.ts';
import { keyFacts } from '#record/register/facts.ts';
import { keyTitles } from '#record/register/title-keys.ts';

export async function keyPeopleIn(ownerUrl: string, keys: Keys): Promise<void> {
  const owner = openDatabase({ connectionString: ownerUrl, poolSize: 1 });
  try {
    await owner.transaction(null, keyTitles);
    await owner.transaction(null, keyGroups);
    await owner.transaction(null, (tx) => keyFacts(tx, keys));
  } finally {
    await owner.close();
  }
}
