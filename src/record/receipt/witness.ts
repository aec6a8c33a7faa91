/** Receipts as `audit verify --state` holds them against their leaves. */
import type { StandingPage, Witness, WitnessedTable } from '#authority/audit/witness.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import { rowDigest } from '#base/row-digest.ts';
import type { Receipt } from './shapes.ts';

const TABLE = 'receipt';

interface ReceiptValues {
  readonly submission: string;
  readonly round: number;
  readonly body: string;
  readonly kind: string;
  readonly at: string;
  /** the text as it is kept */
  readonly content: string;
  readonly jws: string;
}
const digestOf = (values: ReceiptValues): string => rowDigest({ ...values });

/** What the act that issues a receipt says of its row. */
export const receiptWitness = ({ content, jws }: Receipt, bodyId: string): Witness => ({
  table: TABLE,
  key: content.number,
  digest: digestOf({
    submission: content.submissionId,
    round: content.round,
    body: bodyId,
    kind: content.kind,
    at: content.at,
    content: canonicalJson(content),
    jws,
  }),
});

interface Row {
  receipt_number: string;
  submission_id: string;
  round: number;
  body_id: string;
  kind: string;
  at: string;
  content: string;
  jws: string;
}

export const witnessedReceipts: WitnessedTable = {
  table: TABLE,
  async page(tx, after, limit): Promise<StandingPage> {
    const rows = await tx.query<Row>(
      `select receipt_number, submission_id, round, body_id, kind, at, content, jws from receipt
        where receipt_number > $1 order by receipt_number limit $2`,
      [after ?? '', limit],
    );
    return {
      rows: rows.map((row) => ({
        key: row.receipt_number,
        digest: digestOf({
          submission: row.submission_id,
          round: row.round,
          body: row.body_id,
          kind: row.kind,
          at: row.at,
          content: row.content,
          jws: row.jws,
        }),
        tx: null,
        about: row.submission_id,
      })),
      next: rows.length === limit ? rows.at(-1)!.receipt_number : null,
    };
  },
  known: ({ act, payload }) => (act === 'receipt.issued' && typeof payload['number'] === 'string' ? [payload['number']] : []),
};
