/**
 * Reports over a country that grows: people in `person_fact` and `person_reach` as the register writes them, half of them with a stretch that is over and one that was
 * corrected, in the bodies of the installation. Asked: the form of kinds over all bodies, and a leader's question with five conditions. Each is run again at its point and
 * must have the same hash. Apart from the whole run (`npm run bench -- --only reports --sizes 100000,1000000,3000000`).
 */
import pg from 'pg';
import { openPersonSession } from '#authority/access/sessions.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import { settledTx } from '#base/database/settled.ts';
import type { ReportCondition } from '#uses/reports/shapes.ts';
import { definitionsOn, populationOf } from '#uses/reports/definitions.ts';
import { askedBy } from '#uses/reports/law-conditions.ts';
import { sha256Of } from '#uses/reports/make.ts';
import { countCells } from '#uses/reports/store.ts';
import { openInstallation } from './installation.ts';
import { newId } from './office.ts';
import { percentile, round } from './row.ts';
import type { Bench, BenchRow } from './row.ts';
import { request, scaled } from './scale.ts';

const SIZES = (request.sizes ?? [100_000, 500_000].map(scaled).join(',')).split(',').map(Number);
const DAY = '2026-06-30';
const ASKED = 5;
const GOAL_MS = 2_000;
const ASKED_OF_A_LEADER: readonly ReportCondition[] = [
  { of: 'kind', in: ['VC'] },
  { of: 'sex', in: ['2'] },
  { of: 'age', to: 34 },
  { of: 'education', in: ['THS'] },
  { of: 'level', in: ['XA'] },
];

const COLUMNS = `person_id, valid_from, valid_to, tx_from, tx_to, birth_last, employee_kind, work_status, sex, ethnicity, religion, party_on, recruited_on, payroll_kind,
  grade, pay_step, coefficient, education, politics`;
const valuesOf = (from: string, to: string, txFrom: string, txTo: string): string =>
  `p.id, ${from}, ${to}, ${txFrom}, ${txTo}, date '1965-01-01' + (p.n::bigint * 7919 % 13000)::int, (array['CB','CC','VC','VC','VC'])[1 + p.n % 5],
   case when p.n % 25 = 0 then 'NGHI_HUU' else 'DANG_LAM' end, (1 + p.n % 2)::text, case when p.n % 7 = 0 then '02' else '01' end, case when p.n % 9 = 0 then '02' else '00' end,
   case when p.n % 3 = 0 then date '2015-01-01' end, date '2010-01-01' + (p.n % 4000)::int, 'HC', (array['01.003','V.07.03.29','01.002'])[1 + p.n % 3], 1 + (p.n % 9)::int, 3.33,
   (array['DH','DH','THS','CD','TS'])[1 + p.n / 5 % 5], (array['TC','CC','SC'])[1 + p.n % 3]`;

async function grow(owner: pg.Client, from: number, to: number): Promise<void> {
  await owner.query(`create temporary table people_put as select gen_random_uuid() as id, n from generate_series($1::int, $2::int) n`, [
    from + 1,
    to,
  ]);
  await owner.query(
    `insert into person_reach (person_id, body_id, why, valid_from)
     select p.id, b.ids[1 + p.n % cardinality(b.ids)], 'managing', '2020-01-01' from people_put p,
       (select array_agg(body_id order by body_id) as ids from body_version where tx_to = 9223372036854775807 and valid_from <= '${DAY}' and valid_to > '${DAY}') b`,
  );
  await owner.query(
    `insert into person_fact (${COLUMNS}) select ${valuesOf("date '2020-01-01'", "case when p.n % 2 = 0 then date '2026-01-01' else date '9999-12-31' end", 'record_tx()', '9223372036854775807')} from people_put p`,
  );
  await owner.query(
    `insert into person_fact (${COLUMNS}) select ${valuesOf("date '2026-01-01'", "date '9999-12-31'", 'record_tx()', '9223372036854775807')} from people_put p where p.n % 2 = 0`,
  );
  await owner.query(
    `insert into person_fact (${COLUMNS}) select ${valuesOf("date '2025-01-01'", "date '2026-01-01'", 'record_tx() - 1', 'record_tx()')} from people_put p where p.n % 2 = 0`,
  );
  await owner.query('drop table people_put');
  for (const table of ['person_fact', 'person_reach']) await owner.query(`vacuum analyze ${table}`);
}

export const reports: Bench = async (tell) => {
  const { ownerUrl, composed, close } = await openInstallation('H26.01');
  const owner = new pg.Client({ connectionString: ownerUrl });
  try {
    await owner.connect();
    await owner.query('set search_path to congvu, public');
    const [root] = (
      await owner.query<{ body_id: string }>(
        `select body_id from body_version where parent_id is null and tx_to = 9223372036854775807 order by 1`,
      )
    ).rows;
    const accountId = newId(composed);
    await composed.db.transaction(await composed.jobSession(null), async (tx) => {
      await tx.query(`insert into account (account_id, identity, name, created_at) values ($1, $2, 'Vụ', now())`, [
        accountId,
        composed.keys.nationalIdHash('000070000009'),
      ]);
      await tx.query(
        `insert into role_grant (grant_id, account_id, role, body_id, valid_from) values ($1, $2, 'VU_CCVC', $3, '2025-07-01')`,
        [newId(composed), accountId, root!.body_id],
      );
    });
    const { handle } = await openPersonSession(composed.sessionNeeds, { accountId, agent: 'bench', level: 2 });
    const [definition] = definitionsOn(DAY.replace('06-30', '07-01'));
    const rows: BenchRow[] = [];
    let had = 0;
    for (const size of SIZES) {
      await grow(owner, had, size);
      had = size;
      const questions = [
        ['kinds by body', definition!.columns.map((column) => askedBy(column.where, DAY)), []],
        ['a leader’s question', [[]], ASKED_OF_A_LEADER],
      ] as const;
      for (const [name, columns, where] of questions) {
        const took: number[] = [];
        const hashes = new Set<string>();
        let people = 0;
        const knownAt = await composed.db.transaction(handle, settledTx);
        for (let i = 0; i < ASKED; i++) {
          const startedMs = performance.now();
          const counts = await composed.db.transaction(handle, (tx) =>
            countCells(
              tx,
              { bodyId: root!.body_id, validOn: DAY, treeOn: DAY, knownAt },
              columns,
              askedBy(populationOf(definition!, where), DAY),
            ),
          );
          took.push(performance.now() - startedMs);
          people = [...counts.values()].reduce((sum, one) => sum + one[0]!, 0);
          hashes.add(sha256Of(canonicalJson([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))));
        }
        if (hashes.size !== 1 || people === 0) throw new Error(`${name}: ${hashes.size} hashes, ${people} people`);
        const p95 = percentile(took, 0.95);
        tell(`${size} ${name}: ${took.map((ms) => Math.round(ms)).join(', ')} ms, ${people} people`);
        rows.push({
          name: `${name}, ${size} people, worst of ${ASKED}`,
          value: round(p95),
          unit: 'ms',
          beside: 'best of them',
          besideValue: round(Math.min(...took)),
          ratio: round(p95 / GOAL_MS),
          goal: `≤ ${GOAL_MS} ms`,
          met: p95 <= GOAL_MS,
        });
      }
    }
    return rows;
  } finally {
    await owner.end();
    await close();
  }
};
