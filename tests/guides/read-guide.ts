/** A page of the guides, as a program that does what it says: files that are written, commands that are run, words that stand on screens. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const ROOT = resolve(import.meta.dirname, '../..');

/** A block of a page that is written or run: ` ```ini file=NAME `, ` ```sh run `, ` ```sh run background `. */
export interface Block {
  readonly kind: 'file' | 'run' | 'background';
  /** of the file; '' of others */
  readonly name: string;
  readonly text: string;
}

const textOf = (page: string): string => readFileSync(join(ROOT, page), 'utf8');

/** @param page  below the checkout */
export const blocksOf = (page: string): readonly Block[] =>
  [...textOf(page).matchAll(/^```\w+ (?:file=(\S+)|(run background|run))\n([^]*?)^```$/gm)].map(([, file, what, text]) => ({
    kind: file ? 'file' : what === 'run background' ? 'background' : 'run',
    name: file ?? '',
    text: text!,
  }));

export interface ScreenWords {
  /** a word of a screen as the page quotes it; fails when it does not */
  (label: string): string;
  /** fails when the page quotes something that nobody looked for */
  allUsed(): void;
}

/** What a page quotes with “…”: each of them stands on a screen. */
export function screenWordsOf(page: string): ScreenWords {
  const quoted = new Set([...textOf(page).matchAll(/“([^”\n]+)”/g)].map(([, word]) => word!));
  const used = new Set<string>();
  const say = (label: string): string => {
    assert.ok(quoted.has(label), `${page} does not name “${label}”`);
    used.add(label);
    return label;
  };
  return Object.assign(say, {
    allUsed: () =>
      assert.deepEqual(
        [...quoted].filter((word) => !used.has(word)),
        [],
        `${page} names what no step of it meets`,
      ),
  });
}

export interface Done {
  readonly exit: number | null;
  /** the end of what it said, on both streams */
  readonly said: string;
}

export interface Workplace {
  /** empty at the beginning, and where commands are run */
  readonly folder: string;
  /** of every command */
  readonly env: Readonly<Record<string, string>>;
}

/** A shell in which `npx congvu` is this tree, and whatever else the page's machine has. @param scripts  lines of shell by name of the command */
export function workplaceIn(
  folder: string,
  env: Readonly<Record<string, string>>,
  scripts: Readonly<Record<string, string>> = {},
): Workplace {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  const all = { npx: `shift; exec "${process.execPath}" "${join(ROOT, 'bin/congvu.mjs')}" "$@"`, ...scripts };
  for (const [name, line] of Object.entries(all)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${line}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  return { folder, env: { PATH: [bin, process.env['PATH']].join(delimiter), HOME: folder, ...env } };
}

const SAID_CHARACTERS_MAX = 6000;

function shell({ folder, env }: Workplace, text: string): { readonly child: ChildProcess; readonly said: () => string } {
  const child = spawn('/bin/sh', ['-e', '-c', text], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => (said = (said + piece.toString()).slice(-SAID_CHARACTERS_MAX)));
  return { child, said: () => said };
}

/** Runs a block to its end. Not in one wait: what it talks to may live in this process. */
export function run(at: Workplace, text: string): Promise<Done> {
  const { child, said } = shell(at, text);
  return new Promise((done) => child.once('close', (exit) => done({ exit, said: said() })));
}

/** Runs a block that must end well. */
export async function runs(at: Workplace, text: string): Promise<string> {
  const { exit, said } = await run(at, text);
  assert.equal(exit, 0, `${text}\n${said}`);
  return said;
}

/** Longest wait for a server to be ready: the machine may have other work. Milliseconds. */
const READY_MS_MAX = 5 * 60_000;
const LOOK_EVERY_MS = 200;

/** Starts a block that goes on, and waits until this address answers 200. @returns ends it, and waits for that */
export async function startsAndAnswers(at: Workplace, text: string, url: string): Promise<() => Promise<void>> {
  const { child, said } = shell(at, text);
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  const end = async (): Promise<void> => {
    child.kill('SIGTERM');
    await gone;
  };
  for (let waitedMs = 0; waitedMs < READY_MS_MAX; waitedMs += LOOK_EVERY_MS) {
    assert.equal(child.exitCode, null, `the server ended: ${said()}`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.status === 200) return end;
    await sleep(LOOK_EVERY_MS);
  }
  await end();
  return assert.fail(`the server did not come: ${said()}`);
}
