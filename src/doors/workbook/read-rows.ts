/** The parent of the locked child: hands it the bytes, watches time and memory, collects its rows. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { frameCutter, frameReader } from './reader/frames.ts';
import type { ScannedCell } from './reader/frames.ts';
import type { Counters, Line } from './reader/read-sheets.ts';

/** Seconds a file may take, and memory of the child: heap in MiB by Node, everything in bytes by watching (threats T18, T19). */
export const WALL_MS_MAX = 60_000;
export const HEAP_MIB_MAX = 160;
export const RSS_BYTES_MAX = 700 * 1024 * 1024;
export const CPU_SECONDS_MAX = 60;
const SHELL = '/bin/sh';
const WATCH_EVERY_MS = 100;
const PAGE_BYTES = 4096;

export interface ReadSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: { readonly row: number; readonly cells: readonly ScannedCell[] }[];
  /** merged ranges, "B5:B9" */
  readonly merges: readonly string[];
}

export type ReadRows =
  | { readonly kind: 'read'; readonly sheets: readonly ReadSheet[]; readonly counters: Counters }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly params: Readonly<Record<string, string | number>>;
      readonly counters: Counters | null;
    };

const folder = join(import.meta.dirname, 'reader');

function residentBytes(pid: number): number {
  const file = `/proc/${pid}/statm`;
  try {
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ')[1]) * PAGE_BYTES : 0;
  } catch {
    return 0; // it has ended meanwhile
  }
}

/** Reads all rows in a child process that may read only its own sources, write nothing, start nothing. */
export async function readRows(
  bytes: Uint8Array,
  widestSheet: number,
  how: {
    readonly sheetNames?: readonly string[];
    readonly progress?: (rows: number) => void;
    readonly signal?: AbortSignal | undefined;
  } = {},
): Promise<ReadRows> {
  const command = [
    process.execPath,
    '--permission',
    `--allow-fs-read=${realpathSync(folder)}/*`,
    `--max-old-space-size=${HEAP_MIB_MAX}`,
    '--disable-warning=ExperimentalWarning',
    join(realpathSync(folder), 'process.ts'),
    String(widestSheet),
    JSON.stringify(how.sheetNames ?? []),
  ];
  // Seconds of processor time are limited by the system where there is a shell; the wall clock is watched everywhere.
  const [first, ...others] = existsSync(SHELL) ? [SHELL, '-c', `ulimit -t ${CPU_SECONDS_MAX}; exec "$@"`, 'sh', ...command] : command;
  const child = spawn(first!, others, { env: {}, stdio: ['pipe', 'pipe', 'ignore'], cwd: '/' });
  let killed: string | null = null;
  const kill = (why: string): void => {
    killed ??= why;
    child.kill('SIGKILL');
  };
  const wall = setTimeout(() => kill('quá thời gian'), WALL_MS_MAX);
  const watch = setInterval(() => {
    if (child.pid && residentBytes(child.pid) > RSS_BYTES_MAX) kill('quá nhiều bộ nhớ');
  }, WATCH_EVERY_MS);
  const stopped = (): void => kill('đã dừng');
  how.signal?.addEventListener('abort', stopped, { once: true });
  child.on('error', () => kill('không khởi động được phần đọc tệp'));
  child.stdin.on('error', () => undefined); // a child that refused early does not read to the end
  child.stdin.end(bytes);
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  const sheets = new Map<number, ReadSheet>();
  let last = null as Line | null;
  let rows = 0;
  try {
    const takeFrame = frameReader<Line>(
      (line) => {
        last = line;
        if (line.k === 'sheet') sheets.set(line.i, { name: line.name, hidden: line.hidden, rows: [], merges: [] });
        else if (line.k === 'merges') {
          const sheet = sheets.get(line.i);
          if (sheet) sheets.set(line.i, { ...sheet, merges: line.ranges });
        }
      },
      (index, told) => {
        for (const one of told) sheets.get(index)?.rows.push(one);
        rows += told.length;
        how.progress?.(rows);
      },
    );
    const cut = frameCutter(takeFrame);
    child.stdout.on('data', (piece: Buffer) => {
      if (killed) return;
      try {
        cut(piece);
      } catch {
        last = null;
        kill('phần đọc tệp nói sai');
      }
    });
    await ended;
  } finally {
    clearTimeout(wall);
    clearInterval(watch);
    how.signal?.removeEventListener('abort', stopped);
    child.kill('SIGKILL');
  }
  if (killed === null && last?.k === 'refused') return { kind: 'refused', code: last.code, params: last.params, counters: last.counters };
  if (killed === null && last?.k === 'end') return { kind: 'read', sheets: [...sheets.values()], counters: last.counters };
  return { kind: 'refused', code: 'E-WORKBOOK-TOO-HEAVY', params: { why: killed ?? 'phần đọc tệp dừng bất thường' }, counters: null };
}
