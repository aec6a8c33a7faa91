/** How a node is: for its page, for `congvu node status`, for whoever watches it. No names and no numbers of people. */
import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Instant } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import { LANES } from '#doors/exchange/protocol/lanes.ts';
import type { Lane } from '#doors/exchange/shapes.ts';
import type { NodeStanding } from '#doors/exchange/protocol/node-step.ts';
import type { SqlClient } from '#node/outbox/sql.ts';
import { rowsOf } from '#node/outbox/sql.ts';
import { readState } from '#node/outbox/store.ts';
import type { NodeSettings } from '#node/settings.ts';

export interface LaneState {
  readonly lane: Lane;
  /** numbered, in no batch */
  readonly unsent: number;
  /** in a batch that has no receipt yet */
  readonly sent: number;
  /** the centre holds it, and has not judged it */
  readonly received: number;
}

/** A change that was not taken, and what the centre said of it. The person is named by the reference that the body's own software gave the change. */
export interface ToldBack {
  readonly ref: string;
  readonly fact: string;
  readonly verdict: string;
  readonly at: Instant;
  readonly code: string | null;
  readonly title: Bilingual | null;
  readonly next: Bilingual | null;
}

export interface NodeStatus {
  readonly source: string;
  readonly epoch: number;
  readonly standing: NodeStanding;
  /** last answer of the centre */
  readonly heardAt: Instant | null;
  /** recorded, without a number */
  readonly inbox: number;
  readonly lanes: readonly LaneState[];
  readonly accepted: number;
  readonly lastBatch: { readonly name: string; readonly receivedAt: Instant; readonly isJudged: boolean } | null;
  readonly toldBack: { readonly many: number; readonly newest: readonly ToldBack[] };
  readonly alarms: readonly { readonly about: string; readonly codes: readonly string[]; readonly at: Instant }[];
  /** what the sources of changes leave to people */
  readonly questions: number;
  readonly confirmations: { readonly waiting: number; readonly refused: number };
  /** last day and hour of the certificate by which this machine is known; null: it has none */
  readonly certificateEnds: Instant | null;
}

const UTC = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const TOLD_BACK_MAX = 50;
/** What the centre did not take, and nobody has decided for since. */
const NOT_TAKEN = `verdict ->> 'verdict' not in ('accepted', 'duplicate') and coalesce(outcome ->> 'verdict', '') not in ('accepted', 'duplicate')`;

async function laneStates(sql: SqlClient): Promise<readonly LaneState[]> {
  const { state } = (await readState(sql))!;
  const rows = await rowsOf<{ lane: Lane; many: number }>(
    sql,
    'select lane, count(*)::int as many from congvu_node.change where verdict is null group by lane',
  );
  return LANES.map((lane) => {
    const { pending } = state.lanes[lane];
    const inBatches = (isReceived: boolean): number =>
      pending
        .filter(({ receipt }) => (receipt !== null) === isReceived)
        .reduce((sum, { manifest }) => sum + manifest.last - manifest.first + 1, 0);
    const [sent, received] = [inBatches(false), inBatches(true)];
    return { lane, sent, received, unsent: (rows.find((row) => row.lane === lane)?.many ?? 0) - sent - received };
  });
}

async function toldBack(sql: SqlClient): Promise<NodeStatus['toldBack']> {
  const [counted] = await rowsOf<{ many: number }>(
    sql,
    `select count(*)::int as many from congvu_node.change where verdict is not null and ${NOT_TAKEN}`,
  );
  const newest = await rowsOf<ToldBack>(
    sql,
    `select ref, split_part(fact, '#', 1) as fact, coalesce(outcome, verdict) ->> 'verdict' as verdict, ${UTC('settled_at')} as at,
            coalesce(outcome, verdict) -> 'problems' -> 0 ->> 'code' as code,
            coalesce(outcome, verdict) -> 'problems' -> 0 -> 'title' as title,
            coalesce(outcome, verdict) -> 'problems' -> 0 -> 'next' as next
       from congvu_node.change where verdict is not null and ${NOT_TAKEN} order by settled_at desc, seq limit ${TOLD_BACK_MAX}`,
  );
  return { many: counted!.many, newest };
}

/** The end of the certificate; null: there is none, or it cannot be read. */
function certificateEnds(file: string | null): Instant | null {
  if (file === null || !existsSync(file)) return null;
  try {
    return new Date(new X509Certificate(readFileSync(file)).validTo).toISOString();
  } catch {
    return null;
  }
}

/** @param sql  one connection */
export async function nodeStatus(sql: SqlClient, settings: NodeSettings): Promise<NodeStatus> {
  const { state, heardAt } = (await readState(sql))!;
  const [counts] = await rowsOf<{ inbox: number; accepted: number; questions: number; waiting: number; refused: number }>(
    sql,
    `select (select count(*) from congvu_node.inbox)::int as inbox,
            (select count(*) from congvu_node.change where verdict ->> 'verdict' in ('accepted', 'duplicate'))::int as accepted,
            (select count(*) from congvu_node.question where answer is null)::int as questions,
            (select count(*) from congvu_node.confirmation where answer is null)::int as waiting,
            (select count(*) from congvu_node.confirmation where jsonb_array_length(answer -> 'codes') > 0)::int as refused`,
  );
  const [last] = await rowsOf<{ name: string; receivedAt: Instant; isJudged: boolean }>(
    sql,
    `select r1.epoch || '/' || r1.lane || '/' || r1.first || '-' || r1.last as name, ${UTC('r1.kept_at')} as "receivedAt",
            exists (select 1 from congvu_node.receipt as r2 where r2.what = 'judged' and (r2.epoch, r2.lane, r2.first) = (r1.epoch, r1.lane, r1.first)) as "isJudged"
       from congvu_node.receipt as r1 where r1.what = 'received' order by r1.kept_at desc limit 1`,
  );
  const alarms = await rowsOf<NodeStatus['alarms'][number]>(
    sql,
    `select about, codes, ${UTC('at')} as at from congvu_node.alarm where ended_at is null order by id`,
  );
  const { inbox, accepted, questions, waiting, refused } = counts!;
  return {
    source: state.source,
    epoch: state.epoch,
    standing: state.standing,
    heardAt,
    inbox,
    lanes: await laneStates(sql),
    accepted,
    lastBatch: last ?? null,
    toldBack: await toldBack(sql),
    alarms,
    questions,
    confirmations: { waiting, refused },
    certificateEnds: certificateEnds(settings.centre.certificate),
  };
}

/** Is there nothing that waits, and does the centre agree? Then both ends are in step as of the last answer. */
export const isInStep = ({ standing, inbox, lanes }: NodeStatus): boolean =>
  standing === 'in-step' && inbox === 0 && lanes.every(({ unsent, sent, received }) => unsent + sent + received === 0);
