/** Receipts as `audit verify --state` holds them against the published keys: each was signed, and stands as it was signed. */
import type { DerivedTable } from '#authority/audit/witness.ts';
import { keysByName } from '#authority/keys/by-name.ts';
import type { Keys } from '#base/sealing.ts';
import { keyNameOf } from '#authority/keys/signed-text.ts';
import { checkReceipt } from './check.ts';
import type { ReceiptContent } from './shapes.ts';

export const signedReceipts = (keys: Keys): DerivedTable => ({
  table: 'receipt',
  holds: 'signatures',
  async differences(tx, after, limit) {
    const rows = await tx.query<{ receipt_number: string; content: string; jws: string }>(
      'select receipt_number, content, jws from receipt where receipt_number > $1 order by receipt_number limit $2',
      [after ?? '', limit],
    );
    const published = await keysByName(
      tx,
      keys,
      rows.flatMap((row) => keyNameOf(row.jws) ?? []),
    );
    const differing: { key: string; what: string }[] = [];
    for (const row of rows) {
      const { check } = await checkReceipt({ jws: row.jws, shown: JSON.parse(row.content) as ReceiptContent }, published);
      if (check !== 'right') differing.push({ key: row.receipt_number, what: 'signature' });
    }
    return { differing, next: rows.length === limit ? rows.at(-1)!.receipt_number : null };
  },
});
