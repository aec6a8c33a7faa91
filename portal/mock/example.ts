/** What a folder of screens gives to tests and to the mock, in its `example.ts`: found here by its name, so that a new one is a file and no line elsewhere. */
import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FastifyInstance } from 'fastify';

/** How a test comes to a screen, as whom, and the sign that it has come. */
export interface Shown {
  readonly name: string;
  readonly address: string;
  /** id of a mock account; null = signed out */
  readonly as: string | null;
  /** selectors that are clicked, one after the other, to come to it */
  readonly press?: readonly string[];
  /** a selector that is there once the answer has come */
  readonly ready: string;
}

export interface Example {
  readonly shown: readonly Shown[];
  /** registers what the mock answers for these screens; absent: they ask nothing of their own */
  readonly answers?: (app: FastifyInstance) => void;
}

const PORTAL = join(dirname(fileURLToPath(import.meta.url)), '..');

export async function examples(): Promise<readonly Example[]> {
  const found: Example[] = [];
  for (const file of globSync('*/example.ts', { cwd: PORTAL }).sort()) {
    if (dirname(file) === 'mock') continue;
    found.push(((await import(pathToFileURL(join(PORTAL, file)).href)) as { readonly example: Example }).example);
  }
  return found;
}
