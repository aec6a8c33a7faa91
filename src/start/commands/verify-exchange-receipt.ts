/**
 * Receipts of the exchange at home: R1, and R2 where it came along, by published keys, each in the signed log, and the lines that were sent. Pure but for signatures:
 * whoever holds the file, the keys and the key of the log needs nobody.
 */
import { createHash, createPublicKey } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { PublishedKey } from '#authority/keys/shapes.ts';
import { keyNameOf } from '#authority/keys/signed-text.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import type { Bilingual } from '#base/problem.ts';
import { BATCH_TEXT_BYTES_MAX } from '#doors/exchange/limits.ts';
import type { BatchReceipt, BatchResult, SignedText } from '#doors/exchange/shapes.ts';
import { jwsVerifier } from '#doors/exchange/signer.ts';
import { verifyBundle } from '../../../tools/verify-bundle.mjs';

/** As the centre hands it out (`…/receipt`), or a receipt alone as software keeps it. */
export interface ExchangeReceiptFile {
  readonly receipt: SignedText;
  readonly proof: unknown;
  readonly result: SignedText | null;
  readonly resultProof: unknown;
}

/** One thing that was looked at: ok, wrong, or not to be checked with what is at hand. */
export interface Finding extends Bilingual {
  readonly is: 'right' | 'wrong' | 'open';
}

const isSigned = (value: unknown): value is SignedText =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as SignedText).text === 'string' &&
  typeof (value as SignedText).signature === 'string';

/** null: the text is no receipt of the exchange. */
export function readExchangeReceipt(text: string): ExchangeReceiptFile | null {
  try {
    const read = JSON.parse(text) as Record<string, unknown> | null;
    if (isSigned(read)) return { receipt: read, proof: null, result: null, resultProof: null };
    if (read?.['format'] !== 'congvu-exchange-receipt/1' || !isSigned(read['receipt'])) return null;
    const { receipt, proof = null, result = null, resultProof = null } = read;
    return { receipt, proof, result: isSigned(result) ? result : null, resultProof };
  } catch {
    return null; // no JSON: an answer, not a fault
  }
}

const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const right = (vi: string, en: string): Finding => ({ is: 'right', vi, en });
const wrong = (vi: string, en: string): Finding => ({ is: 'wrong', vi, en });
const open = (vi: string, en: string): Finding => ({ is: 'open', vi, en });

function signature(name: string, signed: SignedText, keys: readonly PublishedKey[]): Finding {
  const kid = keyNameOf(signed.signature);
  const key = keys.find((one) => one.kid === kid && one.congvu.purpose === 'receipt');
  if (!key) return open(`${name}: không có khóa ký trong các khóa đã cho.`, `${name}: the key that signed it is not among those given.`);
  const { kty, crv, x } = key;
  return jwsVerifier(createPublicKey({ key: { kty, crv, x }, format: 'jwk' }), key.kid)(signed)
    ? right(`${name}: chữ ký đúng.`, `${name}: the signature is right.`)
    : wrong(`${name}: chữ ký SAI.`, `${name}: the signature is WRONG.`);
}

/** Is this text what a row of the log commits to? @param says  what the row must say of it */
function inLog(name: string, bundle: unknown, logKey: string | null, act: string, says: Readonly<Record<string, unknown>>): Finding {
  if (logKey === null) return open(`${name}: chưa đối chiếu nhật ký (--log-key).`, `${name}: not held against the log (--log-key).`);
  if (bundle === null) return open(`${name}: tệp không kèm chứng minh trong nhật ký.`, `${name}: the file carries no proof in the log.`);
  try {
    verifyBundle(bundle, logKey);
  } catch (error) {
    const { exit, vi, en } = error as { exit?: number; vi?: string; en?: string };
    if (exit === undefined) throw error;
    return exit === 1 ? wrong(`${name}: ${vi}`, `${name}: ${en}`) : open(`${name}: ${vi}`, `${name}: ${en}`);
  }
  const { leaf, payload, index } = bundle as { leaf: string; payload: { text: string } | null; index: number };
  if (payload === null) return open(`${name}: chứng minh không kèm nội dung dòng.`, `${name}: the proof does not say what its row says.`);
  const said = JSON.parse(payload.text) as Record<string, unknown>;
  const fits = (JSON.parse(leaf) as { act: string }).act === act && Object.entries(says).every(([key, value]) => said[key] === value);
  return fits
    ? right(`${name}: là dòng số ${index} của nhật ký đã ký.`, `${name}: is row ${index} of the signed log.`)
    : wrong(`${name}: dòng của nhật ký nói về văn bản khác.`, `${name}: the row of the log speaks of another text.`);
}

function contentOf<T extends { readonly what: string }>(signed: SignedText, what: T['what']): T | null {
  try {
    const read = JSON.parse(signed.text) as T;
    return read.what === what && canonicalJson(read) === signed.text ? read : null;
  } catch {
    return null;
  }
}

/** The lines of a file that was sent, compressed or not: their digest. */
function linesDigest(bytes: Uint8Array): string {
  try {
    return sha256(gunzipSync(bytes, { maxOutputLength: BATCH_TEXT_BYTES_MAX }));
  } catch {
    return sha256(bytes);
  }
}

/** Everything that can be said of it. @param lines  bytes of what was sent, gzip or not; null: not at hand */
export function checkExchangeReceipt(
  { receipt, proof, result, resultProof }: ExchangeReceiptFile,
  { keys, logKey, lines }: { readonly keys: readonly PublishedKey[]; readonly logKey: string | null; readonly lines: Uint8Array | null },
): { readonly findings: readonly Finding[]; readonly content: BatchReceipt | null } {
  const content = contentOf<BatchReceipt>(receipt, 'received');
  if (content === null) return { findings: [wrong('R1: không phải biên nhận gói.', 'R1: no receipt of a batch.')], content };
  const { epoch, lane, first, last, sha256: digest } = content;
  const name = { epoch, lane, first, last };
  const findings = [
    signature('R1', receipt, keys),
    inLog('R1', proof, logKey, 'exchange.received', { ...name, sha256: digest, receipt: sha256(receipt.text) }),
  ];
  if (result !== null) {
    const judged = contentOf<BatchResult>(result, 'judged');
    const sameBatch =
      judged !== null &&
      canonicalJson([judged.source, judged.epoch, judged.lane, judged.first, judged.last, judged.sha256]) ===
        canonicalJson([content.source, epoch, lane, first, last, digest]);
    findings.push(
      sameBatch ? signature('R2', result, keys) : wrong('R2: của gói khác.', 'R2: of another batch.'),
      inLog('R2', resultProof, logKey, 'exchange.judged', { ...name, sha256: sha256(result.text) }),
    );
  }
  if (lines !== null)
    findings.push(
      linesDigest(lines) === digest
        ? right('Đúng các dòng đã gửi.', 'These are the lines that were sent.')
        : wrong('KHÁC các dòng đã gửi.', 'These are OTHER lines than those that were sent.'),
    );
  return { findings, content };
}
