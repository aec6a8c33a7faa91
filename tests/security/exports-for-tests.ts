/** What tests of files that are taken along share: the background that builds them, and what stands in a file. */
import { openJobSession } from '#authority/access/sessions.ts';
import { inflateEntry, readDirectory } from '#base/zip.ts';
import { filledTemplate, markedCopy } from '#doors/workbook/filled-template.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import type { ExportNeeds } from '#uses/exports/build.ts';

export async function exportNeedsOf({ office }: Agency): Promise<ExportNeeds> {
  const system = await openJobSession(office, { bodyId: null, purpose: 'exports' });
  return {
    ...office,
    sessionNeeds: office,
    jobSession: async () => system,
    bodyNames: async (_tx, ids) => new Map(ids.map((id) => [id, 'Trường thử'])),
    demo: true,
    filledTemplate,
    markedCopy,
    attestations: async () => new Map(),
  };
}

const LIMITS = { entriesMax: 20, inflatedBytesMax: 1e8, ratioMax: 1000 };

/** The parts of a workbook by name, as text. */
export async function partsOf(bytes: Buffer): Promise<ReadonlyMap<string, string>> {
  const parts = new Map<string, string>();
  for (const entry of readDirectory(bytes, LIMITS)) {
    const pieces: Buffer[] = [];
    for await (const piece of inflateEntry(bytes, entry, { inflated: 0 }, LIMITS)) pieces.push(piece);
    parts.set(entry.name, Buffer.concat(pieces).toString());
  }
  return parts;
}
