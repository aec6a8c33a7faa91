import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { asOfFrom, isNow, NOW, paramsOf, readAsOf } from './as-of.ts';

test('empty is now; a day and a point are read; anything else is named', () => {
  assert.deepEqual(readAsOf({ validOn: '', knownAt: '' }), NOW);
  assert.deepEqual(readAsOf({ validOn: '1/7/2025', knownAt: '90.411' }), { validOn: '2025-07-01', knownAt: 90411 });
  assert.deepEqual(readAsOf({ validOn: 'hè', knownAt: '' }), { wrong: 'validOnWrong' });
  assert.deepEqual(readAsOf({ validOn: '', knownAt: '12a' }), { wrong: 'knownAtWrong' });
});

test('the address of the page holds both times and gives them back', () => {
  const days = fc.option(
    fc
      .date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
    { nil: null },
  );
  fc.assert(
    fc.property(days, fc.option(fc.nat(), { nil: null }), (validOn, knownAt) =>
      assert.deepEqual(asOfFrom(new URLSearchParams(paramsOf({ validOn, knownAt }))), { validOn, knownAt }),
    ),
  );
  assert.equal(isNow(asOfFrom(new URLSearchParams('validOn=x&knownAt=-1'))), true);
});
