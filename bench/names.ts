/**
 * Search by name among three million people with made names, as accounts of five reaches ask for it: from one school to the whole country. The people are put
 * into `person` as they stand there, with rows as wide as a flat record's; nobody has a number, an employment or a card, which a search by name does not read.
 *
 * Apart from the whole run (`npm run bench -- --only names`): it takes about ten gigabytes of disk and a quarter of an hour.
 */
import { openPersonSession } from '#authority/access/sessions.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { nearSyllables } from '#base/vietnamese/near-syllables.ts';
import { nameSortKey } from '#base/vietnamese/names.ts';
import { accentFree } from '#base/vietnamese/text.ts';
import { searchNearNames, searchPeople } from '#record/register/search.ts';
import { FAMILY_NAMES, GIVEN_FEMALE, GIVEN_MALE, MIDDLE_FEMALE, MIDDLE_MALE } from '#start/demo/names.ts';
import { dice } from '#start/demo/people.ts';
import pg from 'pg';
import { openInstallation } from './installation.ts';
import type { Installation } from './installation.ts';
import { percentile, round } from './row.ts';
import type { Bench } from './row.ts';
import { scaled } from './scale.ts';

const PEOPLE = scaled(3_000_000);
const PEOPLE_OF_A_BODY = 150;
const BATCH = 20_000;
const PAGE = 20;
/** Shares of all bodies that an account reaches; the least is one body. */
const REACHES: readonly (readonly [what: string, share: number])[] = [
  ['one body', 0],
  ['1 %', 0.01],
  ['3 %', 0.03],
  ['10 %', 0.1],
  ['all', 1],
];
/** From the most frequent to nobody's. The dearest are frequent words whose bearers are rare in this order. */
const NAMES_SOUGHT = (
  'nguyen, tran, nguyen van, nguyen thi, van hung, thi lan, nguyen thi lan, tran van, le duc dung, pham hoa, quach ngoc uyen, dang thi thu huong, lan, hung, h, an, uoc, ' +
  'nguyen huu duc anh, lam thanh, bui thi ha, ong van, au duong, thai son, to lan anh, vo thi sau'
).split(', ');
/** One in so many has a given name that is rare. */
const RARE_EVERY = 8;
/** Random text that a document is cut from, so that it does not shrink when it is stored. */
const FILLING = 8_000;
const DOCUMENT = 1_500;

function* madeNames(count: number): Generator<string> {
  const d = dice(20_261_129);
  const rare = [...new Set(['huong', 'thanh', 'luyen', 'quynh', 'khoa', 'bich', 'triet', 'nghi'].flatMap((word) => nearSyllables(word)))];
  for (let made = 0; made < count; made += 1) {
    const isMan = made % 2 === 0;
    const given = made % RARE_EVERY === 0 ? d.pick(rare) : d.weighted(isMan ? GIVEN_MALE : GIVEN_FEMALE);
    yield [d.weighted(FAMILY_NAMES), d.weighted(isMan ? MIDDLE_MALE : MIDDLE_FEMALE), given[0]!.toUpperCase() + given.slice(1)]
      .filter((part) => part !== '')
      .join(' ');
  }
}

/** As many bodies as such a register has, below one above them, in groups as large as the reaches. @returns the top of each reach */
async function makeBodies(owner: pg.Client, root: string, count: number): Promise<ReadonlyMap<string, string>> {
  const { rows } = await owner.query<{ body_id: string }>(
    'insert into body (body_id, born_by) select gen_random_uuid(), gen_random_uuid() from generate_series(1, $1::int) returning body_id',
    [count],
  );
  const ids = rows.map((row) => row.body_id);
  // The first of each stretch stands above the others of it; stretches follow one another.
  const tops = new Map<string, string>([['all', root]]);
  const parents = ids.map(() => root);
  let from = 0;
  for (const [what, share] of REACHES) {
    if (share === 1) continue;
    const size = Math.max(1, Math.round(count * share));
    const top = ids[from]!;
    tops.set(what, top);
    for (let at = from + 1; at < from + size; at += 1) parents[at] = top;
    from += size;
  }
  await owner.query(
    `insert into body_version (body_id, version, parent_id, managing_id, name, kind, level, valid_from, by_event, source, confidence)
     select b.id, 1, b.parent, b.parent, 'Cơ quan ' || b.n, 'CO_QUAN', 'XA', '2000-01-01', gen_random_uuid(), 'bench', 'certain'
       from unnest($1::uuid[], $2::uuid[]) with ordinality as b (id, parent, n)`,
    [ids, parents],
  );
  return tops;
}

async function putPeople(owner: pg.Client, tell: (text: string) => void): Promise<void> {
  await owner.query(
    `create temporary table of_bodies as select body_id as id, row_number() over (order by body_id)::int as n from body_version where source = 'bench'`,
  );
  await owner.query('alter table of_bodies add primary key (n)');
  const { rows: counted } = await owner.query<{ bodies: number }>('select count(*)::int as bodies from of_bodies');
  const { rows: indexes } = await owner.query<{ name: string; made: string }>(
    `select i.indexname as name, i.indexdef as made from pg_indexes i where i.tablename = 'person' and i.schemaname = 'congvu' and i.indexname <> 'person_pkey'`,
  );
  for (const { name } of indexes) await owner.query(`drop index "${name}"`);
  const { rows: filling } = await owner.query<{ text: string }>(
    "select string_agg(md5(random()::text), '') as text from generate_series(1, $1::int)",
    [Math.ceil(FILLING / 32)],
  );
  let batch: string[] = [];
  let made = 0;
  const put = async (): Promise<void> => {
    await owner.query(
      `insert into person (person_id, body_id, managing_body_id, using_body_id, version, tx, heads, document, full_name, full_name_sort, full_name_plain, birth)
       select uuidv7(), b.id, b.id, b.id, 1, 1, '{}', jsonb_build_object('x', substr($5, 1 + floor(random() * $6)::int, $7)), n.name, n.sort, n.plain, '1980-01-01'
         from (select *, 1 + floor(random() * $4)::int as pick from unnest($1::text[], $2::text[], $3::text[]) as u (name, sort, plain)) n
         join of_bodies b on b.n = n.pick`,
      [batch, batch.map(nameSortKey), batch.map(accentFree), counted[0]!.bodies, filling[0]!.text, FILLING - DOCUMENT, DOCUMENT],
    );
    made += batch.length;
    batch = [];
    if (made % 500_000 === 0) tell(`${made} người`);
  };
  for (const name of madeNames(PEOPLE)) if (batch.push(name) === BATCH) await put();
  if (batch.length > 0) await put();
  for (const { made: sql } of indexes) await owner.query(sql);
  tell('chỉ mục');
  await owner.query('vacuum analyze person');
  await owner.query('analyze body_version');
}

/** An account that may search below a body. */
async function accountOver({ composed }: Installation, bodyId: string): Promise<SessionHandle> {
  const { clock, chance, keys, db } = composed;
  const newId = (): string => chance.uuid7(Date.parse(clock.now()));
  const accountId = newId();
  await db.transaction(await composed.jobSession(null), async (tx) => {
    await tx.query('insert into account (account_id, identity, name, created_at) values ($1, $2, $3, now())', [
      accountId,
      keys.nationalIdHash(`000${bodyId}`),
      'Người đo',
    ]);
    await tx.query('insert into role_grant (grant_id, account_id, role, body_id, valid_from) values ($1, $2, $3, $4, $5)', [
      newId(),
      accountId,
      'XAC_NHAN',
      bodyId,
      '2025-07-01',
    ]);
  });
  return (await openPersonSession(composed.sessionNeeds, { accountId, agent: 'bench', level: 2 })).handle;
}

/** One letter of a name changed so that no syllable is left: what a hand does. */
const slipped = (name: string): string => name.replace(/[a-z]+$/, (word) => `${word.slice(0, -1)}w${word.slice(-1)}`);

/** The half of the times and the three dearest names. */
const spread = (times: readonly number[]): string => {
  const dearest = NAMES_SOUGHT.map((name, at) => ({ name, ms: Math.round(times[at]!) })).sort((a, b) => b.ms - a.ms);
  return `half ${Math.round(percentile(times, 0.5))} ms, dearest ${dearest
    .slice(0, 3)
    .map(({ name, ms }) => `${name} ${ms}`)
    .join(', ')}`;
};

export const names: Bench = async (tell) => {
  const installation = await openInstallation('H26');
  const { composed } = installation;
  const owner = new pg.Client({ connectionString: installation.ownerUrl });
  await owner.connect();
  try {
    const tops = await makeBodies(owner, installation.bodyId, Math.ceil(PEOPLE / PEOPLE_OF_A_BODY));
    await putPeople(owner, tell);
    const [asTyped, slips]: [number[], number[]] = [[], []];
    for (const [what] of REACHES) {
      const handle = await accountOver(installation, tops.get(what)!);
      const ask = async (name: string): Promise<number> => {
        const startedMs = performance.now();
        await composed.db.transaction(handle, async (tx) => {
          const request = { name, limit: PAGE + 1 };
          const found = await searchPeople(tx, composed.keys, request);
          return found.length > 0 ? found : searchNearNames(tx, composed.keys, request);
        });
        return performance.now() - startedMs;
      };
      await ask(NAMES_SOUGHT[0]!);
      const times: [number[], number[]] = [[], []];
      for (const name of NAMES_SOUGHT) {
        times[0].push(await ask(name));
        times[1].push(await ask(slipped(name)));
      }
      tell(`${what}: ${spread(times[0])} · one slip: ${spread(times[1])}`);
      asTyped.push(...times[0]);
      slips.push(...times[1]);
    }
    const [p95, slipP95] = [percentile(asTyped, 0.95), percentile(slips, 0.95)];
    return [
      {
        name: `name-search-p95 among ${PEOPLE}`,
        value: round(p95),
        unit: 'ms',
        beside: 'limit',
        besideValue: 120,
        ratio: round(p95 / 120),
        goal: '≤ 120 ms',
        met: p95 <= 120,
      },
      {
        name: `name-search-one-slip-p95 among ${PEOPLE}`,
        value: round(slipP95),
        unit: 'ms',
        beside: 'limit',
        besideValue: 300,
        ratio: round(slipP95 / 300),
        goal: '≤ 300 ms',
        met: slipP95 <= 300,
      },
    ];
  } finally {
    await owner.end();
    await installation.close();
  }
};
