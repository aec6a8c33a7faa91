/**
 * Faults of a network, planted with real sockets, told apart: each ends in its own finding, and in no other. Names are asked of a name server of the test over UDP;
 * lines pass a relay that slows, cuts or swallows. Times are long where nothing is waited for, so that no machine is too slow for it.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { createServer as createHttp } from 'node:http';
import type { RequestListener } from 'node:http';
import { createServer as createTcp, connect } from 'node:net';
import type { AddressInfo, Server as TcpServer, Socket } from 'node:net';
import { join } from 'node:path';
import { createServer as createTls } from 'node:tls';
import { after, before, test } from 'node:test';
import { Worker } from 'node:worker_threads';
import Fastify from 'fastify';
import { seededChance } from '#base/chance.ts';
import { systemClock } from '#base/clock.ts';
import { sendProblem } from '#base/http-problem.ts';
import { outsideNetworks } from '#start/listening/problems.ts';
import { measure } from '#start/netcheck/measure.ts';
import type { MeasureNeeds, Server, Trial } from '#start/netcheck/measure.ts';
import { NETWORK_LIMITS, judge } from '#uses/netcheck/judge.ts';
import { measureRoutes } from '#uses/netcheck/measure-routes.ts';
import { anAuthority, selfSigned } from '../certificates-for-tests.ts';
import type { Authority, Pair } from '../certificates-for-tests.ts';

const HOST = 'can-bo.example.test';
const ended: (() => unknown)[] = [];
let authority: Authority;
/** Where the product's own routes answer, over TCP. */
let product: number;
let resolve: MeasureNeeds['resolve'];

const listening = (server: TcpServer): Promise<number> =>
  new Promise((done) => {
    const open = new Set<Socket>();
    server.on('connection', (socket) => {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => open.delete(socket));
    });
    ended.push(() => {
      for (const socket of open) socket.destroy();
      server.close();
    });
    server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port));
  });

/** A name server that says of each question the same. @param answers  null: nothing */
async function nameServer(answers: 'here' | 'unknown' | null): Promise<MeasureNeeds['resolve']> {
  const server = createSocket('udp4');
  server.on('message', (asked, from) => {
    if (answers === null) return;
    const question = asked.subarray(12, asked.indexOf(0, 12) + 5);
    const [flags, count] = answers === 'here' ? [0x8180, 1] : [0x8183, 0];
    const head = Buffer.alloc(12);
    asked.copy(head, 0, 0, 2);
    head.writeUInt16BE(flags, 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(count, 6);
    const record = Buffer.from('c00c00010001000000050004' + '7f000001', 'hex');
    server.send(Buffer.concat([head, question, ...(count === 1 ? [record] : [])]), from.port, from.address);
  });
  await new Promise<void>((done) => server.bind(0, '127.0.0.1', done));
  ended.push(() => server.close());
  const resolver = new Resolver({ timeout: 300, tries: 1 });
  resolver.setServers([`127.0.0.1:${server.address().port}`]);
  return (host) => resolver.resolve4(host);
}

before(async () => {
  authority = await anAuthority();
  const app = Fastify({ logger: false });
  measureRoutes(app, { clock: systemClock, chance: seededChance(7) });
  await app.listen({ port: 0, host: '127.0.0.1' });
  ended.push(() => app.close());
  product = (app.server.address() as AddressInfo).port;
  resolve = await nameServer('here');
});
after(async () => {
  for (const end of ended.toReversed()) await end();
});

/** Long where a state is waited for that comes. */
const LONG = 60_000;
const TRIAL: Trial = {
  nameMs: LONG,
  connectMs: LONG,
  tlsMs: LONG,
  answerMs: LONG,
  pings: 12,
  pingMs: LONG,
  sizes: [200, 700, 4_000, 16_000],
  sizeTries: 2,
  sizeMs: LONG,
  downBytes: 20_000,
  upBytes: 20_000,
  speedMs: LONG,
  untilMs: { pings: Infinity, sizes: Infinity, speed: Infinity },
};
/** A line is slow below 40 kbit/s here, and nothing is late: a machine that is busy is neither. */
const LIMITS = { ...NETWORK_LIMITS, downRate: 40_000, upRate: 40_000, lateMs: LONG, middleMs: LONG };

async function found(
  url: string,
  { trial = {}, needs = {}, server = {} }: { trial?: Partial<Trial>; needs?: Partial<MeasureNeeds>; server?: Partial<Server> } = {},
): Promise<string[]> {
  const all = { clock: systemClock, chance: seededChance(3), resolve, ...needs };
  const measured = await measure({ url: new URL(url), ca: authority.certificate, proxy: null, ...server }, { ...TRIAL, ...trial }, all);
  return judge(measured, LIMITS).map(({ code }) => code);
}
const at = (port: number, scheme = 'http'): string => `${scheme}://${HOST}:${port}`;

/** TLS in front of the product. */
const secured = async (own: Pair): Promise<number> =>
  listening(
    createTls({ cert: own.certificate, key: own.key }, (socket) => {
      const behind = connect(product, '127.0.0.1');
      socket.on('error', () => behind.destroy());
      behind.on('error', () => socket.destroy());
      socket.pipe(behind).pipe(socket);
    }),
  );

/** How pieces pass one way, and whether any is still under way: who closes at one end is heard of at the other behind what was sent before. */
interface Way {
  readonly pass: (piece: Buffer, send: (piece: Buffer) => void) => void;
  readonly isEmpty: () => boolean;
}
interface Ways {
  readonly up: Way;
  readonly down: Way;
}
const way = (pass: Way['pass']): Way => ({ pass, isEmpty: () => true });
const through = way((piece, send) => send(piece));
const LOOK_MS = 20;

/** Something between. @param meet  null: this connection is cut */
async function relay(meet: (connection: number) => Ways | null): Promise<number> {
  let connections = 0;
  return listening(
    createTcp((socket) => {
      const ways = meet((connections += 1));
      if (ways === null) return void socket.resetAndDestroy();
      const behind = connect(product, '127.0.0.1');
      for (const [one, other, { pass, isEmpty }] of [
        [socket, behind, ways.up],
        [behind, socket, ways.down],
      ] as const) {
        one.on('data', (piece) => pass(piece, (part) => void other.write(part)));
        one.on('error', () => undefined);
        one.on('close', () => {
          const ending = setInterval(() => {
            if (!isEmpty()) return;
            clearInterval(ending);
            other.destroySoon();
          }, LOOK_MS);
          ended.push(() => clearInterval(ending));
        });
      }
    }),
  );
}

test('nothing is wrong: nothing is found, over TCP and over TLS', async () => {
  assert.deepEqual(await found(at(product)), []);
  assert.deepEqual(await found(at(await secured(await authority.signs(HOST, { usage: 'server' })), 'https')), []);
});

test('a name that there is not', async () => {
  assert.deepEqual(await found(at(product), { needs: { resolve: await nameServer('unknown') } }), ['E-NET-NAME-UNKNOWN']);
});

test('a name server that does not answer', async () => {
  assert.deepEqual(await found(at(product), { needs: { resolve: await nameServer(null) } }), ['E-NET-NAME-NO-ANSWER']);
});

test('a port that is refused', async () => {
  const server = createTcp();
  const port = await new Promise<number>((done) => server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port)));
  await new Promise((done) => server.close(done));
  assert.deepEqual(await found(at(port)), ['E-NET-PORT-REFUSED']);
});

/** Its queue of those who knock is full, and nobody opens: Linux then drops who knocks, as a firewall does that says nothing. */
const ASLEEP = `
  const { parentPort } = require('node:worker_threads');
  const server = require('node:net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    const cell = new Int32Array(new SharedArrayBuffer(4));
    setImmediate(() => Atomics.wait(cell, 0, 0));
  });`;
test('an address that swallows what is sent to it', { skip: process.platform !== 'linux' }, async () => {
  const worker = new Worker(ASLEEP, { eval: true });
  ended.push(() => worker.terminate());
  const port = await new Promise<number>((done) => worker.once('message', done));
  const knocking = Array.from({ length: 8 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  ended.push(() => knocking.forEach((socket) => socket.destroy()));
  await Promise.all(knocking.slice(0, 2).map((socket) => new Promise((done) => socket.once('connect', done))));
  assert.deepEqual(await found(at(port), { trial: { connectMs: 400 } }), ['E-NET-ADDRESS-SILENT']);
});

test('a certificate of an authority that is not trusted: something between reads along', async () => {
  const between = await anAuthority('Thiết bị soi HTTPS');
  assert.deepEqual(await found(at(await secured(await between.signs(HOST, { usage: 'server' })), 'https')), ['E-NET-INTERCEPTED']);
  assert.deepEqual(await found(at(await secured(await selfSigned(HOST, { usage: 'server' })), 'https')), ['E-NET-INTERCEPTED']);
});

test('a certificate that has ended, one that has not begun', async () => {
  for (const days of [{ from: -90, to: -1 }, { from: 1 }])
    assert.deepEqual(await found(at(await secured(await authority.signs(HOST, { usage: 'server', ...days })), 'https')), [
      'E-NET-CERTIFICATE-EXPIRED',
    ]);
});

test('a certificate for another name', async () => {
  assert.deepEqual(await found(at(await secured(await authority.signs('khac.example.test', { usage: 'server' })), 'https')), [
    'E-NET-CERTIFICATE-NAME',
  ]);
});

test('a TLS handshake that is not answered, one that is cut, one that meets no TLS', async () => {
  assert.deepEqual(await found(at(await listening(createTcp()), 'https'), { trial: { tlsMs: 400 } }), ['E-NET-TLS-SILENT']);
  const cutting = createTcp((socket) => socket.once('data', () => socket.resetAndDestroy()));
  assert.deepEqual(await found(at(await listening(cutting), 'https')), ['E-NET-TLS-CUT']);
  assert.deepEqual(await found(at(product, 'https')), ['E-NET-TLS-CUT']);
});

test('a clock an hour off, before and behind', async () => {
  for (const hours of [1, -1]) {
    const clock = { ...systemClock, now: () => new Date(Date.parse(systemClock.now()) + hours * 3_600_000).toISOString() };
    assert.deepEqual(await found(at(product), { needs: { clock } }), ['E-NET-CLOCK']);
  }
});

test('a clock so wrong that the certificate looks ended is told as the clock', () => {
  const measured = {
    by: 'desk',
    name: { code: null, ms: 1 },
    connection: { code: null, ms: 1 },
    tls: { code: 'CERT_HAS_EXPIRED', ms: 1 },
    clockAheadSeconds: 86_400 * 400,
    certificateInForceThere: true,
    answer: null,
    proxyBetween: false,
    byProxy: false,
    pings: [],
    sizes: [],
    downRate: null,
    upRate: null,
  } as const;
  const codes = (change: Partial<Parameters<typeof judge>[0]>): string[] =>
    judge({ ...measured, pings: [], sizes: [], ...change }).map(({ code }) => code);
  assert.deepEqual(codes({}), ['E-NET-CLOCK']);
  assert.deepEqual(codes({ certificateInForceThere: false }), ['E-NET-CERTIFICATE-EXPIRED']);
  assert.deepEqual(codes({ clockAheadSeconds: 3 }), ['E-NET-CERTIFICATE-EXPIRED']);
});

test('a slow line: 2 kB pass in a second', async () => {
  const slowly = (): Way => {
    const waiting: { piece: Buffer; readonly send: (piece: Buffer) => void }[] = [];
    const timer = setInterval(() => {
      let room = 200;
      for (let first = waiting[0]; first && room > 0; first = waiting[0]) {
        const part = first.piece.subarray(0, room);
        room -= part.length;
        first.send(part);
        first.piece = first.piece.subarray(part.length);
        if (first.piece.length === 0) waiting.shift();
      }
    }, 100);
    ended.push(() => clearInterval(timer));
    return { pass: (piece, send) => void waiting.push({ piece, send }), isEmpty: () => waiting.length === 0 };
  };
  const port = await relay(() => ({ up: slowly(), down: slowly() }));
  assert.deepEqual(await found(at(port), { trial: { pings: 1, sizes: [200], sizeTries: 1, downBytes: 4_000, upBytes: 4_000 } }), [
    'E-NET-SLOW',
  ]);
});

test('a line that loses: one connection of four is cut', async () => {
  const port = await relay((connection) => (connection % 4 === 1 ? null : { up: through, down: through }));
  assert.deepEqual(await found(at(port)), ['E-NET-LOSS']);
});

/**
 * A simulation at a relay: what comes in one piece of more than 1,400 bytes is swallowed, and everything after it on that connection, as when full packets are lost
 * and sent again for ever. The same on real interfaces stands below, where the machine lets us make them.
 */
test('large messages vanish, one way or the other (a simulation at a relay)', async () => {
  const swallowing = (): Way => {
    let isOver = false;
    return way((piece, send) => {
      isOver ||= piece.length > 1_400;
      if (!isOver) send(piece);
    });
  };
  const trial = { sizeMs: 3_000 };
  assert.deepEqual(await found(at(await relay(() => ({ up: swallowing(), down: through }))), { trial }), ['E-NET-LARGE-LOST']);
  assert.deepEqual(await found(at(await relay(() => ({ up: through, down: swallowing() }))), { trial }), ['E-NET-LARGE-LOST']);
});

const answering = (listener: RequestListener): Promise<number> => listening(createHttp(listener));

test('a proxy that asks for an account, and one that is passed', async () => {
  const demanding = createHttp();
  demanding.on('connect', (_request, socket) =>
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n'),
  );
  assert.deepEqual(
    await found(at(product), { server: { proxy: { host: '127.0.0.1', port: await listening(demanding), account: null } } }),
    ['E-NET-PROXY-ASKS'],
  );
  assert.deepEqual(
    await found(at(await answering((_request, response) => response.writeHead(407).end()))),
    ['E-NET-PROXY-ASKS'],
    'one that stands in the way unseen',
  );
  const open = createHttp();
  open.on('connect', (request, socket) => {
    const isKnown = request.headers['proxy-authorization'] === `Basic ${Buffer.from('can-bo:mat-khau').toString('base64')}`;
    if (!isKnown) return void socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    const behind = connect(product, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.pipe(behind).pipe(socket);
    });
    for (const one of [socket, behind]) one.on('error', () => undefined);
  });
  const proxy = { host: '127.0.0.1', port: await listening(open), account: 'can-bo:mat-khau' };
  assert.deepEqual(await found(at(product), { server: { proxy } }), ['E-NET-PROXY-BETWEEN']);
});

test('a network that wants to be signed in to: another page answers', async () => {
  const away = await answering((_request, response) => response.writeHead(302, { location: 'http://dang-nhap.example/' }).end());
  const page = await answering((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Đăng nhập Wi-Fi</html>'),
  );
  const kept = await answering((_request, response) =>
    response.end(JSON.stringify({ service: 'congvu', nonce: 'an-old-answer', now: systemClock.now(), proxyBetween: false })),
  );
  for (const port of [away, page, kept]) assert.deepEqual(await found(at(port)), ['E-NET-CAPTIVE-PORTAL']);
});

test('from outside the networks that the server lets in', async () => {
  const app = Fastify({ logger: false });
  app.get('*', (_request, reply) => sendProblem(reply, outsideNetworks({ address: '203.0.113.7', contact: 'x' })));
  await app.listen({ port: 0, host: '127.0.0.1' });
  ended.push(() => app.close());
  assert.deepEqual(await found(at((app.server.address() as AddressInfo).port)), ['E-NET-OUTSIDE']);
});

test('a server that fails, one that says nothing, a proxy that nobody sees', async () => {
  assert.deepEqual(await found(at(await answering((_request, response) => response.writeHead(502).end('<html>')))), [
    'E-NET-SERVER-FAILING',
  ]);
  assert.deepEqual(await found(at(await answering(() => undefined)), { trial: { answerMs: 400 } }), ['E-NET-NO-ANSWER']);
  const port = await relay(() => ({
    up: way((piece, send) => send(Buffer.from(piece.toString('latin1').replace('\r\n', '\r\nVia: 1.1 proxy\r\n'), 'latin1'))),
    down: through,
  }));
  assert.deepEqual(await found(at(port)), ['E-NET-PROXY-BETWEEN']);
});

/** The same on packets of the kernel. Not on a machine that gives nobody a network namespace, or has no iptables: there the relay above stands for it. */
const INSIDE = ['unshare', '-n'] as const;
const mayMakeNetworks =
  process.platform === 'linux' &&
  spawnSync(INSIDE[0], [INSIDE[1], 'iptables', '-A', 'OUTPUT', '-m', 'length', '--length', '1301:65535', '-j', 'DROP']).status === 0;
for (const [fault, codes] of [
  ['none', []],
  ['large-lost', ['E-NET-LARGE-LOST']],
  ['loss', ['E-NET-LOSS']],
  ['silent', ['E-NET-ADDRESS-SILENT']],
  ['no-route', ['E-NET-NO-ROUTE']],
] as const)
  test(
    `in a network of its own, made by the kernel: ${fault}`,
    { skip: mayMakeNetworks ? false : 'no network namespace with iptables on this machine' },
    async () => {
      const child = spawn(INSIDE[0], [INSIDE[1], process.execPath, join(import.meta.dirname, 'netcheck-in-namespace.ts'), fault], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let told = '';
      for await (const piece of child.stdout) told += String(piece);
      assert.deepEqual(JSON.parse(told), codes);
    },
  );

test('a line on which everything takes long keeps nobody: what would come too late is not asked, and nothing is said of it', async () => {
  let ms = 0;
  // Each look at the clock is eight seconds after the one before.
  const clock = { ...systemClock, monotonicMs: () => (ms += 8_000) };
  const untilMs = { pings: 60_000, sizes: 95_000, speed: 75_000 };
  const measured = await measure(
    { url: new URL(at(product)), ca: null, proxy: null },
    { ...TRIAL, untilMs },
    { clock, chance: seededChance(3), resolve },
  );
  assert.ok(measured.pings.length >= 3 && measured.pings.length < TRIAL.pings, `${measured.pings.length} pings`);
  assert.ok(measured.sizes.length < 2 * TRIAL.sizes.length);
  assert.deepEqual([measured.downRate, measured.upRate], [null, null]);
});
