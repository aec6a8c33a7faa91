/** Grants as `audit verify --state` holds them against their leaves: given by one act, closed by another. */
import type { Tx } from '#base/database/transaction.ts';
import { rowDigest } from '#base/row-digest.ts';

const TABLE = 'role_grant';

/** What the act that wrote a row says of it (`Witness` of the room of the audit log, which stands above this one). */
export interface GrantWitness {
  readonly table: string;
  readonly key: string;
  readonly digest: string;
}

export interface GrantRow {
  grant_id: string;
  account_id: string;
  role: string;
  body_id: string;
  valid_from: string;
  valid_to: string;
  granted_by: string | null;
  tx_from: number;
  tx_to: number;
  closed_by: string | null;
  acts: string[] | null;
  delegated_from: string | null;
  delegated_by: string | null;
}
/** Columns of `role_grant` that the witnesses speak of. */
export const GRANT_COLUMNS =
  'grant_id, account_id, role, body_id, valid_from, valid_to, granted_by, tx_from, tx_to, closed_by, acts, delegated_from, delegated_by';

export const givenWitness = (row: GrantRow): GrantWitness => ({
  table: TABLE,
  key: row.grant_id,
  digest: rowDigest({
    account: row.account_id,
    role: row.role,
    body: row.body_id,
    from: row.valid_from,
    to: row.valid_to,
    by: row.granted_by,
    // A right that is given and not lent has no more to say: its digest is that of before there were delegations.
    ...(row.delegated_from === null ? {} : { acts: row.acts, lentFrom: row.delegated_from, lentBy: row.delegated_by }),
  }),
});
const closedKey = (grantId: string): string => `${grantId}#closed`;
export const closedGrant = (grantId: string, closedBy: string | null): GrantWitness => ({
  table: TABLE,
  key: closedKey(grantId),
  digest: rowDigest({ by: closedBy }),
});
export const closedWitness = (row: GrantRow): GrantWitness => closedGrant(row.grant_id, row.closed_by);

const isOpen = (row: GrantRow): boolean => typeof row.tx_to !== 'number';

/** The grants as they stand: each as it was given, and, once it was closed, as it was closed. */
export const witnessedGrants = {
  table: TABLE,
  async page(tx: Tx, after: string | null, limit: number) {
    const rows = await tx.query<GrantRow>(`select ${GRANT_COLUMNS} from role_grant where grant_id > $1::uuid order by grant_id limit $2`, [
      after ?? '00000000-0000-0000-0000-000000000000',
      limit,
    ]);
    return {
      rows: rows.flatMap((row) => [
        { ...givenWitness(row), tx: row.tx_from, about: row.account_id },
        ...(isOpen(row) ? [] : [{ ...closedWitness(row), tx: row.tx_to, about: row.account_id }]),
      ]),
      next: rows.length === limit ? rows.at(-1)!.grant_id : null,
    };
  },
  known({ act, payload }: { readonly act: string; readonly payload: Readonly<Record<string, unknown>> }): string[] {
    if (act !== 'grant.changed') return [];
    const { given, taken } = payload;
    return [...(typeof given === 'string' ? [given] : []), ...(typeof taken === 'string' ? [closedKey(taken)] : [])];
  },
};
