/** A daemon that speaks clamd's few words, and misbehaves as a test asks. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Behaviour = 'scans' | 'hangs' | 'hangs-up' | 'babbles' | 'nonsense' | 'too-large' | 'half-an-answer' | 'slow';

/** What it takes for malware: a text of our own. */
export const PLANTED = 'this is malware, says the test';

export interface FakeClamd {
  readonly url: string;
  /** bytes of each stream that came whole */
  readonly seen: Buffer[];
  does(behaviour: Behaviour): void;
  close(): Promise<void>;
}

export async function fakeClamd(): Promise<FakeClamd> {
  const folder = await mkdtemp(join(tmpdir(), 'clamd-'));
  const path = join(folder, 's');
  let behaviour: Behaviour = 'scans';
  const seen: Buffer[] = [];
  const open = new Set<Socket>();
  /** The stream without its lengths; null: not whole yet. */
  const streamIn = (said: Buffer): Buffer | null => {
    const parts: Buffer[] = [];
    let at = 'zINSTREAM\0'.length;
    while (at + 4 <= said.length) {
      const length = said.readUInt32BE(at);
      if (length === 0) return Buffer.concat(parts);
      if (at + 4 + length > said.length) return null;
      parts.push(said.subarray(at + 4, at + 4 + length));
      at += 4 + length;
    }
    return null;
  };
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => undefined);
    if (behaviour === 'hangs-up') return void socket.destroy();
    let said = Buffer.alloc(0);
    socket.on('data', (part) => {
      if (behaviour === 'hangs') return;
      if (behaviour === 'babbles') return void socket.write('x'.repeat(64 * 1024));
      said = Buffer.concat([said, part]);
      if (said.toString('latin1').startsWith('zPING\0')) return void socket.end(behaviour === 'nonsense' ? 'WHAT\0' : 'PONG\0');
      if (behaviour === 'too-large') return void socket.end('INSTREAM size limit exceeded. ERROR\0');
      const bytes = streamIn(said);
      if (bytes === null) return;
      seen.push(bytes);
      if (behaviour === 'nonsense') return void socket.end('stream: OK, or so\nstream: OK\0');
      if (behaviour === 'half-an-answer') return void socket.end('stream: O');
      const answer = bytes.includes(PLANTED) ? 'stream: Planted.Test FOUND\0' : 'stream: OK\0';
      // Byte by byte, each in a turn of its own.
      if (behaviour === 'slow') for (const one of answer) socket.write(one);
      else socket.end(answer);
    });
  });
  await new Promise<void>((done) => server.listen(path, done));
  return {
    url: `unix:${path}`,
    seen,
    does: (next) => void (behaviour = next),
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((done) => server.close(done));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
