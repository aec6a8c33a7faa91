import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { processorMs } from '#base/effort-for-tests.ts';
import {
  addDays,
  addMonths,
  dayNumber,
  dayOfNumber,
  daysInMonth,
  earliestDay,
  excelSerialToDate,
  isPartialDate,
  isPlainDate,
  latestDay,
  readDateText,
  showDate,
} from './dates.ts';

const today = '2026-11-24';
const read = (text: string) => readDateText(text, { today });
const value = (text: string): string => {
  const reading = read(text);
  return reading.kind === 'read' ? reading.value : reading.kind === 'impossible' ? `impossible: ${reading.why}` : reading.kind;
};
/** 1900-01-01 to 2100-12-31 */
const day = fc.integer({ min: -25567, max: 47846 }).map(dayOfNumber);

test('dates as people type them', () => {
  const rows: [typed: string, meant: string][] = [
    ['1/2/90', '1990-02-01'],
    ['01.02.1990', '1990-02-01'],
    ['1-2-1990', '1990-02-01'],
    ['1990-02-01', '1990-02-01'],
    ['1990/2/1', '1990-02-01'],
    ['01 / 02 / 1990', '1990-02-01'],
    ['1990', '1990'],
    ['02/1990', '1990-02'],
    ['2-1990', '1990-02'],
    ['1990-02', '1990-02'],
    ['1.1990', '1990-01'],
    ['ngày 1 tháng 2 năm 1990', '1990-02-01'],
    ['Ngày 01 tháng 02 năm 1990', '1990-02-01'],
    ['tháng 2 năm 1990', '1990-02'],
    ['Tháng 02/1990', '1990-02'],
    ['năm 1990', '1990'],
    ['1 tháng 2, 1990', '1990-02-01'],
    ['1-Feb-90', '1990-02-01'],
    ['Feb 1, 1990', '1990-02-01'],
    ['1990-02-01T00:00:00', '1990-02-01'],
    ['01/02/1990 00:00:00', '1990-02-01'],
    ['1990-02-01T00:00:00.000Z', '1990-02-01'],
    ['32905', '1990-02-01'],
    ['32905.5', '1990-02-01'],
    ['01021990', '1990-02-01'],
    ['19900201', '1990-02-01'],
    ['021990', '1990-02'],
    ["'01/02/1990", '1990-02-01'],
    ['nay', 'present'],
    ['Đến nay', 'present'],
    ['hiện nay', 'present'],
    ['31/02/1990', 'impossible: no-such-day'],
    ['29/02/2023', 'impossible: no-such-day'],
    ['29/02/2024', '2024-02-29'],
    ['27\\2\\1983', '1983-02-27'],
    ['27\\02\\1983', '1983-02-27'],
    ['2\\1983', '1983-02'],
    ['27,02,1983', '1983-02-27'],
    ['27, 2, 1983', '1983-02-27'],
    ['27;02;1983', '1983-02-27'],
    ['27_02_1983', '1983-02-27'],
    ['29/02/2000', '2000-02-29'],
    ['29/02/1900', 'impossible: no-such-day'],
    ['31/4/2020', 'impossible: no-such-day'],
    ['02/13/1990', 'impossible: month-over-12'],
    ['13/1990', 'impossible: month-over-12'],
    ['00/00/1965', 'impossible: zero-part'],
    ['0/5/1965', 'impossible: zero-part'],
    ['01/01/0190', 'impossible: year'],
    ['01/01/9999', 'impossible: year'],
    ['', 'unreadable'],
    ['không rõ', 'unreadable'],
    ['12', 'unreadable'],
    ['1/2', 'unreadable'],
    ['99999', 'unreadable'],
    ['1/2/3/4', 'unreadable'],
    ['ngày 1', 'unreadable'],
  ];
  for (const [typed, meant] of rows) assert.equal(value(typed), meant, typed);
});

test('what was guessed is told, with what else it could be', () => {
  assert.deepEqual(read('1/2/90'), {
    kind: 'read',
    value: '1990-02-01',
    precision: 'day',
    rewritten: true,
    guessed: 'century',
    alternatives: ['1990-01-02', '2090-02-01'],
  });
  assert.deepEqual(read('1990-02-01'), {
    kind: 'read',
    value: '1990-02-01',
    precision: 'day',
    rewritten: false,
    guessed: null,
    alternatives: [],
  });
  assert.deepEqual(read('25/12/1990'), {
    kind: 'read',
    value: '1990-12-25',
    precision: 'day',
    rewritten: true,
    guessed: null,
    alternatives: [],
  });
  const serial = read('32905');
  assert.equal(serial.kind === 'read' && serial.guessed, 'serial');
});

test('what cannot be gets a suggestion where there is a likely one', () => {
  const suggestions = (text: string) => {
    const reading = read(text);
    return reading.kind === 'impossible' ? reading.suggestions : null;
  };
  assert.deepEqual(suggestions('02/13/1990'), [{ value: '1990-02-13', confidence: 0.9 }]);
  assert.deepEqual(suggestions('00/00/1965'), [{ value: '1965', confidence: 0.9 }]);
  assert.deepEqual(suggestions('00/05/1965'), [{ value: '1965-05', confidence: 0.9 }]);
  // A day that does not exist was another one: none is invented for it.
  for (const typed of ['31/02/1990', '30/02/2000', '31/4/1990', '29/02/1900', '31/11/98']) assert.deepEqual(suggestions(typed), [], typed);
  for (const [typed, known] of [
    ['--/--/1960', '1960'],
    ['../../1960', '1960'],
    ['…/…/1960', '1960'],
    ['??/??/1960', '1960'],
    ['xx/xx/1960', '1960'],
    ['__/__/1960', '1960'],
    [' / /1960', '1960'],
    ['//1960', '1960'],
    ['--/05/1960', '1960-05'],
    ['../5/1960', '1960-05'],
    ['/05/1960', '1960-05'],
    ['--\\05\\1960', '1960-05'],
    ['12/--/1960', '1960'],
  ] as const)
    assert.deepEqual(suggestions(typed), [{ value: known, confidence: 0.9 }], typed);
  assert.deepEqual(suggestions('14/13/1990'), []);
});

test('a two-digit year is at most ten years ahead of today', () => {
  for (const [typed, meant] of [
    ['1/1/26', '2026-01-01'],
    ['1/1/36', '2036-01-01'],
    ['1/1/37', '1937-01-01'],
    ['1/1/00', '2000-01-01'],
    ['1/1/99', '1999-01-01'],
  ] as const) {
    assert.equal(value(typed), meant);
  }
  assert.equal(readDateText('1/1/99', { today: '2095-06-01' }).kind === 'read' && value('1/1/99'), '1999-01-01');
});

test('every day is read from every way of writing it', () => {
  fc.assert(
    fc.property(day, (date) => {
      const [year, month, dayOfMonth] = date.split('-') as [string, string, string];
      const [m, d] = [Number(month), Number(dayOfMonth)];
      for (const typed of [
        date,
        `${dayOfMonth}/${month}/${year}`,
        `${d}/${m}/${year}`,
        `${d}.${m}.${year}`,
        `${d}-${m}-${year}`,
        `${d} / ${m} / ${year}`,
        `${year}/${m}/${d}`,
        `ngày ${d} tháng ${m} năm ${year}`,
        `NGÀY ${dayOfMonth} THÁNG ${month} NĂM ${year}`,
        `ngày ${d} tháng ${m} năm ${year}`.normalize('NFD'),
        `${date}T00:00:00`,
      ])
        assert.equal(value(typed), date, typed);
      assert.equal(value(`${month}/${year}`), `${year}-${month}`);
      assert.equal(value(year), year);
      assert.equal(value(showDate(date)), date);
    }),
  );
});

test('a day that does not exist is never read as one', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1900, max: 2100 }),
      fc.integer({ min: 0, max: 19 }),
      fc.integer({ min: 0, max: 40 }),
      (year, month, d) => {
        const exists = month >= 1 && month <= 12 && d >= 1 && d <= daysInMonth(year, month);
        const reading = read(`${d}/${month}/${year}`);
        assert.equal(reading.kind, exists ? 'read' : 'impossible');
        if (reading.kind === 'impossible')
          for (const suggestion of reading.suggestions) assert.equal(isPartialDate(suggestion.value), true);
      },
    ),
  );
});

test('any text at all gets an answer, and a read value always exists', () => {
  const datish = fc
    .array(fc.constantFrom(...Array.from('0123456789/-. tháng năm ngày:Te+')), { maxLength: 24 })
    .map((characters) => characters.join(''));
  fc.assert(
    fc.property(fc.oneof(datish, fc.string({ unit: 'binary' })), (text) => {
      const reading = read(text);
      if (reading.kind === 'read') assert.equal([reading.value, ...reading.alternatives].every(isPartialDate), true, text);
    }),
    { numRuns: 3000 },
  );
});

test('days are counted without a calendar library', () => {
  assert.equal(dayNumber('1970-01-01'), 0);
  assert.equal(addDays('2024-02-28', 2), '2024-03-01');
  assert.equal(addDays('2025-06-30', 1), '2025-07-01');
  fc.assert(
    fc.property(fc.integer({ min: -719162, max: 2932896 }), (number) => {
      assert.equal(dayNumber(dayOfNumber(number)), number);
      assert.equal(isPlainDate(dayOfNumber(number)), true);
      assert.equal(dayOfNumber(number), new Date(number * 86_400_000).toISOString().slice(0, 10)); // the platform's calendar as oracle
    }),
  );
});

test('a month is as long as the days until the next one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const first = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
      assert.equal(daysInMonth(year, month), dayNumber(addMonths(first, 1)) - dayNumber(first));
    }),
  );
});

test('months are added in one step; a missing day is the last of the month', () => {
  for (const [from, months, to] of [
    ['2021-08-31', 30, '2024-02-29'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2020-02-29', 12, '2021-02-28'],
    ['2024-05-15', -5, '2023-12-15'],
  ] as const)
    assert.equal(addMonths(from, months), to);
});

test('a partial date stands for its first to its last day', () => {
  assert.deepEqual([earliestDay('1990'), latestDay('1990')], ['1990-01-01', '1990-12-31']);
  assert.deepEqual([earliestDay('2024-02'), latestDay('2024-02')], ['2024-02-01', '2024-02-29']);
  for (const [text, ok] of [
    ['1990', true],
    ['1990-13', false],
    ['1990-02-30', false],
    ['90', false],
    ['1990-2', false],
    ['0000', false],
  ] as const)
    assert.equal(isPartialDate(text), ok);
});

test('Excel serial numbers, with its 29/02/1900 that never was', () => {
  for (const [serial, date] of [
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, null],
    [61, '1900-03-01'],
    [25569, '1970-01-01'],
    [32905.75, '1990-02-01'],
    [0, null],
    [-1, null],
    [Number.NaN, null],
  ] as const) {
    assert.equal(excelSerialToDate(serial), date);
  }
});

test('a very long text is refused at once', () => {
  const spentMs = processorMs(() => {
    for (const text of [' '.repeat(1_000_000), '1'.repeat(1_000_000), `1/2/1990${' '.repeat(1_000_000)}x`])
      assert.equal(value(text), 'unreadable');
  });
  assert.ok(spentMs < 10_000);
});
