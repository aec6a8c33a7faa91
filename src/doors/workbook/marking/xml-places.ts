/** Puts elements where the schema wants them: Excel repairs a part whose elements stand out of order. */

/** Order of the children of `<styleSheet>` (ECMA-376 §18.8.39). */
export const STYLE_ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];

/** Where an element starts, −1 when it is not there: `<name>`, `<name …>` or `<name/>`, with the part's prefix. */
export function elementAt(text: string, prefix: string, name: string): number {
  const open = `<${prefix}${name}`;
  for (let at = text.indexOf(open); at >= 0; at = text.indexOf(open, at + 1)) {
    const after = text.charCodeAt(at + open.length);
    if (after === 62 || after === 47 || after <= 32) return at;
  }
  return -1;
}

/** Puts `element` before the first of `later` that is there, else before the end of `root`. */
export function insertBefore(text: string, prefix: string, later: readonly string[], root: string, element: string): string {
  const places = later.map((name) => elementAt(text, prefix, name)).filter((at) => at >= 0);
  const at = places.length > 0 ? Math.min(...places) : text.lastIndexOf(`</${prefix}${root}`);
  return at < 0 ? text : text.slice(0, at) + element + text.slice(at);
}

/** Appends children to a list element and counts it anew; `<list/>` is opened. Text without the list comes back as it was. */
export function appendToList(text: string, prefix: string, list: string, added: readonly string[], countAfter: number): string {
  const start = elementAt(text, prefix, list);
  if (start < 0) return text;
  const tagEnd = text.indexOf('>', start);
  const isEmpty = text[tagEnd - 1] === '/';
  const bare = text.slice(start, isEmpty ? tagEnd - 1 : tagEnd).replace(/\scount="\d*"/, '');
  const tag = `${bare} count="${countAfter}">`;
  if (isEmpty) return `${text.slice(0, start)}${tag}${added.join('')}</${prefix}${list}>${text.slice(tagEnd + 1)}`;
  const close = text.indexOf(`</${prefix}${list}>`, tagEnd);
  return text.slice(0, start) + tag + text.slice(tagEnd + 1, close) + added.join('') + text.slice(close);
}

/** The children of an element with their whole text: `<name …/>` or `<name …>…</name>`. Children of the same name do not nest here. */
export function childrenOf(text: string, prefix: string, list: string, child: string): string[] {
  const start = elementAt(text, prefix, list);
  if (start < 0) return [];
  const close = text.indexOf(`</${prefix}${list}>`, start);
  if (close < 0) return [];
  const inner = text.slice(text.indexOf('>', start) + 1, close);
  const found: string[] = [];
  const open = `<${prefix}${child}`;
  let at = 0;
  for (;;) {
    const from = inner.indexOf(open, at);
    if (from < 0) return found;
    const after = inner.charCodeAt(from + open.length);
    const tagEnd = inner.indexOf('>', from);
    if (tagEnd < 0) return found;
    if (after !== 62 && after !== 47 && after > 32) {
      at = from + 1;
      continue;
    }
    const end = inner[tagEnd - 1] === '/' ? tagEnd + 1 : inner.indexOf(`</${prefix}${child}>`, tagEnd) + `</${prefix}${child}>`.length;
    found.push(inner.slice(from, end));
    at = end;
  }
}
