/** Which door reads an upload: told from its bytes, never from its name. Nothing is inflated or decoded here. Pure. */
import { entryNames } from '#base/zip.ts';
import type { UploadKind } from './shapes.ts';

const ZIP = 'PK\u0003\u0004';
const EMPTY_ZIP = 'PK\u0005\u0006';

/** How pictures and archives begin; also those that the door then refuses, so that it is the one that says why. */
const PICTURES: readonly (readonly [at: number, signature: string])[] = [
  [0, '\u00ff\u00d8\u00ff'],
  [0, '\u0089PNG'],
  [0, 'GIF8'],
  [8, 'WEBP'],
  [4, 'ftyp'],
  [0, 'II*\0'],
  [0, 'MM\0*'],
  [0, 'Rar!'],
  [0, '7z\u00bc\u00af'],
];

/** Entries that every document of Office, or of OpenDocument, has: one for the door of workbooks, also when it is none. */
const DOCUMENT_PARTS = /^(\[Content_Types\]\.xml|_rels\/.*|xl\/.*|mimetype|META-INF\/manifest\.xml)$/;

/** @returns `workbook` for whatever is neither a picture nor an archive of pictures: that door says what is wrong with it */
export function uploadKind(bytes: Uint8Array): UploadKind {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = (at: number, signature: string): boolean => view.toString('latin1', at, at + signature.length) === signature;
  if (PICTURES.some(([at, signature]) => starts(at, signature))) return 'portraits';
  if (starts(0, EMPTY_ZIP)) return 'portraits';
  if (!starts(0, ZIP)) return 'workbook';
  return entryNames(view).some((name) => DOCUMENT_PARTS.test(name)) ? 'workbook' : 'portraits';
}
