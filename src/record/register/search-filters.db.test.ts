/** Whatever is wanted of people beside their name, and in whatever order: what is found is what looking at everybody finds, page by page, for a small reach and for a large one. Decision 0037. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { seededChance } from '#base/chance.ts';
import { openTestDatabase } from '#base/database/test-database.ts';
import type { TestDatabase } from '#base/database/test-database.ts';
import { openDatabase } from '#base/database/transaction.ts';
import { nameSortKey } from '#base/vietnamese/names.ts';
import { accentFree } from '#base/vietnamese/text.ts';
import { keyGroups } from './group-keys.ts';
import { keyTitles } from './title-keys.ts';

const NAMES = ['Nguyễn Văn An', 'Trần Thị Ân', 'Lê Hùng', 'Hồ Thị Lan', 'Bùi Ngọc Yến'];
const TITLES = ['Giáo viên THPT', 'Giáo viên tiểu học', 'Hiệu trưởng', 'Chuyên viên tổng hợp', null];
const POSTS = ['HT', 'TP', null];
const PEOPLE = 300;
const BODIES: readonly string[] = Array.from({ length: 6 }, () => randomUUID());

interface Row {
  readonly person_id: string;
  readonly body_id: string;
  readonly name: string;
  readonly title: string | null;
  readonly position: string | null;
  readonly kind: string;
  readonly status: string;
  readonly grade: string | null;
  readonly birth: string | null;
  readonly level: string;
  readonly groups: readonly string[];
  readonly attested: boolean;
  /** what is asked for beside birth and grade is known */
  readonly rest: boolean;
}

let database: TestDatabase;
let owner: pg.Client;
const everybody: Row[] = [];
before(async () => {
  database = await openTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query('set search_path to congvu, public');
  await owner.query('insert into body (body_id, born_by) select id, gen_random_uuid() from unnest($1::uuid[]) as id', [BODIES]);
  const chance = seededChance(21);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance.fraction() * list.length)]!;
  for (let i = 0; i < PEOPLE; i++)
    everybody.push({
      person_id: randomUUID(),
      body_id: pick(BODIES),
      name: pick(NAMES),
      title: pick(TITLES),
      position: pick(POSTS),
      kind: pick(['CC', 'VC']),
      status: pick(['DLV', 'NH']),
      grade: pick(['01.003', 'V.07.05.15', null]),
      birth: pick(['1980-01-01', '1990-05', null]),
      level: pick(['KHOP', 'LECH', 'CHUA']),
      groups: pick([['B'], ['B', 'F'], ['B', 'F', 'G']]),
      attested: chance.fraction() < 0.7,
      rest: chance.fraction() < 0.7,
    });
  for (const one of everybody) {
    await owner.query(
      `insert into person (person_id, body_id, version, tx, heads, document, full_name, full_name_sort, full_name_plain, position, employee_kind, work_status, grade, birth, identity_level, sex, recruited_on, job_position, education)
         values ($1, $2, 1, 1, $3, $7, $4, $5, $6, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [
        one.person_id,
        one.body_id,
        JSON.stringify(Object.fromEntries(one.groups.map((group) => [group, { v: 1, from: '2026-01-01' }]))),
        one.name,
        nameSortKey(one.name),
        accentFree(one.name),
        JSON.stringify(one.title === null ? {} : { F: { 'viTriViecLam.ten': one.title } }),
        one.position,
        one.kind,
        one.status,
        one.grade,
        one.birth,
        one.level,
        ...(one.rest ? ['Nam', '2010-06-01', 'CV-01', 'DH'] : [null, null, null, null]),
      ],
    );
    await owner.query(
      `insert into person_version (person_id, version, body_id, valid_from, groups, document, source, attestation_id, dictionary_version, tx)
         values ($1, 1, $2, '2026-01-01', $3, '{}', 'x', $4, 'x', 1)`,
      [one.person_id, one.body_id, one.groups, one.attested ? randomUUID() : null],
    );
  }
});
after(async () => {
  await owner.end();
  await database.close();
});

type Wanted = Readonly<Record<string, unknown>>;
const has = (text: string | null, ...words: string[]): boolean =>
  text !== null &&
  words.every((word) =>
    accentFree(text)
      .split(' ')
      .some((one) => one.startsWith(word)),
  );

/** Each condition, said a second time. */
const CASES: readonly [Wanted, (row: Row) => boolean][] = [
  [{}, () => true],
  [{ title: '% giao% vien%', posts: [] }, ({ title }) => has(title, 'giao', 'vien')],
  [{ title: '% hieu% truong%', posts: ['HT'] }, ({ title, position }) => has(title, 'hieu', 'truong') || position === 'HT'],
  [{ title: '-', posts: ['TP'] }, ({ position }) => position === 'TP'],
  [{ title: '-', posts: [], grades: ['V.07.05.15'] }, ({ grade }) => grade === 'V.07.05.15'],
  [{ kind: 'VC', status: 'NH' }, ({ kind, status }) => kind === 'VC' && status === 'NH'],
  [{ grade: 'V.07.05.15' }, ({ grade }) => grade === 'V.07.05.15'],
  [{ match: 'LECH', name: '% an%' }, ({ level, name }) => level === 'LECH' && has(name, 'an')],
  [{ missing: 'G' }, ({ groups }) => !groups.includes('G')],
  [{ unconfirmed: true }, ({ attested }) => !attested],
  [{ unconfirmed: true, kind: 'CC', missing: 'F' }, ({ attested, kind, groups }) => !attested && kind === 'CC' && !groups.includes('F')],
  [{ incomplete: true }, ({ birth, grade, rest }) => birth === null || grade === null || !rest],
  [{ card: true }, () => false],
  [{ card: false, status: 'DLV' }, ({ status }) => status === 'DLV'],
];
const KEY: Readonly<Record<string, (row: Row) => string>> = {
  name: ({ name }) => nameSortKey(name),
  birth: ({ name, birth }) => `${birth ?? '~'} ${nameSortKey(name)}`,
  grade: ({ name, grade }) => `${grade ?? '~'} ${nameSortKey(name)}`,
};

test('titles that were registered without a key get theirs', async () => {
  const product = openDatabase({ connectionString: database.ownerUrl, poolSize: 1 });
  try {
    const titled = everybody.filter(({ title }) => title !== null).length;
    assert.equal(await product.transaction(null, keyTitles), titled);
    assert.equal(await product.transaction(null, keyTitles), 0);
  } finally {
    await product.close();
  }
});

/** Asks for each condition in each order, page after page, for a small reach and for a large one. */
async function findsAll(): Promise<void> {
  await owner.query('analyze person');
  for (const [wanted, holds] of CASES)
    for (const sort of ['name', 'birth', 'grade'])
      for (const [reach, fewAtMost, beside] of [
        [2, 5_000, []],
        [6, 0, []],
        [3, 0, everybody.slice(0, 20).map(({ person_id }) => person_id)],
        [1, 5_000, everybody.slice(0, 20).map(({ person_id }) => person_id)],
      ] as const) {
        const bodies = BODIES.slice(0, reach);
        const keyOf = (row: Row): readonly [string, string] => [KEY[sort]!(row), row.person_id];
        const expected = everybody
          .filter((row) => (bodies.includes(row.body_id) || new Set<string>(beside).has(row.person_id)) && holds(row))
          .map(keyOf)
          .sort(([a, ida], [b, idb]) => (a < b ? -1 : a > b ? 1 : ida < idb ? -1 : 1));
        const found: (readonly [string, string])[] = [];
        for (let last: readonly [string, string] | null = null; ;) {
          const { rows }: { rows: { person_id: string; sort_key: string }[] } = await owner.query(
            'select * from people_listed($1, $2, $3, $4, $5, 70, $6)',
            [bodies, beside, JSON.stringify({ ...wanted, sort }), last?.[0] ?? null, last?.[1] ?? null, fewAtMost],
          );
          found.push(...rows.map((row) => [row.sort_key, row.person_id] as const));
          last = found.at(-1) ?? null;
          if (rows.length < 70) break;
        }
        assert.deepEqual(found, expected, `${JSON.stringify(wanted)} by ${sort}, ${reach} bodies`);
      }
}

test(
  'every condition in every order finds what looking at everybody finds: of people of before, who have no keys of their groups',
  findsAll,
);

test('groups of people of before get their keys, and what is found stays the same', async () => {
  const product = openDatabase({ connectionString: database.ownerUrl, poolSize: 1 });
  try {
    assert.equal(await product.transaction(null, keyGroups), PEOPLE);
    assert.equal(await product.transaction(null, keyGroups), 0);
  } finally {
    await product.close();
  }
  await findsAll();
  // The keys alone are read: what a row says is not asked any more.
  await owner.query(`update person set groups_held = 0 where person_id = $1`, [everybody[0]!.person_id]);
  const { rows } = await owner.query(`select * from people_listed($1, '{}', '{"missing": "B"}', null, null, 70, 0)`, [BODIES]);
  assert.deepEqual(
    rows.map(({ person_id }: { person_id: string }) => person_id),
    [everybody[0]!.person_id],
  );
});

test('the product has no way to these steps by itself', async () => {
  const app = new pg.Client({ connectionString: database.appUrl });
  await app.connect();
  try {
    await assert.rejects(app.query(`select * from congvu.people_listed($1, '{}', '{}', null, null, 20)`, [BODIES]), /permission denied/);
    await assert.rejects(app.query('select * from congvu.session_reach(null)'), /permission denied/);
    await assert.rejects(app.query(`select * from congvu.people_walked('select 1', null, null, null, null, null, 1)`), /permission denied/);
  } finally {
    await app.end();
  }
});
