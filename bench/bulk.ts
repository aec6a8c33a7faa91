/** 100,000 flat records (`--full`: a million): staged lines → validated, claimed, registered, audited; beside a raw COPY of every row of every table that this wrote, with their indexes. */
import { sequenceAll, takeTerm } from '#authority/audit/sequencer.ts';
import { validateRecord } from '#standard/validate-record.ts';
import { BATCH_LINES } from '#record/intake/limits.ts';
import { DEMO_DAY } from '#start/demo/cast.ts';
import { demoPeople } from '#start/demo/people.ts';
import type { DemoPerson } from '#start/demo/people.ts';
import { flatDocument, registerPeople } from '#start/demo/seed.ts';
import { openInstallation } from './installation.ts';
import { watchTree } from './process-tree.ts';
import { rawCopy, rowCounts } from './raw-copy.ts';
import { megabytes, round } from './row.ts';
import type { Bench } from './row.ts';
import { scaled, request } from './scale.ts';

const RECORDS = request.full ? 1_000_000 : scaled(100_000);
const MEMORY_MAX = 300;
const BYTES_MAX = 4_500;
const BATCH = BATCH_LINES;
const BODY = { code: 'H26.01', name: 'Sở Nội vụ (mẫu)', trade: 'office' as const, people: 0 };

export const bulk: Bench = async (tell) => {
  const { composed, bodyId, ownerUrl, close } = await openInstallation(BODY.code);
  try {
    const handle = await composed.jobSession(bodyId);
    const before = await rowCounts(ownerUrl);
    const tree = watchTree(process.pid, { onlyLaps: true });
    tree.lap();
    let peak = 0;
    let cpu = 0;
    let databaseCpu = 0;
    // The lines stand staged: making the invented people is not part of the work.
    const stage = (people: Iterator<DemoPerson>): DemoPerson[] => {
      const batch: DemoPerson[] = [];
      for (let next = people.next(); !next.done; next = people.next()) {
        batch.push({ ...next.value, document: flatDocument(next.value.document) });
        if (batch.length === BATCH) break;
      }
      return batch;
    };
    const register = async (batch: readonly DemoPerson[]): Promise<void> => {
      for (const person of batch) if (validateRecord(person.document).length > 0) throw new Error('an invented record is not valid');
      await registerPeople(composed, handle, bodyId, batch);
      peak = Math.max(peak, process.memoryUsage.rss());
    };
    const people = demoPeople(BODY, RECORDS, 72, 1, DEMO_DAY);
    let seconds = 0;
    let made = 0;
    for (;;) {
      // Two batches at a time, as the worker does: one is prepared while the other is written.
      const pair = [stage(people), stage(people)].filter((batch) => batch.length > 0);
      if (pair.length === 0) break;
      const startedMs = performance.now();
      tree.lap();
      await Promise.all(pair.map(register));
      const use = tree.lap();
      cpu += use.cpuSeconds;
      databaseCpu += use.databaseCpuSeconds;
      seconds += (performance.now() - startedMs) / 1000;
      made += pair.reduce((sum, batch) => sum + batch.length, 0);
      if (made % 20_000 === 0) tell(`${made} hồ sơ, ${Math.round(made / seconds)}/s`);
    }
    tree.stop();
    const raw = await rawCopy(ownerUrl, before);
    const all = await composed.jobSession(null);
    const sequencingMs = performance.now();
    await sequenceAll(composed.sequencer, all, await takeTerm(composed.sequencer, all));
    tell(`sổ nhật ký xếp và ký ${RECORDS} mục trong ${round((performance.now() - sequencingMs) / 1000)} s`);
    const rate = RECORDS / seconds;
    return [
      {
        name: 'bulk-records-per-second',
        value: Math.round(rate),
        unit: `records/s (processor a record: Node ${Math.round((cpu / RECORDS) * 1e6)} + database ${Math.round((databaseCpu / RECORDS) * 1e6)} µs)`,
        beside: `raw COPY of all ${raw.rows} rows of ${raw.tables.length} tables with their indexes`,
        besideValue: Math.round(RECORDS / raw.seconds),
        ratio: round(seconds / raw.seconds),
        goal: '≥ 7000/s and ≤ 1.8 × raw COPY',
        met: rate >= 7_000 && seconds <= raw.seconds * 1.8,
      },
      {
        name: 'bulk-node-memory',
        value: megabytes(peak),
        unit: 'MB',
        beside: 'limit',
        besideValue: MEMORY_MAX,
        ratio: round(megabytes(peak) / MEMORY_MAX),
        goal: `< ${MEMORY_MAX} MB`,
        met: megabytes(peak) < MEMORY_MAX,
      },
      {
        name: 'bytes of a flat person, tables and indexes',
        value: Math.round(raw.bytes / RECORDS),
        unit: 'bytes',
        beside: 'limit',
        besideValue: BYTES_MAX,
        ratio: round(raw.bytes / RECORDS / BYTES_MAX),
        goal: `≤ ${BYTES_MAX}`,
        met: raw.bytes / RECORDS <= BYTES_MAX,
      },
    ];
  } finally {
    await close();
  }
};
