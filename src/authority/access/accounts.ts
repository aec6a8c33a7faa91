/** Accounts and their grants, as an administrator manages them. Row-level security is the second wall under each statement. */
import type { Chance } from '#base/chance.ts';
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Role } from './shapes.ts';

export interface GrantedRole {
  readonly id: string;
  readonly role: Role;
  readonly bodyId: string;
  readonly from: PlainDate;
  /** null = until it is taken back */
  readonly to: PlainDate | null;
}

export interface Account {
  readonly id: string;
  /** as the last one of those who gave these roles named the person; the account's own when nobody did */
  readonly name: string;
  readonly disabledAt: Instant | null;
  /** MaCanBo at the population database; null = not mapped */
  readonly populationUser: string | null;
  /** may this session's person manage it? Not one's own, nor one that acts for a body beyond */
  readonly mine: boolean;
  /** grants over the bodies asked for; others are not told */
  readonly grants: readonly GrantedRole[];
}

interface AccountRow {
  account_id: string;
  name: string;
  disabled_at: string | null;
  population_user: string | null;
  mine: boolean;
  grants: { id: string; role: Role; body_id: string; from: string; to: string }[] | null;
}

/** The end of a grant that has none. */
const ENDLESS = '9999-12-31';

const fromRow = (row: AccountRow): Account => ({
  id: row.account_id,
  name: row.name,
  disabledAt: row.disabled_at,
  populationUser: row.population_user,
  mine: row.mine,
  grants: (row.grants ?? []).map((grant) => ({
    id: grant.id,
    role: grant.role,
    bodyId: grant.body_id,
    from: grant.from,
    to: grant.to === ENDLESS ? null : grant.to,
  })),
});

// A name by number alone would tell any administrator who stands behind any citizen number.
const SELECT = `select a.account_id, coalesce((select g.named from role_grant g
       where g.account_id = a.account_id and g.tx_to = 9223372036854775807 and g.named is not null and ($1::uuid[] is null or g.body_id = any ($1))
       order by g.tx_from desc, g.grant_id desc limit 1), a.name) as name, a.disabled_at, a.population_user, session_administers(a.account_id) as mine,
    (select jsonb_agg(jsonb_build_object('id', g.grant_id, 'role', g.role, 'body_id', g.body_id, 'from', g.valid_from, 'to', g.valid_to) order by g.role, g.grant_id)
       from role_grant g where g.account_id = a.account_id and g.tx_to = 9223372036854775807 and ($1::uuid[] is null or g.body_id = any ($1))) as grants
  from account a`;

/** Accounts that hold a role over one of these bodies (null = all that the session sees), by name; `after` = name and id of the last one seen. */
export async function accountsPage(
  tx: Tx,
  bodyIds: readonly string[] | null,
  how: { readonly limit: number; readonly after: readonly [string, string] | null },
): Promise<Account[]> {
  const rows = await tx.query<AccountRow>(
    `select * from (${SELECT} where exists (select 1 from role_grant g
          where g.account_id = a.account_id and g.tx_to = 9223372036854775807 and ($1::uuid[] is null or g.body_id = any ($1)))) shown
      where $2::text is null or (name, account_id) > ($2, $3::uuid) order by name, account_id limit $4`,
    [bodyIds, how.after?.[0] ?? null, how.after?.[1] ?? null, how.limit],
  );
  return rows.map(fromRow);
}

/** One account with whatever grants the session sees; null when it sees neither. */
export async function accountById(tx: Tx, accountId: string): Promise<Account | null> {
  const [row] = await tx.query<AccountRow>(`${SELECT} where a.account_id = $2`, [null, accountId]);
  return row ? fromRow(row) : null;
}

/** Body and account of a living grant; null when the session does not see it. */
export async function grantById(tx: Tx, grantId: string): Promise<{ accountId: string; bodyId: string; role: Role } | null> {
  const [row] = await tx.query<{ account_id: string; body_id: string; role: Role }>(
    'select account_id, body_id, role from role_grant where grant_id = $1 and tx_to = 9223372036854775807',
    [grantId],
  );
  return row ? { accountId: row.account_id, bodyId: row.body_id, role: row.role } : null;
}

/** The account of a citizen number (keyed hash), for an administrator; null when there is none. */
export async function findAccount(tx: Tx, identity: Buffer): Promise<string | null> {
  const [row] = await tx.query<{ id: string | null }>('select find_account($1) as id', [identity]);
  return row?.id ?? null;
}

/** The same for the operator's command: needs a system session; an account that was disabled is none. */
export async function accountOfNumber(tx: Tx, identity: Buffer): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>('select account_id as id from account where identity = $1 and disabled_at is null', [
    identity,
  ]);
  return row?.id ?? null;
}

/** An id by chance alone: one that holds the time when it was made would tell whether somebody had an account before. */
export function accountIdFrom(chance: Chance): string {
  const bytes = Buffer.from(chance.bytes(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export async function addAccount(
  tx: Tx,
  account: { readonly id: string; readonly identity: Buffer; readonly name: string; readonly at: Instant },
): Promise<void> {
  await tx.query('insert into account (account_id, identity, name, created_at) values ($1, $2, $3, $4)', [
    account.id,
    account.identity,
    account.name,
    account.at,
  ]);
}

/** Lets a disabled account act again. False when the session may not, or it is not disabled. */
export async function enableAccount(tx: Tx, accountId: string): Promise<boolean> {
  const rows = await tx.query(
    'update account set disabled_at = null where account_id = $1 and disabled_at is not null returning 1 as done',
    [accountId],
  );
  return rows.length > 0;
}

/** The name under which the population database knows an officer; null takes it away. False when the session may not. */
export async function mapPopulationUser(tx: Tx, accountId: string, user: string | null): Promise<boolean> {
  const rows = await tx.query('update account set population_user = $2 where account_id = $1 returning 1 as done', [accountId, user]);
  return rows.length > 0;
}

/** MaCanBo of an officer; null when nobody mapped it, or when the session may not know. */
export async function populationUserOf(tx: Tx, accountId: string): Promise<string | null> {
  const [row] = await tx.query<{ population_user: string | null }>('select population_user from account where account_id = $1', [
    accountId,
  ]);
  return row?.population_user ?? null;
}
