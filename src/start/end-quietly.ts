/**
 * Ends the process once its engine is idle. Node joins the compiler's threads at exit, and one that waits for the main thread to collect garbage waits for ever
 * (nodejs/node#54918): a server that had closed everything was seen to hang so. While nothing runs, those threads come to their end within milliseconds.
 */
import { setTimeout as sleep } from 'node:timers/promises';

/** Long enough for a compilation that is under way, in milliseconds; nobody waits for an answer any more. */
const IDLE_MS = 250;

export async function endQuietly(code: number): Promise<never> {
  await sleep(IDLE_MS);
  process.exit(code);
}
