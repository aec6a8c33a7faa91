/**
 * A first load out of a CSV file, everything of it: cut, kept, checked, its rows fixed, the sample opened and judged, signed by two, registered; beside a raw COPY of every row that
 * this wrote. 20,000 people (`--full`: 250,000). Goal: 2.5 million in 8 hours on two cores, 87 people a second; what a part costs as the register grows is told while it runs.
 */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPersonSession } from '#authority/access/sessions.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import type { Result } from '#base/problem.ts';
import type { Officer } from '#record/confirmation/decide-person.ts';
import { composeLoad } from '#record/first-load/compose.ts';
import { closeLoad } from '#record/first-load/gather.ts';
import { judgeRow, openRow } from '#record/first-load/judge.ts';
import { registerLoad } from '#record/first-load/register.ts';
import { signLoad } from '#record/first-load/sign.ts';
import { loadById, roundOf, sampleOf, warningsOf, partsOf } from '#record/first-load/store.ts';
import { openFirstLoad } from '#record/first-load/window.ts';
import { checkUpload } from '#record/intake/check-upload.ts';
import { PART_ROWS, bringFiles } from '#start/commands/initial-command.ts';
import { DEMO_DAY } from '#start/demo/cast.ts';
import { csvOfPeople } from '#start/demo/csv-of-people.ts';
import { openInstallation } from './installation.ts';
import { watchTree } from './process-tree.ts';
import { rawCopy, rowCounts } from './raw-copy.ts';
import { megabytes, round } from './row.ts';
import type { Bench } from './row.ts';
import { request, scaled } from './scale.ts';

const PEOPLE = request.full ? 250_000 : scaled(20_000);
const BODY = { code: 'H26.01', name: 'Sở Nội vụ (mẫu)', trade: 'office' as const, people: 0 };
/** 2.5 million in eight hours. */
const PER_SECOND_MIN = 87;
const MEMORY_MAX = 500;

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join());
  return result.value;
};

export const initial: Bench = async (tell) => {
  const folder = await mkdtemp(join(tmpdir(), 'congvu-initial-'));
  const { composed, bodyId, ownerUrl, close } = await openInstallation(BODY.code);
  try {
    const file = join(folder, 'ho-so.csv');
    await pipeline(csvOfPeople(BODY, PEOPLE, 75), createWriteStream(file));
    const { db, clock, chance, keys } = composed;
    const queued: { readonly name: string; readonly payload: never }[] = [];
    const needs = {
      ...composed.submission,
      sendJob: async (_tx: unknown, { name }: { readonly name: string }, payload: unknown) => {
        queued.push({ name, payload: payload as never });
      },
    } as typeof composed.submission;
    const system = await composed.jobSession(null);
    const signedIn = async (number: string, role: string, of: string): Promise<Officer & { readonly handle: SessionHandle }> => {
      const accountId = chance.uuid7(Date.parse(clock.now()));
      const identity = keys.nationalIdHash(number);
      await db.transaction(system, async (tx) => {
        await tx.query('insert into account (account_id, identity, name, created_at) values ($1, $2, $3, now())', [
          accountId,
          identity,
          role,
        ]);
        await tx.query(`insert into role_grant (grant_id, account_id, role, body_id, valid_from) values ($1, $2, $3, $4, '2025-07-01')`, [
          chance.uuid7(Date.parse(clock.now())),
          accountId,
          role,
          of,
        ]);
      });
      const { handle } = await openPersonSession(composed.sessionNeeds, { accountId, agent: 'bench', level: 2 });
      const stepUp = { method: 'session', level: '2', at: clock.now() };
      return { accountId, identity: identity.toString('hex'), name: role, roles: [role], stepUp, handle };
    };
    const country = await db.transaction(
      system,
      async (tx) => (await tx.query<{ id: string }>(`select body_id as id from body_code where code = 'VN' limit 1`))[0]!.id,
    );
    const ministry = await signedIn('000070000010', 'VU_CCVC', country);
    const clerk = await signedIn('000070000011', 'NHAP_LIEU', bodyId);
    const signers = [await signedIn('000070000012', 'XAC_NHAN', bodyId), await signedIn('000070000013', 'XAC_NHAN', bodyId)];
    const [today, day] = [clock.today(), { number: '1/QĐ', day: clock.today(), signer: 'Bench' }];
    must(
      await db.transaction(ministry.handle, (tx) =>
        openFirstLoad(tx, needs, ministry, { body: bodyId, opensOn: today, lastDay: today, decision: day }),
      ),
    );
    const before = await rowCounts(ownerUrl);
    const tree = watchTree(process.pid, { onlyLaps: true });
    tree.lap();
    const stages: { readonly name: string; readonly seconds: number; readonly cpu: number; readonly databaseCpu: number }[] = [];
    let peak = 0;
    const staged = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
      tree.lap();
      const startedMs = performance.now();
      const done = await work();
      const use = tree.lap();
      const seconds = (performance.now() - startedMs) / 1000;
      peak = Math.max(peak, process.memoryUsage.rss());
      stages.push({ name, seconds, cpu: use.cpuSeconds, databaseCpu: use.databaseCpuSeconds });
      return done;
    };
    const { loadId } = must(
      await staged('cut and kept', () =>
        bringFiles(needs, system, clerk, { bodyId, asOf: DEMO_DAY, files: [file], rows: PART_ROWS }, () => undefined),
      ),
    );
    let checked = 0;
    for (const { payload } of queued.splice(0)) {
      await staged('checked', () => checkUpload(needs, payload));
      checked += 1;
      const { seconds } = stages.at(-1)!;
      tell(`phần ${checked} kiểm tra xong: ${Math.round(Math.min(PART_ROWS, PEOPLE) / seconds)} người/s`);
    }
    must(await db.transaction(clerk.handle, (tx) => closeLoad(tx, needs, clerk, loadId)));
    await staged('rows fixed, sample drawn', () => composeLoad(needs, queued.pop()!.payload));
    await staged('sample and signatures', async () => {
      const [first] = signers;
      const load = (await db.transaction(first!.handle, (tx) => loadById(tx, loadId)))!;
      const rows = await db.transaction(first!.handle, (tx) => sampleOf(tx, load));
      for (const { no } of rows)
        must(
          await db.transaction(first!.handle, async (tx) => {
            const opened = await openRow(tx, needs, first!, loadId, no);
            return opened.ok ? judgeRow(tx, needs, first!, loadId, no, { right: true }) : opened;
          }),
        );
      for (const signer of signers)
        must(
          await db.transaction(signer.handle, async (tx) => {
            const parts = await partsOf(tx, loadId);
            const warnings = await warningsOf(
              tx,
              parts.map(({ submissionId }) => submissionId),
            );
            const root = (await roundOf(tx, load)).root!.toString('hex');
            return signLoad(tx, needs, signer, loadId, { root, acknowledgedCodes: [...warnings.keys()] });
          }),
        );
    });
    const taken = (await db.transaction(clerk.handle, (tx) => loadById(tx, loadId)))!.people;
    const { payload } = queued.pop()!;
    let [done, lastMs] = [0, performance.now()];
    const watching = setInterval(() => {
      void db
        .transaction(clerk.handle, (tx) => loadById(tx, loadId))
        .then((load) => {
          const nowMs = performance.now();
          if (load && load.done > done)
            tell(`${load.done} người vào CSDL, ${Math.round(((load.done - done) / (nowMs - lastMs)) * 1000)}/s`);
          [done, lastMs] = [load?.done ?? done, nowMs];
        })
        .catch(() => undefined);
    }, 5_000);
    await staged('registered', () => registerLoad(needs, payload));
    clearInterval(watching);
    tree.stop();
    const raw = await rawCopy(ownerUrl, before);
    const sum = (of: 'seconds' | 'cpu' | 'databaseCpu'): number => stages.reduce((all, stage) => all + stage[of], 0);
    const rate = taken / sum('seconds');
    const named = [...Map.groupBy(stages, ({ name }) => name)].map(
      ([name, all]) =>
        `${name} ${round(
          all.reduce((seconds, one) => seconds + one.seconds, 0),
          1,
        )} s`,
    );
    return [
      {
        name: `a first load of ${taken} people from CSV, all of it (${named.join(', ')})`,
        value: Math.round(rate),
        unit: `people/s (processor a person: Node ${Math.round((sum('cpu') / taken) * 1e6)} + database ${Math.round((sum('databaseCpu') / taken) * 1e6)} µs; 2.5 million in ${round(2_500_000 / rate / 3600, 1)} h)`,
        beside: `raw COPY of all ${raw.rows} rows of ${raw.tables.length} tables with their indexes`,
        besideValue: Math.round(taken / raw.seconds),
        ratio: round(sum('seconds') / raw.seconds),
        goal: `≥ ${PER_SECOND_MIN}/s: 2.5 million in 8 hours`,
        met: rate >= PER_SECOND_MIN,
      },
      {
        name: 'a first load, memory of Node',
        value: megabytes(peak),
        unit: 'MB',
        beside: 'limit',
        besideValue: MEMORY_MAX,
        ratio: round(megabytes(peak) / MEMORY_MAX),
        goal: `< ${MEMORY_MAX} MB`,
        met: megabytes(peak) < MEMORY_MAX,
      },
    ];
  } finally {
    await close();
    await rm(folder, { recursive: true, force: true });
  }
};
