/** Cursors of list pages: an opaque text that holds the sort key of the last row seen. */

/** What a part of a sort key is; a cursor that holds anything else was not made by us, and must not reach a statement. */
export type CursorPart = 'instant' | 'uuid' | 'number' | 'place' | 'text';

const NUMBER_MAX = 2 ** 31 - 1;

function isInstant(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString() === text;
}

const IS: Readonly<Record<CursorPart, (text: string) => boolean>> = {
  instant: isInstant,
  uuid: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text),
  number: (text) => /^\d{1,10}$/.test(text) && Number(text) <= NUMBER_MAX,
  // A place in the log: more than a number of 32 bits holds, fewer digits than a whole number is exact to.
  place: (text) => /^\d{1,15}$/.test(text),
  text: (text) => !text.includes('\0') && text.isWellFormed(),
};

export const encodeCursor = (parts: readonly string[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

/** The parts of a cursor, null when there is none. One that was tampered with begins the list again. */
export function decodeCursor<const Shape extends readonly CursorPart[]>(
  text: string | undefined,
  shape: Shape,
): { readonly [At in keyof Shape]: string } | null {
  if (!text) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    const fits =
      Array.isArray(parts) && parts.length === shape.length && parts.every((part, i) => typeof part === 'string' && IS[shape[i]!](part));
    return fits ? (parts as unknown as { readonly [At in keyof Shape]: string }) : null;
  } catch {
    return null;
  }
}
