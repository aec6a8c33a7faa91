/** Lines of PostgreSQL's COPY text format, and their way into a table. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Tx } from './transaction.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
  '\v': '\\v',
};

/** One value: null is `\N`, bytes are hexadecimal bytea, everything else its text with the format's escapes. */
export function copyValue(value: string | number | boolean | bigint | Uint8Array | null): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return /[\\\n\r\t\b\f\v]/.test(value) ? value.replace(/[\\\n\r\t\b\f\v]/g, (c) => ESCAPES[c]!) : value;
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value).toString('hex')}`;
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return String(value);
}

/** One line with its line end. */
export const copyLine = (values: readonly (string | number | boolean | bigint | Uint8Array | null)[]): string =>
  `${values.map(copyValue).join('\t')}\n`;

/** Text handed to the socket at once, in characters: a write for each line cost more than the server's work. */
const CHUNK_CHARS = 64 * 1024;

function* chunked(lines: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const line of lines) {
    chunk += line;
    if (chunk.length > CHUNK_CHARS) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}

/** Copies lines (`copyLine`) into a table that has no row-level security: COPY does not work into one that has. */
export async function copyLinesInto(tx: Tx, table: string, columns: readonly string[], lines: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(chunked(lines)), tx.client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`)));
}
