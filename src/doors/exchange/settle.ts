/**
 * What becomes of batches, in the background and whenever a sender asks: each step is known by how the rows stand, so that a round that was cut off is done
 * again whole. read → judged and sent on → in items → confirmed by the body's key, or told who is waited for → result → what was waited for, decided.
 */
import { createHash } from 'node:crypto';
import { recordAct } from '#authority/audit/record.ts';
import { activeKey } from '#authority/keys/store.ts';
import type { Bilingual, Problem } from '#base/problem.ts';
import { showDate } from '#base/vietnamese/dates.ts';
import type { PeriodicTask } from '#base/jobs/job.ts';
import type { SessionHandle, Tx } from '#base/database/transaction.ts';
import { releaseHeld } from '#record/confirmation/closing-store.ts';
import { moveItems } from '#record/confirmation/store.ts';
import { queueMatches } from '#record/intake/confirm.ts';
import { latestFile } from '#record/intake/store.ts';
import { workingDaysAfter } from '#standard/calendar/working-days.ts';
import { dayInVietnam } from '#base/clock.ts';
import { changesReceived, itemOf, placedChanges, standingFacts, statedValues } from './batch-changes.ts';
import type { PlacedChange } from './batch-changes.ts';
import { revisionAfter } from './compare.ts';
import { confirmItems } from './confirm-items.ts';
import { namedFact, sameValue } from './facts.ts';
import { tell } from './feed-store.ts';
import type { Untold } from './feed-store.ts';
import { followAll } from './feed.ts';
import { once } from './under-way.ts';
import { keepLineNames } from './line-names.ts';
import type { NamedLine } from './line-names.ts';
import { judgeBatch } from './judge-batch.ts';
import { CONFIRM_GRACE_MS, FOLLOW_EVERY_MS, OFFICER_WORKING_DAYS, SETTLED_AT_ONCE, SETTLE_EVERY_MS } from './limits.ts';
import type { SettleNeeds } from './places.ts';
import { changeReturned, changeTakenBack, notTheWriter, waitsForOfficer } from './problems.ts';
import { centreStep, enrolledSource } from './protocol/centre-step.ts';
import type { HeldBatch } from './protocol/centre-step.ts';
import { revisionOf } from './protocol/digests.ts';
import type { BatchManifest, ChangeVerdict, ExchangeChange, PersonFacts } from './shapes.ts';
import { jwsSigner } from './signer.ts';
import {
  changesOf,
  decidedBatches,
  itemsOfBatch,
  keptConfirmation,
  keptResult,
  lateConfirmed,
  openChanges,
  pointsOf,
  settleChanges,
  unjudgedBatches,
  writeFinals,
  writeResult,
} from './verdict-store.ts';
import type { FinalChange, ItemOfBatch, KeptBatch, KeptChange } from './verdict-store.ts';

/**
 * Rounds about batches of one body come one after the other, on whatever node: what one batch says is a duplicate of what another said before, and neither
 * would see the other's word while both are judged at once.
 */
const lockLine = (tx: Tx, { bodyId }: KeptBatch): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`exchange-line:${bodyId}`]);

/**
 * Brings one batch as far as it can come now; whoever asks while it is under way gets what that comes to. `handle`: a system session over all bodies.
 * @returns waits: for others, or for its turn
 */
export const settleBatch = async (needs: SettleNeeds, handle: SessionHandle, batch: KeptBatch): Promise<'judged' | 'waits'> =>
  (await once(needs.db, batch.submissionId, () => settle(needs, handle, batch))) ?? 'waits';

async function settle(needs: SettleNeeds, handle: SessionHandle, batch: KeptBatch): Promise<'judged' | 'waits'> {
  const changes = await changesReceived(needs, batch);
  const stage = await needs.db.transaction(handle, async (tx): Promise<'judged' | 'waits' | 'looked-at'> => {
    await lockLine(tx, batch);
    if (await keptResult(tx, batch)) return 'judged';
    const file = await latestFile(tx, batch.submissionId, { lock: true });
    if (!file || file.stage === 'queued' || file.stage === 'reading') return 'waits';
    if ((await changesOf(tx, batch)).length === 0) await judgeBatch(tx, needs, batch, file, changes);
    return 'looked-at';
  });
  if (stage !== 'looked-at') return stage;
  const told = await confirmBatch(needs, handle, batch, changes);
  if (told === 'waits') return 'waits';
  return needs.db.transaction(handle, async (tx): Promise<'judged'> => {
    await lockLine(tx, batch);
    if (!(await keptResult(tx, batch))) await conclude(tx, needs, batch, changes, told);
    return 'judged';
  });
}

/**
 * The body's own key confirms what it may.
 * @returns by person, why not; `waits`: the items are not all there, or the key has not spoken yet and may still
 */
async function confirmBatch(
  needs: SettleNeeds,
  handle: SessionHandle,
  batch: KeptBatch,
  changes: readonly ExchangeChange[],
): Promise<ReadonlyMap<string, Problem> | 'waits'> {
  const now = await needs.db.transaction(handle, async (tx) => {
    const file = await latestFile(tx, batch.submissionId);
    if (!file || (file.stage === 'submitted' && !file.advanced)) return null;
    await letRepeatedGo(tx, needs, batch, changes);
    const states = (await itemsOfBatch(tx, batch.submissionId)).map(({ state }) => state);
    return { confirmation: await keptConfirmation(tx, batch), states };
  });
  if (now === null) return 'waits';
  const isOver = Date.parse(needs.clock.now()) - Date.parse(batch.receivedAt) >= CONFIRM_GRACE_MS;
  if (batch.confirms === 'queue' && !now.confirmation) return new Map();
  const isOpen = now.states.some((state) => state === 'awaiting-confirmation' || state === 'waiting-match');
  if (isOpen && !now.confirmation) return isOver ? new Map() : 'waits';
  if (!now.confirmation || !isOpen) return new Map();
  if (now.states.includes('waiting-match') && !isOver) return 'waits';
  return confirmItems(needs, handle, batch, changes, now.confirmation);
}

/** Items of which every change was said before: they wait in the submission that brought them first. */
async function letRepeatedGo(tx: Tx, needs: SettleNeeds, batch: KeptBatch, changes: readonly ExchangeChange[]): Promise<void> {
  const kept = new Map((await changesOf(tx, batch)).map((one) => [one.seq, one]));
  if (![...kept.values()].some(({ verdict }) => verdict === 'duplicate')) return;
  const file = await latestFile(tx, batch.submissionId);
  const placed = await placedChanges(tx, needs, file!, changes);
  const items = await itemsOfBatch(tx, batch.submissionId);
  const saying = Map.groupBy(placed, (one) => itemOf(items, one)?.itemId);
  const repeated = items.filter(({ itemId }) => {
    const own = saying.get(itemId) ?? [];
    return own.length > 0 && own.every(({ change }) => kept.get(change.seq)?.verdict === 'duplicate');
  });
  if (repeated.length === 0) return;
  const moved = await moveItems(
    tx,
    { kind: 'withdrawn' },
    { submissionId: batch.submissionId, itemIds: repeated.map(({ itemId }) => itemId) },
  );
  await releaseHeld(tx, moved, queueMatches(needs));
}

/** Who decides what waits, and by when: told to the sender. */
async function waitingFor(tx: Tx, needs: SettleNeeds, batch: KeptBatch): Promise<Problem> {
  const today = needs.clock.today();
  const body = await needs.bodyOn(tx, batch.bodyId, today);
  const who: Bilingual = {
    vi: `cán bộ xác nhận của ${body?.name ?? ''}`,
    en: `an officer of ${body?.name ?? ''} who confirms`,
  };
  const by = showDate(workingDaysAfter(dayInVietnam(batch.receivedAt), OFFICER_WORKING_DAYS));
  return waitsForOfficer({ who, by });
}

/** The result of a batch: every number once, in order, signed with the receipts' key, kept with its verdicts in this transaction. */
async function conclude(
  tx: Tx,
  needs: SettleNeeds,
  batch: KeptBatch,
  changes: readonly ExchangeChange[],
  told: ReadonlyMap<string, Problem>,
): Promise<void> {
  const kept = new Map((await changesOf(tx, batch)).map((one) => [one.seq, one]));
  const file = await latestFile(tx, batch.submissionId);
  const placed = file ? await placedChanges(tx, needs, file, changes) : [];
  const items = await itemsOfBatch(tx, batch.submissionId);
  const people = placed.flatMap(({ line }) => line?.personId ?? []);
  const facts = await standingFacts(tx, needs, people);
  const waits = await waitingFor(tx, needs, batch);
  const verdicts: ChangeVerdict[] = [];
  const settled: KeptChange[] = [];
  for (const own of Map.groupBy(placed, ({ place }) => place.root).values()) {
    const stated = statedValues(own);
    for (const one of own) {
      const { seq } = one.change;
      const before = kept.get(seq)!;
      const item = itemOf(items, one);
      const personId = one.line?.personId ?? '';
      const why = told.get(personId);
      const now = verdictNow(before, item, one, [waits, ...(why ? [why] : [])]);
      settled.push({ ...now, itemId: item?.itemId ?? null });
      verdicts.push(verdictOf(now, revised(one, facts.get(personId) ?? {}, stated.get(seq)).revision));
    }
  }
  verdicts.sort((a, b) => a.seq - b.seq);
  await settleChanges(tx, batch, settled);
  // What stands otherwise than its sender could know: in another spelling, or from another day.
  const accepted = new Set(verdicts.flatMap(({ seq, verdict }) => (verdict === 'accepted' ? [seq] : [])));
  const ours = placed.filter(({ change }) => accepted.has(change.seq));
  await tell(
    tx,
    batch.bodyId,
    await standingOf(tx, batch.bodyId, ours, facts, (change, revision) => revision !== revisionAfter(change)),
    needs.clock.now(),
  );
  await signResult(tx, needs, batch, verdicts);
  await alarm(tx, needs, batch, verdicts);
}

function verdictNow(
  before: KeptChange,
  item: ItemOfBatch | undefined,
  { line, change }: PlacedChange,
  waiting: readonly Problem[],
): KeptChange {
  if (before.verdict === 'rejected' || before.verdict === 'duplicate') return before;
  if (before.verdict === 'quarantined' && before.problems.length > 0) return before;
  // Between check and send another body registered the person.
  if (line?.verdict === 'waiting') return { ...before, verdict: 'rejected', problems: [notTheWriter()] };
  if (!item)
    return change.operation === 'claim'
      ? { ...before, verdict: 'accepted', problems: [] }
      : { ...before, verdict: 'duplicate', was: 'accepted', problems: [] };
  const final = finalOf(item);
  if (final) return { ...before, ...final };
  return { ...before, problems: [...before.problems, ...waiting] };
}

/** What became of an item that was decided; null: it is open. */
function finalOf({
  state,
  decision,
}: Pick<ItemOfBatch, 'state' | 'decision'>): { readonly verdict: 'accepted' | 'rejected'; readonly problems: readonly Problem[] } | null {
  if (state === 'registered') return { verdict: 'accepted', problems: [] };
  if (state === 'withdrawn' || state === 'superseded') return { verdict: 'rejected', problems: [changeTakenBack()] };
  if (state !== 'returned') return null;
  // The officer's words about a value may tell the value: the codes of the reasons say enough.
  const reasons = (decision?.cells ?? []).map(({ field, reason }) => `${field}: ${reason}`).join('; ');
  return { verdict: 'rejected', problems: [changeReturned({ reasons })] };
}

/** What stands of the fact of a change now: its revision, and, of a line that was added, the name that the register gave it. */
function revised(
  { change, place }: PlacedChange,
  facts: PersonFacts,
  stated: unknown,
): { readonly revision: string | null; readonly fact?: string } {
  const fact = namedFact(change.fact);
  if (fact === null) return { revision: null };
  if (fact.line === null || (place.act !== null && change.operation !== 'assert'))
    return { revision: revisionOf(facts[fact.name] ?? null) };
  const value = stated ?? change.value;
  const added = Object.entries(facts).findLast(
    ([name, standing]) => name.startsWith(`${fact.group}/${fact.key}#`) && sameValue(standing.value, value),
  );
  return added ? { revision: revisionOf(added[1]), fact: added[0] } : { revision: null };
}

function verdictOf({ seq, verdict, was, problems }: KeptChange, revision: string | null): ChangeVerdict {
  switch (verdict) {
    case 'accepted':
      return { seq, verdict, revision };
    case 'duplicate':
      return { seq, verdict, was: was ?? 'accepted' };
    case 'conflict':
      return { seq, verdict, about: 'fact', problems };
    default:
      return { seq, verdict, problems };
  }
}

const NOT_WRITER = notTheWriter.declaration.code;

/** Changes of people whom another agency keeps: refused, and told to who is on duty. */
async function alarm(
  tx: Tx,
  needs: SettleNeeds,
  { bodyId, source, epoch, lane, submissionId }: KeptBatch,
  verdicts: readonly ChangeVerdict[],
): Promise<void> {
  const seqs = verdicts.flatMap((one) => ('problems' in one && one.problems.some(({ code }) => code === NOT_WRITER) ? [one.seq] : []));
  if (seqs.length === 0) return;
  await recordAct(tx, needs, [
    {
      act: 'exchange.not-writer',
      purpose: 'SUBMIT',
      bodyId,
      objectId: submissionId,
      payload: { epoch, lane, changes: seqs.length, first: seqs[0]! },
    },
  ]);
  needs.onNotWriter?.({ source, changes: seqs.length });
}

async function signResult(tx: Tx, needs: SettleNeeds, batch: KeptBatch, verdicts: readonly ChangeVerdict[]): Promise<void> {
  const { bodyId, source, epoch, lane, first, last, submissionId, receipt } = batch;
  const at = needs.clock.now();
  const key = await activeKey(tx, needs.keys, { purpose: 'receipt', bodyId: null }, at);
  const sign = jwsSigner(key.privateKey, key.kid);
  const manifest = JSON.parse(batch.manifest.text) as BatchManifest;
  const held: HeldBatch = { manifest, batch: { manifest: batch.manifest, lines: '' }, receipt, result: null };
  const step = centreStep(
    { ...enrolledSource(source), epoch },
    { kind: 'judged', held, verdicts },
    { audience: '', sign, verify: () => false },
  );
  const [effect] = step.effects;
  if (effect?.do !== 'keep-result') throw new Error('a result that is not kept');
  const result = effect.held.result!;
  await writeResult(tx, batch, result, at);
  const counts = Object.fromEntries([...Map.groupBy(verdicts, ({ verdict }) => verdict)].map(([verdict, all]) => [verdict, all.length]));
  await recordAct(tx, needs, [
    {
      act: 'exchange.judged',
      purpose: 'SUBMIT',
      bodyId,
      objectId: submissionId,
      payload: { epoch, lane, first, last, counts, sha256: createHash('sha256').update(result.text).digest('hex'), jws: result.signature },
    },
  ]);
}

/** What was told to wait and is decided by now: kept, and told to the sender with what stands. */
async function decideWaiting(tx: Tx, needs: SettleNeeds, batch: KeptBatch, changes: readonly ExchangeChange[]): Promise<void> {
  await lockLine(tx, batch);
  const open = await openChanges(tx, batch);
  const file = await latestFile(tx, batch.submissionId);
  const placed = file ? (await placedChanges(tx, needs, file, changes)).filter(({ change }) => open.has(change.seq)) : [];
  const items = await itemsOfBatch(tx, batch.submissionId);
  const decided = placed.flatMap((one) => {
    const item = itemOf(items, one);
    const final = item ? finalOf(item) : null;
    return final ? [{ one, final }] : [];
  });
  const finals = decided.map(({ one, final }): FinalChange => ({ seq: one.change.seq, final: final.verdict, problems: final.problems }));
  const { epoch, lane } = batch;
  const at = needs.clock.now();
  await writeFinals(tx, batch, finals, at);
  const accepted = decided.flatMap(({ one, final }) => (final.verdict === 'accepted' ? [one] : []));
  const facts = await standingFacts(
    tx,
    needs,
    accepted.flatMap(({ line }) => line?.personId ?? []),
  );
  await tell(
    tx,
    batch.bodyId,
    [
      ...finals.map(({ seq }): Untold => ({ what: 'outcome', epoch, lane, seq })),
      ...(await standingOf(tx, batch.bodyId, accepted, facts, () => true)),
    ],
    at,
  );
}

/** Facts of accepted changes, as the register has them, to be told: each once. How the source calls lines that it added is kept. */
async function standingOf(
  tx: Tx,
  bodyId: string,
  accepted: readonly PlacedChange[],
  facts: ReadonlyMap<string, PersonFacts>,
  isTold: (change: ExchangeChange, revision: string | null) => boolean,
): Promise<readonly Untold[]> {
  const people = [...new Set(accepted.flatMap(({ line }) => line?.personId ?? []))];
  const points = await pointsOf(tx, people);
  const told = new Map<string, Untold>();
  const lines: NamedLine[] = [];
  for (const [personId, own] of Map.groupBy(accepted, ({ line }) => line?.personId ?? '')) {
    const stated = statedValues(own);
    const point = points.get(personId);
    for (const one of own) {
      const { revision, fact: added } = revised(one, facts.get(personId) ?? {}, stated.get(one.change.seq));
      const named = namedFact(one.change.fact);
      const fact = added ?? named?.name;
      if (added !== undefined && named?.line && named.name !== added)
        lines.push({ personId, section: named.key, key: named.line, line: added.slice(added.lastIndexOf('#') + 1) });
      if (point === undefined || fact === undefined || revision === null || !isTold(one.change, revision)) continue;
      told.set(`${personId} ${fact}`, { what: 'fact', personId, knownTx: point, fact });
    }
  }
  await keepLineNames(tx, bodyId, lines);
  return [...told.values()];
}

/**
 * One round over everything that can go on.
 * @param handle  a system session over all bodies
 * @throws        the first that failed, when every other was settled
 */
export async function settleOnce(needs: SettleNeeds, handle: SessionHandle, signal?: AbortSignal): Promise<void> {
  const failed: unknown[] = [];
  const since = new Date(Date.parse(needs.clock.now()) - CONFIRM_GRACE_MS).toISOString();
  for (let after: KeptBatch | null = null; ;) {
    const page: readonly KeptBatch[] = await needs.db.transaction(handle, (tx) => unjudgedBatches(tx, SETTLED_AT_ONCE, since, after));
    for (const batch of page) {
      if (signal?.aborted) return;
      await settleBatch(needs, handle, batch).catch((error: unknown) => failed.push(error));
    }
    if (page.length < SETTLED_AT_ONCE) break;
    after = page.at(-1)!;
  }
  for (const batch of await needs.db.transaction(handle, (tx) => lateConfirmed(tx, SETTLED_AT_ONCE))) {
    if (signal?.aborted) return;
    await confirmBatch(needs, handle, batch, await changesReceived(needs, batch)).catch((error: unknown) => failed.push(error));
  }
  for (const batch of await needs.db.transaction(handle, (tx) => decidedBatches(tx, SETTLED_AT_ONCE))) {
    if (signal?.aborted) return;
    const changes = await changesReceived(needs, batch);
    await needs.db.transaction(handle, (tx) => decideWaiting(tx, needs, batch, changes)).catch((error: unknown) => failed.push(error));
  }
  if (failed.length > 0) throw failed[0];
}

const RETRY_MS = 10_000;

export const settleExchangeTask = (
  needs: Omit<SettleNeeds, 'jobSession'> & { readonly jobSession: (bodyId: string | null) => Promise<SessionHandle> },
): PeriodicTask => ({
  name: 'exchange.settle',
  everyMs: SETTLE_EVERY_MS,
  retryMs: RETRY_MS,
  async round(signal) {
    await settleOnce(needs, await needs.jobSession(null), signal);
    return 'done';
  },
});

/** What every source is told of the register. */
export const followExchangeTask = (
  needs: Omit<SettleNeeds, 'jobSession'> & { readonly jobSession: (bodyId: string | null) => Promise<SessionHandle> },
): PeriodicTask => ({
  name: 'exchange.follow',
  everyMs: FOLLOW_EVERY_MS,
  retryMs: RETRY_MS,
  round: async (signal) => followAll(needs, await needs.jobSession(null), signal),
});
