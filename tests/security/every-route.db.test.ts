/** Every route of the server × role × relation of bodies: once with both walls, once with row-level security alone. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { ROLES } from '#authority/access/shapes.ts';
import type { Role } from '#authority/access/shapes.ts';
import { openBlobStore } from '#base/blob-store.ts';
import { filesInFolder } from '#base/files/folder.ts';
import { aJpeg } from '#doors/portraits/pictures-for-tests.ts';
import { EXPECTED, RELATIONS, walkMatrix } from './access-matrix.ts';
import type { MatrixSubject, Relation, Walk } from './access-matrix.ts';
import { asBefore } from './approval-routes.ts';
import { BODIES, ROUTES, aSubject, id } from './matrix-routes.ts';
import { ORIGIN, aServer, dataFolder, namesOfRoutes } from './server-for-tests.ts';

/** Routes that ask nothing of `decide`, and why. */
const NOT_WALKED: Readonly<Record<string, string>> = {
  'POST /api/v1/reports': 'keeps a report of a body: reports.db.test.ts',
  'GET /api/v1/reports/:number/table.csv': 'a report that was made: reports.db.test.ts',
  'GET /api/v1/reports/:number/table.xlsx': 'a report that was made: reports.db.test.ts',
  'GET /api/v1/reports/:number/table.ods': 'a report that was made: reports.db.test.ts',
  'POST /api/v1/reports/:number/people': 'a report that was made: reports.db.test.ts',
  'POST /api/v1/reports/:number/publication': 'a report that was made: reports.db.test.ts',
  'GET /api/v1/public/reports/:number': 'no session: reports.db.test.ts',
  'GET /api/v1/reports/:number': 'a report that was made: reports.db.test.ts',
  'POST /api/v1/reports/:number/again': 'a report that was made: reports.db.test.ts',
  'GET /api/v1/session': 'who I am; open to everybody',
  'GET /api/v1/cases/:id/records': 'two records of one human, for who decides: same-human.db.test.ts',
  'POST /api/v1/erasures': 'about somebody whom the managing body confirms: erasure.db.test.ts',
  'POST /api/v1/erasures/:id/decision': 'by an administrator above: erasure.db.test.ts',
  'POST /api/v1/erasures/:id/withdrawal': 'by the body that asked: erasure.db.test.ts',
  'POST /api/v1/exchange/requests': 'about the line of a body: exchange-lines.db.test.ts',
  'POST /api/v1/exchange/requests/:id/decision': 'by a second person: exchange-lines.db.test.ts',
  'POST /api/v1/exchange/requests/:id/withdrawal': 'by who asked: exchange-lines.db.test.ts',
  'POST /api/v1/kept-apart': 'about somebody whom the managing body confirms: kept-apart.db.test.ts',
  'POST /api/v1/kept-apart/:id/decision': 'by the head of the unit: kept-apart.db.test.ts',
  'POST /api/v1/kept-apart/:id/withdrawal': 'by who asked: kept-apart.db.test.ts',
  'GET /api/v1/demo/accounts': 'the role chooser; only in the demo',
  'GET /api/v1/submissions/:id/rows-to-mend.csv': 'as marked.xlsx, of CSV: visibility-in-answers.db.test.ts, csv-door.test.ts',
  'POST /api/v1/mismatches/:submissionId/:personId/population':
    'asks the population database, of the subject and act of the page beside it: intake/mismatch.db.test.ts',
  'DELETE /api/v1/my/sessions/:id': 'own sessions only: sessions.db.test.ts',
  'GET /api/v1/my/passkeys': 'one’s own passkeys: passkeys.db.test.ts',
  'POST /api/v1/my/passkeys/challenge': 'of the own session: passkeys.db.test.ts',
  'POST /api/v1/my/passkeys': 'one’s own passkeys: passkeys.db.test.ts',
  'DELETE /api/v1/my/passkeys/:id': 'one’s own passkeys: passkeys.db.test.ts',
  'POST /api/v1/session/step-up/challenge': 'of the own session: passkeys.db.test.ts',
  'POST /api/v1/session/step-up': 'of the own session: passkeys.db.test.ts',
  'GET /api/v1/confirmation/reasons': 'a list of words',
  'GET /api/v1/people/search-choices': 'entries of public lists',
  'GET /api/v1/grant-requests': 'over the bodies that one administers or supervises: second-administrator.db.test.ts',
  'POST /api/v1/grant-requests/:id/decision': 'by another administrator of the body: second-administrator.db.test.ts',
  'GET /api/v1/notices': 'one’s own account alone: notices.db.test.ts',
  'GET /api/v1/notices/count': 'one’s own account alone: notices.db.test.ts',
  'POST /api/v1/notices/seen': 'one’s own account alone: notices.db.test.ts',
  'GET /api/v1/notices/mail': 'one’s own account alone: notices.db.test.ts',
  'POST /api/v1/notices/mail': 'one’s own account alone: notices.db.test.ts',
  'GET /api/v1/accounts/list.xlsx': 'roles over one’s own agencies: account-lists.db.test.ts',
  'POST /api/v1/accounts/lists': 'asks grants.change of each line’s agency: account-lists.db.test.ts',
  'GET /api/v1/declaration-calls': 'counts of calls, no person: declaration-calls.db.test.ts',
  'GET /api/v1/declaration-calls/people': 'of the agency that is asked about: declaration-calls.db.test.ts',
  'POST /api/v1/declaration-calls': 'of the agency that is named: declaration-calls.db.test.ts',
  'POST /api/v1/exports': 'the asker’s own search, built in their name: exports.db.test.ts',
  'GET /api/v1/exports': 'one’s own lists: exports.db.test.ts',
  'GET /api/v1/exports/:id/list.xlsx': 'one’s own list: exports.db.test.ts',
  'GET /api/v1/my/delegations': 'one’s own delegations, colleagues of the own body: delegation.db.test.ts',
  'POST /api/v1/my/delegations': 'lends the own right: delegation.db.test.ts',
  'DELETE /api/v1/my/delegations/:id': 'one’s own delegations: delegation.db.test.ts',
  'GET /api/v1/reading-allowances': 'own requests, and of those whom one may decide: reading-budget.db.test.ts',
  'POST /api/v1/reading-allowances': 'one’s own request: reading-budget.db.test.ts',
  'POST /api/v1/reading-allowances/:id/decision': 'by the database’s policies: reading-budget.db.test.ts',
  'GET /api/v1/decree-coverage': 'names no person; by role: decree-appendix.db.test.ts',
  'POST /api/v1/decree-appendix': 'over the whole country alone: decree-appendix.db.test.ts',
  'GET /api/v1/list-additions': 'names no person; by role: list-additions.db.test.ts',
  'POST /api/v1/list-additions': 'about no body of the matrix: list-additions.db.test.ts',
  'POST /api/v1/list-additions/:id/decision': 'over the whole country alone: list-additions.db.test.ts',
  'POST /api/v1/list-additions/:id/ending': 'about no body of the matrix: list-changes.db.test.ts',
  'POST /api/v1/list-additions/:id/correction': 'about no body of the matrix: list-changes.db.test.ts',
  'POST /api/v1/list-additions/:id/withdrawal': 'one’s own request: list-changes.db.test.ts',
  'GET /api/v1/bodies/tree': 'the public tree',
  'GET /api/v1/bodies/level': 'the public tree',
  'GET /api/v1/bodies/found': 'the public tree',
  'GET /api/v1/bodies/:id': 'the public tree: body-changes.db.test.ts',
  'GET /api/v1/bodies/:id/changes': 'names administrators to who administers them: body-changes.db.test.ts',
  'GET /api/v1/body-changes': 'own changes, and those that one may decide: body-changes.db.test.ts',
  'GET /api/v1/body-changes/:id': 'by the database’s policies: body-changes.db.test.ts',
  'GET /api/v1/body-changes/:id/file': 'same check as the change: body-changes.db.test.ts',
  'POST /api/v1/body-changes': 'asks bodies.change of each agency that it is about: body-changes.db.test.ts',
  'POST /api/v1/body-changes/:id/sending': 'one’s own draft: body-changes.db.test.ts',
  'POST /api/v1/body-changes/:id/withdrawal': 'one’s own change: body-changes.db.test.ts',
  'POST /api/v1/body-changes/:id/decision': 'asks bodies.change of each agency that it is about: body-changes.db.test.ts',
  'GET /api/v1/bodies/list.xlsx': 'the public tree',
  'POST /api/v1/body-changes/lists': 'asks bodies.change of each agency that it is about: body-lists.db.test.ts',
  'POST /api/v1/body-changes/files': 'bytes of one’s own: body-changes.db.test.ts',
  'GET /api/v1/receipts/:number.pdf': 'same check as the receipt',
  'GET /api/v1/people/:id/conversions/:number/paper.pdf': 'as their list: conversions.db.test.ts',
  'GET /api/v1/people/:id/documents/:line': 'of a record that has one: documents.db.test.ts',
  'GET /api/v1/me/documents/:line': 'about the own record: documents.db.test.ts',
  'GET /api/v1/people/:id/cvs/:number/cv.json': 'as their list: cvs.db.test.ts',
  'GET /api/v1/people/:id/cvs/:number/cv.pdf': 'as their list: cvs.db.test.ts',
  'GET /api/v1/me/cvs/:number/cv.json': 'about the own record: cvs.db.test.ts',
  'GET /api/v1/me/cvs/:number/cv.pdf': 'about the own record: cvs.db.test.ts',
  'GET /api/v1/public/conversions/:number': 'open to whoever has the number, names no person: conversions.db.test.ts',
  'POST /api/v1/public/conversions/:number/check': 'open to whoever has the number, answers yes or no: conversions.db.test.ts',
  'GET /api/v1/public/receipts/:number': 'open to whoever has the number, names no person: receipt/public.db.test.ts',
  'GET /api/v1/people/:id/attestations/:attestationId': 'same check as their list: attestation-taken.db.test.ts',
  'GET /api/v1/people/:id/attestations/:attestationId.pdf': 'same check as their list: attestation-taken.db.test.ts',
  'GET /api/v1/me/attestations/:id': 'about the own record: attestation-taken.db.test.ts',
  'GET /api/v1/me/attestations/:id.pdf': 'about the own record: attestation-taken.db.test.ts',
  'GET /api/v1/me/data.pdf': 'same check as data.json',
  'GET /api/v1/me/identity-slip.pdf': 'same check as data.json',
  'GET /exchange/v1/hello': 'programs, recognised by their carrier: exchange-callers.db.test.ts',
  'PUT /exchange/v1/batches/:epoch/:lane/:first-:last': 'as above',
  'PUT /exchange/v1/batches/:epoch/:lane/:first-:last/confirmation': 'as above',
  'GET /exchange/v1/batches/:epoch/:lane/:first-:last/result': 'as above',
  'GET /exchange/v1/batches/:epoch/:lane/:first-:last/receipt': 'as above',
  'GET /exchange/v1/feed': 'programs, recognised by their carrier: exchange-feed.db.test.ts',
  'POST /exchange/v1/digest': 'as above',
  'POST /exchange/v1/vneid/updates': 'a signed call of VNeID: vneid-updates.db.test.ts',
  'GET /api/v1/audit/bundle/:eventId': 'audit room: bundle.db.test.ts',
  'GET /api/v1/network-check': 'the time, to whoever reaches the portal: netcheck.db.test.ts',
  'GET /api/v1/network-check/bytes': 'meaningless bytes: netcheck.db.test.ts',
  'POST /api/v1/network-check/bytes': 'counts meaningless bytes: netcheck.db.test.ts',
  'POST /api/v1/network-check/reports': 'by a short code: netcheck.db.test.ts',
  'GET /api/v1/network-check/bodies': 'agencies within reach, no person: netcheck.db.test.ts',
  'GET /api/v1/network-check/bodies.csv': 'agencies within reach, no person: netcheck.db.test.ts',
  'GET /api/v1/operations': 'nobody’s record: board.db.test.ts',
  'GET /api/v1/incidents': 'nobody’s record: incidents.db.test.ts',
  'POST /api/v1/incidents': 'nobody’s record: incidents.db.test.ts',
  'POST /api/v1/incidents/:id/findings': 'nobody’s record: incidents.db.test.ts',
  'POST /api/v1/incidents/:id/reports': 'nobody’s record: incidents.db.test.ts',
  'POST /api/v1/incidents/:id/closing': 'nobody’s record: incidents.db.test.ts',
  'GET /api/v1/staff/sessions': 'of the accounts that one administers: staff.db.test.ts',
  'DELETE /api/v1/staff/sessions/:id': 'of the accounts that one administers: staff.db.test.ts',
  'GET /api/v1/staff/sign-ins': 'of the accounts that one administers: staff.db.test.ts',
  'GET /api/v1/bodies/:id/contact': 'an office, not a person: staff.db.test.ts',
  'POST /api/v1/bodies/:id/contact': 'asks grants.change of that body: staff.db.test.ts',
  'GET /api/v1/audit/acts': 'a closed list of words',
  'GET /api/v1/audit/unusual-readings': 'of the bodies that one supervises: oversight.db.test.ts',
  'POST /api/v1/audit/readers': 'about one reading: oversight.db.test.ts',
  'POST /api/v1/audit/verified-checkpoints': 'about no body: oversight.db.test.ts',
  'GET /api/v1/complaints': 'of the bodies that one supervises: oversight.db.test.ts',
  'POST /api/v1/complaints/:id/answer': 'by the database’s policies: oversight.db.test.ts',
  'POST /api/v1/consents': 'by a code that its person handed over: consents.db.test.ts',
  'POST /api/v1/consents/:id/take-back': 'by the database’s policies: consents.db.test.ts',
  'GET /api/v1/consents/:id/record': 'by its person’s consent: consents.db.test.ts',
  'POST /api/v1/me/consent-codes': 'about the own record: consents.db.test.ts',
  'POST /api/v1/me/consents/:id/answer': 'about the own record: consents.db.test.ts',
  'GET /api/v1/me/consents/:id/message': 'about the own record: consents.db.test.ts',
  'POST /api/v1/me/data-requests': 'about the own record: data-requests.db.test.ts',
  'POST /api/v1/data-requests/:id/answer': 'by the database’s policies: data-requests.db.test.ts',
  'GET /api/v1/me/declaration': 'about the own record: declarations.db.test.ts',
  'GET /api/v1/me/declaration/groups/:group': 'about the own record: declarations.db.test.ts',
  'POST /api/v1/me/declaration/groups/:group': 'about the own record: declarations.db.test.ts',
  'POST /api/v1/me/declaration/send': 'about the own record: declarations.db.test.ts',
  'POST /api/v1/me/declaration/sent/:id/withdrawal': 'about the own record: declaration-thread.db.test.ts',
  'GET /api/v1/me/declaration/sent/:id/messages': 'about the own record: declaration-thread.db.test.ts',
  'POST /api/v1/me/declaration/sent/:id/messages': 'about the own record: declaration-thread.db.test.ts',
  'GET /api/v1/submissions/:id/messages': 'by the database’s policies, of declarations alone: declaration-thread.db.test.ts',
  'POST /api/v1/submissions/:id/messages': 'by the database’s policies, of declarations alone: declaration-thread.db.test.ts',
  'POST /api/v1/me/declaration/groups/:group/evidence': 'about the own record: declaration-evidence.db.test.ts',
  'GET /api/v1/me/declaration/evidence/:id': 'about the own record: declaration-evidence.db.test.ts',
  'DELETE /api/v1/me/declaration/evidence/:id': 'about the own record: declaration-evidence.db.test.ts',
  'POST /api/v1/me/value-reports': 'about the own record: value-reports.db.test.ts',
  'POST /api/v1/me/value-reports/:id/paper': 'about the own record: value-report-papers.db.test.ts',
  'GET /api/v1/me/value-reports/:id/paper': 'about the own record: value-report-papers.db.test.ts',
  'POST /api/v1/me/reads/:id/complaint': 'about the own record: oversight.db.test.ts',
  'GET /api/v1/audit/checkpoint': 'signed head, public',
  'GET /api/v1/audit/key': 'public key',
  'GET /.well-known/jwks.json': 'public keys',
  'GET /api/v1/keys/:kid': 'public key',
  'GET /api/v1/audit/tile/*': 'hashes, public; entries ask audit.read',
  'GET /auth/sign-in': 'who has no session yet: sign-in.db.test.ts',
  'GET /auth/callback': 'comes back from the provider with a sealed state: sign-in.db.test.ts',
  'POST /auth/sign-out': 'ends the own session',
  'POST /auth/backchannel-logout': 'the provider’s server, with a signed token: back-channel.db.test.ts',
  'GET /healthz': 'says that the process lives',
  'GET /readyz': 'says what of it works; holds nothing of people',
  'GET /openapi.json': 'the published description of this API',
  'GET /openapi-exchange.json': 'the published description of the exchange',
  'GET /problems': 'pages of codes: words of the program',
  'GET /problems/:code': 'pages of codes: words of the program',
  'GET /demo/workbooks/:name.xlsx': 'invented people; only in the demo (tested below)',
  'GET /demo/portraits/:name.zip': 'drawn people; only in the demo (tested below)',
  'GET /.well-known/openid-credential-issuer/card': 'metadata of the card’s issuer, public',
  'GET /card/.well-known/openid-credential-issuer': 'the same, where older wallets look',
  'GET /.well-known/oauth-authorization-server/card': 'metadata of the card’s issuer, public',
  'GET /card/.well-known/oauth-authorization-server': 'the same, where older wallets look',
  'GET /vct/the-cbccvc/1': 'what a card may say, without anybody’s card',
  'GET /card/offers/:id': 'who has the link, within five minutes, without the transaction code: uses/card/routes.db.test.ts',
  'POST /card/nonce': 'chance, sealed',
  'POST /card/ask': 'a door’s question, of a key and a number: tests/journeys/door-asks.db.test.ts',
  'GET /card/ask/:id/request': 'who has the link, for two minutes: a number, a key and the name of a door',
  'GET /card/ask/:id/answer': 'ciphertext, once, to whoever asked',
  'POST /card/ask/:id/answer': 'a wallet, once, encrypted',
  'POST /card/ask/:id/forget': 'whoever asked',
  'POST /card/token': 'a wallet with code and transaction code: uses/card/routes.db.test.ts',
  'POST /card/credential': 'a wallet with token and proofs: uses/card/routes.db.test.ts',
  'POST /card/notification': 'a wallet with its token: uses/card/routes.db.test.ts',
  'GET /card/status/:list': 'signed bits, public',
  'GET /card/crl/:authority': 'signed numbers of revoked certificates, public',
  'GET /card/trust-list': 'signed public keys',
  'GET /card/trust-anchor': 'public key',
  'GET /card/trust-anchor.pem': 'its certificate',
  'GET /card/neo-tin-cay': 'its fingerprint, for people',
  'GET /.well-known/jwt-vc-issuer/card': 'public keys',
  'GET /card/nonce': '405',
  'GET /card/token': '405',
  'GET /card/credential': '405',
  'GET /card/notification': '405',
};

let office: Office;
let folder: string;
const cookies = new Map<Role | null, string>([[null, '']]);
const subjects = {} as Record<Relation, MatrixSubject>;

const one = (sql: string, values: readonly unknown[]): Promise<unknown> => office.owner.transaction(null, (tx) => tx.query(sql, values));

const ownName = (role: Role): string => `Cò Trắng ${role}`;

/** The record of a role's own person, in a body that no relation of the table stands for. */
async function ownRecordOf(role: Role, number: string): Promise<void> {
  const bodyId = await office.body('H41.51');
  const personId = office.chance.uuid7(Date.parse(office.clock.now()));
  const salt = Buffer.from(office.chance.bytes(16));
  const kept = await openBlobStore(filesInFolder(folder)('blobs'), office.keys).put(await aJpeg(30, 40));
  assert.ok(kept.ok);
  const document = { A: { anh4x6: kept.value.sha256 }, B: { hoTenKhaiSinh: ownName(role) } };
  await one('insert into person_salt (person_id, body_id, salt) values ($1, $2, $3)', [personId, bodyId, salt]);
  await one(`insert into national_id (id_hash, person_id, body_id, sealed, state, claimed_by) values ($1, $2, $3, $4, 'registered', $2)`, [
    office.keys.nationalIdHash(number),
    personId,
    bodyId,
    Buffer.from(office.keys.seal(salt, 'national-id', Buffer.from(number))),
  ]);
  await one(`insert into person (person_id, body_id, version, tx, heads, document, full_name) values ($1, $2, 1, 1, '{}', $3, $4)`, [
    personId,
    bodyId,
    JSON.stringify(document),
    ownName(role),
  ]);
  await one(`insert into person_reach (person_id, body_id, why, valid_from, tx_from) values ($1, $2, 'managing', '2020-01-01', 1)`, [
    personId,
    bodyId,
  ]);
  await one(
    `insert into person_version (person_id, version, body_id, valid_from, groups, document, source, dictionary_version) values ($1, 1, $2, '2026-10-01', '{A,B}', $3, 'CONG', 'x')`,
    [personId, bodyId, JSON.stringify(document)],
  );
}

before(async () => {
  office = await anOffice();
  folder = await dataFolder();
  for (const [index, relation] of RELATIONS.entries()) subjects[relation] = await aSubject(office, folder, relation, index);
  for (const [index, role] of ROLES.entries()) {
    const number = `00009088888${index}`;
    const { handle } = await office.signedIn(number, [[role, BODIES.own]]);
    cookies.set(role, `congvu=${handle}`);
    await ownRecordOf(role, number);
  }
});
after(async () => {
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

/** In one transaction: it follows every change that a walk is let do. */
const reset = (subject: MatrixSubject): Promise<void> =>
  office.owner.transaction(null, async (tx) => {
    const one = (sql: string, values: readonly unknown[]): Promise<unknown> => tx.query(sql, values);
    await asBefore(one, subject);
    await one('update account set disabled_at = null, population_user = null where account_id = $1', [id(subject, 'account')]);
    await one('delete from role_grant where body_id = $1 and granted_by is not null', [subject.bodyId]);
    await one('update role_grant set tx_to = 9223372036854775807, closed_by = null where grant_id = $1', [id(subject, 'grant')]);
    await one(`delete from person_case_act where case_id in (select case_id from person_case where to_body = $1 or from_body = $1)`, [
      subject.bodyId,
    ]);
    await one(`delete from person_case where case_id <> $1 and (to_body = $2 or from_body = $2)`, [id(subject, 'case'), subject.bodyId]);
    await one(`update person_case set state = 'asked', ended_at = null, outcome = null where case_id = $1`, [id(subject, 'case')]);
    await one(`update submission_file set stage = 'checked' where submission_id = $1`, [id(subject, 'submission')]);
    await one(`delete from submission_file where submission_id = $1 and round > 1`, [id(subject, 'submission')]);
    await one(`update submission set round = 1 where submission_id = $1`, [id(subject, 'submission')]);
    const card = [id(subject, 'person'), id(subject, 'card')];
    await one('delete from card_revocation where person_id = $1 and card_id = $2', card);
    await one('delete from card_hold where person_id = $1 and card_id = $2', card);
    await one(
      `update card_hold set released_at = null, released_by = null, release_reason = null, release_paper = null where person_id = $1`,
      [id(subject, 'person')],
    );
    await one(`update card set state = 'HIEU_LUC', ended_at = null, end_reason = null where person_id = $1 and card_id = $2`, card);
    await one(`update item set state = 'awaiting-confirmation' where submission_id = $1`, [id(subject, 'submission')]);
    await one(
      `delete from submission_file f using submission s where f.submission_id = s.submission_id and s.body_id = $1 and s.upload_number not like 'TL-MT-%'`,
      [subject.bodyId],
    );
  });

const walk = (app: FastifyInstance, wall: Walk['wall']): Walk => ({ app, origin: ORIGIN, routes: ROUTES, subjects, cookies, wall, reset });

test('every route of the API stands in the table, or says why not', async () => {
  const app = await aServer(office, folder);
  try {
    const listed = namesOfRoutes(app);
    const known = new Set([...ROUTES.map((route) => `${route.method} ${route.url}`), ...Object.keys(NOT_WALKED)]);
    assert.ok(listed.length > 20, `the server lists its routes: ${listed.length}`);
    assert.deepEqual(
      listed.filter((route) => !known.has(route)),
      [],
    );
  } finally {
    await app.close();
  }
});

test('with both walls every role gets what the table says, from its own bodies and those below', async () => {
  const app = await aServer(office, folder);
  try {
    const { cells, wrong } = await walkMatrix(walk(app, 'application'));
    assert.deepEqual(wrong, []);
    assert.equal(cells, ROUTES.length * (ROLES.length + 1) * RELATIONS.length);
  } finally {
    await app.close();
  }
});

test("with the application's check off, row-level security alone lets nobody see or write beyond", async () => {
  const app = await aServer(office, folder, { appChecks: false });
  try {
    const { wrong } = await walkMatrix(walk(app, 'database'));
    assert.deepEqual(wrong, []);
  } finally {
    await app.close();
  }
});

test('the second walk notices a wall that is down', async () => {
  const app = await aServer(office, folder, { appChecks: false });
  const wall = '(body_id = any ((select session_bodies())::uuid[]))';
  try {
    await one('alter policy submission_file_app on submission_file using (true)', []);
    await one('alter policy submission_app on submission using (true)', []);
    const { wrong } = await walkMatrix({ ...walk(app, 'database'), routes: ROUTES.filter((route) => route.url === '/api/v1/submissions') });
    assert.ok(wrong.length >= RELATIONS.length, `${wrong.length} cells`);
  } finally {
    await one(`alter policy submission_file_app on submission_file using ${wall}`, []);
    await one(`alter policy submission_app on submission using ${wall}`, []);
    await app.close();
  }
});

test('who only sees does not write: the department, the administrator, and before the register everybody but who confirms', async () => {
  const { person: personId, submission: submissionId } = subjects.own.ids as { person: string; submission: string };
  const changes: [string, string][] = [
    [`update submission_file set stage = 'withdrawn' where submission_id = $1`, submissionId],
    [`update item set state = 'withdrawn' where submission_id = $1`, submissionId],
    ['update person set version = 9 where person_id = $1', personId],
  ];
  const changedBy = async (role: Role): Promise<number[]> => {
    const { handle } = await office.signedIn(`00009077777${ROLES.indexOf(role)}`, [[role, BODIES.own]]);
    return Promise.all(changes.map(async ([sql, id]) => (await office.as(handle, (tx) => tx.query(`${sql} returning 1`, [id]))).length));
  };
  for (const role of ['VU_CCVC', 'QT_BNDP', 'TTTT', 'GIAM_SAT', 'CA_NHAN'] as const)
    assert.deepEqual(await changedBy(role), [0, 0, 0], role);
  assert.deepEqual(await changedBy('NHAP_LIEU'), [1, 1, 0]);
  await reset(subjects.own);
  assert.deepEqual(await changedBy('XAC_NHAN'), [1, 1, 1]);
  await reset(subjects.own);
});

test('a list of an act holds only the bodies of the roles that may do it, whatever else the session sees', async () => {
  const app = await aServer(office, folder);
  try {
    const lists: [url: string, here: Role, there: Role, name: 0 | 1][] = [
      ['/api/v1/submissions?limit=50', 'NHAP_LIEU', 'QT_BNDP', 1],
      ['/api/v1/confirmation/queue', 'XAC_NHAN', 'NHAP_LIEU', 0],
    ];
    for (const [index, [url, here, there, name]] of lists.entries()) {
      const { handle } = await office.signedIn(`00009066666${index}`, [
        [here, BODIES.own],
        [there, BODIES.foreign],
      ]);
      const { body } = await app.inject({ url, headers: { cookie: `congvu=${handle}` } });
      assert.ok(body.includes(subjects.own.canaries[name]!), url);
      assert.ok(!body.includes(subjects.foreign.canaries[name]!), url);
    }
    const home = async (grants: [Role, string][], number: string) => {
      const { handle } = await office.signedIn(number, grants);
      const answer = await app.inject({ url: '/api/v1/home', headers: { cookie: `congvu=${handle}` } });
      return answer.json<{ tasks: { kind: string; count: number }[] }>().tasks.map(({ kind, count }) => [kind, count]);
    };
    assert.deepEqual(await home([['XAC_NHAN', BODIES.sibling]], '000090555551'), [
      ['clocks-late', 1],
      ['items-to-confirm', 1],
      ['cases-to-answer', 1],
    ]);
    assert.deepEqual(
      await home(
        [
          ['XAC_NHAN', BODIES.sibling],
          ['NHAP_LIEU', BODIES.foreign],
        ],
        '000090555552',
      ),
      [
        ['uploads-to-fix', 1],
        ['clocks-late', 1],
        ['items-to-confirm', 1],
        ['cases-to-answer', 1],
        ['people-incomplete', 1],
      ],
    );
  } finally {
    await app.close();
  }
});

test('at the personal door each role finds its own person, whole, and none of the others', async () => {
  const app = await aServer(office, folder);
  try {
    for (const role of ROLES)
      for (const url of ['/api/v1/me', '/api/v1/me/groups/B', '/api/v1/me/data.json']) {
        const { statusCode, body } = await app.inject({ url, headers: { cookie: cookies.get(role)! } });
        assert.equal(statusCode, 200, `${role} ${url}`);
        // Two names may begin alike: the longer one is looked for as a whole.
        assert.deepEqual(
          ROLES.filter((other) => body.includes(`"${ownName(other)}"`)),
          [role],
          `${role} ${url}`,
        );
      }
  } finally {
    await app.close();
  }
});

/** Readings whose answer holds nothing of a person: counts, codes, words, the own pages (tested with their own rows at the personal door). */
const NAMES_NOBODY = new Set([
  '/api/v1/people/search/count',
  '/api/v1/submissions',
  '/api/v1/submissions/:id',
  '/api/v1/submissions/:id/problem-groups',
  '/api/v1/approvals',
  '/api/v1/approvals/:id',
  '/api/v1/sending-rules',
  '/api/v1/document-kinds',
  '/api/v1/first-loads',
  '/api/v1/first-loads/:id',
  '/api/v1/receipts/:number',
  '/api/v1/audit/events',
  '/api/v1/audit/events.csv',
  '/api/v1/exchange/lines',
  '/api/v1/exchange/lines/:id',
  '/api/v1/board',
  '/api/v1/duties',
  '/api/v1/plans/:plan',
  '/api/v1/reports',
  '/api/v1/report-definitions',
  '/api/v1/report-questions',
  '/api/v1/board.csv',
  '/api/v1/bodies',
  '/api/v1/bodies/:id/template.xlsx',
  '/api/v1/accounts',
  '/api/v1/home',
  '/api/v1/my/sessions',
  // Nothing of this subject's stands in them: no problem, no returned cell, no suggestion, no case, no erasure of this person; nobody is kept apart.
  '/api/v1/submissions/:id/problems',
  '/api/v1/submissions/:id/returned',
  '/api/v1/erasures',
  '/api/v1/kept-apart',
  '/api/v1/submissions/:id/suggestion-groups',
  // A portrait is looked at alone: nobody of this subject is in a list, so no sample names anybody.
  '/api/v1/confirmation/lists',
  '/api/v1/confirmation/lists/:submissionId',
  // Nobody was asked for consent here: what one leaves stands in consents.db.test.ts.
  '/api/v1/consents',
]);

/** Readings whose answer is about nobody's data: lists of files and counts, words, bodies, one's own sessions and requests. */
const LEAVES_NO_ROW = new Set([
  '/api/v1/submissions',
  '/api/v1/submissions/:id',
  '/api/v1/submissions/:id/problem-groups',
  '/api/v1/approvals',
  '/api/v1/approvals/:id',
  '/api/v1/document-kinds',
  '/api/v1/sending-rules',
  '/api/v1/first-loads',
  '/api/v1/first-loads/:id',
  '/api/v1/exchange/lines',
  '/api/v1/exchange/lines/:id',
  '/api/v1/bodies',
  '/api/v1/bodies/:id/template.xlsx',
  '/api/v1/home',
  '/api/v1/my/sessions',
  '/api/v1/board',
  '/api/v1/duties',
  '/api/v1/plans/:plan',
  '/api/v1/reports',
  '/api/v1/report-definitions',
  '/api/v1/report-questions',
  '/api/v1/consents',
]);

test('whatever shows a person leaves a row that names them, marked no-store; whatever refuses leaves none', async () => {
  const app = await aServer(office, folder);
  try {
    const roles = ['NHAP_LIEU', 'DOI_SOAT', 'XAC_NHAN', 'QT_BNDP'] as const;
    const { handle, accountId } = await office.signedIn(
      '000090444001',
      roles.map((role) => [role, BODIES.own] as const),
    );
    const written = (): Promise<{ id: string; kind: string; act: string; purpose: string; people: string[] }[]> =>
      office.owner.transaction(null, (tx) =>
        tx.query(
          `select event_id as id, kind, act, purpose, listed || coalesce(object_id, '00000000-0000-0000-0000-000000000000') as people
             from audit_event where actor_id = $1 order by tx, event_id`,
          [accountId],
        ),
      );
    const reading = ROUTES.filter((route) => (route.method === 'GET' || route.reads) && !route.url.startsWith('/api/v1/me'));
    const wrong: string[] = [];
    for (const relation of ['own', 'foreign'] as const)
      for (const route of reading) {
        const subject = subjects[relation];
        // Known by id: two rows of one millisecond have no order.
        const before = new Set((await written()).map((row) => row.id));
        const payload = route.payload?.(subject);
        const answer = await app.inject({
          method: route.method,
          url: route.address(subject),
          headers: { cookie: `congvu=${handle}`, origin: ORIGIN },
          ...(payload === undefined ? {} : { payload }),
        });
        if (!String(answer.headers['cache-control']).includes('no-store')) wrong.push(`${route.url}: may be kept on the way`);
        const added = (await written()).filter((row) => !before.has(row.id));
        const reads = added.filter((row) => row.kind === 'read');
        if (answer.statusCode >= 400 && reads.length > 0) wrong.push(`${route.url} · ${relation}: a refusal stands as ${reads[0]!.act}`);
        if (answer.statusCode === 403 || (answer.statusCode === 404 && answer.body.includes('NOT-'))) {
          const acts = added.map((row) => row.act);
          if (acts.length !== 1 || acts[0] !== 'access.refused')
            wrong.push(`${route.url} · ${relation}: a refusal leaves ${acts.join(', ') || 'nothing'}`);
        }
        if (answer.statusCode < 300 && reads.length > 1) wrong.push(`${route.url} · ${relation}: one answer, ${reads.length} readings`);
        if (answer.statusCode < 300 && reads.length === 0 && !LEAVES_NO_ROW.has(route.url))
          wrong.push(`${route.url} · ${relation}: an answer and no row`);
        if (relation === 'foreign' || answer.statusCode >= 300 || NAMES_NOBODY.has(route.url)) continue;
        const named = reads.some((row) => row.people.includes(id(subject, 'person')) && row.purpose !== '');
        const isCase = route.url.startsWith('/api/v1/cases') || route.url.endsWith('/cases');
        if (!named && !isCase) wrong.push(`${route.url}: shows a person and no row names them`);
        if (isCase && reads.length === 0) wrong.push(`${route.url}: shows a case and leaves no row`);
      }
    assert.deepEqual(wrong, []);
  } finally {
    await app.close();
  }
});

test('what belongs to the demo is not there outside it', async () => {
  const only = ['/demo/workbooks/clean.xlsx', '/demo/portraits/good.zip', '/api/v1/demo/accounts'];
  for (const [demo, status] of [
    ['0', 404],
    ['1', 200],
  ] as const) {
    const app = await aServer(office, folder, { demo: demo === '1' });
    try {
      for (const url of only) assert.equal((await app.inject({ url })).statusCode, status, `${url} with DEMO=${demo}`);
    } finally {
      await app.close();
    }
  }
});

test('the table knows every role', () => {
  assert.deepEqual([...new Set(Object.values(EXPECTED).flat())].sort(), [...ROLES].sort());
});
