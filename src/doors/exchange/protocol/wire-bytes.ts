/** Lines as they go over the line: one gzip file (RFC 1952), with bounds on both sides. Pure. */
import { promisify } from 'node:util';
import { constants, gunzip, gunzipSync, gzipSync } from 'node:zlib';
import type { Problem, Result } from '#base/problem.ts';
import { ok, refused } from '#base/problem.ts';
import { BATCH_BYTES_MAX, BATCH_TEXT_BYTES_MAX } from '#doors/exchange/limits.ts';
import { batchTooLarge, lineUnread, notCompressed } from '#doors/exchange/problems.ts';

export const compressLines = (lines: string): Uint8Array => gzipSync(lines);

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Head and tail of the smallest gzip file. */
const GZIP_BYTES_MIN = 18;

/**
 * The lines of a batch.
 *
 * @returns E-EXCHANGE-SIZE beyond 5 MB, or 40 MB of text (what inflates for ever is stopped there); E-EXCHANGE-COMPRESSION for what is no gzip file, is cut off
 *   or has anything behind it; E-EXCHANGE-LINE for what is no UTF-8
 */
export function expandLines(bytes: Uint8Array): Result<string> {
  const problem = tooFewOrMany(bytes);
  if (problem) return refused(problem);
  try {
    return textOf(bytes, gunzipSync(bytes, BOUNDED));
  } catch (error) {
    return refused(whyNot(error));
  }
}

const gunzipApart = promisify(gunzip);

/** The same, away from the thread that answers everybody. */
export async function expandLinesApart(bytes: Uint8Array): Promise<Result<string>> {
  const problem = tooFewOrMany(bytes);
  if (problem) return refused(problem);
  try {
    return textOf(bytes, await gunzipApart(bytes, BOUNDED));
  } catch (error) {
    return refused(whyNot(error));
  }
}

/** Lines that come as they are. Fails as `expandLines` does, but for E-EXCHANGE-COMPRESSION. */
export function plainLines(bytes: Uint8Array): Result<string> {
  if (bytes.length > BATCH_BYTES_MAX) return refused(batchTooLarge({ limit: { vi: '5 MB', en: '5 MB' } }));
  try {
    return ok(utf8.decode(bytes));
  } catch {
    return refused(lineUnread({ line: '1', where: 'UTF-8' }));
  }
}

const BOUNDED = { maxOutputLength: BATCH_TEXT_BYTES_MAX, finishFlush: constants.Z_FINISH } as const;

function tooFewOrMany(bytes: Uint8Array): Problem | null {
  if (bytes.length > BATCH_BYTES_MAX) return batchTooLarge({ limit: { vi: '5 MB nén', en: '5 MB compressed' } });
  return bytes.length < GZIP_BYTES_MIN ? notCompressed() : null;
}

const whyNot = (error: unknown): Problem =>
  (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    ? batchTooLarge({ limit: { vi: '40 MB sau khi giải nén', en: '40 MB once expanded' } })
    : notCompressed();

function textOf(bytes: Uint8Array, text: Uint8Array): Result<string> {
  // A second file, or bytes that zlib passes over, would make two files of one content.
  if (Buffer.from(bytes).readUInt32LE(bytes.length - 4) !== text.length % 2 ** 32) return refused(notCompressed());
  try {
    return ok(utf8.decode(text));
  } catch {
    return refused(lineUnread({ line: '1', where: 'UTF-8' }));
  }
}
