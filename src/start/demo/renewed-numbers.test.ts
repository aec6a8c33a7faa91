import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEMO_DAY, allDemoPeople } from './cast.ts';
import { demoCitizens } from './population.ts';
import { renewedNumbers } from './renewed-numbers.ts';

test('a number made anew is nobody else’s, says the same sex and year, and the source knows both as one person', () => {
  const citizenOf = demoCitizens();
  const taken = new Set([...allDemoPeople(DEMO_DAY)].map((person) => person.nationalId));
  const renewed = renewedNumbers(DEMO_DAY);
  assert.ok(renewed.length > 5, `${renewed.length}`);
  for (const { person, newNumber } of renewed) {
    assert.ok(!taken.has(newNumber), newNumber);
    taken.add(newNumber);
    assert.equal(newNumber.slice(0, 6), person.nationalId.slice(0, 6));
    const { nationalId, name, ...rest } = citizenOf(newNumber)!;
    assert.deepEqual([nationalId, name], [newNumber, person.name]);
    assert.equal(rest.birth, (person.document.B as Record<string, unknown>)['ngaySinh']);
  }
});

test('whoever has a new number has it however many people are in the register', () => {
  const few = renewedNumbers(DEMO_DAY, 130);
  assert.ok(few.length > 3, `${few.length}`);
  const all = new Map(renewedNumbers(DEMO_DAY).map(({ person, newNumber }) => [person.nationalId, newNumber]));
  for (const { person, newNumber } of few) assert.equal(all.get(person.nationalId), newNumber);
});
