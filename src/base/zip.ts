/**
 * The directory of a zip file, read by ourselves with counters first: nothing is inflated before the whole directory was
 * found plausible. Only stored and deflated entries; no encryption, no zip64 (a file of at most 50 MB needs none).
 * Read by the sandboxed parserren of the doors: imports nothing but Node. Source: PKWARE APPNOTE 6.3.10 §4.3.
 */
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';

/** What a zip may be at most; each door says its own. */
export interface ZipLimits {
  readonly entriesMax: number;
  /** of all entries together, declared and counted */
  readonly inflatedBytesMax: number;
  /** inflated to compressed bytes of an entry larger than a megabyte */
  readonly ratioMax: number;
}

/** What is said of a zip that is not read, with its English. */
const WHY_EN = {
  '': '',
  'thiếu phần cuối': 'its end is missing',
  'mục lục hỏng': 'its directory is damaged',
  'mục lục bị cắt': 'its directory was cut',
  'cách nén lạ': 'an unknown compression',
  'tên phần tệp không an toàn': 'an unsafe name of a part',
  zip64: 'zip64',
  'phần tệp không có đầu': 'a part without a head',
  'hai tên cho một phần': 'two names for one part',
  'phần tệp bị cắt': 'a part was cut',
  'quá nhiều phần': 'too many parts',
  'hai phần cùng tên': 'two parts of one name',
  'các phần chồng lên nhau': 'parts that lie over each other',
  'bung ra quá lớn': 'it unpacks to too much',
  'nén quá chặt': 'packed too tightly',
  'lớn hơn đã khai': 'larger than declared',
  'nội dung không khớp mã kiểm tra': 'the content does not fit its checksum',
  'dữ liệu nén hỏng': 'damaged compressed data',
} as const;

/** Why a zip is not read. `why`: a word or two in Vietnamese, for the problem of the door; `whyEn`: the same in English. */
export class ZipRefusal extends Error {
  readonly reason: 'not-a-zip' | 'broken' | 'password' | 'unsafe' | 'bomb' | 'large';
  readonly why: keyof typeof WHY_EN;
  constructor(reason: ZipRefusal['reason'], why: keyof typeof WHY_EN = '') {
    super(`${reason} ${why}`);
    this.reason = reason;
    this.why = why;
  }
  get whyEn(): string {
    return WHY_EN[this.why];
  }
}

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
/** Inflated to compressed bytes of a table as a spreadsheet writes it: 10 to 30. */
const TABLE_RATIO_MAX = 50;
/** Compressed bytes that are inflated first. */
const TASTE_BYTES = 1024;
/** What comes out at a time. Pieces wait for the collector outside of the heap that it watches: with four times as much a large workbook holds 25 MB more, and is read no sooner (bench/workbook). */
const PIECE_BYTES = 64 * 1024;
/** A part that declares no more comes out at once, without a stream: most parts of a workbook are small, and a stream costs a millisecond. */
const SMALL_BYTES = 64 * 1024;

function endOfDirectory(bytes: Buffer): number {
  const least = Math.max(0, bytes.length - END_BYTES - 0xffff);
  for (let at = bytes.length - END_BYTES; at >= least; at--) if (bytes.readUInt32LE(at) === END) return at;
  throw new ZipRefusal('broken', 'thiếu phần cuối');
}

/** A name that would leave its folder, or that two readers would read differently. */
const isTrick = (name: string): boolean => name === '' || /[\\\0:]/.test(name) || name.startsWith('/') || name.split('/').includes('..');

function centralEntry(bytes: Buffer, at: number): { entry: Omit<ZipEntry, 'dataOffset'>; next: number } {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) throw new ZipRefusal('broken', 'mục lục hỏng');
  const flags = bytes.readUInt16LE(at + 8);
  const method = bytes.readUInt16LE(at + 10);
  const [nameBytes, extraBytes, commentBytes] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
  const end = at + 46 + nameBytes + extraBytes + commentBytes;
  if (end > bytes.length) throw new ZipRefusal('broken', 'mục lục bị cắt');
  const name = bytes.toString('utf8', at + 46, at + 46 + nameBytes);
  if (flags & 1) throw new ZipRefusal('password');
  if (method !== 0 && method !== 8) throw new ZipRefusal('broken', 'cách nén lạ');
  if (isTrick(name)) throw new ZipRefusal('unsafe', 'tên phần tệp không an toàn');
  const [compressedBytes, inflatedBytes, offset] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 42)];
  if (compressedBytes === 0xffffffff || inflatedBytes === 0xffffffff || offset === 0xffffffff) throw new ZipRefusal('unsafe', 'zip64');
  return {
    entry: { name, method, crc32: bytes.readUInt32LE(at + 16), compressedBytes, inflatedBytes, offset, centralOffset: at },
    next: end,
  };
}

function placed(bytes: Buffer, entry: Omit<ZipEntry, 'dataOffset'>): ZipEntry {
  if (entry.offset + 30 > bytes.length || bytes.readUInt32LE(entry.offset) !== LOCAL)
    throw new ZipRefusal('broken', 'phần tệp không có đầu');
  const nameBytes = bytes.readUInt16LE(entry.offset + 26);
  const dataOffset = entry.offset + 30 + nameBytes + bytes.readUInt16LE(entry.offset + 28);
  if (bytes.toString('utf8', entry.offset + 30, entry.offset + 30 + nameBytes) !== entry.name)
    throw new ZipRefusal('unsafe', 'hai tên cho một phần');
  if (dataOffset + entry.compressedBytes > bytes.length) throw new ZipRefusal('broken', 'phần tệp bị cắt');
  return { ...entry, dataOffset };
}

/** Every entry of the file, or a refusal: broken, password, tricks in names, overlaps, bombs by their own declaration. */
export function readDirectory(bytes: Buffer, limits: ZipLimits): ZipEntry[] {
  if (bytes.length < END_BYTES || bytes.readUInt32LE(0) !== LOCAL) throw new ZipRefusal('not-a-zip');
  const end = endOfDirectory(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > limits.entriesMax) throw new ZipRefusal('bomb', 'quá nhiều phần');
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    const { entry, next } = centralEntry(bytes, at);
    entries.push(placed(bytes, entry));
    at = next;
  }
  // Names of parts do not differ by case alone (ECMA-376 part 2 §6.2.2): one program would read the one, another the other.
  if (new Set(entries.map((entry) => entry.name.toLowerCase())).size !== entries.length)
    throw new ZipRefusal('unsafe', 'hai phần cùng tên');
  const inOrder = [...entries].sort((a, b) => a.offset - b.offset);
  inOrder.forEach((entry, i) => {
    const following = inOrder[i + 1]?.offset ?? bytes.readUInt32LE(end + 16);
    if (entry.dataOffset + entry.compressedBytes > following) throw new ZipRefusal('bomb', 'các phần chồng lên nhau');
  });
  let declared = 0;
  for (const entry of entries) {
    declared += entry.inflatedBytes;
    if (entry.inflatedBytes > MEGABYTE && entry.inflatedBytes > entry.compressedBytes * limits.ratioMax)
      throw new ZipRefusal('bomb', 'nén quá chặt');
  }
  // Very much, and packed no tighter than tables are: a large file, not a trick.
  if (declared > limits.inflatedBytesMax)
    throw new ZipRefusal(declared > bytes.length * TABLE_RATIO_MAX ? 'bomb' : 'large', 'bung ra quá lớn');
  return entries;
}

/** Names as the directory has them, for telling what kind of file it is: nothing is judged, nothing opened. Of a broken zip the first entry alone. */
export function entryNames(bytes: Buffer): string[] {
  try {
    const end = endOfDirectory(bytes);
    const names: string[] = [];
    let at = bytes.readUInt32LE(end + 16);
    for (let i = bytes.readUInt16LE(end + 10); i > 0; i--) {
      if (bytes.readUInt32LE(at) !== CENTRAL) break;
      const nameBytes = bytes.readUInt16LE(at + 28);
      names.push(bytes.toString('utf8', at + 46, at + 46 + nameBytes));
      at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
    if (names.length > 0) return names;
  } catch {
    // cut off, or its directory lies: what it begins with is told
  }
  return bytes.length > 30 ? [bytes.toString('utf8', 30, 30 + bytes.readUInt16LE(26))] : [];
}

/** Counts bytes that came out, over all entries of a file. */
export interface InflateCounter {
  inflated: number;
}

function inflatedAtOnce(data: Buffer, declaredBytes: number): Buffer {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(declaredBytes, 1) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new ZipRefusal('bomb', 'lớn hơn đã khai');
    throw new ZipRefusal('broken', 'dữ liệu nén hỏng');
  }
}

/** The content of an entry, in pieces; more than it declared, or than all may have together, is refused while it comes out. */
export async function* inflateEntry(
  bytes: Buffer,
  entry: ZipEntry,
  counter: InflateCounter,
  limits: Pick<ZipLimits, 'inflatedBytesMax'>,
): AsyncGenerator<Buffer> {
  const data = bytes.subarray(entry.dataOffset, entry.dataOffset + entry.compressedBytes);
  let out = 0;
  let crc = 0;
  const counted = (piece: Buffer): Buffer => {
    out += piece.length;
    counter.inflated += piece.length;
    crc = crc32(piece, crc);
    if (out > entry.inflatedBytes) throw new ZipRefusal('bomb', 'lớn hơn đã khai');
    if (counter.inflated > limits.inflatedBytesMax) throw new ZipRefusal('bomb', 'bung ra quá lớn');
    return piece;
  };
  const asDeclared = (): void => {
    if (out !== entry.inflatedBytes || crc !== entry.crc32) throw new ZipRefusal('broken', 'nội dung không khớp mã kiểm tra');
  };
  if (entry.method === 0) {
    yield counted(data);
    asDeclared();
    return;
  }
  if (entry.inflatedBytes <= SMALL_BYTES) {
    yield counted(inflatedAtOnce(data, entry.inflatedBytes));
    asDeclared();
    return;
  }
  const inflate = createInflateRaw({ chunkSize: PIECE_BYTES });
  // A taste first: a sheet that is hostile from its first row on is refused before more of it comes out.
  inflate.write(data.subarray(0, TASTE_BYTES));
  inflate.end(data.subarray(TASTE_BYTES));
  try {
    for await (const piece of inflate) yield counted(piece as Buffer);
    asDeclared();
  } catch (error) {
    if (error instanceof ZipRefusal) throw error;
    throw new ZipRefusal('broken', 'dữ liệu nén hỏng');
  } finally {
    inflate.destroy();
  }
}
