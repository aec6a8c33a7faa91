/** The bill of packages (SBOM) of a bundle, CycloneDX as `npm sbom` writes it: what runs, and what its pages were made with. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { bundleNotMade } from './problems.ts';

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
}
interface Bill {
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}
interface Locked {
  readonly version?: string;
  /** only for who works on the program */
  readonly dev?: boolean;
}

/** npm of this installation: the one that started us, else the one on the path. */
function runNpm(root: string, args: readonly string[]): Promise<string | null> {
  const through = process.env['npm_execpath'];
  const [program, first] = through?.endsWith('.js') ? [process.execPath, [through]] : ['npm', []];
  return new Promise((done) => {
    const child = spawn(program, [...first, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => (text += piece));
    child.once('error', () => done(null));
    child.once('close', (exit) => done(exit === 0 ? text : null));
  });
}

/** `name@version` of everything that is installed here and is not for developers alone. */
function installed(root: string): ReadonlySet<string> {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  const found = Object.entries(packages)
    .filter(([place, { dev }]) => place !== '' && dev !== true && existsSync(join(root, place)))
    .map(([place, { version }]) => `${place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`);
  return new Set(found);
}

/**
 * Everything is asked for and then sorted out by the lock file: with `--omit dev` npm 11 leaves out whatever a package of developers asks for too, so that
 * React and 36 others that run were missing.
 */
export async function softwareBill(root: string): Promise<Result<string>> {
  const text = await runNpm(root, ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only']);
  if (text === null) return refused(bundleNotMade({ why: { vi: 'npm sbom không chạy được', en: 'npm sbom failed' } }));
  const bill = JSON.parse(text) as Bill;
  const here = installed(root);
  const components = bill.components.filter(({ name, version }) => here.has(`${name}@${version}`));
  const kept = new Set([bill.metadata.component['bom-ref'], ...components.map((one) => one['bom-ref'])]);
  const dependencies = bill.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)) }));
  const metadata = { ...bill.metadata, component: { ...bill.metadata.component, name: 'congvu' } };
  return ok(`${JSON.stringify({ ...bill, metadata, components, dependencies }, null, 2)}\n`);
}
