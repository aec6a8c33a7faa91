/** The index of the portal's screens: every folder's `screen.ts`, so that a new screen is declared once, in a file of its own. */
import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Addresses of the screens, which the server holds an address against that it does not know. Served beside the portal. */
export const ADDRESSES_FILE = 'portal/public/addresses.json';

const DECLARED = 'portal/*/screen.ts';

/** `code-lists` → `codeLists`. */
const nameOf = (folder: string): string => folder.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase());

/** @returns the text of the module; what a folder declares is not read, its types reach the portal through the imports */
export function screensModule(root: string): string {
  const folders = globSync(DECLARED, { cwd: root })
    .map((file) => dirname(file).replaceAll('\\', '/').slice('portal/'.length))
    .sort();
  return [
    '// Written by tools/generate.ts from the screen.ts of every folder; not edited by hand.',
    ...folders.map((folder) => `import { screens as ${nameOf(folder)} } from '#portal/${folder}/screen.ts';`),
    '',
    'export const SCREENS = [',
    ...folders.map((folder) => `  ...${nameOf(folder)},`),
    '] as const;',
    '',
  ].join('\n');
}

/** @returns the addresses of all screens, as the routes of the portal write them */
export async function screenAddresses(root: string): Promise<string> {
  const addresses: string[] = [];
  for (const file of globSync(DECLARED, { cwd: root })) {
    const { screens } = (await import(pathToFileURL(join(root, file)).href)) as {
      readonly screens: readonly { readonly address: string }[];
    };
    addresses.push(...screens.map(({ address }) => address));
  }
  return `${JSON.stringify(addresses.sort(), null, 1)}\n`;
}
