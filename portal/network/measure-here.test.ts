/** What the page measures, by a line that the test holds in its hands. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '#uses/netcheck/judge.ts';
import { measureHere } from './measure-here.ts';
import type { Line } from './measure-here.ts';

const AT = Date.parse('2026-11-29T08:00:00.000Z');
function aLine(change: Partial<Line> = {}): Line {
  let ms = 0;
  const takes = (time: number): void => void (ms += time);
  return {
    hello: async () => {
      takes(30);
      return { now: new Date(AT + ms).toISOString(), proxyBetween: false };
    },
    down: async (count) => {
      takes(count / 5_000);
      return count;
    },
    up: async (count) => takes(count / 2_500),
    monotonicMs: () => ms,
    wallMs: () => AT + ms,
    ...change,
  };
}
const codes = async (line: Line): Promise<string[]> => judge(await measureHere(line, () => undefined)).map(({ code }) => code);
const lost = async (): Promise<never> => Promise.reject(new TypeError('Failed to fetch'));

test('a line with which nothing is wrong', async () => {
  const stages: string[] = [];
  const measured = await measureHere(aLine(), (stage) => stages.push(stage));
  assert.deepEqual(judge(measured), []);
  assert.deepEqual(
    [measured.by, Math.abs(measured.clockAheadSeconds!), measured.downRate, measured.upRate],
    ['browser', 0, 40_000_000, 20_000_000],
  );
  assert.deepEqual(stages, ['pings', 'sizes', 'speed']);
});

test('a clock that is off, a proxy, large messages that vanish, a line that loses, a server that says nothing', async () => {
  assert.deepEqual(await codes(aLine({ wallMs: () => AT + 3_600_000 })), ['E-NET-CLOCK']);
  const seen = { now: new Date(AT).toISOString(), proxyBetween: true };
  assert.deepEqual(await codes(aLine({ hello: async () => seen })), ['E-NET-PROXY-BETWEEN']);
  assert.deepEqual(await codes(aLine({ up: async (count) => (count > 1_400 ? lost() : undefined) })), ['E-NET-LARGE-LOST']);
  let asked = 0;
  const { hello } = aLine();
  assert.deepEqual(await codes(aLine({ hello: (signal) => ((asked += 1) % 3 === 0 ? lost() : hello(signal)) })), ['E-NET-LOSS']);
  assert.deepEqual(await codes(aLine({ hello: lost })), ['E-NET-NO-ANSWER']);
});
