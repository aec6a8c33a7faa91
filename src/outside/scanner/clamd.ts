/**
 * ClamAV's daemon over its socket, as a client that trusts nothing it says: each step has a time, an answer a length, and what is no answer is "away".
 * The protocol is a few bytes (clamd(8)): `zINSTREAM\0`, chunks with their length before them, an empty chunk; the answer is one line that ends in \0.
 */
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import type { FileScanner, ScanOutcome } from '#base/files/file-scan.ts';

/** Bytes of one chunk: what a socket takes at once. */
const CHUNK_BYTES = 256 * 1024;
/** An answer is one line with the name of a signature. */
const ANSWER_BYTES_MAX = 4_096;
const SIGNATURE_LENGTH_MAX = 100;

export interface ClamdOptions {
  /** `unix:/run/clamav/clamd.ctl` or `tcp://host:port` */
  readonly url: string;
  /** the whole of one question, in milliseconds */
  readonly waitMs: number;
}

/** Where it listens; null when the address is none. */
export function clamdAddress(url: string): { readonly path: string } | { readonly host: string; readonly port: number } | null {
  if (/^unix:\/[^\0]+$/.test(url)) return { path: url.slice('unix:'.length) };
  const tcp = /^tcp:\/\/(\[[0-9a-f:]+\]|[\w.-]+):(\d{1,5})$/i.exec(url);
  return tcp && Number(tcp[2]) > 0 && Number(tcp[2]) <= 65_535 ? { host: tcp[1]!.replace(/^\[|\]$/g, ''), port: Number(tcp[2]) } : null;
}

/** Pure: what one line means. Whatever is neither clean nor a find is no answer. */
export function outcomeOf(answer: string): ScanOutcome {
  if (answer === 'stream: OK') return { kind: 'clean' };
  const found = /^stream: ([\x21-\x7e]+) FOUND$/.exec(answer);
  if (found) return { kind: 'infected', signature: found[1]!.slice(0, SIGNATURE_LENGTH_MAX) };
  if (/size limit exceeded/i.test(answer)) return { kind: 'away', why: 'SIZE-LIMIT' };
  return { kind: 'away', why: 'NO-ANSWER' };
}

/** Writes as fast as the other side takes it; stops when it has said something or has gone. */
async function pour(socket: Socket, bytes: Uint8Array, isOver: () => boolean): Promise<void> {
  const drained = (): Promise<void> =>
    new Promise((done) => {
      const go = (): void => {
        for (const event of ['drain', 'close', 'error', 'data'] as const) socket.off(event, go);
        done();
      };
      for (const event of ['drain', 'close', 'error', 'data'] as const) socket.once(event, go);
    });
  for (let at = 0; at < bytes.length && !isOver(); at += CHUNK_BYTES) {
    const chunk = bytes.subarray(at, at + CHUNK_BYTES);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    socket.write(length);
    if (!socket.write(chunk) && !isOver()) await drained();
  }
  if (!isOver()) socket.write(Buffer.alloc(4));
}

/** One question, one line; a reason where there is none. */
function ask({ url, waitMs }: ClamdOptions, command: string, bytes: Uint8Array | null): Promise<{ line: string } | { why: string }> {
  const address = clamdAddress(url);
  if (address === null) return Promise.resolve({ why: 'ADDRESS' });
  return new Promise((resolve) => {
    const socket = connect(address);
    let said = '';
    let over = false;
    const end = (answer: { line: string } | { why: string }): void => {
      if (over) return;
      over = true;
      limit.removeEventListener('abort', tooSlow);
      socket.destroy();
      resolve(answer);
    };
    const limit = AbortSignal.timeout(waitMs);
    const tooSlow = (): void => end({ why: 'TIMEOUT' });
    limit.addEventListener('abort', tooSlow);
    socket.on('error', (error: NodeJS.ErrnoException) => end({ why: error.code ?? 'ERROR' }));
    socket.on('close', () => end({ why: 'CLOSED' }));
    socket.on('data', (part: Buffer) => {
      said += part.toString('latin1');
      const last = said.indexOf('\0');
      if (last >= 0) end({ line: said.slice(0, last).trim() });
      else if (said.length > ANSWER_BYTES_MAX) end({ why: 'NO-ANSWER' });
    });
    socket.on('connect', () => {
      socket.write(`z${command}\0`);
      if (bytes) void pour(socket, bytes, () => over);
    });
  });
}

export function clamd(options: ClamdOptions): FileScanner {
  return {
    async scan(bytes) {
      const answer = await ask(options, 'INSTREAM', bytes);
      return 'line' in answer ? outcomeOf(answer.line) : { kind: 'away', why: answer.why };
    },
    async look() {
      const answer = await ask({ ...options, waitMs: Math.min(options.waitMs, 5_000) }, 'PING', null);
      if ('why' in answer) return answer.why;
      return answer.line === 'PONG' ? null : 'NO-ANSWER';
    },
  };
}
