/**
 * `congvu verify receipt`: a receipt at home, of what somebody sent by the portal or software by the exchange, against published keys, and the file that it is
 * about. Offline but for what is named as an address.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Bilingual } from '#base/problem.ts';
import { checkReceipt, readReceipt } from '#record/receipt/check.ts';
import type { ReceiptCheck } from '#record/receipt/check.ts';
import { readKeys, readLogKey } from './named-keys.ts';
import { CannotUse, readPlace } from './named-places.ts';
import { checkExchangeReceipt, readExchangeReceipt } from './verify-exchange-receipt.ts';
import type { ExchangeReceiptFile } from './verify-exchange-receipt.ts';

export interface VerifyReceiptOptions {
  /** the receipt as it was taken along: a path or an address */
  readonly receipt: string;
  /** published keys (JWK Set): a path or an address */
  readonly keys: string | null;
  /** of the exchange: the key of the log (`name+id+base64`), or where it stands */
  readonly logKey: string | null;
  /** the file that was sent, when it is at hand */
  readonly file: string | null;
  readonly json: boolean;
}

export interface VerifyReceiptIo {
  readonly answer: (text: string) => void;
  readonly print: (text: string) => void;
}

/** R2 of a thousand changes, each refused with its reasons, and two proofs. */
const CHARS_MAX = 8_000_000;

const SAID: Readonly<Record<ReceiptCheck, Bilingual>> = {
  right: { vi: 'Chữ ký đúng: biên nhận do hệ thống ký.', en: 'The signature is right: the receipt was signed by the system.' },
  changed: {
    vi: 'Chữ ký đúng nhưng nội dung đã bị sửa sau khi ký.',
    en: 'The signature is right, but the content was changed afterwards.',
  },
  wrong: { vi: 'Chữ ký SAI: không phải biên nhận của hệ thống.', en: 'The signature is WRONG: this is no receipt of the system.' },
  'no-key': {
    vi: 'Chưa kiểm tra được: trong các khóa đã cho không có khóa ký biên nhận này. Lấy khóa công bố tại /.well-known/jwks.json.',
    en: 'Not checked: the key of this receipt is not among those given. Published keys are at /.well-known/jwks.json.',
  },
};

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  } catch (error) {
    throw new CannotUse(`${path}: ${(error as NodeJS.ErrnoException).code ?? 'không đọc được · cannot be read'}`);
  }
  return hash.digest('hex');
}

async function linesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new CannotUse(`${path}: ${(error as NodeJS.ErrnoException).code ?? 'không đọc được · cannot be read'}`);
  }
}

const SIGNS = { right: '✓', wrong: '✗', open: '–' } as const;

async function verifyOfExchange(read: ExchangeReceiptFile, asked: VerifyReceiptOptions, io: VerifyReceiptIo): Promise<number> {
  const given = {
    keys: await readKeys(asked.keys),
    logKey: await readLogKey(asked.logKey),
    lines: asked.file === null ? null : await linesOf(asked.file),
  };
  const { findings, content } = checkExchangeReceipt(read, given);
  const isWrong = findings.some(({ is }) => is === 'wrong');
  // What was not asked for (the log, without its key) leaves nothing open.
  const isOpen = findings.some(({ is, en }) => is === 'open' && !(given.logKey === null && en.includes('--log-key')));
  const exit = isWrong ? 1 : isOpen ? 2 : 0;
  if (asked.json) {
    io.answer(JSON.stringify({ check: (['right', 'wrong', 'open'] as const)[exit], findings, content }));
    return exit;
  }
  for (const { is, vi, en } of findings) io.answer(`${SIGNS[is]} ${vi} · ${en}`);
  if (content)
    io.answer(
      `  ${content.source} · ${content.epoch}/${content.lane}/${content.first}-${content.last} · ${content.at} · SHA-256: ${content.sha256}`,
    );
  return exit;
}

/** Exit 0 right, 1 not right (or the file is another one), 2 could not be checked, 64 something that was named cannot be used. */
export async function runVerifyReceipt(asked: VerifyReceiptOptions, io: VerifyReceiptIo): Promise<number> {
  try {
    const text = await readPlace(asked.receipt, CHARS_MAX);
    const ofExchange = readExchangeReceipt(text);
    if (ofExchange) return await verifyOfExchange(ofExchange, asked, io);
    const read = readReceipt(text);
    if (!read) throw new CannotUse(`${asked.receipt}: không phải biên nhận (JSON hoặc JWS) · not a receipt (JSON or JWS)`);
    const found = await checkReceipt(read, await readKeys(asked.keys));
    const content = found.signed ?? read.shown;
    const sha256 = asked.file === null ? null : await hashOfFile(asked.file);
    const sameFile = sha256 === null || content === null ? null : sha256 === content.sha256;
    if (asked.json) io.answer(JSON.stringify({ check: found.check, kid: found.key?.kid ?? null, content, sha256, sameFile }));
    else {
      const said = SAID[found.check];
      io.answer(`${found.check === 'right' ? '✓' : found.check === 'no-key' ? '!' : '✗'} ${said.vi} · ${said.en}`);
      if (content)
        io.answer(
          [
            `  Số · Number: ${content.number} (${content.kind === 'R1' ? 'ĐÃ NHẬN · RECEIVED' : 'ĐÃ DUYỆT · DECIDED'})`,
            `  Cơ quan gửi · Sending agency: ${content.bodyName} (${content.bodyCode})`,
            `  Thời gian · Time: ${content.at}`,
            `  SHA-256: ${content.sha256}`,
          ].join('\n'),
        );
      if (sameFile !== null)
        io.answer(
          sameFile
            ? '✓ Tệp này đúng là tệp đã gửi. · This is the file that was sent.'
            : `✗ Tệp này KHÁC tệp đã gửi (${sha256}). · This is ANOTHER file than the one sent.`,
        );
    }
    if (found.check === 'no-key') return 2;
    return found.check === 'right' && sameFile !== false ? 0 : 1;
  } catch (error) {
    if (!(error instanceof CannotUse)) throw error;
    io.print(`Không dùng được. · Cannot be used. (${error.message})`);
    return 64;
  }
}
