/** What was promised, held against what stands in the register afterwards; asked of the leader as its superuser. */
import pg from 'pg';
import type { Promised } from './load.ts';

export interface Held {
  readonly receiptsGiven: number;
  readonly receiptsFound: number;
  readonly submissionsGiven: number;
  readonly submissionsFound: number;
  /** confirmations with a receipt whose facts stand in the register */
  readonly confirmedGiven: number;
  readonly confirmedFound: number;
  /** of what there may be one: receipts of a round, versions of a confirmation, people of a number */
  readonly doubles: number;
}

const COUNT = 'select count(*)::int as n from';

export async function holdAgainst(url: string, promised: Promised): Promise<Held> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('set search_path = congvu');
    const count = async (text: string, values: readonly unknown[] = []): Promise<number> =>
      (await client.query<{ n: number }>(`${COUNT} (${text}) found`, values as unknown[])).rows[0]!.n;
    const { rows } = await client.query<{ receipt_number: string; jws: string }>(
      'select receipt_number, jws from receipt where receipt_number = any ($1)',
      [[...promised.receipts.keys()]],
    );
    const submissions = [...promised.submissions.keys()];
    const doubles = [
      "select 1 from receipt where kind = 'R1' group by submission_id, round having count(*) > 1",
      // A file of the load holds one person: one confirmation, one receipt of it, one version by it.
      "select 1 from receipt where kind = 'R2' and submission_id = any ($1) group by submission_id having count(*) > 1",
      'select 1 from person_version where submission_id = any ($1) group by submission_id having count(*) > 1',
      "select 1 from national_id where state in ('claimed', 'registered') group by id_hash having count(distinct person_id) > 1",
      'select 1 from submission_file where submission_id = any ($1) group by sha256 having count(*) > 1',
    ];
    let twice = 0;
    for (const question of doubles) twice += await count(question, question.includes('$1') ? [submissions] : []);
    return {
      receiptsGiven: promised.receipts.size,
      receiptsFound: rows.filter(({ receipt_number, jws }) => promised.receipts.get(receipt_number) === jws).length,
      submissionsGiven: submissions.length,
      submissionsFound: await count('select 1 from submission where submission_id = any ($1)', [submissions]),
      confirmedGiven: promised.confirmed.size,
      confirmedFound: await count('select distinct submission_id from person_version where submission_id = any ($1)', [
        [...promised.confirmed],
      ]),
      doubles: twice,
    };
  } finally {
    await client.end();
  }
}

/** Ids of the probes' acknowledged writes that are not there. */
export async function lostProbes(url: string, ids: readonly string[]): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ n: number }>('select count(*)::int as n from probe where id = any ($1::uuid[])', [ids]);
    return ids.length - rows[0]!.n;
  } finally {
    await client.end();
  }
}
