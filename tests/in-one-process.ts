/**
 * Files of tests in this process: `node tests/in-one-process.ts [--in-turn] FILE…`, for `tests/run.ts`. Their hooks are those of all of them: what one opens
 * before its first test is open until the last test of all has ended. `--in-turn`: each file is over before the next begins.
 *
 * An error that nobody caught ends the process and all its tests at once (decision 0061).
 */
import { join, resolve } from 'node:path';
import { runHere } from './not-followed.ts';
import summary from './summary.ts';

const [first = '', ...others] = process.argv.slice(2);
const inTurn = first === '--in-turn';
const files = (inTurn ? others : [first, ...others]).map((file) => resolve(file));
// As if the first of them had been started.
process.argv.splice(1, Infinity, ...files);
const events = runHere(inTurn ? [join(import.meta.dirname, 'in-turn.ts')] : files);

/** Tells it and ends: the tests at work would wait for what does not come any more. */
function endAt(error: unknown): never {
  process.stderr.write(`Nobody caught, in one of the tests at work:\n${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
process.prependListener('uncaughtException', endAt);
process.prependListener('unhandledRejection', endAt);
/** Tests that have begun and are not over, as `file: name`: what a run that hangs is asked for before it is ended. */
const atWork = new Set<string>();
const named = ({ file, name }: { readonly file?: string | undefined; readonly name: string }): string => `${file ?? ''}: ${name}`;
events.on('test:dequeue', (data) => void atWork.add(named(data)));
events.on('test:complete', (data) => void atWork.delete(named(data)));
process.once('SIGTERM', () => {
  process.stderr.write(`At work when it was ended:\n${[...atWork].map((one) => `  ${one}\n`).join('')}`);
  process.exit(1);
});
events.on('test:summary', ({ success }) => {
  if (!success) process.exitCode = 1;
});
events.compose(summary).pipe(process.stdout);
