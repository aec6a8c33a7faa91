/** The command at a desk: what it takes, what it says, how it ends. What it finds is planted in tests/faults/netcheck.test.ts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freePort } from '#base/free-port.ts';
import { proxyOf, runNetcheck, serverAt } from './netcheck-command.ts';
import type { NetcheckRequest } from './netcheck-command.ts';

const NOTHING: NetcheckRequest = { url: '', proxy: null, authorities: null, report: null, json: false, english: false };
async function run(
  change: Partial<NetcheckRequest>,
  env: Record<string, string> = {},
): Promise<{ exit: number; said: string; beside: string }> {
  let [said, beside] = ['', ''];
  const io = { answer: (text: string) => void (said += text), print: (text: string) => void (beside += `${text}\n`) };
  return { exit: await runNetcheck(env, { ...NOTHING, ...change }, io), said, beside };
}

test('an address is taken as people type it', () => {
  assert.equal(serverAt('can-bo.example.gov.vn')?.href, 'https://can-bo.example.gov.vn/');
  assert.equal(serverAt('http://10.0.0.1:3000')?.port, '3000');
  for (const wrong of ['', 'ftp://x', 'https://', '::::']) assert.equal(serverAt(wrong), null, wrong);
  assert.deepEqual(proxyOf('http://can-bo:m%40t@10.0.0.9:3128'), { host: '10.0.0.9', port: 3128, account: 'can-bo:m@t' });
  assert.equal(proxyOf('socks5://10.0.0.9'), null);
});

test('what was not asked rightly is told, and nothing is looked at', async () => {
  assert.equal((await run({ url: 'ftp://x' })).exit, 64);
  const wrong = await run({ url: 'can-bo.example' }, { HTTPS_PROXY: 'socks5://10.0.0.9' });
  assert.deepEqual([wrong.exit, wrong.said], [64, '']);
  assert.match(wrong.beside, /proxy/);
});

test('a finding is told with why and what next, in either language, or as JSON; a result that cannot be sent is told beside it', async () => {
  const url = `http://127.0.0.1:${await freePort()}`;
  const told = await run({ url, report: { org: 'H26', token: '00000-00000' } });
  assert.equal(told.exit, 2);
  assert.match(
    told.said,
    /Chưa đạt[\s\S]*✗ Tới được máy chủ nhưng cổng bị từ chối\.\n {2}→ Kiểm tra địa chỉ và cổng[\s\S]*E-NET-PORT-REFUSED/,
  );
  assert.match(told.beside, /Chưa gửi được kết quả: không tới được máy chủ/);
  assert.match((await run({ url, english: true })).said, /Not passed[\s\S]*The server is reached, and refuses the port\./);
  const read = JSON.parse((await run({ url, json: true })).said) as {
    exit: number;
    findings: { code: string }[];
    measured: { answer: null };
  };
  assert.deepEqual([read.exit, read.findings.map(({ code }) => code), read.measured.answer], [2, ['E-NET-PORT-REFUSED'], null]);
});
