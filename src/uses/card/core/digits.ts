/**
 * Nothing of a card holds six or more digits of the citizen number in a row: not as it is written, not in what its base64url, base45 or CBOR say.
 * A search, not a proof; it guards against a claim, an address or a picture's own notes that carry the number along.
 */
import { fromBase45 } from '#standard/card/base45.ts';
import { portraitBytes } from './door-copy.ts';

const DIGITS = 6;

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** A text, what it says as base64url at each of the four offsets, and the CBOR of a door code. */
function readings(text: string): readonly string[] {
  const code = /^VN[12]:/.test(text) ? fromBase45(text.slice(4)) : null;
  const runs = text.split(/[^\w-]+/).filter((run) => run.length >= DIGITS);
  const decoded = runs.flatMap((run) => [0, 1, 2, 3].map((offset) => latin1(Buffer.from(run.slice(offset), 'base64url'))));
  return [text, ...decoded, ...(code ? [latin1(code)] : [])];
}

/**
 * One part of a copy (its JWT, a disclosure, a proof), or any other text. Of the portrait it is the JPEG that is read, not its base64:
 * six of 22,000 signs are some six digits by chance once in half a million people, and they would never get a card.
 */
function readingsOfPart(part: string): readonly string[] {
  const said = /^[\w-]+$/.test(part) ? Buffer.from(part, 'base64url').toString() : '';
  if (!said.startsWith('[')) return readings(part);
  const [, name, value] = JSON.parse(said) as readonly [string, string, unknown];
  if (name === 'anh') return [latin1(portraitBytes(String(value)))];
  return [...readings(part), said, ...(typeof value === 'string' ? readings(value) : [])];
}

/** Where six digits of the number stand: the head of that part of `text`; null when nowhere. `text`: a copy, a door code, an address. */
export function digitsFound(text: string, nationalId: string): string | null {
  const wanted = Array.from({ length: nationalId.length - DIGITS + 1 }, (_, i) => nationalId.slice(i, i + DIGITS));
  const holds = (reading: string): boolean => wanted.some((digits) => reading.includes(digits));
  return (
    text
      .split('~')
      .find((part) => readingsOfPart(part).some(holds))
      ?.slice(0, 12) ?? null
  );
}
