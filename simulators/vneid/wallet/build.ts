/** Builds the wallet's page apart from the portal: nothing of a simulator is in the product's own bundle. */
import { join } from 'node:path';
import { buildPages } from '#portal/build.ts';
import type { Built } from '#portal/build.ts';
import { WALLET_PATH } from './pages.ts';

/** What the build reads: the wallet, what it takes from the standard, the exact versions of packages. */
const INPUTS = ['simulators/vneid/wallet/**/*.{ts,css,html,svg}', 'src/standard/card/**/*.ts', 'src/base/clock.ts', 'package-lock.json'];

/**
 * @param root    the checkout
 * @param outDir  absolute; replaced as a whole when something changed
 */
export const buildWallet = (root: string, outDir: string): Promise<Built> =>
  buildPages(root, outDir, INPUTS, {
    configFile: false,
    root: join(root, 'simulators', 'vneid', 'wallet'),
    base: `${WALLET_PATH}/`,
    publicDir: false,
    build: {
      emptyOutDir: true,
      target: 'chrome109',
      cssTarget: 'chrome109',
      modulePreload: { polyfill: false },
      // A data: URI of a script or font would need a hole in the CSP.
      assetsInlineLimit: 0,
      reportCompressedSize: false,
    },
  });
