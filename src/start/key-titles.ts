/** After migrations, and after a restore of what an earlier version had kept: people whose title has no key yet get it. As the owner of the database. */
import { openDatabase } from '#base/database/transaction.ts';
import { keyTitles } from '#record/register/title-keys.ts';

export async function keyTitlesIn(ownerUrl: string): Promise<number> {
  const owner = openDatabase({ connectionString: ownerUrl, poolSize: 1 });
  try {
    return await owner.transaction(null, keyTitles);
  } finally {
    await owner.close();
  }
}
