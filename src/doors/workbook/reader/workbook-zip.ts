/** The parts of a workbook: the reader of zips with the limits of this door, and its refusals told in the codes of this door. */
import { ZipRefusal, inflateEntry, readDirectory } from '#base/zip.ts';
import type { InflateCounter, ZipEntry } from '#base/zip.ts';
import { ENTRIES_MAX, HELD_PART_BYTES_MAX, INFLATED_BYTES_MAX, RATIO_MAX } from './limits.ts';
import { Refusal, refusalFor } from './refusal.ts';
import { Decoding } from './text-decoding.ts';
import { refuseOtherEncoding } from './xml-markup.ts';

const LIMITS = { entriesMax: ENTRIES_MAX, inflatedBytesMax: INFLATED_BYTES_MAX, ratioMax: RATIO_MAX };

const CODES: Readonly<Record<ZipRefusal['reason'], string>> = {
  'not-a-zip': 'E-WORKBOOK-NOT-ONE',
  broken: 'E-WORKBOOK-BROKEN',
  password: 'E-WORKBOOK-PASSWORD',
  unsafe: 'E-WORKBOOK-UNSAFE',
  bomb: 'E-WORKBOOK-BOMB',
  large: 'E-WORKBOOK-TOO-LONG',
};

const inOurCodes = (error: unknown): unknown =>
  error instanceof ZipRefusal && error.reason === 'large'
    ? new Refusal(CODES.large, { bytes: INFLATED_BYTES_MAX / 1024 / 1024 })
    : error instanceof ZipRefusal
      ? new Refusal(CODES[error.reason], error.why === '' ? {} : { why: error.why, whyEn: error.whyEn })
      : error;

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

/** As `inflatePart`, of a part that is held whole: such parts are small. */
export function inflateHeld(bytes: Buffer, entry: ZipEntry, counter: InflateCounter): AsyncGenerator<Buffer> {
  if (entry.inflatedBytes > HELD_PART_BYTES_MAX) throw new Refusal(CODES.large, { bytes: HELD_PART_BYTES_MAX / 1024 / 1024 });
  return inflatePart(bytes, entry, counter);
}

/** The whole content of a small part. */
export async function textOfPart(bytes: Buffer, entry: ZipEntry, counter: InflateCounter): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of inflateHeld(bytes, entry, counter)) pieces.push(piece);
  return decodeXml(Buffer.concat(pieces));
}

/**
 * The text of a part, with a declaration that fits it: it is written back as UTF-8. A DOCTYPE is refused, and so is any encoding but
 * UTF-8 and UTF-16: bytes are not replaced in a name.
 */
function decodeXml(bytes: Buffer): string {
  const decoding = new Decoding();
  const text = decodeUtf8(Buffer.concat([decoding.decode(bytes), decoding.end()]));
  if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY')) throw refusalFor('E-WORKBOOK-UNSAFE', 'DOCTYPE', 'DOCTYPE');
  const declaration = /^<\?xml[^>]*\?>/.exec(text)?.[0] ?? '';
  refuseOtherEncoding(declaration);
  return declaration.replace(/(encoding\s*=\s*["'])utf-16\w*/i, '$1UTF-8') + text.slice(declaration.length);
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refusalFor('E-WORKBOOK-UNSAFE', 'mã hóa không phải UTF-8', 'bytes that are no UTF-8');
  }
}
