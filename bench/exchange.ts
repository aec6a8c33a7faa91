/**
 * The exchange over HTTP with everything on: the server, its work in the background and PostgreSQL with fsync on the same machine as the senders. A batch counts when
 * its R1 is there. Beside it, over the same stack: one person a call, one call after the other, as who has no batches sends.
 */
import type { ExchangeChange, Lane } from '#doors/exchange/shapes.ts';
import { SAMPLE_ROW } from '#standard/sample-person.ts';
import { enrolled, put, resultOf, served, verdicts } from './exchange-senders.ts';
import type { Prepared, Sender } from './exchange-senders.ts';
import { openInstallation } from './installation.ts';
import type { Installation } from './installation.ts';
import { anOfficer } from './office.ts';
import { percentile, round } from './row.ts';
import type { Bench, BenchRow } from './row.ts';

const BODY = 'H26.01';
const SOURCES = 8;
const BATCH = 1_000;
/** Of each source: fewer than its window. */
const SINGLES = 7;
const PER_SECOND_MIN = 500;
const RESULT_MS_MAX = 5_000;

const { soDinhDanh: _number, ...SAMPLE } = SAMPLE_ROW as Record<string, unknown>;
const FACTS = Object.entries(SAMPLE).map(([key, value]) => [`B/${key}`, String(value)] as const);
/** What one person takes who is new: the claim and each fact. */
export const CHANGES_OF_A_PERSON = FACTS.length + 1;

let people = 0;
/** A number that no other person of this run has. */
const nextPerson = (): string => `00018${(people % 9) + 1}${String((people += 1)).padStart(6, '0')}`;

/** Of people who are new, one after the other. */
export function* changes(code: string): Generator<Omit<ExchangeChange, 'seq'>> {
  for (let n = 1; ;) {
    const person = nextPerson();
    const base = { person, base: null, validFrom: '2026-11-01', schema: 'cbccvc@3.0', maker: 'bench', madeAt: '2026-11-30T02:00:00.000Z' };
    yield { ...base, ref: `r${n++}`, fact: 'employer', operation: 'claim', value: null };
    for (const [fact, value] of FACTS) {
      const own = /coQuan(QuanLy|SuDung)$/.test(fact) ? code : value;
      yield { ...base, ref: `r${n++}`, fact, operation: 'assert', value: own };
    }
  }
}

/** A source with people who are new, one after the other. */
interface Prepares extends Sender {
  readonly prepare: (lane: Lane, count: number) => Prepared;
}

/** Bodies of the tree. */
async function senders(installation: Installation, by: string): Promise<readonly Prepares[]> {
  const { db, jobSession } = installation.composed;
  const bodies = await db.transaction(await jobSession(null), (tx) =>
    tx.query<{ id: string; code: string }>(
      `select body_id as id, code from body_code where code like 'H26.%' and valid_to = '9999-12-31' and tx_to = 9223372036854775807 order by code limit $1`,
      [SOURCES],
    ),
  );
  const made: Prepares[] = [];
  for (const { id: bodyId, code: source } of bodies) {
    const sender = await enrolled(installation, { bodyId, source }, by);
    const next = changes(source);
    const prepare = (lane: Lane, count: number): Prepared =>
      sender.seal(
        lane,
        Array.from({ length: count }, () => next.next().value!),
      );
    made.push({ ...sender, prepare });
  }
  return made;
}

async function measure(address: string, all: readonly Prepares[], tell: (text: string) => void): Promise<BenchRow[]> {
  // One call after the other; spread, so that no window makes one wait.
  const singles = all.flatMap((sender) => Array.from({ length: SINGLES }, () => sender.prepare('correction', CHANGES_OF_A_PERSON)));
  const whole = all.flatMap((sender) => [sender.prepare('load', BATCH), sender.prepare('load', BATCH)].map((one) => ({ sender, one })));
  const later = all.flatMap((sender) => Array.from({ length: 4 }, () => ({ sender, one: sender.prepare('load', BATCH) })));
  let startedMs = performance.now();
  for (const one of singles) await put(address, one);
  const oneByOne = singles.length / ((performance.now() - startedMs) / 1_000);
  tell(`mỗi lần gọi một người: ${round(oneByOne, 1)} người mỗi giây`);

  const inParallel = async (batches: typeof whole): Promise<{ perSecond: number; took: readonly number[] }> => {
    startedMs = performance.now();
    const took = await Promise.all(
      all.map(async (sender) => {
        const own: number[] = [];
        for (const { sender: of, one } of batches) if (of === sender) own.push(await put(address, one));
        return own;
      }),
    );
    const sent = batches.reduce((sum, { one }) => sum + one.count, 0);
    return { perSecond: sent / ((performance.now() - startedMs) / 1_000), took: took.flat() };
  };
  const burst = await inParallel(whole);
  tell(`16 gói: ${round(burst.perSecond)} thay đổi mỗi giây, p95 ${round(percentile(burst.took, 0.95))} ms`);
  const sustained = await inParallel(later);
  tell(`32 gói tiếp: ${round(sustained.perSecond)} thay đổi mỗi giây, p95 ${round(percentile(sustained.took, 0.95))} ms`);

  const results = async (prepared: readonly Prepared[]): Promise<number> => {
    const took: number[] = [];
    for (const one of prepared) {
      await put(address, one);
      took.push(await resultOf(address, one));
      tell(`R2 của 1.000 thay đổi: ${round(took.at(-1)!)} ms`);
    }
    return percentile(took, 0.95);
  };
  const daily = (many: number) => Array.from({ length: many }, (_, i) => all[i % all.length]!.prepare('daily', BATCH));
  const behindLoad = await results(daily(3));
  // Until what was sent is read: the last of the load has its result.
  for (const { one } of later.slice(-SOURCES)) await resultOf(address, one);
  const alone = await results(daily(10));
  tell(`kết quả: ${JSON.stringify(Object.fromEntries(verdicts))}`);
  const row = (name: string, value: number, unit: string, beside: string, besideValue: number, goal: string, met: boolean): BenchRow => ({
    name: `exchange: ${name}`,
    value: round(value, 1),
    unit,
    beside,
    besideValue: round(besideValue, 1),
    ratio: round(value / besideValue),
    goal,
    met,
  });
  const beside = 'one person a call, changes a second';
  return [
    row(
      'changes with R1, two batches of each of 8 sources',
      burst.perSecond,
      'a second',
      beside,
      oneByOne * CHANGES_OF_A_PERSON,
      `≥ ${PER_SECOND_MIN}`,
      burst.perSecond >= PER_SECOND_MIN,
    ),
    row(
      'changes with R1, four more of each while they are read',
      sustained.perSecond,
      'a second',
      beside,
      oneByOne * CHANGES_OF_A_PERSON,
      `≥ ${PER_SECOND_MIN}`,
      sustained.perSecond >= PER_SECOND_MIN,
    ),
    row(
      `whole new people (${CHANGES_OF_A_PERSON} changes) with R1, the same`,
      sustained.perSecond / CHANGES_OF_A_PERSON,
      'a second',
      'one person a call, people a second',
      oneByOne,
      'told',
      true,
    ),
    ...(
      [
        ['nothing else waiting, p95 of 10', alone],
        ['behind 48 batches of first loads, worst of 3', behindLoad],
      ] as const
    ).map(([when, ms]) =>
      row(`R2 of 1,000 changes, ${when}`, ms, 'ms', 'limit', RESULT_MS_MAX, `≤ ${RESULT_MS_MAX} ms`, ms <= RESULT_MS_MAX),
    ),
  ];
}

export const exchange: Bench = async (tell) => {
  const installation = await openInstallation(BODY);
  const server = await served(installation);
  try {
    const { officer } = await anOfficer(installation.composed, installation.bodyId);
    return await measure(server.address, await senders(installation, officer.accountId), tell);
  } finally {
    await server.close();
    await installation.close();
  }
};
