/**
 * What registering pays for the keys of groups in the index of the list (decision 0056, migration 0480): the same people registered, then changed once, in
 * two installations of one run, batch by batch and each first in turn; in one of them the two columns are neither written nor in the index, as before.
 * Told in seconds of processor, which a busy machine leaves as they are. Apart from the whole run (`npm run bench -- --only group-keys`).
 *
 * In both the number stands among the staged lines and is made in Node: one addition a group.
 */
import pg from 'pg';
import type { SessionHandle, Tx } from '#base/database/transaction.ts';
import { BATCH_LINES } from '#record/intake/limits.ts';
import { applyConfirmed } from '#record/register/apply.ts';
import { DEMO_DAY } from '#start/demo/cast.ts';
import type { Composed } from '#start/compose.ts';
import { demoPeople } from '#start/demo/people.ts';
import type { DemoPerson } from '#start/demo/people.ts';
import { flatDocument, registerPeople } from '#start/demo/seed.ts';
import { openInstallation } from './installation.ts';
import { watchTree } from './process-tree.ts';
import { percentile, round } from './row.ts';
import type { Bench, BenchRow } from './row.ts';
import { scaled } from './scale.ts';

const RECORDS = scaled(40_000);
const LOSS_MAX = 1.05;
const BODY = { code: 'H26.01', name: 'Sở Nội vụ (mẫu)', trade: 'office' as const, people: 0 };

/** The index as it stood before migration 0480. */
const BEFORE = `drop index person_name_order;
  create index person_name_order on person (full_name_sort, person_id)
    include (full_name_plain, body_id, employee_kind, work_status, position, grade, birth, identity_level, job_title_plain) where merged_into is null;
  drop index person_without_group_keys;`;

/** Parts of the statements of `register/store.ts` that write the keys; each MUST stand in one of them. */
const KEYS = [
  /, groups_held, has_unconfirmed(?=[,)])/,
  /, groups_held, attestation_id is null and groups_held <> 0/,
  /, groups_held = s\.groups_held, has_unconfirmed = exists \([\s\S]*? end\)/,
] as const;

/** The same database whose statements do not write them; how many parts were taken out, by part. */
function withoutKeys(db: Composed['db']): { readonly db: Composed['db']; readonly taken: number[] } {
  const taken = KEYS.map(() => 0);
  const less = (text: string): string =>
    KEYS.reduce((left, part, at) => {
      if (!part.test(left)) return left;
      taken[at]! += 1;
      return left.replace(part, '');
    }, text);
  const transaction: typeof db.transaction = (handle, work, ...how) =>
    db.transaction(handle, (tx) => work({ ...tx, query: (text, values, name) => tx.query(less(text), values, name) }), ...how);
  return { db: { ...db, transaction }, taken };
}

interface Side {
  readonly composed: Composed;
  readonly handle: SessionHandle;
  readonly bodyId: string;
  readonly owner: pg.Client;
}

/** Everybody again, with another telephone: a version each that names an earlier one for its other groups. */
async function changes(side: Side, after: string): Promise<string> {
  const { rows } = await side.owner.query<{ person_id: string; at: number; document: Record<string, Record<string, unknown>> }>(
    `select person_id, (heads -> 'C' ->> 'v')::int as at, document from congvu.person where person_id > $1 and heads ? 'C' order by person_id limit $2`,
    [after, BATCH_LINES],
  );
  if (rows.length === 0) return '';
  await side.composed.db.transaction(side.handle, (tx: Tx) =>
    applyConfirmed(
      tx,
      side.composed.submission,
      rows.map((row) => ({
        personId: row.person_id,
        bodyId: side.bodyId,
        validFrom: DEMO_DAY,
        submissionId: null,
        attestationId: null,
        source: 'EXCEL',
        identityLevel: 'KHOP',
        identityLocked: true,
        groups: [
          { group: 'C' as const, stated: { ...row.document['C'], dienThoaiDiDong: '0987654321' } as never, comparedVersion: row.at },
        ],
      })),
    ),
  );
  return rows.at(-1)!.person_id;
}

export const groupKeys: Bench = async (tell) => {
  const [now, before] = [await openInstallation(BODY.code), await openInstallation(BODY.code)];
  const owners = [now, before].map(({ ownerUrl }) => new pg.Client({ connectionString: ownerUrl }));
  try {
    for (const owner of owners) {
      await owner.connect();
      await owner.query('set search_path to congvu, public');
      // What cleans up behind one of them must not fall into the lap of the other.
      await owner.query(`do $$ declare t text; begin for t in select c.oid::regclass::text from pg_class c where c.relnamespace = 'congvu'::regnamespace and c.relkind = 'r'
        loop execute format('alter table %s set (autovacuum_enabled = false)', t); end loop; end $$`);
    }
    await owners[1]!.query(BEFORE);
    const { db, taken } = withoutKeys(before.composed.db);
    const sides: readonly Side[] = await Promise.all(
      [now.composed, { ...before.composed, db }].map(async (composed, at) => ({
        composed,
        handle: await composed.jobSession([now, before][at]!.bodyId),
        bodyId: [now, before][at]!.bodyId,
        owner: owners[at]!,
      })),
    );
    const tree = watchTree(process.pid, { onlyLaps: true });
    /** One piece of work on both sides, each first in turn; seconds of processor with the keys and without. */
    const pair = async (turn: number, work: (side: Side, at: number) => Promise<unknown>): Promise<readonly [number, number]> => {
      const spent: [number, number] = [0, 0];
      for (const at of turn % 2 === 0 ? [0, 1] : [1, 0]) {
        tree.lap();
        await work(sides[at]!, at);
        const { cpuSeconds, databaseCpuSeconds } = tree.lap();
        spent[at as 0 | 1] = cpuSeconds + databaseCpuSeconds;
      }
      return spent;
    };
    const rowOf = (name: string, pairs: readonly (readonly [number, number])[], records: number): BenchRow => {
      const [withKeys, without] = [0, 1].map((at) => pairs.reduce((sum, one) => sum + one[at as 0 | 1], 0)) as [number, number];
      const ratios = pairs.map(([one, other]) => one / other);
      return {
        name,
        value: Math.round((withKeys / records) * 1e6),
        unit: `µs of processor a record (pairs: ${pairs.length}, half of them between ${round(percentile(ratios, 0.25))} and ${round(percentile(ratios, 0.75))})`,
        beside: 'without the keys, same run',
        besideValue: Math.round((without / records) * 1e6),
        ratio: Math.round((withKeys / without) * 1000) / 1000,
        goal: `≤ ${LOSS_MAX}`,
        met: withKeys / without <= LOSS_MAX,
      };
    };
    const people = demoPeople(BODY, RECORDS, 72, 1, DEMO_DAY);
    const fresh: (readonly [number, number])[] = [];
    for (let turn = 0; ; turn += 1) {
      const batch: DemoPerson[] = [];
      for (let next = people.next(); !next.done; next = people.next()) {
        batch.push({ ...next.value, document: flatDocument(next.value.document) });
        if (batch.length === BATCH_LINES) break;
      }
      if (batch.length === 0) break;
      fresh.push(await pair(turn, ({ composed, handle, bodyId }) => registerPeople(composed, handle, bodyId, batch)));
    }
    tell(`${RECORDS} hồ sơ mới, ${fresh.length} cặp`);
    const places: [string, string] = ['00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000'];
    const changed: (readonly [number, number])[] = [];
    for (let turn = 0; places.every((place) => place !== ''); turn += 1) {
      const spent = await pair(turn, async (side, at) => {
        places[at as 0 | 1] = await changes(side, places[at as 0 | 1]);
      });
      if (places.every((place) => place !== '')) changed.push(spent);
    }
    tree.stop();
    if (taken.some((count) => count === 0)) throw new Error(`statements of the register write the keys otherwise: ${taken.join()}`);
    const [mean] = (await owners[0]!.query<{ keyed: number }>('select count(*)::int as keyed from person where groups_held is not null'))
      .rows;
    const [none] = (await owners[1]!.query<{ keyed: number }>('select count(*)::int as keyed from person where groups_held is not null'))
      .rows;
    if (mean!.keyed === 0 || none!.keyed !== 0) throw new Error('both sides did the same');
    return [
      rowOf('registering somebody new', fresh, RECORDS),
      rowOf('a later version of one group', changed, changed.length * BATCH_LINES),
    ];
  } finally {
    for (const owner of owners) await owner.end();
    await before.close();
    await now.close();
  }
};
