/**
 * What reports count of a person, over two times: stretches of days in `person_fact`, each known from one transaction to another. Derived from the versions in the
 * transaction that writes one, and rebuilt at will: `factRows` says the same of all versions that `keepFacts` said one by one. Decision 0146.
 */
import { listsOf } from '#authority/code-lists/editions.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import { HOT_COLUMNS, hotValues } from '#standard/hot-columns.ts';
import { judgedBy } from '#standard/list-edition.ts';
import type { ListEdition } from '#standard/list-edition.ts';
import type { Scalar } from '#standard/shapes.ts';
import { recordAsOf } from './as-of.ts';
import type { PersonVersion } from './shapes.ts';
import { readVersions } from './store.ts';
import type { VersionToWrite } from './store.ts';

/** People read at once where all are rebuilt. */
const BATCH = 500;
const ALWAYS = '9999-12-31';
const UNENDED = '9223372036854775807';
const NEVER_COUNTED = new Set([
  'full_name',
  'full_name_sort',
  'full_name_plain',
  'birth',
  'job_title',
  'job_title_plain',
  'managing_body_id',
]);
const COUNTED = HOT_COLUMNS.map(({ column }) => column).filter((column) => !NEVER_COUNTED.has(column));

export type Facts = Readonly<Record<string, Scalar | null>>;

/** Days from `valid_from` until before `valid_to`. */
export interface Stretch {
  readonly validFrom: string;
  readonly validTo: string;
  readonly facts: Facts;
}

/** The last day that a stated birth may mean: of `1980` the 31st of December, of `1980-02` the 29th; null when none was stated. */
export function lastDayOf(birth: string | null): string | null {
  const [year, month, day] = (birth ?? '').split('-');
  if (year === undefined || !/^\d{4}$/.test(year)) return null;
  if (day !== undefined) return birth;
  const last = new Date(Date.UTC(Number(year), month === undefined ? 12 : Number(month), 0));
  return last.toISOString().slice(0, 10);
}

const factsOf = (hot: Facts): Facts => ({
  birth_last: lastDayOf((hot['birth'] as string | null | undefined) ?? null),
  ...Object.fromEntries(COUNTED.map((column) => [column, hot[column] ?? null])),
});

/** The days of one person as known at a point, oldest first. Pure. */
export function stretchesOf(
  versions: readonly PersonVersion[],
  knownTx: number,
  listsBy: (edition: number | null | undefined) => ListEdition,
): Stretch[] {
  const known = versions.filter(({ tx, retractedTx }) => tx <= knownTx && (typeof retractedTx !== 'number' || retractedTx > knownTx));
  const days = [...new Set(known.filter(({ groups }) => groups.length > 0).map(({ validFrom }) => validFrom))].sort();
  return days.map((validFrom, at) => {
    const { document, statedBy } = recordAsOf(known, validFrom, knownTx);
    const newest = Object.values(statedBy).reduce((last, one) => (one.version > last.version ? one : last));
    const hot = judgedBy(listsBy(newest.listEdition), () => hotValues(document, statedBy.A?.employers ?? {}));
    return { validFrom, validTo: days[at + 1] ?? ALWAYS, facts: factsOf(hot) };
  });
}

const rowOf = (personId: string, since: string, { validFrom, validTo, facts }: Stretch) => ({
  person_id: personId,
  since,
  valid_from: validFrom,
  valid_to: validTo,
  ...facts,
});

async function editionsOf(tx: Tx, versions: readonly Pick<PersonVersion, 'listEdition'>[]): Promise<Parameters<typeof stretchesOf>[2]> {
  const lists = new Map<number | null, ListEdition>();
  for (const { listEdition } of versions)
    if (!lists.has(listEdition ?? null)) lists.set(listEdition ?? null, await listsOf(tx, listEdition ?? null));
  return (edition) => lists.get(edition ?? null)!;
}

/** All days of these people anew, from the versions as they stand. MUST run in a transaction that wrote a version of each. */
export async function foldFacts(tx: Tx, keys: Keys, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  const versions = await readVersions(tx, keys, personIds);
  const listsBy = await editionsOf(tx, versions);
  const rows = [...Map.groupBy(versions, ({ personId }) => personId)].flatMap(([personId, of]) =>
    stretchesOf(of, Number.MAX_SAFE_INTEGER, listsBy).map((stretch) => rowOf(personId, '0001-01-01', stretch)),
  );
  await tx.query('select keep_facts($1::jsonb)', [JSON.stringify(rows)]);
}

/**
 * What these versions say, written beside them. A version of a day that is not before any that was stated begins a stretch; one that came late changes days in between,
 * and all days of its person are folded anew.
 */
export async function keepFacts(tx: Tx, keys: Keys, writes: readonly VersionToWrite[]): Promise<void> {
  const known = writes.filter(({ isNew }) => !isNew).map(({ personId }) => personId);
  const newest = new Map<string, string>();
  if (known.length > 0)
    for (const { person_id, day } of await tx.query<{ person_id: string; day: string }>('select * from facts_newest($1::uuid[])', [known]))
      newest.set(person_id, day);
  const goesOn = ({ personId, isNew, groups, standing, validFrom }: VersionToWrite): boolean =>
    groups.length > 0 && groups.length === standing.length && (isNew || (newest.get(personId) ?? ALWAYS) <= validFrom);
  const rows = writes
    .filter(goesOn)
    .map(({ personId, validFrom, hot }) => rowOf(personId, validFrom, { validFrom, validTo: ALWAYS, facts: factsOf(hot) }));
  if (rows.length > 0) await tx.query('select keep_facts($1::jsonb)', [JSON.stringify(rows)]);
  await foldFacts(
    tx,
    keys,
    writes.filter((write) => !goesOn(write) && write.groups.length > 0).map(({ personId }) => personId),
  );
}

/** A stretch of days, with the record times between which it was believed. */
export interface FactRow extends Stretch {
  readonly txFrom: number;
  /** null: it is believed */
  readonly txTo: number | null;
}

/** Every row of one person as all versions say it: what was believed after each of them. Pure. */
export function factRows(versions: readonly PersonVersion[], listsBy: Parameters<typeof stretchesOf>[2]): FactRow[] {
  const points = [...new Set(versions.flatMap(({ tx, retractedTx }) => (typeof retractedTx === 'number' ? [tx, retractedTx] : [tx])))].sort(
    (a, b) => a - b,
  );
  const same = (one: Stretch, other: Stretch): boolean =>
    one.validFrom === other.validFrom && one.validTo === other.validTo && JSON.stringify(one.facts) === JSON.stringify(other.facts);
  let open: FactRow[] = [];
  const over: FactRow[] = [];
  for (const tx of points) {
    const now = stretchesOf(versions, tx, listsBy);
    over.push(...open.filter((row) => !now.some((one) => same(row, one))).map((row) => ({ ...row, txTo: tx })));
    open = now.map((one) => open.find((row) => same(row, one)) ?? { ...one, txFrom: tx, txTo: null });
  }
  return [...over, ...open];
}

/** People without facts (registered before there were any, or brought back by an older backup) get them. MUST run as the owner. @returns how many people */
export async function keyFacts(tx: Tx, keys: Keys): Promise<number> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (let made = 0; ;) {
    const people = await tx.query<{ person_id: string }>(
      `select p.person_id from person p where p.person_id > $1 and not exists (select 1 from person_fact f where f.person_id = p.person_id) order by 1 limit $2`,
      [after, BATCH],
    );
    if (people.length === 0) return made;
    const ids = people.map(({ person_id }) => person_id);
    const versions = await readVersions(tx, keys, ids);
    const listsBy = await editionsOf(tx, versions);
    const rows = [...Map.groupBy(versions, ({ personId }) => personId)].flatMap(([personId, of]) =>
      factRows(of, listsBy).map((row) => ({ ...rowOf(personId, row.validFrom, row), tx_from: row.txFrom, tx_to: row.txTo ?? UNENDED })),
    );
    await tx.query('insert into person_fact select r.* from jsonb_populate_recordset(null::person_fact, $1::jsonb) r', [
      JSON.stringify(rows),
    ]);
    made += people.length;
    after = ids.at(-1)!;
  }
}
