import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mockIssuer, newKey } from '#portal/mock/door-issuer.ts';
import type { MockIssuer } from '#portal/mock/door-issuer.ts';
import { cardCrypto } from './crypto.ts';
import { NO_LISTS, fetchLists, pathOf, readKept, statusAtMs } from './lists.ts';
import type { Fetched, ListNeeds } from './lists.ts';
import { isServerClockWrong } from './server-clock.ts';

const SITE = 'https://congvu.example';
const NOW = Date.parse('2026-11-27T02:00:00Z');
const HOUR = 3_600_000;
const crypto = await cardCrypto(globalThis.crypto.subtle);

/** An issuer, and a door that fetches from it; `instead` answers for an address. */
async function aDoor() {
  let nowMs = NOW;
  const issuer = await mockIssuer({ site: () => SITE, environment: 'THU_NGHIEM', nowMs: () => nowMs });
  const instead = new Map<string, () => Response>();
  const asked: string[] = [];
  const good: Readonly<Record<string, (from: MockIssuer) => string>> = {
    '/card/trust-anchor': (from) => JSON.stringify(from.anchor),
    '/card/trust-list': (from) => from.trustList(),
    '/card/status/1': (from) => from.statusList(),
  };
  const needs: ListNeeds = {
    crypto,
    site: SITE,
    environment: 'THU_NGHIEM',
    nowMs: () => nowMs,
    reading: () => ({ wallMs: nowMs, monotonicMs: nowMs - NOW }),
    isServerClockWrong: (serverMs, signedAtMs) => isServerClockWrong(serverMs, signedAtMs, needs.reading(), null),
    fetch: async (path) => {
      asked.push(path);
      return instead.get(path)?.() ?? new Response(good[path]!(issuer), { headers: { date: new Date(nowMs).toUTCString() } });
    },
  };
  const nothing = { lists: NO_LISTS, kept: null };
  return { issuer, needs, instead, asked, first: () => fetchLists(nothing, needs), moveTo: (ms: number) => (nowMs = ms) };
}

const text = (body: string) => (): Response => new Response(body);
const known = ({ lists }: Fetched): readonly [boolean, number] => [lists.trust !== null, lists.status.length];

test('a door fetches anchor, trust list and every status list, and keeps their texts', async () => {
  const { first, asked, needs } = await aDoor();
  const fetched = await first();
  assert.equal(fetched.trouble, null);
  assert.deepEqual(asked, ['/card/trust-list', '/card/trust-anchor', '/card/status/1']);
  assert.deepEqual(known(fetched), [true, 1]);
  assert.equal(fetched.sync?.serverMs, NOW);
  assert.equal(fetched.ttlSeconds, 300);
  assert.equal(statusAtMs(fetched.lists), NOW - 30_000);
  const recalled = await readKept(fetched.kept!, needs);
  assert.equal(recalled.trust?.version, 3);
  assert.equal(recalled.status.length, 1);
});

test('the anchor is pinned: it is asked for once, and another one signs in vain', async () => {
  const { first, asked, needs, issuer } = await aDoor();
  const before = await first();
  asked.length = 0;
  const again = await fetchLists(before, needs);
  assert.deepEqual(asked, ['/card/trust-list', '/card/status/1']);
  assert.equal(again.trouble, null);
  issuer.changeAnchor();
  const after = await fetchLists(again, needs);
  assert.equal(after.trouble, 'anchor-changed');
  assert.deepEqual(after.lists, again.lists);
  assert.deepEqual(after.kept, again.kept);
});

test('what does not hold leaves in place what was', async () => {
  const foreign = await mockIssuer({ site: () => SITE, environment: 'THU_NGHIEM', nowMs: () => NOW });
  const production = await mockIssuer({ site: () => SITE, environment: 'CHINH_THUC', nowMs: () => NOW });
  for (const [path, answer, trouble] of [
    ['/card/trust-list', () => new Response('', { status: 503 }), 'network'],
    ['/card/trust-list', () => Promise.reject(new TypeError('no network')) as never, 'network'],
    ['/card/trust-list', text('<html>Đăng nhập wifi</html>'), 'not-a-list'],
    ['/card/trust-list', text('x'.repeat(2_000_000)), 'network'],
    ['/card/trust-list', text(foreign.trustList()), 'bad-signature'],
    ['/card/trust-list', text(production.trustList()), 'bad-signature'],
    ['/card/status/1', () => new Response('', { status: 404 }), 'network'],
    ['/card/status/1', text('<html></html>'), 'not-a-list'],
    ['/card/status/1', text(foreign.statusList()), 'unknown-key'],
    ['/card/status/1', text('y'.repeat(1_000_000)), 'network'],
  ] as const) {
    const { first, needs, instead } = await aDoor();
    const before = await first();
    instead.set(path, answer);
    const after = await fetchLists(before, needs);
    assert.equal(after.trouble, trouble, path);
    assert.deepEqual(known(after), [true, 1], `${path}: ${trouble}`);
    assert.deepEqual(after.kept?.statusLists, before.kept?.statusLists);
  }
});

test('an older list is never taken again, be it of trust or of status', async () => {
  const { first, needs, instead, issuer } = await aDoor();
  const before = await first();
  instead.set('/card/trust-list', text(issuer.trustList({ version: 2 })));
  assert.equal((await fetchLists(before, needs)).trouble, 'older-than-seen');
  instead.clear();
  instead.set('/card/status/1', text(issuer.statusList({ issuedAtMs: NOW - HOUR })));
  const after = await fetchLists(before, needs);
  assert.equal(after.trouble, 'older-than-seen');
  assert.equal(statusAtMs(after.lists), NOW - 30_000);
});

test('a status list that is dated ahead is not taken: with it every honest one after would be older', async () => {
  const { first, needs, instead, issuer } = await aDoor();
  const before = await first();
  instead.set('/card/status/1', text(issuer.statusList({ issuedAtMs: NOW + 24 * HOUR })));
  const after = await fetchLists(before, needs);
  assert.equal(after.trouble, 'server-clock');
  assert.equal(statusAtMs(after.lists), NOW - 30_000);
  instead.clear();
  assert.equal((await fetchLists(after, needs)).trouble, null);
});

test('a door of one environment takes no list of the other', async () => {
  const { needs } = await aDoor();
  const fetched = await fetchLists({ lists: NO_LISTS, kept: null }, { ...needs, environment: 'CHINH_THUC' });
  assert.equal(fetched.trouble, 'wrong-environment');
  assert.deepEqual(known(fetched), [false, 0]);
  assert.equal(fetched.kept, null);
});

test('a door whose own clock is wrong still gets its lists, to find out that it is', async () => {
  const { needs } = await aDoor();
  const dayBehind = { ...needs, nowMs: () => NOW - 400 * 24 * HOUR };
  const fetched = await fetchLists({ lists: NO_LISTS, kept: null }, dayBehind);
  assert.deepEqual(known(fetched), [true, 1]);
});

test('what was kept is checked again: whoever could write there could write anything', async () => {
  const { first, needs, issuer, moveTo } = await aDoor();
  const { kept } = await first();
  const other = newKey();
  for (const [changed, trust, status] of [
    [{ ...kept!, anchor: other.jwk }, false, 0],
    [{ ...kept!, version: 9 }, false, 0],
    [{ ...kept!, trustList: kept!.trustList.slice(0, -4) }, false, 0],
    [{ ...kept!, statusLists: { [issuer.statusUri]: issuer.statusList({ signedBy: other }) } }, true, 0],
    [{ ...kept!, statusLists: { [`${SITE}/card/status/2`]: issuer.statusList() } }, true, 0],
  ] as const) {
    const read = await readKept(changed, needs);
    assert.deepEqual([read.trust !== null, read.status.length], [trust, status]);
  }
  moveTo(NOW + 40 * 24 * HOUR);
  assert.equal((await readKept(kept!, needs)).trust, null);
});

test('only a status list of our own server is fetched, by nothing but its number', () => {
  assert.equal(pathOf(`${SITE}/card/status/1`, SITE), '/card/status/1');
  for (const uri of [
    'https://congvu.example.evil/card/status/1',
    'https://other.example/card/status/1',
    'https://another.sample/card/status/1',
    `${SITE}/card/status/1?card=7`,
    `${SITE}/card/status/../../api/v1/session`,
    `${SITE}/api/v1/session`,
    `${SITE}/card/status/`,
  ])
    assert.equal(pathOf(uri, SITE), null, uri);
});

test('a server that was a day ahead for one fetch shuts no door: what it signs afterwards has a greater number and an earlier time, and is taken', async () => {
  const { needs, instead, issuer, first } = await aDoor();
  const text = (body: string, atMs: number) => (): Response => new Response(body, { headers: { date: new Date(atMs).toUTCString() } });
  const ahead = (): void => {
    instead.set('/card/trust-list', text(issuer.trustList({ version: 4, issuedAtMs: NOW + 24 * HOUR }), NOW + 24 * HOUR));
    instead.set('/card/status/1', text(issuer.statusList({ version: 4, issuedAtMs: NOW + 24 * HOUR }), NOW + 24 * HOUR));
  };
  ahead();
  const wrong = await first();
  assert.equal(wrong.trouble, null, 'a door that never saw another time takes it');
  instead.set('/card/trust-list', text(issuer.trustList({ version: 5, issuedAtMs: NOW }), NOW));
  instead.set('/card/status/1', text(issuer.statusList({ version: 5, issuedAtMs: NOW }), NOW));
  const right = await fetchLists(wrong, needs);
  assert.equal(right.trouble, null);
  assert.deepEqual([right.lists.trust?.version, right.lists.status[0]?.issuedAt], [5, new Date(NOW).toISOString()]);
  ahead();
  assert.equal((await fetchLists(right, needs)).trouble, 'older-than-seen', 'the number decides, not the time');
});

test('a server whose clock is not believed: nothing of it is taken, its time neither', async () => {
  const { needs, first, instead, issuer } = await aDoor();
  const before = await first();
  for (const isServerClockWrong of [() => true, (_serverMs: number, signedAtMs: number | null) => signedAtMs !== null]) {
    const after = await fetchLists(before, { ...needs, isServerClockWrong });
    assert.deepEqual([after.trouble, after.sync, after.lists, after.kept], ['server-clock', null, before.lists, before.kept]);
  }
  // By a time that is not believed nothing has expired, either.
  const late = new Date(NOW + 40 * 24 * HOUR).toUTCString();
  instead.set('/card/trust-list', () => new Response(issuer.trustList(), { headers: { date: late } }));
  assert.equal((await fetchLists(before, { ...needs, isServerClockWrong: () => true })).trouble, 'server-clock');
});

test('a list kept from before is judged under the trust list of today: of a key that is no longer trusted nothing is left', async () => {
  const { needs, instead, issuer, first } = await aDoor();
  const before = await first();
  issuer.distrustStatusKey();
  instead.set('/card/status/1', text('<html></html>'));
  const after = await fetchLists(before, needs);
  assert.deepEqual(known(after), [true, 0]);
  assert.deepEqual(after.kept?.statusLists, {});
});
