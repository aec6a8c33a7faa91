/**
 * The shared strings of a workbook, kept as one run of UTF-8 bytes and the ends of the strings in it: a million of them as
 * strings of their own cost 350 MB, this costs what they are long.
 */
import { isUtf8 } from 'node:buffer';
import { STRINGS_MAX, STRING_CHARS_MAX } from './limits.ts';
import { Refusal } from './refusal.ts';
import { joinRuns, rootPrefix } from './xml-text.ts';
import { inflateEntry } from './zip.ts';
import type { InflateCounter, ZipEntry } from './zip.ts';

/** The string with this index; undefined when there is none. */
export type SharedStrings = (index: number) => string | undefined;

/** Grows by doubling. */
function textStore(): { add: (text: string, encoding: 'latin1' | 'utf8') => void; all: () => SharedStrings } {
  let bytes = Buffer.allocUnsafe(1 << 16);
  let ends = new Uint32Array(1 << 10);
  let [used, count] = [0, 0];
  return {
    add(text, encoding) {
      const needed = used + text.length * (encoding === 'latin1' ? 1 : 3);
      if (needed > bytes.length) {
        const larger = Buffer.allocUnsafe(Math.max(needed, bytes.length * 2));
        bytes.copy(larger, 0, 0, used);
        bytes = larger;
      }
      if (count === ends.length) {
        const more = new Uint32Array(ends.length * 2);
        more.set(ends);
        ends = more;
      }
      used += bytes.write(text, used, encoding);
      ends[count++] = used;
      if (count > STRINGS_MAX || used > STRING_CHARS_MAX) throw new Refusal('E-WORKBOOK-BOMB', { why: 'quá nhiều chuỗi dùng chung' });
    },
    all() {
      if (!isUtf8(bytes.subarray(0, used))) throw new Refusal('E-WORKBOOK-UNSAFE', { why: 'mã hóa không phải UTF-8' });
      return (index) =>
        Number.isInteger(index) && index >= 0 && index < count
          ? bytes.toString('utf8', index === 0 ? 0 : ends[index - 1]!, ends[index]!)
          : undefined;
    },
  };
}

/** Scans bytes seen as Latin-1 (markup is ASCII): only strings with entities are decoded before they are kept. */
export async function readSharedStrings(bytes: Buffer, entry: ZipEntry | undefined, counter: InflateCounter): Promise<SharedStrings> {
  const store = textStore();
  if (!entry) return store.all();
  let rest = '';
  let prefix: string | null = null;
  const keep = (inner: string): void => {
    if (inner.includes('&') || inner.includes('_x') || inner.includes('<!['))
      store.add(joinRuns(Buffer.from(inner, 'latin1').toString('utf8'), prefix!), 'utf8');
    else store.add(joinRuns(inner, prefix!), 'latin1');
  };
  const take = (): void => {
    if (rest.includes('<!DOCTYPE')) throw new Refusal('E-WORKBOOK-UNSAFE', { why: 'DOCTYPE' });
    prefix ??= rootPrefix(rest, 'sst');
    if (prefix === null) return;
    const [open, close] = [`<${prefix}si`, `</${prefix}si>`];
    let at = 0;
    for (;;) {
      const start = rest.indexOf(open, at);
      if (start < 0) {
        at = Math.max(at, rest.length - open.length);
        break;
      }
      const tagEnd = rest.indexOf('>', start);
      if (tagEnd < 0) {
        at = start;
        break;
      }
      if (rest.charCodeAt(tagEnd - 1) === 47) {
        store.add('', 'latin1');
        at = tagEnd + 1;
        continue;
      }
      const end = rest.indexOf(close, tagEnd);
      if (end < 0) {
        at = start;
        break;
      }
      keep(rest.slice(tagEnd + 1, end));
      at = end + close.length;
    }
    rest = rest.slice(at);
  };
  for await (const piece of inflateEntry(bytes, entry, counter)) {
    rest += piece.toString('latin1');
    take();
    if (rest.length > STRING_CHARS_MAX) throw new Refusal('E-WORKBOOK-BOMB', { why: 'quá nhiều chuỗi dùng chung' });
  }
  if (prefix === null) throw new Refusal('E-WORKBOOK-BROKEN', { why: 'danh sách chữ dùng chung hỏng' });
  return store.all();
}
