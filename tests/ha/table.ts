/** The figures of `npm run test:ha` as a page. Pure. */
import type { Held } from './held.ts';

export const KINDS = ['kill', 'stop', 'cut'] as const;
export type Kind = (typeof KINDS)[number];

export interface Round {
  readonly kind: Kind;
  readonly leader: string;
  readonly next: string;
  /** how long no write was acknowledged, and how long until all three stood again */
  readonly stillMs: number;
  readonly wholeMs: number;
}

/** One run: what was promised in it, and what was found afterwards. */
export interface RunFigures {
  readonly kinds: readonly Kind[];
  readonly rounds: readonly Round[];
  readonly held: Held;
  readonly probes: { readonly acknowledged: number; readonly lost: number; readonly byTwo: number };
  readonly own: { readonly looked: number; readonly found: number };
  readonly searches: { readonly settled: number; readonly all: number };
  readonly answers: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
  readonly log: { readonly ok: boolean; readonly findings: number };
}

/** Writes may stand still for so long, at the 95th of a hundred; milliseconds. */
export const STILL_MS_P95 = 45_000;

/** The value that so many of a hundred do not pass; of nothing, 0. */
export const percentile = (values: readonly number[], of: number): number =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil((values.length * of) / 100) - 1)] ?? 0;

const seconds = (ms: number): string => (ms / 1000).toFixed(1);

/** Why the figures do not hold; empty: they do. */
export function whatFails(runs: readonly RunFigures[]): string[] {
  const wrong: string[] = [];
  const rounds = runs.flatMap((run) => run.rounds);
  for (const { held, probes, own, faults, log } of runs) {
    if (held.receiptsFound < held.receiptsGiven) wrong.push(`receipts lost: ${held.receiptsGiven - held.receiptsFound}`);
    if (held.submissionsFound < held.submissionsGiven) wrong.push(`submissions lost: ${held.submissionsGiven - held.submissionsFound}`);
    if (held.confirmedFound < held.confirmedGiven) wrong.push(`confirmations lost: ${held.confirmedGiven - held.confirmedFound}`);
    if (held.receiptsGiven === 0) wrong.push('no receipt was given: there was no load');
    if (held.doubles > 0) wrong.push(`twice: ${held.doubles}`);
    if (probes.lost > 0) wrong.push(`acknowledged writes past HAProxy lost: ${probes.lost}`);
    if (probes.byTwo > 0) wrong.push(`acknowledged by two leaders: ${probes.byTwo}`);
    if (own.found < own.looked) wrong.push(`own writes not read: ${own.looked - own.found}`);
    if (!log.ok) wrong.push(`the log does not verify: ${log.findings} findings`);
    wrong.push(...faults);
  }
  for (const kind of KINDS) {
    const still = percentile(
      rounds.filter((round) => round.kind === kind).map(({ stillMs }) => stillMs),
      95,
    );
    if (still > STILL_MS_P95) wrong.push(`${kind}: writes stood still for ${seconds(still)} s (p95)`);
  }
  return wrong;
}

const sum = (runs: readonly RunFigures[], of: (run: RunFigures) => number): string =>
  runs.reduce((all, run) => all + of(run), 0).toLocaleString('en');

export function tableOf(runs: readonly RunFigures[]): string {
  const rounds = runs.flatMap((run) => run.rounds);
  const lines = KINDS.filter((kind) => rounds.some((round) => round.kind === kind)).map((kind) => {
    const [still, whole] = (['stillMs', 'wholeMs'] as const).map((name) =>
      rounds.filter((round) => round.kind === kind).map((round) => round[name]),
    ) as [number[], number[]];
    return `| ${kind} | ${still.length} | ${[50, 95, 100].map((of) => seconds(percentile(still, of))).join(' / ')} | ${[50, 95, 100].map((of) => seconds(percentile(whole, of))).join(' / ')} |`;
  });
  const answers = new Map<string, number>();
  for (const run of runs) for (const [said, times] of Object.entries(run.answers)) answers.set(said, (answers.get(said) ?? 0) + times);
  return [
    '| leader | rounds | writes stand still, s (p50 / p95 / max) | three nodes whole again, s (p50 / p95 / max) |',
    '|---|---|---|---|',
    ...lines,
    '',
    '| promised | given | found afterwards |',
    '|---|---|---|',
    `| receipts (R1, R2), to the byte | ${sum(runs, ({ held }) => held.receiptsGiven)} | ${sum(runs, ({ held }) => held.receiptsFound)} |`,
    `| uploads with a number | ${sum(runs, ({ held }) => held.submissionsGiven)} | ${sum(runs, ({ held }) => held.submissionsFound)} |`,
    `| confirmations, in the register | ${sum(runs, ({ held }) => held.confirmedGiven)} | ${sum(runs, ({ held }) => held.confirmedFound)} |`,
    `| writes acknowledged by a node past HAProxy | ${sum(runs, ({ probes }) => probes.acknowledged)} | ${sum(runs, ({ probes }) => probes.acknowledged - probes.lost)} |`,
    `| own confirmation, searched for at once | ${sum(runs, ({ own }) => own.looked)} | ${sum(runs, ({ own }) => own.found)} |`,
    '',
    `Twice: ${sum(runs, ({ held }) => held.doubles)}. Acknowledged by two leaders: ${sum(runs, ({ probes }) => probes.byTwo)}. Audit log and register: ${runs.every(({ log }) => log.ok) ? 'verified' : 'DO NOT VERIFY'}. Searches answered from a replica: ${sum(runs, ({ searches }) => searches.settled)} of ${sum(runs, ({ searches }) => searches.all)}.`,
    `Answers: ${[...answers]
      .sort(([, a], [, b]) => b - a)
      .map(([said, times]) => `${said}: ${times.toLocaleString('en')}`)
      .join(', ')}.`,
    '',
  ].join('\n');
}
