/** What publishing does by a clock that jumped: nothing, until who operates has looked. Numbers of lists go on whatever the clock says. A site that moved leaves its name. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { stoppedClock } from '#base/clock.ts';
import { parseJws } from '#standard/card/compact-jws.ts';
import { formerSites, writeFormerSite } from './former-sites.ts';
import { aDpop, aHolderProof, aLibraryWallet, anIssuer } from './issuer-for-tests.ts';
import type { TestIssuer } from './issuer-for-tests.ts';
import { answerCredential } from './credential.ts';
import type { IssuerNeeds } from './needs.ts';
import { keptPictures } from './picture.ts';
import { CONFIGURATION } from './protocol.ts';
import { publishRound } from './publish.ts';
import { acceptClock, readSigningClock } from './signing-clock.ts';
import { endUnknownCopies } from './unknown-copies.ts';

let here: TestIssuer;
let needs: IssuerNeeds;
let clock: ReturnType<typeof stoppedClock>;
before(async () => {
  here = await anIssuer();
  clock = stoppedClock(here.office.clock.now());
  needs = { ...here.issuer, clock, clockAheadHours: 6 };
});
after(() => here.close());

const moves = (seconds: number): void => clock.moveTo(new Date(Date.parse(clock.now()) + seconds * 1000).toISOString());
const said = async (file: string) => parseJws(Buffer.from((await needs.files.read(file))!).toString(), 1_000_000)!.payload;
const owner = <T>(work: Parameters<typeof here.office.owner.transaction<T>>[1]): Promise<T> => here.office.owner.transaction(null, work);
const acts = async (act: string): Promise<number> =>
  owner(async (tx) => (await tx.query<{ n: number }>('select count(*)::int as n from audit_event where act = $1', [act]))[0]!.n);
const round = () => publishRound(needs, { keeping: true });
const numbers = async (): Promise<number[]> => [Number((await said('trust-list'))['version']), Number((await said('status/0'))['version'])];

test('numbers rise with each signature, above those by the clock of releases before', async () => {
  await needs.files.write(
    'trust-list',
    Buffer.from(`e30.${Buffer.from('{"version":1790000000}').toString('base64url')}.${'A'.repeat(86)}`),
  );
  await round();
  const [trust, status] = await numbers();
  assert.deepEqual([trust, status], [1_790_000_001, 1]);
  moves(301);
  await round();
  assert.deepEqual(await numbers(), [1_790_000_002, 2]);
  await needs.files.remove('trust-list');
  moves(301);
  await round();
  assert.ok(
    (await numbers())[0]! >= Math.floor(Date.parse(clock.now()) / 1000),
    'where nothing says what doors have seen, above everything of before',
  );
});

for (const [direction, seconds] of [
  ['back', -86_400],
  ['ahead', 7 * 3_600],
] as const)
  test(`a clock that jumped ${direction}: nothing is signed, ended or issued, who operates is told once; then it goes on with greater numbers`, async () => {
    const before = { at: clock.now(), numbers: await numbers(), refused: await acts('card.clock-refused') };
    const wallet = aLibraryWallet();
    const offer = await here.offers(await here.hires());
    const begun = await wallet.begins(offer.uri, offer.txCode);
    moves(seconds);
    for (let i = 0; i < 3; i++) assert.deepEqual((await round()).refused, { direction, signedAt: before.at });
    assert.deepEqual(await numbers(), before.numbers);
    assert.equal(await acts('card.clock-refused'), before.refused + 1);
    assert.notEqual((await owner(readSigningClock)).refusedSince, null);
    const url = `${here.url}/card/credential`;
    const { c_nonce: nonce } = (await (await fetch(`${here.url}/card/nonce`, { method: 'POST' })).json()) as { c_nonce: string };
    // The clock of the lists jumped; the wallet's tokens and proofs are judged by the issuer's that runs here.
    const stuck = { ...here.issuer, clockAheadHours: 6, pictureOf: keptPictures(here.issuer.portraitOf) };
    await owner((tx) =>
      tx.query('update signing_clock set signed_at = $1', [new Date(Date.parse(here.office.clock.now()) - seconds * 1000).toISOString()]),
    );
    const answer = await answerCredential(
      stuck,
      { credential_configuration_id: CONFIGURATION, proofs: { jwt: [aHolderProof(wallet.holderKey, `${here.url}/card`, nonce)] } },
      { authorization: `DPoP ${begun.accessToken}`, dpop: aDpop(wallet.dpopKey, url, { token: begun.accessToken }) },
    );
    assert.deepEqual(answer, { refused: 'temporarily_unavailable' });
    await owner((tx) => acceptClock(tx, needs, 'so với đồng hồ vô tuyến'));
    const after = await round();
    assert.equal(after.refused, undefined);
    assert.equal(after.trustList, true);
    // Each of them: what was signed by a time ahead of now must not wait for that time.
    for (const [i, number] of (await numbers()).entries())
      assert.ok(number > before.numbers[i]!, 'a greater number at an earlier time is what doors take');
    assert.deepEqual(await owner(readSigningClock), { signedAt: clock.now(), refusedSince: null });
    assert.ok((await acts('card.clock-accepted')) > 0);
  });

test('a database that was set back passes over the numbers that doors may have seen, and its pause is no jump', async () => {
  const before = await numbers();
  moves(3 * 86_400);
  await owner((tx) => endUnknownCopies(tx, needs, needs.files));
  assert.equal((await round()).refused, undefined);
  for (const [at, number] of (await numbers()).entries()) assert.ok(number > before[at]! + 1_000_000, `${number}`);
});

test('a former name stands in the trust list until its day, with its act; who writes it again sets another day', async () => {
  const until = (days: number): string => new Date(Date.parse(clock.now()) + days * 86_400_000).toISOString().replace(/\d{3}Z/, '000Z');
  const site = {
    issuerId: 'https://cu.example/card',
    vct: 'https://cu.example/vct/the-cbccvc/1',
    until: until(3),
    because: 'đổi tên miền',
  };
  await owner((tx) => writeFormerSite(tx, needs, site));
  await round();
  const named = async () => (await said('trust-list'))['former_sites'] as { iss: string; status_lists: string; exp: number }[] | undefined;
  assert.deepEqual(
    (await named())?.map((one) => [one.iss, one.status_lists, one.exp]),
    [['https://cu.example/card', 'https://cu.example/card/status/', Math.floor(Date.parse(site.until) / 1000)]],
  );
  await owner((tx) => writeFormerSite(tx, needs, { ...site, until: until(1), because: 'sớm hơn' }));
  assert.deepEqual(
    (await owner(formerSites)).map((one) => one.because),
    ['sớm hơn'],
  );
  moves(5 * 3_600);
  for (let i = 0; i < 5; i++) {
    await round();
    moves(5 * 3_600);
  }
  await round();
  assert.equal(await named(), undefined);
  assert.equal(await acts('card.site-left'), 2);
});
