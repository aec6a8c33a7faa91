/** `congvu card offer` beside a database that others use: the answer is an offer, the act stands in the log. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { aCardOffice } from '#uses/card/card-for-tests.ts';
import type { CardOffice } from '#uses/card/card-for-tests.ts';
import { keepCardUrl } from '#start/install/root-body.ts';
import { runCardOffer } from './card-command.ts';

let here: CardOffice;
let folder: string;
const said: string[] = [];
const io = {
  answer: (text: string) => void said.push(text),
  print: () => undefined,
  sayProblems: (problems: readonly { code: string }[]) => void said.push(...problems.map((one) => one.code)),
};

before(async () => {
  here = await aCardOffice();
  folder = await mkdtemp(join(tmpdir(), 'card-command-'));
  await mkdir(join(folder, 'keys'), { mode: 0o700 });
  // The master key of the office of tests.
  await writeFile(join(folder, 'keys', 'master.key'), new Uint8Array(32).fill(7), { mode: 0o600 });
  Object.assign(process.env, {
    DEMO: '1',
    DATA_FOLDER: folder,
    DATABASE_URL: here.office.appUrl,
    DATABASE_OWNER_URL: here.office.ownerUrl,
    PUBLIC_URL: 'https://the.example',
  });
});
after(async () => {
  await here.close();
  await rm(folder, { recursive: true, force: true });
});

test('an offer is told by link and by code, and stands in the log', async () => {
  const personId = await here.hires();
  assert.equal(await runCardOffer({ personId, json: true }, io), 0);
  const offer = JSON.parse(said.pop()!) as { offerUri: string; offerUriByValue: string; txCode: string; expiresAt: string };
  assert.match(
    offer.offerUri,
    /^openid-credential-offer:\/\/\?credential_offer_uri=https%3A%2F%2Fthe\.example%2Fcard%2Foffers%2F[\w-]{43}$/,
  );
  assert.match(offer.txCode, /^\d{6}$/);
  assert.ok(JSON.parse(new URL(offer.offerUriByValue).searchParams.get('credential_offer')!));
  assert.deepEqual((await here.acts(personId)).at(-1), 'card.offered');
});

test('without an address in the settings the link leads to where the server runs', async () => {
  const personId = await here.hires();
  const { PUBLIC_URL, ...others } = process.env;
  process.env = { ...others };
  delete process.env['PORT'];
  try {
    await here.office.owner.transaction(null, (tx) => keepCardUrl(tx, 'http://localhost:3941', '2026-11-30T00:00:00.000Z'));
    assert.equal(await runCardOffer({ personId, json: true }, io), 0);
    assert.match(said.pop()!, /http%3A%2F%2Flocalhost%3A3941%2Fcard/);
    process.env['PORT'] = '3942';
    assert.equal(await runCardOffer({ personId, json: true }, io), 0);
    assert.match(said.pop()!, /http%3A%2F%2Flocalhost%3A3942%2Fcard/, 'what is said goes first');
  } finally {
    delete process.env['PORT'];
    process.env['PUBLIC_URL'] = PUBLIC_URL;
  }
});

test('without a card, and for nobody, there is nothing to offer', async () => {
  const personId = await here.hires({}, { identityLocked: false });
  assert.equal(await runCardOffer({ personId, json: true }, io), 1);
  assert.equal(said.pop(), 'E-CARD-NONE');
  assert.equal(await runCardOffer({ personId: here.bodyId, json: true }, io), 1);
  assert.equal(said.pop(), 'E-PERSON-NOT-FOUND');
});
