/** Names of files: to show, not to trust. A file may be named by a citizen number, which never stands in clear where names are shown. Pure. */

/** So many digits together may be a citizen number, old (9) or new (12), or one that lost its zero; a date has eight. */
const LONG_NUMBER = /\d{9,}/g;
const SIGNS_MAX = 120;

/** No path and no control characters; letters in one form, whichever system named the file. */
export const plainFileName = (name: string): string =>
  (name.split(/[\\/]/).pop() ?? '').normalize('NFC').replace(/\p{C}/gu, '').slice(0, SIGNS_MAX);

/** Long numbers in any text that names a file or a folder, as `000•••••0123`. */
export const withoutLongNumbers = (name: string): string =>
  name.replace(LONG_NUMBER, (digits) => `${digits.slice(0, 3)}•••••${digits.slice(-4)}`);
