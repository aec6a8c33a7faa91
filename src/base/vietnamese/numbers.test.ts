import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readDecimal, readInteger, repairNationalId, repairPhone } from './numbers.ts';
import { processorMs } from '#base/effort-for-tests.ts';

const answer = (reading: { kind: string; value?: unknown; why?: string; repairs?: readonly string[] }): unknown[] =>
  reading.kind === 'read' ? [reading.value, ...reading.repairs!] : reading.kind === 'old-id' ? ['old-id', reading.value] : [reading.why];

test('personal numbers as spreadsheets leave them', () => {
  const rows: [typed: string, ...answer: string[]][] = [
    ['079090123456', '079090123456'],
    ['79090123456', '079090123456', 'lost-zero'],
    ['1090123456', '001090123456', 'lost-zero'],
    ['7.9090123456E+10', '079090123456', 'number-form', 'lost-zero'],
    ['7.9090123456e10', '079090123456', 'number-form', 'lost-zero'],
    ['79090123456.0', '079090123456', 'number-form', 'lost-zero'],
    ["'079090123456", '079090123456', 'separators'],
    ['079 090 123 456', '079090123456', 'separators'],
    ['079-090.123456', '079090123456', 'separators'],
    ['O79090123456', '079090123456', 'letters'],
    ['1.23E+11', 'scientific'],
    ['7.90901E+10', 'scientific'],
    ['1,23E+11', 'scientific'],
    ['012345678', 'old-id', '012345678'],
    ['0790901234567', 'length'],
    ['12345678', 'length'],
    ['07909012345a', 'characters'],
    ['không có', 'characters'],
    ['', 'empty'],
    [' ', 'empty'],
  ];
  for (const [typed, ...expected] of rows) assert.deepEqual(answer(repairNationalId(typed)), expected, typed);
});

test('a number that lost its zero as a number comes back whole, whichever way it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10_000_000_000, max: 99_999_999_999 }), (lost) => {
      for (const typed of [String(lost), `${lost}.0`, lost.toExponential(10), lost.toExponential(10).toUpperCase()]) {
        const reading = repairNationalId(typed);
        assert.deepEqual([reading.kind, reading.kind === 'read' && reading.value], ['read', `0${lost}`], typed);
      }
      // Excel's usual six digits are not enough, whatever the number is.
      assert.deepEqual(repairNationalId(lost.toExponential(5)), { kind: 'unreadable', why: 'scientific' });
    }),
  );
});

test('a good number is never changed, and no text makes a number of another length', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{12}$/), (number) =>
      assert.deepEqual(repairNationalId(number), { kind: 'read', value: number, repairs: [], confidence: 1 }),
    ),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
      const reading = repairNationalId(text);
      if (reading.kind === 'read') assert.match(reading.value, /^\d{12}$/);
    }),
    { numRuns: 500 },
  );
});

test('telephone numbers', () => {
  const rows: [typed: string, ...answer: string[]][] = [
    ['0912345678', '0912345678'],
    ['912345678', '0912345678', 'lost-zero'],
    ['9.12345678E8', '0912345678', 'number-form', 'lost-zero'],
    ['0912.345.678', '0912345678', 'separators'],
    ['0912 345 678', '0912345678', 'separators'],
    ['+84912345678', '0912345678', 'country-code'],
    ['+84 (0)912 345 678', '0912345678', 'separators', 'country-code'],
    ['84912345678', '0912345678', 'country-code'],
    ['01234567890', '0834567890', 'old-prefix'],
    ['01681234567', '0381234567', 'old-prefix'],
    ['1234567890', '0834567890', 'lost-zero', 'old-prefix'],
    ['02438221234', '02438221234'],
    ['0123456789', 'prefix'],
    ['0412345678', 'prefix'],
    ['091234567', 'length'],
    ['9.12E+8', 'scientific'],
    ['chưa có', 'characters'],
    ['', 'empty'],
  ];
  for (const [typed, ...expected] of rows) assert.deepEqual(answer(repairPhone(typed)), expected, typed);
  const landline = repairPhone('02438221234');
  assert.equal(landline.kind === 'read' && landline.mobile, false);
});

test('decimals: comma or point, and what a workbook makes of 2.34', () => {
  const rows: [typed: string, ...answer: string[]][] = [
    ['2.34', '2.34'],
    ['2,34', '2.34', 'decimal-comma'],
    ['4', '4'],
    ['3.00', '3.00'],
    ['02.34', '2.34'],
    ['2.3399999999999999', '2.34', 'number-form'],
    ['3.6600000000000001', '3.66', 'number-form'],
    ['4.9800000000000004', '4.98', 'number-form'],
    // The unit of a percentage is another column's: the kind says so.
    ['85%', 'characters'],
    ['1.490.000,5', '1490000.5', 'thousands', 'decimal-comma'],
    ['1,490,000.5', '1490000.5', 'thousands'],
    ['-2,5', '-2.5', 'decimal-comma'],
    ['3.4E-1', '0.34', 'number-form'],
    ['2,34,5', 'characters'],
    ['hai', 'characters'],
    ['', 'empty'],
    ['2.', 'characters'],
  ];
  for (const [typed, ...expected] of rows) assert.deepEqual(answer(readDecimal(typed)), expected, typed);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1500 }), (hundredths) => {
      const text = (hundredths / 100).toFixed(2);
      for (const typed of [text, text.replace('.', ',')]) {
        const reading = readDecimal(typed);
        assert.equal(reading.kind === 'read' && reading.value, text);
      }
      // 17 digits of the nearest double, as a workbook may hold it
      const stored = readDecimal((hundredths / 100).toPrecision(17));
      assert.equal(stored.kind === 'read' && Number(stored.value), hundredths / 100);
    }),
  );
});

test('whole numbers with thousands and units', () => {
  const rows: [typed: string, ...answer: (string | number)[]][] = [
    ['1490000', 1490000],
    ['1.490.000', 1490000, 'thousands'],
    ['1,490,000', 1490000, 'thousands'],
    ['1 490 000', 1490000, 'thousands'],
    ['2.340.000 đ', 2340000, 'unit', 'thousands'],
    ['2.340.000 đồng/tháng', 2340000, 'unit', 'thousands'],
    ['1490000.0', 1490000, 'number-form'],
    ['1.49E+6', 'scientific'],
    ['1.234', 1234, 'thousands'],
    ['-5', -5],
    ['1.49', 'characters'],
    ['1.23.4', 'characters'],
    ['ba', 'characters'],
    ['', 'empty'],
    ['1234567890123456', 'length'],
  ];
  for (const [typed, ...expected] of rows) assert.deepEqual(answer(readInteger(typed)), expected, typed);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (number) => {
      const reading = readInteger(number.toLocaleString('de-DE'));
      assert.equal(reading.kind === 'read' && reading.value, number);
    }),
  );
});

test('a very long text is refused at once', () => {
  const spentMs = processorMs(() => {
    for (const text of ['1'.repeat(1_000_000), `1${' '.repeat(1_000_000)}x`, `1${' '.repeat(1_000_000)}%%`, '1.'.repeat(500_000)]) {
      for (const read of [repairNationalId, repairPhone, readDecimal, readInteger]) assert.equal(read(text).kind, 'unreadable');
    }
  });
  assert.ok(spentMs < 10_000);
});
