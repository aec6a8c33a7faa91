/** A clock that jumps from event to event, and a network that drops, doubles, delays, reorders, alters and parts. All chance is of one seed. */
import type { Draw } from './disk.ts';

export interface World {
  nowMs(): number;
  readonly draw: Draw;
  /** a whole number below `n` */
  pick(n: number): number;
  after(ms: number, what: () => void): void;
  /** runs what is due until `untilMs` */
  run(untilMs: number): void;
}

interface Due {
  readonly atMs: number;
  readonly n: number;
  readonly what: () => void;
}
const before = (a: Due, b: Due): boolean => a.atMs < b.atMs || (a.atMs === b.atMs && a.n < b.n);

export function openWorld(draw: Draw, startMs: number): World {
  // A heap: the next event is the first.
  const heap: Due[] = [];
  let [now, count] = [startMs, 0];
  const push = (due: Due): void => {
    let at = heap.push(due) - 1;
    for (let up = (at - 1) >> 1; at > 0 && before(due, heap[up]!); up = (at - 1) >> 1) {
      heap[at] = heap[up]!;
      at = up;
    }
    heap[at] = due;
  };
  const pop = (): Due => {
    const [first, last] = [heap[0]!, heap.pop()!];
    let at = 0;
    for (let down = 1; down < heap.length; down = 2 * at + 1) {
      if (down + 1 < heap.length && before(heap[down + 1]!, heap[down]!)) down += 1;
      if (!before(heap[down]!, last)) break;
      heap[at] = heap[down]!;
      at = down;
    }
    if (heap.length > 0) heap[at] = last;
    return first;
  };
  return {
    nowMs: () => now,
    draw,
    pick: (n) => Math.floor(draw() * n),
    after: (ms, what) => push({ atMs: now + Math.max(0, Math.floor(ms)), n: count++, what }),
    run(untilMs) {
      while (heap.length > 0 && heap[0]!.atMs <= untilMs) {
        const due = pop();
        now = due.atMs;
        due.what();
      }
      now = untilMs;
    },
  };
}

/** How ill the network is, each between 0 and 1. */
export interface Illness {
  drop: number;
  double: number;
  alter: number;
  slowMs: number;
}

export interface Network {
  readonly illness: Illness;
  /** names that reach nobody */
  readonly cut: Set<string>;
  /** delivers a message once, twice, late, altered or never */
  send<T extends object>(between: string, message: T, deliver: (message: T) => void): void;
}

/** One digit or letter of one signed text of the message is another. */
function altered<T>(message: T, draw: Draw): T {
  const texts: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'string' && ['text', 'lines', 'signature'].includes(key)) texts.push(inner);
      else walk(inner);
    }
  };
  walk(message);
  const text = texts[Math.floor(draw() * texts.length)];
  if (text === undefined) return message;
  const at = Math.floor(draw() * text.length);
  const other = text[at] === '7' ? '8' : '7';
  const swap = (value: unknown): unknown => {
    if (value === text) return `${text.slice(0, at)}${other}${text.slice(at + 1)}`;
    if (Array.isArray(value)) return value.map(swap);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, swap(inner)]));
  };
  return swap(message) as T;
}

export function openNetwork(world: World): Network {
  const illness: Illness = { drop: 0, double: 0, alter: 0, slowMs: 50 };
  const cut = new Set<string>();
  return {
    illness,
    cut,
    send(between, message, deliver) {
      const times = world.draw() < illness.double ? 2 : 1;
      for (let i = 0; i < times; i += 1) {
        if (cut.has(between) || world.draw() < illness.drop) continue;
        const sent = illness.alter > 0 && world.draw() < illness.alter ? altered(message, world.draw) : message;
        world.after(5 + world.draw() * illness.slowMs, () => {
          if (!cut.has(between)) deliver(sent);
        });
      }
    },
  };
}
