/** 100,000 flat records: staged lines → validated, claimed, registered, audited; beside a raw COPY of the same version rows. */
import { pipeline } from 'node:stream/promises';
import { Readable, PassThrough } from 'node:stream';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { sequenceAll, takeTerm } from '#authority/audit/sequencer.ts';
import { validateRecord } from '#standard/validate-record.ts';
import { DEMO_DAY } from '#start/demo/cast.ts';
import { demoPeople } from '#start/demo/people.ts';
import type { DemoPerson } from '#start/demo/people.ts';
import { registerPeople } from '#start/demo/seed.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import { openInstallation } from './installation.ts';
import { megabytes, round } from './row.ts';
import type { Bench } from './row.ts';

const RECORDS = Number(process.env['BENCH_RECORDS'] ?? 100_000);
const BATCH = 2_000;
const BODY = { code: 'H26.01', name: 'Sở Nội vụ (mẫu)', trade: 'office' as const, people: 0 };

/** Flat: single-valued fields only; sections are measured with workbooks. */
export const flat = (document: RecordDocument): RecordDocument => {
  const { G: _g, J: _j, K: _k, N: _n, Q: _q, ...rest } = document;
  return rest;
};

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
    let seconds = 0;
    let peak = 0;
    let batch: DemoPerson[] = [];
    const flush = async (): Promise<void> => {
      // The lines stand staged: making the invented people is not part of the work.
      const startedMs = performance.now();
      for (const person of batch) if (validateRecord(person.document).length > 0) throw new Error('an invented record is not valid');
      await registerPeople(composed, handle, bodyId, batch);
      seconds += (performance.now() - startedMs) / 1000;
      peak = Math.max(peak, process.memoryUsage.rss());
      batch = [];
    };
    let made = 0;
    for (const person of demoPeople(BODY, RECORDS, 72, 1, DEMO_DAY)) {
      batch.push({ ...person, document: flat(person.document) });
      made += 1;
      if (batch.length === BATCH) { await flush(); if (made % 20_000 === 0) tell(`${made} hồ sơ, ${Math.round(made / seconds)}/s`); }
    }
    if (batch.length > 0) await flush();
    const raw = await rawCopySeconds(ownerUrl);
    const all = await composed.jobSession(null);
    const sequencingMs = performance.now();
    await sequenceAll(composed.sequencer, all, await takeTerm(composed.sequencer, all));
    tell(`sổ nhật ký xếp và ký ${RECORDS} mục trong ${round((performance.now() - sequencingMs) / 1000)} s`);
    const rate = RECORDS / seconds;
    return [
      { name: 'bulk-records-per-second', value: Math.round(rate), unit: 'records/s', beside: 'raw COPY of the same rows', besideValue: Math.round(RECORDS / raw), ratio: round(seconds / raw), goal: '≥ 5000/s and ≤ 10 × raw COPY', met: rate >= 5_000 && seconds <= raw * 10 },
      { name: 'bulk-node-memory', value: megabytes(peak), unit: 'MB', beside: 'limit', besideValue: 512, ratio: round(megabytes(peak) / 512), goal: '< 512 MB', met: megabytes(peak) < 512 },
    ];
  } finally {
    await close();
  }
};
