/**
 * What a landed version registered, attested, issued and logged is as provable after today's migrations as it was before: every receipt, every
 * attestation, every card's status, the log and the register held against it. Which versions: `tests/fixtures/upgrade`.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { installSessionSecret } from '#authority/access/sessions.ts';
import { epochByKid, publishedKey } from '#authority/keys/store.ts';
import { CHECKPOINT_FILE } from '#authority/audit/tiles.ts';
import { sequenceAll, takeTerm } from '#authority/audit/sequencer.ts';
import { verifyAuditLog } from '#authority/audit/verify.ts';
import type { AuditReport } from '#authority/audit/verify.ts';
import { systemChance } from '#base/chance.ts';
import { stoppedClock, systemClock } from '#base/clock.ts';
import { readConfig } from '#base/config.ts';
import { openDatabase } from '#base/database/transaction.ts';
import type { Database, Tx } from '#base/database/transaction.ts';
import { filesInFolder } from '#base/files/folder.ts';
import { openLog } from '#base/log.ts';
import { openKeys } from '#base/master-keys.ts';
import type { Keys } from '#base/sealing.ts';
import { verifyAttestation } from '#record/confirmation/attest.ts';
import type { PresentedContent } from '#record/confirmation/shapes.ts';
import { verifyReceipt } from '#record/receipt/issue.ts';
import type { ReceiptContent } from '#record/receipt/shapes.ts';
import { readEcJwk } from '#standard/card/compact-jws.ts';
import { judgeCard } from '#standard/card/judge.ts';
import type { EcPublicJwk, StatusList } from '#standard/card/shapes.ts';
import { readStatusList } from '#standard/card/status-list.ts';
import { readTrustList } from '#standard/card/trust-list.ts';
import { webCrypto } from '#standard/card/web-crypto.ts';
import { verifyEverything } from '#start/commands/audit-command.ts';
import { recordMade } from '#start/commands/command-acts.ts';
import { cardIssuerName, compose } from '#start/compose.ts';
import type { Composed } from '#start/compose.ts';
import { loadListsInto } from '#start/load-lists.ts';
import { activeKey } from '#uses/card/core/signer.ts';
import { openCardSigner } from '#uses/card/open-signer.ts';
import { addressesOf } from '#uses/card/protocol.ts';
import { publishRound, statusFile, TRUST_LIST_FILE } from '#uses/card/publish.ts';
import { EARLIER_VERSIONS, openEarlierVersion } from '../earlier-version.ts';
import type { EarlierVersion } from '../earlier-version.ts';

/** Nobody listens here. */
const NOWHERE = 'http://127.0.0.1:1';
/** What an upgrade may write more rows into: the tables of the migrations themselves, and what a release brings as rows. */
const GROW = ['migration', 'migration_checksum', 'access_may', 'access_role'];

/** Everything of today's product on the data of that version; nothing runs. */
function composed(version: EarlierVersion, keys: Keys, db: Database): Composed {
  const config = readConfig({
    DEMO: '1',
    DATA_FOLDER: version.folder,
    PUBLIC_URL: version.about.publicUrl,
    OIDC_ISSUER: NOWHERE,
    POPULATION_URL: NOWHERE,
  });
  assert.ok(config.ok);
  // Cards are looked at as of then: a copy lives for days.
  const then = stoppedClock(new Date(version.about.shown.at(-1)!.atMs).toISOString());
  const organisation = cardIssuerName(config.value).vi;
  const signer = openCardSigner(join(version.folder, 'keys'), {
    keys,
    clock: then,
    chance: systemChance,
    organisation,
    issuerId: addressesOf(config.value.cardUrl).issuer,
    mayCreate: false,
  });
  assert.ok(signer.ok);
  const files = filesInFolder(version.folder);
  const jobs = { send: async () => undefined, work: async () => undefined, lift: async () => false, stop: async () => undefined };
  const opened = { config: config.value, clock: systemClock, chance: systemChance, log: openLog('silent'), keys, db, jobs, files };
  const all = compose({ ...opened, cardSigner: signer.value, simulators: [] });
  return { ...all, card: { ...all.card, clock: then } };
}

const verified = (of: Composed, keys: Keys, version: EarlierVersion): Promise<AuditReport> =>
  verifyEverything({
    db: of.db,
    keys,
    keysFolder: join(version.folder, 'keys'),
    files: filesInFolder(version.folder),
    publicUrl: version.about.publicUrl,
    state: true,
  });

/** The public half that signed; of the keys that are published for ever. */
async function keyOf(tx: Tx, keys: Keys, jws: string) {
  const { kid } = JSON.parse(Buffer.from(jws.split('.')[0]!, 'base64url').toString()) as { kid: string };
  const epoch = await epochByKid(tx, kid);
  const key = epoch && publishedKey(keys, epoch);
  assert.ok(key, `the key ${kid} is published`);
  return key;
}

async function receiptsHold(db: Database, keys: Keys): Promise<number> {
  return db.transaction(null, async (tx) => {
    const rows = await tx.query<{ content: string; jws: string }>('select content, jws from receipt');
    for (const { content, jws } of rows) {
      const receipt = { content: JSON.parse(content) as ReceiptContent, jws };
      assert.equal(await verifyReceipt(receipt, await keyOf(tx, keys, jws)), true, receipt.content.number);
    }
    return rows.length;
  });
}

async function attestationsHold(db: Database, keys: Keys): Promise<number> {
  return db.transaction(null, async (tx) => {
    const rows = await tx.query<{ id: string; jws: string; sealed: Buffer; salt: Buffer }>(
      'select a.attestation_id as id, a.jws, a.shown_sealed as sealed, s.salt from attestation a join person_salt s using (person_id)',
    );
    for (const { id, jws, sealed, salt } of rows) {
      const shown = JSON.parse(Buffer.from(keys.open(salt, 'attestation', sealed)).toString()) as PresentedContent;
      assert.equal(await verifyAttestation(jws, shown, await keyOf(tx, keys, jws)), true, id);
    }
    return rows.length;
  });
}

/** What a door says of what the wallets showed, by the lists that stand in the folder. */
async function verdicts(of: Composed, { about }: EarlierVersion): Promise<string[]> {
  const crypto = webCrypto(globalThis.crypto.subtle);
  const read = async (name: string): Promise<string> => Buffer.from((await of.files('card').read(name))!).toString();
  const anchor = readEcJwk({ ...(await activeKey(of.card.signer, 'anchor')).publicJwk }) as EcPublicJwk;
  const said: string[] = [];
  for (const { text, atMs } of about.shown) {
    const trust = await readTrustList(await read(TRUST_LIST_FILE), { crypto, anchors: [anchor], nowMs: atMs, seenVersion: 0 });
    assert.ok(trust.ok);
    const lists = new Map<string, StatusList>();
    for (const uri of trust.value.statusLists) {
      const list = await readStatusList(await read(statusFile(Number(uri.split('/').at(-1)))), {
        crypto,
        trust: trust.value,
        uri,
        nowMs: atMs,
      });
      assert.ok(list.ok, JSON.stringify(list));
      lists.set(uri, list.value);
    }
    // What was shown then answered the number that was given then; a one-time code answers none.
    const proof = text.startsWith('VN') ? undefined : text.split('~').at(-1)!.split('.')[1]; // a dot is a sign of base45, too
    const { nonce } = JSON.parse(proof ? Buffer.from(proof, 'base64url').toString() : '{}') as { nonce?: string };
    const asked = nonce === undefined ? [] : [{ audience: null, nonce }];
    const seen = { crypto, nowMs: atMs, clockOffsetMs: null, trust: trust.value, lists, environment: 'THU_NGHIEM' as const };
    said.push((await judgeCard(text, { ...seen, asked, unasked: null, nonceSeen: () => false })).code);
  }
  return said;
}

const VERSIONS = readdirSync(EARLIER_VERSIONS, { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .map(({ name }) => name);

test('there is a version to upgrade from', () => {
  assert.ok(VERSIONS.includes('0321_stored_file'));
});

for (const name of VERSIONS)
  test(`${name}: what it registered, attested, issued and logged holds after the migrations of today, and the log goes on`, async (t) => {
    const version = await openEarlierVersion(name);
    const keys = openKeys({ keysFolder: join(version.folder, 'keys'), keyService: null }, { mayCreate: false });
    assert.ok(keys.ok);
    const db = openDatabase({ connectionString: version.appUrl, poolSize: 4 });
    const owner = openDatabase({ connectionString: version.ownerUrl, poolSize: 1 });
    t.after(async () => {
      await db.close();
      await owner.close();
      await version.close();
    });
    const before = await version.rows();
    const outside = readFileSync(join(version.folder, 'audit', CHECKPOINT_FILE), 'utf8');

    await t.test('every row of it is there, none more', async () => {
      assert.deepEqual(
        Object.entries(version.about.rows).filter(([table, n]) => before.get(table) !== n),
        [],
        'it was opened whole',
      );
      assert.ok((await version.upgrade()).length > 0);
      const now = await version.rows();
      assert.deepEqual(
        [...before].filter(([table, n]) => (GROW.includes(table) ? (now.get(table) ?? 0) < n : now.get(table) !== n)),
        [],
      );
    });
    await installSessionSecret(version.ownerUrl, keys.value.sessionSecret);
    const product = composed(version, keys.value, db);

    await t.test('every receipt and every attestation verifies by the keys that are published', async () => {
      assert.equal(await receiptsHold(owner, keys.value), version.about.rows['receipt']);
      assert.equal(await attestationsHold(owner, keys.value), version.about.rows['attestation']);
      assert.ok(version.about.rows['attestation']! >= 3);
    });

    await t.test('a door says of each card what it said then, by the lists of then and by those that are published now', async () => {
      const then = version.about.shown.map(({ verdict }) => verdict);
      assert.deepEqual(await verdicts(product, version), then);
      await owner.transaction(null, (tx) => tx.query(`update status_list set signed_at = signed_at - interval '1 hour'`));
      const copies = await owner.transaction(null, (tx) =>
        tx.query<{ held: boolean; ended: boolean }>(
          `select c.state = 'HIEU_LUC' as held, s.ended_at is not null as ended from card_copy y join card c using (card_id) join status_slot s using (list, idx)`,
        ),
      );
      assert.equal(copies.length, then.length);
      for (const { held, ended } of copies) assert.equal(ended, !held, 'a copy ends with its card');
      const { lists } = await publishRound(product.card, { keeping: false });
      assert.ok(lists.length > 0);
      assert.deepEqual(await verdicts(product, version), then);
    });

    await t.test('the log is whole, and the register is what the log says', async () => {
      const { findings, state, size } = await verified(product, keys.value, version);
      assert.deepEqual(findings, []);
      assert.equal(size, version.about.rows['audit_leaf']);
      assert.ok(state!.rows >= version.about.rows['person_version']!);
    });

    await t.test('the log goes on: what today’s code writes stands above what was signed then', async () => {
      await loadListsInto(version.ownerUrl, keys.value);
      await recordMade(version.ownerUrl, product.submission)({ sha256: '0'.repeat(64), tables: 0, rows: 0, files: 0 });
      const handle = await product.jobSession(null);
      const term = await takeTerm(product.sequencer, handle);
      // Transactions of other tests on this cluster may hold the settled point back for a while.
      let report = await verified(product, keys.value, version);
      for (; report.waiting > 0; report = await verified(product, keys.value, version)) {
        await sleep(50);
        assert.equal((await sequenceAll(product.sequencer, handle, term)).problem, null);
      }
      assert.deepEqual(report.findings, []);
      assert.ok(report.size > version.about.rows['audit_leaf']!);
      const now = readFileSync(join(version.folder, 'audit', CHECKPOINT_FILE), 'utf8');
      assert.notEqual(now, outside);
      // Whoever kept the head that was signed then still finds it in the log.
      const { files, key } = product.audit;
      assert.deepEqual((await verifyAuditLog(db, handle, { files, key, keys: keys.value, outside: [outside] })).findings, []);
    });
  });
