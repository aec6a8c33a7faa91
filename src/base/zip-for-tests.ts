/** Builds small and hostile zips for the tests of the doors: every byte of them is chosen here. */
import { crc32, deflateRawSync } from 'node:zlib';

/** How a part of the zip lies about itself. */
export interface Lie {
  readonly declaredBytes?: number;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  /** name in the local header, when it is another than in the directory */
  readonly localName?: string;
  /** declared compressed size: larger, it runs into the part behind it */
  readonly compressedBytes?: number;
}
export type Part = string | Buffer | { readonly content: string | Buffer; readonly lie: Lie };

/** A zip with these parts in this order. */
export function zipOf(parts: Readonly<Record<string, Part>>): Buffer {
  const out: Buffer[] = [];
  const records: Buffer[] = [];
  let offset = 0;
  for (const [name, part] of Object.entries(parts)) {
    const [content, lie] = typeof part === 'object' && 'content' in part ? [part.content, part.lie] : [part, {} as Lie];
    const raw = Buffer.from(content as string);
    const data = deflateRawSync(raw, { level: 6 });
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(lie.flags ?? 0x800, 2);
    head.writeUInt16LE(lie.method ?? 8, 4);
    head.writeUInt32LE(lie.crc ?? crc32(raw), 10);
    head.writeUInt32LE(lie.compressedBytes ?? data.length, 14);
    head.writeUInt32LE(lie.declaredBytes ?? raw.length, 18);
    const localName = Buffer.from(lie.localName ?? name);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, localName, data]);
    local.writeUInt16LE(localName.length, 26);
    local.writeUInt16LE(0, 28);
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(20, 4);
    head.copy(record, 6, 0, 22);
    record.writeUInt16LE(Buffer.byteLength(name), 28);
    record.writeUInt32LE(offset, 42);
    records.push(Buffer.concat([record, Buffer.from(name)]));
    out.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(records);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(records.length, 8);
  end.writeUInt16LE(records.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...out, directory, end]);
}
