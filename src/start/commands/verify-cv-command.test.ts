/** `congvu verify cv` on files: its exit codes, and what it says of an e-CV. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { FlattenedSign, exportJWK, generateKeyPair } from 'jose';
import { canonicalJson } from '#base/canonical-json.ts';
import { runVerifyCv } from './verify-cv-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'congvu-verify-cv-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, value: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(value));
  return path;
};

const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
const kid = 'ABCDEFGHIJKLMNOP';
const said = {
  format: 'congvu-cv/1',
  number: 'SY-4T7QK-9XWEA',
  recordCode: '000190000873',
  name: 'Trần Thị Hoa',
  body: { id: 'b', code: 'H26', name: 'UBND thành phố Hà Nội' },
  madeAt: '2026-11-30T03:00:00.000Z',
  dataOf: '2026-11-30',
  revision: 3,
  dictionary: '2026.6',
  demo: true,
  leftOut: { values: 7, components: 3 },
  components: [],
};
const sign = (value: unknown, typ = 'cv+jws') =>
  new FlattenedSign(Buffer.from(canonicalJson(value))).setProtectedHeader({ alg: 'EdDSA', kid, typ }).sign(privateKey);
const about = { purpose: 'attestation', bodyId: 'b', since: '2026-11-01T00:00:00.000Z', ended: null, status: 'active' };
const key = { ...(await exportJWK(publicKey)), kid, alg: 'EdDSA', use: 'sig', congvu: about };

async function run(cv: string, keys: string | null, json = false): Promise<{ exit: number; text: string }> {
  let text = '';
  const write = (more: string): void => void (text += `${more}\n`);
  return { exit: await runVerifyCv({ cv, keys, json }, { answer: write, print: write }), text };
}

test('right: by one key or a set; the day of the data and what is left out are told, and no name', async () => {
  const cv = file('cv.json', await sign(said));
  for (const keys of [file('key.json', key), file('set.json', { keys: [key] })]) {
    const { exit, text } = await run(cv, keys);
    assert.equal(exit, 0, text);
    for (const word of ['SY-4T7QK-9XWEA', '2026-11-30', '3']) assert.ok(text.includes(word), word);
    assert.ok(!text.includes('Hoa'));
  }
  const { document } = JSON.parse((await run(cv, file('key.json', key), true)).text) as { document: { name: string } };
  assert.equal(document.name, 'Trần Thị Hoa');
});

test('changed, signed as something else, no e-CV within: 1; no key: 2; no JWS, no keys: 64', async () => {
  const keys = file('key.json', key);
  const signed = await sign(said);
  const payload = Buffer.from(canonicalJson({ ...said, name: 'Trần Thị Hòa' })).toString('base64url');
  assert.equal((await run(file('a.json', { ...signed, payload }), keys)).exit, 1);
  assert.equal((await run(file('b.json', await sign(said, 'conversion+jws')), keys)).exit, 1);
  assert.equal((await run(file('c.json', await sign({ number: 'SY' })), keys)).exit, 1);
  const ofAnother = file('g.json', await sign({ ...said, body: { ...said.body, id: 'c' } }));
  const { exit, text } = await run(ofAnother, keys);
  assert.equal(exit, 1, 'signed by the key of another agency than it names');
  assert.ok(!text.includes(said.number), 'what is not verified is not told as if it were');
  assert.equal((await run(file('d.json', signed), null)).exit, 2);
  assert.equal((await run(file('d.json', signed), file('other.json', { ...key, congvu: { ...about, purpose: 'receipt' } }))).exit, 2);
  assert.equal((await run(file('e.json', { number: 'SY' }), keys)).exit, 64);
  assert.equal((await run(file('f.json', signed), file('no.json', { keys: [{}] }))).exit, 64);
});
