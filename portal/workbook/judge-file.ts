/** What can be said of a chosen file before a byte is sent. The server judges again, and alone decides. Pure. */

/** The server's `UPLOAD_SIZE_BYTES_MAX` (a test holds them equal): saves the user a long upload. Bytes. */
export const FILE_BYTES_MAX = 20 * 1024 * 1024;

export type Judgement = 'good' | 'notXlsx' | 'empty' | 'tooLarge';

export function judgeFile(file: { readonly name: string; readonly size: number }): Judgement {
  // Only the ending: the browser's idea of the type is empty on machines without Excel.
  if (!/\.xlsx$/i.test(file.name)) return 'notXlsx';
  if (file.size === 0) return 'empty';
  return file.size > FILE_BYTES_MAX ? 'tooLarge' : 'good';
}

/** Seconds left at the speed so far; null until there is enough to judge by. */
export function secondsLeft(sent: number, total: number, elapsedMs: number): number | null {
  if (sent <= 0 || elapsedMs < 1_000) return null;
  return ((total - sent) * elapsedMs) / sent / 1_000;
}
