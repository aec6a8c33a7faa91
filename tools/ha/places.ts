/**
 * A network for three nodes on one machine: a namespace each, joined by a bridge. What is cut off loses everybody, its etcd too, as by a pulled cable.
 * Needs root. Nothing outside the bridge is touched.
 */
import { run } from './programs.ts';

export interface Places {
  /** of the machine on the bridge: servers come from here */
  readonly gateway: string;
  readonly network: string;
  readonly clients: string;
  readonly nodes: readonly { readonly place: string; readonly address: string }[];
  /** the cable of a node */
  cut(place: string): void;
  mend(place: string): void;
  /** every process that runs in a node's place */
  pids(place: string): readonly number[];
  drop(): void;
}

const ip = (...args: string[]): string => run(['ip', ...args], { login: false });
const quietly = (...args: string[]): void => {
  try {
    ip(...args);
  } catch {
    // It is gone already.
  }
};

/** @param mark  0–255: of this network; two on one machine take different ones */
export function openPlaces(mark: number): Places {
  const bridge = `cvha${mark}`;
  const prefix = `10.141.${mark}`;
  const nodes = [1, 2, 3].map((n) => ({ place: `cvha${mark}-${n}`, address: `${prefix}.${n}`, cable: `cvha${mark}v${n}` }));
  const drop = (): void => {
    for (const { place } of nodes) quietly('netns', 'del', place);
    quietly('link', 'del', bridge);
  };
  drop();
  ip('link', 'add', bridge, 'type', 'bridge');
  ip('addr', 'add', `${prefix}.254/24`, 'dev', bridge);
  ip('link', 'set', bridge, 'up');
  for (const { place, address, cable } of nodes) {
    ip('netns', 'add', place);
    ip('link', 'add', cable, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', place);
    ip('link', 'set', cable, 'master', bridge);
    ip('link', 'set', cable, 'up');
    ip('-n', place, 'link', 'set', 'lo', 'up');
    ip('-n', place, 'addr', 'add', `${address}/24`, 'dev', 'eth0');
    ip('-n', place, 'link', 'set', 'eth0', 'up');
  }
  const cableOf = (place: string): string => nodes.find((node) => node.place === place)!.cable;
  return {
    gateway: `${prefix}.254`,
    network: `${prefix}.0/24`,
    clients: `${prefix}.254/32`,
    nodes: nodes.map(({ place, address }) => ({ place, address })),
    cut: (place) => void ip('link', 'set', cableOf(place), 'down'),
    mend: (place) => void ip('link', 'set', cableOf(place), 'up'),
    pids: (place) => ip('netns', 'pids', place).split('\n').filter(Boolean).map(Number),
    drop,
  };
}
