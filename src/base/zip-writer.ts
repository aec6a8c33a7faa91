/**
 * Writes a zip from the parts of another: a part that was not touched keeps its compressed bytes as they came,
 * with its name, time and attributes; a part that was changed or added is deflated anew.
 */
import { crc32, createDeflateRaw } from 'node:zlib';
import type { ZipEntry } from './zip.ts';

/** New content of a part: whole, in pieces, or asked for when all other parts are done (styles are known only then). */
export type NewContent = string | AsyncIterable<Buffer> | (() => string);

interface Packed {
  readonly name: Buffer;
  readonly flags: number;
  readonly method: number;
  /** DOS time and date, as one number */
  readonly modified: number;
  readonly crc: number;
  readonly inflatedBytes: number;
  readonly pieces: readonly Buffer[];
  /** bytes 4 to 8 (made by, needed) and 36 to 42 (attributes) of the old directory record; null for a new part */
  readonly central: Buffer | null;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Names in UTF-8. */
const UTF8 = 0x800;
/** Sizes stand behind the data: not here, they are known. */
const SIZES_BEHIND = 0x8;
/** 1 January 1980, midnight: new parts have no time of their own, so that the same input gives the same bytes. */
const NO_TIME = 0x00210000;

function packedAsItCame(bytes: Buffer, entry: ZipEntry): Packed {
  const central = bytes.subarray(entry.centralOffset, entry.centralOffset + 46);
  const nameBytes = central.readUInt16LE(28);
  return {
    name: bytes.subarray(entry.centralOffset + 46, entry.centralOffset + 46 + nameBytes),
    flags: central.readUInt16LE(8) & ~SIZES_BEHIND,
    method: entry.method,
    modified: central.readUInt32LE(12),
    crc: entry.crc32,
    inflatedBytes: entry.inflatedBytes,
    pieces: [bytes.subarray(entry.dataOffset, entry.dataOffset + entry.compressedBytes)],
    central,
  };
}

async function packedAnew(name: string, content: NewContent): Promise<Packed> {
  const pieces: Buffer[] = [];
  const deflate = createDeflateRaw({ level: 6 });
  const collected = (async () => {
    for await (const piece of deflate) pieces.push(piece as Buffer);
  })();
  let crc = 0;
  let inflatedBytes = 0;
  try {
    for await (const piece of typeof content === 'function'
      ? [Buffer.from(content())]
      : typeof content === 'string'
        ? [Buffer.from(content)]
        : content) {
      crc = crc32(piece, crc);
      inflatedBytes += piece.length;
      if (!deflate.write(piece))
        await new Promise((done) => {
          deflate.once('drain', done);
        });
    }
    deflate.end();
    await collected;
  } catch (error) {
    deflate.destroy();
    await collected.catch(() => undefined);
    throw error;
  }
  return { name: Buffer.from(name), flags: UTF8, method: 8, modified: NO_TIME, crc, inflatedBytes, pieces, central: null };
}

function localHeader(part: Packed, compressedBytes: number): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(LOCAL, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(part.flags, 6);
  head.writeUInt16LE(part.method, 8);
  head.writeUInt32LE(part.modified, 10);
  head.writeUInt32LE(part.crc, 14);
  head.writeUInt32LE(compressedBytes, 18);
  head.writeUInt32LE(part.inflatedBytes, 22);
  head.writeUInt16LE(part.name.length, 26);
  return head;
}

function centralRecord(part: Packed, compressedBytes: number, offset: number): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(CENTRAL, 0);
  head.writeUInt16LE(20, 4);
  localHeader(part, compressedBytes).copy(head, 6, 4, 28);
  if (part.central) {
    part.central.copy(head, 4, 4, 6);
    part.central.copy(head, 36, 36, 42);
  }
  head.writeUInt32LE(offset, 42);
  return head;
}

/**
 * @param bytes    the old file
 * @param entries  its parts, in the order of its directory (kept)
 * @param changed  new content by part name; a name that the old file does not have is added at the end; null leaves the part out
 */
export async function rewriteZip(
  bytes: Buffer,
  entries: readonly ZipEntry[],
  changed: ReadonlyMap<string, NewContent | null>,
): Promise<Buffer> {
  const out: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  const add = (part: Packed): void => {
    const compressedBytes = part.pieces.reduce((sum, piece) => sum + piece.length, 0);
    out.push(localHeader(part, compressedBytes), part.name, ...part.pieces);
    directory.push(centralRecord(part, compressedBytes, offset), part.name);
    offset += 30 + part.name.length + compressedBytes;
  };
  const old = new Set(entries.map((entry) => entry.name));
  const anew = new Map<string, Packed>();
  const isLate = (content: NewContent | null): boolean => typeof content === 'function';
  for (const [name, content] of [...changed].sort(([, a], [, b]) => Number(isLate(a)) - Number(isLate(b))))
    if (content !== null) anew.set(name, await packedAnew(name, content));
  const parts = [
    ...entries.filter((entry) => changed.get(entry.name) !== null).map((entry) => anew.get(entry.name) ?? packedAsItCame(bytes, entry)),
    ...[...anew].flatMap(([name, part]) => (old.has(name) ? [] : [part])),
  ];
  parts.forEach(add);
  const records = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(records.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...out, records, end]);
}
