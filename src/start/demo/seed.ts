/** Fills an empty database with the demo: accounts, people of every body, half-done work. Refuses a database that holds other people. */
import { seedDemoAccounts } from '#authority/access/demo-accounts.ts';
import { recordAct } from '#authority/audit/record.ts';
import { bodyByCode } from '#authority/organisations/store.ts';
import type { SessionHandle, Tx } from '#base/database/transaction.ts';
import { otherPeopleHere } from '#base/database/problems.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { applyConfirmed } from '#record/register/apply.ts';
import { keepSalts } from '#record/register/store.ts';
import { marksOf } from '#record/matching/compared.ts';
import { matchAnswer } from '#record/matching/match.ts';
import { writeResults } from '#record/matching/store.ts';
import { identityIn } from '#record/intake/stated-identity.ts';
import { citizenOf } from './population.ts';
import type { ConfirmedPerson } from '#record/register/shapes.ts';
import { withoutNationalId } from '#record/intake/compare.ts';
import type { GroupCode, GroupDocument, RecordDocument } from '#standard/shapes.ts';
import type { Composed } from '#start/compose.ts';
import { DEMO_DAY, castOf, peopleOf } from './cast.ts';
import { seedLine } from './line.ts';
import type { DemoPerson } from './people.ts';
import { demoPortraits } from './portraits.ts';
import { seedWork } from './work.ts';

/** People written in one transaction. */
const BATCH = 500;
/** Name of the mark that says who filled this database. */
const MARK = 'demo';

async function markOf(tx: Tx): Promise<string | null> {
  const [row] = await tx.query<{ value: string }>('select value from installation where name = $1', [MARK]);
  return row?.value ?? null;
}

/** Registers people of one body as a confirmed first submission would have: number claimed, salt, version, audit. */
export async function registerPeople(
  composed: Composed,
  handle: SessionHandle,
  bodyId: string,
  people: readonly DemoPerson[],
): Promise<void> {
  const { keys, chance, clock, db } = composed;
  await db.transaction(handle, async (tx) => {
    const nowMs = Date.parse(clock.now());
    const fresh = people.map((person) => ({
      person,
      personId: chance.uuid7(nowMs),
      salt: chance.bytes(32),
      hash: keys.nationalIdHash(person.nationalId),
    }));
    await tx.query('select count(*) from claim_national_ids($1::bytea[], $2::uuid[], $3::bytea[], $4, $5)', [
      fresh.map((one) => one.hash),
      fresh.map((one) => one.personId),
      fresh.map((one) => Buffer.from(keys.seal(one.salt, 'national-id', Buffer.from(one.person.nationalId)))),
      bodyId,
      chance.uuid7(nowMs),
    ]);
    await keepSalts(tx, bodyId, fresh);
    const confirmed = fresh.map(({ person, personId }): ConfirmedPerson => ({
      personId,
      bodyId,
      validFrom: DEMO_DAY,
      submissionId: null,
      attestationId: null,
      source: 'EXCEL',
      identityLevel: 'KHOP',
      identityLocked: true,
      groups: (Object.entries(withoutNationalId(person.document)) as [GroupCode, GroupDocument][]).map(([group, stated]) => ({
        group,
        stated,
        comparedVersion: 0,
      })),
    }));
    await applyConfirmed(tx, composed.submission, confirmed);
    await matchAtFirstLoad(tx, composed, bodyId, fresh);
  });
}

/** The first load was held against the (simulated) population database, which then knew everybody as their body did: what a record says of that stands on results. */
async function matchAtFirstLoad(
  tx: Tx,
  composed: Composed,
  bodyId: string,
  people: readonly { readonly person: DemoPerson; readonly personId: string; readonly salt: Uint8Array }[],
): Promise<void> {
  const { keys, chance, clock, matching } = composed;
  const at = clock.now();
  const load = chance.uuid7(Date.parse(at));
  const results = people.map(({ person, personId, salt }) => {
    const { nationalId } = person;
    const identity = person.document.B ?? {};
    const citizen = { oldId: '', residence: null, homeTown: null, ...citizenOf(person) };
    const matched = matchAnswer(identityIn(identity, nationalId), { kind: 'found', citizen })!;
    const marks = marksOf(keys, salt, { ...identity, soDinhDanh: nationalId });
    const [matchId, requestId] = [chance.uuid7(Date.parse(at)), chance.uuid7(Date.parse(at))];
    return { ...matched, personId, matchId, requestId, submissionId: load, bodyId, at, source: matching.gateway.source, marks };
  });
  await writeResults(tx, results);
  await recordAct(
    tx,
    composed.submission,
    results.map(({ personId, requestId, level, fields }) => ({
      act: 'population.matched' as const,
      purpose: 'MATCH' as const,
      bodyId,
      objectId: personId,
      revision: 0,
      payload: { submissionId: load, requestId, level, fields },
    })),
  );
}

/** Flat: single-valued groups only, without the repeating sections (`npm run seed -- --flat`). */
export const flatDocument = (document: RecordDocument): RecordDocument => {
  const { G: _pay, J: _training, K: _career, N: _ratings, Q: _family, ...rest } = document;
  return rest;
};

/** A person with the portrait that the demo drew for them. */
const withPortrait = (person: DemoPerson, sha256: string | null): DemoPerson =>
  sha256 === null ? person : { ...person, document: { ...person.document, A: { ...person.document.A, anh4x6: sha256 } } };

async function seedRegister(composed: Composed, people: number | undefined, flatOnly: boolean): Promise<void> {
  const portraitOf = await demoPortraits(composed.submission.blobs);
  for (const body of castOf(people)) {
    const bodyId = await composed.db.transaction(await composed.jobSession(null), (tx) =>
      bodyByCode(tx, body.code, composed.clock.today()),
    );
    if (!bodyId) throw new Error(`no body ${body.code}`);
    const handle = await composed.jobSession(bodyId);
    let batch: DemoPerson[] = [];
    let writing: Promise<void> = Promise.resolve();
    const flush = async (): Promise<void> => {
      const people = batch;
      batch = [];
      await writing; // the next batch is made while this one is written
      writing = registerPeople(composed, handle, bodyId, people);
    };
    for (const drawn of peopleOf(body, DEMO_DAY)) {
      const person = withPortrait(drawn, portraitOf(drawn));
      batch.push(flatOnly ? { ...person, document: flatDocument(person.document) } : person);
      if (batch.length === BATCH) await flush();
    }
    if (batch.length > 0) await flush();
    await writing;
  }
}

/** E-DEMO-OTHER-PEOPLE when somebody else's people are here. A database that is a demo already is left as it is. */
export async function seedDemo(
  composed: Composed,
  options: { readonly people?: number; readonly flat?: boolean },
): Promise<Result<{ readonly seeded: boolean }>> {
  const all = await composed.jobSession(null);
  const state = await composed.db.transaction(all, async (tx) => {
    const mark = await markOf(tx);
    const [found] = await tx.query<{ some: boolean }>('select exists (select 1 from person) as some');
    return { mark, hasPeople: found?.some ?? false };
  });
  if (state.mark === 'done') return ok({ seeded: false });
  if (state.mark === null && state.hasPeople) return refused(otherPeopleHere());
  await composed.db.transaction(all, async (tx) => {
    await tx.query(`insert into installation (name, value) values ($1, 'begun') on conflict (name) do nothing`, [MARK]);
    const given = await seedDemoAccounts(tx, composed.keys, composed.clock.today(), composed.clock.now());
    await recordAct(
      tx,
      composed,
      given.map(({ accountId, bodyId, role, row }) => ({
        act: 'grant.changed' as const,
        purpose: 'OPERATE' as const,
        bodyId,
        objectId: accountId,
        payload: { role },
        rows: [row],
      })),
    );
  });
  // A seed that was interrupted left a part: claims are there already, so it goes on only from an empty register.
  if (!state.hasPeople) await seedRegister(composed, options.people, options.flat ?? false);
  await seedWork(composed);
  await seedLine(composed);
  await composed.db.transaction(all, (tx) => tx.query(`update installation set value = 'done' where name = $1`, [MARK]));
  return ok({ seeded: true });
}
