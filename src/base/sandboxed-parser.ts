/**
 * Opens foreign bytes in a process of its own, locked and watched: it gets bytes on standard input, it tells on standard output,
 * and it is killed when it takes too long or grows too large (threats T18, T19).
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { oneFileOf } from './one-file.ts';
import type { Bilingual } from './problem.ts';

/** What a child may cost at most. */
export interface ChildLimits {
  readonly wallMs: number;
  readonly cpuSeconds: number;
  /** heap of JavaScript, by Node */
  readonly heapMib: number;
  /** everything, by watching; Linux only */
  readonly residentBytes: number;
}

export interface SandboxedParser {
  /** the script that it runs */
  readonly script: string;
  /** NOTHING personal: arguments are shown by the system to everybody on the machine */
  readonly args: readonly string[];
  /** what it is made of, the script among it: files, and folders as `folder/*`. It may read them, or the one file that they were made into. */
  readonly sources: readonly string[];
  /** what else it may read */
  readonly mayRead?: readonly string[];
  /**
   * May it load native code? Node's permissions then hold only as far as that code keeps to them: limits of memory, time and
   * file size stand all the same, and its environment is empty.
   */
  readonly native?: boolean;
  readonly limits: ChildLimits;
}

const STOPPED: Bilingual = { vi: 'đã dừng', en: 'stopped' };
const SHELL = '/bin/sh';
const WATCH_EVERY_MS = 100;
const PAGE_BYTES = 4096;
/** Where `#…` imports are resolved. */
const PACKAGE = join(import.meta.dirname, '..', '..', 'package.json');

function residentBytes(pid: number): number {
  const file = `/proc/${pid}/statm`;
  try {
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ')[1]) * PAGE_BYTES : 0;
  } catch {
    return 0; // it has ended meanwhile
  }
}

const real = (path: string): string => (path.endsWith('/*') ? `${realpathSync(path.slice(0, -2))}/*` : realpathSync(path));

async function commandOf({ script, args, sources, mayRead = [], native, limits }: SandboxedParser): Promise<string[]> {
  const oneFile = script.endsWith('.ts') ? await oneFileOf(script, sources) : null;
  const own = oneFile === null ? [PACKAGE, ...sources] : [oneFile];
  const command = [
    process.execPath,
    '--permission',
    ...[...own, ...mayRead].map((path) => `--allow-fs-read=${real(path)}`),
    ...(native ? ['--allow-addons', '--disable-warning=PERM0001'] : []),
    `--max-old-space-size=${limits.heapMib}`,
    '--disable-warning=ExperimentalWarning',
    real(oneFile ?? script),
    ...args,
  ];
  // Where there is a shell the system itself limits processor time, and lets it write no file and leave no memory image behind.
  return existsSync(SHELL)
    ? [SHELL, '-c', `ulimit -t ${limits.cpuSeconds}; ulimit -f 0; ulimit -c 0; exec "$@"`, 'sh', ...command]
    : command;
}

/**
 * @param onOutput  called with each piece of its output; throws when the child tells something that it never would
 * @returns         null when it ended by itself, else why it was killed, in a few words
 */
export async function runSandboxedParser(
  child: SandboxedParser,
  bytes: Uint8Array,
  onOutput: (piece: Buffer) => void,
  signal?: AbortSignal,
): Promise<Bilingual | null> {
  const [first, ...others] = await commandOf(child);
  if (signal?.aborted) return STOPPED;
  const running = spawn(first!, others, { env: {}, stdio: ['pipe', 'pipe', 'ignore'], cwd: '/' });
  let killed: Bilingual | null = null;
  const kill = (vi: string, en: string): void => {
    killed ??= { vi, en };
    running.kill('SIGKILL');
  };
  const wall = setTimeout(() => kill('quá thời gian', 'out of time'), child.limits.wallMs);
  const watch = setInterval(() => {
    if (running.pid && residentBytes(running.pid) > child.limits.residentBytes) kill('quá nhiều bộ nhớ', 'too much memory');
  }, WATCH_EVERY_MS);
  const stopped = (): void => kill(STOPPED.vi, STOPPED.en);
  signal?.addEventListener('abort', stopped, { once: true });
  running.on('error', () => kill('không khởi động được phần đọc tệp', 'the reader does not start'));
  running.stdin.on('error', () => undefined); // a child that refused early does not read to the end
  running.stdin.end(bytes);
  const ended = new Promise<void>((done) => running.once('close', () => done()));
  running.stdout.on('data', (piece: Buffer) => {
    if (killed) return;
    try {
      onOutput(piece);
    } catch {
      kill('phần đọc tệp nói sai', 'the reader told nonsense');
    }
  });
  try {
    await ended;
  } finally {
    clearTimeout(wall);
    clearInterval(watch);
    signal?.removeEventListener('abort', stopped);
    running.kill('SIGKILL');
  }
  return killed;
}
