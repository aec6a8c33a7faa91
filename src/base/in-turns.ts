/** Work that costs much, so many at a time in this process. */

/**
 * @param atOnce   works that run at the same time
 * @param waiting  works that may wait for their turn
 * @returns        runs a work in its turn; undefined, and nothing was run, where as many wait already
 */
export function inTurns(atOnce: number, waiting: number): <T>(work: () => Promise<T>) => Promise<T | undefined> {
  let running = 0;
  const queue: (() => void)[] = [];
  return async (work) => {
    if (running >= atOnce) {
      if (queue.length >= waiting) return undefined;
      // Whoever ends hands its place over, so that nobody who comes meanwhile takes it.
      await new Promise<void>((go) => queue.push(go));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
