/**
 * Walks through a part of XML as it streams by: keeps what is not whole yet, knows which elements are open, and hands each to its
 * reader. A reader may take a piece of markup byte by byte (`fast`) where it knows the very form; everything else goes by the grammar.
 */
import { HeldBytes } from './held-bytes.ts';
import { Refusal, notWellFormed, refusalFor, unknownForm } from './refusal.ts';
import { readElement } from './xml-element.ts';
import type { XmlElement } from './xml-element.ts';
import { NO_SCOPE, markupEnd, nameIn, refuseOtherEncoding, scopeWithin, tagOf } from './xml-markup.ts';
import type { Attributes, Scope } from './xml-markup.ts';

const [LESS, BLANK, EXCLAMATION, QUESTION, BRACKET] = [60, 32, 33, 63, 91];

/** Elements within elements of a part; those of Excel have a dozen. */
const DEPTH_MAX = 64;

export interface PartReader {
  /** local name of the root; a part with another root is refused */
  readonly root: string;
  /** bytes of one piece that may be held */
  readonly heldMax: number;
  readonly tooLong: () => Refusal;
  /** elements between whose children no text may stand */
  readonly bare: ReadonlySet<string>;
  /** called before a piece is looked through, with how many bytes are held */
  readonly before: (heldBytes: number) => void;
  /** only where names without a prefix are the part's own: where a piece of markup that begins at `at` ends, 0 when its form is another or it is not whole */
  readonly fast: (held: HeldBytes, at: number, parent: string) => number;
  /** an element opens: look at its children, skip it with all of them, or have it whole */
  readonly open: (name: string, attributes: Attributes, parent: string) => 'enter' | 'skip' | 'whole';
  readonly whole: (element: XmlElement) => void;
  readonly close: (name: string) => void;
}

export interface Walker {
  write(piece: Uint8Array): void;
  /** @throws Refusal when the part did not end */
  end(): void;
  /** an element without prefix and declarations was opened by `fast` */
  enter(name: string): void;
  leave(): void;
  /** was the innermost element opened without a prefix? */
  isPlain(): boolean;
}

export function xmlWalker(reader: PartReader): Walker {
  const held = new HeldBytes();
  /** local names, whole names and scopes of the open elements */
  const [names, qualifieds, scopes]: [string[], string[], Scope[]] = [[], [], []];
  /** depth of the element that is skipped; 0 when none is */
  let skippedAt = 0;
  let ours = '';
  let hasRoot = false;
  // Kept up to date with each element that opens or closes.
  let [parent, isPlain, isBare] = ['', false, false];

  function settle(): void {
    parent = names.at(-1) ?? '';
    isPlain = skippedAt === 0 && names.length > 0 && (scopes.at(-1)!.get('') ?? '') === ours;
    isBare = skippedAt === 0 && reader.bare.has(parent);
  }
  function push(name: string, qualified: string, scope: Scope): void {
    if (names.length >= DEPTH_MAX) throw unknownForm(names.slice(0, 8).join('/'));
    names.push(name);
    qualifieds.push(qualified);
    scopes.push(scope);
    settle();
  }
  function pop(): void {
    const name = names.pop()!;
    qualifieds.pop();
    scopes.pop();
    if (skippedAt === 0) reader.close(name);
    else if (names.length < skippedAt) skippedAt = 0;
    settle();
  }

  /** An open tag; where it is done with, -1 when the whole of it is wanted and not here yet. */
  function opened(view: Buffer, from: number, end: number): number {
    const tag = tagOf(view.toString('utf8', from, end));
    if (tag.isClose) {
      if (qualifieds.at(-1) !== tag.name) throw notWellFormed();
      pop();
      return end;
    }
    const scope = scopeWithin(scopes.at(-1) ?? NO_SCOPE, tag.attributes);
    const { namespace, local } = nameIn(scope, tag.name);
    if (names.length === 0) {
      if (hasRoot) throw notWellFormed();
      if (local !== reader.root) throw unknownForm(tag.name);
      [ours, hasRoot] = [namespace, true];
    } else if (skippedAt === 0) {
      const how = reader.open(namespace === ours ? local : `{${tag.name}}`, tag.attributes, parent);
      if (how === 'whole') {
        const read = readElement(view, from, scopes.at(-1)!, ours);
        if (read === null) return -1;
        reader.whole(read.element);
        reader.before(held.length);
        return read.end;
      }
      if (how === 'skip' && !tag.isEmpty) skippedAt = names.length + 1;
    }
    push(namespace === ours ? local : `{${tag.name}}`, tag.name, scope);
    if (tag.isEmpty) pop();
    return end;
  }

  function anyMarkup(view: Buffer, from: number): number {
    const end = markupEnd(view, from);
    if (end < 0) return -1;
    const second = view[from + 1];
    if (second === QUESTION) {
      if (names.length === 0 && !hasRoot) refuseOtherEncoding(view.toString('latin1', from, end));
      return end;
    }
    if (second !== EXCLAMATION) return opened(view, from, end);
    if (view[from + 2] === BRACKET && (isBare || names.length === 0)) throw unknownForm(`${parent}/text()`);
    return end;
  }

  /** Handles what stands whole in the held bytes; returns how much of it is done with. */
  function consume(): number {
    const { bytes, length } = held;
    const view = held.view();
    reader.before(length);
    let at = 0;
    for (;;) {
      for (; at < length && bytes[at] !== LESS; at++)
        if (bytes[at]! > BLANK && (isBare || names.length === 0))
          throw names.length === 0 ? notWellFormed() : unknownForm(`${parent}/text()`);
      if (at >= length) return length;
      let end = isPlain ? reader.fast(held, at, parent) : 0;
      if (end === 0) end = anyMarkup(view, at);
      if (end < 0) return at;
      at = end;
    }
  }

  return {
    write(piece) {
      held.add(piece);
      held.drop(consume());
      if (held.length > reader.heldMax) throw reader.tooLong();
    },
    end() {
      held.end();
      held.drop(consume());
      if (!hasRoot || names.length > 0 || held.length > 0)
        throw refusalFor('E-WORKBOOK-BROKEN', 'một phần của tệp bị cắt', 'a part of the file was cut');
    },
    enter: (name) => push(name, name, scopes.at(-1)!),
    leave: pop,
    isPlain: () => qualifieds.at(-1) === names.at(-1),
  };
}
