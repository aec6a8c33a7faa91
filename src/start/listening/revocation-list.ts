/** When a revocation list ends (RFC 5280 §5.1): the two times of its head, and nothing else of it. OpenSSL verifies it. */

interface Element {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
}

/** The element of DER at a place; null: there is none that fits. */
function elementAt(der: Buffer, at: number): Element | null {
  const [tag, first] = [der[at], der[at + 1]];
  if (tag === undefined || first === undefined) return null;
  const more = first < 0x80 ? 0 : first & 0x7f;
  if (more > 4 || at + 2 + more > der.length) return null;
  const length = more === 0 ? first : der.readUIntBE(at + 2, more);
  const start = at + 2 + more;
  return start + length <= der.length ? { tag, start, end: start + length } : null;
}

const [SEQUENCE, INTEGER, UTC_TIME, GENERALIZED_TIME] = [0x30, 0x02, 0x17, 0x18];

/** `YYMMDDHHMMSSZ` or `YYYYMMDDHHMMSSZ`; null: it is no time. */
function instantOf(der: Buffer, { tag, start, end }: Element): string | null {
  const text = der.toString('latin1', start, end);
  const read = /^(\d{2,4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/.exec(text);
  if (!read || (tag !== UTC_TIME && tag !== GENERALIZED_TIME)) return null;
  const [, year, ...rest] = read;
  // RFC 5280 §4.1.2.5.1: two digits from 50 on are of the last century.
  const whole = tag === GENERALIZED_TIME ? year! : `${Number(year) >= 50 ? '19' : '20'}${year}`;
  return `${whole}-${rest[0]}-${rest[1]}T${rest[2]}:${rest[3]}:${rest[4]}.000Z`;
}

/** When the list of this DER must have been followed by another one; null: it is none, or never says so. */
export function nextUpdateOf(der: Buffer): string | null {
  const outer = elementAt(der, 0);
  const list = outer && elementAt(der, outer.start);
  if (outer?.tag !== SEQUENCE || list?.tag !== SEQUENCE) return null;
  let at = list.start;
  const take = (): Element | null => {
    const found = at < list.end ? elementAt(der, at) : null;
    if (found) at = found.end;
    return found;
  };
  let first = take();
  if (first?.tag === INTEGER) first = take(); // the version stands there only when it is not the first
  const [issuer, thisUpdate, nextUpdate] = [take(), take(), take()];
  if (first?.tag !== SEQUENCE || issuer?.tag !== SEQUENCE || thisUpdate === null || nextUpdate === null) return null;
  return instantOf(der, thisUpdate) === null ? null : instantOf(der, nextUpdate);
}

/** Ends of the lists of a PEM file, in their order. */
export const endsOfLists = (pem: string): (string | null)[] =>
  [...pem.matchAll(/-----BEGIN X509 CRL-----([A-Za-z0-9+/=\s]+)-----END X509 CRL-----/g)].map(([, body]) =>
    nextUpdateOf(Buffer.from(body!, 'base64')),
  );
