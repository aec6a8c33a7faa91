/** SQL of first loads: windows, loads, parts, what is taken, samples, signatures, and what was done. */
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { FirstLoadHead, LoadState, OpeningDecision } from './shapes.ts';

export interface Window {
  readonly windowId: string;
  readonly bodyId: string;
  readonly opensOn: PlainDate;
  readonly lastDay: PlainDate;
  readonly decision: OpeningDecision;
  readonly openedByName: string;
  readonly closedAt: Instant | null;
  readonly closedByName: string | null;
  readonly closedWhy: string | null;
}
const WINDOW = `window_id as "windowId", body_id as "bodyId", opens_on as "opensOn", last_day as "lastDay", decision, opened_by_name as "openedByName",
  closed_at as "closedAt", closed_by_name as "closedByName", closed_why as "closedWhy"`;

/** Windows that the session sees, the newest first. */
export const windowsSeen = (tx: Tx, limit: number): Promise<Window[]> =>
  tx.query<Window>(`select ${WINDOW} from first_load_window order by opened_at desc, window_id desc limit $1`, [limit]);

export async function windowById(tx: Tx, windowId: string, options: { lock?: boolean } = {}): Promise<Window | null> {
  const [row] = await tx.query<Window>(`select ${WINDOW} from first_load_window where window_id = $1 ${options.lock ? 'for update' : ''}`, [
    windowId,
  ]);
  return row ?? null;
}

/** The window of a body that is not closed, whatever its days; null when there is none. */
export async function openWindow(tx: Tx, bodyId: string): Promise<Window | null> {
  const [row] = await tx.query<Window>(`select ${WINDOW} from first_load_window where body_id = $1 and closed_at is null`, [bodyId]);
  return row ?? null;
}

export async function writeWindow(
  tx: Tx,
  window: Pick<Window, 'windowId' | 'bodyId' | 'opensOn' | 'lastDay' | 'decision'>,
  by: { readonly accountId: string; readonly name: string },
  at: Instant,
): Promise<void> {
  await tx.query(
    'insert into first_load_window (window_id, body_id, opens_on, last_day, decision, opened_by, opened_by_name, opened_at) values ($1,$2,$3,$4,$5,$6,$7,$8)',
    [window.windowId, window.bodyId, window.opensOn, window.lastDay, JSON.stringify(window.decision), by.accountId, by.name, at],
  );
}

/** false: it was closed meanwhile. */
export async function closeWindow(
  tx: Tx,
  windowId: string,
  by: { readonly accountId: string; readonly name: string },
  at: Instant,
  why: string,
): Promise<boolean> {
  const rows = await tx.query(
    'update first_load_window set closed_by = $2, closed_by_name = $3, closed_at = $4, closed_why = $5 where window_id = $1 and closed_at is null returning 1 as closed',
    [windowId, by.accountId, by.name, at, why],
  );
  return rows.length > 0;
}

export interface Load {
  readonly loadId: string;
  readonly bodyId: string;
  readonly asOf: PlainDate;
  readonly state: LoadState;
  readonly stateAt: Instant;
  readonly round: number;
  readonly people: number;
  readonly done: number;
}
const LOAD = `load_id as "loadId", body_id as "bodyId", as_of as "asOf", state, state_at as "stateAt", round, people, done`;

export async function loadById(tx: Tx, loadId: string, options: { lock?: boolean } = {}): Promise<Load | null> {
  const [row] = await tx.query<Load>(`select ${LOAD} from first_load where load_id = $1 ${options.lock ? 'for update' : ''}`, [loadId]);
  return row ?? null;
}

/** The load of a body that is not over; null when none is. */
export async function loadUnderWayOf(tx: Tx, bodyId: string): Promise<Load | null> {
  const [row] = await tx.query<Load>(`select ${LOAD} from first_load where body_id = $1 and state not in ('registered', 'withdrawn')`, [
    bodyId,
  ]);
  return row ?? null;
}

export const loadsSeen = (tx: Tx, limit: number): Promise<(Load & { readonly parts: number })[]> =>
  tx.query(
    `select ${LOAD}, (select count(*)::int from first_load_part p where p.load_id = l.load_id and p.removed_at is null) as parts
       from first_load l order by made_at desc, load_id desc limit $1`,
    [limit],
  );

/** Loads whose work is not done. @param queues  only those that stand in none of these; null: all */
export const loadsAtWork = (tx: Tx, queues: readonly string[] | null): Promise<Load[]> =>
  tx.query<Load>(
    `select ${LOAD} from first_load l where state in ('composing', 'registering')
        and ($1::text[] is null or not exists (select 1 from pgboss.job j
          where j.name = any ($1) and j.state in ('created', 'retry', 'active') and j.data ->> 'loadId' = l.load_id::text)) order by load_id`,
    [queues],
  );

export async function writeLoad(
  tx: Tx,
  load: { readonly loadId: string; readonly bodyId: string; readonly windowId: string; readonly asOf: PlainDate },
  by: { readonly accountId: string; readonly name: string },
  at: Instant,
): Promise<void> {
  await tx.query(
    `insert into first_load (load_id, body_id, window_id, as_of, state, state_at, made_by, made_by_name, made_at) values ($1,$2,$3,$4,'gathering',$7,$5,$6,$7)`,
    [load.loadId, load.bodyId, load.windowId, load.asOf, by.accountId, by.name, at],
  );
}

/** Moves a load from the state before; false when it stands elsewhere, and nothing changed. */
export async function writeLoadState(
  tx: Tx,
  load: Pick<Load, 'loadId'>,
  move: { readonly from: LoadState; readonly to: LoadState; readonly at: Instant },
  change: { readonly round?: number; readonly people?: number; readonly done?: number } = {},
): Promise<boolean> {
  const rows = await tx.query(
    `update first_load set state = $3, state_at = $4, round = coalesce($5, round), done = coalesce($7, done), people = coalesce($6, people)
      where load_id = $1 and state = $2 returning 1 as moved`,
    [load.loadId, move.from, move.to, move.at, change.round ?? null, change.people ?? null, change.done ?? null],
  );
  return rows.length > 0;
}

export interface Drawing {
  readonly round: number;
  readonly commitment: Buffer;
  readonly seedSealed: Buffer;
  readonly seed: Buffer | null;
  readonly root: Buffer | null;
  readonly people: number | null;
  readonly told: { readonly warnings: Readonly<Record<string, number>> } | null;
}

export async function writeRound(
  tx: Tx,
  load: Pick<Load, 'loadId' | 'bodyId'>,
  round: { readonly round: number; readonly commitment: Uint8Array; readonly seedSealed: Uint8Array },
  at: Instant,
): Promise<void> {
  await tx.query(
    'insert into first_load_round (load_id, round, body_id, commitment, seed_sealed, committed_at) values ($1,$2,$3,$4,$5,$6)',
    [load.loadId, round.round, load.bodyId, Buffer.from(round.commitment), Buffer.from(round.seedSealed), at],
  );
}

export async function roundOf(tx: Tx, { loadId, round }: Pick<Load, 'loadId' | 'round'>): Promise<Drawing> {
  const [row] = await tx.query<Drawing>(
    'select round, commitment, seed_sealed as "seedSealed", seed, root, people, told from first_load_round where load_id = $1 and round = $2',
    [loadId, round],
  );
  if (!row) throw new Error('a first load without the round that it is in');
  return row;
}

export async function writeDrawn(
  tx: Tx,
  { loadId, round }: Pick<Load, 'loadId' | 'round'>,
  drawn: { readonly seed: Uint8Array; readonly root: Uint8Array; readonly people: number; readonly told: NonNullable<Drawing['told']> },
  at: Instant,
): Promise<void> {
  await tx.query(
    'update first_load_round set seed = $3, root = $4, people = $5, told = $6, drawn_at = $7 where load_id = $1 and round = $2',
    [loadId, round, Buffer.from(drawn.seed), Buffer.from(drawn.root), drawn.people, JSON.stringify(drawn.told), at],
  );
}

export interface Part {
  readonly no: number;
  readonly submissionId: string;
  /** place among all of the first of its people who are taken; null before they are fixed */
  readonly firstNo: number | null;
  readonly people: number | null;
  readonly root: Buffer | null;
  readonly done: number;
}
const PART = 'part_no as no, submission_id as "submissionId", first_no as "firstNo", people, root, done';

/** Parts that were not taken out, in order. */
export const partsOf = (tx: Tx, loadId: string): Promise<Part[]> =>
  tx.query<Part>(`select ${PART} from first_load_part where load_id = $1 and removed_at is null order by part_no`, [loadId]);

/** The load that a submission is a part of; null: of none. */
export async function loadOfSubmission(tx: Tx, submissionId: string): Promise<{ readonly loadId: string; readonly no: number } | null> {
  const [row] = await tx.query<{ loadId: string; no: number }>(
    'select load_id as "loadId", part_no as no from first_load_part where submission_id = $1 and removed_at is null',
    [submissionId],
  );
  return row ?? null;
}

/** @returns its number: the next, also where parts were taken out */
export async function writePart(tx: Tx, load: Pick<Load, 'loadId' | 'bodyId'>, submissionId: string, at: Instant): Promise<number> {
  const [row] = await tx.query<{ no: number }>(
    `insert into first_load_part (load_id, part_no, body_id, submission_id, added_at)
     select $1, coalesce(max(part_no), 0) + 1, $2, $3, $4 from first_load_part where load_id = $1 returning part_no as no`,
    [load.loadId, load.bodyId, submissionId, at],
  );
  return row!.no;
}

export async function removePart(tx: Tx, loadId: string, no: number, at: Instant): Promise<void> {
  await tx.query('update first_load_part set removed_at = $3 where load_id = $1 and part_no = $2', [loadId, no, at]);
}

export async function fixPart(
  tx: Tx,
  loadId: string,
  part: { readonly no: number; readonly firstNo: number; readonly people: number; readonly root: Uint8Array },
): Promise<void> {
  await tx.query('update first_load_part set first_no = $3, people = $4, root = $5, done = 0 where load_id = $1 and part_no = $2', [
    loadId,
    part.no,
    part.firstNo,
    part.people,
    Buffer.from(part.root),
  ]);
}

/** Nothing is taken any more: parts may change. */
export async function unfixParts(tx: Tx, loadId: string): Promise<void> {
  await tx.query('delete from first_load_line where load_id = $1', [loadId]);
  await tx.query('update first_load_part set first_no = null, people = null, root = null, done = 0 where load_id = $1', [loadId]);
}

/** Counts what was done of a part, in the transaction that does it. */
export async function countDone(tx: Tx, load: Pick<Load, 'loadId'>, partNo: number, more: number): Promise<void> {
  await tx.query('update first_load_part set done = done + $3 where load_id = $1 and part_no = $2', [load.loadId, partNo, more]);
  await tx.query('update first_load set done = done + $2 where load_id = $1', [load.loadId, more]);
}

export interface TakenLine {
  readonly idHash: Buffer;
  readonly no: number;
  readonly partNo: number;
  readonly lineNo: number;
}

/** Takes lines. MUST be asked before whether somebody took them (`partsThatTake`), in the transaction that holds the load. */
export async function takeLines(
  tx: Tx,
  load: Pick<Load, 'loadId' | 'bodyId'>,
  partNo: number,
  lines: readonly { readonly idHash: Uint8Array; readonly no: number; readonly lineNo: number }[],
): Promise<void> {
  await tx.query(
    `insert into first_load_line (load_id, body_id, part_no, id_hash, no, line_no)
     select $1, $2, $3, h, n, l from unnest($4::bytea[], $5::int[], $6::int[]) as t (h, n, l)`,
    [
      load.loadId,
      load.bodyId,
      partNo,
      lines.map(({ idHash }) => Buffer.from(idHash)),
      lines.map(({ no }) => no),
      lines.map(({ lineNo }) => lineNo),
    ],
  );
}

/** In which part each of these numbers is taken. */
export async function partsThatTake(tx: Tx, loadId: string, hashes: readonly Uint8Array[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ hash: string; no: number }>(
    `select encode(id_hash, 'hex') as hash, part_no as no from first_load_line where load_id = $1 and id_hash = any ($2::bytea[])`,
    [loadId, hashes.map((hash) => Buffer.from(hash))],
  );
  return new Map(rows.map(({ hash, no }) => [hash, no]));
}

const LINE = 'id_hash as "idHash", no, part_no as "partNo", line_no as "lineNo"';

/** Lines that are taken, from a place on, in order. */
export const takenFrom = (tx: Tx, loadId: string, fromNo: number, limit: number): Promise<TakenLine[]> =>
  tx.query<TakenLine>(`select ${LINE} from first_load_line where load_id = $1 and no >= $2 and no < $2 + $3 order by no`, [
    loadId,
    fromNo,
    limit,
  ]);

export const takenAt = (tx: Tx, loadId: string, places: readonly number[]): Promise<TakenLine[]> =>
  tx.query<TakenLine>(`select ${LINE} from first_load_line where load_id = $1 and no = any ($2::int[]) order by no`, [loadId, places]);

/** Places of people who were found wrong in the sample of an earlier round. */
export async function placesFoundWrong(tx: Tx, loadId: string): Promise<number[]> {
  const rows = await tx.query<{ no: number }>(
    `select distinct l.no from first_load_sample s join first_load_line l using (load_id, id_hash) where s.load_id = $1 and s.verdict = 'wrong'`,
    [loadId],
  );
  return rows.map(({ no }) => no);
}

export interface SampleRow {
  readonly no: number;
  readonly partNo: number;
  readonly lineNo: number;
  readonly openedBy: string | null;
  readonly verdict: 'right' | 'wrong' | null;
  readonly noteSealed: Buffer | null;
  readonly judgedByName: string | null;
}
const SAMPLE = `no, part_no as "partNo", line_no as "lineNo", opened_by as "openedBy", verdict, note_sealed as "noteSealed", judged_by_name as "judgedByName"`;

export async function writeSample(tx: Tx, load: Pick<Load, 'loadId' | 'round' | 'bodyId'>, rows: readonly TakenLine[]): Promise<void> {
  await tx.query(
    `insert into first_load_sample (load_id, round, body_id, no, id_hash, part_no, line_no)
     select $1, $2, $3, n, h, p, l from unnest($4::int[], $5::bytea[], $6::int[], $7::int[]) as t (n, h, p, l)`,
    [
      load.loadId,
      load.round,
      load.bodyId,
      rows.map(({ no }) => no),
      rows.map(({ idHash }) => idHash),
      rows.map(({ partNo }) => partNo),
      rows.map(({ lineNo }) => lineNo),
    ],
  );
}

export const sampleOf = (tx: Tx, { loadId, round }: Pick<Load, 'loadId' | 'round'>): Promise<SampleRow[]> =>
  tx.query<SampleRow>(`select ${SAMPLE} from first_load_sample where load_id = $1 and round = $2 order by no`, [loadId, round]);

export async function noteRowOpened(
  tx: Tx,
  { loadId, round }: Pick<Load, 'loadId' | 'round'>,
  no: number,
  by: string,
  at: Instant,
): Promise<void> {
  await tx.query(
    'update first_load_sample set opened_by = $4, opened_at = $5 where load_id = $1 and round = $2 and no = $3 and verdict is null',
    [loadId, round, no, by, at],
  );
}

/** false: it was judged meanwhile. */
export async function writeVerdict(
  tx: Tx,
  { loadId, round }: Pick<Load, 'loadId' | 'round'>,
  no: number,
  verdict: { readonly right: boolean; readonly noteSealed: Uint8Array | null },
  by: { readonly accountId: string; readonly name: string },
  at: Instant,
): Promise<boolean> {
  const rows = await tx.query(
    `update first_load_sample set verdict = $4, note_sealed = $5, judged_by = $6, judged_by_name = $7, judged_at = $8
      where load_id = $1 and round = $2 and no = $3 and verdict is null returning 1 as judged`,
    [
      loadId,
      round,
      no,
      verdict.right ? 'right' : 'wrong',
      verdict.noteSealed && Buffer.from(verdict.noteSealed),
      by.accountId,
      by.name,
      at,
    ],
  );
  return rows.length > 0;
}

export interface LoadSignature {
  readonly loadId: string;
  readonly round: number;
  readonly bodyId: string;
  readonly signerId: string;
  /** keyed hash, hexadecimal */
  readonly signerIdentity: string;
  readonly signerName: string;
  readonly at: Instant;
  readonly head: FirstLoadHead;
  readonly jws: string;
}
const SIGNATURE = `load_id as "loadId", round, body_id as "bodyId", signer_id as "signerId", encode(signer_identity, 'hex') as "signerIdentity", signer_name as "signerName", at, head, jws`;
type SignatureRow = Omit<LoadSignature, 'head'> & { readonly head: string };
const fromSignature = (row: SignatureRow): LoadSignature => ({ ...row, head: JSON.parse(row.head) as FirstLoadHead });

export async function writeSignature(tx: Tx, one: LoadSignature, headText: string): Promise<void> {
  await tx.query(
    'insert into first_load_signature (load_id, round, body_id, signer_id, signer_identity, signer_name, at, head, jws) values ($1,$2,$3,$4,$5,$6,$7,$8,$9)',
    [one.loadId, one.round, one.bodyId, one.signerId, Buffer.from(one.signerIdentity, 'hex'), one.signerName, one.at, headText, one.jws],
  );
}

export const signaturesOf = async (tx: Tx, { loadId, round }: Pick<Load, 'loadId' | 'round'>): Promise<LoadSignature[]> =>
  (
    await tx.query<SignatureRow>(`select ${SIGNATURE} from first_load_signature where load_id = $1 and round = $2 order by at`, [
      loadId,
      round,
    ])
  ).map(fromSignature);

/** Signatures after one, in the order of their keys. */
export const signaturesAfter = async (tx: Tx, after: string | null, limit: number): Promise<(LoadSignature & { readonly key: string })[]> =>
  (
    await tx.query<SignatureRow & { readonly key: string }>(
      `select * from (select ${SIGNATURE}, load_id || '/' || round || '/' || encode(signer_identity, 'hex') as key from first_load_signature) s
        where $1::text is null or key > $1 order by key limit $2`,
      [after, limit],
    )
  ).map((row) => ({ ...fromSignature(row), key: row.key }));

export interface LoadAct {
  readonly act: string;
  readonly byName: string;
  readonly at: Instant;
  readonly note: string | null;
}

export async function writeAct(
  tx: Tx,
  load: Pick<Load, 'loadId' | 'bodyId'>,
  act: { readonly act: string; readonly by: string | null; readonly byName: string; readonly at: Instant; readonly note?: string },
): Promise<void> {
  await tx.query(
    `insert into first_load_act (load_id, act_no, body_id, act, by_account, by_name, at, note)
     select $1, coalesce(max(act_no), 0) + 1, $2, $3, $4, $5, $6, $7 from first_load_act where load_id = $1`,
    [load.loadId, load.bodyId, act.act, act.by, act.byName, act.at, act.note ?? null],
  );
}

export const actsOf = (tx: Tx, loadId: string): Promise<LoadAct[]> =>
  tx.query<LoadAct>('select act, by_name as "byName", at, note from first_load_act where load_id = $1 order by act_no', [loadId]);

/** Warnings of all parts, by code. */
export async function warningsOf(tx: Tx, submissionIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ code: string; n: number }>(
    `select code, count(*)::int as n from submission_problem where submission_id = any ($1::uuid[]) and severity = 'warning' group by code order by code`,
    [submissionIds],
  );
  return new Map(rows.map(({ code, n }) => [code, n]));
}
