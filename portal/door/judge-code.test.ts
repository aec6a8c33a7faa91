import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mockIssuer } from '#portal/mock/door-issuer.ts';
import { readStatusList } from '#standard/card/status-list.ts';
import { readTrustList } from '#standard/card/trust-list.ts';
import { cardCrypto } from './crypto.ts';
import { phraseAudience } from '#standard/card/door-phrase.ts';
import { judgeCode } from './judge-code.ts';
import { seenCodes } from './seen-codes.ts';

const SITE = 'https://congvu.example';
const NOW = Date.parse('2026-11-27T02:00:00Z');

for (const [how, subtle] of [
  ['with WebCrypto', globalThis.crypto.subtle],
  ['over plain http', undefined],
] as const) {
  test(`${how}: a good code is green once, a stale one is told softly once, then as a copy`, async () => {
    const crypto = await cardCrypto(subtle);
    const issuer = await mockIssuer({ site: () => SITE, environment: 'THU_NGHIEM', nowMs: () => NOW });
    const trust = await readTrustList(issuer.trustList(), { crypto, anchors: [issuer.anchor], nowMs: NOW, seenVersion: 0 });
    assert.ok(trust.ok);
    const list = await readStatusList(issuer.statusList(), { crypto, trust: trust.value, uri: null, nowMs: NOW });
    assert.ok(list.ok);
    const codes = seenCodes({ crypto: Promise.resolve(crypto), store: { take: async () => 'shut' }, channel: null, nowMs: () => NOW });
    const phrase = 'sen-lua-mua-bac-cau';
    const asked = { audience: phraseAudience(`${SITE}/kiem-tra`, phrase), nonce: phrase };
    const judge = (text: string, nowMs = NOW) =>
      judgeCode(
        text,
        {
          crypto,
          nowMs,
          clockOffsetMs: 0,
          trust: trust.value,
          lists: new Map([[list.value.uri, list.value]]),
          environment: 'THU_NGHIEM',
          asked: [asked],
          unasked: [`${SITE}/kiem-tra`],
        },
        codes,
      );
    const card = issuer.card();
    const presented = card.present(asked);
    assert.equal((await judge(presented)).verdict.code, 'V1');
    assert.equal((await judge(presented)).verdict.reason, 'seen-before');
    assert.equal((await judge(card.present())).verdict.reason, 'not-asked');
    const qr = card.vn2();
    assert.equal((await judge(qr)).verdict.reason, 'no-portrait');
    assert.equal((await judge(qr)).verdict.reason, 'seen-before');

    const stale = card.vn2({ atMs: NOW - 61_000 });
    const first = await judge(stale);
    assert.deepEqual([first.verdict.code, first.verdict.reason, first.words.colour], ['V9', 'too-old', 'amber']);
    const second = await judge(stale);
    assert.deepEqual([second.verdict.code, second.words.colour, second.words.word.vi], ['V9', 'red', 'Mã đã dùng hoặc được chụp lại']);
    assert.equal((await judge(card.vn2({ atMs: NOW - 62_000 }))).words.colour, 'amber');
  });
}
