/**
 * The centre's end of one source: `centreStep(state, event) → {state, effects}`. Pure: no clock, no SQL, no network.
 *
 * Whoever runs it MUST make the state and every `keep-…`, `freeze` and `grant` effect durable in one transaction, and MUST NOT send the answer before that has
 * been committed. What is read for an event (a batch that is held already) is read in the same transaction, behind a lock on the source.
 */
import { canonicalJson } from '#base/canonical-json.ts';
import type { Problem } from '#base/problem.ts';
import type { Instant } from '#base/clock.ts';
import { QUEUE_FULL, QUEUE_NARROW, RETRY_AFTER_MS, WINDOW_MAX } from '#doors/exchange/limits.ts';
import {
  digestWrong,
  epochWrong,
  fork,
  frozenSource,
  gap,
  loadLater,
  notThisSource,
  releaseNeedsTwo,
  resultUnknown,
  signatureWrong,
  windowFull,
} from '#doors/exchange/problems.ts';
import type {
  BatchManifest,
  BatchReceipt,
  BatchResult,
  ChangeVerdict,
  ExchangeChange,
  Lane,
  SentBatch,
  SignedText,
  SourceStatement,
} from '#doors/exchange/shapes.ts';
import type { SignText, VerifyText } from '#doors/exchange/signer.ts';
import { readChanges, readManifest } from './batch.ts';
import { sha256 } from './digests.ts';

/** One lane as the centre knows it. */
export interface CentreLane {
  /** the next number */
  readonly expected: number;
  /** digest of the batch that came last; null in a new epoch */
  readonly previous: string | null;
  /** batches received and not judged */
  readonly waiting: number;
}

/** Two that cannot both be: kept until two people have looked at them. */
export interface Evidence {
  readonly lane: Lane;
  readonly first: number;
  readonly held: SignedText | null;
  readonly offered: SignedText;
  readonly at: Instant;
}

export interface CentreSource {
  readonly source: string;
  readonly epoch: number;
  readonly frozen: Evidence | null;
  readonly lanes: Readonly<Record<Lane, CentreLane>>;
}

/** A batch that the centre holds, with what it said of it. */
export interface HeldBatch {
  readonly manifest: BatchManifest;
  readonly batch: SentBatch;
  readonly receipt: SignedText;
  readonly result: SignedText | null;
}

export type CentreEvent =
  /** `seen`: digest of the receipts that the node holds */
  | { readonly kind: 'greeted'; readonly epoch: number; readonly seen: string; readonly queued: number }
  /** `held`: the batch of that epoch and lane that has the number `first`, if there is one; `queued`: batches of all sources that wait to be judged */
  | {
      readonly kind: 'offered';
      readonly batch: SentBatch;
      readonly held: HeldBatch | null;
      readonly queued: number;
      readonly at: Instant;
    }
  | { readonly kind: 'asked-result'; readonly held: HeldBatch | null }
  /** the verdicts of a batch are complete */
  | { readonly kind: 'judged'; readonly held: HeldBatch; readonly verdicts: readonly ChangeVerdict[] }
  /** people looked at the evidence, or at a node that was restored, and grant a new epoch */
  | { readonly kind: 'released'; readonly by: readonly string[] };

export type CentreAnswer =
  | { readonly status: 200 | 202; readonly signed: SignedText | null }
  /** `expected` at a gap, `retryAfterMs` where it is worth trying again */
  | { readonly status: 'refused'; readonly problems: readonly Problem[]; readonly expected?: number; readonly retryAfterMs?: number };

export type CentreEffect =
  | { readonly do: 'answer'; readonly answer: CentreAnswer }
  | { readonly do: 'keep-batch'; readonly held: HeldBatch; readonly changes: readonly ExchangeChange[] }
  | { readonly do: 'keep-result'; readonly held: HeldBatch }
  | { readonly do: 'freeze'; readonly evidence: Evidence }
  | { readonly do: 'grant'; readonly epoch: number; readonly by: readonly string[] };

export interface CentreMeans {
  /** the name of this installation, as manifests have it */
  readonly audience: string;
  /** the key of receipts */
  readonly sign: SignText;
  /** the key that this source has registered */
  readonly verify: VerifyText;
}

export interface CentreStep {
  readonly state: CentreSource;
  readonly effects: readonly CentreEffect[];
}

const FIRST_LANE: CentreLane = { expected: 1, previous: null, waiting: 0 };

/** A source that was just enrolled. */
export const enrolledSource = (source: string): CentreSource => ({
  source,
  epoch: 1,
  frozen: null,
  lanes: { daily: FIRST_LANE, correction: FIRST_LANE, load: FIRST_LANE },
});

const answered = (state: CentreSource, answer: CentreAnswer, ...before: readonly CentreEffect[]): CentreStep => ({
  state,
  effects: [...before, { do: 'answer', answer }],
});
const refuse = (
  state: CentreSource,
  problem: Problem,
  more: { readonly expected?: number; readonly retryAfterMs?: number } = {},
): CentreStep => answered(state, { status: 'refused', problems: [problem], ...more });

/** Batches of a lane that may be in flight. */
const windowOf = (queued: number): number => (queued >= QUEUE_NARROW ? 1 : WINDOW_MAX);

export function centreStep(state: CentreSource, event: CentreEvent, means: CentreMeans): CentreStep {
  switch (event.kind) {
    case 'greeted':
      return greeted(state, event, means);
    case 'offered':
      return offered(state, event, means);
    case 'asked-result':
      return asked(state, event.held);
    case 'judged':
      return judged(state, event, means);
    case 'released':
      return released(state, event.by);
  }
}

function greeted(state: CentreSource, event: CentreEvent & { readonly kind: 'greeted' }, { sign }: CentreMeans): CentreStep {
  if (event.epoch !== state.epoch) return refuse(state, epochWrong({ epoch: String(event.epoch), current: String(state.epoch) }));
  const window = windowOf(event.queued);
  const lane = (one: Lane) => ({ expected: state.lanes[one].expected, window });
  const statement: SourceStatement = {
    what: 'standing',
    source: state.source,
    epoch: state.epoch,
    frozen: state.frozen !== null,
    seen: event.seen,
    lanes: { daily: lane('daily'), correction: lane('correction'), load: lane('load') },
  };
  return answered(state, { status: 200, signed: sign(canonicalJson(statement)) });
}

function offered(state: CentreSource, event: CentreEvent & { readonly kind: 'offered' }, means: CentreMeans): CentreStep {
  const { batch, held } = event;
  const read = readManifest(batch.manifest.text);
  if (!read.ok) return answered(state, { status: 'refused', problems: read.problems });
  const manifest = read.value;
  const { source, audience, epoch, lane, first } = manifest;
  if (source !== state.source || audience !== means.audience)
    return refuse(state, notThisSource({ named: source, audience, source: state.source }));
  if (!means.verify(batch.manifest)) return refuse(state, signatureWrong({ source }));
  if (sha256(batch.lines) !== manifest.sha256) return refuse(state, digestWrong());
  // The same batch is the same receipt, whatever has happened since.
  if (held !== null && held.manifest.epoch === epoch && sameContent(held.manifest, manifest))
    return answered(state, { status: 200, signed: held.receipt });
  if (epoch !== state.epoch) return refuse(state, epochWrong({ epoch: String(epoch), current: String(state.epoch) }));
  if (state.frozen !== null) return refuse(state, frozenSource({ source }));
  const { expected, previous, waiting } = state.lanes[lane];
  if (held !== null) return freeze(state, event, manifest);
  if (first !== expected)
    return answered(state, { status: 'refused', problems: [gap({ first: String(first), expected: String(expected) })], expected });
  // Not the history that was received: a node that was restored, or two that are one.
  if (manifest.previous !== previous) return freeze(state, event, manifest);
  if (lane === 'load' && event.queued >= QUEUE_FULL) return refuse(state, loadLater(), { retryAfterMs: RETRY_AFTER_MS });
  if (waiting >= windowOf(event.queued)) return refuse(state, windowFull({ waiting: String(waiting) }), { retryAfterMs: RETRY_AFTER_MS });
  const changes = readChanges(batch.lines, manifest);
  if (!changes.ok) return answered(state, { status: 'refused', problems: changes.problems });
  return received(state, event, manifest, changes.value, means);
}

const sameContent = (a: BatchManifest, b: BatchManifest): boolean =>
  a.lane === b.lane && a.first === b.first && a.last === b.last && a.sha256 === b.sha256;

function freeze(state: CentreSource, event: CentreEvent & { readonly kind: 'offered' }, { lane, first }: BatchManifest): CentreStep {
  const evidence: Evidence = { lane, first, held: event.held?.batch.manifest ?? null, offered: event.batch.manifest, at: event.at };
  const answer: CentreAnswer = { status: 'refused', problems: [fork({ first: String(first) })] };
  return answered({ ...state, frozen: evidence }, answer, { do: 'freeze', evidence });
}

function received(
  state: CentreSource,
  { batch, at }: CentreEvent & { readonly kind: 'offered' },
  manifest: BatchManifest,
  changes: readonly ExchangeChange[],
  { sign }: CentreMeans,
): CentreStep {
  const { source, epoch, lane, first, last } = manifest;
  const content: BatchReceipt = { what: 'received', source, epoch, lane, first, last, sha256: manifest.sha256, at };
  const receipt = sign(canonicalJson(content));
  const held: HeldBatch = { manifest, batch, receipt, result: null };
  const next: CentreLane = { expected: last + 1, previous: manifest.sha256, waiting: state.lanes[lane].waiting + 1 };
  return answered(
    { ...state, lanes: { ...state.lanes, [lane]: next } },
    { status: 202, signed: receipt },
    { do: 'keep-batch', held, changes },
  );
}

function asked(state: CentreSource, held: HeldBatch | null): CentreStep {
  if (held === null) return refuse(state, resultUnknown());
  return answered(state, held.result === null ? { status: 202, signed: null } : { status: 200, signed: held.result });
}

/** Verdicts that are not one a number, in order, are a bug of whoever judged: nothing is signed. */
function judged(state: CentreSource, { held, verdicts }: CentreEvent & { readonly kind: 'judged' }, { sign }: CentreMeans): CentreStep {
  const { source, epoch, lane, first, last } = held.manifest;
  if (held.result !== null) return { state, effects: [] };
  if (verdicts.length !== last - first + 1 || verdicts.some(({ seq }, at) => seq !== first + at))
    throw new Error('a verdict for each number of the batch, once and in order');
  const content: BatchResult = { what: 'judged', source, epoch, lane, first, last, sha256: held.manifest.sha256, verdicts };
  const kept: HeldBatch = { ...held, result: sign(canonicalJson(content)) };
  const now = state.lanes[lane];
  // Of an epoch before this one: nobody waits for room in its window.
  const lanes = epoch === state.epoch ? { ...state.lanes, [lane]: { ...now, waiting: now.waiting - 1 } } : state.lanes;
  return { state: { ...state, lanes }, effects: [{ do: 'keep-result', held: kept }] };
}

/** A new epoch: numbers begin again; what was received stays, and is judged. */
function released(state: CentreSource, by: readonly string[]): CentreStep {
  if (new Set(by).size < 2) return refuse(state, releaseNeedsTwo());
  const epoch = state.epoch + 1;
  return answered({ ...enrolledSource(state.source), epoch }, { status: 200, signed: null }, { do: 'grant', epoch, by });
}
