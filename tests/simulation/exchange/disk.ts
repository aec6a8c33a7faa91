/** A disk as a database has it: transactions that are committed, and are lost by a crash all the same until they are flushed. Values are never changed in place. */

/** 0 ≤ x < 1 */
export type Draw = () => number;

export interface Disk {
  get<T>(key: string): T | undefined;
  put(key: string, value: unknown): void;
  /** ends a transaction */
  commit(): void;
  /** what was committed is on the disk */
  sync(): void;
  /** what was not committed is gone; of what was not flushed a beginning may have reached the disk */
  crash(draw: Draw): void;
  /** a backup: whatever is there now */
  backup(): ReadonlyMap<string, unknown>;
  restore(backup: ReadonlyMap<string, unknown>): void;
  keys(prefix: string): readonly string[];
}

export function openDisk(): Disk {
  let held = new Map<string, unknown>();
  /** sorted names by their beginning, until a name comes or goes */
  let names = new Map<string, string[]>();
  let undo: (readonly [key: string, before: unknown] | null)[] = [];
  const takeBack = (): void => {
    for (let last = undo.pop(); last; last = undo.pop()) {
      names.clear();
      if (last[1] === undefined) held.delete(last[0]);
      else held.set(last[0], last[1]);
    }
  };
  return {
    get: <T>(key: string) => held.get(key) as T | undefined,
    put(key, value) {
      const before = held.get(key);
      if (before === undefined) names.clear();
      undo.push([key, before]);
      held.set(key, value);
    },
    commit() {
      undo.push(null);
    },
    sync() {
      undo = [];
    },
    crash(draw) {
      if (undo.at(-1) !== null) takeBack();
      while (undo.length > 0 && draw() < 0.7) {
        if (undo.at(-1) === null) undo.pop();
        takeBack();
        // The mark of the transaction before it was taken with the last of this one.
        if (undo.length > 0) undo.push(null);
      }
      undo = [];
    },
    backup: () => new Map(held),
    restore(backup) {
      held = new Map(backup);
      names = new Map();
      undo = [];
    },
    keys(prefix) {
      const known = names.get(prefix) ?? [...held.keys()].filter((key) => key.startsWith(prefix)).sort();
      names.set(prefix, known);
      return known;
    },
  };
}
