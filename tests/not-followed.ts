/**
 * node:test follows every promise that is made, to say of an error that nobody caught in which test it began. Here a test is left to say that itself:
 * following costs a tenth of the processor (bench/NOTES.md, decision 0061).
 */
import { createHook } from 'node:async_hooks';
import type { AsyncHook } from 'node:async_hooks';
import { run } from 'node:test';

/** The hook of node:test is made and enabled when the run is asked for: between these two nothing else is. */
const hooks = Object.getPrototypeOf(createHook({})) as AsyncHook;
const { enable } = hooks;
let ofTests: AsyncHook | null = null;
const keep = (hook: AsyncHook): AsyncHook => (ofTests = hook);

/** `run` of node:test, in this process, by which no promise is followed. */
export function runHere(files: readonly string[]): ReturnType<typeof run> {
  hooks.enable = function notFollowed(this: AsyncHook) {
    return keep(this);
  };
  try {
    return run({ files: [...files], isolation: 'none' });
  } finally {
    hooks.enable = enable;
  }
}

/** For as long as `work` runs it is told what belongs to which suite: of its tests and hooks a suite knows by this hook alone. */
export async function whileFollowed(work: () => Promise<void>): Promise<void> {
  ofTests?.enable();
  try {
    await work();
  } finally {
    ofTests?.disable();
  }
}
