/** A batch as a file, for bodies without a line: the same manifest, signature and lines, encrypted to the centre's key. Clauses 18.1 and 18.2. */
import { CompactEncrypt, compactDecrypt } from 'jose';
import type { CryptoKey, KeyObject } from 'jose';
import { canonicalJson } from '#base/canonical-json.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { BATCH_TEXT_BYTES_MAX } from './limits.ts';
import { batchTooLarge, fileUnread } from './problems.ts';
import type { SentBatch } from './shapes.ts';

const HEADER = { alg: 'ECDH-ES+A256KW', enc: 'A256GCM', cty: 'congvu-batch+json' } as const;
/** Base64 of lines with every character escaped, and the manifest: what a file of the largest batch may have. */
const FILE_CHARS_MAX = 2 * BATCH_TEXT_BYTES_MAX;

/** @param key  the centre's public key, X25519; `kid`: its name */
export function fileOfBatch({ manifest, lines }: SentBatch, key: CryptoKey | KeyObject, kid: string): Promise<string> {
  const text = canonicalJson({ manifest: manifest.text, signature: manifest.signature, lines });
  return new CompactEncrypt(Buffer.from(text, 'utf8')).setProtectedHeader({ ...HEADER, kid }).encrypt(key);
}

const isText = (value: unknown): value is string => typeof value === 'string';

/**
 * The batch of a file; nothing of it is believed: it is offered like one that came over the line.
 * @returns E-EXCHANGE-SIZE; E-EXCHANGE-FILE for what is no such file, or for another key
 */
export async function batchOfFile(file: string, key: CryptoKey | KeyObject): Promise<Result<SentBatch>> {
  if (file.length > FILE_CHARS_MAX) return refused(batchTooLarge({ limit: { vi: '40 MB', en: '40 MB' } }));
  try {
    const algorithms = { keyManagementAlgorithms: [HEADER.alg], contentEncryptionAlgorithms: [HEADER.enc] };
    const { plaintext } = await compactDecrypt(file.trim(), key, algorithms);
    const said = JSON.parse(Buffer.from(plaintext).toString('utf8')) as Readonly<Record<string, unknown>> | null;
    const { manifest, signature, lines } = said ?? {};
    if (isText(manifest) && isText(signature) && isText(lines)) return ok({ manifest: { text: manifest, signature }, lines });
  } catch {
    // No JWE, another key, bytes that were changed on the way, or no JSON inside.
  }
  return refused(fileUnread());
}
