/**
 * Does a client keep the standard? The client runs against a centre in memory that behaves well and badly on demand; what it asked is judged step by step, each
 * by its clause. Nothing needs to reach the vendor from outside. Decision 0123.
 */
import type { Instant } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import { STANDARD_VERSION, clauseOf } from '#standard/exchange-standard/chapters.ts';
import type { ClauseLevel } from '#standard/exchange-standard/shapes.ts';
import { ANSWERING_SUITES } from './conformance/answering-steps.ts';
import { Exhausted, PowerCut } from './conformance-client.ts';
import type { ClientRun, ConformanceClient, LoggedExchange } from './conformance-client.ts';
import type { Evidence, RunEnd } from './conformance/evidence.ts';
import { rehearse } from './conformance/rehearsal.ts';
import { SCENARIOS } from './conformance/scenarios.ts';
import type { Scenario } from './conformance/scenarios.ts';
import { SENDING_SUITES } from './conformance/sending-steps.ts';
import type { ConformanceStep, Suite } from './conformance/step-shapes.ts';

export const SUITES: readonly Suite[] = [...SENDING_SUITES, ...ANSWERING_SUITES];

/** passed, failed, or not looked at for want of another suite. */
export type StepOutcome = 'passed' | 'failed' | 'not-tried';

/** A question and its answer, as they are shown: bodies shortened. */
export interface ShownExchange {
  readonly n: number;
  readonly request: string;
  readonly answer: string;
}

export interface StepReport {
  readonly id: string;
  readonly clause: string;
  readonly level: ClauseLevel;
  readonly expects: Bilingual;
  readonly outcome: StepOutcome;
  readonly because: Bilingual | null;
  readonly shown: ShownExchange | null;
}

export interface SuiteReport {
  readonly suite: string;
  readonly title: Bilingual;
  readonly needs: readonly string[];
  readonly steps: readonly StepReport[];
}

export interface ConformanceReport {
  readonly what: 'conformance';
  readonly standard: string;
  readonly product: string;
  readonly at: Instant;
  /** every MUST was looked at and holds */
  readonly conforms: boolean;
  readonly must: Readonly<Record<StepOutcome, number>>;
  readonly should: Readonly<Record<StepOutcome, number>>;
  readonly suites: readonly SuiteReport[];
}

export interface ConformanceNeeds {
  readonly clock: { readonly now: () => Instant; readonly ms: () => number };
  readonly sleep: (ms: number) => Promise<void>;
  readonly draw: () => number;
  /** told as it goes on */
  readonly progress?: (scenario: string) => void;
}

async function endOf(client: ConformanceClient, run: ClientRun): Promise<RunEnd> {
  try {
    return { kind: 'reported', report: await client(run) };
  } catch (error) {
    if (error instanceof PowerCut) return { kind: 'cut' };
    if (error instanceof Exhausted) return { kind: 'exhausted' };
    return { kind: 'failed', why: String(error) };
  }
}

/** Lets the client live through a scenario. */
async function lived({ runs, feed = [], window }: Scenario, client: ConformanceClient, needs: ConformanceNeeds): Promise<Evidence> {
  const { clock, sleep, draw } = needs;
  const rehearsal = await rehearse({ clock, ...(window === undefined ? {} : { window }) });
  try {
    for (const entry of feed) rehearsal.tell(entry);
    let kept: string | null = null;
    const disk = {
      read: () => kept,
      write: (text: string) => {
        kept = text;
      },
    };
    const ends: RunEnd[] = [];
    for (const [at, { happened = [], mischief = [], before }] of runs.entries()) {
      await before?.(rehearsal);
      rehearsal.begin(at);
      rehearsal.misbehave(mischief);
      const run = { identity: rehearsal.identity, happened, ask: rehearsal.handle, sleep, now: clock.now, draw, disk };
      ends.push(await endOf(client, run));
    }
    return { identity: rehearsal.identity, log: rehearsal.log, ends, happened: runs.flatMap((run) => run.happened ?? []) };
  } finally {
    await rehearsal.close();
  }
}

/** What the log alone can show: nothing that a client says of itself, and no trouble that was made for it. */
const BY_LOG: ReadonlySet<string> = new Set([
  'greet.first',
  'greet.seen',
  'send.address',
  'send.digest',
  'send.canonical',
  'send.manifest',
  'send.audience',
  'send.signature',
  'send.change',
  'send.numbers',
  'send.chain',
  'send.clock',
  'many.size',
  'receipt.first',
  'result.waits',
  'again.same',
]);

/** What a log of the sandbox shows of a client. It never conforms by that alone: the other steps were not tried. */
export function reportOfLog(product: string, seen: Pick<Evidence, 'identity' | 'log'>, at: Instant): ConformanceReport {
  const evidence: Evidence = { ...seen, ends: [], happened: [] };
  const suites = SUITES.map(({ key, title, needs, steps }) => ({
    suite: key,
    title,
    needs,
    steps: steps.map((step) => stepReport(step, BY_LOG.has(step.id) ? evidence : null)),
  }));
  return reported(product, suites, at);
}

const SHOWN_CHARS_MAX = 600;
const short = (text: string): string => (text.length > SHOWN_CHARS_MAX ? `${text.slice(0, SHOWN_CHARS_MAX)}…` : text);

function shownOf({ n, request, answer, mischief }: LoggedExchange): ShownExchange {
  const heads = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`);
  const said = answer ? `${answer.status}\n${answer.text}` : '(không có câu trả lời · no answer)';
  return {
    n,
    request: short([`${request.method} ${request.url}`, ...heads].join('\n')),
    answer: short(mischief ? `[${mischief}] ${said}` : said),
  };
}

function stepReport(step: ConformanceStep, evidence: Evidence | null): StepReport {
  const { id, clause, expects } = step;
  const of = { id, clause, level: clauseOf(clause).level, expects };
  if (!evidence) return { ...of, outcome: 'not-tried', because: null, shown: null };
  const found = step.fault(evidence);
  if (!found) return { ...of, outcome: 'passed', because: null, shown: null };
  return { ...of, outcome: 'failed', because: found.because, shown: found.at && shownOf(found.at) };
}

const countOf = (suites: readonly SuiteReport[], level: ClauseLevel): Record<StepOutcome, number> => {
  const count = { passed: 0, failed: 0, 'not-tried': 0 };
  for (const { steps } of suites) for (const one of steps) if (one.level === level) count[one.outcome] += 1;
  return count;
};

/** Looks at a client. A suite whose prerequisites failed is not tried, and the report says so. */
export async function conformanceOf(product: string, client: ConformanceClient, needs: ConformanceNeeds): Promise<ConformanceReport> {
  const evidence = new Map<string, Evidence>();
  const evidenceOf = async (key: string): Promise<Evidence> => {
    const known = evidence.get(key);
    if (known) return known;
    needs.progress?.(key);
    const made = await lived(
      SCENARIOS.find((one) => one.key === key)!,
      client,
      needs,
    );
    evidence.set(key, made);
    return made;
  };
  const suites: SuiteReport[] = [];
  const failed = new Set<string>();
  for (const { key, title, needs: first, steps } of SUITES) {
    const isReady = first.every((one) => !failed.has(one));
    const reports: StepReport[] = [];
    for (const step of steps) reports.push(stepReport(step, isReady ? await evidenceOf(step.scenario) : null));
    if (reports.some(({ outcome, level }) => outcome !== 'passed' && level === 'must')) failed.add(key);
    suites.push({ suite: key, title, needs: first, steps: reports });
  }
  return reported(product, suites, needs.clock.now());
}

function reported(product: string, suites: readonly SuiteReport[], at: Instant): ConformanceReport {
  const [must, should] = [countOf(suites, 'must'), countOf(suites, 'should')];
  const conforms = must.failed === 0 && must['not-tried'] === 0;
  return { what: 'conformance', standard: STANDARD_VERSION, product, at, conforms, must, should, suites };
}
