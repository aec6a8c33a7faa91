/** Roles by who runs the server: those of the country, and the way back; two people, a row in the log, a notice that cannot be missed. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openForeignDatabase } from '#base/database/foreign-server-for-tests.ts';
import type { ForeignDatabase } from '#base/database/foreign-server-for-tests.ts';
import type { Problem } from '#base/problem.ts';
import { runAccount } from './account-command.ts';
import type { AccountRequest } from './account-command.ts';
import { runAccountList } from './account-list-command.ts';
import type { AccountListRequest } from './account-list-command.ts';
import { runInstall } from './install-command.ts';

let here: ForeignDatabase;
let env: Record<string, string>;
const folder = mkdtempSync(join(tmpdir(), 'congvu-account-'));
const AN = ['Nguyễn Văn An', '001090000001'];
const BINH = ['Trần Thị Bình', '001190000002'];
const CUONG = ['Lê Văn Cường', '001090000003'];
const DUNG = ['Phạm Thị Dung', '001190000004'];

interface Told {
  readonly exit: number;
  readonly codes: readonly string[];
  readonly said: string;
}
function ioOf(lines: readonly string[]) {
  const left = [...lines];
  const codes: string[] = [];
  const said: string[] = [];
  const io = {
    answer: (text: string) => void said.push(text),
    print: () => undefined,
    sayProblems: (problems: readonly Problem[]) => void codes.push(...problems.map(({ code }) => code)),
    ask: async () => left.shift() ?? null,
  };
  return { io, codes, said };
}
async function account(request: AccountRequest, ...people: readonly (readonly string[])[]): Promise<Told> {
  const { io, codes, said } = ioOf(people.flat());
  return { exit: await runAccount(env, request, io), codes, said: said.join('\n') };
}
before(async () => {
  here = await openForeignDatabase();
  env = {
    NODE_ENV: 'production',
    DATA_FOLDER: folder,
    PUBLIC_URL: 'https://congvu.example',
    OIDC_ISSUER: 'https://127.0.0.1:1',
    OIDC_CLIENT_SECRET: 'a-secret-of-our-own-that-is-long-enough',
    POPULATION_URL: 'https://127.0.0.1:1/ws',
    POPULATION_SECRET: 'another-secret-of-our-own-that-is-long',
    DATABASE_URL: here.urls.app,
    DATABASE_OWNER_URL: here.urls.owner,
  };
  const { io } = ioOf([...AN, ...BINH]);
  assert.equal(await runInstall(env, { org: 'VN', answers: null, printSql: false, json: false }, io), 1);
});
after(async () => {
  await here?.close();
  rmSync(folder, { recursive: true, force: true });
});
const count = async (question: string): Promise<number> =>
  Number((await here.superQuery(`select count(*)::int as n from ${question}`))[0]!['n']);

test('each role of the country can be given, to one human each, with an administrator who agrees; every administrator is told', async () => {
  const grant = (role: string, org = 'VN') => ({ verb: 'grant', role, org }) as const;
  for (const role of ['VU_CCVC', 'TTTT', 'GIAM_SAT']) {
    const before = await count(`congvu.notice where matter = 'operator-changed'`);
    const person = [`Người Giữ ${role}`, `00109000010${['VU_CCVC', 'TTTT', 'GIAM_SAT'].indexOf(role)}`];
    const given = await account(grant(role), person, AN);
    assert.deepEqual([given.exit, given.codes], [0, []], role);
    assert.equal(await count(`congvu.role_grant where role = '${role}'`), 1);
    assert.equal((await count(`congvu.notice where matter = 'operator-changed'`)) - before, 2, 'both administrators');
  }
  // 2 of the installation, 3 of here: each with a row.
  assert.equal(await count(`congvu.audit_event where act = 'grant.changed'`), 5);
  assert.deepEqual((await account(grant('KHONG_CO'), CUONG, AN)).codes, ['E-ROLE-CODE']);
  assert.deepEqual((await account(grant('TTTT', 'H99'), CUONG, AN)).codes, ['E-BODY-CODE']);
});

test('nobody agrees to what is their own, and who agrees is an administrator as long as there is one', async () => {
  const grant = { verb: 'grant', role: 'TTTT', org: 'VN' } as const;
  assert.deepEqual((await account(grant, CUONG, CUONG)).codes, ['E-SECOND-SAME']);
  assert.deepEqual((await account(grant, CUONG, DUNG)).codes, ['E-SECOND-NOT-ADMINISTRATOR']);
  assert.deepEqual((await account(grant, CUONG)).codes, ['E-INSTALL-PERSON']);
  assert.deepEqual((await account(grant, AN, BINH)).codes, ['E-ROLES-TOGETHER'], 'an administrator holds no other role');
  assert.equal(await count(`congvu.account`), 5, 'and nobody was made an account for it');
});

test('a list names who holds what, with a reading in the log; a role is ended by its id, once', async () => {
  const before = await count(`congvu.audit_event where act = 'accounts.read'`);
  const listed = await account({ verb: 'list', org: 'VN' });
  assert.equal((await count(`congvu.audit_event where act = 'accounts.read'`)) - before, 1);
  const lines = listed.said.split('\n');
  assert.equal(lines.length, 5);
  const id = lines.find((line) => line.includes('Người Giữ GIAM_SAT'))!.split('\t')[0]!;
  const end = { verb: 'end', grantId: id } as const;
  assert.deepEqual((await account(end, CUONG)).codes, ['E-SECOND-NOT-ADMINISTRATOR']);
  assert.equal((await account(end, BINH)).exit, 0);
  assert.equal(await count(`congvu.role_grant where role = 'GIAM_SAT' and tx_to = 9223372036854775807`), 0);
  assert.deepEqual((await account(end, BINH)).codes, ['E-GRANT-NOT-THERE']);
});

test('an account without a role is made once', async () => {
  const before = await count('congvu.account');
  for (const time of [1, 2]) assert.equal((await account({ verb: 'add', org: 'VN' }, DUNG)).exit, 0, String(time));
  assert.equal((await count('congvu.account')) - before, 1);
});

test('a list is taken along and brought by the rights of an administrator: looked at, then carried out; a wrong cell is told', async () => {
  const file = join(folder, 'tai-khoan.csv');
  const heads = 'Số định danh;Họ và tên;Vai trò;Mã cơ quan';
  const list = async (request: AccountListRequest): Promise<Told> => {
    const { io, codes, said } = ioOf([AN[1]!]);
    return { exit: await runAccountList(env, request, io), codes, said: said.join('\n') };
  };
  const bring = (apply: boolean) => list({ verb: 'import', file, apply, json: true });
  const grants = () => count('congvu.role_grant');
  const before = await grants();
  writeFileSync(file, `${heads}\n001090000021;Người Một;NHAP_LIEU;VN\n001090000022;Người Hai;NHAP_LIEU;KHONG_CO`);
  const wrong = JSON.parse((await bring(true)).said) as { applied: boolean; wrong: { cell: string; code: string }[] };
  assert.deepEqual([wrong.applied, wrong.wrong.map(({ cell, code }) => [cell, code])], [false, [['D3', 'E-IMPORT-BODY']]]);
  writeFileSync(file, `${heads}\n001090000021;Người Một;NHAP_LIEU;VN\n001090000022;Người Hai;GIAM_SAT;VN`);
  assert.equal((JSON.parse((await bring(false)).said) as { applied: boolean }).applied, false);
  assert.equal(await grants(), before, 'a look gives nothing');
  const notices = await count(`congvu.notice where matter = 'operator-changed'`);
  const done = JSON.parse((await bring(true)).said) as { applied: boolean; counts: Record<string, number> };
  assert.deepEqual([done.applied, done.counts['given'], done.counts['waiting']], [true, 1, 1]);
  assert.equal(await grants(), before + 1);
  assert.equal(
    await count(`congvu.grant_request where role = 'GIAM_SAT' and state = 'waiting'`),
    1,
    'what two decide waits for a second one',
  );
  assert.equal((await count(`congvu.notice where matter = 'operator-changed'`)) - notices, 1, 'the other administrator is told');
  const taken = join(folder, 'dang-co.xlsx');
  assert.equal((await list({ verb: 'export', file: taken })).exit, 0);
  assert.ok(statSync(taken).size > 2000);
  const { io, codes } = ioOf(['001090000021']);
  assert.equal(await runAccountList(env, { verb: 'import', file, apply: true, json: true }, io), 2);
  assert.deepEqual(codes, ['E-NOT-ALLOWED'], 'who administers nothing gives nothing');
});

test('an administrator who lost all passkeys is let add one again, with a second who agrees, a row and notices', async () => {
  const [an] = await here.superQuery(`select account_id from congvu.account where name = '${AN[0]}'`);
  await here.superQuery(
    `insert into congvu.passkey (passkey_id, account_id, credential_id, public_key, counter, transports, model, is_synced, name, added_at)
     values (gen_random_uuid(), '${String(an!['account_id'])}', '\\x01', '\\x02', 0, '{}', gen_random_uuid(), false, 'Khóa đã mất', now())`,
  );
  const release = { verb: 'passkeys', org: 'VN' } as const;
  const why = ['Mất điện thoại và máy tính'];
  assert.deepEqual((await account(release, AN, BINH, ['ngắn'])).codes, ['E-REASON-MISSING']);
  assert.deepEqual((await account(release, AN, AN, why)).codes, ['E-SECOND-SAME']);
  assert.deepEqual((await account(release, AN, DUNG, why)).codes, ['E-SECOND-NOT-ADMINISTRATOR']);
  assert.deepEqual((await account(release, ['Không Ai', '001090000099'], BINH, why)).codes, ['E-ACCOUNT-NOT-THERE']);
  assert.equal(await count('congvu.passkey where ended_at is null'), 1);
  const done = await account(release, AN, BINH, why);
  assert.deepEqual([done.exit, done.codes], [0, []]);
  assert.equal(await count(`congvu.passkey where end_reason = 'operator' and ended_by is null`), 1);
  assert.equal(
    await count(`congvu.passkey_release where account_id = '${String(an!['account_id'])}' and released_by is null and used_at is null`),
    1,
  );
  assert.equal(await count(`congvu.audit_event where act = 'passkey.released'`), 1);
});

test('when no administrator is left the operator makes one again, and the log says that nobody could agree', async () => {
  await here.superQuery(`update congvu.account set disabled_at = now() where name in ('${AN[0]}', '${BINH[0]}')`);
  const given = await account({ verb: 'grant', role: 'QT_BNDP', org: 'VN' }, CUONG, DUNG);
  assert.deepEqual([given.exit, given.codes], [0, []]);
  assert.equal(await count(`congvu.role_grant where role = 'QT_BNDP' and named = '${CUONG[0]}'`), 1);
});
