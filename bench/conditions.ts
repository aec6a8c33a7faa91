/**
 * Conditions on groups that nobody fulfils, among 200,000 people of 1,300 bodies all within reach: the dearest question that the filters of the search ask, since
 * it ends only at the end of the list. Beside it, in the same run and over the same people, the function as it stood before the keys of groups (migration 0421).
 *
 * The people are put into `person` as they stand there, each with one version that somebody attested. Apart from the whole run
 * (`npm run bench -- --only conditions`).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { openInstallation } from './installation.ts';
import { percentile, round } from './row.ts';
import type { Bench, BenchRow } from './row.ts';
import { scaled } from './scale.ts';

const PEOPLE = scaled(200_000);
const BODIES = 1_300;
/** Groups of which everybody has something. */
const GROUPS = 'ABCDEFGHIJKLNOQU';
/** Letters of a document as wide as a flat record's, which does not shrink when it is stored. */
const DOCUMENT = 1_800;
const ASKED = 15;
const PAGE = 21;
const GOAL_MS = 300;
const MIGRATIONS = join(import.meta.dirname, '../src/base/database/migrations');
const CONDITIONS = [
  ['missing group that nobody lacks', { missing: 'B' }],
  ['unconfirmed of nobody', { unconfirmed: true }],
] as const;

async function putPeople(owner: pg.Client): Promise<readonly string[]> {
  const { rows: bodies } = await owner.query<{ body_id: string }>(
    'insert into body (body_id, born_by) select gen_random_uuid(), gen_random_uuid() from generate_series(1, $1::int) returning body_id',
    [BODIES],
  );
  const ids = bodies.map(({ body_id: id }) => id);
  const heads = Object.fromEntries([...GROUPS].map((group) => [group, { v: 1, from: '2026-11-01' }]));
  const held = [...GROUPS].reduce((sum, group) => sum | (1 << (group.charCodeAt(0) - 65)), 0);
  await owner.query(
    `insert into person (person_id, body_id, version, tx, heads, document, full_name, full_name_sort, full_name_plain, groups_held, has_unconfirmed)
     select gen_random_uuid(), ($2::uuid[])[1 + n % $3], 1, 1, $4, jsonb_build_object('x', (select string_agg(md5(n::text || k), '') from generate_series(1, $5) k)),
            'Nguyễn Văn ' || n, 'van ' || md5(n::text), 'nguyen van ' || n, $6, false from generate_series(1, $1::int) n`,
    [PEOPLE, ids, BODIES, JSON.stringify(heads), Math.ceil(DOCUMENT / 32), held],
  );
  await owner.query(
    `insert into person_version (person_id, version, body_id, valid_from, groups, document, source, attestation_id, dictionary_version)
     select person_id, 1, body_id, '2026-11-01', $1, '{}', 'EXCEL', gen_random_uuid(), 'bench' from person`,
    [[...GROUPS]],
  );
  await owner.query('vacuum analyze person');
  await owner.query('vacuum analyze person_version');
  return ids;
}

export const conditions: Bench = async (tell) => {
  const { ownerUrl, close } = await openInstallation('H26.01');
  const owner = new pg.Client({ connectionString: ownerUrl });
  try {
    await owner.connect();
    await owner.query('set search_path to congvu, public');
    const bodies = await putPeople(owner);
    tell(`${PEOPLE} người`);
    const before = readFileSync(join(MIGRATIONS, '0421_titles_of_grades.sql'), 'utf8').replace(
      'create or replace function people_listed(',
      'create function people_listed_before(',
    );
    await owner.query(before.slice(before.indexOf('create function people_listed_before(')));
    const ask = async (by: string, wanted: object): Promise<number> => {
      const took: number[] = [];
      for (let i = 0; i < ASKED; i++) {
        const startedMs = performance.now();
        const { rows } = await owner.query(`select * from ${by}($1, '{}', $2, null, null, ${PAGE})`, [bodies, JSON.stringify(wanted)]);
        took.push(performance.now() - startedMs);
        if (rows.length > 0) throw new Error('somebody fulfils it');
      }
      tell(`${by} ${JSON.stringify(wanted)}: ${took.map((ms) => Math.round(ms)).join(', ')} ms`);
      return percentile(took, 0.95);
    };
    const rows: BenchRow[] = [];
    for (const [name, wanted] of CONDITIONS) {
      const [was, is] = [await ask('people_listed_before', wanted), await ask('people_listed', wanted)];
      rows.push({
        name: `${name}, p95`,
        value: round(is),
        unit: 'ms',
        beside: 'before the keys of groups',
        besideValue: round(was),
        ratio: round(is / was),
        goal: `≤ ${GOAL_MS} ms`,
        met: is <= GOAL_MS,
      });
    }
    return rows;
  } finally {
    await owner.end();
    await close();
  }
};
