/**
 * Balloons beside wrong cells: the comments part and the old drawing that shows them. A user's own comments stay; where a
 * wrong cell has one, ours is put below it. What we wrote in an earlier round is known by its mark in the text and taken out first:
 * other programs drop authors and join runs.
 */
import { attribute, escapeXml, rootPrefix, unescapeXml } from '#doors/workbook/reader/xml-text.ts';
import { columnLetter } from '#doors/workbook/reader/sheet-scanner.ts';
import { appendToList, childrenOf, elementAt } from './xml-places.ts';

const AUTHOR = 'Công Vụ';
/** Begins our words, alone in a balloon or below a user's own. */
const OURS = `[${AUTHOR}]`;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const VML =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';

/** A cell's balloon. */
export interface Balloon {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

const run = (prefix: string, text: string): string =>
  `<${prefix}r><${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t></${prefix}r>`;
const place = (row: number, column: number): string => `${columnLetter(column)}${row}`;

/** A user's comment without what an earlier round had added; null when it was ours alone. */
function withoutOurs(comment: string, prefix: string, ourAuthor: number): string | null {
  const texts = [...comment.matchAll(new RegExp(`(<${prefix}t(?:\\s[^>]*)?>)([^<]*)(</${prefix}t>)`, 'g'))].map((match) => ({
    from: match.index,
    end: match.index + match[0].length,
    open: match[1]!,
    text: unescapeXml(match[2]!),
  }));
  const ours = texts.findIndex(({ text }) => text.includes(OURS));
  if (ours < 0)
    return texts.length > 0 && Number(attribute(comment.slice(0, comment.indexOf('>') + 1), 'authorId')) === ourAuthor ? null : comment;
  const { from, open, text } = texts[ours]!;
  const before = text.slice(0, text.indexOf(OURS)).trimEnd();
  if (texts.slice(0, ours).every((one) => one.text.trim() === '') && before === '') return null;
  // Whatever stands behind our mark is ours: the rest of this run and the runs behind it.
  const isInRun = comment.lastIndexOf(`<${prefix}r>`, from) > comment.lastIndexOf(`</${prefix}r>`, from);
  const runFrom = comment.lastIndexOf(`<${prefix}r>`, from);
  if (before === '' && isInRun) return `${comment.slice(0, runFrom)}</${prefix}text></${prefix}comment>`;
  return `${comment.slice(0, from)}${open}${escapeXml(before)}</${prefix}t>${isInRun ? `</${prefix}r>` : ''}</${prefix}text></${prefix}comment>`;
}

/** Is there a word of ours in this part? However its letters are written. */
export const saysOurs = (part: string | null): boolean => part !== null && unescapeXml(part).includes(AUTHOR);

export interface CommentsPart {
  readonly text: string;
  /** places whose balloon of an earlier round is gone, and has no other: their shape goes too */
  readonly gone: ReadonlySet<string>;
}

/** @param given  the sheet's comments part; null when it has none */
export function mergeComments(given: string | null, balloons: readonly Balloon[]): CommentsPart {
  const prefix = given === null ? '' : (rootPrefix(given, 'comments') ?? '');
  let text =
    given ??
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${MAIN}"><authors></authors><commentList></commentList></comments>`;
  const authors = childrenOf(text, prefix, 'authors', 'author');
  const ourAuthor = authors.findIndex((author) => author.includes(`>${AUTHOR}<`));
  const wanted = new Map(balloons.map((one) => [place(one.row, one.column), one]));
  const old = childrenOf(text, prefix, 'commentList', 'comment');
  const gone = new Set<string>();
  const kept = old.flatMap((comment) => {
    const at = attribute(comment.slice(0, comment.indexOf('>')), 'ref') ?? '';
    const own = withoutOurs(comment, prefix, ourAuthor);
    if (own === null) {
      if (!wanted.has(at)) gone.add(at);
      return [];
    }
    const ours = wanted.get(at);
    if (!ours) return [own];
    wanted.delete(at);
    const end = own.lastIndexOf(`</${prefix}text>`);
    return [end < 0 ? own : `${own.slice(0, end)}${run(prefix, `\n${OURS}\n${ours.text}`)}${own.slice(end)}`];
  });
  const author = ourAuthor < 0 ? authors.length : ourAuthor;
  const added = [...wanted]
    .sort(([, a], [, b]) => a.row - b.row || a.column - b.column)
    .map(
      ([at, one]) =>
        `<${prefix}comment ref="${at}" authorId="${author}"><${prefix}text>${run(prefix, `${OURS}\n${one.text}`)}</${prefix}text></${prefix}comment>`,
    );
  if (ourAuthor < 0)
    text = appendToList(text, prefix, 'authors', [`<${prefix}author>${AUTHOR}</${prefix}author>`], authors.length + 1).replace(
      /(<[\w:]*authors) count="\d+"/,
      '$1',
    );
  const start = elementAt(text, prefix, 'commentList');
  const close = text.indexOf(`</${prefix}commentList>`, start);
  const end = close < 0 ? text.indexOf('>', start) + 1 : close + `</${prefix}commentList>`.length;
  return {
    text: `${text.slice(0, start)}<${prefix}commentList>${kept.join('')}${added.join('')}</${prefix}commentList>${text.slice(end)}`,
    gone,
  };
}

const SHAPE_TYPE = `<v:shapetype ${VML} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;
/** Lines a balloon shows without scrolling, by its length. */
const heightRows = (text: string): number => Math.min(16, 3 + Math.ceil(text.length / 38));

function shape(balloon: Balloon, id: number): string {
  const [column, row] = [balloon.column - 1, balloon.row - 1];
  return (
    `<v:shape ${VML} id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;margin-left:80pt;margin-top:2pt;width:230pt;height:90pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1}, 15, ${Math.max(0, row - 1)}, 10, ${column + 4}, 15, ${Math.max(0, row - 1) + heightRows(balloon.text)}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}

/** Place of the cell that a shape of an old drawing speaks of; null for other shapes. */
function placeOfShape(text: string): string | null {
  const row = /<\w*:?Row>\s*(\d+)\s*</.exec(text);
  const column = /<\w*:?Column>\s*(\d+)\s*</.exec(text);
  return row && column && text.includes('ObjectType="Note"') ? place(Number(row[1]) + 1, Number(column[1]) + 1) : null;
}

/** @param given  the sheet's old drawing; null when it has none */
export function mergeShapes(given: string | null, balloons: readonly Balloon[], gone: ReadonlySet<string>): string {
  const old = given ?? `<xml ${VML}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>`;
  const shaped = new Set<string>();
  const kept = old.replace(/<(\w+:)?shape[\s>][\s\S]*?<\/(?:\w+:)?shape>/g, (whole) => {
    const at = placeOfShape(whole);
    if (at !== null && gone.has(at)) return '';
    if (at !== null) shaped.add(at);
    return whole;
  });
  const ids = [...kept.matchAll(/id="_x0000_s(\d+)"/g)].map((match) => Number(match[1]));
  let id = ids.reduce((most, one) => Math.max(most, one), 1024);
  const added = balloons.filter((one) => !shaped.has(place(one.row, one.column))).map((one) => shape(one, ++id));
  if (added.length === 0) return kept;
  const type = kept.includes('id="_x0000_t202"') ? '' : SHAPE_TYPE;
  const end = kept.lastIndexOf('</xml');
  return end < 0 ? kept : kept.slice(0, end) + type + added.join('') + kept.slice(end);
}
