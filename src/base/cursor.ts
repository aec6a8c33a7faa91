/** Cursors of list pages: an opaque text that holds the sort key of the last row seen. */

export const encodeCursor = (parts: readonly string[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

/** The parts of a cursor, null when there is none. One that was tampered with begins the list again. */
export function decodeCursor(text: string | undefined, length: number): readonly string[] | null {
  if (!text) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(parts) && parts.length === length && parts.every((part) => typeof part === 'string') ? (parts as string[]) : null;
  } catch {
    return null;
  }
}
