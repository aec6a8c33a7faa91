/**
 * One build of the portal into `dist/portal`. The server puts a fresh nonce into index.html and never lets it be cached;
 * everything under `assets/` carries its hash in the name and may be cached for ever.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * `virtual:field-kinds` = the kind of every field, taken from the dictionary while building: 2 KB.
 * Importing the dictionary itself would bring its conditions, their code lists and all communes along: 4.4 MB (measured).
 */
const fieldKinds = (): Plugin => ({
  name: 'field-kinds',
  resolveId: (id) => (id === 'virtual:field-kinds' ? '\0field-kinds' : null),
  load: async (id) => {
    if (id !== '\0field-kinds') return null;
    const { FIELDS } = (await import(
      pathToFileURL(join(here, '..', 'src', 'standard', 'dictionary.ts')).href
    )) as typeof import('#standard/dictionary.ts');
    const kinds = Object.fromEntries(
      FIELDS.map((field) => [field.key, field.kind.name === 'derived' ? field.kind.of.name : field.kind.name]),
    );
    return `export const FIELD_KINDS = ${JSON.stringify(kinds)};`;
  },
});

export default defineConfig({
  root: here,
  base: '/',
  plugins: [react(), fieldKinds()],
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
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What every page needs is two scripts, not thirty: small ones are compressed badly and each names the others. React changes with no release of ours.
          groups: [
            { name: 'react', tags: ['$initial'], test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/, priority: 1 },
            { name: 'first', tags: ['$initial'] },
          ],
        },
      },
    },
  },
});
