/**
 * Builds `congvu/exchange`, the SDK, as a package of its own without the product: one file that any Node ≥ 20.12 runs, its types, the migrations of the outbox.
 * `npm run build:exchange && npm pack ./dist/sdk` makes what vendors install. Types are stripped by Node in a checkout and never under `node_modules`.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '..');
const ENTRY = 'src/node/exchange.ts';

const COMPILER =
  '--ignoreConfig --declaration --emitDeclarationOnly --strict --erasableSyntaxOnly --allowImportingTsExtensions --skipLibCheck --exactOptionalPropertyTypes --noUncheckedIndexedAccess --module nodenext --target es2024 --lib es2024,dom --types node --rootDir src'.split(
    ' ',
  );

/** Declarations name files of the checkout; beside each other they name each other. */
function relativeNames(file: string, types: string): void {
  const text = readFileSync(file, 'utf8');
  const named = text.replaceAll(
    /((?:from|import\()\s*['"])(#|\.{1,2}\/)([^'"]+)\.ts(['"])/g,
    (_whole, before: string, root: string, path: string, after: string) => {
      if (root !== '#') return `${before}${root}${path}.js${after}`;
      const to = relative(dirname(file), join(types, path)).replaceAll('\\', '/');
      return `${before}${to.startsWith('.') ? to : `./${to}`}.js${after}`;
    },
  );
  writeFileSync(file, named);
}

/** The package as vendors have it: a name, what may be imported, and nothing that it needs besides. */
function manifest(): string {
  const { name, version, license } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<string, string>;
  const exports = { './exchange': { types: './exchange/types/node/exchange.d.ts', default: './exchange/index.mjs' } };
  return `${JSON.stringify({ name, version, license, type: 'module', engines: { node: '>=20.12' }, exports }, null, 2)}\n`;
}

/** @param folder  of the package, made anew */
export async function buildExchange(folder: string): Promise<void> {
  const out = join(folder, 'exchange');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  writeFileSync(join(folder, 'package.json'), manifest());
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: join(ROOT, ENTRY),
      outDir: out,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'index.mjs', format: 'es' } },
    },
  });
  cpSync(join(ROOT, 'src/node/outbox/migrations'), join(out, 'migrations'), { recursive: true });
  const types = join(out, 'types');
  const made = spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), ENTRY, ...COMPILER, '--outDir', types], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(made.stdout + made.stderr);
  for (const file of globSync('**/*.d.ts', { cwd: types })) relativeNames(join(types, file), types);
}

if (import.meta.main) await buildExchange(join(ROOT, 'dist/sdk'));
