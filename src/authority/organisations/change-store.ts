/** All SQL of changes of bodies. Row-level security is the second wall: who made it does not put it in force, and nobody beyond the own reach does. */
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { KeptPlan } from './kept-plan.ts';
import type { ChangeDecision, Operation } from './operations.ts';
import type { ChangeState } from './step.ts';

const OPEN = '9223372036854775807';
export interface Held {
  readonly bodyId: string;
  readonly people: number;
  readonly accounts: number;
  readonly submissions: number;
}

/** What holds on to bodies on a day. */
export const heldBy = (tx: Tx, bodyIds: readonly string[], on: PlainDate): Promise<Held[]> =>
  bodyIds.length === 0
    ? Promise.resolve([])
    : tx.query<Held>('select body_id as "bodyId", people, accounts, submissions from bodies_hold($1::uuid[], $2)', [bodyIds, on]);

/** A problem of a line of a list, with its cell. */
export interface ListProblem {
  readonly row: number;
  readonly column: string | null;
  readonly code: string;
  readonly value: string | null;
  readonly title: Bilingual;
  readonly next: Bilingual;
}

export type ChangeCounts = Readonly<Record<string, number>>;

export interface NewChange {
  readonly id: string;
  readonly kind: string;
  readonly on: PlainDate;
  readonly operations: readonly Operation[];
  readonly counts: ChangeCounts;
  readonly problems: readonly ListProblem[];
  readonly list: { readonly sha256: string; readonly name: string } | null;
  readonly decision: ChangeDecision | null;
  readonly decisionSha256: string | null;
  readonly over: readonly string[];
  /** null where something is wrong: what cannot be sent needs no plan */
  readonly plan: PlanToKeep | null;
  readonly at: Instant;
}

export async function writeChange(tx: Tx, change: NewChange): Promise<void> {
  await tx.query(
    `insert into body_change (change_id, kind, on_day, operations, operation_count, problems, problem_count, counts, list_sha256, list_name, decision, decision_sha256, over, bodies, made_by, made_at, plan, plan_sha256, planned_on, plan_touches)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::uuid[], $14::uuid[], session_person(), $15, $16, $17, $18, $19::uuid[])`,
    [
      change.id,
      change.kind,
      change.on,
      JSON.stringify(change.operations),
      change.operations.length,
      JSON.stringify(change.problems),
      change.problems.length,
      JSON.stringify(change.counts),
      change.list?.sha256 ?? null,
      change.list?.name ?? null,
      change.decision === null ? null : JSON.stringify(change.decision),
      change.decisionSha256,
      change.over,
      [...new Set(change.operations.map(({ bodyId }) => bodyId))],
      change.at,
      change.plan?.text ?? null,
      change.plan?.sha256 ?? null,
      change.plan?.plannedOn ?? null,
      change.plan?.touches ?? null,
    ],
  );
}

export interface StoredChange {
  readonly id: string;
  readonly kind: string;
  readonly on: PlainDate;
  readonly operationCount: number;
  readonly problemCount: number;
  readonly counts: ChangeCounts;
  readonly listName: string | null;
  readonly decision: ChangeDecision | null;
  readonly decisionSha256: string | null;
  readonly over: readonly string[];
  readonly state: ChangeState;
  readonly planHash: string | null;
  readonly madeAt: Instant;
  readonly sentAt: Instant | null;
  readonly decidedAt: Instant | null;
  readonly refusal: string | null;
  readonly tx: number | null;
  /** names of the two hands; null where the reader does not administer them */
  readonly madeBy: string | null;
  readonly decidedBy: string | null;
  /** is it the reader's own? */
  readonly mine: boolean;
  /** is it over bodies that the reader administers? */
  readonly reach: boolean;
  /** name of the body that its first operation is about */
  readonly about: string;
}

const CHANGE = `select c.change_id as id, c.kind, c.on_day as on, c.operation_count as "operationCount", c.problem_count as "problemCount", c.counts, c.list_name as "listName",
    c.decision, c.decision_sha256 as "decisionSha256", c.over, c.state, c.plan_hash as "planHash", c.made_at as "madeAt", c.sent_at as "sentAt", c.decided_at as "decidedAt",
    c.refusal, c.tx, m.name as "madeBy", d.name as "decidedBy", is_session_human(c.made_by, null) as mine,
    c.over <@ (select session_bodies_that_may('bodies.change'))::uuid[] as reach,
    coalesce((select v.name from body_version v where v.body_id = c.bodies[1] and v.tx_to = ${OPEN} order by v.valid_from desc limit 1), c.operations -> 0 ->> 'name', '') as about
  from body_change c left join account m on m.account_id = c.made_by left join account d on d.account_id = c.decided_by`;

/** One change; null when the session does not see it. */
export async function changeById(tx: Tx, id: string): Promise<StoredChange | null> {
  const [row] = await tx.query<StoredChange>(`${CHANGE} where c.change_id = $1`, [id]);
  return row ?? null;
}

/** What a change does, in its order. */
export async function operationsOf(tx: Tx, id: string): Promise<readonly Operation[]> {
  const [row] = await tx.query<{ operations: Operation[] }>('select operations from body_change where change_id = $1', [id]);
  return row?.operations ?? [];
}

export async function listProblems(tx: Tx, id: string, limit: number): Promise<readonly ListProblem[]> {
  return tx.query<ListProblem>(
    `select p.* from body_change c, jsonb_to_recordset(c.problems) as p(row int, "column" text, code text, value text, title jsonb, next jsonb)
      where c.change_id = $1 order by p.row, p."column" limit $2`,
    [id, limit],
  );
}

/** Where a page of changes ends. */
export type ChangePlace = readonly [rank: string, madeAt: string, id: string];
const RANK = `case c.state when 'waiting' then 0 when 'draft' then 1 else 2 end`;
export const placeOfChange = ({ state, madeAt, id }: StoredChange): ChangePlace => [
  state === 'waiting' ? '0' : state === 'draft' ? '1' : '2',
  madeAt,
  id,
];

/** Changes that the session's person made or administers: what waits first, then drafts, then the newest. */
export const changes = (tx: Tx, after: ChangePlace | null, limit: number): Promise<StoredChange[]> =>
  tx.query<StoredChange>(
    `${CHANGE} where (c.made_by = session_person() or (cardinality(c.over) > 0 and c.over <@ (select session_bodies_that_may('bodies.change'))::uuid[] and c.state <> 'draft'))
       and ($1::int is null or ${RANK} > $1::int or (${RANK} = $1::int and (c.made_at, c.change_id) < ($2::timestamptz, $3::uuid)))
      order by ${RANK}, c.made_at desc, c.change_id desc limit $4`,
    [after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, limit],
  );

/** How many changes wait for the session's person, and since when. */
export async function changesToDecide(tx: Tx): Promise<{ readonly count: number; readonly oldestAt: Instant | null }> {
  const [row] = await tx.query<{ count: number; oldest: string | null }>(
    `select count(*)::int as count, min(sent_at) as oldest from body_change
      where state = 'waiting' and not is_session_human(made_by, null) and over <@ (select session_bodies_that_may('bodies.change'))::uuid[]`,
  );
  return { count: row!.count, oldestAt: row!.oldest };
}

/** Sent to the second person with its decision; false when it is no draft of the session's person any more. */
export async function sendChange(
  tx: Tx,
  id: string,
  sent: {
    readonly decision: ChangeDecision;
    readonly decisionSha256: string | null;
    readonly planHash: string;
    /** where it was planned anew */
    readonly anew: (PlanToKeep & { readonly over: readonly string[] }) | null;
    readonly at: Instant;
  },
): Promise<boolean> {
  const { anew } = sent;
  if (anew)
    await tx.query(
      `update body_change set plan = $2, plan_sha256 = $3, planned_on = $4, plan_touches = $5::uuid[], over = $6::uuid[]
        where change_id = $1 and state = 'draft' and is_session_human(made_by, null)`,
      [id, anew.text, anew.sha256, anew.plannedOn, anew.touches, anew.over],
    );
  const done = await tx.query(
    `update body_change set state = 'waiting', decision = $2, decision_sha256 = $3, plan_hash = $4, sent_at = $5
      where change_id = $1 and state = 'draft' and is_session_human(made_by, null) returning 1 as done`,
    [id, JSON.stringify(sent.decision), sent.decisionSha256, sent.planHash, sent.at],
  );
  return done.length > 0;
}

/** What a plan is kept with: what it was made on, and the bodies that somebody may have come to hold on to meanwhile. */
export interface PlanToKeep extends KeptPlan {
  readonly plannedOn: string;
  /** bodies that end, or get another managing body */
  readonly touches: readonly string[];
}

/** The plan beside a change, without its text; null where there is none. */
export async function planBeside(tx: Tx, id: string): Promise<Omit<PlanToKeep, 'text'> | null> {
  const [row] = await tx.query<Omit<PlanToKeep, 'text'>>(
    `select plan_sha256 as sha256, planned_on as "plannedOn", plan_touches as touches from body_change where change_id = $1 and plan is not null`,
    [id],
  );
  return row ?? null;
}

export async function planText(tx: Tx, id: string): Promise<string> {
  const [row] = await tx.query<{ plan: string | null }>('select plan from body_change where change_id = $1', [id]);
  return row?.plan ?? '';
}

export async function withdrawChange(tx: Tx, id: string): Promise<boolean> {
  const done = await tx.query(
    `update body_change set state = 'withdrawn', plan = null where change_id = $1 and state in ('draft', 'waiting') and is_session_human(made_by, null) returning 1 as done`,
    [id],
  );
  return done.length > 0;
}

/** @returns false when it does not wait any more, or is not this session's to decide */
export async function decideChange(
  tx: Tx,
  id: string,
  verdict: { readonly refusal: string | null; readonly at: Instant },
): Promise<boolean> {
  const done = await tx.query(
    `update body_change set state = $2, plan = null, decided_by = session_person(), decided_at = $3, refusal = $4, tx = case when $2 = 'in-force' then record_tx() end
      where change_id = $1 and state = 'waiting' returning 1 as done`,
    [id, verdict.refusal === null ? 'in-force' : 'refused', verdict.at, verdict.refusal],
  );
  return done.length > 0;
}

export interface KeptFile {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
}

/** The bytes MUST be kept before. */
export async function noteFile(tx: Tx, file: KeptFile & { readonly at: Instant }): Promise<void> {
  await tx.query(
    `insert into body_change_file (sha256, kept_by, file_name, media_type, size_bytes, kept_at) values ($1, session_person(), $2, $3, $4, $5) on conflict do nothing`,
    [file.sha256, file.name, file.mediaType, file.sizeBytes, file.at],
  );
}

/** A file that the session's person brought; null when it was somebody else. */
export async function ownFile(tx: Tx, sha256: string): Promise<KeptFile | null> {
  const [row] = await tx.query<KeptFile>(
    `select sha256, file_name as name, media_type as "mediaType", size_bytes as "sizeBytes" from body_change_file where sha256 = $1 and kept_by = session_person()`,
    [sha256],
  );
  return row ?? null;
}

/** The scanned decision of a change that the session sees. */
export async function fileOfChange(tx: Tx, changeId: string): Promise<KeptFile | null> {
  const [row] = await tx.query<KeptFile>(
    `select f.sha256, f.file_name as name, f.media_type as "mediaType", f.size_bytes as "sizeBytes"
       from body_change c join body_change_file f on f.sha256 = c.decision_sha256 and f.kept_by = c.made_by where c.change_id = $1`,
    [changeId],
  );
  return row ?? null;
}
