import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headerLine } from './header.ts';
import { wordsOf } from './speech.ts';

const at = (text: string): number => Date.parse(`${text}+07:00`);
const LISTS = at('2026-11-27T07:45:00');
const state = (hours: number, online: boolean) => ({ online, loading: false, statusAtMs: LISTS, nowMs: LISTS + hours * 3_600_000 });

test('the line on top says network, time and age of the lists', () => {
  const vi = wordsOf('vi');
  assert.deepEqual(headerLine(state(2, false), vi), {
    tone: 'warn',
    text: 'Ngoại tuyến – dữ liệu lúc 07:45 hôm nay (2 giờ trước)',
    more: null,
  });
  assert.equal(headerLine(state(2, true), vi).tone, 'good');
  assert.match(headerLine(state(5, true), vi).more!, /hơn 4 giờ/);
  assert.equal(headerLine(state(5, true), vi).tone, 'warn');
  const old = headerLine(state(31, false), vi);
  assert.equal(old.tone, 'bad');
  assert.equal(old.text, 'Ngoại tuyến – dữ liệu lúc 07:45 hôm qua (31 giờ trước)');
  assert.equal(headerLine(state(2, false), wordsOf('en')).text, 'Offline – data of 07:45 today (2 h ago)');
});

test('without lists it says so, and is never good', () => {
  const none = { online: true, loading: false, statusAtMs: null, nowMs: LISTS };
  assert.match(headerLine(none, wordsOf('vi')).text, /chưa có dữ liệu/);
  assert.equal(headerLine(none, wordsOf('vi')).tone, 'bad');
  assert.equal(headerLine({ ...none, loading: true }, wordsOf('vi')).tone, 'warn');
});
