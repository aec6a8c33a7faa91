/** Portal, door and wallet as pages: of a checkout built when their inputs changed, of a bundle as they came. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { bundleMissing } from './bundle/problems.ts';
import { releaseOf } from './bundle/release.ts';

type Pages = 'portal' | 'door' | 'sim-wallet';

const BUILD: Readonly<Record<Pages, (root: string, folder: string) => Promise<unknown>>> = {
  portal: async (root, folder) => (await import('../../portal/build.ts')).buildPortal(root, folder),
  door: async (root, folder) => (await import('../../portal/door/build.ts')).buildDoor(root, folder),
  'sim-wallet': async (root, folder) => (await import('../../simulators/vneid/wallet/build.ts')).buildWallet(root, folder),
};

/**
 * @param root  the checkout, or the bundle
 * @returns     the folder of these pages; E-BUNDLE-MISSING
 */
export async function builtPages(root: string, pages: Pages): Promise<Result<string>> {
  const folder = resolve(root, 'dist', pages);
  if (releaseOf(root) === null) await BUILD[pages](root, folder);
  // A bundle holds nothing that could build them.
  else if (!existsSync(join(folder, 'index.html'))) return refused(bundleMissing({ file: `dist/${pages}/index.html` }));
  return ok(folder);
}
