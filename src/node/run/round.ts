/** The node at work: what was recorded gets its numbers, what waits is sent, what is answered is kept; and again. */
import type { Clock } from '#base/clock.ts';
import type { NodeAsk } from '#doors/exchange/protocol/node-step.ts';
import { ASKS_AT_ONCE, FEED_EVERY_MS, NUMBERED_MAX } from '#node/limits.ts';
import { askCentre } from '#node/line/centre.ts';
import type { Heard } from '#node/line/centre.ts';
import type { Line } from '#node/line/request.ts';
import { LineDown } from '#node/line/request.ts';
import type { StepNeeds } from '#node/outbox/step.ts';
import { makeStep, numberChanges, tick } from '#node/outbox/step.ts';
import { endAlarms, keptBatch, writeAlarm, writeHeard } from '#node/outbox/store.ts';
import { sendConfirmations } from './confirmations.ts';

export interface RoundNeeds extends StepNeeds {
  readonly line: Line;
  readonly clock: Clock;
  /** 0 ≤ x < 1, drawn anew each time */
  readonly chance: () => number;
}

/** What a round leaves to the next: when the feed was asked for, and whether it went on. */
export interface RoundMemory {
  feedAtMs: number;
  feedGoesOn: boolean;
}
export const newMemory = (): RoundMemory => ({ feedAtMs: Number.NEGATIVE_INFINITY, feedGoesOn: true });

const nowMs = ({ clock }: RoundNeeds): number => Date.parse(clock.now());

/** The program starts: nothing is known of what happened meanwhile. */
export const begin = async (needs: RoundNeeds): Promise<void> => {
  await makeStep(needs, needs.clock.now(), () => ({ kind: 'started' }));
};

/** One round. @returns true when something moved, so that the next may follow at once */
export async function round(needs: RoundNeeds, memory: RoundMemory): Promise<boolean> {
  let moved = false;
  for (let many = NUMBERED_MAX; many === NUMBERED_MAX;) {
    many = await numberChanges(needs);
    moved ||= many > 0;
  }
  const asks = await tick(needs, { atMs: nowMs(needs), chance: needs.chance() });
  const due = asks.filter((ask) => ask.kind !== 'feed' || memory.feedGoesOn || nowMs(needs) - memory.feedAtMs >= FEED_EVERY_MS);
  const heard = await together(due, (ask) => askAndHear(needs, memory, ask));
  moved = heard.some(Boolean) || moved;
  if (await sendConfirmations(needs)) moved = true;
  return moved;
}

/** Some at a time; each is over, well or badly, when this returns. */
async function together<One, Got>(all: readonly One[], work: (one: One) => Promise<Got>): Promise<Got[]> {
  const left = [...all];
  const got: Got[] = [];
  const lane = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) got.push(await work(one));
  };
  await Promise.all(Array.from({ length: ASKS_AT_ONCE }, lane));
  return got;
}

/** Asks, and takes the answer. Silence is no event of the protocol, but people are told of it. @returns whether the state moved by it */
async function askAndHear(needs: RoundNeeds, memory: RoundMemory, ask: NodeAsk): Promise<boolean> {
  const heard = await overTheLine(needs, ask);
  if (ask.kind === 'feed') {
    memory.feedAtMs = nowMs(needs);
    memory.feedGoesOn = heard?.more ?? false;
  }
  if (heard === null) return false;
  const { reply } = heard;
  await makeStep(needs, needs.clock.now(), async (sql) => {
    await writeHeard(sql, needs.clock.now());
    await endAlarms(sql, ['line'], needs.clock.now());
    return { kind: 'heard', ask, reply, atMs: nowMs(needs), chance: needs.chance() };
  });
  if (reply.status === 'feed') return reply.entries.length > 0;
  return reply.status !== 'refused' && reply.signed !== null;
}

async function overTheLine(needs: RoundNeeds, ask: NodeAsk): Promise<Heard | null> {
  const { database, line, means } = needs;
  try {
    const heard = await askCentre(line, ask, {
      verify: means.verify,
      batch: async ({ manifest }) => {
        const kept = await database.transaction((sql) => keptBatch(sql, manifest));
        if (kept === null) throw new Error('a batch that is to be sent was not kept');
        return kept;
      },
    });
    if (heard === null) await tellOfLine(needs, 'ANSWER');
    return heard;
  } catch (error) {
    if (!(error instanceof LineDown)) throw error;
    await tellOfLine(needs, error.code);
    return null;
  }
}

const tellOfLine = ({ database, clock }: RoundNeeds, code: string): Promise<void> =>
  database.transaction((sql) => writeAlarm(sql, 'line', [code], null, clock.now()));
