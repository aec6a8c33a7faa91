/** A site that moved: cards of its former name, judged at the door of today. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeCard, rememberCodes } from '#standard/card/judge.ts';
import { readStatusList } from '#standard/card/status-list.ts';
import { readTrustList } from '#standard/card/trust-list.ts';
import type { FormerSite, StatusList, TrustList } from '#standard/card/shapes.ts';
import {
  doorCopyOf,
  doorQr,
  present,
  sampleCopy,
  sampleHolder,
  sampleIssuer,
  SAMPLE_ASKED,
  SAMPLE_HOST,
  SAMPLE_VCT,
} from './card-for-tests.ts';
import { nodeCrypto } from './node-crypto.ts';
import { activeKey } from './signer.ts';
import { emptyBits, endEntry, signStatusList } from './status-list-issue.ts';
import { signTrustList } from './trust-list-issue.ts';

const AT = '2026-11-27T02:10:00.000Z';
const NOW = Date.parse(AT);
const DAY = 86_400_000;
const NEW_HOST = 'https://noi-moi.example';
const NEW_LIST = `${NEW_HOST}/card/status/7`;
const INDEX = 123_456;

const issuer = sampleIssuer(AT);
const holder = sampleHolder();
/** Given before the move. */
const copy = await sampleCopy(issuer, holder);
const before: FormerSite = {
  iss: `${SAMPLE_HOST}/card`,
  vct: SAMPLE_VCT,
  statusLists: `${SAMPLE_HOST}/card/status/`,
  until: new Date(NOW + 5 * DAY).toISOString(),
};

async function trustOf(formerSites: readonly FormerSite[]): Promise<TrustList> {
  const moved = { ...issuer.trust, iss: `${NEW_HOST}/card`, vcts: [`${NEW_HOST}/vct/the-cbccvc/1`], statusLists: [NEW_LIST], formerSites };
  const read = await readTrustList(await signTrustList(issuer.signer, moved, NOW), {
    crypto: nodeCrypto,
    anchors: [(await activeKey(issuer.signer, 'anchor')).publicJwk],
    nowMs: NOW,
    seenVersion: 0,
  });
  assert.ok(read.ok);
  assert.deepEqual(read.value.formerSites ?? [], formerSites);
  return read.value;
}

/** The verdict of the door of today upon what is shown. */
async function verdict(shown: string, formerSites: readonly FormerSite[], { nowMs = NOW, ended = false } = {}): Promise<string> {
  const trust = { ...(await trustOf(formerSites)), expiresAt: new Date(nowMs + DAY).toISOString() };
  const bits = emptyBits();
  if (ended) endEntry(bits, INDEX);
  const list = await readStatusList(await signStatusList(issuer.signer, NEW_LIST, bits, nowMs), {
    crypto: nodeCrypto,
    trust,
    uri: NEW_LIST,
    nowMs,
  });
  assert.ok(list.ok);
  const lists = new Map<string, StatusList>([[NEW_LIST, list.value]]);
  const nonceSeen = rememberCodes(() => nowMs);
  const seen = {
    crypto: nodeCrypto,
    nowMs,
    clockOffsetMs: 0,
    trust,
    lists,
    environment: 'THU_NGHIEM',
    asked: [SAMPLE_ASKED],
    unasked: null,
    nonceSeen,
  } as const;
  const { code, reason } = await judgeCard(shown, seen);
  return `${code} ${reason}`;
}

test('a card of the former name is good until the day that is written, as text and as a code; ended it is red', async () => {
  assert.equal(await verdict(present(copy, holder, NOW), [before]), 'V1 valid');
  assert.equal(await verdict(doorQr(doorCopyOf(copy), holder, NOW), [before]), 'V1b no-portrait');
  assert.equal(await verdict(present(copy, holder, NOW), [before], { ended: true }), 'V3 revoked');
  const later = NOW + 5 * DAY;
  assert.equal(await verdict(present(copy, holder, later - 1_000), [before], { nowMs: later - 1_000 }), 'V1 valid');
  assert.equal(await verdict(present(copy, holder, later), [before], { nowMs: later }), 'V5 unknown-type');
});

test('a name that nobody wrote stays a stranger’s, be it the name, the type or the list that is another', async () => {
  const shown = present(copy, holder, NOW);
  const other = 'https://ke-khac.example';
  assert.equal(await verdict(shown, []), 'V5 unknown-type');
  assert.equal(await verdict(shown, [{ ...before, iss: `${other}/card` }]), 'V5 unknown-type');
  assert.equal(await verdict(shown, [{ ...before, vct: `${other}/vct` }]), 'V5 unknown-type');
  assert.equal(await verdict(shown, [{ ...before, statusLists: `${other}/card/status/` }]), 'V7 no-status-list');
  // One type for every site, as CARD_VCT can say: the name alone decides.
  const trust = { ...(await trustOf([])), vcts: [SAMPLE_VCT] };
  const context = {
    crypto: nodeCrypto,
    nowMs: NOW,
    clockOffsetMs: 0,
    trust,
    lists: new Map(),
    environment: null,
    asked: [SAMPLE_ASKED],
    unasked: null,
  } as const;
  const { code, reason } = await judgeCard(shown, { ...context, nonceSeen: () => false });
  assert.deepEqual([code, reason], ['V6', 'wrong-issuer']);
});
