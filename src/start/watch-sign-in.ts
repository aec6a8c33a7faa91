/** How the provider of sign-in is, looked at again when somebody asks and the last look is old: no question waits for another's server. */
import type { Clock } from '#base/clock.ts';
import type { Config } from '#base/config.ts';
import type { Result } from '#base/problem.ts';
import { signInProviderOf } from './sign-in.ts';

/** A look is good for so long, in milliseconds. */
const LOOK_GOOD_MS = 60_000;

/** @returns what the last look said; null before the first has come back */
export function watchSignIn(config: Config, clock: Clock): () => Result<null> | null {
  const provider = signInProviderOf(config, clock, true);
  let last: Result<null> | null = null;
  let lookedMs = Number.NEGATIVE_INFINITY;
  return () => {
    if (clock.monotonicMs() - lookedMs > LOOK_GOOD_MS) {
      lookedMs = clock.monotonicMs();
      void provider.check().then((found) => {
        last = found;
      });
    }
    return last;
  };
}
