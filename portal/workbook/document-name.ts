/** What is stated of a document as the name of its file, as the server reads it. Pure. */
import { documentNameOf } from '#standard/document-name.ts';

export interface StatedDocument {
  readonly number: string;
  /** code of the kind */
  readonly kind: string;
  readonly symbol: string;
  /** as typed: DD/MM/YYYY; '' when there is none */
  readonly day: string;
}

/** The server's `DOCUMENT_BYTES_MAX`: saves the user a long upload. Bytes. */
const DOCUMENT_BYTES_MAX = 20 * 1024 * 1024;
const DAY = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

const digitsOf = (number: string): string => number.replaceAll(/[\s.]/g, '');
export const isNationalId = (number: string): boolean => /^\d{12}$/.test(digitsOf(number));
export const isDay = (day: string): boolean => day.trim() === '' || DAY.test(day.trim());

export function judgeDocument(file: { readonly name: string; readonly size: number }): 'notPdf' | 'empty' | 'tooLarge' | null {
  if (!file.name.toLowerCase().endsWith('.pdf')) return 'notPdf';
  if (file.size === 0) return 'empty';
  return file.size > DOCUMENT_BYTES_MAX ? 'tooLarge' : null;
}

/** The longest name that the server keeps whole (`SIGNS_MAX` of its names). */
const NAME_SIGNS_MAX = 120;

/** Does all that is stated fit into a name? A cut one would lose its day. */
export const fits = (stated: StatedDocument): boolean => documentName(stated).length <= NAME_SIGNS_MAX;

export function documentName({ number, kind, symbol, day }: StatedDocument): string {
  const [, d, m, y] = DAY.exec(day.trim()) ?? [];
  const iso = y === undefined ? '' : `${y}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}`;
  return documentNameOf({ number: digitsOf(number), kind, symbol, issuedOn: iso });
}
