import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CODE_OF } from './judge.ts';
import type { Verdict, VerdictReason } from './shapes.ts';
import { verdictWords } from './verdict-words.ts';

const NOW = Date.parse('2026-11-27T02:12:05.000Z');
const verdict = (reason: VerdictReason, more: Partial<Verdict> = {}): Verdict => ({
  code: CODE_OF[reason],
  reason,
  claims: null,
  means: 'sd-jwt',
  holderProven: true,
  statusAt: '2026-11-27T02:10:00.000Z',
  signedBy: null,
  ...more,
});

test('every reason has a word, a line and something to do, in both languages, with nothing left to fill in', () => {
  for (const reason of Object.keys(CODE_OF) as VerdictReason[]) {
    const { word, line, next } = verdictWords(verdict(reason), NOW);
    for (const text of [word, line, next])
      for (const said of [text.vi, text.en]) {
        assert.ok(said.length > 3, reason);
        assert.doesNotMatch(said, /[{}]/, reason);
        assert.equal(said, said.normalize('NFC'));
      }
  }
});

test('the words of the issue, each with an icon and shape of its own', () => {
  const expected: readonly (readonly [VerdictReason, string])[] = [
    ['valid', 'Còn hiệu lực'],
    ['no-portrait', 'Còn hiệu lực – chưa so ảnh'],
    ['copy-expired', 'Hết hạn'],
    ['revoked', 'Không còn hiệu lực'],
    ['not-a-card', 'Không nhận ra'],
    ['unknown-key', 'Nơi cấp không tin cậy'],
    ['no-status-list', 'Chưa kiểm tra được trạng thái'],
    ['seen-before', 'Mã đã dùng hoặc được chụp lại'],
    ['test-card', 'Thẻ thử nghiệm'],
  ];
  const looks = new Set<string>();
  for (const [reason, word] of expected) {
    const words = verdictWords(verdict(reason), NOW);
    assert.equal(words.word.vi, word);
    looks.add(`${words.icon} ${words.shape}`);
  }
  assert.equal(looks.size, expected.length, 'told apart without colour');
});

test('only a valid card is green', () => {
  for (const reason of Object.keys(CODE_OF) as VerdictReason[])
    assert.equal(verdictWords(verdict(reason), NOW).colour === 'green', reason === 'valid', reason);
});

test('the time of the list is told, with its day when that is another', () => {
  assert.equal(verdictWords(verdict('valid'), NOW).line.vi, 'Kiểm tra lúc 09:12:05. Trạng thái cập nhật lúc 09:10:00.');
  const yesterday = verdict('valid', { statusAt: '2026-11-26T14:00:00.000Z' });
  assert.match(verdictWords(yesterday, NOW).line.vi, /21:00:00 26\/11\/2026/);
  assert.match(verdictWords(verdict('card-expired', { claims: { het_han: '2026-11-26' } }), NOW).line.vi, /26\/11\/2026/);
});

test('old data: how old, and beyond three days no card is taken', () => {
  const old = (statusAt: string) => verdictWords(verdict('status-list-too-old', { statusAt }), NOW);
  assert.match(old('2026-11-25T19:00:00.000Z').line.vi, /đã 31 giờ/);
  assert.doesNotMatch(old('2026-11-25T19:00:00.000Z').next.vi, /Không chấp nhận/);
  assert.match(old('2026-11-24T02:00:00.000Z').next.vi, /Không chấp nhận/);
});
