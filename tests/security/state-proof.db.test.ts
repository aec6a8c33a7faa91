/**
 * The register is as provable as the log: whoever writes into the tables as owner, past the product, is found by `audit verify --state`, whatever
 * they change, add or take away.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { filesIn } from '#base/files/folder.ts';
import { witnessedGrants } from '#authority/access/grant-witness.ts';
import { giveGrant, openJobSession, takeGrant } from '#authority/access/sessions.ts';
import { checkpointSigner } from '#authority/audit/checkpoint.ts';
import type { Finding } from '#authority/audit/findings.ts';
import { recordAct } from '#authority/audit/record.ts';
import { verifyAuditLog } from '#authority/audit/verify.ts';
import type { AuditReport } from '#authority/audit/verify.ts';
import { derivedLists, witnessedLists } from '#record/confirmation/list-witness.ts';
import { witnessedAttestations } from '#record/confirmation/witness.ts';
import { signedAttestations, signedLists } from '#record/confirmation/signatures.ts';
import { signedReceipts } from '#record/receipt/signatures.ts';
import { witnessedReceipts } from '#record/receipt/witness.ts';
import { derivedReach } from '#record/register/reach-witness.ts';
import { derivedPeople, witnessedVersions } from '#record/register/witness.ts';
import { jsonDoor } from '#doors/json/door.ts';
import { AS_OF, anAgency, brings } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { confirmList, makeList } from '#record/intake/confirm-list.ts';
import { recordShown } from '#record/intake/confirm.ts';

let agency: Agency;
let folder: string;
/** What stands in a new office without an act: grants that the builder of the tests gave. */
let usual: ReadonlySet<string>;

const nameOf = (finding: Finding): string => `${finding.kind} ${finding.what.en}`;

async function verify(signatures = false): Promise<AuditReport> {
  const { office } = agency;
  const handle = await openJobSession(office, { bodyId: null, purpose: 'audit' });
  return verifyAuditLog(office.db, handle, {
    files: filesIn(folder),
    key: checkpointSigner('audit.test/act/1', office.keys.signingKey('audit').privateKey).key,
    keys: office.keys,
    state: {
      witnessed: [witnessedVersions, witnessedAttestations, witnessedLists, witnessedReceipts, witnessedGrants],
      derived: [
        derivedPeople(office.keys),
        derivedReach,
        derivedLists,
        ...(signatures ? [signedReceipts(office.keys), signedAttestations(office.keys), signedLists(office.keys)] : []),
      ],
    },
  });
}
const news = async (): Promise<Finding[]> => (await verify()).findings.filter((finding) => !usual.has(nameOf(finding)));

const must = <T>(result: { ok: true; value: T } | { ok: false; problems: readonly { code: string }[] }): T => {
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join());
  return result.value;
};

const TABLES = ['person', 'person_reach', 'person_version', 'attestation', 'receipt', 'role_grant', 'act'];

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'congvu-proof-'));
  agency = await anAgency(undefined, undefined, [jsonDoor]);
  const { office } = agency;
  usual = new Set((await verify()).findings.map(nameOf));
  const submissionId = await agency.sends([
    { number: '000190000001', name: 'Trần Thị Hoa' },
    { number: '000190000002', name: 'Lê Thị Lan' },
  ]);
  for (const personId of await agency.waiting(submissionId)) must(await agency.confirms(submissionId, personId));
  const admin = await office.signedIn('000190555555', [['QT_BNDP', 'H26']]);
  const someone = await office.account('000190555556', []);
  usual = new Set([...usual, ...(await verify()).findings.map(nameOf)]);
  await office.as(admin.handle, async (tx) => {
    for (const [i, role] of (['NHAP_LIEU', 'LD_DON_VI'] as const).entries()) {
      const id = office.chance.uuid7(Date.parse(office.clock.now()));
      const given = await giveGrant(tx, { id, accountId: someone, role, bodyId: agency.bodyId, from: office.clock.today() });
      const taken = i === 1 ? await takeGrant(tx, id) : null;
      await recordAct(tx, office, [
        { act: 'grant.changed', purpose: 'ADMINISTER', bodyId: agency.bodyId, objectId: someone, rows: [given, ...(taken ? [taken] : [])] },
      ]);
    }
  });
  for (const table of TABLES)
    await office.owner.transaction(null, (tx) => tx.query(`create table kept_${table} as select * from ${table}`));
});
after(async () => {
  await agency.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As somebody does who has the owner's log-in; then all is put back. */
async function afterTampering(...statements: readonly string[]): Promise<Finding[]> {
  const { owner } = agency.office;
  try {
    for (const statement of statements) await owner.transaction(null, (tx) => tx.query(statement));
    return await news();
  } finally {
    await owner.transaction(null, async (tx) => {
      for (const table of TABLES) {
        await tx.query(`delete from ${table}`);
        // What is made of other columns makes itself.
        const [made] = await tx.query<{ columns: string }>(
          `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
            where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
          [table],
        );
        await tx.query(`insert into ${table} (${made!.columns}) select ${made!.columns} from kept_${table}`);
      }
    });
  }
}

test('what the product wrote is held against the log row by row, and nothing is found', async () => {
  const report = await verify();
  assert.deepEqual(
    report.findings.filter((finding) => !usual.has(nameOf(finding))),
    [],
  );
  // Two people; an attestation and a receipt each; the receipt of the submission; two grants and one end.
  assert.deepEqual(report.state, { rows: 2 + 2 + 3 + 3, known: 0, erased: 0 });
});

/** Another body is let in, past the product. */
const opened = (why: string): string =>
  `insert into person_reach (person_id, body_id, why, valid_from, valid_to, tx_from)
   select r.person_id, b.body_id, '${why}', r.valid_from, ${why === 'former' ? 'current_date + 20' : `'9999-12-31'`}, r.tx_from
     from person_reach r join body b on b.body_id <> r.body_id limit 1`;
const FIRST = `(person_id, version) = (select person_id, version from person_version order by 1, 2 limit 1)`;
const TAMPERED: readonly (readonly [what: string, kind: Finding['kind'], ...statements: string[]])[] = [
  ['a fact of a version', 'row-changed', `update person_version set document = '{"B":{"hoTenKhaiSinh":"Trần Thị Huệ"}}' where ${FIRST}`],
  ['the sealed part of a version', 'row-changed', `update person_version set sealed = jsonb_build_object('P', 'AAAA') where ${FIRST}`],
  ['the day from which a version holds', 'row-changed', `update person_version set valid_from = valid_from - 400 where ${FIRST}`],
  [
    'the body of a version',
    'row-changed',
    `update person_version set body_id = (select body_id from body where body_id <> person_version.body_id limit 1)`,
  ],
  ['the record time of a version', 'row-changed', `update person_version set tx = tx - 1 where ${FIRST}`],
  ['a version taken away', 'row-missing', `delete from person_version where ${FIRST}`],
  [
    'a version that nobody confirmed',
    'row-without-act',
    `insert into person_version (person_id, version, body_id, valid_from, groups, document, source, dictionary_version)
     select person_id, 99, body_id, valid_from, groups, document, source, dictionary_version from person_version where ${FIRST}`,
  ],
  [
    'an attestation taken away',
    'row-missing',
    `delete from attestation where attestation_id = (select attestation_id from attestation limit 1)`,
  ],
  ['the signer of an attestation', 'row-changed', `update attestation set signer_id = gen_random_uuid()`],
  ['an attestation for other items', 'row-changed', `update attestation set item_ids = '{}'`],
  ['the content of a receipt', 'row-changed', `update receipt set content = replace(content, '"accepted":2', '"accepted":3')`],
  ['a receipt taken away', 'row-missing', `delete from receipt where kind = 'R2'`],
  [
    'a receipt that was never issued',
    'row-without-act',
    `insert into receipt select 'BN-00000-00000', submission_id, round, body_id, kind, at, content, jws from receipt limit 1`,
  ],
  [
    'a role that nobody gave',
    'row-without-act',
    `insert into role_grant (grant_id, account_id, role, body_id, valid_from) select gen_random_uuid(), account_id, 'XAC_NHAN', body_id, valid_from from role_grant limit 1`,
  ],
  ['another role in a grant', 'row-changed', `update role_grant set role = 'XAC_NHAN' where role = 'NHAP_LIEU' and granted_by is not null`],
  [
    'a grant that was closed opened again',
    'row-missing',
    `update role_grant set tx_to = 9223372036854775807, closed_by = null where closed_by is not null`,
  ],
  ['the instant of a transaction', 'instant-changed', `update act set at = '2001-01-01' where tx = (select max(tx) from act)`],
  ['an instant without a deed', 'instant-changed', `insert into act (tx, at) values (1, now())`],
  ['an instant taken away', 'instant-changed', `delete from act where tx = (select max(tx) from act)`],
  [
    'what stands today, past the versions',
    'projection-changed',
    `update person set document = document || '{"B": {"hoTenKhaiSinh": "Trần Thị Huệ"}}'`,
  ],
  ['a column that lists and searches read', 'projection-changed', `update person set full_name = 'Trần Thị Huệ'`],
  ['which groups a search finds somebody by', 'projection-changed', `update person set groups_held = groups_held # 2`],
  ['whether a search finds somebody as unconfirmed', 'projection-changed', `update person set has_unconfirmed = not has_unconfirmed`],
  ...(['managing', 'using', 'seconded', 'concurrent', 'former', 'duty'] as const).map(
    (why) => [`a body that may see a person, as ${why}`, 'projection-changed', opened(why)] as const,
  ),
  [
    'a body that may see a number that was only sent',
    'projection-changed',
    opened('managing').replace('select r.person_id', 'select gen_random_uuid()'),
  ],
  ['a person whom nobody manages any more', 'projection-changed', `update person_reach set tx_to = tx_from`],
  ['since when somebody may see a person', 'projection-changed', `update person_reach set tx_from = tx_from - 1`],
];
for (const [what, kind, ...statements] of TAMPERED)
  test(`found: ${what}`, async () => {
    const found = await afterTampering(...statements);
    assert.ok(
      found.some((finding) => finding.kind === kind),
      `${kind} is not among ${found.map(nameOf).join(' · ') || 'nothing'}`,
    );
  });

test('after all that, put back, it is whole again', async () => {
  assert.deepEqual(await news(), []);
});

test('an act on one line is a version as any other: it is held against the log, and so is what stands because of it', async () => {
  const { needs, clerk, officer, office, bodyId } = agency;
  const add = { 'hopDong.so': '01/HĐ', 'hopDong.loai': 'HDLV_KXD', 'hopDong.tuNgay': '01/01/2024' };
  const bytes = Buffer.from(JSON.stringify({ soDinhDanh: '000190000001', hopDong: { operations: [{ add }] } }));
  const { submissionId } = must(await brings(needs, clerk, { bodyId, fileName: '', bytes, asOf: AS_OF }));
  await agency.works();
  must(await agency.submits(submissionId));
  await agency.works();
  const [personId] = await agency.waiting(submissionId);
  const before = await verify();
  must(await agency.confirms(submissionId, personId!));
  const after = await verify();
  assert.deepEqual(
    after.findings.filter((finding) => !usual.has(nameOf(finding))),
    [],
  );
  // The version, the attestation and the receipt.
  assert.equal(after.state!.rows, before.state!.rows + 3);
  const taken = await office.as(officer.handle, (tx) =>
    tx.query<{ version: number }>('select version from person where person_id = $1', [personId]),
  );
  await office.owner.transaction(null, (tx) =>
    tx.query(`update person set document = jsonb_set(document, '{E,hopDong,0,so}', '"99/HĐ"') where person_id = $1 and version = $2`, [
      personId,
      taken[0]!.version,
    ]),
  );
  assert.deepEqual(
    (await news()).map(({ kind }) => kind),
    ['projection-changed'],
  );
});

/** Three people confirmed as one list. */
async function aList(): Promise<void> {
  const { needs, officer, office } = agency;
  const submissionId = await agency.sends([1, 2, 3].map((n) => ({ number: `00019000010${n}`, name: 'Trần Thị Mai' })));
  await agency.answered(submissionId, 'KHOP');
  const { list, sample } = must(await office.as(officer.handle, (tx) => makeList(tx, needs, officer, submissionId)));
  for (const { personId } of sample) {
    const view = must(await agency.shows(submissionId, personId));
    await office.as(officer.handle, (tx) => recordShown(tx, needs, view));
  }
  must(await office.as(officer.handle, (tx) => confirmList(tx, needs, officer, { submissionId, listHash: list!.root })));
}

test('a list confirmed as one act is held against the log, each part of it and its root', async () => {
  const known = new Set((await news()).map(nameOf));
  const before = await verify();
  await aList();
  const after = await verify();
  const fresh = async (): Promise<string[]> => (await news()).filter((finding) => !known.has(nameOf(finding))).map(({ kind }) => kind);
  assert.deepEqual(await fresh(), []);
  // Three versions and three parts, the list, its receipt and that of the submission.
  assert.equal(after.state!.rows, before.state!.rows + 3 + 3 + 1 + 2);
  const { owner } = agency.office;
  const tampered: readonly (readonly [string, readonly string[], string])[] = [
    [`update attestation_list set jws = 'x' || jws`, ['row-changed'], `update attestation_list set jws = substr(jws, 2)`],
    [
      `update attestation_list set people = people + 1`,
      ['projection-changed', 'row-changed'],
      `update attestation_list set people = people - 1`,
    ],
    [
      `update attestation set shown_hash = set_byte(shown_hash, 0, get_byte(shown_hash, 0) # 1) where list_no = 1`,
      ['projection-changed', 'row-changed'],
      `update attestation set shown_hash = set_byte(shown_hash, 0, get_byte(shown_hash, 0) # 1) where list_no = 1`,
    ],
    [
      `update attestation set list_no = 7 where list_no = 0`,
      ['projection-changed', 'row-changed'],
      `update attestation set list_no = 0 where list_no = 7`,
    ],
  ];
  for (const [sql, kinds, back] of tampered) {
    await owner.transaction(null, (tx) => tx.query(sql));
    assert.deepEqual([...new Set(await fresh())].sort(), kinds, sql);
    await owner.transaction(null, (tx) => tx.query(back));
  }
  assert.deepEqual(await fresh(), []);
});

test('each signature is checked with the published key, and what was shown with its hash', async () => {
  const { owner } = agency.office;
  const wrong = async (): Promise<string[]> =>
    (await verify(true)).findings.flatMap(({ kind, what }) => (kind === 'signature-wrong' ? [/Table (\w+)/.exec(what.en)![1]!] : []));
  assert.deepEqual(await wrong(), []);
  const tampered: readonly (readonly [string, string, string])[] = [
    [
      `update receipt set content = replace(content, '"round":1', '"round":9')`,
      'receipt',
      `update receipt set content = replace(content, '"round":9', '"round":1')`,
    ],
    [
      `update attestation set jws = 'x' || jws where jws is not null`,
      'attestation',
      `update attestation set jws = substr(jws, 2) where jws is not null`,
    ],
    [`update attestation_list set items = items + 1`, 'attestation_list', `update attestation_list set items = items - 1`],
    [
      `update attestation set shown_hash = set_byte(shown_hash, 0, get_byte(shown_hash, 0) # 1)`,
      'attestation',
      `update attestation set shown_hash = set_byte(shown_hash, 0, get_byte(shown_hash, 0) # 1)`,
    ],
    [`update signing_key set kid = 'AAAAAAAAAAAAAAAA' where purpose = 'receipt'`, 'receipt', ''],
  ];
  for (const [sql, table, back] of tampered) {
    const [kept] = await owner.transaction(null, (tx) =>
      tx.query<{ kid: string }>(`select kid from signing_key where purpose = 'receipt'`),
    );
    await owner.transaction(null, (tx) => tx.query(sql));
    assert.deepEqual([...new Set(await wrong())], [table], sql);
    await owner.transaction(null, (tx) => tx.query(back || `update signing_key set kid = '${kept!.kid}' where purpose = 'receipt'`));
  }
  assert.deepEqual(await wrong(), []);
});
