// Plain JavaScript for any Node ≥ 20: sets up if needed, then runs a file under Node 24. Standard output is left to the answer.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const WANTED_MAJOR = 24;
/** A lock of an install that died is taken away after so many milliseconds. */
const LOCK_MS_MAX = 10 * 60_000;
/**
 * Where Node keeps what it compiled, for it and whatever it starts: loading the product's 2,900 modules takes about a second less of
 * processor from the second time on. Where it cannot be written Node goes without.
 */
const COMPILED = join(root, 'node_modules', '.cache', 'compiled');
/**
 * Room for what is young, in MiB: with Node's own 16 a check of a hundred thousand people keeps a hundred megabytes more that nobody uses, and takes as long.
 */
const YOUNG_MIB = 8;
/** How often it is looked whether npm is still there, in milliseconds. */
const PARENT_EVERY_MS = 500;
const print = (text) => process.stderr.write(`${text}\n`);

const json = (path) => {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8'));
  } catch {
    return null; // not there: the caller says what that means
  }
};

function packagedNode() {
  const os = process.platform === 'win32' ? 'win' : process.platform;
  const file = join(root, 'node_modules', `node-${os}-${process.arch}`, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(file) ? file : null;
}

/** A bundle brings what it runs with, and never asks a registry; nothing is kept beside its packages, which are as they were released. */
const bundled = json('release.json') !== null;

/** Why the packages must be installed, null when they are what the lock file says. */
function stale() {
  if (bundled) return null;
  const want = json('package-lock.json');
  const have = json('node_modules/.package-lock.json'); // npm writes it last: it is missing after a broken install too
  if (!want) return null;
  if (!have) return 'chưa có node_modules';
  for (const [path, entry] of Object.entries(want.packages)) {
    if (path === '' || entry.link) continue;
    const there = have.packages[path];
    if (!there) {
      if (!entry.optional) return `thiếu ${path}`;
    } else if (there.version !== entry.version || there.integrity !== entry.integrity)
      return `${path} là bản ${there.version}, cần ${entry.version}`;
  }
  return null;
}

function takeLock() {
  const lock = join(root, '.install-lock');
  for (;;) {
    try {
      mkdirSync(lock);
      return () => rmSync(lock, { recursive: true, force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (Date.now() - statSync(lock, { throwIfNoEntry: false })?.mtimeMs > LOCK_MS_MAX) rmSync(lock, { recursive: true, force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    }
  }
}

function install() {
  const release = takeLock();
  try {
    const why = stale();
    if (why === null) return; // another start has done it meanwhile
    print(`Cài các gói (${why})…`);
    const npm = process.env.npm_execpath
      ? [process.execPath, [process.env.npm_execpath]]
      : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
    const done = spawnSync(npm[0], [...npm[1], 'ci', '--loglevel=error', '--no-audit', '--no-fund', '--ignore-scripts'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
    if (done.status !== 0) {
      print(
        '✗ Không cài được các gói. Kiểm tra kết nối tới kho npm rồi chạy lại. (npm ci failed; check the connection to the npm registry.)',
      );
      process.exit(done.status ?? 1);
    }
  } finally {
    release();
  }
}

/** Runs `file` (below the checkout) under Node 24 with these arguments; ends as it ends. */
export function runUnderNode24(file, args) {
  if (stale() !== null) install();
  const node = packagedNode() ?? (Number(process.versions.node.split('.')[0]) >= WANTED_MAJOR ? process.execPath : null);
  if (node === null) {
    print(
      `✗ Máy này (${process.platform}-${process.arch}) chưa có Node ${WANTED_MAJOR} từ npm. Cài Node ≥ ${WANTED_MAJOR} rồi chạy lại. (Install Node ≥ ${WANTED_MAJOR} and run again.)`,
    );
    process.exit(1);
  }
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', `--max-semi-space-size=${YOUNG_MIB}`, join(root, file), ...args], {
    stdio: 'inherit',
    env: { ...(bundled ? {} : { NODE_COMPILE_CACHE: COMPILED }), ...process.env },
  });
  // In a terminal Ctrl+C reaches the child by itself; forwarding it too would send it twice.
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGUSR2', ...(process.stdin.isTTY ? [] : ['SIGINT'])])
    process.on(signal, () => child.kill(signal));
  if (process.stdin.isTTY) process.on('SIGINT', () => {});
  // npm and npx pass a signal on to the shell that they started, and no further: the shell ends, and this process is nobody's child any more.
  if (process.env.npm_command) {
    const parent = process.ppid;
    const orphaned = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(orphaned);
      child.kill('SIGTERM');
    }, PARENT_EVERY_MS);
    orphaned.unref();
  }
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
