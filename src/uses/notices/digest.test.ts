/** What mails say: every matter in both languages, nothing of people, ten lines at most, in working hours. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digestOf } from './digest.ts';
import { isMailTime } from './mail.ts';
import data from './matters.json' with { type: 'json' };
import { MATTERS, rulesOn, textOf } from './matters.ts';
import type { Matter } from './matters.ts';
import type { Notice } from './store.ts';

const FACTS = {
  other: 'TL-4GMSC-FR5W5',
  terms: 3,
  number: 'TL-4GMSC-FR5W4',
  people: 12,
  days: 3,
  day: '26/11/2026',
  times: 15,
  readers: 2,
  roles: 3,
  agent: 'Chrome · Windows',
  at: '14:05 31/10/2026',
  from: '01/12/2026',
  until: '15/12/2026',
  due: '04/12/2026',
};
const ON = '2026-11-27';
const notice = (matter: Matter, n: number): Notice => ({
  id: `n${n}`,
  matter,
  subjectId: `s${n}`,
  facts: FACTS,
  madeAt: '2026-11-27T02:00:00.000Z',
  changedAt: '2026-11-27T02:00:00.000Z',
  seenAt: null,
  mailDay: null,
});
/** Fields that a text names: `{people}` → people. */
const fieldsOf = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, field]) => field!);
const needs = { on: ON, publicUrl: 'https://congvu.example', demo: false };

test('each matter has its words, of the same fields in both languages, which its facts fill', () => {
  assert.deepEqual(
    data.matters.map(({ matter }) => matter),
    [...MATTERS],
  );
  for (const { matter, vi, en } of data.matters) {
    assert.deepEqual(fieldsOf(vi).toSorted(), fieldsOf(en).toSorted(), matter);
    assert.ok(
      fieldsOf(vi).every((field) => field in FACTS),
      matter,
    );
  }
  for (const matter of MATTERS) {
    const { title, address } = textOf(matter, 'the-subject', FACTS, ON);
    assert.doesNotMatch(`${title.vi} ${title.en} ${address}`, /[{}]/);
    assert.match(address, /^\/[a-z/-]+/);
  }
});

test('a mail names count and page of each matter, in both languages, and the way to stop it', () => {
  const { subject, text } = digestOf([notice('returned', 1), notice('confirmed', 2)], needs);
  assert.equal(subject, 'Công Vụ: 2 việc mới · 2 new matters');
  assert.match(text, /12 người bị trả lại trong đợt TL-4GMSC-FR5W4[\s\S]*https:\/\/congvu\.example\/ho-so-gui\/s1/);
  assert.match(text, /12 people of TL-4GMSC-FR5W4 were returned/);
  assert.equal(text.match(/\/thong-bao/g)!.length, 2);
  assert.doesNotMatch(text, /giả định/);
  assert.match(digestOf([notice('returned', 1)], { ...needs, demo: true }).text, /người và việc đều là giả định/);
});

test('what is more than ten lines is counted', () => {
  const many = Array.from({ length: 14 }, (_, n) => notice('confirmed', n));
  const { text } = digestOf(many, needs);
  assert.match(text, /và 4 việc khác/);
  assert.match(text, /and 4 more/);
});

test('mails go out in working hours of working days', () => {
  const { mailFromHour, mailToHour } = rulesOn(ON);
  assert.deepEqual(
    [mailFromHour - 1, mailFromHour, mailToHour - 1, mailToHour].map((hour) => isMailTime('2026-11-27', hour)),
    [false, true, true, false],
  );
  assert.ok(!isMailTime('2026-11-29', 10), 'Sunday');
  assert.ok(!isMailTime('2026-02-17', 10), 'Tết');
});
