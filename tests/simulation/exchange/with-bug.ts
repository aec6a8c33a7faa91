/** The simulation over the program with one planted bug: its modules are loaded once more under an address of their own, with the line changed as they are read. */
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { PlantedBug } from './planted-bugs.ts';
import type { simulate } from './simulate.ts';

/** What is loaded anew for each bug. Problems are declared once a process, and are no part of it. */
const OWN = /\/(?:src\/doors\/exchange\/(?!problems\.ts)|tests\/simulation\/exchange\/)/;

/** The text of a file with the bug in it; throws when the line is not there, once. */
export function planted(text: string, { bug, was, is }: PlantedBug): string {
  if (text.split(was).length !== 2) throw new Error(`${bug}: the line stands ${text.split(was).length - 1} times`);
  return text.replace(was, () => is);
}

/** Seeds from 1 on, until one shows the bug: the seed, and what was broken. Null: none of `most` did. */
export async function firstSeedThatFinds(
  one: PlantedBug,
  most: number,
): Promise<{ readonly seed: number; readonly broken: string } | null> {
  const mark = `planted=${encodeURIComponent(one.bug)}`;
  let isPlanted = false;
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      return context.parentURL?.endsWith(mark) && OWN.test(found.url) ? { ...found, url: `${found.url}?${mark}` } : found;
    },
    load(url, context, next) {
      const loaded = next(url, context);
      if (!url.endsWith(mark) || !fileURLToPath(url.split('?')[0]!).endsWith(`/${one.file}`)) return loaded;
      isPlanted = true;
      return { ...loaded, source: planted(String(loaded.source), one) };
    },
  });
  try {
    const bad = (await import(`./simulate.ts?${mark}`)) as { readonly simulate: typeof simulate };
    if (!isPlanted) throw new Error(`${one.bug}: ${one.file} is no part of the simulation`);
    for (let seed = 1; seed <= most; seed += 1) {
      const broken = brokenBy(bad.simulate, seed);
      if (broken !== undefined) return { seed, broken };
    }
    return null;
  } finally {
    hooks.deregister();
  }
}

function brokenBy(run: typeof simulate, seed: number): string | undefined {
  try {
    return run(seed).broken[0];
  } catch (error) {
    return `threw: ${error instanceof Error ? error.message : String(error)}`;
  }
}
