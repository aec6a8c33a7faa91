/** An open door whose server says tomorrow: it says so, goes on by what it has, and takes the right lists as soon as they are there. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mockIssuer } from '#portal/mock/door-issuer.ts';
import { judgeCard } from '#standard/card/judge.ts';
import { bulk } from './bulk.ts';
import { cardCrypto } from './crypto.ts';
import { headerLine } from './header.ts';
import { wordsOf } from './speech.ts';

const SITE = 'https://congvu.example';
const NOW = Date.parse('2026-11-30T02:00:00Z');
const DAY = 86_400_000;
const crypto = cardCrypto(globalThis.crypto.subtle);

async function aDoor(aheadMs = 0) {
  const server = { aheadMs, version: 3 };
  const issuer = await mockIssuer({ site: () => SITE, environment: 'THU_NGHIEM', nowMs: () => NOW });
  const text = (path: string): string => {
    const issuedAtMs = NOW + server.aheadMs;
    if (path === '/card/trust-anchor') return JSON.stringify(issuer.anchor);
    const request = { issuedAtMs, version: server.version };
    return path === '/card/trust-list' ? issuer.trustList(request) : issuer.statusList(request);
  };
  const door = bulk(
    {
      crypto,
      site: SITE,
      environment: 'THU_NGHIEM',
      reading: () => ({ wallMs: NOW, monotonicMs: 1_000 }),
      keep: { recall: async () => null, keep: async () => undefined, forget: async () => undefined },
      fetch: async (path) => new Response(text(path), { headers: { date: new Date(NOW + server.aheadMs).toUTCString() } }),
      isOnline: () => true,
      later: () => undefined,
    },
    () => undefined,
  );
  await door.recall();
  await door.refresh();
  const card = issuer.card();
  const verdict = async (): Promise<string> => {
    const { lists, nowMs, offsetMs, isServerClockWrong } = door.state();
    const { code } = await judgeCard(card.bare(), {
      crypto: await crypto,
      nowMs,
      clockOffsetMs: offsetMs,
      isServerClockWrong,
      trust: lists.trust,
      lists: new Map(lists.status.map((one) => [one.uri, one])),
      environment: 'THU_NGHIEM',
      asked: [],
      unasked: null,
      nonceSeen: () => false,
    });
    return code;
  };
  return { server, door, verdict };
}

test('a server that jumps a day ahead is named, and no card is refused for it; set right, its lists are taken at once', async () => {
  const { server, door, verdict } = await aDoor();
  assert.deepEqual([door.state().isServerClockWrong, await verdict()], [false, 'V1b']);
  Object.assign(server, { aheadMs: DAY, version: 4 });
  await door.refresh();
  const state = door.state();
  assert.deepEqual([state.trouble, state.isServerClockWrong, state.isClockOff, state.nowMs], ['server-clock', true, false, NOW]);
  assert.equal(await verdict(), 'V1b', 'not V8, not V7');
  assert.match(headerLine(state, wordsOf('vi')).more!, /Giờ máy chủ không đúng/);
  Object.assign(server, { aheadMs: 0, version: 5 });
  await door.refresh();
  assert.deepEqual([door.state().trouble, door.state().lists.trust?.version, await verdict()], [null, 5, 'V1b']);
});

test('a door that never saw another time doubts itself, and is right again with the first right list', async () => {
  const { server, door, verdict } = await aDoor(DAY);
  assert.deepEqual([door.state().isClockOff, door.state().isServerClockWrong, await verdict()], [true, false, 'V8']);
  Object.assign(server, { aheadMs: 0, version: 4 });
  await door.refresh();
  assert.deepEqual([door.state().isClockOff, door.state().trouble, await verdict()], [false, null, 'V1b']);
});
