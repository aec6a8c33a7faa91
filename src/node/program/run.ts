/** `congvu node run` and `once`: the node at work, until it is told to stop. */
import { setTimeout as sleep } from 'node:timers/promises';
import { isDatabaseAway } from '#base/database/away.ts';
import { LOOK_EVERY_MS } from '#node/limits.ts';
import { nodeRunning } from '#node/problems.ts';
import { lockRun } from '#node/run/lock.ts';
import { begin, newMemory, round } from '#node/run/round.ts';
import { readState } from '#node/outbox/store.ts';
import type { NodeIo } from './init.ts';
import type { OpenedNode } from './open.ts';
import { openNode } from './open.ts';

/** What runs beside the exchange. */
export interface Beside {
  /** reads the sources of changes, when it is time */
  readonly read: (node: OpenedNode) => Promise<void>;
  /** opens the page of the state; @returns what closes it */
  readonly page: (node: OpenedNode) => Promise<() => Promise<void>>;
}

/** Rounds until nothing moves. A round that seals is followed by one that asks for what became of it. */
async function untilStill(node: OpenedNode, memory = newMemory(), stopped = (): boolean => false): Promise<void> {
  while (!stopped() && (await round(node.needs, memory)));
}

/** @returns exit code: 0 done, 2 it cannot run */
async function withNode(folder: string, io: NodeIo, work: (node: OpenedNode) => Promise<void>): Promise<number> {
  const opened = await openNode(folder);
  if (!opened.ok) {
    io.sayProblems(opened.problems);
    return 2;
  }
  const node = opened.value;
  try {
    const lock = await lockRun(node.pool);
    if (lock === null) {
      io.sayProblems([nodeRunning()]);
      return 2;
    }
    try {
      await begin(node.needs);
      await work(node);
    } finally {
      await lock.free();
    }
    return 0;
  } finally {
    await node.close();
  }
}

/** Reads the sources once and exchanges until nothing moves. What people or the centre need time for stays for the next time. */
export const runOnce = (folder: string, beside: Pick<Beside, 'read'>, io: NodeIo): Promise<number> =>
  withNode(folder, io, async (node) => {
    await beside.read(node);
    await untilStill(node);
    const standing = (await readState(node.pool))!.state.standing;
    io.answer(standing);
  });

/** Runs until SIGINT or SIGTERM. A database that is away is waited for; whatever else is thrown is a fault, and ends the program. */
export const runNode = (folder: string, beside: Beside, io: NodeIo): Promise<number> =>
  withNode(folder, io, async (node) => {
    const end = new AbortController();
    const stop = (): void => end.abort();
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    const closePage = await beside.page(node);
    const memory = newMemory();
    const everyMs = node.settings.readEveryMinutes * 60_000;
    let readAtMs = Number.NEGATIVE_INFINITY;
    io.print('Chương trình trao đổi đang chạy. · The node runs.');
    try {
      while (!end.signal.aborted) {
        try {
          if (node.needs.clock.monotonicMs() - readAtMs >= everyMs) {
            readAtMs = node.needs.clock.monotonicMs();
            await beside.read(node);
          }
          await untilStill(node, memory, () => end.signal.aborted);
        } catch (error) {
          if (!isDatabaseAway(error)) throw error;
          io.print('Cơ sở dữ liệu chưa trả lời; thử lại. · The database is away; trying again.');
        }
        await sleep(LOOK_EVERY_MS, undefined, { signal: end.signal }).catch(() => undefined);
      }
    } finally {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
      await closePage();
    }
  });
