import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingProblem } from './reading-budget.ts';
import type { Spent } from './reading-budget.ts';
import limits from './reading-limits.json' with { type: 'json' };
import { ROLES } from './shapes.ts';

const spent = (more: Partial<Spent>): Spent => ({ openedHour: 0, openedDay: 0, listedHour: 0, listedDay: 0, allowed: 0, ...more });
const ministry = limits.roles.VU_CCVC;

test('every role has a budget, a day holds more than an hour, and nobody may read a country in a day', () => {
  assert.deepEqual(Object.keys(limits.roles).sort(), [...ROLES].sort());
  for (const [role, { opened, listed }] of Object.entries(limits.roles)) {
    assert.ok(opened.hour <= opened.day && listed.hour <= listed.day, role);
    assert.ok(listed.day < 100_000, role);
  }
});

test('people are counted, up to the limit and not past it, by hour and by day, opened and listed', () => {
  assert.equal(readingProblem(['VU_CCVC'], spent({ openedHour: ministry.opened.hour, listedDay: ministry.listed.day })), null);
  for (const over of [
    spent({ openedHour: ministry.opened.hour + 1 }),
    spent({ openedDay: ministry.opened.day + 1 }),
    spent({ listedHour: ministry.listed.hour + 1 }),
    spent({ listedDay: ministry.listed.day + 1 }),
  ])
    assert.equal(readingProblem(['VU_CCVC'], over)?.code, 'E-READING-BUDGET');
});

test('of several roles the widest counts; without a role the narrowest; what a second person granted is added', () => {
  const over = spent({ openedHour: ministry.opened.hour + 1 });
  assert.equal(readingProblem(['VU_CCVC', 'XAC_NHAN'], over), null);
  assert.equal(readingProblem([], spent({ openedHour: limits.roles.CA_NHAN.opened.hour + 1 }))?.code, 'E-READING-BUDGET');
  assert.equal(readingProblem(['VU_CCVC'], { ...over, allowed: 1 }), null);
});
