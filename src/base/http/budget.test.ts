import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BUDGET_BURST, BUDGET_PER_SECOND, spend } from './budget.ts';
import type { Budget } from './budget.ts';

test('a burst is spent, then as many requests as come back in a second', () => {
  let budget: Budget | undefined;
  let refused = 0;
  for (let i = 0; i < BUDGET_BURST + 5; i += 1) {
    const spent = spend(budget, 1_000);
    budget = spent.budget;
    if (spent.waitSeconds > 0) refused += 1;
  }
  assert.equal(refused, 5);
  let later = 0;
  for (let i = 0; i < BUDGET_PER_SECOND + 5; i += 1) {
    const spent = spend(budget, 2_000);
    budget = spent.budget;
    if (spent.waitSeconds === 0) later += 1;
  }
  assert.equal(later, BUDGET_PER_SECOND);
});
