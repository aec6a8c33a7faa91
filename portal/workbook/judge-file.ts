/** What can be said of a chosen file before a byte is sent. The server judges again, and alone decides. Pure. */

/** What is uploaded: a workbook of records, pictures of people, or a document of somebody. */
export type UploadKind = 'workbook' | 'portraits' | 'documents';
/** What is chosen as a file alone. What a document is must be filled in beside it: `/van-ban`. */
export type FileKind = Exclude<UploadKind, 'documents'>;

/** The server names the door by which a submission came. */
export const uploadKindOf = ({ kind }: { readonly kind: string }): UploadKind =>
  kind === 'portraits' || kind === 'documents' ? kind : 'workbook';

/** The server's `UPLOAD_SIZE_BYTES_MAX` (a test holds them equal): saves the user a long upload. Bytes. */
export const FILE_BYTES_MAX = 50 * 1024 * 1024;

export type Judgement = 'good' | 'otherKind' | 'notXlsx' | 'notPictures' | 'empty' | 'tooLarge';

/** Endings of what each kind of upload may be. */
export const ENDINGS: Readonly<Record<FileKind, readonly string[]>> = {
  workbook: ['.xlsx'],
  portraits: ['.zip', '.jpg', '.jpeg', '.png'],
};

const endsAs = (name: string, kind: FileKind): boolean => ENDINGS[kind].some((ending) => name.toLowerCase().endsWith(ending));

/** @param kind  what the submission that is corrected takes; null for a new one, which may be either */
export function judgeFile(file: { readonly name: string; readonly size: number }, kind: FileKind | null = null): Judgement {
  // Only the ending: the browser's idea of the type is empty on machines without Excel.
  if (kind === null && !endsAs(file.name, 'workbook') && !endsAs(file.name, 'portraits')) return 'otherKind';
  if (kind !== null && !endsAs(file.name, kind)) return kind === 'workbook' ? 'notXlsx' : 'notPictures';
  if (file.size === 0) return 'empty';
  return file.size > FILE_BYTES_MAX ? 'tooLarge' : 'good';
}

/** Seconds left at the speed so far; null until there is enough to judge by. */
export function secondsLeft(sent: number, total: number, elapsedMs: number): number | null {
  if (sent <= 0 || elapsedMs < 1_000) return null;
  return ((total - sent) * elapsedMs) / sent / 1_000;
}
