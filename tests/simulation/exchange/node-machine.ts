/** A body's node in the simulation: its personnel software (facts), its outbox and the shipped protocol, on one disk. */
import type { ComparedFact } from '#doors/exchange/protocol/digest-buckets.ts';
import { bucketDigests, bucketOf, differences, differingBuckets } from '#doors/exchange/protocol/digest-buckets.ts';
import { changeId, revisionOf } from '#doors/exchange/protocol/digests.ts';
import { standingAfter } from '#doors/exchange/protocol/judge.ts';
import { LANES } from '#doors/exchange/protocol/lanes.ts';
import type { Denial } from '#doors/exchange/protocol/convict.ts';
import type { NewChange, NodeEvent, NodeMeans, NodeReply, NodeState } from '#doors/exchange/protocol/node-step.ts';
import { newNode, nodeStep } from '#doors/exchange/protocol/node-step.ts';
import type { ExchangeChange, FactStanding, FeedEntry, Lane, SentBatch } from '#doors/exchange/shapes.ts';
import type { Disk } from './disk.ts';
import { openDisk } from './disk.ts';
import type { World } from './network.ts';
import type { Observer } from './observer.ts';
import { AUDIENCE, BUCKETS, CENTRE_KEY, CHANGES_MAX, keyOf, signerOf, verifierOf } from './wire.ts';
import type { Reply, Request } from './wire.ts';

interface Row {
  readonly lane: Lane;
  readonly change: ExchangeChange;
}
type Facts = Readonly<Record<string, FactStanding>>;

export interface NodeMachine {
  readonly source: string;
  readonly disk: Disk;
  isUp(): boolean;
  state(): NodeState;
  tick(): void;
  hears(request: Request, reply: Reply, life: number): void;
  /** asks for the digest of the centre */
  compares(): void;
  /** its software makes a change; it has the last word on what it knows */
  records(lane: Lane, change: Omit<NewChange, 'base'>): void;
  enrolled(epoch: number): void;
  crash(): void;
  start(): void;
  restore(backup: ReadonlyMap<string, unknown>): void;
  people(): readonly string[];
  factsOf(person: string): Facts;
  compared(): readonly ComparedFact[];
  unsettled(): number;
  /** what it lays before others */
  readonly denials: readonly Denial[];
}

export type Send = (node: NodeMachine, request: Request, life: number) => void;

/** The value behind a revision: asked of the centre beside the protocol, as the page of the person. */
export type LookUp = (person: string, fact: string) => FactStanding | undefined;

export function openNode(
  source: string,
  name: string,
  world: World,
  observer: Observer,
  { send, look, illness }: { readonly send: Send; readonly look: LookUp; readonly illness: { readonly crash: number } },
): NodeMachine {
  const disk = openDisk();
  const means: NodeMeans = { audience: AUDIENCE, sign: signerOf(keyOf(source)), verify: verifierOf(CENTRE_KEY) };
  const denials: Denial[] = [];
  let up = true;
  /** calls of a life before the last are nobody's */
  let life = 0;
  let restored = 0;
  const state = (): NodeState => disk.get<NodeState>('state') ?? newNode(source);
  const rows = (): readonly Row[] => disk.get<readonly Row[]>('outbox') ?? [];
  const factsOf = (person: string): Facts => disk.get<Facts>(`facts ${person}`) ?? {};
  const people = (): string[] =>
    disk
      .keys('facts ')
      .map((key) => key.slice('facts '.length))
      .filter((person) => disk.get(`facts ${person}`) !== null);
  const isOpen = (person: string): boolean => rows().some(({ change }) => change.person === person);

  function crash(): void {
    up = false;
    life += 1;
    disk.crash(world.draw);
  }
  function durable(): boolean {
    const falls = illness.crash > 0 && world.draw() < illness.crash ? world.pick(3) : -1;
    if (falls === 0) return (crash(), false);
    disk.commit();
    if (falls === 1) return (crash(), false);
    disk.sync();
    if (falls === 2) return (crash(), false);
    return true;
  }

  function run(event: NodeEvent): void {
    const { state: next, effects } = nodeStep(state(), event, means);
    disk.put('state', next);
    const asks: Request[] = [];
    for (const effect of effects) {
      if (effect.do === 'keep-change') disk.put('outbox', [...rows(), { lane: effect.lane, change: effect.change } satisfies Row]);
      if (effect.do === 'keep-batch') disk.put(batchKey(effect.manifest), effect.batch);
      if (effect.do === 'renumber') renumber();
      if (effect.do === 'settled') {
        const { lane, first, last } = effect.manifest;
        for (const { change } of rows().filter((row) => row.lane === lane && row.change.seq >= first && row.change.seq <= last))
          observer.settled(changeId(change), effect.verdicts[change.seq - first]!);
        disk.put(
          'outbox',
          rows().filter((row) => row.lane !== lane || row.change.seq < first || row.change.seq > last),
        );
      }
      if (effect.do === 'learned') for (const entry of effect.entries) learns(entry);
      if (effect.do === 'convict') denials.push(effect.denial);
      if (effect.do === 'ask') {
        const { ask } = effect;
        asks.push(ask.kind === 'put' ? { kind: 'put', source, batch: disk.get<SentBatch>(batchKey(ask.manifest))! } : ask);
      }
    }
    if (!durable()) return;
    for (const ask of asks) send(machine, ask, life);
  }
  const batchKey = ({ epoch, lane, first }: { readonly epoch: number; readonly lane: Lane; readonly first: number }): string =>
    `batch ${epoch}/${lane}/${first}`;

  function renumber(): void {
    const next = { daily: 0, correction: 0, load: 0 };
    disk.put(
      'outbox',
      rows().map(({ lane, change }): Row => ({ lane, change: { ...change, seq: (next[lane] += 1) } })),
    );
  }
  /** What the centre says of a person of whom nothing waits here is so; else the verdict comes first, and the digest finds the rest. */
  function learns(entry: FeedEntry): void {
    if (entry.n !== (disk.get<number>('learned') ?? 0) + 1) observer.fails('S2', `${source} took entry ${entry.n} of the feed out of turn`);
    disk.put('learned', entry.n);
    // What the software of a body does with these is its own.
    if (entry.what === 'outcome' || entry.what === 'lists' || entry.what === 'void') return;
    if (entry.what === 'left') return disk.put(`facts ${entry.person}`, null);
    if (isOpen(entry.person)) return;
    if (entry.what === 'arrived') return disk.put(`facts ${entry.person}`, entry.facts);
    if (disk.get(`facts ${entry.person}`) !== null) stand(entry.person, entry.fact, entry.standing);
  }
  function stand(person: string, fact: string, standing: FactStanding | null): void {
    const { [fact]: _old, ...others } = factsOf(person);
    disk.put(`facts ${person}`, standing === null ? others : { ...others, [fact]: standing });
  }

  const compared = (): readonly ComparedFact[] =>
    people().flatMap((person) =>
      Object.entries(factsOf(person)).map(([fact, standing]) => ({ person, fact, revision: revisionOf(standing)! })),
    );

  const machine: NodeMachine = {
    source,
    disk,
    denials,
    isUp: () => up,
    state,
    tick() {
      if (!up) return;
      const { lanes } = state();
      const after = (lane: Lane): readonly ExchangeChange[] =>
        rows()
          .filter((row) => row.lane === lane && row.change.seq > lanes[lane].sealed)
          .slice(0, CHANGES_MAX)
          .map(({ change }) => change);
      const outbox = { daily: after('daily'), correction: after('correction'), load: after('load') };
      run({ kind: 'tick', atMs: world.nowMs(), at: new Date(world.nowMs()).toISOString(), chance: world.draw(), outbox });
    },
    hears(request, reply, of) {
      if (!up || of !== life) return;
      if (reply.status === 'digests') {
        const mine = bucketDigests(compared(), BUCKETS);
        for (const bucket of differingBuckets(mine, reply.digests)) send(machine, { kind: 'bucket', source, bucket }, life);
        return;
      }
      if (reply.status === 'bucket') return adopts(request, reply.facts);
      if (request.kind === 'digest' || request.kind === 'bucket') return;
      const ask = request.kind === 'put' ? { kind: 'put' as const, source, manifest: JSON.parse(request.batch.manifest.text) } : request;
      run({ kind: 'heard', ask, reply: reply as NodeReply, atMs: world.nowMs(), chance: world.draw() });
    },
    compares() {
      if (up && state().standing === 'in-step') send(machine, { kind: 'digest', source }, life);
    },
    records(lane, change) {
      if (!up) return;
      const standing = factsOf(change.person)[change.fact] ?? null;
      const after = change.fact === 'employer' ? null : standingAfter(standing, change);
      if (after === undefined) return;
      const made: NewChange = { ...change, base: revisionOf(standing) };
      if (change.fact !== 'employer') stand(change.person, change.fact, after);
      else if (change.operation !== 'release') disk.put(`facts ${change.person}`, factsOf(change.person));
      observer.recorded(changeId({ ...made, seq: 1 }), `${name}/${restored}`, change.person);
      const waitsIn = rows().find((row) => row.change.person === change.person)?.lane ?? null;
      run({ kind: 'recorded', lane, waitsIn, change: made });
    },
    enrolled(epoch) {
      if (!up) return;
      const count = (lane: Lane): number => rows().filter((row) => row.lane === lane).length;
      run({ kind: 'enrolled', epoch, unanswered: { daily: count('daily'), correction: count('correction'), load: count('load') } });
    },
    crash,
    start() {
      if (up) return;
      up = true;
      run({ kind: 'started' });
    },
    restore(backup) {
      life += 1;
      restored += 1;
      up = true;
      disk.restore(backup);
    },
    people,
    factsOf,
    compared,
    unsettled: () => rows().length + LANES.reduce((sum, lane) => sum + state().lanes[lane].pending.length, 0),
  };

  /** The digest showed where both differ: what waits for no verdict stands as the centre has it. */
  function adopts(request: Request, theirs: readonly ComparedFact[]): void {
    if (request.kind !== 'bucket') return;
    const mine = compared().filter(({ person }) => bucketOf(person, BUCKETS) === request.bucket);
    const wanted = differences(mine, theirs).filter(({ person }) => !isOpen(person));
    for (const { person, fact, theirs: revision } of wanted) {
      const standing = revision === null ? null : look(person, fact);
      if (standing === undefined) continue;
      if (standing !== null || revision === null) stand(person, fact, standing);
    }
    durable();
  }
  return machine;
}
