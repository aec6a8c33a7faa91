/** The centre of the simulation: a disk, the shipped protocol, and as little as possible between them. */
import { changeId, revisionOf } from '#doors/exchange/protocol/digests.ts';
import type { CentreEvent, CentreMeans, CentreSource, CentreStep, HeldBatch } from '#doors/exchange/protocol/centre-step.ts';
import { centreStep, enrolledSource } from '#doors/exchange/protocol/centre-step.ts';
import type { ComparedFact } from '#doors/exchange/protocol/digest-buckets.ts';
import { bucketDigests, bucketOf } from '#doors/exchange/protocol/digest-buckets.ts';
import type { JudgeEffect } from '#doors/exchange/protocol/judge.ts';
import { judge } from '#doors/exchange/protocol/judge.ts';
import type { Turns } from '#doors/exchange/protocol/lanes.ts';
import { FIRST_TURN, LANES, nextTurn } from '#doors/exchange/protocol/lanes.ts';
import type { BatchManifest, ChangeVerdict, ExchangeChange, FactStanding, FeedEntry, Lane, VerdictKind } from '#doors/exchange/shapes.ts';
import type { Disk } from './disk.ts';
import { openDisk } from './disk.ts';
import type { World } from './network.ts';
import type { Observer } from './observer.ts';
import { AUDIENCE, BUCKETS, CENTRE_KEY, keyOf, signerOf, verifierOf } from './wire.ts';
import type { Reply, Request } from './wire.ts';

/** A person as the centre keeps them. */
interface Person {
  readonly writer: string | null;
  readonly releasedTo: string | null;
  readonly facts: Readonly<Record<string, FactStanding>>;
}
const NOBODY: Person = { writer: null, releasedTo: null, facts: {} };

/** A batch that is being judged. */
interface Work {
  readonly key: string;
  readonly first: number;
  readonly changes: readonly ExchangeChange[];
  readonly verdicts: readonly ChangeVerdict[];
}
interface Case {
  readonly about: 'fact' | 'dual-claim';
  readonly source: string;
  readonly change: ExchangeChange;
}

export interface CentreMachine {
  readonly disk: Disk;
  isUp(): boolean;
  /** null: it is down, or went down over it */
  handle(source: string, request: Request): Reply | null;
  /** judges a few changes of whoever's turn it is */
  work(): void;
  crash(): void;
  start(): void;
  /** two people grant a new epoch */
  release(source: string): number | null;
  /** an officer corrects a fact at the centre */
  corrects(person: string, fact: string, value: string): void;
  /** officers settle the oldest case, one way or the other */
  settlesCase(): void;
  frozen(source: string): boolean;
  people(): readonly (readonly [string, Person])[];
  factsOf(source: string): readonly ComparedFact[];
  isIdle(): boolean;
  judgedBefore(source: string, id: string): boolean;
}

export interface CentreIllness {
  /** chance to go down in the middle of a call */
  crash: number;
  /** it signs a receipt and drops the batch: chance a batch */
  drops: number;
  /** batches of bodies that are not simulated */
  backlog: number;
}

/** Changes judged in one transaction. */
const JUDGED_MAX = 2;
const MAJORS = { cbccvc: [3, 2] } as const;

export function openCentre(world: World, observer: Observer, honest: (source: string) => boolean, illness: CentreIllness): CentreMachine {
  const disk = openDisk();
  let up = true;
  /** rounds since a head moved, by source and lane */
  const waited = new Map<string, number>();
  const at = (): string => new Date(world.nowMs()).toISOString();
  const means = (source: string): CentreMeans => ({ audience: AUDIENCE, sign: signerOf(CENTRE_KEY), verify: verifierOf(keyOf(source)) });
  const stateOf = (source: string): CentreSource => disk.get<CentreSource>(`source ${source}`) ?? enrolledSource(source);
  const heldIn = (source: string, epoch: number, lane: Lane): readonly HeldBatch[] =>
    disk.get<readonly HeldBatch[]>(`held ${source}/${epoch}/${lane}`) ?? [];
  const heldOf = (source: string, name: Pick<BatchManifest, 'epoch' | 'lane' | 'first'>): HeldBatch | null =>
    heldIn(source, name.epoch, name.lane).find(({ manifest }) => manifest.first <= name.first && name.first <= manifest.last) ?? null;
  const queueOf = (source: string, lane: Lane): readonly Work[] => disk.get<readonly Work[]>(`queue ${source}/${lane}`) ?? [];
  const sources = (): readonly string[] => disk.keys('source ').map((key) => key.slice('source '.length));
  const personOf = (person: string): Person => disk.get<Person>(`person ${person}`) ?? NOBODY;
  const queued = (): number =>
    illness.backlog + sources().reduce((sum, source) => sum + LANES.reduce((all, lane) => all + queueOf(source, lane).length, 0), 0);
  const casesOpen = (): readonly Case[] => disk.get<readonly Case[]>('cases') ?? [];

  function crash(): void {
    up = false;
    disk.crash(world.draw);
    checkReceipts();
  }
  /** S3: what has its receipt is there, whatever happened. */
  function checkReceipts(): void {
    if (illness.drops > 0) return;
    for (const receipt of observer.receipts.values()) {
      const held = heldOf(receipt.source, receipt);
      if (held?.manifest.sha256 !== receipt.sha256)
        observer.fails('S3', `${receipt.source}/${receipt.epoch}/${receipt.lane}/${receipt.first} has its receipt and is gone`);
    }
  }
  /** Commits and flushes; false: the machine went down over it. */
  function durable(): boolean {
    const falls = illness.crash > 0 && world.draw() < illness.crash ? world.pick(3) : -1;
    if (falls === 0) return (crash(), false);
    disk.commit();
    if (falls === 1) return (crash(), false);
    disk.sync();
    if (falls === 2) return (crash(), false);
    return true;
  }

  function keep(source: string, { state, effects }: CentreStep): void {
    disk.put(`source ${source}`, state);
    for (const effect of effects) {
      if (effect.do !== 'keep-batch' && effect.do !== 'keep-result') continue;
      const { epoch, lane, first } = effect.held.manifest;
      const key = `held ${source}/${epoch}/${lane}`;
      disk.put(
        key,
        [...heldIn(source, epoch, lane).filter(({ manifest }) => manifest.first !== first), effect.held].sort(
          (a, b) => a.manifest.first - b.manifest.first,
        ),
      );
      if (effect.do === 'keep-batch')
        disk.put(`queue ${source}/${lane}`, [
          ...queueOf(source, lane),
          { key, first, changes: effect.changes, verdicts: [] } satisfies Work,
        ]);
    }
  }

  function run(source: string, event: CentreEvent): Reply | null {
    const before = stateOf(source);
    const step = centreStep(before, event, means(source));
    const answer = step.effects.find((effect) => effect.do === 'answer')?.answer;
    const kept = step.effects.find((effect) => effect.do === 'keep-batch');
    if (kept && event.kind === 'offered') {
      const { lane, epoch } = kept.held.manifest;
      const last = heldIn(source, epoch, lane).at(-1)?.manifest ?? null;
      observer.received(kept.held.batch, {
        epoch: before.epoch,
        waiting: before.lanes[lane].waiting,
        queued: event.queued,
        frozen: before.frozen !== null,
        last,
      });
    }
    // The liar: it signs, and keeps nothing.
    const drops = kept !== undefined && illness.drops > 0 && world.draw() < illness.drops;
    if (!drops) keep(source, step);
    if (!durable()) return null;
    if (answer === undefined) return null;
    if (answer.status === 'refused') {
      const { problems, ...more } = answer;
      // A promotion finds room whatever waits: its lane is empty, and the source is in order.
      const busy = problems.some(({ code }) => code === 'E-EXCHANGE-WINDOW' || code === 'E-EXCHANGE-LATER');
      if (busy && event.kind === 'offered') {
        const { lane } = JSON.parse(event.batch.manifest.text) as BatchManifest;
        if (lane !== 'load' && before.lanes[lane].waiting === 0) observer.fails('S7', `${source}: an empty lane ${lane} was turned away`);
      }
      return { ...more, codes: problems.map(({ code }) => code) };
    }
    if (answer.signed !== null && event.kind !== 'greeted') observer.signed(answer.signed);
    return answer;
  }

  function handle(source: string, request: Request): Reply | null {
    if (!up) return null;
    switch (request.kind) {
      case 'hello':
        return run(source, { kind: 'greeted', epoch: request.epoch, seen: request.seen, queued: queued() });
      case 'put': {
        const { batch } = request;
        return run(source, { kind: 'offered', batch, held: heldNamed(source, batch.manifest.text), queued: queued(), at: at() });
      }
      case 'result':
        return run(source, { kind: 'asked-result', held: heldOf(source, request) });
      case 'feed':
        return { status: 'feed', entries: feedOf(source).slice(request.after, request.after + 5) };
      case 'digest':
        return { status: 'digests', digests: bucketDigests(factsOf(source), BUCKETS) };
      case 'bucket':
        return { status: 'bucket', facts: factsOf(source).filter(({ person }) => bucketOf(person, BUCKETS) === request.bucket) };
    }
  }
  function heldNamed(source: string, text: string): HeldBatch | null {
    try {
      return heldOf(source, JSON.parse(text) as BatchManifest);
    } catch {
      return null;
    }
  }

  const feedOf = (source: string): readonly FeedEntry[] => disk.get<readonly FeedEntry[]>(`feed ${source}`) ?? [];
  type Untold = FeedEntry extends infer E ? (E extends { readonly n: number } ? Omit<E, 'n'> : never) : never;
  const tell = (source: string, entry: Untold): void => {
    const feed = feedOf(source);
    disk.put(`feed ${source}`, [...feed, { ...entry, n: feed.length + 1 }]);
  };
  function owns(person: string, source: string): void {
    const before = personOf(person);
    disk.put(`person ${person}`, { ...before, writer: source, releasedTo: null });
    if (before.writer === null || before.writer === source) return;
    tell(before.writer, { what: 'left', person });
    tell(source, { what: 'arrived', person, facts: before.facts });
  }
  function stands(person: string, fact: string, standing: FactStanding | null): void {
    const before = personOf(person);
    const { [fact]: _old, ...others } = before.facts;
    disk.put(`person ${person}`, { ...before, facts: standing === null ? others : { ...others, [fact]: standing } });
  }
  function follows(source: string, effect: JudgeEffect): void {
    if (effect.do === 'stand') stands(effect.person, effect.fact, effect.standing);
    if (effect.do === 'own') owns(effect.person, effect.source);
    if (effect.do === 'release') disk.put(`person ${effect.person}`, { ...personOf(effect.person), releasedTo: effect.to });
    if (effect.do === 'open-case') disk.put('cases', [...casesOpen(), { about: effect.about, source, change: effect.change }]);
  }

  function judgeOne(source: string, change: ExchangeChange): ChangeVerdict {
    const id = changeId(change);
    const { writer, releasedTo, facts } = personOf(change.person);
    const before = disk.get<VerdictKind>(`before ${source} ${id}`) ?? null;
    const stood = facts[change.fact] ?? null;
    const { verdict, effects } = judge(change, { source, before, writer, releasedTo, standing: stood, majors: MAJORS });
    const seen = `ref ${source} ${change.ref}`;
    observer.judged({
      source,
      honest: honest(source),
      change,
      id,
      verdict,
      writer,
      releasedTo,
      stood,
      before: disk.get(seen) === true,
      effects,
      disk,
    });
    disk.put(seen, true);
    disk.put(`before ${source} ${id}`, before ?? verdict.verdict);
    for (const effect of effects) follows(source, effect);
    return verdict;
  }

  function work(): void {
    if (!up) return;
    const waiting = (lane: Lane): string[] => sources().filter((source) => queueOf(source, lane).length > 0);
    const heads = { daily: waiting('daily'), correction: waiting('correction'), load: waiting('load') };
    const turn = nextTurn(disk.get<Turns>('turns') ?? FIRST_TURN, heads);
    if (turn === null) return;
    const { source, lane } = turn;
    countTurns(heads, source, lane);
    disk.put('turns', turn.turns);
    const [head, ...others] = queueOf(source, lane);
    const from = head!.verdicts.length;
    const verdicts = [...head!.verdicts, ...head!.changes.slice(from, from + JUDGED_MAX).map((change) => judgeOne(source, change))];
    const done = verdicts.length === head!.changes.length;
    disk.put(`queue ${source}/${lane}`, done ? others : [{ ...head!, verdicts }, ...others]);
    if (done) {
      const held = disk.get<readonly HeldBatch[]>(head!.key)!.find(({ manifest }) => manifest.first === head!.first)!;
      keep(source, centreStep(stateOf(source), { kind: 'judged', held, verdicts }, means(source)));
    }
    durable();
  }
  /** S7: no head stands still for longer than its turns allow. */
  function countTurns(heads: Readonly<Record<Lane, readonly string[]>>, source: string, lane: Lane): void {
    const many = sources().length;
    for (const one of LANES)
      for (const name of heads[one]) {
        const key = `${name}/${one}`;
        const rounds = one === lane && name === source ? 0 : (waited.get(key) ?? 0) + 1;
        waited.set(key, rounds);
        const most = (one === 'daily' ? 3 : one === 'correction' ? 5 : 8) * many;
        if (rounds > most) observer.fails('S7', `${key} has waited for ${rounds} rounds`);
      }
    for (const one of LANES) for (const name of sources()) if (!heads[one].includes(name)) waited.delete(`${name}/${one}`);
  }

  function settlesCase(): void {
    if (!up) return;
    const [first, ...others] = casesOpen();
    if (!first) return;
    disk.put('cases', others);
    const { person, fact, value, validFrom } = first.change;
    const forSender = world.draw() < 0.5;
    if (first.about === 'dual-claim') {
      if (forSender) owns(person, first.source);
    } else {
      if (forSender && value !== null && first.change.operation !== 'end') stands(person, fact, { value, validFrom, ended: null });
      const now = personOf(person);
      if (now.writer !== null) tell(now.writer, { what: 'fact', person, fact, standing: now.facts[fact] ?? null });
    }
    durable();
  }

  const factsOf = (source: string): readonly ComparedFact[] =>
    people().flatMap(([person, { writer, facts }]) =>
      writer === source ? Object.entries(facts).map(([fact, standing]) => ({ person, fact, revision: revisionOf(standing)! })) : [],
    );
  const people = (): readonly (readonly [string, Person])[] =>
    disk.keys('person ').map((key) => [key.slice('person '.length), disk.get<Person>(key)!] as const);

  return {
    disk,
    isUp: () => up,
    handle,
    work,
    crash,
    start() {
      up = true;
    },
    release(source) {
      if (!up) return null;
      const step = centreStep(stateOf(source), { kind: 'released', by: ['an', 'binh'] }, means(source));
      const grant = step.effects.find((effect) => effect.do === 'grant');
      if (!grant) return null;
      keep(source, step);
      if (!durable()) {
        // It went down over it: whether it was granted is seen when it is up again.
        if (stateOf(source).epoch === grant.epoch) observer.granted(source, grant.epoch);
        return null;
      }
      observer.granted(source, grant.epoch);
      return grant.epoch;
    },
    corrects(person, fact, value) {
      const { writer, facts } = personOf(person);
      const standing = facts[fact];
      if (!up || writer === null || !standing) return;
      stands(person, fact, { ...standing, value });
      tell(writer, { what: 'fact', person, fact, standing: { ...standing, value } });
      durable();
    },
    settlesCase,
    frozen: (source) => stateOf(source).frozen !== null,
    people,
    factsOf,
    isIdle: () => casesOpen().length === 0 && sources().every((source) => LANES.every((lane) => queueOf(source, lane).length === 0)),
    judgedBefore: (source, id) => disk.get(`before ${source} ${id}`) !== undefined,
  };
}
