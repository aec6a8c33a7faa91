/** A register that is grown for measuring: flat people of one body, with their rows in the log. */
import { sequenceAll, takeTerm } from '#authority/audit/sequencer.ts';
import { BATCH_LINES } from '#record/intake/limits.ts';
import type { Composed } from '#start/compose.ts';
import type { DemoPerson } from '#start/demo/people.ts';
import { flatDocument, registerPeople } from '#start/demo/seed.ts';
import type { Installation } from './installation.ts';

/** The log is signed after so many people. */
const SIGNED_EACH = 20_000;

/** Registers from an endless row of people until so many are there. The log is signed on the way: where it stands still, nobody is registered. */
export async function grow({ composed, bodyId }: Installation, people: Iterator<DemoPerson>, count: number): Promise<void> {
  let unsigned = 0;
  const handle = await composed.jobSession(bodyId);
  const next = (most: number): DemoPerson[] =>
    Array.from({ length: most }, () => people.next().value as DemoPerson).map((one) => ({ ...one, document: flatDocument(one.document) }));
  for (let left = count; left > 0;) {
    const sizes = [Math.min(BATCH_LINES, left), Math.min(BATCH_LINES, Math.max(0, left - BATCH_LINES))].filter((size) => size > 0);
    await Promise.all(sizes.map((size) => registerPeople(composed, handle, bodyId, next(size))));
    const registered = sizes.reduce((sum, size) => sum + size, 0);
    left -= registered;
    unsigned += registered;
    if (unsigned < SIGNED_EACH) continue;
    await sequence(composed);
    unsigned = 0;
  }
}

/** Signs what is in the log. */
export async function sequence(composed: Composed): Promise<void> {
  const all = await composed.jobSession(null);
  await sequenceAll(composed.sequencer, all, await takeTerm(composed.sequencer, all));
}
