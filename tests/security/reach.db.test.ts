/**
 * Who may see a person, over time: the whole record goes with them, the body that let them go sees what it left behind and only for its term, a body that uses them
 * reads and writes nothing, and whoever none of this is said of sees nothing, whatever the rows' own bodies are.
 */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { actorOfSession, jobSessions } from '#authority/access/sessions.ts';
import { bodyByCode, bodyNames, bodyOn } from '#authority/organisations/store.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { answerCase } from '#record/cases/answer.ts';
import { endDueCases } from '#record/cases/end-case.ts';
import type { CaseNeeds } from '#record/cases/needs.ts';
import { openAsking, openSecondment } from '#record/cases/open-case.ts';
import { derivedReach } from '#record/register/reach-witness.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { claimedNames } from '#record/intake/claimed-names.ts';
import type { PersonOfFile } from '#record/intake/file-for-tests.ts';
import { lawParameter } from '#standard/law-parameters.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

let school: Agency;
let commune: Agency;
let department: Agency;
let neighbour: Agency;
let app: FastifyInstance;
let folder: string;
let needs: CaseNeeds;
let today: string;

before(async () => {
  school = await anAgency('H26.03.01');
  commune = await anAgency('H41.51', school.office);
  department = await anAgency('H26.03', school.office);
  neighbour = await anAgency('H26.03.02', school.office);
  folder = await dataFolder();
  app = await aServer(school.office, folder);
  const { office } = school;
  today = office.clock.today();
  needs = {
    ...office,
    demo: true,
    jobSession: jobSessions(office, 'test'),
    sendJob: async () => undefined,
    bodyOn,
    bodyByCode,
    bodyNames: (tx, ids) => bodyNames(tx, ids, today),
    claimedNames,
  };
});
after(async () => {
  await app.close();
  await school.close();
  await rm(folder, { recursive: true, force: true });
});

let last = 0;
const someone = (more: Partial<PersonOfFile> = {}): PersonOfFile => ({
  number: `000190${String(950_000 + ++last)}`,
  name: 'Vũ Thị Mận',
  phone: `09${String(++last).padStart(8, '0')}`,
  ...more,
});
const must = <T>(result: { ok: true; value: T } | { ok: false; problems: readonly { code: string }[] }): T => {
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join());
  return result.value;
};
const owner = <Row extends object>(sql: string, values: readonly unknown[] = []) =>
  school.office.owner.transaction(null, (tx) => tx.query<Row>(sql, values));

/** Sent, matched and confirmed by this body. */
async function registers(agency: Agency, person: PersonOfFile): Promise<string> {
  const submissionId = await agency.sends([person]);
  const [personId] = await agency.waiting(submissionId);
  must(await agency.confirms(submissionId, personId!));
  await school.office.as(await needs.jobSession(null), (tx) =>
    tx.query(
      `insert into match_result (person_id, match_id, submission_id, body_id, at, level, fields, source, request_id)
       values ($1, $2, $3, $4, now(), 'KHOP', '{}', 'NDXP', 'x')`,
      [personId, needs.chance.uuid7(Date.parse(needs.clock.now())), submissionId, agency.bodyId],
    ),
  );
  return personId!;
}

const actor = async (agency: Agency) => (await school.office.as(agency.officer.handle, actorOfSession))!;
const ground = () => ({ decisionNumber: '7/QĐ', decisionDate: addDays(today, -2), reason: '' });
const by = ({ officer: { accountId, identity, name } }: Agency) => ({ accountId, identity, name });

/** Both bodies agree, and the day has come. */
async function moves(person: PersonOfFile, from: Agency, to: Agency): Promise<string> {
  const asked = await needs.db.transaction(to.officer.handle, (tx) =>
    openAsking(tx, needs, by(to), { bodyId: to.bodyId, confirms: true, nationalId: person.number!, effectiveOn: today, ...ground() }),
  );
  const { caseId } = must(asked);
  const who = await actor(from);
  must(await needs.db.transaction(from.officer.handle, (tx) => answerCase(tx, needs, who, caseId, 'consent')));
  await endDueCases(needs);
  return caseId;
}

/** What stands about a person in each table, as a session sees it. */
const TABLES = ['person', 'person_version', 'attestation', 'match_result', 'national_id', 'person_salt'] as const;
const seesNothing = Object.fromEntries(TABLES.map((table) => [table, 0]));
const sees = (handle: SessionHandle, personId: string) =>
  school.office.as(handle, async (tx) => {
    const counted: Record<string, number> = {};
    for (const table of TABLES) counted[table] = (await tx.query(`select 1 from ${table} where person_id = $1`, [personId])).length;
    return counted;
  });

interface Answered {
  readonly code?: string;
  readonly version?: number;
  readonly reach?: { readonly why: string; readonly until: string | null };
  readonly items?: readonly { readonly personId: string; readonly value: string; readonly isNear?: boolean }[];
}
let running = 0;
async function asks(agency: Agency, method: 'GET' | 'POST', url: string, payload?: object) {
  const answer = await app.inject({
    method,
    url: `/api/v1${url}`,
    ...(payload ? { payload } : {}),
    headers: { cookie: `congvu=${agency.officer.handle}`, origin: ORIGIN, 'idempotency-key': `reach-${++running}-key` },
  });
  return { status: answer.statusCode, body: answer.json<Answered>(), text: answer.body };
}
const phones = async (agency: Agency, personId: string) =>
  (await asks(agency, 'GET', `/people/${personId}/history?field=dienThoaiDiDong`)).body.items?.map(({ value }) => value);

/** As if the days had gone by: the term of the body that let somebody go is over. */
const termIsOver = (personId: string) =>
  owner(`update person_reach set valid_from = valid_from - 1000, valid_to = valid_to - 1000 where person_id = $1 and why = 'former'`, [
    personId,
  ]);

const explained = async () =>
  school.office.as(await needs.jobSession(null), async (tx) => (await derivedReach.differences(tx, null, 1000)).differing);

test('a person who goes over: the new body sees the whole record, with what others wrote before it', async () => {
  const person = someone();
  const personId = await registers(school, person);
  await registers(school, { ...person, phone: '0911000111' });
  const before = await sees(school.officer.handle, personId);
  assert.deepEqual(before, { person: 1, person_version: 2, attestation: 2, match_result: 2, national_id: 1, person_salt: 1 });
  await moves(person, school, commune);
  assert.deepEqual(await sees(commune.officer.handle, personId), { ...before, person_version: 3 });
  const page = await asks(commune, 'GET', `/people/${personId}`);
  assert.deepEqual([page.status, page.body.version], [200, 3]);
  assert.match(page.text, /0911000111/, 'what the old body stated, in clear to who may see it');
  assert.deepEqual(await phones(commune, personId), ['0911000111', person.phone]);
  const written = await owner<{ body_id: string }>('select distinct body_id from person_version where person_id = $1 and version < 3', [
    personId,
  ]);
  assert.deepEqual(written, [{ body_id: school.bodyId }], 'the rows still say who wrote them');
  assert.deepEqual(await explained(), []);
});

test('nothing but reach and the row of today is moved', async () => {
  const person = someone();
  const personId = await registers(school, person);
  const rows = async () => ({
    number: await owner('select * from national_id where person_id = $1', [personId]),
    salt: await owner('select * from person_salt where person_id = $1', [personId]),
    versions: await owner('select * from person_version where person_id = $1 and version = 1', [personId]),
    attestations: await owner('select * from attestation where person_id = $1', [personId]),
    matches: await owner('select * from match_result where person_id = $1', [personId]),
  });
  const before = await rows();
  await moves(person, school, commune);
  assert.deepEqual(await rows(), before);
  assert.deepEqual(
    await owner('select body_id from person where person_id = $1', [personId]),
    [{ body_id: commune.bodyId }],
    'a projection: who manages today',
  );
});

test('the old body sees for its term what it let go, as it was then; afterwards nothing', async () => {
  const person = someone();
  const personId = await registers(school, person);
  await moves(person, school, commune);
  await registers(commune, { ...person, phone: '0922000222' });
  const left = await sees(school.officer.handle, personId);
  assert.deepEqual(left, { person: 0, person_version: 1, attestation: 1, match_result: 1, national_id: 1, person_salt: 1 });
  const page = await asks(school, 'GET', `/people/${personId}`);
  assert.deepEqual([page.status, page.body.version, page.body.reach?.why], [200, 1, 'former']);
  assert.match(page.text, new RegExp(person.phone!));
  assert.doesNotMatch(page.text, /0922000222|H41\.51/, 'neither what was said since nor where they went');
  assert.deepEqual(await phones(school, personId), [person.phone]);
  const found = await asks(school, 'POST', '/people/search', { nationalId: person.number });
  assert.deepEqual(found.body.items, [], 'who was let go is on no list');
  const term = lawParameter('formerReachDays', today)!;
  const [reach] = await owner<{ days: number }>(
    `select valid_to - valid_from as days from person_reach where person_id = $1 and why = 'former'`,
    [personId],
  );
  assert.deepEqual([reach!.days, term.confidence], [term.value, 'uncertain'], 'the term is data, and says that no law was found for it');
  await termIsOver(personId);
  assert.deepEqual(await sees(school.officer.handle, personId), seesNothing);
  assert.equal((await asks(school, 'GET', `/people/${personId}`)).status, 404);
  const submissions = await school.office.as(school.officer.handle, (tx) =>
    tx.query('select 1 from item where person_id = $1', [personId]),
  );
  assert.ok(submissions.length > 0, 'what it sent is still its own');
});

test('nobody else sees anything of it, before, during and after', async () => {
  const person = someone();
  const personId = await registers(school, person);
  const clerk = await school.office.signedIn('000190999871', [['NHAP_LIEU', 'H26.03.02']]);
  for (const step of ['registered', 'moved'] as const) {
    if (step === 'moved') await moves(person, school, commune);
    for (const handle of [neighbour.officer.handle, clerk.handle]) assert.deepEqual(await sees(handle, personId), seesNothing, step);
    assert.equal((await asks(neighbour, 'GET', `/people/${personId}`)).status, 404);
  }
  assert.equal((await sees(department.officer.handle, personId))['person'], 0, 'the body above the old one no more than the old one');
});

test('somebody who comes back is the first body’s again, and the whole record with them', async () => {
  const person = someone();
  const personId = await registers(school, person);
  await moves(person, school, commune);
  await registers(commune, { ...person, phone: '0933000333' });
  await moves(person, commune, school);
  assert.deepEqual((await sees(school.officer.handle, personId))['person_version'], 4);
  assert.deepEqual(await phones(school, personId), ['0933000333', person.phone]);
  assert.equal((await sees(commune.officer.handle, personId))['person_version'], 3, 'what stood when it let them go');
  const spells = await owner<{ why: string; body_id: string; open: boolean }>(
    `select why, body_id, valid_to = '9999-12-31' as open from person_reach where person_id = $1 and tx_to = 9223372036854775807 and valid_to > (now() at time zone 'Asia/Ho_Chi_Minh')::date order by why, body_id`,
    [personId],
  );
  assert.deepEqual(spells, [
    { why: 'former', body_id: commune.bodyId, open: false },
    { why: 'managing', body_id: school.bodyId, open: true },
  ]);
  assert.deepEqual(await explained(), []);
});

test('a body that uses a person of the body above reads the record, and does nothing to it', async () => {
  const person = someone({ more: { A: { coQuanQuanLy: 'H26.03', coQuanSuDung: 'H26.03.01' } } });
  const personId = await registers(department, person);
  assert.deepEqual((await sees(school.officer.handle, personId))['person'], 1);
  assert.equal((await asks(school, 'GET', `/people/${personId}`)).status, 200);
  assert.deepEqual(
    (await asks(school, 'POST', '/people/search', { nationalId: person.number })).body.items?.map((hit) => hit.personId),
    [personId],
  );
  // By name too, as it is and with a slip in it; the answer says which.
  const named = async (who: typeof school, name: string) =>
    (await asks(who, 'POST', '/people/search', { name })).body.items?.find((hit) => hit.personId === personId)?.isNear;
  for (const who of [department, school])
    assert.deepEqual([await named(who, 'Vũ Thị Mận'), await named(who, 'vu thji man')], [false, true]);
  assert.deepEqual([await named(neighbour, 'Vũ Thị Mận'), await named(neighbour, 'vu thji man')], [undefined, undefined]);
  assert.deepEqual(await sees(neighbour.officer.handle, personId), seesNothing);
  assert.equal((await asks(school, 'POST', `/people/${personId}/reopenings`, { reason: 'SUA_SAI_SOT' })).status, 404);
  const changed = await school.office.as(school.officer.handle, (tx) =>
    tx.query(`update person set identity_level = 'CHUA' where person_id = $1 returning 1`, [personId]),
  );
  assert.deepEqual(changed, []);
  // Named no more: it reads no more.
  await registers(department, { ...person, more: { A: { coQuanQuanLy: 'H26.03', coQuanSuDung: 'H26.03' } } });
  assert.deepEqual(await sees(school.officer.handle, personId), seesNothing);
  assert.deepEqual(await explained(), []);
});

test('a body that a person was lent to reads the record until the last day, and not an hour longer than somebody may', async () => {
  const person = someone();
  const personId = await registers(school, person);
  const offered = await needs.db.transaction(school.officer.handle, (tx) =>
    openSecondment(tx, needs, by(school), {
      bodyId: school.bodyId,
      confirms: true,
      personId,
      receiving: 'H41.51',
      effectiveOn: today,
      untilOn: addDays(today, 40),
      ...ground(),
    }),
  );
  const { caseId } = must(offered);
  const user = await actor(commune);
  assert.deepEqual(await sees(commune.officer.handle, personId), seesNothing, 'an offer is no reach');
  must(await needs.db.transaction(commune.officer.handle, (tx) => answerCase(tx, needs, user, caseId, 'consent')));
  await endDueCases(needs);
  assert.deepEqual((await asks(commune, 'GET', `/people/${personId}`)).body.reach, { why: 'seconded', until: addDays(today, 41) });
  const [reach] = await owner<{ why: string; by_case: string; until: string }>(
    `select why, by_case, valid_to as until from person_reach where person_id = $1 and body_id = $2`,
    [personId, commune.bodyId],
  );
  assert.deepEqual(reach, { why: 'seconded', by_case: caseId, until: addDays(today, 41) });
  assert.deepEqual(await explained(), []);
  must(await needs.db.transaction(commune.officer.handle, (tx) => answerCase(tx, needs, user, caseId, 'undo')));
  await endDueCases(needs);
  assert.deepEqual(await sees(commune.officer.handle, personId), seesNothing);
  assert.deepEqual(await explained(), []);
});

test('SQL of a session opens no record, moves nobody, and writes nothing about another body’s people', async () => {
  const person = someone();
  const personId = await registers(school, person);
  await registers(neighbour, someone());
  const { officer } = neighbour;
  const run = (statement: string, values: readonly unknown[] = []) => school.office.as(officer.handle, (tx) => tx.query(statement, values));
  const attests = `insert into attestation (person_id, attestation_id, submission_id, body_id, signer_id, signer_identity, signer_name, at, item_ids, shown_hash, shown_sealed, jws)
     select $1::uuid, gen_random_uuid(), submission_id, body_id, signer_id, signer_identity, signer_name, now(), item_ids, shown_hash, shown_sealed, jws from attestation limit 1`;
  await assert.rejects(run(attests, [personId]), /row-level security/);
  const version = `insert into person_version (person_id, version, body_id, valid_from, groups, document, source, attestation_id, dictionary_version)
     select $1::uuid, 7, body_id, valid_from, groups, '{}', source, attestation_id, dictionary_version from person_version limit 1`;
  await assert.rejects(run(version, [personId]), /row-level security/);
  const work = await jobSessions(school.office, 'test')(neighbour.bodyId);
  await assert.rejects(
    school.office.as(work, (tx) => tx.query(version, [personId])),
    /row-level security/,
    'nor does work in the background of that body',
  );
  for (const statement of [
    `insert into person_reach (person_id, body_id, why, valid_from) values ('${personId}', '${neighbour.bodyId}', 'managing', '2020-01-01')`,
    `update person_reach set body_id = '${neighbour.bodyId}'`,
    'delete from person_reach',
    `update person set body_id = '${neighbour.bodyId}'`,
    `select hand_over('${personId}', '${school.bodyId}', '${neighbour.bodyId}', '${personId}', '2020-01-01', null)`,
  ])
    await assert.rejects(run(statement), /permission denied/, statement);
  const all = () => owner('select * from person_reach order by person_id, body_id, why, valid_from, tx_from');
  const before = await all();
  await run('select keep_reach(array[$1::uuid], array[$1::uuid])', [personId]);
  assert.deepEqual(await all(), before, 'it reads what stands, and takes nobody’s word');
  assert.deepEqual(await run('select * from named_employers(array[$1::uuid])', [personId]), []);
  assert.deepEqual(await sees(officer.handle, personId), seesNothing);
});
