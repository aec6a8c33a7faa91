/** One step of the protocol on tables: what `nodeStep` keeps, settles and learns is durable with its state before any of its questions leaves. */
import { compressLines } from '#doors/exchange/protocol/wire-bytes.ts';
import { revisionOf } from '#doors/exchange/protocol/digests.ts';
import { standingAfter } from '#doors/exchange/protocol/judge.ts';
import type { NodeAsk, NodeEffect, NodeEvent, NodeMeans, NodeState } from '#doors/exchange/protocol/node-step.ts';
import { nodeStep } from '#doors/exchange/protocol/node-step.ts';
import type { BatchReceipt, BatchResult, ChangeVerdict, FeedEntry, Lane } from '#doors/exchange/shapes.ts';
import type { Instant } from '#base/clock.ts';
import { NUMBERED_MAX } from '#node/limits.ts';
import type { NodeDatabase, SqlClient } from './sql.ts';
import type { KnownFact, NumberedChange, SettledChange } from './store.ts';
import {
  arrivedFacts,
  countUnanswered,
  endAlarms,
  factName,
  factsNamed,
  factsOfPerson,
  forgetPerson,
  knownRefs,
  lanesOfPeople,
  lockState,
  openFacts,
  outboxOf,
  renumberChanges,
  settleChanges,
  standsAtBoth,
  takeFromInbox,
  waitingChanges,
  writeAlarm,
  writeBatch,
  writeChanges,
  writeFacts,
  writeFeedEntry,
  writeOutcome,
  writeReceipt,
  writeState,
} from './store.ts';

/** What a step needs besides its event. */
export interface StepNeeds {
  readonly database: NodeDatabase;
  readonly means: NodeMeans;
}

async function stateOf(sql: SqlClient): Promise<NodeState> {
  const state = await lockState(sql);
  if (state === null) throw new Error('this outbox has no node yet: congvu node init');
  return state;
}

/**
 * Makes one step in one transaction.
 * @param event  made behind the lock, of what stands there
 * @returns      what is to be asked, now that everything is durable
 */
export function makeStep(
  { database, means }: StepNeeds,
  at: Instant,
  event: (sql: SqlClient, state: NodeState) => Promise<NodeEvent> | NodeEvent,
): Promise<readonly NodeAsk[]> {
  return database.transaction(async (sql) => {
    const before = await stateOf(sql);
    const { state, effects } = nodeStep(before, await event(sql, before), means);
    for (const effect of effects) await perform(sql, effect, at);
    if (state.standing === 'in-step' && before.standing !== 'in-step') await endAlarms(sql, ['frozen', 'stale', 'restored'], at);
    if (state !== before) await writeState(sql, state);
    return effects.flatMap((effect) => (effect.do === 'ask' ? [effect.ask] : []));
  });
}

/** Time has passed: what waits is sealed, what is not answered is asked for. */
export const tick = (
  needs: StepNeeds,
  { atMs, chance }: { readonly atMs: number; readonly chance: number },
): Promise<readonly NodeAsk[]> => {
  const at = new Date(atMs).toISOString();
  return makeStep(needs, at, async (sql, state) => ({ kind: 'tick', atMs, at, chance, outbox: await outboxOf(sql, state) }));
};

/** The centre granted a new epoch. */
export const enrolAnew = (needs: StepNeeds, epoch: number, at: Instant): Promise<readonly NodeAsk[]> =>
  makeStep(needs, at, async (sql) => ({ kind: 'enrolled', epoch, unanswered: await countUnanswered(sql) }));

async function perform(sql: SqlClient, effect: NodeEffect, at: Instant): Promise<unknown> {
  switch (effect.do) {
    case 'ask':
    case 'keep-change': // many at a time: `numberChanges`
      return;
    case 'keep': {
      const said = JSON.parse(effect.signed.text) as BatchReceipt | BatchResult;
      return writeReceipt(sql, said.what, said, effect.signed, at);
    }
    case 'keep-batch':
      return writeBatch(sql, effect.manifest, effect.batch.manifest, compressLines(effect.batch.lines));
    case 'settled':
      return settle(sql, effect.manifest.lane, effect.verdicts, at);
    case 'renumber':
      return renumberChanges(sql);
    case 'learned':
      for (const entry of effect.entries) await learn(sql, entry, at);
      return;
    case 'alarm':
      return writeAlarm(sql, effect.about, effect.codes, null, at);
    case 'convict':
      return writeAlarm(sql, 'denied', [], effect.denial, at);
  }
}

/** Numbers what was recorded. @returns how many left the inbox; as many as asked for: there may be more */
export function numberChanges({ database, means }: StepNeeds): Promise<number> {
  return database.transaction(async (sql) => {
    let state = await stateOf(sql);
    const waiting = await waitingChanges(sql, NUMBERED_MAX);
    if (waiting.length === 0) return 0;
    const told = waiting.map(({ change }) => change);
    const known = new Set(
      await knownRefs(
        sql,
        told.map(({ ref }) => ref),
      ),
    );
    const lanes = await lanesOfPeople(
      sql,
      told.map(({ person }) => person),
    );
    const facts = new Map((await factsNamed(sql, told)).map((one) => [factName(one), one]));
    const numbered: NumberedChange[] = [];
    const moved = new Map<string, KnownFact>();
    for (const { lane, change: one } of waiting) {
      if (known.has(one.ref)) continue;
      known.add(one.ref);
      const name = factName(one);
      const fact = facts.get(name) ?? standsAtBoth(one.person, one.fact, null);
      const after = one.fact === 'employer' ? undefined : standingAfter(fact.standing, one);
      const base = one.base === undefined && one.fact !== 'employer' ? fact.revision : (one.base ?? null);
      const step = nodeStep(state, { kind: 'recorded', lane, waitsIn: lanes.get(one.person) ?? null, change: { ...one, base } }, means);
      state = step.state;
      for (const effect of step.effects) {
        if (effect.do !== 'keep-change') continue;
        lanes.set(one.person, effect.lane);
        numbered.push({ lane: effect.lane, change: effect.change, after: after ?? null, moves: after !== undefined });
      }
      if (after === undefined) continue;
      const now = { ...fact, standing: after, revision: revisionOf(after) };
      facts.set(name, now);
      moved.set(name, now);
    }
    await writeChanges(sql, numbered);
    await writeFacts(sql, [...moved.values()]);
    await takeFromInbox(
      sql,
      waiting.map(({ id }) => id),
    );
    await writeState(sql, state);
    return waiting.length;
  });
}

const isTaken = (verdict: ChangeVerdict): boolean =>
  verdict.verdict === 'accepted' || (verdict.verdict === 'duplicate' && verdict.was === 'accepted');

/**
 * Verdicts move what is known: what was accepted is confirmed. Where a change was not and none of its fact is under way, this side holds what the centre confirmed;
 * what waits for people there (quarantine, conflict) goes on standing here until they have decided.
 */
async function settle(sql: SqlClient, lane: Lane, verdicts: readonly ChangeVerdict[], at: Instant): Promise<void> {
  const changes = (await settleChanges(sql, lane, verdicts, at)).filter(({ moves }) => moves);
  const first = verdicts[0]?.seq ?? 0;
  await moveFacts(
    sql,
    changes.map((change) => ({ change, verdict: verdicts[change.seq - first]!, isRevisionKnown: true })),
  );
}

async function moveFacts(
  sql: SqlClient,
  told: readonly { readonly change: SettledChange; readonly verdict: ChangeVerdict; readonly isRevisionKnown: boolean }[],
): Promise<void> {
  if (told.length === 0) return;
  const open = await openFacts(
    sql,
    told.map(({ change }) => change.person),
  );
  const facts = new Map(
    (
      await factsNamed(
        sql,
        told.map(({ change }) => change),
      )
    ).map((one) => [factName(one), one]),
  );
  for (const { change, verdict, isRevisionKnown } of told) {
    const { person, fact, after } = change;
    const own = factName(change);
    const known = facts.get(own) ?? { ...standsAtBoth(person, fact, null), standing: after, revision: revisionOf(after) };
    if (isTaken(verdict)) {
      // The register may write what was said in its own way, and names that; an outcome that people decided names nothing, and the fact follows in the feed.
      const confirmedRevision = isRevisionKnown && verdict.verdict === 'accepted' ? verdict.revision : revisionOf(after);
      const revision = open.has(own) ? known.revision : confirmedRevision;
      facts.set(own, { ...known, confirmed: after, confirmedRevision, revision });
    } else if (verdict.verdict === 'rejected' && !open.has(own))
      facts.set(own, { ...known, standing: known.confirmed, revision: known.confirmedRevision });
  }
  await writeFacts(sql, [...facts.values()]);
}

/** An entry of the feed. Kinds that this program does not know are kept as they came. */
async function learn(sql: SqlClient, entry: FeedEntry, at: Instant): Promise<void> {
  await writeFeedEntry(sql, entry, at);
  switch (entry.what) {
    case 'left':
      await forgetPerson(sql, entry.person);
      return;
    case 'arrived': {
      const before = await factsOfPerson(sql, entry.person);
      const gone = before.filter(({ fact }) => !(fact in entry.facts)).map(({ fact }) => standsAtBoth(entry.person, fact, null));
      return writeFacts(sql, [...gone, ...arrivedFacts(entry.person, entry.facts)]);
    }
    case 'fact': {
      const open = await openFacts(sql, [entry.person]);
      const [known] = await factsNamed(sql, [entry]);
      // What is under way here is compared there; until then this side holds what its own software says.
      const now = standsAtBoth(entry.person, entry.fact, entry.standing);
      const kept = open.has(factName(entry)) && known ? { standing: known.standing, revision: known.revision } : {};
      return writeFacts(sql, [{ ...now, ...kept }]);
    }
    case 'outcome': {
      const { seq, verdict, problems } = entry;
      const outcome: ChangeVerdict = verdict === 'accepted' ? { seq, verdict, revision: null } : { seq, verdict, problems };
      const change = await writeOutcome(sql, entry.ref, { verdict, problems });
      if (change?.moves) await moveFacts(sql, [{ change, verdict: outcome, isRevisionKnown: false }]);
      return;
    }
    case 'lists':
    case 'void':
      // Kept as they came: this side has no lists of its own, and what is told to nobody moves nothing.
      return;
  }
}
