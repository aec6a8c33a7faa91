/**
 * The list of erasures, kept beside the tables so that an older copy of them cannot bring anybody back: one entry a person, sealed under the keys of the
 * installation (nobody plants one), with ids alone. Written before anything is destroyed; never taken away. Decision 0093.
 */
import type { Instant } from '#base/clock.ts';
import type { KeptFiles } from '#base/files/kept-files.ts';
import type { Keys } from '#base/sealing.ts';
import type { ErasurePaper } from './shapes.ts';

export interface ErasedEntry {
  readonly personId: string;
  readonly erasureId: string;
  readonly bodyId: string;
  readonly ground: string;
  readonly paper: ErasurePaper;
  /** files in which the person was sent, each as submission/round: an older copy may hold them where nobody is claimed by them yet */
  readonly files: readonly string[];
  readonly at: Instant;
}

const PURPOSE = 'erased-person';
/** A seal of the installation, not of a person: whoever is erased has no key any more. */
const SALT = Buffer.from('erasures');
const nameFor = (personId: string): string => `${personId}.sealed`;

export async function keepEntry(list: Pick<KeptFiles, 'has' | 'write'>, keys: Pick<Keys, 'seal'>, entry: ErasedEntry): Promise<void> {
  if (await list.has(nameFor(entry.personId))) return;
  await list.write(nameFor(entry.personId), keys.seal(SALT, PURPOSE, Buffer.from(JSON.stringify(entry))));
}

/** Every entry; one that does not open is told by its name and counted by nobody. */
export async function readEntries(
  list: Pick<KeptFiles, 'names' | 'read'>,
  keys: Pick<Keys, 'open'>,
): Promise<{ readonly entries: readonly ErasedEntry[]; readonly broken: readonly string[] }> {
  const [entries, broken]: [ErasedEntry[], string[]] = [[], []];
  for await (const name of list.names()) {
    const bytes = await list.read(name);
    try {
      if (bytes) entries.push(JSON.parse(Buffer.from(keys.open(SALT, PURPOSE, bytes)).toString()) as ErasedEntry);
    } catch {
      broken.push(name);
    }
  }
  return { entries, broken };
}
