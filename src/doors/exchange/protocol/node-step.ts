/**
 * The body's end: `nodeStep(state, event) → {state, effects}`. Pure: no clock, no chance, no network, no files.
 *
 * The state is small and does not grow: changes and sealed batches are kept beside it by whoever runs it, who MUST make the state and all that a step keeps,
 * settles, renumbers and learns durable in one transaction (a change in that of the body's own record) before any `ask` of the step leaves.
 */
import type { Instant } from '#base/clock.ts';
import { PAUSE_FIRST_MS, PAUSE_LAST_MS } from '#doors/exchange/limits.ts';
import type {
  BatchManifest,
  BatchReceipt,
  BatchResult,
  ChangeVerdict,
  ExchangeChange,
  FeedEntry,
  Lane,
  SentBatch,
  SignedText,
  SourceStatement,
} from '#doors/exchange/shapes.ts';
import type { SignText, VerifyText } from '#doors/exchange/signer.ts';
import { sealBatch } from './batch.ts';
import type { Denial } from './convict.ts';
import { deniedReceipt } from './convict.ts';
import { receiptsDigest } from './digests.ts';
import { LANES } from './lanes.ts';

/** A batch that was sealed and is not answered whole. */
export interface PendingBatch {
  readonly manifest: BatchManifest;
  /** R1, once it was verified */
  readonly receipt: SignedText | null;
  readonly tries: number;
  /** milliseconds since 1970 before which it is not asked about again */
  readonly notBefore: number;
}

export interface NodeLane {
  /** the highest number given */
  readonly numbered: number;
  /** the highest number in a sealed batch */
  readonly sealed: number;
  /** digest of the batch sealed last */
  readonly previous: string | null;
  /** sealed, oldest first */
  readonly pending: readonly PendingBatch[];
  /** the receipt of the highest numbers */
  readonly receipt: SignedText | null;
}

/**
 * new: it has not greeted the centre since it started · in-step · frozen: the centre saw a fork · stale: another epoch is in use ·
 * restored: the centre holds numbers that this node never gave · denied: the centre does not hold what it gave a receipt for
 */
export type NodeStanding = 'new' | 'in-step' | 'frozen' | 'stale' | 'restored' | 'denied';

export interface NodeState {
  readonly source: string;
  readonly epoch: number;
  readonly standing: NodeStanding;
  readonly lanes: Readonly<Record<Lane, NodeLane>>;
  /** the last entry of the feed that was taken */
  readonly cursor: number;
  readonly windows: Readonly<Record<Lane, number>>;
  /** how often in a row a greeting was not answered, and when it is tried again */
  readonly greetings: { readonly tries: number; readonly notBefore: number };
}

/** `put` is sent with the batch that was kept under its manifest. */
export type NodeAsk =
  | { readonly kind: 'hello'; readonly source: string; readonly epoch: number; readonly seen: string }
  | { readonly kind: 'put'; readonly source: string; readonly manifest: BatchManifest }
  | {
      readonly kind: 'result';
      readonly source: string;
      readonly epoch: number;
      readonly lane: Lane;
      readonly first: number;
      readonly last: number;
    }
  | { readonly kind: 'feed'; readonly source: string; readonly after: number };

/** What came back: codes of problems are what a program decides by. */
export type NodeReply =
  | { readonly status: 200 | 202; readonly signed: SignedText | null }
  | { readonly status: 'feed'; readonly entries: readonly FeedEntry[] }
  | { readonly status: 'refused'; readonly codes: readonly string[]; readonly retryAfterMs?: number };

/** A change as the body's software states it: the node numbers it. */
export type NewChange = Omit<ExchangeChange, 'seq'>;

export type NodeEvent =
  /** `waitsIn`: the lane in which a change of the same person waits for its verdict; null: none does */
  | { readonly kind: 'recorded'; readonly lane: Lane; readonly waitsIn: Lane | null; readonly change: NewChange }
  /** time has passed. `chance`: 0 ≤ x < 1, drawn anew each time; `outbox`: by lane, the first changes that are in no batch, in order, as many as a batch may have */
  | {
      readonly kind: 'tick';
      readonly atMs: number;
      readonly at: Instant;
      readonly chance: number;
      readonly outbox: Readonly<Record<Lane, readonly ExchangeChange[]>>;
    }
  | { readonly kind: 'heard'; readonly ask: NodeAsk; readonly reply: NodeReply; readonly atMs: number; readonly chance: number }
  /** people enrolled this node anew, and the centre granted this epoch; `unanswered`: by lane, how many changes have no verdict */
  | { readonly kind: 'enrolled'; readonly epoch: number; readonly unanswered: Readonly<Record<Lane, number>> }
  /** the program started: nothing is known of what happened meanwhile */
  | { readonly kind: 'started' };

export type NodeEffect =
  | { readonly do: 'ask'; readonly ask: NodeAsk }
  /** a receipt or result, verified: kept for ever */
  | { readonly do: 'keep'; readonly signed: SignedText }
  | { readonly do: 'keep-change'; readonly lane: Lane; readonly change: ExchangeChange }
  | { readonly do: 'keep-batch'; readonly manifest: BatchManifest; readonly batch: SentBatch }
  /** the changes of this batch have their verdicts, each by its number */
  | { readonly do: 'settled'; readonly manifest: BatchManifest; readonly verdicts: readonly ChangeVerdict[] }
  /** the n-th change of a lane that has no verdict gets number n of this epoch; batches kept before it are sent no more */
  | { readonly do: 'renumber'; readonly epoch: number }
  | { readonly do: 'learned'; readonly entries: readonly FeedEntry[] }
  | { readonly do: 'alarm'; readonly about: 'unverified' | 'frozen' | 'stale' | 'restored' | 'refused'; readonly codes: readonly string[] }
  | { readonly do: 'convict'; readonly denial: Denial };

export interface NodeMeans {
  readonly audience: string;
  readonly sign: SignText;
  /** the centre's key of receipts */
  readonly verify: VerifyText;
}

export interface NodeStep {
  readonly state: NodeState;
  readonly effects: readonly NodeEffect[];
}

const FIRST_LANE: NodeLane = { numbered: 0, sealed: 0, previous: null, pending: [], receipt: null };
const ONE_EACH = { daily: 1, correction: 1, load: 1 } as const;
const NO_GREETING = { tries: 0, notBefore: 0 } as const;

export const newNode = (source: string): NodeState => ({
  source,
  epoch: 1,
  standing: 'new',
  lanes: { daily: FIRST_LANE, correction: FIRST_LANE, load: FIRST_LANE },
  cursor: 0,
  windows: ONE_EACH,
  greetings: NO_GREETING,
});

export function nodeStep(state: NodeState, event: NodeEvent, means: NodeMeans): NodeStep {
  switch (event.kind) {
    case 'recorded':
      return recorded(state, event);
    case 'tick':
      return ticked(state, event, means);
    case 'heard':
      return heard(state, event, means);
    case 'enrolled':
      return enrolled(state, event);
    case 'started':
      return { state: { ...state, standing: state.standing === 'denied' ? 'denied' : 'new', greetings: NO_GREETING }, effects: [] };
  }
}

const inLane = (state: NodeState, lane: Lane, change: Partial<NodeLane>): NodeState => ({
  ...state,
  lanes: { ...state.lanes, [lane]: { ...state.lanes[lane], ...change } },
});

/** Changes of one person keep their order: they go by the lane in which one of them waits already. */
function recorded(state: NodeState, { lane: asked, waitsIn, change }: NodeEvent & { readonly kind: 'recorded' }): NodeStep {
  const lane = waitsIn ?? asked;
  const seq = state.lanes[lane].numbered + 1;
  return { state: inLane(state, lane, { numbered: seq }), effects: [{ do: 'keep-change', lane, change: { ...change, seq } }] };
}

/** A pause that doubles, drawn from zero to its length: many nodes that were cut off together do not come back together. */
function pauseMs(tries: number, chance: number, atLeastMs = 0): number {
  return Math.max(atLeastMs, Math.floor(chance * Math.min(PAUSE_LAST_MS, PAUSE_FIRST_MS * 2 ** Math.min(tries, 20))));
}

/** Between two questions for a result a pause that grows by as much: who waits for an hour learns of it a minute late, not half an hour. */
const longerMs = (tries: number): number => Math.min(PAUSE_LAST_MS, PAUSE_FIRST_MS * tries);

function ticked(state: NodeState, { atMs, at, chance, outbox }: NodeEvent & { readonly kind: 'tick' }, means: NodeMeans): NodeStep {
  if (state.standing !== 'in-step') return greeting(state, atMs, chance);
  let next = state;
  const effects: NodeEffect[] = [];
  for (const lane of LANES) {
    const step = sealed(next, lane, outbox[lane], at, means);
    next = step.state;
    effects.push(...step.effects);
    const pending: PendingBatch[] = [];
    for (const one of next.lanes[lane].pending) {
      if (one.notBefore > atMs) {
        pending.push(one);
        continue;
      }
      effects.push({ do: 'ask', ask: askAbout(next.source, one) });
      const pause = one.receipt === null ? pauseMs(one.tries, chance) : longerMs(one.tries);
      pending.push({ ...one, tries: one.tries + 1, notBefore: atMs + PAUSE_FIRST_MS + pause });
    }
    next = inLane(next, lane, { pending });
  }
  effects.push({ do: 'ask', ask: { kind: 'feed', source: state.source, after: state.cursor } });
  return { state: next, effects };
}

const askAbout = (source: string, { manifest, receipt }: PendingBatch): NodeAsk => {
  const { epoch, lane, first, last } = manifest;
  return receipt === null ? { kind: 'put', source, manifest } : { kind: 'result', source, epoch, lane, first, last };
};

const receiptsOf = ({ lanes }: NodeState): readonly (SignedText | null)[] => LANES.map((lane) => lanes[lane].receipt);

/** What is not in step sends nothing but greetings: it may have been released. */
function greeting(state: NodeState, atMs: number, chance: number): NodeStep {
  const { tries, notBefore } = state.greetings;
  if (notBefore > atMs || state.standing === 'denied') return { state, effects: [] };
  const ask: NodeAsk = { kind: 'hello', source: state.source, epoch: state.epoch, seen: receiptsDigest(receiptsOf(state)) };
  const greetings = { tries: tries + 1, notBefore: atMs + pauseMs(tries, chance, PAUSE_FIRST_MS) };
  return { state: { ...state, greetings }, effects: [{ do: 'ask', ask }] };
}

/** Seals what waits in the outbox, where the window has room. A batch, once sealed, is never made anew. */
function sealed(state: NodeState, lane: Lane, outbox: readonly ExchangeChange[], at: Instant, means: NodeMeans): NodeStep {
  const { pending, previous, sealed: upTo } = state.lanes[lane];
  if (outbox.length === 0 || pending.length >= state.windows[lane]) return { state, effects: [] };
  if (outbox.some(({ seq }, i) => seq !== upTo + 1 + i)) throw new Error('the outbox is not what follows the last batch');
  const { source, epoch } = state;
  const batch = sealBatch(outbox, { source, epoch, lane, previous, audience: means.audience, issuedAt: at }, means.sign);
  const manifest = JSON.parse(batch.manifest.text) as BatchManifest;
  const one: PendingBatch = { manifest, receipt: null, tries: 0, notBefore: 0 };
  return {
    state: inLane(state, lane, { pending: [...pending, one], previous: manifest.sha256, sealed: manifest.last }),
    effects: [{ do: 'keep-batch', manifest, batch }],
  };
}

function heard(state: NodeState, event: NodeEvent & { readonly kind: 'heard' }, means: NodeMeans): NodeStep {
  const { ask, reply } = event;
  if (ask.kind === 'feed') return reply.status === 'feed' ? learned(state, reply.entries) : { state, effects: [] };
  if (reply.status === 'feed') return { state, effects: [] };
  // An answer to what was asked before people enrolled this node anew is none.
  if (ask.kind === 'hello' && ask.epoch !== state.epoch) return { state, effects: [] };
  if (reply.status === 'refused') return turnedAway(state, event, reply);
  if (reply.signed === null) return { state, effects: [] };
  if (!means.verify(reply.signed)) return { state, effects: [{ do: 'alarm', about: 'unverified', codes: [] }] };
  if (ask.kind === 'hello') return welcomed(state, ask.seen, reply.signed, means);
  return ask.kind === 'put' ? receipted(state, reply.signed) : answered(state, reply.signed);
}

const STANDING_AFTER: Readonly<Record<string, 'frozen' | 'stale'>> = {
  'E-EXCHANGE-FORK': 'frozen',
  'E-EXCHANGE-FROZEN': 'frozen',
  'E-EXCHANGE-EPOCH': 'stale',
};

function turnedAway(
  state: NodeState,
  { ask, atMs, chance }: NodeEvent & { readonly kind: 'heard' },
  { codes, retryAfterMs }: NodeReply & { readonly status: 'refused' },
): NodeStep {
  const standing = codes.map((code) => STANDING_AFTER[code]).find((one) => one !== undefined);
  // A batch of an epoch before this one: its changes go by other numbers now.
  if (ask.kind === 'put' && ask.manifest.epoch !== state.epoch) return { state, effects: [] };
  if (standing && state.standing !== 'denied')
    return { state: { ...state, standing }, effects: state.standing === standing ? [] : [{ do: 'alarm', about: standing, codes }] };
  // The centre lacks what it gave a receipt for: it is greeted, and says so under its signature. A batch that overtook the one before it says nothing.
  const isOvertaking =
    ask.kind === 'put' &&
    state.lanes[ask.manifest.lane].pending.some(({ manifest, receipt }) => receipt === null && manifest.first < ask.manifest.first);
  if (codes.includes('E-EXCHANGE-UNKNOWN-BATCH') || (codes.includes('E-EXCHANGE-GAP') && !isOvertaking))
    return { state: state.standing === 'in-step' ? { ...state, standing: 'new', greetings: NO_GREETING } : state, effects: [] };
  if (ask.kind !== 'put') return { state, effects: [] };
  const { lane, first } = ask.manifest;
  const pending = state.lanes[lane].pending.map((one) =>
    one.manifest.first === first && one.receipt === null
      ? { ...one, notBefore: Math.max(one.notBefore, atMs + pauseMs(one.tries, chance, retryAfterMs)) }
      : one,
  );
  return {
    state: inLane(state, lane, { pending }),
    effects: retryAfterMs === undefined && !isOvertaking ? [{ do: 'alarm', about: 'refused', codes }] : [],
  };
}

/** The centre said what it holds. It is believed where that fits what this node knows. */
function welcomed(state: NodeState, seen: string, statement: SignedText, means: NodeMeans): NodeStep {
  const said = JSON.parse(statement.text) as SourceStatement;
  if (state.standing === 'denied' || said.what !== 'standing') return { state, effects: [] };
  if (said.source !== state.source || said.epoch !== state.epoch || said.seen !== seen) return { state, effects: [] };
  const receipts = receiptsOf(state);
  // Receipts came since it was asked: the statement may be older than they are.
  if (receiptsDigest(receipts) !== seen) return { state: { ...state, greetings: NO_GREETING }, effects: [] };
  const denial: Denial = { receipts, statement };
  if (deniedReceipt(denial, means.verify) !== null)
    return { state: { ...state, standing: 'denied' }, effects: [{ do: 'convict', denial }] };
  if (said.frozen) return fallsTo(state, 'frozen');
  if (LANES.some((lane) => said.lanes[lane].expected > state.lanes[lane].sealed + 1)) return fallsTo(state, 'restored');
  const windows = { daily: said.lanes.daily.window, correction: said.lanes.correction.window, load: said.lanes.load.window };
  return { state: { ...state, standing: 'in-step', windows, greetings: NO_GREETING }, effects: [] };
}

const fallsTo = (state: NodeState, standing: 'frozen' | 'restored'): NodeStep => ({
  state: { ...state, standing },
  effects: state.standing === standing ? [] : [{ do: 'alarm', about: standing, codes: [] }],
});

const isOf = (manifest: BatchManifest, said: BatchReceipt | BatchResult): boolean =>
  manifest.source === said.source &&
  manifest.epoch === said.epoch &&
  manifest.first === said.first &&
  manifest.last === said.last &&
  manifest.sha256 === said.sha256;

/** R1: of the very batch that was sealed, or of nothing. */
function receipted(state: NodeState, receipt: SignedText): NodeStep {
  const said = JSON.parse(receipt.text) as BatchReceipt;
  const lane = state.lanes[said.lane];
  const at = said.what === 'received' ? lane.pending.findIndex(({ manifest }) => isOf(manifest, said)) : -1;
  if (at === -1 || lane.pending[at]!.receipt !== null) return { state, effects: [] };
  // Those behind it were perhaps turned away for its sake: now is their time, however long they were to wait.
  const pending = lane.pending.map((one, i) => {
    if (i === at) return { ...one, receipt, tries: 0, notBefore: 0 };
    return one.receipt === null ? { ...one, tries: 0, notBefore: 0 } : one;
  });
  const before = lane.receipt === null ? 0 : (JSON.parse(lane.receipt.text) as BatchReceipt).last;
  return {
    state: inLane(state, said.lane, { pending, receipt: said.last > before ? receipt : lane.receipt }),
    effects: [{ do: 'keep', signed: receipt }],
  };
}

/** R2: a verdict for every number, once, in order; else it is no result and nothing leaves the outbox. */
function answered(state: NodeState, result: SignedText): NodeStep {
  const said = JSON.parse(result.text) as BatchResult;
  const lane = state.lanes[said.lane];
  const batch = said.what === 'judged' ? lane.pending.find(({ manifest }) => isOf(manifest, said)) : undefined;
  if (!batch) return { state, effects: [] };
  const { first, last } = said;
  if (said.verdicts.length !== last - first + 1 || said.verdicts.some(({ seq }, at) => seq !== first + at))
    return { state, effects: [{ do: 'alarm', about: 'unverified', codes: [] }] };
  return {
    state: inLane(state, said.lane, { pending: lane.pending.filter((one) => one !== batch) }),
    effects: [
      { do: 'keep', signed: result },
      { do: 'settled', manifest: batch.manifest, verdicts: said.verdicts },
    ],
  };
}

/** Entries in their order, each once; one that is missing is asked for again. */
function learned(state: NodeState, entries: readonly FeedEntry[]): NodeStep {
  const next: FeedEntry[] = [];
  for (const one of entries) if (one.n === state.cursor + next.length + 1) next.push(one);
  if (next.length === 0) return { state, effects: [] };
  return { state: { ...state, cursor: state.cursor + next.length }, effects: [{ do: 'learned', entries: next }] };
}

/** A new epoch: whatever is not answered is numbered anew, in its order. The centre knows by their names what it has judged already. */
function enrolled(state: NodeState, { epoch, unanswered }: NodeEvent & { readonly kind: 'enrolled' }): NodeStep {
  if (epoch <= state.epoch) return { state, effects: [] };
  const anew = (lane: Lane): NodeLane => ({ ...FIRST_LANE, numbered: unanswered[lane] });
  const lanes = { daily: anew('daily'), correction: anew('correction'), load: anew('load') };
  return {
    state: { ...state, epoch, standing: 'new', lanes, windows: ONE_EACH, greetings: NO_GREETING },
    effects: [{ do: 'renumber', epoch }],
  };
}
