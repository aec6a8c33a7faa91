/** 100,000 flat records: staged lines → validated, claimed, registered, audited; beside a raw COPY of the same version rows. */
import { pipeline } from 'node:stream/promises';
import { Readable, PassThrough } from 'node:stream';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { sequenceAll, takeTerm } from '#authority/audit/sequencer.ts';
import { validateRecord } from '#standard/validate-record.ts';
import { BATCH_LINES } from '#record/intake/limits.ts';
import { DEMO_DAY } from '#start/demo/cast.ts';
import { demoPeople } from '#start/demo/people.ts';
import type { DemoPerson } from '#start/demo/people.ts';
import { flatDocument, registerPeople } from '#start/demo/seed.ts';
import { openInstallation } from './installation.ts';
import { megabytes, round } from './row.ts';
import type { Bench } from './row.ts';

const RECORDS = Number(process.env['BENCH_RECORDS'] ?? 100_000);
const BATCH = BATCH_LINES;
const BODY = { code: 'H26.01', name: 'Sở Nội vụ (mẫu)', trade: 'office' as const, people: 0 };

/** The same rows, raw: the text of person_version copied out once, then into a bare table. */
async function rawCopySeconds(ownerUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const pieces: Buffer[] = [];
    const out = new PassThrough();
    out.on('data', (piece: Buffer) => pieces.push(piece));
    await pipeline(client.query(copyTo('copy person_version to stdout')), out);
    await client.query('create table bench_raw (like person_version)');
    const startedMs = performance.now();
    await pipeline(Readable.from(pieces), client.query(copyFrom('copy bench_raw from stdin')));
    const seconds = (performance.now() - startedMs) / 1000;
    await client.query('drop table bench_raw');
    return seconds;
  } finally {
    await client.end();
  }
}

export const bulk: Bench = async (tell) => {
  const { composed, bodyId, ownerUrl, close } = await openInstallation(BODY.code);
  try {
    const handle = await composed.jobSession(bodyId);
    let peak = 0;
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
      await Promise.all(pair.map(register));
      seconds += (performance.now() - startedMs) / 1000;
      made += pair.reduce((sum, batch) => sum + batch.length, 0);
      if (made % 20_000 === 0) tell(`${made} hồ sơ, ${Math.round(made / seconds)}/s`);
    }
    const raw = await rawCopySeconds(ownerUrl);
    const all = await composed.jobSession(null);
    const sequencingMs = performance.now();
    await sequenceAll(composed.sequencer, all, await takeTerm(composed.sequencer, all));
    tell(`sổ nhật ký xếp và ký ${RECORDS} mục trong ${round((performance.now() - sequencingMs) / 1000)} s`);
    const rate = RECORDS / seconds;
    return [
      {
        name: 'bulk-records-per-second',
        value: Math.round(rate),
        unit: 'records/s',
        beside: 'raw COPY of the same rows',
        besideValue: Math.round(RECORDS / raw),
        ratio: round(seconds / raw),
        goal: '≥ 5000/s and ≤ 10 × raw COPY',
        met: rate >= 5_000 && seconds <= raw * 10,
      },
      {
        name: 'bulk-node-memory',
        value: megabytes(peak),
        unit: 'MB',
        beside: 'limit',
        besideValue: 512,
        ratio: round(megabytes(peak) / 512),
        goal: '< 512 MB',
        met: megabytes(peak) < 512,
      },
    ];
  } finally {
    await close();
  }
};
