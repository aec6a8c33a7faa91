/** What the product's log-in may not do, whatever SQL somebody gets it to run. The second wall, seen from the catalogue and tried. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { openJobSession } from '#authority/access/sessions.ts';
import type { SessionHandle } from '#base/database/transaction.ts';

let office: Office;
let own: string;
let foreign: string;
let handle: SessionHandle;
before(async () => {
  office = await anOffice();
  own = await office.body('H26.01');
  foreign = await office.body('H26.03.02');
  handle = await openJobSession(office, { bodyId: own, purpose: 'test' });
});
after(() => office.close());

const catalogue = <T extends Record<string, unknown>>(text: string): Promise<T[]> =>
  office.owner.transaction(null, (tx) => tx.query<T>(text));
const asApp = (statement: string, session: SessionHandle | null = handle): Promise<unknown[]> =>
  office.as(session, (tx) => tx.query(statement));

/** Tables without row-level security: they name no person and no body. */
const WITHOUT_PEOPLE = [
  'card_dpop_jti',
  'card_nonce',
  'card_number', // numbers that were given, without whom
  'clock_tolerance', // how far two clocks may differ
  'migration',
  'migration_checksum',
  'record_base',
  'session_secret', // no right at all for the product
  'status_list',
  'status_slot', // a place and its bit; whose it is stands in card_copy
];

/** What is written once. `act` is the instant of a transaction; the rest is what people rely on later. */
const APPEND_ONLY = [
  'person_version',
  'attestation',
  'receipt',
  'match_result',
  'audit_event',
  'audit_payload',
  'audit_leaf',
  'audit_checkpoint',
  'act',
  'body',
  'change_event',
  'change_link',
  'submission_fix',
  'submission_undo',
  'item_suggestion',
  'card_number',
  'status_slot',
];

const TABLES = `from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'congvu' and c.relkind in ('r', 'p')`;

test('row-level security is forced on every table but those that hold nobody', async () => {
  const open = await catalogue<{ name: string }>(
    `select c.relname as name ${TABLES} and not c.relispartition and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`,
  );
  assert.deepEqual(
    open.map((table) => table.name),
    WITHOUT_PEOPLE,
  );
});

test('the product has no right on a partition by its own name, past the policies of its table', async () => {
  const reachable = await catalogue<{ name: string }>(
    `select c.relname as name ${TABLES} and c.relispartition and has_table_privilege('congvu_app', c.oid, 'select, insert, update, delete, truncate')`,
  );
  assert.deepEqual(reachable, []);
});

test('what is written once is neither changed, deleted nor emptied by the product', async () => {
  for (const table of APPEND_ONLY) {
    const [column] = await catalogue<{ name: string }>(
      `select a.attname as name from pg_attribute a where a.attrelid = 'congvu.${table}'::regclass and a.attnum = 1`,
    );
    for (const statement of [
      `update ${table} set ${column!.name} = ${column!.name}`,
      `delete from ${table}`,
      `truncate ${table}`,
      `create rule r as on insert to ${table} do instead nothing`,
      `create trigger t before insert on ${table} for each row execute function suppress_redundant_updates_trigger()`,
      `alter table ${table} disable row level security`,
    ])
      await assert.rejects(asApp(statement), /permission denied|must be owner|must be able to SET ROLE/, statement);
  }
});

test('the root of the installation, over which roles of the whole country are given, is written once', async () => {
  const root = async () => (await catalogue<{ value: string }>("select value from installation where name = 'root'"))[0]?.value;
  await asApp("insert into installation (name, value) values ('root', 'H26')");
  await asApp("update installation set value = 'H41' where name = 'root'");
  await assert.rejects(asApp("insert into installation (name, value) values ('root', 'H41')"), /duplicate key/);
  await assert.rejects(
    asApp("insert into installation (name, value) values ('root', 'H41') on conflict (name) do update set value = excluded.value"),
    /row-level security/,
  );
  await assert.rejects(asApp("delete from installation where name = 'root'"), /permission denied/);
  assert.equal(await root(), 'H26');
});

test('the product owns nothing, makes nothing and becomes nobody else', async () => {
  const [role] = await catalogue<Record<string, boolean>>(
    `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, exists (select 1 from pg_auth_members m where m.member = r.oid) as member,
            exists (select 1 from pg_class c where c.relowner = r.oid) as owns from pg_roles r where rolname = 'congvu_app'`,
  );
  for (const [right, has] of Object.entries(role!)) assert.equal(has, false, right);
  for (const statement of [
    'set role congvu_owner',
    'set session authorization congvu_owner',
    'create table congvu.mine (x int)',
    'create table public.mine (x int)',
    'create function congvu.mine() returns int language sql as $$ select 1 $$',
    'drop policy person_app on person',
    'alter role congvu_app bypassrls',
    'grant select on session_secret to congvu_app',
    'select * from session_secret',
    `copy person to program 'cat'`,
    `select pg_read_file('/etc/passwd')`,
  ])
    await assert.rejects(asApp(statement), /permission denied|must be (owner|able|superuser)|does not exist|no privileges/, statement);
});

test('no setting leads past a policy', async () => {
  const accounts = 'select account_id from account';
  await office.account('000190000777', [['NHAP_LIEU', 'H26.03.02']]);
  assert.deepEqual(await asApp(accounts, null), []);
  // With the check switched off the server refuses, rather than showing more.
  await assert.rejects(
    office.as(handle, async (tx) => {
      await tx.query('set local row_security = off');
      return tx.query(accounts);
    }),
    /row-level security/,
  );
  for (const name of ['congvu.session', 'congvu.body', 'congvu.bodies', 'app.body_id', 'congvu.system'])
    assert.deepEqual(
      await office.as(null, async (tx) => {
        await tx.query('select set_config($1, $2, true)', [name, foreign]);
        return tx.query(accounts);
      }),
      [],
      name,
    );
});

test('a temporary table or function of the same name does not deceive the functions that decide', async () => {
  const bodies = await office.as(handle, async (tx) => {
    await tx.query('create temporary table session (handle_hash bytea, body_id uuid, account_id uuid)').catch(() => undefined);
    return tx.query<{ bodies: string[] }>('select session_bodies() as bodies');
  });
  assert.ok(bodies[0]!.bodies.includes(own) && !bodies[0]!.bodies.includes(foreign));
});

test('the reach that a transaction keeps is worked out once, cannot be made by SQL, and is worth nothing in another transaction or session', async () => {
  const one = await office.signedIn('000190000771', [['NHAP_LIEU', 'H26.01']]);
  const [two, three] = await Promise.all(
    ['000190000772', '000190000773'].map((number) => office.signedIn(number, [['NHAP_LIEU', 'H26.03.02']])),
  );
  assert.ok(two && three);
  const ask = `select session_bodies_that_may('record.search') as bodies`;
  const slot = `'congvu.reach_acts_' || md5('record.search')`;
  const reach = (session: SessionHandle, forged?: string): Promise<unknown[]> =>
    office.as(session, async (tx) => {
      if (forged !== undefined) await tx.query(`select set_config(${slot}, $1, true)`, [forged]);
      return tx.query(ask);
    });
  const kept = await office.as(two.handle, async (tx) => {
    await tx.query(ask);
    return (await tx.query<{ kept: string }>(`select current_setting(${slot}) as kept`))[0]!.kept;
  });
  assert.match(kept, /^[0-9a-f]{64}\{/);
  for (const forged of [kept, `{${foreign}}`, `${'0'.repeat(64)}{${foreign}}`, kept.slice(0, 64) + `{${own},${foreign}}`, 'x', ''])
    for (const session of [one, two]) assert.deepEqual(await reach(session.handle, forged), await reach(session.handle), forged);
  // What was kept while a role was held opens nothing once it was taken.
  await office.owner.transaction(null, (tx) =>
    tx.query('update role_grant set valid_to = valid_from + 1 where account_id = $1', [two.accountId]),
  );
  assert.deepEqual(await reach(two.handle, kept), [{ bodies: [] }]);
  for (const own of [
    'session_seal(sha256($1::bytea), $1::text, $1::text)',
    'session_kept(sha256($1::bytea), $1::text)',
    `session_keep(sha256($1::bytea), $1::text, '{}')`,
  ])
    await assert.rejects(
      office.as(one.handle, (tx) => tx.query(`select ${own}`, ['x'])),
      /permission denied/,
    );
  // Another session in the same transaction is asked for itself.
  const both = await office.as(one.handle, async (tx) => {
    const first = await tx.query<{ bodies: string[] }>(ask);
    await tx.query("select set_config('congvu.session', $1, true)", [three.handle]);
    return [...first, ...(await tx.query<{ bodies: string[] }>(ask))].map(({ bodies }) => bodies.includes(foreign));
  });
  assert.deepEqual(both, [false, true]);
});

test('every function that runs with more rights than its caller pins where it looks names up', async () => {
  const loose = await catalogue<{ name: string }>(
    `select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'congvu' and p.prosecdef and not exists (select 1 from unnest(p.proconfig) s where s like 'search_path=%pg_temp')`,
  );
  assert.deepEqual(loose, []);
});

test('a job of one body reads and writes people of no other', async () => {
  const theirs = await openJobSession(office, { bodyId: foreign, purpose: 'test' });
  const personId = office.chance.uuid7(Date.parse(office.clock.now()));
  const salt = Buffer.from(office.chance.bytes(32));
  const keep = 'insert into person_salt (person_id, body_id, salt) values ($1, $2, $3)';
  await office.as(theirs, async (tx) => {
    const number = '000190000778';
    await tx.query('select claim_national_ids($1::bytea[], $2::uuid[], $3::bytea[], $4, $5)', [
      [office.keys.nationalIdHash(number)],
      [personId],
      [Buffer.from(office.keys.seal(salt, 'national-id', Buffer.from(number)))],
      foreign,
      personId,
    ]);
    await tx.query(keep, [personId, foreign, salt]);
  });
  const seen = (session: SessionHandle): Promise<unknown[]> =>
    office.as(session, (tx) => tx.query('select 1 from person_salt where person_id = $1', [personId]));
  assert.equal((await seen(theirs)).length, 1);
  assert.equal((await seen(handle)).length, 0);
  const another = office.chance.uuid7(Date.parse(office.clock.now()));
  await assert.rejects(
    office.as(handle, (tx) => tx.query(keep, [another, foreign, salt])),
    /row-level security/,
  );
});
