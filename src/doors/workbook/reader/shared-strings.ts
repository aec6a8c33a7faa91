/** The shared strings of a workbook: told as they are read, and only their lengths kept, so that a million of them cost 4 MB here. */
import type { InflateCounter, ZipEntry } from '#base/zip.ts';
import type { StringsOut } from './frames.ts';
import { HeldBytes } from './held-bytes.ts';
import { SHARED_ITEM_BYTES_MAX } from './limits.ts';
import { Refusal } from './refusal.ts';
import { joinRuns, rootPrefix } from './xml-text.ts';
import { inflatePart } from './workbook-zip.ts';

const [LESS, GREATER, AMPERSAND, UNDERSCORE, SLASH, BLANK] = [60, 62, 38, 95, 47, 32];
const isAt = (bytes: Buffer, at: number, what: readonly number[]): boolean => {
  for (let i = 0; i < what.length; i++) if (bytes[at + i] !== what[i]) return false;
  return true;
};
const OPEN = [...Buffer.from('<si><t')];
const CLOSE = [...Buffer.from('</t></si>')];

/**
 * `<si><t>…</t></si>` with nothing to resolve, as nearly all are: copied byte by byte.
 * @returns where it ends, or 0: another kind, or not whole yet
 */
function plainString(bytes: Buffer, from: number, out: StringsOut): number {
  if (!isAt(bytes, from, OPEN)) return 0;
  let at = from + OPEN.length;
  if (bytes[at] === BLANK) {
    while (bytes[at] !== GREATER && bytes[at] !== 0) at += 1;
    if (bytes[at - 1] === SLASH) return 0;
  }
  if (bytes[at] !== GREATER) return 0;
  at += 1;
  const { text } = out;
  const target = text.bytes;
  let used = text.used;
  let units = 0;
  for (let byte = bytes[at]!; byte !== LESS; byte = bytes[++at]!) {
    if (byte === AMPERSAND || byte === 0 || (byte === UNDERSCORE && bytes[at + 1] === 120)) return 0;
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
  const held = new HeldBytes();
  let prefix: string | null = null;
  const refuseDoctype = (view: Buffer): void => {
    if (view.includes('<!DOCTYPE')) throw new Refusal('E-WORKBOOK-UNSAFE', { why: 'DOCTYPE' });
  };
  /** Any string item; the end of it, or -1 when it is not whole yet. */
  const anyString = (view: Buffer, start: number): number => {
    const tagEnd = view.indexOf('>', start);
    if (tagEnd < 0) return -1;
    if (view[tagEnd - 1] === SLASH) {
      out.added(0);
      return tagEnd + 1;
    }
    const close = `</${prefix}si>`;
    const end = view.indexOf(close, tagEnd);
    if (end < 0) return -1;
    refuseDoctype(view.subarray(start, end));
    const text = joinRuns(view.toString('utf8', tagEnd + 1, end), prefix!);
    out.text.add(text);
    out.added(text.length);
    return end + close.length;
  };
  const take = (): number => {
    const view = held.view();
    const open = [...Buffer.from(`<${prefix}si`)];
    out.text.reserve(held.length);
    let at = 0;
    for (;;) {
      while (at < held.length && held.bytes[at] !== LESS) at += 1;
      if (held.length - at < 256 && !view.subarray(at).includes('>')) return at;
      if (isAt(held.bytes, at, open)) {
        const plain = prefix === '' ? plainString(held.bytes, at, out) : 0;
        const end = plain || anyString(view, at);
        if (end < 0) return at;
        if (!plain) out.text.reserve(held.length);
        at = end;
      } else {
        if (isAt(held.bytes, at, [LESS, 33])) refuseDoctype(view.subarray(at, at + 9));
        at += 1;
      }
    }
  };
  for await (const piece of inflatePart(bytes, entry, counter)) {
    held.add(piece);
    if (prefix === null) {
      const head = held.view();
      refuseDoctype(head);
      prefix = rootPrefix(head.toString('latin1'), 'sst');
    }
    if (prefix !== null) held.drop(take());
    if (held.length > SHARED_ITEM_BYTES_MAX) throw new Refusal('E-WORKBOOK-BOMB', { why: 'một chuỗi dùng chung quá dài' });
  }
  held.end();
  if (prefix === null) throw new Refusal('E-WORKBOOK-BROKEN', { why: 'danh sách chữ dùng chung hỏng' });
  out.end();
}
