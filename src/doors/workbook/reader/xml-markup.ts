/**
 * The grammar of XML as far as a workbook needs it, on bytes: where a piece of markup ends, what a tag says, which namespace a name
 * belongs to. White space may stand wherever the grammar has it, quotes are of either kind, `>` may stand in an attribute. What is
 * not well-formed is refused. There is no DOCTYPE, so there are only the five named entities.
 */
import { Refusal, notWellFormed, refusalFor } from './refusal.ts';

const [LESS, GREATER, EXCLAMATION, QUESTION, HYPHEN, BRACKET, QUOTE, APOSTROPHE] = [60, 62, 33, 63, 45, 91, 34, 39];

const behind = (bytes: Buffer, what: string, from: number): number => {
  const at = bytes.indexOf(what, from, 'latin1');
  return at < 0 ? -1 : at + what.length;
};

/**
 * @param from  where a `<` stands
 * @returns where this tag, comment, CDATA section or processing instruction ends; -1 when it is not whole yet
 */
export function markupEnd(bytes: Buffer, from: number): number {
  const [second, third] = [bytes[from + 1], bytes[from + 2]];
  if (second === EXCLAMATION) {
    if (third === undefined) return -1;
    if (third === HYPHEN) return behind(bytes, '-->', from + 4);
    if (third === BRACKET) return behind(bytes, ']]>', from + 9);
    throw refusalFor('E-WORKBOOK-UNSAFE', 'DOCTYPE', 'DOCTYPE');
  }
  if (second === QUESTION) return behind(bytes, '?>', from + 2);
  let quote = 0;
  for (let at = from + 1; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
    else if (byte === GREATER) return at + 1;
    else if (byte === LESS) throw notWellFormed();
  }
  return -1;
}

export type Attributes = ReadonlyMap<string, string>;
export interface Tag {
  readonly isClose: boolean;
  /** `<name/>` */
  readonly isEmpty: boolean;
  /** with its prefix, as it stands */
  readonly name: string;
  readonly attributes: Attributes;
}

const NAME = /<(\/?)([^\s/<>=&"'!?]+)/y;
const ATTRIBUTE = /\s+([^\s/<>=&"'!?]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const END = /\s*(\/?)>$/y;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function characterOf(code: number): string {
  // U+0000 is no character of XML; it has been met and means nothing.
  if (code === 0) return '';
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) throw notWellFormed();
  return String.fromCodePoint(code);
}

function resolved(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6});|#(\d{1,7});|(\w{1,8});)?/g, (_whole, hex?: string, decimal?: string, name?: string) => {
    const entity = hex ? characterOf(Number.parseInt(hex, 16)) : decimal ? characterOf(Number(decimal)) : ENTITIES[name ?? ''];
    if (entity === undefined) throw notWellFormed();
    return entity;
  });
}

/** Character data: line ends are one sign, references are what they mean. */
export const textOf = (raw: string): string => resolved(raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw);

/** Excel's own escapes in strings: `_x000D_`. */
export const plainString = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, hex: string) => {
        const code = Number.parseInt(hex, 16);
        return code === 0 || (code >= 0xd800 && code <= 0xdfff) ? '' : String.fromCodePoint(code);
      })
    : text;

/** @param text  from `<` to `>` */
export function tagOf(text: string): Tag {
  NAME.lastIndex = 0;
  const [, slash, name] = NAME.exec(text) ?? [];
  if (name === undefined) throw notWellFormed();
  const attributes = new Map<string, string>();
  let at = NAME.lastIndex;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(text);
    if (!match) break;
    if (attributes.has(match[1]!)) throw notWellFormed();
    attributes.set(match[1]!, textOf((match[2] ?? match[3])!.replace(/[\t\r\n]/g, ' ')));
    at = ATTRIBUTE.lastIndex;
  }
  END.lastIndex = at;
  const end = END.exec(text);
  if (!end || (slash === '/' && (attributes.size > 0 || end[1] === '/'))) throw notWellFormed();
  return { isClose: slash === '/', isEmpty: end[1] === '/', name, attributes };
}

/** Namespaces by prefix; that of names without one under ''. */
export type Scope = ReadonlyMap<string, string>;
export const NO_SCOPE: Scope = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);

/** The scope inside an element with these attributes. */
export function scopeWithin(scope: Scope, attributes: Attributes): Scope {
  let inner: Map<string, string> | null = null;
  for (const [name, value] of attributes)
    if (name === 'xmlns' || name.startsWith('xmlns:')) (inner ??= new Map(scope)).set(name.slice(6), value);
  return inner ?? scope;
}

/** Namespace and local part of an element's name. */
export function nameIn(scope: Scope, qualified: string): { readonly namespace: string; readonly local: string } {
  const colon = qualified.indexOf(':');
  if (colon < 0) return { namespace: scope.get('') ?? '', local: qualified };
  const namespace = scope.get(qualified.slice(0, colon));
  if (namespace === undefined) throw notWellFormed();
  return { namespace, local: qualified.slice(colon + 1) };
}

/** An encoding that is declared and is none of those that a part may have (ECMA-376 part 2 §8.1.4). */
export function refuseOtherEncoding(declaration: string): void {
  const encoding = /\sencoding\s*=\s*["']([^"']*)["']/.exec(declaration)?.[1];
  if (encoding !== undefined && !/^(?:utf-?8|utf-?16(?:le|be)?|us-ascii|ascii)$/i.test(encoding))
    throw new Refusal('E-WORKBOOK-ENCODING', { encoding: encoding.slice(0, 40) });
}
