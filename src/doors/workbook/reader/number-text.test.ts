import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { numberText } from './number-text.ts';

test('a number has one text, however a program wrote it', () => {
  const cases: readonly (readonly [given: string, text: string | null])[] = [
    ['1.0', '1'],
    ['791234567.0', '791234567'],
    ['8.012345678E9', '8012345678'],
    ['8012345678', '8012345678'],
    ['1E0', '1'],
    ['+2.50', '2.5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['007', '7'],
    ['-0.0', '0'],
    ['1.5e-3', '0.0015'],
    [' 12\n', '12'],
    ['4.4000000000000004', '4.4'],
    ['2.3399999999999999', '2.34'],
    ['79090123456', '79090123456'],
    ['7.9090123456E+10', '79090123456'],
    // sixteen digits and more: all are told, so that whoever reads sees that they are too many
    ['1234567890123456', '1234567890123456'],
    ['1.23456789012345E+15', '1234567890123450'],
    ['1e300', '1e+300'],
    ['', null],
    ['.', null],
    ['1,5', null],
    ['abc', null],
    ['INF', null],
    ['0x10', null],
    ['1e', null],
  ];
  for (const [given, text] of cases) assert.equal(numberText(given), text, given);
});

test('every writing of a number of at most 15 digits is the same number and the same text', () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.nat(6), (whole, places) => {
      const value = whole / 10 ** places;
      const text = numberText(String(value));
      for (const written of [value.toExponential(), value.toFixed(10), value.toPrecision(15), `0${Math.abs(value).toFixed(7)}`])
        assert.equal(numberText(written), written.startsWith('0') ? text!.replace('-', '') : text, written);
      assert.ok(text === String(Number(text)) || text!.includes('.'));
      assert.equal(numberText(text!), text);
    }),
  );
});
