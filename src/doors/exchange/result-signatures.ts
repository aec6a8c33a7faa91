/** What was said of batches, as `audit verify --state` holds it: each result is signed by a published key and says what is kept of each change; each confirmation is signed by the key that it names, over its batch. */
import { createPublicKey } from 'node:crypto';
import type { DerivedTable } from '#authority/audit/witness.ts';
import { keysByName } from '#authority/keys/by-name.ts';
import type { PublishedKey } from '#authority/keys/shapes.ts';
import { keyNameOf } from '#authority/keys/signed-text.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import type { BatchConfirmation, BatchResult, SignedText } from './shapes.ts';
import { jwsVerifier } from './signer.ts';

interface Row {
  /** body, epoch, lane, first number */
  readonly key: string;
  readonly signed: SignedText;
  readonly sha256: string;
  readonly source: string;
}

interface ResultRow extends Row {
  /** what is kept of each change, in order: number and verdict */
  readonly verdicts: readonly { readonly seq: number; readonly verdict: string }[] | null;
}

const FIRST = ['00000000-0000-0000-0000-000000000000', '0', '', '0'];
const KEY = `b.body_id || '/' || b.epoch || '/' || b.lane || '/' || b.first as key, b.sha256, s.source`;
const AFTER = `(b.body_id, b.epoch, b.lane, b.first) > ($1::uuid, $2::int, $3::text, $4::bigint) order by b.body_id, b.epoch, b.lane, b.first limit $5`;

const page = <R extends Row>(tx: Tx, sql: string, after: string | null, limit: number): Promise<R[]> =>
  tx.query<R>(sql, [...(after?.split('/') ?? FIRST), limit]);
const nextOf = (rows: readonly Row[], limit: number): string | null => (rows.length === limit ? rows.at(-1)!.key : null);
const isOfRow = ({ key, source, sha256 }: Row, said: Pick<BatchResult, 'source' | 'epoch' | 'lane' | 'first' | 'sha256'>): boolean =>
  said.source === source && said.sha256 === sha256 && key.endsWith(`/${said.epoch}/${said.lane}/${said.first}`);

function isResultHeld(row: ResultRow, published: readonly PublishedKey[]): boolean {
  const ours = published.find((one) => one.kid === keyNameOf(row.signed.signature) && one.congvu.purpose === 'receipt');
  if (!ours) return false;
  const { kty, crv, x } = ours;
  if (!jwsVerifier(createPublicKey({ key: { kty, crv, x }, format: 'jwk' }), ours.kid)(row.signed)) return false;
  const said = JSON.parse(row.signed.text) as BatchResult;
  const kept = row.verdicts ?? [];
  return (
    isOfRow(row, said) &&
    said.verdicts.length === kept.length &&
    said.verdicts.every(({ seq, verdict }, at) => kept[at]!.seq === seq && kept[at]!.verdict === verdict)
  );
}

/** Results of batches. */
export const heldResults = (keys: Keys): DerivedTable => ({
  table: 'exchange_result',
  holds: 'signatures',
  async differences(tx, after, limit) {
    const rows = await page<ResultRow>(
      tx,
      `select ${KEY}, jsonb_build_object('text', r.result, 'signature', r.result_signature) as signed,
              (select jsonb_agg(jsonb_build_object('seq', c.seq, 'verdict', c.verdict) order by c.seq) from exchange_change c
                where c.body_id = b.body_id and c.epoch = b.epoch and c.lane = b.lane and c.seq between b.first and b.last) as verdicts
         from exchange_result r join exchange_batch b using (body_id, epoch, lane, first) join exchange_source s using (body_id) where ${AFTER}`,
      after,
      limit,
    );
    const published = await keysByName(
      tx,
      keys,
      rows.flatMap(({ signed }) => keyNameOf(signed.signature) ?? []),
    );
    return {
      differing: rows.filter((row) => !isResultHeld(row, published)).map(({ key }) => ({ key, what: 'signature' })),
      next: nextOf(rows, limit),
    };
  },
});

/** Confirmations of batches by keys of officers; one that has ended verifies still what it signed. */
export const heldConfirmations = (): DerivedTable => ({
  table: 'exchange_confirmation',
  holds: 'signatures',
  async differences(tx, after, limit) {
    const rows = await page<Row & { readonly kid: string; readonly publicKey: string }>(
      tx,
      `select ${KEY}, jsonb_build_object('text', c.confirmation, 'signature', c.confirmation_signature) as signed, k.kid, k.public_key as "publicKey"
         from exchange_confirmation c join exchange_batch b using (body_id, epoch, lane, first) join exchange_source s using (body_id)
         join exchange_confirming_key k on k.body_id = c.body_id and k.kid = c.kid where ${AFTER}`,
      after,
      limit,
    );
    const isHeld = (row: (typeof rows)[number]): boolean =>
      jwsVerifier(row.publicKey, row.kid)(row.signed) && isOfRow(row, JSON.parse(row.signed.text) as BatchConfirmation);
    return { differing: rows.filter((row) => !isHeld(row)).map(({ key }) => ({ key, what: 'signature' })), next: nextOf(rows, limit) };
  },
});
