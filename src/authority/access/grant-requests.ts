/** Roles that one administrator asks for and a second one grants; and what must be asked before any role is given. Row-level security is the second wall. */
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { forbiddenBeside } from './role-rules.ts';
import type { LentGrant } from './sessions.ts';
import type { Role } from './shapes.ts';

/** The end of a grant that has none. */
const ENDLESS = '9999-12-31';

export interface RequestedGrant {
  readonly role: Role;
  readonly bodyId: string;
  readonly from: PlainDate;
  /** the day on which it ends; not said: until it is taken back */
  readonly to?: PlainDate;
}

/** A delegation that is asked for, beside its role, body and days. */
export type RequestedLending = Omit<LentGrant, 'byAccountId'>;

/**
 * A role of the same human beside which this one is not given (`role-rules.json`); null when there is none. Whoever else gives to this human waits
 * until the transaction ends.
 */
export async function forbiddenRole(tx: Tx, identity: Buffer, { role, bodyId, from, to = ENDLESS }: RequestedGrant): Promise<Role | null> {
  const held = await tx.query<{ role: Role; valid_from: string; valid_to: string }>(
    'select role, valid_from, valid_to from roles_held_around($1, $2, $3, $4)',
    [identity, bodyId, from, to],
  );
  return forbiddenBeside(
    role,
    held.map((one) => ({ role: one.role, from: one.valid_from, to: one.valid_to })),
  );
}

/** The agency at the root of this installation, of a demo the body above all others; null before there is one. Roles of the whole country are given over it. */
export async function rootOfInstallation(tx: Tx): Promise<string | null> {
  const [row] = await tx.query<{ id: string | null }>('select root_of_installation() as id');
  return row?.id ?? null;
}

/** How many other administrators could decide as the second: not the session's human, nor the one who gets the role. */
export async function secondAdministrators(tx: Tx, bodyId: string, beside: Buffer | null): Promise<number> {
  const [row] = await tx.query<{ count: number }>('select second_administrators($1, $2) as count', [bodyId, beside]);
  return row!.count;
}

/** Is it the session's own human, under this number or another of theirs? */
export async function isMyself(tx: Tx, identity: Buffer): Promise<boolean> {
  const [row] = await tx.query<{ mine: boolean }>('select is_session_human(null, $1) as mine', [identity]);
  return row!.mine;
}

/** Keyed hash of the account's citizen number, for whoever gives roles; null when there is no such account. */
export async function identityOf(tx: Tx, accountId: string): Promise<Buffer | null> {
  const [row] = await tx.query<{ identity: Buffer | null }>('select identity_of_account($1) as identity', [accountId]);
  return row?.identity ?? null;
}

export interface GrantRequest extends RequestedGrant {
  readonly id: string;
  /** set: a right that is lent by who asked */
  readonly lent: LentGrant | null;
  readonly accountId: string;
  /** as the administrator who asked named the person */
  readonly name: string;
  /** name of who asked; empty when they act beyond the reader's bodies */
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly endsAt: Instant;
  readonly state: 'waiting' | 'granted' | 'refused' | 'lapsed' | 'withdrawn';
  readonly decidedAt: Instant | null;
  /** name of who decided; null: nobody; empty when they act beyond the reader's bodies */
  readonly decidedBy: string | null;
  /** may the session's person decide it? Not who asked, not who gets it */
  readonly mayDecide: boolean;
}

/** @returns false when the same request waits already, and nothing is asked again */
export async function askGrant(
  tx: Tx,
  request: RequestedGrant & {
    readonly id: string;
    readonly accountId: string;
    readonly name: string;
    readonly at: Instant;
    readonly endsAt: Instant;
    readonly lent?: RequestedLending;
  },
): Promise<boolean> {
  const { lent } = request;
  const made = await tx.query(
    `insert into grant_request (request_id, account_id, role, body_id, valid_from, valid_to, named, asked_by, asked_at, ends_at, acts, delegated_from, basis)
     values ($1, $2, $3, $4, $5, $6, $7, session_person(), $8, $9, $10, $11, $12) on conflict do nothing returning request_id`,
    [
      request.id,
      request.accountId,
      request.role,
      request.bodyId,
      request.from,
      request.to ?? ENDLESS,
      request.name,
      request.at,
      request.endsAt,
      lent?.acts ?? null,
      lent?.fromGrantId ?? null,
      lent ? JSON.stringify(lent.basis) : null,
    ],
  );
  return made.length > 0;
}

interface GrantRequestRow {
  request_id: string;
  account_id: string;
  role: Role;
  body_id: string;
  valid_from: string;
  valid_to: string;
  acts: LentGrant['acts'] | null;
  delegated_from: string | null;
  basis: LentGrant['basis'] | null;
  asker_id: string;
  named: string;
  asked_by: string | null;
  asked_at: string;
  ends_at: string;
  state: GrantRequest['state'];
  decided_at: string | null;
  decided_by: string | null;
  decider: string | null;
  may_decide: boolean;
}

const SELECT = `select w.request_id, w.account_id, w.role, w.body_id, w.valid_from, w.valid_to, w.acts, w.delegated_from, w.basis, w.named, a.name as asked_by, w.asked_by as asker_id, w.asked_at, w.ends_at, w.state, w.decided_at, w.decided_by, d.name as decider,
    w.state = 'waiting' and w.body_id = any (session_role_bodies('QT_BNDP')) and not is_session_human(w.asked_by, null) and not is_session_human(w.account_id, null) as may_decide
  from grant_request w left join account a on a.account_id = w.asked_by left join account d on d.account_id = w.decided_by`;

const fromRow = (row: GrantRequestRow): GrantRequest => ({
  id: row.request_id,
  accountId: row.account_id,
  role: row.role,
  bodyId: row.body_id,
  from: row.valid_from,
  ...(row.valid_to === ENDLESS ? {} : { to: row.valid_to }),
  lent:
    row.delegated_from === null
      ? null
      : { fromGrantId: row.delegated_from, byAccountId: row.asker_id, acts: row.acts ?? [], basis: row.basis ?? {} },
  name: row.named,
  askedBy: row.asked_by ?? '',
  askedAt: row.asked_at,
  endsAt: row.ends_at,
  state: row.state,
  decidedAt: row.decided_at,
  decidedBy: row.decided_by === null ? null : (row.decider ?? ''),
  mayDecide: row.may_decide,
});

/** Requests over the bodies that the session administers or supervises: what waits first, then the newest, at most `limit`. */
export async function grantRequests(tx: Tx, limit: number): Promise<GrantRequest[]> {
  const rows = await tx.query<GrantRequestRow>(`${SELECT} order by (w.state = 'waiting') desc, w.asked_at desc, w.request_id limit $1`, [
    limit,
  ]);
  return rows.map(fromRow);
}

/** One request; null when the session does not see it. */
export async function grantRequest(tx: Tx, id: string): Promise<GrantRequest | null> {
  const [row] = await tx.query<GrantRequestRow>(`${SELECT} where w.request_id = $1`, [id]);
  return row ? fromRow(row) : null;
}

/** Requests for roles that wait over the bodies that the session administers or supervises, and when the first of them was asked. */
export async function grantsWaiting(tx: Tx): Promise<{ readonly count: number; readonly oldestAt: Instant | null }> {
  const [row] = await tx.query<{ count: number; oldest: string | null }>(
    "select count(*)::int as count, min(asked_at) as oldest from grant_request where state = 'waiting'",
  );
  return { count: row!.count, oldestAt: row!.oldest };
}

/** Decides a waiting request; a second decision of the same second finds nothing. @returns false when it does not wait any more, or is not this session's */
export async function decideGrant(
  tx: Tx,
  id: string,
  decision: { readonly grantId: string | null; readonly at: Instant },
): Promise<boolean> {
  const done = await tx.query(
    `update grant_request set state = $2, decided_by = session_person(), decided_at = $3, grant_id = $4 where request_id = $1 and state = 'waiting' and ends_at > $3
     returning 1 as done`,
    [id, decision.grantId === null ? 'refused' : 'granted', decision.at, decision.grantId],
  );
  return done.length > 0;
}

export interface LapsedRequest {
  readonly id: string;
  readonly accountId: string;
  readonly bodyId: string;
  readonly role: Role;
}

/** Ends what nobody decided in time; needs a system session. */
export async function lapseGrants(tx: Tx, now: Instant): Promise<LapsedRequest[]> {
  const rows = await tx.query<{ request_id: string; account_id: string; body_id: string; role: Role }>(
    `update grant_request set state = 'lapsed', decided_at = $1 where state = 'waiting' and ends_at <= $1 returning request_id, account_id, body_id, role`,
    [now],
  );
  return rows.map((row) => ({ id: row.request_id, accountId: row.account_id, bodyId: row.body_id, role: row.role }));
}
