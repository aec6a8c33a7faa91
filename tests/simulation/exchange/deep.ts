/** `npm run simulate [-- FROM TO]`: many lives, on every core; 10,000 when not said. The last line is how many broke a property; 1 is the exit code when any did. */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { simulate } from './simulate.ts';

const [from = 1, to = 10_000] = process.argv.slice(2).map(Number);

/** Every `step`-th seed from `first` on. */
function live(first: number, step: number): number {
  let broken = 0;
  for (let seed = first; seed <= to; seed += step) {
    const life = simulate(seed);
    if (life.broken.length === 0) continue;
    broken += 1;
    process.stdout.write(`seed ${seed}: ${life.broken.slice(0, 3).join(' · ')} [${[...life.saw].join(', ')}]\n`);
  }
  return broken;
}

const part = process.env['SIMULATE_PART'];
if (part !== undefined) process.exit(live(from + Number(part), availableParallelism()) > 0 ? 1 : 0);

const began = performance.now();
const ends = await Promise.all(
  Array.from(
    { length: availableParallelism() },
    (_, at) =>
      new Promise<number>((done) => {
        const child = fork(import.meta.filename, [String(from), String(to)], { env: { ...process.env, SIMULATE_PART: String(at) } });
        child.on('close', (code) => done(code ?? 1));
      }),
  ),
);
const isBroken = ends.some((code) => code !== 0);
process.stdout.write(
  `${to - from + 1} lives in ${((performance.now() - began) / 1000).toFixed(0)} s: ${isBroken ? 'some broke a property' : 'no property broken'}\n`,
);
process.exit(isBroken ? 1 : 0);
