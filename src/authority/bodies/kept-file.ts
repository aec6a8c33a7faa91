/** Scans of decisions: what they are is told from their bytes, never from their name. Pure. */

/** Media type by the first bytes; null: none of those that are kept. */
export function mediaTypeOf(bytes: Buffer): 'application/pdf' | 'image/jpeg' | 'image/png' | null {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'image/png';
  return null;
}

const NAME_LETTERS_MAX = 200;

/** The name as it was sent, without what is no letter of a name. */
export function fileNameOf(sent: string): string {
  try {
    return decodeURIComponent(sent)
      .replaceAll(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, '')
      .slice(0, NAME_LETTERS_MAX);
  } catch {
    return ''; // a name that is no name
  }
}
