/** Bytes of a part that are not done with yet, as UTF-8: what came last, put behind what was left over. Checked as they come. */
import { isUtf8 } from 'node:buffer';
import { refusalFor } from './refusal.ts';
import { Decoding } from './text-decoding.ts';

const notUtf8 = () => refusalFor('E-WORKBOOK-UNSAFE', 'mã hóa không phải UTF-8', 'bytes that are no UTF-8');

/** Zero bytes behind the last: a scanner that looks a few bytes ahead meets nothing that it takes for markup. */
export const SENTINEL_BYTES = 64;

export class HeldBytes {
  bytes = Buffer.alloc(1 << 16);
  length = 0;
  #checkedTo = 0;
  readonly #decoding = new Decoding();

  add(given: Uint8Array): void {
    this.#append(this.#decoding.decode(given));
  }

  #append(piece: Uint8Array): void {
    const needed = this.length + piece.length + SENTINEL_BYTES;
    if (needed > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, this.bytes.length * 2));
      this.bytes.copy(larger, 0, 0, this.length);
      this.bytes = larger;
    }
    this.bytes.set(piece, this.length);
    this.length += piece.length;
    this.bytes.fill(0, this.length, this.length + SENTINEL_BYTES);
    const whole = this.#wholeCharacters();
    if (!isUtf8(this.bytes.subarray(this.#checkedTo, whole))) throw notUtf8();
    this.#checkedTo = whole;
  }

  /** End of the last character that is here with all its bytes. */
  #wholeCharacters(): number {
    for (let back = 1; back <= Math.min(3, this.length - this.#checkedTo); back++) {
      const byte = this.bytes[this.length - back]!;
      if (byte < 0x80) break;
      if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? this.length - back : this.length;
    }
    return this.length;
  }

  /** The held bytes and nothing behind them. */
  view(): Buffer {
    return this.bytes.subarray(0, this.length);
  }

  /** @param done  bytes from the start that are not needed any more; half a character at the end stays */
  drop(done: number): void {
    const from = Math.min(done, this.#checkedTo);
    this.bytes.copyWithin(0, from, this.length);
    this.length -= from;
    this.#checkedTo -= from;
  }

  /** @throws Refusal when half a character is left over */
  end(): void {
    this.#append(this.#decoding.end());
    if (this.#checkedTo !== this.length) throw notUtf8();
  }
}
