/**
 * What in a PDF acts, or hides something, told from the names of its objects: all of them, whatever the table of contents of the file says is in use, for
 * readers differ in what they believe of it. Names are looked for in the whole of the bytes, and in what object streams inflate to. Pure. Of Node it imports node:zlib alone.
 */
import { inflateSync } from 'node:zlib';
import { INFLATED_BYTES_MAX, OBJECT_STREAMS_MAX } from './limits.ts';
import { plain, streamHeads } from './stream-heads.ts';
import type { StreamHead } from './stream-heads.ts';

/** `dynamic`: a form of XFA, which is a program of its own; `unseen`: objects are packed in a way that cannot be looked into; `bomb`: they inflate to too much. */
export type ActivePart = 'script' | 'launch' | 'embedded' | 'media' | 'form' | 'dynamic' | 'encrypted' | 'unseen' | 'bomb';

const PARTS: Readonly<Record<string, ActivePart>> = {
  JavaScript: 'script',
  Launch: 'launch',
  // Opens another file, or an address of a network that takes the reader's name and password.
  GoToR: 'launch',
  OnInstantiate: 'script',
  GoToE: 'embedded',
  EmbeddedFile: 'embedded',
  EmbeddedFiles: 'embedded',
  FileAttachment: 'embedded',
  RichMedia: 'media',
  Rendition: 'media',
  Movie: 'media',
  Sound: 'media',
  SubmitForm: 'form',
  ImportData: 'form',
  XFA: 'dynamic',
  Encrypt: 'encrypted',
};
/** The order in which they are told: the first found is the one that is named. */
const WORST_FIRST: readonly ActivePart[] = ['encrypted', 'script', 'launch', 'embedded', 'media', 'form', 'dynamic', 'bomb', 'unseen'];

const NAME = /\/([A-Za-z#][A-Za-z0-9#]{2,60})/g;
/** Three letters may stand in a picture by chance: it is the key of a dynamic form where its value follows. */
const VALUE_OF_XFA = /^[\0\s]*(?:\[|%|\d+\s+\d+\s+R)/;

function addPartsIn(text: string, found: Set<ActivePart>): void {
  for (const match of text.matchAll(NAME)) {
    const name = match[1]!.includes('#') ? plain(match[1]!) : match[1]!;
    const part = PARTS[name];
    const after = match.index + match[0].length;
    if (part && (part !== 'dynamic' || VALUE_OF_XFA.test(text.slice(after, after + 40)))) found.add(part);
  }
}

/** How an object stream is packed: not at all, as everybody packs it, or in a way that is not looked into (null). */
function packingOf({ values, twice, from }: StreamHead): 'open' | 'deflated' | null {
  if (twice || from === null || values.has('F') || values.has('DecodeParms') || values.has('DP')) return null;
  const filter = values.get('Filter');
  if (filter === undefined) return 'open';
  return /^(?:\/FlateDecode|\[\s*\/FlateDecode\s*\])$/.test(plain(filter)) ? 'deflated' : null;
}

/** Adds what stands in the object streams: streams that say where their first object stands, for not every program asks for their type. */
function addPartsOfObjectStreams(bytes: Buffer, text: string, found: Set<ActivePart>): void {
  let inflated = 0;
  let count = 0;
  for (const head of streamHeads(text)) {
    if (head === null) return void found.add('unseen');
    if (!head.values.has('First') && plain(head.values.get('Type') ?? '') !== '/ObjStm') continue;
    if (++count > OBJECT_STREAMS_MAX) return void found.add('bomb');
    const packing = packingOf(head);
    if (packing === 'open') continue; // stands in the open: looked at with the rest
    if (packing === null) return void found.add('unseen');
    const end = text.indexOf('endstream', head.from!);
    try {
      const content = inflateSync(bytes.subarray(head.from!, end === -1 ? bytes.length : end), {
        maxOutputLength: INFLATED_BYTES_MAX - inflated,
      });
      inflated += content.length;
      addPartsIn(content.toString('latin1'), found);
    } catch (error) {
      return void found.add((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'unseen');
    }
  }
}

/** The worst thing in it; null when there is nothing. */
export function activePartOf(bytes: Buffer): ActivePart | null {
  const text = bytes.toString('latin1');
  const found = new Set<ActivePart>();
  addPartsIn(text, found);
  addPartsOfObjectStreams(bytes, text, found);
  return WORST_FIRST.find((part) => found.has(part)) ?? null;
}
