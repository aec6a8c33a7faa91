/** Lists compressed for callers that take it: Token Status List asks for it, since what stands in a JWT is base64 and loses a quarter again. */
import { gzipSync } from 'node:zlib';

/** Does the caller take gzip (RFC 9110 §12.5.3)? Named, or by `*`, and not with a weight of nothing. */
export const takesGzip = (accepted: string | undefined): boolean => {
  const weights = new Map(
    (accepted ?? '').split(',').map((one) => {
      const [coding = '', weight = ''] = one.split(';');
      return [coding.trim().toLowerCase(), !/^\s*q=0(\.0*)?\s*$/i.test(weight)] as const;
    }),
  );
  return weights.get('gzip') ?? weights.get('*') ?? false;
};

/** Time of a list is over within seconds of its change: so many files are kept compressed. */
const COMPRESSED_KEPT_MAX = 64;

/** Compresses each file once and not for every door. */
export function keptCompressed(): (file: string, etag: string, bytes: Uint8Array) => Buffer {
  const kept = new Map<string, { readonly etag: string; readonly bytes: Buffer }>();
  return (file, etag, bytes) => {
    const known = kept.get(file);
    if (known?.etag === etag) return known.bytes;
    const made = gzipSync(bytes);
    kept.delete(file);
    kept.set(file, { etag, bytes: made });
    if (kept.size > COMPRESSED_KEPT_MAX) kept.delete(kept.keys().next().value!);
    return made;
  };
}
