/**
 * An ES256 signature in its two forms: r‖s in 64 bytes, as JOSE and COSE have it, and the DER that OpenSSL makes. Node gives the first one too, but only to whoever
 * hands the key over in an object with options, and looks at that object in vain, each time, for as long as half a signature takes (bench/card).
 */
const NUMBER_BYTES = 32;
const [SEQUENCE, INTEGER] = [0x30, 0x02];

/** Copies a number of DER to the end of its 32 bytes; where the next one begins. */
function takeNumber(der: Uint8Array, from: number, raw: Buffer, end: number): number {
  const length = der[from + 1]!;
  const next = from + 2 + length;
  // A leading zero says that the number is positive.
  const start = Math.max(from + 2, next - NUMBER_BYTES);
  for (let at = start; at < next; at++) raw[end - (next - at)] = der[at]!;
  return next;
}

/** @param der  a signature of P-256 as OpenSSL makes it */
export function rawOfDer(der: Uint8Array): Buffer {
  const raw = Buffer.alloc(2 * NUMBER_BYTES);
  takeNumber(der, takeNumber(der, 2, raw, NUMBER_BYTES), raw, 2 * NUMBER_BYTES);
  return raw;
}

/** Writes a number as short as DER wants it; where the next one goes. */
function putNumber(raw: Uint8Array, from: number, der: Buffer, at: number): number {
  const end = from + NUMBER_BYTES;
  let start = from;
  while (start < end - 1 && raw[start] === 0) start += 1;
  const isHigh = raw[start]! >= 0x80;
  let to = at;
  der[to++] = INTEGER;
  der[to++] = end - start + (isHigh ? 1 : 0);
  if (isHigh) der[to++] = 0;
  for (let i = start; i < end; i++) der[to++] = raw[i]!;
  return to;
}

/** @param raw  64 bytes, whatever they say */
export function derOfRaw(raw: Uint8Array): Buffer {
  const der = Buffer.allocUnsafe(8 + 2 * NUMBER_BYTES);
  const end = putNumber(raw, NUMBER_BYTES, der, putNumber(raw, 0, der, 2));
  der[0] = SEQUENCE;
  der[1] = end - 2;
  return der.subarray(0, end);
}
