/** The bytes of a part as UTF-8: a part may be UTF-16 too (ECMA-376 part 2 §8.1.4). Any other encoding is refused by its name. */
import { Refusal } from './refusal.ts';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** By the first four bytes; null when fewer are here. */
function encodingOf(bytes: Uint8Array): Encoding | null {
  if (bytes.length < 4) return null;
  const [a, b, c, d] = bytes as unknown as readonly [number, number, number, number];
  if ((a === 0 && b === 0) || (a === 0xff && b === 0xfe && c === 0 && d === 0))
    throw new Refusal('E-WORKBOOK-ENCODING', { encoding: 'UTF-32' });
  if ((a === 0xff && b === 0xfe) || (a === 60 && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 60)) return 'utf-16be';
  return 'utf-8';
}

/** Gives each piece back as UTF-8 without a mark of its order; UTF-8 itself comes through as it is, unchecked. */
export class Decoding {
  #encoding: Encoding | null = null;
  #first = Buffer.alloc(0);
  #decoder: TextDecoder | null = null;

  get wasUtf16(): boolean {
    return this.#decoder !== null;
  }

  decode(piece: Uint8Array): Uint8Array {
    if (this.#encoding === null) {
      this.#first = Buffer.concat([this.#first, piece]);
      this.#encoding = encodingOf(this.#first);
      if (this.#encoding === null) return Buffer.alloc(0);
      if (this.#encoding !== 'utf-8') this.#decoder = new TextDecoder(this.#encoding, { fatal: true });
      const first = this.#first;
      this.#first = Buffer.alloc(0);
      return this.#decoded(
        this.#encoding === 'utf-8' && first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf ? first.subarray(3) : first,
      );
    }
    return this.#decoded(piece);
  }

  /** What is left of a part that was shorter than the first look. @throws Refusal when half a character is left over */
  end(): Uint8Array {
    const rest = this.#first;
    this.#first = Buffer.alloc(0);
    if (this.#decoder !== null) this.#decoded(new Uint8Array(), true);
    return rest;
  }

  #decoded(piece: Uint8Array, isLast = false): Uint8Array {
    if (this.#decoder === null) return piece;
    try {
      return Buffer.from(this.#decoder.decode(piece, { stream: !isLast }));
    } catch {
      throw new Refusal('E-WORKBOOK-ENCODING', { encoding: 'UTF-16' });
    }
  }
}

/** The pieces of a part as UTF-8; the declaration of one that was UTF-16 says so. */
export async function* utf8Pieces(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const decoding = new Decoding();
  let isFirst = true;
  for await (const piece of pieces) {
    const decoded = decoding.decode(piece);
    if (decoded.length === 0) continue;
    const bytes = Buffer.from(decoded.buffer, decoded.byteOffset, decoded.length);
    if (isFirst && decoding.wasUtf16) {
      const end = bytes.indexOf('?>') + 1;
      yield Buffer.from(bytes.toString('latin1', 0, end).replace(/(encoding\s*=\s*["'])utf-16\w*/i, '$1UTF-8'), 'latin1');
      yield bytes.subarray(end);
    } else yield bytes;
    isFirst = false;
  }
  const rest = decoding.end();
  if (rest.length > 0) yield Buffer.from(rest);
}
