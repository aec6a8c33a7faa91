/**
 * Builds pages when their inputs changed: the portal, and the pages of a simulator apart from it.
 * The server calls it at its start: 1–3 s the first time, some ms after that.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { InlineConfig } from 'vite';

/** Its name begins with a dot: the server does not serve such files. */
const STAMP = '.inputs';
/** What the portal's build reads: our own sources without tests, mock and examples, the values it takes from the standard, the exact versions of packages. */
const INPUTS = ['portal/**/*.{ts,tsx,css,html,js,json,svg,webp}', 'src/standard/**/*.ts', 'package-lock.json'];
const NOT_READ = /(\.test\.ts$|[\\/]example\.ts$|^portal[\\/]mock[\\/])/;

/** SHA-256, hexadecimal, over path and content of everything that the build reads. */
export function inputsHash(root: string, inputs: readonly string[] = INPUTS): string {
  const hash = createHash('sha256');
  const files = inputs
    .flatMap((pattern) => globSync(pattern, { cwd: root }))
    .filter((file) => !NOT_READ.test(file))
    .sort();
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

/** Several may put what they built at one place at once: one of them wins in the end. */
const PUT_TRIES_MAX = 50;
const PUT_AGAIN_MS = 100;

export interface Built {
  /** false when the inputs had not changed */
  readonly built: boolean;
}

/**
 * @param root    the checkout
 * @param outDir  absolute; replaced as a whole
 */
export const buildPortal = (root: string, outDir: string): Promise<Built> =>
  buildPages(root, outDir, INPUTS, { configFile: join(root, 'portal', 'vite.config.ts') });

/**
 * @param inputs  patterns of all that the build reads, from the checkout
 * @param config  for Vite; where it writes and what it says is decided here
 * A build that fails throws, and leaves no stamp: the next start tries again.
 */
export async function buildPages(root: string, outDir: string, inputs: readonly string[], config: InlineConfig): Promise<Built> {
  const hash = inputsHash(root, inputs);
  const isBuilt = (): boolean =>
    existsSync(join(outDir, 'index.html')) && existsSync(join(outDir, STAMP)) && readFileSync(join(outDir, STAMP), 'utf8') === hash;
  if (isBuilt()) return { built: false };
  // Loaded only when needed: Vite costs 300 ms of every start.
  const { build } = await import('vite');
  const { NODE_ENV } = process.env;
  // Beside, then renamed: a build that is broken off, or two at once, leave no half of a portal.
  mkdirSync(dirname(outDir), { recursive: true });
  const fresh = mkdtempSync(`${outDir}-`);
  // React asks for it while it is bundled: under "development" the first route was 20 KB gz heavier, and slower in the browser.
  process.env['NODE_ENV'] = 'production';
  try {
    // Of a slow machine the bundler tells which plugin took long, on the standard output that belongs to our answers.
    const rolldownOptions = { ...config.build?.rolldownOptions, checks: { pluginTimings: false } };
    await build({ ...config, logLevel: 'warn', build: { ...config.build, outDir: fresh, rolldownOptions } });
    compress(fresh);
    writeFileSync(join(fresh, STAMP), hash);
    // Put aside in one step: of three that build at once one met a folder that another was still emptying.
    for (let tries = 1; !isBuilt(); tries++) {
      try {
        if (existsSync(outDir)) renameSync(outDir, `${fresh}-before-${tries}`);
        renameSync(fresh, outDir);
      } catch (cause) {
        // Somebody else built the same and is quicker, or is at it.
        if (tries === PUT_TRIES_MAX) throw cause;
        await sleep(PUT_AGAIN_MS);
      }
    }
  } finally {
    if (NODE_ENV === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = NODE_ENV;
    rmSync(fresh, { recursive: true, force: true });
    for (const before of globSync(`${basename(fresh)}-before-*`, { cwd: dirname(fresh) }))
      rmSync(join(dirname(fresh), before), { recursive: true, force: true });
  }
  return { built: true };
}

/** Small forms beside scripts and styles, made once: a thin line gets a third of the bytes and the server compresses nothing. */
function compress(outDir: string): void {
  for (const file of globSync('assets/*.{js,css,wasm}', { cwd: outDir })) {
    const bytes = readFileSync(join(outDir, file));
    writeFileSync(join(outDir, `${file}.gz`), gzipSync(bytes, { level: 9 }));
    writeFileSync(join(outDir, `${file}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  }
}
