/** A machine that goes down at a statement: before it, or after it was done and before anybody heard. */
import type { ConnectionSource } from './sql.ts';

/** What is thrown when it falls. */
export class Fallen extends Error {}

export interface FallingSource extends ConnectionSource {
  /** statements that were asked for */
  count(): number;
}

/**
 * @param at    the statement, from 1, at which it falls; beyond the last: it does not
 * @param when  before the statement, or after the server has done it
 */
export function fallingAt(source: ConnectionSource, at: number, when: 'before' | 'after'): FallingSource {
  let asked = 0;
  return {
    count: () => asked,
    async connect() {
      if (asked >= at) throw new Fallen();
      const client = await source.connect();
      return {
        async query(text, values) {
          asked += 1;
          if (asked > at || (asked === at && when === 'before')) throw new Fallen();
          const answered = await client.query(text, values);
          if (asked === at) throw new Fallen();
          return answered;
        },
        // The connection ends with the machine: the server rolls back what was not committed.
        release: (broken) => client.release(broken === true || asked >= at),
      };
    },
  };
}
