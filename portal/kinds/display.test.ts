import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberWords } from '#base/vietnamese/number-words.ts';
import { displayText, type DisplayWords } from './display.ts';

const vi: DisplayWords = {
  language: 'vi',
  yes: 'Có',
  no: 'Không',
  absence: { KHONG_RO: 'Không rõ' },
  part: (key) => ({ so: 'Số', ngay: 'Ngày' })[key] ?? key,
};

test('each kind is written as people read it', () => {
  for (const [kind, value, text] of [
    ['partialDate', '1986-07', '07/1986'],
    ['decimal', '3.66', '3,66'],
    ['money', 2340000, '2.340.000 ₫'],
    ['flag', false, 'Không'],
    ['nationalId', '000186001234', '000\u2009186\u2009001\u2009234'],
    ['text', '2026-10', '2026-10'],
  ] as const)
    assert.equal(displayText(kind, value, vi), text, kind);
});

test('a decimal is written as in every other text', () => {
  for (const value of ['4.33', '12.5', '7'])
    for (const language of ['vi', 'en'] as const)
      assert.equal(displayText('decimal', value, { ...vi, language }), numberWords(value)[language]);
});

test('a value in parts names its parts; a stated absence is said in words; an empty one is null', () => {
  assert.equal(displayText('decision', { so: '1187/QĐ-SNV', ngay: '2026-04-22' }, vi), 'Số: 1187/QĐ-SNV · Ngày: 22/04/2026');
  assert.equal(displayText('partialDate', { vang: 'KHONG_RO' }, vi), 'Không rõ');
  for (const nothing of [null, undefined, '', [], {}]) assert.equal(displayText(null, nothing, vi), null);
});
