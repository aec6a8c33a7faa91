/**
 * The simplest balancer there can be: asks each server often whether it is ready, sends requests in turn to those that are, over connections that it keeps,
 * and tries nothing a second time. What fails behind it was failed by a server.
 */
import { Agent, createServer, get, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Looks at each server so often, in milliseconds: STOP_AFTER_SECONDS of a server must be longer. */
const LOOK_EVERY_MS = 100;

export interface Balancer {
  readonly address: string;
  isUp(server: number): boolean;
  close(): Promise<void>;
}

const isReady = (base: string): Promise<boolean> =>
  new Promise((done) => {
    get(`${base}/readyz`, { agent: false }, (answer) => {
      answer.resume();
      done(answer.statusCode === 200);
    }).once('error', () => done(false));
  });

export async function aBalancer(servers: readonly string[]): Promise<Balancer> {
  const up = servers.map(() => false);
  const ending = new AbortController();
  const agent = new Agent({ keepAlive: true });
  const looking = servers.map(async (base, i) => {
    while (!ending.signal.aborted) {
      up[i] = await isReady(base);
      await sleep(LOOK_EVERY_MS);
    }
  });
  let turn = 0;
  const server = createServer((from, to) => {
    turn += 1;
    const chosen = servers.map((_one, i) => (turn + i) % servers.length).find((i) => up[i]);
    if (chosen === undefined) return void to.writeHead(502).end();
    const { hostname, port } = new URL(servers[chosen]!);
    const onward = ask({ agent, hostname, port, method: from.method, path: from.url, headers: from.headers }, (answer) => {
      const { connection: _ofTheOtherSide, ...headers } = answer.headers;
      to.writeHead(answer.statusCode!, headers);
      answer.pipe(to);
    });
    onward.once('error', () => (to.headersSent ? to.destroy() : to.writeHead(502).end()));
    from.pipe(onward);
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    isUp: (i) => up[i] ?? false,
    async close() {
      ending.abort();
      await Promise.all(looking);
      server.close();
      server.closeAllConnections();
      agent.destroy();
    },
  };
}
