/** What SQL that somebody gets the product to run may write: bounded by who the session is and what it may do, not only by its body. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openJobSession } from '#authority/access/sessions.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';

let agency: Agency;
let clerk: SessionHandle;
let officer: SessionHandle;
let system: SessionHandle;
let personId: string;
before(async () => {
  agency = await anAgency();
  const submissionId = await agency.sends([
    { number: '000190000001', name: 'Trần Thị Hoa' },
    { number: '000190000002', name: 'Lê Thị Lan' },
  ]);
  const [first] = await agency.waiting(submissionId);
  personId = first!;
  const confirmed = await agency.confirms(submissionId, personId);
  assert.ok(confirmed.ok);
  [clerk, officer] = [agency.clerk.handle, agency.officer.handle];
  system = await openJobSession(agency.office, { bodyId: agency.bodyId, purpose: 'test' });
});
after(() => agency.close());

const run = (handle: SessionHandle | null, statement: string): Promise<unknown[]> => agency.office.as(handle, (tx) => tx.query(statement));
const attestation = (signer: string, at = 'now()'): string =>
  `insert into attestation (person_id, attestation_id, submission_id, body_id, signer_id, signer_identity, signer_name, at, item_ids, shown_hash, shown_sealed, jws)
   select person_id, gen_random_uuid(), submission_id, body_id, ${signer}, signer_identity, signer_name, ${at}, item_ids, shown_hash, shown_sealed, jws from attestation limit 1`;
const version = (attested: string): string =>
  `insert into person_version (person_id, version, body_id, valid_from, groups, document, source, attestation_id, dictionary_version)
   select person_id, 99, body_id, valid_from, groups, '{}', source, ${attested}, dictionary_version from person_version limit 1`;
const receipt = (kind: string, at = 'now()'): string =>
  `insert into receipt select 'XX-' || gen_random_uuid(), submission_id, round, body_id, '${kind}', ${at}, content, jws from receipt limit 1`;
const decide = (state: string, by: string): string =>
  `update item set state = '${state}', decided_by = ${by} where state = 'awaiting-confirmation'`;
const event = (role: string, at = 'now()'): string =>
  `insert into audit_event (event_id, at, kind, log, actor, body_id, role, purpose, act, object, revision, payload_commit, actor_id)
   values (gen_random_uuid(), ${at}, 'act', 'act', 'x', null, '${role}', 'CONFIRM', 'item.confirmed', null, 0, sha256('x'), session_person())`;
const match = `insert into match_result (person_id, match_id, submission_id, body_id, at, level, fields, source, request_id)
   select person_id, gen_random_uuid(), submission_id, body_id, now(), 'KHOP', '{}', 'x', 'x' from item limit 1`;

const REFUSED: readonly (readonly [what: string, who: () => SessionHandle | null, statement: () => string])[] = [
  ['a clerk attests', () => clerk, () => attestation('session_person()')],
  ['an officer attests in the name of another', () => officer, () => attestation(`'${agency.clerk.accountId}'`)],
  ['an officer attests for the day before', () => officer, () => attestation('session_person()', `now() - interval '1 day'`)],
  ['background work attests', () => system, () => attestation('signer_id')],
  ['a clerk registers a version under the attestation of an officer', () => clerk, () => version('attestation_id')],
  ['an officer registers a version that nobody attested', () => officer, () => version('null')],
  ['a clerk issues a receipt of confirmation', () => clerk, () => receipt('R2')],
  ['a clerk issues a receipt of last year', () => clerk, () => receipt('R1', `now() - interval '1 year'`)],
  ['a clerk registers an item', () => clerk, () => decide('registered', 'session_person()')],
  ['a clerk returns an item', () => clerk, () => decide('returned', 'session_person()')],
  ['an officer decides in the name of another', () => officer, () => decide('registered', `'${agency.clerk.accountId}'`)],
  ['a clerk writes what the population database said', () => clerk, () => match],
  ['an officer writes what the population database said', () => officer, () => match],
  ['a clerk writes into the log as an officer', () => clerk, () => event('XAC_NHAN')],
  ['a clerk writes into the log as the system', () => clerk, () => event('SYSTEM')],
  ['a clerk writes into the log of three days ago', () => clerk, () => event('NHAP_LIEU', `now() - interval '3 days'`)],
  ['nobody notes an instant', () => null, () => 'insert into act (at) values (now())'],
  [
    'a clerk notes an instant in another’s name',
    () => clerk,
    () => `insert into act (at, actor_id) values (now(), '${agency.officer.accountId}')`,
  ],
  [
    'a clerk says how the population database is',
    () => clerk,
    () => `insert into source_state (source, state, since) values ('x', 'open', now())`,
  ],
];
for (const [what, who, statement] of REFUSED)
  test(`refused by the database: ${what}`, async () => {
    await assert.rejects(run(who(), statement()), /row-level security/, statement());
  });

test('whoever may, may: the same statements in the own name, in the own role, now', async () => {
  await run(officer, attestation('session_person()'));
  await run(clerk, receipt('R1'));
  await run(clerk, event('NHAP_LIEU'));
  await run(officer, event('XAC_NHAN'));
  await run(system, match);
});
