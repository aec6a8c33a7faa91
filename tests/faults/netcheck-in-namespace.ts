/**
 * Faults of a network made by the kernel itself, in a network namespace of its own (started by `unshare -n`): real packets of real TCP that are too large, lost, or
 * swallowed. Prints the codes that were found. An argument names the fault.
 */
import { spawnSync } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { seededChance } from '#base/chance.ts';
import { systemClock } from '#base/clock.ts';
import { TRIAL, measure } from '#start/netcheck/measure.ts';
import type { Trial } from '#start/netcheck/measure.ts';
import { NETWORK_LIMITS, judge } from '#uses/netcheck/judge.ts';
import { measureRoutes } from '#uses/netcheck/measure-routes.ts';

/** Commands that make each, with the port of the product; what is tried against it. */
const FAULTS: Readonly<Record<string, { readonly commands: (port: number) => readonly string[]; readonly trial: Partial<Trial> }>> = {
  none: { commands: () => [], trial: {} },
  // What says that a packet is too large is never sent: a black hole.
  'large-lost': {
    commands: () => ['iptables -A OUTPUT -o lo -m length --length 1301:65535 -j DROP'],
    trial: { sizeTries: 2, sizeMs: 2_000, pings: 4 },
  },
  // Of three that knock the first is lost and knocks again after a second: which packet is lost is no chance, so that the finding is none.
  loss: {
    commands: () => ['iptables -A OUTPUT -o lo -p tcp --syn -m statistic --mode nth --every 3 --packet 0 -j DROP'],
    trial: { pings: 6, sizes: [200], sizeTries: 1, downBytes: 200, upBytes: 200 },
  },
  silent: { commands: (port) => [`iptables -A INPUT -p tcp --dport ${port} -j DROP`], trial: { connectMs: 500 } },
  'no-route': { commands: () => [], trial: {} },
};

const [name = 'none'] = process.argv.slice(2);
const run = (command: string): void => {
  const done = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${command}: ${done.stderr}`);
};
const LONG = 30_000;

run('ip link set lo up');
// As on a wire: the greatest packet is not that of a machine that speaks to itself.
run('ip link set lo mtu 1500');
const app = Fastify({ logger: false });
measureRoutes(app, { clock: systemClock, chance: seededChance(7) });
await app.listen({ port: 0, host: '127.0.0.1' });
const { port } = app.server.address() as AddressInfo;
const { commands, trial } = FAULTS[name]!;
for (const command of commands(port)) run(command);
const needs = { clock: systemClock, chance: seededChance(3), resolve: async () => [name === 'no-route' ? '192.0.2.1' : '127.0.0.1'] };
const waits = { connectMs: LONG, answerMs: LONG, pingMs: LONG, sizeMs: LONG, speedMs: LONG };
const measured = await measure(
  { url: new URL(`http://can-bo.example.test:${port}`), ca: null, proxy: null },
  { ...TRIAL, ...waits, ...trial },
  needs,
);
// How fast a busy machine is says nothing of a fault that the kernel makes.
const limits = { ...NETWORK_LIMITS, downRate: 1, upRate: 1, middleMs: LONG };
process.stdout.write(JSON.stringify(judge(measured, limits).map(({ code }) => code)));
process.exit(0);
