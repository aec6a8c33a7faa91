/** SQL of taking a declaration back. Row-level security of migration 0940 is the second wall under each statement. */
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { FreedGroup } from '#record/confirmation/store.ts';
import type { DeclarationKind } from './store.ts';

/** A round of a submission that was taken back. */
export interface TakenRound {
  readonly submissionId: string;
  readonly round: number;
  readonly bodyId: string;
}

export interface TakenBack {
  readonly outcome: 'withdrawn' | 'decided';
  readonly kind: DeclarationKind;
  /** the declaration's and its papers'; none before it was brought in */
  readonly submissions: readonly TakenRound[];
}

/** Takes back what the own person sent; null: nothing of this id was sent and not taken back. MUST run with the own record's policies. */
export async function takeBack(tx: Tx, declarationId: string, at: Instant): Promise<TakenBack | null> {
  const [row] = await tx.query<TakenBack>('select outcome, kind, submissions from declaration_take_back($1, $2)', [declarationId, at]);
  return row ?? null;
}

export interface ClockThatRunsOn {
  readonly clockId: string;
  readonly personId: string;
  readonly bodyId: string;
  readonly term: string;
  readonly about: string;
  readonly startOn: PlainDate;
  readonly lastDay: PlainDate;
  readonly forecast: boolean;
}

/** The term that a first declaration ended runs on when that is taken back. MUST run with the own record's policies. */
export const runOn = (tx: Tx, declarationId: string, term: string): Promise<ClockThatRunsOn[]> =>
  tx.query<ClockThatRunsOn>(
    `select clock_id as "clockId", person_id as "personId", body_id as "bodyId", term, about, start_on as "startOn", last_day as "lastDay", forecast
       from legal_clock_run_on($1, $2)`,
    [declarationId, term],
  );

/** Those that were taken back and of which something may wait behind, after this one. Needs a system session over all bodies. */
export async function declarationsToLetGo(tx: Tx, after: string | null, limit: number): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(
    `select declaration_id as id from declaration where withdrawn_at is not null and let_go_at is null and ($1::uuid is null or declaration_id > $1)
      order by declaration_id limit $2`,
    [after, limit],
  );
  return rows.map(({ id }) => id);
}

export interface ToLetGo {
  readonly personId: string;
  readonly declarationId: string;
  readonly submissionIds: readonly string[];
}

/** One of them, held: another round of the background leaves it alone. Null: it does not wait any more. Needs a system session over all bodies. */
export async function declarationToLetGo(tx: Tx, declarationId: string): Promise<ToLetGo | null> {
  const [row] = await tx.query<ToLetGo>(
    `select d.person_id as "personId", d.declaration_id as "declarationId",
            array(select d.submission_id where d.submission_id is not null union select e.submission_id from declaration_evidence e
                   where e.person_id = d.person_id and e.declaration_id = d.declaration_id and e.submission_id is not null) as "submissionIds"
       from declaration d where d.declaration_id = $1 and d.withdrawn_at is not null and d.let_go_at is null for update of d skip locked`,
    [declarationId],
  );
  return row ?? null;
}

/** Whose groups a submission that was taken back has left. */
export const freedBy = (tx: Tx, submissionId: string): Promise<FreedGroup[]> =>
  tx.query<FreedGroup>(
    `select distinct person_id as "personId", group_code as "group" from item where submission_id = $1 and state = 'withdrawn'`,
    [submissionId],
  );

export const setLetGo = (tx: Tx, { personId, declarationId }: ToLetGo, at: Instant): Promise<unknown> =>
  tx.query('update declaration set let_go_at = $3 where person_id = $1 and declaration_id = $2', [personId, declarationId, at]);
