/** `congvu verify attestation` on files: its exit codes, and what it says. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { anAttestationFile } from '../../../tools/attestation-for-tests.ts';
import { runVerifyAttestation } from './verify-attestation-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'congvu-verify-attestation-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const kept = (name: string, value: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
};

const { file, key, logKey } = anAttestationFile();
const FILE = kept('xac-nhan.json', file);
const KEY = kept('key.json', key);

async function run(attestation: string, keys: string | null, log: string | null, json = false): Promise<[number, string]> {
  const said: string[] = [];
  const io = { answer: (text: string) => void said.push(text), print: (text: string) => void said.push(text) };
  return [await runVerifyAttestation({ attestation, keys, logKey: log, json }, io), said.join('\n')];
}

test('with the key of the agency, alone or in a set, and the key of the log, as text or as a file', async () => {
  for (const [keys, log] of [
    [KEY, logKey],
    [kept('set.json', { keys: [key] }), kept('log-key.txt', `${logKey}\n`)],
  ] as const) {
    const [exit, said] = await run(FILE, keys, log);
    assert.equal(exit, 0, said);
    assert.match(said, /✓ Chữ ký của cơ quan đúng[\s\S]*✓ Có ở dòng 0 của nhật ký[\s\S]*✓ ĐÚNG/);
  }
});

test('1 what is wrong, 2 what could not be checked as a whole; in JSON without what is in the record', async () => {
  assert.equal((await run(kept('changed.json', { ...file, signed: file.signed.replace('Ca', 'Cá') }), KEY, logKey))[0], 1);
  assert.equal((await run(kept('elsewhere.json', { ...file, log: { ...file.log, index: 1 } }), KEY, logKey))[0], 1);
  assert.equal((await run(FILE, null, logKey))[0], 2);
  assert.equal((await run(FILE, KEY, null))[0], 2);
  assert.equal((await run(kept('cut.json', '{"format":'), KEY, logKey))[0], 2);
  const [exit, said] = await run(FILE, KEY, logKey, true);
  assert.deepEqual([exit, (JSON.parse(said) as { verdict: string }).verdict], [0, 'right']);
  assert.doesNotMatch(said, /Chim Sơn Ca/);
});

test('what is no key, no key of the log or not there is told by name', async () => {
  for (const [attestation, keys, log] of [
    [join(folder, 'none.json'), KEY, logKey],
    [FILE, kept('no-key.json', '{}'), logKey],
    [FILE, KEY, kept('no-log-key.txt', 'abc')],
  ] as const) {
    const [exit, said] = await run(attestation, keys, log);
    assert.equal(exit, 64, said);
    assert.match(said, /Không dùng được/);
  }
});
