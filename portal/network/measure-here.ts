/**
 * What a browser can measure of its way to the server: clock, short questions, messages of growing size, speed, a proxy between. That the page came at all shows that
 * name, connection and TLS work; they cannot be looked at from here. The server judges.
 */
import type { NetworkMeasurements } from '#portal/api/generated/api.ts';

/** What is tried; the same sizes as `congvu netcheck` tries. */
const TRIAL = { pings: 12, waitMs: 8_000, sizes: [200, 4_000, 16_000], tries: 2, downBytes: 1_000_000, upBytes: 500_000 } as const;

export interface Line {
  /** asks for the server's time; rejects when nothing of ours answers */
  readonly hello: (signal: AbortSignal) => Promise<{ readonly now: string; readonly proxyBetween: boolean }>;
  /** @returns how many bytes came */
  readonly down: (count: number, signal: AbortSignal) => Promise<number>;
  readonly up: (count: number, signal: AbortSignal) => Promise<void>;
  readonly monotonicMs: () => number;
  readonly wallMs: () => number;
}

export type Stage = 'pings' | 'sizes' | 'speed';

interface Took<T> {
  readonly value: T;
  readonly ms: number;
}
async function timed<T>({ monotonicMs }: Line, work: (signal: AbortSignal) => Promise<T>): Promise<Took<T> | null> {
  const startedMs = monotonicMs();
  try {
    const value = await work(AbortSignal.timeout(TRIAL.waitMs));
    return { value, ms: monotonicMs() - startedMs };
  } catch {
    return null; // whatever came between: it did not arrive
  }
}

const rate = (bytes: number, took: Took<unknown> | null): number | null =>
  took === null ? null : Math.round((bytes * 8_000) / Math.max(took.ms, 1));

/** @param tell  hears each stage before it begins */
export async function measureHere(line: Line, tell: (stage: Stage) => void): Promise<NetworkMeasurements> {
  const nothing: NetworkMeasurements = {
    by: 'browser',
    name: null,
    connection: null,
    tls: null,
    clockAheadSeconds: null,
    certificateInForceThere: null,
    answer: 'silent',
    proxyBetween: false,
    byProxy: false,
    pings: [],
    sizes: [],
    downRate: null,
    upRate: null,
  };
  tell('pings');
  const pings: (number | null)[] = [];
  let [clockAheadSeconds, proxyBetween]: [number | null, boolean] = [null, false];
  for (let i = 0; i < TRIAL.pings; i += 1) {
    const hello = await timed(line, line.hello);
    pings.push(hello === null ? null : Math.round(hello.ms));
    if (hello === null) continue;
    clockAheadSeconds = Math.round((line.wallMs() - hello.ms / 2 - Date.parse(hello.value.now)) / 100) / 10;
    proxyBetween ||= hello.value.proxyBetween;
  }
  if (clockAheadSeconds === null) return nothing;
  tell('sizes');
  const sizes: NetworkMeasurements['sizes'][number][] = [];
  for (const way of ['up', 'down'] as const)
    for (const bytes of TRIAL.sizes) {
      let arrived = 0;
      for (let tries = 0; tries < TRIAL.tries; tries += 1) {
        const took = await timed(line, async (signal) => void (await line[way](bytes, signal)));
        if (took !== null) arrived += 1;
      }
      sizes.push({ way, bytes, tries: TRIAL.tries, arrived });
      if (arrived === 0) break;
    }
  const found = { ...nothing, answer: 'ours' as const, clockAheadSeconds, proxyBetween, pings, sizes };
  // Where large messages vanish there is no speed.
  if (sizes.some(({ arrived }) => arrived === 0)) return found;
  tell('speed');
  return {
    ...found,
    downRate: rate(TRIAL.downBytes, await timed(line, (signal) => line.down(TRIAL.downBytes, signal))),
    upRate: rate(TRIAL.upBytes, await timed(line, (signal) => line.up(TRIAL.upBytes, signal))),
  };
}
