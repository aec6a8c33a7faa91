/** `congvu/exchange` as a vendor has it: installed in a project of their own, with nothing of the product, and used from JavaScript and TypeScript. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { jwsSigner, jwsVerifier } from '#doors/exchange/signer.ts';
import { centreForTests } from '#node/line/centre-for-tests.ts';
import { openForeignDatabase } from '#node/outbox/database-for-tests.ts';
import { kidOf, makeKeyFile } from '#node/keys.ts';
import { buildExchange } from '#tools/build-exchange.ts';

const run = promisify(execFile);
const ROOT = resolve(import.meta.dirname, '../..');
const project = mkdtempSync(join(tmpdir(), 'congvu-vendor-'));
after(() => rmSync(project, { recursive: true, force: true }));
await buildExchange(join(project, 'node_modules/congvu'));
writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'vendor', type: 'module', private: true }));

/** A program of the vendor's in their project. */
async function program(name: string, text: string, ...given: string[]): Promise<string> {
  writeFileSync(join(project, name), text);
  return (await run(process.execPath, [name, ...given], { cwd: project })).stdout;
}

test('it is imported where there is neither pg nor fastify, and holds nothing of a server', async () => {
  assert.deepEqual(existsSync(join(project, 'node_modules/pg')), false);
  const said = await program('a.mjs', `import * as sdk from 'congvu/exchange'; console.log(Object.keys(sdk).sort().join(' '));`);
  assert.equal(said.trim(), 'carrierHeaders enrolmentRequest keysOfJwks makeKeyFile openExchange readKeyFile record recordAll');
  const built = readFileSync(join(project, 'node_modules/congvu/exchange/index.mjs'), 'utf8');
  const asked = [...built.matchAll(/^import[^'"\n]*['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gm)].map(
    ([, name, later]) => name ?? later!,
  );
  assert.ok(asked.length > 4);
  assert.deepEqual(
    asked.filter((name) => !name.startsWith('node:')),
    [],
  );
  assert.doesNotMatch(built, /row level security|authority\/audit|from ['"]fastify/);
});

test('its types are whole: a program of the vendor’s is checked against them', async () => {
  mkdirSync(join(project, 'node_modules/@types'), { recursive: true });
  for (const name of ['node']) symlinkSync(join(ROOT, 'node_modules/@types', name), join(project, 'node_modules/@types', name));
  cpSync(join(ROOT, 'node_modules/undici-types'), join(project, 'node_modules/undici-types'), { recursive: true });
  const check = async (name: string, text: string): Promise<string> => {
    writeFileSync(join(project, name), text);
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', '--types', 'node', '--ignoreConfig'];
    return run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), name, ...options], { cwd: project }).then(
      ({ stdout }) => stdout,
      (error: { stdout: string }) => error.stdout,
    );
  };
  const change = `{ ref: 'a', person: 'p', fact: 'B/hoTen', operation: 'assert', validFrom: '2026-11-01', schema: 'cbccvc@3.0', value: 'x', maker: 'm', madeAt: '2026-11-01T00:00:00.000Z' }`;
  const right = `import { record, type Exchange } from 'congvu/exchange';
    declare const client: { query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> };
    const told = await record(client, ${change});
    if (!told.ok) console.log(told.problems[0]?.title.vi);
    declare const exchange: Exchange;
    const [one] = await exchange.trace(['a']);
    const verdict: string | undefined = one?.verdict?.verdict;
    console.log(verdict);`;
  assert.equal(await check('right.ts', right), '');
  assert.match(await check('wrong.ts', right.replace(`'assert'`, `'overwrite'`)), /overwrite/);
});

test('a change that the vendor’s software records in its own transaction is accepted, and traced by its reference', async () => {
  const hr = await openForeignDatabase();
  const keyFile = join(project, 'ky.pem');
  const own = makeKeyFile(keyFile);
  const centreKey = generateKeyPairSync('ed25519');
  const kid = kidOf(centreKey.publicKey);
  writeFileSync(
    join(project, 'centre.json'),
    JSON.stringify({
      keys: [{ ...createPublicKey(centreKey.privateKey.export({ type: 'pkcs8', format: 'pem' })).export({ format: 'jwk' }), kid }],
    }),
  );
  const centre = centreForTests({
    source: 'H26',
    audience: 'centre',
    sign: jwsSigner(centreKey.privateKey, kid),
    verify: jwsVerifier(own.publicKey, own.kid),
  });
  try {
    const url = await centre.listen();
    // The vendor brings a client of PostgreSQL of their own.
    const pg = JSON.stringify(join(ROOT, 'node_modules/pg/lib/index.js'));
    const said = await program(
      'b.mjs',
      `import { readFileSync } from 'node:fs';
       import pg from ${pg};
       import { keysOfJwks, openExchange, readKeyFile, record } from 'congvu/exchange';
       const [databaseUrl, url] = process.argv.slice(2);
       const pool = new pg.Pool({ connectionString: databaseUrl });
       const key = readKeyFile('ky.pem').value;
       const centreKeys = keysOfJwks(readFileSync('centre.json', 'utf8'));
       const opened = await openExchange({ pool, source: 'H26', audience: 'centre', key, centreKeys, line: { url } });
       const exchange = opened.value;
       await pool.query('create table nhan_vien (so text primary key)');
       const says = { person: 'p1', validFrom: '2026-11-01', schema: 'cbccvc@3.0', maker: 'hoa', madeAt: '2026-11-01T00:00:00.000Z' };
       const client = await pool.connect();
       for (const end of ['commit', 'rollback']) {
         await client.query('begin');
         await client.query('insert into nhan_vien values ($1)', [end]);
         await record(client, { ...says, ref: 'c-' + end, fact: 'employer', operation: 'claim', value: null });
         await record(client, { ...says, ref: 'f-' + end, fact: 'B/hoTen', operation: 'assert', value: 'Lê Lan ' + end });
         await client.query(end);
       }
       client.release();
       await exchange.once();
       const again = await exchange.once();
       console.log(again.value, JSON.stringify((await exchange.trace(['c-commit', 'f-commit', 'f-rollback'])).map((one) => [one.ref, one.verdict?.verdict]).sort()));
       exchange.close();
       await pool.end();`,
      hr.url,
      url,
    );
    assert.equal(said.trim(), 'in-step [["c-commit","accepted"],["f-commit","accepted"]]');
    assert.equal(centre.standing('p1', 'B/hoTen')?.value, 'Lê Lan commit');
  } finally {
    await centre.close();
    await hr.close();
  }
});
