/** A whole element with what is in it, for the small things of a sheet that are not written as nearly all programs write them. */
import { notWellFormed, unknownForm } from './refusal.ts';
import { markupEnd, nameIn, scopeWithin, tagOf, textOf } from './xml-markup.ts';
import type { Attributes, Scope } from './xml-markup.ts';

export interface XmlElement {
  /** local name; of an element of another namespace its whole name in brackets */
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly XmlElement[];
  /** its own character data, CDATA included; comments stand between nothing */
  readonly text: string;
}
interface Open extends XmlElement {
  readonly qualified: string;
  readonly children: XmlElement[];
  readonly scope: Scope;
  text: string;
}

/** Elements within elements; a cell of ours has five. */
const DEPTH_MAX = 32;
const CDATA = '<![CDATA['.length;

/**
 * @param from   where the `<` of its open tag stands
 * @param scope  around it
 * @param ours   the namespace whose names are told without brackets
 * @returns null when it is not whole yet
 */
export function readElement(bytes: Buffer, from: number, scope: Scope, ours: string): { element: XmlElement; end: number } | null {
  const open: Open[] = [];
  let at = from;
  for (;;) {
    const end = markupEnd(bytes, at);
    if (end < 0) return null;
    const [second, top] = [bytes[at + 1], open.at(-1)];
    if (second === 33 && bytes[at + 2] === 91) {
      if (top) top.text += bytes.toString('utf8', at + CDATA, end - 3).replace(/\r\n?/g, '\n');
    } else if (second !== 33 && second !== 63) {
      const tag = tagOf(bytes.toString('utf8', at, end));
      if (tag.isClose) {
        if (top?.qualified !== tag.name) throw notWellFormed();
        open.pop();
        if (open.length === 0) return { element: top, end };
      } else {
        const inner = scopeWithin(top?.scope ?? scope, tag.attributes);
        const { namespace, local } = nameIn(inner, tag.name);
        const element: Open = {
          name: namespace === ours ? local : `{${tag.name}}`,
          qualified: tag.name,
          attributes: tag.attributes,
          children: [],
          scope: inner,
          text: '',
        };
        top?.children.push(element);
        if (!tag.isEmpty) open.push(element);
        else if (!top) return { element, end };
        if (open.length > DEPTH_MAX) throw unknownForm(open.map((one) => one.name).join('/'));
      }
    }
    const next = bytes.indexOf(60, end);
    if (next < 0) return null;
    const inside = open.at(-1)!;
    if (next > end) inside.text += textOf(bytes.toString('utf8', end, next));
    at = next;
  }
}
