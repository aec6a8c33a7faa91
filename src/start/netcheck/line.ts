/** One connection to the server, step by step, so that each step that fails is known by itself: by way of a proxy where one is set, then TCP, then TLS. */
import { request as askPlain } from 'node:http';
import { connect as connectTcp } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { TLSSocket } from 'node:tls';

/** What came of a step: what it made, or the code of what went wrong as the system names it. */
export type Came<T> = { readonly value: T; readonly ms: number } | { readonly code: string; readonly ms: number };

export interface Target {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  /** address of the host, as its name was answered */
  readonly address: string;
  /** authorities in PEM that are trusted in the place of those of this machine */
  readonly ca: string | null;
  readonly proxy: { readonly host: string; readonly port: number; readonly account: string | null } | null;
}

export interface Waits {
  /** milliseconds that each step may take */
  readonly connectMs: number;
  readonly tlsMs: number;
}

export interface Timer {
  readonly monotonicMs: () => number;
}

const codeOf = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return (
    (code ?? message)
      .toUpperCase()
      .replaceAll(/[^A-Z0-9_-]+/g, '_')
      .slice(0, 60) || 'ERROR'
  );
};

/** Waits for the first of these; what comes too late is `TIMEOUT`. */
async function within<T>(
  timer: Timer,
  msMax: number,
  work: (done: (value: T) => void, failed: (error: unknown) => void) => () => void,
): Promise<Came<T>> {
  const startedMs = timer.monotonicMs();
  const ms = (): number => Math.max(0, timer.monotonicMs() - startedMs);
  const timeout = AbortSignal.timeout(msMax);
  let giveUp = (): void => undefined;
  try {
    const value = await new Promise<T>((done, failed) => {
      giveUp = work(done, failed);
      timeout.addEventListener('abort', () => failed(Object.assign(new Error('timeout'), { code: 'TIMEOUT' })), { once: true });
    });
    return { value, ms: ms() };
  } catch (error) {
    giveUp();
    return { code: codeOf(error), ms: ms() };
  }
}

/** TCP to the address, or a way through the proxy: `PROXY_407` when it asks for an account first. */
function connected({ address, host, port, proxy }: Target, { connectMs }: Waits, timer: Timer): Promise<Came<Socket>> {
  return within<Socket>(timer, connectMs, (done, failed) => {
    if (proxy === null) {
      const socket = connectTcp({ host: address, port });
      socket.once('connect', () => done(socket));
      socket.once('error', failed);
      return () => socket.destroy();
    }
    const account = proxy.account === null ? {} : { 'proxy-authorization': `Basic ${Buffer.from(proxy.account).toString('base64')}` };
    const request = askPlain({
      host: proxy.host,
      port: proxy.port,
      method: 'CONNECT',
      path: `${host}:${port}`,
      headers: account,
      agent: false,
    });
    request.once('connect', (answer, socket) => {
      if (answer.statusCode === 200) return done(socket as Socket);
      socket.destroy();
      failed(Object.assign(new Error('proxy'), { code: `PROXY_${answer.statusCode}` }));
    });
    request.once('response', (answer) => {
      answer.destroy();
      failed(Object.assign(new Error('proxy'), { code: `PROXY_${answer.statusCode}` }));
    });
    request.once('error', failed);
    request.end();
    return () => request.destroy();
  });
}

const secured = (socket: Socket, { host, ca }: Target, isTrusting: boolean, { tlsMs }: Waits, timer: Timer): Promise<Came<TLSSocket>> =>
  within<TLSSocket>(timer, tlsMs, (done, failed) => {
    const secure = connectTls({ socket, servername: host, rejectUnauthorized: !isTrusting, ...(ca === null ? {} : { ca }) });
    secure.once('secureConnect', () => done(secure));
    secure.once('error', failed);
    secure.once('close', () => failed(Object.assign(new Error('closed'), { code: 'ECONNRESET' })));
    return () => secure.destroy();
  });

export interface Opened {
  readonly connection: Came<Socket>;
  /** null: it was not come to, or none is wanted */
  readonly tls: Came<TLSSocket> | null;
}

/** @param isTrusting  takes any certificate: for what is looked at, and never for what is believed or sent */
export async function openLine(target: Target, waits: Waits, timer: Timer, isTrusting = false): Promise<Opened> {
  const connection = await connected(target, waits, timer);
  if ('code' in connection || !target.secure) return { connection, tls: null };
  connection.value.on('error', () => undefined);
  return { connection, tls: await secured(connection.value, target, isTrusting, waits, timer) };
}

export interface Asked {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  readonly msMax: number;
}
export interface Answered {
  readonly status: number;
  readonly location: string | null;
  readonly text: string;
  readonly bytes: number;
  /** it ended; false: time was over, and so much had come */
  readonly isWhole: boolean;
  /** milliseconds from its first byte to its last */
  readonly bodyMs: number;
}

/** Bytes of an answer that are kept to be read. */
const TEXT_BYTES_MAX = 16_384;

/** Asks one question over an open line, and ends it. */
export function askOver(socket: Socket, host: string, { method, path, body, msMax }: Asked, timer: Timer): Promise<Came<Answered>> {
  return within<Answered>(timer, msMax + LAST_LOOK_MS, (done, failed) => {
    const request = askPlain({
      method,
      path,
      host,
      createConnection: () => socket,
      headers: {
        connection: 'close',
        accept: 'application/json',
        'cache-control': 'no-cache',
        ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      },
    });
    request.once('error', failed);
    request.once('response', (answer) => {
      const startedMs = timer.monotonicMs();
      let [bytes, text] = [0, ''];
      const told = (isWhole: boolean): void =>
        done({
          status: answer.statusCode ?? 0,
          location: answer.headers.location ?? null,
          text,
          bytes,
          isWhole,
          bodyMs: timer.monotonicMs() - startedMs,
        });
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (text.length < TEXT_BYTES_MAX) text += chunk.toString('utf8');
      });
      answer.once('end', () => told(true));
      answer.once('error', failed);
      AbortSignal.timeout(msMax).addEventListener(
        'abort',
        () => {
          told(false);
          request.destroy();
        },
        { once: true },
      );
    });
    request.end(body);
    return () => {
      request.destroy();
      socket.destroy();
    };
  });
}
/** An answer that has begun is told with what came of it before the question is given up, in milliseconds. */
const LAST_LOOK_MS = 50;

/** A new line and one question over it. @returns the code of the first step that failed */
export async function askOnce(target: Target, waits: Waits, asked: Asked, timer: Timer): Promise<Came<Answered>> {
  const { connection, tls } = await openLine(target, waits, timer);
  const line = tls ?? connection;
  const before = connection.ms + (tls?.ms ?? 0);
  if ('code' in line) return { code: line.code, ms: before };
  const answer = await askOver(line.value, target.host, asked, timer);
  line.value.destroy();
  return { ...answer, ms: before + answer.ms };
}
