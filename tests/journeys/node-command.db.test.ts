/** The guide of `congvu node`, walked at a terminal: from nothing to an accepted batch, and what goes wrong on the way. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { jwsSigner, jwsVerifier } from '#doors/exchange/signer.ts';
import { kidOf, makeKeyFile } from '#node/keys.ts';
import { centreForTests } from '#node/line/centre-for-tests.ts';
import { openForeignDatabase } from '#node/outbox/database-for-tests.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'congvu-node-'));
const [outbox, hr] = [await openForeignDatabase(), await openForeignDatabase()];
after(async () => {
  await outbox.close();
  await hr.close();
  rmSync(folder, { recursive: true, force: true });
});

/** `congvu node …` as a process of its own. */
const node = (...args: string[]): Promise<{ code: number; out: string; said: string }> =>
  new Promise((done) => {
    const env = { ...process.env, NODE_DATABASE_URL: outbox.url };
    const command = ['--disable-warning=ExperimentalWarning', join(ROOT, 'src/start/congvu.ts'), 'node', ...args];
    execFile(process.execPath, command, { cwd: folder, env }, (error, out, said) =>
      done({ code: error ? Number(error.code) : 0, out: out.trim(), said }),
    );
  });

test('init, keys, check, once, status, confirm, compare and verify, as the guide has them', async () => {
  assert.equal((await node('init', '--org', 'H26')).code, 64);
  assert.equal((await node('init', '--org', 'H26', '--audience', 'centre', '--site', 'https://centre.example')).code, 0);
  assert.match((await node('init', '--org', 'H26', '--audience', 'centre', '--site', 'https://centre.example')).said, /E-NODE-THERE/);
  assert.match((await node('once')).said, /E-NODE-KEY/);
  assert.equal((await node('keys')).code, 0);
  const { request } = JSON.parse(readFileSync(join(folder, 'dang-ky.json'), 'utf8')) as { request: { kid: string; publicKey: string } };

  const centreKey = generateKeyPairSync('ed25519').privateKey;
  const kid = kidOf(createPublicKey(centreKey.export({ type: 'pkcs8', format: 'pem' })));
  const jwk = createPublicKey(centreKey.export({ type: 'pkcs8', format: 'pem' })).export({ format: 'jwk' });
  const centre = centreForTests({
    source: 'H26',
    audience: 'centre',
    sign: jwsSigner(centreKey, kid),
    verify: jwsVerifier(request.publicKey, request.kid),
    instead: ({ url }, answer) => {
      if (!url?.endsWith('/receipt')) return false;
      if (url.includes('/1-2/')) answer.writeHead(200).end('{"format":"congvu-exchange-receipt/1"}');
      else answer.writeHead(202, { 'retry-after': '60' }).end();
      return true;
    },
  });
  try {
    const url = await centre.listen();
    const settings = JSON.parse(readFileSync(join(folder, 'node.json'), 'utf8')) as Record<string, unknown>;
    const written = (more: object): void => writeFileSync(join(folder, 'node.json'), JSON.stringify({ ...settings, ...more }));
    const ours = {
      centre: { url, keys: 'centre.jwks.json', carrier: { kind: 'mtls' } },
      database: { urlFrom: 'NODE_DATABASE_URL' },
      mappings: ['m.json'],
    };
    written({ ...ours, colour: 'red' });
    assert.match((await node('once')).said, /E-NODE-SETTINGS/);
    written(ours);
    assert.match((await node('once')).said, /jwks\.json/);
    writeFileSync(join(folder, 'centre.jwks.json'), JSON.stringify({ keys: [{ ...jwk, kid }] }));
    const mapping = {
      name: 'qlns',
      schema: 'cbccvc@3.0',
      maker: { is: 'hoa' },
      read: { kind: 'csv' },
      tables: [
        {
          from: 'nguoi.csv',
          key: ['ma'],
          person: 'so',
          claims: true,
          validFrom: { column: 'tu', dates: 'dd/MM/yyyy' },
          facts: [{ fact: 'B/hoTen', column: 'ten' }],
        },
      ],
    };
    writeFileSync(join(folder, 'm.json'), JSON.stringify(mapping));
    const checked = await node('check');
    assert.deepEqual([checked.code, /E-NODE-SOURCE/.test(checked.said)], [2, true]);
    writeFileSync(join(folder, 'nguoi.csv'), 'ma,so,ten,tu\n1,p1,Lê Lan,01/11/2026\n2,p2,Trần Minh,31/11/2026\n');
    const wrong = await node('check');
    assert.deepEqual([wrong.code, /E-NODE-DAY[\s\S]*31\/11\/2026/.test(wrong.said)], [1, true]);

    chmodSync(join(folder, 'khoa/ky.pem'), 0o644);
    assert.match((await node('once')).said, /E-NODE-KEY-OPEN/);
    chmodSync(join(folder, 'khoa/ky.pem'), 0o600);
    const once = await node('once');
    assert.deepEqual([once.code, once.out], [0, 'in-step'], once.said);
    assert.equal(centre.standing('p1', 'B/hoTen')?.value, 'Lê Lan');
    assert.equal(centre.standing('p2', 'B/hoTen'), null);

    const status = JSON.parse((await node('status', '--json')).out) as { accepted: number; alarms: { about: string }[] };
    assert.deepEqual([status.accepted, status.alarms.map(({ about }) => about)], [2, ['source:qlns/nguoi.csv']]);
    assert.match((await node('status')).out, /Một nguồn dữ liệu chưa đọc được trọn vẹn/);
    const verified = JSON.parse((await node('verify', '--json')).out) as Record<string, unknown>;
    assert.deepEqual(verified, { batches: 1, received: 1, judged: 1, problems: [] });
    const compared = await node('compare', '--json');
    assert.deepEqual([compared.code, (JSON.parse(compared.out) as { differences: unknown[] }).differences], [0, []]);
    assert.equal((await node('receipt', '1/daily/1-2', '--out', 'r.json')).code, 0);
    assert.match(readFileSync(join(folder, 'r.json'), 'utf8'), /congvu-exchange-receipt\/1/);
    assert.equal((await node('receipt', '1/daily/7-9', '--out', 'r2.json')).code, 1);
    assert.equal((await node('receipt', 'one', '--out', 'r.json')).code, 64);
    makeKeyFile(join(folder, 'officer.pem'));
    assert.equal((await node('confirm', '--key', 'officer.pem')).code, 64);
    assert.equal((await node('confirm', '--key', 'officer.pem', '--by', 'an')).code, 0);
    assert.match((await node('answer', '9', 'stays', '--by', 'an')).said, /E-NODE-QUESTION/);
    assert.equal((await node('answer', '9', 'ended', '--by', 'an')).code, 64);
    assert.equal((await node('dance')).code, 64);
  } finally {
    await centre.close();
  }
});
