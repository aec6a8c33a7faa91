/** The shared strings of a workbook: told as they are read, and only their lengths kept, so that a million of them cost 4 MB here. */
import type { InflateCounter, ZipEntry } from '#base/zip.ts';
import type { StringsOut } from './frames.ts';
import { SHARED_ITEM_BYTES_MAX } from './limits.ts';
import { refusalFor, unknownForm } from './refusal.ts';
import { itemText } from './string-item.ts';
import { inflatePart } from './workbook-zip.ts';
import { xmlWalker } from './xml-walker.ts';

const [LESS, GREATER, AMPERSAND, UNDERSCORE, BLANK, RETURN] = [60, 62, 38, 95, 32, 13];
const isAt = (bytes: Buffer, at: number, what: readonly number[]): boolean => {
  for (let i = 0; i < what.length; i++) if (bytes[at + i] !== what[i]) return false;
  return true;
};
const OPEN = [...Buffer.from('<si><t')];
const PRESERVE = [...Buffer.from(' xml:space="preserve"')];
const CLOSE = [...Buffer.from('</t></si>')];

/**
 * `<si><t>…</t></si>` with nothing to resolve, as nearly all are: copied byte by byte.
 * @returns where it ends, or 0: another form, or not whole yet
 */
function plainItem(bytes: Buffer, from: number, out: StringsOut): number {
  if (!isAt(bytes, from, OPEN)) return 0;
  let at = from + OPEN.length;
  if (bytes[at] === BLANK && isAt(bytes, at, PRESERVE)) at += PRESERVE.length;
  if (bytes[at] !== GREATER) return 0;
  at += 1;
  const { text } = out;
  const target = text.bytes;
  let used = text.used;
  let units = 0;
  for (let byte = bytes[at]!; byte !== LESS; byte = bytes[++at]!) {
    if (byte === AMPERSAND || byte === RETURN || byte === 0 || (byte === UNDERSCORE && bytes[at + 1] === 120)) return 0;
    if (byte < 0x80) units += 1;
    else if (byte >= 0xc0) units += byte >= 0xf0 ? 2 : 1;
    target[used++] = byte;
  }
  if (!isAt(bytes, at, CLOSE)) return 0;
  text.used = used;
  out.added(units);
  return at + CLOSE.length;
}

export async function readSharedStrings(
  bytes: Buffer,
  entry: ZipEntry | undefined,
  counter: InflateCounter,
  out: StringsOut,
): Promise<void> {
  if (!entry) return;
  const walker = xmlWalker({
    root: 'sst',
    heldMax: SHARED_ITEM_BYTES_MAX,
    tooLong: () => refusalFor('E-WORKBOOK-BOMB', 'một chuỗi dùng chung quá dài', 'a shared string is too long'),
    bare: new Set(['sst']),
    before: (heldBytes) => out.text.reserve(heldBytes),
    fast: (held, at, parent) => (parent === 'sst' ? plainItem(held.bytes, at, out) : 0),
    open: (name, _attributes, parent) => {
      if (name === 'si') return 'whole';
      if (name === 'extLst') return 'skip';
      throw unknownForm(`${parent}/${name}`);
    },
    whole: (item) => {
      const text = itemText(item);
      out.text.add(text);
      out.added(text.length);
    },
    close: () => undefined,
  });
  for await (const piece of inflatePart(bytes, entry, counter)) walker.write(piece);
  walker.end();
  out.end();
}
