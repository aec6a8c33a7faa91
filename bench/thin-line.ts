/**
 * A line as thin and as bad as it is said to be, between a sender and a server on this machine: bytes come at its rate, each segment late by the way, and one that is lost
 * holds up all behind it until it was sent again, as TCP has it. No root, no kernel module: a proxy that delays. It can be cut in the middle.
 */
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

export interface ThinLine {
  readonly address: string;
  /** Of the bytes that go up from now on: after so many the line is cut, for so many milliseconds. */
  readonly cutAfter: (bytes: number, ms: number) => void;
  /** how often it was cut, and the bytes that went up */
  readonly told: () => { readonly cuts: number; readonly upBytes: number };
  close(): Promise<void>;
}

export interface LineQuality {
  readonly bitsPerSecond: number;
  /** of 1 */
  readonly loss: number;
  /** one way */
  readonly latencyMs: number;
  /** chance, from 0 to 1 */
  readonly fraction: () => number;
}

const SEGMENT_BYTES = 1_460;
/** What is lost is sent again after so long, doubled each time. */
const AGAIN_MS = 300;
/** Bytes on the way at most: beyond, the sender waits. */
const ON_THE_WAY_MAX = 64 * 1024;

/** @param to  where the server listens */
export async function thinLine(to: URL, quality: LineQuality): Promise<ThinLine> {
  const bytesPerMs = quality.bitsPerSecond / 8 / 1_000;
  let [cutAt, cutMs, cuts, upBytes, deadUntilMs] = [Number.POSITIVE_INFINITY, 0, 0, 0, 0];
  // One line in each direction, whatever number of connections is on it.
  const freeAt = { up: 0, down: 0 };
  const open = new Set<Socket>();

  const lateMs = (): number => {
    let late = 0;
    for (let again = AGAIN_MS; quality.fraction() < quality.loss; again *= 2) late += again;
    return late;
  };
  function cut(): void {
    cuts += 1;
    cutAt = Number.POSITIVE_INFINITY;
    deadUntilMs = performance.now() + cutMs;
    for (const one of open) one.destroy();
  }
  function pass(from: Socket, into: Socket, way: 'up' | 'down'): void {
    let onTheWay = 0;
    let notBefore = 0;
    // Timers of one millisecond may come in any order; segments do not.
    const queue: Buffer[] = [];
    from.on('data', (bytes: Buffer) => {
      for (let at = 0; at < bytes.length; at += SEGMENT_BYTES) {
        const segment = bytes.subarray(at, at + SEGMENT_BYTES);
        const now = performance.now();
        freeAt[way] = Math.max(freeAt[way], now) + segment.length / bytesPerMs;
        // In order: nothing overtakes what was lost.
        notBefore = Math.max(notBefore, freeAt[way] + quality.latencyMs + lateMs());
        onTheWay += segment.length;
        queue.push(segment);
        setTimeout(() => {
          const next = queue.shift()!;
          onTheWay -= next.length;
          if (onTheWay < ON_THE_WAY_MAX && from.isPaused()) from.resume();
          if (into.destroyed) return;
          into.write(next);
          if (way !== 'up') return;
          upBytes += next.length;
          if (upBytes >= cutAt) cut();
        }, notBefore - now);
      }
      if (onTheWay >= ON_THE_WAY_MAX) from.pause();
    });
    from.on('end', () => setTimeout(() => into.end(), Math.max(0, notBefore - performance.now()) + 1));
  }
  const server = createServer((near) => {
    if (performance.now() < deadUntilMs) return void near.destroy();
    const far = connect(Number(to.port), to.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
    pass(near, far, 'up');
    pass(far, near, 'down');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cutAfter: (bytes, ms) => {
      [cutAt, cutMs] = [upBytes + bytes, ms];
    },
    told: () => ({ cuts, upBytes }),
    close: () => {
      for (const one of open) one.destroy();
      return new Promise((done) => server.close(() => done()));
    },
  };
}
