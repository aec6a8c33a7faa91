/** A database that somebody else's administrator made: log-ins of any name, judged before anything is written, made ready by the owner alone. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { administratorSql } from './bootstrap.ts';
import { openForeignDatabase } from './foreign-server-for-tests.ts';
import type { ForeignDatabase } from './foreign-server-for-tests.ts';
import { judgeServer } from './judge-server.ts';
import { migrate, schemaHead } from './migrate.ts';
import { prepareDatabase } from './prepare.ts';
import { withRoleNames } from './role-names.ts';
import { readServer } from './server-facts.ts';
import type { ServerFacts } from './server-facts.ts';
import { TEST_QUEUES, openTestDatabase } from './test-database.ts';
import { withConnection } from './connect.ts';

const opened: ForeignDatabase[] = [];
const foreign = async (change?: (script: string) => string): Promise<ForeignDatabase> => {
  const database = await openForeignDatabase(change);
  opened.push(database);
  return database;
};
after(async () => {
  for (const database of opened) await database.close();
});

const nowMs = (): number => performance.timeOrigin + performance.now();
const USE = { demo: false, withoutTls: false, schemaHead: schemaHead() };
const factsOf = async ({ urls }: Pick<ForeignDatabase, 'urls'>): Promise<ServerFacts> => {
  const facts = await readServer(urls, nowMs);
  assert.ok(facts.ok, JSON.stringify(facts));
  return facts.value;
};
const codesOf = (facts: ServerFacts, use: Partial<typeof USE> = {}): string[] =>
  judgeServer(facts, { ...USE, ...use }).map(({ code }) => code);

test('the printed SQL makes what the first migration needs, and log-ins whose names need quotes get the walls of ours', async () => {
  const here = await foreign();
  assert.deepEqual(codesOf(await factsOf(here)), []);
  assert.deepEqual(await prepareDatabase(here.urls, await factsOf(here)), { ok: true, value: [] });
  const done = await migrate(here.urls, '2026-11-24', TEST_QUEUES);
  assert.ok(done.ok && done.value.applied.length > 50);
  assert.deepEqual(codesOf(await factsOf(here)), []);
  // What stands there afterwards is what stands in the test database, name by name.
  const ours = await openTestDatabase();
  const question = `select tablename, policyname, cmd, array_to_string(roles, ',') as roles, qual, with_check from pg_policies where schemaname = 'congvu' order by 1, 2`;
  const asked = (url: string) => withConnection('DATABASE_OWNER_URL', url, async (client) => (await client.query<object>(question)).rows);
  const [made, wanted] = [await asked(here.urls.owner), await asked(ours.ownerUrl)];
  await ours.close();
  assert.ok(made.ok && wanted.ok && wanted.value.length > 100);
  const renamed = JSON.stringify(made.value).replaceAll(here.names.owner, 'congvu_owner').replaceAll(here.names.app, 'congvu_app');
  assert.deepEqual(JSON.parse(renamed), JSON.parse(JSON.stringify(wanted.value)));
  const again = await migrate(here.urls, '2026-11-24', TEST_QUEUES);
  assert.deepEqual(again, { ok: true, value: { applied: [] } });
  // The two addresses exchanged in the settings: said by its code, no stack.
  const exchanged = await readServer({ owner: here.urls.app, app: here.urls.owner }, nowMs);
  assert.deepEqual(exchanged.ok ? [] : exchanged.problems.map(({ code }) => code), ['E-DATABASE-NO-RIGHT']);
});

test('the product may stage what it copies in, on a database of the printed SQL, and on one that was made without that right', async () => {
  const stages = ({ urls }: ForeignDatabase) =>
    withConnection('DATABASE_URL', urls.app, async (client) => void (await client.query('create temporary table staged (n int)')));
  const before = await foreign((script) => script.replace('grant connect, temporary', 'grant connect'));
  const refused = await stages(before);
  assert.deepEqual(refused.ok ? [] : refused.problems.map(({ code }) => code), ['E-DATABASE-NO-RIGHT']);
  assert.deepEqual(codesOf(await factsOf(before)), []);
  for (const one of [await foreign(), before]) {
    assert.ok((await migrate(one.urls, '2026-11-24', TEST_QUEUES)).ok);
    assert.ok((await stages(one)).ok);
  }
});

test('what the owner may do alone is made and told: schemas, extension, search path', async () => {
  const until = '\\connect';
  const here = await foreign((script) => script.slice(0, script.indexOf(until)).replace(/alter role .*\n/g, ''));
  assert.deepEqual(codesOf(await factsOf(here)), []);
  assert.deepEqual(await prepareDatabase(here.urls, await factsOf(here)), { ok: true, value: ['schemas', 'extension', 'search-path'] });
  assert.deepEqual(await prepareDatabase(here.urls, await factsOf(here)), { ok: true, value: [] });
  assert.ok((await migrate(here.urls, '2026-11-24', TEST_QUEUES)).ok);
});

test('each thing that stands against it has its code', async () => {
  const latin = await foreign((script) => script.replace("'UTF8' locale 'C.UTF-8'", "'LATIN1' locale 'C'"));
  assert.deepEqual(codesOf(await factsOf(latin)), ['E-DATABASE-ENCODING']);
  const plainC = await foreign((script) => script.replace("locale 'C.UTF-8'", `locale_provider libc locale 'C'`));
  assert.deepEqual(codesOf(await factsOf(plainC)), [], 'any locale does');
  const strong = await foreign((script) =>
    script.replace(/(create role .* )nosuperuser nobypassrls (.* noinherit)/, '$1 nosuperuser bypassrls $2'),
  );
  assert.deepEqual(codesOf(await factsOf(strong)), ['E-DATABASE-ROLE']);
  const poor = await foreign((script) => script.slice(0, script.indexOf('create schema')).replace(/ owner "chu-\w+" /, ' '));
  await poor.superQuery(`grant connect on database "${poor.database}" to "${poor.names.owner}"`);
  assert.deepEqual(codesOf(await factsOf(poor)), ['E-DATABASE-NO-RIGHT', 'E-DATABASE-EXTENSION']);
  const unstaged = await foreign((script) => script.replace('grant connect, temporary', 'grant connect').replace(/ owner "chu-\w+" /, ' '));
  await unstaged.superQuery(`grant connect, create on database "${unstaged.database}" to "${unstaged.names.owner}"`);
  assert.deepEqual(codesOf(await factsOf(unstaged)), ['E-DATABASE-NO-RIGHT']);
  const other = await foreign();
  await other.superQuery('create table public.hoa_don (so int)');
  assert.deepEqual(codesOf(await factsOf(other)), ['E-DATABASE-OF-ANOTHER']);
  assert.deepEqual(codesOf(await factsOf({ urls: { ...other.urls, app: latin.urls.app } })), [
    'E-DATABASE-TWO-PLACES',
    'E-DATABASE-OF-ANOTHER',
  ]);
});

test('what a server, a clock or a database of another time says is judged by the same rules', async () => {
  const facts = await factsOf(await foreign());
  const but = (change: Partial<ServerFacts>): ServerFacts => ({ ...facts, ...change });
  assert.deepEqual(codesOf(but({ version: 140_009, versionText: '14.9' })), ['E-DATABASE-TOO-OLD']);
  assert.deepEqual(codesOf(but({ clockAheadSeconds: 365 * 86_400 })), ['E-CLOCKS-APART']);
  assert.deepEqual(codesOf(but({ clockAheadSeconds: -5.5 })), ['E-CLOCKS-APART']);
  assert.deepEqual(codesOf(but({ clockAheadSeconds: 4.5 })), []);
  assert.deepEqual(codesOf(but({ transport: { owner: 'verified', app: 'unverified' } })), ['E-DATABASE-NO-TLS']);
  assert.deepEqual(codesOf(but({ transport: { owner: 'plain', app: 'plain' } })), ['E-DATABASE-NO-TLS', 'E-DATABASE-NO-TLS']);
  assert.deepEqual(codesOf(but({ transport: { owner: 'plain', app: 'plain' } }), { withoutTls: true }), []);
  const holds = { ...facts.holds, what: 'ours', schemas: ['congvu', 'pgboss'] } as const;
  assert.deepEqual(codesOf(but({ holds: { ...holds, newer: '9990_of_tomorrow' } })), ['E-SCHEMA-NEWER']);
  assert.deepEqual(codesOf(but({ holds: { ...holds, demo: true, anybody: true } })), ['E-DATABASE-OF-DEMO']);
  assert.deepEqual(codesOf(but({ holds: { ...holds, demo: true, anybody: true } }), { demo: true }), []);
  assert.deepEqual(codesOf(but({ holds: { ...holds, anybody: true } }), { demo: true }), ['E-DEMO-OTHER-PEOPLE']);
  assert.deepEqual(codesOf(but({ holds: { ...holds, anybody: true } })), []);
});

test('a connection that fails is told by its cause', async () => {
  const here = await foreign();
  const codeOf = async (app: string): Promise<string> => {
    const facts = await readServer({ ...here.urls, app }, nowMs);
    return facts.ok ? 'connected' : facts.problems[0]!.code;
  };
  assert.equal(await codeOf(here.urlOf(here.names.app, 'wrong', here.database)), 'E-DATABASE-PASSWORD');
  assert.equal(await codeOf(here.urlOf('nobody-here', 'wrong', here.database)), 'E-DATABASE-PASSWORD');
  assert.equal(await codeOf(here.urlOf(here.names.app, here.passwords.app, 'no-such-place')), 'E-DATABASE-NOT-THERE');
  assert.equal(await codeOf('postgresql://a:b@127.0.0.1:1/x'), 'E-DATABASE-SERVER');
  assert.equal(await codeOf('postgresql://a:b@/x?host=/nowhere/at/all'), 'E-DATABASE-SERVER');
  await here.superQuery(`revoke connect on database "${here.database}" from "${here.names.app}"`);
  assert.equal(await codeOf(here.urls.app), 'E-DATABASE-LOGIN');
});

test('names are put into statements as identifiers, and only whole words are names', () => {
  assert.equal(
    withRoleNames('grant select on t to congvu_app; -- xcongvu_app congvu_owners', { owner: 'o', app: 'a "b"' }),
    'grant select on t to "a ""b"""; -- xcongvu_app congvu_owners',
  );
  assert.match(administratorSql({ owner: 'o', app: 'a "b"' }, 'd'), /create role "a ""b""" login/);
});
