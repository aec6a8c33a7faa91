/** The wall around a person's own record: who sees own rows, and that nobody sees, or writes, anything more by it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { ROLES } from '#authority/access/shapes.ts';
import type { Role } from '#authority/access/shapes.ts';
import type { SessionHandle, Tx } from '#base/database/transaction.ts';

/** Tables that hold own rows, and those about the same person that stay shut. */
const OWN = ['national_id', 'person_salt', 'person', 'person_version', 'card', 'card_copy'] as const;
const SHUT = [
  'item',
  'attestation',
  'submission',
  'submission_line',
  'receipt',
  'match_result',
  'card_offer',
  'card_wallet_grant',
] as const;
const ME = '000190900201';
const HER = '000190900202';
const BODY = 'H26.03.01';

let office: Office;
const ids: Record<string, string> = {};

const one = (sql: string, values: readonly unknown[]): Promise<unknown> => office.owner.transaction(null, (tx) => tx.query(sql, values));

/** A person with a row in every table, in one body; written as the owner. */
async function aPerson(number: string, index: number): Promise<string> {
  const uuid = (): string => office.chance.uuid7(Date.parse(office.clock.now()));
  const bodyId = await office.body(BODY);
  const personId = uuid();
  const other = uuid();
  const bytes = (n: number): Buffer => Buffer.alloc(32, n + index);
  const card = `000${String(index).padStart(2, '0')}-00000-0`;
  await one('insert into person_salt (person_id, body_id, salt) values ($1, $2, $3)', [personId, bodyId, bytes(1)]);
  await one(`insert into national_id (id_hash, person_id, body_id, sealed, state, claimed_by) values ($1, $2, $3, '', 'registered', $2)`, [
    office.keys.nationalIdHash(number),
    personId,
    bodyId,
  ]);
  await one(`insert into person (person_id, body_id, version, tx, heads, document, full_name) values ($1, $2, 1, 1, '{}', '{}', $3)`, [
    personId,
    bodyId,
    `Người ${number}`,
  ]);
  await one(`insert into person_reach (person_id, body_id, why, valid_from, tx_from) values ($1, $2, 'managing', '2020-01-01', 1)`, [
    personId,
    bodyId,
  ]);
  await one(
    `insert into person_version (person_id, version, body_id, valid_from, groups, document, source, dictionary_version) values ($1, 1, $2, '2026-11-01', '{B}', '{}', 'EXCEL', 'x')`,
    [personId, bodyId],
  );
  const submission = uuid();
  await one(`insert into submission (submission_id, body_id, upload_number, source, created_at) values ($1, $2, $3, 'workbook', now())`, [
    submission,
    bodyId,
    `TL-${index}`,
  ]);
  await one(
    `insert into item (person_id, item_id, submission_id, round, body_id, group_code, state, compared_version, valid_from, name, stated, maker_identity, maker_id, created_at)
     values ($1, $2, $3, 1, $4, 'O', 'awaiting-confirmation', 1, '2026-11-01', 'x', '{}', $5, $2, now())`,
    [personId, other, submission, bodyId, bytes(9)],
  );
  await one(
    `insert into attestation (person_id, attestation_id, submission_id, body_id, signer_id, signer_identity, at, item_ids, shown_hash, shown_sealed, jws, signer_name)
     values ($1, $2, $3, $4, $2, $5, now(), '{}', $5, $5, '', 'Người ký')`,
    [personId, other, submission, bodyId, bytes(9)],
  );
  await one('insert into card_number (number) values ($1)', [card]);
  await one(
    `insert into card (person_id, card_id, body_id, number, state, version, claims, portrait, issued_on, valid_until, created_at)
     values ($1, $2, $3, $4, 'HIEU_LUC', 1, '{}', $5, '2026-11-01', '2031-11-01', now())`,
    [personId, other, bodyId, card, '0'.repeat(64)],
  );
  await one('insert into status_list (list, opened_at) values ($1, now())', [index]);
  await one(`insert into status_slot (list, idx, taken_at, expires_at) values ($1, 1, now(), now() + interval '1 day')`, [index]);
  await one(
    `insert into card_copy (person_id, copy_id, card_id, body_id, list, idx, holder_key, issued_at, expires_at, notification_hash)
     values ($1, $2, $2, $3, $4, 1, 'k', now(), now() + interval '1 day', $5)`,
    [personId, other, bodyId, index, bytes(9)],
  );
  return personId;
}

before(async () => {
  office = await anOffice();
  ids['me'] = await aPerson(ME, 1);
  ids['her'] = await aPerson(HER, 2);
});
after(async () => {
  await office.close();
});

/** The handle of somebody with these roles; the account is made once. */
const accounts = new Map<string, string>();
async function handleOf(number: string, grants: readonly (readonly [Role, string])[], level = 2): Promise<SessionHandle> {
  const key = `${number} ${JSON.stringify(grants)}`;
  if (!accounts.has(key)) accounts.set(key, await office.account(number, grants));
  return (await office.signIn(accounts.get(key)!, level)).handle;
}

const throughTheDoor = (tx: Tx): Promise<unknown> => tx.query("select set_config('congvu.own_record', 'on', true)");

/** Whose rows a session sees in each table. */
const sees = (handle: SessionHandle | null, tables: readonly string[], door: boolean): Promise<Record<string, string[]>> =>
  office.as(handle, async (tx) => {
    if (door) await throughTheDoor(tx);
    const seen: Record<string, string[]> = {};
    for (const table of tables) {
      const column = ['submission', 'receipt'].includes(table) ? 'submission_id' : 'person_id';
      const rows = await tx.query<{ id: string }>(`select distinct ${column} as id from ${table} order by 1`);
      seen[table] = rows.map((row) => row.id);
    }
    return seen;
  });
const all = <T>(tables: readonly string[], value: T): Record<string, T> => Object.fromEntries(tables.map((table) => [table, value]));

test('a person without a role sees the own rows and nobody else, in the tables that the record page needs alone', async () => {
  const handle = await handleOf(ME, []);
  assert.deepEqual(await sees(handle, OWN, true), all(OWN, [ids['me']]));
  assert.deepEqual(await sees(handle, SHUT, true), all(SHUT, []));
});

test('outside the door, without a session, and with an identity of level 1 there is nothing', async () => {
  assert.deepEqual(await sees(await handleOf(ME, []), OWN, false), all(OWN, []));
  assert.deepEqual(await sees(null, OWN, true), all(OWN, []));
  assert.deepEqual(await sees(await handleOf(ME, [], 1), OWN, true), all(OWN, []));
  assert.deepEqual(await sees(await handleOf(ME, [], 0), OWN, true), all(OWN, []));
});

test('a session of the system has no own person, whatever it says', async () => {
  const { openJobSession } = await import('#authority/access/sessions.ts');
  const job = await openJobSession(office, { bodyId: await office.body('H41.01'), purpose: 'test' });
  assert.deepEqual(await sees(job, OWN, true), all(OWN, []));
});

test('who is in no register sees nobody; a number that is only claimed is nobody yet', async () => {
  assert.deepEqual(await sees(await handleOf('000190900299', []), OWN, true), all(OWN, []));
  await one(`update national_id set state = 'claimed' where person_id = $1`, [ids['me']]);
  try {
    assert.deepEqual(await sees(await handleOf(ME, []), OWN, true), all(OWN, []));
  } finally {
    await one(`update national_id set state = 'registered' where person_id = $1`, [ids['me']]);
  }
});

test('whatever role an officer holds, the door adds the own rows and takes or gives nothing else', async () => {
  for (const [index, role] of ROLES.entries()) {
    const number = `0001909003${String(index).padStart(2, '0')}`;
    const own = await aPerson(number, 10 + index);
    // A body elsewhere: by the role alone the session sees none of these people.
    const handle = await handleOf(number, [[role, 'H41.51']]);
    assert.deepEqual(await sees(handle, OWN, false), all(OWN, []), role);
    assert.deepEqual(await sees(handle, OWN, true), all(OWN, [own]), role);
    assert.deepEqual(await sees(handle, SHUT, true), all(SHUT, []), role);
  }
});

test('search, look-up and queues of officers know nothing of the door', async () => {
  const handle = await handleOf(ME, []);
  await office.as(handle, async (tx) => {
    await throughTheDoor(tx);
    assert.deepEqual(await tx.query('select * from search_people($$ {} $$, null, null, null, null, 10)'), []);
    assert.deepEqual(
      await tx.query('select * from look_up_national_ids($1, $2)', [[office.keys.nationalIdHash(HER)], await office.body(BODY)]),
      [],
    );
  });
});

test('nothing can be written through it', async () => {
  const { me } = ids as { me: string };
  const bodyId = await office.body(BODY);
  const writes: [string, readonly unknown[]][] = [
    ['update person set version = 9 where person_id = $1 returning 1', [me]],
    [`update item set state = 'withdrawn' where person_id = $1 returning 1`, [me]],
    [`update card set state = 'THU_HOI', ended_at = now(), end_reason = 'x' where person_id = $1 returning 1`, [me]],
    [`update card_copy set notified = 'credential_deleted' where person_id = $1 returning 1`, [me]],
    [
      'insert into person_salt (person_id, body_id, salt) values ($1, $2, $3) returning 1',
      [me.replace(/^./, 'f'), bodyId, Buffer.alloc(8)],
    ],
    [
      `insert into person_version (person_id, version, body_id, valid_from, groups, document, source, dictionary_version) values ($1, 2, $2, '2026-11-01', '{B}', '{}', 'CONG', 'x') returning 1`,
      [me, bodyId],
    ],
    [
      `insert into card_offer (person_id, offer_id, card_id, body_id, code_hash, tx_code_hash, created_at, expires_at) values ($1, $1, $1, $2, '', '', now(), now()) returning 1`,
      [me, bodyId],
    ],
    ['delete from person where person_id = $1 returning 1', [me]],
    ['delete from national_id where person_id = $1 returning 1', [me]],
  ];
  for (const [sql, values] of writes)
    for (const grants of [
      [],
      [
        ['QT_BNDP', 'H41'],
        ['XAC_NHAN', 'H41.51'],
      ],
    ] as (readonly (readonly [Role, string])[])[]) {
      // Two accounts cannot have one number: the officer is the other person, who tries the same with the own rows.
      const [number, own] = grants.length === 0 ? [ME, me] : [HER, ids['her']!];
      const handle = await handleOf(number, grants);
      const done = await office
        .as(handle, async (tx) => {
          await throughTheDoor(tx);
          return (
            await tx.query(
              sql,
              values.map((value) => (value === me ? own : value)),
            )
          ).length;
        })
        .catch(() => 'refused' as const);
      assert.ok(done === 0 || done === 'refused', `${sql}: ${done}`);
    }
});

test('own items, attestations and readings come without what officers wrote; nobody asks them about another', async () => {
  const handle = await handleOf(ME, []);
  await office.as(handle, async (tx) => {
    assert.deepEqual(await tx.query('select * from own_items()'), []);
    await throughTheDoor(tx);
    const items = await tx.query('select * from own_items()');
    assert.deepEqual(
      items.map((row) => Object.keys(row).sort()),
      [['group_code', 'since', 'state']],
    );
    const attested = await tx.query<{ signer_name: string }>('select * from own_attestations()');
    assert.deepEqual(
      attested.map((row) => [Object.keys(row).length, row.signer_name]),
      [[3, 'Người ký']],
    );
    assert.deepEqual(await tx.query('select * from reads_of_person($1, $2)', [ids['her'], '2000-01-01']), []);
  });
});
