/** Writes `src/base/database/schema.sql` from a fresh database with every migration. `src/base/database/list-schema.db.test.ts` holds it. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { listSchema } from '#base/database/list-schema.ts';
import { openTestDatabase } from '#base/database/test-database.ts';

const database = await openTestDatabase();
const client = new pg.Client({ connectionString: database.ownerUrl });
await client.connect();
const text = await listSchema(client);
await client.end();
await database.close();
writeFileSync(join(resolve(import.meta.dirname, '..'), 'src/base/database/schema.sql'), text);
process.stderr.write(`${text.split('\n').length} lines written\n`);
process.exit(0);
