/** SQL of verdicts, results and confirmations. All of it needs a system session over all bodies. */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Problem } from '#base/problem.ts';
import type { ItemDecision, ItemState } from '#record/confirmation/shapes.ts';
import type { GroupCode } from '#standard/shapes.ts';
import type { BatchManifest, Lane, SignedText, VerdictKind } from './shapes.ts';

/** A batch by what names it, and where it came to. */
export interface KeptBatch {
  readonly bodyId: string;
  readonly source: string;
  readonly confirms: 'queue' | 'own-key';
  /** keyed hash of the citizen number of who enrolled the node, hexadecimal */
  readonly enrolledBy: string;
  readonly epoch: number;
  readonly lane: Lane;
  readonly first: number;
  readonly last: number;
  readonly sha256: string;
  readonly submissionId: string;
  readonly receivedAt: Instant;
  readonly manifest: SignedText;
  readonly receipt: SignedText;
}

const BATCH = `select b.body_id as "bodyId", s.source, s.confirms, encode(a.identity, 'hex') as "enrolledBy", b.epoch, b.lane, b.first::float8 as first, b.last::float8 as last,
    b.sha256, b.submission_id as "submissionId", to_char(b.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "receivedAt",
    jsonb_build_object('text', b.manifest, 'signature', b.manifest_signature) as manifest, jsonb_build_object('text', b.receipt, 'signature', b.receipt_signature) as receipt
  from exchange_batch b join exchange_source s using (body_id) join account a on a.account_id = s.enrolled_by`;

/**
 * Batches that were read and have no result yet, the oldest first, after this one. One that was looked at and waits for the key of its body alone is not
 * among them: what was received since `since` has time.
 */
export const unjudgedBatches = (tx: Tx, limit: number, since: Instant, after: KeptBatch | null): Promise<KeptBatch[]> =>
  tx.query<KeptBatch>(
    `${BATCH} where b.judged_at is null and ($3::timestamptz is null or (date_trunc('milliseconds', b.received_at), b.submission_id) > ($3, $4::uuid))
       and exists (select 1 from submission_file f where f.submission_id = b.submission_id and f.stage not in ('queued', 'reading'))
       and not (s.confirms = 'own-key' and b.received_at > $2
         and exists (select 1 from exchange_change e where e.submission_id = b.submission_id and e.verdict = 'quarantined')
         and not exists (select 1 from exchange_confirmation c where c.body_id = b.body_id and c.epoch = b.epoch and c.lane = b.lane and c.first = b.first))
     order by date_trunc('milliseconds', b.received_at), b.submission_id limit $1`,
    [limit, since, after?.receivedAt ?? null, after?.submissionId ?? null],
  );

/** Confirmations that came after the result, and that have not been followed yet. */
export const lateConfirmed = (tx: Tx, limit: number): Promise<KeptBatch[]> =>
  tx.query<KeptBatch>(
    `${BATCH} join exchange_confirmation c on c.body_id = b.body_id and c.epoch = b.epoch and c.lane = b.lane and c.first = b.first where b.judged_at is not null and c.done_at is null order by c.received_at limit $1`,
    [limit],
  );

/** The batch of exactly this name; null: none is held. */
export async function namedBatch(
  tx: Tx,
  source: string,
  { epoch, lane, first, last }: Pick<BatchManifest, 'epoch' | 'lane' | 'first' | 'last'>,
): Promise<KeptBatch | null> {
  const [row] = await tx.query<KeptBatch>(
    `${BATCH} where s.source = $1 and b.epoch = $2 and b.lane = $3 and b.first = $4 and b.last = $5`,
    [source, epoch, lane, first, last],
  );
  return row ?? null;
}

/** The result of a batch as it was signed; null: it is not judged. */
export async function keptResult(tx: Tx, { bodyId, epoch, lane, first }: KeptBatch): Promise<SignedText | null> {
  const [row] = await tx.query<{ text: string; signature: string }>(
    `select result as text, result_signature as signature from exchange_result where body_id = $1 and epoch = $2 and lane = $3 and first = $4`,
    [bodyId, epoch, lane, first],
  );
  return row ?? null;
}

export async function writeResult(
  tx: Tx,
  { bodyId, epoch, lane, first }: KeptBatch,
  { text, signature }: SignedText,
  at: Instant,
): Promise<void> {
  await tx.query(
    `insert into exchange_result (body_id, epoch, lane, first, result, result_signature, judged_at) values ($1,$2,$3,$4,$5,$6,$7)`,
    [bodyId, epoch, lane, first, text, signature, at],
  );
  await tx.query('update exchange_batch set judged_at = $5 where body_id = $1 and epoch = $2 and lane = $3 and first = $4', [
    bodyId,
    epoch,
    lane,
    first,
    at,
  ]);
}

/** What is kept of one change. */
export interface KeptChange {
  readonly seq: number;
  readonly lineNo: number | null;
  readonly itemId: string | null;
  /** keyed, hexadecimal */
  readonly name: string;
  readonly verdict: VerdictKind;
  readonly was: VerdictKind | null;
  readonly problems: readonly Problem[];
}

/** What was said before of changes of these names (keyed, hexadecimal); the first that was said of each. */
export async function saidBefore(tx: Tx, bodyId: string, names: readonly string[]): Promise<ReadonlyMap<string, VerdictKind>> {
  const rows = await tx.query<{ name: string; verdict: VerdictKind }>(
    `select distinct on (name) encode(name, 'hex') as name, coalesce(was, final, verdict) as verdict from exchange_change
      where body_id = $1 and name = any (select decode(n, 'hex') from unnest($2::text[]) n) order by name, epoch, seq`,
    [bodyId, names],
  );
  return new Map(rows.map(({ name, verdict }) => [name, verdict]));
}

export async function writeChanges(
  tx: Tx,
  { bodyId, epoch, lane, submissionId }: KeptBatch,
  changes: readonly KeptChange[],
): Promise<void> {
  await tx.query(
    `insert into exchange_change (body_id, epoch, lane, seq, submission_id, line_no, name, verdict, was, problems)
     select $1, $2, $3, c.seq, $4, c.line, decode(c.name, 'hex'), c.verdict, c.was, c.problems
       from jsonb_to_recordset($5::jsonb) as c (seq bigint, line int, name text, verdict text, was text, problems jsonb)`,
    [
      bodyId,
      epoch,
      lane,
      submissionId,
      JSON.stringify(changes.map(({ seq, lineNo, name, verdict, was, problems }) => ({ seq, line: lineNo, name, verdict, was, problems }))),
    ],
  );
}

/** The changes of a batch in their order; none: it was not looked at yet. */
export async function changesOf(tx: Tx, { bodyId, epoch, lane, first, last }: KeptBatch): Promise<KeptChange[]> {
  return tx.query<KeptChange>(
    `select seq::float8 as seq, line_no as "lineNo", item_id as "itemId", encode(name, 'hex') as name, verdict, was, problems
       from exchange_change where body_id = $1 and epoch = $2 and lane = $3 and seq between $4 and $5 order by exchange_change.seq`,
    [bodyId, epoch, lane, first, last],
  );
}

/** The verdicts of a batch as its result says them. */
export async function settleChanges(tx: Tx, { bodyId, epoch, lane }: KeptBatch, changes: readonly KeptChange[]): Promise<void> {
  await tx.query(
    `update exchange_change e set verdict = c.verdict, was = c.was, problems = c.problems, item_id = c.item
       from jsonb_to_recordset($4::jsonb) as c (seq bigint, verdict text, was text, item uuid, problems jsonb)
      where e.body_id = $1 and e.epoch = $2 and e.lane = $3 and e.seq = c.seq`,
    [
      bodyId,
      epoch,
      lane,
      JSON.stringify(changes.map(({ seq, verdict, was, itemId, problems }) => ({ seq, verdict, was, item: itemId, problems }))),
    ],
  );
}

/** An item of a submission, as far as verdicts ask. */
export interface ItemOfBatch {
  readonly itemId: string;
  readonly personId: string;
  readonly group: GroupCode;
  readonly line: string | null;
  readonly state: ItemState;
  readonly decision: ItemDecision | null;
}

/** @param personIds  of these people only; everybody when it is not said */
export const itemsOfBatch = (tx: Tx, submissionId: string, personIds: readonly string[] | null = null): Promise<ItemOfBatch[]> =>
  tx.query<ItemOfBatch>(
    `select item_id as "itemId", person_id as "personId", group_code as "group", line, state, decision from item
      where submission_id = $1 and ($2::uuid[] is null or person_id = any ($2))`,
    [submissionId, personIds],
  );

/** Batches with a change that was told to wait and is decided by now, after this one. */
export const decidedBatches = (tx: Tx, limit: number): Promise<KeptBatch[]> =>
  tx.query<KeptBatch>(
    `${BATCH} where b.judged_at is not null and b.submission_id in (select e.submission_id from exchange_change e
         join item i on i.submission_id = e.submission_id and i.item_id = e.item_id
        where e.verdict in ('quarantined', 'conflict') and e.final is null and i.state in ('registered', 'returned', 'withdrawn', 'superseded'))
     order by b.received_at limit $1`,
    [limit],
  );

/** Numbers of a batch that wait for their outcome, in their order. */
export async function openChanges(tx: Tx, { bodyId, epoch, lane, first, last }: KeptBatch): Promise<ReadonlySet<number>> {
  const rows = await tx.query<{ seq: number }>(
    `select seq::float8 as seq from exchange_change where body_id = $1 and epoch = $2 and lane = $3 and seq between $4 and $5
        and verdict in ('quarantined', 'conflict') and final is null`,
    [bodyId, epoch, lane, first, last],
  );
  return new Set(rows.map(({ seq }) => seq));
}

/** What became of a change in the end. */
export interface FinalChange {
  readonly seq: number;
  readonly final: 'accepted' | 'rejected';
  readonly problems: readonly Problem[];
}

export const writeFinals = (tx: Tx, { bodyId, epoch, lane }: KeptBatch, finals: readonly FinalChange[], at: Instant): Promise<unknown> =>
  tx.query(
    `update exchange_change e set final = c.final, final_at = $5, problems = c.problems
       from jsonb_to_recordset($4::jsonb) as c (seq bigint, final text, problems jsonb)
      where e.body_id = $1 and e.epoch = $2 and e.lane = $3 and e.seq = c.seq and e.final is null`,
    [bodyId, epoch, lane, JSON.stringify(finals), at],
  );

/** The newest point that is known of these people: after what was just registered. */
export async function pointsOf(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ id: string; tx: number }>(
    'select person_id as id, tx::float8 as tx from person where person_id = any ($1::uuid[])',
    [personIds],
  );
  return new Map(rows.map(({ id, tx: point }) => [id, point]));
}

/** The public half of a confirming key, and whose it is. */
export interface ConfirmingKey {
  readonly kid: string;
  readonly publicKey: string;
  readonly accountId: string;
  /** what the software of the body calls its holder */
  readonly maker: string;
  readonly identity: string;
  readonly name: string;
}

/** A key of the body that has not ended, whose holder has an account. */
export async function confirmingKey(tx: Tx, bodyId: string, kid: string): Promise<ConfirmingKey | null> {
  const [row] = await tx.query<ConfirmingKey>(
    `select k.kid, k.public_key as "publicKey", k.account_id as "accountId", k.maker, encode(a.identity, 'hex') as identity, a.name
       from exchange_confirming_key k join account a using (account_id)
      where k.body_id = $1 and k.kid = $2 and k.ended_at is null and a.disabled_at is null`,
    [bodyId, kid],
  );
  return row ?? null;
}

/** What an officer signed of a batch. */
export interface KeptConfirmation {
  readonly kid: string;
  readonly signed: SignedText;
  readonly receivedAt: Instant;
  readonly isDone: boolean;
}

export async function keptConfirmation(tx: Tx, { bodyId, epoch, lane, first }: KeptBatch): Promise<KeptConfirmation | null> {
  const [row] = await tx.query<KeptConfirmation>(
    `select kid, jsonb_build_object('text', confirmation, 'signature', confirmation_signature) as signed, done_at is not null as "isDone",
            to_char(received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "receivedAt"
       from exchange_confirmation where body_id = $1 and epoch = $2 and lane = $3 and first = $4`,
    [bodyId, epoch, lane, first],
  );
  return row ?? null;
}

/** False where the batch has one already. */
export async function writeConfirmation(
  tx: Tx,
  { bodyId, epoch, lane, first }: KeptBatch,
  kid: string,
  { text, signature }: SignedText,
  at: Instant,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into exchange_confirmation (body_id, epoch, lane, first, kid, confirmation, confirmation_signature, received_at)
     values ($1,$2,$3,$4,$5,$6,$7,$8) on conflict do nothing returning kid`,
    [bodyId, epoch, lane, first, kid, text, signature, at],
  );
  return rows.length > 0;
}

export const setConfirmationDone = (tx: Tx, { bodyId, epoch, lane, first }: KeptBatch, at: Instant): Promise<unknown> =>
  tx.query(
    'update exchange_confirmation set done_at = $5 where body_id = $1 and epoch = $2 and lane = $3 and first = $4 and done_at is null',
    [bodyId, epoch, lane, first, at],
  );
