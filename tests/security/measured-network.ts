/** Measurements of a line with which nothing is wrong. */
import type { Measurements } from '#uses/netcheck/shapes.ts';

export const MEASURED: Measurements = {
  by: 'desk',
  name: { code: null, ms: 3 },
  connection: { code: null, ms: 12 },
  tls: { code: null, ms: 25 },
  clockAheadSeconds: 0.4,
  certificateInForceThere: null,
  answer: 'ours',
  proxyBetween: false,
  byProxy: false,
  pings: [31, 30, 33, 29],
  sizes: [
    { way: 'up', bytes: 200, tries: 3, arrived: 3 },
    { way: 'up', bytes: 16_000, tries: 3, arrived: 3 },
    { way: 'down', bytes: 16_000, tries: 3, arrived: 3 },
  ],
  downRate: 40_000_000,
  upRate: 20_000_000,
};
