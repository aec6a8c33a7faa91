/** Whatever way a search by name takes, it finds what looking at everybody finds, in the order of the list, page by page. Migration 0350, decision 0031. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { seededChance } from '#base/chance.ts';
import { openTestDatabase } from '#base/database/test-database.ts';
import type { TestDatabase } from '#base/database/test-database.ts';
import { nameSortKey } from '#base/vietnamese/names.ts';
import { accentFree } from '#base/vietnamese/text.ts';
import { namePattern } from './search.ts';

const FAMILIES = ['Nguyễn', 'Nguyễn', 'Nguyễn', 'Trần', 'Lê', 'Tôn-Nữ', "H'Hen", 'Ông'];
const MIDDLES = ['Văn', 'Thị', 'Thị Lan', 'Ngọc', 'Yến', 'Hùng Anh', '', 'Lan'];
const GIVENS = ['Lan', 'Lân', 'Lạn', 'Yến', 'Hùng', 'An', 'Anh', 'Ánh', 'Niê-Kđăm', 'Ước', 'Vy', 'Y'];
const PEOPLE = 700;
const BODIES = Array.from({ length: 9 }, () => randomUUID());
/** Rows as wide as those of a register: how many there are is told by how much room they take. */
const DOCUMENT = JSON.stringify({ A: 'x'.repeat(1_800) });
const NO_ID = '00000000-0000-0000-0000-000000000000';
/** Few steps make many ways of a small list: each limit is a share of them. */
const STEPS = [10, 20, 40, 80, 400, 20_000];
const TYPED = [
  'nguyen',
  'lan',
  'l',
  'thi lan',
  'nguyen lan',
  'yen',
  'ye',
  'ngoc yen',
  'van hung',
  'tran y',
  'h hen',
  "h'hen nie",
  'ton nu',
  'nu',
  'kdam',
];

let database: TestDatabase;
let owner: pg.Client;
before(async () => {
  database = await openTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query('set search_path to congvu, public');
  await owner.query('insert into body (body_id, born_by) select id, gen_random_uuid() from unnest($1::uuid[]) as id', [BODIES]);
  const chance = seededChance(11);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance.fraction() * list.length)]!;
  for (let i = 0; i < PEOPLE; i++) {
    const name = [pick(FAMILIES), pick(MIDDLES), pick(GIVENS)].filter(Boolean).join(' ');
    await owner.query(
      `insert into person (person_id, body_id, version, tx, heads, document, full_name, full_name_sort, full_name_plain, merged_into)
         values ($1, $2, 1, $3, '{}', $8, $4, $5, $6, $7)`,
      [randomUUID(), pick(BODIES), i + 1, name, nameSortKey(name), accentFree(name), i % 50 === 0 ? randomUUID() : null, DOCUMENT],
    );
  }
  await owner.query('analyze person');
});
after(async () => {
  await owner.end();
  await database.close();
});

type Found = readonly { readonly person_id: string; readonly sort_key: string }[];
interface Asked {
  readonly bodies: readonly string[];
  readonly beside: readonly string[];
  readonly pattern: string;
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

const searched = async ({ bodies, beside, pattern, after: from, limit }: Asked, steps: number): Promise<Found> =>
  (
    await owner.query<Found[number]>('select * from search_names($1, $2, $3, $4, $5, $6, $7)', [
      bodies,
      beside,
      pattern,
      from?.[0] ?? null,
      from?.[1] ?? null,
      limit,
      steps,
    ])
  ).rows;

/** Everybody is looked at. */
const plainly = async ({ bodies, beside, pattern, after: from, limit }: Asked): Promise<Found> =>
  (
    await owner.query<Found[number]>(
      `select person_id, full_name_sort as sort_key from person
        where merged_into is null and (body_id = any ($1) or person_id = any ($2)) and name_text(full_name_plain) like $3 and (full_name_sort, person_id) > ($4, $5::uuid)
        order by full_name_sort, person_id limit $6`,
      [bodies, beside, pattern, from?.[0] ?? '', from?.[1] ?? NO_ID, limit],
    )
  ).rows;

test('every way finds the same people in the same order, from any place in the list', async () => {
  const chance = seededChance(12);
  const everybody = (await plainly({ bodies: BODIES, beside: [], pattern: '%', after: null, limit: PEOPLE })) as Found;
  let found = 0;
  for (const typed of TYPED)
    for (const steps of STEPS)
      for (const reach of [1, 3, BODIES.length]) {
        const at = chance.fraction() < 0.5 ? null : everybody[Math.floor(chance.fraction() * everybody.length)]!;
        const asked: Asked = {
          bodies: BODIES.slice(0, reach),
          beside: chance.fraction() < 0.5 ? [] : everybody.filter(() => chance.fraction() < 0.02).map(({ person_id }) => person_id),
          pattern: namePattern(typed) ?? `% ${typed}%`,
          after: at && [at.sort_key, at.person_id],
          limit: 1 + Math.floor(chance.fraction() * 25),
        };
        const expected = await plainly(asked);
        found += expected.length;
        assert.deepEqual(
          await searched(asked, steps),
          expected,
          `${typed}, ${steps} steps, ${reach} bodies, ${JSON.stringify(asked.after)}`,
        );
      }
  assert.ok(found > 500, `${found} people were found`);
});

test('page after page shows each once', async () => {
  for (const steps of [20, 80]) {
    const all = { bodies: BODIES, beside: [], pattern: namePattern('lan')!, limit: PEOPLE };
    const pages: Found[number][] = [];
    for (let from: Asked['after'] = null; ;) {
      const page: Found = await searched({ ...all, after: from, limit: 7 }, steps);
      pages.push(...page);
      const last = page.at(-1);
      if (!last || page.length < 7) break;
      from = [last.sort_key, last.person_id];
    }
    assert.deepEqual(pages, await plainly({ ...all, after: null }));
  }
});

test('the product has no way to these steps by itself', async () => {
  const app = new pg.Client({ connectionString: database.appUrl });
  await app.connect();
  try {
    await assert.rejects(app.query('select * from congvu.search_names($1, $1, $2, null, null, 20)', [BODIES, '%']), /permission denied/);
  } finally {
    await app.end();
  }
});
