/**
 * What is kept beside the tables, by name: what was sent (sealed), tiles of the log, signed lists. A port: a folder, or a table of the database that all
 * nodes share. Decision 0029.
 */

/**
 * `blobs` are written once and never changed; `audit` and `card` are published, and replaced by what is newer; `erasures` is added to, and outlives what
 * stands in the tables (decision 0093).
 */
export const AREAS = ['blobs', 'audit', 'card', 'erasures'] as const;
export type Area = (typeof AREAS)[number];

export interface KeptFiles {
  /** the bytes, whole; null when there is none of this name */
  read(name: string): Promise<Uint8Array | null>;
  has(name: string): Promise<boolean>;
  /**
   * When this resolves the bytes survive a power cut; before, what stood there does. Whoever reads meanwhile has the one or the other whole, never a part.
   * Throws `NoRoomLeft` when there is none; nothing is left behind then.
   */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** the same over a file that is spoilt: where files are never changed, what stood there is put aside and not read any more */
  mend(name: string, bytes: Uint8Array): Promise<void>;
  /** takes the file away, and what stands below its name; nothing when there is none */
  remove(name: string): Promise<void>;
  /** every name; what is written or taken away meanwhile may be among them or not */
  names(): AsyncIterable<string>;
}

export type OpenFiles = (area: Area) => KeptFiles;

/** The disk of the folder, or that of the database, is full. */
export class NoRoomLeft extends Error {}

/** A name: parts with slashes between, none of which begins with a dot, so that none leads away. */
export const NAME = /^[a-z0-9][a-z0-9.-]*(\/[a-z0-9][a-z0-9.-]*)*$/;

/** @returns the name. Throws when it is none */
export function nameOf(name: string): string {
  if (!NAME.test(name)) throw new Error(`no name of a file: ${name.slice(0, 80)}`);
  return name;
}

/** Copies what `to` has not; what stands there is at least as new. May be ended at any moment and done again. @returns how many */
export async function copyFiles(from: OpenFiles, to: OpenFiles): Promise<number> {
  let copied = 0;
  for (const area of AREAS) {
    const [source, target] = [from(area), to(area)];
    for await (const name of source.names()) {
      if (await target.has(name)) continue;
      const bytes = await source.read(name);
      if (bytes === null) continue; // it went meanwhile: a tile became full, a list was retired
      await target.write(name, bytes);
      copied += 1;
    }
  }
  return copied;
}
