/**
 * Styles of marked cells: each is the cell's own style with another fill, so that number format, font, border, alignment and lock stay.
 * Marks of an earlier round are known by their colour. Its last bits say which fill lies beneath, and the list of problems keeps what
 * that fill was: colours and texts come through every program that rewrites a workbook, numbers of styles do not.
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

/** Fills beneath marks by their number, each as the inside of a `<fill>` without prefixes. Number 0 is no fill. */
export type FillsBeneath = ReadonlyMap<number, string>;
/** Two bits of each of three colours: nobody sees them. */
const BENEATH_MAX = 63;

export interface MarkStyles {
  /** index of the style that looks like `style` and is marked */
  marked(style: number, severity: Severity): number;
  /** marked styles of an earlier round → the style beneath; empty when there are none */
  readonly unmarked: ReadonlyMap<number, number>;
  /** what the next round must know */
  beneath(): FillsBeneath;
  /** bold heads and wrapped text of the list of problems */
  head(): number;
  wrapped(): number;
  /** the part with everything that was asked for */
  text(): string;
}

/** The colour of a mark over the fill with this number. */
function markColour(severity: Severity, beneath: number): string {
  const bits = (beneath & 3) | (((beneath >> 2) & 3) << 8) | (((beneath >> 4) & 3) << 16);
  return `FF${(Number.parseInt(FILLS[severity].slice(2), 16) ^ bits).toString(16).toUpperCase().padStart(6, '0')}`;
}

/** The number of the fill beneath a mark of this colour; null when it is no mark. */
function beneathOf(colour: string): number | null {
  if (!/^FF[0-9A-F]{6}$/.test(colour)) return null;
  for (const severity of SEVERITIES) {
    const bits = Number.parseInt(colour.slice(2), 16) ^ Number.parseInt(FILLS[severity].slice(2), 16);
    if ((bits & ~0x030303) === 0) return (bits & 3) | (((bits >> 8) & 3) << 2) | (((bits >> 16) & 3) << 4);
  }
  return null;
}

const colourOf = (fill: string): string =>
  (/<(?:\w+:)?fgColor\b[^>]*\srgb\s*=\s*["']([0-9a-fA-F]{8})["']/.exec(fill)?.[1] ?? '').toUpperCase();
/** The inside of a `<fill>`, whatever the prefix of the part. */
const insideOf = (fill: string): string =>
  fill
    .replace(/^<[^>]*>|<\/[^>]*>$/g, '')
    .replace(/<(\/?)[\w.-]+:/g, '<$1')
    .trim();
const asFill = (inside: string, prefix: string): string =>
  `<${prefix}fill>${inside.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`)}</${prefix}fill>`;
const isNoFill = (inside: string): boolean =>
  inside === '' || /^<patternFill(?:\s+patternType\s*=\s*["']none["'])?\s*(?:\/>|>\s*<\/patternFill>)$/.test(inside);

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

/** Finds and makes fills: those of the file and those that are added to it. */
function fillsOf(given: readonly string[], prefix: string, remembered: FillsBeneath) {
  const added: string[] = [];
  const numbers = new Map([...remembered].map(([number, inside]) => [inside, number]));
  const used = new Map(remembered);
  const indexOf = (matches: (fill: string) => boolean, make: () => string): number => {
    const there = [...given, ...added].findIndex(matches);
    if (there >= 0) return there;
    added.push(make());
    return given.length + added.length - 1;
  };
  return {
    added,
    used,
    /** number of the fill beneath a mark that this fill is; null when it is none: its last bits alone may be anybody's colour */
    markOf: (index: number): number | null => {
      const number = beneathOf(colourOf(given[index] ?? ''));
      return number === null || number === 0 || remembered.has(number) ? number : null;
    },
    beneathMark: (number: number): number => {
      const inside = remembered.get(number);
      return inside === undefined
        ? 0
        : indexOf(
            (fill) => insideOf(fill) === inside,
            () => asFill(inside, prefix),
          );
    },
    markOver: (index: number, severity: Severity): number => {
      const inside = insideOf([...given, ...added][index] ?? '');
      let number = isNoFill(inside) || index === 0 ? 0 : numbers.get(inside);
      if (number === undefined) {
        number = 1;
        while (used.has(number)) number += 1;
        // More fills than can be told apart: the mark goes off to none, as if there had been none.
        if (number > BENEATH_MAX) number = 0;
        else {
          used.set(number, inside);
          numbers.set(inside, number);
        }
      }
      const colour = markColour(severity, number);
      const solid = `<patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill>`;
      return indexOf(
        (fill) => colourOf(fill) === colour,
        () => asFill(solid, prefix),
      );
    },
  };
}

const fillIdOf = (xf: string): number => Number(attribute(xf.slice(0, xf.indexOf('>') + 1), 'fillId') ?? 0);

function marksOfEarlier(fills: ReturnType<typeof fillsOf>, xfs: readonly string[], added: string[]): Map<number, number> {
  const beneath = new Map<number, number>();
  const plain = new Map<string, number>();
  xfs.forEach((xf, i) => {
    const key = `${fillIdOf(xf)} ${butForFill(xf)}`;
    if (fills.markOf(fillIdOf(xf)) === null && !plain.has(key)) plain.set(key, i);
  });
  xfs.forEach((xf, i) => {
    const number = fills.markOf(fillIdOf(xf));
    if (number === null) return;
    const fillId = fills.beneathMark(number);
    const key = `${fillId} ${butForFill(xf)}`;
    // A spreadsheet program drops a style that no cell uses any more: then it is made again.
    if (!plain.has(key)) {
      plain.set(key, xfs.length + added.length);
      added.push(withFill(xf, fillId));
    }
    beneath.set(i, plain.get(key)!);
  });
  return beneath;
}

/**
 * @param given       the text of styles.xml; null when the file has none
 * @param remembered  fills beneath the marks of an earlier round
 */
export function markStyles(given: string | null, remembered: FillsBeneath = new Map()): MarkStyles {
  const prefix = given === null ? '' : (rootPrefix(given, 'styleSheet') ?? '');
  const text = withAllLists(given ?? MINIMAL, prefix);
  const [fonts, givenFills, xfs] = [
    childrenOf(text, prefix, 'fonts', 'font'),
    childrenOf(text, prefix, 'fills', 'fill'),
    childrenOf(text, prefix, 'cellXfs', 'xf'),
  ];
  const bold = `<${prefix}font><${prefix}b/><${prefix}sz val="11"/><${prefix}name val="Calibri"/></${prefix}font>`;
  const [boldThere, added] = [fonts.indexOf(bold), [] as string[]];
  const fills = fillsOf(givenFills, prefix, remembered);
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
  const one = (index: number): string => xfs[index] ?? added[index - xfs.length] ?? xfs[0] ?? `<${prefix}xf/>`;
  return {
    unmarked,
    beneath: () => fills.used,
    marked: (style, severity) => {
      const base = unmarked.get(style) ?? style;
      return ask(`${base} ${severity}`, () => withFill(one(base), fills.markOver(fillIdOf(one(base)), severity)));
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
      const withFonts = boldThere < 0 ? appendToList(text, prefix, 'fonts', [bold], fonts.length + 1) : text;
      const withFills = appendToList(withFonts, prefix, 'fills', fills.added, givenFills.length + fills.added.length);
      return appendToList(withFills, prefix, 'cellXfs', added, xfs.length + added.length);
    },
  };
}
