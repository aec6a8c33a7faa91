/** What runs here: the program, Node, PostgreSQL, the schema, the dictionary. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DICTIONARY_VERSION } from '#standard/dictionary.ts';

/** The program's own version, as its package says it. */
const VERSION = (JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')) as { readonly version: string })
  .version;

export const versionsOf = ({ schemaHead, postgresql }: { readonly schemaHead: string; readonly postgresql: string }) => ({
  congvu: VERSION,
  node: process.versions.node,
  postgresql,
  schema: schemaHead,
  dictionary: DICTIONARY_VERSION,
});
