import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cardNumberFrom, isReadOutEasily, lastFour, parseCardNumber } from './card-number.ts';

const chance = fc.uint8Array({ minLength: 10, maxLength: 10 });

test('a number is five, five and a check sign, and is read as itself', () => {
  assert.equal(cardNumberFrom(Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])), '01234-56789-P');
  fc.assert(
    fc.property(chance, (bytes) => {
      const number = cardNumberFrom(bytes);
      assert.match(number, /^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z*~$=U]$/);
      assert.equal(parseCardNumber(number), number);
    }),
  );
});

test('a number that ends in a sign nobody can read out is told', () => {
  fc.assert(
    fc.property(chance, (bytes) => {
      const number = cardNumberFrom(bytes);
      assert.equal(isReadOutEasily(number), !/[*~$=U]$/.test(number));
    }),
  );
});

test('typed by a tired person: small letters, no dashes, blanks, O for 0, I and L for 1', () => {
  const number = cardNumberFrom(Uint8Array.from([0, 1, 10, 1, 0, 31, 0, 1, 2, 3]));
  const signs = number.replaceAll('-', '');
  assert.equal(parseCardNumber(signs.toLowerCase()), number);
  assert.equal(parseCardNumber(`  ${number.replaceAll('0', 'o').replaceAll('1', 'l')} `), number);
  assert.equal(parseCardNumber(number.replaceAll('1', 'I').replaceAll('-', ' - ')), number);
});

test('one wrong sign, and two that changed places, are noticed', () => {
  fc.assert(
    fc.property(chance, fc.nat(9), fc.nat(30), (bytes, at, by) => {
      const other = Uint8Array.from(bytes);
      other[at] = ((bytes[at]! & 31) + 1 + by) % 32;
      const wrong = cardNumberFrom(other).slice(0, 12) + cardNumberFrom(bytes).slice(12);
      assert.equal(parseCardNumber(wrong), (other[at]! & 31) === (bytes[at]! & 31) ? wrong : null);
    }),
  );
  const number = cardNumberFrom(Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
  assert.equal(parseCardNumber(`21${number.slice(2)}`), null);
});

test('anything else is no number', () => {
  for (const text of [
    '',
    '12345',
    '12345-67890',
    '12345-67890-U-1',
    'UUUUU-UUUUU-U',
    '12345-6789O-*x',
    'đ2345-67890-*',
    '1'.repeat(10_000),
  ])
    assert.equal(parseCardNumber(text), null, text.slice(0, 20));
});

test('at a door the last four signs are said', () => assert.equal(lastFour('7K3QM-92XTB-H'), 'XTBH'));
