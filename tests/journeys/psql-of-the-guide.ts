/** Stands in for psql where there is none: `psql -f FILE` on the server of tests (`SUPER_URL`). */
import { readFileSync } from 'node:fs';
import { runAsPsql } from '#base/database/foreign-server-for-tests.ts';

const superUrl = process.env['SUPER_URL']!;
await runAsPsql(readFileSync(process.argv[3]!, 'utf8'), process.env as Record<string, string>, (database) =>
  database === null ? superUrl : superUrl.replace('/postgres?', `/${encodeURIComponent(database)}?`),
);
