/** SQL of the room. All of it needs a system session over all bodies; what is read for a step is read behind a lock on its source. */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { CentreSource, Evidence, HeldBatch } from './protocol/centre-step.ts';
import { LANES } from './protocol/lanes.ts';
import type { BatchManifest, Lane, SignedText } from './shapes.ts';

/** A source, whose key verifies it and in whose name it sends. */
export interface EnrolledSource extends LockedSource {
  readonly sender: { readonly accountId: string; readonly identity: string; readonly name: string };
}

/** A source behind its lock, and the keys that verify it now: that of today, and those whose day has not come. */
export interface LockedSource {
  readonly bodyId: string;
  readonly state: CentreSource;
  /** batches of all sources that the intake has not read yet */
  readonly queued: number;
  readonly keys: readonly SourceKey[];
  readonly enrolledBy: string;
}
export interface SourceKey {
  readonly kid: string;
  readonly publicKey: string;
}

interface SourceRow {
  bodyId: string;
  source: string;
  epoch: number;
  keys: SourceKey[];
  enrolledBy: string;
}
interface FreezeRow {
  lane: Lane;
  first: string;
  held: string | null;
  heldSignature: string | null;
  offered: string;
  offeredSignature: string;
  at: Instant;
}

/** The source of this name, locked, with the account in whose name it sends. Null: nobody enrolled it, or it has ended. */
export async function lockSource(tx: Tx, source: string, at: Instant): Promise<EnrolledSource | null> {
  const locked = await lockState(tx, source, at);
  if (!locked) return null;
  const [by] = await tx.query<{ identity: Buffer; name: string }>('select identity, name from account where account_id = $1', [
    locked.enrolledBy,
  ]);
  return { ...locked, sender: { accountId: locked.enrolledBy, identity: by!.identity.toString('hex'), name: by!.name } };
}

/** As above, without the account: two calls of one source come one after the other. */
export async function lockState(tx: Tx, source: string, at: Instant): Promise<LockedSource | null> {
  const [row] = await tx.query<SourceRow>(
    `select s.body_id as "bodyId", s.source, s.epoch, s.enrolled_by as "enrolledBy",
            (select jsonb_agg(jsonb_build_object('kid', k.kid, 'publicKey', k.public_key))
               from (select s.kid, s.public_key union all
                     select f.kid, f.public_key from exchange_former_key f where f.body_id = s.body_id and f.ends_at > $2) k) as keys
       from exchange_source s where s.source = $1 and s.ended_at is null for update of s`,
    [source, at],
  );
  if (!row) return null;
  const lanes = await tx.query<{ lane: Lane; expected: string; previous: string | null }>(
    'select lane, expected, previous from exchange_lane where body_id = $1',
    [row.bodyId],
  );
  const unread = await unreadBatches(tx);
  const of = (lane: Lane) => {
    const { expected, previous } = lanes.find((one) => one.lane === lane)!;
    const waiting = unread.find((one) => one.bodyId === row.bodyId && one.lane === lane)?.n ?? 0;
    return { expected: Number(expected), previous, waiting };
  };
  const state = {
    source: row.source,
    epoch: row.epoch,
    frozen: await openFreeze(tx, row.bodyId),
    lanes: { daily: of('daily'), correction: of('correction'), load: of('load') },
  };
  const queued = unread.reduce((sum, { n }) => sum + n, 0);
  return { bodyId: row.bodyId, state, queued, keys: row.keys, enrolledBy: row.enrolledBy };
}

async function openFreeze(tx: Tx, bodyId: string): Promise<Evidence | null> {
  const [row] = await tx.query<FreezeRow>(
    `select lane, first, held, held_signature as "heldSignature", offered, offered_signature as "offeredSignature",
            to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
       from exchange_freeze where body_id = $1 and released_at is null`,
    [bodyId],
  );
  if (!row) return null;
  const held = row.held === null ? null : { text: row.held, signature: row.heldSignature! };
  return { lane: row.lane, first: Number(row.first), held, offered: { text: row.offered, signature: row.offeredSignature }, at: row.at };
}

/** A source that is new, with its lanes. False: the body has one, or the name is another's. */
export async function writeSource(
  tx: Tx,
  one: {
    readonly bodyId: string;
    readonly source: string;
    readonly kid: string;
    readonly publicKey: string;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into exchange_source (body_id, source, kid, public_key, enrolled_by, enrolled_at) values ($1,$2,$3,$4,$5,$6)
     on conflict do nothing returning 1`,
    [one.bodyId, one.source, one.kid, one.publicKey, one.by, one.at],
  );
  if (rows.length === 0) return false;
  await tx.query('insert into exchange_lane (body_id, lane) select $1, unnest($2::text[])', [one.bodyId, LANES]);
  return true;
}

/** Where the lanes and the epoch of a source stand now; `before`: as they stood, of which what is the same is not written. */
export async function writeState(tx: Tx, bodyId: string, before: CentreSource, { epoch, lanes }: CentreSource): Promise<void> {
  if (epoch !== before.epoch) await tx.query('update exchange_source set epoch = $2 where body_id = $1', [bodyId, epoch]);
  for (const lane of LANES) {
    if (lanes[lane] === before.lanes[lane]) continue;
    const { expected, previous, waiting } = lanes[lane];
    await tx.query('update exchange_lane set expected = $3, previous = $4, waiting = $5 where body_id = $1 and lane = $2', [
      bodyId,
      lane,
      expected,
      previous,
      waiting,
    ]);
  }
}

/** The batch that has this number, without its lines; null: none has. */
export async function heldBatch(
  tx: Tx,
  bodyId: string,
  { epoch, lane, first }: Pick<BatchManifest, 'epoch' | 'lane' | 'first'>,
): Promise<HeldBatch | null> {
  const [row] = await tx.query<{ manifest: string; manifestSignature: string; receipt: string; receiptSignature: string }>(
    `select manifest, manifest_signature as "manifestSignature", receipt, receipt_signature as "receiptSignature"
       from exchange_batch where body_id = $1 and epoch = $2 and lane = $3 and first <= $4 order by first desc limit 1`,
    [bodyId, epoch, lane, first],
  );
  if (!row) return null;
  const manifest = JSON.parse(row.manifest) as BatchManifest;
  if (manifest.last < first) return null;
  return {
    manifest,
    batch: { manifest: { text: row.manifest, signature: row.manifestSignature }, lines: '' },
    receipt: { text: row.receipt, signature: row.receiptSignature },
    result: null,
  };
}

export async function writeBatch(
  tx: Tx,
  bodyId: string,
  held: HeldBatch,
  more: { readonly at: Instant; readonly submissionId: string },
): Promise<void> {
  const { epoch, lane, first, last, sha256 } = held.manifest;
  await tx.query(
    `insert into exchange_batch (body_id, epoch, lane, first, last, sha256, manifest, manifest_signature, receipt, receipt_signature, received_at, submission_id)
     values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)`,
    [
      bodyId,
      epoch,
      lane,
      first,
      last,
      sha256,
      held.batch.manifest.text,
      held.batch.manifest.signature,
      held.receipt.text,
      held.receipt.signature,
      more.at,
      more.submissionId,
    ],
  );
}

export async function writeFreeze(tx: Tx, bodyId: string, epoch: number, { lane, first, held, offered, at }: Evidence): Promise<void> {
  await tx.query(
    `insert into exchange_freeze (body_id, epoch, lane, first, held, held_signature, offered, offered_signature, at) values ($1,$2,$3,$4,$5,$6,$7,$8,$9)`,
    [bodyId, epoch, lane, first, held?.text ?? null, held?.signature ?? null, offered.text, offered.signature, at],
  );
}

export async function writeRelease(tx: Tx, bodyId: string, [by, also]: readonly [string, string], at: Instant): Promise<void> {
  await tx.query(
    'update exchange_freeze set released_at = $2, released_by = $3, released_with = $4 where body_id = $1 and released_at is null',
    [bodyId, at, by, also],
  );
}

/**
 * How many batches of each lane the intake has not read yet: what a window bounds here. What waits for an officer afterwards holds up no line. The count that
 * stands with a lane is the one of when it last moved.
 */
const unreadBatches = (tx: Tx): Promise<{ readonly bodyId: string; readonly lane: Lane; readonly n: number }[]> =>
  tx.query(
    `select b.body_id as "bodyId", b.lane, count(*)::int as n
       from submission_file f join exchange_batch b on b.submission_id = f.submission_id
      where f.door = 'exchange' and f.stage in ('queued', 'reading') group by b.body_id, b.lane`,
  );

/** A batch with all that was signed about it; a key of its source verifies the manifest. */
export interface SignedBatch {
  /** body, epoch, lane, first number */
  readonly key: string;
  /** all that its source ever had */
  readonly keys: readonly SourceKey[];
  readonly sha256: string;
  readonly manifest: SignedText;
  readonly receipt: SignedText;
}

/** Batches in the order of their keys, after this one. */
export async function signedBatches(tx: Tx, after: string | null, limit: number): Promise<readonly SignedBatch[]> {
  const [body, epoch, lane, first] = after?.split('/') ?? ['00000000-0000-0000-0000-000000000000', '0', '', '0'];
  const rows = await tx.query<
    Record<'key' | 'sha256' | 'manifest' | 'manifestSignature' | 'receipt' | 'receiptSignature', string> & { keys: SourceKey[] }
  >(
    `select b.body_id || '/' || b.epoch || '/' || b.lane || '/' || b.first as key, b.sha256,
            (select jsonb_agg(jsonb_build_object('kid', k.kid, 'publicKey', k.public_key))
               from (select s.kid, s.public_key union all select f.kid, f.public_key from exchange_former_key f where f.body_id = s.body_id) k) as keys,
            b.manifest, b.manifest_signature as "manifestSignature", b.receipt, b.receipt_signature as "receiptSignature"
       from exchange_batch b join exchange_source s using (body_id)
      where (b.body_id, b.epoch, b.lane, b.first) > ($1::uuid, $2::int, $3::text, $4::bigint) order by b.body_id, b.epoch, b.lane, b.first limit $5`,
    [body, epoch, lane, first, limit],
  );
  return rows.map(({ manifest, manifestSignature, receipt, receiptSignature, ...row }) => ({
    ...row,
    manifest: { text: manifest, signature: manifestSignature },
    receipt: { text: receipt, signature: receiptSignature },
  }));
}
