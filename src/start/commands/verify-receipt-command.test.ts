/** `congvu verify receipt` on files: its exit codes, and what it says of the file that was sent. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { canonicalJson } from '#base/canonical-json.ts';
import type { ReceiptContent } from '#record/receipt/shapes.ts';
import { runVerifyReceipt } from './verify-receipt-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'congvu-verify-receipt-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const SENT = 'bytes of a workbook';
const content = {
  number: 'BN-4T7QK-9XWEA',
  kind: 'R1',
  at: '2026-11-28T05:35:55.123Z',
  bodyCode: 'H26',
  bodyName: 'UBND thành phố Hà Nội',
  submissionId: 's',
  uploadNumber: 'TL-0J7A2-AF01J',
  round: 1,
  sha256: createHash('sha256').update(SENT).digest('hex'),
  sizeBytes: SENT.length,
  counts: { received: 1, accepted: 1, rejected: 0, waiting: 0 },
  asOf: '2026-11-28',
} as const satisfies ReceiptContent;
const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
const kid = 'ABCDEFGHIJKLMNOP';
const jws = await new CompactSign(Buffer.from(canonicalJson(content))).setProtectedHeader({ alg: 'EdDSA', kid }).sign(privateKey);
const key = { ...(await exportJWK(publicKey)), kid, alg: 'EdDSA', use: 'sig' };
const about = { purpose: 'receipt', bodyId: null, since: content.at, ended: null, status: 'active' };
const KEYS = file('jwks.json', JSON.stringify({ keys: [{ ...key, congvu: about }] }));
const RECEIPT = file('receipt.json', JSON.stringify({ ...content, jws }));

async function run(receipt: string, keys: string | null, sent: string | null = null): Promise<[number, string]> {
  const said: string[] = [];
  const io = { answer: (text: string) => void said.push(text), print: (text: string) => void said.push(text) };
  return [await runVerifyReceipt({ receipt, keys, logKey: null, file: sent, json: false }, io), said.join('\n')];
}

test('a right receipt and the file that was sent', async () => {
  const [exit, said] = await run(RECEIPT, KEYS, file('sent.xlsx', SENT));
  assert.equal(exit, 0, said);
  assert.match(said, /✓ Chữ ký đúng.*\n[\s\S]*BN-4T7QK-9XWEA[\s\S]*✓ Tệp này đúng là tệp đã gửi/);
});

test('another file, a receipt that was changed, and one without its key', async () => {
  assert.deepEqual((await run(RECEIPT, KEYS, file('other.xlsx', 'other')))[0], 1);
  assert.deepEqual((await run(file('changed.json', JSON.stringify({ ...content, round: 2, jws })), KEYS))[0], 1);
  assert.deepEqual((await run(RECEIPT, null))[0], 2);
});

test('what is no receipt, no set of keys or not there is told by name', async () => {
  for (const [receipt, keys] of [
    [file('no.json', '{}'), KEYS],
    [RECEIPT, file('no-keys.json', '[]')],
    [join(folder, 'none.json'), KEYS],
  ] as const) {
    const [exit, said] = await run(receipt, keys);
    assert.equal(exit, 64, said);
    assert.match(said, /Không dùng được/);
  }
});
