/**
 * The released version's own program beside the one of today: its server and its worker go on while the database is already of this version, and both
 * versions work on the same submissions, as in the hours of a rolling restart. What every route of it answers is the same before and after.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { migrationNames } from '#base/database/migrate.ts';
import { fillTemplate } from '#doors/workbook/fill-template.ts';
import { DEMO_DAY, newPeople } from '#start/demo/cast.ts';
import { cellsOf } from '#start/demo/cells.ts';
import { visitor } from '#start/demo/http-client.ts';
import type { Answered, Visitor } from '#start/demo/http-client.ts';
import { FIGURE } from '../summary.ts';
import { openEmptyDatabase, openReleasedProgram, releasedHere } from '../released-version.ts';
import type { ReleasedProgram } from '../released-version.ts';
import { aFleet } from './fleet.ts';
import type { Fleet } from './fleet.ts';
import { until } from './killable.ts';

const BODY = 'H26.03.01';
const IN_REGISTER = 30;
const PEOPLE = 2;
/** First set of invented people that no other workbook uses. */
const FIRST_SET = 90;
/** What a released version is known to do wrong beside a later one (its notes say so), by the checks of its readiness that fail. */
const KNOWN_UNREADY: Readonly<Record<string, readonly string[]>> = { '0.1.0': ['migrations'] };
const ACCOUNTS = ['nhap-lieu', 'xac-nhan', 'quan-tri', 'vu-ccvc', 'giam-sat', 'ca-nhan'] as const;

const released = releasedHere();
if (typeof released === 'string') {
  // What starts the tests says it aloud (tests/run.ts); here nothing is claimed.
  test('the released version is not in this clone: nothing was run beside it', { skip: released }, () => undefined);
} else {
  let version: ReleasedProgram;
  let fleet: Fleet;
  let template: Uint8Array;
  let bodyId = '';
  const people = new Map<string, Visitor>();
  before(async () => {
    version = openReleasedProgram(released);
    fleet = await aFleet(IN_REGISTER, {
      programs: { 'server-1': version.program, 'worker-1': version.program },
      database: await openEmptyDatabase(),
    });
    for (const member of ['server-1', 'worker-1'] as const) await fleet.start(member);
    for (const account of ACCOUNTS) {
      const one = visitor(fleet.address);
      await one.signIn(account);
      people.set(account, one);
    }
    const bodies = (await as('nhap-lieu').get('/api/v1/bodies')).json.items as { id: string; code: string }[];
    bodyId = bodies.find(({ code }) => code === BODY)!.id;
    template = (await as('nhap-lieu').get(`/api/v1/bodies/${bodyId}/template.xlsx`)).bytes;
  });
  after(async () => {
    await fleet?.drop();
    version?.drop();
  });
  const as = (account: (typeof ACCOUNTS)[number]): Visitor => people.get(account)!;

  /** What each route without a place in its address answers to each of them: the released version's routes, by its own description. */
  async function walk(): Promise<ReadonlyMap<string, number>> {
    const { paths } = (await as('nhap-lieu').get('/openapi.json')).json as { paths: Record<string, { get?: object }> };
    const answers = new Map<string, number>();
    for (const [path, { get }] of Object.entries(paths))
      // Readiness says what it is: it is asked apart.
      if (get && !path.includes('{') && path !== '/readyz')
        for (const account of ACCOUNTS) answers.set(`${account} ${path}`, (await as(account).get(path)).status);
    return answers;
  }

  async function sends(base: string, set: number): Promise<string> {
    const clerk = as('nhap-lieu');
    const cells = newPeople(BODY, PEOPLE, FIRST_SET + set, DEMO_DAY).map((person) => cellsOf(person.nationalId, person.document));
    const uploaded = await clerk.send(
      'POST',
      `${base}/api/v1/uploads?body=${bodyId}&asOf=${DEMO_DAY}`,
      await fillTemplate(template, cells),
    );
    assert.ok([200, 201].includes(uploaded.status), JSON.stringify(uploaded.json));
    const id = uploaded.json.submissionId as string;
    const at = `${base}/api/v1/submissions/${id}`;
    const checked = await until('the check', async () => {
      const seen = (await clerk.get(at)).json;
      return seen.state === 'reading' ? null : seen;
    });
    assert.equal(checked.counts.accepted, PEOPLE, JSON.stringify(checked.refusal));
    const groups = (await clerk.get(`${at}/problem-groups`)).json.items as { code: string; severity: string }[];
    const acknowledgedCodes = groups.filter(({ severity }) => severity === 'warning').map(({ code }) => code);
    const sent = await clerk.send('POST', `${at}/submit`, { asOf: DEMO_DAY, acknowledgedCodes, partial: false });
    assert.equal(sent.status, 200, JSON.stringify(sent.json));
    await until('the queue', async () => ((await clerk.get(at)).json.state === 'awaiting-confirmation' ? true : null));
    return id;
  }

  async function confirms(base: string, id: string): Promise<void> {
    const officer = as('xac-nhan');
    const queue = (await officer.get(`${base}/api/v1/confirmation/queue?limit=200`)).json.items as {
      submissionId: string;
      personId: string;
    }[];
    const mine = queue.filter((row) => row.submissionId === id);
    assert.equal(mine.length, PEOPLE);
    for (const { personId } of mine) {
      const shown = (await officer.get(`${base}/api/v1/confirmation/${id}/${personId}`)).json;
      const done: Answered = await officer.send('POST', `${base}/api/v1/confirmation/decisions`, {
        submissionId: id,
        personId,
        shownHash: shown.shownHash,
        accept: shown.groups.map((group: { itemId: string }) => group.itemId),
        return: [],
        mismatchReason: 'DAN_CU_CHUA_CAP_NHAT',
      });
      assert.equal(done.status, 200, JSON.stringify(done.json));
    }
    assert.equal((await as('nhap-lieu').get(`${base}/api/v1/submissions/${id}`)).json.state, 'registered');
  }

  let answersBefore: ReadonlyMap<string, number>;
  let waiting = '';
  let copyOfBefore = '';

  test(`version ${released.version} runs alone: it is asked for everything, and something is sent that waits`, async () => {
    answersBefore = await walk();
    assert.ok(answersBefore.size > 100, `${answersBefore.size} answers`);
    waiting = await sends(fleet.address, 0);
    copyOfBefore = join(fleet.dataFolder, 'cua-ban-truoc.backup');
    const copied = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', version.program, 'backup', copyOfBefore], {
      env: fleet.env,
      encoding: 'utf8',
    });
    assert.equal(copied.status, 0, `${copied.stdout}${copied.stderr}`);
  });

  test('the database is brought to the version of today while it serves; every route of it answers as before', async () => {
    const { exit, out } = await fleet.command('upgrade', '--json');
    assert.equal(exit, 0, out);
    const later = migrationNames().filter((name) => name > released.head).length;
    const answers = await walk();
    const changed = [...answers].filter(([key, status]) => status !== answersBefore.get(key) || status >= 500);
    assert.deepEqual(
      changed.map(([key, status]) => `${key}: ${answersBefore.get(key)} before, ${status} after`),
      [],
    );
    const ready = (await as('nhap-lieu').get('/readyz')).json as { checks: { name: string; ok: boolean; decides: boolean }[] };
    assert.deepEqual(
      ready.checks.filter(({ ok, decides }) => decides && !ok).map(({ name }) => name),
      KNOWN_UNREADY[released.version] ?? [],
      'a balancer would take it away',
    );
    process.stderr.write(`${FIGURE} version ${released.version} beside ${later} later migrations: ${answers.size} answers, the same\n`);
  });

  test('its server and worker take a submission from the file to the register', async () =>
    confirms(fleet.address, await sends(fleet.address, 1)));

  test('a server and a worker of today beside them: what one version took in is confirmed at the other', async () => {
    await fleet.start('server-2');
    await fleet.start('worker-2');
    await confirms(fleet.second, waiting);
    await confirms(fleet.address, await sends(fleet.second, 2));
  });

  test('the copy that the released program made, while people were signed in, is restored by today’s as a drill', async () => {
    const { exit, out } = await fleet.command('restore-drill', '--backup', copyOfBefore, '--json');
    assert.equal(exit, 0, out);
  });

  test('the way back: the copy that the upgrade made is restored by the released program, into an empty database, whole', async () => {
    const folder = join(fleet.dataFolder, 'backups');
    const [copy] = readdirSync(folder).filter((name) => name.startsWith('truoc-'));
    assert.ok(copy, readdirSync(folder).join());
    const empty = await openEmptyDatabase();
    const there = mkdtempSync(join(tmpdir(), 'congvu-back-'));
    try {
      cpSync(join(fleet.dataFolder, 'keys'), join(there, 'keys'), { recursive: true });
      const restored = spawnSync(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', version.program, 'restore', join(folder, copy)],
        {
          env: {
            ...process.env,
            DEMO: '1',
            DATA_FOLDER: there,
            PUBLIC_URL: fleet.address,
            DATABASE_URL: empty.appUrl,
            DATABASE_OWNER_URL: empty.ownerUrl,
            LOG_LEVEL: 'error',
          },
          encoding: 'utf8',
        },
      );
      assert.equal(restored.status, 0, `${restored.stdout}${restored.stderr}`);
    } finally {
      await empty.close();
      rmSync(there, { recursive: true, force: true });
    }
  });

  test('the released version ends by itself, and well; today’s finds log and register whole', async () => {
    assert.equal(await fleet.stop('worker-1'), 0);
    // The simulated population service answers at the first server's address: it goes last.
    await confirms(fleet.second, await sends(fleet.second, 3));
    assert.equal(await fleet.stop('server-1'), 0);
    const { exit, out } = await fleet.command('audit', 'verify', '--state', '--json');
    const report = JSON.parse(out) as { ok: boolean; findings: unknown[] };
    assert.deepEqual([exit, report.ok, report.findings], [0, true, []]);
  });
}
