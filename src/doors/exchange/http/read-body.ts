/** Bytes as they come over the line: counted, timed and hashed while they come. Nothing is kept of what is too much. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { ok, refused } from '#base/problem.ts';
import type { Bilingual, Result } from '#base/problem.ts';
import { bytesDiffer, tooSlow } from '#doors/exchange/problems.ts';
import type { Problem } from '#base/problem.ts';

export interface BodyBounds {
  readonly bytesMax: number;
  /** between two parts of it */
  readonly silenceMs: number;
  readonly tooLarge: () => Problem;
}

/** @returns the bytes; `tooLarge`, E-EXCHANGE-SLOW, or E-EXCHANGE-BYTES where the line was cut. After a refusal the connection is of no more use. */
export async function readBody(stream: Readable, { bytesMax, silenceMs, tooLarge }: BodyBounds): Promise<Result<Buffer>> {
  const parts: Buffer[] = [];
  let size = 0;
  const coming = stream.iterator({ destroyOnReturn: false });
  try {
    for (;;) {
      const next = await within(silenceMs, coming.next());
      if (next === 'silence') return refused(tooSlow({ seconds: String(Math.round(silenceMs / 1_000)) }));
      if (next.done === true) return ok(Buffer.concat(parts, size));
      const part = next.value as Buffer;
      size += part.length;
      if (size > bytesMax) return refused(tooLarge());
      parts.push(part);
    }
  } catch {
    return refused(bytesDiffer({ why: { vi: 'đường truyền bị ngắt giữa chừng', en: 'the line was cut' } }));
  }
}

async function within<T>(ms: number, coming: Promise<T>): Promise<T | 'silence'> {
  const over = new AbortController();
  const silence = sleep(ms, 'silence' as const, { signal: over.signal, ref: false }).catch(() => 'silence' as const);
  try {
    return await Promise.race([coming, silence]);
  } finally {
    over.abort();
  }
}

const NO_DIGEST: Bilingual = { vi: 'thiếu mã băm sha-256', en: 'there is no digest by sha-256' };

/**
 * Are these the bytes that were sent? RFC 9530 §2: `sha-256=:base64:`, other algorithms beside it are passed over; one that stands twice is none.
 * @param head  Content-Digest as it came
 */
export function fitsDigest(bytes: Uint8Array, head: string): Result<null> {
  const said = [...head.matchAll(/(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):\s*(?=,|$)/g)];
  if (said.length !== 1) return refused(bytesDiffer({ why: NO_DIGEST }));
  const is = createHash('sha256').update(bytes).digest('base64');
  return said[0]![1] === is ? ok(null) : refused(bytesDiffer({ why: { vi: 'mã băm khác', en: 'another digest' } }));
}
