/**
 * The port to whatever keeps the master key outside the machine's files: a security module, a key service, a smart card. It is a program of the administrator,
 * so that no driver of any maker runs inside the product: `PROGRAM seal` and `PROGRAM open` take one line of base64 on standard input and give one line of
 * base64 on standard output. `deploy/keys/pkcs11` is one for PKCS #11.
 */
import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';
import { ENDED_WITH, NOT_BASE64, NOT_RUN, NO_ANSWER } from './key-words.ts';
import { ok, refused } from './problem.ts';
import type { Bilingual, Result } from './problem.ts';
import { keyServiceFailed } from './problems.ts';

export type KeyServiceVerb = 'seal' | 'open';

/** Longer than any device takes, shorter than who starts a server waits. */
const ANSWER_MS_MAX = 30_000;
/** A wrapped key is some hundred bytes; what goes on and on is no answer. */
const ANSWER_BYTES_MAX = 64 * 1024;
const BASE64_LINE = /^[A-Za-z0-9+/]+={0,2}$/;

/** E-KEY-SERVICE-FAILED with the cause; what the program says on standard error is not repeated: it may hold a PIN. */
export function askKeyService(program: string, verb: KeyServiceVerb, bytes: Uint8Array, waitMs = ANSWER_MS_MAX): Result<Uint8Array> {
  const failed = (why: Bilingual): Result<never> => refused(keyServiceFailed({ program: basename(program), verb, why }));
  const { error, status, signal, stdout } = spawnSync(program, [verb], {
    input: `${Buffer.from(bytes).toString('base64')}\n`,
    timeout: waitMs,
    killSignal: 'SIGKILL',
    maxBuffer: ANSWER_BYTES_MAX,
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  });
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'ETIMEDOUT') return failed(NO_ANSWER);
  if (code === 'ENOBUFS') return failed(NOT_BASE64);
  // A program that answers without reading what it was sent breaks the pipe and may be right all the same.
  if (code !== undefined && code !== 'EPIPE') return failed(NOT_RUN(code));
  if (status !== 0) return failed(ENDED_WITH(String(status ?? signal)));
  const line = stdout.toString('latin1').trim();
  return BASE64_LINE.test(line) ? ok(Buffer.from(line, 'base64')) : failed(NOT_BASE64);
}
