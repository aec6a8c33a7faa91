/**
 * The product as a few files of plain JavaScript, for tests that start it, or a command of it, again and again: its 2,500 modules are found, read and joined
 * once for all of them. What it does, what it reads and the children that it starts are those of the sources: every place that a module knows of itself is
 * its source's. The first start in a file, and the first of each command, is from its sources all the same, as people start it.
 */
import { existsSync, globSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { systemClock } from '#base/clock.ts';
import { CLUSTER_VARIABLE } from '#base/database/test-database.ts';
import { ENTRY, inPlainJavaScript } from '#base/one-file.ts';
import { inputsHash } from '#portal/build.ts';
import { madeOnce } from '#portal/mock/made-once.ts';

const ROOT = join(import.meta.dirname, '..');
/** Inside, so that what stays outside the files is found from there. */
const KEPT = join(ROOT, 'node_modules', '.cache', 'one-product');
/** As people start it. */
export const SOURCES = join(ROOT, 'src', 'start', 'congvu.ts');
const INPUTS = ['src/**/*.{ts,js,json}', 'simulators/**/*.ts', 'portal/**/*.{ts,json}', 'tests/one-product.ts', 'package-lock.json'];
/** Machine code, and what is loaded only to build pages. */
const OUTSIDE = ['sharp', 'vite', 'pg-native', '@vitejs/plugin-react'];

/** What a module knows of its own place, as its source knew it. */
const ownPlaces: Plugin = {
  name: 'own-places',
  enforce: 'pre',
  transform(code, id) {
    const file = id.split('?')[0]!;
    if (id.startsWith('\0') || !/\bimport\.meta\b|\b__(?:dir|file)name\b/.test(code)) return null;
    const [folder, name, url] = [dirname(file), file, pathToFileURL(file).href].map((one) => JSON.stringify(one)) as [
      string,
      string,
      string,
    ];
    return code
      .replaceAll(/\bimport\.meta\.dirname\b|\b__dirname\b/g, folder)
      .replaceAll(/\bimport\.meta\.filename\b|\b__filename\b/g, name)
      .replaceAll(/\bimport\.meta\.url\b/g, url)
      .replaceAll(/\bimport\.meta\.main\b/g, 'false');
  },
};

const build = (into: string): Promise<void> =>
  inPlainJavaScript(SOURCES, KEPT, (fresh) => renameSync(fresh, into), { plugins: [ownPlaces], external: OUTSIDE });

/** Of other sources, and half made ones: nobody comes back to them after so long. Milliseconds. */
const LEFT_MS = 24 * 60 * 60_000;
function clearLeft(): void {
  for (const name of globSync('*', { cwd: KEPT })) {
    const changedMs = statSync(join(KEPT, name), { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (Date.parse(systemClock.now()) - changedMs > LEFT_MS) rmSync(join(KEPT, name), { recursive: true, force: true });
  }
}

let made: Promise<string> | null = null;

/** What to run in place of `src/start/congvu.ts`. Made when the sources changed, once by the files of a run. */
export function oneProduct(): Promise<string> {
  made ??= (async () => {
    const folder = join(KEPT, inputsHash(ROOT, INPUTS).slice(0, 32));
    const file = join(folder, ENTRY);
    if (existsSync(file)) return file;
    mkdirSync(KEPT, { recursive: true });
    clearLeft();
    const shared = process.env[CLUSTER_VARIABLE];
    if (shared) await madeOnce(join(shared, 'one-product'), () => build(folder).then(() => true));
    // Where it could not be made, whoever asks finds why.
    if (!existsSync(file)) await build(folder);
    return file;
  })();
  return made;
}
