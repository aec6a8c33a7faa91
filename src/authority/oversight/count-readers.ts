/** Counts readers day by day: those who stand out over the whole country are kept, by body, for whoever supervises one of them. */
import type { Clock, PlainDate } from '#base/clock.ts';
import type { Database, SessionHandle } from '#base/database/transaction.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { byReader, forgetReadersBefore, keepReaders, lockCounted, readersOn, setCounted } from './reader-store.ts';
import { NIGHT, unusualAmong, unusualSince } from './unusual.ts';

export interface CountNeeds {
  readonly db: Database;
  readonly clock: Clock;
}

/**
 * Counts the day at hand anew, and each day before it that was not counted to its end, as far as it would be shown.
 *
 * @param handle  a system session for the whole installation: whoever stands out for one body's supervisor stands out here
 */
export async function countReaders({ db, clock }: CountNeeds, handle: SessionHandle): Promise<void> {
  const today = clock.today();
  const oldest = unusualSince(today);
  await db.transaction(handle, async (tx) => {
    const { day: counted } = await lockCounted(tx);
    for (let day: PlainDate = counted !== null && counted > oldest ? counted : oldest; day <= today; day = addDays(day, 1)) {
      const readers = await readersOn(tx, day, NIGHT);
      const unusual = new Set(unusualAmong(byReader(readers)).map(({ actor }) => actor));
      await keepReaders(
        tx,
        day,
        readers.filter(({ actor }) => unusual.has(actor)),
      );
    }
    await forgetReadersBefore(tx, oldest);
    await setCounted(tx, today, clock.now());
  });
}
