/** Canonical JSON (RFC 8785): the same value is the same bytes everywhere; for what is hashed or signed. */
import canonicalize from 'canonicalize';

/**
 * The canonical text of a JSON value: members sorted by UTF-16 code units, numbers as ECMAScript writes them.
 *
 * `undefined` members are left out, as in JSON. A value that JSON cannot say (NaN, a lone surrogate, a bare `undefined`)
 * is a bug and throws. Source: RFC 8785 §3.2.
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('canonical JSON of a value that JSON cannot say');
  return text;
}
