/** The parts of a workbook: the reader of zips with the limits of this door, and its refusals told in the codes of this door. */
import { ZipRefusal, inflateEntry, readDirectory } from '#base/zip.ts';
import type { InflateCounter, ZipEntry } from '#base/zip.ts';
import { ENTRIES_MAX, INFLATED_BYTES_MAX, RATIO_MAX } from './limits.ts';
import { Refusal } from './refusal.ts';

const LIMITS = { entriesMax: ENTRIES_MAX, inflatedBytesMax: INFLATED_BYTES_MAX, ratioMax: RATIO_MAX };

const CODES: Readonly<Record<ZipRefusal['reason'], string>> = {
  'not-a-zip': 'E-WORKBOOK-NOT-ONE',
  broken: 'E-WORKBOOK-BROKEN',
  password: 'E-WORKBOOK-PASSWORD',
  unsafe: 'E-WORKBOOK-UNSAFE',
  bomb: 'E-WORKBOOK-BOMB',
};

const inOurCodes = (error: unknown): unknown =>
  error instanceof ZipRefusal ? new Refusal(CODES[error.reason], error.why === '' ? {} : { why: error.why }) : error;

/** Every part of the file, or a refusal: broken, password, tricks in names, overlaps, bombs by their own declaration. */
export function workbookEntries(bytes: Buffer): ZipEntry[] {
  try {
    return readDirectory(bytes, LIMITS);
  } catch (error) {
    throw inOurCodes(error);
  }
}

/** The content of a part, in pieces; more than it declared, or than all may have together, is refused while it comes out. */
export async function* inflatePart(bytes: Buffer, entry: ZipEntry, counter: InflateCounter): AsyncGenerator<Buffer> {
  try {
    yield* inflateEntry(bytes, entry, counter, LIMITS);
  } catch (error) {
    throw inOurCodes(error);
  }
}

/** The whole content of a small part. */
export async function textOfPart(bytes: Buffer, entry: ZipEntry, counter: InflateCounter): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of inflatePart(bytes, entry, counter)) pieces.push(piece);
  return decodeXml(Buffer.concat(pieces));
}

/** UTF-8 with or without mark; a DOCTYPE is refused, and so is another encoding: bytes are not replaced in a name. */
function decodeXml(bytes: Buffer): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw new Refusal('E-WORKBOOK-UNSAFE', { why: 'mã hóa UTF-16' });
  const text = decodeUtf8(bytes);
  if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY')) throw new Refusal('E-WORKBOOK-UNSAFE', { why: 'DOCTYPE' });
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('E-WORKBOOK-UNSAFE', { why: 'mã hóa không phải UTF-8' });
  }
}
