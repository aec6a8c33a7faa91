/** The runner lets a client that keeps the standard pass, and finds each of those that do not by the clause that they break. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHAPTERS } from '#standard/exchange-standard/chapters.ts';
import { SUITES, conformanceOf } from './conformance.ts';
import type { ConformanceReport } from './conformance.ts';
import { FAULTS, clientFor } from './conformance/clients-for-tests.ts';
import type { ClientFault } from './conformance/clients-for-tests.ts';
import { SCENARIOS } from './conformance/scenarios.ts';

const START_MS = Date.parse('2026-12-01T02:00:00.000Z');

/** Time that passes only where somebody sleeps, and a millisecond a look. */
async function looked(has: ClientFault | null): Promise<ConformanceReport> {
  let ms = START_MS;
  let seed = 7;
  const clock = { ms: () => (ms += 1), now: () => new Date((ms += 1)).toISOString() };
  return conformanceOf('thử', clientFor(has), {
    clock,
    sleep: async (forMs) => {
      ms += forMs;
    },
    draw: () => {
      seed = (seed * 16_807) % 2_147_483_647;
      return seed / 2_147_483_647;
    },
  });
}

const steps = (report: ConformanceReport, outcome: string): string[] =>
  report.suites.flatMap((suite) =>
    suite.steps.filter((one) => one.outcome === outcome).map(({ id, because }) => `${id}: ${because?.en ?? ''}`),
  );

test('a client that keeps the standard passes every step', async () => {
  const report = await looked(null);
  assert.deepEqual([steps(report, 'failed'), steps(report, 'not-tried')], [[], []]);
  assert.equal(report.conforms, true);
  assert.ok(report.must.passed > 35);
});

/** What is wrong, and the clause by which it is found. */
const CAUGHT_BY: Readonly<Record<ClientFault, string>> = {
  'reuses-numbers': '2.2',
  'leaves-a-gap': '2.2',
  'ignores-retry-after': '13.1',
  'makes-the-batch-anew': '3.5',
  'believes-any-receipt': '8.2',
  'believes-any-result': '9.2',
  'believes-any-greeting': '4.3',
  'believes-any-feed': '4.3',
  'wrong-content-digest': '6.3',
  'not-canonical': '5.1',
  'loses-ext': '16.2',
  'mixes-the-order-of-a-person': '2.9',
  'lanes-by-themselves': '2.9',
  'person-in-the-address': '19.1',
  'done-at-202': '9.3',
  'ignores-the-epoch': '13.4',
  'goes-on-after-a-fork': '13.3',
  'sends-while-frozen': '6.5',
  'clock-a-year-off': '3.6',
  'cursor-before-facts': '10.3',
  'no-chain': '3.4',
  'too-many-in-a-batch': '3.1',
  'no-greeting': '6.1',
  'hammers-without-answer': '13.2',
  'base-always-null': '2.6',
  'resends-what-was-rejected': '9.4',
  'ignores-the-window': '6.4',
  'one-lane-stops-all': '14.2',
  'stops-at-an-unknown-entry': '10.4',
};

for (const has of FAULTS)
  test(`a client that is wrong is caught by the clause that it breaks: ${has}, ${CAUGHT_BY[has]}`, async () => {
    const report = await looked(has);
    assert.equal(report.conforms, false);
    const found = report.suites.flatMap((suite) => suite.steps.filter(({ outcome }) => outcome === 'failed'));
    assert.ok(
      found.some(({ clause }) => clause === CAUGHT_BY[has]),
      `found: ${found.map(({ id, clause, because }) => `${id} ${clause} ${because?.en}`).join('; ')}`,
    );
  });

test('steps have names of their own, and look at clauses and lives that are there', () => {
  const all = SUITES.flatMap((suite) => suite.steps);
  assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
  const clauses = new Set(CHAPTERS.flatMap((chapter) => chapter.clauses.map(({ number }) => number)));
  const lives = new Set(SCENARIOS.map(({ key }) => key));
  assert.deepEqual(
    all.filter(({ clause, scenario }) => !clauses.has(clause) || !lives.has(scenario)),
    [],
  );
  assert.deepEqual(
    [...lives].filter((key) => !all.some(({ scenario }) => scenario === key)),
    [],
  );
});
