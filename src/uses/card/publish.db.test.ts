/** What doors fetch: soon after a change, every five minutes without one, and never with fewer bits than before. */
import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { stoppedClock } from '#base/clock.ts';
import { parseJws } from '#standard/card/compact-jws.ts';
import { takePlace, writeCopy } from './copy-store.ts';
import { LIST_TAKEN_MAX } from './limits.ts';
import type { IssuerNeeds } from './needs.ts';
import { anIssuer } from './issuer-for-tests.ts';
import type { TestIssuer } from './issuer-for-tests.ts';
import { useNonce } from './offer-store.ts';
import { publishRound, publisherTask } from './publish.ts';
import { endUnknownCopies } from './unknown-copies.ts';

let here: TestIssuer;
let needs: IssuerNeeds;
let clock: ReturnType<typeof stoppedClock>;
before(async () => {
  here = await anIssuer();
  clock = stoppedClock(here.office.clock.now());
  needs = { ...here.issuer, clock };
  await publishRound(needs, { keeping: true });
});
after(() => here.close());

const payloadOf = async (file: string) =>
  parseJws(await readFile(join(here.folder, file), 'utf8'), 1_000_000)!.payload as Record<string, unknown> & {
    iat: number;
    status_list: { lst: string };
    status_lists: string[];
  };
const bitsOf = async (list: number): Promise<number[]> => {
  const bits = inflateSync(Buffer.from((await payloadOf(`status/${list}`)).status_list.lst, 'base64url'));
  return [...bits].flatMap((byte, at) => Array.from({ length: 8 }, (_, i) => ((byte >> i) & 1 ? at * 8 + i : -1)).filter((i) => i >= 0));
};
const owner = (sql: string, values: readonly unknown[] = []) => here.office.owner.transaction(null, (tx) => tx.query(sql, values));
const passes = (seconds: number): void => clock.moveTo(new Date(Date.parse(clock.now()) + seconds * 1000).toISOString());

/** Somebody whose copy is out, and then ended. */
async function anEnded(): Promise<{ list: number; index: number }> {
  const personId = await here.hires();
  const card = (await here.held(personId))!;
  const expiresAt = new Date(Date.parse(clock.now()) + 7 * 86_400_000).toISOString();
  const place = await here.office.as(here.handle, async (tx) => {
    const taken = await takePlace(tx, here.office.chance, { at: clock.now(), expiresAt });
    await writeCopy(tx, {
      ...card,
      copyId: here.office.chance.uuid7(Date.parse(clock.now())),
      place: taken,
      holderKey: 'k',
      issuedAt: clock.now(),
      expiresAt,
      grantId: null,
      notificationHash: here.office.chance.bytes(32),
    });
    return taken;
  });
  await here.registers(personId, { A: { trangThaiCongTac: 'THOI_VIEC' } });
  return place;
}

test('a list is signed when a bit is set, and every five minutes although none is', async () => {
  const place = await anEnded();
  assert.deepEqual(await publishRound(needs, { keeping: false }), { lists: [place.list], trustList: false });
  assert.ok((await bitsOf(place.list)).includes(place.index));
  assert.deepEqual((await publishRound(needs, { keeping: false })).lists, []);
  const before = (await payloadOf('status/0')).iat;
  passes(299);
  assert.deepEqual((await publishRound(needs, { keeping: false })).lists, []);
  passes(1);
  assert.deepEqual((await publishRound(needs, { keeping: false })).lists, [0]);
  const now = await payloadOf('status/0');
  assert.deepEqual([now.iat - before, now['ttl'], Number(now['exp']) - now.iat], [300, 300, 86_400]);
});

test('only ended copies have their bit set; a place says nothing of when it was taken', async () => {
  const places = [await anEnded(), await anEnded(), await anEnded()];
  await publishRound(needs, { keeping: false });
  const [row] = (await owner('select array_agg(idx order by idx) as ended from status_slot where ended_at is not null')) as [
    { ended: number[] },
  ];
  assert.deepEqual(await bitsOf(0), row.ended);
  assert.ok(
    places.some(({ index }) => index > 4_096),
    'drawn from the whole list, not one after the other',
  );
});

test('a database that was set back takes no published bit back', async () => {
  const place = await anEnded();
  await publishRound(needs, { keeping: false });
  await owner('update status_slot set ended_at = null, listed_at = null where list = $1 and idx = $2', [place.list, place.index]);
  passes(300);
  await publishRound(needs, { keeping: false });
  assert.ok((await bitsOf(place.list)).includes(place.index));
});

test('a file that was damaged is written anew from the database', async () => {
  const place = await anEnded();
  await publishRound(needs, { keeping: false });
  await rm(join(here.folder, 'status', '0'));
  passes(300);
  await publishRound(needs, { keeping: false });
  assert.ok((await bitsOf(0)).includes(place.index));
});

test('two that publish at once leave the list with all bits', async () => {
  const places = [await anEnded(), await anEnded()];
  await Promise.all(Array.from({ length: 4 }, () => publishRound(needs, { keeping: false })));
  const bits = await bitsOf(0);
  assert.ok(places.every(({ index }) => bits.includes(index)));
});

test('a list that is three quarters full is followed by the next, and leaves the trust list when its last copy has run out', async () => {
  // The check of each of 786,433 rows against one list takes longer than everything else in this file.
  await owner('alter table status_slot drop constraint status_slot_list_fkey');
  await owner(
    `insert into status_slot (list, idx, taken_at, expires_at) select 0, i, now(), now() + interval '8 days' from generate_series(0, $1::int) i on conflict do nothing`,
    [LIST_TAKEN_MAX],
  );
  const turned = await publishRound(needs, { keeping: true });
  assert.ok(turned.lists.includes(1) && turned.trustList);
  assert.equal((await anEnded()).list, 1);
  assert.equal((await payloadOf('trust-list')).status_lists.length, 2);
  passes(9 * 86_400);
  await publishRound(needs, { keeping: true });
  assert.deepEqual((await payloadOf('trust-list')).status_lists, [`${here.url}/card/status/1`]);
  await assert.rejects(readFile(join(here.folder, 'status', '0')), /ENOENT/);
});

test('the version of the trust list rises', async () => {
  const before = Number((await payloadOf('trust-list'))['version']);
  passes(300);
  await publishRound(needs, { keeping: true });
  assert.ok(Number((await payloadOf('trust-list'))['version']) > before);
});

test('what was used once is forgotten when its age alone would refuse it', async () => {
  const hash = here.office.chance.bytes(32);
  const until = new Date(Date.parse(clock.now()) + 300_000).toISOString();
  const use = () => here.office.as(here.handle, (tx) => useNonce(tx, hash, until));
  assert.deepEqual([await use(), await use()], [true, false]);
  passes(301);
  await publishRound(needs, { keeping: true });
  assert.equal(await use(), true);
});

test('what cannot be done stops no bit from being published', async () => {
  const place = await anEnded();
  const broken = { ...needs, signer: { ...needs.signer, tend: () => Promise.reject(new Error('the keys cannot be tended')) } };
  await assert.rejects(publishRound(broken, { keeping: true }), /cannot be tended/);
  assert.ok((await bitsOf(place.list)).includes(place.index));
});

test('what is due every five minutes is tried again soon when its round failed, not after five minutes', async () => {
  let nowMs = 0;
  let fails = true;
  let tended = 0;
  const task = publisherTask({
    ...needs,
    clock: { ...needs.clock, now: () => needs.clock.now(), monotonicMs: () => nowMs },
    signer: {
      ...needs.signer,
      tend: async () => {
        tended += 1;
        if (fails) throw new Error('the keys cannot be tended');
        return needs.signer.tend();
      },
    },
  });
  const signal = new AbortController().signal;
  await assert.rejects(task.round(signal), /cannot be tended/);
  nowMs += 29_000;
  await task.round(signal);
  assert.equal(tended, 1, 'not yet');
  fails = false;
  nowMs += 1_000;
  await task.round(signal);
  assert.equal(tended, 2);
  nowMs += 299_000;
  await task.round(signal);
  assert.equal(tended, 2, 'every five minutes when all went well');
});

/** The database forgets a place, as one that was set back to a moment before it was taken. */
const forget = ({ list, index }: { list: number; index: number }): Promise<unknown> =>
  owner('delete from status_slot where list = $1 and idx = $2', [list, index]);
const takes = (): Promise<{ list: number; index: number }> =>
  here.office.as(here.handle, (tx) =>
    takePlace(tx, here.office.chance, { at: clock.now(), expiresAt: new Date(Date.parse(clock.now()) + 7 * 86_400_000).toISOString() }),
  );
const setBack = () => here.office.owner.transaction(null, (tx) => endUnknownCopies(tx, needs, needs.files));

test('a database that was set back ends every copy that it does not know, and no other; what is taken now stands in a list that nobody has seen', async () => {
  const [known, unknown] = [await takes(), await takes()];
  await publishRound(needs, { keeping: true });
  const seen = known.list + 3;
  await needs.files.write(`status/${seen}`, Buffer.from('opened after the backup'));
  await forget(unknown);
  assert.deepEqual(await setBack(), { lists: 2 });
  const round = await publishRound(needs, { keeping: false });
  assert.deepEqual(round, { lists: [known.list, seen], trustList: true });
  const bits = await bitsOf(known.list);
  assert.deepEqual([bits.includes(known.index), bits.includes(unknown.index)], [false, true]);
  const [{ living }] = (await owner('select count(*)::int as living from status_slot where list = $1 and ended_at is null', [
    known.list,
  ])) as [{ living: number }];
  assert.ok(bits.length >= (1 << 20) - living, 'every place that is not known');
  assert.equal((await bitsOf(seen)).length, 1 << 20, 'of a list that the database does not know nothing is good');
  const next = await takes();
  assert.ok(next.list > seen + 999, `list ${next.list}`);
  await publishRound(needs, { keeping: true });
  assert.ok(!(await bitsOf(next.list)).includes(next.index));
  const [{ n }] = (await owner(`select count(*)::int as n from audit_event where act = 'card.unknown-ended'`)) as [{ n: number }];
  assert.equal(n, 1);
});

test('a list that was cut off is kept until the longest copy in it has run out, whoever took it', async () => {
  const { list } = await takes();
  await setBack();
  await publishRound(needs, { keeping: true });
  passes(30 * 86_400);
  await publishRound(needs, { keeping: true });
  const named = async () => (await payloadOf('trust-list')).status_lists.includes(`${here.url}/card/status/${list}`);
  assert.ok(await named());
  passes(2 * 86_400);
  await publishRound(needs, { keeping: true });
  assert.ok(!(await named()));
});
