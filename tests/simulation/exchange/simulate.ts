/** One life of a centre and its nodes, by one seed: `simulate(seed)` says what was broken. */
import { seededChance } from '#base/chance.ts';
import { bucketDigests } from '#doors/exchange/protocol/digest-buckets.ts';
import { deniedReceipt } from '#doors/exchange/protocol/convict.ts';
import { LANES } from '#doors/exchange/protocol/lanes.ts';
import type { ExchangeValue, Lane } from '#doors/exchange/shapes.ts';
import { openCentre } from './centre-machine.ts';
import type { CentreMachine } from './centre-machine.ts';
import { liarsBatch } from './liar.ts';
import { openNetwork, openWorld } from './network.ts';
import type { Network, World } from './network.ts';
import { openNode } from './node-machine.ts';
import type { NodeMachine } from './node-machine.ts';
import { openObserver } from './observer.ts';
import { BUCKETS, CENTRE_KEY, verifierOf } from './wire.ts';
import type { Reply, Request } from './wire.ts';

export interface Life {
  readonly broken: readonly string[];
  /** changes that were judged, and what became of them */
  readonly judged: Readonly<Record<string, number>>;
  /** what happened in it */
  readonly saw: ReadonlySet<string>;
}

const START_MS = Date.UTC(2026, 0, 5);
const ACTIVE_MS = 24_000;
const ROUNDS_MAX = 220;
const FACTS = ['B/hoTen', 'C/chucVu', 'E/hopDong#1', 'E/hopDong#2'] as const;

/** What is wrong in this life. */
function plan({ draw, pick }: World) {
  const ill = (chance: number): boolean => draw() < chance;
  return {
    nodes: 2 + pick(2),
    crashes: ill(0.5),
    parts: ill(0.4),
    alters: ill(0.3),
    restores: ill(0.3),
    clones: ill(0.2),
    liar: ill(0.25),
    lyingCentre: ill(0.06),
    busy: ill(0.25),
    loads: ill(0.5),
  };
}

export function simulate(seed: number): Life {
  const { fraction } = seededChance(seed * 2_654_435_761);
  const world = openWorld(fraction, START_MS);
  const network = openNetwork(world);
  const observer = openObserver();
  const saw = new Set<string>();
  const ill = plan(world);
  const centreIllness = { crash: ill.crashes ? 0.01 : 0, drops: ill.lyingCentre ? 0.15 : 0, backlog: 0 };
  const nodeIllness = { crash: ill.crashes ? 0.006 : 0 };
  const sources = Array.from({ length: ill.nodes }, (_, i) => `H${i + 1}`);
  const centre = openCentre(world, observer, (source) => source !== 'LIAR', centreIllness);

  const send = (node: NodeMachine, request: Request, life: number): void =>
    network.send(node.source, request, (arrived) => {
      const reply = centre.handle(node.source, arrived);
      if (reply !== null) network.send<Reply>(node.source, reply, (heard) => node.hears(request, heard, life));
    });
  const look = (person: string, fact: string) => centre.people().find(([one]) => one === person)?.[1].facts[fact];
  let opening = 0;
  const opened = (source: string): NodeMachine =>
    openNode(source, `${source} ${(opening += 1)}`, world, observer, { send, look, illness: nodeIllness });
  const nodes = sources.map(opened);
  const others: NodeMachine[] = [];
  network.illness.drop = world.draw() * 0.2;
  network.illness.double = world.draw() * 0.2;
  network.illness.alter = ill.alters ? 0.03 : 0;
  network.illness.slowMs = 20 + world.draw() * 1_500;

  /** Something again and again while the life is wild. */
  let wild = true;
  const every = (ms: number, what: () => void): void => {
    const again = (): void => {
      if (!wild) return;
      what();
      world.after(ms * (0.5 + world.draw()), again);
    };
    world.after(ms * world.draw(), again);
  };
  for (const node of nodes) {
    every(700, () => node.tick());
    every(ill.loads ? 500 : 1_100, () => records(node, nodes, world, centre, ill.loads));
    every(6_000, () => node.compares());
  }
  every(250, () => centre.work());
  every(3_000, () => corrects(centre, world));
  every(4_000, () => centre.settlesCase());
  every(3_000, () => people(centre, nodes, saw));
  if (ill.crashes) every(9_000, () => falls(centre, nodes, world));
  if (ill.parts) every(5_000, () => parts(network, sources, world));
  if (ill.busy) every(2_000, () => void (centreIllness.backlog = [0, 100, 300][world.pick(3)]!));
  if (ill.restores) restores(nodes, world, saw);
  if (ill.clones) clones(nodes, others, opened, world, every, centre, saw, ill.loads);
  if (ill.liar) every(900, () => liarsBatch(centre, world, saw));
  world.run(START_MS + ACTIVE_MS);
  wild = false;
  if (ill.lyingCentre) return convicted(nodes, centre, centreIllness, network, world, saw);
  heals(nodes, others, centre, network, world, { centreIllness, nodeIllness }, saw, observer);
  check(nodes, others, centre, observer, ill);
  const judged: Record<string, number> = {};
  for (const verdict of observer.settledIds.values()) judged[verdict] = (judged[verdict] ?? 0) + 1;
  return { broken: observer.broken, judged, saw };
}

/** Somebody at a body's desk makes a change. */
function records(node: NodeMachine, nodes: readonly NodeMachine[], world: World, centre: CentreMachine, loads: boolean): void {
  const at = new Date(world.nowMs()).toISOString();
  const common = {
    ref: `r${world.pick(1e9)}`,
    maker: 'lan',
    madeAt: at,
    validFrom: '2026-01-05',
    schema: world.draw() < 0.03 ? 'cbccvc@4.0' : world.draw() < 0.2 ? 'cbccvc@2.9' : 'cbccvc@3.0',
  };
  const lane: Lane = loads ? (['load', 'load', 'daily', 'correction'] as const)[world.pick(4)]! : LANES[world.pick(3)]!;
  const known = node.people();
  const draw = world.draw();
  const anybody = `p${world.pick(9)}`;
  if (known.length === 0 || draw < 0.18)
    return node.records(lane, { ...common, person: anybody, fact: 'employer', operation: 'claim', value: null });
  const person = known[world.pick(known.length)]!;
  if (draw < 0.22)
    return node.records(lane, {
      ...common,
      person,
      fact: 'employer',
      operation: 'release',
      value: nodes[world.pick(nodes.length)]!.source,
    });
  if (draw < 0.3) {
    const free = centre.people().find(([, { releasedTo }]) => releasedTo === node.source)?.[0] ?? anybody;
    return node.records(lane, { ...common, person: free, fact: 'employer', operation: 'take', value: null });
  }
  const fact = FACTS[world.pick(FACTS.length)]!;
  const value: ExchangeValue = fact.includes('#') ? { so: String(world.pick(4)), loai: 'HDLV' } : `v${world.pick(4)}`;
  if (draw < 0.75) return node.records(lane, { ...common, person, fact, operation: 'assert', value });
  if (draw < 0.85) return node.records(lane, { ...common, person, fact, operation: 'correct', value });
  if (draw < 0.93) return node.records(lane, { ...common, person, fact, operation: 'end', value: '2026-06-30' });
  const approver = world.draw() < 0.3 ? 'lan' : 'minh';
  node.records(lane, { ...common, person, fact, operation: 'retract', value: null, because: { reason: 'sai', approver } });
}

function corrects(centre: CentreMachine, world: World): void {
  const kept = centre.people().filter(([, { facts }]) => Object.keys(facts).length > 0);
  const one = kept[world.pick(kept.length)];
  if (one) centre.corrects(one[0], Object.keys(one[1].facts)[0]!, `centre ${world.pick(3)}`);
}

/** People look at lines that do not move, and release them by two. */
function people(centre: CentreMachine, nodes: readonly NodeMachine[], saw: Set<string>): void {
  for (const node of nodes) {
    if (!node.isUp()) continue;
    const { standing } = node.state();
    if (!centre.frozen(node.source) && standing !== 'stale' && standing !== 'restored' && standing !== 'frozen') continue;
    saw.add(`${node.source} ${centre.frozen(node.source) ? 'frozen' : standing}`);
    const epoch = centre.release(node.source);
    if (epoch !== null) node.enrolled(epoch);
  }
}

function falls(centre: CentreMachine, nodes: readonly NodeMachine[], world: World): void {
  const back = (machine: { start(): void }): void => world.after(500 + world.draw() * 2_500, () => machine.start());
  for (const machine of [centre, ...nodes]) if (!machine.isUp()) back(machine);
  const machine = [centre, ...nodes][world.pick(nodes.length + 1)]!;
  if (!machine.isUp()) return;
  machine.crash();
  back(machine);
}

function parts(network: Network, sources: readonly string[], world: World): void {
  const one = sources[world.pick(sources.length)]!;
  network.cut.add(one);
  world.after(500 + world.draw() * 6_000, () => network.cut.delete(one));
}

/** A disk is put back as it was; the program is started, or goes on as if nothing had happened. */
function restores(nodes: readonly NodeMachine[], world: World, saw: Set<string>): void {
  const node = nodes[world.pick(nodes.length)]!;
  world.after(3_000 + world.draw() * 6_000, () => {
    const backup = node.disk.backup();
    world.after(2_000 + world.draw() * 9_000, () => {
      saw.add(`${node.source} put back`);
      node.restore(backup);
      if (world.draw() < 0.5) {
        node.crash();
        node.start();
      }
    });
  });
}

function clones(
  nodes: readonly NodeMachine[],
  others: NodeMachine[],
  opened: (source: string) => NodeMachine,
  world: World,
  every: (ms: number, what: () => void) => void,
  centre: CentreMachine,
  saw: Set<string>,
  loads: boolean,
): void {
  const node = nodes[world.pick(nodes.length)]!;
  world.after(2_000 + world.draw() * 10_000, () => {
    saw.add(`${node.source} cloned`);
    const clone = opened(node.source);
    clone.restore(node.disk.backup());
    others.push(clone);
    every(700, () => clone.tick());
    every(1_500, () => records(clone, nodes, world, centre, loads));
  });
}

/** Everything works again: in so many rounds both ends are in step. */
function heals(
  nodes: readonly NodeMachine[],
  others: readonly NodeMachine[],
  centre: CentreMachine,
  network: Network,
  world: World,
  { centreIllness, nodeIllness }: { centreIllness: { crash: number; backlog: number }; nodeIllness: { crash: number } },
  saw: Set<string>,
  observer: ReturnType<typeof openObserver>,
): void {
  Object.assign(network.illness, { drop: 0, double: 0, alter: 0, slowMs: 20 });
  network.cut.clear();
  Object.assign(centreIllness, { crash: 0, backlog: 0 });
  nodeIllness.crash = 0;
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    for (const machine of [centre, ...nodes, ...others]) if (!machine.isUp()) machine.start();
    for (const node of [...nodes, ...others]) node.tick();
    for (let i = 0; i < 8; i += 1) centre.work();
    centre.settlesCase();
    people(centre, nodes, saw);
    if (round % 4 === 3) for (const node of nodes) node.compares();
    world.run(world.nowMs() + 3_000);
    if (round > 4 && round % 4 === 3 && isInStep(nodes, centre)) return;
  }
  for (const node of nodes) {
    const { standing, epoch } = node.state();
    if (standing !== 'in-step' || node.unsettled() > 0)
      observer.fails('S6', `${node.source} is ${standing} in epoch ${epoch}, ${node.unsettled()} unsettled`);
    else if (!sameDigest(node, centre)) observer.fails('S6', `${node.source} differs from the centre`);
  }
  if (!centre.isIdle()) observer.fails('S6', 'the centre has work left');
}

const sameDigest = (node: NodeMachine, centre: CentreMachine): boolean =>
  bucketDigests(node.compared(), BUCKETS).join() === bucketDigests(centre.factsOf(node.source), BUCKETS).join();
const isInStep = (nodes: readonly NodeMachine[], centre: CentreMachine): boolean =>
  centre.isIdle() && nodes.every((node) => node.state().standing === 'in-step' && node.unsettled() === 0 && sameDigest(node, centre));

/** At the end: nothing was lost in silence, and nobody was accused who did nothing. */
function check(
  nodes: readonly NodeMachine[],
  others: readonly NodeMachine[],
  centre: CentreMachine,
  observer: ReturnType<typeof openObserver>,
  ill: ReturnType<typeof plan>,
): void {
  for (const id of observer.settledIds.keys())
    if (!nodes.some(({ source }) => centre.judgedBefore(source, id)))
      observer.fails('S5', `a node believes that ${id.slice(0, 8)} was judged`);
  for (const clone of others) {
    const { standing } = clone.state();
    if (standing === 'in-step' && clone.unsettled() > 0) observer.fails('S5', `the clone of ${clone.source} believes to be in step`);
  }
  for (const node of [...nodes, ...others]) {
    if (node.denials.length > 0) observer.fails('S8', `${node.source} convicts an honest centre`);
    const epoch = node.state().epoch;
    if (epoch > 1 && !ill.restores && !ill.clones)
      observer.fails('S5', `${node.source} was released ${epoch - 1} times and had done nothing`);
  }
}

/** A centre that drops what it signed for is convicted by whoever holds the texts. */
function convicted(
  nodes: readonly NodeMachine[],
  centre: CentreMachine,
  illness: { crash: number; drops: number; backlog: number },
  network: Network,
  world: World,
  saw: Set<string>,
): Life {
  Object.assign(network.illness, { drop: 0, double: 0, alter: 0, slowMs: 20 });
  network.cut.clear();
  Object.assign(illness, { crash: 0, drops: 0, backlog: 0 });
  const broken: string[] = [];
  for (let round = 0; round < 60; round += 1) {
    for (const machine of [centre, ...nodes]) if (!machine.isUp()) machine.start();
    for (const node of nodes) node.tick();
    for (let i = 0; i < 8; i += 1) centre.work();
    people(centre, nodes, saw);
    world.run(world.nowMs() + 3_000);
  }
  const verify = verifierOf(CENTRE_KEY);
  for (const node of nodes) {
    for (const denial of node.denials)
      if (deniedReceipt(denial, verify) === null) broken.push(`S8: ${node.source} convicts by evidence that proves nothing`);
    if (node.denials.length > 0) saw.add('convicted');
    // Whoever was let down and is not convinced of it waits for ever.
    if (node.denials.length === 0 && node.unsettled() > 0)
      broken.push(`S8: ${node.source} was let down, and convicts nobody (${node.state().standing})`);
  }
  return { broken, judged: {}, saw };
}
