/**
 * The build of the door, apart from the portal: no React, its own address, and a service worker that knows every file of it.
 * `dist/door` holds index.html (the server writes environment and site into it), huong-dan.html, sw.js and `assets/`.
 */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { InlineConfig, Plugin } from 'vite';
import { buildPages } from '#portal/build.ts';
import type { Built } from '#portal/build.ts';
import { orderPage } from './order.ts';

const INPUTS = [
  'portal/door/**/*.{ts,css,html,webmanifest}',
  'portal/language/door-*.ts',
  'portal/theme/colours.css',
  'portal/{build,clock}.ts',
  'src/standard/card/*.ts',
  'src/base/*.ts',
  'package-lock.json',
];

/** Builds the door into `outDir` when its inputs changed. */
export const buildDoor = (root: string, outDir: string): Promise<Built> => buildPages(root, outDir, INPUTS, doorConfig(root));

function doorConfig(root: string): InlineConfig {
  const here = join(root, 'portal', 'door');
  return {
    configFile: false,
    root: here,
    base: '/kiem-tra/',
    plugins: [scannerWasm(), guardsOrder(), offlineFiles()],
    build: {
      emptyOutDir: true,
      target: 'chrome109',
      cssTarget: 'chrome109',
      // What the service worker answers is no match for a preload: Chromium fetched such a file twice, and complained.
      modulePreload: false,
      // A data: URI would need a hole in the policy.
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { index: join(here, 'index.html'), order: join(here, 'huong-dan.html'), sw: join(here, 'sw.ts') },
        // The worker's address is its identity: a hash in it would leave the old one in charge.
        output: { entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
      },
    },
  };
}

/** `virtual:scanner-wasm` = address of the scanner's WebAssembly, served by ourselves; the library would fetch it from a public CDN. */
const scannerWasm = (): Plugin => ({
  name: 'scanner-wasm',
  resolveId: (id) => {
    if (id !== 'virtual:scanner-wasm') return null;
    const ofDetector = createRequire(createRequire(import.meta.url).resolve('barcode-detector'));
    return `${ofDetector.resolve('zxing-wasm/reader/zxing_reader.wasm')}?url`;
  },
});

/** Writes the printable order for guards from the words of the verdicts, so that it stays true to what the screen says. */
const guardsOrder = (): Plugin => ({
  name: 'guards-order',
  transformIndexHtml: {
    order: 'pre',
    handler: (html, { filename }) => (filename.endsWith('huong-dan.html') ? html.replace('<!-- order -->', () => orderPage()) : html),
  },
});

/** Fonts of before 2016, source maps: nothing that a browser which has service workers would ask for. */
const NOT_OFFLINE = /\.(woff|map)$/;

/** Tells the service worker the names of all files, and a version that changes when any of them does. */
const offlineFiles = (): Plugin => ({
  name: 'offline-files',
  generateBundle: {
    order: 'post',
    handler: (_options, bundle) => {
      const worker = bundle['sw.js'];
      if (worker?.type !== 'chunk') throw new Error('the door has no service worker');
      const hash = createHash('sha256');
      const files = Object.values(bundle)
        .filter((file) => file.fileName !== 'sw.js')
        .sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
      for (const file of files) hash.update(`${file.fileName}\0`).update(file.type === 'chunk' ? file.code : file.source);
      const kept = files.map(({ fileName }) => fileName).filter((name) => name.startsWith('assets/') && !NOT_OFFLINE.test(name));
      worker.code = worker.code
        .replace('__DOOR_FILES__', JSON.stringify(kept.map((name) => `/kiem-tra/${name}`)))
        .replace('__DOOR_VERSION__', JSON.stringify(hash.digest('hex').slice(0, 16)));
    },
  },
});

/** Folder of the built door in a checkout. */
export const doorFolderOf = (root: string): string => join(root, 'dist', 'door');

if (import.meta.main) await buildDoor(dirname(dirname(import.meta.dirname)), doorFolderOf(dirname(dirname(import.meta.dirname))));
