/** Signs and keeps a receipt in the caller's transaction; shows it again, byte for byte, whenever asked. */
import { CompactSign, compactVerify, importJWK } from 'jose';
import type { JWK } from 'jose';
import { activeKey } from '#authority/keys/store.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import { shortNumber } from '#base/short-number.ts';
import type { Chance } from '#base/chance.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import type { Receipt, ReceiptContent } from './shapes.ts';

export interface ReceiptNeeds {
  readonly keys: Keys;
  readonly chance: Chance;
}

/**
 * MUST run in the transaction of the act that it attests: no act, no receipt; no receipt, no act.
 * @returns the receipt as it is kept
 */
export async function issueReceipt(
  tx: Tx,
  needs: ReceiptNeeds,
  about: Omit<ReceiptContent, 'number'> & { readonly bodyId: string },
): Promise<Receipt> {
  const { bodyId, ...said } = about;
  const content: ReceiptContent = { number: shortNumber(needs.chance, said.kind === 'R1' ? 'BN' : 'XN'), ...said };
  const text = canonicalJson(content);
  const { kid, privateKey } = await activeKey(tx, needs.keys, { purpose: 'receipt', bodyId: null }, content.at);
  const jws = await new CompactSign(Buffer.from(text)).setProtectedHeader({ alg: 'EdDSA', kid, typ: 'receipt+jws' }).sign(privateKey);
  await tx.query(
    'insert into receipt (receipt_number, submission_id, round, body_id, kind, at, content, jws) values ($1,$2,$3,$4,$5,$6,$7,$8)',
    [content.number, content.submissionId, content.round, bodyId, content.kind, content.at, text, jws],
  );
  return { content, jws };
}

interface ReceiptRow {
  content: string;
  jws: string;
}
const fromRow = (row: ReceiptRow): Receipt => ({ content: JSON.parse(row.content) as ReceiptContent, jws: row.jws });

/** A receipt by its number, null when there is none that this session may see. */
export async function findReceipt(tx: Tx, number: string): Promise<(Receipt & { bodyId: string }) | null> {
  const [row] = await tx.query<ReceiptRow & { body_id: string }>('select content, jws, body_id from receipt where receipt_number = $1', [
    number,
  ]);
  return row ? { ...fromRow(row), bodyId: row.body_id } : null;
}

/** The same for whoever has the number, without a session. */
export async function receiptByNumber(tx: Tx, number: string): Promise<Receipt | null> {
  const [row] = await tx.query<ReceiptRow>('select content, jws from receipt_by_number($1)', [number]);
  return row ? fromRow(row) : null;
}

/** The receipts of a submission, oldest first. */
export async function receiptsOf(tx: Tx, submissionId: string): Promise<Receipt[]> {
  const rows = await tx.query<ReceiptRow>('select content, jws from receipt where submission_id = $1 order by at, receipt_number', [
    submissionId,
  ]);
  return rows.map(fromRow);
}

/** Does this JWS say exactly this content, by this key? For outsiders and tests: needs the public key only. */
export async function verifyReceipt(receipt: Receipt, publicJwk: JWK): Promise<boolean> {
  try {
    const { payload } = await compactVerify(receipt.jws, await importJWK(publicJwk, 'EdDSA'), { algorithms: ['EdDSA'] });
    return Buffer.from(payload).toString() === canonicalJson(receipt.content);
  } catch {
    return false; // a signature that does not verify is an answer, not a fault
  }
}

/** The R1 of a round, null before it was submitted. */
export async function receivedReceipt(tx: Tx, submissionId: string, round: number): Promise<Receipt | null> {
  const [row] = await tx.query<ReceiptRow>(`select content, jws from receipt where submission_id = $1 and round = $2 and kind = 'R1'`, [
    submissionId,
    round,
  ]);
  return row ? fromRow(row) : null;
}

/** When the first receipt was signed, null when there is none. */
export async function firstReceiptAt(tx: Tx): Promise<string | null> {
  const [row] = await tx.query<{ at: string }>('select at from receipt order by receipt.at limit 1');
  return row?.at ?? null;
}
