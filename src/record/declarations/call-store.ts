/** All SQL of calls. Row-level security and the functions of migration 0911 are the second wall under each statement. */
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';

/** How somebody stands to a first declaration: a term runs; declared, or asked before; neither. */
export type CallStanding = 'running' | 'before' | 'never';

export interface Candidate {
  readonly personId: string;
  readonly bodyId: string;
  readonly name: string;
  readonly standing: CallStanding;
}

/** Bodies of today below this one, itself among them. */
export async function bodiesBelow(tx: Tx, root: string, today: PlainDate): Promise<readonly string[]> {
  const [row] = await tx.query<{ ids: string[] }>('select bodies_below(array[$1::uuid], $2) as ids', [root, today]);
  return row!.ids;
}

/** People in service of these bodies, as far as the session may ask them. @param term  code of the first declaration */
export const candidates = (tx: Tx, bodyIds: readonly string[], left: readonly string[], term: string): Promise<readonly Candidate[]> =>
  tx.query<Candidate>(
    `select person_id as "personId", body_id as "bodyId", full_name as name, standing from declaration_candidates($1, $2, $3) order by full_name, person_id`,
    [bodyIds, left, term],
  );

export interface CallToWrite {
  readonly callId: string;
  readonly bodyId: string;
  readonly bodyName: string;
  readonly below: boolean;
  readonly askedBy: { readonly accountId: string; readonly name: string };
  readonly at: Instant;
  readonly ground: string;
  readonly lastDay: PlainDate;
  readonly again: string | null;
  readonly people: number;
  readonly running: number;
  readonly declared: number;
}

export const insertCall = (tx: Tx, call: CallToWrite): Promise<unknown> =>
  tx.query(
    `insert into declaration_call (call_id, body_id, body_name, below, asked_by, asked_by_name, asked_at, ground, last_day, again_reason, people, running, declared)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      call.callId,
      call.bodyId,
      call.bodyName,
      call.below,
      call.askedBy.accountId,
      call.askedBy.name,
      call.at,
      call.ground,
      call.lastDay,
      call.again,
      call.people,
      call.running,
      call.declared,
    ],
  );

export interface CalledTerm {
  readonly clockId: string;
  readonly personId: string;
  readonly bodyId: string;
}

/** The terms of a call that was just written; somebody about whom one runs by now gets none. */
export const insertTerms = (
  tx: Tx,
  terms: {
    readonly callId: string;
    readonly people: readonly string[];
    readonly clocks: readonly string[];
    readonly term: string;
    readonly startOn: PlainDate;
    readonly endsAt: Instant;
    readonly edition: number | null;
    readonly at: Instant;
  },
): Promise<readonly CalledTerm[]> =>
  tx.query<CalledTerm>(
    `select clock_id as "clockId", person_id as "personId", body_id as "bodyId" from declaration_call_terms($1, $2, $3, $4, $5, $6, $7, $8)`,
    [terms.callId, terms.people, terms.clocks, terms.term, terms.startOn, terms.endsAt, terms.edition, terms.at],
  );

export interface CallRow extends Omit<CallToWrite, 'askedBy' | 'at'> {
  readonly askedByName: string;
  readonly askedAt: Instant;
  readonly done: number;
  readonly late: number;
  /** terms that wait for nothing any more: the record went on in another, or was erased */
  readonly ended: number;
}

/** Calls that the session may make, the newest first; `after` = [asked at, id] of the last one seen. */
export const callPage = (tx: Tx, now: Instant, after: readonly [string, string] | null, limit: number): Promise<readonly CallRow[]> =>
  tx.query<CallRow>(
    `with page as (select * from declaration_call where $2::timestamptz is null or (asked_at, call_id) < ($2, $3::uuid) order by asked_at desc, call_id desc limit $4)
     select d.call_id as "callId", d.body_id as "bodyId", d.body_name as "bodyName", d.below, d.asked_by_name as "askedByName", d.asked_at as "askedAt", d.ground,
            d.last_day as "lastDay", d.again_reason as again, d.people, d.running, d.declared, coalesce(c.done, 0) as done, coalesce(c.late, 0) as late, coalesce(c.ended, 0) as ended
       from page d left join declaration_call_counts((select array_agg(call_id) from page), $1) c using (call_id)
      order by d.asked_at desc, d.call_id desc`,
    [now, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
