/**
 * Which migrations servers of the version before can live with. A migration expands: it adds what they do not ask for. What takes something away from them
 * stands in a migration of a later release, which says so in a line `-- Contracts after NAME`: servers whose newest migration is before NAME fail with it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Here and not of `migrate.ts`, which writes down what this file reads. */
const MIGRATIONS_FOLDER = join(import.meta.dirname, 'migrations');

export interface ReleasedSchema {
  /** its newest migration */
  readonly head: string;
  readonly version: string;
  readonly day: string;
  /** of git; null: it was released by the very commit that says so, and the next one will name it */
  readonly commit: string | null;
}

/** What was released, the first first; `migrations/RELEASED`. */
export const releasedSchemas = (): readonly ReleasedSchema[] =>
  readFileSync(join(MIGRATIONS_FOLDER, 'RELEASED'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [head, version, day, commit = null] = line.split(' ') as [string, string, string, string?];
      return { head, version, day, commit };
    });

const CONTRACTS = /^-- Contracts after (\w+)/m;

/** The oldest version that servers may have beside a database with this migration; null: whichever there was. */
export function contractsAfter(name: string, text: string, firstReleased: string): string | null {
  // Before the first release there was no other version, and no rule.
  if (name <= firstReleased) return name;
  return CONTRACTS.exec(text)?.[1] ?? null;
}

/** Of a migration by its name. */
export const contractsAfterOf = (name: string): string | null =>
  contractsAfter(name, readFileSync(join(MIGRATIONS_FOLDER, `${name}.sql`), 'utf8'), releasedSchemas()[0]!.head);
