import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paperNumberOf } from './paper-number.ts';

test('a number as people copy it from paper', () => {
  for (const typed of ['BG-4T7QK-9XWEA', 'bg 4t7qk 9xwea', 'BG4T7QK9XWEA', ' bg–4t7qk–9xwea '])
    assert.equal(paperNumberOf(typed), 'BG-4T7QK-9XWEA', typed);
  assert.equal(paperNumberOf('BG-OIL00-00000'), 'BG-01100-00000');
  for (const typed of ['', 'BN-4T7QK-9XWEA', 'BG-4T7QK-9XWE', 'BG-4T7QK-9XWEAA']) assert.equal(paperNumberOf(typed), null, typed);
});
