/** SQL of what sources are told and compared by. All of it needs a system session over all bodies. */
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Problem } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import type { Lane } from './shapes.ts';

/** A source that is told. */
export interface ToldSource {
  readonly bodyId: string;
  readonly source: string;
  readonly told: number;
  /** point of the register up to which it was told */
  readonly followedTx: number;
  readonly toldEdition: number;
}

const SOURCE = `select body_id as "bodyId", source, told::float8 as told, followed_tx::float8 as "followedTx", told_edition as "toldEdition" from exchange_source`;

export const toldSources = (tx: Tx): Promise<ToldSource[]> => tx.query<ToldSource>(`${SOURCE} order by body_id`);

/** The source of this name; `lock`: held until the end of the transaction, so that its numbers stay dense. */
export async function toldSource(
  tx: Tx,
  where: { readonly source: string } | { readonly bodyId: string },
  lock = false,
): Promise<ToldSource | null> {
  const [column, value] = 'source' in where ? ['source', where.source] : ['body_id', where.bodyId];
  const [row] = await tx.query<ToldSource>(`${SOURCE} where ${column} = $1 ${lock ? 'for update' : ''}`, [value]);
  return row ?? null;
}

/** What is told, without its number. */
export type Untold =
  | { readonly what: 'fact' | 'arrived' | 'left'; readonly personId: string; readonly knownTx: number; readonly fact?: string }
  | { readonly what: 'outcome'; readonly epoch: number; readonly lane: Lane; readonly seq: number }
  | { readonly what: 'lists'; readonly edition: number };

/** Adds entries behind the last one; the caller holds the source. */
export async function tell(tx: Tx, bodyId: string, told: readonly Untold[], at: Instant): Promise<void> {
  if (told.length === 0) return;
  await tx.query(
    `with told as (update exchange_source set told = told + $3 where body_id = $1 returning told - $3 as before)
     insert into exchange_feed (body_id, n, at, what, person_id, known_tx, fact, epoch, lane, seq, edition)
     select $1, told.before + e.no, $4, e.what, e."personId", e."knownTx", e.fact, e.epoch, e.lane, e.seq, e.edition
       from told, jsonb_to_recordset($2::jsonb) as e (no int, what text, "personId" uuid, "knownTx" bigint, fact text, epoch int, lane text, seq bigint, edition int)`,
    [bodyId, JSON.stringify(told.map((one, at0) => ({ no: at0 + 1, ...one }))), told.length, at],
  );
}

/** An entry as it is kept. */
export interface KeptEntry {
  readonly n: number;
  readonly what: 'fact' | 'arrived' | 'left' | 'outcome' | 'lists' | 'void';
  readonly at: Instant;
  readonly personId: string | null;
  readonly knownTx: number | null;
  readonly fact: string | null;
  readonly epoch: number | null;
  readonly lane: Lane | null;
  readonly seq: number | null;
  readonly edition: number | null;
  readonly final: 'accepted' | 'rejected' | null;
  readonly problems: readonly Problem[] | null;
  /** how an outcome's batch is kept */
  readonly sha256: string | null;
  readonly first: number | null;
  readonly last: number | null;
}

export const entriesAfter = (tx: Tx, bodyId: string, after: number, limit: number): Promise<KeptEntry[]> =>
  tx.query<KeptEntry>(
    `select f.n::float8 as n, f.what, to_char(f.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, f.person_id as "personId", f.known_tx::float8 as "knownTx",
            f.fact, f.epoch, f.lane, f.seq::float8 as seq, f.edition, c.final, c.problems, b.sha256, b.first::float8 as first, b.last::float8 as last
       from exchange_feed f
       left join exchange_change c on c.body_id = f.body_id and c.epoch = f.epoch and c.lane = f.lane and c.seq = f.seq
       left join exchange_batch b on b.body_id = f.body_id and b.submission_id = c.submission_id and b.epoch = f.epoch and b.lane = f.lane
      where f.body_id = $1 and f.n > $2 order by f.n limit $3`,
    [bodyId, after, limit],
  );

/** Somebody whom the register says something new of. */
export interface Moved {
  readonly personId: string;
  /** the body that keeps the record now; null: nobody, or the record goes on under another */
  readonly keeper: string | null;
  /** up to which point this source was told of them; null: it keeps them not */
  readonly knownTx: number | null;
  /** point of the register of the newest that is known of them */
  readonly tx: number;
}

/**
 * People of a source, or who were, of whom something was registered between two settled points, in the order of those points. What the source was told of each is
 * looked up person by person: joined as a whole, everybody of the source would be read for each of them where the statistics do not know yet how many there are.
 */
export const movedPeople = (tx: Tx, bodyId: string, after: number, until: number, limit: number): Promise<Moved[]> =>
  tx.query<Moved>(
    `select p.person_id as "personId", case when p.merged_into is null then p.body_id end as keeper, p.known_tx::float8 as "knownTx", p.tx::float8 as tx
       from (select p.person_id, p.body_id, p.merged_into, p.tx, (select e.known_tx from exchange_person e where e.person_id = p.person_id and e.body_id = $1) as known_tx
               from person p where p.tx > $2 and p.tx <= $3 offset 0) p
      where p.body_id = $1 and p.merged_into is null and (p.known_tx is null or p.known_tx < p.tx)
         or p.known_tx is not null and (p.body_id <> $1 or p.merged_into is not null)
      order by p.tx, p.person_id limit $4`,
    [bodyId, after, until, limit],
  );

/** Which submissions of these are batches of the source itself. */
export async function ownSubmissions(tx: Tx, bodyId: string, submissionIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (submissionIds.length === 0) return new Set();
  const rows = await tx.query<{ id: string }>(
    'select submission_id as id from exchange_batch where body_id = $1 and submission_id = any ($2::uuid[])',
    [bodyId, submissionIds],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Citizen numbers of people, opened: whoever has none any more is not there. */
export async function numbersOf(tx: Tx, keys: Keys, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.query<{ personId: string; sealed: Buffer; salt: Buffer }>(
    `select n.person_id as "personId", n.sealed, s.salt from national_id n join person_salt s using (person_id)
      where n.person_id = any ($1::uuid[]) and n.state = 'registered'`,
    [personIds],
  );
  return new Map(rows.map(({ personId, sealed, salt }) => [personId, Buffer.from(keys.open(salt, 'national-id', sealed)).toString()]));
}

export interface KeptPerson {
  readonly personId: string;
  readonly bucket: number;
  readonly knownTx: number;
}

/** Whom a source keeps from now on, or up to which point it was told of them; digests of their buckets are of no use any more. */
export async function keepPeople(tx: Tx, bodyId: string, people: readonly KeptPerson[]): Promise<void> {
  if (people.length === 0) return;
  const values = [bodyId, people.map(({ personId }) => personId), people.map(({ bucket }) => bucket), people.map(({ knownTx }) => knownTx)];
  await tx.query(
    `insert into exchange_person (body_id, person_id, bucket, known_tx) select $1, p, b, t from unnest($2::uuid[], $3::smallint[], $4::bigint[]) as n (p, b, t)
     on conflict (person_id, body_id) do update set bucket = excluded.bucket, known_tx = excluded.known_tx`,
    values,
  );
  await tx.query('delete from exchange_bucket where body_id = $1 and bucket = any ($2::smallint[])', [bodyId, values[2]]);
}

export async function letPeopleGo(tx: Tx, bodyId: string, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  await tx.query(
    `with gone as (delete from exchange_person where body_id = $1 and person_id = any ($2::uuid[]) returning bucket)
     delete from exchange_bucket b using gone g where b.body_id = $1 and b.bucket = g.bucket`,
    [bodyId, personIds],
  );
}

export const setFollowed = (tx: Tx, bodyId: string, point: number): Promise<unknown> =>
  tx.query('update exchange_source set followed_tx = $2 where body_id = $1', [bodyId, point]);
export const setToldEdition = (tx: Tx, bodyId: string, edition: number): Promise<unknown> =>
  tx.query('update exchange_source set told_edition = $2 where body_id = $1', [bodyId, edition]);

/** People of some buckets, with the point up to which the source was told of each. */
export const peopleOfBuckets = (tx: Tx, bodyId: string, buckets: readonly number[]): Promise<KeptPerson[]> =>
  tx.query<KeptPerson>(
    'select person_id as "personId", bucket, known_tx::float8 as "knownTx" from exchange_person where body_id = $1 and bucket = any ($2::smallint[]) order by person_id',
    [bodyId, buckets],
  );

/** Buckets in which somebody is and whose digest is not kept, in their order. */
export async function staleBuckets(tx: Tx, bodyId: string, limit: number): Promise<number[]> {
  const rows = await tx.query<{ bucket: number }>(
    `select distinct p.bucket from exchange_person p where p.body_id = $1
        and not exists (select 1 from exchange_bucket b where b.body_id = p.body_id and b.bucket = p.bucket) order by p.bucket limit $2`,
    [bodyId, limit],
  );
  return rows.map(({ bucket }) => bucket);
}

export const keptDigests = (tx: Tx, bodyId: string): Promise<{ readonly bucket: number; readonly digest: string }[]> =>
  tx.query('select bucket, digest from exchange_bucket where body_id = $1', [bodyId]);

export const keepDigests = (tx: Tx, bodyId: string, digests: ReadonlyMap<number, string>): Promise<unknown> =>
  tx.query(
    `insert into exchange_bucket (body_id, bucket, digest) select $1, b, d from unnest($2::smallint[], $3::text[]) as n (b, d)
     on conflict (body_id, bucket) do update set digest = excluded.digest`,
    [bodyId, [...digests.keys()], [...digests.values()]],
  );
