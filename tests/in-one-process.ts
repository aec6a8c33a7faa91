/**
 * Files of tests in this process: `node tests/in-one-process.ts FILE…`, for `tests/run.ts`.
 *
 * node:test follows every promise that is made, to say of an error that nobody caught in which test it began. Here a test is left to say that itself:
 * following costs a tenth of the processor (bench/NOTES.md), and an error that nobody caught ends the process and all its tests at once.
 */
import { createHook } from 'node:async_hooks';
import { resolve } from 'node:path';
import { run } from 'node:test';
import summary from './summary.ts';

/** The hook of node:test is made and enabled when the run is asked for: between these two nothing else is. */
const hooks = Object.getPrototypeOf(createHook({})) as { enable(): unknown };
const { enable } = hooks;
hooks.enable = function notFollowed(this: unknown) {
  return this;
};
// As if the first of them had been started.
process.argv.splice(1, 1);
const events = run({ files: process.argv.slice(1).map((file) => resolve(file)), isolation: 'none' });
hooks.enable = enable;

/** Tells it and ends: the tests at work would wait for what does not come any more. */
function endAt(error: unknown): never {
  process.stderr.write(`Nobody caught, in one of the tests at work:\n${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
process.prependListener('uncaughtException', endAt);
process.prependListener('unhandledRejection', endAt);
events.on('test:summary', ({ success }) => {
  if (!success) process.exitCode = 1;
});
events.compose(summary).pipe(process.stdout);
