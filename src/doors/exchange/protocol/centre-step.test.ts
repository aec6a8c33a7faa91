import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalJson } from '#base/canonical-json.ts';
import type { BatchReceipt, BatchResult, ChangeVerdict, SentBatch, SourceStatement } from '#doors/exchange/shapes.ts';
import type { CentreAnswer, CentreSource, HeldBatch } from './centre-step.ts';
import { centreStep, enrolledSource } from './centre-step.ts';
import { AT, BODY, CENTRE, MEANS, aBatch, aChange, manifestOf } from './changes-for-tests.ts';

const NEW = enrolledSource('H26');
const offer = (state: CentreSource, batch: SentBatch, held: HeldBatch | null = null, queued = 0) => {
  const { state: next, effects } = centreStep(state, { kind: 'offered', batch, held, queued, at: AT }, MEANS);
  const answer = effects.find((one) => one.do === 'answer')!.answer;
  const kept = effects.find((one) => one.do === 'keep-batch')?.held ?? null;
  return { next, answer, kept, effects };
};
const codes = (answer: CentreAnswer): string[] =>
  answer.status === 'refused' ? answer.problems.map(({ code }) => code) : [String(answer.status)];

const FIRST = aBatch([aChange(1), aChange(2)]);
const TAKEN = offer(NEW, FIRST);

test('a batch gets its receipt, signed by the centre; the very same batch the very same receipt, even of a frozen source and an old epoch', () => {
  assert.equal(TAKEN.answer.status, 202);
  const { signed } = TAKEN.answer as { signed: { text: string; signature: string } };
  assert.ok(CENTRE.verify(signed));
  const { sha256 } = manifestOf(FIRST);
  assert.deepEqual(JSON.parse(signed.text), {
    what: 'received',
    source: 'H26',
    epoch: 1,
    lane: 'daily',
    first: 1,
    last: 2,
    sha256,
    at: AT,
  } satisfies BatchReceipt);
  assert.deepEqual(TAKEN.next.lanes.daily, { expected: 3, previous: sha256, waiting: 1 });
  const frozen = offer(TAKEN.next, aBatch([aChange(1, { value: 'khác' })]), TAKEN.kept).next;
  for (const state of [TAKEN.next, frozen, { ...enrolledSource('H26'), epoch: 7 }]) {
    const again = offer(state, FIRST, TAKEN.kept);
    assert.deepEqual(again.answer, { status: 200, signed });
    assert.equal(again.next, state);
  }
});

test('what is wrong with a batch is told by its code, and nothing changes', () => {
  const sealed = aBatch([aChange(3)], { previous: manifestOf(FIRST).sha256 });
  const good = manifestOf(sealed);
  const said = (changed: object) => ({ ...sealed, manifest: BODY.sign(canonicalJson({ ...good, ...changed })) });
  const two = manifestOf(aBatch([aChange(3), aChange(4)], { previous: good.previous }));
  for (const [code, batch, queued, held] of [
    ['E-EXCHANGE-MANIFEST', said({ epoch: 0 }), 0, null],
    ['E-EXCHANGE-MANIFEST', said({ more: 1 }), 0, null],
    ['E-EXCHANGE-MANIFEST', said({ last: 2 }), 0, null],
    ['E-EXCHANGE-MANIFEST', { ...sealed, manifest: { ...sealed.manifest, text: `${sealed.manifest.text} ` } }, 0, null],
    ['E-EXCHANGE-MANIFEST', { ...sealed, manifest: { ...sealed.manifest, text: 'x'.repeat(100_000) } }, 0, null],
    ['E-EXCHANGE-SIZE', said({ last: 1_003 }), 0, null],
    ['E-EXCHANGE-SOURCE', said({ source: 'H27' }), 0, null],
    ['E-EXCHANGE-SOURCE', said({ audience: 'elsewhere' }), 0, null],
    [
      'E-EXCHANGE-SIGNATURE',
      { ...sealed, manifest: { ...sealed.manifest, signature: CENTRE.sign(sealed.manifest.text).signature } },
      0,
      null,
    ],
    ['E-EXCHANGE-DIGEST', { ...sealed, lines: sealed.lines.replace('Lan', 'lan') }, 0, null],
    ['E-EXCHANGE-EPOCH', said({ epoch: 2 }), 0, null],
    ['E-EXCHANGE-GAP', aBatch([aChange(9)]), 0, null],
    ['E-EXCHANGE-WINDOW', sealed, 64, null],
    ['E-EXCHANGE-LINE', said({ last: 4, sha256: good.sha256 }), 0, null],
    [
      'E-EXCHANGE-LINE',
      {
        ...aBatch([aChange(3), aChange(5)], { previous: good.previous }),
        manifest: BODY.sign(canonicalJson({ ...two, sha256: manifestOf(aBatch([aChange(3), aChange(5)])).sha256 })),
      },
      0,
      null,
    ],
  ] as const) {
    const { answer, next, effects } = offer(TAKEN.next, batch, held, queued);
    assert.deepEqual(codes(answer), [code], JSON.stringify(batch).slice(0, 300));
    assert.equal(next, TAKEN.next);
    assert.equal(effects.length, 1);
  }
  assert.equal((offer(TAKEN.next, aBatch([aChange(9)])).answer as { expected: number }).expected, 3);
});

test('a full centre lets first loads wait, and nobody else', () => {
  assert.deepEqual(codes(offer(NEW, aBatch([aChange(1)], { lane: 'load' }), null, 256).answer), ['E-EXCHANGE-LATER']);
  assert.deepEqual(codes(offer(NEW, aBatch([aChange(1)], { lane: 'correction' }), null, 256).answer), ['202']);
});

test('another content under a number that was received, or another history, freezes the source with both as evidence; two people release it', () => {
  const other = aBatch([aChange(1, { value: 'khác' })]);
  const forked = offer(TAKEN.next, other, TAKEN.kept);
  assert.deepEqual(codes(forked.answer), ['E-EXCHANGE-FORK']);
  assert.deepEqual(forked.next.frozen, { lane: 'daily', first: 1, held: FIRST.manifest, offered: other.manifest, at: AT });
  assert.equal(forked.effects[0]!.do, 'freeze');
  assert.deepEqual(codes(offer(TAKEN.next, aBatch([aChange(3)], { previous: 'a'.repeat(64) })).answer), ['E-EXCHANGE-FORK']);
  assert.deepEqual(codes(offer(forked.next, aBatch([aChange(3)], { previous: manifestOf(FIRST).sha256 })).answer), ['E-EXCHANGE-FROZEN']);
  const release = (by: readonly string[]) => centreStep(forked.next, { kind: 'released', by }, MEANS);
  for (const by of [[], ['an'], ['an', 'an']]) {
    const step = release(by);
    assert.deepEqual(step.state, forked.next);
    assert.deepEqual(codes((step.effects[0] as { answer: CentreAnswer }).answer), ['E-EXCHANGE-RELEASE']);
  }
  const granted = release(['an', 'binh']);
  assert.deepEqual(granted.state, { ...enrolledSource('H26'), epoch: 2 });
  assert.deepEqual(granted.effects[0], { do: 'grant', epoch: 2, by: ['an', 'binh'] });
});

test('a greeting is answered with what the centre waits for, signed, with the receipts that were named', () => {
  const greet = (epoch: number) =>
    centreStep(TAKEN.next, { kind: 'greeted', epoch, seen: 'b'.repeat(64), queued: 70 }, MEANS).effects[0] as { answer: CentreAnswer };
  const { answer } = greet(1);
  const said = JSON.parse((answer as { signed: { text: string } }).signed.text) as SourceStatement;
  assert.deepEqual(
    [said.seen, said.frozen, said.lanes.daily, said.lanes.load],
    ['b'.repeat(64), false, { expected: 3, window: 1 }, { expected: 1, window: 1 }],
  );
  assert.deepEqual(codes(greet(2).answer), ['E-EXCHANGE-EPOCH']);
});

test('a result has each number once, is signed once, and is asked for until it is there', () => {
  const held = TAKEN.kept!;
  const ask = (of: HeldBatch | null) =>
    (centreStep(TAKEN.next, { kind: 'asked-result', held: of }, MEANS).effects[0] as { answer: CentreAnswer }).answer;
  assert.deepEqual(codes(ask(null)), ['E-EXCHANGE-UNKNOWN-BATCH']);
  assert.deepEqual(ask(held), { status: 202, signed: null });
  const verdicts: ChangeVerdict[] = [1, 2].map((seq) => ({ seq, verdict: 'accepted', revision: null }));
  const judged = (of: HeldBatch, said: readonly ChangeVerdict[]) =>
    centreStep(TAKEN.next, { kind: 'judged', held: of, verdicts: said }, MEANS);
  const { state, effects } = judged(held, verdicts);
  const kept = (effects[0] as { held: HeldBatch }).held;
  assert.ok(CENTRE.verify(kept.result!));
  assert.deepEqual((JSON.parse(kept.result!.text) as BatchResult).verdicts, verdicts);
  assert.equal(state.lanes.daily.waiting, 0);
  assert.deepEqual(ask(kept), { status: 200, signed: kept.result });
  assert.deepEqual(judged(kept, verdicts).effects, []);
  for (const wrong of [verdicts.slice(1), [...verdicts].reverse(), [...verdicts, verdicts[1]!], [verdicts[0]!, verdicts[0]!]])
    assert.throws(() => judged(held, wrong), /for each number/);
});
