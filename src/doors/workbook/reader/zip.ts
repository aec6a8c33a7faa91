/**
 * The directory of a zip file, read by ourselves with counters first: nothing is inflated before the whole directory was
 * found plausible. Only stored and deflated entries; no encryption, no zip64 (a file of at most 20 MB needs none).
 * Source: PKWARE APPNOTE 6.3.10 §4.3.
 */
import { crc32, createInflateRaw } from 'node:zlib';
import { ENTRIES_MAX, INFLATED_BYTES_MAX, RATIO_MAX } from './limits.ts';
import { Refusal } from './refusal.ts';

export interface ZipEntry {
  readonly name: string;
  readonly method: 0 | 8;
  readonly crc32: number;
  readonly compressedBytes: number;
  readonly inflatedBytes: number;
  /** of the local header */
  readonly offset: number;
  /** of the record in the directory, for those who copy it */
  readonly centralOffset: number;
  /** of the data */
  readonly dataOffset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const MEGABYTE = 1024 * 1024;
/** Compressed bytes that are inflated first. */
const TASTE_BYTES = 512;

function endOfDirectory(bytes: Buffer): number {
  const least = Math.max(0, bytes.length - END_BYTES - 0xffff);
  for (let at = bytes.length - END_BYTES; at >= least; at--) if (bytes.readUInt32LE(at) === END) return at;
  throw new Refusal('E-WORKBOOK-BROKEN', { why: 'thiếu phần cuối' });
}

/** A name that would leave its folder, or that two readers would read differently. */
const isTrick = (name: string): boolean => name === '' || /[\\\0:]/.test(name) || name.startsWith('/') || name.split('/').includes('..');

function centralEntry(bytes: Buffer, at: number): { entry: Omit<ZipEntry, 'dataOffset'>; next: number } {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) throw new Refusal('E-WORKBOOK-BROKEN', { why: 'mục lục hỏng' });
  const flags = bytes.readUInt16LE(at + 8);
  const method = bytes.readUInt16LE(at + 10);
  const [nameBytes, extraBytes, commentBytes] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
  const end = at + 46 + nameBytes + extraBytes + commentBytes;
  if (end > bytes.length) throw new Refusal('E-WORKBOOK-BROKEN', { why: 'mục lục bị cắt' });
  const name = bytes.toString('utf8', at + 46, at + 46 + nameBytes);
  if (flags & 1) throw new Refusal('E-WORKBOOK-PASSWORD');
  if (method !== 0 && method !== 8) throw new Refusal('E-WORKBOOK-BROKEN', { why: 'cách nén lạ' });
  if (isTrick(name)) throw new Refusal('E-WORKBOOK-UNSAFE', { why: 'tên phần tệp không an toàn' });
  const [compressedBytes, inflatedBytes, offset] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 42)];
  if (compressedBytes === 0xffffffff || inflatedBytes === 0xffffffff || offset === 0xffffffff)
    throw new Refusal('E-WORKBOOK-UNSAFE', { why: 'zip64' });
  return {
    entry: { name, method, crc32: bytes.readUInt32LE(at + 16), compressedBytes, inflatedBytes, offset, centralOffset: at },
    next: end,
  };
}

function placed(bytes: Buffer, entry: Omit<ZipEntry, 'dataOffset'>): ZipEntry {
  if (entry.offset + 30 > bytes.length || bytes.readUInt32LE(entry.offset) !== LOCAL)
    throw new Refusal('E-WORKBOOK-BROKEN', { why: 'phần tệp không có đầu' });
  const nameBytes = bytes.readUInt16LE(entry.offset + 26);
  const dataOffset = entry.offset + 30 + nameBytes + bytes.readUInt16LE(entry.offset + 28);
  if (bytes.toString('utf8', entry.offset + 30, entry.offset + 30 + nameBytes) !== entry.name)
    throw new Refusal('E-WORKBOOK-UNSAFE', { why: 'hai tên cho một phần' });
  if (dataOffset + entry.compressedBytes > bytes.length) throw new Refusal('E-WORKBOOK-BROKEN', { why: 'phần tệp bị cắt' });
  return { ...entry, dataOffset };
}

/** Every entry of the file, or a refusal: broken, password, tricks in names, overlaps, bombs by their own declaration. */
export function readDirectory(bytes: Buffer): ZipEntry[] {
  if (bytes.length < END_BYTES || bytes.readUInt32LE(0) !== LOCAL) throw new Refusal('E-WORKBOOK-NOT-ONE');
  const end = endOfDirectory(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > ENTRIES_MAX) throw new Refusal('E-WORKBOOK-BOMB', { why: 'quá nhiều phần' });
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    const { entry, next } = centralEntry(bytes, at);
    entries.push(placed(bytes, entry));
    at = next;
  }
  // Names of parts do not differ by case alone (ECMA-376 part 2 §6.2.2): one program would read the one, another the other.
  if (new Set(entries.map((entry) => entry.name.toLowerCase())).size !== entries.length)
    throw new Refusal('E-WORKBOOK-UNSAFE', { why: 'hai phần cùng tên' });
  const inOrder = [...entries].sort((a, b) => a.offset - b.offset);
  inOrder.forEach((entry, i) => {
    const following = inOrder[i + 1]?.offset ?? bytes.readUInt32LE(end + 16);
    if (entry.dataOffset + entry.compressedBytes > following) throw new Refusal('E-WORKBOOK-BOMB', { why: 'các phần chồng lên nhau' });
  });
  let declared = 0;
  for (const entry of entries) {
    declared += entry.inflatedBytes;
    if (declared > INFLATED_BYTES_MAX) throw new Refusal('E-WORKBOOK-BOMB', { why: 'bung ra quá lớn' });
    if (entry.inflatedBytes > MEGABYTE && entry.inflatedBytes > entry.compressedBytes * RATIO_MAX)
      throw new Refusal('E-WORKBOOK-BOMB', { why: 'nén quá chặt' });
  }
  return entries;
}

/** Counts bytes that came out, over all entries of a file. */
export interface InflateCounter {
  inflated: number;
}

/** The content of an entry, in pieces; more than it declared, or than all may have together, is refused while it comes out. */
export async function* inflateEntry(bytes: Buffer, entry: ZipEntry, counter: InflateCounter): AsyncGenerator<Buffer> {
  const data = bytes.subarray(entry.dataOffset, entry.dataOffset + entry.compressedBytes);
  let out = 0;
  let crc = 0;
  const counted = (piece: Buffer): Buffer => {
    out += piece.length;
    counter.inflated += piece.length;
    crc = crc32(piece, crc);
    if (out > entry.inflatedBytes) throw new Refusal('E-WORKBOOK-BOMB', { why: 'lớn hơn đã khai' });
    if (counter.inflated > INFLATED_BYTES_MAX) throw new Refusal('E-WORKBOOK-BOMB', { why: 'bung ra quá lớn' });
    return piece;
  };
  const asDeclared = (): void => {
    if (out !== entry.inflatedBytes || crc !== entry.crc32)
      throw new Refusal('E-WORKBOOK-BROKEN', { why: 'nội dung không khớp mã kiểm tra' });
  };
  if (entry.method === 0) {
    yield counted(data);
    asDeclared();
    return;
  }
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 });
  // A taste first: a sheet that is hostile from its first row on is refused before more of it comes out.
  inflate.write(data.subarray(0, TASTE_BYTES));
  inflate.end(data.subarray(TASTE_BYTES));
  try {
    for await (const piece of inflate) yield counted(piece as Buffer);
    asDeclared();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('E-WORKBOOK-BROKEN', { why: 'dữ liệu nén hỏng' });
  } finally {
    inflate.destroy();
  }
}

/** The whole content of a small entry. */
export async function entryText(bytes: Buffer, entry: ZipEntry, counter: InflateCounter): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of inflateEntry(bytes, entry, counter)) pieces.push(piece);
  return decodeXml(Buffer.concat(pieces));
}

/** UTF-8 with or without mark; a DOCTYPE is refused, and so is another encoding. */
export function decodeXml(bytes: Buffer): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw new Refusal('E-WORKBOOK-UNSAFE', { why: 'mã hóa UTF-16' });
  const decode = utf8Decoder();
  const text = decode(bytes) + decode(null);
  if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY')) throw new Refusal('E-WORKBOOK-UNSAFE', { why: 'DOCTYPE' });
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** Decodes UTF-8 piece by piece (null: the end); bytes that are no UTF-8 are refused rather than replaced in a name. */
export function utf8Decoder(): (piece: Buffer | null) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return (piece) => {
    try {
      return piece === null ? decoder.decode() : decoder.decode(piece, { stream: true });
    } catch {
      throw new Refusal('E-WORKBOOK-UNSAFE', { why: 'mã hóa không phải UTF-8' });
    }
  };
}
