/** Pages that wait for an answer at this server: woken when it comes here, looking from time to time at what came to another. */
import { setTimeout as wait } from 'node:timers/promises';
import { LOOK_MS, WAITING_MAX } from './limits.ts';

export interface Waiting {
  /** Resolves when somebody may have answered, or after `LOOK_MS`, or when the server stops. false: too many wait, do not. */
  untilLooked(name: string): Promise<boolean>;
  /** an answer came to this server */
  wake(name: string): void;
  /** the server stops: nobody waits any longer */
  stop(): void;
}

export function waiting(): Waiting {
  const asleep = new Map<string, Set<AbortController>>();
  let count = 0;
  let isStopped = false;
  return {
    async untilLooked(name) {
      if (isStopped || count >= WAITING_MAX) return false;
      const alarm = new AbortController();
      const beside = asleep.get(name) ?? new Set();
      asleep.set(name, beside.add(alarm));
      count += 1;
      await wait(LOOK_MS, undefined, { signal: alarm.signal }).catch(() => undefined);
      count -= 1;
      beside.delete(alarm);
      if (beside.size === 0) asleep.delete(name);
      return !isStopped;
    },
    wake: (name) => asleep.get(name)?.forEach((alarm) => alarm.abort()),
    stop() {
      isStopped = true;
      for (const beside of asleep.values()) for (const alarm of beside) alarm.abort();
    },
  };
}
