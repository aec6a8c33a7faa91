/** All SQL of the room. What an erasure destroys stands in one function of the database (`erase_rows_of`), which the product cannot get around. */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import type { ErasureState, ErasurePaper, Unsettled } from './shapes.ts';

const REASON_PURPOSE = 'erasure';

/** An erasure as it is kept. */
export interface Erasure {
  readonly erasureId: string;
  readonly personId: string;
  readonly bodyId: string;
  readonly ground: string;
  readonly paper: ErasurePaper;
  /** empty: it went with the person */
  readonly reason: string;
  readonly state: ErasureState;
  readonly askedBy: string;
  readonly askedName: string;
  readonly askedAt: Instant;
  readonly endsAt: Instant;
  readonly decidedName: string | null;
  readonly decidedAt: Instant | null;
  readonly refusal: string | null;
  readonly doneAt: Instant | null;
  readonly bytes: readonly string[];
  /** the name in the register; empty: nobody is there */
  readonly name: string;
}

interface Row {
  erasure_id: string;
  person_id: string;
  body_id: string;
  ground: string;
  paper: ErasurePaper;
  reason_sealed: Buffer | null;
  salt: Buffer | null;
  state: ErasureState;
  asked_by: string;
  asked_name: string;
  asked_at: string;
  ends_at: string;
  decided_name: string | null;
  decided_at: string | null;
  refusal: string | null;
  done_at: string | null;
  bytes: string[];
  full_name: string | null;
}
const SELECT = `select e.erasure_id, e.person_id, e.body_id, e.ground, e.paper, e.reason_sealed, s.salt, e.state, e.asked_by, e.asked_name, e.asked_at, e.ends_at, e.decided_name,
    e.decided_at, e.refusal, e.done_at, e.bytes, p.full_name
  from erasure e left join person p using (person_id) left join person_salt s using (person_id)`;

const fromRow = (keys: Pick<Keys, 'open'>, row: Row): Erasure => ({
  erasureId: row.erasure_id,
  personId: row.person_id,
  bodyId: row.body_id,
  ground: row.ground,
  paper: row.paper,
  reason: row.reason_sealed && row.salt ? Buffer.from(keys.open(row.salt, REASON_PURPOSE, row.reason_sealed)).toString() : '',
  state: row.state,
  askedBy: row.asked_by,
  askedName: row.asked_name,
  askedAt: row.asked_at,
  endsAt: row.ends_at,
  decidedName: row.decided_name,
  decidedAt: row.decided_at,
  refusal: row.refusal,
  doneAt: row.done_at,
  bytes: row.bytes,
  name: row.full_name ?? '',
});

export interface ErasureToWrite extends Pick<
  Erasure,
  'erasureId' | 'personId' | 'bodyId' | 'ground' | 'paper' | 'reason' | 'askedAt' | 'endsAt'
> {
  readonly by: { readonly accountId: string; readonly name: string };
  readonly salt: Uint8Array;
}

/** @returns false when one waits for this person already */
export async function writeErasure(tx: Tx, keys: Pick<Keys, 'seal'>, one: ErasureToWrite): Promise<boolean> {
  const [open] = await tx.query(`select 1 from erasure where person_id = $1 and state in ('asked', 'granted')`, [one.personId]);
  if (open) return false;
  await tx.query(
    `insert into erasure (person_id, erasure_id, body_id, ground, paper, reason_sealed, asked_by, asked_name, asked_at, ends_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      one.personId,
      one.erasureId,
      one.bodyId,
      one.ground,
      JSON.stringify(one.paper),
      Buffer.from(keys.seal(one.salt, REASON_PURPOSE, Buffer.from(one.reason))),
      one.by.accountId,
      one.by.name,
      one.askedAt,
      one.endsAt,
    ],
  );
  return true;
}

export async function readErasure(tx: Tx, keys: Pick<Keys, 'open'>, erasureId: string, { lock = false } = {}): Promise<Erasure | null> {
  const [row] = await tx.query<Row>(`${SELECT} where e.erasure_id = $1 ${lock ? 'for update of e' : ''}`, [erasureId]);
  return row ? fromRow(keys, row) : null;
}

/** Those of these bodies (null: of all that the session sees), the newest first. */
export async function erasurePage(
  tx: Tx,
  keys: Pick<Keys, 'open'>,
  of: { readonly bodyIds: readonly string[] | null; readonly after: readonly [string, string] | null; readonly limit: number },
): Promise<Erasure[]> {
  const rows = await tx.query<Row>(
    `${SELECT} where ($1::uuid[] is null or e.body_id = any ($1)) and ($2::timestamptz is null or (e.asked_at, e.erasure_id) < ($2, $3::uuid))
      order by e.asked_at desc, e.erasure_id desc limit $4`,
    [of.bodyIds, of.after?.[0] ?? null, of.after?.[1] ?? null, of.limit],
  );
  return rows.map((row) => fromRow(keys, row));
}

export const isAskedFor = async (tx: Tx, personId: string): Promise<boolean> =>
  (await tx.query(`select 1 from erasure where person_id = $1 and state in ('asked', 'granted')`, [personId])).length > 0;

/** What of somebody's matters is not over. */
export async function standingAgainst(tx: Tx, personId: string): Promise<Unsettled[]> {
  const [row] = await tx.query<{ standing: Unsettled[] }>('select erasure_stands_against($1) as standing', [personId]);
  return row!.standing;
}

/** Moves one from the state in which it was read; false when it is not there any more. */
export async function moveErasure(
  tx: Tx,
  one: Pick<Erasure, 'erasureId' | 'personId' | 'state'>,
  to: ErasureState,
  more: { readonly by?: { readonly accountId: string; readonly name: string }; readonly at?: Instant; readonly refusal?: string } = {},
): Promise<boolean> {
  const rows = await tx.query(
    `update erasure set state = $4, decided_by = coalesce($5, decided_by), decided_name = coalesce($6, decided_name), decided_at = coalesce($7, decided_at), refusal = coalesce($8, refusal)
      where person_id = $1 and erasure_id = $2 and state = $3 returning 1`,
    [one.personId, one.erasureId, one.state, to, more.by?.accountId ?? null, more.by?.name ?? null, more.at ?? null, more.refusal ?? null],
  );
  return rows.length > 0;
}

/** Is the body where a role is held above the one that manages? The root has none above it. */
export async function isAbove(tx: Tx, bodyId: string, grantedOver: readonly string[]): Promise<boolean> {
  const [row] = await tx.query<{ root: boolean }>(
    `select not exists (select 1 from body_version v where v.body_id = $1 and v.parent_id is not null and v.tx_to = 9223372036854775807
        and v.valid_from <= today_in_vietnam() and v.valid_to > today_in_vietnam()) as root`,
    [bodyId],
  );
  return row!.root || grantedOver.some((one) => one !== bodyId);
}

/** What was destroyed, as the database counted it. */
export interface Destroyed {
  /** the record, and claims of the same number that nobody registered */
  readonly people: readonly string[];
  /** accounts that never held a role and are nobody's any more */
  readonly accounts: readonly string[];
  /** submissions in whose files cells were corrected by suggestions: the log named the values under them */
  readonly fixed: readonly string[];
  /** files in which they were sent, each as submission/round */
  readonly files: readonly string[];
  /** hashes of bytes that nobody else names */
  readonly bytes: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

/** As the installation, of what two people decided. MUST be in a transaction with its acts. */
export async function erasePerson(tx: Tx, one: Pick<Erasure, 'personId' | 'erasureId'>, at: Instant): Promise<Destroyed> {
  const [row] = await tx.query<{ destroyed: Destroyed }>('select erase_person($1, $2, $3) as destroyed', [one.personId, one.erasureId, at]);
  return row!.destroyed;
}

/** As the owner, of what was carried out before in a database that is there no more. */
export async function eraseRowsAgain(tx: Tx, personId: string, files: readonly string[], at: Instant): Promise<Destroyed> {
  const [row] = await tx.query<{ destroyed: Destroyed }>('select erase_rows_of($1, $2::text[], $3) as destroyed', [personId, files, at]);
  return row!.destroyed;
}

export async function endErasure(
  tx: Tx,
  one: Pick<Erasure, 'personId' | 'erasureId'>,
  at: Instant,
  { counts, bytes }: Destroyed,
): Promise<void> {
  await tx.query(`update erasure set state = 'done', done_at = $3, counts = $4, bytes = $5 where person_id = $1 and erasure_id = $2`, [
    one.personId,
    one.erasureId,
    at,
    JSON.stringify(counts),
    bytes,
  ]);
}

/** Carried out, and bytes of it may still be there. */
export const bytesLeft = (tx: Tx): Promise<{ erasure_id: string; person_id: string; bytes: string[] }[]> =>
  tx.query(`select erasure_id, person_id, bytes from erasure where state = 'done' and bytes <> '{}'`);
export async function forgetBytes(tx: Tx, hashes: readonly string[]): Promise<void> {
  for (const hash of hashes) await tx.query('select erasure_forget_bytes($1)', [hash]);
}
export async function bytesAreGone(tx: Tx, one: { readonly person_id: string; readonly erasure_id: string }): Promise<void> {
  await tx.query(`update erasure set bytes = '{}' where person_id = $1 and erasure_id = $2`, [one.person_id, one.erasure_id]);
}

export const grantedOnes = (tx: Tx): Promise<{ erasure_id: string }[]> =>
  tx.query(`select erasure_id from erasure where state = 'granted' order by decided_at`);
/** Asked, and decided by nobody in their term, or of a record that another body keeps by now. */
export const overdueOnes = (tx: Tx, now: Instant): Promise<{ erasure_id: string; person_id: string; body_id: string }[]> =>
  tx.query(
    `select e.erasure_id, e.person_id, e.body_id from erasure e where e.state = 'asked'
        and (e.ends_at <= $1 or exists (select 1 from person p where p.person_id = e.person_id and p.body_id <> e.body_id))`,
    [now],
  );

/** The erasure of who is signed in, as long as the session lasts. */
export async function ownErasure(
  tx: Tx,
  accountId: string,
): Promise<(Pick<Erasure, 'ground' | 'paper'> & { readonly at: Instant }) | null> {
  const [row] = await tx.query<{ ground: string; paper: ErasurePaper; done_at: string }>(
    `select ground, paper, done_at from erasure where own_account = $1 and state = 'done' order by done_at desc limit 1`,
    [accountId],
  );
  return row ? { ground: row.ground, paper: row.paper, at: row.done_at } : null;
}

/** Of which of these people the log has an act that erased them. */
export async function erasedInLog(tx: Tx, personIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ object_id: string }>(
    `select distinct object_id from audit_event where act = 'person.erased' and object_id = any ($1::uuid[])`,
    [personIds],
  );
  return new Set(rows.map((row) => row.object_id));
}
