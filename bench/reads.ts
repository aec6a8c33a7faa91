/** Opening a record with its audit row, and the accent-free search, with 200,000 people; the goals are those of three million. */
import { openRecord } from '#record/register/read.ts';
import { searchPeople } from '#record/register/search.ts';
import { DEMO_DAY } from '#start/demo/cast.ts';
import { demoPeople } from '#start/demo/people.ts';
import type { DemoPerson } from '#start/demo/people.ts';
import { flatDocument, registerPeople } from '#start/demo/seed.ts';
import { openInstallation } from './installation.ts';
import { percentile, round } from './row.ts';
import type { Bench } from './row.ts';
import { scaled } from './scale.ts';

const PEOPLE = scaled(200_000);
const BATCH = 2_000;
const READS = 300;
const BODY = { code: 'H26.01', name: 'Sở Nội vụ (mẫu)', trade: 'office' as const, people: 0 };
/** From rare to the most frequent: half the people are called Nguyễn. */
const NAMES_SOUGHT = ['quach ngoc uyen', 'nguyen thi lan', 'tran van', 'nguyen', 'uoc', 'le duc dung', 'pham hoa', 'dang thi thu huong'];

export const reads: Bench = async (tell) => {
  const { composed, bodyId, ownerUrl, close } = await openInstallation(BODY.code);
  try {
    const handle = await composed.jobSession(bodyId);
    let batch: DemoPerson[] = [];
    let made = 0;
    for (const person of demoPeople(BODY, PEOPLE, 73, 1, DEMO_DAY)) {
      batch.push({ ...person, document: flatDocument(person.document) });
      if (batch.length === BATCH) {
        await registerPeople(composed, handle, bodyId, batch);
        made += batch.length;
        batch = [];
        if (made % 50_000 === 0) tell(`${made} người`);
      }
    }
    if (batch.length > 0) await registerPeople(composed, handle, bodyId, batch);
    const { default: pg } = await import('pg');
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    await owner.query('analyze person');
    const { rows: some } = await owner.query<{ person_id: string }>('select person_id from person tablesample system (1) limit $1', [
      READS,
    ]);
    await owner.end();
    const opened: number[] = [];
    for (const { person_id: personId } of some) {
      const startedMs = performance.now();
      const page = await composed.db.transaction(handle, (tx) => openRecord(tx, composed.register, personId, { roles: ['XAC_NHAN'] }));
      opened.push(performance.now() - startedMs);
      if (!page.ok) throw new Error('a person was not found');
    }
    const bare: number[] = [];
    for (const { person_id: personId } of some) {
      const startedMs = performance.now();
      await composed.db.transaction(handle, (tx) => tx.query('select document from person where person_id = $1', [personId]));
      bare.push(performance.now() - startedMs);
    }
    const searched: number[] = [];
    const worst = new Map<string, number>();
    for (let i = 0; i < 160; i++) {
      const name = NAMES_SOUGHT[i % NAMES_SOUGHT.length]!;
      const startedMs = performance.now();
      await composed.db.transaction(handle, (tx) => searchPeople(tx, composed.keys, { name, limit: 20 }));
      const ms = performance.now() - startedMs;
      searched.push(ms);
      worst.set(name, Math.max(worst.get(name) ?? 0, ms));
    }
    tell([...worst].map(([name, ms]) => `${name}: ${Math.round(ms)} ms`).join(' · '));
    const [p95, bare95, search95] = [percentile(opened, 0.95), percentile(bare, 0.95), percentile(searched, 0.95)];
    return [
      {
        name: 'record-read-with-audit-p95',
        value: round(p95),
        unit: 'ms',
        beside: 'bare select of the same rows, p95',
        besideValue: round(bare95),
        ratio: round(p95 / bare95),
        goal: '≤ 15 ms',
        met: p95 <= 15,
      },
      {
        name: 'name-search-p95',
        value: round(search95),
        unit: 'ms',
        beside: 'limit',
        besideValue: 120,
        ratio: round(search95 / 120),
        goal: '≤ 120 ms',
        met: search95 <= 120,
      },
    ];
  } finally {
    await close();
  }
};
