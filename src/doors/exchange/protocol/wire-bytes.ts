/** Lines as they go over the line: one gzip file (RFC 1952), with bounds on both sides. Pure. */
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import type { Result } from '#base/problem.ts';
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
  if (bytes.length > BATCH_BYTES_MAX) return refused(batchTooLarge({ limit: { vi: '5 MB nén', en: '5 MB compressed' } }));
  if (bytes.length < GZIP_BYTES_MIN) return refused(notCompressed());
  let text: Buffer;
  try {
    text = gunzipSync(bytes, { maxOutputLength: BATCH_TEXT_BYTES_MAX, finishFlush: constants.Z_FINISH });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      ? refused(batchTooLarge({ limit: { vi: '40 MB sau khi giải nén', en: '40 MB once expanded' } }))
      : refused(notCompressed());
  }
  // A second file, or bytes that zlib passes over, would make two files of one content.
  if (Buffer.from(bytes).readUInt32LE(bytes.length - 4) !== text.length % 2 ** 32) return refused(notCompressed());
  try {
    return ok(utf8.decode(text));
  } catch {
    return refused(lineUnread({ line: '1', where: 'UTF-8' }));
  }
}
