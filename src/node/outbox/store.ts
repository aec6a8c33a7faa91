/** All SQL of the outbox but for what is recorded (`record.ts`). Numbers of epochs, lanes and changes stay below 2^31: a body makes that many in no life. */
import type { Instant } from '#base/clock.ts';
import { BATCH_CHANGES_MAX, DIGEST_BUCKETS } from '#doors/exchange/limits.ts';
import type { NewChange, NodeState } from '#doors/exchange/protocol/node-step.ts';
import { bucketOf } from '#doors/exchange/protocol/digest-buckets.ts';
import { revisionOf } from '#doors/exchange/protocol/digests.ts';
import { LANES } from '#doors/exchange/protocol/lanes.ts';
import type {
  BatchManifest,
  ChangeVerdict,
  ExchangeChange,
  FactStanding,
  FeedEntry,
  Lane,
  PersonFacts,
  SignedText,
} from '#doors/exchange/shapes.ts';
import { BATCH_CHARS_MAX } from '#node/limits.ts';
import type { SqlClient } from './sql.ts';
import { rowsOf } from './sql.ts';
import { wholePeople } from './whole-people.ts';

/** The state behind its lock: whoever holds it is the only one that makes a step. */
export async function lockState(sql: SqlClient): Promise<NodeState | null> {
  const [row] = await rowsOf<{ state: NodeState }>(sql, 'select state from congvu_node.node for update');
  return row?.state ?? null;
}

export async function readState(sql: SqlClient): Promise<{ readonly state: NodeState; readonly heardAt: Instant | null } | null> {
  const [row] = await rowsOf<{ state: NodeState; heard: string | null }>(
    sql,
    `select state, to_char(heard_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as heard from congvu_node.node`,
  );
  return row ? { state: row.state, heardAt: row.heard } : null;
}

export const writeState = (sql: SqlClient, state: NodeState): Promise<unknown> =>
  sql.query('update congvu_node.node set state = $1', [JSON.stringify(state)]);

/** The first state of a node; one that is there stays. */
export const writeFirstState = (sql: SqlClient, state: NodeState): Promise<unknown> =>
  sql.query('insert into congvu_node.node (state) values ($1) on conflict do nothing', [JSON.stringify(state)]);

export const writeHeard = (sql: SqlClient, at: Instant): Promise<unknown> => sql.query('update congvu_node.node set heard_at = $1', [at]);

export interface WaitingChange {
  readonly id: string;
  readonly lane: Lane;
  readonly change: Omit<NewChange, 'base'> & { readonly base?: string | null };
}

/** What was recorded and has no number, oldest first. */
export async function waitingChanges(sql: SqlClient, most: number): Promise<readonly WaitingChange[]> {
  return rowsOf<WaitingChange>(sql, 'select id::text as id, lane, change from congvu_node.inbox order by inbox.id limit $1', [most]);
}

export const takeFromInbox = (sql: SqlClient, ids: readonly string[]): Promise<unknown> =>
  sql.query('delete from congvu_node.inbox where id = any ($1::bigint[])', [ids]);

export async function knownRefs(sql: SqlClient, refs: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await rowsOf<{ ref: string }>(sql, 'select ref from congvu_node.change where ref = any ($1)', [refs]);
  return new Set(rows.map(({ ref }) => ref));
}

/** By person, the lane in which a change of theirs waits for its verdict. */
export async function lanesOfPeople(sql: SqlClient, people: readonly string[]): Promise<Map<string, Lane>> {
  const rows = await rowsOf<{ person: string; lane: Lane }>(
    sql,
    'select distinct person, lane from congvu_node.change where verdict is null and person = any ($1)',
    [people],
  );
  return new Map(rows.map(({ person, lane }) => [person, lane]));
}

/** What this side knows of one fact. */
export interface KnownFact {
  readonly person: string;
  readonly fact: string;
  /** what this side holds to be so, with what is under way */
  readonly standing: FactStanding | null;
  /** what the centre confirmed */
  readonly confirmed: FactStanding | null;
  /** names what stands with what is under way, as the centre will: the base of the next change */
  readonly revision: string | null;
  /** names what the centre confirmed, as the centre does */
  readonly confirmedRevision: string | null;
}

/** Something that stands at both ends alike. */
export const standsAtBoth = (person: string, fact: string, standing: FactStanding | null): KnownFact => {
  const revision = revisionOf(standing);
  return { person, fact, standing, confirmed: standing, revision, confirmedRevision: revision };
};
const FACT = 'person, fact, standing, confirmed, revision, confirmed_revision as "confirmedRevision"';

export async function factsNamed(
  sql: SqlClient,
  named: readonly { readonly person: string; readonly fact: string }[],
): Promise<KnownFact[]> {
  return rowsOf<KnownFact>(
    sql,
    `select ${FACT} from congvu_node.fact
       where (person, fact) in (select * from unnest($1::text[], $2::text[]))`,
    [named.map(({ person }) => person), named.map(({ fact }) => fact)],
  );
}

/** Writes what is known of facts; what stands nowhere is known no more. */
export async function writeFacts(sql: SqlClient, facts: readonly KnownFact[]): Promise<void> {
  if (facts.length === 0) return;
  await sql.query(
    `insert into congvu_node.fact (person, fact, bucket, standing, confirmed, revision, confirmed_revision)
       select * from unnest($1::text[], $2::text[], $3::smallint[], $4::jsonb[], $5::jsonb[], $6::text[], $7::text[])
     on conflict (person, fact) do update
       set standing = excluded.standing, confirmed = excluded.confirmed, revision = excluded.revision, confirmed_revision = excluded.confirmed_revision`,
    [
      facts.map(({ person }) => person),
      facts.map(({ fact }) => fact),
      facts.map(({ person }) => bucketOf(person, DIGEST_BUCKETS)),
      facts.map(({ standing }) => (standing === null ? null : JSON.stringify(standing))),
      facts.map(({ confirmed }) => (confirmed === null ? null : JSON.stringify(confirmed))),
      facts.map(({ revision }) => revision),
      facts.map(({ confirmedRevision }) => confirmedRevision),
    ],
  );
  const gone = facts.filter(({ standing, confirmed }) => standing === null && confirmed === null);
  if (gone.length > 0)
    await sql.query('delete from congvu_node.fact where (person, fact) in (select * from unnest($1::text[], $2::text[]))', [
      gone.map(({ person }) => person),
      gone.map(({ fact }) => fact),
    ]);
}

export const forgetPerson = (sql: SqlClient, person: string): Promise<unknown> =>
  sql.query('delete from congvu_node.fact where person = $1', [person]);

export async function factsOfPerson(sql: SqlClient, person: string): Promise<readonly KnownFact[]> {
  return rowsOf<KnownFact>(sql, `select ${FACT} from congvu_node.fact where person = $1`, [person]);
}

/** A change with the number that it got. */
export interface NumberedChange {
  readonly lane: Lane;
  readonly change: ExchangeChange;
  /** what stands after it; null: nothing */
  readonly after: FactStanding | null;
  /** false for what moves no fact: claim, release, take, and what cannot be */
  readonly moves: boolean;
}

export async function writeChanges(sql: SqlClient, numbered: readonly NumberedChange[]): Promise<void> {
  if (numbered.length === 0) return;
  const says = ({ seq: _seq, ...change }: ExchangeChange): string => JSON.stringify(change);
  await sql.query(
    `insert into congvu_node.change (ref, lane, seq, person, fact, change, after, moves)
       select * from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::text[], $6::jsonb[], $7::jsonb[], $8::boolean[])`,
    [
      numbered.map(({ change }) => change.ref),
      numbered.map(({ lane }) => lane),
      numbered.map(({ change }) => change.seq),
      numbered.map(({ change }) => change.person),
      numbered.map(({ change }) => change.fact),
      numbered.map(({ change }) => says(change)),
      numbered.map(({ after }) => (after === null ? null : JSON.stringify(after))),
      numbered.map(({ moves }) => moves),
    ],
  );
}

/** By lane, the first changes that are in no batch, as many as a batch may have, people whole. Of a lane whose window is full none is read. */
export async function outboxOf(sql: SqlClient, { lanes, windows }: NodeState): Promise<Readonly<Record<Lane, readonly ExchangeChange[]>>> {
  const outbox: Record<Lane, readonly ExchangeChange[]> = { daily: [], correction: [], load: [] };
  for (const lane of LANES) {
    if (lanes[lane].pending.length >= windows[lane] || lanes[lane].numbered === lanes[lane].sealed) continue;
    const rows = await rowsOf<{ seq: number; change: Omit<ExchangeChange, 'seq'> }>(
      sql,
      `select seq, change from congvu_node.change where verdict is null and lane = $1 and seq > $2 order by seq limit $3`,
      // One more than go in: it tells whether a person goes on behind them.
      [lane, lanes[lane].sealed, BATCH_CHANGES_MAX + 1],
    );
    let room = BATCH_CHARS_MAX;
    const tooLarge = rows.findIndex(({ change }, at) => (room -= JSON.stringify(change).length) <= 0 && at > 0);
    outbox[lane] = wholePeople(
      rows.map(({ seq, change }) => ({ ...change, seq })),
      Math.min(BATCH_CHANGES_MAX, tooLarge === -1 ? BATCH_CHANGES_MAX : tooLarge),
    );
  }
  return outbox;
}

export const writeBatch = (sql: SqlClient, manifest: BatchManifest, signed: SignedText, lines: Uint8Array): Promise<unknown> =>
  sql.query(
    `insert into congvu_node.batch (epoch, lane, first, last, sha256, manifest, signature, lines) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [manifest.epoch, manifest.lane, manifest.first, manifest.last, manifest.sha256, signed.text, signed.signature, Buffer.from(lines)],
  );

/** What names a batch. */
export type BatchName = Pick<BatchManifest, 'epoch' | 'lane' | 'first'>;

export interface KeptBatch {
  readonly manifest: SignedText;
  /** compressed */
  readonly lines: Uint8Array;
}

export async function keptBatch(sql: SqlClient, { epoch, lane, first }: BatchName): Promise<KeptBatch | null> {
  const [row] = await rowsOf<{ manifest: string; signature: string; lines: Buffer }>(
    sql,
    'select manifest, signature, lines from congvu_node.batch where epoch = $1 and lane = $2 and first = $3',
    [epoch, lane, first],
  );
  return row ? { manifest: { text: row.manifest, signature: row.signature }, lines: row.lines } : null;
}

/** A receipt is kept once: the centre says the same bytes for ever, and what comes second says nothing new. */
export const writeReceipt = (
  sql: SqlClient,
  what: 'received' | 'judged',
  name: BatchName & { readonly last: number },
  signed: SignedText,
  at: Instant,
): Promise<unknown> =>
  sql.query(
    `insert into congvu_node.receipt (what, epoch, lane, first, last, text, signature, kept_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict do nothing`,
    [what, name.epoch, name.lane, name.first, name.last, signed.text, signed.signature, at],
  );

/** A change that was open, as it is when its verdict comes. */
export interface SettledChange {
  readonly ref: string;
  readonly seq: number;
  readonly person: string;
  readonly fact: string;
  readonly after: FactStanding | null;
  readonly moves: boolean;
}

/** Writes the verdicts of a batch. @returns the changes, in their order */
export async function settleChanges(
  sql: SqlClient,
  lane: Lane,
  verdicts: readonly ChangeVerdict[],
  at: Instant,
): Promise<readonly SettledChange[]> {
  const rows = await rowsOf<SettledChange>(
    sql,
    `update congvu_node.change as one set verdict = told.verdict, settled_at = $4
       from unnest($2::int[], $3::jsonb[]) as told (seq, verdict)
      where one.lane = $1 and one.seq = told.seq and one.verdict is null
      returning one.ref, one.seq, one.person, one.fact, one.after, one.moves`,
    [lane, verdicts.map(({ seq }) => seq), verdicts.map((one) => JSON.stringify(one)), at],
  );
  return rows.sort((a, b) => a.seq - b.seq);
}

/** Of these facts, those of which a change waits for its verdict. */
export async function openFacts(sql: SqlClient, people: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await rowsOf<{ person: string; fact: string }>(
    sql,
    'select distinct person, fact from congvu_node.change where verdict is null and moves and person = any ($1)',
    [people],
  );
  return new Set(rows.map(factName));
}
export const factName = ({ person, fact }: { readonly person: string; readonly fact: string }): string => JSON.stringify([person, fact]);

/** What is not answered is numbered anew, in its order. */
export const renumberChanges = (sql: SqlClient): Promise<unknown> =>
  sql.query(
    `update congvu_node.change as one set seq = told.seq
       from (select ref, row_number() over (partition by lane order by change.seq)::int as seq from congvu_node.change where verdict is null) as told
      where one.ref = told.ref`,
  );

/** By lane, how many changes have no verdict. */
export async function countUnanswered(sql: SqlClient): Promise<Readonly<Record<Lane, number>>> {
  const rows = await rowsOf<{ lane: Lane; many: number }>(
    sql,
    'select lane, count(*)::int as many from congvu_node.change where verdict is null group by lane',
  );
  return { daily: 0, correction: 0, load: 0, ...Object.fromEntries(rows.map(({ lane, many }) => [lane, many])) };
}

export const writeFeedEntry = (sql: SqlClient, entry: FeedEntry, at: Instant): Promise<unknown> =>
  sql.query('insert into congvu_node.feed_entry (n, entry, taken_at) values ($1, $2, $3) on conflict do nothing', [
    entry.n,
    JSON.stringify(entry),
    at,
  ]);

/** What became of a change in the end: a verdict that stood over it waited for people. @returns the change, when it is one of ours */
export async function writeOutcome(sql: SqlClient, ref: string, outcome: unknown): Promise<SettledChange | null> {
  const [row] = await rowsOf<SettledChange>(
    sql,
    'update congvu_node.change set outcome = $2 where ref = $1 returning ref, seq, person, fact, after, moves',
    [ref, JSON.stringify(outcome)],
  );
  return row ?? null;
}

export async function writeAlarm(sql: SqlClient, about: string, codes: readonly string[], evidence: unknown, at: Instant): Promise<void> {
  const same = await sql.query('select 1 from congvu_node.alarm where ended_at is null and about = $1 and codes = $2::text[]', [
    about,
    codes,
  ]);
  if (same.rows.length > 0) return;
  await sql.query('insert into congvu_node.alarm (about, codes, evidence, at) values ($1, $2, $3, $4)', [
    about,
    codes,
    evidence === null ? null : JSON.stringify(evidence),
    at,
  ]);
}

export const endAlarms = (sql: SqlClient, about: readonly string[], at: Instant): Promise<unknown> =>
  sql.query('update congvu_node.alarm set ended_at = $2 where ended_at is null and about = any ($1)', [about, at]);

/** Facts of people who arrive. */
export const arrivedFacts = (person: string, facts: PersonFacts): readonly KnownFact[] =>
  Object.entries(facts).map(([fact, standing]) => standsAtBoth(person, fact, standing));
