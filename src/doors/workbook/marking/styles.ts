/**
 * Styles of marked cells: each is the cell's own style with another fill, so that number format, font, border, alignment and lock stay.
 * Marks of an earlier round are known by their fill and can be taken off again.
 */
import type { Severity } from '#base/problem.ts';
import { attribute, rootPrefix } from '#doors/workbook/reader/xml-text.ts';
import { STYLE_ORDER, appendToList, childrenOf, elementAt, insertBefore } from './xml-places.ts';

/** Fills of marks. Not Excel's own "Bad" and "Neutral": a mark must be told from what a user coloured. */
export const FILLS: Readonly<Record<Severity, string>> = { error: 'FFFFC8C4', warning: 'FFFFEDB3', corrected: 'FFD9F0D3' };
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'corrected'];

const MINIMAL =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"></styleSheet>';
const DEFAULTS: Readonly<Record<string, (prefix: string) => string>> = {
  fonts: (p) => `<${p}fonts count="1"><${p}font><${p}sz val="11"/><${p}name val="Calibri"/></${p}font></${p}fonts>`,
  fills: (p) =>
    `<${p}fills count="2"><${p}fill><${p}patternFill patternType="none"/></${p}fill><${p}fill><${p}patternFill patternType="gray125"/></${p}fill></${p}fills>`,
  borders: (p) => `<${p}borders count="1"><${p}border/></${p}borders>`,
  cellXfs: (p) => `<${p}cellXfs count="1"><${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></${p}cellXfs>`,
};

export interface MarkStyles {
  /** index of the style that looks like `style` and is marked */
  marked(style: number, severity: Severity): number;
  /** marked styles of an earlier round → the style beneath; empty when there are none */
  readonly unmarked: ReadonlyMap<number, number>;
  /** bold heads and wrapped text of the list of problems */
  head(): number;
  wrapped(): number;
  /** the part with everything that was asked for */
  text(): string;
}

const setAttribute = (tag: string, name: string, value: string): string =>
  attribute(tag, name) === null
    ? tag.replace(/^<[\w:]+/, (start) => `${start} ${name}="${value}"`)
    : tag.replace(new RegExp(`(\\s${name}=")[^"]*"`), `$1${value}"`);

const withFill = (xf: string, fillId: number): string => {
  const end = xf.indexOf('>');
  return setAttribute(setAttribute(xf.slice(0, end), 'fillId', String(fillId)), 'applyFill', '1') + xf.slice(end);
};
/** A style but for its fill, for comparing: attributes in one order, those that say nothing left out. */
function butForFill(xf: string): string {
  const end = xf.indexOf('>');
  const attributes = [...xf.slice(0, end).matchAll(/\s([\w:]+)="([^"]*)"/g)]
    .map((match) => `${match[1]}=${match[2]}`)
    .filter((one) => !/^(fillId|applyFill)=/.test(one))
    .sort();
  return `${attributes.join(' ')} ${xf.slice(end + 1)}`;
}

function withAllLists(text: string, prefix: string): string {
  let whole = text;
  // `<styleSheet/>` has no end to insert before.
  whole = whole.replace(new RegExp(`<(${prefix}styleSheet)([^>]*)/>`), '<$1$2></$1>');
  for (const [name, make] of Object.entries(DEFAULTS)) {
    const at = elementAt(whole, prefix, name);
    if (at >= 0 && whole.charCodeAt(whole.indexOf('>', at) - 1) !== 47) continue;
    if (at >= 0) whole = whole.slice(0, at) + whole.slice(whole.indexOf('>', at) + 1);
    whole = insertBefore(whole, prefix, STYLE_ORDER.slice(STYLE_ORDER.indexOf(name) + 1), 'styleSheet', make(prefix));
  }
  return whole;
}

const hasColour = (fill: string, rgb: string): boolean => fill.toUpperCase().includes(`FGCOLOR RGB="${rgb}"`);

function marksOfEarlier(fills: readonly string[], xfs: readonly string[], added: string[]): Map<number, number> {
  const ours = new Set(fills.flatMap((fill, i) => (Object.values(FILLS).some((rgb) => hasColour(fill, rgb)) ? [i] : [])));
  const beneath = new Map<number, number>();
  if (ours.size === 0) return beneath;
  const isOurs = (xf: string): boolean => ours.has(Number(attribute(xf.slice(0, xf.indexOf('>')), 'fillId') ?? 0));
  const plain = new Map<string, number>();
  xfs.forEach((xf, i) => {
    const key = butForFill(xf);
    if (!isOurs(xf) && !plain.has(key)) plain.set(key, i);
  });
  xfs.forEach((xf, i) => {
    if (!isOurs(xf)) return;
    const key = butForFill(xf);
    // A spreadsheet program drops a style that no cell uses any more: then it is made again, without a fill.
    if (!plain.has(key)) {
      plain.set(key, xfs.length + added.length);
      added.push(withFill(xf, 0));
    }
    beneath.set(i, plain.get(key)!);
  });
  return beneath;
}

/** @param given  the text of styles.xml; null when the file has none */
export function markStyles(given: string | null): MarkStyles {
  const prefix = given === null ? '' : (rootPrefix(given, 'styleSheet') ?? '');
  const text = withAllLists(given ?? MINIMAL, prefix);
  const [fonts, fills, xfs] = [
    childrenOf(text, prefix, 'fonts', 'font'),
    childrenOf(text, prefix, 'fills', 'fill'),
    childrenOf(text, prefix, 'cellXfs', 'xf'),
  ];
  const bold = `<${prefix}font><${prefix}b/><${prefix}sz val="11"/><${prefix}name val="Calibri"/></${prefix}font>`;
  const [boldThere, added] = [fonts.indexOf(bold), [] as string[]];
  const unmarked = marksOfEarlier(fills, xfs, added);
  const known = new Map<string, number>();
  const ask = (key: string, make: () => string): number => {
    const there = known.get(key);
    if (there !== undefined) return there;
    const made = make();
    const before = xfs.indexOf(made);
    if (before < 0) added.push(made);
    const index = before < 0 ? xfs.length + added.length - 1 : before;
    known.set(key, index);
    return index;
  };
  // Fills of an earlier round are used again.
  const newFills = SEVERITIES.filter((severity) => !fills.some((fill) => hasColour(fill, FILLS[severity])));
  const fillOf = (severity: Severity): number => {
    const there = fills.findIndex((fill) => hasColour(fill, FILLS[severity]));
    return there >= 0 ? there : fills.length + newFills.indexOf(severity);
  };
  const one = (index: number): string => xfs[index] ?? added[index - xfs.length] ?? xfs[0] ?? `<${prefix}xf/>`;
  return {
    unmarked,
    marked: (style, severity) => {
      const base = unmarked.get(style) ?? style;
      return ask(`${base} ${severity}`, () => withFill(one(base), fillOf(severity)));
    },
    head: () =>
      ask(
        'head',
        () => `<${prefix}xf numFmtId="49" fontId="${boldThere < 0 ? fonts.length : boldThere}" fillId="0" borderId="0" applyFont="1"/>`,
      ),
    wrapped: () =>
      ask(
        'wrapped',
        () =>
          `<${prefix}xf numFmtId="49" fontId="0" fillId="0" borderId="0" applyAlignment="1"><${prefix}alignment vertical="top" wrapText="1"/></${prefix}xf>`,
      ),
    text: () => {
      const fill = (rgb: string): string =>
        `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${rgb}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`;
      const withFonts = boldThere < 0 ? appendToList(text, prefix, 'fonts', [bold], fonts.length + 1) : text;
      const withFills = appendToList(
        withFonts,
        prefix,
        'fills',
        newFills.map((severity) => fill(FILLS[severity])),
        fills.length + newFills.length,
      );
      return appendToList(withFills, prefix, 'cellXfs', added, xfs.length + added.length);
    },
  };
}
