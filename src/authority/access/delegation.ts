/** Delegations as their two sides see them: asked for, lent, ended. Row-level security is the second wall under each statement. Decision 0044. */
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { forbiddenBeside } from './role-rules.ts';
import type { HeldRole } from './role-rules.ts';
import type { DelegationBasis, LentGrant } from './sessions.ts';
import type { AccessAct, Role } from './shapes.ts';

/** The holder's own right from which a delegation may come. */
export interface OwnRight {
  readonly grantId: string;
  readonly role: Role;
  readonly bodyId: string;
  /** the day on which it ends */
  readonly to: PlainDate;
}

/** One's own grants of these roles, none that was lent. */
export const ownRights = (tx: Tx, roles: readonly Role[]): Promise<OwnRight[]> =>
  tx.query<{ grantId: string; role: Role; bodyId: string; to: string }>(
    `select grant_id as "grantId", role, body_id as "bodyId", valid_to as "to" from session_grants()
      where delegated_by is null and role = any ($1) order by role, grant_id`,
    [roles],
  );

export interface Colleague {
  readonly accountId: string;
  readonly name: string;
}

interface Candidate extends Colleague {
  readonly identity: Buffer;
}

interface CandidateRow {
  account_id: string;
  name: string;
  identity: Buffer;
  held: HeldRole[];
}

interface Time {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Who of the body of a right may be lent it within a time: nobody whose other role checks this one. */
export async function colleaguesFor(tx: Tx, right: OwnRight, { from, to }: Time, limit: number): Promise<Colleague[]> {
  const people = await tx.query<CandidateRow>('select * from people_to_delegate($1, $2, $3, $4)', [right.grantId, from, to, limit]);
  return people
    .filter(({ held }) => forbiddenBeside(right.role, held) === null)
    .map(({ account_id: accountId, name }) => ({ accountId, name }));
}

/** Somebody of the body of a right, by their account; null when they are none, or not of it. */
export async function colleagueOf(tx: Tx, right: OwnRight, accountId: string, { from, to }: Time): Promise<Candidate | null> {
  const [row] = await tx.query<CandidateRow>('select * from people_to_delegate($1, $2, $3, null) where account_id = $4', [
    right.grantId,
    from,
    to,
    accountId,
  ]);
  return row ? { accountId: row.account_id, name: row.name, identity: row.identity } : null;
}

/** A role of theirs beside which the right is not held; null when there is none. Whoever else gives to them waits until the transaction ends. */
export async function roleAgainst(
  tx: Tx,
  right: Pick<OwnRight, 'role' | 'bodyId'>,
  { identity }: Candidate,
  { from, to }: Time,
): Promise<Role | null> {
  const held = await tx.query<{ role: Role; valid_from: string; valid_to: string }>(
    'select role, valid_from, valid_to from roles_held_around($1, $2, $3, $4)',
    [identity, right.bodyId, from, to],
  );
  return forbiddenBeside(
    right.role,
    held.map((one) => ({ role: one.role, from: one.valid_from, to: one.valid_to })),
  );
}

export interface Delegation {
  /** of the grant; of the request while it waits, or when it came to nothing */
  readonly id: string;
  readonly role: Role;
  readonly bodyId: string;
  readonly acts: readonly AccessAct[];
  readonly from: PlainDate;
  /** the day on which it ends: it is not held on it any more */
  readonly to: PlainDate;
  readonly basis: DelegationBasis;
  readonly delegateId: string;
  readonly delegatorId: string;
  readonly state: 'waiting' | 'refused' | 'lapsed' | 'withdrawn' | 'granted' | 'ended';
}

/** What the session's person lends, or was lent: the newest first. */
export async function myDelegations(tx: Tx, limit: number): Promise<Delegation[]> {
  const rows = await tx.query<{
    id: string;
    role: Role;
    body_id: string;
    acts: AccessAct[];
    valid_from: string;
    valid_to: string;
    basis: DelegationBasis;
    account_id: string;
    by: string;
    state: Delegation['state'];
  }>(
    `select g.grant_id as id, g.role, g.body_id, g.acts, g.valid_from, g.valid_to, g.basis, g.account_id, g.delegated_by as by,
            case when g.tx_to = 9223372036854775807 then 'granted' else 'ended' end as state
       from role_grant g where g.delegated_from is not null and session_person() in (g.account_id, g.delegated_by)
     union all
     select w.request_id, w.role, w.body_id, w.acts, w.valid_from, w.valid_to, w.basis, w.account_id, w.asked_by, w.state
       from grant_request w where w.delegated_from is not null and w.state <> 'granted' and session_person() in (w.account_id, w.asked_by)
     order by valid_from desc, id desc limit $1`,
    [limit],
  );
  return rows.map((row) => ({
    id: row.id,
    role: row.role,
    bodyId: row.body_id,
    acts: row.acts,
    from: row.valid_from,
    to: row.valid_to,
    basis: row.basis,
    delegateId: row.account_id,
    delegatorId: row.by,
    state: row.state,
  }));
}

/** Names of the other sides of one's delegations. */
export async function namesInDelegations(tx: Tx, accountIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ account_id: string; name: string }>('select account_id, name from names_in_delegations($1)', [accountIds]);
  return new Map(rows.map((row) => [row.account_id, row.name]));
}

/** Takes back one's request for a delegation that waits. @returns false when there is none */
export async function withdrawDelegation(tx: Tx, requestId: string, at: Instant): Promise<boolean> {
  const done = await tx.query(
    `update grant_request set state = 'withdrawn', decided_at = $2
      where request_id = $1 and state = 'waiting' and delegated_from is not null and asked_by = session_person() returning 1 as done`,
    [requestId, at],
  );
  return done.length > 0;
}

/** A delegation that changed in a time of the log, for who is told of it. */
export interface ChangedDelegation {
  readonly id: string;
  readonly role: Role;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly accountIds: readonly [string, string];
  readonly ended: boolean;
}

/** Delegations that were lent or ended between two places of the log; needs a system session. */
export async function delegationsChanged(tx: Tx, after: string, until: string): Promise<ChangedDelegation[]> {
  const rows = await tx.query<{
    id: string;
    role: Role;
    valid_from: string;
    valid_to: string;
    account_id: string;
    by: string;
    ended: boolean;
  }>(
    `select grant_id as id, role, valid_from, valid_to, account_id, delegated_by as by, tx_to <= $2::bigint as ended from role_grant
      where delegated_from is not null and ((tx_from >= $1::bigint and tx_from <= $2::bigint) or (tx_to >= $1::bigint and tx_to <= $2::bigint)) order by grant_id`,
    [after, until],
  );
  return rows.map(({ id, role, valid_from, valid_to, account_id, by, ended }) => ({
    id,
    role,
    from: valid_from,
    to: valid_to,
    accountIds: [account_id, by],
    ended,
  }));
}

/** Does the right still stand from which this would be lent, to its last day? */
export async function mayBeLent(
  tx: Tx,
  asked: { readonly accountId: string; readonly role: Role; readonly bodyId: string; readonly to: PlainDate; readonly lent: LentGrant },
): Promise<boolean> {
  const { accountId, role, bodyId, to, lent } = asked;
  const [row] = await tx.query<{ may: boolean | null }>('select may_be_delegated($1, $2, $3, $4, $5, $6, $7) as may', [
    lent.fromGrantId,
    lent.byAccountId,
    accountId,
    role,
    bodyId,
    lent.acts,
    to,
  ]);
  return row?.may === true;
}
