/** An attestation that is taken along: who gets what of it, and what an outsider finds out with keys that they hold. */
import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { extractText, getDocumentProxy } from 'unpdf';
import { openJobSession } from '#authority/access/sessions.ts';
import { checkpointSigner, verifierKey } from '#authority/audit/checkpoint.ts';
import { sequenceAll, takeTerm } from '#authority/audit/sequencer.ts';
import { LOG } from '#authority/audit/shapes.ts';
import { bodiesOn } from '#authority/organisations/store.ts';
import { settledSince } from '#base/database/settled-for-tests.ts';
import type { SessionHandle, Tx } from '#base/database/transaction.ts';
import { filesIn } from '#base/files/folder.ts';
import { leafOf } from '#record/confirmation/list-attestation.ts';
import { leavesBeside } from '#record/confirmation/take-along-store.ts';
import { attestationRows, takeAlong } from '#record/confirmation/take-along.ts';
import { takenPaper } from '#record/confirmation/taken-paper.ts';
import type { TakenAttestation } from '#record/confirmation/taken-shapes.ts';
import { seesAll } from '#doors/desk/attestation-routes.ts';
import { enableOwnRecordPolicies } from '#doors/personal/store.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { confirmList, makeList } from '#record/intake/confirm-list.ts';
import { recordShown } from '#record/intake/confirm.ts';
import { verifyAttestation } from '#tools/verify-attestation.mjs';
import type { AttestationVerdict } from '#tools/verify-attestation.mjs';

const ALONE = '000190000811';
const LISTED = ['000190000821', '000190000822', '000190000823'] as const;

let agency: Agency;
let folder: string;
/** by number */
const people = new Map<string, string>();
const accounts = new Map<string, string>();
let needs: Parameters<typeof takeAlong>[1];
let logKey: string;
const files: { alone: TakenAttestation; listed: TakenAttestation } = {} as never;

const must = <T>(result: { ok: true; value: T } | { ok: false; problems: readonly { code: string }[] }): T => {
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join());
  return result.value;
};

/** Everything so far stands under a signed head; transactions of other tests may hold the settled point back. */
async function sequenced(): Promise<void> {
  const { office } = agency;
  const system = await openJobSession(office, { bodyId: null, purpose: 'audit' });
  const signer = checkpointSigner('audit.test/act/1', office.keys.signingKey('audit').privateKey);
  const publish = { db: office.db, clock: office.clock, files: filesIn(folder), signer, log: LOG };
  await settledSince(
    (work) => office.owner.transaction(null, work),
    'select max(tx) from audit_event where log = $1 and tx < record_tx()',
    [LOG],
  );
  must(
    await sequenceAll(publish, system, await takeTerm(publish, system)).then(({ problem }) =>
      problem ? { ok: false, problems: [problem] } : { ok: true, value: null },
    ),
  );
}

async function confirmed(number: string): Promise<void> {
  const submissionId = await agency.sends([{ number, name: 'Trần Thị Hoa' }]);
  const [personId] = await agency.waiting(submissionId);
  must(await agency.confirms(submissionId, personId!));
  people.set(number, personId!);
}

async function confirmedAsList(): Promise<void> {
  const { needs: intake, officer, office } = agency;
  const submissionId = await agency.sends(LISTED.map((number) => ({ number, name: 'Trần Thị Mai' })));
  await agency.answered(submissionId, 'KHOP');
  const { list, sample } = must(await office.as(officer.handle, (tx) => makeList(tx, intake, officer, submissionId)));
  for (const { personId } of sample) {
    const view = must(await agency.shows(submissionId, personId));
    await office.as(officer.handle, (tx) => recordShown(tx, intake, view));
  }
  must(await office.as(officer.handle, (tx) => confirmList(tx, intake, officer, { submissionId, listHash: list!.root })));
  for (const number of LISTED) {
    const [row] = await office.owner.transaction(null, (tx) =>
      tx.query<{ person_id: string }>('select person_id from national_id where id_hash = $1', [office.keys.nationalIdHash(number)]),
    );
    people.set(number, row!.person_id);
  }
}

const idOf = async (personId: string): Promise<string> => {
  const [row] = await agency.office.owner.transaction(null, (tx) =>
    tx.query<{ id: string }>('select attestation_id as id from attestation where person_id = $1', [personId]),
  );
  return row!.id;
};
const takes = async (tx: Tx, number: string, all = true) =>
  takeAlong(tx, needs, { personId: people.get(number)!, attestationId: await idOf(people.get(number)!) }, () => all);
/** In the session of the person, as on the own pages. */
async function asSelf<T>(number: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { office } = agency;
  const accountId = accounts.get(number) ?? (await office.account(number, []));
  accounts.set(number, accountId);
  const { handle } = await office.signIn(accountId);
  return office.as(handle, async (tx) => {
    await enableOwnRecordPolicies(tx);
    return work(tx);
  });
}
const held = (taken: TakenAttestation): Parameters<typeof verifyAttestation>[1] => ({ keys: [taken.key!], logKey });
const verdict = (file: unknown, holds = held(files.alone)): AttestationVerdict => verifyAttestation(file, holds).verdict;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'congvu-taken-'));
  agency = await anAgency();
  const { office } = agency;
  const signer = checkpointSigner('audit.test/act/1', office.keys.signingKey('audit').privateKey);
  logKey = verifierKey(signer.key);
  needs = {
    files: filesIn(folder),
    key: signer.key,
    keys: office.keys,
    demo: false,
    publicUrl: 'https://congvu.example',
    bodyNames: async (tx, ids) => new Map([...(await bodiesOn(tx, ids, office.clock.today()))].map(([id, body]) => [id, body.name])),
  };
  await confirmed(ALONE);
  const early = must(await asSelf(ALONE, (tx) => takes(tx, ALONE)));
  assert.equal(early.log, null, 'no head covers it yet');
  assert.equal(verdict(early, held(early)), 'no-proof');
  await confirmedAsList();
  await sequenced();
  files.alone = must(await asSelf(ALONE, (tx) => takes(tx, ALONE)));
  files.listed = must(await asSelf(LISTED[1], (tx) => takes(tx, LISTED[1])));
});
after(async () => {
  await agency?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('who was attested takes it along whole, and a stranger with the published keys finds it right: signed alone, and as a part of a list', () => {
  for (const taken of [files.alone, files.listed]) {
    const found = verifyAttestation(JSON.parse(JSON.stringify(taken)), held(taken));
    assert.equal(found.verdict, 'right', JSON.stringify(found.lines));
    assert.equal((JSON.parse(taken.signed!) as { groups: object[] }).groups.length, taken.about.groups.length);
    assert.equal(found.about!.bodyId, agency.bodyId);
  }
  assert.ok(files.listed.list!.proof.length >= 1, 'three people: one hash or two beside the way');
  assert.deepEqual(verifyAttestation(files.listed, held(files.listed)).about!.list!.people, 3);
});

test('each way in which it may be wrong has its own verdict', () => {
  const { alone, listed } = files;
  const other = { ...alone.key!, x: Buffer.alloc(32, 7).toString('base64url') };
  const changedText = alone.signed!.replace('Hoa', 'Hòa');
  const log = alone.log!;
  const table: readonly (readonly [string, unknown, Parameters<typeof verifyAttestation>[1], AttestationVerdict])[] = [
    ['a letter of the content', { ...alone, signed: changedText }, held(alone), 'changed'],
    ['the hash too', { ...alone, signed: changedText, shownHash: hashOf(changedText) }, held(alone), 'changed'],
    [
      'the same as an agency of one’s own would sign it',
      { ...alone, signed: changedText, shownHash: hashOf(changedText), ...signedAnew(changedText) },
      held(alone),
      'other-key',
    ],
    [
      'a published key of another agency',
      alone,
      { keys: [{ ...alone.key!, congvu: { ...alone.key!.congvu, bodyId: alone.attestationId } }], logKey },
      'other-key',
    ],
    ['another key published under the name', alone, { keys: [other], logKey }, 'other-key'],
    ['no such key published', alone, { keys: [], logKey }, 'unknown-key'],
    [
      'a key published for receipts',
      alone,
      { keys: [{ ...alone.key!, congvu: { ...alone.key!.congvu, purpose: 'receipt' } }], logKey },
      'unknown-key',
    ],
    ['no proof of the log', { ...alone, log: null }, held(alone), 'no-proof'],
    ['no key of the log', alone, { keys: [alone.key!], logKey: null }, 'no-proof'],
    ['another place in the log', { ...alone, log: { ...log, index: log.index + 1 } }, held(alone), 'not-in-log'],
    ['the proof of another attestation', { ...alone, log: listed.log }, held(alone), 'not-in-log'],
    ['a proof without what the row says', { ...alone, log: { ...log, payload: null } }, held(alone), 'not-in-log'],
    ['another place in the list', { ...listed, list: { ...listed.list!, no: (listed.list!.no + 1) % 3 } }, held(listed), 'changed'],
    ['somebody else’s content', { ...listed, signed: alone.signed, shownHash: alone.shownHash }, held(listed), 'changed'],
    ['a part without its way', { ...listed, list: { ...listed.list!, proof: [] } }, held(listed), 'changed'],
    [
      'a head of more people',
      { ...listed, list: { ...listed.list!, head: listed.list!.head.replace('"people":3', '"people":4') } },
      held(listed),
      'changed',
    ],
    ['without its content', { ...alone, signed: null }, held(alone), 'without-content'],
    ['cut off', { format: alone.format }, held(alone), 'unreadable'],
    ['no file of ours', [], held(alone), 'unreadable'],
  ];
  for (const [what, file, holds, expected] of table) assert.equal(verdict(file, holds), expected, what);
  assert.equal(
    verifyAttestation({ ...listed, signed: null }, held(listed)).verdict,
    'right',
    'a part of a list is proven without what it is about',
  );
});

test('what the taker does not see leaves with nobody: the file then holds hashes', async () => {
  const without = must(await agency.office.as(agency.officer.handle, (tx) => takes(tx, ALONE, false)));
  assert.equal(without.signed, null);
  assert.equal(JSON.stringify(without).includes('Trần Thị Hoa'), false);
  const shown = JSON.parse(files.alone.signed!) as Parameters<typeof seesAll>[0];
  assert.equal(seesAll(shown, ['XAC_NHAN'], true), true);
  assert.equal(seesAll(shown, ['XAC_NHAN'], false), false, 'masked fields are of those who may ask for them');
  for (const role of ['LD_DON_VI', 'GIAM_SAT', 'TTTT', 'QT_BNDP']) assert.equal(seesAll(shown, [role], true), false, role);
});

test('nobody else reaches it, nor the leaves of its list, nor its row in the log', async () => {
  const { office } = agency;
  const foreign = await office.signedIn('000190777001', [['XAC_NHAN', 'H41']]);
  const nosy = (handle: SessionHandle) =>
    office.as(handle, async (tx) => {
      await enableOwnRecordPolicies(tx);
      const [alone, listed] = [people.get(ALONE)!, people.get(LISTED[1])!];
      return {
        taken: (await takes(tx, ALONE)).ok,
        leaves: (await leavesBeside(tx, listed, await idOf(listed))).length,
        rows: (await tx.query('select 1 as one from log_rows_of_attestation($1, $2)', [alone, await idOf(alone)])).length,
      };
    });
  const NOTHING = { taken: false, leaves: 0, rows: 0 };
  assert.deepEqual(await nosy(foreign.handle), NOTHING);
  assert.deepEqual(await nosy((await office.signIn(await office.account(LISTED[0], []))).handle), NOTHING, 'another person');
  assert.equal((await asSelf(LISTED[1], (tx) => takes(tx, ALONE))).ok, false);
});

test('the leaves that the database hands out are those that were signed', async () => {
  const personId = people.get(LISTED[1])!;
  const rows = await agency.office.owner.transaction(null, (tx) =>
    tx.query<{ personId: string; shownHash: string; items: string[] }>(
      `select person_id as "personId", encode(shown_hash, 'hex') as "shownHash", item_ids as items from attestation
        where list_id = (select list_id from attestation where person_id = $1) order by list_no`,
      [personId],
    ),
  );
  const handed = await asSelf(LISTED[1], async (tx) => leavesBeside(tx, personId, await idOf(personId)));
  assert.deepEqual(
    handed.map(hex),
    rows.map((part) => hex(leafOf({ v: 1, ...part }))),
  );
});

test('the list of attestations says when, by whom, of which agency and which groups; the paper has all of it and the hash', async () => {
  const personId = people.get(ALONE)!;
  const own = await asSelf(ALONE, (tx) => attestationRows(tx, needs, personId));
  const officers = await agency.office.as(agency.officer.handle, (tx) => attestationRows(tx, needs, personId));
  assert.deepEqual(own, officers);
  assert.equal(own.length, 1);
  assert.ok(own[0]!.groups.length > 0 && own[0]!.bodyName !== '');
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await takenPaper(files.alone, 'Trần Thị Hoa'))), {
    mergePages: true,
  });
  for (const said of [
    files.alone.shownHash,
    files.alone.attestationId,
    files.alone.key!.kid,
    own[0]!.bodyName,
    'Trần Thị Hoa',
    'BẢN XÁC NHẬN',
    'ATTESTATION',
  ])
    assert.ok(text.normalize('NFC').includes(said), `${said} in ${text}`);
});

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The signature and the key of a forger who names the key of the agency. */
function signedAnew(text: string): { readonly jws: string; readonly key: object } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const head = files.alone.jws.split('.')[0]!;
  const signature = sign(null, Buffer.from(`${head}.${Buffer.from(text).toString('base64url')}`), privateKey).toString('base64url');
  return { jws: `${head}..${signature}`, key: { ...files.alone.key!, x: publicKey.export({ format: 'jwk' }).x } };
}
