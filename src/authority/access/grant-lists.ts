/** All SQL of a list of accounts: a statement for the whole list, not for a line. Row-level security is the second wall. */
import type { HeldRole } from './role-rules.ts';
import { GRANT_COLUMNS, closedWitness, givenWitness } from './grant-witness.ts';
import type { GrantRow, GrantWitness } from './grant-witness.ts';
import { awaitActsOfAll } from './rights.ts';
import type { Role } from './shapes.ts';
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';

const OPEN = 'tx_to = 9223372036854775807';

/** The accounts of citizen numbers (keyed hashes), in their order; null: there is none. */
export async function accountsOfNumbers(tx: Tx, identities: readonly Buffer[]): Promise<(string | null)[]> {
  const rows = await tx.query<{ at: number; account_id: string | null }>('select at, account_id from accounts_of_numbers($1) order by at', [
    identities,
  ]);
  return rows.map(({ account_id }) => account_id);
}

export interface NewAccount {
  readonly id: string;
  readonly identity: Buffer;
  readonly name: string;
}
export const addMissingAccounts = (tx: Tx, accounts: readonly NewAccount[], at: Instant): Promise<unknown> =>
  tx.query(
    `insert into account (account_id, identity, name, created_at)
     select id, identity, name, $4 from unnest($1::uuid[], $2::bytea[], $3::text[]) as l (id, identity, name)`,
    [accounts.map(({ id }) => id), accounts.map(({ identity }) => identity), accounts.map(({ name }) => name), at],
  );

export interface JudgedGrant {
  readonly accountId: string;
  /** of the human who gives */
  readonly mine: boolean;
  /** what the human holds over the body, above or below it, within the days */
  readonly held: readonly HeldRole[];
  /** other lines of the list, from 1, for the same human over the body, above or below it, within the days */
  readonly beside: readonly number[];
  /** how many others could decide as the second */
  readonly seconds: number;
}
/** @returns by place in the list, from 1; a line over a body beyond the session's reach is missing */
export async function judgeGrants(
  tx: Tx,
  lines: readonly { readonly identity: Buffer; readonly bodyId: string; readonly start: PlainDate; readonly finish: PlainDate }[],
): Promise<Map<number, JudgedGrant>> {
  const rows = await tx.query<{
    at: number;
    account_id: string;
    mine: boolean;
    held: { role: Role; from: string; to: string }[] | null;
    beside: number[] | null;
    seconds: number;
  }>('select at, account_id, mine, held, beside, seconds from judge_grants($1, $2, $3, $4)', [
    lines.map(({ identity }) => identity),
    lines.map(({ bodyId }) => bodyId),
    lines.map(({ start }) => start),
    lines.map(({ finish }) => finish),
  ]);
  return new Map(
    rows.map(({ at, account_id, mine, held, beside, seconds }) => [
      at,
      { accountId: account_id, mine, held: held ?? [], beside: beside ?? [], seconds },
    ]),
  );
}

/** A role of an account over a body, from a day until before another. */
export interface NamedGrant {
  readonly id: string;
  readonly accountId: string;
  /** as the list calls the person */
  readonly name: string;
  readonly role: Role;
  readonly bodyId: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}
interface StandingRow {
  grant_id: string;
  account_id: string;
  named: string;
  role: Role;
  body_id: string;
  valid_from: string;
  valid_to: string;
}
// The name as lists show it: by the last one who named the person over these bodies, or else the account's own.
const STANDING = `select g.grant_id, g.account_id, g.role, g.body_id, g.valid_from, g.valid_to,
    coalesce((select n.named from role_grant n where n.account_id = g.account_id and n.${OPEN} and n.named is not null
       order by n.tx_from desc, n.grant_id desc limit 1), a.name) as named
  from role_grant g join account a on a.account_id = g.account_id where g.${OPEN} and g.delegated_from is null`;
const standing = (row: StandingRow): NamedGrant => ({
  id: row.grant_id,
  accountId: row.account_id,
  name: row.named,
  role: row.role,
  bodyId: row.body_id,
  from: row.valid_from,
  to: row.valid_to,
});

/** Roles that these accounts hold or will, as the session sees them; none that is lent. */
export const grantsOfAccounts = async (tx: Tx, accountIds: readonly string[], today: PlainDate): Promise<NamedGrant[]> =>
  (await tx.query<StandingRow>(`${STANDING} and g.account_id = any ($1) and g.valid_to > $2`, [accountIds, today])).map(standing);

export const standingGrants = async (tx: Tx, grantIds: readonly string[]): Promise<NamedGrant[]> =>
  (await tx.query<StandingRow>(`${STANDING} and g.grant_id = any ($1)`, [grantIds])).map(standing);

export async function waitingRequests(
  tx: Tx,
  accountIds: readonly string[],
): Promise<{ readonly accountId: string; readonly role: Role; readonly bodyId: string }[]> {
  const rows = await tx.query<{ account_id: string; role: Role; body_id: string }>(
    `select account_id, role, body_id from grant_request where state = 'waiting' and delegated_from is null and account_id = any ($1)`,
    [accountIds],
  );
  return rows.map((row) => ({ accountId: row.account_id, role: row.role, bodyId: row.body_id }));
}

const columnsOf = (grants: readonly NamedGrant[]): unknown[] => [
  grants.map(({ id }) => id),
  grants.map(({ accountId }) => accountId),
  grants.map(({ role }) => role),
  grants.map(({ bodyId }) => bodyId),
  grants.map(({ from }) => from),
  grants.map(({ to }) => to),
  grants.map(({ name }) => name),
];
const LINES =
  'unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::date[], $6::date[], $7::text[]) as l (id, account, role, body, f, t, named)';

/** @returns what the act MUST say of each row, by the id of the grant */
export async function giveGrants(tx: Tx, grants: readonly NamedGrant[]): Promise<Map<string, GrantWitness>> {
  const rows = await tx.query<GrantRow>(
    `insert into role_grant (grant_id, account_id, role, body_id, valid_from, valid_to, granted_by, named)
     select id, account, role, body, f, t, session_person(), named from ${LINES} returning ${GRANT_COLUMNS}`,
    columnsOf(grants),
  );
  return new Map(rows.map((row) => [row.grant_id, givenWitness(row)]));
}

export const askGrants = (tx: Tx, requests: readonly NamedGrant[], at: Instant, endsAt: Instant): Promise<unknown> =>
  tx.query(
    `insert into grant_request (request_id, account_id, role, body_id, valid_from, valid_to, named, asked_by, asked_at, ends_at)
     select id, account, role, body, f, t, named, session_person(), $8, $9 from ${LINES}`,
    [...columnsOf(requests), at, endsAt],
  );

/** Takes roles back, when the acts under way of who holds them are over. @returns what the act MUST say of each row, by the id of the grant */
export async function takeGrants(tx: Tx, grants: readonly NamedGrant[]): Promise<Map<string, GrantWitness>> {
  await awaitActsOfAll(tx, [...new Set(grants.map(({ accountId }) => accountId))]);
  const rows = await tx.query<GrantRow>(
    `update role_grant set tx_to = record_tx(), closed_by = session_person() where grant_id = any ($1) and ${OPEN} returning ${GRANT_COLUMNS}`,
    [grants.map(({ id }) => id)],
  );
  return new Map(rows.map((row) => [row.grant_id, closedWitness(row)]));
}
