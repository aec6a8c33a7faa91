/** Work for every core, so that tests meet a machine as it is when others use it. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** It ends when whoever started it does: its standard input closes, and it looks there twenty times a second. */
const LOOP = `
process.stdin.on('end', () => process.exit()).on('error', () => process.exit()).resume();
const turn = () => { const until = performance.now() + 50; while (performance.now() < until); setImmediate(turn); };
turn();
`;

/** Keeps every core busy until the returned function is called, or this process ends. */
export function keepBusy(cores: number = availableParallelism()): () => void {
  const loops: readonly ChildProcess[] = Array.from({ length: cores }, () =>
    spawn(process.execPath, ['--eval', LOOP], { stdio: ['pipe', 'ignore', 'ignore'] }),
  );
  return () => {
    for (const loop of loops) loop.kill();
  };
}
