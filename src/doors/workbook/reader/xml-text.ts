/** Text of XML as a workbook writes it. Only the five named entities and character references: there is no DOCTYPE to make others. */

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const fromCode = (code: number): string =>
  code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '';

/** Entities resolved; Excel's own `_x000D_` too. */
export function unescapeXml(given: string): string {
  // What stands in CDATA is meant as it stands.
  const text = given.includes('<![CDATA[')
    ? given.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_whole, inner: string) => inner.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
    : given;
  const plain = text.includes('&')
    ? text.replace(
        /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{2,4}));/g,
        (whole, hex: string | undefined, dec: string | undefined, name: string | undefined) =>
          hex !== undefined ? fromCode(Number.parseInt(hex, 16)) : dec !== undefined ? fromCode(Number(dec)) : (NAMED[name ?? ''] ?? whole),
      )
    : text;
  return plain.includes('_x') ? plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, hex: string) => fromCode(Number.parseInt(hex, 16))) : plain;
}

export const escapeXml = (text: string): string =>
  // Control characters cannot stand in XML at all.
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[<>&"]/g, (sign) => (sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : sign === '&' ? '&amp;' : '&quot;'));

/** Single quotes, line ends between attributes, spaces about the sign: correct XML that few programs write. */
function rareAttribute(tag: string, name: string): string | null {
  if (!/[\n\r\t']|=\s|\s=/.test(tag)) return null;
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return match ? unescapeXml(match[1] ?? match[2] ?? '') : null;
}

/** Value of an attribute in an open tag, null when it is not there. */
export function attribute(tag: string, name: string): string | null {
  const at = tag.indexOf(` ${name}="`);
  if (at < 0) return rareAttribute(tag, name);
  const from = at + name.length + 3;
  const end = tag.indexOf('"', from);
  return end < 0 ? null : unescapeXml(tag.slice(from, end));
}

/** The namespace prefix of a part's root element: "" or "x:". */
export function rootPrefix(text: string, rootName: string): string | null {
  const match = new RegExp(`<((?:\\w+:)?)${rootName}[\\s>/]`).exec(text);
  return match ? match[1]! : null;
}
