/** A zip of files as they are, without pressing them once more: for pictures, which are pressed already. The same files give the same bytes. */
import { crc32 } from 'node:zlib';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Names in UTF-8. */
const UTF8 = 0x800;
/** 1 January 1980, midnight: no time of its own. */
const NO_TIME = 0x00210000;

/** @param files  content by name, in this order; fewer than 65,536 files, in all less than 4 GiB */
export function storedZip(files: ReadonlyMap<string, Uint8Array>): Buffer {
  const parts: Buffer[] = [];
  const records: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of files) {
    const nameBytes = Buffer.from(name);
    // What local header and directory say alike: flags, method (stored), time, checksum, both sizes, length of the name.
    const common = Buffer.alloc(22);
    common.writeUInt16LE(UTF8, 0);
    common.writeUInt32LE(NO_TIME, 4);
    common.writeUInt32LE(crc32(content), 8);
    common.writeUInt32LE(content.length, 12);
    common.writeUInt32LE(content.length, 16);
    common.writeUInt16LE(nameBytes.length, 20);
    const local = Buffer.alloc(6);
    local.writeUInt32LE(LOCAL, 0);
    local.writeUInt16LE(20, 4);
    const central = Buffer.alloc(8);
    central.writeUInt32LE(CENTRAL, 0);
    central.writeUInt16LE(20, 4);
    central.writeUInt16LE(20, 6);
    const rest = Buffer.alloc(16);
    rest.writeUInt32LE(offset, 12);
    parts.push(local, common, Buffer.alloc(2), nameBytes, Buffer.from(content));
    records.push(central, common, rest, nameBytes);
    offset += 30 + nameBytes.length + content.length;
  }
  const directory = Buffer.concat(records);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end]);
}
