/** What an entry of the zip is, by its name alone: a picture of somebody, something a system left behind, or nothing of ours. Pure. */

export type EntryKind = 'folder' | 'junk' | 'picture' | 'other';

/** What cameras, telephones and scanners write; which of them is taken is told from the bytes. */
const PICTURE_ENDINGS = new Set(['jpg', 'jpeg', 'jfif', 'png', 'heic', 'heif', 'webp', 'gif', 'bmp', 'tif', 'tiff', 'avif']);
const NUMBER = /^\d{12}$/;
/** Files that macOS and Windows leave in folders. */
const JUNK = /^(\.ds_store|thumbs\.db|ehthumbs\.db|desktop\.ini|\._.*|\.localized|icon\r)$/i;

const lastPart = (name: string): string => name.split('/').pop() ?? '';
const endingOf = (part: string): string => (/\.([^.]*)$/.exec(part)?.[1] ?? '').toLowerCase();
const stemOf = (part: string): string => part.replace(/\.[^.]*$/, '').trim();

export function kindOfEntry(name: string): EntryKind {
  if (name.endsWith('/')) return 'folder';
  const part = lastPart(name);
  if (name.split('/').includes('__MACOSX') || JUNK.test(part)) return 'junk';
  return PICTURE_ENDINGS.has(endingOf(part)) || NUMBER.test(stemOf(part)) ? 'picture' : 'other';
}

/** The citizen number that a file is named by; null when it is named otherwise. Folders do not matter. */
export function numberOfFile(name: string): string | null {
  const stem = stemOf(lastPart(name.replaceAll('\\', '/')));
  return NUMBER.test(stem) ? stem : null;
}
