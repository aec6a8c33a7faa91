/** The PROXY header, versions 1 and 2 (haproxy.org/download/3.0/doc/proxy-protocol.txt): where a connection came from that a server in front passed on untouched. */
import { isIP } from 'node:net';

const SIGNATURE = Buffer.from('0d0a0d0a000d0a515549540a', 'hex');
/** Bytes of a line of version 1 at most, by its specification. */
const LINE_BYTES_MAX = 107;
/** Bytes of a header of version 2 at most: addresses, and what some servers add. */
const HEADER_BYTES_MAX = 4096;

export type ProxyHeader =
  | { readonly kind: 'more' }
  | { readonly kind: 'wrong' }
  /** `source` null: the server in front itself asks (a look whether we live) */
  | { readonly kind: 'read'; readonly length: number; readonly source: string | null };

const WRONG = { kind: 'wrong' } as const;
const MORE = { kind: 'more' } as const;

function readLine(bytes: Buffer): ProxyHeader {
  const end = bytes.indexOf('\r\n');
  if (end === -1) return bytes.length >= LINE_BYTES_MAX ? WRONG : MORE;
  const line = bytes.toString('latin1', 0, end);
  const length = end + 2;
  if (/^PROXY UNKNOWN( |$)/.test(line)) return { kind: 'read', length, source: null };
  const read = /^PROXY TCP([46]) (\S+) (\S+) (\d{1,5}) (\d{1,5})$/.exec(line);
  if (!read || length > LINE_BYTES_MAX || isIP(read[2]!) !== Number(read[1])) return WRONG;
  return { kind: 'read', length, source: read[2]! };
}

const ipv6 = (bytes: Buffer): string => Array.from({ length: 8 }, (_, at) => bytes.readUInt16BE(at * 2).toString(16)).join(':');

function readBinary(bytes: Buffer): ProxyHeader {
  if (bytes.length < 16) return MORE;
  const length = 16 + bytes.readUInt16BE(14);
  if (bytes[12]! >> 4 !== 2 || length > HEADER_BYTES_MAX) return WRONG;
  if (bytes.length < length) return MORE;
  const command = bytes[12]! & 0x0f;
  if (command === 0) return { kind: 'read', length, source: null };
  if (command !== 1) return WRONG;
  const family = bytes[13]! >> 4;
  if (family === 1 && length >= 28) return { kind: 'read', length, source: bytes.subarray(16, 20).join('.') };
  if (family === 2 && length >= 52) return { kind: 'read', length, source: ipv6(bytes.subarray(16, 32)) };
  return WRONG;
}

/** Reads what has come so far. `more`: wait for it; `wrong`: no such header can come of it. */
export function readProxyHeader(bytes: Buffer): ProxyHeader {
  const start = Math.min(bytes.length, SIGNATURE.length);
  if (start > 0 && bytes.subarray(0, start).equals(SIGNATURE.subarray(0, start))) return readBinary(bytes);
  const word = 'PROXY ';
  return word.startsWith(bytes.toString('latin1', 0, Math.min(bytes.length, word.length))) ? readLine(bytes) : WRONG;
}
