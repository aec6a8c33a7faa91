/** How far a written time may be from the database's clock: set by the owner, held by row-level security (0171). */
import pg from 'pg';

/** Seconds between the clocks of program and database, at most. */
export const CLOCK_TOLERANCE_SECONDS = 60;
/** A demo shows readings of the last days, which its seed writes with their times. */
export const DEMO_CLOCK_TOLERANCE_SECONDS = 4 * 86_400;

export async function setClockTolerance(ownerUrl: string, seconds: number): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('update clock_tolerance set seconds = $1 where seconds <> $1', [seconds]);
  } finally {
    await client.end();
  }
}
