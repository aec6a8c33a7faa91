/**
 * One build of the portal into `dist/portal`. The server puts a fresh nonce into index.html and never lets it be cached;
 * everything under `assets/` carries its hash in the name and may be cached for ever.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));

export default defineConfig({
  root: here,
  base: '/',
  plugins: [react()],
  build: {
    outDir: join(here, '..', 'dist', 'portal'),
    emptyOutDir: true,
    // Cốc Cốc and Chrome 109 are the last that run on the Windows 7 machines of small bodies.
    target: 'chrome109',
    cssTarget: 'chrome109',
    modulePreload: { polyfill: false },
    // A data: URI would need a hole in the CSP.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
});
