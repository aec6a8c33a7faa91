/**
 * A whole centre in memory, on the shipped protocol: for tests of the body's own program and for whoever tries a client against the standard. It keeps nothing
 * when it ends, and no rule of its own: `centreStep`, `judge` and `nextTurn` decide as they do everywhere.
 */
import { canonicalJson } from '#base/canonical-json.ts';
import type { Clock } from '#base/clock.ts';
import { FEED_PAGE_MAX } from './limits.ts';
import type { Centre } from './port.ts';
import { digestWrong, questionUnread, resultUnknown, signatureWrong, sourceUnknown } from './problems.ts';
import { readManifest } from './protocol/batch.ts';
import { centreStep, enrolledSource } from './protocol/centre-step.ts';
import type { CentreAnswer, CentreEvent, CentreSource, CentreStep, HeldBatch } from './protocol/centre-step.ts';
import { bucketDigests, bucketOf } from './protocol/digest-buckets.ts';
import type { ComparedFact } from './protocol/digest-buckets.ts';
import { changeId, revisionOf } from './protocol/digests.ts';
import { judge } from './protocol/judge.ts';
import type { Judged, Known } from './protocol/judge.ts';
import { FIRST_TURN, nextTurn } from './protocol/lanes.ts';
import type {
  BatchName,
  ChangeVerdict,
  ExchangeChange,
  ExchangeExtension,
  FactStanding,
  FeedEntry,
  Lane,
  SignedText,
  VerdictKind,
} from './shapes.ts';
import type { SignText, VerifyText } from './signer.ts';

/** A source as it is enrolled here. */
export interface MemorySource {
  readonly source: string;
  /** the key of its batches */
  readonly verify: VerifyText;
  /** the key by which a named officer of the body confirms; without, confirmations are refused */
  readonly confirms?: VerifyText;
}

export interface MemoryCentreNeeds {
  readonly clock: Pick<Clock, 'now'>;
  readonly audience: string;
  /** the key of receipts */
  readonly sign: SignText;
  readonly sources: readonly MemorySource[];
  /** majors of the schema that are taken, by name */
  readonly majors: Known['majors'];
  /** says something else of a change than the protocol would; null: the protocol judges */
  readonly decides?: (change: ExchangeChange, source: string) => Judged | null;
  /** false: nothing is judged until `work` is called; true (by default) everything is judged when it is received */
  readonly judgesAtOnce?: boolean;
}

interface Person {
  readonly writer: string | null;
  readonly releasedTo: string | null;
  readonly facts: Readonly<Record<string, FactStanding>>;
}
interface Work {
  readonly held: HeldBatch;
  readonly changes: readonly ExchangeChange[];
}
type Untold = FeedEntry extends infer E ? (E extends { readonly n: number } ? Omit<E, 'n'> : never) : never;

/** There is no log here to prove anything by. */
export interface MemoryCentre extends Required<Omit<Centre, 'receipt'>> {
  /** judges the next batch, of whoever's turn it is; false: nothing waits */
  work(): boolean;
  /** two people release a source; the epoch that begins, null: they are one */
  release(source: string, by: readonly string[]): number | null;
  /** an officer of the centre writes a fact: its keeper is told */
  corrects(person: string, fact: string, standing: FactStanding | null): void;
  /** where a source stands, and what it keeps here */
  stateOf(source: string): CentreSource | null;
  factsOf(source: string): readonly ComparedFact[];
  isConfirmed(source: string, name: BatchName): boolean;
}

const factKey = ({ person, fact }: Pick<ExchangeChange, 'person' | 'fact'>): string => `${person} ${fact}`;
const NOBODY: Person = { writer: null, releasedTo: null, facts: {} };
const keyOf = (source: string, { epoch, lane, first }: Pick<BatchName, 'epoch' | 'lane' | 'first'>): string =>
  `${source}/${epoch}/${lane}/${first}`;

export function memoryCentre(needs: MemoryCentreNeeds): MemoryCentre {
  const enrolled = new Map(needs.sources.map((one) => [one.source, one]));
  const states = new Map(needs.sources.map(({ source }) => [source, enrolledSource(source)]));
  const batches = new Map<string, HeldBatch>();
  const queues = new Map<string, Work[]>();
  const confirmed = new Set<string>();
  const people = new Map<string, Person>();
  const judgedBefore = new Map<string, VerdictKind>();
  const feeds = new Map<string, FeedEntry[]>();
  const exts = new Map<string, ExchangeExtension>();
  let turns = FIRST_TURN;

  const queueOf = (source: string, lane: Lane): Work[] => queues.get(`${source}/${lane}`) ?? [];
  const queued = (): number => [...queues.values()].reduce((sum, some) => sum + some.length, 0);
  const personOf = (person: string): Person => people.get(person) ?? NOBODY;
  const heldIn = (source: string, { epoch, lane, first }: Pick<BatchName, 'epoch' | 'lane' | 'first'>): HeldBatch | null => {
    const exact = batches.get(keyOf(source, { epoch, lane, first }));
    if (exact) return exact;
    for (const held of batches.values()) {
      const { manifest } = held;
      const isOf = manifest.source === source && manifest.epoch === epoch && manifest.lane === lane;
      if (isOf && manifest.first <= first && first <= manifest.last) return held;
    }
    return null;
  };
  const heldNamed = (source: string, name: BatchName): HeldBatch | null => {
    const held = batches.get(keyOf(source, name));
    return held?.manifest.last === name.last ? held : null;
  };

  function keep(source: string, { state, effects }: CentreStep): CentreAnswer {
    states.set(source, state);
    let answer: CentreAnswer | null = null;
    for (const effect of effects) {
      if (effect.do === 'answer') ({ answer } = effect);
      if (effect.do !== 'keep-batch' && effect.do !== 'keep-result') continue;
      batches.set(keyOf(source, effect.held.manifest), effect.held);
      if (effect.do === 'keep-batch') {
        const key = `${source}/${effect.held.manifest.lane}`;
        queues.set(key, [...(queues.get(key) ?? []), { held: effect.held, changes: effect.changes }]);
      }
    }
    return answer ?? { status: 200, signed: null };
  }

  function run(source: string, event: CentreEvent): CentreAnswer {
    const state = states.get(source);
    const own = enrolled.get(source);
    if (!state || !own) return { status: 'refused', problems: [sourceUnknown({ source })] };
    return keep(source, centreStep(state, event, { audience: needs.audience, sign: needs.sign, verify: own.verify }));
  }

  const tell = (source: string, entry: Untold): void => {
    const feed = feeds.get(source) ?? [];
    feed.push({ ...entry, n: feed.length + 1 });
    feeds.set(source, feed);
  };
  function owns(person: string, source: string): void {
    const before = personOf(person);
    people.set(person, { ...before, writer: source, releasedTo: null });
    if (before.writer === null || before.writer === source) return;
    tell(before.writer, { what: 'left', person });
    tell(source, { what: 'arrived', person, facts: before.facts });
  }
  function stands(person: string, fact: string, standing: FactStanding | null): void {
    const before = personOf(person);
    const { [fact]: _old, ...others } = before.facts;
    people.set(person, { ...before, facts: standing === null ? others : { ...others, [fact]: standing } });
  }

  function judgeOne(source: string, change: ExchangeChange): ChangeVerdict {
    const key = `${source} ${changeId(change)}`;
    const { writer, releasedTo, facts } = personOf(change.person);
    const before = judgedBefore.get(key) ?? null;
    const known: Known = { source, before, writer, releasedTo, standing: facts[change.fact] ?? null, majors: needs.majors };
    const { verdict, effects } = needs.decides?.(change, source) ?? judge(change, known);
    if (before === null) judgedBefore.set(key, verdict.verdict);
    // What nobody here knows goes along with its fact.
    if (verdict.verdict === 'accepted' && change.ext) exts.set(factKey(change), change.ext);
    for (const effect of effects) {
      if (effect.do === 'stand') stands(effect.person, effect.fact, effect.standing);
      if (effect.do === 'own') owns(effect.person, effect.source);
      if (effect.do === 'release') people.set(effect.person, { ...personOf(effect.person), releasedTo: effect.to });
    }
    return verdict;
  }

  function work(): boolean {
    const waiting = (lane: Lane): string[] => [...enrolled.keys()].filter((source) => queueOf(source, lane).length > 0).sort();
    const turn = nextTurn(turns, { daily: waiting('daily'), correction: waiting('correction'), load: waiting('load') });
    if (turn === null) return false;
    ({ turns } = turn);
    const { source, lane } = turn;
    const [head, ...others] = queueOf(source, lane);
    queues.set(`${source}/${lane}`, others);
    const verdicts = head!.changes.map((change) => judgeOne(source, change));
    run(source, { kind: 'judged', held: head!.held, verdicts });
    return true;
  }

  function judgeAll(): void {
    let more = true;
    while (more) more = work();
  }

  const factsOf = (source: string): readonly ComparedFact[] =>
    [...people].flatMap(([person, { writer, facts }]) =>
      writer === source ? Object.entries(facts).map(([fact, standing]) => ({ person, fact, revision: revisionOf(standing)! })) : [],
    );
  const signed = (content: object): CentreAnswer => ({ status: 200, signed: needs.sign(canonicalJson(content)) });
  const known = (source: string, answer: () => CentreAnswer): CentreAnswer =>
    enrolled.has(source) ? answer() : { status: 'refused', problems: [sourceUnknown({ source })] };

  function confirm(source: string, name: BatchName, confirmation: SignedText): CentreAnswer {
    const held = heldNamed(source, name);
    if (held === null) return { status: 'refused', problems: [resultUnknown()] };
    if (!enrolled.get(source)!.confirms?.(confirmation)) return { status: 'refused', problems: [signatureWrong({ source })] };
    const said = readConfirmation(confirmation.text);
    if (said === null) return { status: 'refused', problems: [questionUnread({ where: '/' })] };
    const { epoch, lane, first, last, sha256 } = held.manifest;
    const whole = canonicalJson({ what: 'confirmed', source, epoch, lane, first, last, sha256, at: said.at });
    if (whole !== confirmation.text) return { status: 'refused', problems: [digestWrong()] };
    confirmed.add(keyOf(source, name));
    return { status: 200, signed: null };
  }

  return {
    greet: async (source, { epoch, seen }) => run(source, { kind: 'greeted', epoch, seen, queued: queued() }),
    async offer(source, batch) {
      const manifest = readManifest(batch.manifest.text);
      const held = manifest.ok ? heldIn(source, manifest.value) : null;
      const answer = run(source, { kind: 'offered', batch, held, queued: queued(), at: needs.clock.now() });
      if (needs.judgesAtOnce !== false) judgeAll();
      return answer;
    },
    confirm: async (source, name, confirmation) => known(source, () => confirm(source, name, confirmation)),
    result: async (source, name) => run(source, { kind: 'asked-result', held: heldNamed(source, name) }),
    feed: async (source, after) =>
      known(source, () => {
        const entries = (feeds.get(source) ?? []).slice(after, after + FEED_PAGE_MAX);
        return signed({ what: 'feed', source, after, entries, more: (feeds.get(source) ?? []).length > after + entries.length });
      }),
    digest: async (source, question) =>
      known(source, () =>
        'bucket' in question
          ? signed({
              what: 'bucket',
              source,
              bucket: question.bucket,
              facts: factsOf(source).filter(({ person }) => bucketOf(person) === question.bucket),
            })
          : signed({ what: 'digests', source, digests: bucketDigests(factsOf(source)) }),
      ),
    work,
    release(source, by) {
      run(source, { kind: 'released', by });
      return new Set(by).size < 2 ? null : (states.get(source)?.epoch ?? null);
    },
    corrects(person, fact, standing) {
      stands(person, fact, standing);
      const { writer } = personOf(person);
      const ext = exts.get(factKey({ person, fact }));
      if (writer !== null) tell(writer, { what: 'fact', person, fact, standing, ...(ext ? { ext } : {}) });
    },
    stateOf: (source) => states.get(source) ?? null,
    factsOf,
    isConfirmed: (source, name) => confirmed.has(keyOf(source, name)),
  };
}

function readConfirmation(text: string): { readonly at: string } | null {
  try {
    const { at } = JSON.parse(text) as { at?: unknown };
    return typeof at === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at) ? { at } : null;
  } catch {
    return null;
  }
}
