/**
 * The heads of all streams of a PDF: each dictionary that follows the word `obj` and is followed by the word `stream` (ISO 32000-1 7.3.8), wherever it
 * stands, whatever the table of contents says is in use. Read forward, strings and comments stepped over, as programs do that open it. Pure. Imports nothing.
 */
export interface StreamHead {
  /** keys of the dictionary itself, not of those within it, in plain letters, with the text of their value as it stands */
  readonly values: ReadonlyMap<string, string>;
  /** a key stands twice: programs differ in which they believe */
  readonly twice: boolean;
  /** where its bytes begin; null where the word `stream` does not end its line as it must, so that programs differ in it */
  readonly from: number | null;
}

/** A name of 7.3.5 in plain letters: they may be written as #xx, and J#61vaScript is JavaScript. For some programs a name ends at a zero. */
export const plain = (name: string): string =>
  name.replace(/#([0-9A-Fa-f]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))).replace(/\0[^]*$/, '');

const SPACE = /[\0\t\n\f\r ]+/y;
const COMMENT = /%[^\r\n]*/y;
const HEX = /<[^>]*>/y;
const REGULAR = /\/?[^\0\t\n\f\r ()<>[\]{}/%]*/y;

/** Where a pattern that begins at a place ends; the place itself when it does not begin there. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** After white space and comments. */
function afterSpace(text: string, at: number): number {
  for (let from = at; ;) {
    const end = endOf(COMMENT, text, endOf(SPACE, text, from));
    if (end === from) return end;
    from = end;
  }
}

function afterString(text: string, at: number): number | null {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const sign = text[i];
    if (sign === '\\') i++;
    else if (sign === '(') depth++;
    else if (sign === ')' && --depth === 0) return i + 1;
  }
  return null;
}

/** After one token; null when none is whole. */
function afterToken(text: string, at: number): number | null {
  if (text.startsWith('<<', at) || text.startsWith('>>', at)) return at + 2;
  const sign = text[at];
  if (sign === undefined) return null;
  if (sign === '(') return afterString(text, at);
  const end = sign === '<' ? endOf(HEX, text, at) : '[]{})>'.includes(sign) ? at + 1 : endOf(REGULAR, text, at);
  return end > at ? end : null;
}

const DEEPER = new Set(['<<', '[']);
const BACK = new Set(['>>', ']']);

/** After one value: a token, or everything to the end of the dictionary or list that begins with it; null when it has no end. */
function afterValue(text: string, at: number): number | null {
  let depth = 0;
  for (let from = at; ; from = afterSpace(text, from)) {
    const end = afterToken(text, from);
    if (end === null) return null;
    const token = text.slice(from, Math.min(end, from + 2));
    if (DEEPER.has(token)) depth++;
    else if (BACK.has(token)) depth--;
    if (depth <= 0) return end;
    from = end;
  }
}

/** A dictionary that begins here; null when it has no end. */
function dictionaryAt(text: string, at: number): (Omit<StreamHead, 'from'> & { readonly end: number }) | null {
  const values = new Map<string, string>();
  let twice = false;
  for (let from = afterSpace(text, at + 2); ; from = afterSpace(text, from)) {
    if (text.startsWith('>>', from)) return { values, twice, end: from + 2 };
    const end = text[from] === '/' ? afterToken(text, from) : afterValue(text, from);
    if (end === null) return null;
    if (text[from] !== '/') {
      from = end; // what is no key is stepped over, as programs do
      continue;
    }
    const key = plain(text.slice(from + 1, end));
    const value = afterSpace(text, end);
    if (text.startsWith('>>', value)) return { values: values.set(key, ''), twice, end: value + 2 };
    const after = afterValue(text, value);
    if (after === null) return null;
    twice ||= values.has(key);
    values.set(key, text.slice(value, after));
    from = after;
  }
}

const OBJECT = /(?<!end)obj/g;
const STREAM = 'stream';

/** Null stands for a dictionary that cannot be read to its end. */
export function* streamHeads(text: string): Generator<StreamHead | null> {
  for (const { index } of text.matchAll(OBJECT)) {
    const at = afterSpace(text, index + 3);
    if (!text.startsWith('<<', at)) continue;
    const dictionary = dictionaryAt(text, at);
    if (dictionary === null) {
      yield null;
      continue;
    }
    const word = afterSpace(text, dictionary.end);
    if (!text.startsWith(STREAM, word)) continue;
    const line = /\r?\n/y;
    const after = word + STREAM.length;
    const from = endOf(line, text, after);
    yield { values: dictionary.values, twice: dictionary.twice, from: from === after ? null : from };
  }
}
