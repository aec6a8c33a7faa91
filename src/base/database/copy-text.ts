/** Lines of PostgreSQL's COPY text format. */

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f', '\v': '\\v' };

/** One value: null is `\N`, bytes are hexadecimal bytea, everything else its text with the format's escapes. */
export function copyValue(value: string | number | boolean | bigint | Uint8Array | null): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return /[\\\n\r\t\b\f\v]/.test(value) ? value.replace(/[\\\n\r\t\b\f\v]/g, (c) => ESCAPES[c]!) : value;
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value).toString('hex')}`;
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return String(value);
}

/** One line with its line end. */
export const copyLine = (values: readonly (string | number | boolean | bigint | Uint8Array | null)[]): string => `${values.map(copyValue).join('\t')}\n`;
