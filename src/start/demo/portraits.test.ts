import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ok } from '#base/problem.ts';
import { PACKED } from '#standard/list-edition.ts';
import { isPlainPortrait } from '#doors/portraits/run-reader.ts';
import { readPortraits } from '#doors/portraits/read-portraits.ts';
import { createHash } from 'node:crypto';
import { DEMO_DAY, castOf, registeredPeople } from './cast.ts';
import { WRONG_PICTURES, demoPortraits, readyPortraits, waitingPortraits, wrongPortraits } from './portraits.ts';

const read = async (bytes: Uint8Array) => {
  const file = await readPortraits(bytes, {
    fileName: 'x.zip',
    today: '2026-11-24',
    asOf: DEMO_DAY,
    demo: true,
    lists: PACKED,
    fixes: [],
    bodyKnown: () => true,
    progress: () => undefined,
  });
  assert.ok(file.kind === 'read');
  return file;
};
const codesOf = (file: Awaited<ReturnType<typeof read>>): string[] =>
  file.people.flatMap(({ checked }) => checked.problems.map(({ code }) => code));

test('most people of four bodies have a portrait, nobody else; a few dozen drawings do', async () => {
  const kept = new Map<string, Uint8Array>();
  const of = await demoPortraits({
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      kept.set(sha256, bytes);
      return ok({ sha256, sizeBytes: bytes.length });
    },
    async get(sha256) {
      return kept.get(sha256)!;
    },
    async remove(sha256) {
      kept.delete(sha256);
    },
  });
  const share = new Map<string, number>();
  for (const person of registeredPeople(DEMO_DAY)) {
    const sha256 = of(person);
    if (sha256 !== null) assert.ok(kept.has(sha256));
    share.set(person.bodyCode, (share.get(person.bodyCode) ?? 0) + (sha256 === null ? 0 : 1));
  }
  for (const { code, people } of castOf())
    if (['H26.03.01', 'H26.01', 'H26.03', 'H26.03.02'].includes(code)) assert.ok(share.get(code)! > people * 0.8, code);
    else assert.equal(share.get(code), 0, code);
  assert.ok(kept.size >= 30 && kept.size <= 40, `${kept.size} drawings`);
  assert.ok(
    [...kept.values()].every((jpeg) => isPlainPortrait(Buffer.from(jpeg))),
    'they are as the door would have made them',
  );
});

test('the zip that is ready has nothing to repair, and names what the Mac left in it', async () => {
  const file = await read(await readyPortraits());
  assert.deepEqual(codesOf(file), []);
  assert.ok(file.people.length > 10, `${file.people.length} people`);
  assert.equal(file.ignored.length, 1);
});

test('the zip with mistakes has those that are said, and three good pictures', async () => {
  const file = await read(await wrongPortraits());
  // Whether somebody is registered only the register knows.
  const expected = WRONG_PICTURES.filter((one) => one !== 'NO-PERSON').map((one) => `E-PORTRAIT-${one}`);
  assert.deepEqual(codesOf(file).sort(), expected.sort());
  assert.equal(file.people.length, WRONG_PICTURES.length + 3);
});

test('the zip that waits for the officer is read without a problem', async () => {
  const file = await read(await waitingPortraits());
  assert.deepEqual([codesOf(file), file.people.length], [[], 4]);
});
