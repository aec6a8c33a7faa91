import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalJson } from '#base/canonical-json.ts';
import type { BatchManifest, SourceStatement } from '#doors/exchange/shapes.ts';
import { AT, BODY, CENTRE, aChange } from './changes-for-tests.ts';
import { deniedReceipt } from './convict.ts';
import { receiptsDigest } from './digests.ts';
import type { NodeEvent, NodeReply, NodeState } from './node-step.ts';
import { newNode, nodeStep } from './node-step.ts';

const MEANS = { audience: 'centre', sign: BODY.sign, verify: CENTRE.verify };
const go = (state: NodeState, event: NodeEvent) => nodeStep(state, event, MEANS);
const NONE = { daily: [], correction: [], load: [] };
const tick = (state: NodeState, atMs: number, outbox: object = {}) =>
  go(state, { kind: 'tick', atMs, at: AT, chance: 0.5, outbox: { ...NONE, ...outbox } });
const signed = (content: object, key = CENTRE): NodeReply => ({ status: 200, signed: key.sign(canonicalJson(content)) });
const refuses = (code: string, retryAfterMs?: number): NodeReply => ({
  status: 'refused',
  codes: [code],
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});

const HELLO = { kind: 'hello', source: 'H26', epoch: 1, seen: receiptsDigest([null, null, null]) } as const;
const lanes = (daily: number): SourceStatement['lanes'] => ({
  daily: { expected: daily, window: 4 },
  correction: { expected: 1, window: 4 },
  load: { expected: 1, window: 4 },
});
const statement = (changed: Partial<SourceStatement> = {}): SourceStatement => ({
  what: 'standing',
  source: 'H26',
  epoch: 1,
  frozen: false,
  seen: HELLO.seen,
  lanes: lanes(1),
  ...changed,
});
const hears = (state: NodeState, reply: NodeReply, ask: (NodeEvent & { kind: 'heard' })['ask'] = HELLO) =>
  go(state, { kind: 'heard', ask, reply, atMs: 0, chance: 0.5 });

/** In step, with one batch of two changes that has been sent. */
function sent() {
  const inStep = hears(newNode('H26'), signed(statement())).state;
  const recorded = [1, 2].reduce((state, seq) => {
    const { seq: _seq, ...change } = aChange(seq);
    return go(state, { kind: 'recorded', lane: 'daily', waitsIn: null, change }).state;
  }, inStep);
  const { state, effects } = tick(recorded, 0, { daily: [aChange(1), aChange(2)] });
  const { manifest } = effects.find((one) => one.do === 'keep-batch') as { manifest: BatchManifest };
  const put = { kind: 'put', source: 'H26', manifest } as const;
  const receipt = signed({ what: 'received', source: 'H26', epoch: 1, lane: 'daily', first: 1, last: 2, sha256: manifest.sha256, at: AT });
  return { state, effects, manifest, put, receipt };
}
const done = (effects: readonly { readonly do: string }[]): string[] => effects.map((effect) => effect.do);

test('a node greets before it sends, seals what waits, keeps it before it asks, and settles by a result that is whole', () => {
  assert.deepEqual(done(tick(newNode('H26'), 0, { daily: [aChange(1)] }).effects), ['ask']);
  const { state, effects, manifest, put, receipt } = sent();
  assert.deepEqual(done(effects), ['keep-batch', 'ask', 'ask']);
  const held = hears(state, receipt, put);
  assert.deepEqual(done(held.effects), ['keep']);
  const ask = { kind: 'result', source: 'H26', epoch: 1, lane: 'daily', first: 1, last: 2 } as const;
  assert.deepEqual((tick(held.state, 1).effects[0] as { ask: object }).ask, ask);
  const result = (seqs: readonly number[]) =>
    signed({
      what: 'judged',
      source: 'H26',
      epoch: 1,
      lane: 'daily',
      first: 1,
      last: 2,
      sha256: manifest.sha256,
      verdicts: seqs.map((seq) => ({ seq, verdict: 'accepted', revision: null })),
    });
  for (const wrong of [[1], [2, 1], [1, 1], [1, 2, 3]]) {
    const heard = hears(held.state, result(wrong), ask);
    assert.deepEqual([heard.state, done(heard.effects)], [held.state, ['alarm']]);
  }
  const settled = hears(held.state, result([1, 2]), ask);
  assert.deepEqual(done(settled.effects), ['keep', 'settled']);
  assert.deepEqual(settled.state.lanes.daily.pending, []);
});

test('a receipt of another key or of another batch changes nothing', () => {
  const { state, put, manifest } = sent();
  const of = { what: 'received', source: 'H26', epoch: 1, lane: 'daily', first: 1, last: 2, sha256: manifest.sha256, at: AT };
  for (const [reply, effects] of [
    [signed(of, BODY), ['alarm']],
    [signed({ ...of, sha256: 'a'.repeat(64) }), []],
    [signed({ ...of, epoch: 2 }), []],
    [signed({ ...of, what: 'judged', verdicts: [] }), []],
  ] as const) {
    const heard = hears(state, reply, put);
    assert.deepEqual([heard.state, done(heard.effects)], [state, effects]);
  }
});

test('who is turned away waits as long as it was told; a fork, a frozen source and another epoch stop it, and say so once', () => {
  const { state, put } = sent();
  const busy = hears(state, refuses('E-EXCHANGE-WINDOW', 60_000), put);
  assert.ok(busy.state.lanes.daily.pending[0]!.notBefore >= 60_000);
  assert.deepEqual(busy.effects, []);
  for (const [code, standing] of [
    ['E-EXCHANGE-FORK', 'frozen'],
    ['E-EXCHANGE-FROZEN', 'frozen'],
    ['E-EXCHANGE-EPOCH', 'stale'],
  ] as const) {
    const stopped = hears(state, refuses(code), put);
    assert.deepEqual([stopped.state.standing, done(stopped.effects)], [standing, ['alarm']]);
    assert.deepEqual(hears(stopped.state, refuses(code), put).effects, []);
    assert.deepEqual(done(tick(stopped.state, 1).effects), ['ask']);
    assert.deepEqual(done(tick(tick(stopped.state, 1).state, 2).effects), []);
  }
});

test('a centre that holds numbers that were never given has met this node’s later life', () => {
  const { state } = hears(newNode('H26'), signed(statement({ lanes: lanes(3) })));
  assert.equal(state.standing, 'restored');
  assert.equal(hears(newNode('H26'), signed(statement({ frozen: true }))).state.standing, 'frozen');
});

test('a centre that does not hold what it signed for is convicted by two texts; nobody is by one text, by an older statement or by a forged one', () => {
  const { state, put, receipt } = sent();
  const held = hears(state, receipt, put).state;
  const { signed: r1 } = receipt as { signed: { text: string; signature: string } };
  const seen = receiptsDigest([r1, null, null]);
  const denies = statement({ seen });
  const heard = hears(held, signed(denies), { ...HELLO, seen });
  assert.deepEqual([heard.state.standing, done(heard.effects)], ['denied', ['convict']]);
  const { denial } = heard.effects[0] as { denial: Parameters<typeof deniedReceipt>[0] };
  assert.deepEqual(deniedReceipt(denial, CENTRE.verify), JSON.parse(r1.text));
  const proves = (said: object, receipts = denial.receipts, key = CENTRE): boolean =>
    deniedReceipt({ receipts, statement: key.sign(canonicalJson(said)) }, CENTRE.verify) !== null;
  assert.ok(proves(denies));
  assert.ok(!proves(statement({ seen, lanes: lanes(3) })));
  assert.ok(!proves(statement()));
  assert.ok(!proves(denies, denial.receipts, BODY));
  assert.ok(!proves({ ...denies, epoch: 2 }));
  assert.ok(!proves({ ...denies, source: 'H27' }));
  assert.ok(!proves(denies, [BODY.sign(r1.text), null, null]));
  assert.ok(!proves(JSON.parse(r1.text)));
});

test('a new epoch numbers anew what has no verdict; an epoch that is not newer changes nothing', () => {
  const { state } = sent();
  const enrolled = go(state, { kind: 'enrolled', epoch: 2, unanswered: { daily: 2, correction: 0, load: 5 } });
  assert.deepEqual(enrolled.effects, [{ do: 'renumber', epoch: 2 }]);
  assert.deepEqual(
    [enrolled.state.lanes.daily.numbered, enrolled.state.lanes.daily.pending, enrolled.state.lanes.load.numbered],
    [2, [], 5],
  );
  assert.equal(go(state, { kind: 'enrolled', epoch: 1, unanswered: { daily: 0, correction: 0, load: 0 } }).state, state);
});

test('changes of one person go by one lane; the feed is taken in order, each entry once', () => {
  const { seq: _seq, ...change } = aChange(1);
  const [effect] = go(newNode('H26'), { kind: 'recorded', lane: 'daily', waitsIn: 'load', change }).effects;
  assert.equal((effect as { lane: string }).lane, 'load');
  const entry = (n: number) => ({ n, what: 'left' as const, person: `p${n}` });
  const feed = { kind: 'feed', source: 'H26', after: 0 } as const;
  const { state, effects } = hears(newNode('H26'), { status: 'feed', entries: [entry(1), entry(1), entry(2), entry(4)] }, feed);
  assert.deepEqual([state.cursor, effects], [2, [{ do: 'learned', entries: [entry(1), entry(2)] }]]);
});
