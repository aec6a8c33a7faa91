/**
 * The sources of a sandboxed parser as one file of plain JavaScript. A child that is started for every upload otherwise strips the types of twenty
 * files each time, without what Node keeps compiled: it may write nothing. A third of a second of a processor for each.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const ROOT = join(import.meta.dirname, '..', '..');
const KEPT = join(ROOT, 'node_modules', '.cache', 'one-file');

const known = new Map<string, Promise<string | null>>();

/**
 * @param script   a TypeScript file
 * @param sources  every file that it is made of: files, and folders as `folder/*`
 * @returns        the path of one file that does the same; null where none can be kept (nothing may be written beside the packages): the sources do
 */
export function oneFileOf(script: string, sources: readonly string[]): Promise<string | null> {
  const made = known.get(script) ?? makeOneFile(script, sources, KEPT);
  known.set(script, made);
  return made;
}

/** @param kept  the folder where such files stay: one for each content of the sources */
export async function makeOneFile(script: string, sources: readonly string[], kept: string): Promise<string | null> {
  const file = join(kept, `${basename(dirname(dirname(script)))}-${hashOf(sources)}.mjs`);
  if (existsSync(file)) return file;
  try {
    mkdirSync(kept, { recursive: true });
    await build(script, file, kept);
    return file;
  } catch {
    return null; // nothing can be written there, or made of them: who runs the sources themselves is told what is wrong with them
  }
}

const build = (script: string, file: string, kept: string): Promise<void> =>
  inPlainJavaScript(script, kept, (fresh) => renameSync(join(fresh, ENTRY), file));

/** What a script is called once it is made. */
export const ENTRY = 'one.mjs';

/**
 * Makes plain JavaScript of a script and all that it imports.
 * @param beside  the folder beside whose files it is made and then renamed: two that make it at once leave no half of it
 * @param keep    moves what was made to where it stays; what it leaves is taken away
 */
export async function inPlainJavaScript(
  script: string,
  beside: string,
  keep: (made: string) => void,
  { plugins = [], external = [] }: { readonly plugins?: readonly Plugin[]; readonly external?: readonly string[] } = {},
): Promise<void> {
  const fresh = mkdtempSync(join(beside, 'making-'));
  const { NODE_ENV } = process.env;
  try {
    const vite = await import('vite');
    await vite.build({
      configFile: false,
      root: ROOT,
      logLevel: 'silent',
      plugins: [...plugins],
      ssr: { noExternal: true, external: [...external] },
      build: { ssr: script, outDir: fresh, minify: false, target: 'node24', rollupOptions: { output: { entryFileNames: ENTRY } } },
    });
    keep(fresh);
  } finally {
    // The builder sets it where it was not said: this process goes on with what it had.
    if (NODE_ENV === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = NODE_ENV;
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Over path and content of the sources, and the versions of what builds them. */
function hashOf(sources: readonly string[]): string {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')));
  for (const file of sources.flatMap((path) => globSync(path)).sort())
    if (!file.endsWith('.test.ts'))
      hash
        .update(`${file.slice(ROOT.length)}\0`)
        .update(readFileSync(file))
        .update('\0');
  return hash.digest('hex').slice(0, 32);
}
