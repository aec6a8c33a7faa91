/**
 * Keys of the card in a security module, by a program of the administrator (`CARD_KEY_SERVICE`), so that no driver of any maker runs inside the product:
 * `PROGRAM make LABEL` and `PROGRAM public LABEL` give the public key (SubjectPublicKeyInfo, DER), `PROGRAM sign LABEL` takes the SHA-256 of what is signed and
 * gives r‖s, `PROGRAM forget LABEL` gives back an empty line; each one line of base64. `deploy/keys/card-pkcs11` is one for PKCS #11.
 */
import { execFile, spawnSync } from 'node:child_process';
import { createPublicKey, hash } from 'node:crypto';
import type { KeyStore } from './key-store.ts';

/** Longer than any device takes, in milliseconds. */
const ANSWER_MS_MAX = 30_000;
const ANSWER_BYTES_MAX = 16 * 1024;
const SIGNATURE_BYTES = 64;

type Verb = 'make' | 'public' | 'sign' | 'forget';
const HOW = { timeout: ANSWER_MS_MAX, killSignal: 'SIGKILL', maxBuffer: ANSWER_BYTES_MAX, windowsHide: true } as const;

/** What it says on standard error is not repeated: it may hold a PIN. */
const failed = (verb: Verb, label: string, why: string): Error => new Error(`the card key service: ${verb} ${label}: ${why}`);
const read = (line: string): Buffer => Buffer.from(line.trim(), 'base64');
const digestLine = (bytes: Uint8Array): string => `${hash('sha256', bytes, 'base64')}\n`;

function signatureIn(line: string, label: string): Buffer {
  const signature = read(line);
  if (signature.length !== SIGNATURE_BYTES) throw failed('sign', label, `${signature.length} bytes are no signature`);
  return signature;
}

/** Throws what the program says: nothing can be signed then, and nothing is. */
export function programStore(program: string): KeyStore {
  const askNow = (verb: Verb, label: string, input = '\n'): string => {
    const { error, status, signal, stdout } = spawnSync(program, [verb, label], {
      ...HOW,
      input,
      encoding: 'latin1',
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const code = (error as NodeJS.ErrnoException | undefined)?.code;
    if (code !== undefined && code !== 'EPIPE') throw failed(verb, label, code);
    if (status !== 0) throw failed(verb, label, `ended with ${status ?? signal}`);
    return stdout;
  };
  const ask = (verb: Verb, label: string, input: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const child = execFile(program, [verb, label], { ...HOW, encoding: 'latin1' }, (error, stdout) =>
        error ? reject(failed(verb, label, String(error.code ?? error.signal))) : resolve(stdout),
      );
      child.stdin!.on('error', () => undefined); // a program that does not read what it was sent may be right all the same
      child.stdin!.end(input);
    });
  const held = (label: string, line: string) => ({
    publicKey: createPublicKey({ key: read(line), format: 'der', type: 'spki' }),
    sign: async (bytes: Uint8Array) => signatureIn(await ask('sign', label, digestLine(bytes)), label),
    signNow: (bytes: Uint8Array) => signatureIn(askNow('sign', label, digestLine(bytes)), label),
  });
  return {
    kind: 'pkcs11',
    make: (label) => ({ key: held(label, askNow('make', label)), sealed: null }),
    open: (label) => held(label, askNow('public', label)),
    forget: (label) => void askNow('forget', label),
  };
}
